// What the phone shows when it speaks: that there is a journal, and nothing of what is in it.
package org.vigie.platform

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.graphics.drawable.Icon
import org.vigie.NoticeKind

/** One notice at a time of each journal: a later one takes its place. */
internal class Notices(private val context: Context) {
    private val manager = context.system<NotificationManager>()

    /** The person, or the system, keeps them from being shown. */
    val silenced: Boolean
        get() = !manager.areNotificationsEnabled()

    /** How the phone lists the reasons, where the person can silence each. What follows a call is heard. */
    fun list(names: Map<NoticeKind, String>) = names.forEach { (kind, name) ->
        val importance = if (kind == NoticeKind.CALL) NotificationManager.IMPORTANCE_HIGH else NotificationManager.IMPORTANCE_DEFAULT
        manager.createNotificationChannel(NotificationChannel(kind.name, name, importance))
    }

    /** Says it; a touch opens the app. */
    fun show(journal: Int, kind: NoticeKind, says: String) {
        val app = context.packageManager.getLaunchIntentForPackage(context.packageName)
        val open = app?.let { PendingIntent.getActivity(context, 0, it, PendingIntent.FLAG_IMMUTABLE) }
        val notice = Notification.Builder(context, kind.name)
            .setSmallIcon(Icon.createWithBitmap(page()))
            .setContentTitle(says)
            .setContentIntent(open)
            .setAutoCancel(true)
            // Words the person chose for their locked screen, or "your journal".
            .setVisibility(Notification.VISIBILITY_PUBLIC)
            .setCategory(Notification.CATEGORY_REMINDER)
            .build()
        manager.notify(journal, notice)
    }

    /** Takes that of this journal away. */
    fun clear(journal: Int) = manager.cancel(journal)

    /** A page with two lines, drawn: it needs nothing of the app's resources. */
    private fun page(): Bitmap {
        val bitmap = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888)
        val pen = Paint(Paint.ANTI_ALIAS_FLAG).apply {
            color = Color.WHITE
            style = Paint.Style.STROKE
            strokeWidth = SIDE / 12f
            strokeCap = Paint.Cap.ROUND
        }
        fun at(share: Float) = SIDE * share
        with(Canvas(bitmap)) {
            drawRoundRect(at(0.2f), at(0.1f), at(0.8f), at(0.9f), at(0.1f), at(0.1f), pen)
            drawLine(at(0.37f), at(0.4f), at(0.63f), at(0.4f), pen)
            drawLine(at(0.37f), at(0.6f), at(0.55f), at(0.6f), pen)
        }
        return bitmap
    }

    private companion object {
        /** 24 dp on the finest screens, in pixels. */
        const val SIDE = 96
    }
}
