// What can be touched: at least 48 dp high, with its name, its role and its state said.
package org.vigie.ui.look

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.relocation.BringIntoViewRequester
import androidx.compose.foundation.relocation.bringIntoViewRequester
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.vigie.ui.Text as Said

private val SHAPE = RoundedCornerShape(12.dp)
private val INSIDE = PaddingValues(horizontal = 16.dp, vertical = 12.dp)

/** The one thing most people want here. */
@Composable
fun Primary(text: String, act: () -> Unit, enabled: Boolean = true) {
    Button(act, Modifier.fillMaxWidth().heightIn(min = 56.dp), enabled, SHAPE, contentPadding = INSIDE) {
        Text(text, textAlign = TextAlign.Center)
    }
}

/** A call to act at once. */
@Composable
fun Urgent(text: String, act: () -> Unit) {
    val palette = LocalPalette.current
    val colors = ButtonDefaults.buttonColors(containerColor = palette.alarm, contentColor = palette.onAlarm)
    Button(act, Modifier.fillMaxWidth().heightIn(min = 56.dp), shape = SHAPE, colors = colors, contentPadding = INSIDE) {
        Text(text, textAlign = TextAlign.Center)
    }
}

/** Something else one may want. [name] is what is said aloud when it is not what is shown. */
@Composable
fun Secondary(text: String, act: () -> Unit, enabled: Boolean = true, name: String? = null) {
    val spoken = if (name == null) Modifier else Modifier.semantics { contentDescription = name }
    val edge = BorderStroke(1.dp, LocalPalette.current.edge)
    val colors = ButtonDefaults.outlinedButtonColors(contentColor = LocalPalette.current.accent)
    OutlinedButton(act, spoken.fillMaxWidth().heightIn(min = 52.dp), enabled, SHAPE, colors, border = edge, contentPadding = INSIDE) {
        Text(text, textAlign = TextAlign.Center)
    }
}

/** What is there for whoever looks for it. [name] is what is said aloud when it is not what is shown. */
@Composable
fun Quiet(text: String, act: () -> Unit, name: String? = null) {
    val spoken = if (name == null) Modifier else Modifier.semantics { contentDescription = name }
    TextButton(act, spoken.heightIn(min = 48.dp), shape = SHAPE) { Text(text, textAlign = TextAlign.Start) }
}

/** What lies under this is shown or not, and said so. */
@Composable
fun Fold(text: String, open: Boolean, turn: () -> Unit) {
    val state = LocalTexts.current[if (open) Said.FOLD_OPEN else Said.FOLD_CLOSED]
    val said = Modifier.semantics {
        contentDescription = text
        stateDescription = state
        val turned = {
            turn()
            true
        }
        if (open) collapse(action = turned) else expand(action = turned)
    }
    TextButton(turn, said.heightIn(min = 48.dp), shape = SHAPE) { Text((if (open) "▾ " else "▸ ") + text, textAlign = TextAlign.Start) }
}

/** One of several, of which one holds. */
@Composable
fun Choice(text: String, chosen: Boolean, act: () -> Unit, detail: String? = null) {
    val palette = LocalPalette.current
    Row(
        Modifier.fillMaxWidth().clip(SHAPE)
            .background(if (chosen) palette.chosen else palette.ground)
            .border(1.dp, if (chosen) palette.accent else palette.edge, SHAPE)
            .selectable(chosen, role = Role.RadioButton, onClick = act)
            .heightIn(min = 52.dp).padding(horizontal = 6.dp, vertical = 10.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(6.dp),
    ) {
        RadioButton(chosen, onClick = null)
        Named(text, detail)
    }
}

/** One of several, each of which holds or not. */
@Composable
fun Tick(text: String, on: Boolean, change: (Boolean) -> Unit, detail: String? = null) {
    Row(
        Modifier.fillMaxWidth().clip(SHAPE).toggleable(on, role = Role.Checkbox, onValueChange = change)
            .heightIn(min = 52.dp).padding(horizontal = 4.dp, vertical = 8.dp),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        Checkbox(on, onCheckedChange = null)
        Named(text, detail)
    }
}

/** Something that was told: touched, it opens. */
@Composable
fun Entry(title: String, details: List<String>, open: () -> Unit) {
    val palette = LocalPalette.current
    Column(
        Modifier.fillMaxWidth().clip(SHAPE).background(palette.card).clickable(role = Role.Button, onClick = open)
            .heightIn(min = 56.dp).padding(horizontal = 16.dp, vertical = 12.dp),
        Arrangement.spacedBy(2.dp, Alignment.CenterVertically),
    ) {
        Text(breakable(title), style = MaterialTheme.typography.titleMedium, color = palette.accent)
        details.forEach { Small(it) }
    }
}

@Composable
private fun Named(text: String, detail: String?) {
    Column {
        Text(breakable(text), style = MaterialTheme.typography.bodyLarge)
        detail?.let { Small(it) }
    }
}

/** What is typed in a field, and how. */
enum class Typed {
    /** A line. */
    LINE,

    /** As much as one likes. */
    TEXT,

    /** A number with or without decimals. */
    NUMBER,

    /** A telephone number. */
    PHONE,

    /** A day, in digits. */
    DAY,

    /** What nobody may read over a shoulder, and no keyboard may learn. */
    SECRET,
}

/**
 * A field. Its name stands above it, where it stays while one types.
 *
 * @param wrong is why it cannot be taken as it is; what was typed stays.
 */
@Composable
fun Field(name: String, value: String, change: (String) -> Unit, kind: Typed = Typed.LINE, hint: String? = null, wrong: String? = null) {
    // Whoever taps below a long page is led to what is wrong above.
    val view = remember { BringIntoViewRequester() }
    val focus = remember { FocusRequester() }
    LaunchedEffect(wrong) {
        if (wrong == null) return@LaunchedEffect
        focus.requestFocus()
        // The sentence takes its place first.
        repeat(2) { withFrameNanos {} }
        view.bringIntoView()
    }
    Column(Modifier.bringIntoViewRequester(view), Arrangement.spacedBy(6.dp)) {
        Text(name, style = MaterialTheme.typography.titleMedium)
        hint?.let { Small(it) }
        OutlinedTextField(
            value,
            change,
            Modifier.fillMaxWidth().focusRequester(focus).semantics {
                contentDescription = name
                wrong?.let { error(it) }
            },
            textStyle = MaterialTheme.typography.bodyLarge,
            isError = wrong != null,
            visualTransformation = if (kind == Typed.SECRET) PasswordVisualTransformation() else VisualTransformation.None,
            keyboardOptions = keyboard(kind),
            singleLine = kind != Typed.TEXT,
            minLines = if (kind == Typed.TEXT) 3 else 1,
            shape = SHAPE,
        )
        wrong?.let { Wrong(it) }
    }
}

@Composable
private fun Wrong(text: String) {
    Text(
        text,
        Modifier.semantics { liveRegion = LiveRegionMode.Assertive },
        color = LocalPalette.current.alarm,
        style = MaterialTheme.typography.bodyMedium,
    )
}

private fun keyboard(kind: Typed): KeyboardOptions = when (kind) {
    Typed.LINE, Typed.TEXT -> KeyboardOptions.Default
    Typed.NUMBER -> KeyboardOptions(keyboardType = KeyboardType.Decimal)
    Typed.PHONE -> KeyboardOptions(keyboardType = KeyboardType.Phone)
    Typed.DAY -> KeyboardOptions(keyboardType = KeyboardType.Number)
    Typed.SECRET -> KeyboardOptions(keyboardType = KeyboardType.Password, autoCorrectEnabled = false)
}
