// The way to every page of the settings.
package org.vigie.ui

import org.vigie.DailyEntry
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.NewKey
import org.vigie.Weekday
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.ui.look.named
import org.vigie.ui.settings.KeysModel
import org.vigie.ui.settings.SettingsText
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream

private fun Person.opens(page: SettingsText, until: Plain) {
    taps(page)
    sees(until)
    soonIdle()
}

private fun Person.backToAll() {
    taps(Text.BACK)
    sees(SettingsText.SETTINGS_ERASE)
}

internal fun Person.settingsTour(look: (String) -> Unit) {
    taps(SettingsText.SETTINGS_TITLE)
    opens(SettingsText.SETTINGS_LIST, SettingsText.SETTINGS_LIST_OWN)
    types(SettingsText.SETTINGS_LIST_OWN, "x".repeat(61))
    taps(SettingsText.SETTINGS_LIST_OWN_ADD)
    soonTold()
    soonIdle()
    look("list")
    taps(SettingsText.SETTINGS_LIST_ADD)
    soonGone(SettingsText.SETTINGS_LIST_OWN)
    look("catalogue")
    taps(Text.BACK)
    sees(SettingsText.SETTINGS_LIST_OWN)
    backToAll()
    opens(SettingsText.SETTINGS_TEAM, SettingsText.SETTINGS_TEAM_HOW)
    look("team")
    taps("${said(SettingsText.SETTINGS_TEAM_CORRECT)}, $NURSE")
    sees(SettingsText.SETTINGS_TEAM_ROLE)
    taps(SettingsText.SETTINGS_TEAM_REMOVE)
    sees(SettingsText.SETTINGS_TEAM_REMOVE_SURE)
    look("team-remove")
    taps(Text.BACK)
    taps(SettingsText.SETTINGS_TEAM_ADD)
    sees(SettingsText.SETTINGS_TEAM_HOURS)
    types(Text.TEAM_PHONE, "01 99 00 56 78")
    taps(said(named(Weekday.MONDAY)))
    types(SettingsText.SETTINGS_TEAM_FROM, "neuf heures moins le quart")
    taps(SettingsText.SETTINGS_SAVE)
    soonTold()
    soonIdle()
    look("team-add")
    taps(Text.BACK)
    sees(SettingsText.SETTINGS_TEAM_HOW)
    backToAll()
    opens(SettingsText.SETTINGS_REMINDER, SettingsText.SETTINGS_REMINDER_HOW)
    types(SettingsText.SETTINGS_REMINDER_TIME, "le soir")
    taps(SettingsText.SETTINGS_SAVE)
    soonTold()
    soonIdle()
    look("reminder")
    backToAll()
    opens(SettingsText.SETTINGS_NAME, SettingsText.SETTINGS_NAME_HINT)
    look("name")
    backToAll()
    opens(SettingsText.SETTINGS_RULES, SettingsText.SETTINGS_RULES_BUILT_IN)
    look("rules")
    backToAll()
    opens(SettingsText.SETTINGS_LICENCES, SettingsText.SETTINGS_LICENCES_HOW)
    look("licences")
    backToAll()
    opens(SettingsText.SETTINGS_ERASE, SettingsText.SETTINGS_ERASE_HOW)
    look("erase")
    taps(SettingsText.SETTINGS_ERASE_YES)
    sees(SettingsText.SETTINGS_ERASE_SURE_HOW)
    look("erase-sure")
}

internal fun Person.keysTour(look: (String) -> Unit) {
    taps(SettingsText.SETTINGS_TITLE)
    opens(SettingsText.SETTINGS_KEYS, SettingsText.SETTINGS_KEY_CODE_NEW)
    look("keys")
    opens(SettingsText.SETTINGS_KEY_PASSPHRASE_NEW, SettingsText.SETTINGS_KEY_NOW_WHY)
    types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, "une autre tout à fait")
    types(Text.PASSPHRASE, "cinq mots encore mieux gardés")
    types(Text.PASSPHRASE_AGAIN, "cinq mots")
    taps(SettingsText.SETTINGS_SAVE)
    soonTold()
    look("passphrase-differs")
    types(Text.PASSPHRASE_AGAIN, "cinq mots encore mieux gardés")
    taps(SettingsText.SETTINGS_SAVE)
    soonTold()
    soonIdle()
    look("passphrase-wrong")
    taps(Text.BACK)
    opens(SettingsText.SETTINGS_KEY_CODE_NEW, SettingsText.SETTINGS_KEY_CODE_WHY)
    look("code")
    val code = ((app().screen as Screen.Settings).model.state.sub as KeysModel).state.code
    taps(Text.FIRST_CODE_WRITTEN)
    types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, PASSPHRASE)
    types(Text.RECOVERY_CODE, "faux")
    taps(SettingsText.SETTINGS_SAVE)
    soonTold()
    soonIdle()
    look("read-back")
    types(Text.RECOVERY_CODE, code)
    taps(SettingsText.SETTINGS_SAVE)
    sees(SettingsText.SETTINGS_KEY_CODE_DONE)
    look("code-done")
    taps("${said(SettingsText.SETTINGS_KEY_REMOVE)}, ${said(SettingsText.SETTINGS_KEY_CODE)}")
    sees(SettingsText.SETTINGS_KEY_REMOVE_WARNING)
    look("remove")
    taps(Text.BACK)
    opens(SettingsText.SETTINGS_KEY_DEVICE_NEW, SettingsText.SETTINGS_KEY_DEVICE_HOW)
    look("device")
}

