// The key of the phone: it encrypts the journal's secret, never leaves the phone's secure hardware, and is used only after the person
// showed who they are.
package org.vigie.platform

import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import org.vigie.KeyVault
import org.vigie.KeyVaultException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** Where the phone keeps the key. */
internal interface PhoneKey {
    /** The key, when there is one. */
    fun find(): SecretKey?

    /** Makes one, in place of the one that is there. */
    fun make(): SecretKey

    /** Removes it. */
    fun remove()
}

/** Asks the person to show who they are, for one use of a cipher. */
internal fun interface Prove {
    /** Waits for them. Throws [KeyVaultException.Cancelled] when they said no, [KeyVaultException.Locked] after too many tries. */
    fun forUseOf(cipher: Cipher): Cipher
}

/**
 * The key of this phone as the journal uses it: AES-256-GCM, the nonce of 12 bytes first. Its calls wait for the person, so they
 * are never made on the thread that draws.
 */
internal class PhoneVault(private val key: PhoneKey, private val prove: Prove) : KeyVault {
    @Synchronized
    override fun wrapSecret(secret: ByteArray): ByteArray = declared {
        val cipher = try {
            encrypting(key.find() ?: key.make())
        } catch (_: KeyPermanentlyInvalidatedException) {
            // The phone's lock was changed. The journal is being given a key anew, by somebody who opened it another way.
            encrypting(key.make())
        }
        val proved = prove.forUseOf(cipher)
        proved.iv + proved.doFinal(secret).also { secret.fill(0) }
    }

    @Synchronized
    override fun unwrapSecret(wrapped: ByteArray): ByteArray = declared {
        // What fails here never makes a key: the next one could not open what this one closed.
        val key = key.find() ?: throw KeyVaultException.NotFound()
        if (wrapped.size < NONCE + TAG) throw KeyVaultException.Invalidated()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(8 * TAG, wrapped, 0, NONCE))
        prove.forUseOf(cipher).doFinal(wrapped, NONCE, wrapped.size - NONCE)
    }

    private fun encrypting(key: SecretKey) = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, key) }

    /** Throws only what crosses to the core: an error that got past the code that uniffi generates would look like success there. */
    private fun <T> declared(block: () -> T): T = try {
        block()
    } catch (known: KeyVaultException) {
        throw known
    } catch (_: KeyPermanentlyInvalidatedException) {
        throw KeyVaultException.Invalidated()
    } catch (_: AEADBadTagException) {
        throw KeyVaultException.Invalidated()
    } catch (_: UserNotAuthenticatedException) {
        throw KeyVaultException.Locked()
    } catch (_: Throwable) {
        // Among them Java's words for a key store, another program, that did not answer.
        throw KeyVaultException.Failed()
    }

    private companion object {
        const val CIPHER = "AES/GCM/NoPadding"
        const val NONCE = 12
        const val TAG = 16
    }
}
