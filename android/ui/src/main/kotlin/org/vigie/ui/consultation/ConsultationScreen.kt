// The screens of the consultation: choosing, and sharing. Its pages are in ReportPages.kt.
package org.vigie.ui.consultation

import androidx.compose.foundation.text.selection.DisableSelection
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.Lang
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Choice
import org.vigie.ui.look.DayField
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick
import org.vigie.ui.Text as Said
import org.vigie.ui.consultation.ConsultationText as Text

/** What the team reads. */
@Composable
fun ConsultationScreen(model: ConsultationModel, leave: () -> Unit) {
    val going = Going(model.busy, model.problem)
    val back = { model.back(leave) }
    when (model.state.step) {
        Step.CHOOSE -> Choosing(model, going, back)
        Step.ITEMS -> Items(model, going, back)
        Step.CONTENTS -> Contents(model, going, back)
        Step.PAGE -> OnePage(model, going, back)
        Step.SHARE -> Sharing(model, going, back)
        Step.SECRET -> Secret(model, going, back)
    }
}

@Composable
private fun Choosing(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    // Why a day cannot be taken stands at the day: the page does not move away from it.
    Page(texts[Text.CONSULTATION_TITLE], going, back, bottom = { Primary(texts[Text.CONSULTATION_LOOK], model::look, state.loaded) }) {
        if (!state.loaded) return@Page
        Body(texts[Text.CONSULTATION_HOW])
        Heading(texts[Text.CONSULTATION_PERIOD])
        Span.entries.forEach { span ->
            Choice(texts[span.title], span == state.span, { model.choose { copy(span = span) } }, state.days[span]?.name)
        }
        if (state.span == Span.OTHER) OtherDays(model)
        Heading(texts[Text.CONSULTATION_TOLD])
        Tick(texts[Text.CONSULTATION_NAME], state.withName, { model.choose { copy(withName = it) } })
        Tick(
            texts[Text.CONSULTATION_NOTES],
            state.withNotes,
            { model.choose { copy(withNotes = it) } },
            texts[Text.CONSULTATION_NOTES_HOW],
        )
        state.leftOut?.let { Small(it) }
        Secondary(texts[Text.CONSULTATION_ITEMS], model::openItems)
        Heading(texts[Text.CONSULTATION_LANGUAGE])
        Choice(texts[Text.CONSULTATION_FRENCH], state.lang == Lang.FR, { model.speak(Lang.FR) })
        Choice(texts[Text.CONSULTATION_ENGLISH], state.lang == Lang.EN, { model.speak(Lang.EN) })
    }
}

@Composable
private fun OtherDays(model: ConsultationModel) {
    val texts = LocalTexts.current
    val state = model.state
    DayField(
        texts[Text.CONSULTATION_FIRST],
        state.first,
        { typed -> model.choose { copy(first = typed, firstWrong = null, lastWrong = null) } },
        state.today,
        wrong = state.firstWrong,
    )
    DayField(
        texts[Text.CONSULTATION_LAST],
        state.last,
        { typed -> model.choose { copy(last = typed, firstWrong = null, lastWrong = null) } },
        state.today,
        wrong = state.lastWrong,
    )
}

@Composable
private fun Items(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(
        texts[Text.CONSULTATION_ITEMS],
        going,
        back,
        top = Step.ITEMS,
        bottom = { Primary(texts[Text.CONSULTATION_ITEMS_DONE], back) },
    ) {
        Small(texts[if (state.items.isEmpty()) Text.CONSULTATION_ITEMS_NONE else Text.CONSULTATION_ITEMS_HOW])
        state.items.forEach { one -> Tick(one.name, one.item !in state.without, { model.tell(one.item, it) }) }
    }
}

/** The first page of what is told, and the way to the others. */
@Composable
private fun Contents(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val report = model.state.report ?: return
    val head = report.head
    Page(
        head.title,
        going,
        back,
        top = Step.CONTENTS,
        bottom = {
            Primary(texts[Said.NEXT], { model.turn(0) })
            Quiet(texts[Text.CONSULTATION_SHARE], model::toShare)
        },
    ) {
        Card {
            Body(head.person, MaterialTheme.typography.titleMedium)
            listOf(head.period, head.treatment, head.complete).filter { it.isNotEmpty() }.forEach { Body(it) }
            head.completeDetails.forEach { Small(it) }
        }
        head.leftOut?.let { Body(it) }
        Small(head.made)
        Small(head.about)
        Heading(texts[Text.CONSULTATION_PAGES])
        report.pages.forEachIndexed { index, page -> Quiet(page.title, { model.turn(index) }) }
    }
}

@Composable
private fun Sharing(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(texts[Text.CONSULTATION_SHARE], going, back, top = state.done) {
        state.done?.let { Notice(it) }
        Body(texts[Text.CONSULTATION_SHARE_HOW])
        Form.entries.forEach { form ->
            Card {
                Secondary(texts[form.title], { model.share(form) })
                Small(texts[form.how])
            }
        }
    }
}

/** Shown once, and not to be copied to where other apps read it. */
@Composable
private fun Secret(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(texts[Text.CONSULTATION_SECRET], going, back, top = Step.SECRET) {
        state.done?.let { Body(it) }
        Card {
            DisableSelection {
                state.secret.orEmpty().split(' ').forEach { Body(it, MaterialTheme.typography.headlineMedium) }
            }
        }
        Body(texts[Text.CONSULTATION_SECRET_HOW])
        Small(texts[Text.CONSULTATION_SECRET_LETTERS])
        Primary(texts[Text.CONSULTATION_SECRET_DONE], back)
    }
}
