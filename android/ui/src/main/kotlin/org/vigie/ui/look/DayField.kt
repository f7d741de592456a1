// A day: typed in whatever way dates are written, or found by a step from one that is near.
package org.vigie.ui.look

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.vigie.JournalException
import org.vigie.Weekday
import org.vigie.dayAsTyped
import org.vigie.ui.Plain
import org.vigie.ui.message
import java.time.LocalDate
import java.time.format.DateTimeFormatter

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
    val scope = rememberCoroutineScope()
    // What was typed and the day that it is; null until it is read.
    var read by remember { mutableStateOf<Pair<String, LocalDate?>?>(null) }
    LaunchedEffect(value, today) { if (read?.first != value) read = value to readAside(value, today) }
    val type = { typed: String ->
        read = null
        change(typed)
    }
    val put = { chosen: LocalDate ->
        val typed = written(chosen)
        // Known already, so that the next tap counts from it.
        read = typed to chosen
        change(typed)
    }
    val step: (Long) -> Unit = { days ->
        scope.launch {
            val (_, from) = read ?: (value to readAside(value, today))
            put((from ?: today).plusDays(days))
        }
    }
    Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
        Field(name, value, type, Typed.DAY, hint, wrong)
        read?.second?.let { Small(texts[weekday(it)]) }
        FlowRow(itemVerticalAlignment = Alignment.CenterVertically) {
            Quiet("−", { step(-1) }, "$name, ${texts[DayText.DAY_EARLIER]}")
            Quiet(texts[DayText.DAY_YESTERDAY], { put(today.minusDays(1)) }, "$name, ${texts[DayText.DAY_YESTERDAY]}")
            Quiet(texts[DayText.DAY_TODAY], { put(today) }, "$name, ${texts[DayText.DAY_TODAY]}")
            Quiet("+", { step(1) }, "$name, ${texts[DayText.DAY_LATER]}")
        }
    }
}

/** The day as it stands in the field: `23/11/2026`. */
fun written(day: LocalDate): String = day.format(DAY_FIRST)

/** The day that was typed, in whatever way. Null when it is none. Not while drawing: it asks the core. */
fun readDay(typed: String, today: LocalDate): LocalDate? = try {
    dayAsTyped(typed, today)
} catch (_: JournalException.Invalid) {
    null
}

/** Off the thread that draws. */
private suspend fun readAside(typed: String, today: LocalDate) = withContext(Dispatchers.IO) { readDay(typed, today) }

/** Its name. */
internal fun named(day: Weekday): DayText = DayText.entries[DayText.DAY_MONDAY.ordinal + day.ordinal]

private fun weekday(day: LocalDate): DayText = named(Weekday.entries[day.dayOfWeek.ordinal])

private val DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu")
