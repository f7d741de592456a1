// The settings: where each leads, and the few that are a page of their own here.
import Foundation
import Observation
import Vigie

/// The pages of the settings that have no state of their own.
public enum SettingsPage: Sendable {
  /// Where each leads; what to call the person; the rules; reminders; other journals; what others wrote; erasing, asked once and once
  /// more.
  case root, name, rules, reminder, journals, licences, erase, eraseSure

  /// As it is called.
  public var title: SettingsText {
    switch self {
    case .root: .settingsTitle
    case .name: .settingsName
    case .rules: .settingsRules
    case .reminder: .settingsReminder
    case .journals: .settingsJournals
    case .licences: .settingsLicences
    case .erase: .settingsErase
    case .eraseSure: .settingsEraseSure
    }
  }
}

/// A page with its own state that lies over the settings.
public enum SettingsSub {
  /// Lock and keys; a backup, a relative's copy, a table; what is asked each day; whom to call.
  case keys(KeysModel), copies(CopiesModel), asked(AskedModel), team(TeamModel)

  /// One step back within it. False at its beginning.
  @MainActor
  func back() -> Bool {
    switch self {
    case .keys(let model): model.back()
    case .copies: false
    case .asked(let model): model.back()
    case .team(let model): model.back()
    }
  }
}

/// A line of the page of licences.
public struct LicenceLine: Sendable, Equatable {
  /// What it is, and what it says.
  public let kind: LicenceKind, text: String
}

/// What a line of the page of licences is.
public enum LicenceKind: Sendable {
  /// The name of a licence; something that is under it; whose that is; a paragraph of its text.
  case licence, part, copyright, text
}

/// What the screen shows.
public struct SettingsState: Sendable, Equatable {
  /// Which page.
  public var page = SettingsPage.root
  /// What is typed: what to call the person, or this journal.
  public var name = ""
  /// The other journals on this phone, and the name of one more.
  public var others: [Shelved] = [], more = ""
  /// Who answers for the rules, and what they say.
  public var rulesFrom: [String] = [], rules: [StepLine] = []
  /// What others wrote, by licence.
  public var licences: [LicenceLine] = []
  /// When to remind, with what words, on which days not, whether of medicines too.
  public var reminderTime = "", reminderText = "", reminderQuiet: Set<Weekday> = [], reminderMedicines = false
  /// The phone keeps what it would say from being shown.
  public var silenced = false
  /// What was done, in a sentence.
  public var done: String?
}

/// What the settings do to the app as a whole.
struct SettingsGo {
  let otherLanguage: () -> Void
  let erase: () -> Void
  /// Another journal, by its number.
  let show: (Int) -> Void
  /// One more, by its name.
  let oneMore: (String) -> Void
}

/// Erases the journal only after it was asked twice.
@MainActor @Observable
public final class SettingsModel: JournalModel<SettingsState> {
  private let homes: Homes
  private let go: SettingsGo
  /// A page with its own state lies over it.
  public private(set) var sub: SettingsSub?

  init(_ hand: Hand, _ journal: Journal, _ homes: Homes, _ go: SettingsGo) {
    (self.homes, self.go) = (homes, go)
    super.init(SettingsState(), hand, journal)
  }

  /// Changes the language.
  public func otherLanguage() { go.otherLanguage() }

  /// Lock and keys.
  public func keys() { open(.keys(KeysModel(hand, journal))) }

  /// A backup, a relative's copy, a table.
  public func copies(_ step: CopiesStep) { open(.copies(CopiesModel(hand, journal, step))) }

  /// What is asked each day.
  public func asked() { open(.asked(AskedModel(hand, journal))) }

  /// Whom to call.
  public func team() { open(.team(TeamModel(hand, journal))) }

  private func open(_ sub: SettingsSub) {
    (problem, self.sub, state.done) = (nil, sub, nil)
  }

  /// One step back. False at the root.
  public func back() -> Bool {
    problem = nil
    if let sub {
      if !sub.back() { self.sub = nil }
    } else if state.page == .root {
      return false
    } else {
      state = SettingsState()
    }
    return true
  }

  /// What to call the person.
  public func name() {
    work { [self] in
      let name = try await ask { try $0.journal.profile().name ?? "" }
      state = SettingsState(page: .name, name: name)
    }
  }

  /// What is typed.
  public func type(_ to: (inout SettingsState) -> Void) { to(&state) }

