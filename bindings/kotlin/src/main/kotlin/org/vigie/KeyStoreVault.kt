// The device's key on a computer: in a PKCS #12 file of the person's, opened by its own password.
package org.vigie

import java.io.IOException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
import kotlin.io.path.inputStream
import kotlin.io.path.outputStream

/**
 * Keeps the key in a PKCS #12 file. The key never leaves the file but to encrypt (AES-256-GCM) what the journal hands over, which
 * is wiped.
 *
 * @param file is made, readable by its owner alone, when a device's key is first added to a journal. An entry of another name in
 *   it stays.
 * @param name of the key in the file.
 * @param password of the file, asked for at every use and wiped after it. It may throw a [KeyVaultException], such as
 *   [KeyVaultException.Cancelled] when the person said no.
 *
 * Throws [KeyVaultException.NotFound] when there is no file or no key of this name in it, [KeyVaultException.Locked] when the
 * password is wrong, [KeyVaultException.Invalidated] when the key is not the one that the secret was wrapped with, and
 * [KeyVaultException.Failed] when the file cannot be read or written.
 */
class KeyStoreVault(private val file: Path, private val name: String = "vigie", private val password: () -> CharArray) : KeyVault {
    @Synchronized
    override fun wrapSecret(secret: ByteArray): ByteArray = withPassword { password ->
        val store = opened(password) ?: KeyStore.getInstance("PKCS12").apply { load(null, null) }
        val key = store.key(password) ?: store.makeKey(password)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, key) }
        cipher.iv + cipher.doFinal(secret).also { secret.fill(0) }
    }

    @Synchronized
    override fun unwrapSecret(wrapped: ByteArray): ByteArray = withPassword { password ->
        val key = opened(password)?.key(password) ?: throw KeyVaultException.NotFound()
        if (wrapped.size < NONCE + TAG) throw KeyVaultException.Invalidated()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(8 * TAG, wrapped, 0, NONCE))
        cipher.doFinal(wrapped, NONCE, wrapped.size - NONCE)
    }

    private fun <T> withPassword(use: (CharArray) -> T): T {
        val password = password()
        try {
            return use(password)
        } catch (_: AEADBadTagException) {
            throw KeyVaultException.Invalidated()
        } catch (_: GeneralSecurityException) {
            throw KeyVaultException.Failed()
        } catch (_: IOException) {
            throw KeyVaultException.Failed()
        } finally {
            password.fill('\u0000')
        }
    }

    /** The store, when there is a file. */
    private fun opened(password: CharArray): KeyStore? = try {
        file.inputStream().use { bytes -> KeyStore.getInstance("PKCS12").apply { load(bytes, password) } }
    } catch (_: NoSuchFileException) {
        null
    } catch (failure: IOException) {
        // So Java tells a wrong password from a file that does not read.
        throw if (failure.cause is UnrecoverableKeyException) KeyVaultException.Locked() else failure
    }

    private fun KeyStore.key(password: CharArray): SecretKey? = getKey(name, password) as? SecretKey

    /** Makes a key. It is on the disk when this returns. */
    private fun KeyStore.makeKey(password: CharArray): SecretKey {
        val key = KeyGenerator.getInstance("AES").apply { init(KEY_BITS) }.generateKey()
        setEntry(name, KeyStore.SecretKeyEntry(key), KeyStore.PasswordProtection(password))
        val part = file.newPart()
        try {
            part.outputStream().use { store(it, password) }
            file.putInPlace(part)
        } finally {
            Files.deleteIfExists(part)
        }
        return key
    }

    private companion object {
        const val CIPHER = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val NONCE = 12
        const val TAG = 16
    }
}
