// The doors of a journal: what opens it, what does not, and what is left of what was begun when it is locked.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

@MainActor @Suite("The lock") struct LockTests {
  /// Somebody whose phone opens the journal by itself.
  private func enrolled(_ folder: Folder) async throws -> (Person, FakeKeyVault) {
    let (person, keys) = (Person(folder.url), FakeKeyVault())
    person.phone.keys = keys
    try await person.starts()
    let first = try person.first
    first.begin()
    #expect(first.state.hasDevice)
    first.lockWithDevice()
    try await first.idle()
    let code = first.state.code
    first.written()
    first.change { $0.readBack = code }
    first.check()
    try await first.idle()
    while first.state.step != .reminder { first.next() }
    first.next()
    try await person.isHome()
    try await person.locks()
    return (person, keys)
  }

  @Test("The phone's key is tried first; whoever says no can try again, whoever changed the phone's lock reads their code")
  func device() async throws {
    let folder = try Folder()
    let (person, keys) = try await enrolled(folder)
    let lock = try person.lock
    #expect(lock.state.with == .device)
    for fault in [KeyVaultError.Cancelled, .Locked] {
      keys.failure = fault
      lock.open()
      try await lock.idle()
      #expect(lock.state.with == .device)
      #expect(lock.problem == lock.failure?.sentence(.fr))
      #expect(lock.problem?.isEmpty == false)
    }
    keys.failure = .Invalidated
    lock.open()
    try await lock.idle()
    // No passphrase was ever chosen: the code on paper is what there is.
    #expect(lock.state.with == .recoveryCode)
    #expect(!lock.state.hasPassphrase)
    #expect(lock.problem == lock.failure?.sentence(.fr))
    keys.failure = nil
    lock.choose(.device)
    #expect(lock.problem == nil)
    lock.open()
    try await person.isHome()
    // Somebody who chose a passphrase later is asked for it.
    person.app.go(.keys)
    let settings = try person.model { if case .settings(let model) = $0 { model } else { nil } }
    guard case .keys(let kept)? = settings.sub else { throw Unexpected("no keys") }
    try await kept.idle()
    kept.change { ($0.by, $0.passphrase, $0.again) = (.device, passphrase, passphrase) }
    kept.keepPassphrase()
    try await kept.idle()
    try await person.locks()
    keys.failure = .Invalidated
    let again = try person.lock
    again.open()
    try await again.idle()
    #expect(again.state.with == .passphrase)
    again.type(passphrase)
    again.open()
    try await person.isHome()
  }

  @Test("After three wrong passphrases what was typed is there still, and the recovery code opens")
  func wrong() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    let code = try await person.makesAJournal()
    try await person.locks()
    let lock = try person.lock
    #expect(lock.state.with == .passphrase)
    lock.open()
    #expect(!lock.busy)
    for times in 1...3 {
      lock.type("twelve quiet heron")
      lock.open()
      try await lock.idle()
      #expect(lock.state.wrong == times)
      #expect(lock.state.typed == "twelve quiet heron")
    }
    lock.choose(.recoveryCode)
    #expect(lock.state.typed == "")
    lock.type(code.lowercased().replacingOccurrences(of: "-", with: " "))
    lock.open()
    try await person.isHome()
  }

  @Test("Whoever left while the phone asked finds it locked")
  func left() async throws {
    let folder = try Folder()
    let (person, _) = try await enrolled(folder)
    let lock = try person.lock
    lock.open()
    person.app.lock()
    try await lock.idle()
    try await until("it is locked again") { if case .locked(let other) = person.app.screen { other !== lock } else { false } }
    #expect(person.app.journal == nil)
  }

  @Test("Whoever looks at another journal while the phone asked finds this one locked")
  func leftForAnother() async throws {
    let folder = try Folder()
    let (person, _) = try await enrolled(folder)
    let lock = try person.lock
    lock.open()
    person.app.oneMore("Papa")
    try await lock.idle()
    _ = try person.first
    #expect(person.app.journal == nil)
  }

  @Test("A check-in that a lock interrupts is found again as it was, by another run of the app too")
  func interrupted() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal()
    person.app.go(.checkIn(monday.day, amends: nil))
    let checkIn = try person.checkIn
    try await checkIn.idle()
    checkIn.manage(2)
    checkIn.type { $0.note = "Nausée au réveil" }
    // At once: the last touch is kept although nothing was waited for.
    person.app.lock()
    if case .checkIn = person.app.screen { Issue.record("what was answered is on the screen still") }
    try await until("the lock is shown") { if case .locked = person.app.screen { true } else { false } }
    try await person.starts()
    let lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
    #expect(try person.today.state.begun)
    person.app.go(.checkIn(monday.day, amends: nil))
    let again = try person.checkIn
    try await again.idle()
    #expect(again.state.general == 2)
    #expect(again.state.note == "Nausée au réveil")
    again.note()
    try await person.isHome()
    #expect(try person.today.state.noted != nil)
    #expect(try !person.today.state.begun)
    #expect(try person.app.journal?.draft() == nil)
  }

  @Test("Whoever types faster than it is kept loses no letter to a lock, in a check-in or in a form")
  func fast() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal()
    let text = String(repeating: "Rien de neuf. ", count: 40).trimmed
    person.app.go(.checkIn(monday.day, amends: nil))
    let checkIn = try person.checkIn
    try await checkIn.idle()
    for end in text.indices { checkIn.type { $0.note = String(text[...end]) } }
    try await person.locks()
    var lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
    #expect(try person.app.journal?.draft()?.note == text)
    person.app.go(.to(.appointments))
    let appointments = try person.model { if case .appointments(let model) = $0 { model } else { nil } }
    try await appointments.idle()
    appointments.tellQuestion()
    try await appointments.idle()
    let form = try #require(appointments.form)
    for end in text.indices { form.type(AppointmentsText.questionsText, String(text[...end])) }
    try await person.locks()
    lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
    #expect(try person.app.journal?.form()?.values[AppointmentsText.questionsText.id] == text)
  }

  @Test("What a screen asks of a journal that was locked meanwhile is said, and not a fault")
  func tooLate() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal()
    let today = try person.today
    try await person.locks()
    today.look()
    try await today.idle()
    #expect(today.problem == today.failure?.sentence(.fr))
    if case .Locked? = today.failure {} else { Issue.record("\(String(describing: today.failure))") }
  }

  @Test("An older copy in place of the journal is told, and opened only by whoever says that it is meant")
  func older() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal()
    let home = Home(phone: person.phone, number: 1)
    try await person.locks()
    let copy = folder.url.appendingPathComponent("copy")
    try FileManager.default.copyItem(at: home.folder, to: copy)
    let lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
    try person.today.tooUnwell { _ in }
    try await person.today.idle()
    try await person.locks()
    try FileManager.default.removeItem(at: home.folder)
    try FileManager.default.moveItem(at: copy, to: home.folder)
    let again = try person.lock
    again.type(passphrase)
    again.open()
    try await again.idle()
    #expect(again.state.older)
    again.open(acceptOlder: true)
    try await person.isHome()
    #expect(try person.today.state.noted == nil)
  }
}
