// The scale from 0 to 10: a number, a word, and a place on a line. Nothing is chosen until something is touched.
package org.vigie.ui.look

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.Canvas
import androidx.compose.foundation.focusable
import androidx.compose.foundation.gestures.detectHorizontalDragGestures
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.sizeIn
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.setProgress
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import kotlin.math.roundToInt
import org.vigie.ui.Text as Said

/** The most that is felt. */
const val MOST = 10

/**
 * A rating from 0 to [MOST].
 *
 * @param name is what is rated, said aloud with the value.
 * @param value is null until the person chose.
 * @param word says the value in a word.
 */
@Composable
fun Scale(name: String, value: Int?, word: (Int) -> String, choose: (Int) -> Unit) {
    val texts = LocalTexts.current
    val state = value?.let { listOf("$it", word(it)).filter(String::isNotEmpty).joinToString() } ?: texts[Said.NOT_ANSWERED]
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Row(Modifier.fillMaxWidth(), Arrangement.SpaceBetween, Alignment.CenterVertically) {
            Step("−", "$name, ${texts[Said.LESS]}") { choose((value ?: 1).minus(1).coerceAtLeast(0)) }
            // Said by the line below, once.
            Column(Modifier.weight(1f).clearAndSetSemantics {}, horizontalAlignment = Alignment.CenterHorizontally) {
                Text(value?.toString() ?: "–", style = MaterialTheme.typography.displayMedium, color = LocalPalette.current.accent)
                Text(
                    value?.let(word) ?: texts[Said.TOUCH_THE_LINE],
                    textAlign = TextAlign.Center,
                    style = MaterialTheme.typography.bodyMedium,
                )
            }
            Step("+", "$name, ${texts[Said.MORE]}") { choose((value ?: -1).plus(1).coerceAtMost(MOST)) }
        }
        Line(name, value, state, choose)
        Row(Modifier.fillMaxWidth().clearAndSetSemantics {}, Arrangement.SpaceBetween) {
            Small("0")
            Small("$MOST")
        }
    }
}

@Composable
private fun Step(sign: String, name: String, act: () -> Unit) {
    OutlinedButton(
        act,
        Modifier.size(52.dp).semantics { contentDescription = name },
        shape = CircleShape,
        contentPadding = PaddingValues(0.dp),
        border = BorderStroke(1.dp, LocalPalette.current.edge),
    ) { Text(sign, Modifier.clearAndSetSemantics {}, style = MaterialTheme.typography.titleLarge) }
}

@Composable
private fun Line(name: String, value: Int?, state: String, choose: (Int) -> Unit) {
    val palette = LocalPalette.current
    val chosen by rememberUpdatedState(choose)
    Canvas(
        Modifier.fillMaxWidth().height(52.dp).sizeIn(minWidth = 48.dp)
            .semantics {
                contentDescription = name
                stateDescription = state
                progressBarRangeInfo = ProgressBarRangeInfo(value?.toFloat() ?: 0f, 0f..MOST.toFloat(), MOST - 1)
                setProgress { asked ->
                    chosen(asked.roundToInt().coerceIn(0, MOST))
                    true
                }
            }
            .onKeyEvent { event ->
                val step = when (event.key) {
                    Key.DirectionRight, Key.DirectionUp -> 1
                    Key.DirectionLeft, Key.DirectionDown -> -1
                    else -> 0
                }
                if (step != 0 && event.type == KeyEventType.KeyDown) chosen(((value ?: -1) + step).coerceIn(0, MOST))
                step != 0
            }
            .focusable()
            .pointerInput(Unit) { detectTapGestures { at -> chosen(rating(at.x, size.width.toFloat())) } }
            .pointerInput(Unit) {
                detectHorizontalDragGestures { change, _ ->
                    change.consume()
                    chosen(rating(change.position.x, size.width.toFloat()))
                }
            },
    ) {
        val radius = 14.dp.toPx()
        rounded(palette.rule, radius, size.width - radius)
        val at = value?.let { radius + it * (size.width - 2 * radius) / MOST }
        if (at != null) rounded(palette.accent, radius, at)
        for (step in 0..MOST) {
            val passed = value != null && step <= value
            val color = if (passed) palette.onAccent else palette.edge
            drawCircle(color, 2.dp.toPx(), Offset(radius + step * (size.width - 2 * radius) / MOST, center.y))
        }
        if (at != null) drawCircle(palette.accent, radius, Offset(at, center.y))
    }
}

private fun DrawScope.rounded(color: Color, from: Float, to: Float) {
    val thick = 10.dp.toPx()
    val round = CornerRadius(thick / 2)
    drawRoundRect(color, Offset(from - thick / 2, center.y - thick / 2), Size(to - from + thick, thick), round)
}

/** The rating nearest to a place on the line. */
internal fun rating(x: Float, width: Float): Int {
    val cell = width / (MOST + 1)
    return (x / cell).toInt().coerceIn(0, MOST)
}
