// One symptom over time: a point a day, gaps as gaps, treatment days marked.
package org.vigie.ui.chart

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.MOST
import org.vigie.ui.look.Palette
import org.vigie.ui.look.Small
import java.time.LocalDate

/** Draws the series, and says it in a sentence to whoever does not see it. [touch] is told the day that was touched. */
@Composable
fun Chart(series: Series, touch: ((LocalDate) -> Unit)? = null) {
    val palette = LocalPalette.current
    Charted(series.spoken, null, series.first, series.last) {
        val touched = if (touch == null) {
            Modifier
        } else {
            Modifier.pointerInput(series) {
                detectTapGestures { at ->
                    val place = (at.x / size.width * series.points.size).toInt().coerceIn(series.points.indices)
                    touch(series.points[place].day)
                }
            }
        }
        Canvas(Modifier.fillMaxWidth().height(140.dp).then(touched)) { draw(series.points, palette) }
    }
}

/** What stands around a chart: how far it goes, if that is said, and its first and last day. It is [spoken] as one. */
@Composable
internal fun Charted(spoken: String, span: String?, first: String, last: String, drawing: @Composable () -> Unit) {
    Column(
        Modifier.semantics(mergeDescendants = true) {
            contentDescription = spoken
            role = Role.Image
        },
        Arrangement.spacedBy(4.dp),
    ) {
        span?.let { Box(Modifier.clearAndSetSemantics {}) { Small(it) } }
        drawing()
        Row(Modifier.fillMaxWidth().clearAndSetSemantics {}, Arrangement.SpaceBetween) {
            Small(first)
            Small(last)
        }
    }
}

private fun DrawScope.draw(points: List<Point>, palette: Palette) {
    val margin = 8.dp.toPx()
    val step = if (points.size > 1) (size.width - 2 * margin) / (points.size - 1) else 0f
    fun x(place: Int) = margin + place * step
    fun y(rating: Int) = margin + (MOST - rating) * (size.height - 2 * margin) / MOST
    for (line in listOf(0, MOST / 2, MOST)) {
        drawLine(palette.rule, Offset(0f, y(line)), Offset(size.width, y(line)), 1.dp.toPx())
    }
    points.forEachIndexed { place, point -> if (point.treated) treated(x(place), palette) }
    // A line joins neighbours only: over a day without an answer nothing is known.
    for (place in 1 until points.size) {
        val before = points[place - 1].rating ?: continue
        val after = points[place].rating ?: continue
        drawLine(palette.accent, Offset(x(place - 1), y(before)), Offset(x(place), y(after)), 2.dp.toPx(), StrokeCap.Round)
    }
    points.forEachIndexed { place, point ->
        when {
            point.rating != null -> drawCircle(palette.accent, 3.5.dp.toPx(), Offset(x(place), y(point.rating)))
            point.unwell -> cross(x(place), size.height - margin, palette)
        }
    }
}

/** A small triangle at the foot, as in the report. */
private fun DrawScope.treated(x: Float, palette: Palette) {
    val half = 5.dp.toPx()
    val foot = Path().apply {
        moveTo(x, size.height - 2 * half)
        lineTo(x + half, size.height)
        lineTo(x - half, size.height)
        close()
    }
    drawPath(foot, palette.edge, style = Stroke(1.5.dp.toPx()))
}

private fun DrawScope.cross(x: Float, y: Float, palette: Palette) {
    val half = 4.dp.toPx()
    drawLine(palette.alarm, Offset(x - half, y - half), Offset(x + half, y + half), 2.dp.toPx())
    drawLine(palette.alarm, Offset(x - half, y + half), Offset(x + half, y - half), 2.dp.toPx())
}
