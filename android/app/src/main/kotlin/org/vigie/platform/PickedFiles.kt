// Files where the person keeps theirs: asked for by the system's own picker, so the app needs no permission.
package org.vigie.platform

import android.app.Activity
import android.content.ContentResolver
import android.content.Intent
import android.net.Uri
import android.provider.DocumentsContract
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.StreamException
import org.vigie.asSink
import org.vigie.asSource
import java.io.IOException

/** Asks where a file goes or which it is, and writes or reads it. */
internal class PickedFiles(private val front: Front, private val resolver: ContentResolver) {
    private var waiting: CompletableDeferred<Uri?>? = null

    /** What the picker said. */
    fun picked(request: Int, result: Int, answer: Intent?) {
        if (request != REQUEST) return
        waiting?.complete(answer?.data.takeIf { result == Activity.RESULT_OK })
        waiting = null
    }

    /** Writes a new file. What was begun and failed is removed. False when the person chose nowhere. */
    suspend fun write(name: String, kind: String, write: (ByteSink) -> Unit): Boolean {
        val asked = Intent(Intent.ACTION_CREATE_DOCUMENT).setType(kind).putExtra(Intent.EXTRA_TITLE, name)
        val file = pick(asked) ?: return false
        withContext(Dispatchers.IO) {
            try {
                val stream = opened { resolver.openOutputStream(file, "wt") }
                // Without a stream the core is handed one that fails, and says so in its own words.
                if (stream == null) write(REFUSING) else stream.use { write(it.asSink()) }
            } catch (failure: Throwable) {
                runCatching { DocumentsContract.deleteDocument(resolver, file) }
                throw failure
            }
        }
        return true
    }

    /** Reads a file. Null when the person chose none. */
    suspend fun <T> read(read: (ByteSource) -> T): T? {
        val file = pick(Intent(Intent.ACTION_OPEN_DOCUMENT).setType("*/*")) ?: return null
        return withContext(Dispatchers.IO) {
            val stream = opened { resolver.openInputStream(file) }
            if (stream == null) read(UNREADABLE) else stream.use { read(it.asSource()) }
        }
    }

    private suspend fun pick(asked: Intent): Uri? = withContext(Dispatchers.Main.immediate) {
        // A picker that nobody answered is answered by the next: none was chosen.
        waiting?.complete(null)
        val chosen = CompletableDeferred<Uri?>().also { waiting = it }
        if (!front.send(asked.addCategory(Intent.CATEGORY_OPENABLE), REQUEST)) chosen.complete(null)
        chosen.await()
    }

    /** A provider of files may throw either when it does not give one. */
    private fun <T> opened(open: () -> T?): T? = try {
        open()
    } catch (_: IOException) {
        null
    } catch (_: SecurityException) {
        null
    }

    private companion object {
        const val REQUEST = 1
        val REFUSING = object : ByteSink {
            override fun write(bytes: ByteArray) = throw StreamException.Failed()
        }
        val UNREADABLE = object : ByteSource {
            override fun read(atMost: UInt) = throw StreamException.Failed()
        }
    }
}
