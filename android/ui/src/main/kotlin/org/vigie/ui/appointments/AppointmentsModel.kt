// Appointments and what to ask there, what was decided and answered, and the calendar that others keep.
package org.vigie.ui.appointments

import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.AskedQuestion
import org.vigie.CareEvent
import org.vigie.JournalInterface
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Plain
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.Listed
import org.vigie.ui.form.Option
import org.vigie.ui.form.listed
import org.vigie.ui.form.options
import java.time.LocalDate

/** Where one is. */
enum class Leaf(val title: Plain) {
    /** What comes, and what to ask. */
    NEXT(AppointmentsText.APPOINTMENTS_TITLE),

    /** What has been. */
    PAST(AppointmentsText.APPOINTMENTS_PAST),

    /** Questions with their answers. */
    ANSWERED(AppointmentsText.QUESTIONS_ANSWERED),

    /** From and to the calendar of the phone. */
    CALENDAR(AppointmentsText.APPOINTMENTS_CALENDAR),
}

/** A question, as a line of a list. */
data class QuestionLine(val asked: AskedQuestion, val details: List<String>)

/** What the screen shows. */
data class AppointmentsState(
    val loaded: Boolean = false,
    val today: LocalDate = LocalDate.EPOCH,
    val leaf: Leaf = Leaf.NEXT,
    /** Still to come, the next first. */
    val next: List<Listed<Appointment>> = emptyList(),
    /** The last first. */
    val past: List<Listed<Appointment>> = emptyList(),
    val waiting: List<QuestionLine> = emptyList(),
    val answered: List<QuestionLine> = emptyList(),
    val kinds: List<Option> = emptyList(),
    /** What appointments of a calendar are, when it does not say. */
    val kind: AppointmentKind = AppointmentKind.CONSULTATION,
    /** Titles that tell nothing to whoever looks over a shoulder. */
    val discreet: Boolean = true,
    /** What is being told or corrected. */
    val form: FormModel<*>? = null,
    /** What was just done, said once. */
    val done: List<String> = emptyList(),
)

/** Looks again after each change. */
class AppointmentsModel(hand: Hand, private val journal: JournalInterface) : Model<AppointmentsState>(AppointmentsState(), hand) {
    private val forms = AppointmentForms(hand, journal, ::kept)

    init {
        work { look(emptyList()) }
    }

    private suspend fun look(done: List<String>) {
        val now = state
        state = hand.off {
            val words = hand.texts.words
            val today = journal.now().toLocalDate()
            val all = journal.care().listed(hand, words::weekdayDay) { event ->
                (event as? CareEvent.Appointment)?.appointment?.let { it.day to it }
            }
            val (answered, waiting) = journal.questions().map(::line).partition { it.asked.question.answer != null }
            now.copy(
                loaded = true,
                today = today,
                next = all.filter { it.day >= today }.sortedWith(compareBy({ it.day }, { it.told.minute })),
                past = all.filter { it.day < today }.reversed(),
                waiting = waiting,
                answered = answered.reversed(),
                kinds = options<AppointmentKind>(words::appointment),
                form = null,
                done = done,
            )
        }
    }

    private fun line(asked: AskedQuestion): QuestionLine {
        val words = hand.texts.words
        val on = hand.texts.say(AppointmentsPhrase.QUESTIONS_ASKED, "day" to words.day(asked.question.day))
        val answer = if (asked.question.answer == null) emptyList() else words.event(CareEvent.Question(asked.question)).drop(1)
        return QuestionLine(asked, listOf(on) + answer + listOfNotNull(words.notedBy(asked.author)))
    }

    private fun kept(done: Plain) {
        work { look(listOf(hand.texts[done])) }
    }

    /** Shows another part. */
    fun turnTo(leaf: Leaf) {
        state = state.copy(leaf = leaf, done = emptyList())
    }

    /** One step back, or [leave]s. */
    fun back(leave: () -> Unit) {
        val now = state
        when {
            now.form != null -> state = now.copy(form = null)
            now.leaf != Leaf.NEXT -> turnTo(Leaf.NEXT)
            else -> leave()
        }
    }

    /** An appointment is told, or this one corrected. */
    fun tell(one: Listed<Appointment>? = null) {
        state = state.copy(form = forms.appointment(state.today, state.kinds, one), done = emptyList())
    }

    /** A question is told, or this one answered. */
    fun ask(one: AskedQuestion? = null) {
        state = state.copy(form = forms.question(state.today, one), done = emptyList())
    }

    /** What appointments of a calendar are, when it does not say. */
    fun readAs(kind: AppointmentKind) {
        state = state.copy(kind = kind)
    }

    /** Asks for a calendar and takes its appointments. */
    fun import() {
        val kind = state.kind
        work {
            val told = hand.phone.readFile { journal.importCalendar(it, kind, hand.texts.lang) } ?: return@work
            look(told)
        }
    }

    /** With titles that tell nothing, or not. */
    fun discreet(on: Boolean) {
        state = state.copy(discreet = on)
    }

    /** Writes what is to come as a calendar. */
    fun export() {
        val now = state
        work {
            var count = 0u
            val written = hand.phone.writeFile(hand.texts[AppointmentsText.APPOINTMENTS_FILE], "text/calendar") {
                count = journal.exportCalendar(hand.texts.lang, now.discreet, now.today, it)
            }
            if (!written) return@work
            val said = hand.off { hand.texts.say(AppointmentsPhrase.APPOINTMENTS_EXPORTED, "count" to count.toLong()) }
            state = state.copy(done = listOf(said))
        }
    }
}
