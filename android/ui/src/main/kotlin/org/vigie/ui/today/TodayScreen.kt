// The first screen of an open journal.
package org.vigie.ui.today

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.Go
import org.vigie.ui.Place
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Urgent

/** What waits comes first, then today, then the rest. */
@Composable
fun TodayScreen(model: TodayModel, go: (Go) -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val going = Going(model.busy, model.problem)
    val tooUnwell = { model.tooUnwell { go(Go.Prompt(it)) } }
    Page(state.dayName.ifEmpty { texts[Text.TODAY_TITLE] }, going, top = state.relatives != null) {
        if (!state.loaded) return@Page
        state.done?.let { Notice(it) }
        state.waiting.forEach { Waits(it) { go(Go.Prompt(it.id)) } }
        CheckIn(state, go, tooUnwell)
        Who(model)
        state.treatmentDay?.let { Body(it) }
        if (state.next.isNotEmpty()) {
            Card {
                Body(texts[Text.TODAY_NEXT], MaterialTheme.typography.titleMedium)
                state.next.forEach { Body(it) }
            }
        }
        if (state.missed.isNotEmpty()) {
            Heading(texts[Text.TODAY_MISSED])
            state.missed.forEach { day -> Quiet(day.name, { go(Go.CheckIn(day.day, amends = null)) }) }
        }
        state.copiesLate?.let { late ->
            Card {
                Body(late)
                Quiet(texts[Text.TODAY_COPIES_SEE], { go(Go.Copies) })
            }
        }
        if (state.codeUnread) {
            Card {
                Body(texts[Text.TODAY_CODE_UNREAD])
                Quiet(texts[Text.TODAY_CODE_SEE], { go(Go.Keys) })
            }
        }
        Heading(texts[Text.TODAY_BESIDE])
        Place.entries.forEach { place -> Quiet(texts[place.title], { go(Go.To(place)) }) }
        if (state.relative == null) Quiet(texts[Text.TODAY_RELATIVE], { model.askWho(true) })
        Quiet(texts[Text.LOCK_NOW], { go(Go.Lock) })
    }
}

@Composable
private fun Waits(prompt: Waiting, open: () -> Unit) {
    val texts = LocalTexts.current
    Card {
        val color = if (prompt.urgent) LocalPalette.current.alarm else LocalPalette.current.ink
        Body(prompt.headline, MaterialTheme.typography.titleLarge, color)
        Small(if (prompt.overdue) texts[Text.TODAY_OVERDUE] else prompt.due)
        if (prompt.urgent) Urgent(texts[Text.TODAY_SEE_PROMPT], open) else Primary(texts[Text.TODAY_SEE_PROMPT], open)
    }
}

@Composable
private fun CheckIn(state: TodayState, go: (Go) -> Unit, tooUnwell: () -> Unit) {
    val texts = LocalTexts.current
    if (state.noted != null) {
        Body(texts[Text.TODAY_NOTED])
        Secondary(texts[Text.TODAY_CHANGE], { go(Go.CheckIn(state.day, state.noted)) })
        val more = if (state.begun) Text.TODAY_GO_ON else Text.TODAY_MORE
        Quiet(texts[more], { go(Go.CheckIn(state.day, amends = null)) })
        return
    }
    if (state.nothingAsked) Small(texts[Text.TODAY_NOTHING_ASKED])
    Primary(texts[if (state.begun) Text.TODAY_GO_ON else Text.TODAY_CHECK_IN], { go(Go.CheckIn(state.day, amends = null)) })
    Secondary(texts[Text.TODAY_TOO_UNWELL], tooUnwell)
}
