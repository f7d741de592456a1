// Files by the system's picker.
package org.vigie.platform

import android.app.Activity
import android.app.Application
import android.content.Intent
import android.net.Uri
import android.os.Looper
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.launch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.vigie.StreamException
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream

@RunWith(OnAndroid::class)
@Config(manifest = Config.NONE, sdk = [35])
class PickedFilesTest {
    private val application: Application = RuntimeEnvironment.getApplication()
    private val front = Front { }.also(application::registerActivityLifecycleCallbacks)
    private val files = PickedFiles(front, application.contentResolver)
    private val activity: Activity = Robolectric.buildActivity(Activity::class.java).setup().get()
    private val place = Uri.parse("content://somewhere/1")
    private val resolver = shadowOf(application.contentResolver)

    /** Begins to ask, and gives what is asked and, at last, what came of it. */
    private fun <T> asking(ask: suspend () -> T): Pair<Intent?, () -> Result<T>> {
        var result: Result<T>? = null
        MainScope().launch { result = runCatching { ask() } }
        shadowOf(Looper.getMainLooper()).idle()
        return shadowOf(activity).nextStartedActivity to {
            while (result == null) {
                shadowOf(Looper.getMainLooper()).idle()
                Thread.sleep(1)
            }
            checkNotNull(result)
        }
    }

    private fun answers(result: Int, file: Uri?) = files.picked(1, result, file?.let { Intent().setData(it) })

    @Test
    fun `the system asks where a file goes, under its name, and it is written there`() {
        val written = ByteArrayOutputStream()
        resolver.registerOutputStream(place, written)
        val (asked, done) = asking { files.write("rapport.pdf", "application/pdf") { it.write("tout".encodeToByteArray()) } }
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked?.action)
        assertEquals("application/pdf", asked?.type)
        assertEquals("rapport.pdf", asked?.getStringExtra(Intent.EXTRA_TITLE))
        assertEquals(setOf(Intent.CATEGORY_OPENABLE), asked?.categories)
        answers(Activity.RESULT_OK, place)
        assertEquals(true, done().getOrThrow())
        assertEquals("tout", written.toString())
    }

    @Test
    fun `whoever chooses nowhere writes nothing`() {
        val (_, done) = asking { files.write("rapport.pdf", "application/pdf") { error("nothing is to be written") } }
        answers(Activity.RESULT_CANCELED, null)
        assertEquals(false, done().getOrThrow())
    }

    @Test
    fun `a disk that is full is told as such`() {
        resolver.registerOutputStream(
            place,
            object : ByteArrayOutputStream() {
                override fun write(bytes: ByteArray, from: Int, count: Int) =
                    throw java.io.IOException("write failed: ENOSPC (No space left on device)")
            },
        )
        val (_, done) = asking { files.write("rapport.pdf", "application/pdf") { it.write(byteArrayOf(1)) } }
        answers(Activity.RESULT_OK, place)
        assertEquals(StreamException.DiskFull::class, done().exceptionOrNull()?.let { it::class })
    }

    @Test
    fun `a file is read from where the person keeps it`() {
        resolver.registerInputStream(place, ByteArrayInputStream("sauvegarde".encodeToByteArray()))
        val (asked, done) = asking { files.read { String(it.read(100u)) } }
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked?.action)
        answers(Activity.RESULT_OK, place)
        assertEquals("sauvegarde", done().getOrThrow())
    }

    @Test
    fun `a place that gives no file is told by the core, and nothing breaks`() {
        val gone = Uri.parse("content://nowhere/2")
        resolver.registerInputStreamSupplier(gone) { throw SecurityException("not yours any more") }
        val (_, done) = asking { files.read { it.read(1u) } }
        answers(Activity.RESULT_OK, gone)
        assertEquals(StreamException.Failed::class, done().exceptionOrNull()?.let { it::class })
    }

    @Test
    fun `a picker that was never answered ends when another is opened`() {
        val (_, first) = asking { files.read { "one" } }
        resolver.registerInputStream(place, ByteArrayInputStream(byteArrayOf(1)))
        val (_, second) = asking { files.read { "two" } }
        assertNull(first().getOrThrow())
        answers(Activity.RESULT_OK, place)
        assertEquals("two", second().getOrThrow())
    }
}
