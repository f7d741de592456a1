// The key of a computer: a PKCS #12 file that opens a journal, and every way in which it does not.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.vigie.DeviceKeyFault
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.KeyStoreVault
import org.vigie.KeyVaultException
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.use
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.KeyStore
import javax.crypto.spec.SecretKeySpec
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.inputStream
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

class KeyStoreVaultTest {
    @TempDir
    lateinit var dir: Path
    private val file by lazy { dir.resolve("keys.p12") }
    private val secret = ByteArray(32) { it.toByte() }

    private fun vault(password: String = "store password", file: Path = this.file) = KeyStoreVault(file) { password.toCharArray() }

    private fun wrapped() = vault().wrapSecret(secret.copyOf())

    private fun openBy(vault: KeyStoreVault) = Journal.open(dir.resolve("journal").toString(), Unlock.Device(vault))

    @Test
    fun `it opens a journal, and its password is asked for each time and wiped`() {
        val given = mutableListOf<CharArray>()
        val vault = KeyStoreVault(file) { "store password".toCharArray().also(given::add) }
        create(dir.resolve("journal")).use { it.addKey(byPassphrase, NewKey.Device(vault)) }
        openBy(vault).use {}
        assertEquals(2, given.size)
        assertTrue(given.all { password -> password.all { it == '\u0000' } })
        val fault = fails<JournalException.DeviceKey> { openBy(vault("another one")) }.fault
        assertEquals(DeviceKeyFault.LOCKED, fault)
        file.deleteExisting()
        assertEquals(DeviceKeyFault.NOT_FOUND, fails<JournalException.DeviceKey> { openBy(vault) }.fault)
    }

    @Test
    fun `what it wraps it gives back, each time wrapped otherwise`() {
        val (one, other) = List(2) { wrapped() }
        assertFalse(one.contentEquals(other))
        assertArrayEquals(secret, vault().unwrapSecret(one))
        assertArrayEquals(secret, vault().unwrapSecret(other))
        assertEquals(-1, String(one, Charsets.ISO_8859_1).indexOf(String(secret, Charsets.ISO_8859_1)))
    }

    @Test
    fun `a wrong password is Locked, and makes no other key`() {
        val wrapped = wrapped()
        val before = file.readBytes()
        assertThrows<KeyVaultException.Locked> { vault("another one").unwrapSecret(wrapped) }
        assertThrows<KeyVaultException.Locked> { vault("another one").wrapSecret(secret.copyOf()) }
        assertArrayEquals(before, file.readBytes())
    }

    @Test
    fun `no file, or no key of ours in it, is NotFound, and unwrapping makes none`() {
        val wrapped = wrapped()
        file.deleteExisting()
        assertThrows<KeyVaultException.NotFound> { vault().unwrapSecret(wrapped) }
        assertFalse(file.exists())
        stored("somebody else's")
        assertThrows<KeyVaultException.NotFound> { vault().unwrapSecret(wrapped) }
    }

    @Test
    fun `a secret that was wrapped with another key, or changed, is Invalidated`() {
        val wrapped = wrapped()
        for (at in wrapped.indices) {
            val changed = wrapped.copyOf().also { it[at] = (it[at] + 1).toByte() }
            assertThrows<KeyVaultException.Invalidated> { vault().unwrapSecret(changed) }
        }
        for (length in listOf(0, 5, 12, wrapped.size - 1)) {
            assertThrows<KeyVaultException.Invalidated> { vault().unwrapSecret(wrapped.copyOf(length)) }
        }
        file.deleteExisting()
        wrapped()
        assertThrows<KeyVaultException.Invalidated> { vault().unwrapSecret(wrapped) }
    }

    @Test
    fun `a file that cannot be read is Failed, and stays as it is`() {
        val wrapped = wrapped()
        val whole = file.readBytes()
        val broken = listOf(ByteArray(0), "no key store".toByteArray(), whole.copyOf(whole.size / 2))
        for (bytes in broken) {
            file.writeBytes(bytes)
            assertThrows<KeyVaultException.Failed> { vault().unwrapSecret(wrapped) }
            assertThrows<KeyVaultException.Failed> { vault().wrapSecret(secret.copyOf()) }
            assertArrayEquals(bytes, file.readBytes())
        }
        assertThrows<KeyVaultException.Failed> { vault(file = dir).unwrapSecret(wrapped) }
    }

    @Test
    fun `a folder that takes no file is Failed`() {
        dir.resolve("a file").writeText("")
        assertThrows<KeyVaultException.Failed> { vault(file = dir.resolve("a file/keys.p12")).wrapSecret(secret.copyOf()) }
        assertThrows<KeyVaultException.Failed> { vault(file = dir.resolve("nowhere/keys.p12")).wrapSecret(secret.copyOf()) }
    }

    @Test
    fun `its file is its owner's alone, and nothing lies beside it`() {
        wrapped()
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        assertEquals(listOf(file), dir.listDirectoryEntries())
    }

    @Test
    fun `another key in the file stays`() {
        stored("somebody else's")
        val wrapped = wrapped()
        val store = KeyStore.getInstance("PKCS12").apply { file.inputStream().use { load(it, "store password".toCharArray()) } }
        assertEquals(setOf("somebody else's", "vigie"), store.aliases().toList().toSet())
        assertArrayEquals(secret, vault().unwrapSecret(wrapped))
    }

    @Test
    fun `a person who says no to the password has cancelled`() {
        val refusing = KeyStoreVault(file) { throw KeyVaultException.Cancelled() }
        create(dir.resolve("journal")).use { journal ->
            val error = fails<JournalException.DeviceKey> { journal.addKey(byPassphrase, NewKey.Device(refusing)) }
            assertEquals(DeviceKeyFault.CANCELLED, error.fault)
        }
    }

    private fun stored(name: String) {
        val store = KeyStore.getInstance("PKCS12").apply { load(null, null) }
        val password = "store password".toCharArray()
        val entry = KeyStore.SecretKeyEntry(SecretKeySpec(ByteArray(32), "AES"))
        store.setEntry(name, entry, KeyStore.PasswordProtection(password))
        file.outputStream().use { store.store(it, password) }
    }
}
