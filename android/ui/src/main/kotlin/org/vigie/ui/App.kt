// The app: locked or open, and which screen is shown.
package org.vigie.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import org.vigie.EntryId
import org.vigie.Journal
import org.vigie.Lang
import org.vigie.PromptId
import org.vigie.isThere
import org.vigie.langOfLocale
import org.vigie.shut
import org.vigie.ui.appointments.AppointmentsModel
import org.vigie.ui.checkin.CheckInModel
import org.vigie.ui.consultation.ConsultationModel
import org.vigie.ui.consultation.ConsultationText
import org.vigie.ui.first.FirstModel
import org.vigie.ui.lock.LockModel
import org.vigie.ui.look.WayBack
import org.vigie.ui.prompt.PromptModel
import org.vigie.ui.reminders.plan
import org.vigie.ui.restore.RestoreModel
import org.vigie.ui.results.ResultsModel
import org.vigie.ui.settings.CopiesStep
import org.vigie.ui.settings.SettingsGo
import org.vigie.ui.settings.SettingsModel
import org.vigie.ui.settings.SettingsText
import org.vigie.ui.settings.copyOfTheDay
import org.vigie.ui.support.SupportModel
import org.vigie.ui.support.SupportText
import org.vigie.ui.timeline.TimelineModel
import org.vigie.ui.timeline.TimelineText
import org.vigie.ui.today.TodayModel
import org.vigie.ui.treatment.TreatmentModel
import org.vigie.ui.trends.TrendsModel
import org.vigie.ui.trials.TrialsModel
import org.vigie.ui.trials.TrialsText
import java.time.LocalDate

/** What lies beside today, in the order in which it is listed. */
enum class Place(val title: Plain) {
    /** How each symptom went. */
    TRENDS(Text.PLACE_TRENDS),

    /** Everything that happened, latest first. */
    TIMELINE(TimelineText.TIMELINE_TITLE),

    /** What is given, and what is taken. */
    TREATMENT(Text.PLACE_TREATMENT),

    /** What was measured, seen and kept. */
    RESULTS(Text.PLACE_RESULTS),

    /** When, with whom, and what to ask. */
    APPOINTMENTS(Text.PLACE_APPOINTMENTS),

    /** Who can help, and what things are. */
    SUPPORT(SupportText.SUPPORT_TITLE),

    /** Trials that can be talked over. */
    TRIALS(TrialsText.TRIALS_TITLE),

    /** What the team reads. */
    CONSULTATION(ConsultationText.CONSULTATION_TITLE),

    /** Keys, copies, what is asked, whom to call. */
    SETTINGS(SettingsText.SETTINGS_TITLE),
}

/** Where a screen leads. */
sealed interface Go {
    /** What lies beside today. */
    data class To(val place: Place) : Go

    /** A check-in about a day, or the correction of one. */
    data class CheckIn(val day: LocalDate, val amends: EntryId?) : Go

    /** A call to act. */
    data class Prompt(val id: PromptId) : Go

    /** The keys of the journal, among the settings. */
    data object Keys : Go

    /** The copies of the journal, among the settings. */
    data object Copies : Go

    /** Locks the journal. */
    data object Lock : Go
}

/** One of several journals on this machine. */
data class Shelved(val number: Int, val name: String, val shown: Boolean)

/** The screen that is shown, with what stands behind it. */
sealed interface Screen {
    /** Nothing is known yet. */
    data object Starting : Screen

    /** There is no journal. */
    data class First(val model: FirstModel) : Screen

    /** It is locked. */
    data class Locked(val model: LockModel) : Screen

    /** It is made anew from a backup. */
    data class Restore(val model: RestoreModel) : Screen

    /** It is open. */
    data class Today(val model: TodayModel) : Screen

    /** Answering. */
    data class CheckIn(val model: CheckInModel) : Screen

    /** A call to act. */
    data class Prompt(val model: PromptModel) : Screen

    /** How each symptom went. */
    data class Trends(val model: TrendsModel) : Screen

    /** Everything that happened. */
    data class Timeline(val model: TimelineModel) : Screen

    /** What is given, and what is taken. */
    data class Treatment(val model: TreatmentModel) : Screen

    /** What was measured, seen and kept. */
    data class Results(val model: ResultsModel) : Screen

    /** When, with whom, and what to ask. */
    data class Appointments(val model: AppointmentsModel) : Screen

    /** Who can help. */
    data class Support(val model: SupportModel) : Screen

