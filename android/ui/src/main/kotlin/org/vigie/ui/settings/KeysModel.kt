// The keys of the journal: another passphrase, another recovery code, this device, one less.
package org.vigie.ui.settings

import org.vigie.JournalInterface
import org.vigie.Key
import org.vigie.KeyKind
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.isSameRecoveryCode
import org.vigie.makeRecoveryCode
import org.vigie.ui.DeskText
import org.vigie.ui.Hand
import org.vigie.ui.Keeps
import org.vigie.ui.Model
import org.vigie.ui.Plain
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.lock.NO_PASSPHRASE
import org.vigie.ui.lock.OPENS_BY_DEVICE

/** Where one is. */
enum class KeysStep { KEYS, PASSPHRASE, CODE, READ_BACK, CHECK_CODE, DEVICE, REMOVE }

/** What the screen shows. */
data class KeysState(
    val step: KeysStep = KeysStep.KEYS,
    val keys: List<Key> = emptyList(),
    val hasDevice: Boolean = false,
    /** Where it keeps its key. */
    val keeps: Keeps = Keeps.BEHIND_ITS_LOCK,
    /** What opens the journal now, asked for once more. */
    val by: KeyKind = KeyKind.PASSPHRASE,
    val current: String = "",
    val passphrase: String = "",
    val again: String = "",
    val passphrasesDiffer: Boolean = false,
    val code: String = "",
    val readBack: String = "",
    val codeWrong: Boolean = false,
    val removed: Key? = null,
    /** What was done last. */
    val done: Plain? = null,
) {
    /** The kinds of key that can be asked for once more. */
    val ways: List<KeyKind>
        get() = keys.map { it.kind }.distinct().filter { it != KeyKind.UNKNOWN && (it != KeyKind.DEVICE || hasDevice) }

    /** The key that opens now is there as far as one can see. */
    val ready: Boolean
        get() = by == KeyKind.DEVICE || current.isNotEmpty()
}

/** Nothing is changed before what opens the journal was given once more. */
class KeysModel(hand: Hand, private val journal: JournalInterface) :
    Model<KeysState>(KeysState(hasDevice = hand.home.vault != null, keeps = hand.phone.keeps), hand),
    Sub {

    init {
        work { state = looked(null) }
    }

    private suspend fun looked(done: Plain?): KeysState {
        val keys = hand.off { journal.keys() }
        val fresh = KeysState(keys = keys, hasDevice = state.hasDevice, keeps = state.keeps, done = done)
        val likely = if (KeyKind.PASSPHRASE in fresh.ways) KeyKind.PASSPHRASE else fresh.ways.firstOrNull()
        return fresh.copy(by = likely ?: KeyKind.RECOVERY_CODE)
    }

    /** Changes what is typed or chosen. */
    fun change(to: KeysState.() -> KeysState) {
        state = state.to().copy(passphrasesDiffer = false, codeWrong = false)
    }

    /** Begins to change something. */
    fun begin(step: KeysStep) = change { copy(step = step, done = null) }

    override fun back(): Boolean {
        problem = null
        when (state.step) {
            KeysStep.KEYS -> return false
            KeysStep.READ_BACK -> change { copy(step = KeysStep.CODE) }
            else -> change { KeysState(keys = keys, hasDevice = hasDevice, keeps = keeps, by = by) }
        }
        return true
    }

    private fun KeysState.unlock(): Unlock = when (by) {
        KeyKind.DEVICE -> Unlock.Device(checkNotNull(hand.home.vault))
        KeyKind.RECOVERY_CODE -> Unlock.RecoveryCode(current)
        else -> Unlock.Passphrase(current)
    }

    /** Puts the new passphrase in place of the old one. */
    fun keepPassphrase() {
        val now = state
        if (now.passphrase != now.again) {
            problem = null
            state = now.copy(passphrasesDiffer = true)
            return
        }
        work {
            hand.off {
                journal.replaceKey(now.unlock(), NewKey.Passphrase(now.passphrase))
                hand.home.settings[NO_PASSPHRASE] = null
            }
            state = looked(SettingsText.SETTINGS_KEY_PASSPHRASE_DONE)
        }
    }

    /** A new recovery code, shown and not yet in place. */
    fun makeCode() {
        work {
            val code = hand.off { makeRecoveryCode() }
            state = state.copy(step = KeysStep.CODE, code = code, readBack = "", done = null)
        }
    }

    /** It is written down. */
    fun written() = change { copy(step = KeysStep.READ_BACK) }

    /** Compares what was read from the paper, and puts the code in place. */
    fun keepCode() {
        val now = state
        work {
            if (!hand.off { isSameRecoveryCode(now.code, now.readBack) }) {
                state = now.copy(codeWrong = true)
                return@work
            }
            hand.off {
                journal.replaceKey(now.unlock(), NewKey.RecoveryCode(now.code))
                hand.home.settings[CODE_UNREAD] = null
            }
            state = looked(SettingsText.SETTINGS_KEY_CODE_DONE)
        }
    }

    /** Whether the code on paper is the journal's: it is put in place of itself, which only the right one can. */
    fun checkCode() {
        val typed = state.readBack
        work {
            hand.off {
                journal.replaceKey(Unlock.RecoveryCode(typed), NewKey.RecoveryCode(typed))
                hand.home.settings[CODE_UNREAD] = null
            }
            state = looked(SettingsText.SETTINGS_KEY_CODE_CHECKED)
        }
    }

    /** The key of this device, in place of an earlier one of it. */
    fun keepDevice() {
        val now = state
        val vault = hand.home.vault ?: return
        work {
            hand.off {
                journal.replaceKey(now.unlock(), NewKey.Device(vault))
                hand.home.settings[OPENS_BY_DEVICE] = "yes"
            }
            state = looked(if (now.keeps == Keeps.IN_A_FILE) DeskText.DESK_KEY_DONE else SettingsText.SETTINGS_KEY_DEVICE_DONE)
        }
    }

    /** Asks whether this one is meant. */
    fun remove(key: Key) = change { copy(step = KeysStep.REMOVE, removed = key, done = null) }

    /** It opens no more. The core refuses the last passphrase or recovery code. */
    fun removeNow() {
        val key = state.removed ?: return
        work {
            hand.off {
                journal.removeKey(key.id)
                val left = journal.keys().map { it.kind }
                if (KeyKind.DEVICE !in left) hand.home.settings[OPENS_BY_DEVICE] = null
                if (KeyKind.RECOVERY_CODE !in left) hand.home.settings[CODE_UNREAD] = null
            }
            state = looked(SettingsText.SETTINGS_KEY_REMOVED)
        }
    }
}
