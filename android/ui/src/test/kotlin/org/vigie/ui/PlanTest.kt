// When the phone is to speak, as the journal wants it.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.CareEvent
import org.vigie.DailyEntry
import org.vigie.Medicine
import org.vigie.MedicineKind
import org.vigie.Notice
import org.vigie.NoticeKind
import org.vigie.ui.reminders.REMINDER_MEDICINES
import org.vigie.ui.reminders.REMINDER_MINUTE
import org.vigie.ui.settings.SettingsText
import java.time.DayOfWeek
import java.time.Duration
import java.time.OffsetDateTime

class PlanTest {
    private fun Person.planned(): List<Notice> {
        until("the phone was told") { phone.plan != null }
        return checkNotNull(phone.plan).notices
    }

    @Test
    fun without_a_time_nobody_is_reminded() = onOpen { assertEquals(emptyList<Notice>(), planned()) }

    @Test
    fun each_evening_and_not_again_on_a_day_that_has_its_answers() {
        val phone = TestPhone().apply { home.settings[REMINDER_MINUTE] = "1230" }
        onOpen(phone, with = { setProfile(profile().copy(list = listOf("fatigue"))) }) {
            assertEquals(OffsetDateTime.parse("2026-11-23T20:30+01:00"), planned().first().at)
            assertEquals("today and thirty days", 31, planned().size)
            assertEquals(setOf(NoticeKind.CHECK_IN), planned().map { it.kind }.toSet())
            assertEquals("Votre carnet", phone.plan?.says)
            taps(Text.TODAY_CHECK_IN)
            rates("Fatigue", 2)
            taps(Text.CHECK_IN_ONE_PAGE)
            taps(Text.CHECK_IN_NOTE)
            sees(Text.TODAY_NOTED)
            until("today is left out") { phone.plan?.notices?.size == 30 }
            assertEquals(TODAY.plusDays(1), planned().first().at.toLocalDate())
        }
    }

    @Test
    fun not_on_the_days_that_are_to_be_quiet() = onOpen(TestPhone().apply { home.settings[REMINDER_MINUTE] = "1230" }) {
        taps(SettingsText.SETTINGS_TITLE)
        taps(SettingsText.SETTINGS_REMINDER)
        taps("lundi")
        taps("dimanche")
        taps(SettingsText.SETTINGS_SAVE)
        until("it is so") { planned().none { it.at.dayOfWeek in setOf(DayOfWeek.MONDAY, DayOfWeek.SUNDAY) } }
        assertEquals("it is a Monday", TODAY.plusDays(1), planned().first().at.toLocalDate())
        taps(SettingsText.SETTINGS_REMINDER)
        taps("lundi")
        taps(SettingsText.SETTINGS_SAVE)
        until("Mondays are back") { planned().first().at.toLocalDate() == TODAY }
    }

    @Test
    fun a_call_that_nobody_answered_is_followed_up_whatever_was_chosen() = onOpen(with = {
        record(DailyEntry(today().day, mapOf("fatigue" to Answer.Rated(3)), temperature = 38.6))
    }) {
        assertEquals(setOf(NoticeKind.CALL), planned().map { it.kind }.toSet())
        val due = planned().first().at
        val each = Duration.between(phone.time, due)
        assertTrue("$each", each > Duration.ZERO)
        assertEquals((0L until 12).map { due.plus(each.multipliedBy(it)) }, planned().map { it.at })
        // Seen when it was due, and nothing was done: it is not the end of it.
        phone.time = due.plusMinutes(1)
        taps(Text.PLACE_TRENDS)
        taps(Text.BACK)
        until("it asks again") { planned().first().at == due.plus(each) }
        taps(Text.TODAY_SEE_PROMPT)
        taps(Text.PROMPT_REACHED)
        taps(Text.PROMPT_KEEP)
        sees(Text.TODAY_BESIDE)
        until("nobody is asked any more") { planned().isEmpty() }
    }

    @Test
    fun medicines_with_a_time_when_that_was_chosen() = onOpen(with = {
        addCare(CareEvent.Medicine(Medicine(today().day, "paracétamol", MedicineKind.PAINKILLER, schedule = "08:00,21:30")))
    }) {
        assertEquals(emptyList<Notice>(), planned())
        taps(SettingsText.SETTINGS_TITLE)
        taps(SettingsText.SETTINGS_REMINDER)
        taps(SettingsText.SETTINGS_REMINDER_MEDICINES)
        taps(SettingsText.SETTINGS_SAVE)
        until("the phone was told") { planned().isNotEmpty() }
        assertEquals("yes", phone.home.settings[REMINDER_MEDICINES])
        assertEquals(OffsetDateTime.parse("2026-11-23T21:30+01:00"), planned().first().at)
        assertEquals(setOf(NoticeKind.MEDICINE), planned().map { it.kind }.toSet())
        assertFalse("no name leaves the journal", planned().toString().contains("para"))
    }

    @Test
    fun erased_it_says_nothing_more() {
        val phone = TestPhone().apply { home.settings[REMINDER_MINUTE] = "1230" }
        onOpen(phone) {
            assertTrue(planned().isNotEmpty())
            taps(SettingsText.SETTINGS_TITLE)
            taps(SettingsText.SETTINGS_ERASE)
            taps(SettingsText.SETTINGS_ERASE_YES)
            taps(SettingsText.SETTINGS_ERASE_NOW)
            sees(Text.FIRST_BEGIN)
            assertNull(phone.plan)
        }
    }

    @Test
    fun a_phone_that_shows_nothing_is_told_where_the_time_is_chosen() {
        val phone = TestPhone().apply { silenced = true }
        onOpen(phone) {
            taps(SettingsText.SETTINGS_TITLE)
            taps(SettingsText.SETTINGS_REMINDER)
            sees(SettingsText.SETTINGS_REMINDER_SILENCED)
        }
    }
}
