// The screen of a form.
package org.vigie.ui.form

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.unit.dp
import org.vigie.ui.look.Body
import org.vigie.ui.look.Choice
import org.vigie.ui.look.DayField
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Typed

/** What is asked for, in order, and then keeping it. */
@Composable
fun FormScreen(model: FormModel<*>, leave: () -> Unit) {
    val texts = LocalTexts.current
    val form = model.state
    val back = if (form.removing) ({ model.askToRemove(false) }) else leave
    Page(texts[form.title], Going(model.busy, model.problem), back, top = model to form.removing) {
        form.about?.let { Body(it) }
        if (form.removing) return@Page Removing(model::remove) { model.askToRemove(false) }
        if (form.begunBefore) {
            Notice(texts[FormText.FORM_BEGUN_BEFORE])
            Quiet(texts[FormText.FORM_BEGIN_ANEW], model::beginAnew)
        }
        form.shown.forEach { Asked(it, form) { value -> model.type(it.name, value) } }
        Primary(texts[form.keep], model::keep)
        if (form.removable) Quiet(texts[FormText.FORM_REMOVE], { model.askToRemove(true) })
    }
}

/** Whether something shall be taken back. */
@Composable
internal fun Removing(yes: () -> Unit, no: () -> Unit) {
    val texts = LocalTexts.current
    Body(texts[FormText.FORM_REMOVE_SURE])
    Secondary(texts[FormText.FORM_REMOVE_YES], yes)
    Quiet(texts[FormText.FORM_REMOVE_NO], no)
}

@Composable
private fun Asked(ask: Ask, form: Form, change: (String) -> Unit) {
    val texts = LocalTexts.current
    val name = texts[ask.name]
    val value = form[ask.name]
    val hint = ask.hint?.let { texts[it] }
    val wrong = form.wrong?.takeIf { it.name == ask.name }?.sentence
    when (ask.how) {
        How.LINE, How.TIME -> Field(name, value, change, Typed.LINE, hint, wrong)

        How.TEXT -> Field(name, value, change, Typed.TEXT, hint, wrong)

        How.NUMBER -> Field(name, value, change, Typed.NUMBER, hint, wrong)

        How.DAY -> DayField(name, value, change, form.today, hint, wrong)

        How.ONE -> Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
            Body(name, MaterialTheme.typography.titleMedium)
            ask.options.forEach { Choice(it.name, it.id == value, { change(it.id) }) }
        }
    }
}
