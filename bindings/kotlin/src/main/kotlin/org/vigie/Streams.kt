// Java's streams and paths as the sources and sinks of the core.
package org.vigie

import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardOpenOption.WRITE
import kotlin.io.path.inputStream
import kotlin.io.path.outputStream

/** Reads from this stream. It is not closed. */
fun InputStream.asSource(): ByteSource = object : ByteSource {
    override fun read(atMost: UInt): ByteArray = declared {
        val bytes = ByteArray(atMost.coerceAtMost(MOST).toInt())
        // -1 at the end. (readNBytes, which would do all of this, is not on every Android.)
        bytes.copyOf(this@asSource.read(bytes).coerceAtLeast(0))
    }
}

/** Writes to this stream, each time to its end. It is not closed. */
fun OutputStream.asSink(): ByteSink = object : ByteSink {
    override fun write(bytes: ByteArray) = declared {
        this@asSink.write(bytes)
        flush()
    }
}

/** Reads the file from its first byte to its last: `path.reading { journal.merge(it, passphrase) }`. */
inline fun <T> Path.reading(block: (ByteSource) -> T): T = inputStream().use { block(it.asSource()) }

/**
 * Writes the file whole or not at all: `path.writing { journal.backup(it, passphrase) }`. It stands there, in place of what stood
 * there, when the block has returned and the disk has taken every byte; when anything fails, what stood there stays.
 */
inline fun <T> Path.writing(block: (ByteSink) -> T): T {
    val part = newPart()
    try {
        val result = part.outputStream().use { block(it.asSink()) }
        putInPlace(part)
        return result
    } finally {
        Files.deleteIfExists(part)
    }
}

/** An empty file beside this one that only its owner may read, where the system knows owners. */
@PublishedApi
internal fun Path.newPart(): Path = Files.createTempFile(toAbsolutePath().parent, "$fileName.", ".part")

/** Puts a file that is whole in place of this one. */
@PublishedApi
internal fun Path.putInPlace(part: Path) {
    FileChannel.open(part, WRITE).use { it.force(true) }
    Files.move(part, this, ATOMIC_MOVE)
}

/**
 * Throws only what crosses to the core. Errors too, not exceptions alone: one that got past the code that uniffi generates would
 * look like success on the other side.
 */
private inline fun <T> declared(block: () -> T): T = try {
    block()
} catch (thrown: Throwable) {
    throw if (thrown.tellsOfAFullDisk()) StreamException.DiskFull() else StreamException.Failed()
}

/** Java has no type for it: the system's own words (Linux, macOS; Windows) or Android's error code are in the message. */
private fun Throwable.tellsOfAFullDisk(): Boolean = generateSequence(this) { it.cause }.any { one ->
    one is StreamException.DiskFull ||
        one is IOException &&
        FULL.any { one.message.orEmpty().contains(it, ignoreCase = true) }
}

/** Bytes at once, however many are asked for. */
private const val MOST = 1_048_576u

private val FULL = listOf("No space left", "ENOSPC", "quota exceeded", "EDQUOT", "not enough space on the disk")
