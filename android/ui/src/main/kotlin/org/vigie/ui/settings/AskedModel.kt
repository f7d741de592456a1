// What is asked each day: the list, more of it, pain at a place, an own symptom.
package org.vigie.ui.settings

import org.vigie.Item
import org.vigie.JournalInterface
import org.vigie.PainSite
import org.vigie.catalogue
import org.vigie.ownSymptom
import org.vigie.painAt
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.body.BodyLook
import org.vigie.ui.body.Zone
import org.vigie.ui.body.zones
import org.vigie.ui.first.Named

/** What the screen shows. */
data class AskedState(
    /** What was asked when one came, and what was added since: what is taken off can be put back. */
    val shown: List<Named<Item>> = emptyList(),
    val asked: List<Item> = emptyList(),
    val catalogue: List<Named<Item>> = emptyList(),
    /** Where a pain can be asked about by itself, and what is asked then. */
    val zones: List<Zone> = emptyList(),
    val pains: Map<PainSite, Item> = emptyMap(),
    /** The figure or the list of places. */
    val look: BodyLook = BodyLook(),
    val own: String = "",
    val adding: Boolean = false,
    val loaded: Boolean = false,
) {
    /** The places whose pain is asked about. */
    val sites: Set<PainSite>
        get() = pains.filterValues { it in asked }.keys
}

/** Each change is kept at once. */
class AskedModel(hand: Hand, private val journal: JournalInterface) :
    Model<AskedState>(AskedState(), hand),
    Sub {
    init {
        work {
            state = hand.off {
                val asked = journal.profile().list
                val zones = zones(hand.texts.words)
                val pains = zones.associate { it.site to painAt(it.site) }
                AskedState(asked.map(::named), asked, catalogue().map(::named), zones, pains, loaded = true)
            }
        }
    }

    private fun named(item: Item) = Named(item, hand.texts.words.item(item))

    override fun back(): Boolean {
        if (!state.adding) return false
        state = state.copy(adding = false)
        return true
    }

    /** On to the whole list. */
    fun add() {
        state = state.copy(adding = true)
    }

    /** A letter more or less of the own symptom. */
    fun type(text: String) {
        state = state.copy(own = text)
    }

    /** Asks this or not. */
    fun ask(item: Item, on: Boolean) {
        work { keep(item, on) }
    }

    /** Another view of the body, or the list. */
    fun show(look: BodyLook) {
        state = state.copy(look = look)
    }

    /** Asks about a pain at this place, or no longer. */
    fun askAt(site: PainSite) {
        state.pains[site]?.let { ask(it, it !in state.asked) }
    }

    /** Asks the own symptom. */
    fun addOwn() {
        val typed = state.own
        work {
            keep(hand.off { ownSymptom(typed) }, on = true)
            state = state.copy(own = "")
        }
    }

    private suspend fun keep(item: Item, on: Boolean) {
        state = hand.off {
            val profile = journal.profile()
            // In the order in which it was.
            val wanted = if (on) (profile.list + item).distinct() else profile.list - item
            journal.setProfile(profile.copy(list = wanted))
            state.copy(asked = wanted, shown = if (state.shown.any { it.value == item }) state.shown else state.shown + named(item))
        }
    }
}
