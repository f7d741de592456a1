// A person who fills in forms: who they are and what is asked, treatments, and what happens around the symptoms.
package org.vigie.ui.stories

import org.vigie.Appointment
import org.vigie.CareContact
import org.vigie.CareEvent
import org.vigie.ImagingStudy
import org.vigie.Intake
import org.vigie.IntakeStatus
import org.vigie.Item
import org.vigie.LabResult
import org.vigie.Medicine
import org.vigie.Profile
import org.vigie.Question
import org.vigie.TreatmentLine
import org.vigie.itemKind
import org.vigie.openingTimes
import org.vigie.phoneNumber
import org.vigie.tests.story.answer
import org.vigie.tests.story.day
import org.vigie.tests.story.event
import org.vigie.tests.story.list
import org.vigie.tests.story.minute
import org.vigie.tests.story.profile
import org.vigie.tests.story.same
import org.vigie.tests.story.stories
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.ui.Person
import org.vigie.ui.Place
import org.vigie.ui.Plain
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.body.BodyText
import org.vigie.ui.body.Group
import org.vigie.ui.form.FormText
import org.vigie.ui.look.named
import org.vigie.ui.look.written
import org.vigie.ui.results.ResultsText
import org.vigie.ui.settings.AskedModel
import org.vigie.ui.settings.SettingsText
import org.vigie.ui.treatment.TreatmentText

internal fun groupTitle(group: Group): BodyText = when (group) {
    Group.HEAD -> BodyText.BODY_GROUP_HEAD
    Group.TRUNK -> BodyText.BODY_GROUP_TRUNK
    Group.ARMS -> BodyText.BODY_GROUP_ARMS
    Group.LEGS -> BodyText.BODY_GROUP_LEGS
    Group.BACK -> BodyText.BODY_GROUP_BACK
}

/** A page of the settings. */
internal fun Person.sets(page: SettingsText) {
    goesTo(Place.SETTINGS)
    taps(page)
    soonIdle()
}

/** Says of themselves and of the treatment what a story says, a page after the other. */
internal fun Person.describes(profile: Profile) {
    profile.name?.let {
        sets(SettingsText.SETTINGS_NAME)
        types(SettingsText.SETTINGS_NAME, it)
        taps(SettingsText.SETTINGS_SAVE)
        sees(SettingsText.SETTINGS_SAVED)
    }
    asks(profile.list)
    profile.contacts.forEach(::adds)
    profile.treatments.forEach(::begins)
    goesHome()
    val kept = journal.profile()
    same("the profile", profile.copy(contacts = profile.contacts.map(::asTyped)), kept)
}

/** A number is kept as one reads it. */
private fun asTyped(one: CareContact) = one.copy(phone = phoneNumber(one.phone), outOfHours = one.outOfHours?.let(::phoneNumber))

/** Wants to be asked about these too, every day. */
internal fun Person.asks(items: List<Item>) {
    val missing = items - journal.profile().list.toSet()
    if (missing.isEmpty()) return
    sets(SettingsText.SETTINGS_LIST)
    missing.forEach { item ->
        if (item.startsWith(OWN)) {
            types(SettingsText.SETTINGS_LIST_OWN, item.removePrefix(OWN))
            taps(SettingsText.SETTINGS_LIST_OWN_ADD)
        } else {
            taps(SettingsText.SETTINGS_LIST_ADD)
            picks(item)
            soonIdle()
            taps(Text.BACK)
        }
        soonIdle()
    }
    goesHome()
}

private fun Person.picks(item: Item) {
    val site = itemKind(item).site ?: return taps(words.item(item))
    val asked = at<Screen.Settings>().model.state.sub as AskedModel
    val zone = asked.state.zones.first { it.site == site }
    if (asked.state.look.view != null) taps(BodyText.BODY_LIST)
    if (asked.state.look.group != zone.group) taps(groupTitle(zone.group))
    taps(zone.name)
}

private fun Person.adds(one: CareContact) {
    sets(SettingsText.SETTINGS_TEAM)
    taps(SettingsText.SETTINGS_TEAM_ADD)
    types(Text.TEAM_NAME, one.name)
    types(Text.TEAM_PHONE, one.phone)
    taps(words.role(one.role))
    one.hours?.let { hours ->
        val times = openingTimes(hours)
        times.days.forEach { taps(said(named(it))) }
        types(SettingsText.SETTINGS_TEAM_FROM, words.minute(times.from))
        types(SettingsText.SETTINGS_TEAM_TO, words.minute(times.to))
    }
    one.outOfHours?.let { types(Text.TEAM_OUT_OF_HOURS, it) }
    taps(SettingsText.SETTINGS_SAVE)
    sees(SettingsText.SETTINGS_TEAM_ADD)
    sees(one.name)
    soonIdle()
}

private fun Person.begins(line: TreatmentLine) {
    goesTo(Place.TREATMENT)
    taps(TreatmentText.TREATMENT_ADD)
    soonIdle()
    taps(words.treatment(line.kind))
    line.regimen?.let { types(TreatmentText.TREATMENT_REGIMEN, it) }
    line.started?.let { types(TreatmentText.TREATMENT_STARTED, written(it)) }
    line.cycleDays?.let { types(TreatmentText.TREATMENT_CYCLE, "$it") }
    keeps()
}

