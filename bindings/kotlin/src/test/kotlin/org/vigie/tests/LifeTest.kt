// A journal lived with: made, written in, a prompt answered, opened again; as Kotlin reads and writes it.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.Call
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.Cell
import org.vigie.DailyEntry
import org.vigie.Dose
import org.vigie.Intake
import org.vigie.IntakeStatus
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.Lang
import org.vigie.Named
import org.vigie.OutcomeKind
import org.vigie.PainDetail
import org.vigie.PainQuality
import org.vigie.Painkiller
import org.vigie.PromptLevel
import org.vigie.Region
import org.vigie.Side
import org.vigie.TreatmentKind
import org.vigie.Unlock
import org.vigie.alarms
import org.vigie.catalogue
import org.vigie.isSameRecoveryCode
import org.vigie.isThere
import org.vigie.itemKind
import org.vigie.minuteOfDay
import org.vigie.painAt
import org.vigie.painSite
import org.vigie.proposedList
import org.vigie.readTemperature
import org.vigie.time
import org.vigie.use
import java.nio.file.Path
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime

class LifeTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()

    @Test
    fun `a journal is made in an empty folder and opened again by its passphrase`() {
        assertFalse(isThere(dir.toString()))
        val id = create(dir, hand).use { journal ->
            journal.record(DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(4)))).id
        }
        assertTrue(isThere(dir.toString()))
        open(dir, hand).use { journal ->
            val kept = journal.entries().single()
            assertEquals(id, kept.id)
            assertEquals(Answer.Rated(4), kept.entry.answers["fatigue"])
        }
    }

    @Test
    fun `the recovery code is told once, opens the journal, and is known when it is typed back`() {
        val code = create(dir, hand).use { journal ->
            val code = journal.takeRecoveryCode()
            assertNull(journal.takeRecoveryCode())
            code
        }
        assertNotNull(code)
        val typed = code!!.lowercase().replace("-", " ")
        assertTrue(isSameRecoveryCode(code, typed))
        assertFalse(isSameRecoveryCode(code, "$typed 2"))
        Journal.open(dir.toString(), Unlock.RecoveryCode(typed)).use { journal ->
            assertNull(journal.takeRecoveryCode(), "only a new journal has a code to tell")
        }
    }

    @Test
    fun `a quiet day prompts nothing`() {
        create(dir, hand).use { journal ->
            assertNull(journal.record(DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(2)))).prompt)
            assertEquals(emptyList<Any>(), journal.openPrompts())
            assertEquals(hand.day, journal.today().entries.single().entry.day)
        }
    }

    @Test
    fun `a fever prompts, stays open when nobody answers, and is closed when somebody does`() {
        create(dir, hand).use { journal ->
            val prompt = journal.record(feverish(hand.day)).prompt
            assertNotNull(prompt)
            assertEquals(PromptLevel.TODAY, prompt!!.prompt.level)
            assertEquals(38.4, prompt.prompt.findings.first().evidence.now)

            val asked = journal.resolve(prompt.id, OutcomeKind.NO_ANSWER)
            assertEquals(listOf(OutcomeKind.NO_ANSWER), asked?.outcomes?.map { it.kind })
            assertEquals(prompt.id, journal.openPrompts().single().id)

            val closed = journal.resolve(prompt.id, OutcomeKind.REACHED, contact = "Infirmière", advice = "Venir aux urgences.")
            assertNull(closed)
            val story = journal.prompts().single()
            assertTrue(story.closed)
            assertEquals(listOf(null, "Venir aux urgences."), story.outcomes.map { it.advice })
            fails<JournalException.NoSuch> { journal.resolve(prompt.id, OutcomeKind.REACHED) }
        }
    }

    @Test
    fun `a prompt is said in French and in English`() {
        create(dir, hand).use { journal ->
            val id = journal.record(feverish(hand.day)).prompt!!.id
            val (fr, en) = listOf(Lang.FR, Lang.EN).map { journal.say(id, it) }
            assertNotEquals(fr.headline, en.headline)
            assertTrue("38,4" in fr.reasons.first(), fr.reasons.first())
            assertTrue("38.4" in en.reasons.first(), en.reasons.first())
            assertEquals(fr.reasons.size, en.reasons.size)
        }
    }

    @Test
    fun `everything a sitting can hold comes back as it was said`() {
        val back = painAt(painSite(Region.LOWER_BACK, null))
        val hip = painSite(Region.HIP, Side.LEFT)
        val entry = DailyEntry(
            day = hand.day,
            answers = mapOf(
                "fatigue" to Answer.Rated(0),
                "nausea" to Answer.Skipped,
                "sleep" to Answer.TooUnwell,
                back to Answer.Rated(7),
                painAt(hip) to Answer.Rated(3),
            ),
            state = 2,
            temperature = 37.25,
            weight = 70.5,
            ticks = setOf(Alarm.SHIVERING),
            pains = mapOf(hip to PainDetail(PainQuality.BURNING, wakesAtNight = true)),
            sameAsBefore = setOf("fatigue"),
            administration = Named("FOLFOX"),
            treatmentChange = Named(),
            painkillers = listOf(Painkiller("Doliprane", helped = true), Painkiller("Tramadol")),
            note = "Une longue journée.\nMais calme.",
            question = "Combien de cycles ?",
            caregiver = "Léa",
        )
        create(dir, hand).use { it.record(entry) }
        open(dir, hand).use { assertEquals(entry, it.entries().single().entry) }
    }

    @Test
    fun `what was not said is null or empty, and never zero`() {
        create(dir, hand).use { journal ->
            journal.record(DailyEntry(hand.day, tooUnwell = true))
            val entry = journal.entries().single().entry
            assertEquals(DailyEntry(hand.day, tooUnwell = true), entry)
            assertNull(entry.temperature)
            assertNull(entry.answers["fatigue"])
            val cells = journal.series("fatigue", 2u).map { it.cell }
            assertEquals(listOf(Cell.NoEntry, Cell.NotAsked), cells)
        }
    }

    @Test
    fun `an entry is corrected and withdrawn, and its history is kept`() {
        create(dir, hand).use { journal ->
            val first = DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(9)))
            val id = journal.record(first).id
            val second = first.copy(answers = first.answers + ("fatigue" to Answer.Rated(4)))
            assertEquals(id, journal.amend(id, second).id)
            journal.withdraw(id)
            assertEquals(listOf(first, second, null), journal.historyOf(id).map { it.entry })
            assertEquals(emptyList<Any>(), journal.entries())
        }
    }

    @Test
    fun `the profile says who answers now`() {
        create(dir, hand).use { journal ->
            val nurse = CareContact(CareRole.NURSE, "Mme Petit", "0102030405", hours = "mon-fri 09:00-17:00", outOfHours = "0607080910")
            val list = proposedList(TreatmentKind.CHEMOTHERAPY)
            journal.setProfile(journal.profile().copy(list = list, contacts = listOf(nurse)))
            assertEquals(list, journal.today().asked.map { it.item })
            assertEquals(DayOfWeek.FRIDAY, hand.day.dayOfWeek)
            assertEquals(Call.Contact(nurse), journal.whoAnswers(hand.time))
            assertEquals(Call.OutOfHours(nurse), journal.whoAnswers(hand.time.plusHours(12)))
        }
    }

    @Test
    fun `any moment of java's crosses, to the millisecond`() {
        create(dir, hand).use { journal ->
            val moments =
                listOf("2026-11-20T10:00+01:00", "2026-11-20T09:00Z", "2026-11-20T09:00:00.123456789Z", "2026-11-20T09:00:59.5-03:30")
            for (moment in moments.map(OffsetDateTime::parse)) {
                hand.time = moment
                assertEquals(moment.toInstant().toEpochMilli(), journal.now().toInstant().toEpochMilli())
                assertEquals(moment.offset, journal.now().offset)
            }
            assertEquals(Call.Team, journal.whoAnswers(OffsetDateTime.now()))
        }
    }

    @Test
    fun `a time of day is a LocalTime`() {
        val half = LocalTime.of(9, 30)
        assertEquals(half, Appointment(hand.day, half.minuteOfDay, AppointmentKind.TEST).time)
        assertNull(Appointment(hand.day, kind = AppointmentKind.TEST).time)
        assertEquals(LocalTime.of(23, 59), Intake(hand.day, "Capécitabine", 1439u, IntakeStatus.TAKEN).time)
        assertEquals(LocalTime.MIDNIGHT, Dose(hand.day, 0u, "Capécitabine", null, null).time)
        assertEquals(570u.toUShort(), LocalTime.of(9, 30, 59).minuteOfDay)
        assertEquals(half.minuteOfDay, minuteOfDay("9h30"))
    }

    @Test
    fun `the lists of a check-in are there without a journal`() {
        assertTrue("fatigue" in catalogue())
        assertEquals(Alarm.entries.toSet(), alarms().toSet())
        val kind = itemKind(painAt(painSite(Region.HIP, Side.LEFT)))
        assertEquals(Region.HIP to Side.LEFT, kind.region to kind.side)
        assertEquals(38.2, readTemperature("38,2"))
        assertEquals(LocalDate.of(2026, 11, 20), hand.day)
    }

    @Test
    fun `half an emoji, which a field of text can leave behind, loses nothing else of a note`() {
        create(dir, hand).use { journal ->
            journal.record(DailyEntry(hand.day, note = "mal \uD83D dormi", painkillers = listOf(Painkiller("para\uDE00"))))
            val entry = journal.entries().single().entry
            assertEquals("mal ? dormi", entry.note)
            assertEquals("para?", entry.painkillers.single().name)
        }
    }
}
