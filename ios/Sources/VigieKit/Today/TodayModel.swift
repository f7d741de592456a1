// The first screen of an open journal: what waits, what was noted, what comes next.
import Vigie

/// A day that can be filled in.
public struct MissedDay: Sendable, Equatable {
  /// Which.
  public let day: CalendarDay
  /// As it is shown.
  public let name: String
}

/// A prompt that waits for an answer of the team's.
public struct Waiting: Sendable, Equatable {
  /// Its id.
  public let id: PromptId
  /// In a sentence.
  public let headline: String
  /// When it asks again.
  public let due: String
  /// Whether that has come, and whether it cannot wait.
  public let overdue: Bool, urgent: Bool
}

/// What the first screen shows.
public struct TodayState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// The day, and as it is shown.
  public var day: CalendarDay = .unreadable, dayName = ""
  /// The last check-in of today, when there is one.
  public var noted: EntryId?
  /// Answers begun and not noted yet.
  public var begun = false
  /// How far the treatment has come, in words.
  public var treatmentDay: String?
  /// What waits for the person.
  public var waiting: [Waiting] = []
  /// The days that can be filled in.
  public var missed: [MissedDay] = []
  /// The next appointment, a line or two.
  public var next: [String] = []
  /// Nothing was chosen to be asked yet.
  public var nothingAsked = false
  /// Copies of each day were wanted, and there was none for some days: since when, in a sentence.
  public var copiesLate: String?
  /// The relative who notes, and that they do, in a sentence; nil is the person.
  public var relative: String?, relativeNotes: String?
  /// The relatives who noted before, while it is chosen who notes now; and a new name as it is typed.
  public var relatives: [String]?, newRelative = ""
  /// The recovery code was shown, and never read back from paper.
  public var codeUnread = false
  /// What was just done, said once.
  public var done: String?
}

/// Looks again each time the screen is shown.
@MainActor
public final class TodayModel: JournalModel<TodayState> {
  init(_ hand: Hand, _ journal: Journal) { super.init(TodayState(), hand, journal) }

  /// Looks, and says what was just done.
  public func look(_ done: MainText? = nil) {
    work { [self] in
      var seen = try await ask { try $0.today() }
      seen.done = done.map { texts[$0] }
      state = seen
    }
  }

  /// Looks again and leaves what was just done on the screen; not while somebody says who notes.
  func again() {
    if state.relatives != nil { return }
    work { [self] in
      var seen = try await ask { try $0.today() }
      seen.done = state.done
      state = seen
    }
  }

  /// The person is too unwell to answer: one tap, and the day counts.
  public func tooUnwell(then: @escaping (PromptId) -> Void) {
    let day = state.day
    work { [self] in
      let (prompt, seen) = try await ask { opened in
        var begun = try opened.journal.draft().flatMap { $0.day == day ? $0 : nil } ?? DailyEntry(day: day)
        begun.caregiver = opened.relative
        return (try opened.journal.recordTooUnwell(begun: begun).prompt, try opened.today())
      }
      state = seen
      state.done = texts[MainText.todayTooUnwellDone]
      if let prompt { then(prompt.id) }
    }
  }

  /// Asks who notes, or no longer.
  public func askWho(_ asking: Bool) {
    if !asking {
      state.relatives = nil
      return
    }
    work { [self] in
      let known = try await ask { opened in
        var names: [String] = []
        for name in try opened.journal.entries().reversed().compactMap(\.entry.caregiver) where !names.contains(name) {
          names.append(name)
        }
        return Array(names.prefix(4))
      }
      (state.relatives, state.newRelative) = (known, "")
    }
  }

  /// A letter more or less of a relative's name.
  public func typeRelative(_ typed: String) { state.newRelative = typed }

  /// From now on this one notes; nil is the person.
  public func notes(_ relative: String?) {
    work { [self] in
      hand.relative = relative?.trimmed
      let said = try await ask { $0.relativeNotes }
      (state.relative, state.relativeNotes, state.relatives) = (hand.relative, said, nil)
    }
  }
}

extension Opened {
  /// That a relative notes, in a sentence.
  fileprivate var relativeNotes: String? { relative.map { texts.say(MainPhrase.todayRelativeNotes, ["name": $0]) } }

  fileprivate func today() throws -> TodayState {
    // Several days without an answer may call for something, and only being asked tells.
    _ = try journal.noticeSilence()
    let today = try journal.today()
    try plan()
    let appointments = try journal.care().compactMap { one -> Appointment? in
      if case .appointment(let appointment) = one.event, appointment.day >= today.day { appointment } else { nil }
    }
    var state = TodayState()
    (state.loaded, state.day, state.dayName) = (true, today.day, try words.weekdayDay(day: today.day))
    (state.noted, state.begun) = (today.entries.last?.id, try journal.draft()?.day == today.day)
    state.treatmentDay = today.treatmentDay.map { texts.say(MainPhrase.todayTreatmentDay, counts: ["day": Int64($0)]) }
    state.waiting = try today.open.map { open in
      Waiting(
        id: open.id, headline: try journal.say(id: open.id, lang: texts.lang).headline,
        due: texts.say(MainPhrase.promptDue, ["moment": try words.moment(moment: open.due)]), overdue: open.overdue,
        urgent: open.urgent)
    }
    state.missed = try today.missed.map { MissedDay(day: $0, name: try words.weekdayDay(day: $0)) }
    if let next = appointments.min(by: { $0.day < $1.day }) {
      state.next = try words.event(event: .appointment(appointment: next)) + [words.weekdayDay(day: next.day)]
    }
    state.nothingAsked = today.asked.isEmpty
    state.copiesLate = try copiesAreLate(today: today.day).map {
      texts.say(MainPhrase.todayCopiesLate, ["day": try words.weekdayDay(day: $0)])
    }
    (state.relative, state.relativeNotes) = (relative, relativeNotes)
    state.codeUnread = home.settings[Kept.codeUnread] != nil
    return state
  }
}
