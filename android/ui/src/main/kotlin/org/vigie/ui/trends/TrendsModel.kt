// How each symptom went: a chart each, and the answers of a day.
package org.vigie.ui.trends

import org.vigie.EventKind
import org.vigie.JournalInterface
import org.vigie.Look
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.chart.Series
import org.vigie.ui.chart.seriesOf
import java.time.LocalDate

/** How far back one looks. */
enum class Period(val days: Int) { MONTH(28), QUARTER(91), YEAR(365) }

/** What was said on a day. */
data class DayTold(val name: String, val lines: List<String>)

/** What the screen shows. */
data class TrendsState(
    val loaded: Boolean = false,
    val period: Period = Period.MONTH,
    val series: List<Series> = emptyList(),
    /** The day that was touched. */
    val day: DayTold? = null,
)

/** Charts of everything that is asked or was rated. */
class TrendsModel(hand: Hand, private val journal: JournalInterface) : Model<TrendsState>(TrendsState(), hand) {
    init {
        look(Period.MONTH)
    }

    /** Looks further back, or nearer. */
    fun look(period: Period) {
        work {
            val series = hand.off {
                val rated = journal.entries().flatMap { it.entry.answers.keys }
                (journal.today().asked.map { it.item } + rated).distinct().mapNotNull { seriesOf(journal, hand.texts, it, period.days) }
            }
            state = TrendsState(true, period, series.filter { one -> one.points.any { it.rating != null } })
        }
    }

    /** What was said on this day. */
    fun touch(day: LocalDate) {
        work {
            val told = hand.off {
                val look = Look(hand.texts.lang, first = day, last = day, kinds = listOf(EventKind.Entry))
                DayTold(hand.texts.words.weekdayDay(day), journal.timeline(look).flatMap { it.text })
            }
            state = state.copy(day = told)
        }
    }

    /** Enough of the day. */
    fun leaveDay() {
        state = state.copy(day = null)
    }
}
