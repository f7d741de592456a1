// What the phone is to say, and when. It is kept where the phone finds it while the journal is locked, so it holds times and no word of
// what was noted.
package org.vigie.ui.reminders

import org.vigie.JournalInterface
import org.vigie.Notice
import org.vigie.NoticeKind
import org.vigie.NoticeWish
import org.vigie.Weekday
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.Settings
import org.vigie.ui.Text
import java.time.Instant
import java.time.ZoneId

/** As the phone lists it, where the person can silence it. */
private val NoticeKind.title: Plain
    get() = when (this) {
        NoticeKind.CHECK_IN -> Text.REMINDER_CHECK_IN
        NoticeKind.MEDICINE -> Text.REMINDER_MEDICINE
        NoticeKind.CALL -> Text.REMINDER_CALL
    }

/** When that is where the person is now. What follows a call is so many hours after it; the rest goes by the clock on the wall. */
fun Notice.instant(zone: ZoneId): Instant = if (kind == NoticeKind.CALL) at.toInstant() else at.toLocalDateTime().atZone(zone).toInstant()

/** Everything the phone needs to know: what it [says], under which [names] it lists the reasons, and when. */
data class Plan(val says: String, val names: Map<NoticeKind, String>, val notices: List<Notice>)

/** When to remind, in minutes since midnight, on which days not, and what is shown then; whether of medicines too. */
internal const val REMINDER_MINUTE = "reminder-minute"
internal const val REMINDER_QUIET = "reminder-quiet"
internal const val REMINDER_TEXT = "reminder-text"
internal const val REMINDER_MEDICINES = "reminder-medicines"

/** The days on which nobody is reminded of the day's questions. */
internal var Settings.quietDays: Set<Weekday>
    get() = this[REMINDER_QUIET].orEmpty().split(',').mapNotNull { name -> Weekday.entries.find { it.name == name } }.toSet()
    set(days) {
        this[REMINDER_QUIET] = days.joinToString(",") { it.name }.ifEmpty { null }
    }

/** What this journal wants the phone to say. For models: it asks the core. */
internal fun Hand.plan(journal: JournalInterface): Plan {
    val settings = home.settings
    val wish = NoticeWish(
        minute = settings[REMINDER_MINUTE]?.toUShortOrNull(),
        quiet = settings.quietDays,
        medicines = settings[REMINDER_MEDICINES] != null,
    )
    val says = settings[REMINDER_TEXT] ?: texts[Text.YOUR_JOURNAL]
    return Plan(says, NoticeKind.entries.associateWith { texts[it.title] }, journal.notices(wish))
}
