// The way to every page behind today: each form, each detail, each confirmation. What is said of every page is tested along these.
package org.vigie.ui

import org.vigie.Alarm
import org.vigie.ChangeReason
import org.vigie.ConsentKind
import org.vigie.DailyEntry
import org.vigie.ImagingKind
import org.vigie.IntakeStatus
import org.vigie.Journal
import org.vigie.TreatmentKind
import org.vigie.WishKind
import org.vigie.minuteOfDay
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.body.BodyText
import org.vigie.ui.checkin.Part
import org.vigie.ui.consultation.ConsultationText
import org.vigie.ui.consultation.ReportPage
import org.vigie.ui.form.FormText
import org.vigie.ui.results.ResultsText
import org.vigie.ui.support.SharedText
import org.vigie.ui.support.SupportText
import org.vigie.ui.timeline.Line
import org.vigie.ui.timeline.TimelineText
import org.vigie.ui.treatment.TreatmentPhrase
import org.vigie.ui.treatment.TreatmentText
import org.vigie.ui.trials.TrialsText

/** A walk from today through the pages of a part, each of which is looked at. It begins in a [lived] journal. */
enum class Tour(val also: Journal.(TestPhone) -> Unit = {}, val walk: Person.(look: (String) -> Unit) -> Unit) {
    CHECK_IN(walk = Person::checkInTour),
    PAINS(walk = Person::painsTour),
    PROMPT({ record(DailyEntry(TODAY, temperature = 38.4, ticks = setOf(Alarm.SHIVERING))) }, Person::promptTour),
    TRENDS(walk = Person::trendsTour),
    TIMELINE(walk = Person::timelineTour),
    TREATMENT(walk = Person::treatmentTour),
    MEDICINES(walk = Person::medicinesTour),
    PAPERS(walk = Person::papersTour),
    RESULTS(walk = Person::resultsTour),
    APPOINTMENTS(walk = Person::appointmentsTour),
    SUPPORT(walk = Person::supportTour),
    TRIALS(walk = Person::trialsTour),
    CONSULTATION(walk = Person::consultationTour),
    SETTINGS(walk = Person::settingsTour),
    KEYS(walk = Person::keysTour),
    COPIES({ differ(it) }, Person::copiesTour),
    JOURNALS({ record(DailyEntry(TODAY.minusDays(1), note = "Calme", caregiver = "Marie-Antoinette")) }, Person::journalsTour),
}

private fun Person.opens(place: Place) {
    taps(place.title)
    soonGone(Text.TODAY_BESIDE)
    soonIdle()
}

/** Goes back to where this is. */
private fun Person.backTo(text: Plain) {
    taps(Text.BACK)
    sees(text)
}

/** Opens a form, looks at it empty and at what it says to whoever keeps it as it is. */
private fun Person.looksAtForm(name: String, open: Plain, title: Plain, look: (String) -> Unit, wrong: Boolean = true) {
    taps(open)
    sees(title)
    soonIdle()
    look(name)
    if (!wrong) return
    taps(FormText.FORM_KEEP)
    soonTold()
    soonIdle()
    look("$name-wrong")
}

/** Looks at a page that asks whether something shall be taken back, and leaves it there. */
private fun Person.looksAtRemoving(name: String, look: (String) -> Unit) {
    taps(FormText.FORM_REMOVE)
    sees(FormText.FORM_REMOVE_SURE)
    look(name)
    taps(FormText.FORM_REMOVE_NO)
}

private fun Person.checkInTour(look: (String) -> Unit) {
    taps(Text.TODAY_CHECK_IN)
    sees(Text.CHECK_IN_ONE_PAGE)
    val model = (app().screen as Screen.CheckIn).model
    model.state.parts.forEachIndexed { page, part ->
        if (part is Part.Rating) {
            rates(part.question.name, 3)
            if (page == 1) taps(Text.CHECK_IN_SKIP)
        }
        if (part == Part.Rest) taps(Text.CHECK_IN_TREATED)
        if (part == Part.Measures) {
            types(Text.CHECK_IN_TEMPERATURE, "385")
            types(Text.CHECK_IN_WEIGHT, "lourd")
        }
        look("page-${page + 1}")
        if (!model.state.atEnd) taps(Text.NEXT)
    }
    taps(Text.CHECK_IN_NOTE)
    soonTold()
    soonIdle()
    look("slips")
    types(Text.CHECK_IN_WEIGHT, "")
    types(Text.CHECK_IN_TEMPERATURE, "36.6")
    taps(Text.CHECK_IN_NOTE)
    sees(Text.TODAY_CHANGE)
    look("noted")
    taps(Text.TODAY_CHANGE)
    soonGone(Text.TODAY_CHANGE)
    soonIdle()
    look("amend")
}

