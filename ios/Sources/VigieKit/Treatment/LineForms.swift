// What is asked of a line of treatment, and of a change while it goes on.
import Vigie

extension TreatmentModel {
  /// A treatment is told, or this one corrected or ended.
  public func tellLine(_ one: LineTold? = nil) {
    let (today, told, journal) = (state.today, one?.line, journal)
    work { [self] in
      let form = try await ask { $0.lineForm(today, told) }
      let save: @MainActor (TreatmentLine) async throws -> Bool = { [hand] line in
        try await hand.off {
          try journal.change { lines in told == nil ? lines + [line] : lines.map { $0 == told ? line : $0 } }
        }
        return true
      }
      var remove: (@Sendable () throws -> Void)?
      if let told { remove = { try journal.change { lines in lines.filter { $0 != told } } } }
      let which = told.map { "\($0.kind) \($0.started?.description ?? "")" } ?? ""
      self.form = FormModel(
        hand, journal, form, which: which, read: line, save: save, remove: remove, done: { [weak self] in self?.told($0) })
      forgetDone()
    }
  }

  /// A change of treatment is told, or this one corrected.
  public func tellChange(_ one: Listed<TreatmentChange>? = nil) {
    let today = state.today
    open(one?.id, { try $0.changeForm(today, one?.told) }) { reader in
      let change = TreatmentChange(
        day: try reader.neededDay(TreatmentText.changesDay), kind: reader.one(TreatmentText.changesKind) ?? .delayed,
        treatment: try reader.label(TreatmentText.changesTreatment), until: try reader.day(TreatmentText.changesUntil),
        reason: reader.one(TreatmentText.changesReason), note: try reader.note(TreatmentText.changesNote))
      return .change(change: change)
    }
  }
}

private func line(_ reader: Reader) throws -> TreatmentLine {
  let cycle = reader.typed(TreatmentText.treatmentCycle)
  return TreatmentLine(
    kind: reader.one(TreatmentText.treatmentKind) ?? .chemotherapy, regimen: try reader.label(TreatmentText.treatmentRegimen),
    // What is no number is none of days either: the core says how many there may be.
    cycleDays: cycle.isEmpty ? nil : UInt8(cycle) ?? 0, started: try reader.day(TreatmentText.treatmentStarted),
    stopped: try reader.day(TreatmentText.treatmentStopped), endedFor: reader.one(TreatmentText.treatmentEndedFor),
    alteration: try reader.label(TreatmentText.treatmentAlteration), phase: reader.one(TreatmentText.treatmentPhase),
    sponsor: try reader.label(TreatmentText.treatmentSponsor), trialNumber: try reader.label(TreatmentText.treatmentTrialNumber))
}

extension Journal {
  /// The lines are part of the profile, which is read anew so that nothing else in it is lost.
  fileprivate func change(_ to: ([TreatmentLine]) -> [TreatmentLine]) throws {
    var profile = try profile()
    profile.treatments = to(profile.treatments)
    try setProfile(profile: profile)
  }
}

extension Opened {
  fileprivate func lineForm(_ today: CalendarDay, _ told: TreatmentLine?) -> FormState {
    let inTrial: @Sendable (FormState) -> Bool = { $0[TreatmentText.treatmentKind] == "\(TreatmentKind.trial)" }
    let phases = texts.notSaid + TrialPhase.options { words.trialPhase(one: $0) }
    let asks = [
      Ask(
        TreatmentText.treatmentKind, .one, "\(told?.kind ?? .chemotherapy)",
        options: TreatmentKind.options { words.treatment(one: $0) }),
      Ask(TreatmentText.treatmentRegimen, .line, told?.regimen, hint: TreatmentText.treatmentRegimenHint),
      Ask(TreatmentText.treatmentStarted, .day, told?.started?.written),
      Ask(
        TreatmentText.treatmentCycle, .number, told?.cycleDays.map { "\($0)" }, hint: TreatmentText.treatmentCycleHint,
        field: "cycle"),
      Ask(TreatmentText.treatmentAlteration, .line, told?.alteration, hint: TreatmentText.treatmentAlterationHint),
      Ask(TreatmentText.treatmentPhase, .one, told?.phase.map { "\($0)" }, options: phases, stays: true, onlyIf: inTrial),
      Ask(TreatmentText.treatmentSponsor, .line, told?.sponsor, onlyIf: inTrial),
      Ask(
        TreatmentText.treatmentTrialNumber, .line, told?.trialNumber, hint: TreatmentText.treatmentTrialNumberHint, onlyIf: inTrial),
      Ask(TreatmentText.treatmentStopped, .day, told?.stopped?.written, hint: TreatmentText.treatmentStoppedHint),
      Ask(
        TreatmentText.treatmentEndedFor, .one, told?.endedFor.map { "\($0)" }, options: reasons,
        onlyIf: { !$0[TreatmentText.treatmentStopped].trimmed.isEmpty }),
    ]
    return FormState(told == nil ? TreatmentText.treatmentNew : TreatmentText.treatmentOne, today, asks)
  }

  /// A delay, another dose, a pause.
  fileprivate func changeForm(_ today: CalendarDay, _ told: TreatmentChange?) throws -> FormState {
    let current = try journal.profile().treatments.filter { $0.stopped == nil }.compactMap(\.regimen)
    let treatment = told == nil ? (current.count == 1 ? current[0] : nil) : told?.treatment
    let asks = [
      Ask(
        TreatmentText.changesKind, .one, "\(told?.kind ?? .delayed)", options: ChangeKind.options { words.treatmentChange(one: $0) }
      ),
      Ask(TreatmentText.changesDay, .day, (told?.day ?? today).written),
      Ask(TreatmentText.changesTreatment, .line, treatment),
      Ask(TreatmentText.changesUntil, .day, told?.until?.written),
      Ask(TreatmentText.changesReason, .one, told?.reason.map { "\($0)" }, options: reasons),
      Ask(TreatmentText.changesNote, .text, told?.note),
    ]
    return FormState(told == nil ? TreatmentText.changesNew : TreatmentText.changesOne, today, asks)
  }

  private var reasons: [Option] { texts.notSaid + ChangeReason.options { words.changeReason(one: $0) } }
}
