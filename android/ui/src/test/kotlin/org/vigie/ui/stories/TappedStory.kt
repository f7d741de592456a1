// One story on its way through the screens: each step is what a person does and sees there.
package org.vigie.ui.stories

import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.sentence
import org.vigie.tests.story.FakeVault
import org.vigie.tests.story.Fields
import org.vigie.tests.story.Prompts
import org.vigie.tests.story.answers
import org.vigie.tests.story.copyFolder
import org.vigie.tests.story.erase
import org.vigie.tests.story.event
import org.vigie.tests.story.failedAsTold
import org.vigie.tests.story.fill
import org.vigie.tests.story.int
import org.vigie.tests.story.lang
import org.vigie.tests.story.moment
import org.vigie.tests.story.profile
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.TestPhone
import org.vigie.ui.Text
import java.nio.file.Path
import java.time.OffsetDateTime

/** @param home is the story's folder, with one below it for each phone. */
class TappedStory(internal val person: Person, internal val home: Path) {
    /** The steps that were done through the journal, and why. */
    val untapped = mutableMapOf<Int, Untapped>()
    private var number = 0
    internal var time: OffsetDateTime = person.phone.time
    internal val phones = mutableMapOf(FIRST_PHONE to person.phone)
    internal val vaults = mutableMapOf<String, FakeVault>()
    internal val backups = mutableMapOf<String, ByteArray>()
    internal val entries = mutableMapOf<String, String>()
    internal val care = mutableMapOf<String, String>()
    internal val prompts = Prompts()
    internal var code = ""

    /** How many records there are more than in the table: on the screens a profile is kept at each change. */
    internal var more = 0uL

    internal val journal: Journal
        get() = person.journal

    fun step(step: Fields) {
        number++
        step.maybe("at", ::moment)?.let { at ->
            time = at
            phones.values.forEach { it.time = at }
        }
        if (step.maybeText("fails") == "Locked") return isLocked()
        call(step)
        if (!step.has("fails")) step.done()
    }

    private fun call(step: Fields) {
        when (val name = step.text("do")) {
            "create" -> create(step)
            "open" -> open(step)
            "lock" -> person.locks()
            "restore" -> restore(step)
            "backup" -> backup(step)
            "merge" -> merge(step)
            "add_key" -> addKey(step)
            "keys" -> keys(step)
            "vault" -> vaultOf(step.text("name")).before = step.get("answers", ::answers)
            "profile" -> profile(step)
            "record" -> record(step)
            "amend" -> amend(step)
            "withdraw" -> withdraw(step)
            "keep_draft" -> keepDraft(step)
            "draft" -> draft(step)
            "today" -> today(step)
            "resolve" -> resolve(step)
            "silence" -> silence(step)
            "say" -> say(step)
            "series" -> series(step)
            "care" -> care(step)
            "amend_care" -> person.corrects(step.get("event", ::event)).also { isKept(step) }
            "withdraw_care" -> withdrawCare(step)
            "questions" -> questions(step)
            "doses" -> doses(step)
            "reminders" -> reminders(step)
            "attach" -> attach(step)
            "attachments" -> attachments(step)
            "preview" -> person.previews(step)
            "export" -> export(step)
            "verify" -> verify(step)
            "copy" -> betweenRuns { copyFolder(phone(step.text("from")).home.folder, phone(step.text("to")).home.folder) }
            "erase" -> betweenRuns { erase(phones[step.text("dir")]?.home?.folder ?: home.resolve(step.text("dir"))) }
            "fill" -> fill(home.resolve(step.text("file")))
            else -> error("no such step: '$name'")
        }
    }

    /** What no person does in the app. */
    internal fun <T> throughTheJournal(why: Untapped, call: Journal.() -> T): T {
        untapped[number] = why
        person.goesHome()
        return journal.call().also { person.looksAgain() }
    }

    /** What no person can try in the app fails for whoever tries it otherwise. */
    internal fun refusedByTheJournal(step: Fields, why: Untapped, call: () -> Unit) {
        untapped[number] = why
        failedAsTold(failure(call), step)
    }

    internal fun failure(call: () -> Unit): JournalException {
        val thrown = runCatching(call).exceptionOrNull()
        return thrown as? JournalException ?: throw thrown ?: IllegalStateException("it did not fail")
    }

    /** The screen says what is told of the failure, which [again] gives by itself without changing anything. */
    internal fun isSaid(step: Fields, again: () -> Unit) {
        val failure = failure(again)
        failedAsTold(failure, step)
        person.sees(failure.sentence(person.texts.lang))
    }

    /** The screen says what this case of failure is. */
    internal fun isSaid(step: Fields) {
        val (case, fault) = step.text("fails") to step.maybeText("fault")
        val fewest = step.maybe("fewest", ::int)
        val words = person.words
        val sentence = when (case) {
            "WrongKey" -> words.text("error-wrong-key")
            "Passphrase" -> words.filled("error-passphrase-short", emptyMap(), mapOf("min" to checkNotNull(fewest).toLong()))
            "OtherJournal" -> words.text("error-other-journal")
            "DiskFull" -> words.text("error-disk-full")
            "Io" -> words.filled("error-io", mapOf("kind" to "…"), emptyMap()).substringBefore("(")
            "Backup" -> words.text("error-backup-passphrase").also { same("fault", "wrong-passphrase", fault) }
            "DeviceKey" -> words.text(if (fault in SHORT) "error-device-$fault" else "error-device-key-gone")
            else -> error("nothing is said of $case")
        }
        person.sees(sentence)
    }

    /** Nothing but the lock is shown. */
    private fun isLocked() {
        person.sees(Text.LOCK_OPEN)
        check(person.app().journal == null) { "it is open" }
        val shown = person.shown()
        listOf(Text.TODAY_BESIDE, Text.TODAY_CHECK_IN, Text.TODAY_GO_ON, Text.TODAY_TOO_UNWELL).forEach {
            check(person.texts[it] !in shown) { "'$it' is shown" }
        }
    }

    internal fun vaultOf(name: String) = vaults.getOrPut(name, ::FakeVault)

    internal fun phone(name: String): TestPhone = phones.getOrPut(name) { TestPhone(home.resolve(name)).also { it.time = time } }

    /** Takes the phone of this name. */
    internal fun takes(step: Fields): TestPhone {
        val phone = phone(step.text("dir"))
        if (phone === person.phone) return phone
        if (person.app().journal != null) person.locks()
        person.takes(phone)
        return phone
    }

    /** The app does not run while its folder becomes another. */
    internal fun betweenRuns(change: () -> Unit) {
        change()
        if (person.app().journal == null) person.takes(person.phone)
    }

    companion object {
        /** The phone on which every story begins. */
        const val FIRST_PHONE = "phone"

        /** What a key store answers that has a sentence of its own; the key is gone otherwise. */
        private val SHORT = setOf("locked", "cancelled", "failed")
    }
}
