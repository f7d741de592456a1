// The steps of a story around the symptoms: care, files, what is shared.
package org.vigie.ui.stories

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import org.vigie.Author
import org.vigie.asSource
import org.vigie.minuteOfDay
import org.vigie.tests.story.Breaking
import org.vigie.tests.story.Fields
import org.vigie.tests.story.Refusing
import org.vigie.tests.story.anyBytes
import org.vigie.tests.story.code
import org.vigie.tests.story.count
import org.vigie.tests.story.day
import org.vigie.tests.story.event
import org.vigie.tests.story.fileIsTold
import org.vigie.tests.story.files
import org.vigie.tests.story.flag
import org.vigie.tests.story.int
import org.vigie.tests.story.list
import org.vigie.tests.story.minute
import org.vigie.tests.story.moment
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.tests.story.streamFailure
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Place
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.form.FormText
import org.vigie.ui.look.written
import org.vigie.ui.results.ResultsText
import java.io.ByteArrayInputStream
import java.time.LocalDate

internal fun TappedStory.care(step: Fields) {
    val (event, by) = step.get("event", ::event) to step.maybeText("by")
    val before = journal.care().map { it.id }
    person.writesAs(by)
    when {
        step.has("fails") -> return person.tells(event).also { isSaid(step) { minuteOfDay(time(MINUTES)) } }
        else -> person.tells(event)
    }
    val made = journal.care().single { it.id !in before }
    same("by", by, (made.author as? Author.Caregiver)?.name)
    same("what was told", event, made.event)
    step.maybeText("as")?.let { care[it] = made.id }
}

private fun TappedStory.told(name: String) = checkNotNull(care[name]) { "nothing is called '$name'" }

internal fun TappedStory.isKept(step: Fields) {
    same("by", null, step.maybeText("by"))
    same("what was told", step.get("event", ::event), journal.care().single { it.id == told(step.text("of")) }.event)
}

internal fun TappedStory.withdrawCare(step: Fields) {
    val id = told(step.text("of"))
    if (step.has("fails")) return refusedByTheJournal(step, Untapped.GONE) { journal.withdrawCare(id) }
    person.takesBack(journal.care().single { it.id == id }.event)
    check(journal.care().none { it.id == id }) { "it is still there" }
}

internal fun TappedStory.questions(step: Fields) {
    val (waiting, answered) = step.get("waiting", ::texts) to step.get("answered", ::texts)
    person.goesTo(Place.APPOINTMENTS)
    val state = person.at<Screen.Appointments>().model.state
    same("waiting", waiting, state.waiting.map { it.asked.question.text })
    same("answered", answered, state.answered.map { it.asked.question.text }.reversed())
    waiting.forEach { person.sees(it) }
    person.taps(AppointmentsText.QUESTIONS_ANSWERED)
    answered.forEach { person.sees(it) }
    if (answered.isEmpty()) person.sees(AppointmentsText.QUESTIONS_NONE_ANSWERED)
}

internal fun TappedStory.doses(step: Fields) {
    same("the day that is shown", step.day("day"), time.toLocalDate())
    val told = step.get("doses") { all ->
        list(all) { one -> list(one) { (it as JsonPrimitive).takeUnless { it is JsonNull }?.content } }
    }
    person.goesTo(Place.TREATMENT)
    val doses = person.at<Screen.Treatment>().model.state.doses
    same("doses", told, doses.map { listOf("${it.dose.minute}", it.dose.medicine, it.dose.intake?.status?.code()) })
    doses.forEach { line ->
        person.sees(line.name)
        line.dose.intake?.let { person.sees(person.words.intake(it.status)) }
    }
}

internal fun TappedStory.reminders(step: Fields) {
    val moments = journal.reminders(step.get("days", ::int).toUByte()).map { it.at }
    same("moments", step.get("moments") { list(it, ::moment) }, moments)
}

internal fun TappedStory.attach(step: Fields) {
    val (day, name) = step.day("day") to step.text("name")
    val (phone, bytes) = person.phone to anyBytes(step.get("bytes", ::int))
    phone.picked = bytes
    phone.source = { source -> streamFailure(step)?.let { Breaking(source, it) } ?: source }
    person.attaches(day, name)
    phone.source = { it }
    if (!step.has("fails")) return person.sees(FormText.FORM_KEPT)
    val again = {
        journal.attach(day, name, ByteArrayInputStream(bytes).asSource())
        Unit
    }
    if (step.text("fails") == "Invalid") isSaid(step, again) else isSaid(step)
}

private fun Person.attaches(day: LocalDate, name: String) {
    goesTo(Place.RESULTS)
    taps(ResultsText.ATTACHMENTS_ADD)
    soonIdle()
    types(ResultsText.ATTACHMENTS_NAME, name)
    types(ResultsText.ATTACHMENTS_DAY, written(day))
    taps(ResultsText.ATTACHMENTS_CHOOSE)
    soonIdle()
}

internal fun TappedStory.attachments(step: Fields) {
    val told = step.get("files") { list(it) { one -> list(one) { (it as JsonPrimitive).content } } }
    person.goesTo(Place.RESULTS)
    if (told.isEmpty()) person.sees(ResultsText.ATTACHMENTS_NONE)
    same("files", told.size, person.at<Screen.Results>().model.state.kept.size)
    for ((name, bytes) in told) {
        person.phone.files.clear()
        person.taps(name)
        person.taps(ResultsText.ATTACHMENTS_COPY)
        person.sees(ResultsText.ATTACHMENTS_COPIED)
        check(person.phone.files.values.single().contentEquals(anyBytes(bytes.toInt()))) { "$name is not whole" }
        person.taps(Text.BACK)
    }
}

internal fun TappedStory.export(step: Fields) {
    person.phone.sink = { sink -> streamFailure(step)?.let(::Refusing) ?: sink }
    val file = person.shares(step)
    person.phone.sink = { it }
    if (step.has("fails")) isSaid(step) else fileIsTold(step, checkNotNull(file) { "no file: ${person.shown()}" })
}

internal fun TappedStory.verify(step: Fields) {
    val found = journal.verify()
    step.told("entries", ::count, found.entries)
    step.told("prompts", ::count, found.prompts)
    step.told("attachments", ::count, found.attachments)
    step.told("anchored", ::flag, found.anchored)
}

/** The first minute that is no longer of the day. */
private const val MINUTES = 1440
