// Who to call: the people and wards of the care team, and when they answer.
package org.vigie.ui.settings

import kotlinx.coroutines.launch
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.phoneNumber
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.first.Named

/** Someone to call, with what is said of them. */
data class Someone(val name: String, val lines: List<String>)

/** Someone who is added or corrected. [place] is null for someone new. */
data class Edited(
    val place: Int?,
    val role: CareRole = CareRole.NURSE,
    val name: String = "",
    val phone: String = "",
    val hours: String = "",
    val outOfHours: String = "",
    /** The hours in words, once they can be read. */
    val hoursRead: String? = null,
    /** Removing was touched once. */
    val removing: Boolean = false,
)

/** What the screen shows. */
data class TeamState(
    val contacts: List<CareContact> = emptyList(),
    val people: List<Someone> = emptyList(),
    val roles: List<Named<CareRole>> = emptyList(),
    val edited: Edited? = null,
    val loaded: Boolean = false,
)

/** They are tried in the order of the list. */
class TeamModel(hand: Hand, private val journal: JournalInterface) :
    Model<TeamState>(TeamState(), hand),
    Sub {
    init {
        work { state = hand.off { looked() } }
    }

    private fun looked(): TeamState {
        val words = hand.texts.words
        val contacts = journal.profile().contacts
        val people = contacts.map { one ->
            Someone(one.name, listOfNotNull(words.role(one.role), one.phone, one.hours?.let(words::hours), one.outOfHours))
        }
        return TeamState(contacts, people, CareRole.entries.map { Named(it, words.role(it)) }, loaded = true)
    }

    override fun back(): Boolean {
        if (state.edited == null) return false
        problem = null
        state = state.copy(edited = null)
        return true
    }

    /** Someone new. */
    fun add() {
        if (busy) return
        state = state.copy(edited = Edited(null))
    }

    /** Someone who is there. */
    fun correct(place: Int) {
        // Another order is on its way: who stands here may be someone else.
        if (busy) return
        val one = state.contacts[place]
        state = state.copy(edited = Edited(place, one.role, one.name, one.phone, one.hours.orEmpty(), one.outOfHours.orEmpty()))
        read()
    }

    /** Changes what is typed or chosen. */
    fun change(to: Edited.() -> Edited) {
        val before = state.edited ?: return
        val after = before.to()
        state = state.copy(edited = after)
        if (after.hours != before.hours) read()
    }

    /** Says the hours in words as soon as they can be read. */
    private fun read() {
        val typed = state.edited?.hours ?: return
        hand.scope.launch {
            val said = hand.off {
                try {
                    typed.ifBlank { null }?.let { hand.texts.words.hours(it.trim()) }
                } catch (_: JournalException) {
                    null
                }
            }
            state.edited?.takeIf { it.hours == typed }?.let { state = state.copy(edited = it.copy(hoursRead = said)) }
        }
    }

    /** Keeps whoever is edited. */
    fun keep() {
        val edited = state.edited ?: return
        kept { contacts ->
            val one = CareContact(
                edited.role,
                edited.name.ifBlank { hand.texts.words.role(edited.role) },
                phoneNumber(edited.phone),
                edited.hours.trim().ifEmpty { null },
                edited.outOfHours.ifBlank { null }?.let(::phoneNumber),
            )
            val place = edited.place ?: return@kept contacts + one
            contacts.take(place) + one + contacts.drop(place + 1)
        }
    }

    /** Off the list, once it was asked. */
    fun remove() {
        val edited = state.edited ?: return
        if (!edited.removing) return change { copy(removing = true) }
        kept { contacts -> contacts.filterIndexed { place, _ -> place != edited.place } }
    }

    /** To the top of the list. */
    fun first(place: Int) = kept { contacts -> listOf(contacts[place]) + contacts.filterIndexed { other, _ -> other != place } }

    private fun kept(change: (List<CareContact>) -> List<CareContact>) {
        work {
            state = hand.off {
                val profile = journal.profile()
                journal.setProfile(profile.copy(contacts = change(profile.contacts)))
                looked()
            }
        }
    }
}
