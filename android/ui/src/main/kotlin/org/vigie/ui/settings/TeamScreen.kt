// Who to call, drawn.
package org.vigie.ui.settings

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Typed

@Composable
internal fun TeamScreen(model: TeamModel, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val edited = state.edited
    val title = when {
        edited == null -> SettingsText.SETTINGS_TEAM
        edited.place == null -> SettingsText.SETTINGS_TEAM_ADD
        else -> SettingsText.SETTINGS_TEAM_CORRECT
    }
    Page(texts[title], Going(model.busy, model.problem), back, top = edited == null) {
        if (edited != null) {
            Person(edited, model)
            return@Page
        }
        if (!state.loaded) return@Page
        Body(texts[SettingsText.SETTINGS_TEAM_HOW])
        state.people.forEachIndexed { place, one ->
            Card {
                Body(one.name, MaterialTheme.typography.titleMedium)
                one.lines.forEach { Small(it) }
                val correct = texts[SettingsText.SETTINGS_TEAM_CORRECT]
                Quiet(correct, { model.correct(place) }, "$correct, ${one.name}")
                val first = texts[SettingsText.SETTINGS_TEAM_FIRST]
                if (place > 0) Quiet(first, { model.first(place) }, "$first, ${one.name}")
            }
        }
        Primary(texts[SettingsText.SETTINGS_TEAM_ADD], model::add)
    }
}

@Composable
private fun Person(edited: Edited, model: TeamModel) {
    val texts = LocalTexts.current
    Field(texts[Text.TEAM_NAME], edited.name, { typed -> model.change { copy(name = typed) } }, hint = texts[Text.TEAM_NAME_HINT])
    Field(texts[Text.TEAM_PHONE], edited.phone, { typed -> model.change { copy(phone = typed) } }, Typed.PHONE)
    Body(texts[SettingsText.SETTINGS_TEAM_ROLE], MaterialTheme.typography.titleMedium)
    Chips { model.state.roles.forEach { Chip(it.name, it.value == edited.role, { model.change { copy(role = it.value) } }) } }
    Field(
        texts[SettingsText.SETTINGS_TEAM_HOURS],
        edited.hours,
        { typed -> model.change { copy(hours = typed) } },
        hint = texts[SettingsText.SETTINGS_TEAM_HOURS_HINT],
    )
    edited.hoursRead?.let { Body(it) }
    Field(
        texts[Text.TEAM_OUT_OF_HOURS],
        edited.outOfHours,
        { typed -> model.change { copy(outOfHours = typed) } },
        Typed.PHONE,
        texts[Text.TEAM_OUT_OF_HOURS_HINT],
    )
    Primary(texts[SettingsText.SETTINGS_SAVE], model::keep, edited.phone.isNotBlank() && !model.busy)
    if (edited.place == null) return
    Secondary(texts[if (edited.removing) SettingsText.SETTINGS_TEAM_REMOVE_SURE else SettingsText.SETTINGS_TEAM_REMOVE], model::remove)
}
