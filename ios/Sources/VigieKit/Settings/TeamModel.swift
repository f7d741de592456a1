// Whom to call: the people and wards of the care team, and when they answer.
import Vigie

/// Someone to call, with what is said of them.
public struct Someone: Sendable, Equatable {
  /// Who.
  public let name: String
  /// What they are, their number, when they answer, another number.
  public let lines: [String]
}

/// Someone who is added or corrected.
public struct EditedContact: Sendable, Equatable {
  /// Where on the list; nil for someone new.
  public let place: Int?
  /// What they are.
  public var role = CareRole.nurse
  /// What is typed.
  public var name = "", phone = "", outOfHours = ""
  /// When they answer.
  public internal(set) var hours = ContactHours()
  /// Removing was touched once.
  public internal(set) var removing = false
}

/// When somebody answers, as it is chosen. Without days it is not known, and they may be tried at any time.
public struct ContactHours: Sendable, Equatable {
  /// On which days, and between which times, as they are typed.
  public var days: Set<Weekday> = [], from = "", to = ""
  /// As the core keeps them.
  var kept: String?
  /// Those in words, as far as they can be read.
  public internal(set) var read: String?
  /// What cannot be taken.
  public internal(set) var daysWrong: SettingsText?, fromWrong: SettingsText?, toWrong: SettingsText?

  /// Nothing stands in the way of keeping them.
  var right: Bool { daysWrong == nil && fromWrong == nil && toWrong == nil }

  /// As the core keeps what is chosen, or with what is wrong. It asks the core.
  func asKept(_ words: Words) -> Self {
    var told = self
    (told.kept, told.read, told.daysWrong, told.fromWrong, told.toWrong) = (nil, nil, nil, nil, nil)
    if days.isEmpty { return told }
    guard let opens = try? minuteOfDay(typed: from), let closes = try? minuteOfDay(typed: to) else {
      if (try? minuteOfDay(typed: from)) == nil { told.fromWrong = .settingsTeamTimeWrong }
      if (try? minuteOfDay(typed: to)) == nil { told.toWrong = .settingsTeamTimeWrong }
      return told
    }
    // Midnight is the end of the day there.
    if closes != 0 && closes <= opens {
      told.toWrong = .settingsTeamTimeOrder
      return told
    }
    let times = OpeningTimes(days: Weekday.allCases.filter(days.contains), from: opens, to: closes)
    told.kept = try? openingHours(times: times)
    told.read = told.kept.flatMap { try? words.hours(hours: $0) }
    if told.kept == nil { told.daysWrong = .settingsTeamDaysApart }
    return told
  }
}

/// What the screen shows.
public struct TeamState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// They are tried in this order.
  var contacts: [CareContact] = []
  /// The same as they are shown.
  public var people: [Someone] = []
  /// What somebody can be.
  public var roles: [NamedChoice<CareRole>] = []
  /// Someone who is added or corrected.
  public var edited: EditedContact?
}

/// They are tried in the order of the list.
@MainActor
public final class TeamModel: JournalModel<TeamState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(TeamState(), hand, journal)
    work { [self] in state = try await ask { try $0.team() } }
  }

  func back() -> Bool {
    if state.edited == nil { return false }
    (problem, state.edited) = (nil, nil)
    return true
  }

  /// Someone new.
  public func add() {
    if !busy { state.edited = EditedContact(place: nil) }
  }

  /// Someone who is there.
  public func correct(_ place: Int) {
    // Another order is on its way: who stands here may be someone else.
    if busy { return }
    let one = state.contacts[place]
    work { [self] in
      let hours = try await ask { opened in
        guard let kept = one.hours else { return ContactHours() }
        let times = try openingTimes(hours: kept)
        var hours = ContactHours(days: Set(times.days), from: typedTime(times.from), to: typedTime(times.to))
        (hours.kept, hours.read) = (kept, try opened.words.hours(hours: kept))
        return hours
      }
      var edited = EditedContact(place: place, role: one.role)
      (edited.name, edited.phone, edited.outOfHours, edited.hours) = (one.name, one.phone, one.outOfHours ?? "", hours)
      state.edited = edited
    }
  }

  /// Changes what is typed or chosen.
  public func change(_ to: (inout EditedContact) -> Void) {
    if var edited = state.edited {
      to(&edited)
      state.edited = edited
    }
  }

  /// Chooses other hours, and says them in words as soon as they can be read.
  public func choose(_ to: (inout ContactHours) -> Void) {
    guard var chosen = state.edited?.hours else { return }
    to(&chosen)
    (chosen.read, chosen.daysWrong, chosen.fromWrong, chosen.toWrong) = (nil, nil, nil, nil)
    state.edited?.hours = chosen
    let (typed, words) = (chosen, texts.words)
    Task {
      let said = try? await hand.off { typed.asKept(words).read }
      if state.edited?.hours == typed { state.edited?.hours.read = said ?? nil }
    }
  }

  /// Keeps whoever is edited.
  public func keep() {
    guard var edited = state.edited else { return }
    let (hours, words) = (edited.hours, texts.words)
    work { [self] in
      edited.hours = try await hand.off { hours.asKept(words) }
      if !edited.hours.right {
        state.edited?.hours = edited.hours
        return
      }
      let contact = edited
      state = try await ask { opened in
        let one = CareContact(
          role: contact.role, name: contact.name.trimmed.isEmpty ? opened.words.role(one: contact.role) : contact.name,
          phone: try phoneNumber(typed: contact.phone), hours: contact.hours.kept,
          outOfHours: contact.outOfHours.trimmed.isEmpty ? nil : try phoneNumber(typed: contact.outOfHours))
        return try opened.team { all in
          if let place = contact.place { all[place] = one } else { all.append(one) }
        }
      }
    }
  }

  /// Off the list, once it was asked.
  public func remove() {
    guard let edited = state.edited, let place = edited.place else { return }
    if !edited.removing {
      state.edited?.removing = true
      return
    }
    work { [self] in state = try await ask { try $0.team { all in all.remove(at: place) } } }
  }

  /// To the top of the list.
  public func first(_ place: Int) {
    work { [self] in state = try await ask { try $0.team { all in all.insert(all.remove(at: place), at: 0) } } }
  }
}

extension Opened {
  fileprivate func team() throws -> TeamState {
    var state = TeamState(loaded: true)
    state.contacts = try journal.profile().contacts
    state.people = try state.contacts.map { one in
      let hours = try one.hours.map { try words.hours(hours: $0) }
      return Someone(name: one.name, lines: [words.role(one: one.role), one.phone, hours, one.outOfHours].compactMap(\.self))
    }
    state.roles = CareRole.allCases.map { NamedChoice(value: $0, name: words.role(one: $0)) }
    return state
  }

  /// Keeps another list, and looks again.
  fileprivate func team(_ change: (inout [CareContact]) throws -> Void) throws -> TeamState {
    var profile = try journal.profile()
    try change(&profile.contacts)
    try journal.setProfile(profile: profile)
    return try team()
  }
}
