// The frame of every screen, and the few kinds of text in it.
package org.vigie.ui.look

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.vigie.ui.Text as Said

/** Between one thing and the next. */
val GAP = 16.dp

/** At the edges of the screen: little, since letters may be large. */
val EDGE = 12.dp

/** The way back from what is shown, for the system's own key. A page says it each time it is drawn. */
class WayBack {
    /** One step; null where there is none. */
    var step: (() -> Unit)? = null
}

/** Where a page says its way back. */
val LocalWayBack = staticCompositionLocalOf { WayBack() }

/** What a screen is doing beside its state. */
data class Going(val busy: Boolean = false, val problem: String? = null)

/**
 * A screen: its title, the way back, what can be scrolled, and what is always in reach.
 *
 * @param top scrolls to the top when it changes: another question is another page.
 */
@Composable
fun Page(
    title: String,
    going: Going = Going(),
    back: (() -> Unit)? = null,
    top: Any? = null,
    bottom: (@Composable ColumnScope.() -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    val scroll = rememberScrollState()
    LaunchedEffect(top, going.problem) { scroll.scrollTo(0) }
    Column(
        Modifier.fillMaxSize().background(LocalPalette.current.ground).windowInsetsPadding(WindowInsets.safeDrawing),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Column(Modifier.weight(1f).widthIn(max = 560.dp).fillMaxWidth().verticalScroll(scroll)) {
            TopBar(title, back)
            Column(Modifier.padding(horizontal = EDGE).padding(bottom = GAP), Arrangement.spacedBy(GAP)) {
                going.problem?.let { Notice(it) }
                content()
            }
        }
        Foot(going, bottom)
    }
}

/** That something is at work, and what is always in reach. */
@Composable
internal fun Foot(going: Going, bottom: (@Composable ColumnScope.() -> Unit)?) {
    if (going.busy) Working()
    bottom?.let {
        HorizontalDivider(color = LocalPalette.current.rule)
        Column(Modifier.widthIn(max = 560.dp).padding(horizontal = EDGE, vertical = 8.dp), Arrangement.spacedBy(4.dp), content = it)
    }
}

/** The way back and the title. [edge] is how far they stand from the edge. */
@Composable
internal fun TopBar(title: String, back: (() -> Unit)?, edge: Dp = EDGE) {
    val way = LocalWayBack.current
    SideEffect { way.step = back }
    Column {
        if (back != null) {
            // The button has an edge of its own.
            Row(Modifier.padding(start = edge).offset(x = (-12).dp)) {
                Quiet("‹ " + LocalTexts.current[Said.BACK], back, name = LocalTexts.current[Said.BACK])
            }
        }
        Text(
            breakable(title),
            Modifier.padding(start = edge, end = edge, top = if (back == null) GAP else 0.dp, bottom = 12.dp).semantics { heading() },
            style = MaterialTheme.typography.headlineMedium,
        )
    }
}

@Composable
private fun Working() {
    val working = LocalTexts.current[Said.WORKING]
    LinearProgressIndicator(
        Modifier.fillMaxWidth().semantics {
            contentDescription = working
            liveRegion = LiveRegionMode.Polite
        },
        color = LocalPalette.current.accent,
        trackColor = LocalPalette.current.rule,
    )
}

/** A title within a screen. */
@Composable
fun Heading(text: String) {
    Text(breakable(text), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleLarge)
}

/** In large letters a day is wider than a small screen: what is held together otherwise may break between its words. */
@Composable
internal fun breakable(text: String): String = if (LocalDensity.current.fontScale < LARGE) text else text.replace('\u00A0', ' ')

/** From how much larger than usual. */
private const val LARGE = 1.3f

/** What is read. */
@Composable
fun Body(text: String, style: TextStyle = MaterialTheme.typography.bodyLarge, color: Color = LocalPalette.current.ink) {
    Text(breakable(text), style = style, color = color)
}

/** What is read second. */
@Composable
fun Small(text: String) = Body(text, MaterialTheme.typography.bodyMedium, LocalPalette.current.quiet)

/** Something to be noticed: said aloud when it appears. */
@Composable
fun Notice(text: String) {
    Panel(LocalPalette.current.notice, Modifier.semantics { liveRegion = LiveRegionMode.Assertive }) { Body(text) }
}

/** What belongs together. */
@Composable
fun Card(content: @Composable ColumnScope.() -> Unit) = Panel(LocalPalette.current.card, content = content)

@Composable
private fun Panel(color: Color, modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {
    Column(
        modifier.fillMaxWidth().background(color, RoundedCornerShape(12.dp)).heightIn(min = 48.dp).padding(PADDING),
        Arrangement.spacedBy(10.dp),
        content = content,
    )
}

private val PADDING = PaddingValues(horizontal = EDGE, vertical = GAP)
