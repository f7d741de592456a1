// What lies around the journal of a story: key stores, streams that fail, folders that are copied, a disk that fills up.
package org.vigie.tests.story

import kotlinx.serialization.json.JsonElement
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.KeyVault
import org.vigie.KeyVaultException
import org.vigie.StreamException
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import kotlin.experimental.xor
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes

/** A device's key store in memory. What it wraps, no other one unwraps. */
class FakeVault(private val key: Byte = 0x5a) : KeyVault {
    var wraps = 0
        private set
    var unwraps = 0
        private set

    /** Runs before anything is wrapped or unwrapped; may throw. */
    var before: () -> Unit = {}

    override fun wrapSecret(secret: ByteArray): ByteArray {
        before()
        wraps++
        return mixed(secret) + key
    }

    override fun unwrapSecret(wrapped: ByteArray): ByteArray {
        before()
        unwraps++
        if (wrapped.last() != key) throw KeyVaultException.NotFound()
        return mixed(wrapped.copyOf(wrapped.size - 1))
    }

    private fun mixed(bytes: ByteArray) = ByteArray(bytes.size) { bytes[it] xor key }
}

/** What a key store answers from now on. */
fun answers(json: JsonElement): () -> Unit = when (val told = text(json)) {
    "ok" -> ({})
    "locked" -> ({ throw KeyVaultException.Locked() })
    "cancelled" -> ({ throw KeyVaultException.Cancelled() })
    "invalidated" -> ({ throw KeyVaultException.Invalidated() })
    "not-found" -> ({ throw KeyVaultException.NotFound() })
    "failed" -> ({ throw KeyVaultException.Failed() })
    else -> error("no such answer: '$told'")
}

/** How the stream of a step fails, if it does. */
fun streamFailure(step: Fields): StreamException? = when (val stream = step.maybeText("stream")) {
    null -> null
    "full" -> StreamException.DiskFull()
    "broken" -> StreamException.Failed()
    else -> error("no such stream: '$stream'")
}

/** Takes nothing. */
class Refusing(private val how: Exception) : ByteSink {
    override fun write(bytes: ByteArray) = throw how
}

/** Gives what there is, and then fails. */
class Breaking(private val bytes: ByteSource, private val how: Exception) : ByteSource {
    override fun read(atMost: UInt): ByteArray = bytes.read(atMost).also { if (it.isEmpty()) throw how }
}

/** The bytes of a file of this length. */
fun anyBytes(length: Int) = ByteArray(length) { (it % 251).toByte() }

/** Every file of a folder, to be compared. */
fun files(dir: Path): Map<String, String> =
    if (dir.exists()) dir.listDirectoryEntries().associate { it.name to String(it.readBytes(), Charsets.ISO_8859_1) } else emptyMap()

/** Folder [to] becomes what folder [from] is now. */
@OptIn(ExperimentalPathApi::class)
fun copyFolder(from: Path, to: Path) {
    to.deleteRecursively()
    to.createDirectories()
    from.listDirectoryEntries().forEach { it.copyTo(to.resolve(it.name)) }
}

/** The folder or file is gone. */
@OptIn(ExperimentalPathApi::class)
fun erase(path: Path) = path.also { check(it.exists()) }.deleteRecursively()

/** Writes until there is no room for one byte more. */
fun fill(file: Path) {
    file.outputStream().use { out ->
        var zeros = ByteArray(64 * 1024)
        while (zeros.isNotEmpty()) {
            try {
                out.write(zeros)
            } catch (_: IOException) {
                zeros = ByteArray(zeros.size / 2)
            }
        }
    }
    check(Files.getFileStore(file).usableSpace == 0L) { "there is room left" }
}
