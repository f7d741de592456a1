// The timeline.
package org.vigie.ui.timeline

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListState
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import org.vigie.ui.form.FormText
import org.vigie.ui.form.Removing
import org.vigie.ui.look.Body
import org.vigie.ui.look.Field
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.ListPage
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small
import org.vigie.ui.look.Tick
import androidx.compose.material3.Text as Words
import org.vigie.ui.Text as Said
import org.vigie.ui.timeline.TimelineText as Text

/** Everything that happened; one thing read whole; the kinds that are shown. [correct] leads to an entry that is to be corrected. */
@Composable
fun TimelineScreen(model: TimelineModel, correct: (Noted) -> Unit, leave: () -> Unit) {
    val going = Going(model.busy, model.problem)
    val back = { model.back(leave) }
    // One who comes back to the list finds it where it was left.
    val list = rememberLazyListState()
    val open = model.state.open
    when {
        open != null -> Whole(open, model, correct, going, back)
        model.state.choosing -> Kinds(model, going, back)
        else -> Listed(model, going, list, back)
    }
}

@Composable
private fun Listed(model: TimelineModel, going: Going, list: LazyListState, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    LaunchedEffect(state.done) { if (state.done != null) list.requestScrollToItem(0) }
    ListPage(texts[Text.TIMELINE_TITLE], going, back, list) {
        if (!state.loaded) return@ListPage
        state.done?.let { item { Notice(it) } }
        item { Search(model) }
        if (state.lines.isEmpty()) {
            item { Body(texts[if (state.found == null) Text.TIMELINE_EMPTY else Text.TIMELINE_NOTHING]) }
        }
        items(state.lines, contentType = { it::class }) { line ->
            when (line) {
                is Line.Day -> Heading(line.name)
                is Line.Thing -> Thing(line.row) { model.open(line.row) }
            }
        }
    }
}

@Composable
private fun Search(model: TimelineModel) {
    val texts = LocalTexts.current
    val state = model.state
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Field(texts[Text.TIMELINE_WORDS], state.words, model::type)
        Secondary(texts[Text.TIMELINE_FIND], model::find)
        Quiet(texts[Text.TIMELINE_KINDS], model::openKinds)
        state.only?.let { Small(it) }
        state.found?.let {
            Body(it)
            Quiet(texts[Text.TIMELINE_EVERYTHING], model::everything)
        }
    }
}

/** What it is, and a glimpse of the rest. */
@Composable
private fun Thing(row: Row, open: () -> Unit) {
    val palette = LocalPalette.current
    Column(
        Modifier.fillMaxWidth().clip(SHAPE).background(palette.card).clickable(role = Role.Button, onClick = open)
            .heightIn(min = 52.dp).padding(horizontal = 16.dp, vertical = 12.dp),
        Arrangement.spacedBy(2.dp),
    ) {
        Body(row.title, MaterialTheme.typography.titleMedium)
        if (row.glimpse.isNotEmpty()) {
            Words(
                row.glimpse,
                color = palette.quiet,
                style = MaterialTheme.typography.bodyMedium,
                maxLines = 2,
                overflow = TextOverflow.Ellipsis,
            )
        }
    }
}

@Composable
private fun Whole(row: Row, model: TimelineModel, correct: (Noted) -> Unit, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    Page(row.title, going, back, top = row to model.state.removing) {
        Small(row.day)
        if (model.state.removing) return@Page Removing(model::remove) { model.askToRemove(false) }
        row.text.forEach { Body(it) }
        row.by?.let { Small(it) }
        val noted = row.noted ?: return@Page
        Secondary(texts[Said.TODAY_CHANGE], { correct(noted) })
        Quiet(texts[FormText.FORM_REMOVE], { model.askToRemove(true) })
    }
}

@Composable
private fun Kinds(model: TimelineModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    Page(
        texts[Text.TIMELINE_KINDS],
        going,
        back,
        top = state.choosing,
        bottom = { Primary(texts[Text.TIMELINE_KINDS_DONE], model::find) },
    ) {
        Small(texts[Text.TIMELINE_KINDS_HOW])
        state.kinds.forEach { one ->
            Tick(one.name, one.kind in state.chosen, { model.choose(one.kind, it) })
        }
    }
}

private val SHAPE = RoundedCornerShape(12.dp)
