// Who can help, and what things are, in plain words.
import Vigie

/// Someone who can help.
public struct Helper: Sendable, Equatable {
  /// Who, of which kind, and what they offer.
  public let name: String, category: String, offers: String
  /// Where, when, in which languages, on which page.
  public let facts: [String]
  /// The number to dial; what stands on the button, the number and what has to be known of it; the same with the name, to be heard.
  public let phone: String?, call: String?, spokenCall: String?
  /// Where it was seen, and when; that is long ago.
  public let source: String, checked: String, old: Bool
}

/// What was found.
public struct FoundHelp: Sendable, Equatable {
  /// What was looked for, and how much was found.
  public let title: String, count: String
  /// It is the team's own list.
  public let own: Bool
  /// Who was found.
  public let helpers: [Helper]
}

/// What is explained together.
public struct Topics: Sendable, Equatable {
  /// Under which title.
  public let title: String
  /// What.
  public let list: [Explanation]
}

/// What comes first when treatments stop.
public struct ComfortPage: Sendable, Equatable {
  /// In plain words.
  public let introduction: String, items: [String], questions: [String], forward: [Passage]
  /// What was asked before the person took this list; nil while they did not.
  var before: [Item]?
  /// The person took this list.
  public var followed: Bool { before != nil }
  /// What was just done.
  public internal(set) var done: String?
}

/// What the screen shows.
public struct SupportState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// Numbers that anybody can call, and the kinds of help.
  public var numbers: [NationalNumber] = [], categories: [SupportCategory] = []
  /// What is typed.
  public var place = "", words = ""
  /// What the person's own treatments are, and everything else that is explained.
  public var yours: [Passage] = [], topics: [Topics] = []
  /// What is shown above all this: one at most.
  public var found: FoundHelp?, topic: Topics?, comfort: ComfortPage?
}

/// The directory is that of the team, or the list that comes with Vigie.
@MainActor
public final class SupportModel: JournalModel<SupportState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(SupportState(), hand, journal)
    work { [self] in state = try await ask { try $0.support() } }
  }

  /// What is typed.
  public func type(_ to: (inout SupportState) -> Void) { to(&state) }

  /// Shows the number to be called.
  public func call(_ number: String) { hand.phone.dial(number) }

  /// Looks for help of this kind, or of any, near the place and with the words that are typed.
  public func find(_ category: SupportCategory?) {
    let now = state
    work { [self] in state.found = try await ask { try $0.help(now, category) } }
  }

  /// What is explained together.
  public func open(_ topic: Topics) { state.topic = topic }

  /// What comes first when treatments stop.
  public func openComfort() {
    work { [self] in
      state.comfort = try await ask { opened in
        let comfort = comfortFirst(lang: opened.texts.lang)
        return ComfortPage(
          introduction: comfort.introduction, items: try comfort.list.map { try opened.words.item(item: $0) },
          questions: comfort.questions, forward: comfort.forward)
      }
    }
  }

  /// Asks this list from now on.
  public func follow() {
    work { [self] in
      let before = try await ask { opened in
        var profile = try opened.journal.profile()
        let before = profile.list
        profile.list = comfortFirst(lang: opened.texts.lang).list
        try opened.journal.setProfile(profile: profile)
        return before
      }
      state.comfort?.before = before
      state.comfort?.done = texts[SupportText.supportFollowed]
    }
  }

  /// Asks what was asked before.
  public func undo() {
    guard let before = state.comfort?.before else { return }
    work { [self] in
      try await ask { opened in
        var profile = try opened.journal.profile()
        profile.list = before
        try opened.journal.setProfile(profile: profile)
      }
      state.comfort?.before = nil
      state.comfort?.done = texts[SupportText.supportUndone]
    }
  }

  /// One step back, or out by `leave`.
  public func back(_ leave: () -> Void) {
    problem = nil
    if state.found != nil {
      state.found = nil
    } else if state.topic != nil {
      state.topic = nil
    } else if state.comfort != nil {
      state.comfort = nil
    } else {
      leave()
    }
  }
}

extension Opened {
  fileprivate func support() throws -> SupportState {
    var state = SupportState()
    var kinds: [TreatmentKind] = []
    for line in try journal.profile().treatments where line.stopped == nil && !kinds.contains(line.kind) { kinds.append(line.kind) }
    (state.loaded, state.numbers) = (true, nationalNumbers(lang: texts.lang))
    state.categories = supportCategories(lang: texts.lang)
    state.yours = kinds.map { Passage(title: words.treatment(one: $0), lines: [explainTreatment(kind: $0, lang: texts.lang)]) }
    let all = explanations(lang: texts.lang)
    var groups: [String] = []
    for one in all where !groups.contains(one.group) { groups.append(one.group) }
    state.topics = groups.map { group in Topics(title: group, list: all.filter { $0.group == group }) }
    return state
  }

  fileprivate func help(_ now: SupportState, _ category: SupportCategory?) throws -> FoundHelp {
    let search = DirectorySearch(
      lang: texts.lang, category: category?.code, place: now.place.trimmed.isEmpty ? nil : now.place,
      text: now.words.trimmed.isEmpty ? nil : now.words)
    let found = try journal.findSupport(search: search)
    return FoundHelp(
      title: category?.title ?? texts[SupportText.supportAllKinds],
      count: texts.say(SupportPhrase.supportFound, counts: ["count": Int64(found.entries.count)]), own: found.own,
      helpers: found.entries.map { helper($0, now.categories) })
  }

  private func helper(_ entry: DirectoryEntry, _ categories: [SupportCategory]) -> Helper {
    let hours = entry.hours.map { texts.say(SharedPhrase.directoryHours, ["hours": $0]) }
    let languages =
      entry.languages.isEmpty ? nil : texts.say(SharedPhrase.directoryLanguages, ["languages": words.list(parts: entry.languages)])
    return Helper(
      name: entry.name, category: categories.first { $0.code == entry.category }?.title ?? "", offers: entry.offers,
      facts: [entry.place, hours, languages, entry.web].compactMap(\.self), phone: entry.phone, call: entry.phoneShown,
      spokenCall: entry.phoneShown.map { texts.say(SupportPhrase.supportCall, ["phone": $0, "name": entry.name]) },
      source: texts.say(SharedPhrase.directorySource, ["source": entry.source]), checked: entry.checked, old: entry.old)
  }
}
