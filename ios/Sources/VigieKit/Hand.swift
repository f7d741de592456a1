// What every screen has at hand, and the model that stands behind one.
import Foundation
import Observation
import Vigie

/// What every screen has at hand.
@MainActor @Observable
public final class Hand {
  /// The phone.
  public let phone: any Phone
  /// Where the journal lies that is shown.
  public let home: Home
  /// What is said.
  public let texts: Texts
  /// The relative who notes for the person, until the journal is locked; nil is the person.
  public internal(set) var relative: String?

  init(_ phone: any Phone, _ home: Home, _ texts: Texts) {
    (self.phone, self.home, self.texts) = (phone, home, texts)
  }

  /// Calls the core, off the main actor: it reads and writes files, and a passphrase takes a second on purpose. What has begun is
  /// done to its end.
  func off<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T { try await Journal.off(body) }

  /// The same for another journal, which is not open yet.
  func at(_ home: Home) -> Hand { Hand(phone, home, texts) }
}

/// What stands behind a screen: its state, and whether it is at work or has something to tell.
@MainActor @Observable
public class Model<State: Sendable> {
  /// What the screen shows.
  public internal(set) var state: State
  /// The sentence of what did not work, until something else is tried.
  public internal(set) var problem: String?
  /// The same as the core told it.
  private(set) var failure: JournalError?
  /// A call is on its way, and what is tapped meanwhile is passed over.
  public private(set) var busy = false
  /// What it has at hand.
  public let hand: Hand

  init(_ first: State, _ hand: Hand) {
    (state, self.hand) = (first, hand)
  }

  /// What is said.
  public var texts: Texts { hand.texts }

  /// Does one thing at a time. A failure is told, or handed to `failed`, and nothing typed is lost.
  func work(failed: ((JournalError) -> Void)? = nil, _ block: @escaping @MainActor () async throws -> Void) {
    if busy { return }
    (busy, problem, failure) = (true, nil, nil)
    Task {
      defer { busy = false }
      do {
        try await block()
      } catch let failure as JournalError {
        self.failure = failure
        if let failed { failed(failure) } else { tell(failure) }
      } catch {
        // Something of the phone's own: a file that is gone, a key that it does not give.
        let words = hand.texts.words
        problem =
          error is KeyVaultError
          ? words.text(id: "error-device-failed")
          : words.filled(id: "error-io", texts: ["kind": error.localizedDescription], counts: [:])
      }
    }
  }

  /// Shows what the failure says to the person.
  func tell(_ failure: JournalError) {
    problem = failure.sentence(hand.texts.lang)
  }
}

/// What the frame of a screen shows of what stands behind it.
@MainActor
public protocol Working: AnyObject {
  /// A call is on its way.
  var busy: Bool { get }
  /// The sentence of what did not work.
  var problem: String? { get }
  /// What is said.
  var texts: Texts { get }
}

extension Model: Working {}

/// One that stands behind a screen of an open journal.
@MainActor @Observable
public class JournalModel<State: Sendable>: Model<State> {
  let journal: Journal

  init(_ first: State, _ hand: Hand, _ journal: Journal) {
    self.journal = journal
    super.init(first, hand)
  }

  /// Asks the core, off the main actor.
  func ask<T: Sendable>(_ body: @escaping @Sendable (Opened) throws -> T) async throws -> T {
    let opened = Opened(journal: journal, home: hand.home, texts: hand.texts, relative: hand.relative)
    return try await hand.off { try body(opened) }
  }
}

/// An open journal, with what is needed to read it and to put it into words. Nothing of it is asked on the main actor.
struct Opened: Sendable {
  let journal: Journal
  let home: Home
  let texts: Texts
  /// The relative who notes for the person.
  let relative: String?

  /// Names, dates and numbers in the person's language.
  var words: Words { texts.words }
}

/// What a file's writer tells beside the file: it is written elsewhere, and read when it is written.
final class Box<Value: Sendable>: @unchecked Sendable {
  var value: Value?
}
