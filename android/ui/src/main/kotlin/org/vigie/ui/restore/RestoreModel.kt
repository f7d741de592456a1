// A backup made a journal again: a phone was lost, or is new.
package org.vigie.ui.restore

import org.vigie.Journal
import org.vigie.NewKey
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.lock.CODE_UNREAD

/** What the screen shows. */
data class RestoreState(
    val passphrase: String = "",
    val newPassphrase: String = "",
    /** The new recovery code, once the journal is made. */
    val code: String? = null,
)

/** @param opened is handed the journal. */
class RestoreModel(hand: Hand, private val opened: (Journal) -> Unit) : Model<RestoreState>(RestoreState(), hand) {
    private var journal: Journal? = null

    /** What is typed. */
    fun type(to: RestoreState.() -> RestoreState) {
        state = state.to()
    }

    /** Asks for the file and makes the journal from it. */
    fun restore() {
        val now = state
        work {
            val made = hand.phone.readFile { source ->
                val key = NewKey.Passphrase(now.newPassphrase)
                hand.phone.settings[CODE_UNREAD] = "yes"
                Journal.restore(source, now.passphrase, hand.phone.folder.toString(), key, hand.phone.anchor, hand.phone.clock)
            } ?: return@work
            journal = made
            state = RestoreState(code = hand.off { made.takeRecoveryCode() })
        }
    }

    /** The new code is written down. */
    fun written() {
        journal?.let(opened)
    }
}
