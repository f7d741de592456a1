// Nothing is left of a journal that was closed: no memory, no open file, no key store, clock or anchor of the app's.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.FfiConverterTypeByteSink
import org.vigie.FfiConverterTypeByteSource
import org.vigie.FfiConverterTypeJournalAnchor
import org.vigie.FfiConverterTypeJournalClock
import org.vigie.FfiConverterTypeKeyVault
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.Lang
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.asSink
import org.vigie.shut
import org.vigie.tests.story.FakeVault
import org.vigie.use
import java.io.ByteArrayOutputStream
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

@OptIn(ExperimentalPathApi::class)
class MemoryTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()

    @BeforeEach
    fun `proc is there to be asked`() = assumeTrue(Files.exists(STATUS), "only Linux tells of a process in /proc")

    @Test
    fun `opening, writing and closing again and again does not make the process grow`() {
        cycles(WARM_UP)
        val before = Process.now()
        cycles(CYCLES)
        val after = Process.now()
        println("$CYCLES cycles: $before -> $after")
        assertEquals(before.files, after.files, "open files")
        assertTrue(after.rss - before.rss < BOUND, "the process grew: $before -> $after")
        assertTrue(after.heap - before.heap < 2 * BOUND, "Java's heap grew: $before -> $after")
    }

    @Test
    fun `journals that are left open make the process grow, and the measure sees it`() {
        cycles(WARM_UP)
        val before = Process.now()
        val left = List(LEFT_OPEN) { number -> create(dir.resolve("left $number"), hand).also { it.record(tired()) } }
        val open = Process.now()
        println("$LEFT_OPEN left open: $before -> $open")
        assertTrue(open.files >= before.files + LEFT_OPEN, "open files: $before -> $open")
        assertTrue(open.rss - before.rss > BOUND, "the process: $before -> $open")
        left.forEach(Journal::shut)
        assertEquals(before.files, Process.now().files, "open files")
    }

    @Test
    fun `nothing that the app handed in is held when the journal is closed`() {
        val vault = FakeVault()
        val anchor = MemoryAnchor()
        val before = held()
        create(dir, hand, anchor).use { journal ->
            journal.addKey(byPassphrase, NewKey.Device(vault))
            assertTrue(held() > before, "the clock and the anchor of an open journal are held")
            journal.exportCalendar(Lang.FR, true, hand.day, ByteArrayOutputStream().asSink())
        }
        Journal.open(dir.toString(), Unlock.Device(vault), anchor, hand).use {}
        vault.before = { error("refused") }
        fails<JournalException.DeviceKey> { Journal.open(dir.toString(), Unlock.Device(vault), anchor, hand) }
        fails<JournalException.WrongKey> { Journal.open(dir.toString(), Unlock.Passphrase("une autre phrase"), anchor, hand) }
        fails<JournalException.AlreadyThere> { create(dir, hand, anchor) }
        assertEquals(before, held())
    }

    private fun held() = listOf(
        FfiConverterTypeJournalAnchor.handleMap,
        FfiConverterTypeByteSink.handleMap,
        FfiConverterTypeByteSource.handleMap,
        FfiConverterTypeJournalClock.handleMap,
        FfiConverterTypeKeyVault.handleMap,
    ).sumOf { it.size }

    private fun tired() = DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(3)), note = "Une journée comme une autre.")

    /** Opens, writes, closes. The journal is made anew now and then, so that the cost of a cycle stays the same. */
    private fun cycles(count: Int) {
        val place = (memoryDisk ?: dir).resolve("vigie-cycles-${ProcessHandle.current().pid()}")
        for (number in 0 until count) {
            val isNew = number % A_JOURNAL == 0
            if (isNew) place.deleteRecursively()
            val journal = if (isNew) create(place, hand) else open(place, hand)
            journal.use { it.record(tired()) }
        }
        place.deleteRecursively()
    }

    /** What the system says of this process, in KiB and numbers. */
    private data class Process(val rss: Long, val heap: Long, val files: Int) {
        companion object {
            fun now(): Process {
                // What a collection finds is let go by threads of Java's own, and is gone at the next one.
                repeat(5) {
                    System.gc()
                    Thread.sleep(30)
                }
                val rss = Files.readAllLines(STATUS).first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong()
                val heap = Runtime.getRuntime().run { totalMemory() - freeMemory() } / 1024
                return Process(rss, heap, Path.of("/proc/self/fd").toFile().list()!!.size)
            }
        }
    }

    private companion object {
        val STATUS: Path = Path.of("/proc/self/status")

        /** Nothing is learnt here of a disk: in memory a cycle takes a third of the time. */
        val memoryDisk: Path? = Path.of("/dev/shm").takeIf(Files::isWritable)

        /** All of them by the environment variable that asks other tests for everything too. */
        val CYCLES: Int = Integer.getInteger("vigie.cycles") ?: if (System.getenv("VIGIE_FULL") != null) 10_000 else 1_000

        const val WARM_UP = 300
        const val A_JOURNAL = 25
        const val LEFT_OPEN = 200

        /**
         * KiB. Ten thousand cycles were measured to add 2,200 to the process, most of it within the first three thousand, and what
         * Java holds after a collection swings by 6,000; a journal left open takes 180.
         */
        const val BOUND = 8 * 1024
    }
}
