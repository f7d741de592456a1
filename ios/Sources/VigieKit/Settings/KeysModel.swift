// The keys of the journal: another passphrase, another recovery code, this phone, one less.
import Vigie

/// Where one is.
public enum KeysStep: Sendable { case keys, passphrase, code, readBack, checkCode, device, remove }

/// What the screen shows.
public struct KeysState: Sendable, Equatable {
  /// Where one is.
  public var step = KeysStep.keys
  /// The keys there are.
  public var keys: [Key] = []
  /// Whether this phone can keep one.
  public let hasDevice: Bool
  /// What opens the journal now, asked for once more.
  public var by = KeyKind.passphrase, current = ""
  /// What is typed twice.
  public var passphrase = "", again = "", passphrasesDiffer = false
  /// The new code, and what was read back from paper.
  public var code = "", readBack = "", codeWrong = false
  /// The one that is to open no more.
  public var removed: Key?
  /// What was done last.
  public var done: SettingsText?

  /// The kinds of key that can be asked for once more.
  public var ways: [KeyKind] {
    var kinds: [KeyKind] = []
    for kind in keys.map(\.kind) where kind != .unknown && (kind != .device || hasDevice) && !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds
  }

  /// The key that opens now is there as far as one can see.
  public var ready: Bool { by == .device || !current.isEmpty }
}

/// Nothing is changed before what opens the journal was given once more.
@MainActor
public final class KeysModel: JournalModel<KeysState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(KeysState(hasDevice: hand.home.vault != nil), hand, journal)
    work { [self] in try await look(nil) }
  }

  private func look(_ done: SettingsText?) async throws {
    var fresh = KeysState(hasDevice: state.hasDevice)
    (fresh.keys, fresh.done) = (try await ask { try $0.journal.keys() }, done)
    fresh.by = fresh.ways.contains(.passphrase) ? .passphrase : fresh.ways.first ?? .recoveryCode
    state = fresh
  }

  /// Changes what is typed or chosen.
  public func change(_ to: (inout KeysState) -> Void) {
    to(&state)
    (state.passphrasesDiffer, state.codeWrong) = (false, false)
  }

  /// Begins to change something.
  public func begin(_ step: KeysStep) { change { ($0.step, $0.done) = (step, nil) } }

  func back() -> Bool {
    problem = nil
    switch state.step {
    case .keys: return false
    case .readBack: change { $0.step = .code }
    default:
      var fresh = KeysState(hasDevice: state.hasDevice)
      (fresh.keys, fresh.by) = (state.keys, state.by)
      state = fresh
    }
    return true
  }

  /// What opens the journal now, as it was given once more.
  private func unlock() throws -> Unlock {
    switch state.by {
    case .device: .device(try hand.home.vault.orThrow(KeyVaultError.NotFound))
    case .recoveryCode: .recoveryCode(state.current)
    case .passphrase, .unknown: .passphrase(state.current)
    }
  }

  /// Puts a key in place of the one of its kind.
  private func put(_ unlock: Unlock, _ key: NewKey, _ kept: @escaping @Sendable (any Settings) -> Void = { _ in }) async throws {
    try await ask { opened in
      _ = try opened.journal.replaceKey(unlock: unlock, key: key)
      kept(opened.home.settings)
    }
  }

  /// Puts the new passphrase in place of the old one.
  public func keepPassphrase() {
    let now = state
    if now.passphrase != now.again {
      (problem, state.passphrasesDiffer) = (nil, true)
      return
    }
    work { [self] in
      try await put(unlock(), .passphrase(now.passphrase)) { $0[Kept.noPassphrase] = nil }
      try await look(.settingsKeyPassphraseDone)
    }
  }

  /// A new recovery code, shown and not yet in place.
  public func makeCode() {
    work { [self] in
      let code = try await hand.off { try makeRecoveryCode() }
      (state.step, state.code, state.readBack, state.done) = (.code, code, "", nil)
    }
  }

  /// It is written down.
  public func written() { change { $0.step = .readBack } }

  /// Compares what was read from the paper, and puts the code in place.
  public func keepCode() {
    let now = state
    work { [self] in
      guard try await hand.off({ isSameRecoveryCode(code: now.code, typed: now.readBack) }) else {
        state.codeWrong = true
        return
      }
      try await put(unlock(), .recoveryCode(now.code)) { $0[Kept.codeUnread] = nil }
      try await look(.settingsKeyCodeDone)
    }
  }

  /// Whether the code on paper is the journal's: it is put in place of itself, which only the right one can.
  public func checkCode() {
    let typed = state.readBack
    work { [self] in
      try await put(.recoveryCode(typed), .recoveryCode(typed)) { $0[Kept.codeUnread] = nil }
      try await look(.settingsKeyCodeChecked)
    }
  }

  /// The key of this phone, in place of an earlier one of it.
  public func keepDevice() {
    guard let vault = hand.home.vault else { return }
    work { [self] in
      try await put(unlock(), .device(vault)) { $0[Kept.opensByDevice] = "yes" }
      try await look(.settingsKeyDeviceDone)
    }
  }

  /// Asks whether this one is meant.
  public func remove(_ key: Key) { change { ($0.step, $0.removed, $0.done) = (.remove, key, nil) } }

  /// It opens no more. The core refuses the last passphrase or recovery code.
  public func removeNow() {
    guard let key = state.removed else { return }
    work { [self] in
      try await ask { opened in
        try opened.journal.removeKey(id: key.id)
        let (left, settings) = (try opened.journal.keys().map(\.kind), opened.home.settings)
        if !left.contains(.device) { settings[Kept.opensByDevice] = nil }
        if !left.contains(.recoveryCode) { settings[Kept.codeUnread] = nil }
      }
      try await look(.settingsKeyRemoved)
    }
  }
}
