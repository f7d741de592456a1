// A series of one item over some days, as a chart shows it and as it is said.
package org.vigie.ui.chart

import org.vigie.Cell
import org.vigie.Item
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.ui.Phrase
import org.vigie.ui.Texts
import java.time.LocalDate

/** A day of a chart. [rating] is null when there is none, and [unwell] says that the person was too unwell to give one. */
data class Point(val day: LocalDate, val rating: Int?, val unwell: Boolean, val treated: Boolean)

/** What a chart shows. [spoken] says the same in a sentence. */
data class Series(val name: String, val points: List<Point>, val first: String, val last: String, val spoken: String)

/** The series of an item for the [days] up to today; null for what has no ratings (a measure, a sign). */
fun seriesOf(journal: JournalInterface, texts: Texts, item: Item, days: Int = DAYS): Series? {
    val series = try {
        journal.series(item, days.toUShort())
    } catch (_: JournalException.Invalid) {
        return null
    }
    if (series.isEmpty()) return null
    val treated = journal.entries().filter { it.entry.administration != null }.map { it.entry.day }.toSet()
    val points = series.map {
        Point(it.day, (it.cell as? Cell.Rated)?.rating, it.cell is Cell.TooUnwell, it.day in treated)
    }
    val rated = points.filter { it.rating != null }
    val name = texts.words.item(item)
    val spoken = if (rated.isEmpty()) {
        texts.say(Phrase.CHART_EMPTY, "name" to name)
    } else {
        texts.say(
            Phrase.CHART_SPOKEN,
            "name" to name,
            "answers" to rated.size.toLong(),
            "days" to points.size.toLong(),
            "lowest" to rated.minOf { it.rating ?: 0 }.toLong(),
            "highest" to rated.maxOf { it.rating ?: 0 }.toLong(),
            "last" to (rated.last().rating ?: 0).toLong(),
            "day" to texts.words.day(rated.last().day),
        )
    }
    return Series(name, points, texts.words.dayShort(points.first().day), texts.words.dayShort(points.last().day), spoken)
}

/** Four weeks. */
const val DAYS = 28
