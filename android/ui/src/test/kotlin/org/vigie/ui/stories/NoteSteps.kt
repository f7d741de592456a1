// The steps of a story about what is noted, and what comes of it.
package org.vigie.ui.stories

import org.vigie.Cell
import org.vigie.DailyEntry
import org.vigie.OpenPrompt
import org.vigie.OutcomeKind
import org.vigie.tests.story.Fields
import org.vigie.tests.story.answers
import org.vigie.tests.story.cell
import org.vigie.tests.story.day
import org.vigie.tests.story.entry
import org.vigie.tests.story.int
import org.vigie.tests.story.lang
import org.vigie.tests.story.list
import org.vigie.tests.story.member
import org.vigie.tests.story.profile
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Place
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.chart.seriesOf
import org.vigie.ui.form.FormText

/** Is asked about what is to be answered; the table does not say that it was not. */
private fun TappedStory.isAskedFor(entry: DailyEntry) {
    val before = journal.verify().records
    person.asks(askedFor(entry, journal.profile().list))
    more += journal.verify().records - before
}

internal fun TappedStory.record(step: Fields) {
    val entry = step.get("entry", ::entry)
    person.looksAgain()
    val today = journal.today()
    when {
        entry.day != today.day && entry.day !in today.missed -> recorded(step, entry, Untapped.OTHER_DAY)

        // Nothing comes of it, so nothing more is asked for.
        step.has("fails") && today.entries.isNotEmpty() -> {
            person.begins()
            person.fills(entry.copy(answers = entry.answers.filterKeys { it in journal.profile().list }))
            person.notes()
            if (step.text("fails") == "Invalid") isSaid(step) { journal.record(entry) } else isSaid(step)
        }

        else -> noted(step, entry) {
            writesAs(entry.caregiver)
            if (entry.tooUnwell) return@noted taps(Text.TODAY_TOO_UNWELL)
            if (entry.day != today.day) taps(words.weekdayDay(entry.day)) else begins()
            fills(entry)
            notes()
        }
    }
}

private fun Person.begins() = taps(
    when {
        today.state.begun -> Text.TODAY_GO_ON
        today.state.noted != null -> Text.TODAY_MORE
        else -> Text.TODAY_CHECK_IN
    },
)

/** Through the journal. */
private fun TappedStory.recorded(step: Fields, entry: DailyEntry, why: Untapped) {
    if (step.has("fails")) return refusedByTheJournal(step, why) { journal.record(entry) }
    val recorded = throughTheJournal(why) { record(entry) }
    step.maybeText("as")?.let { entries[it] = recorded.id }
    prompts.areTold(recorded.prompt, step, "prompt")
}

/** On the screens: what came of it is shown and is in the journal. */
private fun TappedStory.noted(step: Fields, entry: DailyEntry, way: Person.() -> Unit) {
    isAskedFor(entry)
    val before = journal.entries().map { it.id }.toSet()
    person.goesHome()
    person.way()
    person.soonIdle()
    val made = journal.entries().single { it.id !in before }
    same("what was noted", entry, made.entry)
    step.maybeText("as")?.let { entries[it] = made.id }
    calls(step, if (entry.tooUnwell) Text.TODAY_TOO_UNWELL_DONE else Text.CHECK_IN_DONE)
}

/** What was noted calls for something, and that is shown at once; or it does not, and it is [done]. */
private fun TappedStory.calls(step: Fields, done: Text) {
    val shown = (person.app().screen as? Screen.Prompt)?.model?.state
    val open = journal.openPrompts().lastOrNull().takeIf { shown != null }
    prompts.areTold(open, step, "prompt")
    if (shown == null || open == null) return person.sees(done)
    val said = journal.say(open.id, person.texts.lang)
    person.sees(said.headline)
    same("what is shown", said.reasons, shown.reasons)
}

private fun TappedStory.known(name: String) = checkNotNull(entries[name]) { "nothing is called '$name'" }

internal fun TappedStory.amend(step: Fields) {
    val (id, entry) = known(step.text("of")) to step.get("entry", ::entry)
    isAskedFor(entry)
    person.writesAs(entry.caregiver)
    if (journal.today().entries.lastOrNull()?.id == id) person.looksAgain() else person.reads(id)
    person.taps(Text.TODAY_CHANGE)
    person.fills(entry)
    person.notes()
    same("what was noted", entry, journal.entries().single { it.id == id }.entry)
    calls(step, Text.CHECK_IN_DONE)
}