    /** Trials that can be talked over. */
    data class Trials(val model: TrialsModel) : Screen

    /** What the team reads. */
    data class Consultation(val model: ConsultationModel) : Screen

    /** Keys, copies, what is asked, whom to call. */
    data class Settings(val model: SettingsModel) : Screen
}

/**
 * The app, for as long as its process lives: a screen that is turned finds it as it was.
 *
 * @param scope is on the thread that draws.
 * @param io is where the core is called.
 */
class App(private val phone: Phone, private val scope: CoroutineScope, private val io: CoroutineDispatcher = Dispatchers.IO) {
    private var hand: Hand? = null
    private val homes = Homes(phone)

    /** What is open. Tests read it. */
    internal var journal: Journal? = null
        private set

    /** How often what was open left the screen: what began before is too late. */
    private var turns = 0

    /** How many journals are just being locked or erased: until then no other screen takes the place of what left. */
    private var leaving = 0

    /** What lies under the screen that is shown: where going back leads. */
    private var under: List<Screen> = emptyList()

    /** The screen that is shown. */
    var screen: Screen by mutableStateOf(Screen.Starting)
        private set

    /** What is said, in the person's language; null while it is read. */
    var texts: Texts? by mutableStateOf(null)
        private set

    /** Reads the language and looks whether there is a journal. Begun before, it only follows the system to another language. */
    fun start() {
        val lang = langOfLocale(phone.language ?: phone.locale)
        if (lang != texts?.lang) speak(lang)
    }

    /** The other language, from now on. What was begun is not kept: it is offered where nothing has begun, and in the settings. */
    fun otherLanguage() {
        val other = if (texts?.lang == Lang.FR) Lang.EN else Lang.FR
        phone.language = other.name.lowercase()
        speak(other)
    }

    private fun speak(lang: Lang) {
        scope.launch {
            val read = Hand(phone, homes.shown, Texts.of(lang), scope, io)
            read.relative = hand?.relative
            hand = read
            texts = read.texts
            when {
                journal != null -> today(null)
                // What comes afterwards speaks it.
                leaving == 0 -> closedScreen()
            }
        }
    }

    /** The journals on this machine, when there are several. */
    var shelf: List<Shelved> by mutableStateOf(emptyList())
        private set

    /** The first run where there is no journal, the lock where there is one. */
    private suspend fun closedScreen() {
        val hand = hand ?: return
        val turn = turns
        val there = hand.off { isThere(hand.home.folder.toString()) }
        // While that was looked at it was opened, or left for another: what is on the screen stays.
        if (journal != null || turn != turns) return
        under = emptyList()
        shelve(hand.texts)
        screen = when {
            there -> Screen.Locked(LockModel(hand, unlessLeft(hand, ::opened)))
            else -> Screen.First(FirstModel(hand, unlessLeft(hand) { journal = it }, ::opened))
        }
    }

    private fun shelve(texts: Texts) {
        shelf = homes.all.takeIf { it.size > 1 }.orEmpty()
            .map { Shelved(it.number, it.name ?: texts[Text.MY_JOURNAL], it.number == homes.shown.number) }
    }

    /** Shows another journal of this machine; the one that is open is locked. */
    fun show(number: Int) {
        homes.all.find { it.number == number }?.let(::leaveFor)
    }

    /** A place for one more journal, under this name, and the first run for it. */
    fun oneMore(name: String) {
        val next = homes.free().also { it.name = name }
        homes.add(next)
        leaveFor(next)
    }

    private suspend fun enter(next: Home) {
        val before = hand ?: return
        if (next != before.home && before.off { before.home.isFree }) {
            before.home.forgetSettings()
            homes.remove(before.home)
        }
        homes.shown = next
        // What is at hand now: the language may have changed meanwhile.
        hand = hand?.at(next)
        closedScreen()
    }

    /** What is done with a journal that a screen opens. The person left while the phone asked for their finger: it stays locked. */
    private fun unlessLeft(hand: Hand, taken: (Journal) -> Unit): (Journal) -> Unit {
        val turn = turns
        return { open ->
            if (turn == turns) taken(open) else scope.launch { hand.off { open.shut() } }
        }
    }

    internal fun opened(open: Journal) {
        journal = open
        today(null)
        val hand = hand ?: return
        scope.launch { hand.off { hand.copyOfTheDay(open) } }
    }

