// The walk of docs/walks/patient.md through the app, done as it is written there.
package org.vigie.ui

import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.Lang
import java.io.File

/** A step: what is done, to what, and with what. */
private val STEP = Regex("""\d+\. (Touch|See|Rate|Type) (?:`(.+)` into )?\*\*(.+)\*\*(?: `(\d+)`)?""")

/** What the page calls the recovery code, which is another each time. */
private const val CODE = "the code"

class WrittenWalkTest {
    @Test
    fun the_first_evening_goes_as_the_page_says() = onScreen(TestPhone(lang = Lang.EN)) {
        val page = File(System.getProperty("vigie.root"), "docs/walks/patient.md").readLines()
        val steps = page.filter { it.matches(Regex("""\d+\. .*""")) }
        assertTrue("the page has steps", steps.size > 20)
        var code = ""
        for (step in steps) {
            val (verb, typed, what, rating) = checkNotNull(STEP.matchEntire(step)) { "no step: $step" }.destructured
            (app().screen as? Screen.First)?.let { first -> first.model.state.code.takeIf { it.isNotEmpty() }?.let { code = it } }
            when (verb) {
                "Touch" -> taps(what)
                "See" -> sees(what)
                "Rate" -> rates(what, rating.toInt())
                else -> types(what, if (typed == CODE) code else typed)
            }
        }
    }
}
