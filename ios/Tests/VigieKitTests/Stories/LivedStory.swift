// One story on its way through the app: each step is what a person does, and what is shown and kept then.
import Foundation
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

@MainActor
final class LivedStory {
  let person: Person
  /// The story's folder, with one below it for each phone.
  private let home: URL
  /// The steps that were done through the journal, and why.
  private(set) var untapped: [Int: Untapped] = [:]
  private var number = 0
  private var phones: [String: TestPhone]
  let stores = Stores()
  let prompts = Prompts()
  var backups: [String: Data] = [:]
  var entries: [String: EntryId] = [:]
  var care: [String: CareId] = [:]
  var code = ""
  /// How many records there are more than in the table: in the app a profile is kept at each change.
  var more: UInt64 = 0

  /// The phone on which every story begins is called so.
  private static let firstPhone = "phone"

  init(_ home: URL) {
    self.home = home
    person = Person(home.appendingPathComponent(Self.firstPhone))
    phones = [Self.firstPhone: person.phone]
  }

  /// What is open: what was done in the app is read from it.
  var journal: Journal { get throws { try person.journal } }

  func step(_ told: Told) async throws {
    number += 1
    let step = try Fields(told)
    if let at = try step.get("at")?.asMoment() { person.clock.shown = at }
    // Nothing of the rest can be done.
    if try step.maybeText("fails") == "Locked" { return try isLocked() }
    try await call(try step.text("do"), step)
    try step.done()
  }

  private func call(_ name: String, _ step: Fields) async throws {
    switch name {
    case "create": try await create(step)
    case "open": try await open(step)
    case "lock": try await person.leaves()
    case "restore": try await restore(step)
    case "backup": try await backup(step)
    case "merge": try await merge(step)
    case "add_key": try await addKey(step)
    case "keys": try await keys(step)
    case "vault": try stores[step.text("name")].answers(step)
    case "profile": try await profile(step)
    case "copy":
      let (from, to) = (try phone(step.text("from")).folder, try phone(step.text("to")).folder)
      try await betweenRuns { try copyFolder(from: from, to: to) }
    case "erase":
      let name = try step.text("dir")
      let place = phones[name]?.folder ?? home.appendingPathComponent(name)
      try await betweenRuns { try FileManager.default.removeItem(at: place) }
    case "fill": try fillDisk(home.appendingPathComponent(try step.text("file")))
    default: try await note(name, step)
    }
  }

  private func note(_ name: String, _ step: Fields) async throws {
    switch name {
    case "record": try await record(step)
    case "amend": try await amend(step)
    case "withdraw": try await withdraw(step)
    case "keep_draft": try await keepDraft(step)
    case "draft": try await draft(step)
    case "today": try await today(step)
    case "resolve": try await resolve(step)
    case "silence": try await silence(step)
    case "say": try await say(step)
    case "series": try await series(step)
    case "care": try await care(step)
    case "amend_care": try await amendCare(step)
    case "withdraw_care": try await withdrawCare(step)
    case "questions": try await questions(step)
    case "doses": try await doses(step)
    case "reminders": try reminders(step)
    case "attach": try await attach(step)
    case "attachments": try await attachments(step)
    case "preview": try await person.previews(step)
    case "export": try await export(step)
    case "verify": try same(journal.verify(), as: step)
    default: throw Untrue("no such step: '\(name)'")
    }
  }

  /// What no person does in the app.
  func throughTheJournal<T>(_ why: Untapped, _ call: (Journal) throws -> T) async throws -> T {
    untapped[number] = why
    try await person.goesHome()
    let given = try call(journal)
    try await person.looksAgain()
    return given
  }

  /// What no person can try in the app fails for whoever tries it otherwise.
  func refusedByTheJournal<T>(_ step: Fields, _ why: Untapped, _ call: () throws -> T) throws {
    untapped[number] = why
    try failed(failure(call), as: step)
  }

  func failure<T>(_ call: () throws -> T) throws -> JournalError {
    do {
      _ = try call()
    } catch let failure as JournalError {
      return failure
    }
    throw Untrue("it did not fail")
  }

  /// The screen tells of the failure that is told.
  func isSaid(_ step: Fields) throws {
    guard let model = person.behind.last(where: { $0.failure != nil }), let failure = model.failure else {
      throw Untrue("it did not fail: \(person.app.screen)")
    }
    var told = failure
    if case .OlderCopy(let found, let known, let said) = failure {
      told = .OlderCopy(found: found - more, known: known - more, said: said)
    }
    try failed(told, as: step)
    try same("what is said", model.sentence, failure.sentence(person.texts.lang))
  }

  /// Nothing but the lock is shown.
  private func isLocked() throws {
    _ = try person.lock
    if person.app.journal != nil { throw Untrue("it is open") }
  }

  private func phone(_ name: String) -> TestPhone {
    let phone = phones[name] ?? TestPhone(home.appendingPathComponent(name), clock: person.clock)
    phones[name] = phone
    return phone
  }

  /// Takes the phone of the step.
  func takes(_ step: Fields) async throws -> TestPhone {
    let phone = phone(try step.text("dir"))
    if phone === person.phone { return phone }
    if person.app.journal != nil { try await person.leaves() }
    try await person.starts(on: phone)
    return phone
  }

  /// The app does not run while its folder becomes another.
  private func betweenRuns(_ change: () throws -> Void) async throws {
    try change()
    if person.app.journal == nil { try await person.starts() }
  }
}

extension TestPhone {
  /// Where its first journal lies.
  var home: Home { Home(phone: self, number: 1) }
  var folder: URL { home.folder }
}
