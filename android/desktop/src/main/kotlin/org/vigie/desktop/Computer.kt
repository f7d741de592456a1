// What a computer gives to the screens: files, a clock, a way to keep a setting.
package org.vigie.desktop

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.FileAnchor
import org.vigie.JournalAnchor
import org.vigie.JournalClock
import org.vigie.KeyVault
import org.vigie.reading
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

/** @param home is the folder with everything of this app: the journal, its mark, the settings. */
class Computer(private val home: Path) : Phone {
    override val folder: Path = home.resolve("journal")
    private val marks = home.resolve("marks")
    override val anchor: JournalAnchor = FileAnchor(marks)
    override val vault: KeyVault? = null
    override val clock: JournalClock? = null
    override val reminds = false
    override val settings: Settings = FileSettings(home.resolve("settings"))
    override val locale: String = Locale.getDefault().toString()

    /** There is no dialler: the number is shown on the screen. */
    override fun dial(number: String) = Unit

    override fun forget() {
        marks.toFile().deleteRecursively()
    }

    override suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean {
        val file = chosen(FileDialog.SAVE, name) ?: return false
        withContext(Dispatchers.IO) { file.writing { write(it) } }
        return true
    }

    override suspend fun <T> readFile(read: (ByteSource) -> T): T? {
        val file = chosen(FileDialog.LOAD, null) ?: return null
        return withContext(Dispatchers.IO) { file.reading { read(it) } }
    }

    private fun chosen(mode: Int, name: String?): Path? {
        val dialog = FileDialog(null as Frame?, "Vigie", mode)
        dialog.file = name
        dialog.isVisible = true
        return dialog.file?.let { Path.of(dialog.directory, it) }
    }
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

    @Synchronized
    override fun clear() {
        kept.clear()
        write()
    }

    private fun write() {
        runCatching {
            file.parent.createDirectories()
            file.outputStream().use { kept.store(it, null) }
        }
    }
}
