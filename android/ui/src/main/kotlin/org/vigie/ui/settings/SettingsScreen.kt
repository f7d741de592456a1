// The settings, drawn.
package org.vigie.ui.settings

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.vigie.Weekday
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.ListPage
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick
import org.vigie.ui.look.Typed
import org.vigie.ui.look.Urgent
import org.vigie.ui.look.named

/** [leave] leads out of the settings. */
@Composable
fun SettingsScreen(model: SettingsModel, leave: () -> Unit) {
    val back = { if (!model.back()) leave() }
    when (val sub = model.state.sub) {
        is KeysModel -> KeysScreen(sub, back)
        is CopiesModel -> CopiesScreen(sub, back)
        is AskedModel -> AskedScreen(sub, back)
        is TeamModel -> TeamScreen(sub, back)
        else -> Own(model, back)
    }
}

@Composable
private fun Own(model: SettingsModel, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    if (state.page == SettingsPage.LICENCES) return Licences(model, back)
    Page(texts[title(state.page)], Going(model.busy, model.problem), back, top = state.page) {
        state.done?.let { Notice(it) }
        when (state.page) {
            SettingsPage.ROOT -> Root(model)

            SettingsPage.NAME -> {
                val change = { typed: String -> model.type { copy(name = typed) } }
                Field(texts[SettingsText.SETTINGS_NAME], state.name, change, hint = texts[SettingsText.SETTINGS_NAME_HINT])
                Primary(texts[SettingsText.SETTINGS_SAVE], model::keepName, !model.busy)
            }

            SettingsPage.RULES -> Rules(state)

            SettingsPage.REMINDER -> Reminder(model)

            SettingsPage.JOURNALS -> Journals(model)

            // A page of its own, for it is long.
            SettingsPage.LICENCES -> Unit

            SettingsPage.ERASE -> {
                Body(texts[SettingsText.SETTINGS_ERASE_HOW])
                Primary(texts[SettingsText.SETTINGS_ERASE_NO], back)
                Secondary(texts[SettingsText.SETTINGS_ERASE_YES], { model.askErase(sure = true) })
            }

            SettingsPage.ERASE_SURE -> {
                Body(texts[SettingsText.SETTINGS_ERASE_SURE_HOW])
                Primary(texts[SettingsText.SETTINGS_ERASE_NO], back)
                Urgent(texts[SettingsText.SETTINGS_ERASE_NOW], model::eraseNow)
            }
        }
    }
}

private fun title(page: SettingsPage): SettingsText = when (page) {
    SettingsPage.ROOT -> SettingsText.SETTINGS_TITLE
    SettingsPage.NAME -> SettingsText.SETTINGS_NAME
    SettingsPage.RULES -> SettingsText.SETTINGS_RULES
    SettingsPage.REMINDER -> SettingsText.SETTINGS_REMINDER
    SettingsPage.JOURNALS -> SettingsText.SETTINGS_JOURNALS
    SettingsPage.LICENCES -> SettingsText.SETTINGS_LICENCES
    SettingsPage.ERASE -> SettingsText.SETTINGS_ERASE
    SettingsPage.ERASE_SURE -> SettingsText.SETTINGS_ERASE_SURE
}

@Composable
private fun Root(model: SettingsModel) {
    val texts = LocalTexts.current
    Secondary(texts[SettingsText.SETTINGS_LIST], model::asked)
    Secondary(texts[SettingsText.SETTINGS_TEAM], model::team)
    if (model.reminds) Secondary(texts[SettingsText.SETTINGS_REMINDER], model::reminder)
    Secondary(texts[SettingsText.SETTINGS_KEYS], model::keys)
    Secondary(texts[SettingsText.SETTINGS_BACKUP], { model.copies(CopiesStep.BACKUP) })
    Secondary(texts[SettingsText.SETTINGS_MERGE], { model.copies(CopiesStep.MERGE) })
    Secondary(texts[SettingsText.SETTINGS_EXPORT], { model.copies(CopiesStep.EXPORT) })
    Secondary(texts[SettingsText.SETTINGS_NAME], model::name)
    Secondary(texts[SettingsText.SETTINGS_JOURNALS], model::journals)
    Secondary(texts[SettingsText.SETTINGS_RULES], model::rules)
    Secondary(texts[SettingsText.SETTINGS_LICENCES], model::licences)
    Secondary(texts[Text.OTHER_LANGUAGE], model::otherLanguage)
    Secondary(texts[SettingsText.SETTINGS_ERASE], { model.askErase(sure = false) })
}

