// The first minutes: what this is, how it is locked, what is asked, whom to call. All but the lock can be left for later.
import Vigie

/// Where one is, in this order.
public enum FirstStep: Sendable { case about, lock, code, readBack, treatment, list, team, reminder }

/// Something that can be chosen, with its name.
public struct NamedChoice<Value: Sendable & Equatable>: Sendable, Equatable {
  /// What it stands for.
  public let value: Value
  /// As it is shown.
  public let name: String
}

/// What the screens of the first minutes show.
public struct FirstState: Sendable, Equatable {
  /// Where one is.
  public var step = FirstStep.about
  /// Whether this phone opens it as it is unlocked.
  public let hasDevice: Bool
  /// What is typed twice.
  public var passphrase = "", again = ""
  /// The recovery code, and what was read back from paper.
  public var code = "", readBack = ""
  /// What does not agree.
  public var codeWrong = false, passphrasesDiffer = false
  /// What can be given, and what is.
  public var treatments: [NamedChoice<TreatmentKind>] = [], treatment: TreatmentKind?
  /// What is proposed to be asked, and what of it stays.
  public var list: [NamedChoice<Item>] = [], kept: Set<Item> = []
  /// Whom to call.
  public var teamName = "", teamPhone = "", outOfHours = ""
  /// When to remind, as it is typed; empty for never.
  public var reminder = ""
}

/// The first minutes.
@MainActor
public final class FirstModel: Model<FirstState> {
  private let made: (Journal) -> Void
  private let done: (Journal) -> Void
  private var journal: Journal?

  /// `made` is handed the journal as soon as there is one, and `done` when there is nothing more to ask.
  init(_ hand: Hand, made: @escaping (Journal) -> Void, done: @escaping (Journal) -> Void) {
    (self.made, self.done) = (made, done)
    super.init(FirstState(hasDevice: hand.home.vault != nil), hand)
  }

  /// Changes what is typed or chosen.
  public func change(_ to: (inout FirstState) -> Void) {
    to(&state)
    (state.passphrasesDiffer, state.codeWrong) = (false, false)
  }

  /// One step back, as long as nothing has been made.
  public func back() {
    switch state.step {
    case .lock: state.step = .about
    case .readBack: state.step = .code
    case .list: state.step = .treatment
    case .team: state.step = state.list.isEmpty ? .treatment : .list
    case .reminder: state.step = .team
    case .about, .code, .treatment: break
    }
  }

  /// Whether there is a step back.
  public var canGoBack: Bool { ![.about, .code, .treatment].contains(state.step) }

  /// On to the lock.
  public func begin() { state.step = .lock }

  /// Makes the journal, locked with this phone's key and the recovery code.
  public func lockWithDevice() {
    guard let vault = hand.home.vault else { return }
    make(.device(vault), byDevice: true)
  }

  /// Makes the journal, locked with the passphrase that was typed twice.
  public func lockWithPassphrase() {
    guard state.passphrase == state.again else {
      state.passphrasesDiffer = true
      return
    }
    make(.passphrase(state.passphrase), byDevice: false)
  }

  private func make(_ key: NewKey, byDevice: Bool) {
    let (home, clock) = (hand.home, hand.phone.clock)
    work { [self] in
      let (open, code) = try await hand.off {
        home.settings[Kept.codeUnread] = "yes"
        let journal = try Journal.create(dir: home.folder.path, key: key, anchor: home.anchor, clock: clock)
        home.settings[Kept.opensByDevice] = byDevice ? "yes" : nil
        home.settings[Kept.noPassphrase] = byDevice ? "yes" : nil
        return (journal, journal.takeRecoveryCode() ?? "")
      }
      journal = open
      made(open)
      (state.step, state.code, state.passphrase, state.again) = (.code, code, "", "")
    }
  }

  /// It is written down.
  public func written() { (state.step, state.readBack) = (.readBack, "") }

  /// Compares what was read from the paper.
  public func check() {
    let (code, typed, home, words) = (state.code, state.readBack, hand.home, hand.texts.words)
    work { [self] in
      guard try await hand.off({ isSameRecoveryCode(code: code, typed: typed) }) else {
        state.codeWrong = true
        return
      }
      let kinds = try await hand.off {
        home.settings[Kept.codeUnread] = nil
        return TreatmentKind.allCases.map { NamedChoice(value: $0, name: words.treatment(one: $0)) }
      }
      (state.step, state.code, state.readBack, state.treatments) = (.treatment, "", "", kinds)
    }
  }

  /// What is given: what to ask is proposed for it.
  public func treat(_ kind: TreatmentKind) {
    let words = hand.texts.words
    work { [self] in
      let list = try await hand.off {
        try proposedList(treatment: kind).map { NamedChoice(value: $0, name: try words.item(item: $0)) }
      }
      (state.step, state.treatment, state.list, state.kept) = (.list, kind, list, Set(list.map(\.value)))
    }
  }

  /// Asks this or not.
  public func keep(_ item: Item, _ on: Bool) {
    if on { state.kept.insert(item) } else { state.kept.remove(item) }
  }

  /// On, with what is there; nothing has to be.
  public func next() {
    switch state.step {
    case .treatment, .list: state.step = .team
    case .team: state.step = .reminder
    case .reminder: finish()
    case .about, .lock, .code, .readBack: break
    }
  }

  private func finish() {
    guard let open = journal else { return }
    let (now, home, words) = (state, hand.home, hand.texts.words)
    work { [self] in
      try await hand.off {
        // Refused first, when it is no time: nothing is kept by halves.
        let typed = now.reminder.trimmed
        let minute = try typed.isEmpty ? nil : minuteOfDay(typed: typed)
        var contacts: [CareContact] = []
        if !now.teamPhone.trimmed.isEmpty {
          contacts.append(
            CareContact(
              role: .nurse, name: now.teamName.trimmed.isEmpty ? words.role(one: .nurse) : now.teamName,
              phone: try phoneNumber(typed: now.teamPhone),
              outOfHours: now.outOfHours.trimmed.isEmpty ? nil : try phoneNumber(typed: now.outOfHours)))
        }
        try open.setProfile(
          profile: Profile(
            list: now.list.map(\.value).filter(now.kept.contains),
            treatments: now.treatment.map { [TreatmentLine(kind: $0)] } ?? [], contacts: contacts))
        home.settings[Kept.reminderMinute] = minute.map { "\($0)" }
      }
      done(open)
    }
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