internal fun TappedStory.withdraw(step: Fields) {
    val id = known(step.text("of"))
    if (step.has("fails")) return refusedByTheJournal(step, Untapped.GONE) { journal.withdraw(id) }
    person.reads(id)
    person.taps(FormText.FORM_REMOVE)
    person.taps(FormText.FORM_REMOVE_YES)
    person.sees(FormText.FORM_REMOVED)
    check(journal.entries().none { it.id == id }) { "it is still there" }
}

internal fun TappedStory.keepDraft(step: Fields) {
    val entry = step.maybe("entry", ::entry)
    if (entry == null) {
        throughTheJournal(Untapped.FORGOTTEN) { same("what is kept", null, draft()) }
        return
    }
    if (entry.sameAsBefore.any { item -> journal.today().asked.find { it.item == item }?.yesterday == null }) {
        throughTheJournal(Untapped.NO_YESTERDAY) { keepDraft(entry) }
        return
    }
    isAskedFor(entry)
    person.writesAs(entry.caregiver)
    person.begins()
    person.fills(entry)
    person.until("it is kept") { journal.draft() == entry }
    person.goesHome()
}

internal fun TappedStory.draft(step: Fields) {
    val draft = step.maybe("entry", ::entry)
    person.looksAgain()
    same("entry", draft, journal.draft())
    if (draft == null) return
    person.taps(Text.TODAY_GO_ON)
    person.soonIdle()
    val state = person.at<Screen.CheckIn>().model.state
    same("what is shown", draft, state.entry(draft.temperature, draft.weight, draft.caregiver))
    person.goesHome()
}

internal fun TappedStory.today(step: Fields) {
    person.looksAgain()
    val today = journal.today()
    prompts.todayIsTold(today, step)
    person.seesToday(today)
}

internal fun TappedStory.resolve(step: Fields) {
    val id = prompts[step.text("prompt")]
    val kind = step.get("outcome") { member<OutcomeKind>(it) }
    val (contact, advice) = step.maybeText("contact") to step.maybeText("advice")
    if (step.has("fails")) return refusedByTheJournal(step, Untapped.GONE) { journal.resolve(id, kind, contact, advice) }
    person.opens(id)
    person.answers(kind, contact, advice)
    val open = journal.openPrompts().find { it.id == id }
    prompts.areTold(open, step, "open")
    val outcome = (open?.outcomes ?: journal.prompts().single { it.id == id }.outcomes).last()
    same("outcome", kind, outcome.kind)
    contact?.let { same("contact", it, outcome.contact) }
    same("advice", advice, outcome.advice)
    person.looksAgain()
    same("what waits", open != null, person.today.state.waiting.any { it.id == id })
}

internal fun TappedStory.silence(step: Fields) {
    val before = journal.openPrompts().map { it.id }
    person.looksAgain()
    val made: OpenPrompt? = journal.openPrompts().singleOrNull { it.id !in before }
    prompts.areTold(made, step, "prompt")
    made?.let { person.sees(journal.say(it.id, person.texts.lang).headline) }
}

internal fun TappedStory.say(step: Fields) {
    person.speaks(step.get("lang", ::lang))
    person.opens(prompts[step.text("prompt")])
    val shown = person.at<Screen.Prompt>().model.state
    step.told("headline", ::text, shown.headline)
    val reasons = step.maybe("reasons_have", ::texts).orEmpty()
    same("how many reasons", reasons.size, shown.reasons.size)
    shown.reasons.zip(reasons).forEach { (reason, part) -> check(part in reason) { "no '$part' in '$reason'" } }
    val parts = step.maybe("what_to_say_has", ::texts).orEmpty()
    parts.forEach { check(it in shown.whatToSay) { "no '$it' in '${shown.whatToSay}'" } }
    (listOf(shown.headline, shown.whatToSay) + shown.reasons).forEach { person.sees(it) }
}

internal fun TappedStory.series(step: Fields) {
    val (item, days) = step.text("item") to step.get("days", ::int)
    val cells = step.get("cells") { list(it, ::cell) }
    same("cells", cells, journal.series(item, days.toUShort()).map { it.cell })
    person.goesTo(Place.TRENDS)
    val series = seriesOf(journal, person.texts, item)?.takeIf { one -> one.points.any { it.rating != null } } ?: return
    person.sees(series.spoken)
    val shown = person.at<Screen.Trends>().model.state.series.single { it.name == series.name }
    val drawn = shown.points.takeLast(days).map { (it.rating to it.unwell) }
    same("what is drawn", cells.map { (it as? Cell.Rated)?.rating to (it is Cell.TooUnwell) }, drawn)
}
