// The keys of the journal, drawn.
package org.vigie.ui.settings

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.KeyKind
import org.vigie.ui.DeskText
import org.vigie.ui.Keeps
import org.vigie.ui.Plain
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.NewPassphraseFields
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.PaperCode
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.ReadBackField
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Typed

@Composable
internal fun KeysScreen(model: KeysModel, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(texts[title(state)], Going(model.busy, model.problem), back, top = state.step to state.done) {
        when (state.step) {
            KeysStep.KEYS -> Keys(model)

            KeysStep.PASSPHRASE -> Passphrase(model)

            KeysStep.CODE -> {
                Body(texts[SettingsText.SETTINGS_KEY_CODE_WHY])
                PaperCode(state.code, model::written)
            }

            KeysStep.READ_BACK -> ReadBack(model)

            KeysStep.CHECK_CODE -> {
                ReadBackField(state.readBack, { typed -> model.change { copy(readBack = typed) } }, wrong = false)
                Primary(texts[Text.CHECK], model::checkCode, state.readBack.isNotEmpty() && !model.busy)
            }

            KeysStep.DEVICE -> {
                Body(texts[state.device(SettingsText.SETTINGS_KEY_DEVICE_HOW, DeskText.DESK_KEY_HOW)])
                Now(model)
                Primary(texts[title(state)], model::keepDevice, state.ready && !model.busy)
            }

            KeysStep.REMOVE -> {
                state.removed?.let { Body(texts[state.name(it.kind)], MaterialTheme.typography.titleMedium) }
                Body(texts[SettingsText.SETTINGS_KEY_REMOVE_WARNING])
                Primary(texts[SettingsText.SETTINGS_CANCEL], back)
                Secondary(texts[SettingsText.SETTINGS_KEY_REMOVE], model::removeNow, !model.busy)
            }
        }
    }
}

private fun title(state: KeysState): Plain = when (state.step) {
    KeysStep.KEYS -> SettingsText.SETTINGS_KEYS
    KeysStep.PASSPHRASE -> SettingsText.SETTINGS_KEY_PASSPHRASE_NEW
    KeysStep.CODE -> Text.FIRST_CODE_TITLE
    KeysStep.READ_BACK, KeysStep.CHECK_CODE -> Text.FIRST_READ_BACK_TITLE
    KeysStep.DEVICE -> state.device(SettingsText.SETTINGS_KEY_DEVICE_NEW, DeskText.DESK_KEY_NEW)
    KeysStep.REMOVE -> SettingsText.SETTINGS_KEY_REMOVE_TITLE
}

/** What is said of a key of this machine, by where it lies. */
private fun KeysState.device(behindLock: Plain, inFile: Plain): Plain = if (keeps == Keeps.IN_A_FILE) inFile else behindLock

private fun KeysState.name(kind: KeyKind): Plain = when (kind) {
    KeyKind.DEVICE -> device(SettingsText.SETTINGS_KEY_DEVICE, DeskText.DESK_KEY)
    KeyKind.PASSPHRASE -> SettingsText.SETTINGS_KEY_PASSPHRASE
    KeyKind.RECOVERY_CODE -> SettingsText.SETTINGS_KEY_CODE
    KeyKind.UNKNOWN -> SettingsText.SETTINGS_KEY_UNKNOWN
}

@Composable
private fun Keys(model: KeysModel) {
    val texts = LocalTexts.current
    val state = model.state
    state.done?.let { Notice(texts[it]) }
    Body(texts[SettingsText.SETTINGS_KEYS_HOW])
    state.keys.forEach { key ->
        Card {
            Body(texts[state.name(key.kind)], MaterialTheme.typography.titleMedium)
            val remove = texts[SettingsText.SETTINGS_KEY_REMOVE]
            Quiet(remove, { model.remove(key) }, "$remove, ${texts[state.name(key.kind)]}")
        }
    }
    Secondary(texts[SettingsText.SETTINGS_KEY_PASSPHRASE_NEW], { model.begin(KeysStep.PASSPHRASE) })
    if (state.keys.any { it.kind == KeyKind.RECOVERY_CODE }) {
        Secondary(texts[SettingsText.SETTINGS_KEY_CODE_CHECK], { model.begin(KeysStep.CHECK_CODE) })
    }
    Secondary(texts[SettingsText.SETTINGS_KEY_CODE_NEW], model::makeCode, !model.busy)
    if (state.hasDevice) {
        val again = state.keys.any { it.kind == KeyKind.DEVICE }
        val text = if (again) {
            state.device(SettingsText.SETTINGS_KEY_DEVICE_AGAIN, DeskText.DESK_KEY_AGAIN)
        } else {
            state.device(SettingsText.SETTINGS_KEY_DEVICE_NEW, DeskText.DESK_KEY_NEW)
        }
        Secondary(texts[text], { model.begin(KeysStep.DEVICE) })
    }
}

@Composable
private fun Passphrase(model: KeysModel) {
    val texts = LocalTexts.current
    val state = model.state
    Now(model)
    NewPassphraseFields(
        state.passphrase,
        { typed -> model.change { copy(passphrase = typed) } },
        state.again,
        { typed -> model.change { copy(again = typed) } },
        state.passphrasesDiffer,
    )
    Primary(texts[SettingsText.SETTINGS_SAVE], model::keepPassphrase, state.ready && state.passphrase.isNotEmpty() && !model.busy)
}

@Composable
private fun ReadBack(model: KeysModel) {
    val texts = LocalTexts.current
    val state = model.state
    ReadBackField(state.readBack, { typed -> model.change { copy(readBack = typed) } }, state.codeWrong)
    Now(model)
    Primary(texts[SettingsText.SETTINGS_SAVE], model::keepCode, state.ready && state.readBack.isNotEmpty() && !model.busy)
}

/** What opens the journal is asked for once more. */
@Composable
private fun Now(model: KeysModel) {
    val texts = LocalTexts.current
    val state = model.state
    Card {
        Body(texts[SettingsText.SETTINGS_KEY_NOW], MaterialTheme.typography.titleMedium)
        Body(texts[SettingsText.SETTINGS_KEY_NOW_WHY], MaterialTheme.typography.bodyMedium)
        if (state.ways.size > 1) {
            Chips {
                state.ways.forEach { kind ->
                    Chip(texts[state.name(kind)], kind == state.by, { model.change { copy(by = kind, current = "") } })
                }
            }
        }
        val typed = { text: String -> model.change { copy(current = text) } }
        when (state.by) {
            KeyKind.DEVICE, KeyKind.UNKNOWN -> Unit

            KeyKind.PASSPHRASE -> Field(texts[SettingsText.SETTINGS_KEY_NOW_PASSPHRASE], state.current, typed, Typed.SECRET)

            KeyKind.RECOVERY_CODE -> Field(texts[SettingsText.SETTINGS_KEY_NOW_CODE], state.current, typed)
        }
    }
}
