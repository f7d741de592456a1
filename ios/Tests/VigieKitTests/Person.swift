// A person with a phone in hand: what they touch goes to the models, as a screen would hand it on.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieTesting

/// A passphrase of a made-up person.
let passphrase = "twelve quiet herons"

/// Monday 23 November 2026, ten in the morning in Paris.
let monday = LocalMoment("2026-11-23T10:00:00.000+01:00")!

/// Someone who uses the app.
@MainActor
final class Person {
  let clock: FakeClock
  private(set) var phone: TestPhone
  private(set) var app: AppModel

  /// In a folder of the test's own.
  init(_ folder: URL, at: LocalMoment = monday, locale: String = "fr_FR") {
    clock = FakeClock(at)
    phone = TestPhone(folder, clock: clock, locale: locale)
    app = AppModel(phone)
  }

  /// Someone whose journal was just made, on the first screen.
  static func begun(in folder: URL) async throws -> Person {
    let person = Person(folder)
    try await person.starts()
    try await person.makesAJournal()
    return person
  }

  /// The app begins, on this phone or on another one.
  func starts(on other: TestPhone? = nil) async throws {
    if let other { phone = other }
    app = AppModel(phone)
    app.start()
    try await until("the app shows a screen") { if case .starting = app.screen { false } else { true } }
  }

  var texts: Texts { app.texts! }

  /// What stands behind the screen that is shown.
  func model<Shown>(_ what: String = "\(Shown.self)", _ of: (Screen) -> Shown?) throws -> Shown {
    guard let model = of(app.screen) else { throw Unexpected("not \(what), but \(app.screen)") }
    return model
  }

  var today: TodayModel {
    get throws { try model { if case .today(let model) = $0 { model } else { nil } } }
  }

  var first: FirstModel {
    get throws { try model { if case .first(let model) = $0 { model } else { nil } } }
  }

  var lock: LockModel {
    get throws { try model { if case .locked(let model) = $0 { model } else { nil } } }
  }

  var checkIn: CheckInModel {
    get throws { try model { if case .checkIn(let model) = $0 { model } else { nil } } }
  }

  var prompt: PromptModel {
    get throws { try model { if case .prompt(let model) = $0 { model } else { nil } } }
  }

  /// Makes a journal with this passphrase, reads the code back, leaves the rest but whom to call for later, and gives the code.
  @discardableResult
  func makesAJournal(_ passphrase: String = passphrase, team: String = "") async throws -> String {
    try await chooses(passphrase)
    if let failure = try first.failure { throw failure }
    return try await beginsLater(team: team)
  }

  /// Chooses a passphrase in the first run.
  func chooses(_ passphrase: String) async throws {
    let first = try first
    if first.state.step == .about { first.begin() }
    first.change { ($0.passphrase, $0.again) = (passphrase, passphrase) }
    first.lockWithPassphrase()
    try await first.idle()
  }

  /// Writes the recovery code down and reads it back, leaves the rest but whom to call for later, and gives the code.
  func beginsLater(team: String = "") async throws -> String {
    let first = try first
    let code = first.state.code
    first.written()
    first.change { $0.readBack = code }
    first.check()
    try await first.idle()
    first.change { $0.teamPhone = team }
    while first.state.step != .reminder { first.next() }
    first.next()
    try await isHome()
    return code
  }

  /// Waits until the first screen of the open journal is there.
  func isHome() async throws {
    try await until("today is shown") { if case .today = app.screen { true } else { false } }
    try await today.idle()
  }

  /// Leaves the app, or locks it.
  func locks() async throws {
    app.lock()
    try await until("the lock is shown") { if case .locked = app.screen { true } else { false } }
  }
}

/// What was not expected.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