private fun Person.painsTour(look: (String) -> Unit) {
    taps(Text.TODAY_CHECK_IN)
    taps(Text.CHECK_IN_ONE_PAGE)
    sees(BodyText.BODY_TITLE)
    look("front")
    (app().screen as Screen.CheckIn).model.state.zones.first { it.site == "knee-left" }.let { taps(it.name) }
    look("chosen")
    taps(BodyText.BODY_BACK)
    look("back")
    taps(BodyText.BODY_HEAD)
    look("head")
    taps(BodyText.BODY_LIST)
    for (group in BodyText.entries.filter { it.name.startsWith("BODY_GROUP") }) {
        taps(group)
        look("list-${group.name.lowercase()}")
    }
    repeat(2) { taps(BodyText.BODY_ADD_PAINKILLER) }
    look("painkillers")
}

private fun Person.promptTour(look: (String) -> Unit) {
    look("today")
    taps(Text.TODAY_SEE_PROMPT)
    sees(Text.PROMPT_WHAT_TO_SAY)
    soonIdle()
    look("urgent")
    taps(Text.PROMPT_NO_ANSWER)
    soonIdle()
    look("no-answer")
    taps(Text.PROMPT_REACHED)
    look("reached")
    taps(Text.PROMPT_KEEP)
    sees(Text.PROMPT_DONE)
    look("done")
}

private fun Person.trendsTour(look: (String) -> Unit) {
    opens(Place.TRENDS)
    for (period in listOf(Text.TRENDS_YEAR, Text.TRENDS_QUARTER, Text.TRENDS_MONTH)) {
        taps(period)
        soonIdle()
        look(period.name.lowercase())
    }
    touches(words.item("fatigue"), 0.95f)
    sees(words.weekdayDay(TODAY.minusDays(1)))
    look("day")
}

private fun Person.timelineTour(look: (String) -> Unit) {
    opens(Place.TIMELINE)
    look("all")
    types(TimelineText.TIMELINE_WORDS, PAPER)
    taps(TimelineText.TIMELINE_FIND)
    sees(TimelineText.TIMELINE_EVERYTHING)
    soonIdle()
    look("found")
    val row = (app().screen as Screen.Timeline).model.state.lines.last()
    reaches((row as Line.Thing).row.title)
    tapsRow(row.row.title)
    soonGone(TimelineText.TIMELINE_FIND)
    look("whole")
    taps(Text.BACK)
    types(TimelineText.TIMELINE_WORDS, "montagne")
    taps(TimelineText.TIMELINE_FIND)
    sees(TimelineText.TIMELINE_NOTHING)
    look("nothing")
    taps(TimelineText.TIMELINE_KINDS)
    sees(TimelineText.TIMELINE_KINDS_HOW)
    look("kinds")
}

private fun Person.treatmentTour(look: (String) -> Unit) {
    opens(Place.TREATMENT)
    look("now")
    taps(TreatmentText.TREATMENT_SEE_YESTERDAY)
    sees(TreatmentText.TREATMENT_DOSES_YESTERDAY)
    soonIdle()
    look("yesterday")
    taps(TreatmentText.TREATMENT_ADD)
    sees(TreatmentText.TREATMENT_NEW)
    for (kind in TreatmentKind.entries) {
        taps(words.treatment(kind))
        look("line-${kind.name.lowercase()}")
    }
    types(TreatmentText.TREATMENT_STOPPED, "32/13")
    taps(FormText.FORM_KEEP)
    soonTold()
    soonIdle()
    look("line-wrong")
    taps(Text.BACK)
    val line = (app().screen as Screen.Treatment).model.state.lines.first()
    taps(line.title)
    sees(TreatmentText.TREATMENT_ONE)
    soonIdle()
    types(TreatmentText.TREATMENT_STOPPED, "22/11/2026")
    look("line-ended")
    looksAtRemoving("line-remove", look)
    backTo(TreatmentText.TREATMENT_LINES)
    taps(TreatmentText.CHANGES_TITLE)
    sees(TreatmentText.CHANGES_ADD)
    look("changes")
    looksAtForm("change", TreatmentText.CHANGES_ADD, TreatmentText.CHANGES_NEW, look, wrong = false)
    backTo(TreatmentText.CHANGES_ADD)
    tapsRow(words.changeReason(ChangeReason.TOXICITY))
    sees(TreatmentText.CHANGES_ONE)
    soonIdle()
    look("change-one")
    looksAtRemoving("change-remove", look)
}

