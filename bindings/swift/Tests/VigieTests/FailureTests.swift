// Every failure by its own case, with a sentence in both languages: provoked, not made up.
import Foundation
import Testing
import Vigie

@testable import VigieCore
@testable import VigieStories
@testable import VigieTesting

/// How to make a call fail.
struct Provocation: CustomTestStringConvertible, Sendable {
  /// The case that has to come.
  let name: String
  /// In which way.
  let way: String
  let call: @Sendable (Folder) throws -> Void

  init(_ name: String, _ way: String, _ call: @escaping @Sendable (Folder) throws -> Void) {
    (self.name, self.way, self.call) = (name, way, call)
  }

  var testDescription: String { "\(name): \(way)" }
}

/// The name of an error's case.
private func caseName(_ error: JournalError) -> String {
  String("\(error)".prefix { $0 != "(" })
}

private func open(_ folder: Folder, anchor: JournalAnchor? = nil) throws -> Journal {
  try Journal.open(dir: folder(), unlock: .passphrase(passphrase), anchor: anchor, clock: FakeClock(monday))
}

private func table(_ rows: String...) -> DataSource {
  DataSource(Data((["patient,date,item,value"] + rows).joined(separator: "\n").utf8))
}

private func device(_ failure: KeyVaultError) -> @Sendable (Folder) throws -> Void {
  { folder in
    let vault = FakeKeyVault()
    try Journal.create(dir: folder(), key: .device(vault), clock: FakeClock(monday)).lock()
    vault.failure = failure
    _ = try Journal.open(dir: folder(), unlock: .device(vault))
  }
}

/// A backup whose bytes were changed on the way.
private func backup(_ change: @escaping @Sendable (Data) -> Data) -> @Sendable (Folder) throws -> Void {
  { folder in
    let sink = DataSink()
    _ = try newJournal(in: folder).backup(sink: sink, passphrase: passphrase)
    _ = try checkBackup(source: DataSource(change(sink.data)), passphrase: passphrase)
  }
}

/// A journal's file whose bytes were changed while it was closed.
private func changed(_ folder: Folder, _ change: (inout Data) -> Void) throws {
  try newJournal(in: folder).lock()
  let file = folder.file("journal/journal.vigie")
  var bytes = try Data(contentsOf: file)
  change(&bytes)
  try bytes.write(to: file)
}

private func copy(_ folder: Folder, _ from: String, _ to: String) throws {
  try? FileManager.default.removeItem(at: folder.file(to))
  try FileManager.default.copyItem(at: folder.file(from), to: folder.file(to))
}

private func record(_ journal: Journal, _ rating: Int) throws {
  _ = try journal.record(entry: DailyEntry(day: monday.day, answers: ["fatigue": .rated(rating: rating)]))
}

private let opening: [Provocation] = [
  Provocation("WrongKey", "another passphrase") {
    try newJournal(in: $0).lock()
    _ = try Journal.open(dir: $0(), unlock: .passphrase("another passphrase"))
  },
  Provocation("WrongKey", "what is no recovery code") {
    try newJournal(in: $0).lock()
    _ = try Journal.open(dir: $0(), unlock: .recoveryCode("hello"))
  },
  Provocation("Passphrase", "too short") { _ = try Journal.create(dir: $0(), key: .passphrase("short")) },
  Provocation("NotFound", "an empty folder") { _ = try open($0) },
  Provocation("AlreadyThere", "made twice") {
    try newJournal(in: $0).lock()
    _ = try newJournal(in: $0)
  },
  Provocation("InUse", "open already") {
    let journal = try newJournal(in: $0)
    defer { withExtendedLifetime(journal) {} }
    _ = try open($0)
  },
  Provocation("Locked", "used after locking") {
    let journal = try newJournal(in: $0)
    try journal.lock()
    _ = try journal.today()
  },
  Provocation("Damaged", "zeros in the file") {
    try changed($0) { $0.replaceSubrange($0.count / 2..<$0.count, with: Data(count: $0.count - $0.count / 2)) }
    _ = try open($0)
  },
  Provocation("Tampered", "another history under the same anchor") {
    let anchor = FakeAnchor()
    let journal = try Journal.create(dir: $0(), key: quickKey, anchor: anchor, clock: FakeClock(monday))
    try record(journal, 1)
    try journal.lock()
    try copy($0, "journal", "older")
    for rating in 2...6 { try record(try open($0, anchor: anchor), rating) }
    try copy($0, "older", "journal")
    for rating in 2...6 { try record(try open($0), rating + 1) }
    _ = try open($0, anchor: anchor)
  },
  Provocation("OlderCopy", "an older copy under the same anchor") {
    let anchor = FakeAnchor()
    try Journal.create(dir: $0(), key: quickKey, anchor: anchor, clock: FakeClock(monday)).lock()
    try copy($0, "journal", "older")
    try record(try open($0, anchor: anchor), 3)
    try copy($0, "older", "journal")
    _ = try open($0, anchor: anchor)
  },
  Provocation("DeviceKey", "no such key", device(.NotFound)),
  Provocation("DeviceKey", "cancelled", device(.Cancelled)),
  Provocation("NewerVersion", "the format of a later version") {
    try changed($0) {
      let magic = $0.range(of: Data("VIGIEJNL".utf8))!
      $0[magic.upperBound + 1] = 99
    }
    _ = try open($0)
  },
  Provocation("Io", "a folder below a file") {
    try Data().write(to: $0.file("file"))
    _ = try Journal.create(dir: $0("file/journal"), key: quickKey)
  },
]

