// Appointments and questions, and the calendar that others keep.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Appointment
import org.vigie.AppointmentKind
import org.vigie.CareEvent
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.Lang
import org.vigie.Question
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.form.FormText
import java.time.LocalDate

class AppointmentsTest {
    private val today = LocalDate.of(2026, 11, 23)

    private fun Journal.appointments() = care().mapNotNull { (it.event as? CareEvent.Appointment)?.appointment }

    private fun Journal.some() {
        addCare(CareEvent.Appointment(Appointment(today.plusDays(8), 870u, AppointmentKind.CONSULTATION, "Dr Leroy", "Hôpital de jour")))
        addCare(CareEvent.Appointment(Appointment(today.plusDays(3), null, AppointmentKind.RCP)))
        addCare(CareEvent.Appointment(Appointment(today.minusDays(20), 540u, AppointmentKind.TEST, place = "Laboratoire")))
        addCare(CareEvent.Question(Question(today.minusDays(2), "Puis-je voyager en avril ?")))
        record(DailyEntry(today.minusDays(1), question = "Le vaccin de la grippe ?"))
    }

    @Test
    fun an_appointment_is_told_with_its_slips_corrected_decided_and_taken_back() {
        lateinit var journal: Journal
        onOpen(with = { journal = this }) {
            taps(Text.PLACE_APPOINTMENTS)
            sees(AppointmentsText.APPOINTMENTS_NONE_NEXT)
            taps(AppointmentsText.APPOINTMENTS_ADD)
            taps("Réunion de concertation (RCP)")
            types(AppointmentsText.APPOINTMENTS_DAY, "31/11/2026")
            types(AppointmentsText.APPOINTMENTS_TIME, "25h")
            types(AppointmentsText.APPOINTMENTS_WITH, "Dr Leroy")
            taps(FormText.FORM_KEEP)
            looksAt("Écrivez le jour comme 23/11/2026.")
            picture("appointments-wrong-day")
            types(AppointmentsText.APPOINTMENTS_DAY, "1.12.26")
            sees("mardi")
            taps(FormText.FORM_KEEP)
            looksAt("Heure : une heure, par exemple 09:30")
            sees("Dr Leroy")
            picture("appointments-wrong-time")
            types(AppointmentsText.APPOINTMENTS_TIME, "9h30")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("mardi 1er décembre 2026")
            picture("appointments-kept")
            assertEquals(listOf(Appointment(LocalDate.of(2026, 12, 1), 570u, AppointmentKind.RCP, "Dr Leroy")), journal.appointments())

            taps("Réunion de concertation (RCP)")
            types(AppointmentsText.APPOINTMENTS_DECISION, "On continue, scanner en février.")
            picture("appointments-form")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            sees("On continue, scanner en février.")
            assertEquals("On continue, scanner en février.", journal.appointments().single().decision)

            taps("Réunion de concertation (RCP)")
            taps(FormText.FORM_REMOVE)
            sees(FormText.FORM_REMOVE_SURE)
            picture("appointments-remove")
            taps(FormText.FORM_REMOVE_NO)
            taps(FormText.FORM_REMOVE)
            taps(FormText.FORM_REMOVE_YES)
            sees(FormText.FORM_REMOVED)
            assertEquals(emptyList<Appointment>(), journal.appointments())
            taps(Text.BACK)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun questions_are_asked_and_answered_those_of_a_check_in_too() {
        lateinit var journal: Journal
        onOpen(with = {
            some()
            journal = this
        }) {
            taps(Text.PLACE_APPOINTMENTS)
            sees("Puis-je voyager en avril ?")
            picture("appointments")
            taps(AppointmentsText.QUESTIONS_ADD)
            taps(FormText.FORM_KEEP)
            sees("Texte : au moins un mot")
            types(AppointmentsText.QUESTIONS_TEXT, "Combien de cures encore ?")
            taps(FormText.FORM_KEEP)
            sees("Combien de cures encore ?")
            taps("Le vaccin de la grippe ?")
            types(AppointmentsText.QUESTIONS_ANSWER, "Oui, dès maintenant.")
            types(AppointmentsText.QUESTIONS_ANSWER_DAY, "24/11/2026")
            taps(FormText.FORM_KEEP)
            sees("un jour qui n’est pas dans l’avenir")
            sees("Oui, dès maintenant.")
            picture("appointments-answer")
            taps("Jour de la réponse, Aujourd’hui")
            taps(FormText.FORM_KEEP)
            sees(FormText.FORM_KEPT)
            val (answered, waiting) = journal.questions().partition { it.question.answer != null }
            assertEquals(listOf("Oui, dès maintenant."), answered.map { it.question.answer?.text })
            assertEquals(listOf("Puis-je voyager en avril ?", "Combien de cures encore ?"), waiting.map { it.question.text })
            taps(AppointmentsText.QUESTIONS_ANSWERED)
            sees("Oui, dès maintenant.")
            picture("appointments-answered")
            taps(Text.BACK)
            taps(AppointmentsText.APPOINTMENTS_PAST)
            sees("Laboratoire")
            picture("appointments-past")
            taps(Text.BACK)
            sees(AppointmentsText.QUESTIONS_WAITING)
        }
    }

    @Test
    fun a_calendar_is_read_and_one_is_written_that_tells_nothing() {
        lateinit var journal: Journal
        val phone = TestPhone()
        onOpen(phone, with = { journal = this }) {
            taps(Text.PLACE_APPOINTMENTS)
            taps(AppointmentsText.APPOINTMENTS_CALENDAR)
            picture("appointments-calendar")
            phone.picked = "Bonjour".toByteArray()
            taps(AppointmentsText.APPOINTMENTS_IMPORT_CHOOSE)
            sees("Ce fichier n’est pas un agenda.")
            phone.picked = CALENDAR.toByteArray()
            taps("Examen")
            taps(AppointmentsText.APPOINTMENTS_IMPORT_CHOOSE)
            sees("Un rendez-vous enregistré.")
            picture("appointments-imported")
            assertEquals(listOf(AppointmentKind.TEST), journal.appointments().map { it.kind })
            taps(AppointmentsText.APPOINTMENTS_EXPORT_WRITE)
            sees("Un rendez-vous est écrit dans le fichier.")
            val written = phone.files.getValue("rendez-vous.ics").decodeToString()
            assertTrue(written, written.contains("SUMMARY:Rendez-vous"))
            assertFalse(written, written.contains("Oncologie"))
            taps(AppointmentsText.APPOINTMENTS_DISCREET)
            taps(AppointmentsText.APPOINTMENTS_EXPORT_WRITE)
            until("the whole calendar is written") { phone.files.getValue("rendez-vous.ics").decodeToString().contains("Oncologie") }
        }
    }

    @Test
    fun nothing_chosen_changes_nothing() = onOpen {
        taps(Text.PLACE_APPOINTMENTS)
        taps(AppointmentsText.APPOINTMENTS_CALENDAR)
        assertNull(phone.picked)
        taps(AppointmentsText.APPOINTMENTS_IMPORT_CHOOSE)
        sees(AppointmentsText.APPOINTMENTS_IMPORT)
    }

    @Test
    fun in_english_in_the_dark_and_large() = onOpen(TestPhone(lang = Lang.EN), dark = true, scale = 2f, with = { some() }) {
        taps(Text.PLACE_APPOINTMENTS)
        sees(AppointmentsText.APPOINTMENTS_NEXT)
        picture("appointments-large")
        taps(AppointmentsText.APPOINTMENTS_ADD)
        types(AppointmentsText.APPOINTMENTS_DAY, "1/12/2026")
        picture("appointments-form-large")
        taps(Text.BACK)
        sees(AppointmentsText.APPOINTMENTS_NEXT)
    }

    private companion object {
        val CALENDAR = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Hopital//Agenda//FR
            BEGIN:VEVENT
            UID:1@hopital
            DTSTAMP:20261120T080000Z
            DTSTART;VALUE=DATE:20261203
            SUMMARY:Rendez-vous
            LOCATION:Oncologie
            END:VEVENT
            END:VCALENDAR
        """.trimIndent().replace("\n", "\r\n") + "\r\n"
    }
}
