// A call to act, until somebody answered.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.OutcomeKind
import org.vigie.Profile
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import java.time.OffsetDateTime

class PromptTest {
    private fun Journal.someone() = setProfile(
        Profile(
            list = listOf("fatigue"),
            treatments = listOf(TreatmentLine(TreatmentKind.CHEMOTHERAPY, "FOLFOX", started = TODAY.minusDays(7))),
            contacts = listOf(CareContact(CareRole.NURSE, "Mme Martin", "01 99 00 12 34", "mon-fri 09:00-17:00", "01 99 00 12 99")),
        ),
    )

    @Test
    fun a_fever_at_night_goes_from_one_number_to_the_next_until_somebody_answers() {
        val phone = TestPhone().apply { time = OffsetDateTime.parse("2026-11-23T22:00:00.000+01:00") }
        onOpen(phone, with = {
            someone()
            record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(4)), temperature = 38.4))
        }) {
            taps(Text.TODAY_SEE_PROMPT)
            sees("38,4")
            taps("Mme Martin, la nuit et le week-end\n01 99 00 12 99")
            taps(Text.PROMPT_NO_ANSWER)
            sees("Le carnet le redemandera")
            // Four hours later it is overdue, and nobody answers again.
            taps(Text.BACK)
            phone.time = OffsetDateTime.parse("2026-11-24T02:05:00.000+01:00")
            taps(Text.TODAY_SEE_PROMPT)
            taps(Text.PROMPT_NO_ANSWER)
            tapsRow("15")
            assertEquals(listOf("01 99 00 12 99", "15"), phone.dialled)
            taps(Text.PROMPT_REACHED)
            types(Text.PROMPT_WHO, "SAMU")
            types(Text.PROMPT_ADVICE, "Venez aux urgences.")
            taps(Text.PROMPT_KEEP)
            sees(Text.PROMPT_DONE)
            taps(Text.LOCK_NOW)
            sees(Text.LOCK_OPEN)
        }
        val told = phone.reading { prompts().single() }
        assertEquals(listOf(OutcomeKind.NO_ANSWER, OutcomeKind.NO_ANSWER, OutcomeKind.REACHED), told.outcomes.map { it.kind })
        assertEquals("SAMU" to "Venez aux urgences.", told.outcomes.last().let { it.contact to it.advice })
    }

    @Test
    fun what_cannot_wait_shows_the_emergency_numbers_first() = onOpen(with = {
        someone()
        record(DailyEntry(TODAY, temperature = 38.4, ticks = setOf(Alarm.SHIVERING)))
    }) {
        taps(Text.TODAY_SEE_PROMPT)
        tapsRow("15")
        tapsRow("112")
        assertEquals(listOf("15", "112"), phone.dialled)
    }

    @Test
    fun later_leaves_it_waiting_and_preferring_not_to_call_ends_it() = onOpen(with = {
        someone()
        record(DailyEntry(TODAY, temperature = 38.4))
    }) {
        taps(Text.TODAY_SEE_PROMPT)
        taps(Text.PROMPT_LATER)
        sees(Text.PROMPT_DONE)
        taps(Text.TODAY_SEE_PROMPT)
        taps(Text.PROMPT_PREFER_NOT)
        soonGone(Text.TODAY_SEE_PROMPT)
        sees(Text.TODAY_NOTED)
    }
}
