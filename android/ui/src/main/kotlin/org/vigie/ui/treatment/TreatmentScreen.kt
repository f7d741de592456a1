// The screens of treatments, medicines and papers.
package org.vigie.ui.treatment

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.Medicine
import org.vigie.ui.Plain
import org.vigie.ui.form.FormScreen
import org.vigie.ui.form.Listed
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Entry
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small

/** What is due stands first, then what is given; the rest stands behind it. */
@Composable
fun TreatmentScreen(model: TreatmentModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val back = { model.back(leave) }
    state.form?.let { return FormScreen(it, back) }
    Page(texts[state.leaf.title], Going(model.busy, model.problem), back, top = state.leaf) {
        if (!state.loaded) return@Page
        state.done?.let { Notice(it) }
        when (state.leaf) {
            Leaf.NOW -> Now(model)
            Leaf.MEDICINES -> Told(state.medicines, TreatmentText.MEDICINES_NONE, TreatmentText.MEDICINES_ADD, model::tellMedicine)
            Leaf.CHANGES -> Told(state.changes, TreatmentText.CHANGES_NONE, TreatmentText.CHANGES_ADD, model::tellChange)
            Leaf.PAPERS -> Papers(model)
        }
    }
}

@Composable
private fun Now(model: TreatmentModel) {
    val texts = LocalTexts.current
    val state = model.state
    if (state.medicines.isNotEmpty()) Doses(model)
    Heading(texts[TreatmentText.TREATMENT_LINES])
    if (state.lines.isEmpty()) Body(texts[TreatmentText.TREATMENT_NO_LINES])
    state.lines.forEach { line -> Entry(line.title, line.details) { model.tellLine(line) } }
    Secondary(texts[TreatmentText.TREATMENT_ADD], { model.tellLine() })
    Leaf.entries.filter { it != Leaf.NOW }.forEach { leaf -> Quiet(texts[leaf.title], { model.turnTo(leaf) }) }
}

@Composable
private fun Doses(model: TreatmentModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[if (state.yesterday) TreatmentText.TREATMENT_DOSES_YESTERDAY else TreatmentText.TREATMENT_DOSES])
    if (state.doses.isEmpty()) Body(texts[TreatmentText.TREATMENT_NO_DOSES])
    state.doses.forEach { Due(it, model) }
    state.taken.forEach { one -> Entry(one.title, one.details) { model.correct(one) } }
    if (!state.yesterday) state.asNeeded.forEach { one -> AsNeeded(one, model) }
    val other = if (state.yesterday) TreatmentText.TREATMENT_SEE_TODAY else TreatmentText.TREATMENT_SEE_YESTERDAY
    Quiet(texts[other], { model.seeYesterday(!state.yesterday) })
}

@Composable
private fun Due(line: DoseLine, model: TreatmentModel) {
    val texts = LocalTexts.current
    if (line.noted != null) return Entry(line.name, listOf(line.noted)) { model.tellDose(line) }
    Card {
        Body(line.name, MaterialTheme.typography.titleMedium)
        val taken = texts[TreatmentText.TREATMENT_TAKEN]
        Secondary(taken, { model.took(line) }, name = "$taken, ${line.name}")
        val otherwise = texts[TreatmentText.TREATMENT_OTHERWISE]
        Quiet(otherwise, { model.tellDose(line) }, "$otherwise, ${line.name}")
    }
}

@Composable
private fun AsNeeded(one: Listed<Medicine>, model: TreatmentModel) {
    val took = LocalTexts.current[TreatmentText.TREATMENT_AS_NEEDED]
    Card {
        Body(one.told.name, MaterialTheme.typography.titleMedium)
        one.told.dose?.let { Small(it) }
        Secondary(took, { model.tellIntake(one.told) }, name = "$took, ${one.told.name}")
    }
}

@Composable
private fun Papers(model: TreatmentModel) {
    val texts = LocalTexts.current
    val state = model.state
    Heading(texts[TreatmentText.PAPERS_CONSENTS])
    Told(state.consents, TreatmentText.PAPERS_NO_CONSENTS, TreatmentText.PAPERS_ADD_CONSENT, model::tellConsent)
    Heading(texts[TreatmentText.PAPERS_WISHES])
    Told(state.wishes, TreatmentText.PAPERS_NO_WISHES, TreatmentText.PAPERS_ADD_WISH, model::tellWish)
}

@Composable
private fun <T> Told(all: List<Listed<T>>, none: Plain, add: Plain, open: (Listed<T>?) -> Unit) {
    val texts = LocalTexts.current
    if (all.isEmpty()) Body(texts[none])
    all.forEach { one -> Entry(one.title, one.details) { open(one) } }
    Secondary(texts[add], { open(null) })
}
