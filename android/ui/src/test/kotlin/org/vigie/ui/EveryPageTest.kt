// Every page behind today in both languages, in small and in large letters: nothing is cut off, whatever can be touched is large
// enough and says what it is, and no page asks the core on the thread that draws.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import org.vigie.Lang

@RunWith(Parameterized::class)
class EveryPageTest(private val tour: Tour, private val lang: Lang, private val scale: Float) {
    @Test
    fun no_page_has_a_fault_or_asks_the_core_where_it_is_drawn() {
        val watch = Watch()
        val phone = TestPhone(vault = Inverting, lang = lang)
        val found = mutableMapOf<String, List<String>>()
        onOpen(phone, scale = scale, with = {
            lived()
            tour.also(this, phone)
        }, watch = watch) {
            tour.walk(this) { page ->
                picture("pages-${lang.name.lowercase()}-${scale.toInt()}/${tour.name.lowercase()}-$page")
                found[page] = faults()
            }
        }
        assertEquals(emptyMap<String, List<String>>(), found.filterValues { it.isNotEmpty() })
        assertEquals(emptyMap<String, Set<Thread>>(), watch.onDrawing())
    }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0} {1}, letters {2}")
        fun all(): List<Array<Any>> = listOf(Lang.FR to 1f, Lang.FR to 2f, Lang.EN to 2f).flatMap { (lang, scale) ->
            // Of the usual letters one language: what fits in large ones fits, and what is touched is as large in both.
            Tour.entries.map { arrayOf(it, lang, scale) }
        }
    }
}
