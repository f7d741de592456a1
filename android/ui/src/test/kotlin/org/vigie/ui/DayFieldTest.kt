// Days as they are typed, and as one steps from them.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.vigie.ui.look.DayText
import org.vigie.ui.look.readDay
import org.vigie.ui.look.written
import org.vigie.ui.results.ResultsText

class DayFieldTest {
    /** How days are written is the core's to know, with its tests. */
    @Test
    fun what_a_field_writes_is_read_and_what_is_no_day_is_none() {
        assertEquals(TODAY, readDay(written(TODAY), TODAY))
        assertEquals(TODAY.minusDays(1), readDay("22 11", TODAY))
        assertNull(readDay("demain", TODAY))
    }

    @Test
    fun a_typed_day_says_its_weekday_and_steps_go_on_from_it() = onOpen {
        taps(Text.PLACE_RESULTS)
        taps(ResultsText.RESULTS_ADD)
        types(ResultsText.RESULTS_DAY, "3 11")
        sees(DayText.DAY_TUESDAY)
        val later = "Jour du prélèvement, un jour plus tard"
        taps(later)
        taps(later)
        sees("05/11/2026")
        sees(DayText.DAY_THURSDAY)
        types(ResultsText.RESULTS_DAY, "hier peut-être")
        taps("Jour du prélèvement, un jour plus tôt")
        sees("22/11/2026")
    }
}
