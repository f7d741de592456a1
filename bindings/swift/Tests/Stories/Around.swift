// What lies around the journal of a story: key stores, streams that fail, folders that are copied, a disk that fills up.
import Foundation
import Vigie

/// A folder of one test, removed when the test no longer holds it.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// One with this name on a disk.
  init(_ name: String, on disk: String) throws {
    url = URL(fileURLWithPath: disk).appendingPathComponent(name)
    try? FileManager.default.removeItem(at: url)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A journal's folder or a file in it.
  func callAsFunction(_ name: String = "journal") -> String { file(name).path }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}

/// A key store that answers as it was told to; nothing else means that all is well.
final class Store: KeyVault, @unchecked Sendable {
  private let lock = NSLock()
  private var failure: KeyVaultError?

  /// From now on it answers as the step says.
  func answers(_ step: Fields) throws {
    let answers: [String: KeyVaultError?] = [
      "ok": nil, "locked": .Locked, "cancelled": .Cancelled, "invalidated": .Invalidated, "not-found": .NotFound, "failed": .Failed,
    ]
    let answer = try known(answers, try step.text("answers"))
    lock.withLock { failure = answer }
  }

  func wrapSecret(secret: Data) throws -> Data {
    if let failure = lock.withLock({ failure }) { throw failure }
    return Data(secret.map { $0 ^ 0xa5 })
  }

  func unwrapSecret(wrapped: Data) throws -> Data { try wrapSecret(secret: wrapped) }
}

/// Key stores by name. One that no step named answers that all is well.
final class Stores {
  private var all: [String: Store] = [:]

  subscript(name: String) -> Store {
    let store = all[name] ?? Store()
    all[name] = store
    return store
  }
}

/// How the stream of a step fails, if it does.
func streamFault(_ step: Fields) throws -> StreamError? {
  switch try step.maybeText("stream") {
  case nil: nil
  case "full": .DiskFull
  case "broken": .Failed
  case let other?: throw Untrue("no such stream: '\(other)'")
  }
}

/// A sink that never takes anything.
final class BrokenSink: ByteSink {
  private let fault: StreamError

  init(_ fault: StreamError) {
    self.fault = fault
  }

  func write(bytes: Data) throws { throw fault }
}

/// A source that fails where it would end.
final class BrokenSource: ByteSource {
  private let whole: any ByteSource
  private let fault: StreamError

  init(_ whole: any ByteSource, _ fault: StreamError) {
    (self.whole, self.fault) = (whole, fault)
  }

  func read(atMost: UInt32) throws -> Data {
    let next = try whole.read(atMost: atMost)
    if next.isEmpty { throw fault }
    return next
  }
}

/// The bytes of a file of this length.
func anyBytes(_ count: Int) -> Data { Data((0..<count).map { UInt8($0 % 251) }) }

/// Every file in a folder with its bytes; none when there is no folder.
func files(_ folder: URL) -> [String: Data] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return Dictionary(
    uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: folder.path + "/" + $0) ?? Data()) })
}

/// Folder `to` becomes what folder `from` is now.
func copyFolder(from: URL, to: URL) throws {
  try? FileManager.default.removeItem(at: to)
  try FileManager.default.createDirectory(at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
  try FileManager.default.copyItem(at: from, to: to)
}

/// Writes until there is no room for one byte more.
func fillDisk(_ file: URL) throws {
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
