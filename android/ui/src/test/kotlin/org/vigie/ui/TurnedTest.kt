// A phone that is turned, and one whose system ends the app in the middle of an answer: what was answered stays.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Answer
import org.vigie.ui.form.FormText
import org.vigie.ui.treatment.TreatmentText
import java.nio.file.Files
import java.nio.file.Path

private const val NOTE = "Une promenade."

class TurnedTest {
    /** To the side and back; looked at from both. */
    private fun Person.turnsAndBack(still: Person.() -> Unit) {
        repeat(2) {
            turns()
            still()
            assertEquals(emptyList<String>(), faults())
        }
    }

    @Test
    fun a_check_in_that_is_turned_goes_on_where_it_was() = onOpen(turnable = true, with = { lived() }) {
        taps(Text.TODAY_CHECK_IN)
        sees(Text.CHECK_IN_ONE_PAGE)
        rates(words.item("fatigue"), 6)
        taps(Text.NEXT)
        rates(words.item("nausea"), 2)
        val page = (app().screen as Screen.CheckIn).model.state.pages[1]
        turnsAndBack { sees(page) }
        taps(Text.BACK)
        taps(Text.CHECK_IN_ONE_PAGE)
        types(Text.CHECK_IN_TEMPERATURE, "36,")
        types(Text.CHECK_IN_WORDS, NOTE)
        turnsAndBack {
            sees(NOTE)
            sees("36,")
        }
        app().lock()
        sees(Text.LOCK_OPEN)
        val draft = checkNotNull(phone.reading { draft() })
        assertEquals(Answer.Rated(6) to NOTE, draft.answers["fatigue"] to draft.note)
        assertEquals(Answer.Rated(2), draft.answers["nausea"])
    }

    @Test
    fun what_is_typed_in_a_form_and_in_the_first_run_is_there_when_it_is_turned() {
        onOpen(turnable = true, with = { lived() }) {
            taps(Text.PLACE_TREATMENT)
            taps(TreatmentText.MEDICINES_TITLE)
            taps(TreatmentText.MEDICINES_ADD)
            types(TreatmentText.MEDICINES_NAME, "capécitabine")
            taps(FormText.FORM_KEEP)
            soonTold()
            turnsAndBack { sees("capécitabine") }
        }
        onScreen(turnable = true) {
            taps(Text.FIRST_BEGIN)
            types(Text.PASSPHRASE, PASSPHRASE)
            types(Text.PASSPHRASE_AGAIN, PASSPHRASE)
            turnsAndBack { sees(Text.FIRST_LOCK_PASSPHRASE) }
            taps(Text.FIRST_LOCK_PASSPHRASE)
            sees(Text.FIRST_CODE_WHY)
            val code = (app().screen as Screen.First).model.state.code
            turnsAndBack { assertEquals(code, (app().screen as Screen.First).model.state.code) }
        }
    }

    @Test
    fun an_app_that_is_ended_in_the_middle_of_an_answer_has_it_when_it_is_opened_again() {
        val home = Files.createTempDirectory("vigie")
        val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val given = listOf("jna.library.path", "vigie.root", "vigie.pictures", "java.awt.headless").map {
            "-D$it=${System.getProperty(it)}"
        }
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val app = ProcessBuilder(listOf(java) + given + listOf("-cp", path, Answering::class.java.name, home.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        try {
            val told = app.inputStream.bufferedReader()
            assertEquals(Answering.KEPT, told.readLine())
            assertTrue("it goes on", app.isAlive)
        } finally {
            app.destroyForcibly().waitFor()
        }
        onScreen(TestPhone(home)) {
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            taps(Text.TODAY_GO_ON)
            sees(Text.CHECK_IN_ONE_PAGE)
            val state = (app().screen as Screen.CheckIn).model.state
            assertEquals(Answer.Rated(6) to NOTE, state.answers["fatigue"] to state.note)
            // What came after may have been kept or not; it is one of those that were given.
            assertTrue(state.answers["nausea"] in listOf(null) + (0..1).map { Answer.Rated(it) })
            app().lock()
            sees(Text.LOCK_OPEN)
        }
        TestPhone(home).reading { verify() }
    }
}

/** The app in a process of its own, by someone who answers on and on. */
object Answering {
    /** What it says once an answer is kept. */
    const val KEPT = "kept"

    @JvmStatic
    fun main(arguments: Array<String>) {
        lateinit var journal: org.vigie.Journal
        onOpen(TestPhone(Path.of(arguments.single())), with = {
            journal = this
            lived()
        }) {
            taps(Text.TODAY_CHECK_IN)
            sees(Text.CHECK_IN_ONE_PAGE)
            taps(Text.CHECK_IN_ONE_PAGE)
            rates(words.item("fatigue"), 6)
            types(Text.CHECK_IN_WORDS, NOTE)
            until("it is kept") { journal.draft()?.note == NOTE }
            println(KEPT)
            while (true) for (rating in 0..1) rates(words.item("nausea"), rating)
        }
    }
}
