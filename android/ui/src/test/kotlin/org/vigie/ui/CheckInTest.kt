// Answering: how few touches it takes, and that nothing of it is lost.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.Profile

private val ASKED = listOf("fatigue", "pain", "nausea", "appetite", "diarrhoea", "tingling", "sleep", "worry")

class CheckInTest {
    private fun Journal.yesterday() {
        setProfile(Profile(list = ASKED))
        record(DailyEntry(TODAY.minusDays(1), ASKED.associateWith { Answer.Rated(2) }))
    }

    /** What the journal on this phone holds of today, read by itself when the app has let go of it. */
    private fun TestPhone.today(): List<DailyEntry> = reading { entries().map { it.entry }.filter { it.day == TODAY } }

    private fun Person.locks() {
        taps(Text.LOCK_NOW)
        sees(Text.LOCK_OPEN)
    }

    @Test
    fun an_ordinary_day_takes_five_touches() = onOpen(with = { yesterday() }) {
        val before = taps
        taps(Text.TODAY_CHECK_IN)
        taps(Text.CHECK_IN_ALL_AS_YESTERDAY)
        rates("Fatigue", 4)
        rates("Nausées", 1)
        taps(Text.CHECK_IN_NOTE)
        sees(Text.CHECK_IN_DONE)
        assertEquals("at most twelve are allowed", 5, taps - before)
        locks()
        val entry = phone.today().single()
        assertEquals(Answer.Rated(4), entry.answers["fatigue"])
        assertEquals(Answer.Rated(1), entry.answers["nausea"])
        assertEquals(Answer.Rated(2), entry.answers["sleep"])
        assertEquals(ASKED.toSet() - "fatigue" - "nausea", entry.sameAsBefore)
    }

    @Test
    fun one_question_at_a_time_asks_each_and_takes_no_answer_for_zero() = onOpen(with = { yesterday() }) {
        taps(Text.TODAY_CHECK_IN)
        sees("Page 1 sur 13")
        rates("Fatigue", 0)
        taps(Text.NEXT)
        taps(Text.CHECK_IN_SKIP)
        taps(Text.NEXT)
        taps("Comme hier : 2")
        sees("Repris d’hier : 2")
        repeat(10) { taps(Text.NEXT) }
        types(Text.CHECK_IN_WORDS, "Une promenade.")
        taps(Text.CHECK_IN_NOTE)
        sees(Text.CHECK_IN_DONE)
        locks()
        val entry = phone.today().single()
        assertEquals(mapOf("fatigue" to Answer.Rated(0), "pain" to Answer.Skipped, "nausea" to Answer.Rated(2)), entry.answers)
        assertEquals(setOf("nausea"), entry.sameAsBefore)
        assertEquals("Une promenade.", entry.note)
    }

    @Test
    fun what_was_answered_is_there_after_a_lock_and_in_another_run_of_the_app() {
        val phone = TestPhone()
        onOpen(phone, with = { yesterday() }) {
            taps(Text.TODAY_CHECK_IN)
            rates("Fatigue", 7)
            taps(Text.BACK)
            sees(Text.TODAY_GO_ON)
            locks()
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            taps(Text.TODAY_GO_ON)
            sees("7, fort")
            rates("Fatigue", 3)
            taps(Text.CHECK_IN_ONE_PAGE)
            taps("Mal dans la poitrine")
            locks(app())
        }
        // Another run: nothing but the folder is left.
        onScreen(phone) {
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            taps(Text.TODAY_GO_ON)
            taps(Text.CHECK_IN_NOTE)
            sees(Text.PROMPT_WHAT_TO_SAY)
            locks(app())
        }
        val entry = phone.today().single()
        assertEquals(Answer.Rated(3), entry.answers["fatigue"])
        assertEquals(setOf(Alarm.CHEST_PAIN), entry.ticks)
        assertNull(phone.reading { draft() })
    }