private let keysAndBackups: [Provocation] = [
  Provocation("LastKey", "the last key") {
    let journal = try newJournal(in: $0)
    for key in try journal.keys() { try journal.removeKey(id: key.id) }
  },
  Provocation("TooManyKeys", "keys without end") {
    let journal = try newJournal(in: $0)
    for _ in 0..<20 { _ = try journal.addKey(unlock: .passphrase(passphrase), key: quickKey) }
  },
  Provocation("OtherJournal", "somebody else's backup") {
    let sink = DataSink()
    _ = try newJournal(in: Folder()).backup(sink: sink, passphrase: passphrase)
    _ = try newJournal(in: $0).merge(source: DataSource(sink.data), passphrase: passphrase)
  },
  Provocation("Backup", "another passphrase") {
    let sink = DataSink()
    _ = try newJournal(in: $0).backup(sink: sink, passphrase: passphrase)
    _ = try checkBackup(source: DataSource(sink.data), passphrase: "another passphrase")
  },
  Provocation("Backup", "cut short", backup { $0.dropLast(40) }),
  Provocation("Backup", "changed", backup { $0.dropLast(40) + Data(count: 40) }),
  Provocation("Backup", "something else", backup { _ in Data("a shopping list".utf8) }),
  Provocation("DiskFull", "a full disk") {
    _ = try newJournal(in: $0).backup(sink: BrokenSink(.DiskFull), passphrase: passphrase)
  },
  Provocation("Io", "a disk that went away") {
    _ = try newJournal(in: $0).backup(sink: BrokenSink(.Failed), passphrase: passphrase)
  },
]

private let contents: [Provocation] = [
  Provocation("AttachmentTooLarge", "more than 64 MiB") {
    _ = try newJournal(in: $0).attach(day: monday.day, name: "film.mov", source: Zeros(65 << 20))
  },
  Provocation("Invalid", "an empty entry") { _ = try newJournal(in: $0).record(entry: DailyEntry(day: monday.day)) },
  Provocation("Invalid", "a rating beyond the scale") { try record(try newJournal(in: $0), 11) },
  Provocation("Invalid", "a rating beyond every number") { try record(try newJournal(in: $0), .max) },
  Provocation("NoSuch", "an entry that is none") {
    try newJournal(in: $0).withdraw(id: "00000000000000000000000000000000")
  },
  Provocation("Table", "a row that is none") {
    _ = try newJournal(in: $0).importTable(source: table("p,2026-11-20,fatigue,eleven"))
  },
  Provocation("Table", "a table of other columns") {
    _ = try newJournal(in: $0).importTable(source: DataSource(Data("a,b\n1,2\n".utf8)))
  },
  Provocation("SeveralPeople", "a table of two people") {
    _ = try newJournal(in: $0).importTable(source: table("p,2026-11-20,fatigue,3", "q,2026-11-20,fatigue,3"))
  },
  Provocation("NobodyOfThatName", "nobody of that name") {
    _ = try newJournal(in: $0).importTable(source: table("p,2026-11-20,fatigue,3"), patient: "q")
  },
  Provocation("OtherPerson", "the table of somebody else") {
    let journal = try newJournal(in: $0)
    _ = try journal.importTable(source: table("p,2026-11-20,fatigue,3"))
    _ = try journal.importTable(source: table("q,2026-11-20,fatigue,3"))
  },
  Provocation("NotSorted", "people who come again") { _ in
    let rows = table("q,2026-11-20,fatigue,3", "p,2026-11-20,fatigue,3")
    _ = try replay(source: rows, options: ReplayOptions(sorted: true), sink: DataSink())
  },
  Provocation("Calendar", "no calendar") {
    let nothing = DataSource(Data("a shopping list".utf8))
    _ = try newJournal(in: $0).importCalendar(source: nothing, kind: .consultation, lang: .fr)
  },
  Provocation("Directory", "no directory") { try newJournal(in: $0).keepDirectory(file: Data("[".utf8)) },
  Provocation("TrialProfile", "no profile") { try newJournal(in: $0).keepTrialProfile(json: "[") },
  Provocation("Registry", "no registry") { _ in
    let profile = #"{"conditions": ["lung cancer"]}"#
    _ = try TrialShortlist.read(profile: profile, registries: [DataSource(Data("a shopping list".utf8))])
  },
  Provocation("Rules", "no rules") { _ = try newJournal(in: $0).installRules(file: "a shopping list") },
  Provocation("Bug", "a key store that calls the journal") {
    let journal = try newJournal(in: $0)
    let vault = CallingVault(journal)
    _ = try? journal.addKey(unlock: .passphrase(passphrase), key: .device(vault))
    if let thrown = vault.thrown.value { throw thrown }
  },
]

