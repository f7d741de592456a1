// What the app hands in: key stores, clocks and anchors in Kotlin, that work, fail, and misbehave.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.vigie.AnchorException
import org.vigie.ByteSink
import org.vigie.ClockException
import org.vigie.DeviceKeyFault
import org.vigie.Journal
import org.vigie.JournalAnchor
import org.vigie.JournalClock
import org.vigie.JournalException
import org.vigie.KeyKind
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.tests.story.FakeVault
import org.vigie.use
import java.nio.file.Path
import java.time.OffsetDateTime
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

class CallbacksTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()
    private val vault = FakeVault()

    private fun openByDevice() = Journal.open(dir.toString(), Unlock.Device(vault), clock = hand)

    private fun withDeviceKey() = create(dir, hand).use { it.addKey(byPassphrase, NewKey.Device(vault)) }

    @Test
    fun `a key store in Kotlin opens the journal`() {
        withDeviceKey()
        openByDevice().use { journal ->
            assertEquals(listOf(KeyKind.PASSPHRASE, KeyKind.RECOVERY_CODE, KeyKind.DEVICE), journal.keys().map { it.kind })
        }
        assertEquals(1, vault.wraps)
        assertEquals(1, vault.unwraps)
    }

    @Test
    fun `a journal is made with a device's key alone, and its recovery code opens it when that is gone`() {
        val code = Journal.create(dir.toString(), NewKey.Device(vault)).use { it.takeRecoveryCode()!! }
        openByDevice().use {}
        vault.before = { throw org.vigie.KeyVaultException.Invalidated() }
        assertEquals(DeviceKeyFault.INVALIDATED, fails<JournalException.DeviceKey> { openByDevice() }.fault)
        Journal.open(dir.toString(), Unlock.RecoveryCode(code)).use {}
    }

    @Test
    fun `a key store that throws what it does not declare has failed`() {
        withDeviceKey()
        vault.before = { error("a fault in the app") }
        assertEquals(DeviceKeyFault.FAILED, fails<JournalException.DeviceKey> { openByDevice() }.fault)
        vault.before = {}
        openByDevice().use {}
    }

    @Test
    fun `a key store that calls back into its journal is told so and waits for nothing`() {
        create(dir, hand).use { journal ->
            var inside: JournalException? = null
            vault.before = { inside = fails<JournalException.Bug> { journal.record(feverish(hand.day)) } }
            journal.addKey(byPassphrase, NewKey.Device(vault))
            assertTrue(inside is JournalException.Bug)
            vault.before = { journal.lock() }
            assertEquals(
                DeviceKeyFault.FAILED,
                fails<JournalException.DeviceKey> {
                    journal.addKey(byPassphrase, NewKey.Device(vault))
                }.fault,
            )
            assertEquals(0, journal.entries().size, "it works on, and nothing was recorded")
        }
    }

    @Test
    fun `a key store may use another journal meanwhile`() {
        withDeviceKey()
        create(dir.resolve("other"), hand).use { other ->
            vault.before = { other.record(feverish(hand.day)) }
            openByDevice().use {}
            assertEquals(1, other.entries().size)
        }
    }

    @Test
    fun `a clock in Kotlin tells the time, and the system's does when it cannot`() {
        create(dir, hand).use { journal ->
            assertEquals(hand.time.toInstant(), journal.now().toInstant())
            hand.time = hand.time.plusDays(3)
            assertEquals(hand.day, journal.today().day)
        }
        for (thrown in listOf(ClockException.Failed(), IllegalStateException("no time"))) {
            val broken = object : JournalClock {
                override fun now(): OffsetDateTime = throw thrown
            }
            val before = OffsetDateTime.now().minusMinutes(1)
            open(dir, broken).use { assertTrue(it.now() > before) }
        }
    }

    @Test
    fun `an anchor in Kotlin notices an older copy, which opens when that is meant`() {
        val anchor = MemoryAnchor()
        create(dir, hand, anchor).use { it.record(feverish(hand.day)) }
        val file = dir.resolve("journal.vigie")
        val older = file.readBytes()
        open(dir, hand, anchor).use { it.record(feverish(hand.day)) }
        file.writeBytes(older)
        val error = fails<JournalException.OlderCopy> { open(dir, hand, anchor) }
        assertTrue(error.found < error.known, "$error")
        Journal.open(dir.toString(), byPassphrase, anchor, hand, acceptOlder = true).use { journal ->
            assertEquals(1, journal.entries().size)
            assertTrue(journal.verify().anchored)
        }
        open(dir, hand, anchor).use {}
    }

    @Test
    fun `an anchor that fails is a typed failure, and the journal stays as it was`() {
        create(dir, hand).use {}
        for (thrown in listOf(AnchorException.Failed(), IllegalStateException("no preferences"))) {
            val broken = object : JournalAnchor {
                override fun load(copy: String) = throw thrown

                override fun keep(copy: String, mark: ByteArray) = throw thrown
            }
            fails<JournalException.Io> { open(dir, hand, broken) }
        }
        open(dir, hand).use {}
    }

    @Test
    fun `a freed journal refuses, and so does one that was locked`() {
        val journal = create(dir, hand)
        journal.lock()
        fails<JournalException.Locked> { journal.record(feverish(hand.day)) }
        journal.lock()
        journal.close()
        journal.close()
        assertThrows<IllegalStateException> { journal.record(feverish(hand.day)) }
        assertThrows<IllegalStateException> { journal.lock() }
    }

    @Test
    fun `what dies of an error in the app's own code is told as a failure, never as a success`() {
        val anchor = object : JournalAnchor {
            override fun load(copy: String): ByteArray? = null

            override fun keep(copy: String, mark: ByteArray): Unit = throw OutOfMemoryError("of a test")
        }
        val sink = object : ByteSink {
            override fun write(bytes: ByteArray): Unit = throw NoClassDefFoundError("of a test")
        }
        create(dir, hand, anchor).use { journal ->
            assertFalse(journal.isAnchored())
            assertThrows<JournalException.Io> { journal.backup(sink, PASSPHRASE) }
        }
    }
}
