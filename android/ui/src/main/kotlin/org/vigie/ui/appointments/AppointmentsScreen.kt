// The screens of appointments and questions.
package org.vigie.ui.appointments

import androidx.compose.runtime.Composable
import org.vigie.AppointmentKind
import org.vigie.ui.form.FormScreen
import org.vigie.ui.look.Body
import org.vigie.ui.look.Choice
import org.vigie.ui.look.Entry
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick

/** What comes and what to ask there; what has been stands behind it. */
@Composable
fun AppointmentsScreen(model: AppointmentsModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = { model.back(leave) }
    state.form?.let { return FormScreen(it, back) }
    Page(texts[state.leaf.title], Going(model.busy, model.problem), back, top = state.leaf to state.done) {
        if (!state.loaded) return@Page
        if (state.done.isNotEmpty()) Notice(state.done.joinToString("\n"))
        when (state.leaf) {
            Leaf.NEXT -> Next(model)

            Leaf.PAST -> {
                if (state.past.isEmpty()) Body(texts[AppointmentsText.APPOINTMENTS_NONE_PAST])
                state.past.forEach { one -> Entry(one.title, one.details) { model.tell(one) } }
            }

            Leaf.ANSWERED -> {
                if (state.answered.isEmpty()) Body(texts[AppointmentsText.QUESTIONS_NONE_ANSWERED])
                Questions(state.answered, model)
            }

            Leaf.CALENDAR -> Calendar(model)
        }
    }
}

@Composable
private fun Next(model: AppointmentsModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[AppointmentsText.APPOINTMENTS_NEXT])
    if (state.next.isEmpty()) Body(texts[AppointmentsText.APPOINTMENTS_NONE_NEXT])
    state.next.forEach { one -> Entry(one.title, one.details) { model.tell(one) } }
    Secondary(texts[AppointmentsText.APPOINTMENTS_ADD], { model.tell() })
    Heading(texts[AppointmentsText.QUESTIONS_WAITING])
    if (state.waiting.isEmpty()) Body(texts[AppointmentsText.QUESTIONS_NONE])
    Questions(state.waiting, model)
    Secondary(texts[AppointmentsText.QUESTIONS_ADD], { model.ask() })
    Leaf.entries.filter { it != Leaf.NEXT }.forEach { leaf -> Quiet(texts[leaf.title], { model.turnTo(leaf) }) }
}

@Composable
private fun Questions(all: List<QuestionLine>, model: AppointmentsModel) {
    all.forEach { one -> Entry(one.asked.question.text, one.details) { model.ask(one.asked) } }
}

@Composable
private fun Calendar(model: AppointmentsModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[AppointmentsText.APPOINTMENTS_IMPORT])
    Body(texts[AppointmentsText.APPOINTMENTS_IMPORT_WHY])
    Small(texts[AppointmentsText.APPOINTMENTS_IMPORT_KIND])
    state.kinds.forEach { kind ->
        Choice(kind.name, kind.id == state.kind.name, { model.readAs(AppointmentKind.valueOf(kind.id)) })
    }
    Secondary(texts[AppointmentsText.APPOINTMENTS_IMPORT_CHOOSE], model::import)
    Heading(texts[AppointmentsText.APPOINTMENTS_EXPORT])
    Body(texts[AppointmentsText.APPOINTMENTS_EXPORT_WHY])
    val why = texts[AppointmentsText.APPOINTMENTS_DISCREET_WHY]
    Tick(texts[AppointmentsText.APPOINTMENTS_DISCREET], state.discreet, model::discreet, why)
    Secondary(texts[AppointmentsText.APPOINTMENTS_EXPORT_WRITE], model::export)
}
