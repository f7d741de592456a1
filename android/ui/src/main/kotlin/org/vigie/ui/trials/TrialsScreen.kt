// The trials, drawn.
package org.vigie.ui.trials

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import org.vigie.TrialMatch
import org.vigie.ui.look.Body
import org.vigie.ui.look.Card
import org.vigie.ui.look.Going
import org.vigie.ui.look.Heading
import org.vigie.ui.look.LocalTexts
import org.vigie.ui.look.Notice
import org.vigie.ui.look.Page
import org.vigie.ui.look.Primary
import org.vigie.ui.look.Quiet
import org.vigie.ui.look.Secondary
import org.vigie.ui.look.Small

/** What to know, what was found, one of them. */
@Composable
fun TrialsScreen(model: TrialsModel, leave: () -> Unit) {
    val texts = LocalTexts.current
    val state = model.state
    val seen = state.seen
    val found = state.found
    val back = { if (!model.back()) leave() }
    val title = when {
        seen != null -> seen.trial.title
        found != null -> texts[TrialsText.TRIALS_LIST]
        else -> texts[TrialsText.TRIALS_TITLE]
    }
    Page(title, Going(model.busy, model.problem), back, top = Triple(seen, found == null, state.done)) {
        when {
            seen != null -> One(seen)

            found != null -> Found(found, model)

            else -> Beginning(model)
        }
    }
}

@Composable
private fun Beginning(model: TrialsModel) {
    val texts = LocalTexts.current
    val state = model.state
    state.done?.let { Notice(texts[it]) }
    Body(texts[TrialsText.TRIALS_ABOUT])
    Small(texts[TrialsText.TRIALS_PROFILE_HOW])
    Secondary(texts[TrialsText.TRIALS_PROFILE], model::chooseProfile, !model.busy)
    Small(texts[TrialsText.TRIALS_SEARCH_HOW])
    Primary(texts[TrialsText.TRIALS_SEARCH], model::search, !model.busy)
    Quiet(texts[TrialsText.TRIALS_PROFILE_FORGET], model::forgetProfile)
    Heading(texts[TrialsText.TRIALS_KNOW])
    state.passages.forEach { passage ->
        Body(passage.title, MaterialTheme.typography.titleMedium)
        passage.lines.forEach { Body(it) }
    }
}

@Composable
private fun Found(found: List<TrialMatch>, model: TrialsModel) {
    val texts = LocalTexts.current
    val state = model.state
    state.done?.let { Notice(texts[it]) }
    Body(state.foundSaid)
    if (state.notUnderstood.isNotEmpty()) {
        Body(texts[TrialsText.TRIALS_NOT_UNDERSTOOD])
        state.notUnderstood.forEach { Body(it, MaterialTheme.typography.titleMedium) }
    }
    if (found.isEmpty()) {
        Body(texts[TrialsText.TRIALS_LIST_EMPTY])
        return
    }
    Small(texts[TrialsText.TRIALS_LIST_HOW])
    Primary(texts[TrialsText.TRIALS_PAGE], model::makePage, !model.busy)
    found.take(state.shown).forEach { trial ->
        Card {
            Small(trial.heading)
            Body(trial.title, MaterialTheme.typography.titleMedium)
            trial.sites.firstOrNull()?.let { Small(it.text) }
            val see = texts[TrialsText.TRIALS_SEE]
            Quiet(see, { model.see(trial) }, "$see, ${trial.number}")
        }
    }
    if (found.size > state.shown) Secondary(texts[TrialsText.TRIALS_MORE], model::more)
}

@Composable
private fun One(seen: SeenTrial) {
    val trial = seen.trial
    Body(trial.heading)
    seen.updated?.let { Small(it) }
    Lines(TrialsText.TRIALS_MATCHED, trial.matched)
    Lines(TrialsText.TRIALS_UNKNOWN, trial.unknown)
    Lines(TrialsText.TRIALS_JUDGE, trial.judge)
    Lines(TrialsText.TRIALS_SITES, trial.sites.take(MOST_SITES).map { it.text })
    Lines(TrialsText.TRIALS_INCLUSION, trial.inclusion)
    Lines(TrialsText.TRIALS_EXCLUSION, trial.exclusion)
}

@Composable
private fun Lines(title: TrialsText, lines: List<String>) {
    if (lines.isEmpty()) return
    Heading(LocalTexts.current[title])
    lines.forEach { Body("– $it") }
}

/** The nearest of them: some trials have a thousand. */
private const val MOST_SITES = 20
