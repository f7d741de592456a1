// A backup made a journal again: a phone was lost, or is new.
import Foundation
import Vigie

/// A copy that this phone made by itself, of a day.
public struct NamedCopy: Sendable, Hashable {
  /// Where it lies.
  let file: URL
  /// The day, as it is shown.
  public let day: String
}

/// What the screen shows.
public struct RestoreState: Sendable, Equatable {
  /// The copies that this phone made by itself, the latest first.
  public var copies: [NamedCopy] = []
  /// What is typed: what opens the backup, and the passphrase of the journal that is made of it.
  public var passphrase = "", newPassphrase = ""
  /// The new recovery code, once the journal is made.
  public var code: String?
}

/// Makes a journal of a backup.
@MainActor
public final class RestoreModel: Model<RestoreState> {
  private let homes: Homes
  private let made: (Home) -> Void
  private let opened: (Journal) -> Void
  private var journal: Journal?

  /// `made` is told where the journal was made as soon as it is, and `opened` is handed it when its new code is written down.
  init(_ hand: Hand, _ homes: Homes, made: @escaping (Home) -> Void, opened: @escaping (Journal) -> Void) {
    (self.homes, self.made, self.opened) = (homes, made, opened)
    super.init(RestoreState(), hand)
    let (home, words) = (hand.home, hand.texts.words)
    work { [self] in
      state.copies = try await hand.off {
        try home.dailyCopies.map { NamedCopy(file: $0.file, day: try words.weekdayDay(day: $0.day)) }
      }
    }
  }

  /// What is typed.
  public func type(_ to: (inout RestoreState) -> Void) { to(&state) }

  /// Asks for the file and makes the journal from it.
  public func restore() {
    let make = making()
    work { [self] in
      if let made = try await hand.phone.readFile(make) { show(made) }
    }
  }

  /// Makes the journal from a copy that this phone made by itself.
  public func restore(_ copy: NamedCopy) {
    let make = making()
    work { [self] in show(try await hand.off { try make(try FileSource(copy.file)) }) }
  }

  /// A journal that is there stays, damaged or not: the new one lies beside it.
  private func making() -> @Sendable (any ByteSource) throws -> (Home, Journal) {
    let home = hand.home.isMade ? homes.free : hand.home
    let (now, clock) = (state, hand.phone.clock)
    return { source in
      home.settings[Kept.codeUnread] = "yes"
      let journal = try Journal.restore(
        source: source, backupPassphrase: now.passphrase, dir: home.folder.path, key: .passphrase(now.newPassphrase),
        anchor: home.anchor, clock: clock)
      return (home, journal)
    }
  }

  private func show(_ restored: (Home, Journal)) {
    let (home, open) = restored
    if home != hand.home { home.name = texts[MainText.restoreName] }
    made(home)
    journal = open
    state = RestoreState(code: open.takeRecoveryCode())
  }

  /// The new code is written down.
  public func written() {
    if let journal { opened(journal) }
  }
}
