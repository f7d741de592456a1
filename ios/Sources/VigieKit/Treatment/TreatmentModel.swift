// What is given: treatments, medicines and their doses, what changed, and the papers around it.
import Vigie

/// Where one is.
public enum TreatmentLeaf: Sendable, CaseIterable {
  /// What is due and what is given; what is taken at home; what changed meanwhile; what was signed, and where a wish is written down.
  case now, medicines, changes, papers

  /// As it is called.
  public var title: TreatmentText {
    switch self {
    case .now: .treatmentTitle
    case .medicines: .medicinesTitle
    case .changes: .changesTitle
    case .papers: .papersTitle
    }
  }
}

/// A line of treatment, at its place in the profile.
public struct LineTold: Sendable, Equatable {
  /// Where it stands, and what was told.
  let place: Int, line: TreatmentLine
  /// As it is shown.
  public let title: String, details: [String]
}

/// A dose that is due, and what was noted of it.
public struct DoseLine: Sendable, Equatable {
  let dose: Dose
  /// As it is shown.
  public let name: String
  /// What was noted of it, when something was.
  public let noted: String?
  let painkiller: Bool
}

/// What the screen shows.
public struct TreatmentState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// The day it is.
  public var today = CalendarDay.unreadable
  /// Where one is.
  public var leaf = TreatmentLeaf.now
  /// The doses of yesterday are shown, not those of today.
  public var yesterday = false
  /// What is due.
  public var doses: [DoseLine] = []
  /// What is taken when it is needed, now; and what was taken so, on the day that is shown.
  public var asNeeded: [Listed<Medicine>] = [], taken: [Listed<Intake>] = []
  /// What is given.
  public var lines: [LineTold] = []
  /// What is taken at home, what changed, and the papers.
  public var medicines: [Listed<Medicine>] = [], changes: [Listed<TreatmentChange>] = []
  public var consents: [Listed<Consent>] = [], wishes: [Listed<Wish>] = []
  /// What was just done, said once.
  public var done: String?
}

/// Looks again after each change.
@MainActor
public final class TreatmentModel: FormsModel<TreatmentState> {
  /// The schedule of what is taken when it is needed, as the core writes it.
  nonisolated static let whenNeeded = "as-needed"

  init(_ hand: Hand, _ journal: Journal) { super.init(TreatmentState(), hand, journal) }

  override func look(_ done: FormText?) async throws {
    let now = state
    state = try await ask { try $0.treatment(now) }
    state.done = done.map { texts[$0] }
  }

  override func forgetDone() { state.done = nil }

  /// Shows another part.
  public func turnTo(_ leaf: TreatmentLeaf) { (state.leaf, state.done) = (leaf, nil) }

  /// The doses of yesterday, or of today again.
  public func seeYesterday(_ on: Bool) {
    state.yesterday = on
    work { [self] in try await look(nil) }
  }

  /// One step back, or out by `leave`.
  public func back(_ leave: () -> Void) {
    if leaveForm() { return }
    if state.leaf != .now { turnTo(.now) } else { leave() }
  }

  /// This dose was taken when it was due: one touch.
  public func took(_ line: DoseLine) {
    let dose = line.dose
    work { [self] in
      try await ask { opened in
        let intake = Intake(day: dose.day, medicine: dose.medicine, minute: dose.minute, status: .taken, reason: nil, relief: nil)
        _ = try opened.journal.addCare(event: .intake(intake: intake), caregiver: opened.relative)
      }
      try await look(.formKept)
    }
  }
}

extension Opened {
  fileprivate func treatment(_ now: TreatmentState) throws -> TreatmentState {
    var state = now
    let today = journal.now().day
    let day = now.yesterday ? today.adding(days: -1) : today
    let (care, doses) = (try journal.care(), try journal.dosesOn(day: day))
    let since: (CalendarDay) throws -> String? = { texts.say(TreatmentPhrase.medicinesSince, ["day": try words.day(day: $0)]) }
    let medicines = try listed(care, dated: since) { event in
      if case .medicine(let medicine) = event { (medicine.day, medicine) } else { nil }
    }
    let painkillers = Set(medicines.filter { $0.told.kind == .painkiller }.map(\.told.name))
    (state.loaded, state.today) = (true, today)
    state.doses = try doses.map { try dose($0, painkiller: painkillers.contains($0.medicine)) }
    state.asNeeded = medicines.filter {
      $0.day <= day && ($0.told.until ?? day) >= day && $0.told.schedule == TreatmentModel.whenNeeded
    }
    let due = Set(doses.compactMap(\.noted))
    state.taken = try listed(care.filter { !due.contains($0.id) }, dated: { _ in nil }) { event in
      if case .intake(let intake) = event, intake.day == day { (day, intake) } else { nil }
    }
    let lines = try journal.profile().treatments.enumerated().map { place, line in
      let parts = try words.treatmentLine(line: line)
      let rest = parts.dropFirst().joined(separator: " · ")
      return LineTold(place: place, line: line, title: parts[0], details: rest.isEmpty ? [] : [rest])
    }
    // What has ended stands below what goes on.
    state.lines = lines.filter { $0.line.stopped == nil } + lines.filter { $0.line.stopped != nil }
    let ended: (Listed<Medicine>) -> Bool = { $0.told.until.map { $0 < today } ?? false }
    state.medicines = medicines.filter { !ended($0) } + medicines.filter(ended)
    state.changes = try listed(care) { event in if case .change(let change) = event { (change.day, change) } else { nil } }
      .reversed()
    state.consents = try listed(care) { event in
      if case .consent(let consent) = event { (consent.day, consent) } else { nil }
    }.reversed()
    state.wishes = try listed(care) { event in if case .wish(let wish) = event { (wish.day, wish) } else { nil } }.reversed()
    return state
  }

  private func dose(_ dose: Dose, painkiller: Bool) throws -> DoseLine {
    let name = texts.say(TreatmentPhrase.treatmentDose, ["medicine": dose.medicine, "time": words.minute(minute: dose.minute)])
    // What it is called and when it was due stands above already.
    let noted = try dose.intake.map { intake in
      var told = intake
      told.minute = nil
      return try words.event(event: .intake(intake: told)).dropFirst().joined(separator: " · ")
    }
    return DoseLine(dose: dose, name: name, noted: noted, painkiller: painkiller)
  }
}
