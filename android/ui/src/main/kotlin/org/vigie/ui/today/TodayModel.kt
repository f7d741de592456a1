// The first screen of an open journal: what waits, what was noted, what comes next.
package org.vigie.ui.today

import org.vigie.CareEvent
import org.vigie.DailyEntry
import org.vigie.EntryId
import org.vigie.JournalInterface
import org.vigie.PromptId
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Phrase
import org.vigie.ui.Text
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.reminders.plan
import org.vigie.ui.settings.copiesAreLate
import java.time.LocalDate

/** A day that can be filled in. */
data class MissedDay(val day: LocalDate, val name: String)

/** A prompt that waits for an answer of the team's. */
data class Waiting(val id: PromptId, val headline: String, val due: String, val overdue: Boolean, val urgent: Boolean)

/** What the screen shows. */
data class TodayState(
    val loaded: Boolean = false,
    val day: LocalDate = LocalDate.EPOCH,
    val dayName: String = "",
    /** The check-in of today, when there is one. */
    val noted: EntryId? = null,
    /** Answers begun and not noted yet. */
    val begun: Boolean = false,
    /** How far the treatment has come, in words. */
    val treatmentDay: String? = null,
    val waiting: List<Waiting> = emptyList(),
    val missed: List<MissedDay> = emptyList(),
    /** The next appointment, a line or two. */
    val next: List<String> = emptyList(),
    /** Nothing was chosen to be asked yet. */
    val nothingAsked: Boolean = false,
    /** Copies of each day were wanted, and there was none for some days: since when, in a sentence. */
    val copiesLate: String? = null,
    /** The relative who notes, for as long as the journal stays open; null is the person. */
    val relative: String? = null,
    /** That they do, in a sentence. */
    val relativeNotes: String? = null,
    /** The relatives who noted before, while it is chosen who notes now. */
    val relatives: List<String>? = null,
    val newRelative: String = "",
    /** The recovery code was shown, and never read back from paper. */
    val codeUnread: Boolean = false,
    /** What was just done, said once. */
    val done: String? = null,
)

/** Looks again each time the screen is shown. */
class TodayModel(hand: Hand, private val journal: JournalInterface) : Model<TodayState>(TodayState(), hand) {
    /** Looks, and says what was just [done]. */
    fun look(done: Text? = null) {
        work {
            state = hand.off { seen() }.copy(done = done?.let { hand.texts[it] })
        }
    }

    /** The person is too unwell to answer: one tap, and the day counts. */
    fun tooUnwell(then: (PromptId) -> Unit) {
        val day = state.day
        work {
            val prompt = hand.off {
                val begun = journal.draft()?.takeIf { it.day == day } ?: DailyEntry(day)
                journal.recordTooUnwell(begun.copy(caregiver = hand.relative)).prompt
            }
            state = hand.off { seen() }.copy(done = hand.texts[Text.TODAY_TOO_UNWELL_DONE])
            prompt?.let { then(it.id) }
        }
    }

    /** Asks who notes, or no longer. */
    fun askWho(asking: Boolean) {
        if (!asking) {
            state = state.copy(relatives = null)
            return
        }
        work {
            val known = hand.off { journal.entries().asReversed().mapNotNull { it.entry.caregiver }.distinct().take(MOST_RELATIVES) }
            state = state.copy(relatives = known, newRelative = "")
        }
    }

    /** A letter more or less of a relative's name. */
    fun typeRelative(typed: String) {
        state = state.copy(newRelative = typed)
    }

    /** From now on this one notes; null is the person. */
    fun notes(relative: String?) {
        work {
            hand.relative = relative?.trim()
            val said = hand.off { relativeNotes() }
            state = state.copy(relative = hand.relative, relativeNotes = said, relatives = null)
        }
    }

    private fun relativeNotes(): String? = hand.relative?.let { hand.texts.say(Phrase.TODAY_RELATIVE_NOTES, "name" to it) }

    private fun seen(): TodayState {
        val words = hand.texts.words
        // Several days without an answer may call for something, and only being asked tells.
        journal.noticeSilence()
        val today = journal.today()
        hand.home.plan(hand.plan(journal))
        val next = journal.care().mapNotNull { (it.event as? CareEvent.Appointment)?.appointment }
            .filter { it.day >= today.day }.minByOrNull { it.day }
        return TodayState(
            loaded = true,
            day = today.day,
            dayName = words.weekdayDay(today.day),
            noted = today.entries.lastOrNull()?.id,
            begun = journal.draft()?.day == today.day,
            treatmentDay = today.treatmentDay?.let { hand.texts.say(Phrase.TODAY_TREATMENT_DAY, "day" to it.toLong()) },
            waiting = today.open.map {
                Waiting(
                    it.id,
                    journal.say(it.id, hand.texts.lang).headline,
                    hand.texts.say(Phrase.PROMPT_DUE, "moment" to words.moment(it.due)),
                    it.overdue,
                    it.urgent,
                )
            },
            missed = today.missed.map { MissedDay(it, words.weekdayDay(it)) },
            next = next?.let { words.event(CareEvent.Appointment(it)) + words.weekdayDay(it.day) }.orEmpty(),
            nothingAsked = today.asked.isEmpty(),
            copiesLate = hand.copiesAreLate(today.day)
                ?.let { hand.texts.say(Phrase.TODAY_COPIES_LATE, "day" to words.weekdayDay(it)) },
            relative = hand.relative,
            relativeNotes = relativeNotes(),
            codeUnread = hand.home.settings[CODE_UNREAD] != null,
        )
    }
}

/** So many names are offered. */
private const val MOST_RELATIVES = 4
