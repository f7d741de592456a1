// The core under watch: which thread each call of a journal came from, and calls that hang for as long as a test wants.
package org.vigie.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawWithContent
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.JournalAnchor
import org.vigie.JournalClock
import java.nio.file.Path
import java.util.Collections
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

/** Notes who draws and who calls the core. */
class Watch {
    /** The threads that composed or drew, and those on which the models go on. */
    val drawing: MutableSet<Thread> = Collections.newSetFromMap(ConcurrentHashMap())

    /** What was called, and on which threads. */
    val calls = ConcurrentHashMap<String, MutableSet<Thread>>()

    @Volatile
    private var hung: CountDownLatch? = null

    /** How many calls hang now. */
    val hanging = AtomicInteger()

    /** The calls that came from a thread that draws. */
    fun onDrawing(): Map<String, Set<Thread>> = calls.filterValues { threads -> threads.any { it in drawing } }

    /** Notes it; then hangs if calls are to hang. */
    fun note(call: String) {
        calls.computeIfAbsent(call) { Collections.newSetFromMap(ConcurrentHashMap()) } += Thread.currentThread()
        val latch = hung?.takeIf { Thread.currentThread() !in drawing } ?: return
        hanging.incrementAndGet()
        latch.await()
        hanging.decrementAndGet()
    }

    /** From now on every call hangs, until [let]. One from a thread that draws would never come back: it is let through, and noted. */
    fun hang() {
        hung = CountDownLatch(1)
    }

    /** What hangs goes on. */
    fun let() {
        hung?.countDown()
        hung = null
    }

    /** Notes the thread on which this is composed, and each on which it is drawn. */
    @Composable
    fun modifier(): Modifier {
        drawing += Thread.currentThread()
        return Modifier.drawWithContent {
            drawing += Thread.currentThread()
            drawContent()
        }
    }
}

/**
 * The same phone; whatever the core asks of it is noted, and so is whoever looks for the folder of the journals: what reads files beside
 * an open journal (whether one is there, opening, making and restoring it) needs these.
 */
class WatchedPhone(private val real: TestPhone, private val watch: Watch) : Phone by real {
    override val root: Path
        get() = real.root.also { watch.note("the folder") }
    override val clock = object : JournalClock {
        override fun now() = real.time.also { watch.note("the clock") }
    }

    override fun anchor(marks: Path) = object : JournalAnchor {
        private val kept = real.anchor(marks)

        override fun load(copy: String) = kept.load(copy).also { watch.note("the mark is read") }

        override fun keep(copy: String, mark: ByteArray) {
            watch.note("the mark is kept")
            kept.keep(copy, mark)
        }
    }

    override suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean = real.writeFile(name, kind) {
        watch.note("a file is written")
        write(it)
    }

    override suspend fun <T> readFile(read: (ByteSource) -> T): T? = real.readFile {
        watch.note("a file is read")
        read(it)
    }
}
