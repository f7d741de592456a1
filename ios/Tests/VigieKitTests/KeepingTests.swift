// What the phone keeps and does for a journal: its key, its marks, what it says, and what happens when the person leaves. The enclave,
// the keychain and the system's notifications themselves are on no machine of the project: stand-ins take their place here.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

/// A key that is a number; it protects nothing.
private final class FakeKey: PhoneKey {
  private let state = Guarded((key: UInt8?.none, next: UInt8(1), made: 0, fault: (any Error)?.none))

  var fault: (any Error)? {
    get { state.value.fault }
    set { state.with { $0.fault = newValue } }
  }
  var made: Int { state.value.made }
  var isThere: Bool { state.value.key != nil }

  func make() throws {
    state.with {
      ($0.key, $0.next, $0.made) = ($0.next, $0.next + 1, $0.made + 1)
      if case KeyVaultError.Invalidated? = $0.fault { $0.fault = nil }
    }
  }

  func encrypt(_ secret: Data) throws -> Data { try changed(secret) }

  func decrypt(_ wrapped: Data) throws -> Data { try changed(wrapped) }

  func remove() { state.with { $0.key = nil } }

  private func changed(_ bytes: Data) throws -> Data {
    try state.with { state in
      if let fault = state.fault { throw fault }
      guard let key = state.key else { throw KeyVaultError.NotFound }
      return Data(bytes.map { $0 ^ key })
    }
  }
}

@Suite("The phone's key") struct PhoneVaultTests {
  private let secret = Data("a secret of 32 bytes, more or less".utf8)

  @Test("What it closed it opens, with one key")
  func opens() throws {
    let key = FakeKey()
    let vault = PhoneVault(key)
    let wrapped = try vault.wrapSecret(secret: secret)
    #expect(wrapped != secret)
    #expect(try vault.unwrapSecret(wrapped: wrapped) == secret)
    _ = try vault.wrapSecret(secret: secret)
    #expect(key.made == 1)
  }

  @Test("Opening never makes a key: the next one could not open what this one closed")
  func makesNone() throws {
    let key = FakeKey()
    #expect(throws: KeyVaultError.NotFound) { try PhoneVault(key).unwrapSecret(wrapped: secret) }
    #expect(key.made == 0)
  }

  @Test("A key that the phone's new lock made useless is made anew when the journal is given one, and not before")
  func invalidated() throws {
    let key = FakeKey()
    let vault = PhoneVault(key)
    let before = try vault.wrapSecret(secret: secret)
    key.fault = KeyVaultError.Invalidated
    #expect(throws: KeyVaultError.Invalidated) { try vault.unwrapSecret(wrapped: before) }
    #expect(key.made == 1)
    let after = try vault.wrapSecret(secret: secret)
    #expect(key.made == 2)
    #expect(try vault.unwrapSecret(wrapped: after) == secret)
  }

  @Test("The person who says no, or too often another, is told so; nothing else crosses to the core than its own errors")
  func declared() throws {
    let key = FakeKey()
    let vault = PhoneVault(key)
    let wrapped = try vault.wrapSecret(secret: secret)
    for fault in [KeyVaultError.Cancelled, .Locked, .Failed] {
      key.fault = fault
      #expect(throws: fault) { try vault.unwrapSecret(wrapped: wrapped) }
      #expect(throws: fault) { try vault.wrapSecret(secret: secret) }
    }
    key.fault = CocoaError(.fileNoSuchFile)
    #expect(throws: KeyVaultError.Failed) { try vault.unwrapSecret(wrapped: wrapped) }
  }

  @Test("What the system says of a key is read by its domain and code")
  func faults() {
    let (asking, keeping) = ("com.apple.LocalAuthentication", "NSOSStatusErrorDomain")
    let told: [(String, Int, KeyVaultError)] = [
      (asking, -2, .Cancelled), (asking, -4, .Cancelled), (asking, -9, .Cancelled), (keeping, -128, .Cancelled),
      (asking, -8, .Locked), (asking, -1004, .Locked), (keeping, -25308, .Locked), (keeping, -25293, .Locked),
      (asking, -5, .Invalidated), (keeping, -50, .Invalidated), (keeping, -26275, .Invalidated), (keeping, -25300, .NotFound),
      (asking, -1, .Locked), ("CryptoTokenKit", -4, .Cancelled), ("CryptoTokenKit", -5, .Locked),
      ("CryptoTokenKit", -9, .Locked), ("CryptoTokenKit", -3, .Invalidated), ("CryptoTokenKit", -6, .NotFound),
      (keeping, -2, .Failed), (asking, -128, .Failed), ("another", -2, .Failed),
    ]
    for (domain, code, fault) in told { #expect(KeyVaultError(domain: domain, code: code) == fault, "\(domain) \(code)") }
  }
}

/// A chest in memory.
private final class FakeChest: Chest {
  let kept = Guarded([String: Data]())
  let broken = Guarded(false)

