// Several journals on one phone: one's own and a relative's, each behind its own lock.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.Unlock
import org.vigie.ui.reminders.REMINDER_MINUTE
import org.vigie.ui.settings.SettingsText
import org.vigie.use
import java.nio.file.Files
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

private const val OTHERS = "la phrase de maman"

class JournalsTest {
    private fun Person.unlocks(passphrase: String) {
        types(Text.PASSPHRASE, passphrase)
        taps(Text.LOCK_OPEN)
    }

    private fun Person.opensThePage() {
        taps(SettingsText.SETTINGS_TITLE)
        taps(SettingsText.SETTINGS_JOURNALS)
        sees(SettingsText.SETTINGS_JOURNALS_HOW)
    }

    private fun Person.begins(name: String) {
        opensThePage()
        types(SettingsText.SETTINGS_JOURNALS_WHOSE, name)
        taps(SettingsText.SETTINGS_JOURNALS_BEGIN)
        sees(Text.FIRST_BEGIN)
    }

    /** Makes a journal, and leaves out what can be left for later. */
    private fun Person.makes(passphrase: String) {
        makesTheLock(passphrase)
        sees(Text.FIRST_TREATMENT_TITLE)
        taps(Text.LATER)
        taps(Text.NEXT)
        taps(Text.FIRST_DONE)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun a_relatives_journal_lies_beside_ones_own_and_neither_opens_the_other() {
        val phone = TestPhone()
        onOpen(phone, with = { record(DailyEntry(TODAY, note = "Le mien")) }) {
            begins("Maman")
            isSound()
            assertNull("one's own is locked", app().journal)
            makes(OTHERS)
            assertTrue(checkNotNull(app().journal).entries().isEmpty())
            taps(Text.LOCK_NOW)
            sees("Maman")
            sees(Text.MY_JOURNAL)
            isSound()
            unlocks(PASSPHRASE)
            soonTold()
            taps("Mon carnet")
            sees(Text.LOCK_OPEN)
            unlocks(PASSPHRASE)
            sees(Text.TODAY_NOTED)
            assertEquals(listOf("Le mien"), checkNotNull(app().journal).entries().map { it.entry.note })
            // The next time the one that was open last is shown.
            takes(phone)
            assertEquals(1, app().shelf.single { it.shown }.number)
            taps("Maman")
            unlocks(OTHERS)
            sees(Text.TODAY_CHECK_IN)
            opensThePage()
            taps("Mon carnet")
            sees(Text.LOCK_OPEN)
            assertNull(app().journal)
        }
        val theirs = Home(phone, 2)
        Journal.open(theirs.folder.toString(), Unlock.Passphrase(OTHERS), theirs.anchor, phone.clock).use {
            assertTrue(it.entries().isEmpty())
        }
    }

    @Test
    fun what_is_set_and_said_of_one_is_not_of_the_other_and_erasing_one_leaves_the_other() {
        val phone = TestPhone().apply { home.settings[REMINDER_MINUTE] = "1230" }
        onOpen(phone) {
            begins("Maman")
            makes(OTHERS)
            until("it was planned") { phone.plans[2] != null }
            assertEquals(emptyList<Any>(), phone.plans.getValue(2).notices)
            assertTrue("one's own reminders go on", phone.plans.getValue(1).notices.isNotEmpty())
            taps(SettingsText.SETTINGS_TITLE)
            taps(SettingsText.SETTINGS_ERASE)
            taps(SettingsText.SETTINGS_ERASE_YES)
            taps(SettingsText.SETTINGS_ERASE_NOW)
            sees(Text.LOCK_OPEN)
            assertEquals("there is one, so nobody is asked which", emptyList<Shelved>(), app().shelf)
            assertFalse(Files.exists(Home(phone, 2).folder))
            assertNull(phone.plans[2])
            assertNotNull(phone.plans[1])
            unlocks(PASSPHRASE)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun one_that_was_not_made_after_all_is_given_up_and_a_name_can_be_changed() = onOpen {
        begins("Maman")
        taps("Mon carnet")
        sees(Text.LOCK_OPEN)
        assertEquals(emptyList<Shelved>(), app().shelf)
        assertNull("nor is its name", Home(phone, 2).name)
        unlocks(PASSPHRASE)
        opensThePage()
        types(SettingsText.SETTINGS_JOURNALS_NAME, "Celui de Claire")
        taps(SettingsText.SETTINGS_SAVE)
        sees(SettingsText.SETTINGS_SAVED)
        taps(Text.BACK)
        begins("Maman")
        sees("Celui de Claire")
    }

    @Test
    fun one_that_is_lost_keeps_its_place_for_as_long_as_there_is_a_copy_of_it() {
        val phone = TestPhone()
        onOpen(phone) {
            begins("Maman")
            makes(OTHERS)
            phone.home.folder.toFile().deleteRecursively()
            val copy = checkNotNull(phone.home.copies).createDirectories().resolve("vigie-0a1b2c3d-2026-11-22.age")
            copy.writeText("a copy")
            taps(Text.LOCK_NOW)
            taps("Mon carnet")
            sees(Text.FIRST_BEGIN)
            taps("Maman")
            sees(Text.LOCK_OPEN)
            taps("Mon carnet")
            taps(Text.LOCK_RESTORE)
            sees("dimanche 22 novembre 2026")
        }
    }

    @Test
    fun a_backup_is_made_a_journal_beside_the_one_that_is_there() {
        val phone = TestPhone()
        onOpen(phone, with = {
            record(DailyEntry(TODAY, note = "Avant"))
            phone.picked = toBackup()
            record(DailyEntry(TODAY, note = "Après"))
        }) {
            taps(Text.LOCK_NOW)
            taps(Text.LOCK_RESTORE)
            types(Text.RESTORE_PASSPHRASE, "une autre phrase")
            types(Text.RESTORE_NEW_PASSPHRASE, OTHERS)
            taps(Text.RESTORE_CHOOSE)
            soonTold()
            types(Text.RESTORE_PASSPHRASE, PASSPHRASE)
            taps(Text.RESTORE_CHOOSE)
            sees(Text.RESTORE_DONE)
            taps(Text.FIRST_CODE_WRITTEN)
            sees(Text.TODAY_BESIDE)
            assertEquals(listOf("Avant"), checkNotNull(app().journal).entries().map { it.entry.note })
            taps(Text.LOCK_NOW)
            sees(Text.RESTORE_NAME)
            taps("Mon carnet")
            sees(Text.LOCK_OPEN)
            unlocks(PASSPHRASE)
            sees(Text.TODAY_NOTED)
            assertEquals(setOf("Avant", "Après"), checkNotNull(app().journal).entries().map { it.entry.note }.toSet())
        }
    }
}
