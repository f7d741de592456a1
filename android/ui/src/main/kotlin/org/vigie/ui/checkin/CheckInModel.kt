// Answering: each touch is kept at once, and noted in the journal at the end.
package org.vigie.ui.checkin

import kotlinx.coroutines.launch
import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Doubt
import org.vigie.EntryId
import org.vigie.Item
import org.vigie.JournalException
import org.vigie.JournalInterface
import org.vigie.Measure
import org.vigie.PainDetail
import org.vigie.PainQuality
import org.vigie.PainSite
import org.vigie.PromptId
import org.vigie.Recorded
import org.vigie.Scale
import org.vigie.alarms
import org.vigie.doubtOfTyped
import org.vigie.get
import org.vigie.itemKind
import org.vigie.painAt
import org.vigie.readTemperature
import org.vigie.readWeight
import org.vigie.sentence
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.Phrase
import org.vigie.ui.Text
import org.vigie.ui.body.BodyLook
import org.vigie.ui.body.zones
import org.vigie.ui.look.MOST
import java.time.LocalDate

/** Kept when the person wants everything on one page. */
internal const val ONE_PAGE = "check-in-on-one-page"

/** @param noted is called when the entry is durable, with the prompt it gave. */
class CheckInModel(
    hand: Hand,
    private val journal: JournalInterface,
    day: LocalDate,
    amends: EntryId?,
    private val noted: (PromptId?, Text) -> Unit,
) : Model<CheckInState>(CheckInState(day = day, amends = amends), hand) {
    /** What the draft says, so that it is not written twice. */
    private var kept: CheckInState? = null

    /** It was noted: there is nothing to keep any more. */
    private var ended = false

    init {
        work { state = hand.off { prepared(state) } }
    }

    private fun prepared(from: CheckInState): CheckInState {
        val words = hand.texts.words
        val today = journal.today()
        val yesterday = today.asked.associate { it.item to (it.yesterday as? Answer.Rated)?.rating }
        val kept = from.amends?.let { id -> journal.entries().find { it.id == id }?.entry }
        val draft = journal.draft()?.takeIf { kept == null && it.day == from.day }
        val start = kept ?: draft
        val asked = today.asked.map { it.item }
        val items = (asked + start?.answers?.keys.orEmpty() + start?.pains?.keys.orEmpty().map { painAt(it) }).distinct()
        val kinds = items.associateWith { itemKind(it) }
        val asksPain = kinds.values.any { it.isPain } || start?.painkillers.orEmpty().isNotEmpty()
        val zones = if (asksPain) zones(words) else emptyList()
        val parts = kinds.values.count { it.site == null } + OTHER_PARTS + if (asksPain) 1 else 0
        return from.copy(
            loaded = true,
            dayName = words.weekdayDay(from.day),
            questions = items.map { item ->
                question(item, item in asked, yesterday[item]?.takeIf { from.day == today.day && kept == null }?.let(::yesterday))
            },
            asksPain = asksPain,
            zones = zones,
            addable = zones.associate { it.site to question(painAt(it.site), asked = false, yesterday = null) },
            qualities = PainQuality.entries.map { it to words.quality(it) },
            severities = (0..MOST).map(words::severity),
            generals = (0..WORST_STATE).map(words::performance),
            pages = (1..parts).map { hand.texts.say(Phrase.CHECK_IN_PAGE, "page" to it.toLong(), "pages" to parts.toLong()) },
            signs = alarms().map { Sign(it, words.alarm(it)) },
            askTemperature = today.askTemperature,
            onePage = hand.home.settings[ONE_PAGE] != null,
            base = kept,
        ).filledFrom(start)
    }

    private fun question(item: Item, asked: Boolean, yesterday: Yesterday?): Question {
        val words = hand.texts.words
        val kind = itemKind(item)
        val hasWords = kind.scale == Scale.SEVERITY
        return Question(item, words.item(item), words.question(item), words.scale(kind.scale), yesterday, hasWords, kind.site, asked)
    }

    private fun yesterday(rating: Int) = Yesterday(
        rating,
        hand.texts.say(Phrase.CHECK_IN_AS_YESTERDAY, "rating" to rating.toLong()),
        hand.texts.say(Phrase.CHECK_IN_TAKEN_OVER, "rating" to rating.toLong()),
    )

    private fun CheckInState.filledFrom(entry: DailyEntry?): CheckInState = if (entry == null) {
        this
    } else {
        copy(
            answers = entry.answers,
            same = entry.sameAsBefore,
            general = entry.state,
            temperature = entry.temperature?.let(hand.texts::measured).orEmpty(),
            weight = entry.weight?.let(hand.texts::measured).orEmpty(),
            ticks = entry.ticks,
            pains = entry.pains,
            painkillers = entry.painkillers.map { Taken(it.name, it.helped) },
            treated = entry.administration != null,
            treatment = entry.administration?.name.orEmpty(),
            note = entry.note.orEmpty(),
            question = entry.question.orEmpty(),
        )
    }

    /** Rates an item. */
    fun rate(item: Item, rating: Int) = change { copy(answers = answers + (item to Answer.Rated(rating)), same = same - item) }

    /** Leaves an item out today, or takes the leaving out back. */
    fun skip(item: Item) = change {
        val back = answers[item] is Answer.Skipped
        copy(answers = if (back) answers - item else answers + (item to Answer.Skipped), same = same - item)
    }

    /** Takes yesterday's rating of an item, marked as taken over. */
    fun sameAsYesterday(item: Item) = change { takenOver { it.item == item } }

    /** Takes yesterday's rating of everything that has no answer yet, and shows all of it, to change what is different. */
    fun allAsYesterday() = change { takenOver { it.item !in answers }.copy(onePage = true, page = 0) }

    private fun CheckInState.takenOver(which: (Question) -> Boolean): CheckInState {
        val taken = questions.filter(which).mapNotNull { asked -> asked.yesterday?.let { asked.item to Answer.Rated(it.rating) } }
        return copy(answers = answers + taken, same = same + taken.map { it.first })
    }

    /** Another view of the body, or the list. */
    fun show(look: BodyLook) {
        state = state.copy(look = look)
    }

    /** It hurts here; or, when that was said before, it does not. */
    fun choose(site: PainSite) {
        if (site in state.chosenSites) return change { without(site) }
        if (state.questions.any { it.site == site }) return change { copy(pains = pains + (site to PainDetail())) }
        val added = state.addable[site] ?: return
        change { copy(questions = questions + added, pains = pains + (site to PainDetail())) }
    }

    private fun CheckInState.without(site: PainSite): CheckInState {
        val gone = questions.filter { it.site == site }
        val items = gone.map { it.item }.toSet()
        val rest = questions - gone.filter { !it.asked }.toSet()
        return copy(questions = rest, answers = answers - items, same = same - items, pains = pains - site)
    }

    /** What a pain is like. */
    fun describe(site: PainSite, detail: PainDetail) = change { copy(pains = pains + (site to detail)) }

    /** A painkiller at its place in the list; null takes it off. */
    fun take(place: Int, taken: Taken?) = change {
        copy(painkillers = painkillers.take(place) + listOfNotNull(taken) + painkillers.drop(place + 1))
    }

    /** How one manages; the same again takes it back. */
    fun manage(general: Int) = change { copy(general = general.takeIf { it != this.general }) }

    /** A sign of alarm. */
    fun tick(alarm: Alarm, on: Boolean) = change { copy(ticks = if (on) ticks + alarm else ticks - alarm) }

    /** What is typed. What was doubtful is looked at anew. */
    fun type(to: CheckInState.() -> CheckInState) = change { to().copy(slips = emptyMap()) }

    /** Takes what was meant in place of what was typed. */
    fun correct(what: Measure) {
        val meant = state.slips[what]?.meant ?: return
        change {
            val rest = slips - what
            if (what == Measure.TEMPERATURE) copy(temperature = meant, slips = rest) else copy(weight = meant, slips = rest)
        }
    }

    /** Everything on one page, or one question after the other: as the person likes, from now on. */
    fun onePage(on: Boolean) {
        hand.home.settings[ONE_PAGE] = "yes".takeIf { on }
        state = state.copy(onePage = on, page = 0)
    }

    /** On to the next page. */
    fun next() {
        state = state.copy(page = (state.page + 1).coerceAtMost(state.parts.lastIndex))
    }

    /** One page back. False on the first. */
    fun back(): Boolean {
        if (state.again) {
            state = state.copy(slips = emptyMap(), again = false)
            return true
        }
        if (state.onePage || state.page == 0) return false
        state = state.copy(page = state.page - 1)
        return true
    }

    private fun change(to: CheckInState.() -> CheckInState) {
        if (!state.loaded) return
        state = state.to()
        hand.scope.launch { hand.off { keep() } }
    }

    /** As it stands. What is typed and no number yet is left out. */
    private fun unfinished(draft: CheckInState): DailyEntry {
        val celsius = draft.temperature.ifBlank { null }?.let { orNull { readTemperature(it) } }
        val kilograms = draft.weight.ifBlank { null }?.let { orNull { readWeight(it) } }
        return draft.entry(celsius, kilograms, hand.relative)
    }

    /** Keeps what stands there now, as a draft. Called off the thread that draws: after each touch, and before the journal is locked. */
    @Synchronized
    fun keep() {
        val now = state
        if (ended || !now.loaded || now.amends != null || now == kept) return
        try {
            journal.keepDraft(unfinished(now))
            kept = now
        } catch (_: JournalException) {
            // A draft that cannot be kept is no reason to stop someone from answering: noting the entry tells.
        }
    }

    private fun <T> orNull(read: () -> T): T? = try {
        read()
    } catch (_: JournalException.Invalid) {
        null
    }

    /** Notes it. Numbers that may be a slip are asked about once. */
    fun note() {
        val now = state
        work {
            val celsius = hand.off { read(Measure.TEMPERATURE, now.temperature, ::readTemperature) }
            val kilograms = hand.off { read(Measure.WEIGHT, now.weight, ::readWeight) }
            val entry = now.entry(celsius.value, kilograms.value, hand.relative)
            // What was looked at already is meant as it is.
            val doubted = if (now.slips.isEmpty()) hand.off { journal.doubts(entry) }.associate { it.what to slip(it) } else emptyMap()
            val slips = doubted + listOf(celsius, kilograms).mapNotNull { read -> read.slip?.let { read.what to it } }
            if (slips.isNotEmpty()) {
                state = now.copy(slips = slips, again = true)
                return@work
            }
            noted(hand.off { recorded(now, entry) }.prompt?.id, Text.CHECK_IN_DONE)
        }
    }

    /** Too unwell to go on: what was answered counts, the rest is told as such. One tap. */
    fun tooUnwell() {
        val now = state
        work {
            val recorded = hand.off { ending { journal.recordTooUnwell(unfinished(now)) } }
            noted(recorded.prompt?.id, Text.TODAY_TOO_UNWELL_DONE)
        }
    }

    private fun recorded(now: CheckInState, entry: DailyEntry): Recorded = ending {
        when (val amends = now.amends) {
            null -> journal.record(entry).also { journal.keepDraft(null) }
            else -> journal.amend(amends, entry)
        }
    }

    /** No draft that is still on its way comes after what is noted here. */
    @Synchronized
    private fun ending(note: () -> Recorded): Recorded = note().also { ended = true }

    /** What was typed for a measure: its value, or why it is none. */
    private class Typed(val what: Measure, val value: Double?, val slip: Slip?)

    private fun read(what: Measure, typed: String, read: (String) -> Double): Typed = try {
        Typed(what, typed.ifBlank { null }?.let(read), null)
    } catch (failure: JournalException) {
        val said = Slip(failure.sentence(hand.texts.lang), meant = null, offer = null, impossible = true)
        Typed(what, null, doubtOfTyped(what, typed)?.let(::slip)?.copy(impossible = true) ?: said)
    }

    private fun slip(doubt: Doubt): Slip {
        val meant = doubt.guess?.value?.let(hand.texts::measured)
        val offer = meant?.let { hand.texts.say(Phrase.CHECK_IN_MEANT, "value" to it) }
        return Slip(doubt.said[hand.texts.lang], meant, offer, impossible = false)
    }

    private companion object {
        /** General state, measures, signs of alarm, and the rest. */
        const val OTHER_PARTS = 4
        const val WORST_STATE = 4
    }
}
