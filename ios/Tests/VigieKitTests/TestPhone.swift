// A phone without a screen, and a person who waits for it.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieTesting

/// A phone of the tests: everything it keeps is in memory or in the folder of the test.
final class TestPhone: Phone, @unchecked Sendable {
  let root: URL
  let copies: URL?
  let clock: (any JournalClock)?
  let settings: any Settings = MemorySettings()
  let locale: String
  var language: String?
  var silenced = false
  /// The key of this phone, when it keeps one.
  var keys: (any KeyVault)?
  /// What it was told to say, by the number of the journal.
  private(set) var plans: [Int: Plan] = [:]
  /// What was to be called.
  private(set) var dialled: [String] = []
  /// What was written, by its name; what the person picks next; nil when they pick nothing.
  var files: [String: Data] = [:], picked: Data?
  /// They choose no place to write to.
  var refuses = false
  /// What writing and reading go through: a disk that is full, a file that cannot be read.
  var sink: (any ByteSink) -> any ByteSink = { $0 }, source: (any ByteSource) -> any ByteSource = { $0 }
  private var anchors: [Int: FakeAnchor] = [:]
  private let lock = NSLock()

  init(_ root: URL, clock: FakeClock, locale: String = "fr_FR", copies: Bool = true) {
    (self.root, self.clock, self.locale) = (root, clock, locale)
    self.copies = copies ? root.appendingPathComponent("copies") : nil
  }

  func anchor(_ number: Int) -> any JournalAnchor {
    lock.withLock {
      let anchor = anchors[number] ?? FakeAnchor()
      anchors[number] = anchor
      return anchor
    }
  }

  func vault(_ number: Int) -> (any KeyVault)? { keys }

  func plan(_ number: Int, _ plan: Plan) { lock.withLock { plans[number] = plan } }

  func forget(_ number: Int) { lock.withLock { (plans[number], anchors[number]) = (nil, nil) } }

  func hold(_ job: @escaping @MainActor () async -> Void) { Task { await job() } }

  func dial(_ number: String) { dialled.append(number) }

  func writeFile(
    _ name: String, kind: String, _ write: @escaping @Sendable (any ByteSink) throws -> Void
  ) async throws -> Bool {
    if refuses { return false }
    let whole = DataSink()
    let into = sink(whole)
    try await Journal.off { try write(into) }
    files[name] = whole.data
    return true
  }

  func readFile<T: Sendable>(_ read: @escaping @Sendable (any ByteSource) throws -> T) async throws -> T? {
    guard let picked else { return nil }
    let from = source(DataSource(picked))
    return try await Journal.off { try read(from) }
  }
}

/// Settings that end with the test.
final class MemorySettings: Settings {
  private let kept = Guarded([String: String]())

  subscript(name: String) -> String? {
    get { kept.value[name] }
    set { kept.with { $0[name] = newValue } }
  }

  var names: Set<String> { Set(kept.value.keys) }
}

/// Waits until something is so, and fails when it never is.
@MainActor
func until(_ what: String, at place: SourceLocation = #_sourceLocation, _ so: () -> Bool) async throws {
  for _ in 0..<10_000 {
    if so() { return }
    try await Task.sleep(for: .milliseconds(1))
  }
  Issue.record("\(what): it never was", sourceLocation: place)
  throw CancellationError()
}

extension Model {
  /// Nothing is at work any more.
  func idle() async throws { try await until("\(Self.self) is idle") { !busy } }
}
