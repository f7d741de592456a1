// The app: locked or open, and which screen is shown.
import Observation
import Vigie

/// What lies beside today, in the order in which it is listed.
public enum Place: Sendable, CaseIterable {
  /// How each symptom went; everything that happened; what is given and taken; what was measured, seen and kept; when, with whom and
  /// what to ask; who can help; trials that can be talked over; what the team reads; keys, copies, what is asked, whom to call.
  case trends, timeline, treatment, results, appointments, support, trials, consultation, settings

  /// As it is called.
  public var title: any Plain {
    switch self {
    case .trends: MainText.placeTrends
    case .timeline: TimelineText.timelineTitle
    case .treatment: MainText.placeTreatment
    case .results: MainText.placeResults
    case .appointments: MainText.placeAppointments
    case .support: SupportText.supportTitle
    case .trials: TrialsText.trialsTitle
    case .consultation: ConsultationText.consultationTitle
    case .settings: SettingsText.settingsTitle
    }
  }
}

/// Where a screen leads.
public enum Go: Sendable {
  /// What lies beside today.
  case to(Place)
  /// A check-in about a day, or the correction of one.
  case checkIn(CalendarDay, amends: EntryId?)
  /// A call to act.
  case prompt(PromptId)
  /// The keys of the journal, or its copies, among the settings.
  case keys, copies
  /// Locks the journal.
  case lock
}

/// One of several journals on this phone.
public struct Shelved: Sendable, Equatable {
  /// Which.
  public let number: Int
  /// As it is called.
  public let name: String
  /// It is the one that is shown.
  public let shown: Bool
}

/// The screen that is shown, with what stands behind it.
@MainActor
public enum Screen {
  /// Nothing is known yet; there is no journal; it is locked; it is made anew from a backup.
  case starting, first(FirstModel), locked(LockModel), restore(RestoreModel)
  /// It is open; answering; a call to act.
  case today(TodayModel), checkIn(CheckInModel), prompt(PromptModel)
  /// What lies beside today.
  case trends(TrendsModel), timeline(TimelineModel), treatment(TreatmentModel), results(ResultsModel)
  case appointments(AppointmentsModel), support(SupportModel), trials(TrialsModel), consultation(ConsultationModel)
  case settings(SettingsModel)
}

extension Screen {
  /// Keeps what is not finished on it and still on its way; nil where nothing is begun.
  fileprivate var flush: (@Sendable () -> Void)? {
    switch self {
    case .checkIn(let model): model.flush
    case .treatment(let model): model.form?.flush
    case .results(let model): model.form?.flush
    case .appointments(let model): model.form?.flush
    default: nil
    }
  }
}

/// The app, for as long as its process lives.
@MainActor @Observable
public final class AppModel {
  private let phone: any Phone
  private let homes: Homes
  private var hand: Hand?

  /// The screen that is shown.
  public private(set) var screen = Screen.starting
  /// What is said, in the person's language; nil while it is read.
  public private(set) var texts: Texts?
  /// The journals on this phone, when there are several.
  public private(set) var shelf: [Shelved] = []
  /// What is open.
  private(set) var journal: Journal?
  /// How often it was locked: what began before is too late.
  private var turns = 0
  /// What lies under the screen that is shown: where going back leads.
  private var under: [Screen] = []

  /// On this phone.
  public init(_ phone: any Phone) {
    (self.phone, homes) = (phone, Homes(phone))
  }

  /// Reads the language and looks whether there is a journal. Begun before, it only follows the system to another language.
  public func start() {
    let lang = langOfLocale(locale: phone.language ?? phone.locale)
    if lang != texts?.lang { speak(lang) }
  }

  /// The other language, from now on. What was begun is not kept: it is offered where nothing has begun, and in the settings.
  public func otherLanguage() {
    let other: Lang = texts?.lang == .fr ? .en : .fr
    phone.language = "\(other)"
    speak(other)
  }

  private func speak(_ lang: Lang) {
    Task {
      guard let read = try? await Journal.off({ Texts(lang) }) else { return }
      let next = Hand(phone, hand?.home ?? homes.shown, read)
      next.relative = hand?.relative
      (hand, texts) = (next, read)
      if journal == nil { closedScreen() } else { today(nil) }
    }
  }

  /// The first run where there is no journal, the lock where there is one.
  private func closedScreen() {
    // Somebody may have opened it meanwhile: it is on the screen, and stays there.
    guard let hand, journal == nil else { return }
    under = []
    let all = homes.all
    shelf =
      all.count < 2
      ? []
      : all.map { Shelved(number: $0.number, name: $0.name ?? hand.texts[MainText.myJournal], shown: $0 == homes.shown) }
    if hand.home.isMade {
      screen = locked(hand)
    } else {
      screen = .first(FirstModel(hand, made: { [weak self] in self?.journal = $0 }, done: { [weak self] in self?.opened($0) }))
    }
  }

  private func locked(_ hand: Hand) -> Screen {
    let turn = turns
    return .locked(
      LockModel(hand) { [weak self] open in
        // The person left while the phone asked for their finger: it stays locked.
        if let self, turn == turns {
          opened(open)
        } else {
          Task { try? await open.off { try $0.lock() } }
        }
      })
  }

  private func opened(_ open: Journal) {
    journal = open
    today(nil)
    guard let hand else { return }
    let opened = Opened(journal: open, home: hand.home, texts: hand.texts, relative: nil)
    Task { try? await hand.off { opened.copyOfTheDay() } }
  }

  private func today(_ done: MainText?) {
    guard let hand, let open = journal else { return }
    let model = TodayModel(hand, open)
    model.look(done)
    (under, screen) = ([], .today(model))
  }

