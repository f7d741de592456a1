// What was typed in a form, read by the core: what it refuses is told at its place.
import Vigie

/// Reads a form; it asks the core. What is not asked for, and what is empty, is nil.
struct Reader: Sendable {
  let form: FormState
  let texts: Texts
  private let asked: Set<String>

  init(_ form: FormState, _ texts: Texts) {
    (self.form, self.texts, asked) = (form, texts, Set(form.shown.map(\.name.id)))
  }

  /// As it was typed.
  func typed(_ name: any Plain) -> String { asked.contains(name.id) ? form[name].trimmed : "" }

  private func there(_ name: any Plain) -> String? { typed(name).isEmpty ? nil : typed(name) }

  /// A short name.
  func label(_ name: any Plain) throws -> String? { try there(name) == nil ? nil : neededLabel(name) }

  /// A short name that cannot be left out: the core says so.
  func neededLabel(_ name: any Plain) throws -> String {
    try taken(name) { Wish(day: form.today, kind: .directives, who: $0, place: nil) }
  }

  /// Somebody's own words.
  func note(_ name: any Plain) throws -> String? { try there(name) == nil ? nil : neededNote(name) }

  /// Words that cannot be left out.
  func neededNote(_ name: any Plain) throws -> String {
    try taken(name) { Wish(day: form.today, kind: .directives, who: nil, place: $0) }
  }

  /// As the core takes it where such words stand.
  private func taken(_ name: any Plain, _ standing: (String) -> Wish) throws -> String {
    let typed = typed(name)
    try at(name) { _ = try texts.words.event(event: .wish(wish: standing(typed))) }
    return typed
  }

  /// A day.
  func day(_ name: any Plain) throws -> CalendarDay? { try there(name) == nil ? nil : neededDay(name) }

  /// A day that cannot be left out.
  func neededDay(_ name: any Plain) throws -> CalendarDay {
    guard let day = CalendarDay.read(typed(name), today: form.today) else {
      throw Wrong(name: name.id, sentence: texts[DayText.dayNotRead])
    }
    return day
  }

  /// A time of day.
  func minute(_ name: any Plain) throws -> UInt16? {
    try there(name).map { typed in try at(name) { try minuteOfDay(typed: typed) } }
  }

  /// What was chosen.
  func one<Value: CaseIterable>(_ name: any Plain) -> Value? {
    let typed = typed(name)
    return Value.allCases.first { "\($0)" == typed }
  }

  /// Reads something: what is refused was typed here.
  func at<Value>(_ name: any Plain, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let refused as JournalError {
      guard case .Invalid = refused else { throw refused }
      throw Wrong(name: name.id, sentence: refused.sentence(texts.lang))
    }
  }
}
