// What the phone says, and when.
package org.vigie.platform

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.vigie.Notice
import org.vigie.NoticeKind
import org.vigie.ui.reminders.Plan
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneId
import java.util.TimeZone

@RunWith(OnAndroid::class)
@Config(manifest = Config.NONE, sdk = [35])
class RemindersTest {
    private val application: Application = RuntimeEnvironment.getApplication()
    private val reminders = Reminders(application)
    private val zone = TimeZone.getDefault()

    @After
    fun zone() = TimeZone.setDefault(zone)

    private val alarms get() = shadowOf(application.system<AlarmManager>())
    private val shown: List<Notification> get() = shadowOf(application.system<NotificationManager>()).allNotifications
    private val next: Instant? get() = alarms.scheduledAlarms.singleOrNull()?.let { Instant.ofEpochMilli(it.triggerAtMs) }

    private fun plan(vararg notices: Notice, journal: Int = 1) = reminders.plan(
        journal,
        Plan(
            "Votre carnet",
            NoticeKind.entries.associateWith {
                "nom de $it"
            },
            notices.toList(),
        ),
    )

    private fun soon(kind: NoticeKind, from: Duration) = Notice(kind, OffsetDateTime.now().plus(from).withNano(0))

    /** Something woke the app: an alarm, or one of the system's own events. */
    private fun woken(action: String? = null) = ReminderReceiver().onReceive(application, Intent(action))

    @Test
    fun `one alarm waits for the earliest of them`() {
        val early = soon(NoticeKind.CALL, Duration.ofMinutes(15))
        plan(soon(NoticeKind.CHECK_IN, Duration.ofHours(3)), early)
        assertEquals(early.at.toInstant(), next)
        assertTrue(shown.isEmpty())
    }

    @Test
    fun `when it is time the phone says that there is a journal, and nothing else`() {
        plan(soon(NoticeKind.CHECK_IN, Duration.ofSeconds(-1)), soon(NoticeKind.CHECK_IN, Duration.ofDays(1)))
        woken()
        val notice = shown.single()
        assertEquals("Votre carnet", notice.extras.getCharSequence(Notification.EXTRA_TITLE))
        assertNull(notice.extras.getCharSequence(Notification.EXTRA_TEXT))
        assertEquals(
            "and the next is waited for",
            Duration.ofDays(1).toHours(),
            Duration.between(Instant.now(), next).plusMinutes(1).toHours(),
        )
        reminders.seen()
        assertTrue("whoever looks at the app needs no notice", shown.isEmpty())
    }

    @Test
    fun `of several that are due the call is the one that is heard`() {
        plan(soon(NoticeKind.CALL, Duration.ofSeconds(-9)), soon(NoticeKind.MEDICINE, Duration.ofSeconds(-2)))
        woken()
        assertEquals(NoticeKind.CALL.name, shown.single().channelId)
        val channel = application.system<NotificationManager>().getNotificationChannel(NoticeKind.CALL.name)
        assertEquals(NotificationManager.IMPORTANCE_HIGH, channel.importance)
        assertEquals("nom de CALL", channel.name)
        woken()
        assertEquals("said once", 1, shown.size)
        assertNull(next)
    }

    @Test
    fun `after a start of the phone, which forgets every alarm, it waits again`() {
        val later = soon(NoticeKind.CHECK_IN, Duration.ofHours(3))
        plan(later)
        application.system<AlarmManager>().cancelAll()
        assertNull(next)
        woken(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(later.at.toInstant(), next)
    }

    @Test
    fun `what was due while the phone was off is said when it starts`() {
        plan(soon(NoticeKind.CALL, Duration.ofSeconds(-5)))
        woken(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(1, shown.size)
    }

    @Test
    fun `in another zone the day's questions go by the clock on the wall, and what follows a call by the hours since`() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"))
        val evening = OffsetDateTime.now().plusDays(2).withHour(20).withMinute(0).withSecond(0).withNano(0)
        plan(Notice(NoticeKind.CHECK_IN, evening))
        val before = next
        TimeZone.setDefault(TimeZone.getTimeZone("Indian/Reunion"))
        woken(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(20, next?.atZone(ZoneId.systemDefault())?.hour)
        assertFalse(before == next)
        plan(Notice(NoticeKind.CALL, evening))
        assertEquals(evening.toInstant(), next)
    }

    @Test
    fun `a new plan takes the place of the old, and an empty one ends it`() {
        plan(soon(NoticeKind.CHECK_IN, Duration.ofHours(1)))
        val other = soon(NoticeKind.CHECK_IN, Duration.ofHours(2))
        plan(other)
        assertEquals(other.at.toInstant(), next)
        plan()
        assertNull(next)
        woken()
        assertTrue(shown.isEmpty())
    }

    @Test
    fun `forgotten, none of its words stays`() {
        plan(soon(NoticeKind.CHECK_IN, Duration.ofSeconds(-1)), soon(NoticeKind.CHECK_IN, Duration.ofHours(1)))
        woken()
        reminders.forget(1)
        assertNull(next)
        assertTrue(shown.isEmpty())
        assertEquals(emptyMap<String, Any>(), application.getSharedPreferences("reminders", android.content.Context.MODE_PRIVATE).all)
    }

    @Test
    fun `each journal is said by itself, and the end of one leaves the other`() {
        plan(soon(NoticeKind.CHECK_IN, Duration.ofSeconds(-1)), soon(NoticeKind.CHECK_IN, Duration.ofHours(3)))
        val other = soon(NoticeKind.CALL, Duration.ofHours(1))
        plan(soon(NoticeKind.CALL, Duration.ofSeconds(-1)), other, journal = 2)
        assertEquals("the earliest of both is waited for, which is now", 1, alarms.scheduledAlarms.size)
        woken()
        assertEquals(setOf(NoticeKind.CHECK_IN.name, NoticeKind.CALL.name), shown.map { it.channelId }.toSet())
        assertEquals(other.at.toInstant(), next)
        reminders.forget(2)
        assertEquals(listOf(NoticeKind.CHECK_IN.name), shown.map { it.channelId })
        assertEquals(Duration.ofHours(3).toHours(), Duration.between(Instant.now(), next).plusMinutes(1).toHours())
    }

    @Test
    fun `to the minute only where the person allows it`() {
        org.robolectric.shadows.ShadowAlarmManager.setCanScheduleExactAlarms(true)
        plan(soon(NoticeKind.CALL, Duration.ofMinutes(15)))
        assertEquals(0L, alarms.scheduledAlarms.single().windowLengthMs)
        org.robolectric.shadows.ShadowAlarmManager.setCanScheduleExactAlarms(false)
        plan(soon(NoticeKind.CALL, Duration.ofMinutes(15)))
        assertTrue(alarms.scheduledAlarms.single().windowLengthMs != 0L)
    }

    @Test
    fun `what is kept for it holds times and no word of the journal`() {
        plan(soon(NoticeKind.MEDICINE, Duration.ofHours(1)))
        val kept = application.getSharedPreferences("reminders", android.content.Context.MODE_PRIVATE).all
        assertEquals(setOf("says-1", "planned-1"), kept.keys)
        assertTrue(kept["planned-1"].toString(), Regex("MEDICINE \\S+").matches(kept["planned-1"].toString()))
    }
}
