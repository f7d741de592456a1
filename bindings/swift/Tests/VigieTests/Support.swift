// What the tests share: a day to live, a journal that opens quickly, stand-ins that call and that give zeros.
import Foundation
import Testing
import Vigie

@testable import VigieStories
@testable import VigieTesting

/// A passphrase of a made-up person.
let passphrase = "twelve quiet herons"

/// It opens in no time and protects nothing.
let quickKey = NewKey.passphrase(passphrase: passphrase, cost: .weakForTests)

/// Monday 23 November 2026, ten in the morning in Paris.
let monday = LocalMoment("2026-11-23T10:00:00.000+01:00")!

/// A new journal that lives on Monday.
func newJournal(in folder: Folder, clock: FakeClock = FakeClock(monday)) throws -> Journal {
  try Journal.create(dir: folder(), key: quickKey, clock: clock)
}

/// The nurse's line, answered on working days.
let nurse = CareContact(
  role: .nurse, name: "Coordination", phone: "0102030405", hours: "mon-fri 09:00-17:00", outOfHours: "0102030406")

/// The error that a call throws, when it is one of the journal's.
func failure<T>(_ body: () throws -> T, at place: SourceLocation = #_sourceLocation) -> JournalError? {
  do {
    let given = try body()
    Issue.record("it should have failed, and gave \(given)", sourceLocation: place)
  } catch let error as JournalError {
    return error
  } catch {
    Issue.record("not one of the journal's: \(error)", sourceLocation: place)
  }
  return nil
}

/// So many zeros.
final class Zeros: ByteSource {
  private let left: Guarded<Int>

  init(_ count: Int) {
    left = Guarded(count)
  }

  func read(atMost: UInt32) throws -> Data {
    let count = min(Int(atMost), left.value)
    left.value -= count
    return Data(count: count)
  }
}

/// A key store that calls the journal it is asked by.
final class CallingVault: KeyVault {
  private let journal: Journal
  /// What that call threw.
  let thrown = Guarded<(any Error)?>(nil)

  init(_ journal: Journal) {
    self.journal = journal
  }

  private func call() throws {
    do {
      _ = try journal.today()
    } catch {
      thrown.value = error
      throw error
    }
  }

  func wrapSecret(secret: Data) throws -> Data {
    try call()
    return secret
  }

  func unwrapSecret(wrapped: Data) throws -> Data {
    try call()
    return wrapped
  }
}