    private fun today(done: Text?) {
        val hand = hand ?: return
        val open = journal ?: return
        val model = TodayModel(hand, open)
        model.look(done)
        under = emptyList()
        screen = Screen.Today(model)
    }

    /** A backup is made a journal, in place of none. A journal that is there stays: the new one lies beside it. */
    fun restore() {
        val hand = hand ?: return
        under = under + screen
        val made = { home: Home ->
            homes.add(home)
            homes.shown = home
            this.hand = hand.at(home)
        }
        screen = Screen.Restore(RestoreModel(hand, homes, made, ::opened))
    }

    /** Where a screen leads. */
    fun go(where: Go) {
        val hand = hand ?: return
        val open = journal ?: return
        val next = when (where) {
            is Go.To -> beside(where.place, hand, open)
            is Go.CheckIn -> Screen.CheckIn(CheckInModel(hand, open, where.day, where.amends, ::noted))
            is Go.Prompt -> Screen.Prompt(PromptModel(hand, open, where.id) { today(Text.PROMPT_DONE) })
            is Go.Keys -> Screen.Settings(settings(hand, open).apply { keys() })
            is Go.Copies -> Screen.Settings(settings(hand, open).apply { copies(CopiesStep.BACKUP) })
            is Go.Lock -> return lock()
        }
        under = under + screen
        screen = next
    }

    private fun beside(place: Place, hand: Hand, open: Journal): Screen = when (place) {
        Place.TRENDS -> Screen.Trends(TrendsModel(hand, open))
        Place.TIMELINE -> Screen.Timeline(TimelineModel(hand, open))
        Place.TREATMENT -> Screen.Treatment(TreatmentModel(hand, open))
        Place.RESULTS -> Screen.Results(ResultsModel(hand, open))
        Place.APPOINTMENTS -> Screen.Appointments(AppointmentsModel(hand, open))
        Place.SUPPORT -> Screen.Support(SupportModel(hand, open))
        Place.TRIALS -> Screen.Trials(TrialsModel(hand, open))
        Place.CONSULTATION -> Screen.Consultation(ConsultationModel(hand, open))
        Place.SETTINGS -> Screen.Settings(settings(hand, open))
    }

    private fun settings(hand: Hand, open: Journal) =
        SettingsModel(hand, open, homes, SettingsGo(::otherLanguage, ::erase, ::show, ::oneMore))

    private fun noted(prompt: PromptId?, done: Text) {
        today(done)
        prompt?.let { go(Go.Prompt(it)) }
    }

    /** One screen back; from the first of an open journal nowhere. */
    fun back() {
        val last = under.lastOrNull() ?: return
        under = under.dropLast(1)
        screen = last
        (last as? Screen.Today)?.model?.look()
    }

    /** The way back from what is shown. */
    val wayBack = WayBack()

    /** The system's own key: one step back within what is shown, or from it. False where there is none. */
    fun stepBack(): Boolean {
        val step = wayBack.step ?: return false
        step()
        return true
    }

    /** Locks the journal: its keys leave memory, and what was on the screen leaves it. One that is just being opened stays locked. */
    fun lock() {
        if (journal != null || screen is Screen.Locked) leaveFor(homes.shown)
    }

    /** Locks what is open or just being opened, and shows this one. */
    private fun leaveFor(next: Home) {
        val answering = (screen as? Screen.CheckIn)?.model
        val open = takenOff()
        val turn = turns
        scope.launch {
            hand?.let { hand ->
                hand.off {
                    answering?.keep()
                    // A call to act may have come since the first screen was last looked at. Whatever fails, it is locked.
                    open?.let { runCatching { hand.home.plan(hand.plan(it)) } }
                    // Not freed as well: a call that a screen makes too late finds it locked, which is said, and not gone.
                    open?.lock()
                }
            }
            leaving--
            if (turn == turns) enter(next)
        }
    }

    /** What is open leaves the screen at once, whatever the core is still at: who looks at it next may be somebody else. */
    private fun takenOff(): Journal? {
        val open = journal
        journal = null
        under = emptyList()
        screen = Screen.Starting
        turns++
        leaving++
        return open
    }

    /** Nothing of the journal stays on this machine; then another one is shown, or it begins anew. */
    fun erase() {
        val erased = hand ?: return
        if (journal == null) return
        val open = takenOff()
        scope.launch {
            erased.off {
                open?.lock()
                erased.home.erase()
            }
            leaving--
            homes.remove(erased.home)
            hand = hand?.at(homes.shown)
            closedScreen()
        }
    }
}
