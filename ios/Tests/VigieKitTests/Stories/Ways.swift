// The ways of a person through the app, from wherever they are: home, to a place, out of the journal and into it.
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories

/// What stands behind a screen, or behind what lies over it.
@MainActor
protocol Behind {
  var busy: Bool { get }
  var problem: String? { get }
  var failure: JournalError? { get }
}

extension Model: Behind {}

extension Behind {
  /// The sentence of what did not work, wherever it is told.
  var sentence: String? { (self as? FormModel)?.state.wrong?.sentence ?? problem }
}

extension Person {
  /// What stands behind the screen, and then behind what lies over it.
  var behind: [any Behind] {
    switch app.screen {
    case .starting: []
    case .first(let model): [model]
    case .locked(let model): [model]
    case .restore(let model): [model]
    case .today(let model): [model]
    case .checkIn(let model): [model]
    case .prompt(let model): [model]
    case .trends(let model): [model]
    case .timeline(let model): [model]
    case .treatment(let model): over(model)
    case .results(let model): over(model)
    case .appointments(let model): over(model)
    case .support(let model): [model]
    case .trials(let model): [model]
    case .consultation(let model): [model]
    case .settings(let model):
      switch model.sub {
      case nil: [model]
      case .keys(let page): [model, page]
      case .copies(let page): [model, page]
      case .asked(let page): [model, page]
      case .team(let page): [model, page]
      }
    }
  }

  private func over<State>(_ model: FormsModel<State>) -> [any Behind] {
    if let form = model.form { [model, form] } else { [model] }
  }

  /// Waits until nothing is at work any more.
  func settles() async throws {
    try await until("nothing is at work") {
      let behind = behind
      return !behind.isEmpty && !behind.contains(where: \.busy)
    }
  }

  /// Touches something that may fail, and waits for what comes of it.
  func tries(_ touch: () throws -> Void) async throws {
    try await settles()
    try touch()
    try await settles()
  }

  /// Touches something that does what it should.
  func taps(_ touch: () throws -> Void) async throws {
    try await tries(touch)
    if let failed = behind.first(where: { $0.failure != nil || $0.sentence != nil }) {
      throw Unexpected("it failed: \(failed.failure.map { "\($0)" } ?? ""): \(failed.sentence ?? "")")
    }
  }

  /// What is open.
  var journal: Journal {
    get throws {
      guard let journal = app.journal else { throw Unexpected("the journal is closed") }
      return journal
    }
  }

  var restoring: RestoreModel { get throws { try model { if case .restore(let model) = $0 { model } else { nil } } } }
  var trends: TrendsModel { get throws { try model { if case .trends(let model) = $0 { model } else { nil } } } }
  var timeline: TimelineModel { get throws { try model { if case .timeline(let model) = $0 { model } else { nil } } } }
  var treatment: TreatmentModel { get throws { try model { if case .treatment(let model) = $0 { model } else { nil } } } }
  var results: ResultsModel { get throws { try model { if case .results(let model) = $0 { model } else { nil } } } }
  var appointments: AppointmentsModel { get throws { try model { if case .appointments(let model) = $0 { model } else { nil } } } }
  var consultation: ConsultationModel { get throws { try model { if case .consultation(let model) = $0 { model } else { nil } } } }
  var settings: SettingsModel { get throws { try model { if case .settings(let model) = $0 { model } else { nil } } } }

  var keys: KeysModel { get throws { try page { if case .keys(let page) = $0 { page } else { nil } } } }
  var copies: CopiesModel { get throws { try page { if case .copies(let page) = $0 { page } else { nil } } } }
  var asked: AskedModel { get throws { try page { if case .asked(let page) = $0 { page } else { nil } } } }
  var team: TeamModel { get throws { try page { if case .team(let page) = $0 { page } else { nil } } } }

  private func page<Shown>(_ of: (SettingsSub) -> Shown?) throws -> Shown {
    try model { if case .settings(let model) = $0 { model.sub.flatMap(of) } else { nil } }
  }

  /// The form that is open.
  var form: FormModel {
    get throws {
      guard let form = behind.last as? FormModel else { throw Unexpected("no form, but \(app.screen)") }
      return form
    }
  }

