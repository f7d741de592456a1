// Everything that happened, latest first: filtered by kind, searched by word.
package org.vigie.ui.timeline

import org.vigie.CareKind
import org.vigie.EntryId
import org.vigie.Event
import org.vigie.EventKind
import org.vigie.Happening
import org.vigie.JournalInterface
import org.vigie.Look
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.form.FormText
import java.time.LocalDate

/** A kind of thing, and its name. */
data class Kind(val kind: EventKind, val name: String)

/** An entry of a day, which can be corrected or taken back. */
data class Noted(val id: EntryId, val day: LocalDate)

/** One thing that happened: what it is, and what is known of it. [noted] is the entry that says it, when it is one. */
data class Row(val day: String, val title: String, val text: List<String>, val by: String?, val noted: Noted? = null) {
    /** A glimpse of the rest. */
    val glimpse: String = text.joinToString(", ")
}

/** A line of the list. */
sealed interface Line {
    /** A day, before what happened on it. */
    data class Day(val name: String) : Line

    /** What happened. */
    data class Thing(val row: Row) : Line
}

/** What the screen shows. */
data class TimelineState(
    val loaded: Boolean = false,
    val lines: List<Line> = emptyList(),
    /** Every kind there is. */
    val kinds: List<Kind> = emptyList(),
    /** Those that are shown; none for all. */
    val chosen: Set<EventKind> = emptySet(),
    /** Those in words. */
    val only: String? = null,
    /** What is typed, and what of it is searched. */
    val words: String = "",
    val searched: String = "",
    /** How many were found. */
    val found: String? = null,
    /** Choosing among the kinds. */
    val choosing: Boolean = false,
    /** What is read whole. */
    val open: Row? = null,
    /** Whether it shall be taken back is being asked. */
    val removing: Boolean = false,
    /** What was just done. */
    val done: String? = null,
)

/** Reads once and is searched by the core. */
class TimelineModel(hand: Hand, private val journal: JournalInterface) : Model<TimelineState>(TimelineState(), hand) {
    init {
        find()
    }

    /** What is typed. */
    fun type(words: String) {
        state = state.copy(words = words)
    }

    /** Looks for what is typed, among the kinds that are chosen. */
    fun find() {
        work {
            // What is latest is on the screen before years have been read.
            if (!state.loaded) state = hand.off { seen(state, journal.today().day.minusDays(LATEST)) }
            val all = hand.off { seen(state) }
            // What was typed or opened meanwhile stays.
            state = all.copy(words = state.words, open = state.open, choosing = false)
        }
    }

    /** Everything again. */
    fun everything() {
        state = state.copy(words = "", chosen = emptySet())
        find()
    }

    private fun seen(now: TimelineState, since: LocalDate? = null): TimelineState {
        val words = hand.texts.words
        val kinds = now.kinds.ifEmpty { kinds() }
        val happened = journal.timeline(Look(hand.texts.lang, first = since, kinds = now.chosen.toList(), words = now.words))
        val narrowed = now.chosen.isNotEmpty() || now.words.isNotBlank()
        val only = kinds.filter { it.kind in now.chosen }.map { it.name }
        return now.copy(
            loaded = true,
            lines = lines(happened),
            kinds = kinds,
            only = only.takeIf { it.isNotEmpty() }?.let { hand.texts.say(TimelinePhrase.TIMELINE_ONLY, "kinds" to words.list(it)) },
            searched = now.words,
            found = if (narrowed) hand.texts.say(TimelinePhrase.TIMELINE_FOUND, "count" to happened.size.toLong()) else null,
            choosing = false,
            done = null,
        )
    }

    private fun lines(happened: List<Happening>): List<Line> = happened.groupBy { it.day }.flatMap { (day, things) ->
        val name = hand.texts.words.weekdayDay(day)
        listOf(Line.Day(name)) + things.map { one ->
            val by = one.author?.let { hand.texts.words.notedBy(it) }
            val noted = (one.event as? Event.Entry)?.let { Noted(it.id, day) }
            Line.Thing(Row(name, one.text.firstOrNull().orEmpty(), one.text.drop(1), by, noted))
        }
    }

    private fun kinds(): List<Kind> {
        val words = hand.texts.words
        // A change of treatment is told with the treatments.
        val care = CareKind.entries.filter { it != CareKind.CHANGE }.map { Kind(EventKind.Care(it), words.careKind(it)) }
        return listOf(
            Kind(EventKind.Entry, words.text("kind-entry")),
            Kind(EventKind.Treatment, words.careKind(CareKind.CHANGE)),
            Kind(EventKind.Prompt, words.text("kind-prompt")),
        ) + care + Kind(EventKind.Attachment, words.text("kind-attachment"))
    }

    /** Choosing among the kinds. */
    fun openKinds() {
        state = state.copy(choosing = true)
    }

    /** Shows this kind, or not. */
    fun choose(kind: EventKind, on: Boolean) {
        state = state.copy(chosen = if (on) state.chosen + kind else state.chosen - kind)
    }

    /** Reads it whole. */
    fun open(row: Row) {
        state = state.copy(open = row, done = null)
    }

    /** Asks whether the entry that is read shall be taken back. */
    fun askToRemove(asking: Boolean) {
        state = state.copy(removing = asking)
    }

    /** Takes back the entry that is read. */
    fun remove() {
        val noted = state.open?.noted ?: return
        work {
            state = hand.off {
                journal.withdraw(noted.id)
                seen(state.copy(open = null, removing = false))
            }.copy(done = hand.texts[FormText.FORM_REMOVED])
        }
    }

    /** One step back, or out by [leave]. */
    fun back(leave: () -> Unit) {
        when {
            state.removing -> askToRemove(false)
            state.open != null -> state = state.copy(open = null)
            state.choosing -> find()
            else -> leave()
        }
    }

    private companion object {
        /** How many days are shown first. */
        const val LATEST = 60L
    }
}
