// The copy of each day: made by itself, found again, and missed when it is not made.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.ui.settings.SettingsText
import java.io.File
import kotlin.io.path.createDirectories
import kotlin.io.path.moveTo
import kotlin.io.path.writeText

private const val OF_THE_COPIES = "la phrase des copies"

class DailyCopyTest {
    private val TestPhone.made: List<File>
        get() = home.copies?.toFile()?.listFiles().orEmpty().sortedBy { it.name }

    private fun Person.chooses() {
        taps(SettingsText.SETTINGS_TITLE)
        taps(SettingsText.SETTINGS_BACKUP)
        types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, OF_THE_COPIES)
        types(Text.PASSPHRASE_AGAIN, OF_THE_COPIES)
        taps(SettingsText.SETTINGS_BACKUP_DAILY_ON)
    }

    private fun Person.comesBack() {
        taps(Text.LOCK_NOW)
        types(Text.PASSPHRASE, PASSPHRASE)
        taps(Text.LOCK_OPEN)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun one_a_day_from_the_day_it_is_chosen_until_it_is_chosen_no_more() {
        val phone = TestPhone()
        onOpen(phone, with = { record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(3)))) }) {
            chooses()
            sees("La première copie est faite. Les 7 dernières sont gardées.")
            assertEquals(1, phone.made.size)
            isSound()
            taps(Text.BACK)
            taps(Text.BACK)
            comesBack()
            assertEquals("the day has its copy", 1, phone.made.size)
            for (day in 1..8L) {
                phone.time = phone.time.plusDays(1)
                comesBack()
                until("copy $day is made") {
                    phone.made.any { "${TODAY.plusDays(day)}.age" in it.name } &&
                        phone.made.none { it.name.endsWith(".new") }
                }
            }
            until("the last are kept") { phone.made.size == 7 }
            assertFalse("the first went", phone.made.any { "$TODAY" in it.name })
            taps(SettingsText.SETTINGS_TITLE)
            taps(SettingsText.SETTINGS_BACKUP)
            taps(SettingsText.SETTINGS_BACKUP_DAILY_OFF)
            sees(SettingsText.SETTINGS_BACKUP_DAILY_ENDED)
            taps(Text.BACK)
            taps(Text.BACK)
            phone.time = phone.time.plusDays(1)
            comesBack()
            assertEquals(7, phone.made.size)
        }
    }

    @Test
    fun a_phone_that_lost_its_journal_takes_up_the_copy_it_made() {
        val phone = TestPhone()
        onOpen(phone, with = { record(DailyEntry(TODAY, note = "Gardé")) }) {
            chooses()
            sees("La première copie est faite")
            taps(Text.BACK)
            taps(Text.BACK)
            taps(Text.LOCK_NOW)
            sees(Text.LOCK_OPEN)
            // A part of it is left, which is not written over.
            phone.home.folder.resolve("journal.vigie").moveTo(phone.home.folder.resolve("journal.vigie-wal"))
            takes(phone)
            taps(Text.LOCK_RESTORE)
            types(Text.RESTORE_PASSPHRASE, OF_THE_COPIES)
            types(Text.RESTORE_NEW_PASSPHRASE, PASSPHRASE)
            taps("lundi 23 novembre 2026")
            sees(Text.RESTORE_DONE)
            taps(Text.FIRST_CODE_WRITTEN)
            sees(Text.TODAY_NOTED)
            assertEquals(listOf("Gardé"), checkNotNull(app().journal).entries().map { it.entry.note })
        }
    }

    @Test
    fun when_it_is_not_made_for_days_the_first_screen_says_so_and_leads_there() {
        val phone = TestPhone()
        onOpen(phone) {
            chooses()
            sees("La première copie est faite")
            taps(Text.BACK)
            taps(Text.BACK)
            // Something lies where the folder was.
            phone.home.copies?.toFile()?.deleteRecursively()
            phone.root.resolve("copies").createDirectories().resolve("1").writeText("in the way")
            phone.time = phone.time.plusDays(4)
            comesBack()
            until("it was tried") { phone.home.settings.names.any { it == "copy-fails" } }
            phone.time = phone.time.plusDays(1)
            comesBack()
            assertTrue("two tries are nothing to tell", "La copie de chaque jour" !in shown())
            phone.time = phone.time.plusDays(1)
            comesBack()
            sees("La dernière : lundi 23 novembre 2026")
            taps(Text.TODAY_COPIES_SEE)
            sees(SettingsText.SETTINGS_BACKUP_DAILY_ON)
            types(SettingsText.SETTINGS_BACKUP_PASSPHRASE, OF_THE_COPIES)
            types(Text.PASSPHRASE_AGAIN, OF_THE_COPIES)
            taps(SettingsText.SETTINGS_BACKUP_DAILY_ON)
            soonTold()
        }
    }

    @Test
    fun whoever_was_away_for_a_week_is_not_told_that_it_fails() {
        val phone = TestPhone()
        onOpen(phone) {
            chooses()
            sees("La première copie est faite")
            taps(Text.BACK)
            taps(Text.BACK)
            phone.time = phone.time.plusDays(7)
            comesBack()
            assertTrue("La copie de chaque jour" !in shown())
            until("that of today is made") { phone.made.any { "${TODAY.plusDays(7)}.age" in it.name } }
        }
    }

    @Test
    fun where_there_is_no_place_for_them_nobody_is_asked() {
        val phone = TestPhone().apply { copies = null }
        onOpen(phone) {
            taps(SettingsText.SETTINGS_TITLE)
            taps(SettingsText.SETTINGS_BACKUP)
            sees(SettingsText.SETTINGS_BACKUP_NOW)
            soonIdle()
            assertTrue(said(SettingsText.SETTINGS_BACKUP_DAILY_ON) !in shown())
        }
    }
}
