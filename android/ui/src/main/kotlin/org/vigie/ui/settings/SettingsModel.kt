// The settings: where each leads, and the few that are a page of their own here.
package org.vigie.ui.settings

import org.vigie.JournalInterface
import org.vigie.Licence
import org.vigie.Product
import org.vigie.Weekday
import org.vigie.licences
import org.vigie.minuteOfDay
import org.vigie.ui.Hand
import org.vigie.ui.Homes
import org.vigie.ui.Model
import org.vigie.ui.Shelved
import org.vigie.ui.Text
import org.vigie.ui.reminders.REMINDER_MEDICINES
import org.vigie.ui.reminders.REMINDER_MINUTE
import org.vigie.ui.reminders.REMINDER_TEXT
import org.vigie.ui.reminders.plan
import org.vigie.ui.reminders.quietDays

/** What stands behind a page of the settings that has its own state. */
interface Sub {
    /** One step back within it. False at its beginning. */
    fun back(): Boolean
}

/** The pages of the settings. */
enum class SettingsPage { ROOT, NAME, RULES, REMINDER, JOURNALS, LICENCES, ERASE, ERASE_SURE }

/** The rules in words. [depth] is how far a line stands in. */
data class RuleLine(val depth: Int, val text: String)

/** A line of the page of licences: the name of a licence, something that is under it, whose that is, a paragraph of its text. */
data class LicenceLine(val kind: LicenceKind, val text: String)

/** What a line of the page of licences is. */
enum class LicenceKind { LICENCE, PART, COPYRIGHT, TEXT }

/** What the screen shows. */
data class SettingsState(
    val page: SettingsPage = SettingsPage.ROOT,
    /** A page with its own state lies over it. */
    val sub: Sub? = null,
    val name: String = "",
    /** The other journals on this machine, and the name of one more. */
    val others: List<Shelved> = emptyList(),
    val more: String = "",
    val rulesFrom: List<String> = emptyList(),
    val rules: List<RuleLine> = emptyList(),
    /** What others wrote, by licence. */
    val licences: List<LicenceLine> = emptyList(),
    val reminderTime: String = "",
    val reminderText: String = "",
    /** The days without it. */
    val reminderQuiet: Set<Weekday> = emptySet(),
    /** Whether of medicines too. */
    val reminderMedicines: Boolean = false,
    /** The phone keeps what it would say from being shown. */
    val silenced: Boolean = false,
    /** What was done, in a sentence. */
    val done: String? = null,
)

/** What the settings do to the app as a whole: its language, an erased journal, another journal by its number, one more by its name. */
class SettingsGo(val otherLanguage: () -> Unit, val erase: () -> Unit, val show: (Int) -> Unit, val oneMore: (String) -> Unit)

