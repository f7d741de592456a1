// A relative who notes for the person, and a day that is told twice.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.Author
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.form.FormText
import org.vigie.ui.settings.SettingsText
import org.vigie.ui.stories.writesAs

class WhoTest {
    private val Person.journal: Journal
        get() = checkNotNull(app().journal)

    @Test
    fun what_a_relative_notes_bears_their_name_until_the_journal_is_locked() = onOpen(with = {
        setProfile(profile().copy(list = listOf("fatigue")))
    }) {
        writesAs("Paul")
        sees("Ce qui est noté maintenant l’est au nom de Paul.")
        isSound()
        taps(Text.TODAY_CHECK_IN)
        rates("Fatigue", 4)
        taps(Text.CHECK_IN_ONE_PAGE)
        until("the draft bears it too") { journal.draft()?.caregiver == "Paul" }
        taps(Text.CHECK_IN_NOTE)
        sees(Text.TODAY_NOTED)
        assertEquals("Paul", journal.entries().single().entry.caregiver)
        taps(Text.PLACE_APPOINTMENTS)
        taps(AppointmentsText.QUESTIONS_ADD)
        types(AppointmentsText.QUESTIONS_TEXT, "Faut-il une ordonnance ?")
        taps(FormText.FORM_KEEP)
        sees(FormText.FORM_KEPT)
        assertEquals(Author.Caregiver("Paul"), journal.care().single().author)
        taps(Text.BACK)
        taps(Text.LOCK_NOW)
        types(Text.PASSPHRASE, PASSPHRASE)
        taps(Text.LOCK_OPEN)
        sees(Text.TODAY_BESIDE)
        assertTrue("Paul" !in shown())
        // Who noted before is offered by name.
        taps(Text.TODAY_RELATIVE)
        taps("Paul")
        taps(Text.TODAY_RELATIVE_OTHER)
        taps(Text.TODAY_MYSELF)
        taps(Text.TODAY_CHANGE)
        soonIdle()
        taps(Text.CHECK_IN_NOTE)
        sees(Text.TODAY_NOTED)
        assertNull("who corrects it says it themselves", journal.entries().single().entry.caregiver)
    }

    @Test
    fun another_language_changes_nothing_of_who_notes() = onOpen {
        writesAs("Paul")
        taps(SettingsText.SETTINGS_TITLE)
        taps(Text.OTHER_LANGUAGE)
        sees("What is written now is saved under the name of Paul.")
    }

    @Test
    fun a_day_can_be_told_twice_and_both_count() = onOpen(with = {
        setProfile(profile().copy(list = listOf("fatigue")))
        record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(2))))
    }) {
        taps(Text.TODAY_MORE)
        soonIdle()
        rates("Fatigue", 6)
        taps(Text.BACK)
        until("what was begun is kept") { journal.draft()?.answers == mapOf("fatigue" to Answer.Rated(6)) }
        taps(Text.TODAY_GO_ON)
        soonIdle()
        taps(Text.CHECK_IN_ONE_PAGE)
        taps(Text.CHECK_IN_NOTE)
        sees(Text.TODAY_NOTED)
        assertEquals(listOf(2, 6), journal.entries().map { (it.entry.answers.getValue("fatigue") as Answer.Rated).rating })
        assertEquals(2, journal.today().entries.size)
    }

    @Test
    fun a_name_that_was_not_meant_changes_nothing() = onOpen {
        taps(Text.TODAY_RELATIVE)
        types(Text.TODAY_RELATIVE_NAME, "Pau")
        taps(Text.TODAY_RELATIVE_LEAVE)
        soonGone(Text.TODAY_WHO)
        sees(Text.TODAY_RELATIVE)
        assertTrue("Pau" !in shown())
    }
}
