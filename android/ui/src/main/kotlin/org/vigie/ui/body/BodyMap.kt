// Where it hurts: a figure that can be touched, and a list that says the same.
package org.vigie.ui.body

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.focusable
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Fill
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.toggleableState
import androidx.compose.ui.state.ToggleableState
import androidx.compose.ui.unit.dp
import org.vigie.PainSite
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.Fold
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Palette
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick

/** The figure or the list, as [look] says. [choose] is told the place that was touched, chosen before or not. */
@Composable
fun Where(zones: List<Zone>, chosen: Set<PainSite>, look: BodyLook, show: (BodyLook) -> Unit, choose: (PainSite) -> Unit) {
    val texts = LocalTexts.current
    Chips {
        View.entries.forEach { view -> Chip(texts[view.title], look.view == view, { show(BodyLook(view)) }) }
        Chip(texts[BodyText.BODY_LIST], look.view == null, { show(BodyLook(null)) })
    }
    if (look.view != null) {
        Figure(look.view, zones.filter { it.view == look.view }, chosen, { show(BodyLook(View.HEAD)) }, choose)
        return
    }
    Group.entries.forEach { group ->
        val open = look.group == group
        Fold(texts[group.title], open) { show(look.copy(group = group.takeIf { !open })) }
        if (open) zones.filter { it.group == group }.forEach { zone -> Tick(zone.name, zone.site in chosen, { choose(zone.site) }) }
    }
}

private val View.title: BodyText
    get() = when (this) {
        View.FRONT -> BodyText.BODY_FRONT
        View.BACK -> BodyText.BODY_BACK
        View.HEAD -> BodyText.BODY_HEAD
    }

private val Group.title: BodyText
    get() = when (this) {
        Group.HEAD -> BodyText.BODY_GROUP_HEAD
        Group.TRUNK -> BodyText.BODY_GROUP_TRUNK
        Group.ARMS -> BodyText.BODY_GROUP_ARMS
        Group.LEGS -> BodyText.BODY_GROUP_LEGS
        Group.BACK -> BodyText.BODY_GROUP_BACK
    }

/** What can be touched on the figure: a place, or the head, which is then shown enlarged. */
private class Spot(val name: String, val at: Offset, val chosen: Boolean?, val act: () -> Unit)

@Composable
private fun Figure(view: View, zones: List<Zone>, chosen: Set<PainSite>, head: () -> Unit, choose: (PainSite) -> Unit) {
    val texts = LocalTexts.current
    val palette = LocalPalette.current
    val size = view.size()
    val places = zones.map { zone -> Spot(zone.name, zone.at, zone.site in chosen) { choose(zone.site) } }
    val spots by rememberUpdatedState(
        if (view == View.FRONT) listOf(Spot(texts[BodyText.BODY_ENLARGE_HEAD], HEAD_AT, null, head)) + places else places,
    )
    // Left and right are the person's own.
    val sides = listOf(BodyText.BODY_RIGHT, BodyText.BODY_LEFT).let { if (view == View.BACK) it.reversed() else it }
    Row(Modifier.fillMaxWidth().clearAndSetSemantics {}, Arrangement.SpaceBetween) { sides.forEach { Small(texts[it]) } }
    Box(Modifier.fillMaxWidth(), Alignment.TopCenter) {
        BoxWithConstraints(
            Modifier.widthIn(max = WIDEST).fillMaxWidth().aspectRatio(size.width / size.height).pointerInput(view) {
                detectTapGestures { at ->
                    // The nearest of them, so that none has to be hit.
                    val unit = this.size.width / size.width
                    val nearest = spots.minByOrNull { (it.at * unit - at).getDistanceSquared() }
                    if (nearest != null && (nearest.at * unit - at).getDistance() < REACH.toPx()) nearest.act()
                }
            },
        ) {
            val unit = maxWidth / size.width
            Canvas(Modifier.fillMaxSize()) { draw(view, spots, palette) }
            spots.forEach { spot -> Said(spot, Modifier.offset(unit * spot.at.x - TARGET / 2, unit * spot.at.y - TARGET / 2)) }
        }
    }
}

