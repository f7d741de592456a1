// The table of stories as values of the journal: what a step holds, and that nothing in it is passed over unread.
import Foundation
import Vigie

/// Why a story cannot be read, or does not end as it says.
struct Untrue: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A value of the table.
indirect enum Told: Decodable, Equatable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([Told])
  case fields([String: Told])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Told].self) {
      self = .list(list)
    } else {
      self = .fields(try container.decode([String: Told].self))
    }
  }

  func asText() throws -> String {
    guard case .text(let text) = self else { throw Untrue("no text: \(self)") }
    return text
  }

  func asFlag() throws -> Bool {
    guard case .flag(let flag) = self else { throw Untrue("no flag: \(self)") }
    return flag
  }

  func asNumber() throws -> Double {
    guard case .number(let number) = self else { throw Untrue("no number: \(self)") }
    return number
  }

  func asCount() throws -> Int {
    guard let count = Int(exactly: try asNumber()) else { throw Untrue("no whole number: \(self)") }
    return count
  }

  func asList<T>(_ read: (Told) throws -> T) throws -> [T] {
    guard case .list(let list) = self else { throw Untrue("no list: \(self)") }
    return try list.map(read)
  }

  func asTexts() throws -> [String] { try asList { try $0.asText() } }

  func asPairs<T>(_ read: (Told) throws -> T) throws -> [String: T] {
    guard case .fields(let fields) = self else { throw Untrue("no fields: \(self)") }
    return try fields.mapValues(read)
  }

  func asDay() throws -> CalendarDay {
    guard let day = CalendarDay(try asText()) else { throw Untrue("no day: \(self)") }
    return day
  }

  func asMoment() throws -> LocalMoment {
    guard let moment = LocalMoment(try asText()) else { throw Untrue("no moment: \(self)") }
    return moment
  }

  /// A member of a closed list, by its name in the table.
  func asMember<E: CaseIterable>() throws -> E {
    let name = try asText()
    guard let member = E.allCases.first(where: { kebab($0) == name }) else { throw Untrue("no \(E.self): \(name)") }
    return member
  }

  func asAnswer() throws -> Answer {
    switch self {
    case .text("skipped"): .skipped
    case .text("too-unwell"): .tooUnwell
    default: .rated(rating: try asCount())
    }
  }
}

/// The name of a case as the table writes it: `tooUnwell` is `too-unwell`.
func kebab(_ member: some Any) -> String {
  "\(member)".prefix { $0 != "(" }.reduce(into: "") { name, letter in
    if letter.isUppercase && !name.isEmpty { name += "-" }
    name += letter.lowercased()
  }
}

/// The fields of a step, or of a value in it. Each has to be read: a slip of the pen in the table is an error.
final class Fields {
  private let fields: [String: Told]
  private var read: Set<String> = []

  init(_ told: Told) throws {
    fields = try told.asPairs { $0 }
  }

  func get(_ key: String) -> Told? {
    read.insert(key)
    return fields[key]
  }

  func value(_ key: String) throws -> Told {
    guard let value = get(key) else { throw Untrue("'\(key)' is missing") }
    return value
  }

  func text(_ key: String) throws -> String { try value(key).asText() }
  func maybeText(_ key: String) throws -> String? { try get(key)?.asText() }
  func maybeCount(_ key: String) throws -> Int? { try get(key)?.asCount() }
  func maybeMinute(_ key: String) throws -> UInt16? { try maybeCount(key).flatMap(UInt16.init(exactly:)) }
  func flag(_ key: String) throws -> Bool { try get(key)?.asFlag() ?? false }

  func list<T>(_ key: String, _ read: (Told) throws -> T) throws -> [T] {
    try get(key)?.asList(read) ?? []
  }

  /// What nobody asked for is a mistake of the table, or of the runner.
  func done() throws {
    if let key = fields.keys.first(where: { !read.contains($0) }) { throw Untrue("'\(key)' is not known here") }
  }

  /// A value of these fields, all of which it takes.
  static func all<T>(_ told: Told, _ read: (Fields) throws -> T) throws -> T {
    let fields = try Fields(told)
    let value = try read(fields)
    try fields.done()
    return value
  }

