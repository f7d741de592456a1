// Days as they are typed.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test
import org.vigie.ui.look.readDay
import org.vigie.ui.look.written
import java.time.LocalDate

class DayFieldTest {
    private val today = LocalDate.of(2026, 11, 23)

    @Test
    fun a_day_is_read_however_it_is_written() {
        val ways = listOf("23/11/2026", "23/11/26", "23.11.26", "23-11-2026", "2026-11-23", "23 11", " 23 / 11 ", "23112026", "23,11,26")
        ways.forEach { assertEquals(it, today, readDay(it, today)) }
        assertEquals(LocalDate.of(2026, 12, 1), readDay("1er/12/2026", today))
        assertEquals(LocalDate.of(2026, 2, 3), readDay("3.2.26", today))
        assertEquals(today, readDay(written(today), today))
    }

    @Test
    fun without_a_year_it_is_the_nearest() {
        assertEquals(LocalDate.of(2027, 1, 5), readDay("5/1", today))
        assertEquals(LocalDate.of(2026, 10, 5), readDay("5/10", today))
        assertEquals(LocalDate.of(2026, 12, 23), readDay("23 12", LocalDate.of(2027, 1, 5)))
        assertEquals(LocalDate.of(2028, 2, 29), readDay("29/2", LocalDate.of(2027, 6, 1)))
    }

    @Test
    fun what_is_no_day_is_none() {
        val none = listOf("", "demain", "23", "31/11/2026", "29/2/2026", "0/1/2026", "11/23/2026", "23/11/026", "1/2/3/4", "99999999999/1")
        none.forEach { assertNull(it, readDay(it, today)) }
    }
}
