// The core is never asked on the thread that draws, and one that does not answer holds up nothing but what it was asked.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.DailyEntry
import org.vigie.JournalInterface
import java.lang.reflect.Modifier
import kotlin.concurrent.thread

class SlowCoreTest {
    private val watch = Watch()

    /** Everything that is asked of the core hangs while this is done. */
    private fun Person.whileItHangs(what: Person.() -> Unit) {
        soonIdle()
        watch.hang()
        try {
            what()
            assertTrue("a call hangs all the while", watch.hanging.get() > 0)
        } finally {
            watch.let()
        }
        soonIdle()
    }

    /** A call hangs, and the screen is drawn with the sign that something is at work. */
    private fun Person.saysThatItWorks() {
        until("a call hangs") { watch.hanging.get() > 0 }
        sees(Text.WORKING)
        picture("working-${app().screen::class.simpleName?.lowercase()}")
    }

    @Test
    fun whoever_waits_for_a_place_sees_that_it_works_and_can_go_back() = onOpen(with = { lived() }, watch = watch) {
        // The settings and the trials ask the journal nothing as they open.
        for (place in Place.entries - setOf(Place.SETTINGS, Place.TRIALS)) {
            whileItHangs {
                taps(place.title)
                soonGone(Text.TODAY_BESIDE)
                saysThatItWorks()
                assertTrue(app().stepBack())
                sees(Text.TODAY_BESIDE)
            }
            taps(place.title)
            soonGone(Text.TODAY_BESIDE)
            soonIdle()
            assertTrue(app().stepBack())
            sees(Text.TODAY_BESIDE)
        }
        assertEquals(emptyMap<String, Set<Thread>>(), watch.onDrawing())
    }

    @Test
    fun answers_are_taken_while_the_draft_is_being_kept() = onOpen(with = { lived() }, watch = watch) {
        taps(Text.TODAY_CHECK_IN)
        sees(Text.CHECK_IN_ONE_PAGE)
        whileItHangs {
            rates(words.item("fatigue"), 6)
            until("the draft is on its way") { watch.hanging.get() > 0 }
            taps(Text.NEXT)
            rates(words.item("nausea"), 2)
            taps(Text.NEXT)
            sees(words.question("appetite"))
        }
        app().lock()
        sees(Text.LOCK_OPEN)
        val draft = checkNotNull(phone.reading { draft() })
        assertEquals(setOf("fatigue", "nausea"), draft.answers.keys)
        assertEquals(emptyMap<String, Set<Thread>>(), watch.onDrawing())
    }

    @Test
    fun making_locking_and_opening_a_journal_holds_up_no_frame() = onScreen(watch = watch) {
        taps(Text.FIRST_BEGIN)
        types(Text.PASSPHRASE, PASSPHRASE)
        types(Text.PASSPHRASE_AGAIN, PASSPHRASE)
        whileItHangs {
            taps(Text.FIRST_LOCK_PASSPHRASE)
            saysThatItWorks()
        }
        sees(Text.FIRST_CODE_WHY)
        app().lock()
        sees(Text.LOCK_OPEN)
        types(Text.PASSPHRASE, PASSPHRASE)
        whileItHangs {
            taps(Text.LOCK_OPEN)
            saysThatItWorks()
            taps(Text.LOCK_RESTORE)
            sees(Text.RESTORE_HOW)
            assertTrue(app().stepBack())
        }
        sees(Text.TODAY_BESIDE)
        val asked = setOf("the folder", "the clock", "the mark is read", "the mark is kept")
        assertTrue("${watch.calls.keys}", watch.calls.keys.containsAll(asked))
        assertEquals(emptyMap<String, Set<Thread>>(), watch.onDrawing())
    }

    @Test
    fun a_call_on_the_thread_that_draws_would_be_noticed() = onOpen(watch = watch) {
        val journal = WatchedJournal(journalOn(TestPhone()), watch)
        thread { journal.record(DailyEntry(TODAY, note = "Ailleurs")) }.join()
        assertEquals(emptyMap<String, Set<Thread>>(), watch.onDrawing())
        // The models go on in the thread of this test; what is composed first is on another.
        journal.entries()
        whereItIsDrawn { journal.keys() }
        assertEquals(setOf("entries", "keys"), watch.onDrawing().keys)
    }

    @Test
    fun every_call_of_a_journal_is_noted() {
        fun calls(type: Class<*>) = type.declaredMethods.filter { !it.isSynthetic && !Modifier.isStatic(it.modifiers) }.map { it.name }
        val there = calls(JournalInterface::class.java)
        assertEquals(emptyList<String>(), there - calls(WatchedJournal::class.java).toSet())
        assertTrue("${there.size}", "record" in there)
    }
}
