// The values of a laboratory under one name, as a chart shows them and as it is said.
package org.vigie.ui.chart

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.unit.dp
import org.vigie.LabResult
import org.vigie.ui.Phrase
import org.vigie.ui.Texts
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.Palette
import java.time.temporal.ChronoUnit

/** A value: how far along the days it stands and how high, each from 0 to 1. [bound]: it is under or over what could be measured. */
data class Spot(val along: Float, val high: Float, val bound: Boolean)

/** What the chart of a marker shows. [least] and [most] are the ends of its height, as they are printed. */
data class Values(val spots: List<Spot>, val least: String, val most: String, val first: String, val last: String, val spoken: String)

/**
 * The chart of what was measured under one name, in any order; null for fewer than two days. Values in another unit than the last are
 * left out: they would stand at a height that is not theirs. For models: it asks the core.
 *
 * @param printed is how a number is printed in the person's language.
 */
fun valuesOf(texts: Texts, results: List<LabResult>, printed: (String) -> String): Values? {
    val sorted = results.sortedBy { it.day }
    val last = sorted.lastOrNull() ?: return null
    val read = sorted.filter { it.unit == last.unit }.mapNotNull { one -> number(one.value)?.let { one to it } }
    val (from, to) = read.firstOrNull()?.first?.day to read.lastOrNull()?.first?.day
    if (from == null || to == null || from == to) return null
    val lowest = read.minBy { it.second }
    val highest = read.maxBy { it.second }
    val days = ChronoUnit.DAYS.between(from, to).toFloat()
    val height = highest.second - lowest.second
    val spots = read.map { (one, value) ->
        // Values that are all the same stand in the middle.
        val high = if (height > 0) ((value - lowest.second) / height).toFloat() else MIDDLE
        Spot(ChronoUnit.DAYS.between(from, one.day) / days, high, one.value.first() in BOUNDS)
    }
    fun said(one: LabResult) = listOfNotNull(printed(one.value), one.unit).joinToString("\u00A0")
    val spoken = texts.say(
        Phrase.CHART_VALUES,
        "name" to last.name,
        "values" to read.size.toLong(),
        "from" to texts.words.day(from),
        "to" to texts.words.day(to),
        "lowest" to said(lowest.first),
        "highest" to said(highest.first),
        "last" to said(last),
    )
    return Values(spots, said(lowest.first), said(highest.first), texts.words.dayShort(from), texts.words.dayShort(to), spoken)
}

/** As the core keeps it: `12.30`, `<0.5`. */
private fun number(value: String): Double? = value.trimStart(*BOUNDS).toDoubleOrNull()

/** Draws them, and says them in a sentence to whoever does not see it. */
@Composable
fun ValuesChart(values: Values) {
    val palette = LocalPalette.current
    Charted(values.spoken, "${values.least} – ${values.most}", values.first, values.last) {
        Canvas(Modifier.fillMaxWidth().height(140.dp)) { draw(values.spots, palette) }
    }
}

private fun DrawScope.draw(spots: List<Spot>, palette: Palette) {
    val margin = 8.dp.toPx()
    fun at(spot: Spot) = Offset(margin + spot.along * (size.width - 2 * margin), margin + (1 - spot.high) * (size.height - 2 * margin))
    for (line in listOf(margin, size.height - margin)) drawLine(palette.rule, Offset(0f, line), Offset(size.width, line), 1.dp.toPx())
    spots.zipWithNext { before, after -> drawLine(palette.accent, at(before), at(after), 2.dp.toPx(), StrokeCap.Round) }
    spots.forEach { spot ->
        // A ring: it is not known how far beyond.
        if (spot.bound) {
            drawCircle(palette.ground, 4.5.dp.toPx(), at(spot))
            drawCircle(palette.accent, 4.5.dp.toPx(), at(spot), style = Stroke(2.dp.toPx()))
        } else {
            drawCircle(palette.accent, 3.5.dp.toPx(), at(spot))
        }
    }
}

private const val MIDDLE = 0.5f
private val BOUNDS = charArrayOf('<', '>', '≤', '≥')
