// The steps of a story about what is noted, and what comes of it.
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories

extension LivedStory {
  /// Is asked about what is to be answered; the table does not say that it was not.
  private func isAskedFor(_ entry: DailyEntry) async throws {
    let before = try journal.verify().records
    try await person.asks(askedFor(entry, journal.profile().list))
    more += try journal.verify().records - before
  }

  func record(_ step: Fields) async throws {
    let entry = try DailyEntry(step.value("entry"))
    try await person.looksAgain()
    let today = try journal.today()
    if entry.day != today.day && !today.missed.contains(entry.day) { return try await recorded(step, entry, .otherDay) }
    if step.fails {
      // Nothing comes of it, so nothing more is asked for.
      let list = try journal.profile().list
      var asked = entry
      asked.answers = entry.answers.filter { list.contains($0.key) }
      try begins(about: entry.day)
      try await person.fills(asked)
      try await person.notes()
      try isSaid(step)
      return try same("what is answered", shown(asked), asked)
    }
    try await noted(step, entry) {
      try await person.writes(as: entry.caregiver)
      if entry.tooUnwell {
        let app = person.app
        return try await person.taps { try person.today.tooUnwell { app.go(.prompt($0)) } }
      }
      try begins(about: entry.day)
      try await person.fills(entry)
      try await person.notes()
    }
  }

  /// About today, or a day that the first screen offers. What is begun already goes on.
  private func begins(about day: CalendarDay) throws {
    let seen = try person.today.state
    if day != seen.day && !seen.missed.contains(where: { $0.day == day }) { throw Untrue("\(day) is not offered") }
    person.app.go(.checkIn(day, amends: nil))
  }

  /// The check-in that is shown, as it would be noted.
  private func shown(_ told: DailyEntry) throws -> DailyEntry {
    try person.checkIn.state.entry(celsius: told.temperature, kilograms: told.weight, relative: told.caregiver)
  }

  /// Through the journal.
  private func recorded(_ step: Fields, _ entry: DailyEntry, _ why: Untapped) async throws {
    if step.fails { return try refusedByTheJournal(step, why) { try journal.record(entry: entry) } }
    let recorded = try await throughTheJournal(why) { try $0.record(entry: entry) }
    if let name = try step.maybeText("as") { entries[name] = recorded.id }
    try prompts.same(recorded.prompt, step.get("prompt"))
  }

  /// In the app: what came of it is shown and is in the journal.
  private func noted(_ step: Fields, _ entry: DailyEntry, _ way: () async throws -> Void) async throws {
    try await isAskedFor(entry)
    let before = Set(try journal.entries().map(\.id))
    try await person.goesHome()
    try await way()
    let made = try journal.entries().filter { !before.contains($0.id) }
    if made.count != 1 { throw Untrue("not one was noted: \(made), \(person.behind.compactMap(\.sentence))") }
    try same("what was noted", made[0].entry, entry)
    if let name = try step.maybeText("as") { entries[name] = made[0].id }
    try calls(step, entry.tooUnwell ? .todayTooUnwellDone : .checkInDone)
  }

  /// What was noted calls for something, and that is shown at once; or it does not, and it is done.
  private func calls(_ step: Fields, _ done: MainText) throws {
    guard case .prompt(let model) = person.app.screen else {
      try prompts.same(nil, step.get("prompt"))
      return try same("what is said", person.today.state.done, person.texts[done])
    }
    let open = try journal.openPrompts().last
    try prompts.same(open, step.get("prompt"))
    guard let open else { throw Untrue("nothing waits, and it is shown") }
    let said = try journal.say(id: open.id, lang: person.texts.lang)
    try same("the headline", model.state.headline, said.headline)
    try same("the reasons", model.state.reasons, said.reasons)
  }

  func amend(_ step: Fields) async throws {
    let (id, entry) = (try known(entries, step.text("of")), try DailyEntry(step.value("entry")))
    try await isAskedFor(entry)
    try await person.writes(as: entry.caregiver)
    if try journal.today().entries.last?.id == id {
      try await person.looksAgain()
      let seen = try person.today.state
      person.app.go(.checkIn(seen.day, amends: seen.noted))
    } else {
      try await person.reads(id)
      guard let noted = try person.timeline.state.open?.noted else { throw Untrue("it cannot be corrected") }
      person.app.go(.checkIn(noted.day, amends: noted.id))
    }
    try await person.fills(entry)
    try await person.notes()
    try same("what was noted", journal.entries().first { $0.id == id }?.entry, entry)
    try calls(step, .checkInDone)
  }