  func read(_ name: String) throws -> Data? {
    if broken.value { throw AnchorError.Failed }
    return kept.value[name]
  }

  func write(_ name: String, _ bytes: Data?) throws {
    if broken.value { throw AnchorError.Failed }
    kept.with { $0[name] = bytes }
  }
}

@Suite("Marks") struct PhoneAnchorTests {
  @Test("An older copy of the folder is noticed by the mark that lies elsewhere")
  func older() throws {
    let (folder, chest) = (try Folder(), FakeChest())
    let (now, copy) = (folder.url.appendingPathComponent("journal"), folder.url.appendingPathComponent("copy"))
    let key = NewKey.passphrase(passphrase: passphrase, cost: .weakForTests)
    let journal = try Journal.create(dir: now.path, key: key, anchor: PhoneAnchor(chest, 1), clock: FakeClock(monday))
    try FileManager.default.copyItem(at: now, to: copy)
    _ = try journal.record(entry: DailyEntry(day: monday.day, state: 1))
    try journal.lock()
    try FileManager.default.removeItem(at: now)
    try FileManager.default.moveItem(at: copy, to: now)
    #expect {
      try Journal.open(dir: now.path, unlock: .passphrase(passphrase), anchor: PhoneAnchor(chest, 1), clock: FakeClock(monday))
    } throws: { error in
      if case .OlderCopy? = error as? JournalError { true } else { false }
    }
    // Another journal has marks of its own.
    _ = try Journal.open(dir: now.path, unlock: .passphrase(passphrase), anchor: PhoneAnchor(chest, 2), clock: FakeClock(monday))
    #expect(chest.kept.value.keys.allSatisfy { $0.hasPrefix("mark-1-") || $0.hasPrefix("mark-2-") })
  }
}

@MainActor @Suite("Presence") struct PresenceTests {
  private final class Hours {
    var now = ContinuousClock.Instant.now
    var locks = 0
  }

  private func presence(_ hours: Hours) -> Presence { Presence(now: { hours.now }, lock: { hours.locks += 1 }) }

  @Test("Whoever leaves locks the journal")
  func leaves() {
    let hours = Hours()
    let presence = presence(hours)
    presence.left()
    #expect(hours.locks == 1)
    presence.came()
    #expect(hours.locks == 1)
  }

  @Test("Whoever is sent to the telephone finds it open, for five minutes and once")
  func errand() {
    let hours = Hours()
    let presence = presence(hours)
    presence.errand()
    presence.left()
    hours.now += .seconds(300)
    presence.came()
    #expect(hours.locks == 0)
    presence.left()
    #expect(hours.locks == 1)
    presence.errand()
    presence.left()
    hours.now += .seconds(301)
    presence.came()
    #expect(hours.locks == 2)
  }

  @Test("An errand that came to nothing is none: whoever leaves later locks")
  func nothing() {
    let hours = Hours()
    let presence = presence(hours)
    presence.errand()
    presence.came()
    presence.left()
    #expect(hours.locks == 1)
  }
}

/// A board in memory.
private final class FakeBoard: NoticeBoard {
  let kept = Guarded([Planned]())

  func waiting() async -> [String] { kept.value.map(\.id) }
  func add(_ planned: Planned) async {
    kept.with { all in
      all.removeAll { $0.id == planned.id }
      all.append(planned)
    }
  }
  func remove(_ ids: [String]) { kept.with { all in all.removeAll { ids.contains($0.id) } } }
}

@Suite("Reminding") struct RemindingTests {
  private let paris = TimeZone(identifier: "Europe/Paris")!
  private let now = monday.date

  private func plan(_ notices: [(NoticeKind, String)], says: String = "Votre carnet") -> Plan {
    Plan(says: says, notices: notices.map { Notice(kind: $0.0, at: LocalMoment($0.1)!) })
  }

  @Test("A reminder goes by the clock on the wall, a call by the hours after it, and what is past is not said")
  func when() {
    let plan = plan([
      (.checkIn, "2026-11-23T20:30:00.000+01:00"), (.call, "2026-11-23T14:00:00.000+01:00"),
      (.medicine, "2026-11-23T08:00:00.000+01:00"),
    ])
    let planned = Reminding.planned(1, plan, now: now, zone: paris)
    #expect(planned.map(\.id) == ["journal-1-0", "journal-1-1"])
    #expect(planned.map(\.says) == ["Votre carnet", "Votre carnet"])
    #expect(planned.first?.when == .after(4 * 3600))
    let evening = DateComponents(calendar: Calendar(identifier: .gregorian), year: 2026, month: 11, day: 23, hour: 20, minute: 30)
    #expect(planned.last?.when == .wall(evening))
  }

