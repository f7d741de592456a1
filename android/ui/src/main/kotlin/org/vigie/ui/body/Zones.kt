// Every place of the body that can be chosen, with its name.
package org.vigie.ui.body

import androidx.compose.ui.geometry.Offset
import org.vigie.PainSite
import org.vigie.Side
import org.vigie.Words
import org.vigie.painSite
import org.vigie.regions

/** A place that can be touched on the map and ticked in the list. */
data class Zone(val site: PainSite, val name: String, val view: View, val group: Group, val at: Offset)

/** What of the body is shown: a view of the map, or the list with one part of it open. */
data class BodyLook(val view: View? = View.FRONT, val group: Group? = null)

/** All of them, in the order of the core: front from head to foot, then back. It calls the core. */
fun zones(words: Words): List<Zone> = regions().flatMap { one ->
    val sides = if (one.hasSides) listOf(Side.RIGHT, Side.LEFT) else listOf(null)
    sides.map { side ->
        val site = painSite(one.region, side)
        Zone(site, words.site(site).replaceFirstChar { it.uppercase() }, one.region.view, one.region.group, place(one.region, side))
    }
}