/** Says a place and whether it is chosen, and takes the keys; a touch goes to the nearest place. */
@Composable
private fun Said(spot: Spot, modifier: Modifier) {
    Box(
        modifier.size(TARGET)
            .semantics {
                contentDescription = spot.name
                role = if (spot.chosen == null) Role.Button else Role.Checkbox
                spot.chosen?.let { toggleableState = ToggleableState(it) }
                onClick {
                    spot.act()
                    true
                }
            }
            .onKeyEvent { event ->
                val touched = event.key == Key.Enter || event.key == Key.Spacebar
                if (touched && event.type == KeyEventType.KeyDown) spot.act()
                touched
            }
            .focusable(),
    )
}

private val TARGET = 48.dp
private val REACH = 40.dp
private val WIDEST = 300.dp

private fun DrawScope.draw(view: View, spots: List<Spot>, palette: Palette) {
    val unit = size.width / view.size().width
    val line = Stroke(1.5.dp.toPx(), join = StrokeJoin.Round)
    val body = Path().apply {
        if (view == View.HEAD) ears(unit)
        if (view != View.HEAD) smooth(OUTLINE.map { it * unit })
    }
    val head = Path().apply {
        val (at, half) = if (view == View.HEAD) FACE_AT to FACE_HALF else HEAD_AT to HEAD_HALF
        addOval(Rect((at - Offset(half.width, half.height)) * unit, Size(half.width, half.height) * (2 * unit)))
    }
    for (part in listOf(body, head)) {
        drawPath(part, palette.card, style = Fill)
        drawPath(part, palette.edge, style = line)
    }
    spots.forEach { if (it.chosen == null) magnifier(it.at * unit, palette) else dot(it.at * unit, it.chosen, palette) }
}

/** Behind the head, one at each side. */
private fun Path.ears(unit: Float) {
    for (side in listOf(-1, 1)) {
        addOval(Rect(Offset(FACE_AT.x + side * 36f, 51f) * unit, 7.5f * unit))
    }
}

/** A line that passes near its points, without a corner. */
private fun Path.smooth(points: List<Offset>) {
    fun between(place: Int) = (points[place % points.size] + points[(place + 1) % points.size]) / 2f
    between(0).let { moveTo(it.x, it.y) }
    for (place in 1..points.size) {
        val by = points[place % points.size]
        val to = between(place)
        quadraticTo(by.x, by.y, to.x, to.y)
    }
    close()
}

/** A ring, or when it is chosen a full one with a check mark in it. */
private fun DrawScope.dot(at: Offset, chosen: Boolean, palette: Palette) {
    if (!chosen) {
        drawCircle(palette.ground, 9.dp.toPx(), at)
        drawCircle(palette.edge, 9.dp.toPx(), at, style = Stroke(1.25.dp.toPx()))
        return
    }
    drawCircle(palette.accent, 13.dp.toPx(), at)
    val check = Path().apply {
        moveTo(at.x - 5.dp.toPx(), at.y)
        lineTo(at.x - 1.5.dp.toPx(), at.y + 4.dp.toPx())
        lineTo(at.x + 5.5.dp.toPx(), at.y - 4.dp.toPx())
    }
    drawPath(check, palette.onAccent, style = Stroke(2.5.dp.toPx(), cap = StrokeCap.Round, join = StrokeJoin.Round))
}

/** A plus: there is more to see. */
private fun DrawScope.magnifier(at: Offset, palette: Palette) {
    drawCircle(palette.ground, 13.dp.toPx(), at)
    drawCircle(palette.accent, 13.dp.toPx(), at, style = Stroke(1.5.dp.toPx()))
    val half = 5.5.dp.toPx()
    for (arm in listOf(Offset(half, 0f), Offset(0f, half))) drawLine(palette.accent, at - arm, at + arm, 2.dp.toPx(), StrokeCap.Round)
}