  /// Shows another journal of this phone; the one that is open is locked.
  public func show(_ number: Int) {
    if let home = homes.all.first(where: { $0.number == number }) { leave(for: home) }
  }

  /// A place for one more journal, under this name, and the first run for it.
  func oneMore(_ name: String) {
    let next = homes.free
    next.name = name
    homes.add(next)
    leave(for: next)
  }

  private func leave(for next: Home) {
    if journal == nil {
      // One that is just being opened stays locked.
      turns += 1
      enter(next)
    } else {
      lock(next)
    }
  }

  private func enter(_ next: Home) {
    guard let before = hand else { return }
    if next != before.home && before.home.isFree {
      before.home.forgetSettings()
      homes.remove(before.home)
    }
    homes.shown = next
    hand = before.at(next)
    closedScreen()
  }

  /// A backup is made a journal, in place of none. A journal that is there stays: the new one lies beside it.
  public func restore() {
    guard let hand else { return }
    under.append(screen)
    screen = .restore(
      RestoreModel(
        hand, homes,
        made: { [weak self] home in
          self?.homes.add(home)
          self?.homes.shown = home
          self?.hand = hand.at(home)
        },
        opened: { [weak self] in self?.opened($0) }))
  }

  /// Where a screen leads.
  public func go(_ to: Go) {
    guard let hand, let open = journal else { return }
    let next: Screen
    switch to {
    case .to(let place): next = beside(place, hand, open)
    case .checkIn(let day, let amends):
      next = .checkIn(CheckInModel(hand, open, day, amends: amends) { [weak self] in self?.noted($0, $1) })
    case .prompt(let id): next = .prompt(PromptModel(hand, open, id) { [weak self] in self?.today(.promptDone) })
    case .keys:
      let model = settings(hand, open)
      model.keys()
      next = .settings(model)
    case .copies:
      let model = settings(hand, open)
      model.copies(.backup)
      next = .settings(model)
    case .lock: return lock()
    }
    under.append(screen)
    screen = next
  }

  private func beside(_ place: Place, _ hand: Hand, _ open: Journal) -> Screen {
    switch place {
    case .trends: .trends(TrendsModel(hand, open))
    case .timeline: .timeline(TimelineModel(hand, open))
    case .treatment: .treatment(TreatmentModel(hand, open))
    case .results: .results(ResultsModel(hand, open))
    case .appointments: .appointments(AppointmentsModel(hand, open))
    case .support: .support(SupportModel(hand, open))
    case .trials: .trials(TrialsModel(hand, open))
    case .consultation: .consultation(ConsultationModel(hand, open))
    case .settings: .settings(settings(hand, open))
    }
  }

  private func settings(_ hand: Hand, _ open: Journal) -> SettingsModel {
    SettingsModel(
      hand, open, homes,
      SettingsGo(
        otherLanguage: { [weak self] in self?.otherLanguage() }, erase: { [weak self] in self?.erase() },
        show: { [weak self] in self?.show($0) }, oneMore: { [weak self] in self?.oneMore($0) }))
  }

  private func noted(_ prompt: PromptId?, _ done: MainText) {
    today(done)
    if let prompt { go(.prompt(prompt)) }
  }

  /// One screen back; from the first of an open journal nowhere.
  public func back() {
    guard let last = under.popLast() else { return }
    screen = last
    if case .today(let model) = last { model.look() }
  }

  /// The person is back: the first screen tells what came due meanwhile.
  public func looksAgain() {
    if case .today(let model) = screen { model.again() }
  }

  /// Locks the journal: its keys leave memory, and what was on the screen leaves it. One that is just being opened stays locked.
  public func lock() { lock(homes.shown) }

  /// And shows this one next.
  private func lock(_ next: Home) {
    let open = journal
    if open == nil {
      guard case .locked = screen else { return }
    }
    turns += 1
    journal = nil
    if case .checkIn(let model) = screen { model.keep() }
    let flush = screen.flush
    let before = hand.map { hand in open.map { Opened(journal: $0, home: hand.home, texts: hand.texts, relative: nil) } }
    // What was on the screen leaves it at once: the system takes its picture of the app when the person leaves it.
    screen = .starting
    phone.hold { [self] in
      if let opened = before ?? nil {
        try? await Journal.off {
          flush?()
          // A call to act may have come since the first screen was last looked at. Whatever fails, it is locked.
          try? opened.plan()
          // Not freed as well: a call that a screen makes too late finds it locked, which is said, and not gone.
          try opened.journal.lock()
        }
      }
      enter(next)
    }
  }

  /// Nothing of the journal stays on this phone; then another one is shown, or it begins anew.
  func erase() {
    guard let open = journal, let hand else { return }
    journal = nil
    screen = .starting
    Task {
      try? await hand.off {
        try? open.lock()
        hand.home.erase()
      }
      homes.remove(hand.home)
      self.hand = hand.at(homes.shown)
      closedScreen()
    }
  }
}

extension Plain {
  fileprivate static var all: [any Plain] { Array(allCases) }
}

extension Filled {
  fileprivate static var all: [any Filled] { Array(allCases) }
}

/// Every text that holds no value.
public let allTexts: [any Plain] = Array(
  [
    MainText.all, DayText.all, FormText.all, AppointmentsText.all, TreatmentText.all, ResultsText.all, TimelineText.all,
    SupportText.all, SharedText.all, BodyText.all, TrialsText.all, ConsultationText.all, SettingsText.all,
  ].joined())

/// Every one that does.
public let allPhrases: [any Filled] = Array(
  [
    MainPhrase.all, AppointmentsPhrase.all, TreatmentPhrase.all, ResultsPhrase.all, TimelinePhrase.all, SupportPhrase.all,
    SharedPhrase.all, TrialsPhrase.all, ConsultationPhrase.all, SettingsPhrase.all,
  ].joined())