/** Keeps the form. */
private fun Person.keeps() {
    taps(FormText.FORM_KEEP)
    soonIdle()
}

private fun Person.writes(field: Plain, text: String?) {
    text?.let { types(field, it) }
}

/** Tells of something around the symptoms. */
internal fun Person.tells(event: CareEvent) {
    when (event) {
        is CareEvent.Question -> asks(event.question)

        is CareEvent.Appointment -> tells(event.appointment)

        is CareEvent.Lab -> tells(event.result)

        is CareEvent.Imaging -> tells(event.study)

        is CareEvent.Medicine -> tells(event.medicine)

        is CareEvent.Intake -> {
            check(event.intake.status == IntakeStatus.TAKEN && event.intake.reason == null)
            goesTo(Place.TREATMENT)
            taps(texts[TreatmentText.TREATMENT_TAKEN] + ", " + dose(event.intake))
            soonIdle()
        }

        else -> error("no form for $event")
    }
}

/** One that waits already is answered beside itself. */
private fun Person.asks(question: Question) {
    goesTo(Place.APPOINTMENTS)
    if (question.answer == null) {
        taps(AppointmentsText.QUESTIONS_ADD)
        types(AppointmentsText.QUESTIONS_TEXT, question.text)
    } else {
        answers(question)
    }
    keeps()
}

private fun Person.answers(question: Question) {
    taps(question.text)
    soonIdle()
    question.answer?.let {
        types(AppointmentsText.QUESTIONS_ANSWER, it.text)
        types(AppointmentsText.QUESTIONS_ANSWER_DAY, written(it.day))
    }
}

private fun Person.tells(appointment: Appointment) {
    goesTo(Place.APPOINTMENTS)
    taps(AppointmentsText.APPOINTMENTS_ADD)
    taps(words.appointment(appointment.kind))
    types(AppointmentsText.APPOINTMENTS_DAY, written(appointment.day))
    writes(AppointmentsText.APPOINTMENTS_TIME, appointment.minute?.let { time(it.toInt()) })
    writes(AppointmentsText.APPOINTMENTS_WITH, appointment.withWhom)
    writes(AppointmentsText.APPOINTMENTS_DECISION, appointment.decision)
    keeps()
}

/** As one types it, were it beyond the day. */
internal fun time(minute: Int) = "%02d:%02d".format(minute / HOUR, minute % HOUR)

private fun Person.tells(result: LabResult) {
    goesTo(Place.RESULTS)
    taps(ResultsText.RESULTS_ADD)
    soonIdle()
    types(ResultsText.RESULTS_NAME, result.name)
    types(ResultsText.RESULTS_VALUE, result.value)
    writes(ResultsText.RESULTS_UNIT, result.unit)
    writes(ResultsText.RESULTS_RANGE, result.range)
    types(ResultsText.RESULTS_DAY, written(result.day))
    keeps()
}

private fun Person.tells(study: ImagingStudy) {
    goesTo(Place.RESULTS)
    taps(ResultsText.SCANS_ADD)
    soonIdle()
    taps(words.imaging(study.kind))
    types(ResultsText.SCANS_DAY, written(study.day))
    taps(words.conclusion(study.conclusion))
    writes(ResultsText.SCANS_TOLD, study.told)
    keeps()
}

private fun Person.tells(medicine: Medicine) {
    goesTo(Place.TREATMENT)
    taps(TreatmentText.MEDICINES_TITLE)
    taps(TreatmentText.MEDICINES_ADD)
    soonIdle()
    types(TreatmentText.MEDICINES_NAME, medicine.name)
    taps(words.medicine(medicine.kind))
    writes(TreatmentText.MEDICINES_DOSE, medicine.dose)
    types(TreatmentText.MEDICINES_TIMES, medicine.schedule)
    types(TreatmentText.MEDICINES_FROM, written(medicine.day))
    keeps()
}

/** A dose as it stands among those of the day. */
private fun Person.dose(intake: Intake): String {
    val doses = at<Screen.Treatment>().model.state.doses
    return doses.single { it.dose.medicine == intake.medicine && it.dose.minute == intake.minute }.name
}

/** Tells it otherwise than before. */
internal fun Person.corrects(event: CareEvent) {
    when (event) {
        is CareEvent.Question -> {
            goesTo(Place.APPOINTMENTS)
            answers(event.question)
        }

        is CareEvent.Intake -> {
            goesTo(Place.TREATMENT)
            taps(dose(event.intake))
            soonIdle()
            taps(words.intake(event.intake.status))
            writes(TreatmentText.INTAKES_REASON, event.intake.reason)
        }

        else -> error("nothing is corrected in $event")
    }
    keeps()
}

/** Takes it back. */
internal fun Person.takesBack(event: CareEvent) {
    check(event is CareEvent.Intake)
    goesTo(Place.TREATMENT)
    taps(dose(event.intake))
    soonIdle()
    taps(FormText.FORM_REMOVE)
    taps(FormText.FORM_REMOVE_YES)
    sees(FormText.FORM_REMOVED)
}

private const val OWN = "own:"
private const val HOUR = 60
