// What the team reads: chosen, looked at page by page, and shared.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
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
import org.vigie.PainDetail
import org.vigie.Profile
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.ui.consultation.ConsultationText
import org.vigie.ui.consultation.Form
import org.vigie.ui.consultation.ReportPage
import org.vigie.ui.look.DayText
import java.time.LocalDate
import java.util.zip.Inflater

class ConsultationTest {
    private fun Journal.lived() {
        val line = TreatmentLine(TreatmentKind.CHEMOTHERAPY, "FOLFOX", 14u, LAST.minusDays(60))
        setProfile(Profile(name = "Camille Martin", list = listOf("fatigue", "nausea", "worry"), treatments = listOf(line)))
        addCare(CareEvent.Appointment(Appointment(LAST.minusDays(40), kind = AppointmentKind.CONSULTATION, withWhom = "Dr Diallo")))
        addCare(CareEvent.Imaging(ImagingStudy(LAST.minusDays(12), ImagingKind.CT, conclusion = Conclusion.STABLE)))
        for (ago in listOf(30L, 16L, 2L)) addCare(CareEvent.Lab(LabResult(LAST.minusDays(ago), "ACE", "${20 - ago / 2}", "ng/mL")))
        for (ago in 55L downTo 0) {
            if (ago % 9 == 4L) continue
            val answers = mapOf(
                "fatigue" to Answer.Rated(((ago * 7) % 9).toInt()),
                "nausea" to if (ago == 3L) Answer.Skipped else Answer.Rated((ago % 3).toInt()),
                "worry" to Answer.Rated(7),
                "pain:knee-left" to Answer.Rated((ago % 5).toInt()),
            )
            record(
                DailyEntry(
                    LAST.minusDays(ago),
                    answers,
                    weight = (68.0 - ago % 7 / 10.0).takeIf { ago % 7 == 0L },
                    pains = mapOf("knee-left" to PainDetail(wakesAtNight = true)),
                    administration = Named("FOLFOX").takeIf { ago % 14 == 0L },
                    note = "Nuit difficile.".takeIf { ago == 5L },
                    question = "Puis-je prendre l’avion ?".takeIf { ago == 1L },
                ),
            )
        }
    }

    @Test
    fun a_symptom_that_is_left_out_is_in_no_file_that_is_written() = onOpen(with = { lived() }) {
        taps(ConsultationText.CONSULTATION_TITLE)
        sees("Du 14 octobre 2026 au 23 novembre 2026")
        picture("consultation-choose")
        taps(ConsultationText.CONSULTATION_LOOK)
        sees("Camille Martin")
        taps(ConsultationText.CONSULTATION_SHARE)
        taps(ConsultationText.CONSULTATION_PDF)
        sees("consultation-2026-11-23.pdf")
        assertTrue(saidInPdf(phone.files.getValue("consultation-2026-11-23.pdf"), "Inquiétude"))
        repeat(2) { taps(Text.BACK) }

        taps(ConsultationText.CONSULTATION_ITEMS)
        sees("Fatigue")
        picture("consultation-items")
        taps("Inquiétude")
        taps(ConsultationText.CONSULTATION_ITEMS_DONE)
        sees("1 symptôme laissé de côté")
        taps(ConsultationText.CONSULTATION_LOOK)
        sees(ConsultationText.CONSULTATION_PAGES)
        picture("consultation-contents")
        turnsEveryPage("consultation-page")
        picture("consultation-share")
        for (form in Form.entries.filter { it != Form.PROTECTED }) {
            taps(form.title)
            sees("Le fichier consultation-2026-11-23${form.ending} est écrit.")
        }
        picture("consultation-written")
        val pdf = phone.files.getValue("consultation-2026-11-23.pdf")
        assertTrue(saidInPdf(pdf, "Fatigue"))
        assertFalse(saidInPdf(pdf, "Inquiétude"))
        for ((ending, told, left) in listOf(
            Triple(".csv", "fatigue", "worry"),
            Triple("-tableur.csv", "Fatigue", "Inquiétude"),
            Triple(".fhir.json", "Fatigue", "Inquiétude"),
        )) {
            val text = String(phone.files.getValue("consultation-2026-11-23$ending"))
            assertTrue(ending, told in text)
            assertFalse(ending, left in text)
        }
        repeat(3) { taps(Text.BACK) }
        sees(Text.TODAY_BESIDE)
    }