    /** As when the phone locks in the middle of something. */
    private fun Person.locks(app: App) {
        app.lock()
        sees(Text.LOCK_OPEN)
    }

    @Test
    fun too_unwell_is_one_touch_and_keeps_what_was_answered() = onOpen(with = { yesterday() }) {
        taps(Text.TODAY_CHECK_IN)
        rates("Fatigue", 6)
        taps(Text.TODAY_TOO_UNWELL)
        sees(Text.TODAY_TOO_UNWELL_DONE)
        locks()
        val entry = phone.today().single()
        assertTrue(entry.tooUnwell)
        assertEquals(Answer.Rated(6), entry.answers["fatigue"])
        assertEquals(Answer.TooUnwell, entry.answers["sleep"])
    }

    @Test
    fun too_unwell_from_the_first_screen_keeps_what_was_begun_before() = onOpen(with = {
        yesterday()
        keepDraft(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(6))))
    }) {
        sees(Text.TODAY_GO_ON)
        taps(Text.TODAY_TOO_UNWELL)
        sees(Text.TODAY_TOO_UNWELL_DONE)
        locks()
        val entry = phone.today().single()
        assertEquals(Answer.Rated(6), entry.answers["fatigue"])
        assertEquals(Answer.TooUnwell, entry.answers["sleep"])
        assertNull(phone.reading { draft() })
    }

    @Test
    fun a_correction_begins_with_what_was_noted_and_replaces_it() = onOpen(with = {
        yesterday()
        record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(5)), temperature = 37.0, weight = 71.25, note = "Un mot."))
    }) {
        taps(Text.TODAY_CHANGE)
        sees("5, moyen")
        rates("Fatigue", 4)
        taps(Text.CHECK_IN_ONE_PAGE)
        sees("71,25")
        sees("Un mot.")
        taps(Text.CHECK_IN_NOTE)
        sees(Text.CHECK_IN_DONE)
        locks()
        val entry = phone.today().single()
        assertEquals(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(4)), temperature = 37.0, weight = 71.25, note = "Un mot."), entry)
    }

    @Test
    fun a_number_that_is_none_is_asked_back_and_what_was_typed_stays() = onOpen(with = { yesterday() }) {
        taps(Text.TODAY_CHECK_IN)
        taps(Text.CHECK_IN_ONE_PAGE)
        types(Text.CHECK_IN_TEMPERATURE, "chaud")
        types(Text.CHECK_IN_WEIGHT, "71,5")
        taps(Text.CHECK_IN_NOTE)
        sees("chaud")
        sees("71,5")
        types(Text.CHECK_IN_TEMPERATURE, "101")
        taps(Text.CHECK_IN_NOTE)
        sees("Mettre 38,3")
        taps("Mettre 38,3")
        taps(Text.CHECK_IN_NOTE)
        sees(Text.PROMPT_WHAT_TO_SAY)
    }

    @Test
    fun an_empty_check_in_is_refused_in_words() = onOpen(with = { yesterday() }) {
        taps(Text.TODAY_CHECK_IN)
        taps(Text.CHECK_IN_ONE_PAGE)
        taps(Text.CHECK_IN_NOTE)
        soonTold()
        locks(app())
        assertEquals(emptyList<DailyEntry>(), phone.today())
    }

    @Test
    fun a_day_that_was_missed_is_filled_in_without_yesterdays_answers() = onOpen(with = {
        setProfile(Profile(list = listOf("fatigue")))
        record(DailyEntry(TODAY.minusDays(3), mapOf("fatigue" to Answer.Rated(2))))
    }) {
        taps("dimanche 22 novembre 2026")
        rates("Fatigue", 3)
        taps(Text.CHECK_IN_ONE_PAGE)
        taps(Text.CHECK_IN_NOTE)
        sees(Text.CHECK_IN_DONE)
        locks()
        val days = phone.reading { entries().map { it.entry.day } }
        assertEquals(listOf(TODAY.minusDays(3), TODAY.minusDays(1)), days.sorted())
    }
}
