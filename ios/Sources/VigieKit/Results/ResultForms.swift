// What is asked of a result, a scan, and a photo or paper.
import Vigie

/// A photo or a paper about to be chosen.
private struct Paper: Sendable {
  let day: CalendarDay
  let name: String
}

extension ResultsModel {
  /// A result is told. Under a name that is there, its unit and range are likely the same.
  public func tell(_ like: Listed<LabResult>? = nil) { tell(nil, like?.told) }

  /// This result is corrected.
  public func correct(_ one: Listed<LabResult>) { tell(one.id, one.told) }

  private func tell(_ id: CareId?, _ told: LabResult?) {
    let today = state.today
    open(id, { $0.resultForm(today, told, new: id == nil) }) { .lab(result: try $0.result()) }
  }

  /// A scan is told, or this one corrected.
  public func tellScan(_ one: Listed<ImagingStudy>? = nil) {
    let today = state.today
    open(one?.id, { $0.scanForm(today, one?.told) }) { reader in
      let study = ImagingStudy(
        day: try reader.neededDay(ResultsText.scansDay), kind: reader.one(ResultsText.scansKind) ?? .other,
        place: try reader.label(ResultsText.scansPlace), conclusion: reader.one(ResultsText.scansConclusion) ?? .notTold,
        told: try reader.note(ResultsText.scansTold))
      return .imaging(study: study)
    }
  }

  /// A photo or a paper is kept: named first, and then chosen.
  public func tellPaper() {
    if busy { return }
    let (hand, journal) = (hand, journal)
    let asks = [
      Ask(ResultsText.attachmentsName, .line, hint: ResultsText.attachmentsNameHint),
      Ask(ResultsText.attachmentsDay, .day, state.today.written),
    ]
    let state = FormState(
      ResultsText.attachmentsNew, state.today, asks, keep: ResultsText.attachmentsChoose, about: texts[ResultsText.attachmentsWhy])
    form = FormModel(
      hand, journal, state, which: "",
      read: {
        Paper(day: try $0.neededDay(ResultsText.attachmentsDay), name: try $0.neededLabel(ResultsText.attachmentsName))
      },
      save: { paper in
        try await hand.phone.readFile { try journal.attach(day: paper.day, name: paper.name, source: $0) } != nil
      },
      remove: nil, done: { [weak self] in self?.told($0) })
    forgetDone()
  }
}

extension Reader {
  /// The value and the range are read one after the other: each refusal is told at its own place.
  fileprivate func result() throws -> LabResult {
    var result = LabResult(
      day: form.today, name: try neededLabel(ResultsText.resultsName), value: typed(ResultsText.resultsValue), unit: nil, range: nil
    )
    let alone = result
    try at(ResultsText.resultsValue) { _ = try texts.words.event(event: .lab(result: alone)) }
    let range = typed(ResultsText.resultsRange)
    (result.unit, result.range) = (try label(ResultsText.resultsUnit), range.isEmpty ? nil : range)
    let ranged = result
    try at(ResultsText.resultsRange) { _ = try texts.words.event(event: .lab(result: ranged)) }
    result.day = try neededDay(ResultsText.resultsDay)
    return result
  }
}

extension Opened {
  /// A new result begins with the name, unit and range of the one before; one that is corrected with its value and day too.
  fileprivate func resultForm(_ today: CalendarDay, _ told: LabResult?, new: Bool) -> FormState {
    let asks = [
      Ask(ResultsText.resultsName, .line, told?.name, hint: ResultsText.resultsNameHint),
      Ask(ResultsText.resultsValue, .line, new ? nil : (told?.value).map(texts.printed), hint: ResultsText.resultsValueHint),
      Ask(ResultsText.resultsUnit, .line, told?.unit),
      Ask(ResultsText.resultsRange, .line, told?.range.map(texts.printed), hint: ResultsText.resultsRangeHint),
      Ask(ResultsText.resultsDay, .day, (new ? today : told?.day ?? today).written),
    ]
    return FormState(new ? ResultsText.resultsNew : ResultsText.resultsOne, today, asks)
  }

  fileprivate func scanForm(_ today: CalendarDay, _ told: ImagingStudy?) -> FormState {
    let asks = [
      Ask(ResultsText.scansKind, .one, "\(told?.kind ?? .ct)", options: ImagingKind.options { words.imaging(one: $0) }),
      Ask(ResultsText.scansDay, .day, (told?.day ?? today).written),
      Ask(ResultsText.scansPlace, .line, told?.place),
      Ask(
        ResultsText.scansConclusion, .one, "\(told?.conclusion ?? .notTold)",
        options: Conclusion.options { words.conclusion(one: $0) }),
      Ask(ResultsText.scansTold, .text, told?.told, hint: ResultsText.scansToldHint),
    ]
    return FormState(told == nil ? ResultsText.scansNew : ResultsText.scansOne, today, asks)
  }
}
