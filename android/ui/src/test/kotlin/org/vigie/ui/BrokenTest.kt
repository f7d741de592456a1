// What breaks in the app is told by the tests: where it is done, and where it is drawn.
package org.vigie.ui

import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test

class BrokenTest {
    private val drawing = CoroutineScope(Job() + Dispatchers.Unconfined + CoroutineExceptionHandler { _, _ -> })
    private val broken = Broken()
    private val scope = broken.heard(drawing)

    private fun told() = assertThrows(AssertionError::class.java) { broken.isNone() }.cause?.message

    @Test
    fun what_breaks_where_it_is_done_ends_nothing_else() {
        scope.launch { error("a form") }
        assertEquals("a form", told())
        assertTrue(scope.isActive && drawing.isActive)
    }

    @Test
    fun what_breaks_where_it_is_drawn_is_told_too() {
        drawing.launch { error("a list") }
        assertFalse(scope.isActive)
        assertEquals("a list", told())
    }

    @Test
    fun a_screen_that_is_left_broke_nothing() {
        scope.launch { }
        drawing.cancel()
        broken.isNone()
    }
}
