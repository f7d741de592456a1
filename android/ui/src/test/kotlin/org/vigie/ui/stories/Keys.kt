// A person at the doors of a journal: making it, opening it, its keys, its copies.
package org.vigie.ui.stories

import org.vigie.KeyKind
import org.vigie.tests.story.files
import org.vigie.tests.story.stories
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.first.Step
import org.vigie.ui.lock.With
import org.vigie.ui.settings.SettingsText

/** Chooses a passphrase in the first run. */
internal fun Person.chooses(passphrase: String) {
    if (at<Screen.First>().model.state.step == Step.ABOUT) taps(Text.FIRST_BEGIN)
    types(Text.PASSPHRASE, passphrase)
    types(Text.PASSPHRASE_AGAIN, passphrase)
    taps(Text.FIRST_LOCK_PASSPHRASE)
    soonIdle()
}

/** Copies the recovery code, reads it back, leaves the rest for later, and gives the code. */
internal fun Person.beginsLater(): String {
    val code = at<Screen.First>().model.state.code
    seesOnPaper(code)
    taps(Text.FIRST_CODE_WRITTEN)
    types(Text.RECOVERY_CODE, code)
    taps(Text.CHECK)
    taps(Text.LATER)
    sees(Text.FIRST_TEAM_WHY)
    taps(Text.NEXT)
    taps(Text.FIRST_DONE)
    sees(Text.TODAY_BESIDE)
    soonIdle()
    return code
}

private fun Person.seesOnPaper(code: String) = code.split('-').chunked(2).forEach { sees(it.joinToString("  ")) }

/** Types the key, or holds up the finger, and opens. */
internal fun Person.opensBy(with: With, typed: String?) {
    val model = at<Screen.Locked>().model
    if (model.state.with != with) {
        taps(
            when (with) {
                With.DEVICE -> Text.LOCK_USE_DEVICE
                With.PASSPHRASE -> Text.LOCK_USE_PASSPHRASE
                With.RECOVERY_CODE -> Text.LOCK_USE_RECOVERY_CODE
            },
        )
    }
    typed?.let { types(if (with == With.PASSPHRASE) Text.PASSPHRASE else Text.RECOVERY_CODE, it) }
    taps(Text.LOCK_OPEN)
    soonIdle()
}

/** Makes a journal of the file that is picked. */
internal fun Person.restores(passphrase: String, newPassphrase: String) {
    if (app().screen !is Screen.Restore) taps(Text.LOCK_RESTORE)
    types(Text.RESTORE_PASSPHRASE, passphrase)
    types(Text.RESTORE_NEW_PASSPHRASE, newPassphrase)
    taps(Text.RESTORE_CHOOSE)
    soonIdle()
}

/** Copies the new recovery code, and gives it. */
internal fun Person.beginsAgain(): String {
    sees(Text.RESTORE_DONE)
    val code = checkNotNull(at<Screen.Restore>().model.state.code)
    seesOnPaper(code)
    taps(Text.FIRST_CODE_WRITTEN)
    sees(Text.TODAY_BESIDE)
    soonIdle()
    return code
}

/** Lets this phone open the journal. */
internal fun Person.enrols(passphrase: String) {
    sets(SettingsText.SETTINGS_KEYS)
    val again = journal.keys().any { it.kind == KeyKind.DEVICE }
    taps(if (again) SettingsText.SETTINGS_KEY_DEVICE_AGAIN else SettingsText.SETTINGS_KEY_DEVICE_NEW)
    types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, passphrase)
    taps(SettingsText.SETTINGS_KEY_DEVICE_NEW)
    soonIdle()
}

/** The keys as they are listed. */
internal fun Person.seesKeys() {
    sets(SettingsText.SETTINGS_KEYS)
    journal.keys().groupBy { it.kind }.forEach { (kind, keys) ->
        val name = when (kind) {
            KeyKind.DEVICE -> SettingsText.SETTINGS_KEY_DEVICE
            KeyKind.PASSPHRASE -> SettingsText.SETTINGS_KEY_PASSPHRASE
            KeyKind.RECOVERY_CODE -> SettingsText.SETTINGS_KEY_CODE
            KeyKind.UNKNOWN -> SettingsText.SETTINGS_KEY_UNKNOWN
        }
        val line = "${texts[SettingsText.SETTINGS_KEY_REMOVE]}, ${texts[name]}"
        check(shown().split(line).size == keys.size + 1) { "not ${keys.size} times '$line' in ${shown()}" }
    }
}

/** Writes a backup where the phone says. */
internal fun Person.backsUp(passphrase: String): ByteArray? {
    sets(SettingsText.SETTINGS_BACKUP)
    types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, passphrase)
    types(Text.PASSPHRASE_AGAIN, passphrase)
    phone.files.clear()
    taps(SettingsText.SETTINGS_BACKUP_NOW)
    soonIdle()
    return phone.files.values.singleOrNull()
}

/** Brings in the copy that is picked. */
internal fun Person.merges(passphrase: String) {
    sets(SettingsText.SETTINGS_MERGE)
    types(Text.RESTORE_PASSPHRASE, passphrase)
    taps(SettingsText.SETTINGS_MERGE_CHOOSE)
    soonIdle()
}
