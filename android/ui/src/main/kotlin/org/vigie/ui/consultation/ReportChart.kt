// A chart of what the team reads, drawn from its data with the signs that its legend explains.
package org.vigie.ui.consultation

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.vigie.Cell
import org.vigie.Chart
import org.vigie.ChartData
import org.vigie.Charts
import org.vigie.Sign
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.Palette
import org.vigie.ui.look.Small

/** Draws the chart, and says it in a sentence to whoever does not see it. */
@Composable
internal fun ReportChart(chart: Chart, page: ReportPage.Drawn) {
    val palette = LocalPalette.current
    val measurer = rememberTextMeasurer()
    val style = MaterialTheme.typography.bodySmall.copy(color = palette.quiet)
    val numbers = chart.numbers.map { it.value to measurer.measure(it.text, style) }
    val gutter = (numbers.maxOfOrNull { it.second.size.width } ?: 0) + with(LocalDensity.current) { 6.dp.toPx() }
    Column(
        Modifier.clearAndSetSemantics {
            contentDescription = chart.alt
            role = Role.Image
        },
        Arrangement.spacedBy(4.dp),
    ) {
        Canvas(Modifier.fillMaxWidth().height(180.dp)) { Plot(this, chart, page.charts, palette, gutter).draw(numbers) }
        Row(Modifier.fillMaxWidth().padding(start = with(LocalDensity.current) { gutter.toDp() }), Arrangement.SpaceBetween) {
            Small(page.first)
            Small(page.last)
        }
    }
}

/** A chart with its place: marks above, then the values, then the silences. */
private class Plot(
    private val on: DrawScope,
    private val chart: Chart,
    private val charts: Charts,
    private val palette: Palette,
    private val left: Float,
) {
    private val top = with(on) { 36.dp.toPx() }
    private val foot = on.size.height - with(on) { 16.dp.toPx() }
    private val step = (on.size.width - left) / charts.days.toFloat().coerceAtLeast(1f)

    private fun x(day: Int) = left + (day + 0.5f) * step

    private fun y(value: Double): Float {
        val share = ((value - chart.low) / (chart.high - chart.low)).coerceIn(0.0, 1.0).toFloat()
        return foot - share * (foot - top)
    }

    fun draw(numbers: List<Pair<Double, TextLayoutResult>>) = with(on) {
        absent()
        line(y(chart.low), dashed = false)
        line(y(chart.high), dashed = false)
        chart.threshold?.let { line(y(it), dashed = true) }
        numbers.forEach { (value, text) ->
            drawText(text, topLeft = Offset(left - 6.dp.toPx() - text.size.width, y(value) - text.size.height / 2f))
        }
        happened()
        values()
        silences()
    }

    private fun DrawScope.line(y: Float, dashed: Boolean) {
        val dashes = if (dashed) PathEffect.dashPathEffect(floatArrayOf(5.dp.toPx(), 4.dp.toPx())) else null
        drawLine(if (dashed) palette.edge else palette.rule, Offset(left, y), Offset(size.width, y), 1.dp.toPx(), pathEffect = dashes)
    }

    /** Days without any entry, as a ground. */
    private fun DrawScope.absent() = charts.answered.forEachIndexed { day, answered ->
        if (!answered) drawRect(palette.rule, Offset(left + day * step, top), Size(step, foot - top))
    }

    private fun DrawScope.happened() = charts.marks.forEach { mark ->
        val x = x(mark.day.toInt())
        val treatment = mark.sign == Sign.TREATMENT
        drawLine(palette.edge, Offset(x, if (treatment) top - 6.dp.toPx() else 14.dp.toPx()), Offset(x, foot), 1.dp.toPx())
        sign(mark.sign, Offset(x, if (treatment) top - 10.dp.toPx() else 8.dp.toPx()), palette)
    }

    private fun DrawScope.values() {
        val points = when (val data = chart.data) {
            is ChartData.Cells -> data.cells.mapIndexedNotNull { day, cell -> (cell as? Cell.Rated)?.let { day to it.rating.toDouble() } }
            is ChartData.Values -> data.values.map { it.day.toInt() to it.value }
        }
        // A line joins neighbours only: over a day without an answer nothing is known.
        points.zipWithNext { (day, value), (next, then) ->
            if (next - day <= 1) drawLine(palette.accent, Offset(x(day), y(value)), Offset(x(next), y(then)), 2.dp.toPx(), StrokeCap.Round)
        }
        points.forEach { (day, value) ->
            val above = chart.threshold?.let { value >= it } ?: false
            sign(if (above) Sign.ABOVE else Sign.BELOW, Offset(x(day), y(value)), palette)
        }
    }

    private fun DrawScope.silences() {
        val cells = (chart.data as? ChartData.Cells)?.cells.orEmpty()
        cells.forEachIndexed { day, cell ->
            val below = foot + 8.dp.toPx()
            when (cell) {
                is Cell.TooUnwell -> sign(Sign.TOO_UNWELL, Offset(x(day), top + 6.dp.toPx()), palette)
                is Cell.Skipped -> sign(Sign.SKIPPED, Offset(x(day), below), palette)
                is Cell.NotAsked -> sign(Sign.NOT_ASKED, Offset(x(day), below), palette)
                is Cell.NoEntry, is Cell.Rated -> Unit
            }
        }
    }
}

/** A sign with its middle at a point, [reach] to each side. Each has a shape of its own. */
internal fun DrawScope.sign(sign: Sign, at: Offset, palette: Palette, reach: Dp = 4.dp) {
    val half = reach.toPx()
    val pen = Stroke(1.5.dp.toPx())
    fun outline(vararg points: Pair<Float, Float>) = Path().apply {
        points.forEachIndexed { index, (x, y) ->
            if (index == 0) moveTo(at.x + x * half, at.y + y * half) else lineTo(at.x + x * half, at.y + y * half)
        }
        close()
    }
    fun stroke(x: Float, y: Float, toX: Float, toY: Float) =
        drawLine(palette.ink, at + Offset(x * half, y * half), at + Offset(toX * half, toY * half), pen.width)
    when (sign) {
        Sign.ABOVE -> drawPath(outline(0f to -1f, 1f to 0f, 0f to 1f, -1f to 0f), palette.ink)

        Sign.BELOW -> drawCircle(palette.accent, half * 0.6f, at)

        Sign.TOO_UNWELL -> {
            stroke(-0.8f, -0.8f, 0.8f, 0.8f)
            stroke(-0.8f, 0.8f, 0.8f, -0.8f)
        }

        Sign.SKIPPED -> stroke(-0.6f, 0f, 0.6f, 0f)

        Sign.NOT_ASKED -> drawCircle(palette.edge, half * 0.3f, at)

        Sign.NO_ENTRY -> drawRect(palette.rule, at - Offset(half, half), Size(2 * half, 2 * half))

        Sign.TREATMENT -> drawPath(outline(0f to -1f, 1f to 1f, -1f to 1f), palette.ink)

        Sign.CHANGE -> drawPath(outline(0f to 1f, 1f to -1f, -1f to -1f), palette.ink, style = pen)

        Sign.CONSULTATION -> drawCircle(palette.ink, half, at, style = pen)

        Sign.SCAN -> drawRect(palette.ink, at - Offset(half, half), Size(2 * half, 2 * half), style = pen)
    }
}