  func withdraw(_ step: Fields) async throws {
    let id = try known(entries, step.text("of"))
    if step.fails { return try refusedByTheJournal(step, .gone) { try journal.withdraw(id: id) } }
    try await person.reads(id)
    let timeline = try person.timeline
    timeline.askToRemove(true)
    try same("whether it shall be taken back is asked", timeline.state.removing, true)
    try await person.taps { timeline.remove() }
    try same("what is said", timeline.state.done, person.texts[FormText.formRemoved])
    if try journal.entries().contains(where: { $0.id == id }) { throw Untrue("it is still there") }
  }

  func keepDraft(_ step: Fields) async throws {
    let told = try step.value("entry")
    if told == .null { return try await throughTheJournal(.forgotten) { try same("what is kept", $0.draft(), nil) } }
    let entry = try DailyEntry(told)
    let asked = try journal.today().asked
    if entry.sameAsBefore.contains(where: { item in asked.first { $0.item == item }?.yesterday == nil }) {
      return try await throughTheJournal(.noYesterday) { try $0.keepDraft(entry: entry) }
    }
    try await isAskedFor(entry)
    try await person.writes(as: entry.caregiver)
    try begins(about: entry.day)
    try await person.fills(entry)
    let journal = try journal
    try await until("it is kept") { (try? journal.draft()) == entry }
    try await person.goesHome()
  }

  func draft(_ step: Fields) async throws {
    let told = try step.value("entry")
    let draft = told == .null ? nil : try DailyEntry(told)
    try await person.looksAgain()
    try same("entry", journal.draft(), draft)
    try same("what was begun", person.today.state.begun, draft != nil)
    guard let draft else { return }
    try begins(about: draft.day)
    try await person.settles()
    try same("what is shown", shown(draft), draft)
    try await person.goesHome()
  }

  func today(_ step: Fields) async throws {
    try await person.looksAgain()
    let today = try journal.today()
    try prompts.same(today, as: step)
    try person.sees(today)
  }

  func resolve(_ step: Fields) async throws {
    let (id, kind) = (try prompts[step.text("prompt")], try step.value("outcome").asMember() as OutcomeKind)
    let (contact, advice) = (try step.maybeText("contact"), try step.maybeText("advice"))
    if step.fails {
      return try refusedByTheJournal(step, .gone) { try journal.resolve(id: id, kind: kind, contact: contact, advice: advice) }
    }
    try await person.opens(id)
    try await person.answers(kind, contact: contact, advice: advice)
    let open = try journal.openPrompts().first { $0.id == id }
    try prompts.same(open, step.get("open"))
    let outcome = try (open?.outcomes ?? journal.prompts().first { $0.id == id }?.outcomes)?.last
    try same("outcome", outcome?.kind, kind)
    if let contact { try same("contact", outcome?.contact, contact) }
    try same("advice", outcome?.advice, advice)
    try await person.looksAgain()
    try same("it waits", person.today.state.waiting.contains { $0.id == id }, open != nil)
  }

  func silence(_ step: Fields) async throws {
    let before = try journal.openPrompts().map(\.id)
    try await person.looksAgain()
    let made = try journal.openPrompts().filter { !before.contains($0.id) }
    try same("no more than one", made.count, min(made.count, 1))
    try prompts.same(made.first, step.get("prompt"))
    guard let made = made.first else { return }
    let said = try journal.say(id: made.id, lang: person.texts.lang).headline
    try same("the headline", person.today.state.waiting.first { $0.id == made.id }?.headline, said)
  }

  func say(_ step: Fields) async throws {
    try await person.speaks(step.value("lang").asMember())
    try await person.opens(prompts[step.text("prompt")])
    let shown = try person.prompt.state
    try says(shown.headline, shown.reasons, shown.whatToSay, as: step)
  }

  func series(_ step: Fields) async throws {
    let (item, days) = (try step.text("item"), try step.value("days").asCount())
    let cells = try journal.series(item: item, days: UInt16(clamping: days)).map(\.cell)
    try same("cells", .list(cells.map { told($0) }), try step.value("cells"))
    try await person.goes(to: .trends)
    let name = try person.texts.words.item(item: item)
    let shown = try person.trends.state.series.filter { $0.name == name }
    let rated = try journal.series(item: item, days: TrendsPeriod.month.rawValue).contains { told($0.cell).isNumber }
    try same("how many charts", shown.count, rated ? 1 : 0)
    guard let points = shown.first?.points.suffix(days) else { return }
    try same("what is drawn", points.map(drawn), cells.map { told($0) }.map { $0.isDrawn ? $0 : .null })
  }

  /// A point of a chart as the table writes it; nothing for a day that is left empty.
  private func drawn(_ point: DayPoint) -> Told {
    point.rating.map { .number(Double($0)) } ?? (point.unwell ? told(.tooUnwell) : .null)
  }
}

extension Told {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
  /// A cell that a chart shows.
  fileprivate var isDrawn: Bool { isNumber || self == .text("too-unwell") }
}
