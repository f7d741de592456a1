// Copies of the journal, drawn.
package org.vigie.ui.settings

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.NewPassphraseFields
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Typed

@Composable
internal fun CopiesScreen(model: CopiesModel, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val title = when (state.step) {
        CopiesStep.BACKUP -> SettingsText.SETTINGS_BACKUP
        CopiesStep.MERGE -> SettingsText.SETTINGS_MERGE
        CopiesStep.EXPORT -> SettingsText.SETTINGS_EXPORT
    }
    Page(texts[title], Going(model.busy, model.problem), back, top = state.done) {
        state.done?.let { Notice(it) }
        when (state.step) {
            CopiesStep.BACKUP -> Backup(model)

            CopiesStep.MERGE -> Merge(model)

            CopiesStep.EXPORT -> {
                Body(texts[SettingsText.SETTINGS_EXPORT_HOW])
                Primary(texts[SettingsText.SETTINGS_EXPORT_NOW], model::export, !model.busy)
            }
        }
    }
}

@Composable
private fun Backup(model: CopiesModel) {
    val texts = LocalTexts.current
    val state = model.state
    Body(texts[SettingsText.SETTINGS_BACKUP_HOW])
    NewPassphraseFields(
        state.passphrase,
        { typed -> model.change { copy(passphrase = typed) } },
        state.again,
        { typed -> model.change { copy(again = typed) } },
        state.passphrasesDiffer,
        texts[SettingsText.SETTINGS_BACKUP_PASSPHRASE],
    )
    val ready = state.passphrase.isNotEmpty() && !model.busy
    Primary(texts[SettingsText.SETTINGS_BACKUP_NOW], model::backUp, ready)
    if (!state.canDaily) return
    Heading(texts[SettingsText.SETTINGS_BACKUP_DAILY])
    state.daily?.let { Body(it) }
    Body(texts[SettingsText.SETTINGS_BACKUP_DAILY_HOW])
    Secondary(texts[SettingsText.SETTINGS_BACKUP_DAILY_ON], model::daily, ready)
    if (state.daily != null) Secondary(texts[SettingsText.SETTINGS_BACKUP_DAILY_OFF], model::noMoreDaily, !model.busy)
}

@Composable
private fun Merge(model: CopiesModel) {
    val texts = LocalTexts.current
    val state = model.state
    if (state.conflicts.isNotEmpty()) {
        Heading(texts[SettingsText.SETTINGS_CONFLICTS])
        Body(texts[SettingsText.SETTINGS_CONFLICTS_HOW])
    }
    state.conflicts.forEach { conflict ->
        Body(conflict.title, MaterialTheme.typography.titleMedium)
        conflict.versions.forEach { version ->
            Card {
                Small(version.title)
                version.lines.forEach { Body(it) }
                Secondary(texts[SettingsText.SETTINGS_CONFLICT_KEEP], version.keep, !model.busy)
            }
        }
    }
    Body(texts[SettingsText.SETTINGS_MERGE_HOW])
    Field(
        texts[Text.RESTORE_PASSPHRASE],
        state.passphrase,
        { typed -> model.change { copy(passphrase = typed) } },
        Typed.SECRET,
    )
    Primary(texts[SettingsText.SETTINGS_MERGE_CHOOSE], model::merge, state.passphrase.isNotEmpty() && !model.busy)
}
