// What the team reads at the consultation: chosen, looked at page by page, and shared.
package org.vigie.ui.consultation

import org.vigie.Choice
import org.vigie.Item
import org.vigie.JournalInterface
import org.vigie.Lang
import org.vigie.painAt
import org.vigie.ui.Hand
import org.vigie.ui.Model
import org.vigie.ui.look.DayText
import org.vigie.ui.look.readDay
import org.vigie.ui.look.written
import java.time.LocalDate
import org.vigie.ui.consultation.ConsultationPhrase as Phrase
import org.vigie.ui.consultation.ConsultationText as Text

/** Nothing is written before the person asks for a file. */
class ConsultationModel(hand: Hand, private val journal: JournalInterface) :
    Model<ConsultationState>(ConsultationState(lang = hand.texts.lang), hand) {

    init {
        work {
            state = hand.off {
                val usual = journal.usualChoice(hand.texts.lang)
                val whole = journal.wholeChoice(hand.texts.lang)
                state.copy(
                    loaded = true,
                    days = mapOf(Span.USUAL to days(usual), Span.WHOLE to days(whole)),
                    today = journal.today().day,
                    first = written(usual.since),
                    last = written(usual.to),
                )
            }
        }
    }

    private fun days(choice: Choice): Days {
        val words = hand.texts.words
        val name = hand.texts.say(Phrase.CONSULTATION_DAYS, "from" to words.day(choice.since), "to" to words.day(choice.to))
        return Days(choice.since, choice.to, name)
    }

    /** What is chosen. */
    fun choose(to: ConsultationState.() -> ConsultationState) {
        state = state.to()
    }

    /** The choice as the core takes it; null when it is said what is wrong. */
    private suspend fun chosen(): Choice? {
        val now = state
        val known = now.days[now.span]
        val (first, last) = hand.off {
            (known?.first ?: readDay(now.first, now.today)) to (known?.last ?: readDay(now.last, now.today))
        }
        val unread = hand.texts[DayText.DAY_NOT_READ]
        val backwards = if (first != null && last != null && first > last) hand.texts[Text.CONSULTATION_BACKWARDS] else null
        state = now.copy(
            firstWrong = unread.takeIf { first == null },
            lastWrong = if (last == null) unread else backwards,
        )
        if (first == null || last == null || backwards != null) return null
        return Choice(now.lang, first, last, now.withName, now.withNotes, now.without)
    }

    /** The symptoms of these days, to choose among them. */
    fun openItems() {
        work {
            val choice = chosen() ?: return@work
            val items = hand.off { followed(choice.since, choice.to) }
            state = state.copy(step = Step.ITEMS, items = items)
        }
    }

    /** What is asked first, in its order, then what was said beside it. */
    private fun followed(first: LocalDate, last: LocalDate): List<Followed> {
        val entries = journal.entries().map { it.entry }.filter { it.day in first..last }
        val said = entries.flatMap { entry -> entry.answers.keys + entry.pains.keys.map { painAt(it) } }.toSet()
        val asked = journal.profile().list.filter { it in said }
        return (asked + said.sorted()).distinct().map { Followed(it, hand.texts.words.item(it)) }
    }

    /** Tells this symptom, or leaves it out. */
    fun tell(item: Item, told: Boolean) {
        state = state.copy(without = if (told) state.without - item else state.without + item)
    }

    private fun keepItems() {
        val now = state
        work {
            val leftOut = hand.off {
                val names = now.without.map { hand.texts.words.item(it) }
                if (names.isEmpty()) return@off null
                val all = hand.texts.words.list(names)
                hand.texts.say(Phrase.CONSULTATION_LEFT_OUT, "count" to names.size.toLong(), "names" to all)
            }
            state = now.copy(step = Step.CHOOSE, leftOut = leftOut)
        }
    }

    /** Puts in words what is chosen. */
    fun look() {
        work {
            val choice = chosen() ?: return@work
            val report = hand.off { report(choice) }
            state = state.copy(step = Step.CONTENTS, report = report, page = 0)
        }
    }

    private fun report(choice: Choice): Report {
        val head = journal.preview(choice)
        val drawn = head.charts.charts.isNotEmpty()
        val count = 1 + head.sections.size + if (drawn) 1 else 0
        fun place(index: Int) = hand.texts.say(Phrase.CONSULTATION_PAGE, "page" to (index + 2).toLong(), "pages" to count.toLong())
        val told = head.sections.mapIndexed { index, section -> ReportPage.Told(section.title, place(index), section) }
        if (!drawn) return Report(head, told)
        val words = hand.texts.words
        val from = LocalDate.parse(head.charts.first)
        val to = from.plusDays(head.charts.days.toLong() - 1)
        return Report(
            head,
            told + ReportPage.Drawn(head.charts.title, place(told.size), head.charts, words.dayShort(from), words.dayShort(to)),
        )
    }

    /** Turns to this page. */
    fun turn(page: Int) {
        state = state.copy(step = Step.PAGE, page = page)
    }

    /** The page after the one that is looked at; after the last, sharing. */
    fun next() {
        val report = state.report ?: return
        if (state.page + 1 < report.pages.size) turn(state.page + 1) else toShare()
    }

    /** How it may be shared. */
    fun toShare() {
        state = state.copy(step = Step.SHARE, done = null)
    }

    /** Writes the file where the person says. */
    fun share(form: Form) {
        work {
            val choice = chosen() ?: return@work
            state = state.copy(done = null)
            val name = "consultation-${state.today}${form.ending}"
            var secret: String? = null
            val written = hand.phone.writeFile(name, form.kind) { sink ->
                val format = form.format
                if (format == null) secret = journal.exportPage(choice, sink) else journal.export(choice, format, sink)
            }
            val done = hand.off {
                if (written) hand.texts.say(Phrase.CONSULTATION_WRITTEN, "name" to name) else hand.texts[Text.CONSULTATION_NOT_WRITTEN]
            }
            val shown = secret.takeIf { written }
            state = state.copy(done = done, secret = shown, step = if (shown != null) Step.SECRET else Step.SHARE)
        }
    }

    /** One step back, or out by [leave]. The passphrase is shown once. */
    fun back(leave: () -> Unit) {
        problem = null
        when (state.step) {
            Step.CHOOSE -> leave()
            Step.ITEMS -> keepItems()
            Step.CONTENTS -> state = state.copy(step = Step.CHOOSE)
            Step.PAGE -> state = state.copy(step = Step.CONTENTS)
            Step.SHARE -> state = state.copy(step = Step.CONTENTS, done = null)
            Step.SECRET -> state = state.copy(step = Step.SHARE, secret = null)
        }
    }

    /** The language of what is shared. */
    fun speak(lang: Lang) {
        state = state.copy(lang = lang)
    }
}
