// A journal between threads: calls take turns, a lock waits for the call that has begun, coroutines stay off the main thread.
package org.vigie.tests

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNotSame
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.vigie.Answer
import org.vigie.ByteSink
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.NewKey
import org.vigie.Recorded
import org.vigie.Unlock
import org.vigie.off
import org.vigie.shut
import org.vigie.tests.story.FakeVault
import org.vigie.use
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicReference
import kotlin.concurrent.thread

class ThreadsTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()

    @Test
    fun `eight threads call at once and nothing is lost`() {
        create(dir, hand).use { journal ->
            val begin = CountDownLatch(1)
            val failures = AtomicReference<Throwable>()
            val threads = List(8) { number ->
                thread {
                    begin.await()
                    runCatching {
                        repeat(20) { turn ->
                            val day = hand.day.minusDays(turn.toLong())
                            journal.record(DailyEntry(day, mapOf("fatigue" to Answer.Rated(number))))
                            journal.today()
                            journal.series("fatigue", 30u)
                        }
                    }.onFailure(failures::set)
                }
            }
            begin.countDown()
            threads.forEach(Thread::join)
            failures.get()?.let { throw it }
            assertEquals(160, journal.entries().size)
            assertEquals(160uL, journal.verify().entries)
        }
    }

    /** A key store whose caller is kept waiting within a call of the journal. */
    private class SlowVault {
        val within = CountDownLatch(1)
        val goOn = CountDownLatch(1)
        val vault = FakeVault().apply {
            before = {
                within.countDown()
                goOn.await()
            }
        }
    }

    @Test
    fun `a lock waits for the call of another thread, which ends well`() {
        val slow = SlowVault()
        val journal = create(dir, hand)
        val added = AtomicReference<Result<String>>()
        val adding = thread { added.set(runCatching { journal.addKey(byPassphrase, NewKey.Device(slow.vault)) }) }
        slow.within.await()
        val locking = thread { journal.lock() }
        // Time enough for a lock that would not wait.
        Thread.sleep(300)
        assertTrue(locking.isAlive, "the call has not ended, so nor has the lock")
        slow.goOn.countDown()
        adding.join()
        locking.join()
        assertTrue(added.get().isSuccess, "${added.get()}")
        fails<JournalException.Locked> { journal.today() }
        journal.close()
        slow.vault.before = {}
        Journal.open(dir.toString(), Unlock.Device(slow.vault)).use {}
    }

    @Test
    fun `a journal that is freed during a call of another thread is freed after it`() {
        val slow = SlowVault()
        val journal = create(dir, hand)
        val added = AtomicReference<Result<String>>()
        val adding = thread { added.set(runCatching { journal.addKey(byPassphrase, NewKey.Device(slow.vault)) }) }
        slow.within.await()
        journal.close()
        fails<JournalException.InUse> { open(dir) }
        slow.goOn.countDown()
        adding.join()
        assertTrue(added.get().isSuccess, "${added.get()}")
        open(dir).use {}
    }

    @Test
    fun `a journal can be used while it writes a backup`() {
        create(dir, hand).use { journal ->
            journal.record(feverish(hand.day))
            val sink = object : ByteSink {
                override fun write(bytes: ByteArray) {
                    thread { journal.record(feverish(hand.day)) }.join()
                }
            }
            assertTrue(journal.backup(sink, PASSPHRASE).records >= 1uL)
            assertTrue(journal.entries().size > 1)
        }
    }

    @Test
    fun `use locks and frees however its block ends`() {
        lateinit var kept: Journal
        val thrown = assertThrows<IllegalArgumentException> {
            create(dir, hand).use {
                kept = it
                throw IllegalArgumentException("of the block")
            }
        }
        assertEquals(emptyList<Throwable>(), thrown.suppressed.toList())
        assertTrue(kept.uniffiIsDestroyed)
        assertEquals(5, open(dir).use { 5 })
        fun early(): Int {
            open(dir).use { return 7 }
        }
        assertEquals(7, early())
        open(dir).use(Journal::close)
        open(dir).use(Journal::shut)
    }

    @Test
    fun `use of kotlin's own, and close alone, let another open the journal too`() {
        val closing: AutoCloseable = create(dir)
        closing.use {}
        open(dir).close()
        open(dir).use {}
    }

    @Test
    fun `calls of coroutines run off the thread of the caller`() = onMainThread { main ->
        val journal = Journal.off {
            assertNotSame(main, Thread.currentThread())
            create(dir, hand)
        }
        val recorded = journal.off {
            assertNotSame(main, Thread.currentThread())
            record(feverish(hand.day))
        }
        assertSame(main, Thread.currentThread())
        assertNotNull(recorded.prompt)
        journal.off(Dispatchers.Default) { shut() }
        assertThrows<JournalException.NotFound> { Journal.off { open(dir.resolve("nothing here")) } }
    }

    @Test
    fun `a cancelled coroutine begins nothing, and what has begun arrives all the same`() = onMainThread {
        val slow = SlowVault().apply { goOn.countDown() }
        create(dir, hand).use { it.addKey(byPassphrase, NewKey.Device(slow.vault)) }
        val begun = CompletableDeferred<Unit>()
        val goOn = CountDownLatch(1)
        slow.vault.before = {
            begun.complete(Unit)
            goOn.await()
        }
        var journal: Journal? = null
        var late: Recorded? = null
        val job = launch {
            journal = Journal.off { open(dir.toString(), Unlock.Device(slow.vault), clock = hand) }
            late = journal.off { record(feverish(hand.day)) }
        }
        begun.await()
        job.cancel()
        goOn.countDown()
        job.join()
        assertTrue(job.isCancelled)
        assertFalse(journal!!.uniffiIsDestroyed)
        assertEquals(null, late)
        journal.use { assertEquals(0, it.entries().size) }
    }

    /** Runs on one thread that stands for an app's main thread. */
    private fun onMainThread(block: suspend kotlinx.coroutines.CoroutineScope.(main: Thread) -> Unit) {
        Executors.newSingleThreadExecutor().asCoroutineDispatcher().use { dispatcher ->
            runBlocking(dispatcher) { block(Thread.currentThread()) }
        }
    }
}
