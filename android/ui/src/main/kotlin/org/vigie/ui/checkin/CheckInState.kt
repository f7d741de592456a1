// The check-in as it stands: what is asked, what was answered, where one is.
package org.vigie.ui.checkin

import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.EntryId
import org.vigie.Item
import org.vigie.Measure
import org.vigie.Named
import org.vigie.PainDetail
import org.vigie.PainQuality
import org.vigie.PainSite
import org.vigie.Painkiller
import org.vigie.ui.body.BodyLook
import org.vigie.ui.body.Zone
import java.time.LocalDate

/** A question about an item. */
data class Question(
    val item: Item,
    val name: String,
    val question: String,
    /** What the ends of the scale mean. */
    val ends: String,
    /** Yesterday's rating, when it can be taken over. */
    val yesterday: Yesterday?,
    /** Whether the values have words: not those that count something. */
    val hasWords: Boolean,
    /** Where, when it is a pain at one place. */
    val site: PainSite? = null,
    /** Asked every day, not only added today. */
    val asked: Boolean = true,
)

/** A rating of yesterday, with the words that offer it and those that say that it was taken. */
data class Yesterday(val rating: Int, val offer: String, val taken: String)

/** A sign of alarm, with its name. */
data class Sign(val alarm: Alarm, val name: String)

/** The parts of a check-in, a page each for whoever wants one question at a time. */
sealed interface Part {
    /** The rating of one item. */
    data class Rating(val question: Question) : Part

    /** Where it hurts, and what was taken. */
    data object Pains : Part

    /** How one manages, 0 to 4. */
    data object General : Part

    /** Temperature and weight. */
    data object Measures : Part

    /** Signs that cannot wait. */
    data object Alarms : Part

    /** Treatment given, a note, a question. */
    data object Rest : Part
}

/** What the screen shows. */
data class CheckInState(
    val loaded: Boolean = false,
    val day: LocalDate,
    val dayName: String = "",
    /** The entry that is corrected. */
    val amends: EntryId? = null,
    val questions: List<Question> = emptyList(),
    /** A word for each rating from 0 to 10. */
    val severities: List<String> = emptyList(),
    /** A sentence for each general state from 0 to 4. */
    val generals: List<String> = emptyList(),
    val signs: List<Sign> = emptyList(),
    /** The temperature is worth measuring today. */
    val askTemperature: Boolean = false,
    /** All on one page instead of one question after the other. */
    val onePage: Boolean = false,
    val page: Int = 0,
    /** For each page, which one of how many it is. */
    val pages: List<String> = emptyList(),
    val answers: Map<Item, Answer> = emptyMap(),
    val same: Set<Item> = emptySet(),
    /** Where it hurts belongs to this check-in. */
    val asksPain: Boolean = false,
    val zones: List<Zone> = emptyList(),
    /** What is asked about a place once it is chosen. */
    val addable: Map<PainSite, Question> = emptyMap(),
    /** Names of what a pain can be like. */
    val qualities: List<Pair<PainQuality, String>> = emptyList(),
    /** The figure or the list. */
    val look: BodyLook = BodyLook(),
    /** The places that were chosen, with what was said of them. */
    val pains: Map<PainSite, PainDetail> = emptyMap(),
    val painkillers: List<Taken> = emptyList(),
    val general: Int? = null,
    val temperature: String = "",
    val weight: String = "",
    val ticks: Set<Alarm> = emptySet(),
    val treated: Boolean = false,
    val treatment: String = "",
    val note: String = "",
    val question: String = "",
    /** Numbers to be looked at again before the entry is noted. */
    val slips: Map<Measure, Slip> = emptyMap(),
    /** They are looked at: whoever corrects them stays there until the entry is noted. */
    val again: Boolean = false,
    /** What is kept of a corrected entry and not shown here. */
    val base: DailyEntry? = null,
) {
    /** The pages in order. */
    val parts: List<Part>
        get() = questions.filter { it.site == null }.map { Part.Rating(it) } + listOfNotNull(Part.Pains.takeIf { asksPain }) +
            listOf(Part.General, Part.Measures, Part.Alarms, Part.Rest)

    /** The pains that there are: chosen or rated, in the order in which they came. */
    val sites: List<Question>
        get() = questions.filter { it.site != null && (it.site in pains || answers[it.item] is Answer.Rated) }

    /** Where they are. */
    val chosenSites: Set<PainSite>
        get() = sites.mapNotNull { it.site }.toSet()

    /** Whether yesterday's answers can be taken over. */
    val hasYesterday: Boolean
        get() = questions.any { it.yesterday != null }

    /** The last page is shown. */
    val atEnd: Boolean
        get() = onePage || page == parts.lastIndex

    /** As the journal takes it, with these numbers, noted by the person or by this [relative]. */
    fun entry(celsius: Double?, kilograms: Double?, relative: String?): DailyEntry = (base ?: DailyEntry(day)).copy(
        answers = answers,
        sameAsBefore = same,
        state = general,
        temperature = celsius,
        weight = kilograms,
        ticks = ticks,
        pains = told(),
        painkillers = painkillers.filter { it.name.isNotBlank() }.map { Painkiller(it.name.trim(), it.helped) },
        administration = if (treated) Named(treatment.ifBlank { null }) else null,
        note = note.ifBlank { null },
        question = question.ifBlank { null },
        // Whoever corrects what another one noted says it themselves.
        caregiver = relative,
    )

    /** Nothing but a place is told by its rating, and stands here for as long as it has none. */
    private fun told(): Map<PainSite, PainDetail> {
        val answered = questions.filter { it.item in answers }.mapNotNull { it.site }
        return pains.filter { (site, detail) -> detail != PainDetail() || site !in answered }
    }
}

/**
 * A number that may be a slip, or is no such measure.
 *
 * @param meant is what it may have been meant to be, as it would be typed, and [offer] the words for it.
 * @param impossible is one that cannot be noted.
 */
data class Slip(val sentence: String, val meant: String?, val offer: String?, val impossible: Boolean)
