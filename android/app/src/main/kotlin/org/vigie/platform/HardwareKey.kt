// The key in Android's key store. Compiled against Android, and run on none: what stands in for a phone in the tests has no key store.
package org.vigie.platform

import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.security.keystore.StrongBoxUnavailableException
import androidx.annotation.RequiresApi
import java.security.KeyStore
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey

/** The key of this name in the phone's secure hardware: in its own chip where there is one, else in the processor's. */
@RequiresApi(Build.VERSION_CODES.R)
internal class HardwareKey(private val name: String) : PhoneKey {
    private val store: KeyStore
        get() = KeyStore.getInstance(PROVIDER).apply { load(null) }

    override fun find(): SecretKey? = store.getKey(name, null) as? SecretKey

    override fun make(): SecretKey = try {
        made(ownChip = true)
    } catch (_: StrongBoxUnavailableException) {
        made(ownChip = false)
    }

    override fun remove() = store.deleteEntry(name)

    private fun made(ownChip: Boolean): SecretKey {
        val spec = KeyGenParameterSpec.Builder(name, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
            .setUnlockedDeviceRequired(true)
            // At each use, by finger or face, or by the phone's own code for whoever has neither.
            .setUserAuthenticationRequired(true)
            .setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL)
            .setIsStrongBoxBacked(ownChip)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER).apply { init(spec) }.generateKey()
    }

    private companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val KEY_BITS = 256
    }
}