private fun Person.medicinesTour(look: (String) -> Unit) {
    opens(Place.TREATMENT)
    val dose = texts().say(TreatmentPhrase.TREATMENT_DOSE, "medicine" to MEDICINE, "time" to seven())
    taps("${said(TreatmentText.TREATMENT_OTHERWISE)}, $dose")
    sees(TreatmentText.INTAKES_STATUS)
    soonIdle()
    look("dose")
    for (status in IntakeStatus.entries) {
        taps(words.intake(status))
        look("dose-${status.name.lowercase()}")
    }
    taps(FormText.FORM_KEEP)
    sees(FormText.FORM_KEPT)
    soonIdle()
    look("dose-kept")
    taps(dose)
    sees(FormText.FORM_REMOVE)
    looksAtRemoving("dose-remove", look)
    backTo(TreatmentText.TREATMENT_LINES)
    taps("${said(TreatmentText.TREATMENT_AS_NEEDED)}, $AS_NEEDED")
    sees(TreatmentText.INTAKES_TIME)
    soonIdle()
    look("as-needed")
    taps(FormText.FORM_KEEP)
    sees(FormText.FORM_KEPT)
    look("as-needed-kept")
    taps(TreatmentText.MEDICINES_TITLE)
    sees(TreatmentText.MEDICINES_ADD)
    look("medicines")
    looksAtForm("medicine", TreatmentText.MEDICINES_ADD, TreatmentText.MEDICINES_NEW, look)
    taps(TreatmentText.MEDICINES_WITH_PAUSES)
    look("medicine-pauses")
    taps(TreatmentText.MEDICINES_AS_NEEDED)
    look("medicine-as-needed")
    backTo(TreatmentText.MEDICINES_ADD)
    tapsRow(MEDICINE)
    sees(TreatmentText.MEDICINES_ONE)
    soonIdle()
    look("medicine-one")
    looksAtRemoving("medicine-remove", look)
}

private fun Person.texts() = checkNotNull(app().texts)

private fun Person.seven() = words.minute(minuteOfDay("07:00"))

private fun Person.papersTour(look: (String) -> Unit) {
    opens(Place.TREATMENT)
    taps(TreatmentText.PAPERS_TITLE)
    sees(TreatmentText.PAPERS_WISHES)
    look("papers")
    looksAtForm("consent", TreatmentText.PAPERS_ADD_CONSENT, TreatmentText.PAPERS_NEW_CONSENT, look)
    for (kind in ConsentKind.entries) taps(words.consent(kind))
    taps(words.consent(ConsentKind.TRIAL))
    types(TreatmentText.PAPERS_SIGNED, "24/11/2026")
    look("consent-signed")
    backTo(TreatmentText.PAPERS_WISHES)
    tapsRow("scanner avec injection")
    sees(TreatmentText.PAPERS_CONSENT)
    soonIdle()
    look("consent-one")
    looksAtRemoving("consent-remove", look)
    backTo(TreatmentText.PAPERS_WISHES)
    looksAtForm("wish", TreatmentText.PAPERS_ADD_WISH, TreatmentText.PAPERS_NEW_WISH, look, wrong = false)
    taps(words.wish(WishKind.DIRECTIVES))
    backTo(TreatmentText.PAPERS_WISHES)
    tapsRow("tiroir")
    sees(TreatmentText.PAPERS_WISH)
    soonIdle()
    look("wish-one")
    looksAtRemoving("wish-remove", look)
}

