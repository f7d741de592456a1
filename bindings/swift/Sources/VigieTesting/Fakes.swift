// Stand-ins for what only a phone has, for the tests of an app: its key store, its protected storage, its clock.
import Foundation
import Vigie

/// A value that several threads read and change.
final class Guarded<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var guarded: Value

  init(_ value: Value) {
    guarded = value
  }

  var value: Value {
    get { lock.withLock { guarded } }
    set { lock.withLock { guarded = newValue } }
  }

  /// Reads and changes it in one step.
  func with<T>(_ body: (inout Value) throws -> T) rethrows -> T {
    try lock.withLock { try body(&guarded) }
  }
}

/// A key store in memory. It protects nothing.
public final class FakeKeyVault: KeyVault {
  private let state = Guarded((secrets: [Data: Data](), failure: KeyVaultError?.none))

  /// With no key in it.
  public init() {}

  /// What every later call throws, as when the device is locked; nil for nothing.
  public var failure: KeyVaultError? {
    get { state.value.failure }
    set { state.with { $0.failure = newValue } }
  }

  /// Loses every key, as a new phone has none.
  public func forget() {
    state.with { $0.secrets = [:] }
  }

  /// Keeps a secret, and gives a ticket for it.
  public func wrapSecret(secret: Data) throws -> Data {
    try state.with { state in
      if let failure = state.failure { throw failure }
      let ticket = Data(UUID().uuidString.utf8)
      state.secrets[ticket] = secret
      return ticket
    }
  }

  /// The secret of a ticket.
  public func unwrapSecret(wrapped: Data) throws -> Data {
    try state.with { state in
      if let failure = state.failure { throw failure }
      guard let secret = state.secrets[wrapped] else { throw KeyVaultError.NotFound }
      return secret
    }
  }
}

/// Marks in memory. They end with the test, so they notice an older copy only within it.
public final class FakeAnchor: JournalAnchor {
  private let marks = Guarded([String: Data]())

  /// With no mark.
  public init() {}

  /// The mark last kept under this name.
  public func load(copy: String) throws -> Data? {
    marks.value[copy]
  }

  /// Keeps this mark in place of the last.
  public func keep(copy: String, mark: Data) throws {
    marks.with { $0[copy] = mark }
  }
}

/// A clock that stands still until it is set.
public final class FakeClock: JournalClock {
  private let moment: Guarded<LocalMoment>

  /// At this moment.
  public init(_ moment: LocalMoment) {
    self.moment = Guarded(moment)
  }

  /// The moment it shows.
  public var shown: LocalMoment {
    get { moment.value }
    set { moment.value = newValue }
  }

  /// The moment it shows.
  public func now() throws -> LocalMoment { shown }
}
