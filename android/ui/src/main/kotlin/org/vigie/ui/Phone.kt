// What the screens ask of the machine they are on: the phone's app and the window on a computer each give it.
package org.vigie.ui

import androidx.compose.ui.graphics.ImageBitmap
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.FileAnchor
import org.vigie.JournalAnchor
import org.vigie.JournalClock
import org.vigie.KeyVault
import org.vigie.ui.reminders.Plan
import java.nio.file.Path

/** The machine the app is on. Its calls may be made on any thread, but for those that show something. */
interface Phone {
    /** The folder with the journals of this machine. It need not exist. */
    val root: Path

    /** Where the copies of each day lie, a folder a journal. Null where there is no place for them. */
    val copies: Path?

    /** The marks of how far a journal had come, in this folder. */
    fun anchor(marks: Path): JournalAnchor = FileAnchor(marks)

    /** The key of this machine for a journal, when it has a way to keep one. */
    fun vault(home: Home): KeyVault?

    /** Where that key lies. */
    val keeps: Keeps

    /** The clock. Null is the system's. */
    val clock: JournalClock?

    /** Whether it can remind at a time of day. Where it cannot, nobody is asked when. */
    val reminds: Boolean

    /** The person or the system keeps what it would say from being shown. */
    val silenced: Boolean
        get() = false

    /** From now on it says this of the journal of this number, and nothing that was planned before. */
    fun plan(number: Int, plan: Plan) = Unit

    /** What the person chose that is no secret, and is needed before the journal is open. */
    val settings: Settings

    /** The system's language: a locale such as `fr_FR`. */
    val locale: String

    /** The language that was chosen for this app, a locale; null is the system's. It is no setting where the system has a place for it. */
    var language: String?
        get() = settings[LANGUAGE]
        set(value) {
            settings[LANGUAGE] = value
        }

    /** The journal of this number was erased: forgets the key of this machine for it, and what it was to say. */
    fun forget(number: Int)

    /** Shows the dialler with this number. The person makes the call. */
    fun dial(number: String)

    /**
     * A picture of these bytes, upright, with no side longer than so many pixels. Null when they are none that this machine shows, or
     * have more than [MOST_PIXELS].
     */
    fun picture(bytes: ByteArray, longest: Int): ImageBitmap?

    /** Asks where to write a file, and writes it. False when the person chose nowhere. */
    suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean

    /** Asks for a file and reads it. Null when the person chose none. */
    suspend fun <T> readFile(read: (ByteSource) -> T): T?
}

/** Where the key of a machine lies: it is asked for, and spoken of, accordingly. */
enum class Keeps {
    /** In the machine itself: it opens as the machine is unlocked. */
    BEHIND_ITS_LOCK,

    /** In a file that the person put somewhere, with a passphrase of its own. */
    IN_A_FILE,
}

/** A few words by name. They are not encrypted: nothing of the journal goes in here. */
interface Settings {
    /** What is kept under this name. */
    operator fun get(name: String): String?

    /** Keeps it; null forgets it. */
    operator fun set(name: String, value: String?)

    /** The names under which something is kept. */
    val names: Set<String>
}

/** A small file can say that it is a picture of any size: more is not opened. No telephone takes photos as large. */
const val MOST_PIXELS = 250_000_000L

/** Where the language is kept when the system has no place for it. */
private const val LANGUAGE = "language"