    /** Looks at each page from the first to the last. What was left out is on none. */
    private fun Person.turnsEveryPage(name: String) {
        val pages = checkNotNull((app().screen as Screen.Consultation).model.state.report).pages
        pages.forEachIndexed { index, page ->
            taps(Text.NEXT)
            sees(page.title)
            assertFalse("Inquiétude" in shown())
            picture("$name-${index + 2}")
            if (page is ReportPage.Drawn) {
                reaches(page.charts.legend.last().text)
                picture("$name-legend")
            }
        }
        taps(ConsultationText.CONSULTATION_SHARE)
        sees(ConsultationText.CONSULTATION_SHARE_HOW)
    }

    @Test
    fun the_passphrase_of_a_protected_page_is_shown_once_and_is_not_in_its_name() =
        onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { lived() }) {
            taps(ConsultationText.CONSULTATION_TITLE)
            sees(ConsultationText.CONSULTATION_HOW)
            picture("consultation-english")
            taps(ConsultationText.CONSULTATION_NAME)
            taps(ConsultationText.CONSULTATION_LOOK)
            sees(ConsultationText.CONSULTATION_PAGES)
            picture("consultation-english-contents")
            assertFalse("Camille" in shown())
            turnsEveryPage("consultation-english-page")
            phone.choosesNowhere = true
            taps(ConsultationText.CONSULTATION_PROTECTED)
            sees(ConsultationText.CONSULTATION_NOT_WRITTEN)
            phone.choosesNowhere = false
            taps(ConsultationText.CONSULTATION_PROTECTED)
            sees(ConsultationText.CONSULTATION_SECRET_HOW)
            picture("consultation-english-secret")
            val words = checkNotNull((app().screen as Screen.Consultation).model.state.secret).split(' ')
            assertEquals(5, words.size)
            words.forEach { sees(it) }
            assertEquals(setOf("consultation-2026-11-23.html"), phone.files.keys)
            assertFalse("Camille" in String(phone.files.getValue("consultation-2026-11-23.html")))
            taps(ConsultationText.CONSULTATION_SECRET_DONE)
            sees(ConsultationText.CONSULTATION_SHARE_HOW)
            assertEquals(null, (app().screen as Screen.Consultation).model.state.secret)
        }

    @Test
    fun other_days_are_typed_and_told_in_the_other_language() = onOpen(with = { lived() }) {
        taps(ConsultationText.CONSULTATION_TITLE)
        taps(ConsultationText.CONSULTATION_OTHER)
        types(ConsultationText.CONSULTATION_FIRST, "23/11/2026")
        types(ConsultationText.CONSULTATION_LAST, "10/11/2026")
        taps(ConsultationText.CONSULTATION_ENGLISH)
        taps(ConsultationText.CONSULTATION_NOTES)
        taps(ConsultationText.CONSULTATION_LOOK)
        sees(ConsultationText.CONSULTATION_BACKWARDS)
        picture("consultation-backwards")
        types(ConsultationText.CONSULTATION_FIRST, "le premier")
        taps(ConsultationText.CONSULTATION_LOOK)
        sees(DayText.DAY_NOT_READ)
        types(ConsultationText.CONSULTATION_FIRST, "1.11.2026")
        taps(ConsultationText.CONSULTATION_LOOK)
        sees("1 November 2026")
        assertFalse("Nuit difficile" in shown())
        taps(Text.BACK)
        sees(ConsultationText.CONSULTATION_LAST)
        sees("10/11/2026")
    }

    /** Whether a text stands in a PDF, as it is said aloud there: what is drawn is glyphs. */
    private fun saidInPdf(pdf: ByteArray, text: String): Boolean {
        val raw = String(pdf, Charsets.ISO_8859_1)
        val inside = Regex("stream\r?\n").findAll(raw).map { found ->
            val inflater = Inflater().apply { setInput(pdf, found.range.last + 1, pdf.size - found.range.last - 1) }
            val out = ByteArray(INFLATED)
            val length = runCatching { inflater.inflate(out) }.getOrDefault(0)
            String(out, 0, length, Charsets.ISO_8859_1)
        }
        // Plain ASCII stands as it is; the rest is UTF-16 in hexadecimal digits.
        val digits = text.toByteArray(Charsets.UTF_16BE).joinToString("") { "%02X".format(it) }
        return (sequenceOf(raw) + inside).any { part -> text in part || part.contains(digits, ignoreCase = true) }
    }

    private companion object {
        val LAST: LocalDate = LocalDate.of(2026, 11, 23)
        const val INFLATED = 4_000_000
    }
}
