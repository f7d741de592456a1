// What is asked of a medicine, and of a dose of it.
import Foundation
import Vigie

/// How a medicine is taken.
private enum Taking: CaseIterable {
  case atTimes, withPauses, asNeeded

  var text: TreatmentText {
    switch self {
    case .atTimes: .medicinesAtTimes
    case .withPauses: .medicinesWithPauses
    case .asNeeded: .medicinesAsNeeded
    }
  }
}

extension TreatmentModel {
  /// A medicine is told, or this one corrected or ended.
  public func tellMedicine(_ one: Listed<Medicine>? = nil) {
    let today = state.today
    open(one?.id, { $0.medicineForm(today, one?.told) }) { reader in
      let medicine = Medicine(
        day: try reader.neededDay(TreatmentText.medicinesFrom), name: try reader.neededLabel(TreatmentText.medicinesName),
        kind: reader.one(TreatmentText.medicinesKind) ?? .other, dose: try reader.label(TreatmentText.medicinesDose),
        schedule: try reader.schedule(), until: try reader.day(TreatmentText.medicinesUntil))
      return .medicine(medicine: medicine)
    }
  }

  /// This dose was late or missed, or something was noted of it that is corrected.
  public func tellDose(_ line: DoseLine) {
    let (today, dose) = (state.today, line.dose)
    open(dose.noted, { $0.doseForm(today, line) }) { reader in
      let intake = Intake(
        day: dose.day, medicine: dose.medicine, minute: dose.minute, status: reader.one(TreatmentText.intakesStatus) ?? .taken,
        reason: try reader.note(TreatmentText.intakesReason), relief: reader.one(TreatmentText.intakesRelief))
      return .intake(intake: intake)
    }
  }

  /// Something was taken that is taken when it is needed.
  public func tellIntake(_ medicine: Medicine) { tellIntake(medicine, named: medicine.name, nil) }

  /// What was taken is corrected. The medicine may no longer be known.
  public func correct(_ one: Listed<Intake>) {
    tellIntake(state.medicines.map(\.told).last { $0.name == one.told.medicine }, named: one.told.medicine, one)
  }

  private func tellIntake(_ medicine: Medicine?, named name: String, _ one: Listed<Intake>?) {
    let (today, told) = (state.today, one?.told)
    open(one?.id, { $0.intakeForm(today, medicine, named: name, told) }) { reader in
      let intake = Intake(
        day: try reader.neededDay(TreatmentText.intakesDay), medicine: name, minute: try reader.minute(TreatmentText.intakesTime),
        status: told?.status ?? .taken, reason: told?.reason, relief: reader.one(TreatmentText.intakesRelief))
      return .intake(intake: intake)
    }
  }
}

extension Reader {
  /// Each time is read by itself, in whatever way it is written; the days are read with the whole.
  fileprivate func schedule() throws -> String {
    let taking: Taking? = one(TreatmentText.medicinesWhen)
    if taking == .asNeeded { return TreatmentModel.whenNeeded }
    let times = try at(TreatmentText.medicinesTimes) {
      let typed = typed(TreatmentText.medicinesTimes).split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
      return try typed.map { typedTime(try minuteOfDay(typed: String($0))) }.joined(separator: ",")
    }
    try at(TreatmentText.medicinesTimes) { _ = try texts.words.schedule(schedule: times) }
    if taking == .atTimes { return times }
    let on = typed(TreatmentText.medicinesDaysOn)
    try at(TreatmentText.medicinesDaysOn) { _ = try texts.words.schedule(schedule: "\(times) \(on)/1") }
    let whole = "\(times) \(on)/\(typed(TreatmentText.medicinesDaysOff))"
    try at(TreatmentText.medicinesDaysOff) { _ = try texts.words.schedule(schedule: whole) }
    return whole
  }
}

extension Opened {
  fileprivate func medicineForm(_ today: CalendarDay, _ told: Medicine?) -> FormState {
    // The parts of a schedule as the core writes it: `08:00,20:00 21/7`.
    let asNeeded = told?.schedule == TreatmentModel.whenNeeded
    let parts = asNeeded ? [] : (told?.schedule ?? "").split(separator: " ")
    let days = parts.count > 1 ? parts[1].split(separator: "/").map(String.init) : []
    let taking: Taking = asNeeded ? .asNeeded : days.isEmpty ? .atTimes : .withPauses
    let pausing: @Sendable (FormState) -> Bool = { $0[TreatmentText.medicinesWhen] == "\(Taking.withPauses)" }
    let asks = [
      Ask(TreatmentText.medicinesName, .line, told?.name),
      Ask(TreatmentText.medicinesKind, .one, "\(told?.kind ?? .other)", options: MedicineKind.options { words.medicine(one: $0) }),
      Ask(TreatmentText.medicinesDose, .line, told?.dose, hint: TreatmentText.medicinesDoseHint),
      Ask(TreatmentText.medicinesWhen, .one, "\(taking)", options: Taking.options { texts[$0.text] }),
      Ask(
        TreatmentText.medicinesTimes, .line, parts.first?.replacingOccurrences(of: ",", with: ", "),
        hint: TreatmentText.medicinesTimesHint, stays: false, onlyIf: { $0[TreatmentText.medicinesWhen] != "\(Taking.asNeeded)" }),
      Ask(TreatmentText.medicinesDaysOn, .number, days.first, stays: false, onlyIf: pausing),
      Ask(TreatmentText.medicinesDaysOff, .number, days.last, stays: false, onlyIf: pausing),
      Ask(TreatmentText.medicinesFrom, .day, (told?.day ?? today).written),
      Ask(TreatmentText.medicinesUntil, .day, told?.until?.written, hint: TreatmentText.medicinesUntilHint),
    ]
    return FormState(told == nil ? TreatmentText.medicinesNew : TreatmentText.medicinesOne, today, asks)
  }

  /// What became of a dose that was due.
  fileprivate func doseForm(_ today: CalendarDay, _ line: DoseLine) -> FormState {
    let (told, painkiller) = (line.dose.intake, line.painkiller)
    let asks = [
      Ask(TreatmentText.intakesStatus, .one, "\(told?.status ?? .late)", options: IntakeStatus.options { words.intake(one: $0) }),
      Ask(
        TreatmentText.intakesReason, .text, told?.reason, onlyIf: { $0[TreatmentText.intakesStatus] != "\(IntakeStatus.taken)" }),
      Ask(
        TreatmentText.intakesRelief, .one, told?.relief.map { "\($0)" }, options: reliefs,
        onlyIf: { painkiller && $0[TreatmentText.intakesStatus] != "\(IntakeStatus.missed)" }),
    ]
    return FormState(TreatmentText.intakesTitle, today, asks, about: line.name)
  }

  /// Something that was taken when it was needed; `medicine` is nil when it is no longer known.
  fileprivate func intakeForm(_ today: CalendarDay, _ medicine: Medicine?, named name: String, _ told: Intake?) -> FormState {
    let painkiller = medicine?.kind == .painkiller || told?.relief != nil
    let minute = told == nil ? journal.now().minuteOfDay : told?.minute
    let asks = [
      Ask(TreatmentText.intakesDay, .day, (told?.day ?? today).written),
      Ask(TreatmentText.intakesTime, .time, minute.map(typedTime)),
      Ask(TreatmentText.intakesRelief, .one, told?.relief.map { "\($0)" }, options: reliefs, onlyIf: { _ in painkiller }),
    ]
    return FormState(TreatmentText.intakesTitle, today, asks, about: name)
  }

  private var reliefs: [Option] { texts.notSaid + Relief.options { words.relief(one: $0) } }
}