  /// The one field there is.
  static func one<T>(_ told: Told, _ read: (String, Fields) throws -> T) throws -> T {
    let fields = try told.asPairs { $0 }
    guard fields.count == 1, let (kind, value) = fields.first else { throw Untrue("not one: \(told)") }
    return try all(value) { try read(kind, $0) }
  }
}

extension DailyEntry {
  init(_ told: Told) throws {
    self = try Fields.all(told) { fields in
      let named = { (told: Told) in try Fields.all(told) { Named(name: try $0.maybeText("name")) } }
      return DailyEntry(
        day: try fields.value("day").asDay(),
        answers: try fields.get("answers")?.asPairs { try $0.asAnswer() } ?? [:],
        state: try fields.maybeCount("state"),
        tooUnwell: try fields.flag("too_unwell"),
        temperature: try fields.get("temperature")?.asNumber(),
        weight: try fields.get("weight")?.asNumber(),
        ticks: Set(try fields.list("ticks") { try $0.asMember() as Alarm }),
        pains: try fields.get("pains")?.asPairs { told in
          try Fields.all(told) {
            PainDetail(quality: try $0.get("quality")?.asMember(), wakesAtNight: try $0.flag("wakes_at_night"))
          }
        } ?? [:],
        sameAsBefore: Set(try fields.list("same_as_before") { try $0.asText() }),
        administration: try fields.get("administration").map(named),
        painkillers: try fields.list("painkillers") { told in
          try Fields.all(told) { Painkiller(name: try $0.text("name"), helped: try $0.get("helped")?.asFlag()) }
        },
        note: try fields.maybeText("note"),
        question: try fields.maybeText("question"),
        caregiver: try fields.maybeText("caregiver"))
    }
  }
}

extension Profile {
  init(_ step: Fields) throws {
    self.init(
      name: try step.maybeText("name"),
      list: try step.value("list").asTexts(),
      treatments: try step.list("treatments") { told in
        try Fields.all(told) {
          TreatmentLine(
            kind: try $0.value("kind").asMember(), regimen: try $0.maybeText("regimen"),
            cycleDays: try $0.maybeCount("cycle_days").flatMap(UInt8.init(exactly:)), started: try $0.get("started")?.asDay())
        }
      },
      contacts: try step.list("contacts") { told in
        try Fields.all(told) {
          CareContact(
            role: try $0.value("role").asMember(), name: try $0.text("name"), phone: try $0.text("phone"),
            hours: try $0.maybeText("hours"), outOfHours: try $0.maybeText("out_of_hours"))
        }
      })
  }
}

extension CareEvent {
  init(_ told: Told) throws {
    self = try Fields.one(told) { kind, fields in
      let day = try fields.value("day").asDay()
      switch kind {
      case "question":
        let answer = try fields.get("answer").map { told in
          try Fields.all(told) { QuestionAnswer(day: try $0.value("day").asDay(), text: try $0.text("text")) }
        }
        return .question(question: Question(day: day, text: try fields.text("text"), answer: answer))
      case "appointment":
        return .appointment(
          appointment: Appointment(
            day: day, minute: try fields.maybeMinute("minute"), kind: try fields.value("kind").asMember(),
            withWhom: try fields.maybeText("with"), decision: try fields.maybeText("decision")))
      case "lab":
        return .lab(
          result: LabResult(
            day: day, name: try fields.text("name"), value: try fields.text("value"), unit: try fields.maybeText("unit"),
            range: try fields.maybeText("range")))
      case "imaging":
        return .imaging(
          study: ImagingStudy(
            day: day, kind: try fields.value("kind").asMember(), conclusion: try fields.value("conclusion").asMember(),
            told: try fields.maybeText("told")))
      case "medicine":
        return .medicine(
          medicine: Medicine(
            day: day, name: try fields.text("name"), kind: try fields.value("kind").asMember(), dose: try fields.maybeText("dose"),
            schedule: try fields.text("schedule"), until: try fields.get("until")?.asDay()))
      case "intake":
        return .intake(
          intake: Intake(
            day: day, medicine: try fields.text("medicine"), minute: try fields.maybeMinute("minute"),
            status: try fields.value("status").asMember(), reason: try fields.maybeText("reason")))
      default: throw Untrue("no such event: '\(kind)'")
      }
    }
  }
}
