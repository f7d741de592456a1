// Results of the laboratory, scans, and photos or papers.
package org.vigie.ui

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.vigie.CareEvent
import org.vigie.Conclusion
import org.vigie.ImagingKind
import org.vigie.ImagingStudy
import org.vigie.Journal
import org.vigie.LabResult
import org.vigie.Lang
import org.vigie.Words
import org.vigie.asSource
import org.vigie.ui.chart.Spot
import org.vigie.ui.chart.valuesOf
import org.vigie.ui.form.FormText
import org.vigie.ui.results.FileKind
import org.vigie.ui.results.ResultsText
import org.vigie.ui.results.fileKind
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.time.LocalDate
import javax.imageio.ImageIO

class ResultsTest {
    private val today = LocalDate.of(2026, 11, 23)

    private fun Journal.labs() = care().mapNotNull { (it.event as? CareEvent.Lab)?.result }

    private fun Journal.some() {
        for ((ago, value) in listOf(63L to "41.2", 35L to "18.5", 7L to "9.30")) {
            addCare(CareEvent.Lab(LabResult(today.minusDays(ago), "CEA", value, "ng/mL", "-5")))
        }
        addCare(CareEvent.Lab(LabResult(today.minusDays(7), "Hémoglobine", "10.9", "g/dL", "12-16")))
        val scan = ImagingStudy(today.minusDays(12), ImagingKind.CT, "Clinique du Parc", Conclusion.STABLE, "Pas de nouvelle lésion.")
        addCare(CareEvent.Imaging(scan))
    }

    @Test
    fun a_result_is_told_with_its_slips_and_corrected() {
        lateinit var journal: Journal
        onOpen(with = {
            some()
            journal = this
        }) {
            taps(Text.PLACE_RESULTS)
            sees("9,30 ng/mL · norme ≤ 5")
            picture("results")
            taps("CEA")
            sees("41,2 ng/mL")
            sees("CEA : 3 valeurs du 21 septembre 2026 au 16 novembre 2026, entre 9,30 ng/mL et 41,2 ng/mL. La dernière est 9,30 ng/mL.")
            isSound()
            picture("results-values")
            taps(ResultsText.RESULTS_ADD_VALUE)
            types(ResultsText.RESULTS_VALUE, "8,1 environ")
            taps(FormText.FORM_KEEP)
            looksAt("Résultat : un nombre, par exemple 12,3, <0,5 ou >1000")
            picture("results-wrong-value")
            types(ResultsText.RESULTS_VALUE, "8,10")
            types(ResultsText.RESULTS_RANGE, "5-0")
            taps(FormText.FORM_KEEP)
            sees("Résultat : un intervalle")
            picture("results-wrong-range")
            types(ResultsText.RESULTS_RANGE, "0-5")
            types(ResultsText.RESULTS_DAY, "24/11/2026")
            taps(FormText.FORM_KEEP)
            sees("Date : un jour qui n’est pas dans l’avenir")
            types(ResultsText.RESULTS_DAY, "20/11/2300")
            taps(FormText.FORM_KEEP)
            sees("Écrivez le jour comme 23/11/2026.")
            types(ResultsText.RESULTS_DAY, "22/11")
            taps(FormText.FORM_KEEP)
            sees("8,10 ng/mL")
            assertEquals(LabResult(today.minusDays(1), "CEA", "8.10", "ng/mL", "0-5"), journal.labs().last())

            taps(Words(Lang.FR).day(today.minusDays(1)))
            types(ResultsText.RESULTS_VALUE, "<0,5")
            taps(FormText.FORM_KEEP)
            sees("< 0,5 ng/mL")
            picture("results-values-bound")
            assertEquals("<0.5", journal.labs().last().value)
            taps(Text.BACK)
            taps(ResultsText.RESULTS_ADD)
            taps(FormText.FORM_KEEP)
            sees("au moins un mot")
            taps(Text.BACK)
            sees(ResultsText.RESULTS_LABS)
        }
    }

    @Test
    fun a_scan_is_told_with_what_was_said_of_it() {
        lateinit var journal: Journal
        onOpen(with = { journal = this }) {
            taps(Text.PLACE_RESULTS)
            taps(ResultsText.SCANS_ADD)
            taps("TEP-Scan")
            taps("mieux")
            types(ResultsText.SCANS_PLACE, "CHU")
            types(ResultsText.SCANS_TOLD, "Les nodules ont diminué.")
            types(ResultsText.SCANS_DAY, "45/11/2026")
            picture("scan-form")
            taps(FormText.FORM_KEEP)
            sees("Écrivez le jour comme 23/11/2026.")
            sees("Les nodules ont diminué.")
            types(ResultsText.SCANS_DAY, "15/11/2026")
            taps(FormText.FORM_KEEP)
            sees("mieux · CHU · Les nodules ont diminué.")
            val told = ImagingStudy(LocalDate.of(2026, 11, 15), ImagingKind.PET_CT, "CHU", Conclusion.BETTER, "Les nodules ont diminué.")
            assertEquals(listOf(CareEvent.Imaging(told)), journal.care().map { it.event })
        }
    }

