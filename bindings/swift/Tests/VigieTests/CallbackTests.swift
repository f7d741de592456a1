// What the app hands in: key store, clock, anchor, streams; when they do as they should, and when they do not.
import Foundation
import Testing
import Vigie

@testable import VigieStories
@testable import VigieTesting

/// An error that nothing declares.
private struct Oops: Error {}

/// A key store, clock, anchor and stream that throw what they do not declare.
private final class Undeclared: KeyVault, JournalAnchor, JournalClock, ByteSource, ByteSink {
  func wrapSecret(secret: Data) throws -> Data { throw Oops() }
  func unwrapSecret(wrapped: Data) throws -> Data { throw Oops() }
  func load(copy: String) throws -> Data? { throw Oops() }
  func keep(copy: String, mark: Data) throws { throw Oops() }
  func now() throws -> LocalMoment { throw Oops() }
  func read(atMost: UInt32) throws -> Data { throw Oops() }
  func write(bytes: Data) throws { throw Oops() }
}

/// Hears how far an import has come.
private final class Hearer: ProgressHearer {
  let heard = Guarded<[UInt64]>([])

  func bytesRead(bytes: UInt64) { heard.value.append(bytes) }
}

@Suite("What the app hands in") struct CallbackTests {
  @Test("A key store that throws what it does not declare has failed, and the journal is as it was")
  func undeclared() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let keys = try journal.keys()
    guard case .DeviceKey(.failed, _) = failure({ try journal.addKey(unlock: .passphrase(passphrase), key: .device(Undeclared())) })
    else {
      Issue.record("it did not say that the key store failed")
      return
    }
    #expect(try journal.keys() == keys)
  }

  @Test("A key store that calls the journal is told that this is a bug; nothing waits for ever")
  func callsBack() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let vault = CallingVault(journal)
    guard case .DeviceKey(.failed, _) = failure({ try journal.addKey(unlock: .passphrase(passphrase), key: .device(vault)) }) else {
      Issue.record("a key was made")
      return
    }
    guard case .Bug(let what, let said) = vault.thrown.value as? JournalError else {
      Issue.record("it was told \(String(describing: vault.thrown.value))")
      return
    }
    #expect(!what.isEmpty && !said.fr.isEmpty)
    #expect(try journal.entries().isEmpty, "the journal goes on")
  }

  @Test("A key store may be let go of as soon as the call is over")
  func vaultIsFreed() throws {
    let folder = try Folder()
    var vault: FakeKeyVault? = FakeKeyVault()
    weak var held = vault
    let journal = try Journal.create(dir: folder(), key: .device(vault!))
    vault = nil
    #expect(held == nil)
    #expect(try journal.keys().contains { $0.kind == .device })
  }

  @Test("The journal lives by the clock that was handed in, and by the system's when that one fails")
  func clock() throws {
    let folder = try Folder()
    let clock = FakeClock(monday)
    let journal = try newJournal(in: folder, clock: clock)
    #expect(journal.now() == monday)
    clock.shown = LocalMoment("2026-11-24T00:00:00.000+01:00")!
    #expect(try journal.today().day.description == "2026-11-24")
    guard case .Invalid = failure({ try journal.record(entry: DailyEntry(day: monday.day.adding(days: 2), tooUnwell: true)) })
    else {
      Issue.record("the day after tomorrow was taken")
      return
    }
    let other = try Folder()
    let before = Date()
    let now = try Journal.create(dir: other(), key: quickKey, clock: Undeclared()).now()
    #expect(now.date.timeIntervalSince(before) > -1 && now.date.timeIntervalSince(Date()) < 1)
  }

  @Test("An anchor notices an older copy, which opens when that is what the person wants")
  func anchor() throws {
    let folder = try Folder()
    let anchor = FakeAnchor()
    let open = { (acceptOlder: Bool) in
      try Journal.open(
        dir: folder(), unlock: .passphrase(passphrase), anchor: anchor, clock: FakeClock(monday), acceptOlder: acceptOlder)
    }
    let journal = try Journal.create(dir: folder(), key: quickKey, anchor: anchor, clock: FakeClock(monday))
    #expect(try journal.isAnchored())
    try journal.lock()
    let older = folder.file("older")
    try FileManager.default.copyItem(at: folder.file("journal"), to: older)
    for rating in 1...3 {
      _ = try open(false).record(entry: DailyEntry(day: monday.day, answers: ["fatigue": .rated(rating: rating)]))
    }
    try FileManager.default.removeItem(at: folder.file("journal"))
    try FileManager.default.copyItem(at: older, to: folder.file("journal"))
    guard case .OlderCopy(let found, let known, _) = failure({ try open(false) }) else {
      Issue.record("nobody noticed")
      return
    }
    #expect(known - found == 3)
    #expect(try open(true).entries().isEmpty)
    #expect(try open(false).isAnchored(), "and is known from then on")
  }

  @Test("Without its anchor nothing is opened as if all were well")
  func anchorFails() throws {
    let folder = try Folder()
    try newJournal(in: folder).lock()
    let open = { try Journal.open(dir: folder(), unlock: .passphrase(passphrase), anchor: Undeclared()) }
    guard case .Io = failure(open) else {
      Issue.record("it was opened")
      return
    }
  }

  @Test("A disk that is full while a backup is written: nothing is lost, and what was there is still there")
  func fullDisk() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    _ = try journal.record(entry: DailyEntry(day: monday.day, tooUnwell: true))
    // Linux has a disk that is always full.
    let full = try FileSink(#require(FileHandle(forWritingAtPath: "/dev/full")))
    guard case .DiskFull = failure({ try journal.backup(sink: full, passphrase: passphrase) }) else {
      Issue.record("the disk was not full")
      return
    }
    let file = folder.file("backup.age")
    try Data("the backup of yesterday".utf8).write(to: file)
    guard
      case .DiskFull = failure({
        try FileSink.replacing(file) { sink in
          _ = try journal.backup(sink: sink, passphrase: passphrase)
          return try journal.backup(sink: BrokenSink(.DiskFull), passphrase: passphrase)
        }
      })
    else {
      Issue.record("the disk was not full")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "the backup of yesterday")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["backup.age", "journal"])
    #expect(try journal.entries().count == 1)
  }

  @Test("What went wrong with a stream is told as full or failed, whatever threw it")
  func streamErrors() throws {
    let out = CocoaError(.fileWriteOutOfSpace)
    #expect(StreamError(out) == .DiskFull && StreamError(POSIXError(.ENOSPC)) == .DiskFull)
    #expect(StreamError(NSError(domain: "app", code: 1, userInfo: [NSUnderlyingErrorKey: POSIXError(.EDQUOT)])) == .DiskFull)
    #expect(StreamError(CocoaError(.fileReadNoSuchFile)) == .Failed && StreamError(Oops()) == .Failed)
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    for call in [
      { _ = try journal.backup(sink: Undeclared(), passphrase: passphrase) },
      { _ = try journal.attach(day: monday.day, name: "a.txt", source: Undeclared()) },
      { _ = try journal.attach(day: monday.day, name: "a.txt", source: FileSource(folder.url)) },
    ] as [() throws -> Void] {
      guard case .Io = failure(call) else {
        Issue.record("it did not say that the stream failed")
        continue
      }
    }
    #expect(try journal.attachments().isEmpty)
  }

  @Test("Files and bytes go in and come out whole")
  func streams() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    // Longer than one crossing, and no round number.
    let photo = Data((0..<200_001).map { UInt8(truncatingIfNeeded: $0 &* 31 / 7) })
    let fromMemory = try journal.attach(day: monday.day, name: "photo.jpg", source: DataSource(photo.dropFirst(3)))
    try photo.write(to: folder.file("photo.jpg"))
    let fromFile = try journal.attach(day: monday.day, name: "photo.jpg", source: FileSource(folder.file("photo.jpg")))
    let sink = DataSink()
    try journal.attachment(id: fromMemory, sink: sink)
    #expect(sink.data == Data(photo.dropFirst(3)))
    try FileSink.replacing(folder.file("out.jpg")) { try journal.attachment(id: fromFile, sink: $0) }
    #expect(try Data(contentsOf: folder.file("out.jpg")) == photo)

    let file = folder.file("backup.age")
    let report = try FileSink.replacing(file) { try journal.backup(sink: $0, passphrase: passphrase) }
    #expect(try checkBackup(source: FileSource(file), passphrase: passphrase) == report)
    let restored = try Journal.restore(
      source: FileSource(file), backupPassphrase: passphrase, dir: folder("restored"), key: quickKey, clock: FakeClock(monday))
    #expect(try restored.attachments().map(\.bytes) == [199_998, 200_001])
    #expect(restored.takeRecoveryCode() != nil)
  }

  @Test("An import tells how far it has come")
  func progress() throws {
    let folder = try Folder()
    let first = CalendarDay("2016-01-01")!
    // Longer than the distance between two tellings.
    let items = proposedList(treatment: .chemotherapy).prefix(4)
    let rows = (0..<3000).flatMap { day in items.map { "p,\(first.adding(days: day)),\($0),3\n" } }
    let table = Data(("patient,date,item,value\n" + rows.joined()).utf8)
    let hearer = Hearer()
    let report = try newJournal(in: folder).importTable(source: DataSource(table), hearer: hearer)
    #expect(report.rows == 12_000 && report.first == first && report.last == first.adding(days: 2999))
    let heard = hearer.heard.value
    #expect(!heard.isEmpty && heard == heard.sorted() && heard.allSatisfy { $0 <= UInt64(table.count) })
  }

  @Test("The stand-ins for tests do as the real things do")
  func fakes() throws {
    let folder = try Folder()
    let vault = FakeKeyVault()
    try Journal.create(dir: folder(), key: .device(vault)).lock()
    _ = try Journal.open(dir: folder(), unlock: .device(vault))
    vault.failure = .Locked
    guard case .DeviceKey(.locked, _) = failure({ try Journal.open(dir: folder(), unlock: .device(vault)) }) else {
      Issue.record("it was not locked")
      return
    }
    vault.failure = nil
    vault.forget()
    guard case .DeviceKey(.notFound, _) = failure({ try Journal.open(dir: folder(), unlock: .device(vault)) }) else {
      Issue.record("it was not forgotten")
      return
    }
  }
}
