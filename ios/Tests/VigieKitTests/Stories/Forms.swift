// A person who fills in forms: who they are and what is asked, treatments, and what happens around the symptoms.
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories

extension Person {
  /// Says of themselves and of the treatment what a story says, a page after the other.
  func describes(_ told: Profile) async throws {
    if let name = told.name {
      try await sets { $0.name() }
      let settings = try settings
      settings.type { $0.name = name }
      try await taps { settings.keepName() }
      try same("what is said", settings.state.done, texts[SettingsText.settingsSaved])
    }
    try await asks(told.list)
    for one in told.contacts { try await adds(one) }
    for line in told.treatments { try await begins(line) }
    try await goesHome()
    var wanted = told
    wanted.contacts = try told.contacts.map { one in
      // A number is kept as one reads it.
      var kept = one
      kept.phone = try phoneNumber(typed: one.phone)
      kept.outOfHours = try one.outOfHours.map { try phoneNumber(typed: $0) }
      return kept
    }
    try same("the profile", journal.profile(), wanted)
  }

  /// Wants to be asked about these too, every day.
  func asks(_ items: [Item]) async throws {
    let list = try journal.profile().list
    let missing = items.filter { !list.contains($0) }
    if missing.isEmpty { return }
    try await sets { $0.asked() }
    let asked = try asked
    for item in missing {
      if item.hasPrefix(Self.own) {
        asked.type(String(item.dropFirst(Self.own.count)))
        try await taps { asked.addOwn() }
        continue
      }
      asked.add()
      if let site = try itemKind(item: item).site {
        guard let zone = asked.state.zones.first(where: { $0.site == site }) else { throw Unexpected("no place: \(site)") }
        asked.show(BodyLook(nil, group: zone.group))
        try await taps { asked.askAt(site) }
      } else {
        if !asked.state.catalogue.contains(where: { $0.value == item }) { throw Unexpected("not to be chosen: \(item)") }
        try await taps { asked.ask(item, true) }
      }
      try await goesBack()
    }
    try same("what is asked", asked.state.asked, list + missing)
    try await goesHome()
  }

  private static let own = "own:"

  private func adds(_ one: CareContact) async throws {
    try await sets { $0.team() }
    let team = try team
    team.add()
    team.change { ($0.name, $0.phone, $0.role, $0.outOfHours) = (one.name, one.phone, one.role, one.outOfHours ?? "") }
    if let hours = one.hours {
      let (times, words) = (try openingTimes(hours: hours), texts.words)
      team.choose {
        ($0.days, $0.from, $0.to) = (Set(times.days), words.minute(minute: times.from), words.minute(minute: times.to))
      }
      let said = try words.hours(hours: hours)
      try await until("the hours are read") { team.state.edited?.hours.read == said }
    }
    try await taps { team.keep() }
    if let edited = team.state.edited { throw Unexpected("it is not kept: \(edited)") }
    try same("who is shown", team.state.people.last?.name, one.name)
  }

  private func begins(_ line: TreatmentLine) async throws {
    try await goes(to: .treatment)
    let treatment = try treatment
    try await taps { treatment.tellLine() }
    try chooses(TreatmentText.treatmentKind, line.kind)
    try types(TreatmentText.treatmentRegimen, line.regimen)
    try types(TreatmentText.treatmentStarted, line.started?.written)
    try types(TreatmentText.treatmentCycle, line.cycleDays.map { "\($0)" })
    try await keeps()
    try same("what is said", treatment.state.done, texts[FormText.formKept])
  }

  /// Types what there is to say into what the form asks for.
  private func types(_ name: any Plain, _ text: String?) throws {
    guard let text else { return }
    let form = try form
    if !form.state.shown.contains(where: { $0.name.id == name.id }) { throw Unexpected("not asked for: \(name)") }
    form.type(name, text)
  }

  /// Chooses one of several.
  private func chooses(_ name: any Plain, _ one: some Any) throws {
    let form = try form
    let options = form.state.shown.first { $0.name.id == name.id }?.options ?? []
    if !options.contains(where: { $0.id == "\(one)" }) { throw Unexpected("not to be chosen: \(one)") }
    form.type(name, "\(one)")
  }

  private func keeps() async throws {
    let form = try form
    try await tries { form.keep() }
  }

  /// Tells of something around the symptoms.
  func tells(_ event: CareEvent) async throws {
    switch event {
    case .question(let question): try await asks(question)
    case .appointment(let appointment): try await tells(appointment)
    case .lab(let result): try await tells(result)
    case .imaging(let study): try await tells(study)
    case .medicine(let medicine): try await tells(medicine)
    case .intake(let intake):
      let plain = Intake(
        day: intake.day, medicine: intake.medicine, minute: intake.minute, status: .taken, reason: nil, relief: nil)
      try same("what is taken at a touch", intake, plain)
      try await goes(to: .treatment)
      let treatment = try treatment
      let line = try dose(intake)
      try await taps { treatment.took(line) }
      try same("what is said", treatment.state.done, texts[FormText.formKept])
    default: throw Unexpected("no form for \(event)")
    }
  }

