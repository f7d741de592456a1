// A day: typed in whatever way dates are written, or found by a step from one that is near.
package org.vigie.ui.look

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.unit.dp
import org.vigie.ui.Plain
import org.vigie.ui.message
import java.time.DateTimeException
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import kotlin.math.abs

/** What is said around a day. */
enum class DayText : Plain {
    DAY_YESTERDAY,
    DAY_TODAY,
    DAY_EARLIER,
    DAY_LATER,
    DAY_NOT_READ,
    DAY_MONDAY,
    DAY_TUESDAY,
    DAY_WEDNESDAY,
    DAY_THURSDAY,
    DAY_FRIDAY,
    DAY_SATURDAY,
    DAY_SUNDAY,
    ;

    override val id: String = message(name)
}

/**
 * A day. Which day of the week it is stands below, so that a slip is seen.
 *
 * @param value is what is typed; [readDay] reads it.
 * @param wrong is why it cannot be taken as it is; what was typed stays.
 */
@Composable
fun DayField(name: String, value: String, change: (String) -> Unit, today: LocalDate, hint: String? = null, wrong: String? = null) {
    val texts = LocalTexts.current
    val day = readDay(value, today)
    val from = day ?: today
    Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
        Field(name, value, change, Typed.DAY, hint, wrong)
        day?.let { Small(texts[weekday(it)]) }
        FlowRow(itemVerticalAlignment = Alignment.CenterVertically) {
            Quiet("−", { change(written(from.minusDays(1))) }, "$name, ${texts[DayText.DAY_EARLIER]}")
            Quiet(texts[DayText.DAY_YESTERDAY], { change(written(today.minusDays(1))) }, "$name, ${texts[DayText.DAY_YESTERDAY]}")
            Quiet(texts[DayText.DAY_TODAY], { change(written(today)) }, "$name, ${texts[DayText.DAY_TODAY]}")
            Quiet("+", { change(written(from.plusDays(1))) }, "$name, ${texts[DayText.DAY_LATER]}")
        }
    }
}

/** The day as it stands in the field: `23/11/2026`. */
fun written(day: LocalDate): String = day.format(DAY_FIRST)

/**
 * The day that was typed: `23/11/2026`, `23.11.26`, `2026-11-23`, `23112026` or `23 11`. The day stands first, but for a year of four
 * digits. Without a year it is the nearest such day to [today]. Null when it is none.
 */
fun readDay(typed: String, today: LocalDate): LocalDate? {
    val groups = typed.split(Regex("[^0-9]+")).filter { it.isNotEmpty() }
    val alone = groups.singleOrNull()
    val parts = if (alone?.length == EIGHT) listOf(alone.take(2), alone.substring(2, 4), alone.drop(4)) else groups
    if (parts.any { it.length > FOUR }) return null
    return when {
        parts.size == 2 -> nearest(parts[0].toInt(), parts[1].toInt(), today)
        parts.size != 3 -> null
        parts[0].length == FOUR -> dayOf(parts[0].toInt(), parts[1].toInt(), parts[2].toInt())
        parts[2].length == FOUR -> dayOf(parts[2].toInt(), parts[1].toInt(), parts[0].toInt())
        parts[2].length == 2 -> dayOf(CENTURY + parts[2].toInt(), parts[1].toInt(), parts[0].toInt())
        else -> null
    }
}

private fun nearest(day: Int, month: Int, today: LocalDate): LocalDate? =
    (today.year - 1..today.year + 1).mapNotNull { dayOf(it, month, day) }.minByOrNull { abs(ChronoUnit.DAYS.between(today, it)) }

private fun dayOf(year: Int, month: Int, day: Int): LocalDate? = try {
    LocalDate.of(year, month, day)
} catch (none: DateTimeException) {
    null
}

private fun weekday(day: LocalDate): DayText = when (day.dayOfWeek) {
    DayOfWeek.MONDAY -> DayText.DAY_MONDAY
    DayOfWeek.TUESDAY -> DayText.DAY_TUESDAY
    DayOfWeek.WEDNESDAY -> DayText.DAY_WEDNESDAY
    DayOfWeek.THURSDAY -> DayText.DAY_THURSDAY
    DayOfWeek.FRIDAY -> DayText.DAY_FRIDAY
    DayOfWeek.SATURDAY -> DayText.DAY_SATURDAY
    DayOfWeek.SUNDAY, null -> DayText.DAY_SUNDAY
}

private val DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu")
private const val CENTURY = 2000
private const val FOUR = 4
private const val EIGHT = 8