    @Test
    fun a_paper_is_kept_and_a_copy_comes_out() {
        lateinit var journal: Journal
        val phone = TestPhone()
        onOpen(phone, with = { journal = this }) {
            taps(Text.PLACE_RESULTS)
            taps(ResultsText.ATTACHMENTS_ADD)
            taps(ResultsText.ATTACHMENTS_CHOOSE)
            sees("au moins un mot")
            types(ResultsText.ATTACHMENTS_NAME, "Compte rendu du scanner")
            picture("paper-form")
            // Nothing is chosen: the form stays.
            taps(ResultsText.ATTACHMENTS_CHOOSE)
            sees("Compte rendu du scanner")
            val paper = "%PDF-1.7 un papier".toByteArray()
            phone.picked = paper
            taps(ResultsText.ATTACHMENTS_CHOOSE)
            sees(FormText.FORM_KEPT)
            assertEquals(listOf("Compte rendu du scanner"), journal.attachments().map { it.name })
            picture("papers-kept")
            taps("Compte rendu du scanner")
            taps(ResultsText.ATTACHMENTS_LOOK)
            sees(ResultsText.ATTACHMENTS_NO_PICTURE)
            taps(ResultsText.ATTACHMENTS_COPY)
            sees(ResultsText.ATTACHMENTS_COPIED)
            picture("paper")
            assertArrayEquals(paper, phone.files["Compte rendu du scanner.pdf"])
            taps(Text.BACK)
            sees(ResultsText.ATTACHMENTS_TITLE)
        }
    }

    @Test
    fun a_photo_is_looked_at() {
        val photo = BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB)
        val png = ByteArrayOutputStream().also { ImageIO.write(photo, "png", it) }.toByteArray()
        onOpen(with = { attach(today, "Rougeur au bras", ByteArrayInputStream(png).asSource()) }) {
            taps(Text.PLACE_RESULTS)
            taps("Rougeur au bras")
            taps(ResultsText.ATTACHMENTS_LOOK)
            soonIdle()
            until("it is drawn, as wide as the page") { drawn("Rougeur au bras") == 336 to 448 }
            isSound()
            picture("paper-photo")
            // The next one is not shown for this one.
            taps(Text.BACK)
            taps("Rougeur au bras")
            sees(ResultsText.ATTACHMENTS_LOOK)
        }
    }

    @Test
    fun values_of_one_day_or_in_another_unit_stand_in_no_chart() = runBlocking {
        val texts = Texts.of(Lang.FR)
        fun chart(vararg results: LabResult) = valuesOf(texts, results.toList(), texts::printed)
        val (old, low, last) = listOf("40.1" to "g/L", "<0.5" to "mg/L", "3" to "mg/L").mapIndexed { place, (value, unit) ->
            LabResult(today.plusDays(place.toLong()), "CRP", value, unit)
        }
        assertNull(chart())
        assertNull(chart(last))
        assertNull(chart(last, last))
        assertNull(chart(old, last))
        assertEquals(listOf(Spot(0f, 0f, bound = true), Spot(1f, 1f, bound = false)), chart(last, old, low)?.spots)
        assertEquals(listOf(0.5f, 0.5f), chart(old, old.copy(day = last.day))?.spots?.map { it.high })
    }

    @Test
    fun what_a_file_is_stands_in_its_first_bytes() {
        fun of(vararg bytes: Int) = fileKind(ByteArray(bytes.size) { bytes[it].toByte() })
        assertEquals(FileKind("image/jpeg", ".jpg"), of(0xFF, 0xD8, 0xFF, 0xE0))
        assertEquals(FileKind("image/png", ".png"), of(0x89, 0x50, 0x4E, 0x47))
        assertEquals(FileKind("image/heic", ".heic"), fileKind("....ftypheic".toByteArray()))
        assertEquals(FileKind("application/octet-stream", ""), of())
    }

    @Test
    fun in_english_in_the_dark_and_large() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { some() }) {
        taps(Text.PLACE_RESULTS)
        sees(ResultsText.RESULTS_LABS)
        picture("results-large")
        taps(ResultsText.RESULTS_ADD)
        types(ResultsText.RESULTS_VALUE, "about 8")
        types(ResultsText.RESULTS_NAME, "CEA")
        taps(FormText.FORM_KEEP)
        looksAt("a number such as")
        picture("result-form-large")
    }
}
