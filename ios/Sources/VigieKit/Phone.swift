// What the screens ask of the phone they are on.
import Foundation
import Vigie

/// The phone. Its calls may be made from any thread, but for those that show something.
public protocol Phone: AnyObject, Sendable {
  /// The folder with the journals of this phone. It need not exist.
  var root: URL { get }
  /// Where the copies of each day lie, a folder a journal.
  var copies: URL? { get }
  /// Where the mark of how far a journal had come is kept.
  func anchor(_ number: Int) -> any JournalAnchor
  /// The key of this phone for a journal, when it has a way to keep one.
  func vault(_ number: Int) -> (any KeyVault)?
  /// The clock. Nil is the system's.
  var clock: (any JournalClock)? { get }
  /// The person or the system keeps what it would say from being shown.
  var silenced: Bool { get }
  /// From now on it says this of the journal of this number, and nothing that was planned before.
  func plan(_ number: Int, _ plan: Plan)
  /// What the person chose that is no secret, and is needed before the journal is open.
  var settings: any Settings { get }
  /// The language of the system for this app: a locale such as `fr_FR`.
  var locale: String { get }
  /// The language that was chosen in the app. Nil is the system's.
  var language: String? { get set }
  /// The journal of this number was erased: forgets the key of this phone for it, its marks, and what it was to say.
  func forget(_ number: Int)
  /// Does something to its end although the person is leaving the app.
  @MainActor func hold(_ job: @escaping @MainActor () async -> Void)
  /// Shows the number to be called. The person makes the call.
  @MainActor func dial(_ number: String)
  /// Asks where to write a file, and writes it. False when the person chose nowhere.
  @MainActor func writeFile(
    _ name: String, kind: String, _ write: @escaping @Sendable (any ByteSink) throws -> Void
  ) async throws -> Bool
  /// Asks for a file and reads it. Nil when the person chose none.
  @MainActor func readFile<T: Sendable>(_ read: @escaping @Sendable (any ByteSource) throws -> T) async throws -> T?
}

/// A few words by name. They are not encrypted: nothing of a journal goes in here.
public protocol Settings: Sendable {
  /// What is kept under this name; nil forgets it.
  subscript(name: String) -> String? { get nonmutating set }
  /// The names under which something is kept.
  var names: Set<String> { get }
}
