// Files and streams of Java's as the journal reads and writes them, on disks that are full too.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.ProgressHearer
import org.vigie.StreamException
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.checkBackup
import org.vigie.reading
import org.vigie.tests.story.Refusing
import org.vigie.use
import org.vigie.writing
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeText

class StreamsTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()

    private fun <T> journal(block: (Journal) -> T): T = create(dir.resolve("journal"), hand).use(block)

    @Test
    fun `a backup is written to a file and makes a journal again`() {
        val file = dir.resolve("backup.age")
        val written = journal { journal ->
            journal.record(feverish(hand.day))
            file.writing { journal.backup(it, PASSPHRASE) }
        }
        assertEquals(written, file.reading { checkBackup(it, PASSPHRASE) })
        val restored = file.reading { Journal.restore(it, PASSPHRASE, dir.resolve("new phone").toString(), newPassphrase()) }
        restored.use { assertEquals(38.4, it.entries().single().entry.temperature) }
    }

    @Test
    fun `a photo comes back as it went in, whatever pieces its stream gives`() {
        val photo = ByteArray(300_000) { (it * 31).toByte() }
        val drop = object : InputStream() {
            private val rest = ByteArrayInputStream(photo)

            override fun read() = rest.read()

            override fun read(into: ByteArray, at: Int, atMost: Int) = rest.read(into, at, minOf(atMost, 7_001))
        }
        val back = ByteArrayOutputStream()
        journal { journal ->
            val id = journal.attach(hand.day, "rash.jpg", drop.asSource())
            assertEquals(300_000uL, journal.attachments().single().bytes)
            journal.attachment(id, back.asSink())
        }
        assertArrayEquals(photo, back.toByteArray())
    }

    @Test
    fun `a real full disk is a full disk`() {
        val full = Path.of("/dev/full")
        journal { journal ->
            fails<JournalException.DiskFull> { full.outputStream().use { journal.backup(it.asSink(), PASSPHRASE) } }
        }
    }

    @Test
    fun `a full disk is known by what the system says, and anything else has failed`() {
        fun thrownFor(cause: Exception): StreamException {
            val stream = object : OutputStream() {
                override fun write(byte: Int) = throw cause
            }
            return assertThrows<StreamException> { stream.asSink().write(ByteArray(1)) }
        }
        val full = listOf(
            IOException("No space left on device"),
            IOException("write failed: ENOSPC (No space left on device)"),
            IOException("backup.age", IOException("Disk quota exceeded")),
            IOException("There is not enough space on the disk"),
        )
        full.forEach { assertTrue(thrownFor(it) is StreamException.DiskFull, "$it") }
        val other = listOf(IOException("Permission denied"), IOException(), IllegalStateException("No space left"))
        other.forEach { assertTrue(thrownFor(it) is StreamException.Failed, "$it") }
    }

    @Test
    fun `a sink that is full or broken is typed, and the journal works on`() {
        journal { journal ->
            journal.record(feverish(hand.day))
            fails<JournalException.DiskFull> { journal.backup(Refusing(StreamException.DiskFull()), PASSPHRASE) }
            fails<JournalException.Io> { journal.backup(Refusing(StreamException.Failed()), PASSPHRASE) }
            fails<JournalException.Io> { journal.backup(Refusing(IllegalStateException("undeclared")), PASSPHRASE) }
            fails<JournalException.Io> { journal.attach(hand.day, "a.jpg", Breaking.asSource()) }
            assertEquals(0, journal.attachments().size)
            assertEquals(1, journal.entries().size)
        }
    }

    @Test
    fun `an error of Java's in a stream is no success`() {
        val broken = object : OutputStream() {
            override fun write(byte: Int) = throw OutOfMemoryError("made up")
        }
        journal { fails<JournalException.Io> { it.backup(broken.asSink(), PASSPHRASE) } }
    }

    @Test
    fun `what stood in a file stays when the new one cannot be written whole`() {
        val file = dir.resolve("backup.age")
        file.writeText("the last one")
        journal { journal ->
            assertThrows<IllegalStateException> {
                file.writing {
                    journal.backup(it, PASSPHRASE)
                    error("the app changed its mind")
                }
            }
            fails<JournalException.DiskFull> {
                file.writing { sink ->
                    sink.write(ByteArray(10))
                    journal.backup(Refusing(StreamException.DiskFull()), PASSPHRASE)
                }
            }
        }
        assertEquals("the last one", file.readText())
        assertEquals(listOf("backup.age", "journal"), dir.listDirectoryEntries().map { it.fileName.toString() }.sorted())
    }

    @Test
    fun `a file that is written may be read by its owner alone`() {
        val file = dir.resolve("backup.age")
        file.writing { it.write(byteArrayOf(1, 2)) }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        assertArrayEquals(byteArrayOf(1, 2), file.readBytes())
    }

    @Test
    fun `the import of a table tells how far it has come`() {
        val people = (1..400).map { "p$it" }
        val rows = people.flatMap { person -> (1..28).map { "%s,2026-10-%02d,fatigue,%d\n".format(person, it, it % 4) } }
        val heard = mutableListOf<ULong>()
        val hearer = object : ProgressHearer {
            override fun bytesRead(bytes: ULong) {
                heard += bytes
            }
        }
        val table = ("patient,date,item,value\n" + rows.joinToString("")).toByteArray()
        val report = journal { it.importTable(ByteArrayInputStream(table).asSource(), patient = "p7", hearer = hearer) }
        assertEquals(28uL, report.rows)
        assertEquals(399uL * 28uL, report.others)
        assertTrue(heard.size > 1 && heard == heard.sorted(), "$heard")
        assertEquals(table.size.toULong(), heard.last())
    }

    private object Breaking : InputStream() {
        override fun read() = throw IOException("the card was taken out")
    }
}
