// The charts.
package org.vigie.ui.trends

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.ui.Text
import org.vigie.ui.chart.Chart
import org.vigie.ui.look.Body
import org.vigie.ui.look.Choice
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Page
import org.vigie.ui.look.Small

/** One chart a symptom; a day that is touched says what was answered. */
@Composable
fun TrendsScreen(model: TrendsModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val day = state.day
    val back = if (day == null) leave else model::leaveDay
    Page(day?.name ?: texts[Text.PLACE_TRENDS], Going(model.busy, model.problem), back, top = day) {
        if (day != null) {
            if (day.lines.isEmpty()) Body(texts[Text.TRENDS_DAY_EMPTY])
            day.lines.forEach { Body(it) }
            return@Page
        }
        Period.entries.forEach { Choice(texts[name(it)], it == state.period, { model.look(it) }) }
        if (state.loaded && state.series.isEmpty()) Body(texts[Text.TRENDS_EMPTY])
        if (state.series.isNotEmpty()) Small(texts[Text.TRENDS_HOW])
        state.series.forEach { series ->
            Heading(series.name)
            Chart(series, model::touch)
            Body(series.spoken, MaterialTheme.typography.bodyMedium)
        }
    }
}

private fun name(period: Period): Text = when (period) {
    Period.MONTH -> Text.TRENDS_MONTH
    Period.QUARTER -> Text.TRENDS_QUARTER
    Period.YEAR -> Text.TRENDS_YEAR
}
