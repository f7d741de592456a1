// Everything that happened, found again.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.CareEvent
import org.vigie.Conclusion
import org.vigie.DailyEntry
import org.vigie.ImagingKind
import org.vigie.ImagingStudy
import org.vigie.Journal
import org.vigie.LabResult
import org.vigie.Lang
import org.vigie.Named
import org.vigie.Profile
import org.vigie.asSource
import org.vigie.ui.form.FormText
import org.vigie.ui.timeline.TimelineText
import java.io.ByteArrayInputStream
import java.time.LocalDate

class TimelineTest {
    private fun Journal.lived(days: Long) {
        setProfile(Profile(list = listOf("fatigue", "nausea", "worry", "sleep")))
        addCare(CareEvent.Appointment(Appointment(LAST.plusDays(4), kind = AppointmentKind.CONSULTATION, withWhom = "Dr Diallo")))
        addCare(CareEvent.Imaging(ImagingStudy(LAST.minusDays(1), ImagingKind.CT, "Hôpital nord", Conclusion.STABLE, "Rien de nouveau.")))
        addCare(CareEvent.Lab(LabResult(LAST.minusDays(2), "Hémoglobine", "11.2", "g/dL")))
        for (ago in days - 1 downTo 0) {
            val answers = listOf("fatigue", "nausea", "worry", "sleep").associateWith { Answer.Rated(((ago + it.length) % 8).toInt()) }
            val note = "Promenade au bord de la mer.".takeIf { ago == days - 1 }
            record(DailyEntry(LAST.minusDays(ago), answers, administration = Named("FOLFOX").takeIf { ago == 3L }, note = note))
        }
    }

    @Test
    fun what_happened_is_searched_filtered_and_read_whole() = onOpen(with = { lived(30) }) {
        taps(TimelineText.TIMELINE_TITLE)
        sees("vendredi 27 novembre 2026")
        picture("timeline")
        reaches("Scanner")
        picture("timeline-list")
        reaches("Mots à chercher")
        types(TimelineText.TIMELINE_WORDS, "MER promenade")
        taps(TimelineText.TIMELINE_FIND)
        sees("1 ligne trouvée")
        picture("timeline-found")
        reaches("Point du jour")
        tapsRow("Point du jour")
        sees("Promenade au bord de la mer.")
        sees("dimanche 25 octobre 2026")
        picture("timeline-whole")
        taps(Text.BACK)
        sees("1 ligne trouvée")
        types(TimelineText.TIMELINE_WORDS, "montagne")
        taps(TimelineText.TIMELINE_FIND)
        sees(TimelineText.TIMELINE_NOTHING)
        sees("montagne")
        taps(TimelineText.TIMELINE_EVERYTHING)
        sees("vendredi 27 novembre 2026")
        taps(TimelineText.TIMELINE_KINDS)
        sees(TimelineText.TIMELINE_KINDS_HOW)
        picture("timeline-kinds")
        taps("Imagerie")
        taps(TimelineText.TIMELINE_KINDS_DONE)
        sees("1 ligne trouvée")
        sees("Seulement")
        assertFalse("Point du jour" in shown())
        taps(Text.BACK)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun what_was_noted_on_an_earlier_day_is_corrected_and_taken_back() = onOpen(with = { lived(30) }) {
        val journal = checkNotNull(app().journal)
        fun first() = journal.entries().find { it.entry.day == LAST.minusDays(29) }?.entry
        taps(TimelineText.TIMELINE_TITLE)
        sees("vendredi 27 novembre 2026")
        reaches("Mots à chercher")
        types(TimelineText.TIMELINE_WORDS, "promenade")
        taps(TimelineText.TIMELINE_FIND)
        sees("1 ligne trouvée")
        tapsRow("Point du jour")
        taps(Text.TODAY_CHANGE)
        sees("dimanche 25 octobre 2026")
        rates("Fatigue", 9)
        taps(Text.CHECK_IN_ONE_PAGE)
        sees("Promenade au bord de la mer.")
        taps(Text.CHECK_IN_NOTE)
        sees(Text.CHECK_IN_DONE)
        assertEquals(Answer.Rated(9), first()?.answers?.get("fatigue"))
        assertEquals("Promenade au bord de la mer.", first()?.note)

        taps(TimelineText.TIMELINE_TITLE)
        sees("vendredi 27 novembre 2026")
        reaches("dimanche 25 octobre 2026")
        tapsRow("Promenade")
        taps(FormText.FORM_REMOVE)
        sees(FormText.FORM_REMOVE_SURE)
        picture("timeline-remove")
        isSound()
        taps(FormText.FORM_REMOVE_NO)
        picture("timeline-entry")
        isSound()
        taps(FormText.FORM_REMOVE)
        taps(FormText.FORM_REMOVE_YES)
        looksAt("C’est retiré.")
        assertNull(first())
        // What is no entry is read only.
        reaches("Scanner")
        tapsRow("Scanner")
        sees("Rien de nouveau.")
        assertFalse("Retirer du carnet" in shown())
    }

    @Test
    fun ten_years_open_and_only_what_is_seen_is_made() = onOpen(with = {
        val rows = (0L until TEN_YEARS).joinToString("") { ago -> "me,${LAST.minusDays(ago)},fatigue,${ago % 7}\n" }
        importTable(ByteArrayInputStream("patient,date,item,value\n$rows".toByteArray()).asSource())
    }) {
        taps(TimelineText.TIMELINE_TITLE)
        sees("lundi 23 novembre 2026")
        // The latest are there first, and the rest is read behind them.
        until("all of them are there") { (app().screen as Screen.Timeline).model.state.lines.size > TEN_YEARS }
        assertTrue("${made()} texts", made() < 60)
        types(TimelineText.TIMELINE_WORDS, "fatigue 6")
        taps(TimelineText.TIMELINE_FIND)
        sees("lignes trouvées")
    }

    @Test
    fun the_same_in_english_with_large_letters() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { lived(10) }) {
        taps(TimelineText.TIMELINE_TITLE)
        sees(TimelineText.TIMELINE_FIND)
        picture("timeline-english")
        reaches("CT")
        picture("timeline-english-list")
    }

    private companion object {
        const val TEN_YEARS = 3650
        val LAST: LocalDate = LocalDate.of(2026, 11, 23)
    }
}
