// What the core was asked before something else was done may be answered after it, and changes nothing then.
package org.vigie.ui

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.ui.lock.With
import org.vigie.use
import java.util.concurrent.ConcurrentLinkedDeque
import kotlin.coroutines.CoroutineContext

class OvertakenTest {
    /** Where the core is called: each call waits until its turn is given to it. */
    private class Turns : CoroutineDispatcher() {
        private val waiting = ConcurrentLinkedDeque<Runnable>()

        override fun dispatch(context: CoroutineContext, block: Runnable) {
            waiting += block
        }

        suspend fun whenThereAre(calls: Int) {
            while (waiting.size < calls) delay(1)
        }

        fun last() = waiting.removeLast().run()

        fun first() = waiting.removeFirst().run()

        fun firstIfAny() {
            waiting.pollFirst()?.run()
        }
    }

    private val turns = Turns()

    /** The app of somebody who has a journal, before its lock. */
    private fun atTheLock(story: suspend (App) -> Unit): Unit = runBlocking {
        val phone = TestPhone().also { journalOn(it).use {} }
        // Not below this test's own, which would wait for calls whose turn never comes.
        val app = App(phone, CoroutineScope(coroutineContext + SupervisorJob()), turns)
        app.start()
        turns.whenThereAre(1)
        turns.first()
        until { app.screen is Screen.Locked }
        story(app)
        app.journal?.lock()
        Unit
    }

    private suspend fun until(done: () -> Boolean) {
        while (!done()) delay(1)
    }

    private suspend fun opens(app: App) = (app.screen as Screen.Locked).model.run {
        choose(With.PASSPHRASE)
        type(PASSPHRASE)
        open()
    }

    @Test
    fun whether_there_is_a_journal_does_not_close_one_that_was_opened_meanwhile() = atTheLock { app ->
        app.otherLanguage()
        turns.whenThereAre(1)
        opens(app)
        turns.whenThereAre(2)
        turns.last()
        until { app.screen is Screen.Today }
        // The copy of the day and the first screen ask too; what was asked first is answered now.
        turns.whenThereAre(1)
        turns.first()
        repeat(SOON) { delay(1) }
        assertTrue("${app.screen}", app.screen is Screen.Today)
        assertTrue("it is open", app.journal != null)
    }

    @Test
    fun what_was_on_the_screen_leaves_it_before_the_journal_is_locked() = atTheLock { app ->
        opens(app)
        turns.whenThereAre(1)
        turns.first()
        until { app.screen is Screen.Today }
        app.lock()
        assertEquals(Screen.Starting, app.screen)
        app.back()
        assertEquals(Screen.Starting, app.screen)
    }

    @Test
    fun a_journal_that_opens_after_another_was_chosen_stays_locked() = atTheLock { app ->
        opens(app)
        turns.whenThereAre(1)
        app.oneMore("Papa")
        until {
            turns.firstIfAny()
            app.screen is Screen.First
        }
        assertEquals(null, app.journal)
    }

    private companion object {
        /** Milliseconds in which an answer that is there is taken. */
        const val SOON = 50
    }
}
