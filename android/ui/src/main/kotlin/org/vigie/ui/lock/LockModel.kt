// Opening the journal: with this machine's key, the passphrase, or the recovery code.
package org.vigie.ui.lock

import org.vigie.DeviceKeyFault
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.Unlock
import org.vigie.ui.Hand
import org.vigie.ui.Keeps
import org.vigie.ui.Model

/** With what it is opened. */
enum class With { DEVICE, PASSPHRASE, RECOVERY_CODE }

/** What the screen shows. */
data class LockState(
    val with: With,
    /** Whether this machine can keep a key. */
    val hasDevice: Boolean,
    /** Whether a passphrase was ever chosen. */
    val hasPassphrase: Boolean,
    /** Where it keeps one. */
    val keeps: Keeps,
    val typed: String = "",
    /** How often a wrong one was typed since it was opened last. */
    val wrong: Int = 0,
    /** An older copy lies in place of the journal, and the person is asked whether that is meant. */
    val older: Boolean = false,
)

/** @param opened is handed the journal. */
class LockModel(hand: Hand, private val opened: (Journal) -> Unit) :
    Model<LockState>(
        LockState(
            if (hand.opensByDevice) With.DEVICE else hand.typed,
            hand.home.vault != null,
            hand.home.settings[NO_PASSPHRASE] == null,
            hand.phone.keeps,
        ),
        hand,
    ) {

    /** Another key is wanted. */
    fun choose(with: With) {
        state = state.copy(with = with, typed = "", older = false)
        problem = null
    }

    /** A letter more or less. */
    fun type(text: String) {
        state = state.copy(typed = text)
    }

    /** Opens it; [acceptOlder] after the person said that the older copy is meant. */
    fun open(acceptOlder: Boolean = false) {
        val typed = state.typed
        val with = state.with
        if (with != With.DEVICE && typed.isEmpty()) return
        work(::refused) {
            val journal = hand.off {
                val unlock = when (with) {
                    With.DEVICE -> Unlock.Device(checkNotNull(hand.home.vault))
                    With.PASSPHRASE -> Unlock.Passphrase(typed)
                    With.RECOVERY_CODE -> Unlock.RecoveryCode(typed)
                }
                val opened = Journal.open(hand.home.folder.toString(), unlock, hand.home.anchor, hand.phone.clock, acceptOlder)
                // It stands on paper as it should.
                if (with == With.RECOVERY_CODE) hand.home.settings[CODE_UNREAD] = null
                opened
            }
            state = LockState(with, state.hasDevice, state.hasPassphrase, state.keeps)
            opened(journal)
        }
    }

    private fun refused(failure: JournalException) {
        tell(failure)
        state = when (failure) {
            is JournalException.OlderCopy -> state.copy(older = true)

            // What was typed stays: one letter may be wrong.
            is JournalException.WrongKey -> state.copy(wrong = state.wrong + 1)

            is JournalException.DeviceKey -> when (failure.fault) {
                // The phone asks again at the next tap.
                DeviceKeyFault.CANCELLED, DeviceKeyFault.LOCKED -> state
                else -> state.copy(with = hand.typed)
            }

            else -> state
        }
    }
}

/** Kept from when a recovery code is shown until it was read back, so that somebody who was interrupted is told. */
internal const val CODE_UNREAD = "recovery-code-unread"

/** Kept when the journal has this machine's key, so that it is tried first. */
internal const val OPENS_BY_DEVICE = "opens-by-device"

/** Kept for as long as no passphrase was chosen: this machine's key and the code on paper open it. */
internal const val NO_PASSPHRASE = "no-passphrase"

/** What is typed where the key of this machine does not open. */
private val Hand.typed: With
    get() = if (home.settings[NO_PASSPHRASE] == null) With.PASSPHRASE else With.RECOVERY_CODE

private val Hand.opensByDevice: Boolean
    get() = home.vault != null && home.settings[OPENS_BY_DEVICE] != null
