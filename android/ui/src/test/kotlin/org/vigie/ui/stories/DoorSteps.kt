// The steps of a story at the doors of a journal: making it, opening it, its keys, its copies, and who it is about.
package org.vigie.ui.stories

import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.isThere
import org.vigie.sentence
import org.vigie.tests.story.Fields
import org.vigie.tests.story.Refusing
import org.vigie.tests.story.code
import org.vigie.tests.story.count
import org.vigie.tests.story.files
import org.vigie.tests.story.flag
import org.vigie.tests.story.int
import org.vigie.tests.story.lang
import org.vigie.tests.story.list
import org.vigie.tests.story.profile
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.tests.story.streamFailure
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.tests.story.whole
import org.vigie.ui.Screen
import org.vigie.ui.TestPhone
import org.vigie.ui.Text
import org.vigie.ui.lock.With
import org.vigie.ui.settings.CopiesModel
import org.vigie.ui.settings.SettingsPhrase
import org.vigie.ui.settings.SettingsText

internal fun TappedStory.create(step: Fields) {
    val phone = takes(step)
    val passphrase = step.text("passphrase")
    if (step.maybeText("fails") == "AlreadyThere") {
        person.sees(Text.LOCK_OPEN)
        val key = NewKey.Passphrase(passphrase, GuessCost.WEAK_FOR_TESTS)
        return refusedByTheJournal(step, Untapped.OVER_ANOTHER) {
            Journal.create(phone.home.folder.toString(), key, phone.home.anchor, phone.clock)
        }
    }
    person.chooses(passphrase)
    if (step.has("fails")) return isSaid(step)
    code = person.beginsLater()
    more = journal.verify().records
}

internal fun TappedStory.open(step: Fields) {
    val phone = takes(step)
    if (person.app().journal != null) person.locks()
    if (person.app().screen is Screen.Restore) person.taps(Text.BACK)
    if (step.maybeText("fails") == "NotFound") {
        person.sees(Text.FIRST_BEGIN)
        return check(!isThere(phone.home.folder.toString()))
    }
    val before = files(phone.home.folder)
    if (step.flag("accept_older")) {
        step.text("passphrase")
        person.taps(Text.LOCK_ACCEPT_OLDER)
    } else {
        opens(phone, step)
    }
    if (!step.has("fails")) {
        person.sees(Text.TODAY_BESIDE)
        return person.soonIdle()
    }
    if (step.text("fails") == "OlderCopy") isOlder(phone, step) else isSaid(step)
    check(before == files(phone.home.folder)) { "the files of ${phone.home.folder} are others" }
}

private fun TappedStory.opens(phone: TestPhone, step: Fields) {
    val passphrase = step.maybeText("passphrase")
    val device = step.maybeText("device")
    device?.let { phone.vault = vaultOf(it) }
    when {
        passphrase != null -> person.opensBy(With.PASSPHRASE, passphrase)
        device != null -> person.opensBy(With.DEVICE, null)
        else -> person.opensBy(With.RECOVERY_CODE, code.also { check(step.flag("recovery_code")) })
    }
}

private fun TappedStory.isOlder(phone: TestPhone, step: Fields) {
    val unlock = Unlock.Passphrase(step.text("passphrase"))
    val failure = failure {
        Journal.open(phone.home.folder.toString(), unlock, phone.home.anchor, phone.clock)
    } as JournalException.OlderCopy
    step.told("found", ::count, failure.found - more)
    step.told("known", ::count, failure.known - more)
    person.sees(failure.sentence(person.texts.lang))
}

internal fun TappedStory.restore(step: Fields) {
    val phone = takes(step)
    phone.picked = checkNotNull(backups[step.text("from")])
    person.restores(backupKey(step), step.text("new_passphrase"))
    if (step.has("fails")) return isSaid(step)
    code = person.beginsAgain()
}

/** The passphrase of a backup, or the recovery code used as one. */
private fun TappedStory.backupKey(step: Fields): String =
    step.maybeText("passphrase") ?: code.also { check(step.flag("recovery_code")) { "no key in $step" } }

internal fun TappedStory.backup(step: Fields) {
    person.phone.sink = { sink -> streamFailure(step)?.let(::Refusing) ?: sink }
    val bytes = person.backsUp(backupKey(step))
    person.phone.sink = { it }
    if (step.has("fails")) return isSaid(step)
    val records = journal.verify().records
    step.told("records", ::count, records - more)
    person.sees(person.texts.say(SettingsPhrase.SETTINGS_BACKUP_DONE, "records" to records.toLong()))
    backups[step.text("to")] = checkNotNull(bytes) { "no backup: ${person.shown()}" }
}

internal fun TappedStory.merge(step: Fields) {
    val before = journal.verify().records to journal.entries().size
    person.phone.picked = checkNotNull(backups[step.text("from")])
    person.merges(backupKey(step))
    if (step.has("fails")) return isSaid(step)
    val entries = journal.entries().size
    step.told("records", ::count, journal.verify().records - before.first)
    step.told("entries", { list(it, ::int) }, listOf(before.second, entries))
    person.sees(person.texts.say(SettingsPhrase.SETTINGS_MERGE_DONE, "added" to (entries - before.second).toLong()))
    val model = person.at<Screen.Settings>().model.state.sub as CopiesModel
    step.told("conflicts", ::int, model.state.conflicts.size)
    if (model.state.conflicts.isNotEmpty()) person.sees(SettingsText.SETTINGS_CONFLICTS)
}

internal fun TappedStory.addKey(step: Fields) {
    val (device, passphrase) = step.get("new") { whole(it) { maybeText("device") to maybeText("passphrase") } }
    val opens = step.maybeText("passphrase")?.let(Unlock::Passphrase) ?: Unlock.Device(vaultOf(step.text("device")))
    device?.let { person.phone.vault = vaultOf(it) }
    // A second key of a kind is only tried on the screens, where it would come in place of the first.
    if (!step.has("fails") && (device == null || "device" in kinds())) {
        val key = if (device == null) NewKey.Passphrase(checkNotNull(passphrase)) else NewKey.Device(vaultOf(device))
        throughTheJournal(Untapped.SECOND_KEY) { addKey(opens, key) }
        return
    }
    person.enrols((opens as Unlock.Passphrase).passphrase)
    if (step.has("fails")) isSaid(step) else person.sees(SettingsText.SETTINGS_KEY_DEVICE_DONE)
}

internal fun TappedStory.kinds() = journal.keys().map { it.kind.code() }

internal fun TappedStory.keys(step: Fields) {
    same("kinds", step.get("kinds", ::texts), kinds())
    person.seesKeys()
}

internal fun TappedStory.profile(step: Fields) {
    val before = journal.verify().records
    person.describes(step.profile())
    more += journal.verify().records - before - 1uL
}
