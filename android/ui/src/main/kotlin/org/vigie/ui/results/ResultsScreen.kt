// The screens of results, scans, and photos or papers.
package org.vigie.ui.results

import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.ContentScale
import org.vigie.ui.chart.ValuesChart
import org.vigie.ui.form.FormScreen
import org.vigie.ui.look.Body
import org.vigie.ui.look.Entry
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small

/** The last value under each name, then scans, then photos and papers. */
@Composable
fun ResultsScreen(model: ResultsModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = { model.back(leave) }
    state.form?.let { return FormScreen(it, back) }
    val title = state.paper?.attachment?.name ?: state.name ?: texts[ResultsText.RESULTS_TITLE]
    Page(title, Going(model.busy, model.problem), back, top = title) {
        if (!state.loaded) return@Page
        state.done?.let { Notice(it) }
        when {
            state.paper != null -> Paper(state.paper, model)
            state.name != null -> Values(state.measured.find { it.name == state.name }, model)
            else -> All(model)
        }
    }
}

@Composable
private fun All(model: ResultsModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[ResultsText.RESULTS_LABS])
    if (state.measured.isEmpty()) Body(texts[ResultsText.RESULTS_NO_LABS])
    state.measured.forEach { one -> Entry(one.name, one.details) { model.see(one.name) } }
    Secondary(texts[ResultsText.RESULTS_ADD], { model.tell() })
    Heading(texts[ResultsText.SCANS_TITLE])
    if (state.scans.isEmpty()) Body(texts[ResultsText.SCANS_NONE])
    state.scans.forEach { one -> Entry(one.title, one.details) { model.tellScan(one) } }
    Secondary(texts[ResultsText.SCANS_ADD], { model.tellScan() })
    Heading(texts[ResultsText.ATTACHMENTS_TITLE])
    if (state.kept.isEmpty()) Body(texts[ResultsText.ATTACHMENTS_NONE])
    state.kept.forEach { one -> Entry(one.attachment.name, one.details) { model.see(one) } }
    Secondary(texts[ResultsText.ATTACHMENTS_ADD], model::tellPaper)
}

@Composable
private fun Values(measured: Measured?, model: ResultsModel) {
    measured?.chart?.let { ValuesChart(it) }
    measured?.values.orEmpty().forEach { one -> Entry(one.title, one.details) { model.correct(one) } }
    Secondary(LocalTexts.current[ResultsText.RESULTS_ADD_VALUE], { model.tell(measured?.values?.firstOrNull()) })
}

@Composable
private fun Paper(one: Kept, model: ResultsModel) {
    val texts = LocalTexts.current
    one.details.forEach { Small(it) }
    val picture = model.state.picture
    when {
        picture != null -> Image(picture, one.attachment.name, Modifier.fillMaxWidth(), contentScale = ContentScale.FillWidth)
        model.state.noPicture -> Notice(texts[ResultsText.ATTACHMENTS_NO_PICTURE])
        else -> Secondary(texts[ResultsText.ATTACHMENTS_LOOK], { model.look(one) }, !model.busy)
    }
    Body(texts[ResultsText.ATTACHMENTS_COPY_WHY])
    Secondary(texts[ResultsText.ATTACHMENTS_COPY], { model.copyOut(one) })
}
