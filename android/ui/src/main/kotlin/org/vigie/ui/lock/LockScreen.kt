// The screen of a locked journal.
package org.vigie.ui.lock

import androidx.compose.runtime.Composable
import org.vigie.ui.DeskText
import org.vigie.ui.Keeps
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Typed

/** After so many wrong ones the recovery code is offered in so many words. */
private const val ENOUGH = 3

/** [restore] leads to a backup, for a journal that is lost; [shelf] to another journal of this machine. */
@Composable
fun LockScreen(model: LockModel, restore: () -> Unit, shelf: @Composable () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val inFile = state.keeps == Keeps.IN_A_FILE
    Page(texts[Text.LOCK_TITLE], Going(model.busy, model.problem)) {
        shelf()
        if (state.older) {
            Primary(texts[Text.LOCK_ACCEPT_OLDER], { model.open(acceptOlder = true) })
            Secondary(texts[Text.LOCK_OTHER_KEY], { model.choose(state.with) })
            return@Page
        }
        when (state.with) {
            With.DEVICE -> Body(texts[if (inFile) DeskText.DESK_KEY_LOCK else Text.LOCK_WITH_DEVICE])

            With.PASSPHRASE -> Field(texts[Text.PASSPHRASE], state.typed, model::type, Typed.SECRET)

            With.RECOVERY_CODE -> {
                Field(texts[Text.RECOVERY_CODE], state.typed, model::type, hint = texts[Text.RECOVERY_CODE_HINT])
            }
        }
        Primary(texts[Text.LOCK_OPEN], { model.open() }, enabled = !model.busy)
        if (state.wrong >= ENOUGH && state.with == With.PASSPHRASE) Body(texts[Text.LOCK_TRY_RECOVERY_CODE])
        if (state.hasPassphrase && state.with != With.PASSPHRASE) Quiet(texts[Text.LOCK_USE_PASSPHRASE], { model.choose(With.PASSPHRASE) })
        if (state.with != With.RECOVERY_CODE) Quiet(texts[Text.LOCK_USE_RECOVERY_CODE], { model.choose(With.RECOVERY_CODE) })
        if (state.hasDevice && state.with != With.DEVICE) {
            Quiet(texts[if (inFile) DeskText.DESK_KEY_USE else Text.LOCK_USE_DEVICE], { model.choose(With.DEVICE) })
        }
        Quiet(texts[Text.LOCK_RESTORE], restore)
        Small(texts[Text.LOCK_ABOUT])
    }
}
