// When the phone speaks: times kept beside the journal, one alarm for the next of them, and a notice that says nothing.
package org.vigie.platform

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.os.Build
import androidx.core.content.edit
import org.vigie.Notice
import org.vigie.NoticeKind
import org.vigie.ui.reminders.Plan
import org.vigie.ui.reminders.instant
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneId

/** What was planned, as it is kept for when the journal is locked and the phone starts anew: times, and what to say. */
internal class Reminders(private val context: Context) {
    private val kept = context.getSharedPreferences("reminders", Context.MODE_PRIVATE)
    private val alarms = context.system<AlarmManager>()
    private val notices = Notices(context)

    /** From now on this of the journal of this number, and nothing that was planned before. */
    @Synchronized
    fun plan(journal: Int, plan: Plan) {
        notices.list(plan.names)
        kept.edit(commit = true) { putString("$SAYS$journal", plan.says) }
        keep(journal, plan.notices)
        arm()
    }

    /** Nothing is planned for this journal, and nothing is kept of what was to be said. */
    @Synchronized
    fun forget(journal: Int) {
        kept.edit(commit = true) {
            remove("$SAYS$journal")
            remove("$PLANNED$journal")
        }
        notices.clear(journal)
        arm()
    }

    /** Says what is due, and waits for the next. */
    @Synchronized
    fun look() {
        val now = Instant.now()
        for (journal in journals()) {
            val (due, later) = planned(journal).partition { it.instant(ZoneId.systemDefault()) <= now }
            if (due.isEmpty()) continue
            // What follows a call goes before the rest.
            notices.show(journal, due.maxOf { it.kind }, kept.getString("$SAYS$journal", null).orEmpty())
            keep(journal, later)
        }
        arm()
    }

    /** The person sees the app: what was said is done with. */
    fun seen() = journals().forEach(notices::clear)

    /** Whether what it says is kept from being shown. */
    val silenced: Boolean
        get() = notices.silenced

    /** The numbers of those that something was planned for. */
    private fun journals(): List<Int> =
        kept.all.keys.filter { it.startsWith(PLANNED) }.mapNotNull { it.removePrefix(PLANNED).toIntOrNull() }

    private fun planned(journal: Int): List<Notice> = kept.getString("$PLANNED$journal", null).orEmpty().lines().mapNotNull(::read)

    private fun keep(journal: Int, planned: List<Notice>) = kept.edit(commit = true) {
        putString("$PLANNED$journal", planned.joinToString("\n") { "${it.kind} ${it.at}" })
    }

    /** A line that is none, of another version, is passed over: the journal plans anew when it is opened. */
    private fun read(line: String): Notice? = runCatching {
        val (kind, at) = line.split(' ')
        Notice(NoticeKind.valueOf(kind), OffsetDateTime.parse(at))
    }.getOrNull()

    private fun arm() {
        val alarm = PendingIntent.getBroadcast(context, 0, Intent(context, ReminderReceiver::class.java), PendingIntent.FLAG_IMMUTABLE)
        val next = journals().flatMap(::planned).minOfOrNull { it.instant(ZoneId.systemDefault()) }
        if (next == null) {
            alarms.cancel(alarm)
            return
        }
        // To the minute only where the person allowed that in the phone's settings. Else the phone may come some minutes later.
        val toTheMinute = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || alarms.canScheduleExactAlarms()
        if (toTheMinute) {
            alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, next.toEpochMilli(), alarm)
        } else {
            alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, next.toEpochMilli(), alarm)
        }
    }

    private companion object {
        const val SAYS = "says-"
        const val PLANNED = "planned-"
    }
}

/** Woken by the alarm; and when the phone was started, the app renewed, or the clock or its zone set, for alarms do not outlive that. */
class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = Reminders(context).look()
}
