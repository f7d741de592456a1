// That everything can be read: contrast as WCAG 2.2 computes it (success criteria 1.4.3 and 1.4.11).
package org.vigie.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.ui.look.Palette

class PaletteTest {
    private fun contrast(one: Color, other: Color): Double {
        val (dark, light) = listOf(one, other).map { it.luminance() + 0.05 }.sorted()
        return light / dark
    }

    @Test
    fun text_stands_out_from_what_it_stands_on() = all { texts }.forEach { (color, on) ->
        assertTrue("$color on $on: ${contrast(color, on)}", contrast(color, on) >= 4.5)
    }

    @Test
    fun what_is_drawn_stands_out_from_what_it_stands_on() = all { graphics }.forEach { (color, on) ->
        assertTrue("$color on $on: ${contrast(color, on)}", contrast(color, on) >= 3.0)
    }

    @Test
    fun black_on_white_is_the_most_there_is() {
        assertTrue(contrast(Color.Black, Color.White) in 20.9..21.1)
        assertTrue(contrast(Color.White, Color.White) in 0.99..1.01)
    }

    private fun all(pairs: Palette.() -> List<Pair<Color, Color>>) = listOf(Palette.LIGHT, Palette.DARK).flatMap(pairs)
}