  /// Keeps the name.
  public func keepName() {
    let typed = state.name.trimmed
    work { [self] in
      try await ask { opened in
        var profile = try opened.journal.profile()
        profile.name = typed.isEmpty ? nil : typed
        try opened.journal.setProfile(profile: profile)
      }
      state = SettingsState(done: texts[SettingsText.settingsSaved])
    }
  }

  /// The journals on this phone: a relative's can lie beside this one.
  public func journals() {
    let others = homes.all.filter { $0 != hand.home }
    state = SettingsState(
      page: .journals, name: hand.home.name ?? "",
      others: others.map { Shelved(number: $0.number, name: $0.name ?? texts[MainText.myJournal], shown: false) })
  }

  /// Keeps what this journal is called on this phone.
  public func keepJournalName() {
    hand.home.name = state.name.trimmed.isEmpty ? nil : state.name.trimmed
    state = SettingsState(done: texts[SettingsText.settingsSaved])
  }

  /// Locks this journal, and shows another.
  public func show(_ number: Int) { go.show(number) }

  /// Locks this journal, and begins one more.
  public func oneMore() { go.oneMore(state.more.trimmed) }

  /// Which rules are in force, who answers for them, and what they say.
  public func rules() {
    work { [self] in state = try await ask { try $0.rules() } }
  }

  /// What others wrote and is a part of the app, with the licences in full.
  public func licences() {
    work { [self] in state = try await ask { _ in SettingsState(page: .licences, licences: licenceLines()) } }
  }

  /// When to remind, and how.
  public func reminder() {
    let settings = hand.home.settings
    state = SettingsState(
      page: .reminder, reminderTime: settings[Kept.reminderMinute].flatMap { UInt16($0) }.map(typedTime) ?? "",
      reminderText: settings[Kept.reminderText] ?? "", reminderQuiet: settings.quietDays,
      reminderMedicines: settings[Kept.reminderMedicines] != nil, silenced: hand.phone.silenced)
  }

  /// Keeps the reminder.
  public func keepReminder() {
    let now = state
    work { [self] in
      let done = try await ask { opened in
        let (settings, typed) = (opened.home.settings, now.reminderTime.trimmed)
        let minute = try typed.isEmpty ? nil : minuteOfDay(typed: typed)
        settings[Kept.reminderMinute] = minute.map { "\($0)" }
        settings[Kept.reminderText] = now.reminderText.trimmed.isEmpty ? nil : now.reminderText.trimmed
        settings.quietDays = now.reminderQuiet
        settings[Kept.reminderMedicines] = now.reminderMedicines ? "yes" : nil
        try opened.plan()
        guard let minute else { return opened.texts[SettingsText.settingsReminderNone] }
        return opened.texts.say(SettingsPhrase.settingsReminderAt, ["time": opened.words.minute(minute: minute)])
      }
      state = SettingsState(done: done)
    }
  }

  /// Asks whether everything is to go; asked once, asks once more.
  public func askErase(sure: Bool) { state = SettingsState(page: sure ? .eraseSure : .erase) }

  /// Everything goes.
  public func eraseNow() { go.erase() }
}

private func licenceLines() -> [LicenceLine] {
  licences(of: .library).flatMap { licence in
    let parts = licence.parts.flatMap { part in
      [LicenceLine(kind: .part, text: part.name)] + part.copyright.map { LicenceLine(kind: .copyright, text: $0) }
    }
    let paragraphs = licence.text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
    let text = paragraphs.filter { !$0.isEmpty }.map { LicenceLine(kind: .text, text: $0) }
    return [LicenceLine(kind: .licence, text: licence.name)] + parts + text
  }
}

extension Opened {
  fileprivate func rules() throws -> SettingsState {
    let rules = try journal.rules()
    let name = texts.say(
      SettingsPhrase.settingsRulesName, ["name": rules.name, "version": "\(rules.version)", "author": rules.author])
    let since = try rules.since.map { texts.say(SettingsPhrase.settingsRulesSince, ["moment": try words.moment(moment: $0)]) }
    let signed = rules.signedBy.map { [texts[SettingsText.settingsRulesSigned], $0] } ?? [texts[SettingsText.settingsRulesBuiltIn]]
    return SettingsState(
      page: .rules, rulesFrom: [name, since].compactMap(\.self) + signed, rules: try journal.rulesInWords(lang: texts.lang))
  }
}
