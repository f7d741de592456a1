// Something around the symptoms, as a line of a list.
package org.vigie.ui.form

import org.vigie.CareEvent
import org.vigie.CareId
import org.vigie.CareRecord
import org.vigie.ui.Hand
import java.time.LocalDate

/** One of a list: its title and what is known of it. */
data class Listed<T>(val id: CareId, val day: LocalDate, val told: T, val title: String, val details: List<String>)

/**
 * Everything that is told of one kind, oldest first. For models: it asks the core.
 *
 * @param dated is said of its day; null says nothing of it.
 */
inline fun <T> List<CareRecord>.listed(
    hand: Hand,
    dated: (LocalDate) -> String? = { hand.texts.words.day(it) },
    of: (CareEvent) -> Pair<LocalDate, T>?,
): List<Listed<T>> = mapNotNull { record ->
    of(record.event)?.let { (day, told) ->
        val words = hand.texts.words
        val parts = words.event(record.event)
        val rest = parts.drop(1).joinToString(" · ").ifEmpty { null }
        Listed(record.id, day, told, parts.first(), listOfNotNull(dated(day), rest, words.notedBy(record.author)))
    }
}
