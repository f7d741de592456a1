// Calls away from the main actor: each reads and writes files, and opening with a passphrase takes its time on purpose.
import Dispatch

/// Where calls run. They would hold up the threads of Swift's own pool, which are few. A backup does not
/// keep an entry waiting: the journal can be used meanwhile.
let journalQueue = DispatchQueue(label: "org.vigie.journal", qos: .userInitiated, attributes: .concurrent)

extension Journal {
  /// Makes calls of this journal off the caller's actor:
  ///
  ///     let today = try await journal.off { try $0.today() }
  ///
  /// Several calls in one closure are not one step: each is durable when it returns. A task that is cancelled does not stop them.
  public func off<T: Sendable>(_ body: @escaping @Sendable (Journal) throws -> T) async throws -> T {
    try await Journal.off { try body(self) }
  }

  /// Makes or opens a journal off the caller's actor:
  ///
  ///     let journal = try await Journal.off { try Journal.open(dir: folder.path, unlock: .passphrase(typed)) }
  public static func off<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      journalQueue.async { continuation.resume(with: Result(catching: body)) }
    }
  }
}
