// The screen of a call to act.
package org.vigie.ui.prompt

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.OutcomeKind
import org.vigie.ui.Text
import org.vigie.ui.chart.Chart
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Typed
import org.vigie.ui.look.Urgent

/** Whom to call comes first, then what to say, then what became of it. */
@Composable
fun PromptScreen(model: PromptModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = if (state.reached) model::notReached else leave
    val title = if (state.loaded) state.headline else texts[Text.PROMPT_TITLE]
    Page(title, Going(model.busy, model.problem), back, top = state.reached to state.done.size) {
        if (!state.loaded) return@Page
        if (state.reached) Reached(model) else Waiting(model)
    }
}

@Composable
private fun Waiting(model: PromptModel) {
    val texts = LocalTexts.current
    val state = model.state
    state.reasons.forEach { Body(it) }
    if (state.numbers.isEmpty()) Body(state.whom, MaterialTheme.typography.titleMedium)
    state.numbers.forEachIndexed { place, number ->
        val text = "${number.name}\n${number.number}"
        when {
            state.urgent && place == 0 -> Urgent(text) { model.call(number) }
            place == 0 -> Primary(text, { model.call(number) })
            else -> Secondary(text, { model.call(number) })
        }
    }
    Card {
        Body(texts[Text.PROMPT_WHAT_TO_SAY], MaterialTheme.typography.titleMedium)
        Body(state.whatToSay)
    }
    Heading(texts[Text.PROMPT_AND_THEN])
    state.done.forEach { Small(it) }
    state.due?.let { Small(it) }
    Secondary(texts[Text.PROMPT_REACHED], model::reached)
    Secondary(texts[Text.PROMPT_NO_ANSWER], { model.resolve(OutcomeKind.NO_ANSWER) })
    Secondary(texts[Text.PROMPT_LATER], { model.resolve(OutcomeKind.LATER) })
    Secondary(texts[Text.PROMPT_ALREADY_KNOWN], { model.resolve(OutcomeKind.ALREADY_KNOWN) })
    Quiet(texts[Text.PROMPT_PREFER_NOT], { model.resolve(OutcomeKind.PREFER_NOT) })
    state.evidence.forEach {
        Heading(it.name)
        Chart(it)
    }
}

@Composable
private fun Reached(model: PromptModel) {
    val texts = LocalTexts.current
    val state = model.state
    Field(texts[Text.PROMPT_WHO], state.who, { typed -> model.type { copy(who = typed) } })
    Field(texts[Text.PROMPT_ADVICE], state.advice, { typed -> model.type { copy(advice = typed) } }, Typed.TEXT)
    Primary(texts[Text.PROMPT_KEEP], { model.resolve(OutcomeKind.REACHED) })
}