@Composable
private fun Journals(model: SettingsModel) {
    val texts = LocalTexts.current
    val state = model.state
    Body(texts[SettingsText.SETTINGS_JOURNALS_HOW])
    val named = { typed: String -> model.type { copy(name = typed) } }
    Field(texts[SettingsText.SETTINGS_JOURNALS_NAME], state.name, named, hint = texts[SettingsText.SETTINGS_JOURNALS_NAME_HINT])
    Secondary(texts[SettingsText.SETTINGS_SAVE], model::keepJournalName, !model.busy)
    if (state.others.isNotEmpty()) {
        Heading(texts[SettingsText.SETTINGS_JOURNALS_OTHERS])
        state.others.forEach { other -> Secondary(other.name, { model.show(other.number) }, !model.busy) }
    }
    Heading(texts[SettingsText.SETTINGS_JOURNALS_MORE])
    val more = { typed: String -> model.type { copy(more = typed) } }
    Field(texts[SettingsText.SETTINGS_JOURNALS_WHOSE], state.more, more, hint = texts[SettingsText.SETTINGS_JOURNALS_WHOSE_HINT])
    Primary(texts[SettingsText.SETTINGS_JOURNALS_BEGIN], model::oneMore, state.more.isNotBlank() && !model.busy)
}

@Composable
private fun Rules(state: SettingsState) {
    state.rulesFrom.forEach { Body(it) }
    state.rules.forEach { line ->
        val style = if (line.depth == 0) MaterialTheme.typography.titleMedium else MaterialTheme.typography.bodyMedium
        Box(Modifier.padding(start = (line.depth * STEP_IN).coerceAtMost(MOST_IN).dp)) { Body(line.text, style) }
    }
}

/** What others wrote. Of some thousand lines only those that are seen are made. */
@Composable
private fun Licences(model: SettingsModel, back: () -> Unit) {
    val texts = LocalTexts.current
    ListPage(texts[SettingsText.SETTINGS_LICENCES], Going(model.busy, model.problem), back) {
        item { Body(texts[SettingsText.SETTINGS_LICENCES_HOW]) }
        items(model.state.licences, contentType = { it.kind }) { line ->
            when (line.kind) {
                LicenceKind.LICENCE -> Heading(line.text)
                LicenceKind.PART -> Body(line.text)
                LicenceKind.COPYRIGHT, LicenceKind.TEXT -> Small(line.text)
            }
        }
    }
}

@Composable
private fun Reminder(model: SettingsModel) {
    val texts = LocalTexts.current
    val state = model.state
    if (state.silenced) Body(texts[SettingsText.SETTINGS_REMINDER_SILENCED])
    Field(
        texts[SettingsText.SETTINGS_REMINDER_TIME],
        state.reminderTime,
        { typed -> model.type { copy(reminderTime = typed) } },
        Typed.LINE,
        texts[SettingsText.SETTINGS_REMINDER_TIME_HINT],
    )
    Body(texts[SettingsText.SETTINGS_REMINDER_QUIET], MaterialTheme.typography.titleMedium)
    Chips {
        Weekday.entries.forEach { day ->
            val quiet = day in state.reminderQuiet
            val turn = { model.type { copy(reminderQuiet = if (quiet) reminderQuiet - day else reminderQuiet + day) } }
            Chip(texts[named(day)], quiet, turn, role = Role.Checkbox)
        }
    }
    Field(
        texts[SettingsText.SETTINGS_REMINDER_TEXT],
        state.reminderText,
        { typed -> model.type { copy(reminderText = typed) } },
        Typed.LINE,
        texts[SettingsText.SETTINGS_REMINDER_TEXT_HINT],
    )
    Tick(texts[SettingsText.SETTINGS_REMINDER_MEDICINES], state.reminderMedicines, { on -> model.type { copy(reminderMedicines = on) } })
    Body(texts[SettingsText.SETTINGS_REMINDER_HOW])
    Primary(texts[SettingsText.SETTINGS_SAVE], model::keepReminder, !model.busy)
}

/** How far a line of the rules stands in, and the most of it on a small screen. */
private const val STEP_IN = 12
private const val MOST_IN = 36
