// Who to call, drawn.
package org.vigie.ui.settings

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.semantics.Role
import org.vigie.Weekday
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Typed
import org.vigie.ui.look.named

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
    Opening(edited.hours, model)
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

/** When they answer: days, and two times once there is a day. */
@Composable
private fun Opening(hours: Hours, model: TeamModel) {
    val texts = LocalTexts.current
    Body(texts[SettingsText.SETTINGS_TEAM_HOURS], MaterialTheme.typography.titleMedium)
    Small(texts[SettingsText.SETTINGS_TEAM_HOURS_HINT])
    hours.read?.let { Body(it) }
    Chips {
        Chip(texts[SettingsText.SETTINGS_TEAM_ALWAYS], hours.days.isEmpty(), { model.choose { copy(days = emptySet()) } })
        Weekday.entries.forEach { day ->
            val chosen = day in hours.days
            val turn = { model.choose { copy(days = if (chosen) days - day else days + day) } }
            Chip(texts[named(day)], chosen, turn, role = Role.Checkbox)
        }
    }
    hours.daysWrong?.let { Notice(texts[it]) }
    if (hours.days.isEmpty()) return
    Field(
        texts[SettingsText.SETTINGS_TEAM_FROM],
        hours.from,
        { typed -> model.choose { copy(from = typed) } },
        wrong = hours.fromWrong?.let { texts[it] },
    )
    Field(
        texts[SettingsText.SETTINGS_TEAM_TO],
        hours.to,
        { typed -> model.choose { copy(to = typed) } },
        hint = texts[SettingsText.SETTINGS_TEAM_TO_HINT],
        wrong = hours.toWrong?.let { texts[it] },
    )
}
