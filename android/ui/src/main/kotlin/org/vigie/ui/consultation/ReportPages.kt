// The pages of what the team reads, as they are looked at on a phone: the words of the core, one thing below another.
package org.vigie.ui.consultation

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.key
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.dp
import org.vigie.Block
import org.vigie.Group
import org.vigie.Legend
import org.vigie.Line
import org.vigie.TextCell
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.ListPage
import org.vigie.ui.look.LocalPalette
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Small
import org.vigie.ui.look.breakable
import org.vigie.Column as TableColumn
import org.vigie.ui.Text as Said
import org.vigie.ui.consultation.ConsultationText as Texts

/** The page that is looked at. Months of days are long: only what is seen of them is made. */
@Composable
internal fun OnePage(model: ConsultationModel, going: Going, back: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val pages = state.report?.pages ?: return
    val page = pages[state.page]
    val next = texts[if (state.page + 1 < pages.size) Said.NEXT else Texts.CONSULTATION_SHARE]
    // Another page begins at its top.
    key(state.page) {
        ListPage(page.title, going, back, bottom = { Primary(next, model::next) }) {
            item { Small(page.place) }
            when (page) {
                is ReportPage.Told -> page.section.blocks.forEach { block(it) }
                is ReportPage.Drawn -> charts(page, texts[Texts.CONSULTATION_LEGEND])
            }
        }
    }
}

private fun LazyListScope.charts(page: ReportPage.Drawn, legend: String) {
    item { Body(page.charts.how) }
    items(page.charts.charts) { chart ->
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
            Heading(chart.name)
            Small(chart.detail)
            ReportChart(chart, page)
        }
    }
    item {
        Card {
            Body(legend, MaterialTheme.typography.titleMedium)
            page.charts.legend.forEach { Sign(it) }
        }
    }
}

@Composable
private fun Sign(legend: Legend) {
    val palette = LocalPalette.current
    Row(horizontalArrangement = Arrangement.spacedBy(12.dp), verticalAlignment = Alignment.CenterVertically) {
        Canvas(Modifier.size(24.dp)) { sign(legend.sign, center, palette, 7.dp) }
        Small(legend.text)
    }
}

private fun LazyListScope.block(block: Block) {
    when (block) {
        is Block.Text -> item { Body(block.text) }

        is Block.Remark -> item { Small(block.text) }

        is Block.Groups -> items(block.groups) { Box(it) }

        is Block.OwnWords -> {
            item { Heading(block.quotes.title) }
            items(block.quotes.quotes) { quote ->
                One {
                    Small(quote.label)
                    Body(quote.text)
                }
            }
        }

        is Block.Lines -> items(block.lines) { Labelled(it) }

        is Block.Table -> items(block.rows) { TableRow(block.columns, it) }

        // Its picture says where; its words say the same.
        is Block.Body -> item { Body(block.alt) }
    }
}

/** What is read, and said, in one go. */
@Composable
private fun One(content: @Composable () -> Unit) {
    Column(Modifier.semantics(mergeDescendants = true) {}) { Card { content() } }
}

@Composable
private fun Box(group: Group) {
    One {
        Body("${group.sign} ${group.title}".trim(), MaterialTheme.typography.titleMedium)
        if (group.lines.isEmpty()) Small(group.none)
        group.lines.forEach { Labelled(it) }
    }
}

@Composable
private fun Labelled(line: Line) {
    Column(Modifier.semantics(mergeDescendants = true) {}) {
        if (line.label.isNotEmpty()) Body(line.label, MaterialTheme.typography.titleMedium)
        Body(line.text)
    }
}

/** A row as a card: a phone is too narrow for columns. */
@Composable
private fun TableRow(columns: List<TableColumn>, cells: List<TextCell>) {
    One {
        val name = cells.firstOrNull() ?: return@One
        Body(name.text, MaterialTheme.typography.titleMedium)
        cells.zip(columns).drop(1).filter { (cell, _) -> cell.text.isNotBlank() }.forEach { (cell, column) -> Cell(column.title, cell) }
    }
}

@Composable
private fun Cell(title: String, cell: TextCell) {
    val palette = LocalPalette.current
    val said = breakable(cell.text)
    val text = buildAnnotatedString {
        if (title.isNotEmpty()) withStyle(SpanStyle(palette.quiet)) { append("$title  ") }
        withStyle(SpanStyle(palette.ink, fontWeight = if (cell.strong) FontWeight.SemiBold else null)) { append(said) }
    }
    Text(text, style = MaterialTheme.typography.bodyMedium)
}
