// What is asked of a result, a scan, and a photo or paper.
package org.vigie.ui.results

import org.vigie.CareEvent
import org.vigie.CareId
import org.vigie.Conclusion
import org.vigie.ImagingKind
import org.vigie.ImagingStudy
import org.vigie.JournalInterface
import org.vigie.LabResult
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.form.Ask
import org.vigie.ui.form.Form
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.How
import org.vigie.ui.form.Listed
import org.vigie.ui.form.Reader
import org.vigie.ui.form.careForm
import org.vigie.ui.form.options
import org.vigie.ui.look.written
import org.vigie.ui.results.ResultsText.ATTACHMENTS_CHOOSE
import org.vigie.ui.results.ResultsText.ATTACHMENTS_DAY
import org.vigie.ui.results.ResultsText.ATTACHMENTS_NAME
import org.vigie.ui.results.ResultsText.ATTACHMENTS_NAME_HINT
import org.vigie.ui.results.ResultsText.ATTACHMENTS_NEW
import org.vigie.ui.results.ResultsText.ATTACHMENTS_WHY
import org.vigie.ui.results.ResultsText.RESULTS_DAY
import org.vigie.ui.results.ResultsText.RESULTS_NAME
import org.vigie.ui.results.ResultsText.RESULTS_NAME_HINT
import org.vigie.ui.results.ResultsText.RESULTS_NEW
import org.vigie.ui.results.ResultsText.RESULTS_ONE
import org.vigie.ui.results.ResultsText.RESULTS_RANGE
import org.vigie.ui.results.ResultsText.RESULTS_RANGE_HINT
import org.vigie.ui.results.ResultsText.RESULTS_UNIT
import org.vigie.ui.results.ResultsText.RESULTS_VALUE
import org.vigie.ui.results.ResultsText.RESULTS_VALUE_HINT
import org.vigie.ui.results.ResultsText.SCANS_CONCLUSION
import org.vigie.ui.results.ResultsText.SCANS_DAY
import org.vigie.ui.results.ResultsText.SCANS_KIND
import org.vigie.ui.results.ResultsText.SCANS_NEW
import org.vigie.ui.results.ResultsText.SCANS_ONE
import org.vigie.ui.results.ResultsText.SCANS_PLACE
import org.vigie.ui.results.ResultsText.SCANS_TOLD
import org.vigie.ui.results.ResultsText.SCANS_TOLD_HINT
import java.time.LocalDate

/** A photo or a paper about to be chosen. */
data class Paper(val day: LocalDate, val name: String)

/** For models: each form asks the core for names. [done] is called once something is kept or taken back. */
class ResultForms(private val hand: Hand, private val journal: JournalInterface, private val done: (Plain) -> Unit) {
    private val words = hand.texts.words

    /** A result. A new one begins with the name, unit and range of [told]; the one of this [id] with its value too. */
    fun result(today: LocalDate, id: CareId?, told: LabResult?): FormModel<CareEvent> {
        val asks = listOf(
            Ask(RESULTS_NAME, How.LINE, RESULTS_NAME_HINT),
            Ask(RESULTS_VALUE, How.LINE, RESULTS_VALUE_HINT),
            Ask(RESULTS_UNIT, How.LINE),
            Ask(RESULTS_RANGE, How.LINE, RESULTS_RANGE_HINT),
            Ask(RESULTS_DAY, How.DAY),
        )
        val values = mapOf<Plain, String>(
            RESULTS_NAME to told?.name.orEmpty(),
            RESULTS_VALUE to told?.value?.takeIf { id != null }?.let(hand.texts::printed).orEmpty(),
            RESULTS_UNIT to told?.unit.orEmpty(),
            RESULTS_RANGE to told?.range?.let(hand.texts::printed).orEmpty(),
            RESULTS_DAY to written(told?.day?.takeIf { id != null } ?: today),
        )
        val form = Form(if (id == null) RESULTS_NEW else RESULTS_ONE, today, asks, values)
        return careForm(hand, journal, id, form, done) { CareEvent.Lab(readResult()) }
    }

    /** The value and the range are read one after the other: each refusal is told at its own place. */
    private fun Reader.readResult(): LabResult {
        val name = neededLabel(RESULTS_NAME)
        val alone = LabResult(form.today, name, typed(RESULTS_VALUE))
        at(RESULTS_VALUE) { words.event(CareEvent.Lab(alone)) }
        val unit = label(RESULTS_UNIT)
        val ranged = alone.copy(unit = unit, range = typed(RESULTS_RANGE).ifEmpty { null })
        at(RESULTS_RANGE) { words.event(CareEvent.Lab(ranged)) }
        return ranged.copy(day = neededDay(RESULTS_DAY))
    }

    /** A scan. */
    fun scan(today: LocalDate, one: Listed<ImagingStudy>?): FormModel<CareEvent> {
        val told = one?.told
        val asks = listOf(
            Ask(SCANS_KIND, How.ONE, options = options<ImagingKind>(words::imaging)),
            Ask(SCANS_DAY, How.DAY),
            Ask(SCANS_PLACE, How.LINE),
            Ask(SCANS_CONCLUSION, How.ONE, options = options<Conclusion>(words::conclusion)),
            Ask(SCANS_TOLD, How.TEXT, SCANS_TOLD_HINT),
        )
        val values = mapOf<Plain, String>(
            SCANS_KIND to (told?.kind ?: ImagingKind.CT).name,
            SCANS_DAY to written(told?.day ?: today),
            SCANS_PLACE to told?.place.orEmpty(),
            SCANS_CONCLUSION to (told?.conclusion ?: Conclusion.NOT_TOLD).name,
            SCANS_TOLD to told?.told.orEmpty(),
        )
        val form = Form(if (one == null) SCANS_NEW else SCANS_ONE, today, asks, values)
        return careForm(hand, journal, one?.id, form, done) {
            val kind = one<ImagingKind>(SCANS_KIND) ?: ImagingKind.OTHER
            val conclusion = one<Conclusion>(SCANS_CONCLUSION) ?: Conclusion.NOT_TOLD
            CareEvent.Imaging(ImagingStudy(neededDay(SCANS_DAY), kind, label(SCANS_PLACE), conclusion, note(SCANS_TOLD)))
        }
    }

    /** A photo or a paper: named first, and then chosen. */
    fun paper(today: LocalDate): FormModel<Paper> {
        val asks = listOf(Ask(ATTACHMENTS_NAME, How.LINE, ATTACHMENTS_NAME_HINT), Ask(ATTACHMENTS_DAY, How.DAY))
        val values = mapOf<Plain, String>(ATTACHMENTS_DAY to written(today))
        val form = Form(ATTACHMENTS_NEW, today, asks, values, keep = ATTACHMENTS_CHOOSE, about = hand.texts[ATTACHMENTS_WHY])
        return FormModel(
            hand,
            journal,
            form,
            which = "",
            read = { Paper(neededDay(ATTACHMENTS_DAY), neededLabel(ATTACHMENTS_NAME)) },
            save = { paper -> hand.phone.readFile { journal.attach(paper.day, paper.name, it) } != null },
            remove = null,
            done,
        )
    }
}