internal fun Person.journalsTour(look: (String) -> Unit) {
    taps(Text.TODAY_RELATIVE)
    sees(Text.TODAY_WHO)
    look("who")
    types(Text.TODAY_RELATIVE_NAME, "Marie-Antoinette-Joséphine")
    taps(Text.TODAY_RELATIVE_TAKE)
    sees(Text.TODAY_RELATIVE_OTHER)
    look("relative")
    taps(SettingsText.SETTINGS_TITLE)
    opens(SettingsText.SETTINGS_JOURNALS, SettingsText.SETTINGS_JOURNALS_HOW)
    types(SettingsText.SETTINGS_JOURNALS_WHOSE, "Grand-mère Marie-Antoinette")
    look("alone")
    taps(SettingsText.SETTINGS_JOURNALS_BEGIN)
    sees(Text.FIRST_BEGIN)
    look("begin")
    // It is made by hand, as it would be, so that there are two.
    val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
    Home(phone, 2).let { Journal.create(it.folder.toString(), key, it.anchor, phone.clock).close() }
    taps(Text.MY_JOURNAL)
    sees(Text.LOCK_OPEN)
    look("lock")
    types(Text.PASSPHRASE, PASSPHRASE)
    taps(Text.LOCK_OPEN)
    taps(SettingsText.SETTINGS_TITLE)
    opens(SettingsText.SETTINGS_JOURNALS, SettingsText.SETTINGS_JOURNALS_OTHERS)
    look("two")
}

/** A relative's copy says otherwise of today; it is the file that is picked on the [phone]. */
internal fun Journal.differ(phone: TestPhone) {
    val first = record(DailyEntry(TODAY, note = "Ce matin")).id
    val relative = TestPhone()
    val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
    val copy = Journal.restore(
        ByteArrayInputStream(toBackup()).asSource(),
        PASSPHRASE,
        relative.home.folder.toString(),
        key,
        relative.home.anchor,
        relative.clock,
    )
    copy.amend(first, DailyEntry(TODAY, note = "Sieste tout l’après-midi"))
    amend(first, DailyEntry(TODAY, note = "Ce soir"))
    phone.picked = copy.toBackup()
}

internal fun Journal.toBackup() = ByteArrayOutputStream().also { backup(it.asSink(), PASSPHRASE) }.toByteArray()

internal fun Person.copiesTour(look: (String) -> Unit) {
    val passphrase = "cinq mots encore mieux gardés"
    taps(SettingsText.SETTINGS_TITLE)
    look("settings")
    opens(SettingsText.SETTINGS_BACKUP, SettingsText.SETTINGS_BACKUP_HOW)
    types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, passphrase)
    taps(SettingsText.SETTINGS_BACKUP_NOW)
    soonTold()
    look("backup-differs")
    types(Text.PASSPHRASE_AGAIN, passphrase)
    taps(SettingsText.SETTINGS_BACKUP_NOW)
    until("the backup is written") { phone.files.isNotEmpty() }
    soonIdle()
    look("backup-done")
    types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, passphrase)
    types(Text.PASSPHRASE_AGAIN, passphrase)
    taps(SettingsText.SETTINGS_BACKUP_DAILY_ON)
    sees(SettingsText.SETTINGS_BACKUP_DAILY_OFF)
    soonIdle()
    look("backup-daily")
    backToAll()
    opens(SettingsText.SETTINGS_EXPORT, SettingsText.SETTINGS_EXPORT_HOW)
    taps(SettingsText.SETTINGS_EXPORT_NOW)
    soonTold()
    soonIdle()
    look("export")
    backToAll()
    opens(SettingsText.SETTINGS_MERGE, SettingsText.SETTINGS_MERGE_HOW)
    types(Text.RESTORE_PASSPHRASE, "pas celle-là du tout")
    taps(SettingsText.SETTINGS_MERGE_CHOOSE)
    soonTold()
    soonIdle()
    look("merge-wrong")
    types(Text.RESTORE_PASSPHRASE, PASSPHRASE)
    taps(SettingsText.SETTINGS_MERGE_CHOOSE)
    sees(SettingsText.SETTINGS_CONFLICTS)
    soonIdle()
    look("merge-conflict")
}
