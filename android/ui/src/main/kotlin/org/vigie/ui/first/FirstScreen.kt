// The screens of the first minutes.
package org.vigie.ui.first

import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Choice
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.NewPassphraseFields
import org.vigie.ui.look.Page
import org.vigie.ui.look.PaperCode
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.ReadBackField
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick
import org.vigie.ui.look.Typed
import org.vigie.ui.settings.SettingsText

/**
 * One step a screen. [restore] leads to a backup, for someone who had a journal before, and [shelf] to another journal of this machine;
 * [otherLanguage] changes the language.
 */
@Composable
fun FirstScreen(model: FirstModel, restore: () -> Unit, otherLanguage: () -> Unit, shelf: @Composable () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = if (model.canGoBack) model::back else null
    Page(texts[title(state.step)], Going(model.busy, model.problem), back, top = state.step) {
        when (state.step) {
            Step.ABOUT -> {
                shelf()
                About(model::begin, restore, otherLanguage)
            }

            Step.LOCK -> Lock(model)
            Step.CODE -> Code(state.code, model::written)
            Step.READ_BACK -> ReadBack(model)
            Step.TREATMENT -> Treatment(model)
            Step.LIST -> Asked(model)
            Step.TEAM -> Team(model)
            Step.REMINDER -> Reminder(model)
        }
    }
}

private fun title(step: Step): Text = when (step) {
    Step.ABOUT -> Text.FIRST_TITLE
    Step.LOCK -> Text.FIRST_LOCK_TITLE
    Step.CODE -> Text.FIRST_CODE_TITLE
    Step.READ_BACK -> Text.FIRST_READ_BACK_TITLE
    Step.TREATMENT -> Text.FIRST_TREATMENT_TITLE
    Step.LIST -> Text.FIRST_LIST_TITLE
    Step.TEAM -> Text.FIRST_TEAM_TITLE
    Step.REMINDER -> Text.FIRST_REMINDER_TITLE
}

@Composable
private fun About(begin: () -> Unit, restore: () -> Unit, otherLanguage: () -> Unit) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_WHAT])
    Body(texts[Text.FIRST_NOT])
    Body(texts[Text.FIRST_OFFLINE])
    Primary(texts[Text.FIRST_BEGIN], begin)
    Quiet(texts[Text.OTHER_LANGUAGE], otherLanguage)
    Quiet(texts[Text.LOCK_RESTORE], restore)
}

@Composable
private fun Lock(model: FirstModel) {
    val texts = LocalTexts.current
    val state = model.state
    Body(texts[Text.FIRST_LOCK_WHY])
    if (state.hasDevice) {
        Primary(texts[Text.FIRST_LOCK_DEVICE], model::lockWithDevice)
        Heading(texts[Text.FIRST_LOCK_OR])
    }
    NewPassphraseFields(
        state.passphrase,
        { typed -> model.change { copy(passphrase = typed) } },
        state.again,
        { typed -> model.change { copy(again = typed) } },
        state.passphrasesDiffer,
    )
    val act = model::lockWithPassphrase
    val ready = state.passphrase.isNotEmpty() && !model.busy
    if (state.hasDevice) {
        Secondary(texts[Text.FIRST_LOCK_PASSPHRASE], act, ready)
    } else {
        Primary(texts[Text.FIRST_LOCK_PASSPHRASE], act, ready)
    }
}

@Composable
private fun Code(code: String, written: () -> Unit) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_CODE_WHY])
    PaperCode(code, written)
}

@Composable
private fun ReadBack(model: FirstModel) {
    val texts = LocalTexts.current
    ReadBackField(model.state.readBack, { typed -> model.change { copy(readBack = typed) } }, model.state.codeWrong)
    Primary(texts[Text.CHECK], model::check)
}

@Composable
private fun Treatment(model: FirstModel) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_TREATMENT_WHY])
    model.state.treatments.forEach { Choice(it.name, it.value == model.state.treatment, { model.treat(it.value) }) }
    Quiet(texts[Text.LATER], model::next)
}

@Composable
private fun Asked(model: FirstModel) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_LIST_WHY])
    model.state.list.forEach { Tick(it.name, it.value in model.state.kept, { on -> model.keep(it.value, on) }) }
    Primary(texts[Text.NEXT], model::next)
}

@Composable
private fun Team(model: FirstModel) {
    val texts = LocalTexts.current
    val state = model.state
    Body(texts[Text.FIRST_TEAM_WHY])
    Field(texts[Text.TEAM_NAME], state.teamName, { typed -> model.change { copy(teamName = typed) } }, hint = texts[Text.TEAM_NAME_HINT])
    Field(texts[Text.TEAM_PHONE], state.teamPhone, { typed -> model.change { copy(teamPhone = typed) } }, Typed.PHONE)
    Field(
        texts[Text.TEAM_OUT_OF_HOURS],
        state.outOfHours,
        { typed -> model.change { copy(outOfHours = typed) } },
        Typed.PHONE,
        texts[Text.TEAM_OUT_OF_HOURS_HINT],
    )
    Primary(texts[if (model.reminds) Text.NEXT else Text.FIRST_DONE], model::next)
    Small(texts[Text.FIRST_TEAM_LATER])
}

@Composable
private fun Reminder(model: FirstModel) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_REMINDER_WHY])
    Field(
        texts[SettingsText.SETTINGS_REMINDER_TIME],
        model.state.reminder,
        { typed -> model.change { copy(reminder = typed) } },
        hint = texts[SettingsText.SETTINGS_REMINDER_TIME_HINT],
    )
    Primary(texts[Text.FIRST_DONE], model::next)
    Small(texts[Text.FIRST_REMINDER_LATER])
}
