// A form: what it asks for, in order, and what was typed so far.
import Vigie

/// How something is answered.
public enum How: Sendable {
  /// A line, as much as one likes, a whole number, a day, a time of day, one of several.
  case line, text, number, day, time, one
}

/// One of several, by the name of what it stands for in the core.
public struct Option: Sendable, Equatable {
  /// The name in the core; empty for saying nothing.
  public let id: String
  /// As it is shown.
  public let name: String
}

/// One thing that is asked for.
public struct Ask: Sendable {
  /// What it is called, by its message.
  public let name: any Plain
  /// How it is answered.
  public let how: How
  /// What helps to answer.
  public let hint: (any Plain)?
  /// What can be chosen.
  public let options: [Option]
  /// What stood there before anything was typed.
  let first: String
  /// What the core calls it, when it says what is wrong with it.
  let field: String?
  /// Whether it is asked for at all, after what was answered above.
  let onlyIf: @Sendable (FormState) -> Bool
  /// What was told before is shown to whoever corrects it even when it would not be asked for.
  let stays: Bool

  init(
    _ name: any Plain, _ how: How, _ first: String? = nil, hint: (any Plain)? = nil, options: [Option] = [], field: String? = nil,
    stays: Bool? = nil, onlyIf: @escaping @Sendable (FormState) -> Bool = { _ in true }
  ) {
    (self.name, self.how, self.hint, self.options, self.onlyIf) = (name, how, hint, options, onlyIf)
    self.first = first ?? ""
    self.field = field ?? (how == .day ? "date" : how == .time ? "time" : nil)
    self.stays = stays ?? (how != .one)
  }
}

/// Why something cannot be taken as it is, told where it was typed.
public struct Wrong: Sendable, Equatable, Error {
  /// What was asked, by its message.
  public let name: String
  /// Why.
  public let sentence: String
}

/// What the screen of a form shows.
public struct FormState: Sendable {
  /// What it is.
  public let title: any Plain
  /// The day on which it is filled in.
  public let today: CalendarDay
  let asks: [Ask]
  /// What is typed and chosen, by the message of what is asked.
  public internal(set) var values: [String: String]
  /// What keeping it is called.
  public let keep: any Plain
  /// What it is about, when that is not asked for.
  public let about: String?
  /// It is in the journal already and can be taken back; whether it shall be is being asked.
  public internal(set) var removable = false, removing = false
  /// What cannot be taken.
  public internal(set) var wrong: Wrong?
  /// What stands in it was typed before an interruption.
  public internal(set) var begunBefore = false

  init(
    _ title: any Plain, _ today: CalendarDay, _ asks: [Ask], keep: any Plain = FormText.formKeep, about: String? = nil
  ) {
    (self.title, self.today, self.asks, self.keep, self.about) = (title, today, asks, keep, about)
    values = Dictionary(uniqueKeysWithValues: asks.map { ($0.name.id, $0.first) })
  }

  /// What is asked for now.
  public var shown: [Ask] { asks.filter { $0.onlyIf(self) || ($0.stays && !self[$0.name].trimmed.isEmpty) } }

  /// What is typed or chosen.
  public subscript(name: any Plain) -> String { values[name.id] ?? "" }
}

extension CaseIterable {
  /// The members of an enum to choose from, each with its name, which the core gives.
  static func options(_ name: (Self) -> String) -> [Option] { allCases.map { Option(id: "\($0)", name: name($0)) } }
}

extension Texts {
  /// The choice of saying nothing, before the others.
  var notSaid: [Option] { [Option(id: "", name: self[FormText.formNotSaid])] }
}
