// The screen of a backup that is made a journal again.
package org.vigie.ui.restore

import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.PaperCode
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Typed

/** Two passphrases: the backup's, and the new one of this journal. */
@Composable
fun RestoreScreen(model: RestoreModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val code = state.code
    val ready = state.passphrase.isNotEmpty() && state.newPassphrase.isNotEmpty()
    Page(texts[Text.RESTORE_TITLE], Going(model.busy, model.problem), leave.takeIf { code == null }, top = code) {
        if (code != null) {
            Body(texts[Text.RESTORE_DONE])
            PaperCode(code, model::written)
            return@Page
        }
        Body(texts[Text.RESTORE_HOW])
        Field(
            texts[Text.RESTORE_PASSPHRASE],
            state.passphrase,
            { typed -> model.type { copy(passphrase = typed) } },
            Typed.SECRET,
            texts[Text.RESTORE_PASSPHRASE_HINT],
        )
        Field(
            texts[Text.RESTORE_NEW_PASSPHRASE],
            state.newPassphrase,
            { typed -> model.type { copy(newPassphrase = typed) } },
            Typed.SECRET,
            texts[Text.PASSPHRASE_HINT],
        )
        Primary(texts[Text.RESTORE_CHOOSE], { model.restore() }, ready)
        if (state.copies.isNotEmpty()) {
            Heading(texts[Text.RESTORE_COPIES])
            state.copies.forEach { copy ->
                Secondary(copy.day, { model.restore(copy) }, ready)
            }
        }
    }
}
