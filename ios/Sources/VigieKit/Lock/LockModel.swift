// Opening the journal: with this phone's key, the passphrase, or the recovery code.
import Vigie

/// With what it is opened.
public enum With: Sendable { case device, passphrase, recoveryCode }

/// What the screen of the lock shows.
public struct LockState: Sendable, Equatable {
  /// With what.
  public var with: With
  /// Whether this phone can keep a key.
  public let hasDevice: Bool
  /// Whether a passphrase was ever chosen.
  public let hasPassphrase: Bool
  /// What is typed.
  public var typed = ""
  /// How often a wrong one was typed since it was opened last.
  public var wrong = 0
  /// An older copy lies in place of the journal, and the person is asked whether that is meant.
  public var older = false
}

/// The lock.
@MainActor
public final class LockModel: Model<LockState> {
  private let opened: (Journal) -> Void

  /// `opened` is handed the journal.
  init(_ hand: Hand, opened: @escaping (Journal) -> Void) {
    self.opened = opened
    let settings = hand.home.settings
    let (hasDevice, hasPassphrase) = (hand.home.vault != nil, settings[Kept.noPassphrase] == nil)
    let typed: With = hasPassphrase ? .passphrase : .recoveryCode
    let first = hasDevice && settings[Kept.opensByDevice] != nil ? .device : typed
    super.init(LockState(with: first, hasDevice: hasDevice, hasPassphrase: hasPassphrase), hand)
  }

  /// Another key is wanted.
  public func choose(_ with: With) {
    (state.with, state.typed, state.older, problem) = (with, "", false, nil)
  }

  /// A letter more or less.
  public func type(_ text: String) { state.typed = text }

  /// Opens it; `acceptOlder` after the person said that the older copy is meant.
  public func open(acceptOlder: Bool = false) {
    let (typed, with, home, clock) = (state.typed, state.with, hand.home, hand.phone.clock)
    if with != .device && typed.isEmpty { return }
    work(failed: refused) { [self] in
      let journal = try await hand.off {
        let unlock: Unlock =
          switch with {
          case .device: .device(try home.vault.orThrow(KeyVaultError.NotFound))
          case .passphrase: .passphrase(typed)
          case .recoveryCode: .recoveryCode(typed)
          }
        let journal = try Journal.open(
          dir: home.folder.path, unlock: unlock, anchor: home.anchor, clock: clock, acceptOlder: acceptOlder)
        // It stands on paper as it should.
        if with == .recoveryCode { home.settings[Kept.codeUnread] = nil }
        return journal
      }
      state = LockState(with: with, hasDevice: state.hasDevice, hasPassphrase: state.hasPassphrase)
      opened(journal)
    }
  }

  private func refused(_ failure: JournalError) {
    tell(failure)
    switch failure {
    case .OlderCopy: state.older = true
    // What was typed stays: one letter may be wrong.
    case .WrongKey: state.wrong += 1
    // The phone asks again at the next tap.
    case .DeviceKey(.cancelled, _), .DeviceKey(.locked, _): break
    case .DeviceKey: state.with = state.hasPassphrase ? .passphrase : .recoveryCode
    default: break
    }
  }
}

extension Optional {
  func orThrow(_ error: any Error) throws -> Wrapped {
    guard let self else { throw error }
    return self
  }
}