/** Erases the journal only after it was asked twice. */
class SettingsModel(hand: Hand, private val journal: JournalInterface, private val homes: Homes, private val go: SettingsGo) :
    Model<SettingsState>(SettingsState(), hand) {

    /** Changes the language. */
    fun otherLanguage() = go.otherLanguage()

    /** Whether there is anything to set about reminders. */
    val reminds: Boolean = hand.phone.reminds

    /** Lock and keys. */
    fun keys() = open(KeysModel(hand, journal))

    /** A backup, a relative's copy, a table. */
    fun copies(step: CopiesStep) = open(CopiesModel(hand, journal, step))

    /** What is asked each day. */
    fun asked() = open(AskedModel(hand, journal))

    /** Who to call. */
    fun team() = open(TeamModel(hand, journal))

    private fun open(sub: Sub) {
        problem = null
        state = state.copy(sub = sub, done = null)
    }

    /** One step back. False at the root. */
    fun back(): Boolean {
        problem = null
        val sub = state.sub
        when {
            sub != null -> if (!sub.back()) state = state.copy(sub = null)
            state.page == SettingsPage.ROOT -> return false
            else -> state = SettingsState()
        }
        return true
    }

    /** What to call the person. */
    fun name() {
        work { state = SettingsState(SettingsPage.NAME, name = hand.off { journal.profile().name.orEmpty() }) }
    }

    /** What is typed. */
    fun type(to: SettingsState.() -> SettingsState) {
        state = state.to()
    }

    /** Keeps the name. */
    fun keepName() {
        val typed = state.name
        work {
            hand.off { journal.setProfile(journal.profile().copy(name = typed.trim().ifEmpty { null })) }
            state = SettingsState(done = hand.texts[SettingsText.SETTINGS_SAVED])
        }
    }

    /** The journals on this machine: a relative's can lie beside this one. */
    fun journals() {
        work {
            state = hand.off {
                val others = (homes.all - hand.home).map { Shelved(it.number, it.name ?: hand.texts[Text.MY_JOURNAL], shown = false) }
                SettingsState(SettingsPage.JOURNALS, name = hand.home.name.orEmpty(), others = others)
            }
        }
    }

    /** Keeps what this journal is called on this machine. */
    fun keepJournalName() {
        hand.home.name = state.name.trim().ifEmpty { null }
        state = SettingsState(done = hand.texts[SettingsText.SETTINGS_SAVED])
    }

    /** Locks this journal, and shows another. */
    fun show(number: Int) = go.show(number)

    /** Locks this journal, and begins one more. */
    fun oneMore() = go.oneMore(state.more.trim())

    /** Which rules are in force, who answers for them, and what they say. */
    fun rules() {
        work { state = hand.off { ruled() } }
    }

    private fun ruled(): SettingsState {
        val texts = hand.texts
        val rules = journal.rules()
        val name = texts.say(
            SettingsPhrase.SETTINGS_RULES_NAME,
            "name" to rules.name,
            "version" to rules.version.toString(),
            "author" to rules.author,
        )
        val since = rules.since?.let { texts.say(SettingsPhrase.SETTINGS_RULES_SINCE, "moment" to texts.words.moment(it)) }
        val signed = rules.signedBy?.let { listOf(texts[SettingsText.SETTINGS_RULES_SIGNED], it) }
            ?: listOf(texts[SettingsText.SETTINGS_RULES_BUILT_IN])
        val lines = journal.rulesInWords(texts.lang).map { RuleLine(it.depth.toInt(), it.text) }
        return SettingsState(SettingsPage.RULES, rulesFrom = listOfNotNull(name, since) + signed, rules = lines)
    }

    /** What others wrote and is a part of the app, with the licences in full. */
    fun licences() {
        work { state = hand.off { SettingsState(SettingsPage.LICENCES, licences = licences(Product.ANDROID).flatMap(::lines)) } }
    }

    private fun lines(licence: Licence): List<LicenceLine> {
        val parts = licence.parts.flatMap { part ->
            listOf(LicenceLine(LicenceKind.PART, part.name)) + part.copyright.map { LicenceLine(LicenceKind.COPYRIGHT, it) }
        }
        val text = licence.text.split("\n\n").filter { it.isNotBlank() }.map { LicenceLine(LicenceKind.TEXT, it.trim('\n')) }
        return listOf(LicenceLine(LicenceKind.LICENCE, licence.name)) + parts + text
    }

    /** When to remind, and how. */
    fun reminder() {
        work {
            state = hand.off {
                val settings = hand.home.settings
                SettingsState(
                    SettingsPage.REMINDER,
                    reminderTime = settings[REMINDER_MINUTE]?.toUShortOrNull()?.let(::typedTime).orEmpty(),
                    reminderText = settings[REMINDER_TEXT].orEmpty(),
                    reminderQuiet = settings.quietDays,
                    reminderMedicines = settings[REMINDER_MEDICINES] != null,
                    silenced = hand.phone.silenced,
                )
            }
        }
    }

    /** Keeps the reminder. */
    fun keepReminder() {
        val now = state
        work {
            val done = hand.off {
                val minute = now.reminderTime.ifBlank { null }?.let { minuteOfDay(it.trim()) }
                hand.home.settings[REMINDER_MINUTE] = minute?.toString()
                hand.home.settings[REMINDER_TEXT] = now.reminderText.trim().ifEmpty { null }
                hand.home.settings.quietDays = now.reminderQuiet
                hand.home.settings[REMINDER_MEDICINES] = "yes".takeIf { now.reminderMedicines }
                hand.home.plan(hand.plan(journal))
                minute?.let { hand.texts.say(SettingsPhrase.SETTINGS_REMINDER_AT, "time" to hand.texts.words.minute(it)) }
                    ?: hand.texts[SettingsText.SETTINGS_REMINDER_NONE]
            }
            state = SettingsState(done = done)
        }
    }

    /** Asks whether everything is to go; asked once, asks once more. */
    fun askErase(sure: Boolean) {
        state = SettingsState(if (sure) SettingsPage.ERASE_SURE else SettingsPage.ERASE)
    }

    /** Everything goes. */
    fun eraseNow() = go.erase()
}

/** A time of day as it stands in a field. */
internal fun typedTime(minute: UShort): String = "%02d:%02d".format(minute.toInt() / HOUR, minute.toInt() % HOUR)

private const val HOUR = 60