  @Test("Someone who travels is reminded at their evening, and called after the same hours")
  func travels() {
    let plan = plan([(.checkIn, "2026-11-23T20:30:00.000+01:00"), (.call, "2026-11-23T20:30:00.000+01:00")])
    let tokyo = TimeZone(identifier: "Asia/Tokyo")!
    #expect(plan.notices[0].date(in: tokyo) == LocalMoment("2026-11-23T20:30:00.000+09:00")!.date)
    #expect(plan.notices[1].date(in: tokyo) == LocalMoment("2026-11-23T20:30:00.000+01:00")!.date)
  }

  @Test("One journal's plan takes the place of what it planned before, and leaves another's")
  func replaced() async {
    let board = FakeBoard()
    let reminding = Reminding(board)
    await reminding.plan(
      1, plan([(.checkIn, "2026-11-23T20:30:00.000+01:00"), (.checkIn, "2026-11-24T20:30:00.000+01:00")]), now: now, zone: paris)
    await reminding.plan(12, plan([(.checkIn, "2026-11-23T19:00:00.000+01:00")], says: "Bonjour"), now: now, zone: paris)
    let later = plan([(.checkIn, "2026-11-23T21:00:00.000+01:00")])
    await reminding.plan(1, later, now: now, zone: paris)
    #expect(board.kept.value.map(\.id) == ["journal-12-0", "journal-1-0"])
    #expect(board.kept.value.last == Reminding.planned(1, later, now: now, zone: paris).first)
    await reminding.forget(1)
    #expect(board.kept.value.map(\.says) == ["Bonjour"])
  }

  @Test("No more is planned than the system keeps, the next first")
  func most() async {
    let board = FakeBoard()
    let reminding = Reminding(board)
    let days = (0..<100).map { (NoticeKind.checkIn, "\(monday.day.adding(days: $0))T20:30:00.000+01:00") }
    await reminding.plan(1, plan(Array(days.prefix(10))), now: now, zone: paris)
    await reminding.plan(2, plan(days), now: now, zone: paris)
    #expect(board.kept.value.count == 64)
    #expect(board.kept.value.last?.id == "journal-2-53")
  }
}

@MainActor @Suite("Files") struct FilesTests {
  @Test("What goes out lies there only while the person is asked, and it is known whether something came of it")
  func out() async throws {
    for wanted in [true, false] {
      let files = Files()
      async let done = files.write("a.pdf") { try $0.write(bytes: Data("whole".utf8)) }
      try await until("the person is asked") { files.toShare != nil }
      let file = try #require(files.toShare)
      #expect(file.lastPathComponent == "a.pdf")
      #expect(try String(contentsOf: file, encoding: .utf8) == "whole")
      files.sharedNow(wanted)
      #expect(try await done == wanted)
      #expect(files.toShare == nil)
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test("What could not be written whole is not offered")
  func broken() async throws {
    let files = Files()
    await #expect(throws: StreamError.DiskFull) { try await files.write("a.pdf") { _ in throw StreamError.DiskFull } }
    #expect(files.toShare == nil)
    #expect(!FileManager.default.fileExists(atPath: Files.outgoing.path))
  }

  @Test("Whoever leaves while they are asked sends nothing, and a picker that goes without a word is waited for no longer")
  func closed() async throws {
    let files = Files()
    async let done = files.write("a.pdf") { try $0.write(bytes: Data("whole".utf8)) }
    try await until("the person is asked") { files.toShare != nil }
    files.close()
    #expect(try await !done)
    async let read = files.read { try $0.read(atMost: 1) }
    try await until("the person is asked") { files.choosing }
    files.pickerWent()
    #expect(try await read == nil)
  }

  @Test("What comes in is read; nothing is when the person chooses none")
  func takenIn() async throws {
    let folder = try Folder()
    let file = folder.url.appendingPathComponent("b.age")
    try Data("kept".utf8).write(to: file)
    for chosen in [file, nil] {
      let files = Files()
      async let read = files.read { try $0.read(atMost: 100) }
      try await until("the person is asked") { files.choosing }
      files.chosenNow(chosen)
      #expect(try await read == chosen.map { _ in Data("kept".utf8) })
      #expect(!files.choosing)
    }
  }
}
