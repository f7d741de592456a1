// A finger on the screen of the activity: it finds what is said there, and touches where that is.
package org.vigie.app

import android.app.Activity
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Looper
import android.os.SystemClock
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import androidx.compose.ui.node.RootForTest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.time.Duration

/** Reads and touches what is on the screen now. */
internal class Finger(private val activity: () -> Activity) {
    /** What nobody caught: the screen is drawn by a coroutine, which ends without a word to the test. */
    @Volatile
    private var broken: Throwable? = null

    init {
        Thread.setDefaultUncaughtExceptionHandler { _, thrown -> broken = thrown }
    }

    private val window: View get() = activity().window.decorView

    private fun nodes(): List<SemanticsNode> = roots(window).flatMap { it.semanticsOwner.getAllSemanticsNodes(mergingEnabled = true) }

    private fun roots(view: View): List<RootForTest> = listOfNotNull(view as? RootForTest) +
        if (view is ViewGroup) (0 until view.childCount).flatMap { roots(view.getChildAt(it)) } else emptyList()

    /** Everything that is said. */
    fun said(): List<String> = nodes().flatMap { it.says() }

    private fun SemanticsNode.says(): List<String> = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()

    private fun find(text: String) = nodes().find { node -> SemanticsActions.OnClick in node.config && node.says().any { it == text } }

    /** Waits until this is so. The core works on threads of its own, and the screen is drawn when it is told to. */
    fun until(what: String, holds: () -> Boolean) {
        val begun = System.nanoTime()
        while (!holds()) {
            broken?.let { throw AssertionError("$what; but the screen broke", it) }
            shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(FRAME))
            Thread.sleep(1)
            // No measure of anything: something that hangs is to end.
            check(System.nanoTime() - begun < HANGS) { "$what; there is: ${said()}" }
        }
    }

    /** Waits until nothing is left to be drawn. */
    fun rests() = until("it rests") {
        shadowOf(Looper.getMainLooper()).idle()
        shadowOf(Looper.getMainLooper()).isIdle
    }

    /** Waits until this is said. */
    fun sees(text: String) = until("'$text' is seen") { said().any { text in it } }

    /** Touches what says this. */
    fun taps(text: String) {
        until("'$text' can be touched") { find(text) != null }
        bringIntoView(text)
        val place = checkNotNull(find(text)).boundsInWindow.center
        touch(place.x, place.y)
    }

    private fun bringIntoView(text: String) {
        repeat(TRIES) {
            val bounds = checkNotNull(find(text)).boundsInWindow
            if (bounds.top >= 0 && bounds.bottom <= window.height && bounds.height > 1) return
            drag(window.height * 0.7f, window.height * 0.4f)
        }
    }

    private fun touch(x: Float, y: Float) {
        val now = SystemClock.uptimeMillis()
        send(now, now, MotionEvent.ACTION_DOWN, x, y)
        send(now, now + FRAME, MotionEvent.ACTION_UP, x, y)
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(FRAME))
    }

    private fun drag(from: Float, to: Float) {
        val x = window.width / 2f
        val now = SystemClock.uptimeMillis()
        send(now, now, MotionEvent.ACTION_DOWN, x, from)
        for (step in 1..STEPS) {
            shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(FRAME))
            send(now, SystemClock.uptimeMillis(), MotionEvent.ACTION_MOVE, x, from + (to - from) * step / STEPS)
        }
        // Held still before it is lifted, so that nothing slides on.
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(HELD))
        send(now, SystemClock.uptimeMillis(), MotionEvent.ACTION_UP, x, to)
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(HELD))
    }

    private fun send(down: Long, at: Long, action: Int, x: Float, y: Float) {
        val event = MotionEvent.obtain(down, at, action, x, y, 0)
        window.dispatchTouchEvent(event)
        event.recycle()
    }

    /** Types into the field of this name. */
    fun types(name: String, text: String) {
        fun field() = nodes().find { node -> SemanticsActions.SetText in node.config && node.says().any { it == name } }
        until("there is a field '$name'") { field() != null }
        field()?.config?.getOrNull(SemanticsActions.SetText)?.action?.invoke(AnnotatedString(text))
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(FRAME))
    }

    /** Draws the window into a file. */
    fun picture(name: String) {
        val bitmap = Bitmap.createBitmap(window.width, window.height, Bitmap.Config.ARGB_8888)
        window.draw(Canvas(bitmap))
        val file = File(System.getProperty("vigie.pictures"), "$name.png").apply { parentFile.mkdirs() }
        file.outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    private companion object {
        const val FRAME = 16L
        const val HELD = 300L
        const val STEPS = 10
        const val TRIES = 20
        const val HANGS = 300_000_000_000L
    }
}
