// Everything that happened, latest first: filtered by kind, searched by word.
import Vigie

/// A kind of thing, and its name.
public struct TimelineKind: Sendable, Equatable {
  /// Which.
  public let kind: EventKind
  /// As it is shown.
  public let name: String
}

/// An entry of a day, which can be corrected or taken back.
public struct NotedEntry: Sendable, Hashable {
  /// Which.
  public let id: EntryId
  /// About which day.
  public let day: CalendarDay
}

/// One thing that happened: what it is, and what is known of it.
public struct TimelineRow: Sendable, Hashable {
  /// The day, as it is shown.
  public let day: String
  /// What it is, and what is known of it.
  public let title: String, text: [String]
  /// Who noted it, when it was not the person.
  public let by: String?
  /// The entry that says it, when it is one.
  public let noted: NotedEntry?

  /// A glimpse of the rest.
  public var glimpse: String { text.joined(separator: ", ") }
}

/// A line of the list.
public enum TimelineLine: Sendable, Hashable {
  /// A day, before what happened on it.
  case day(String)
  /// What happened.
  case thing(TimelineRow)
}

/// What the screen shows.
public struct TimelineState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// Days, each before what happened on it.
  public var lines: [TimelineLine] = []
  /// Every kind there is; those that are shown, none for all; those in words.
  public var kinds: [TimelineKind] = [], chosen: Set<EventKind> = [], only: String?
  /// What is typed, and what of it is searched.
  public var words = "", searched = ""
  /// How many were found.
  public var found: String?
  /// Choosing among the kinds.
  public var choosing = false
  /// What is read whole; whether it shall be taken back is being asked.
  public var open: TimelineRow?, removing = false
  /// What was just done.
  public var done: String?
}

/// Reads once and is searched by the core.
@MainActor
public final class TimelineModel: JournalModel<TimelineState> {
  /// How many days are shown first.
  nonisolated private static let latest = 60

  init(_ hand: Hand, _ journal: Journal) {
    super.init(TimelineState(), hand, journal)
    find()
  }

  /// What is typed.
  public func type(_ words: String) { state.words = words }

  /// Looks for what is typed, among the kinds that are chosen.
  public func find() {
    work { [self] in
      // What is latest is on the screen before years have been read.
      if !state.loaded {
        let from = state
        state = try await ask { try $0.timeline(from, since: $0.journal.now().day.adding(days: -Self.latest)) }
      }
      let from = state
      var all = try await ask { try $0.timeline(from, since: nil) }
      // What was typed or opened meanwhile stays.
      (all.words, all.open, all.choosing) = (state.words, state.open, false)
      state = all
    }
  }

  /// Everything again.
  public func everything() {
    (state.words, state.chosen) = ("", [])
    find()
  }

  /// Choosing among the kinds.
  public func openKinds() { state.choosing = true }

  /// Shows this kind, or not.
  public func choose(_ kind: EventKind, _ on: Bool) {
    if on { state.chosen.insert(kind) } else { state.chosen.remove(kind) }
  }

  /// Reads it whole.
  public func open(_ row: TimelineRow) { (state.open, state.done) = (row, nil) }

  /// Asks whether the entry that is read shall be taken back.
  public func askToRemove(_ asking: Bool) { state.removing = asking }

  /// Takes back the entry that is read.
  public func remove() {
    guard let noted = state.open?.noted else { return }
    work { [self] in
      var from = state
      (from.open, from.removing) = (nil, false)
      let closed = from
      state = try await ask { opened in
        try opened.journal.withdraw(id: noted.id)
        return try opened.timeline(closed, since: nil)
      }
      state.done = texts[FormText.formRemoved]
    }
  }

  /// One step back, or out by `leave`.
  public func back(_ leave: () -> Void) {
    if state.removing {
      askToRemove(false)
    } else if state.open != nil {
      state.open = nil
    } else if state.choosing {
      find()
    } else {
      leave()
    }
  }
}

extension Opened {
  fileprivate func timeline(_ now: TimelineState, since: CalendarDay?) throws -> TimelineState {
    var state = now
    if state.kinds.isEmpty { state.kinds = kinds }
    let look = Look(lang: texts.lang, first: since, last: nil, kinds: Array(now.chosen), words: now.words, by: nil)
    let happened = try journal.timeline(look: look)
    let only = state.kinds.filter { now.chosen.contains($0.kind) }.map(\.name)
    let narrowed = !now.chosen.isEmpty || !now.words.trimmed.isEmpty
    (state.loaded, state.lines, state.searched) = (true, try lines(happened), now.words)
    state.only = only.isEmpty ? nil : texts.say(TimelinePhrase.timelineOnly, ["kinds": words.list(parts: only)])
    state.found = narrowed ? texts.say(TimelinePhrase.timelineFound, counts: ["count": Int64(happened.count)]) : nil
    (state.choosing, state.done) = (false, nil)
    return state
  }

  private func lines(_ happened: [Happening]) throws -> [TimelineLine] {
    var (lines, last): ([TimelineLine], CalendarDay?) = ([], nil)
    var name = ""
    for one in happened {
      if one.day != last {
        (name, last) = (try words.weekdayDay(day: one.day), one.day)
        lines.append(.day(name))
      }
      let by = try one.author.flatMap { try words.notedBy(author: $0) }
      let noted: NotedEntry? = if case .entry(let id) = one.event { NotedEntry(id: id, day: one.day) } else { nil }
      lines.append(
        .thing(TimelineRow(day: name, title: one.text.first ?? "", text: Array(one.text.dropFirst()), by: by, noted: noted)))
    }
    return lines
  }

  private var kinds: [TimelineKind] {
    // A change of treatment is told with the treatments.
    let care = CareKind.allCases.filter { $0 != .change }.map { TimelineKind(kind: .care(kind: $0), name: words.careKind(one: $0)) }
    return [
      TimelineKind(kind: .entry, name: words.text(id: "kind-entry")),
      TimelineKind(kind: .treatment, name: words.careKind(one: .change)),
      TimelineKind(kind: .prompt, name: words.text(id: "kind-prompt")),
    ] + care + [TimelineKind(kind: .attachment, name: words.text(id: "kind-attachment"))]
  }
}
