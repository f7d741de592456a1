// What starting, opening and scrolling take: the program that `cargo xtask bench app` asks. Its first word is what it draws:
// `blank`, `lock` or `today` say `drawn` once it stands there, and end; `ask` then answers each line `WORK TIMES` with a number.
package org.vigie.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.unit.Density
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import org.vigie.ui.look.Theme
import java.nio.file.Path
import java.time.OffsetDateTime
import kotlin.io.path.Path

/** A phone whose journals lie in this folder. */
private class At(override val root: Path, phone: TestPhone) : Phone by phone

/** A small screen without a window; its frames are as far apart as those of a screen, however long they take. */
private class Drawn(scope: CoroutineScope, content: @Composable () -> Unit) {
    private val scene = ImageComposeScene(360, 640, Density(1f), scope.coroutineContext, content)
    private var time = 0L

    /** How many frames were drawn. */
    var frames = 0
        private set

    fun frame() {
        time += FRAME
        scene.render(time).close()
        frames++
    }

    /** Draws until this is so, and then once more. */
    suspend fun until(holds: () -> Boolean) {
        while (!holds()) {
            frame()
            delay(1)
        }
        frame()
    }

    /** Draws until nothing moves. */
    suspend fun still() {
        do {
            frame()
            kotlinx.coroutines.yield()
        } while (scene.hasInvalidations())
    }

    @OptIn(ExperimentalComposeUiApi::class)
    fun nodes(): List<SemanticsNode> = scene.semanticsOwners.flatMap { everything(it.rootSemanticsNode) }

    private fun everything(node: SemanticsNode): List<SemanticsNode> = listOf(node) + node.children.flatMap(::everything)

    private companion object {
        const val FRAME = 16_666_667L
    }
}

private class AppCosts(scope: CoroutineScope, folder: Path, private val passphrase: String, now: OffsetDateTime) {
    private val app = App(At(folder, TestPhone().apply { time = now }), scope)
    private val drawn = Drawn(scope) { Theme(app.texts, inter, dark = false) { Screens(app) } }

    suspend fun locked() {
        app.start()
        drawn.until { app.screen is Screen.Locked }
    }

    suspend fun opened() {
        val lock = (app.screen as Screen.Locked).model
        lock.type(passphrase)
        lock.open()
        drawn.until { (app.screen as? Screen.Today)?.model?.state?.loaded == true }
    }

    private suspend fun timeline() {
        app.go(Go.To(Place.TIMELINE))
        drawn.until { (app.screen as Screen.Timeline).model.state.loaded }
    }

    private suspend fun back() {
        app.back()
        drawn.still()
    }

    private fun list() = drawn.nodes().first { SemanticsActions.ScrollToIndex in it.config }

    /** Goes down by most of a screen. */
    private suspend fun step() {
        list().config[SemanticsActions.ScrollBy].action?.invoke(0f, STEP)
        drawn.still()
    }

    /** What one [work] took, in seconds, or how much of it there was. */
    suspend fun answer(work: String, times: Int): Double = when (work) {
        "open" -> {
            app.lock()
            drawn.until { app.screen is Screen.Locked }
            seconds(1) { opened() }
        }

        "timeline" -> seconds(1) { timeline() }.also { back() }

        "scroll" -> scrolling { seconds(times) { step() } }

        "frame" -> scrolling { inFrames { seconds(1) { repeat(times) { step() } } } }

        "frames" -> scrolling {
            val before = drawn.frames
            repeat(times) { step() }
            (drawn.frames - before).toDouble() / times
        }

        "rows" -> scrolling {
            repeat(times) { step() }
            drawn.nodes().count { SemanticsProperties.Text in it.config }.toDouble()
        }

        else -> error("no work '$work'")
    }

    private suspend fun inFrames(measured: suspend () -> Double): Double {
        val before = drawn.frames
        val all = measured()
        return all / (drawn.frames - before)
    }

    private suspend fun scrolling(measured: suspend () -> Double): Double {
        timeline()
        drawn.still()
        return measured().also { back() }
    }

    private inline fun seconds(times: Int, work: () -> Unit): Double {
        val start = System.nanoTime()
        repeat(times) { work() }
        return (System.nanoTime() - start) / 1e9 / times
    }

    private companion object {
        const val STEP = 500f
    }
}

fun main(args: Array<String>) = runBlocking {
    val what = args[0]
    if (what == "blank") {
        Drawn(this) { Box(Modifier.fillMaxSize().background(Color.White)) }.frame()
    } else {
        val costs = AppCosts(this, Path(args[1]), args[2], OffsetDateTime.parse(args[3]))
        costs.locked()
        if (what != "lock") costs.opened()
        if (what == "ask") {
            generateSequence(::readLine).forEach { line ->
                val (work, times) = line.split(' ')
                println(costs.answer(work, times.toInt()))
            }
        }
    }
    println("drawn")
    coroutineContext.cancelChildren()
}
