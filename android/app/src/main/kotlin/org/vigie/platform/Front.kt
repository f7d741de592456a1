// What is in front of the person, and what happens when they leave it.
package org.vigie.platform

import android.app.Activity
import android.app.Application
import android.content.ActivityNotFoundException
import android.content.Intent
import android.os.Bundle
import android.os.Handler
import android.os.Looper
import android.os.SystemClock

/**
 * The activity that is in front, if one is.
 *
 * @param left is called when the person left, on the thread that draws: the journal is to be locked.
 */
internal class Front(private val left: () -> Unit) : Application.ActivityLifecycleCallbacks {
    /** The activity that can be seen. */
    @Volatile
    var activity: Activity? = null
        private set

    private val later = Handler(Looper.getMainLooper())
    private val tooLong = Runnable {
        errandUntil = null
        left()
    }

    /** Until when the person is away because the app sent them, such as to the dialler; null when it did not. */
    private var errandUntil: Long? = null

    /** Sends the person elsewhere, to come back. False when there is no app for it. */
    fun send(intent: Intent, request: Int? = null): Boolean {
        val activity = activity ?: return false
        errandUntil = SystemClock.elapsedRealtime() + ERRAND
        return try {
            if (request == null) activity.startActivity(intent) else activity.startActivityForResult(intent, request)
            true
        } catch (_: ActivityNotFoundException) {
            errandUntil = null
            false
        }
    }

    override fun onActivityStarted(activity: Activity) {
        this.activity = activity
        later.removeCallbacks(tooLong)
        // The phone may have slept: the clock, not the waiting, says how long it was.
        if (errandUntil?.let { it < SystemClock.elapsedRealtime() } == true) left()
        errandUntil = null
    }

    override fun onActivityStopped(activity: Activity) {
        if (this.activity === activity) this.activity = null
        // Turned, or in another language or light: the person is still there.
        if (activity.isChangingConfigurations) return
        if (errandUntil == null) left() else later.postDelayed(tooLong, ERRAND)
    }

    override fun onActivityCreated(activity: Activity, state: Bundle?) = Unit

    override fun onActivityResumed(activity: Activity) = Unit

    override fun onActivityPaused(activity: Activity) = Unit

    override fun onActivitySaveInstanceState(activity: Activity, state: Bundle) = Unit

    override fun onActivityDestroyed(activity: Activity) = Unit

    companion object {
        /** How long the journal stays open while the person is on the telephone or chooses a file, in milliseconds. */
        const val ERRAND = 300_000L
    }
}
