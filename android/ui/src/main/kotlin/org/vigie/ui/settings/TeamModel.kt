// Who to call: the people and wards of the care team, and when they answer.
package org.vigie.ui.settings

import kotlinx.coroutines.launch
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.OpeningTimes
import org.vigie.Weekday
import org.vigie.minuteOfDay
import org.vigie.openingHours
import org.vigie.openingTimes
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
    val hours: Hours = Hours(),
    val outOfHours: String = "",
    /** Removing was touched once. */
    val removing: Boolean = false,
)

/** When somebody answers, as it is chosen. Without days it is not known, and they may be tried at any time. */
data class Hours(
    val days: Set<Weekday> = emptySet(),
    val from: String = "",
    val to: String = "",
    /** As the core keeps them. */
    val kept: String? = null,
    /** Those in words, as far as they can be read. */
    val read: String? = null,
    val daysWrong: SettingsText? = null,
    val fromWrong: SettingsText? = null,
    val toWrong: SettingsText? = null,
) {
    /** Nothing stands in the way of keeping them. */
    val right: Boolean
        get() = daysWrong == null && fromWrong == null && toWrong == null
}

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
        work {
            val hours = hand.off { one.hours?.let(::there) ?: Hours() }
            state = state.copy(edited = Edited(place, one.role, one.name, one.phone, hours, one.outOfHours.orEmpty()))
        }
    }

    /** Changes what is typed or chosen. */
    fun change(to: Edited.() -> Edited) {
        state = state.copy(edited = state.edited?.to())
    }

    /** Chooses other hours, and says them in words as soon as they can be read. */
    fun choose(to: Hours.() -> Hours) {
        val chosen = (state.edited ?: return).hours.to().copy(daysWrong = null, fromWrong = null, toWrong = null)
        change { copy(hours = chosen.copy(read = null)) }
        hand.scope.launch {
            val said = hand.off { chosen.asKept().read }
            state.edited?.takeIf { it.hours.copy(read = chosen.read) == chosen }?.let { change { copy(hours = hours.copy(read = said)) } }
        }
    }

    /** Hours that were kept before. */
    private fun there(kept: String): Hours {
        val times = openingTimes(kept)
        return Hours(times.days.toSet(), typedTime(times.from), typedTime(times.to), kept, hand.texts.words.hours(kept))
    }

    /** As the core keeps what is chosen, or with what is wrong. For models: it asks the core. */
    private fun Hours.asKept(): Hours {
        if (days.isEmpty()) return copy(kept = null, read = null)
        val (opens, closes) = minute(from) to minute(to)
        val backwards = opens != null && closes != null && closes != MIDNIGHT && closes <= opens
        val made = if (opens == null || closes == null || backwards) null else made(OpeningTimes(days.sorted(), opens, closes))
        return copy(
            kept = made,
            read = made?.let(hand.texts.words::hours),
            daysWrong = SettingsText.SETTINGS_TEAM_DAYS_APART.takeIf { made == null && opens != null && closes != null && !backwards },
            fromWrong = SettingsText.SETTINGS_TEAM_TIME_WRONG.takeIf { opens == null },
            toWrong = when {
                closes == null -> SettingsText.SETTINGS_TEAM_TIME_WRONG
                backwards -> SettingsText.SETTINGS_TEAM_TIME_ORDER
                else -> null
            },
        )
    }

    private fun minute(typed: String): UShort? = refusedAsNull { minuteOfDay(typed) }

    private fun made(times: OpeningTimes): String? = refusedAsNull { openingHours(times) }

    private fun <T> refusedAsNull(read: () -> T): T? = try {
        read()
    } catch (_: JournalException.Invalid) {
        null
    }

    /** Keeps whoever is edited. */
    fun keep() {
        val edited = state.edited ?: return
        work {
            val hours = hand.off { edited.hours.asKept() }
            if (hours.right) state = hand.off { kept(edited.copy(hours = hours)) } else change { copy(hours = hours) }
        }
    }

    private fun kept(edited: Edited): TeamState = kept { contacts ->
        val one = CareContact(
            edited.role,
            edited.name.ifBlank { hand.texts.words.role(edited.role) },
            phoneNumber(edited.phone),
            edited.hours.kept,
            edited.outOfHours.ifBlank { null }?.let(::phoneNumber),
        )
        if (edited.place == null) contacts + one else contacts.take(edited.place) + one + contacts.drop(edited.place + 1)
    }

    /** Off the list, once it was asked. */
    fun remove() {
        val edited = state.edited ?: return
        if (!edited.removing) return change { copy(removing = true) }
        work { state = hand.off { kept { contacts -> contacts.filterIndexed { place, _ -> place != edited.place } } } }
    }

    /** To the top of the list. */
    fun first(place: Int) {
        work {
            state = hand.off { kept { contacts -> listOf(contacts[place]) + contacts.filterIndexed { other, _ -> other != place } } }
        }
    }

    private fun kept(change: (List<CareContact>) -> List<CareContact>): TeamState {
        val profile = journal.profile()
        journal.setProfile(profile.copy(contacts = change(profile.contacts)))
        return looked()
    }

    private companion object {
        val MIDNIGHT: UShort = 0u
    }
}
