// The settings: keys, copies, what is asked, whom to call, and the end of it all.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.DailyEntry
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.KeyKind
import org.vigie.KeyVault
import org.vigie.Lang
import org.vigie.NewKey
import org.vigie.Profile
import org.vigie.asSource
import org.vigie.ui.body.BodyText
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.lock.OPENS_BY_DEVICE
import org.vigie.ui.reminders.REMINDER_MINUTE
import org.vigie.ui.reminders.REMINDER_TEXT
import org.vigie.ui.settings.CopiesModel
import org.vigie.ui.settings.KeysModel
import org.vigie.ui.settings.SettingsText
import org.vigie.ui.settings.SettingsText.SETTINGS_TITLE
import java.io.ByteArrayInputStream
import java.nio.file.Files

class SettingsTest {
    private val other = "cinq mots encore mieux gardés"

    private fun Person.settings(page: SettingsText) {
        taps(SETTINGS_TITLE)
        taps(page)
    }

    @Test
    fun another_passphrase_and_a_wrong_one_before_it() {
        val phone = TestPhone()
        onOpen(phone) {
            taps(SETTINGS_TITLE)
            picture("settings")
            taps(SettingsText.SETTINGS_KEYS)
            sees(SettingsText.SETTINGS_KEYS_HOW)
            picture("settings-keys")
            taps(SettingsText.SETTINGS_KEY_PASSPHRASE_NEW)
            types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, "une autre tout à fait")
            types(Text.PASSPHRASE, other)
            types(Text.PASSPHRASE_AGAIN, "cinq mots")
            taps(SettingsText.SETTINGS_SAVE)
            sees(Text.PASSPHRASES_DIFFER)
            types(Text.PASSPHRASE_AGAIN, other)
            taps(SettingsText.SETTINGS_SAVE)
            sees("n’ouvre pas ce carnet")
            picture("settings-passphrase-wrong")
            types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, PASSPHRASE)
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_KEY_PASSPHRASE_DONE)
            taps(Text.BACK)
            taps(Text.BACK)
            taps(Text.LOCK_NOW)
            types(Text.PASSPHRASE, other)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun a_new_recovery_code_is_read_back_before_it_counts_and_the_last_key_stays() {
        val phone = TestPhone()
        lateinit var journal: Journal
        lateinit var old: String
        lateinit var code: String
        phone.home.settings[CODE_UNREAD] = "yes"
        onOpen(phone, with = {
            journal = this
            old = checkNotNull(takeRecoveryCode())
        }) {
            settings(SettingsText.SETTINGS_KEYS)
            taps(SettingsText.SETTINGS_KEY_CODE_NEW)
            sees(SettingsText.SETTINGS_KEY_CODE_WHY)
            picture("settings-code")
            code = ((app().screen as Screen.Settings).model.state.sub as KeysModel).state.code
            taps(Text.FIRST_CODE_WRITTEN)
            types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, PASSPHRASE)
            types(Text.RECOVERY_CODE, old)
            taps(SettingsText.SETTINGS_SAVE)
            sees(Text.FIRST_READ_BACK_WRONG)
            taps(Text.BACK)
            taps(Text.FIRST_CODE_WRITTEN)
            types(Text.RECOVERY_CODE, code.lowercase())
            picture("settings-read-back")
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_KEY_CODE_DONE)
            assertNull(phone.home.settings[CODE_UNREAD])
            // One of the two can go, not the other.
            taps(said(SettingsText.SETTINGS_KEY_REMOVE) + ", " + said(SettingsText.SETTINGS_KEY_PASSPHRASE))
            sees(SettingsText.SETTINGS_KEY_REMOVE_WARNING)
            picture("settings-remove-key")
            taps(Text.BACK)
            taps(said(SettingsText.SETTINGS_KEY_REMOVE) + ", " + said(SettingsText.SETTINGS_KEY_PASSPHRASE))
            taps(SettingsText.SETTINGS_KEY_REMOVE)
            sees(SettingsText.SETTINGS_KEY_REMOVED)
            taps(said(SettingsText.SETTINGS_KEY_REMOVE) + ", " + said(SettingsText.SETTINGS_KEY_CODE))
            taps(SettingsText.SETTINGS_KEY_REMOVE)
            sees("C’est la dernière")
            assertEquals(listOf(KeyKind.RECOVERY_CODE), journal.keys().map { it.kind })
            taps(Text.BACK)
            taps(Text.BACK)
            taps(Text.BACK)
            taps(Text.LOCK_NOW)
            taps(Text.LOCK_USE_RECOVERY_CODE)
            types(Text.RECOVERY_CODE, code)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun this_device_is_enrolled_and_opens() {
        val phone = TestPhone(vault = Inverting)
        onOpen(phone) {
            settings(SettingsText.SETTINGS_KEYS)
            taps(SettingsText.SETTINGS_KEY_DEVICE_NEW)
            types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, PASSPHRASE)
            taps(SettingsText.SETTINGS_KEY_DEVICE_NEW)
            sees(SettingsText.SETTINGS_KEY_DEVICE_DONE)
            assertEquals("yes", phone.home.settings[OPENS_BY_DEVICE])
            taps(SettingsText.SETTINGS_KEY_DEVICE_AGAIN)
            sees(SettingsText.SETTINGS_KEY_NOW_WHY)
            picture("settings-device")
            taps(SettingsText.SETTINGS_KEY_DEVICE)
            taps(SettingsText.SETTINGS_KEY_DEVICE_NEW)
            sees(SettingsText.SETTINGS_KEY_DEVICE_DONE)
            taps(said(SettingsText.SETTINGS_KEY_REMOVE) + ", " + said(SettingsText.SETTINGS_KEY_DEVICE))
            taps(SettingsText.SETTINGS_KEY_REMOVE)
            sees(SettingsText.SETTINGS_KEY_REMOVED)
            assertNull(phone.home.settings[OPENS_BY_DEVICE])
        }
    }

    @Test
    fun a_backup_and_a_table_go_where_the_person_says() {
        val phone = TestPhone()
        onOpen(phone, with = { record(DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(3)))) }) {
            settings(SettingsText.SETTINGS_BACKUP)
            types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, "trop")
            types(Text.PASSPHRASE_AGAIN, "trop")
            taps(SettingsText.SETTINGS_BACKUP_NOW)
            sees("trop courte")
            types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, other)
            taps(SettingsText.SETTINGS_BACKUP_NOW)
            sees(Text.PASSPHRASES_DIFFER)
            picture("settings-backup")
            types(Text.PASSPHRASE_AGAIN, other)
            taps(SettingsText.SETTINGS_BACKUP_NOW)
            sees("La sauvegarde est faite")
            picture("settings-backed-up")
            val backup = checkNotNull(phone.files["vigie-2026-11-23.age"])
            val again = TestPhone()
            val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
            val source = ByteArrayInputStream(backup).asSource()
            val made = Journal.restore(source, other, again.home.folder.toString(), key, again.home.anchor, again.clock)
            assertEquals(1, made.entries().size)
            taps(Text.BACK)
            taps(SettingsText.SETTINGS_EXPORT)
            taps(SettingsText.SETTINGS_EXPORT_NOW)
            sees("Le tableau est écrit")
            picture("settings-export")
            assertTrue("fatigue" in checkNotNull(phone.files["vigie-2026-11-23.csv"]).decodeToString())
        }
    }

    @Test
    fun a_relatives_copy_is_brought_in_and_what_differs_is_chosen() {
        val phone = TestPhone()
        val relative = TestPhone()
        lateinit var journal: Journal
        onOpen(phone, with = {
            journal = this
            val first = record(DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(3)))).id
            val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
            val source = ByteArrayInputStream(toBackup()).asSource()
            val copy = Journal.restore(source, PASSPHRASE, relative.home.folder.toString(), key, relative.home.anchor, relative.clock)
            copy.amend(first, DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(7)), note = "Sieste tout l’après-midi"))
            amend(first, DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(5))))
            phone.picked = copy.toBackup()
        }) {
            settings(SettingsText.SETTINGS_MERGE)
            types(Text.RESTORE_PASSPHRASE, "pas celle-là du tout")
            taps(SettingsText.SETTINGS_MERGE_CHOOSE)
            sees("n’ouvre pas la sauvegarde")
            picture("settings-merge")
            types(Text.RESTORE_PASSPHRASE, PASSPHRASE)
            taps(SettingsText.SETTINGS_MERGE_CHOOSE)
            sees(SettingsText.SETTINGS_CONFLICTS)
            sees("Sieste")
            picture("settings-conflict")
            val copies = (app().screen as Screen.Settings).model.state.sub as CopiesModel
            val conflict = copies.state.conflicts.single()
            val nap = conflict.versions.indexOfFirst { version -> version.lines.any { "Sieste" in it } }
            taps(said(SettingsText.SETTINGS_CONFLICT_KEEP), nap)
            sees(SettingsText.SETTINGS_CONFLICT_KEPT)
            assertTrue(journal.conflicts().isEmpty())
            assertEquals(Answer.Rated(7), journal.entries().single().entry.answers["fatigue"])
        }
    }

    @Test
    fun what_is_asked_is_chosen_and_named() {
        lateinit var journal: Journal
        onOpen(with = {
            journal = this
            setProfile(Profile(list = listOf("fatigue", "nausea")))
        }) {
            settings(SettingsText.SETTINGS_LIST)
            taps("Nausées")
            sees("Fatigue")
            taps(SettingsText.SETTINGS_LIST_ADD)
            picture("settings-catalogue")
            taps("Douleur")
            taps(BodyText.BODY_LIST)
            taps(BodyText.BODY_GROUP_LEGS)
            taps("Genou droit")
            soonIdle()
            taps("Hanche gauche")
            soonIdle()
            picture("settings-pain")
            isSound()
            taps("Genou droit")
            soonIdle()
            taps(Text.BACK)
            sees("Douleur, hanche gauche")
            types(SettingsText.SETTINGS_LIST_OWN, "x".repeat(61))
            taps(SettingsText.SETTINGS_LIST_OWN_ADD)
            sees("60")
            types(SettingsText.SETTINGS_LIST_OWN, "Mains qui grattent")
            taps(SettingsText.SETTINGS_LIST_OWN_ADD)
            sees("Mains qui grattent")
            picture("settings-list")
            taps(Text.BACK)
            sees(SettingsText.SETTINGS_KEYS)
            assertEquals(listOf("fatigue", "pain", "pain:hip-left", "own:Mains qui grattent"), journal.profile().list)
        }
    }

    @Test
    fun the_team_is_added_corrected_put_first_and_removed() {
        lateinit var journal: Journal
        val nurse = CareContact(CareRole.NURSE, "Mme Martin", "01 99 00 12 34")
        onOpen(with = {
            journal = this
            setProfile(Profile(contacts = listOf(nurse)))
        }) {
            settings(SettingsText.SETTINGS_TEAM)
            taps(SettingsText.SETTINGS_TEAM_ADD)
            types(Text.TEAM_NAME, "Hôpital de jour")
            types(Text.TEAM_PHONE, "01 99 00 56 78")
            taps("oncologue")
            taps("lundi")
            taps("mercredi")
            types(SettingsText.SETTINGS_TEAM_FROM, "9h")
            types(SettingsText.SETTINGS_TEAM_TO, "17 h")
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_TEAM_DAYS_APART)
            taps("mardi")
            types(SettingsText.SETTINGS_TEAM_TO, "8:30")
            taps(SettingsText.SETTINGS_SAVE)
            looksAt(said(SettingsText.SETTINGS_TEAM_TIME_ORDER))
            types(SettingsText.SETTINGS_TEAM_TO, "le soir")
            taps(SettingsText.SETTINGS_SAVE)
            looksAt(said(SettingsText.SETTINGS_TEAM_TIME_WRONG))
            picture("settings-team-wrong")
            types(SettingsText.SETTINGS_TEAM_TO, "17:00")
            sees("lundi–mercredi")
            picture("settings-team-edit")
            isSound()
            taps(SettingsText.SETTINGS_SAVE)
            sees("Hôpital de jour")
            picture("settings-team")
            taps(said(SettingsText.SETTINGS_TEAM_FIRST) + ", Hôpital de jour")
            soonIdle()
            taps(said(SettingsText.SETTINGS_TEAM_CORRECT) + ", Mme Martin")
            taps(SettingsText.SETTINGS_TEAM_REMOVE)
            taps(SettingsText.SETTINGS_TEAM_REMOVE_SURE)
            soonIdle()
            taps(said(SettingsText.SETTINGS_TEAM_CORRECT) + ", Hôpital de jour")
            types(Text.TEAM_PHONE, "01 99 00 56 79")
            taps(SettingsText.SETTINGS_SAVE)
            sees("01 99 00 56 79")
            val one = journal.profile().contacts.single()
            assertEquals(CareContact(CareRole.ONCOLOGIST, "Hôpital de jour", one.phone, "mon-wed 09:00-17:00"), one)
        }
    }

    @Test
    fun hours_that_nobody_touched_stay_as_they_are() {
        lateinit var journal: Journal
        val weekend = CareContact(CareRole.NURSE, "Permanence", "01 99 00 12 34", "sat-mon 22:00-24:00")
        onOpen(with = {
            journal = this
            setProfile(Profile(contacts = listOf(weekend)))
        }) {
            settings(SettingsText.SETTINGS_TEAM)
            taps(said(SettingsText.SETTINGS_TEAM_CORRECT) + ", Permanence")
            sees("samedi–lundi")
            sees("22:00")
            types(Text.TEAM_PHONE, "01 99 00 56 79")
            taps(SettingsText.SETTINGS_SAVE)
            sees("01 99 00 56 79")
            assertEquals("sat-mon 22:00-24:00", journal.profile().contacts.single().hours)
            taps(said(SettingsText.SETTINGS_TEAM_CORRECT) + ", Permanence")
            taps(SettingsText.SETTINGS_TEAM_ALWAYS)
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_TEAM_HOW)
            assertNull(journal.profile().contacts.single().hours)
        }
    }

    @Test
    fun name_rules_reminder_and_language() {
        val phone = TestPhone()
        lateinit var journal: Journal
        onOpen(phone, with = { journal = this }) {
            settings(SettingsText.SETTINGS_NAME)
            types(SettingsText.SETTINGS_NAME, "Alix")
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_SAVED)
            assertEquals("Alix", journal.profile().name)
            taps(SettingsText.SETTINGS_RULES)
            sees(SettingsText.SETTINGS_RULES_BUILT_IN)
            sees("Mal de dos ou de nuque nouveau")
            assertFalse("cord-new" in shown())
            picture("settings-rules")
            taps(Text.BACK)
            taps(SettingsText.SETTINGS_LICENCES)
            sees(SettingsText.SETTINGS_LICENCES_HOW)
            picture("settings-licences")
            // Of more than a thousand lines only what is seen is made.
            assertTrue(made() < 60)
            listOf("ring ", "SQLite ", "May you do good").forEach { reaches(it) }
            val lines = (app().screen as Screen.Settings).model.state.licences
            assertTrue(lines.any { it.text.startsWith("androidx.activity:activity ") } && lines.none { it.text.startsWith("clap ") })
            reaches(said(SettingsText.SETTINGS_LICENCES_HOW))
            taps(Text.BACK)
            taps(SettingsText.SETTINGS_REMINDER)
            types(SettingsText.SETTINGS_REMINDER_TIME, "le soir")
            types(SettingsText.SETTINGS_REMINDER_TEXT, "Coucou")
            taps(SettingsText.SETTINGS_SAVE)
            sees(SettingsText.SETTINGS_REMINDER_HOW)
            assertNull(phone.home.settings[REMINDER_MINUTE])
            picture("settings-reminder")
            types(SettingsText.SETTINGS_REMINDER_TIME, "20:30")
            taps(SettingsText.SETTINGS_SAVE)
            sees("Rappel à")
            assertEquals("1230", phone.home.settings[REMINDER_MINUTE])
            assertEquals("Coucou", phone.home.settings[REMINDER_TEXT])
            taps(Text.OTHER_LANGUAGE)
            sees("In this journal")
            taps("Settings")
            sees("Erase everything")
        }
    }

    @Test
    fun everything_is_erased_when_it_was_asked_twice() {
        val phone = TestPhone()
        onOpen(phone, with = { record(DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(3)))) }) {
            phone.home.settings[REMINDER_TEXT] = "Coucou"
            settings(SettingsText.SETTINGS_ERASE)
            picture("settings-erase")
            taps(SettingsText.SETTINGS_ERASE_NO)
            taps(SettingsText.SETTINGS_ERASE)
            taps(SettingsText.SETTINGS_ERASE_YES)
            sees(SettingsText.SETTINGS_ERASE_SURE)
            picture("settings-erase-sure")
            assertTrue(Files.exists(phone.home.folder))
            taps(SettingsText.SETTINGS_ERASE_NOW)
            sees(Text.FIRST_BEGIN)
            assertFalse(Files.exists(phone.home.folder))
            assertNull(phone.home.settings[REMINDER_TEXT])
        }
    }

    @Test
    fun large_letters_in_english_by_night() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f) {
        taps(SETTINGS_TITLE)
        picture("settings-english")
        taps(SettingsText.SETTINGS_KEYS)
        taps(SettingsText.SETTINGS_KEY_PASSPHRASE_NEW)
        sees(SettingsText.SETTINGS_KEY_NOW_WHY)
        picture("settings-english-passphrase")
    }
}

/** A key store that hides nothing. */
internal object Inverting : KeyVault {
    private fun ByteArray.inverted() = map { it.toInt().inv().toByte() }.toByteArray()

    override fun wrapSecret(secret: ByteArray) = secret.inverted()

    override fun unwrapSecret(wrapped: ByteArray) = wrapped.inverted()
}
