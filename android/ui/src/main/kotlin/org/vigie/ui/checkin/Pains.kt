// The part of the check-in about pain: where, how much, what it is like, and what was taken.
package org.vigie.ui.checkin

import androidx.compose.foundation.layout.Box
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import org.vigie.PainDetail
import org.vigie.PainSite
import org.vigie.ui.body.BodyText
import org.vigie.ui.body.Where
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Field
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick

/** A painkiller as it is typed. */
data class Taken(val name: String = "", val helped: Boolean? = null)

@Composable
internal fun Pains(model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[BodyText.BODY_TITLE])
    Small(texts[BodyText.BODY_HOW])
    // One line, the newest: what is under the finger does not move when another is chosen.
    val newest = state.sites.maxByOrNull { state.pains.keys.indexOf(it.site) }?.name
    Box(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) { Body(newest?.let { "✓ $it" } ?: texts[BodyText.BODY_NONE]) }
    Where(state.zones, state.chosenSites, state.look, model::show, model::choose)
    state.questions.forEach { asked -> if (asked.site != null) Pain(asked, asked.site, model) }
    Painkillers(model)
}

@Composable
private fun Pain(asked: Question, site: PainSite, model: CheckInModel) {
    val texts = LocalTexts.current
    val state = model.state
    val detail = state.pains[site] ?: PainDetail()
    Card {
        Rating(asked, model)
        // Those that are asked every day can be passed over; what else was asked nothing is told of.
        if (site !in state.chosenSites) return@Card
        Body(texts[BodyText.BODY_QUALITY], MaterialTheme.typography.titleMedium)
        Chips {
            state.qualities.forEach { (quality, name) ->
                val holds = quality == detail.quality
                Chip(name, holds, { model.describe(site, detail.copy(quality = quality.takeIf { !holds })) }, asked.name)
            }
        }
        Tick(texts[BodyText.BODY_WAKES], detail.wakesAtNight, { on -> model.describe(site, detail.copy(wakesAtNight = on)) })
        val remove = texts[BodyText.BODY_REMOVE]
        Quiet(remove, { model.choose(site) }, "$remove, ${asked.name}")
    }
}

@Composable
private fun Painkillers(model: CheckInModel) {
    val texts = LocalTexts.current
    Heading(texts[BodyText.BODY_PAINKILLERS])
    model.state.painkillers.forEachIndexed { place, taken ->
        val name = texts[BodyText.BODY_PAINKILLER] + if (place == 0) "" else " ${place + 1}"
        Field(name, taken.name, { typed -> model.take(place, taken.copy(name = typed)) })
        Chips {
            for ((helped, text) in listOf(true to BodyText.BODY_HELPED, false to BodyText.BODY_NOT_HELPED)) {
                val holds = taken.helped == helped
                Chip(texts[text], holds, { model.take(place, taken.copy(helped = helped.takeIf { !holds })) }, taken.name.ifBlank { name })
            }
        }
        val remove = texts[BodyText.BODY_REMOVE_PAINKILLER]
        Quiet(remove, { model.take(place, null) }, "$remove, ${taken.name.ifBlank { name }}")
    }
    Secondary(texts[BodyText.BODY_ADD_PAINKILLER], { model.take(model.state.painkillers.size, Taken()) })
}
