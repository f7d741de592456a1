// What opens a journal, as it is chosen and as it is copied onto paper.
package org.vigie.ui.look

import androidx.compose.foundation.text.selection.DisableSelection
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.Text

/** A recovery code, two groups a line. It belongs on paper, not on a clipboard that other apps read. */
@Composable
fun PaperCode(code: String, written: () -> Unit) {
    val texts = LocalTexts.current
    Card {
        DisableSelection {
            code.split('-').chunked(2).forEach { Body(it.joinToString("  "), MaterialTheme.typography.headlineMedium) }
        }
    }
    Body(texts[Text.FIRST_CODE_PAPER])
    Primary(texts[Text.FIRST_CODE_WRITTEN], written)
}

/** The code as it stands on the paper. [wrong]: it is not the one that was shown. */
@Composable
fun ReadBackField(typed: String, type: (String) -> Unit, wrong: Boolean) {
    val texts = LocalTexts.current
    Body(texts[Text.FIRST_READ_BACK_WHY])
    Field(
        texts[Text.RECOVERY_CODE],
        typed,
        type,
        hint = texts[Text.RECOVERY_CODE_HINT],
        wrong = texts[Text.FIRST_READ_BACK_WRONG].takeIf { wrong },
    )
}

/** A new passphrase, typed twice because nobody sees it. [differ]: it was not the same both times. */
@Composable
fun NewPassphraseFields(
    passphrase: String,
    type: (String) -> Unit,
    again: String,
    typeAgain: (String) -> Unit,
    differ: Boolean,
    name: String = LocalTexts.current[Text.PASSPHRASE],
) {
    val texts = LocalTexts.current
    Field(name, passphrase, type, Typed.SECRET, texts[Text.PASSPHRASE_HINT])
    Field(
        texts[Text.PASSPHRASE_AGAIN],
        again,
        typeAgain,
        Typed.SECRET,
        wrong = texts[Text.PASSPHRASES_DIFFER].takeIf { differ },
    )
}
