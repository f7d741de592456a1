// The first minutes: what this is, how it is locked, what is asked, whom to call. All but the lock can be left for later.
package org.vigie.ui.first

import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.Item
import org.vigie.Journal
import org.vigie.NewKey
import org.vigie.Profile
import org.vigie.TreatmentKind
import org.vigie.TreatmentLine
import org.vigie.isSameRecoveryCode
import org.vigie.minuteOfDay
import org.vigie.phoneNumber
import org.vigie.proposedList
import org.vigie.ui.Hand
import org.vigie.ui.Keeps
import org.vigie.ui.Model
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.lock.NO_PASSPHRASE
import org.vigie.ui.lock.OPENS_BY_DEVICE
import org.vigie.ui.reminders.REMINDER_MINUTE

/** Where one is, in this order. */
enum class Step { ABOUT, LOCK, CODE, READ_BACK, TREATMENT, LIST, TEAM, REMINDER }

/** Something that can be chosen, with its name. */
data class Named<T>(val value: T, val name: String)

/** What the screen shows. */
data class FirstState(
    val step: Step = Step.ABOUT,
    /** Whether this machine opens it as it is unlocked. A key in a file is a thing for later. */
    val hasDevice: Boolean,
    val passphrase: String = "",
    val again: String = "",
    val code: String = "",
    val readBack: String = "",
    val codeWrong: Boolean = false,
    val passphrasesDiffer: Boolean = false,
    val treatments: List<Named<TreatmentKind>> = emptyList(),
    val treatment: TreatmentKind? = null,
    val list: List<Named<Item>> = emptyList(),
    val kept: Set<Item> = emptySet(),
    val teamName: String = "",
    val teamPhone: String = "",
    val outOfHours: String = "",
    /** When to remind, as it is typed; empty for never. */
    val reminder: String = "",
)

/** @param made is handed the journal as soon as there is one, and [done] when there is nothing more to ask. */
class FirstModel(hand: Hand, private val made: (Journal) -> Unit, private val done: (Journal) -> Unit) :
    Model<FirstState>(FirstState(hasDevice = hand.home.vault != null && hand.phone.keeps == Keeps.BEHIND_ITS_LOCK), hand) {
    private var journal: Journal? = null

    /** Changes what is typed or chosen. */
    fun change(to: FirstState.() -> FirstState) {
        state = state.to().copy(passphrasesDiffer = false, codeWrong = false)
    }

    /** One step back, as long as nothing has been made. */
    fun back() {
        val earlier = when (state.step) {
            Step.LOCK -> Step.ABOUT
            Step.READ_BACK -> Step.CODE
            Step.LIST -> Step.TREATMENT
            Step.TEAM -> if (state.list.isEmpty()) Step.TREATMENT else Step.LIST
            Step.REMINDER -> Step.TEAM
            Step.ABOUT, Step.CODE, Step.TREATMENT -> return
        }
        state = state.copy(step = earlier)
    }

    /** Whether this machine can remind: only then it is asked when. */
    val reminds: Boolean = hand.phone.reminds

    /** Whether there is a step back. */
    val canGoBack: Boolean
        get() = state.step in setOf(Step.LOCK, Step.READ_BACK, Step.LIST, Step.TEAM, Step.REMINDER)

    /** On to the lock. */
    fun begin() {
        state = state.copy(step = Step.LOCK)
    }

    /** Makes the journal, locked with this machine's key and the recovery code. */
    fun lockWithDevice() = make { NewKey.Device(checkNotNull(hand.home.vault)) }

    /** Makes the journal, locked with the passphrase that was typed twice. */
    fun lockWithPassphrase() {
        val chosen = state.passphrase
        if (chosen != state.again) {
            state = state.copy(passphrasesDiffer = true)
            return
        }
        make { NewKey.Passphrase(chosen) }
    }

    private fun make(key: () -> NewKey) {
        work {
            val (open, code) = hand.off {
                val chosen = key()
                hand.home.settings[CODE_UNREAD] = "yes"
                val journal = Journal.create(hand.home.folder.toString(), chosen, hand.home.anchor, hand.phone.clock)
                hand.home.settings[OPENS_BY_DEVICE] = "yes".takeIf { chosen is NewKey.Device }
                hand.home.settings[NO_PASSPHRASE] = "yes".takeIf { chosen is NewKey.Device }
                journal to journal.takeRecoveryCode().orEmpty()
            }
            journal = open
            made(open)
            state = state.copy(step = Step.CODE, code = code, passphrase = "", again = "")
        }
    }

    /** It is written down. */
    fun written() {
        state = state.copy(step = Step.READ_BACK, readBack = "")
    }

    /** Compares what was read from the paper. */
    fun check() {
        val typed = state.readBack
        val code = state.code
        work {
            val same = hand.off { isSameRecoveryCode(code, typed) }
            if (!same) {
                state = state.copy(codeWrong = true)
                return@work
            }
            val kinds = hand.off {
                hand.home.settings[CODE_UNREAD] = null
                TreatmentKind.entries.map { Named(it, hand.texts.words.treatment(it)) }
            }
            state = state.copy(step = Step.TREATMENT, code = "", readBack = "", treatments = kinds)
        }
    }

    /** What is given: what to ask is proposed for it. */
    fun treat(kind: TreatmentKind) {
        work {
            val list = hand.off { proposedList(kind).map { Named(it, hand.texts.words.item(it)) } }
            state = state.copy(step = Step.LIST, treatment = kind, list = list, kept = list.map { it.value }.toSet())
        }
    }

    /** Asks this or not. */
    fun keep(item: Item, on: Boolean) {
        state = state.copy(kept = if (on) state.kept + item else state.kept - item)
    }

    /** On, with what is there; nothing has to be. */
    fun next() {
        when (state.step) {
            Step.TREATMENT, Step.LIST -> state = state.copy(step = Step.TEAM)
            Step.TEAM -> if (reminds) state = state.copy(step = Step.REMINDER) else finish()
            Step.REMINDER -> finish()
            else -> Unit
        }
    }

    private fun finish() {
        val open = journal ?: return
        val now = state
        work {
            hand.off {
                // Refused first, when it is no time: nothing is kept by halves.
                val minute = now.reminder.ifBlank { null }?.let { minuteOfDay(it.trim()) }
                val team = now.teamPhone.takeIf { it.isNotBlank() }?.let { typed ->
                    CareContact(
                        CareRole.NURSE,
                        now.teamName.ifBlank { hand.texts.words.role(CareRole.NURSE) },
                        phoneNumber(typed),
                        outOfHours = now.outOfHours.takeIf { it.isNotBlank() }?.let(::phoneNumber),
                    )
                }
                open.setProfile(
                    Profile(
                        list = now.list.map { it.value }.filter { it in now.kept },
                        treatments = listOfNotNull(now.treatment?.let { TreatmentLine(it) }),
                        contacts = listOfNotNull(team),
                    ),
                )
                hand.home.settings[REMINDER_MINUTE] = minute?.toString()
            }
            done(open)
        }
    }
}
