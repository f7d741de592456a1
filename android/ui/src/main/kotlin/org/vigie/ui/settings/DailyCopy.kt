// The copy of each day, that the machine makes by itself where it has a place for it.
package org.vigie.ui.settings

import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.ui.Hand
import org.vigie.ui.Home
import java.nio.file.Path
import java.time.LocalDate
import kotlin.io.path.isDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/** A copy of a day. */
internal class DailyCopy(val file: Path, val day: LocalDate)

/** Kept while a copy is to be made each day: the day of the last, or of the choice. */
internal const val COPIED = "copied"

/** Kept while it fails: the day of the first try that did. */
private const val COPY_FAILS = "copy-fails"

/** As many are kept. */
internal const val KEPT = 7u

/** Failing for so many days is told on the first screen. */
private const val LATE = 2L

/** As the core names them. */
private val NAMED = Regex("vigie-.*-(\\d{4}-\\d{2}-\\d{2})(-\\d+)?\\.age")

/** The copies there are, the latest first. */
internal fun copies(home: Home): List<DailyCopy> {
    val folder = home.copies?.takeIf { it.isDirectory() } ?: return emptyList()
    val found = folder.listDirectoryEntries().mapNotNull { file ->
        NAMED.matchEntire(file.name)?.let { DailyCopy(file, LocalDate.parse(it.groupValues[1])) }
    }
    return found.sortedWith(compareByDescending<DailyCopy> { it.day }.thenByDescending { it.file.name })
}

/** Makes the copy of today, when that was chosen and there is none yet. What does not work is tried again the next time. */
internal fun Hand.copyOfTheDay(journal: JournalInterface) {
    val folder = home.copies ?: return
    val day = "${journal.now().toLocalDate()}"
    val last = home.settings[COPIED] ?: return
    if (last == day && copies(home).any { "${it.day}" == day }) return
    val made = try {
        journal.automaticBackup(folder.toString(), KEPT) != null
    } catch (_: JournalException) {
        // Told on the first screen when it goes on for days, and at once where it is chosen.
        false
    }
    if (made) home.settings[COPIED] = day
    home.settings[COPY_FAILS] = if (made) null else home.settings[COPY_FAILS] ?: day
}

/** The last day that was copied, when later tries have failed for days. Days on which nobody opened the journal are none of them. */
internal fun Hand.copiesAreLate(today: LocalDate): LocalDate? {
    val since = home.settings[COPY_FAILS]?.let(LocalDate::parse)?.takeIf { it.plusDays(LATE) <= today }
    return since?.let { home.settings[COPIED] }?.let(LocalDate::parse)
}
