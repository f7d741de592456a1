// The check-in: one question after the other, or everything on one page.
package org.vigie.ui.checkin

import androidx.compose.runtime.Composable
import org.vigie.Answer
import org.vigie.Measure
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Choice
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Scale
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick
import org.vigie.ui.look.Typed

/** [leave] keeps what was answered. */
@Composable
fun CheckInScreen(model: CheckInModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = { if (!model.back()) leave() }
    Page(state.dayName, Going(model.busy, model.problem), back, top = Triple(state.page, state.onePage, state.again), bottom = {
        Bottom(model)
    }) {
        if (!state.loaded) return@Page
        if (state.again) {
            Measures(model)
            return@Page
        }
        if (state.onePage || state.page == 0) Beginning(model)
        val parts = if (state.onePage) state.parts else listOf(state.parts[state.page])
        parts.forEach { Shown(it, model) }
        if (!state.onePage) Small(state.pages[state.page])
    }
}

@Composable
private fun Bottom(model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    when {
        state.slips.values.any { it.impossible } -> Primary(texts[Text.CHECK_IN_NOTE], model::note)
        state.slips.isNotEmpty() -> Primary(texts[Text.CHECK_IN_NOTE_AS_IS], model::note)
        state.again || state.atEnd -> Primary(texts[Text.CHECK_IN_NOTE], model::note)
        else -> Primary(texts[Text.NEXT], model::next)
    }
    if (state.amends == null) Quiet(texts[Text.TODAY_TOO_UNWELL], model::tooUnwell)
}

@Composable
private fun Beginning(model: CheckInModel) {
    val texts = LocalTexts.current
    if (model.state.hasYesterday) Secondary(texts[Text.CHECK_IN_ALL_AS_YESTERDAY], model::allAsYesterday)
    val other = if (model.state.onePage) Text.CHECK_IN_PAGE_BY_PAGE else Text.CHECK_IN_ONE_PAGE
    Quiet(texts[other], { model.onePage(!model.state.onePage) })
}

@Composable
private fun Shown(part: Part, model: CheckInModel) {
    when (part) {
        is Part.Rating -> Rating(part.question, model)
        Part.Pains -> Pains(model)
        Part.General -> General(model)
        Part.Measures -> Measures(model)
        Part.Alarms -> Alarms(model)
        Part.Rest -> Rest(model)
    }
}

@Composable
internal fun Rating(asked: Question, model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    val answer = state.answers[asked.item]
    Heading(asked.question)
    Small(asked.ends)
    val word = { rating: Int -> if (asked.hasWords) state.severities[rating] else "" }
    Scale(asked.name, (answer as? Answer.Rated)?.rating, word) { model.rate(asked.item, it) }
    asked.yesterday?.let { yesterday ->
        if (asked.item in state.same) {
            Small(yesterday.taken)
        } else {
            Quiet(yesterday.offer, { model.sameAsYesterday(asked.item) })
        }
    }
    if (!asked.asked) return
    Quiet(texts[if (answer is Answer.Skipped) Text.CHECK_IN_SKIPPED else Text.CHECK_IN_SKIP], { model.skip(asked.item) })
}

@Composable
private fun General(model: CheckInModel) {
    val texts = LocalTexts.current
    Heading(texts[Text.CHECK_IN_GENERAL])
    model.state.generals.forEachIndexed { general, name ->
        Choice(name, general == model.state.general, { model.manage(general) })
    }
}

@Composable
private fun Measures(model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[Text.CHECK_IN_MEASURES])
    if (state.askTemperature) Notice(texts[Text.CHECK_IN_ASK_TEMPERATURE])
    Field(
        texts[Text.CHECK_IN_TEMPERATURE],
        state.temperature,
        { typed -> model.type { copy(temperature = typed) } },
        Typed.NUMBER,
        wrong = state.slips[Measure.TEMPERATURE]?.sentence,
    )
    Meant(Measure.TEMPERATURE, model)
    Field(
        texts[Text.CHECK_IN_WEIGHT],
        state.weight,
        { typed -> model.type { copy(weight = typed) } },
        Typed.NUMBER,
        wrong = state.slips[Measure.WEIGHT]?.sentence,
    )
    Meant(Measure.WEIGHT, model)
}

@Composable
private fun Meant(what: Measure, model: CheckInModel) {
    model.state.slips[what]?.offer?.let { offer -> Secondary(offer, { model.correct(what) }) }
}

@Composable
private fun Alarms(model: CheckInModel) {
    val texts = LocalTexts.current
    Heading(texts[Text.CHECK_IN_ALARMS])
    Body(texts[Text.CHECK_IN_ALARMS_HOW])
    model.state.signs.forEach { sign -> Tick(sign.name, sign.alarm in model.state.ticks, { on -> model.tick(sign.alarm, on) }) }
}

@Composable
private fun Rest(model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[Text.CHECK_IN_REST])
    Tick(texts[Text.CHECK_IN_TREATED], state.treated, { on -> model.type { copy(treated = on) } })
    if (state.treated) Field(texts[Text.CHECK_IN_TREATMENT], state.treatment, { typed -> model.type { copy(treatment = typed) } })
    Field(texts[Text.CHECK_IN_WORDS], state.note, { typed -> model.type { copy(note = typed) } }, Typed.TEXT)
    Field(texts[Text.CHECK_IN_QUESTION], state.question, { typed -> model.type { copy(question = typed) } }, Typed.TEXT)
}