private fun Person.resultsTour(look: (String) -> Unit) {
    opens(Place.RESULTS)
    look("all")
    taps(MARKER)
    sees(ResultsText.RESULTS_ADD_VALUE)
    look("values")
    looksAtForm("value", ResultsText.RESULTS_ADD_VALUE, ResultsText.RESULTS_NEW, look)
    backTo(ResultsText.RESULTS_ADD_VALUE)
    taps(words.day(TODAY.minusDays(6)))
    sees(ResultsText.RESULTS_ONE)
    soonIdle()
    look("value-one")
    looksAtRemoving("value-remove", look)
    backTo(ResultsText.RESULTS_ADD_VALUE)
    backTo(ResultsText.RESULTS_LABS)
    looksAtForm("result", ResultsText.RESULTS_ADD, ResultsText.RESULTS_NEW, look)
    backTo(ResultsText.RESULTS_LABS)
    looksAtForm("scan", ResultsText.SCANS_ADD, ResultsText.SCANS_NEW, look, wrong = false)
    types(ResultsText.SCANS_DAY, "hier")
    taps(FormText.FORM_KEEP)
    soonTold()
    look("scan-wrong")
    backTo(ResultsText.RESULTS_LABS)
    tapsRow(words.imaging(ImagingKind.CT))
    sees(ResultsText.SCANS_ONE)
    soonIdle()
    look("scan-one")
    looksAtRemoving("scan-remove", look)
    backTo(ResultsText.RESULTS_LABS)
    taps(ResultsText.ATTACHMENTS_ADD)
    sees(ResultsText.ATTACHMENTS_NEW)
    soonIdle()
    taps(ResultsText.ATTACHMENTS_CHOOSE)
    soonTold()
    look("paper-form")
    backTo(ResultsText.RESULTS_LABS)
    taps(PAPER)
    sees(ResultsText.ATTACHMENTS_COPY)
    taps(ResultsText.ATTACHMENTS_COPY)
    sees(ResultsText.ATTACHMENTS_COPIED)
    look("paper")
}

private fun Person.appointmentsTour(look: (String) -> Unit) {
    opens(Place.APPOINTMENTS)
    look("next")
    looksAtForm("appointment", AppointmentsText.APPOINTMENTS_ADD, AppointmentsText.APPOINTMENTS_NEW, look)
    types(AppointmentsText.APPOINTMENTS_DAY, "1/12/2026")
    types(AppointmentsText.APPOINTMENTS_TIME, "25h")
    taps(FormText.FORM_KEEP)
    soonTold()
    soonIdle()
    look("appointment-time")
    backTo(AppointmentsText.APPOINTMENTS_NEXT)
    tapsRow("Dr Leroy")
    sees(AppointmentsText.APPOINTMENTS_ONE)
    soonIdle()
    look("appointment-one")
    looksAtRemoving("appointment-remove", look)
    backTo(AppointmentsText.APPOINTMENTS_NEXT)
    looksAtForm("question", AppointmentsText.QUESTIONS_ADD, AppointmentsText.QUESTIONS_NEW, look)
    backTo(AppointmentsText.APPOINTMENTS_NEXT)
    for (asked in listOf(QUESTION, NOTED_QUESTION)) {
        taps(asked)
        sees(AppointmentsText.QUESTIONS_ANSWER)
        soonIdle()
        look("answer-${asked.length}")
        backTo(AppointmentsText.APPOINTMENTS_NEXT)
    }
    taps(AppointmentsText.QUESTIONS_ANSWERED)
    sees(ANSWERED_QUESTION)
    look("answered")
    backTo(AppointmentsText.APPOINTMENTS_NEXT)
    taps(AppointmentsText.APPOINTMENTS_PAST)
    sees("Laboratoire")
    look("past")
    backTo(AppointmentsText.APPOINTMENTS_NEXT)
    taps(AppointmentsText.APPOINTMENTS_CALENDAR)
    sees(AppointmentsText.APPOINTMENTS_IMPORT_WHY)
    phone.picked = "Bonjour".toByteArray()
    taps(AppointmentsText.APPOINTMENTS_IMPORT_CHOOSE)
    soonTold()
    soonIdle()
    look("calendar")
    taps(AppointmentsText.APPOINTMENTS_EXPORT_WRITE)
    until("the calendar is written") { phone.files.isNotEmpty() }
    soonIdle()
    look("calendar-written")
}

