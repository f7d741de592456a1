// Runs the steps of one story over a journal: each is a call, and what the table says has to come of it.
import Foundation
import Vigie
import VigieTesting

/// That something is as the story says.
func same<T: Equatable>(_ what: String, _ found: T, _ told: T) throws {
  if found != told { throw Wrong("\(what): \(found), and not \(told)") }
}

/// The same of a field that may be left out.
func ifTold<T: Equatable>(_ what: String, _ found: T, _ told: T?) throws {
  if let told { try same(what, found, told) }
}

/// A key store that answers as it was told to; nothing else means that all is well.
private final class Store: KeyVault {
  private let failure: KeyVaultError?

  init(_ failure: KeyVaultError?) {
    self.failure = failure
  }

  func wrapSecret(secret: Data) throws -> Data {
    if let failure { throw failure }
    return Data(secret.map { $0 ^ 0xa5 })
  }

  func unwrapSecret(wrapped: Data) throws -> Data { try wrapSecret(secret: wrapped) }
}

/// A source that fails where it would end.
private final class BrokenSource: ByteSource {
  private let whole: DataSource
  private let fault: StreamError

  init(_ data: Data, _ fault: StreamError) {
    (whole, self.fault) = (DataSource(data), fault)
  }

  func read(atMost: UInt32) throws -> Data {
    let next = try whole.read(atMost: atMost)
    if next.isEmpty { throw fault }
    return next
  }
}

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
    case .device: throw Wrong("no key of a backup")
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
  private var stores: [String: KeyVaultError] = [:]
  var entries: [String: EntryId] = [:]
  var care: [String: CareId] = [:]
  var prompts: [String: PromptId] = [:]

  init(_ folder: URL) {
    self.folder = folder
  }

  func run(_ told: Told) throws {
    let step = try Fields(told)
    let name = try step.text("do")
    if let at = try step.get("at")?.asMoment() { clock.shown = at }
    let fails = try step.maybeText("fails")
    do {
      try call(name, step)
    } catch let error as JournalError {
      // What would have come of it is not read.
      try failed(error, fails, step)
      return
    }
    if let fails { throw Wrong("it did not fail with \(fails)") }
    try step.done()
  }

  /// That a call failed as the story says.
  private func failed(_ error: JournalError, _ told: String?, _ step: Fields) throws {
    guard let told else { throw Wrong("it failed: \(error)") }
    try same("fails", String("\(error)".prefix { $0 != "(" }), told)
    var (field, fault): (String?, String?) = (nil, nil)
    var (fewest, found, known): (Int?, Int?, Int?) = (nil, nil, nil)
    switch error {
    case .Invalid(let of, _): field = of
    case .DeviceKey(let why, _): fault = kebab(why)
    case .Backup(let why, _): fault = kebab(why)
    case .Passphrase(let least, _): fewest = least.map { Int($0) }
    case .OlderCopy(let there, let before, _): (found, known) = (Int(there), Int(before))
    default: break
    }
    if let told = try step.maybeText("field") { try same("field", field, told) }
    if let told = try step.maybeText("fault") { try same("fault", fault, told) }
    if let told = try step.maybeCount("fewest") { try same("fewest", fewest, told) }
    if let told = try step.maybeCount("found") { try same("found", found, told) }
    if let told = try step.maybeCount("known") { try same("known", known, told) }
    try step.done()
  }

  func journal() throws -> Journal {
    guard let open else { throw Wrong("no journal yet") }
    return open
  }

  /// What a name stands for that an earlier step gave.
  func known<T>(_ all: [String: T], _ name: String) throws -> T {
    guard let known = all[name] else { throw Wrong("nothing is called '\(name)'") }
    return known
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
    case "vault": try vault(step)
    case "copy": try copy(from: path(step, "from"), to: path(step, "to"))
    case "erase": try FileManager.default.removeItem(at: path(step, "dir"))
    case "fill": try fill(path(step, "file"))
    default: try within(name, step)
    }
  }

  private func path(_ step: Fields, _ key: String) throws -> URL {
    folder.appendingPathComponent(try step.text(key))
  }

  private func key(_ step: Fields) throws -> StoryKey {
    if let typed = try step.maybeText("passphrase") { return .passphrase(typed) }
    if try step.flag("recovery_code") {
      guard let code else { throw Wrong("no recovery code yet") }
      return .code(code)
    }
    return .device(Store(stores[try step.text("device")]))
  }

  /// One journal is open at a time.
  private func lock() throws {
    try open?.lock()
  }

  private func takeCode(_ journal: Journal) throws {
    guard let code = journal.takeRecoveryCode() else { throw Wrong("there is no recovery code") }
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
      if files(dir) != before { throw Wrong("the files of \(dir.path) are others") }
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

  private func vault(_ step: Fields) throws {
    let answers: [String: KeyVaultError?] = [
      "ok": nil, "locked": .Locked, "cancelled": .Cancelled, "invalidated": .Invalidated, "not-found": .NotFound, "failed": .Failed,
    ]
    stores[try step.text("name")] = try known(answers, try step.text("answers"))
  }

  private func fault(_ step: Fields) throws -> StreamError? {
    switch try step.maybeText("stream") {
    case nil: nil
    case "full": .DiskFull
    case "broken": .Failed
    case let other?: throw Wrong("no such stream: '\(other)'")
    }
  }

  /// The sink that fails, when the story has one.
  func sink(_ step: Fields) throws -> (any ByteSink)? { try fault(step).map(BrokenSink.init) }

  /// These bytes, and at their end what the story says.
  func source(_ step: Fields, _ data: Data) throws -> any ByteSource {
    try fault(step).map { BrokenSource(data, $0) } ?? DataSource(data)
  }
}

/// Every file in a folder with its bytes; none when there is no folder.
private func files(_ folder: URL) -> [String: Data] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return Dictionary(
    uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: folder.path + "/" + $0) ?? Data()) })
}

private func copy(from: URL, to: URL) throws {
  try? FileManager.default.removeItem(at: to)
  try FileManager.default.copyItem(at: from, to: to)
}

/// Writes until there is no room for one byte more.
private func fill(_ file: URL) throws {
  _ = FileManager.default.createFile(atPath: file.path, contents: nil)
  let handle = try FileHandle(forWritingTo: file)
  var zeros = Data(count: 64 << 10)
  while !zeros.isEmpty {
    do {
      try handle.write(contentsOf: zeros)
    } catch {
      try same("why it is full", StreamError(error), .DiskFull)
      zeros = zeros.prefix(zeros.count / 2)
    }
  }
}