  /// One that waits already is answered beside itself.
  private func asks(_ question: Question) async throws {
    if question.answer != nil { return try await answers(question) }
    try await goes(to: .appointments)
    let appointments = try appointments
    try await taps { appointments.tellQuestion() }
    try types(AppointmentsText.questionsText, question.text)
    try await keeps()
  }

  private func answers(_ question: Question) async throws {
    try await goes(to: .appointments)
    let appointments = try appointments
    guard let line = appointments.state.waiting.first(where: { $0.text == question.text }) else {
      throw Unexpected("it does not wait: \(question.text)")
    }
    try await taps { appointments.tellQuestion(line) }
    try types(AppointmentsText.questionsAnswer, question.answer?.text)
    try types(AppointmentsText.questionsAnswerDay, question.answer?.day.written)
    try await keeps()
  }

  private func tells(_ appointment: Appointment) async throws {
    try await goes(to: .appointments)
    let appointments = try appointments
    try await taps { appointments.tell() }
    try chooses(AppointmentsText.appointmentsKind, appointment.kind)
    try types(AppointmentsText.appointmentsDay, appointment.day.written)
    try types(AppointmentsText.appointmentsTime, appointment.minute.map(typedTime))
    try types(AppointmentsText.appointmentsWith, appointment.withWhom)
    try types(AppointmentsText.appointmentsDecision, appointment.decision)
    try await keeps()
  }

  private func tells(_ result: LabResult) async throws {
    try await goes(to: .results)
    let results = try results
    try await taps { results.tell() }
    try types(ResultsText.resultsName, result.name)
    try types(ResultsText.resultsValue, result.value)
    try types(ResultsText.resultsUnit, result.unit)
    try types(ResultsText.resultsRange, result.range)
    try types(ResultsText.resultsDay, result.day.written)
    try await keeps()
  }

  private func tells(_ study: ImagingStudy) async throws {
    try await goes(to: .results)
    let results = try results
    try await taps { results.tellScan() }
    try chooses(ResultsText.scansKind, study.kind)
    try types(ResultsText.scansDay, study.day.written)
    try chooses(ResultsText.scansConclusion, study.conclusion)
    try types(ResultsText.scansTold, study.told)
    try await keeps()
  }

  private func tells(_ medicine: Medicine) async throws {
    try await goes(to: .treatment)
    let treatment = try treatment
    treatment.turnTo(.medicines)
    try await taps { treatment.tellMedicine() }
    try types(TreatmentText.medicinesName, medicine.name)
    try chooses(TreatmentText.medicinesKind, medicine.kind)
    try types(TreatmentText.medicinesDose, medicine.dose)
    try types(TreatmentText.medicinesTimes, medicine.schedule)
    try types(TreatmentText.medicinesFrom, medicine.day.written)
    try await keeps()
  }

  /// A dose as it stands among those of the day.
  private func dose(_ intake: Intake) throws -> DoseLine {
    let doses = try treatment.state.doses.filter { $0.dose.medicine == intake.medicine && $0.dose.minute == intake.minute }
    guard doses.count == 1 else { throw Unexpected("not one dose: \(doses)") }
    return doses[0]
  }

  /// Tells it otherwise than before.
  func corrects(_ event: CareEvent) async throws {
    switch event {
    case .question(let question): try await answers(question)
    case .intake(let intake):
      try await goes(to: .treatment)
      let treatment = try treatment
      let line = try dose(intake)
      try await taps { treatment.tellDose(line) }
      try chooses(TreatmentText.intakesStatus, intake.status)
      try types(TreatmentText.intakesReason, intake.reason)
      try await keeps()
    default: throw Unexpected("nothing is corrected in \(event)")
    }
  }

  /// Takes a dose back.
  func takesBack(_ intake: Intake) async throws {
    try await goes(to: .treatment)
    let treatment = try treatment
    let line = try dose(intake)
    try await taps { treatment.tellDose(line) }
    let form = try form
    form.askToRemove(true)
    try same("whether it shall be taken back is asked", form.state.removable && form.state.removing, true)
    try await taps { form.remove() }
    try same("what is said", treatment.state.done, texts[FormText.formRemoved])
  }

  /// Names a photo or a paper, and chooses it.
  func attaches(_ day: CalendarDay, _ name: String) async throws {
    try await goes(to: .results)
    let results = try results
    try await taps { results.tellPaper() }
    try types(ResultsText.attachmentsName, name)
    try types(ResultsText.attachmentsDay, day.written)
    try await keeps()
  }
}
