// The mark of how far a journal had come, kept in a folder of files.
package org.vigie

import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import kotlin.io.path.createDirectories
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

/**
 * Keeps the mark of each copy of a journal in a file of its own. It notices an older copy that is put back, as long as nobody puts back
 * this folder too.
 *
 * @param folder lies outside the journal's. It is made with the first mark.
 */
class FileAnchor(private val folder: Path) : JournalAnchor {
    override fun load(copy: String): ByteArray? = declared {
        try {
            folder.resolve(copy).readBytes()
        } catch (_: NoSuchFileException) {
            null
        }
    }

    override fun keep(copy: String, mark: ByteArray) = declared {
        folder.createDirectories()
        val part = folder.resolve("$copy.part")
        part.writeBytes(mark)
        Files.move(part, folder.resolve(copy), ATOMIC_MOVE)
        Unit
    }

    /** Throws only what crosses to the core: an error that got past the code that uniffi generates would look like success there. */
    private fun <T> declared(block: () -> T): T = try {
        block()
    } catch (_: Throwable) {
        throw AnchorException.Failed()
    }
}
