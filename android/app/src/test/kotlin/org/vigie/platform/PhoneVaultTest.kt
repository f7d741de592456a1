// The key of the phone, with a key of Java's in place of the phone's own: Robolectric's Android has no key store.
package org.vigie.platform

import android.hardware.biometrics.BiometricPrompt
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.vigie.KeyVaultException
import java.security.ProviderException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey

@RunWith(OnAndroid::class)
@Config(manifest = Config.NONE, sdk = [35])
class PhoneVaultTest {
    private class JavaKey : PhoneKey {
        var key: SecretKey? = null
        var made = 0

        /** The lock of the phone was changed, and this key went with it. */
        var invalid = false

        override fun find(): SecretKey? = if (invalid) throw KeyPermanentlyInvalidatedException() else key

        override fun make(): SecretKey {
            made++
            invalid = false
            return KeyGenerator.getInstance("AES").apply { init(256) }.generateKey().also { key = it }
        }

        override fun remove() {
            key = null
        }
    }

    private val key = JavaKey()
    private var asked = 0
    private val yes = Prove { cipher -> cipher.also { asked++ } }
    private val vault = PhoneVault(key, yes)
    private val secret = ByteArray(32) { it.toByte() }

    @Test
    fun `what it wrapped it unwraps, and each time the person is asked`() {
        val given = secret.copyOf()
        val wrapped = vault.wrapSecret(given)
        assertArrayEquals("the secret does not stay in memory", ByteArray(32), given)
        assertArrayEquals(secret, vault.unwrapSecret(wrapped))
        assertEquals(2, asked)
        assertEquals(1, key.made)
        assertFalse("the same secret is wrapped differently each time", wrapped.contentEquals(vault.wrapSecret(secret.copyOf())))
        assertEquals("with the same key", 1, key.made)
    }

    @Test
    fun `without a key nothing is unwrapped, and none is made`() {
        assertThrows(KeyVaultException.NotFound::class.java) { vault.unwrapSecret(ByteArray(60)) }
        assertEquals(0, key.made)
        assertEquals("and nobody is asked in vain", 0, asked)
    }

    @Test
    fun `another key, or a byte that was changed, is no key of this journal`() {
        val wrapped = vault.wrapSecret(secret.copyOf())
        for (at in wrapped.indices) {
            val changed = wrapped.copyOf().apply { this[at] = (this[at] + 1).toByte() }
            assertThrows(KeyVaultException.Invalidated::class.java) { vault.unwrapSecret(changed) }
        }
        for (length in listOf(0, 11, 27)) {
            assertThrows(KeyVaultException.Invalidated::class.java) {
                vault.unwrapSecret(wrapped.copyOf(length))
            }
        }
        key.make()
        assertThrows(KeyVaultException.Invalidated::class.java) { vault.unwrapSecret(wrapped) }
    }

    @Test
    fun `a key that went with the phone's lock is told, and made anew when the journal is given one again`() {
        val wrapped = vault.wrapSecret(secret.copyOf())
        key.invalid = true
        assertThrows(KeyVaultException.Invalidated::class.java) { vault.unwrapSecret(wrapped) }
        assertEquals("not by asking", 1, key.made)
        val again = vault.wrapSecret(secret.copyOf())
        assertArrayEquals(secret, vault.unwrapSecret(again))
        assertEquals(2, key.made)
    }

    @Test
    fun `each way in which it fails has its own name`() {
        val wrapped = vault.wrapSecret(secret.copyOf())
        val fails = mapOf(
            UserNotAuthenticatedException() to KeyVaultException.Locked::class.java,
            ProviderException("the key store does not answer") to KeyVaultException.Failed::class.java,
            KeyVaultException.Cancelled() to KeyVaultException.Cancelled::class.java,
            StackOverflowError() to KeyVaultException.Failed::class.java,
        )
        for ((thrown, told) in fails) assertThrows(told) { PhoneVault(key) { throw thrown }.unwrapSecret(wrapped) }
    }

    @Test
    fun `what the phone's window says`() {
        assertEquals(KeyVaultException.Cancelled::class, heard(BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED))
        assertEquals("the person left", KeyVaultException.Cancelled::class, heard(BiometricPrompt.BIOMETRIC_ERROR_CANCELED))
        assertEquals(KeyVaultException.Locked::class, heard(BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT))
        assertEquals(KeyVaultException.Failed::class, heard(BiometricPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE))
        val waiting = CompletableFuture<Cipher>()
        Heard(waiting).onAuthenticationFailed()
        assertFalse("a finger that is not known is asked for again", waiting.isDone)
    }

    private fun heard(code: Int) = CompletableFuture<Cipher>().also { Heard(it).onAuthenticationError(code, null) }.let {
        assertThrows(ExecutionException::class.java) { it.get() }.cause?.let { cause -> cause::class }
    }
}
