// A call to act: what was seen, whom to call, what to say, and what became of it.
package org.vigie.ui.prompt

import org.vigie.Call
import org.vigie.JournalInterface
import org.vigie.NumberToCall
import org.vigie.OpenPrompt
import org.vigie.OutcomeKind
import org.vigie.PromptId
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Phrase
import org.vigie.ui.chart.Series
import org.vigie.ui.chart.seriesOf

/** What the screen shows. */
data class PromptState(
    val loaded: Boolean = false,
    val headline: String = "",
    val reasons: List<String> = emptyList(),
    val whatToSay: String = "",
    /** It cannot wait. */
    val urgent: Boolean = false,
    /** Whom to call, the first first. */
    val numbers: List<NumberToCall> = emptyList(),
    /** Whom to call, in words, when there is no number for them. */
    val whom: String = "",
    /** What was done so far. */
    val done: List<String> = emptyList(),
    /** When it asks again. */
    val due: String? = null,
    /** The numbers behind it, a small chart each. */
    val evidence: List<Series> = emptyList(),
    /** Somebody answered, and what they said is being noted. */
    val reached: Boolean = false,
    val who: String = "",
    val advice: String = "",
)

/** @param closed is called when it no longer waits. */
class PromptModel(hand: Hand, private val journal: JournalInterface, private val id: PromptId, private val closed: () -> Unit) :
    Model<PromptState>(PromptState(), hand) {

    init {
        work {
            val open = hand.off { journal.openPrompts().find { it.id == id }?.let(::seen) }
            if (open == null) closed() else state = open
        }
    }

    private fun seen(open: OpenPrompt): PromptState {
        val said = journal.say(open.id, hand.texts.lang)
        val words = hand.texts.words
        return PromptState(
            loaded = true,
            headline = said.headline,
            reasons = said.reasons,
            whatToSay = said.whatToSay,
            urgent = open.urgent,
            numbers = journal.numbersToCall(open.id, hand.texts.lang),
            whom = words.call(open.call),
            done = open.outcomes.map { words.outcome(it) },
            due = hand.texts.say(Phrase.PROMPT_DUE, "moment" to words.moment(open.due)).takeIf { open.outcomes.isNotEmpty() },
            evidence = open.prompt.findings.flatMap { it.items }.distinct().mapNotNull { seriesOf(journal, hand.texts, it) },
            who = who(open.call),
        )
    }

    /** Whose number is shown: whoever does not answer it is noted as called. */
    private fun who(call: Call): String = when (call) {
        is Call.Contact -> call.contact.name
        is Call.OutOfHours -> call.contact.name
        is Call.Emergency, is Call.Team -> ""
    }

    /** Opens the dialler. */
    fun call(number: NumberToCall) = hand.phone.dial(number.number)

    /** Somebody answered: what they said can be noted. */
    fun reached() {
        state = state.copy(reached = true)
    }

    /** Not yet, after all. */
    fun notReached() {
        state = state.copy(reached = false)
    }

    /** What is typed about who answered. */
    fun type(to: PromptState.() -> PromptState) {
        state = state.to()
    }

    /** What became of it. It stays when it goes on waiting, and then says whom to call next. */
    fun resolve(kind: OutcomeKind) {
        val now = state
        work {
            val answered = kind == OutcomeKind.REACHED
            val open = hand.off {
                val contact = now.who.takeIf { it.isNotBlank() && kind != OutcomeKind.LATER && kind != OutcomeKind.PREFER_NOT }
                journal.resolve(id, kind, contact, now.advice.takeIf { answered && it.isNotBlank() })?.let(::seen)
            }
            if (open == null || kind == OutcomeKind.LATER) closed() else state = open
        }
    }
}
