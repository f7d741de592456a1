// A backup made a journal again: a phone was lost, or is new.
package org.vigie.ui.restore

import org.vigie.ByteSource
import org.vigie.Journal
import org.vigie.NewKey
import org.vigie.isThere
import org.vigie.reading
import org.vigie.ui.Hand
import org.vigie.ui.Home
import org.vigie.ui.Homes
import org.vigie.ui.Model
import org.vigie.ui.Text
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.settings.copies
import java.nio.file.Path

/** A copy that this machine made by itself, of a day. */
data class Copy(val file: Path, val day: String)

/** What the screen shows. */
data class RestoreState(
    /** The copies that this machine made by itself, the latest first. */
    val copies: List<Copy> = emptyList(),
    val passphrase: String = "",
    val newPassphrase: String = "",
    /** The new recovery code, once the journal is made. */
    val code: String? = null,
)

/**
 * @param made is told where the journal was made as soon as it is, and [opened] is handed it when its new code is written down.
 */
class RestoreModel(hand: Hand, private val homes: Homes, private val made: (Home) -> Unit, private val opened: (Journal) -> Unit) :
    Model<RestoreState>(RestoreState(), hand) {
    private var journal: Journal? = null

    init {
        work {
            val copies = hand.off { copies(hand.home).map { Copy(it.file, hand.texts.words.weekdayDay(it.day)) } }
            state = state.copy(copies = copies)
        }
    }

    /** What is typed. */
    fun type(to: RestoreState.() -> RestoreState) {
        state = state.to()
    }

    /** Asks for the file and makes the journal from it. */
    fun restore() {
        val now = state
        work { show(hand.phone.readFile { source -> from(source, now) } ?: return@work) }
    }

    /** Makes the journal from a copy that this machine made by itself. */
    fun restore(copy: Copy) {
        val now = state
        work { show(hand.off { copy.file.reading { source -> from(source, now) } }) }
    }

    /** A journal that is there stays, damaged or not: the new one lies beside it. */
    private fun from(source: ByteSource, now: RestoreState): Pair<Home, Journal> {
        val home = if (isThere(hand.home.folder.toString())) homes.free() else hand.home
        home.settings[CODE_UNREAD] = "yes"
        val key = NewKey.Passphrase(now.newPassphrase)
        return home to Journal.restore(source, now.passphrase, home.folder.toString(), key, home.anchor, hand.phone.clock)
    }

    private suspend fun show(restored: Pair<Home, Journal>) {
        val (home, open) = restored
        if (home != hand.home) home.name = hand.texts[Text.RESTORE_NAME]
        made(home)
        journal = open
        state = RestoreState(code = hand.off { open.takeRecoveryCode() })
    }

    /** The new code is written down. */
    fun written() {
        journal?.let(opened)
    }
}
