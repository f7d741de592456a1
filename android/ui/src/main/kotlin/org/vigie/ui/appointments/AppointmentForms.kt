// What is asked of an appointment and of a question.
package org.vigie.ui.appointments

import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.AskedQuestion
import org.vigie.CareEvent
import org.vigie.JournalInterface
import org.vigie.Question
import org.vigie.QuestionAnswer
import org.vigie.time
import org.vigie.ui.Hand
import org.vigie.ui.Plain
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_DAY
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_DECISION
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_DECISION_HINT
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_KIND
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_NEW
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_ONE
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_PLACE
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_TIME
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_TIME_HINT
import org.vigie.ui.appointments.AppointmentsText.APPOINTMENTS_WITH
import org.vigie.ui.appointments.AppointmentsText.QUESTIONS_ANSWER
import org.vigie.ui.appointments.AppointmentsText.QUESTIONS_ANSWER_DAY
import org.vigie.ui.appointments.AppointmentsText.QUESTIONS_NEW
import org.vigie.ui.appointments.AppointmentsText.QUESTIONS_ONE
import org.vigie.ui.appointments.AppointmentsText.QUESTIONS_TEXT
import org.vigie.ui.form.Ask
import org.vigie.ui.form.Form
import org.vigie.ui.form.FormModel
import org.vigie.ui.form.How
import org.vigie.ui.form.Listed
import org.vigie.ui.form.Option
import org.vigie.ui.form.Reader
import org.vigie.ui.form.careForm
import org.vigie.ui.look.written
import java.time.LocalDate

/** @param done is called once something is kept or taken back. */
class AppointmentForms(private val hand: Hand, private val journal: JournalInterface, private val done: (Plain) -> Unit) {
    /** An appointment. */
    fun appointment(today: LocalDate, kinds: List<Option>, one: Listed<Appointment>?): FormModel<CareEvent> {
        val told = one?.told
        val asks = listOf(
            Ask(APPOINTMENTS_KIND, How.ONE, options = kinds),
            Ask(APPOINTMENTS_DAY, How.DAY),
            Ask(APPOINTMENTS_TIME, How.TIME, APPOINTMENTS_TIME_HINT),
            Ask(APPOINTMENTS_WITH, How.LINE),
            Ask(APPOINTMENTS_PLACE, How.LINE),
            Ask(APPOINTMENTS_DECISION, How.TEXT, APPOINTMENTS_DECISION_HINT),
        )
        val values = mapOf<Plain, String>(
            APPOINTMENTS_KIND to (told?.kind ?: AppointmentKind.CONSULTATION).name,
            APPOINTMENTS_DAY to told?.day?.let(::written).orEmpty(),
            APPOINTMENTS_TIME to told?.time?.toString().orEmpty(),
            APPOINTMENTS_WITH to told?.withWhom.orEmpty(),
            APPOINTMENTS_PLACE to told?.place.orEmpty(),
            APPOINTMENTS_DECISION to told?.decision.orEmpty(),
        )
        val title = if (one == null) APPOINTMENTS_NEW else APPOINTMENTS_ONE
        return careForm(hand, journal, one?.id, Form(title, today, asks, values), done) { CareEvent.Appointment(readAppointment()) }
    }

    private fun Reader.readAppointment() = Appointment(
        day = neededDay(APPOINTMENTS_DAY),
        minute = minute(APPOINTMENTS_TIME),
        kind = one<AppointmentKind>(APPOINTMENTS_KIND) ?: AppointmentKind.CONSULTATION,
        withWhom = label(APPOINTMENTS_WITH),
        place = label(APPOINTMENTS_PLACE),
        decision = note(APPOINTMENTS_DECISION),
    )

    /** A new question, or one with its answer. One that was noted in a check-in keeps its words, and is answered beside it. */
    fun question(today: LocalDate, one: AskedQuestion?): FormModel<CareEvent> {
        val told = one?.question
        val own = told == null || one.id != null
        val asks = listOf(
            Ask(QUESTIONS_TEXT, How.TEXT, onlyIf = { own }),
            Ask(QUESTIONS_ANSWER, How.TEXT, onlyIf = { told != null }),
            Ask(QUESTIONS_ANSWER_DAY, How.DAY, onlyIf = { told != null }),
        )
        val values = mapOf<Plain, String>(
            QUESTIONS_TEXT to told?.text.orEmpty().takeIf { own }.orEmpty(),
            QUESTIONS_ANSWER to told?.answer?.text.orEmpty(),
            QUESTIONS_ANSWER_DAY to if (told == null) "" else written(told.answer?.day ?: today),
        )
        val form = Form(if (told == null) QUESTIONS_NEW else QUESTIONS_ONE, today, asks, values, about = told?.text?.takeUnless { own })
        return careForm(hand, journal, one?.id, form, done) {
            val text = if (own) neededNote(QUESTIONS_TEXT) else checkNotNull(told).text
            val answer = if (own) note(QUESTIONS_ANSWER) else neededNote(QUESTIONS_ANSWER)
            val answered = answer?.let { QuestionAnswer(neededDay(QUESTIONS_ANSWER_DAY), it) }
            CareEvent.Question(Question(told?.day ?: today, text, answered))
        }
    }
}