@Suite("Failures") struct FailureTests {
  @Test("A failure has its case and a sentence in both languages", arguments: opening + keysAndBackups + contents)
  func typed(provocation: Provocation) throws {
    let folder = try Folder()
    let error = try #require(failure { try provocation.call(folder) })
    #expect(caseName(error) == provocation.name)
    #expect(!error.sentence(.fr).isEmpty && !error.sentence(.en).isEmpty)
    #expect(error.sentence(.fr) != error.sentence(.en))
    #expect([error.sentence(.fr), error.sentence(.en)].contains(error.localizedDescription), "as the system would show it")
  }

  @Test("There is no case that none of these provokes")
  func complete() {
    let provoked = Set((opening + keysAndBackups + contents).map(\.name))
    #expect(provoked == Set(everyCase().map(caseName)))
  }

  @Test("What a case holds is told")
  func told() throws {
    let folder = try Folder()
    let told = [Provocation](opening + contents).filter { ["Passphrase", "OlderCopy", "Invalid"].contains($0.name) }
      .compactMap { provocation in failure { try provocation.call(try Folder()) } }
    for error in told {
      switch error {
      case .Passphrase(let fewest, _): #expect(fewest == 8)
      case .OlderCopy(let found, let known, _): #expect(found < known)
      case .Invalid(let field, _): #expect(["entry", "fatigue", "rating"].contains(field), "\(field)")
      default: Issue.record("\(error)")
      }
    }
    guard case .Passphrase(nil, _) = failure({ try Journal.create(dir: folder(), key: .passphrase("            ")) }) else {
      Issue.record("spaces are no passphrase")
      return
    }
    for fault in [KeyVaultError.NotFound, .Invalidated, .Locked, .Cancelled, .Failed] {
      guard case .DeviceKey(let came, _) = failure({ try device(fault)(try Folder()) }) else {
        Issue.record("\(fault) came back as something else")
        continue
      }
      #expect("\(came)".lowercased() == "\(fault)".lowercased())
    }
  }

  @Test("The language of the device decides when nobody asks for another")
  func language() {
    #expect([Lang.fr, .en].contains(.ofTheDevice))
    #expect(langOfLocale(locale: "fr-CA") == .fr && langOfLocale(locale: "de-DE") == .en && langOfLocale(locale: "") == .en)
    let said = Said(fr: "Bonjour", en: "Hello")
    #expect(said(.fr) == "Bonjour" && said(.en) == "Hello")
  }
}

/// One error of every case, read as the generated code reads them, until it knows no further case.
private func everyCase() -> [JournalError] {
  var all: [JournalError] = []
  while true {
    let variant = withUnsafeBytes(of: Int32(all.count + 1).bigEndian) { Data($0) }
    // What a case holds is empty, or else the first of an enum's cases.
    let bodies = [Data(count: 64), Data([0, 0, 0, 1]) + Data(count: 64)]
    let read = bodies.lazy.compactMap { body -> JournalError? in
      var buffer = (data: variant + body, offset: 0)
      return try? FfiConverterTypeJournalError.read(from: &buffer)
    }
    guard let error = read.first else { return all }
    all.append(error)
  }
}