  /// One step back, as the screen that is shown takes it.
  func goesBack() async throws {
    try await tries {
      let leave = { self.app.back() }
      switch app.screen {
      case .checkIn(let model): if !model.back() { leave() }
      case .prompt(let model): if model.state.reached { model.reached(false) } else { leave() }
      case .timeline(let model): model.back(leave)
      case .treatment(let model): model.back(leave)
      case .results(let model): model.back(leave)
      case .appointments(let model): model.back(leave)
      case .consultation(let model): model.back(leave)
      case .settings(let model): if !model.back() { leave() }
      case .restore, .trends: leave()
      default: throw Unexpected("no way back from \(app.screen)")
      }
    }
  }

  /// Back to the first screen of the open journal.
  func goesHome() async throws {
    try await settles()
    while true {
      if case .today = app.screen { return }
      try await goesBack()
    }
  }

  func goes(to place: Place) async throws {
    try await goesHome()
    try await taps { app.go(.to(place)) }
  }

  /// A page of the settings.
  func sets(_ page: (SettingsModel) -> Void) async throws {
    try await goes(to: .settings)
    try await taps { page(try settings) }
  }

  /// The first screen as it is now: time went by, or something was done without it.
  func looksAgain() async throws {
    try await goes(to: .settings)
    try await goesHome()
  }

  /// Locks it.
  func leaves() async throws {
    try await goesHome()
    try await locks()
  }

  /// Whoever notes from now on: a relative, or the person.
  func writes(as relative: String?) async throws {
    try await goesHome()
    let today = try today
    if today.state.relative == relative { return }
    try await taps { today.askWho(true) }
    if let relative { today.typeRelative(relative) }
    try await taps { today.notes(relative == nil ? nil : today.state.newRelative) }
    try same("who notes", today.state.relative, relative)
  }

  /// The call to act, opened from the first screen.
  func opens(_ prompt: PromptId) async throws {
    try await looksAgain()
    if try !today.state.waiting.contains(where: { $0.id == prompt }) { throw Unexpected("it does not wait on the first screen") }
    try await taps { app.go(.prompt(prompt)) }
    _ = try self.prompt
  }

  /// What was noted on a day, read whole in the timeline.
  func reads(_ entry: EntryId) async throws {
    try await goes(to: .timeline)
    let timeline = try timeline
    let rows = timeline.state.lines.compactMap { line in if case .thing(let row) = line { row } else { nil } }
    guard let row = rows.first(where: { $0.noted?.id == entry }) else { throw Unexpected("it is not in the timeline") }
    try await taps { timeline.open(row) }
    try same("what is read", timeline.state.open, row)
  }

  /// The first screen says what the journal says of today.
  func sees(_ view: TodayView) throws {
    let state = try today.state
    let words = texts.words
    let journal = try journal
    try same("day", state.dayName, words.weekdayDay(day: view.day))
    try same("noted", state.noted, view.entries.last?.id)
    try same("nothing asked", state.nothingAsked, view.asked.isEmpty)
    try same("begun", state.begun, journal.draft() != nil)
    let treated = view.treatmentDay.map { texts.say(MainPhrase.todayTreatmentDay, counts: ["day": Int64($0)]) }
    try same("treatment day", state.treatmentDay, treated)
    try same("missed", state.missed, view.missed.map { MissedDay(day: $0, name: try words.weekdayDay(day: $0)) })
    try same("what waits", state.waiting.map(\.id), view.open.map(\.id))
    for (shown, open) in zip(state.waiting, view.open) {
      try same("headline", shown.headline, journal.say(id: open.id, lang: texts.lang).headline)
      try same("overdue", shown.overdue, open.overdue)
      try same("due", shown.due, texts.say(MainPhrase.promptDue, ["moment": words.moment(moment: open.due)]))
    }
  }

  /// Says what became of the call to act that is shown.
  func answers(_ kind: OutcomeKind, contact: String?, advice: String?) async throws {
    let prompt = try prompt
    if kind == .reached {
      prompt.reached(true)
      prompt.type { ($0.who, $0.advice) = (contact ?? "", advice ?? "") }
    }
    try await taps { prompt.resolve(kind) }
  }

  /// Reads the app in this language from now on.
  func speaks(_ lang: Lang) async throws {
    if texts.lang == lang { return }
    try await goes(to: .settings)
    try settings.otherLanguage()
    try await until("it is in the other language") { if case .today = app.screen { texts.lang == lang } else { false } }
    try await settles()
  }
}
