// A form that was interrupted: what was typed is found again, in the same form and in no other.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.CareEvent
import org.vigie.Journal
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.form.FormText

class FormTest {
    private val Person.journal: Journal
        get() = checkNotNull(app().journal)

    private fun Person.comesBack() {
        types(Text.PASSPHRASE, PASSPHRASE)
        taps(Text.LOCK_OPEN)
        sees(Text.TODAY_BESIDE)
    }

    private fun Person.opensTheForm() {
        taps(Text.PLACE_APPOINTMENTS)
        taps(AppointmentsText.APPOINTMENTS_ADD)
        sees(AppointmentsText.APPOINTMENTS_WITH)
    }

    private fun Person.types() {
        opensTheForm()
        taps("Réunion de concertation (RCP)")
        types(AppointmentsText.APPOINTMENTS_WITH, "Dr Leroy")
        until("it is put aside") { "Dr Leroy" in journal.form()?.values?.values.orEmpty() }
    }

    @Test
    fun what_was_typed_outlives_a_lock_and_is_kept_as_if_nothing_had_happened() = onOpen {
        types()
        app().lock()
        comesBack()
        opensTheForm()
        sees(FormText.FORM_BEGUN_BEFORE)
        sees("Dr Leroy")
        isSound()
        types(AppointmentsText.APPOINTMENTS_DAY, "1.12.26")
        taps(FormText.FORM_KEEP)
        sees(FormText.FORM_KEPT)
        val told = (journal.care().single().event as CareEvent.Appointment).appointment
        assertEquals("Dr Leroy", told.withWhom)
        assertNull(journal.form())
        taps(AppointmentsText.APPOINTMENTS_ADD)
        sees(AppointmentsText.APPOINTMENTS_WITH)
        soonIdle()
        assertTrue("a new one begins empty", said(FormText.FORM_BEGUN_BEFORE) !in shown() && "Dr Leroy" !in shown())
    }

    @Test
    fun it_outlives_the_app_and_can_be_begun_anew() {
        val phone = TestPhone()
        onOpen(phone) {
            types()
            journal.lock()
            takes(phone)
            comesBack()
            opensTheForm()
            sees(FormText.FORM_BEGUN_BEFORE)
            taps(FormText.FORM_BEGIN_ANEW)
            soonGone(FormText.FORM_BEGUN_BEFORE)
            assertTrue("Dr Leroy" !in shown())
            until("it is forgotten") { journal.form() == null }
        }
    }

    @Test
    fun another_form_knows_nothing_of_it() = onOpen {
        types()
        taps(Text.BACK)
        taps(AppointmentsText.QUESTIONS_ADD)
        sees(AppointmentsText.QUESTIONS_TEXT)
        soonIdle()
        assertTrue("Dr Leroy" !in shown() && said(FormText.FORM_BEGUN_BEFORE) !in shown())
        types(AppointmentsText.QUESTIONS_TEXT, "Faut-il une ordonnance ?")
        taps(FormText.FORM_KEEP)
        sees(FormText.FORM_KEPT)
        assertEquals(1, journal.care().size)
    }
}
