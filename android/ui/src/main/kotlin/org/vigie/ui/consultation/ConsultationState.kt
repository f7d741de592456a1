// What the screens of the consultation show.
package org.vigie.ui.consultation

import org.vigie.Charts
import org.vigie.Format
import org.vigie.Item
import org.vigie.Lang
import org.vigie.Preview
import org.vigie.Section
import java.time.LocalDate

/** Which days are told. */
enum class Span(val title: ConsultationText) {
    /** Those that are proposed. */
    USUAL(ConsultationText.CONSULTATION_USUAL),

    /** All there are. */
    WHOLE(ConsultationText.CONSULTATION_WHOLE),

    /** Those that the person says. */
    OTHER(ConsultationText.CONSULTATION_OTHER),
}

/** From the first day to the last, and both in words. */
data class Days(val first: LocalDate, val last: LocalDate, val name: String)

/** What is shared, and how the file is called. Nothing of the person is in a name, for others see it. */
enum class Form(
    val title: ConsultationText,
    val how: ConsultationText,
    val kind: String,
    val ending: String,
    /** What the core calls it; null for the page that opens with a passphrase. */
    val format: Format?,
) {
    PDF(ConsultationText.CONSULTATION_PDF, ConsultationText.CONSULTATION_PDF_HOW, "application/pdf", ".pdf", Format.PDF),
    PROTECTED(ConsultationText.CONSULTATION_PROTECTED, ConsultationText.CONSULTATION_PROTECTED_HOW, "text/html", ".html", null),
    FHIR(
        ConsultationText.CONSULTATION_FHIR,
        ConsultationText.CONSULTATION_FHIR_HOW,
        "application/fhir+json",
        ".fhir.json",
        Format.FHIR,
    ),
    CSV(ConsultationText.CONSULTATION_CSV, ConsultationText.CONSULTATION_CSV_HOW, "text/csv", ".csv", Format.CSV),
    SPREADSHEET(
        ConsultationText.CONSULTATION_SPREADSHEET,
        ConsultationText.CONSULTATION_SPREADSHEET_HOW,
        "text/csv",
        "-tableur.csv",
        Format.SPREADSHEET,
    ),
}

/** A symptom that may be left out. */
data class Followed(val item: Item, val name: String)

/** What is looked at: the first page is the [head], then a page for each section, then the charts. */
data class Report(val head: Preview, val pages: List<ReportPage>)

/** A page after the first. */
sealed interface ReportPage {
    /** Its heading. */
    val title: String

    /** Which it is, in words. */
    val place: String

    /** In words and numbers. */
    data class Told(override val title: String, override val place: String, val section: Section) : ReportPage

    /** The course day by day, with the first and last day in words. */
    data class Drawn(override val title: String, override val place: String, val charts: Charts, val first: String, val last: String) :
        ReportPage
}

/** Where one is. */
enum class Step {
    /** Choosing what is told. */
    CHOOSE,

    /** Choosing among the symptoms. */
    ITEMS,

    /** The first page, and the list of the others. */
    CONTENTS,

    /** A page. */
    PAGE,

    /** Choosing how it is shared. */
    SHARE,

    /** The passphrase of the page that was written. */
    SECRET,
}

/** What the screen shows. */
data class ConsultationState(
    val loaded: Boolean = false,
    val step: Step = Step.CHOOSE,
    val lang: Lang = Lang.FR,
    val span: Span = Span.USUAL,
    val days: Map<Span, Days> = emptyMap(),
    val today: LocalDate = LocalDate.EPOCH,
    /** The days the person says, as they are typed, and why one cannot be taken. */
    val first: String = "",
    val last: String = "",
    val firstWrong: String? = null,
    val lastWrong: String? = null,
    val withName: Boolean = true,
    val withNotes: Boolean = true,
    /** What is left out. */
    val without: Set<Item> = emptySet(),
    /** The same in words. */
    val leftOut: String? = null,
    /** What was followed on these days. */
    val items: List<Followed> = emptyList(),
    val report: Report? = null,
    /** Which page is looked at. */
    val page: Int = 0,
    /** What was just done. */
    val done: String? = null,
    /** What opens the page that was written. */
    val secret: String? = null,
)
