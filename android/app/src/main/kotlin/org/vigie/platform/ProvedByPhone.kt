// The phone's own window in which the person shows who they are, by finger, face, or the phone's code.
package org.vigie.platform

import android.app.Activity
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_STRONG
import android.hardware.biometrics.BiometricManager.Authenticators.DEVICE_CREDENTIAL
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.annotation.RequiresApi
import org.vigie.KeyVaultException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import javax.crypto.Cipher

/** The words of that window. */
internal data class ProveWords(val title: String, val why: String)

/** @param words in the person's language; null before it is known. */
@RequiresApi(Build.VERSION_CODES.R)
internal class ProvedByPhone(private val front: Front, private val words: () -> ProveWords?) : Prove {
    override fun forUseOf(cipher: Cipher): Cipher {
        val activity = front.activity ?: throw KeyVaultException.Cancelled()
        val words = words() ?: throw KeyVaultException.Failed()
        val proved = CompletableFuture<Cipher>()
        activity.runOnUiThread {
            try {
                ask(activity, words, cipher, Heard(proved))
            } catch (failure: RuntimeException) {
                proved.completeExceptionally(KeyVaultException.Failed())
            }
        }
        return try {
            proved.get()
        } catch (failure: ExecutionException) {
            throw failure.cause ?: failure
        }
    }

    private fun ask(activity: Activity, words: ProveWords, cipher: Cipher, heard: Heard) {
        val window = BiometricPrompt.Builder(activity)
            .setTitle(words.title)
            .setSubtitle(words.why)
            .setAllowedAuthenticators(BIOMETRIC_STRONG or DEVICE_CREDENTIAL)
            .build()
        window.authenticate(BiometricPrompt.CryptoObject(cipher), CancellationSignal(), activity.mainExecutor, heard)
    }
}

/** What the window says. A finger that is not known is no end: the window asks again by itself. */
@RequiresApi(Build.VERSION_CODES.R)
internal class Heard(private val proved: CompletableFuture<Cipher>) : BiometricPrompt.AuthenticationCallback() {
    override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
        val cipher = result.cryptoObject?.cipher
        if (cipher == null) proved.completeExceptionally(KeyVaultException.Failed()) else proved.complete(cipher)
    }

    override fun onAuthenticationError(code: Int, said: CharSequence?) {
        val failure = when (code) {
            BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED,
            BiometricPrompt.BIOMETRIC_ERROR_CANCELED,
            BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT,
            -> KeyVaultException.Cancelled()

            BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT, BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT -> KeyVaultException.Locked()

            else -> KeyVaultException.Failed()
        }
        proved.completeExceptionally(failure)
    }
}
