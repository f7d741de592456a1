// Who notes: the person, or a relative for them until the journal is locked.
package org.vigie.ui.today

import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary

/** A relative who notes is told at the top, where it is also chosen. */
@Composable
internal fun Who(model: TodayModel) {
    val texts = LocalTexts.current
    val state = model.state
    val known = state.relatives
    if (known == null) {
        Body(state.relativeNotes ?: return)
        Quiet(texts[Text.TODAY_RELATIVE_OTHER], { model.askWho(true) })
        return
    }
    Card {
        Body(texts[Text.TODAY_WHO])
        Chips {
            Chip(texts[Text.TODAY_MYSELF], state.relative == null, { model.notes(null) })
            (known + listOfNotNull(state.relative)).distinct().forEach { Chip(it, it == state.relative, { model.notes(it) }) }
        }
        Field(texts[Text.TODAY_RELATIVE_NAME], state.newRelative, model::typeRelative)
        Secondary(texts[Text.TODAY_RELATIVE_TAKE], { model.notes(state.newRelative) }, state.newRelative.isNotBlank())
        Quiet(texts[Text.TODAY_RELATIVE_LEAVE], { model.askWho(false) })
    }
}
