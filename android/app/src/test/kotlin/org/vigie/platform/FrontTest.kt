// Leaving the app, and coming back.
package org.vigie.platform

import android.app.Activity
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.os.Looper
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowSystemClock
import java.time.Duration

@RunWith(OnAndroid::class)
@Config(manifest = Config.NONE, sdk = [35])
class FrontTest {
    private val application: Application = RuntimeEnvironment.getApplication()
    private var locked = 0
    private val front = Front { locked++ }.also(application::registerActivityLifecycleCallbacks)
    private val shown = Robolectric.buildActivity(Activity::class.java).setup()
    private val dial = Intent(Intent.ACTION_DIAL, Uri.parse("tel:112"))

    private fun waits(time: Duration) = shadowOf(Looper.getMainLooper()).idleFor(time)

    @Test
    fun `whoever leaves finds the journal locked`() {
        shown.pause().stop()
        assertEquals(1, locked)
        assertNull("nothing of the app is in front", front.activity)
    }

    @Test
    fun `a phone that is turned is not left`() {
        shown.recreate()
        assertEquals(0, locked)
        assertTrue(front.activity != null)
    }

    @Test
    fun `whoever is sent to the telephone has five minutes`() {
        assertTrue(front.send(dial))
        assertEquals(Intent.ACTION_DIAL, shadowOf(shown.get()).nextStartedActivity.action)
        shown.pause().stop()
        waits(Duration.ofMinutes(4))
        assertEquals(0, locked)
        shown.restart().start().resume()
        assertEquals("back in time", 0, locked)
        waits(Duration.ofMinutes(4))
        assertEquals("and from then on as before", 0, locked)
        shown.pause().stop()
        assertEquals(1, locked)
    }

    @Test
    fun `and not more`() {
        front.send(dial)
        shown.pause().stop()
        waits(Duration.ofMinutes(5))
        assertEquals(1, locked)
    }

    @Test
    fun `a phone that slept meanwhile locks before anything is shown`() {
        front.send(dial)
        shown.pause().stop()
        // The clock went on and nothing ran: so it is when the system freezes an app.
        ShadowSystemClock.advanceBy(Duration.ofMinutes(6))
        shown.restart().start()
        assertTrue(locked >= 1)
    }

    @Test
    fun `where there is no app for it nobody is sent, and leaving locks at once`() {
        shadowOf(application).checkActivities(true)
        assertFalse(front.send(dial))
        shown.pause().stop()
        assertEquals(1, locked)
    }
}
