// When the phone is to say that the journal waits. It is kept where the phone finds it while the journal is locked, so it holds times
// and no word of what was noted.
package org.vigie.ui.reminders

import org.vigie.JournalInterface
import org.vigie.OpenPrompt
import org.vigie.TodayView
import org.vigie.Weekday
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.Settings
import org.vigie.ui.Text
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId

/** Why the phone speaks. It lists each under its [title], where the person can silence it. */
enum class Why(val title: Plain) {
    /** The day's questions. */
    CHECK_IN(Text.REMINDER_CHECK_IN),

    /** A medicine is due. */
    MEDICINE(Text.REMINDER_MEDICINE),

    /** The team was to be called, and nobody answered yet. */
    CALL(Text.REMINDER_CALL),
}

/** One time at which the phone speaks. */
data class Notice(val why: Why, val at: OffsetDateTime) {
    /** When that is where the person is now. What follows a call is so many hours after it; the rest goes by the clock on the wall. */
    fun instant(zone: ZoneId): Instant = if (why == Why.CALL) at.toInstant() else at.toLocalDateTime().atZone(zone).toInstant()
}

/** Everything the phone needs to know: what it [says], under which [names] it lists the reasons, and when. */
data class Plan(val says: String, val names: Map<Why, String>, val notices: List<Notice>)

/** When to remind, in minutes since midnight, on which days not, and what is shown then; whether of medicines too. */
internal const val REMINDER_MINUTE = "reminder-minute"
internal const val REMINDER_QUIET = "reminder-quiet"
internal const val REMINDER_TEXT = "reminder-text"
internal const val REMINDER_MEDICINES = "reminder-medicines"

/** Days ahead: somebody who has not opened the journal for as long is left in peace. */
internal const val DAYS_AHEAD = 30

/** How often a call that nobody acts upon is followed up: three hours of one that cannot wait, two days of one for today. */
internal const val FOLLOWED_UP = 12

/** When it asks next, and again for as long as nothing is done: each time after the time that the core gave it. */
private fun OpenPrompt.asksAgain(now: OffsetDateTime): List<Notice> {
    val since = outcomes.lastOrNull()?.at ?: prompt.at
    val each = Duration.between(since, due).coerceAtLeast(Duration.ofMinutes(1))
    val missed = if (due > now) 0 else Duration.between(due, now).dividedBy(each) + 1
    return (missed until missed + FOLLOWED_UP).map { Notice(Why.CALL, due.plus(each.multipliedBy(it))) }
}

/** The days on which nobody is reminded of the day's questions. */
internal var Settings.quietDays: Set<Weekday>
    get() = this[REMINDER_QUIET].orEmpty().split(',').mapNotNull { name -> Weekday.entries.find { it.name == name } }.toSet()
    set(days) {
        this[REMINDER_QUIET] = days.joinToString(",") { it.name }.ifEmpty { null }
    }

/** What this journal wants the phone to say. For models: it asks the core. */
internal fun Hand.plan(journal: JournalInterface, today: TodayView = journal.today()): Plan {
    val settings = phone.settings
    val now = journal.now()
    val minute = settings[REMINDER_MINUTE]?.toLongOrNull()
    val checkIns = minute?.let {
        val quiet = settings.quietDays
        val days = (0L..DAYS_AHEAD).map(today.day::plusDays)
            .filter { day -> (day != today.day || today.entries.isEmpty()) && quiet.none { it.name == day.dayOfWeek.name } }
        days.map { day -> Notice(Why.CHECK_IN, day.atTime(LocalTime.MIDNIGHT.plusMinutes(minute)).atOffset(now.offset)) }
    }
    val doses = settings[REMINDER_MEDICINES]?.let { journal.reminders(DAYS_AHEAD.toUByte()).map { Notice(Why.MEDICINE, it.at) } }
    val calls = today.open.flatMap { it.asksAgain(now) }
    val notices = (checkIns.orEmpty() + doses.orEmpty() + calls).filter { it.at > now }.sortedBy { it.at }
    val says = phone.settings[REMINDER_TEXT] ?: texts[Text.YOUR_JOURNAL]
    return Plan(says, Why.entries.associateWith { texts[it.title] }, notices)
}