private fun Person.supportTour(look: (String) -> Unit) {
    opens(Place.SUPPORT)
    look("all")
    val model = (app().screen as Screen.Support).model
    for (category in model.state.categories) {
        taps(category.title)
        soonGone(SupportText.SUPPORT_FIND)
        soonIdle()
        look("kind-${category.code}")
        backTo(SupportText.SUPPORT_FIND)
    }
    model.state.topics.forEachIndexed { index, topic ->
        taps(topic.title)
        soonGone(SupportText.SUPPORT_FIND)
        look("topic-$index")
        backTo(SupportText.SUPPORT_FIND)
    }
    types(SupportText.SUPPORT_WORDS, "licorne")
    taps(SupportText.SUPPORT_SEARCH)
    sees(SharedText.DIRECTORY_NONE)
    soonIdle()
    look("none")
    backTo(SupportText.SUPPORT_FIND)
    taps(SharedText.COMFORT_TITLE)
    sees(SupportText.SUPPORT_FOLLOW)
    look("comfort")
    taps(SupportText.SUPPORT_FOLLOW)
    sees(SupportText.SUPPORT_FOLLOWED)
    look("comfort-followed")
}

private fun Person.trialsTour(look: (String) -> Unit) {
    opens(Place.TRIALS)
    look("know")
    phone.picked = TrialsTest.REGISTRY.toByteArray()
    taps(TrialsText.TRIALS_SEARCH)
    sees(TrialsText.TRIALS_PROFILE_NONE)
    look("no-profile")
    phone.picked = """{"conditions": 3}""".toByteArray()
    taps(TrialsText.TRIALS_PROFILE)
    soonTold()
    soonIdle()
    look("bad-profile")
    phone.picked = TrialsTest.PROFILE.toByteArray()
    taps(TrialsText.TRIALS_PROFILE)
    sees(TrialsText.TRIALS_PROFILE_KEPT)
    phone.picked = TrialsTest.REGISTRY.toByteArray()
    taps(TrialsText.TRIALS_SEARCH)
    sees(TrialsText.TRIALS_PAGE)
    taps(TrialsText.TRIALS_PAGE)
    sees(TrialsText.TRIALS_PAGE_DONE)
    soonIdle()
    look("found")
    taps("${said(TrialsText.TRIALS_SEE)}, NCT00000001")
    sees(TrialsText.TRIALS_JUDGE)
    soonIdle()
    look("one")
}

private fun Person.consultationTour(look: (String) -> Unit) {
    opens(Place.CONSULTATION)
    look("choose")
    taps(ConsultationText.CONSULTATION_OTHER)
    types(ConsultationText.CONSULTATION_FIRST, "23/11/2026")
    types(ConsultationText.CONSULTATION_LAST, "10/11/2026")
    taps(ConsultationText.CONSULTATION_LOOK)
    sees(ConsultationText.CONSULTATION_BACKWARDS)
    look("backwards")
    taps(ConsultationText.CONSULTATION_WHOLE)
    taps(ConsultationText.CONSULTATION_ITEMS)
    sees(ConsultationText.CONSULTATION_ITEMS_DONE)
    look("items")
    taps(words.item("nausea"))
    taps(ConsultationText.CONSULTATION_ITEMS_DONE)
    sees(ConsultationText.CONSULTATION_PERIOD)
    soonIdle()
    look("left-out")
    taps(ConsultationText.CONSULTATION_LOOK)
    sees(ConsultationText.CONSULTATION_PAGES)
    look("contents")
    val pages = checkNotNull((app().screen as Screen.Consultation).model.state.report).pages
    pages.forEachIndexed { index, page ->
        taps(Text.NEXT)
        sees(page.title)
        look("page-${index + 2}${if (page is ReportPage.Drawn) "-drawn" else ""}")
    }
    taps(ConsultationText.CONSULTATION_SHARE)
    sees(ConsultationText.CONSULTATION_SHARE_HOW)
    taps(ConsultationText.CONSULTATION_PDF)
    until("the report is written") { phone.files.isNotEmpty() }
    soonIdle()
    look("share")
    taps(ConsultationText.CONSULTATION_PROTECTED)
    sees(ConsultationText.CONSULTATION_SECRET_HOW)
    look("secret")
}
