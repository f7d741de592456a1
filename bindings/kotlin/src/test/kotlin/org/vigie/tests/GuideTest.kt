// The listing of docs/guides/android.md, lived with: what the guide shows is compiled, and does what it says.
package org.vigie.tests

import com.example.carnet.Carnet
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.vigie.KeyVaultException
import org.vigie.Lang
import org.vigie.tests.story.FakeVault
import java.io.ByteArrayOutputStream
import java.io.File
import java.nio.file.Path
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

class GuideTest {
    @TempDir
    lateinit var dir: Path
    private val hand = Hand()
    private val vault = FakeVault()

    private fun carnet(lang: Lang = Lang.FR) = Carnet(dir.resolve("journal").toFile(), vault, dir.resolve("marks").toFile(), lang, hand)

    @Test
    fun `the app of the guide is set up, told of a fever, and answered`(): Unit = runBlocking {
        val carnet = carnet()
        assertTrue(carnet.firstRun(PASSPHRASE).length > 20)
        assertNull(carnet.trustThisPhone(PASSPHRASE))
        assertNull(carnet.checkIn(hand.day.minusDays(1), mapOf("fatigue" to 3)))
        val prompt = carnet.checkIn(hand.day, mapOf("fatigue" to 5), temperature = 38.6)
        assertNotNull(prompt)
        assertTrue(carnet.say(prompt!!).any { "38,6" in it })
        carnet.reached(prompt, "Mme Petit", "Venir aux urgences.")
        carnet.lock()
        assertNull(carnet.unlock())
        assertNull(carnet.backUp(ByteArrayOutputStream(), PASSPHRASE))
        carnet.lock()
    }

    @Test
    fun `the app of the guide says what went wrong, in the person's language`(): Unit = runBlocking {
        val carnet = carnet(Lang.EN)
        carnet.firstRun(PASSPHRASE)
        carnet.trustThisPhone(PASSPHRASE)
        carnet.lock()
        vault.before = { throw KeyVaultException.Invalidated() }
        assertTrue(carnet.unlock()!!.askPassphrase)
        val wrong = carnet.unlock("une autre phrase")!!
        assertTrue(wrong.askPassphrase && "passphrase" in wrong.sentence, "$wrong")
        assertNull(carnet.unlock(PASSPHRASE))
        File("/dev/full").outputStream().use { full ->
            val failure = carnet.backUp(full, PASSPHRASE)
            assertFalse(failure!!.askPassphrase)
            assertTrue("space" in failure.sentence, failure.sentence)
        }
        carnet.lock()
    }

    @Test
    fun `the recovery code is there when the phone refuses its key`(): Unit = runBlocking {
        val carnet = carnet()
        vault.before = { throw KeyVaultException.Cancelled() }
        assertTrue(carnet.firstRun(PASSPHRASE).length > 20)
        assertNotNull(carnet.trustThisPhone(PASSPHRASE))
        carnet.lock()
        assertNull(carnet.unlock(PASSPHRASE))
        carnet.lock()
    }

    @Test
    fun `the app of the guide notices an older copy by its marks`(): Unit = runBlocking {
        val file = dir.resolve("journal/journal.vigie")
        val carnet = carnet()
        carnet.firstRun(PASSPHRASE)
        carnet.trustThisPhone(PASSPHRASE)
        carnet.lock()
        val older = file.readBytes()
        carnet.unlock()
        carnet.checkIn(hand.day, mapOf("fatigue" to 3))
        carnet.lock()
        file.writeBytes(older)
        assertEquals(false, carnet.unlock()?.askPassphrase)
    }
}
