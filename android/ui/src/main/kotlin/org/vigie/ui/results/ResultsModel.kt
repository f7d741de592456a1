// Results of the laboratory, scans, and photos or papers: shown as they were told, never interpreted.
package org.vigie.ui.results

import androidx.compose.ui.graphics.ImageBitmap
import org.vigie.Attachment
import org.vigie.CareEvent
import org.vigie.ImagingStudy
import org.vigie.JournalInterface
import org.vigie.LabResult
import org.vigie.asSink
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Plain
import org.vigie.ui.chart.Values
import org.vigie.ui.chart.valuesOf
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.Listed
import org.vigie.ui.form.listed
import java.io.ByteArrayOutputStream
import java.time.LocalDate
import kotlin.math.ceil

/** Everything that was measured under one name, the last first. */
data class Measured(val name: String, val values: List<Listed<LabResult>>, val details: List<String>, val chart: Values?)

/** A photo or a paper. */
data class Kept(val attachment: Attachment, val details: List<String>)

/** What the screen shows. */
data class ResultsState(
    val loaded: Boolean = false,
    val today: LocalDate = LocalDate.EPOCH,
    val measured: List<Measured> = emptyList(),
    /** The name whose values are shown. */
    val name: String? = null,
    /** The last first. */
    val scans: List<Listed<ImagingStudy>> = emptyList(),
    /** The last first. */
    val kept: List<Kept> = emptyList(),
    /** The photo or paper that is shown. */
    val paper: Kept? = null,
    /** What it looks like, once it was asked to be looked at. */
    val picture: ImageBitmap? = null,
    /** It was, and is no picture. */
    val noPicture: Boolean = false,
    /** What is being told or corrected. */
    val form: FormModel<*>? = null,
    /** What was just done, said once. */
    val done: String? = null,
)

/** Looks again after each change. */
class ResultsModel(hand: Hand, private val journal: JournalInterface) : Model<ResultsState>(ResultsState(), hand) {
    private val forms = ResultForms(hand, journal, ::kept)

    init {
        work { look() }
    }

    private suspend fun look(done: String? = null) {
        val now = state
        state = hand.off {
            val care = journal.care()
            val labs = care.listed(hand) { event -> (event as? CareEvent.Lab)?.result?.let { it.day to it } }
            now.copy(
                loaded = true,
                today = journal.now().toLocalDate(),
                measured = labs.reversed().groupBy { it.told.name }.map { (name, values) -> measured(name, values) },
                scans = care.listed(hand) { event -> (event as? CareEvent.Imaging)?.study?.let { it.day to it } }.reversed(),
                kept = journal.attachments().sortedByDescending { it.day }.map(::kept),
                form = null,
                done = done,
            )
        }
    }

    private fun measured(name: String, values: List<Listed<LabResult>>): Measured {
        val count = hand.texts.say(ResultsPhrase.RESULTS_VALUES, "count" to values.size.toLong())
        // The name is the title of the page already: the day stands first.
        val dated = values.map { it.copy(title = it.details.first(), details = it.details.drop(1)) }
        return Measured(name, dated, values.first().details + count, valuesOf(hand.texts, values.map { it.told }, hand.texts::printed))
    }

    private fun kept(attachment: Attachment): Kept {
        val words = hand.texts.words
        val size = words.number(ceil(attachment.bytes.toDouble() / KILO), 0u)
        return Kept(attachment, listOf(words.day(attachment.day), hand.texts.say(ResultsPhrase.ATTACHMENTS_SIZE, "size" to size)))
    }

    private fun kept(done: Plain) {
        work { look(hand.texts[done]) }
    }

    /** Shows the values under a name. */
    fun see(name: String) {
        state = state.copy(name = name, done = null)
    }

    /** Shows a photo or a paper. */
    fun see(paper: Kept) {
        state = state.copy(paper = paper, picture = null, noPicture = false, done = null)
    }

    /** One step back, or [leave]s. */
    fun back(leave: () -> Unit) {
        val now = state
        when {
            now.form != null -> state = now.copy(form = null)
            now.name != null || now.paper != null ->
                state =
                    now.copy(name = null, paper = null, picture = null, noPicture = false, done = null)
            else -> leave()
        }
    }

    /** A result is told. Under a name that is there, its unit and range are likely the same. */
    fun tell(like: Listed<LabResult>? = null) = open { forms.result(state.today, null, like?.told) }

    /** This result is corrected. */
    fun correct(one: Listed<LabResult>) = open { forms.result(state.today, one.id, one.told) }

    /** A scan is told, or this one corrected. */
    fun tellScan(one: Listed<ImagingStudy>? = null) = open { forms.scan(state.today, one) }

    /** A photo or a paper is kept. */
    fun tellPaper() = open { forms.paper(state.today) }

    private fun open(form: () -> FormModel<*>) {
        work {
            val made = hand.off(form)
            state = state.copy(form = made, done = null)
        }
    }

    /** Writes a copy of the photo or paper where the person chooses. */
    fun copyOut(paper: Kept) {
        work {
            // It is read before a place is chosen: what it is gives the file its ending.
            val bytes = hand.off { bytes(paper) }
            val kind = fileKind(bytes)
            val written = hand.phone.writeFile(paper.attachment.name + kind.ending, kind.type) { it.write(bytes) }
            if (written) state = state.copy(done = hand.texts[ResultsText.ATTACHMENTS_COPIED])
        }
    }

    /** Looks at the photo. It is opened off the thread that draws, and made no larger than a screen needs. */
    fun look(paper: Kept) {
        work {
            val picture = hand.off { hand.phone.picture(bytes(paper), LONGEST_SIDE) }
            state = state.copy(picture = picture, noPicture = picture == null)
        }
    }

    private fun bytes(paper: Kept) = ByteArrayOutputStream().also { journal.attachment(paper.attachment.id, it.asSink()) }.toByteArray()

    private companion object {
        /** In pixels: more than the screen of a phone is wide, and 23 MB of memory at most. */
        const val LONGEST_SIDE = 2400
        const val KILO = 1000
    }
}

/** What a file is. */
internal data class FileKind(val type: String, val ending: String)

/** Known by its first bytes; the journal keeps no kind. */
internal fun fileKind(bytes: ByteArray): FileKind {
    val first = bytes.take(HEAD).map { it.toInt() and BYTE }
    val text = first.joinToString("") { it.toChar().toString() }
    return when {
        first.take(2) == listOf(0xFF, 0xD8) -> FileKind("image/jpeg", ".jpg")
        text.startsWith("\u0089PNG") -> FileKind("image/png", ".png")
        text.startsWith("%PDF") -> FileKind("application/pdf", ".pdf")
        text.drop(4).startsWith("ftyphei") -> FileKind("image/heic", ".heic")
        else -> FileKind("application/octet-stream", "")
    }
}

private const val HEAD = 12
private const val BYTE = 0xFF
