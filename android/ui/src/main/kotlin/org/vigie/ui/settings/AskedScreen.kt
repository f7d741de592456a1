// What is asked each day, drawn.
package org.vigie.ui.settings

import androidx.compose.runtime.Composable
import org.vigie.ui.body.BodyText
import org.vigie.ui.body.Where
import org.vigie.ui.look.Body
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick

@Composable
internal fun AskedScreen(model: AskedModel, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val title = if (state.adding) SettingsText.SETTINGS_LIST_ADD else SettingsText.SETTINGS_LIST
    Page(texts[title], Going(model.busy, model.problem), back, top = state.adding) {
        if (!state.loaded) return@Page
        if (state.adding) {
            state.catalogue.forEach { Tick(it.name, it.value in state.asked, { on -> model.ask(it.value, on) }) }
            Heading(texts[BodyText.BODY_TITLE])
            Small(texts[BodyText.BODY_HOW])
            Where(state.zones, state.sites, state.look, model::show, model::askAt)
            return@Page
        }
        Body(texts[if (state.shown.isEmpty()) SettingsText.SETTINGS_LIST_EMPTY else SettingsText.SETTINGS_LIST_HOW])
        state.shown.forEach { Tick(it.name, it.value in state.asked, { on -> model.ask(it.value, on) }) }
        Secondary(texts[SettingsText.SETTINGS_LIST_ADD], model::add)
        Field(texts[SettingsText.SETTINGS_LIST_OWN], state.own, model::type, hint = texts[SettingsText.SETTINGS_LIST_OWN_HINT])
        Secondary(texts[SettingsText.SETTINGS_LIST_OWN_ADD], model::addOwn, state.own.isNotBlank() && !model.busy)
    }
}
