// The journal's key in a file that the person puts where they like, with a passphrase of its own: docs/decisions/0024-key-file.md.
package org.vigie.desktop

import org.vigie.KeyStoreVault
import org.vigie.KeyVault
import org.vigie.KeyVaultException
import org.vigie.ui.Settings
import java.nio.file.Path
import kotlin.io.path.Path
import kotlin.io.path.exists
import kotlin.io.path.pathString

/** What a person is asked about their key file. Called off the thread that draws; null is their no. */
interface Asked {
    /** Where a new one is to lie. */
    fun whereToKeep(name: String): Path?

    /** Where the one is that they have. */
    fun whereItIs(): Path?

    /** Its passphrase; a [new] one is chosen. */
    fun passphrase(new: Boolean): CharArray?
}

/** Where the file lies is no secret, and is kept in the [settings], so that it is asked once. */
class KeyFile(private val settings: Settings, private val asked: Asked) : KeyVault {
    init {
        // Java asks a guesser for 10,000 rounds. Whoever finds the file would have it far easier than with the journal's own passphrase.
        for (part in listOf("mac", "keyPbe")) System.setProperty("keystore.pkcs12.${part}IterationCount", ROUNDS.toString())
    }

    override fun wrapSecret(secret: ByteArray): ByteArray {
        val file = asked.whereToKeep(NAME) ?: throw KeyVaultException.Cancelled()
        val wrapped = opened(file, new = !file.exists()).wrapSecret(secret)
        settings[FILE] = file.pathString
        return wrapped
    }

    override fun unwrapSecret(wrapped: ByteArray): ByteArray {
        val known = settings[FILE]?.let(::Path)?.takeIf { it.exists() }
        val file = known ?: asked.whereItIs() ?: throw KeyVaultException.Cancelled()
        // Nobody is asked for the passphrase of nothing.
        if (!file.exists()) throw KeyVaultException.NotFound()
        val secret = opened(file, new = false).unwrapSecret(wrapped)
        settings[FILE] = file.pathString
        return secret
    }

    private fun opened(file: Path, new: Boolean) = KeyStoreVault(file) { asked.passphrase(new) ?: throw KeyVaultException.Cancelled() }

    companion object {
        /** What a guesser pays for each guess, as often as OWASP wants of PBKDF2 with SHA-256. */
        const val ROUNDS = 600_000

        /** As a new one is called, when the person calls it nothing else. */
        private const val NAME = "vigie.p12"
        private const val FILE = "key-file"
    }
}
