// What a computer gives to the screens: files, a clock, a way to keep a setting.
package org.vigie.desktop

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.graphics.ImageBitmap
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.JournalClock
import org.vigie.KeyVault
import org.vigie.reading
import org.vigie.ui.Home
import org.vigie.ui.Keeps
import org.vigie.ui.Phone
import org.vigie.ui.Settings
import org.vigie.writing
import java.awt.FileDialog
import java.awt.Frame
import java.nio.file.Path
import java.util.Locale
import java.util.Properties
import kotlin.io.path.createDirectories
import kotlin.io.path.inputStream
import kotlin.io.path.outputStream

/**
 * @param root is the folder with everything of this app: the journals, their marks, the settings.
 * @param pick asks for a file, to write one of this name or to read one. Called on the thread that draws; null is nowhere.
 */
class Computer(override val root: Path, private val pick: (String?) -> Path? = ::picked) : Phone {
    override val copies: Path = root.resolve("copies")
    override val clock: JournalClock? = null
    override val keeps = Keeps.IN_A_FILE
    override val reminds = false
    override val settings: Settings = FileSettings(root.resolve("settings"))
    override val locale: String = Locale.getDefault().toString()

    /** The number that is shown, large. */
    var number: String? by mutableStateOf(null)
        private set

    /** The passphrase that is waited for. */
    var question: PassphraseQuestion? by mutableStateOf(null)
        private set

    /** There is no dialler: the number is shown, to be read from the telephone. */
    override fun dial(number: String) {
        this.number = number
    }

    /** Closes what lies over the screens: the number was read, or the answer is no. False when there is nothing. */
    fun closeOver(): Boolean {
        val over = number != null || question != null
        number = null
        question?.answer(null)
        return over
    }

    override fun picture(bytes: ByteArray, longest: Int): ImageBitmap? = pictured(bytes, longest)

    override fun vault(home: Home): KeyVault = KeyFile(home.settings, Asking())

    /** A key file is the person's own, wherever they put it. */
    override fun forget(number: Int) = Unit

    override suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean {
        val file = pick(name) ?: return false
        withContext(Dispatchers.IO) { file.writing { write(it) } }
        return true
    }

    override suspend fun <T> readFile(read: (ByteSource) -> T): T? {
        val file = pick(null) ?: return null
        return withContext(Dispatchers.IO) { file.reading { read(it) } }
    }

    /** Asks in the window, and waits. */
    private inner class Asking : Asked {
        override fun whereToKeep(name: String) = drawing { pick(name) }

        override fun whereItIs() = drawing { pick(null) }

        override fun passphrase(new: Boolean): CharArray? {
            val asked = PassphraseQuestion(new)
            question = asked
            return try {
                asked.await()
            } finally {
                question = null
            }
        }

        private fun <T> drawing(block: () -> T): T = runBlocking(Dispatchers.Main) { block() }
    }
}

/** The system's own window for files. */
private fun picked(name: String?): Path? {
    val dialog = FileDialog(null as Frame?, "Vigie", if (name == null) FileDialog.LOAD else FileDialog.SAVE)
    dialog.file = name
    dialog.isVisible = true
    return dialog.file?.let { Path.of(dialog.directory, it) }
}

/** A file of names and values. One that cannot be written is as it was: a setting is asked again, and nothing is lost by it. */
private class FileSettings(private val file: Path) : Settings {
    private val kept = Properties().apply { runCatching { file.inputStream().use { load(it) } } }

    @Synchronized
    override fun get(name: String): String? = kept.getProperty(name)

    @Synchronized
    override fun set(name: String, value: String?) {
        if (value == null) kept.remove(name) else kept.setProperty(name, value)
        write()
    }

    @get:Synchronized
    override val names: Set<String>
        get() = kept.stringPropertyNames()

    private fun write() {
        runCatching {
            file.parent.createDirectories()
            file.outputStream().use { kept.store(it, null) }
        }
    }
}
