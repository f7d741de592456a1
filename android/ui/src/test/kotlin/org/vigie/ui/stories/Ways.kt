// The ways of a person through the app, from wherever they are: home, to a place, out of the journal and into it.
package org.vigie.ui.stories

import org.vigie.EntryId
import org.vigie.Journal
import org.vigie.Lang
import org.vigie.OutcomeKind
import org.vigie.PromptId
import org.vigie.TodayView
import org.vigie.Words
import org.vigie.tests.story.day
import org.vigie.tests.story.entry
import org.vigie.tests.story.lang
import org.vigie.tests.story.moment
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.ui.Person
import org.vigie.ui.Phrase
import org.vigie.ui.Place
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.Texts
import org.vigie.ui.timeline.Line
import org.vigie.ui.timeline.TimelineModel
import org.vigie.ui.today.TodayModel

internal val Person.texts: Texts
    get() = checkNotNull(app().texts)

internal val Person.words: Words
    get() = texts.words

/** What is open: what the screens did is read from it. */
internal val Person.journal: Journal
    get() = checkNotNull(app().journal) { "the journal is closed" }

/** The model of the screen that is shown. */
internal inline fun <reified S : Screen> Person.at(): S =
    checkNotNull(app().screen as? S) { "not ${S::class.simpleName}, but ${app().screen}; there is: ${shown()}" }

internal val Person.today: TodayModel
    get() = at<Screen.Today>().model

/** Back to the first screen of the open journal. */
internal fun Person.goesHome() {
    soonIdle()
    while (app().screen !is Screen.Today) {
        taps(Text.BACK)
        soonIdle()
    }
}

/** Whoever notes from now on: a relative, or the person. */
internal fun Person.writesAs(relative: String?) {
    goesHome()
    if (today.state.relative == relative) return
    taps(if (today.state.relative == null) Text.TODAY_RELATIVE else Text.TODAY_RELATIVE_OTHER)
    soonIdle()
    if (relative == null) return taps(Text.TODAY_MYSELF)
    types(Text.TODAY_RELATIVE_NAME, relative)
    taps(Text.TODAY_RELATIVE_TAKE)
}

internal fun Person.goesTo(place: Place) {
    goesHome()
    taps(place.title)
    soonIdle()
}

/** The first screen as it is now: time went by, or something was done without it. */
internal fun Person.looksAgain() {
    goesTo(Place.SETTINGS)
    goesHome()
}

internal fun Person.locks() {
    goesHome()
    taps(Text.LOCK_NOW)
    sees(Text.LOCK_OPEN)
}

/** The call to act, opened from the first screen. */
internal fun Person.opens(prompt: PromptId) {
    looksAgain()
    val place = today.state.waiting.indexOfFirst { it.id == prompt }
    check(place >= 0) { "it does not wait on the first screen: ${shown()}" }
    taps(texts[Text.TODAY_SEE_PROMPT], place)
    soonIdle()
    sees(Text.PROMPT_AND_THEN)
}

/** What was noted on a day, read whole in the timeline. */
internal fun Person.reads(entry: EntryId) {
    goesTo(Place.TIMELINE)
    val model: TimelineModel = at<Screen.Timeline>().model
    val rows = model.state.lines.filterIsInstance<Line.Thing>().map { it.row }
    val row = checkNotNull(rows.find { it.noted?.id == entry }) { "it is not in the timeline" }
    reaches(row.title)
    taps(row.title, rows.filter { it.title == row.title }.indexOf(row))
    soonIdle()
    same("what is read", row, model.state.open)
}

/** The first screen says what the journal says of today. */
internal fun Person.seesToday(view: TodayView) {
    sees(words.weekdayDay(view.day))
    when {
        view.entries.isNotEmpty() -> sees(Text.TODAY_NOTED)
        view.asked.isEmpty() -> sees(Text.TODAY_NOTHING_ASKED)
        else -> sees(texts[if (journal.draft() == null) Text.TODAY_CHECK_IN else Text.TODAY_GO_ON])
    }
    view.treatmentDay?.let { sees(texts.say(Phrase.TODAY_TREATMENT_DAY, "day" to it.toLong())) }
    same("treatment day", view.treatmentDay != null, today.state.treatmentDay != null)
    same("missed", view.missed, today.state.missed.map { it.day })
    view.missed.forEach { sees(words.weekdayDay(it)) }
    same("what waits", view.open.map { it.id to it.overdue }, today.state.waiting.map { it.id to it.overdue })
    view.open.forEach { open ->
        sees(journal.say(open.id, texts.lang).headline)
        sees(if (open.overdue) texts[Text.TODAY_OVERDUE] else texts.say(Phrase.PROMPT_DUE, "moment" to words.moment(open.due)))
    }
}

/** Says what became of the call to act that is shown. */
internal fun Person.answers(kind: OutcomeKind, contact: String?, advice: String?) {
    taps(
        when (kind) {
            OutcomeKind.REACHED -> Text.PROMPT_REACHED
            OutcomeKind.NO_ANSWER -> Text.PROMPT_NO_ANSWER
            OutcomeKind.LATER -> Text.PROMPT_LATER
            OutcomeKind.ALREADY_KNOWN -> Text.PROMPT_ALREADY_KNOWN
            OutcomeKind.PREFER_NOT -> Text.PROMPT_PREFER_NOT
        },
    )
    if (kind == OutcomeKind.REACHED) {
        types(Text.PROMPT_WHO, contact.orEmpty())
        types(Text.PROMPT_ADVICE, advice.orEmpty())
        taps(Text.PROMPT_KEEP)
    }
    soonIdle()
}

/** Reads the app in this language from now on. */
internal fun Person.speaks(lang: Lang) {
    if (texts.lang == lang) return
    goesTo(Place.SETTINGS)
    taps(Text.OTHER_LANGUAGE)
    until("it is in the other language") { texts.lang == lang && app().screen is Screen.Today }
    goesHome()
}
