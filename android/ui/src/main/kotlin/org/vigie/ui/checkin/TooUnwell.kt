// A day that ends in one touch.
package org.vigie.ui.checkin

import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.JournalInterface
import org.vigie.Recorded

/** What was [begun] counts; whatever else is asked is told as too unwell to answer. Nothing is left to go on with. */
internal fun JournalInterface.recordTooUnwell(begun: DailyEntry): Recorded {
    val unanswered = today().asked.map { it.item } - begun.answers.keys
    val recorded = record(begun.copy(answers = begun.answers + unanswered.associateWith { Answer.TooUnwell }, tooUnwell = true))
    keepDraft(null)
    return recorded
}
