// Appointments and what to ask there, what was decided and answered, and the calendar that others keep.
import Vigie

/// Where one is.
public enum AppointmentsLeaf: Sendable, CaseIterable {
  /// What comes and what to ask; what has been; questions with their answers; from and to the calendar of the phone.
  case next, past, answered, calendar

  /// As it is called.
  public var title: AppointmentsText {
    switch self {
    case .next: .appointmentsTitle
    case .past: .appointmentsPast
    case .answered: .questionsAnswered
    case .calendar: .appointmentsCalendar
    }
  }
}

/// A question, as a line of a list.
public struct QuestionLine: Sendable, Equatable {
  let asked: AskedQuestion
  /// The question.
  public var text: String { asked.question.text }
  /// When it was asked, and what was answered.
  public let details: [String]
}

/// What the screen shows.
public struct AppointmentsState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// The day it is.
  public var today = CalendarDay.unreadable
  /// Where one is.
  public var leaf = AppointmentsLeaf.next
  /// Still to come, the next first; what has been, the last first.
  public var next: [Listed<Appointment>] = [], past: [Listed<Appointment>] = []
  /// Questions that wait, and those with an answer.
  public var waiting: [QuestionLine] = [], answered: [QuestionLine] = []
  /// What appointments can be, and what those of a calendar are when it does not say.
  public var kinds: [NamedChoice<AppointmentKind>] = [], kind = AppointmentKind.consultation
  /// Titles that tell nothing to whoever looks over a shoulder.
  public var discreet = true
  /// What was just done, said once.
  public var done: [String] = []
}

/// Looks again after each change.
@MainActor
public final class AppointmentsModel: FormsModel<AppointmentsState> {
  init(_ hand: Hand, _ journal: Journal) { super.init(AppointmentsState(), hand, journal) }

  override func look(_ done: FormText?) async throws { try await look(done.map { [texts[$0]] } ?? []) }

  private func look(_ done: [String]) async throws {
    let now = state
    state = try await ask { try $0.appointments(now) }
    state.done = done
  }

  override func forgetDone() { state.done = [] }

  /// Shows another part.
  public func turnTo(_ leaf: AppointmentsLeaf) { (state.leaf, state.done) = (leaf, []) }

  /// One step back, or out by `leave`.
  public func back(_ leave: () -> Void) {
    if leaveForm() { return }
    if state.leaf != .next { turnTo(.next) } else { leave() }
  }

  /// What appointments of a calendar are, when it does not say.
  public func readAs(_ kind: AppointmentKind) { state.kind = kind }

  /// Asks for a calendar and takes its appointments.
  public func takeIn() {
    let (kind, lang, journal) = (state.kind, texts.lang, journal)
    work { [self] in
      if let told = try await hand.phone.readFile({ try journal.importCalendar(source: $0, kind: kind, lang: lang) }) {
        try await look(told)
      }
    }
  }

  /// With titles that tell nothing, or not.
  public func discreet(_ on: Bool) { state.discreet = on }

  /// Writes what is to come as a calendar.
  public func writeOut() {
    let (now, lang, journal, counted) = (state, texts.lang, journal, Box<UInt32>())
    work { [self] in
      let written = try await hand.phone.writeFile(texts[AppointmentsText.appointmentsFile], kind: "text/calendar") {
        counted.value = try journal.exportCalendar(lang: lang, discreet: now.discreet, since: now.today, sink: $0)
      }
      guard written, let count = counted.value else { return }
      state.done = [
        try await ask { $0.texts.say(AppointmentsPhrase.appointmentsExported, counts: ["count": Int64(count)]) }
      ]
    }
  }
}

extension Opened {
  fileprivate func appointments(_ now: AppointmentsState) throws -> AppointmentsState {
    var state = now
    let today = journal.now().day
    let all = try listed(try journal.care(), dated: { try words.weekdayDay(day: $0) }) { event in
      if case .appointment(let appointment) = event { (appointment.day, appointment) } else { nil }
    }
    let questions = try journal.questions().map { asked in
      let on = texts.say(AppointmentsPhrase.questionsAsked, ["day": try words.day(day: asked.question.day)])
      let answer = asked.question.answer == nil ? [] : try words.event(event: .question(question: asked.question)).dropFirst()
      return QuestionLine(asked: asked, details: [on] + answer + [try words.notedBy(author: asked.author)].compactMap(\.self))
    }
    (state.loaded, state.today) = (true, today)
    let next = all.filter { $0.day >= today }.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      // Without a time of day before those with one.
      return (first.day, first.told.minute.map(Int.init) ?? -1, one.offset)
        < (second.day, second.told.minute.map(Int.init) ?? -1, other.offset)
    }
    state.next = next.map(\.element)
    state.past = all.filter { $0.day < today }.reversed()
    state.waiting = questions.filter { $0.asked.question.answer == nil }
    state.answered = questions.filter { $0.asked.question.answer != nil }.reversed()
    state.kinds = AppointmentKind.allCases.map { NamedChoice(value: $0, name: words.appointment(one: $0)) }
    return state
  }
}
