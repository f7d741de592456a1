// What lies over the screens in the window: a number to read, the passphrase of a key file.
package org.vigie.desktop

import androidx.compose.foundation.background
import androidx.compose.foundation.focusable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.BasicText
import androidx.compose.foundation.text.TextAutoSize
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp
import androidx.compose.ui.window.Dialog
import androidx.compose.ui.window.DialogProperties
import org.vigie.ui.DeskText
import org.vigie.ui.Text
import org.vigie.ui.look.Body
import org.vigie.ui.look.Field
import org.vigie.ui.look.GAP
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.NewPassphraseFields
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Typed
import java.util.concurrent.CompletableFuture

/** A question for a passphrase, which somebody waits for. */
class PassphraseQuestion(val new: Boolean) {
    private val answer = CompletableFuture<CharArray?>()

    /** Waits for it. Null is no. */
    fun await(): CharArray? = answer.get()

    /** What was typed, or null. Only the first counts. */
    fun answer(typed: CharArray?) {
        answer.complete(typed)
    }
}

/** Whatever lies over the screens now. */
@Composable
fun Over(computer: Computer) {
    computer.number?.let { number -> Window(computer) { Shown(number) { computer.closeOver() } } }
    computer.question?.let { question -> Window(computer) { Passphrase(question) } }
}

@Composable
private fun Window(computer: Computer, content: @Composable () -> Unit) {
    val focus = remember { FocusRequester() }
    // All of the window: what is under it cannot be touched, read or reached with the keyboard meanwhile.
    val all = DialogProperties(dismissOnBackPress = false, dismissOnClickOutside = false, usePlatformDefaultWidth = false)
    Dialog({ computer.closeOver() }, all) {
        Box(
            Modifier.fillMaxSize().background(LocalPalette.current.ground).padding(GAP)
                .onKeyEvent { isEscape(it) && computer.closeOver() }.focusRequester(focus).focusable(),
            Alignment.Center,
        ) { content() }
        LaunchedEffect(Unit) { focus.requestFocus() }
    }
}

/** When it is let go: one that closes something would otherwise go one step back as well. */
internal fun isEscape(event: KeyEvent): Boolean = event.key == Key.Escape && event.type == KeyEventType.KeyUp

/** As large as the window lets it be, to be read from the telephone on the other side of the table. */
@Composable
private fun Shown(number: String, close: () -> Unit) {
    val texts = LocalTexts.current
    Column(Modifier.fillMaxSize(), Arrangement.spacedBy(GAP)) {
        Heading(texts[DeskText.DESK_NUMBER])
        Box(Modifier.weight(1f).fillMaxWidth(), Alignment.Center) {
            SelectionContainer {
                BasicText(
                    number,
                    style = MaterialTheme.typography.displayMedium.copy(
                        color = LocalPalette.current.ink,
                        textAlign = TextAlign.Center,
                        lineHeight = 1.2.em,
                    ),
                    maxLines = 2,
                    autoSize = TextAutoSize.StepBased(minFontSize = 24.sp, maxFontSize = 200.sp, stepSize = 2.sp),
                )
            }
        }
        Primary(texts[DeskText.DESK_CLOSE], close)
    }
}

@Composable
private fun Passphrase(question: PassphraseQuestion) {
    val texts = LocalTexts.current
    var typed by remember(question) { mutableStateOf("") }
    var again by remember(question) { mutableStateOf("") }
    var differ by remember(question) { mutableStateOf(false) }
    Column(Modifier.fillMaxSize().verticalScroll(rememberScrollState()), Arrangement.spacedBy(GAP)) {
        Heading(texts[DeskText.DESK_KEY])
        if (question.new) {
            Body(texts[DeskText.DESK_KEY_CHOOSE])
            val fields = texts[DeskText.DESK_KEY_PASSPHRASE]
            NewPassphraseFields(typed, { typed = it }, again, { again = it }, differ, fields)
        } else {
            Field(texts[DeskText.DESK_KEY_PASSPHRASE], typed, { typed = it }, Typed.SECRET)
        }
        val done = {
            differ = question.new && typed != again
            if (!differ) question.answer(typed.toCharArray())
        }
        Primary(texts[if (question.new) Text.NEXT else Text.LOCK_OPEN], done, typed.isNotEmpty())
        Quiet(texts[DeskText.DESK_CANCEL], { question.answer(null) })
    }
}
