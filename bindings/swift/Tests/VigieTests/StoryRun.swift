// Runs the steps of one story over a journal: each is a call, and what the table says has to come of it.
import Foundation
import Vigie
import VigieTesting

@testable import VigieStories

/// A key as a step names it.
private enum StoryKey {
  case passphrase(String)
  case code(String)
  case device(Store)

  var unlock: Unlock {
    switch self {
    case .passphrase(let typed): .passphrase(typed)
    case .code(let code): .recoveryCode(code)
    case .device(let store): .device(store)
    }
  }

  var newKey: NewKey {
    switch self {
    case .passphrase(let typed): .passphrase(passphrase: typed, cost: .weakForTests)
    case .code(let code): .recoveryCode(code)
    case .device(let store): .device(store)
    }
  }

  /// As what opens a backup: the recovery code is used as a passphrase.
  func ofBackup() throws -> String {
    switch self {
    case .passphrase(let typed), .code(let typed): typed
    case .device: throw Untrue("no key of a backup")
    }
  }
}

/// What a story has so far.
final class World {
  private let folder: URL
  private let clock = FakeClock(LocalMoment("1900-01-01T00:00:00.000+00:00")!)
  private let anchor = FakeAnchor()
  private var open: Journal?
  private var code: String?
  private var backups: [String: Data] = [:]
  private let stores = Stores()
  var entries: [String: EntryId] = [:]
  var care: [String: CareId] = [:]
  let prompts = Prompts()

  init(_ folder: URL) {
    self.folder = folder
  }

  func run(_ told: Told) throws {
    let step = try Fields(told)
    let name = try step.text("do")
    if let at = try step.get("at")?.asMoment() { clock.shown = at }
    do {
      try call(name, step)
    } catch let error as JournalError {
      // What would have come of it is not read.
      try failed(error, as: step)
      return try step.done()
    }
    if let fails = try step.maybeText("fails") { throw Untrue("it did not fail with \(fails)") }
    try step.done()
  }

  func journal() throws -> Journal {
    guard let open else { throw Untrue("no journal yet") }
    return open
  }

  private func call(_ name: String, _ step: Fields) throws {
    switch name {
    case "create": try create(step)
    case "open": try open(step)
    case "lock": try journal().lock()
    case "restore": try restore(step)
    case "backup": try backup(step)
    case "merge": try merge(step)
    case "add_key": try addKey(step)
    case "keys": try same("kinds", try journal().keys().map { kebab($0.kind) }, try step.value("kinds").asTexts())
    case "vault": try stores[step.text("name")].answers(step)
    case "copy": try copyFolder(from: path(step, "from"), to: path(step, "to"))
    case "erase": try FileManager.default.removeItem(at: path(step, "dir"))
    case "fill": try fillDisk(path(step, "file"))
    default: try within(name, step)
    }
  }

  private func path(_ step: Fields, _ key: String) throws -> URL {
    folder.appendingPathComponent(try step.text(key))
  }

  private func key(_ step: Fields) throws -> StoryKey {
    if let typed = try step.maybeText("passphrase") { return .passphrase(typed) }
    if try step.flag("recovery_code") {
      guard let code else { throw Untrue("no recovery code yet") }
      return .code(code)
    }
    return .device(stores[try step.text("device")])
  }

  /// One journal is open at a time.
  private func lock() throws {
    try open?.lock()
  }

  private func takeCode(_ journal: Journal) throws {
    guard let code = journal.takeRecoveryCode() else { throw Untrue("there is no recovery code") }
    try same("the recovery code again", journal.takeRecoveryCode(), nil)
    (self.code, open) = (code, journal)
  }

  private func create(_ step: Fields) throws {
    try lock()
    try takeCode(Journal.create(dir: path(step, "dir").path, key: key(step).newKey, anchor: anchor, clock: clock))
  }

  private func open(_ step: Fields) throws {
    try lock()
    let (key, dir, older) = (try key(step), try path(step, "dir"), try step.flag("accept_older"))
    let before = files(dir)
    do {
      open = try Journal.open(dir: dir.path, unlock: key.unlock, anchor: anchor, clock: clock, acceptOlder: older)
    } catch {
      if files(dir) != before { throw Untrue("the files of \(dir.path) are others") }
      throw error
    }
  }

  private func restore(_ step: Fields) throws {
    try lock()
    let new = StoryKey.passphrase(try step.text("new_passphrase"))
    let from = DataSource(try known(backups, try step.text("from")))
    try takeCode(
      Journal.restore(
        source: from, backupPassphrase: key(step).ofBackup(), dir: path(step, "dir").path, key: new.newKey, anchor: anchor,
        clock: clock))
  }

  private func backup(_ step: Fields) throws {
    let (key, to, kept) = (try key(step).ofBackup(), try step.text("to"), DataSink())
    let report = try journal().backup(sink: sink(step) ?? kept, passphrase: key)
    try ifTold("records", Int(report.records), try step.maybeCount("records"))
    backups[to] = kept.data
  }

  private func merge(_ step: Fields) throws {
    let from = DataSource(try known(backups, try step.text("from")))
    let report = try journal().merge(source: from, passphrase: key(step).ofBackup())
    try ifTold("records", Int(report.records), try step.maybeCount("records"))
    let entries = try step.get("entries")?.asList { try $0.asCount() }
    try ifTold("entries", [Int(report.entriesBefore), Int(report.entriesAfter)], entries)
    try ifTold("conflicts", report.conflicts.count, try step.maybeCount("conflicts"))
  }

  private func addKey(_ step: Fields) throws {
    let new = try Fields.all(try step.value("new")) { try key($0) }
    _ = try journal().addKey(unlock: key(step).unlock, key: new.newKey)
  }

  /// The sink that fails, when the story has one.
  func sink(_ step: Fields) throws -> (any ByteSink)? { try streamFault(step).map(BrokenSink.init) }

  /// These bytes, and at their end what the story says.
  func source(_ step: Fields, _ data: Data) throws -> any ByteSource {
    try streamFault(step).map { BrokenSource(DataSource(data), $0) } ?? DataSource(data)
  }
}
