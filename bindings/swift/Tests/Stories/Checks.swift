// What the table of stories expects, compared with what the journal gave.
import Foundation
import Vigie

/// That a call failed as the step says.
func failed(_ error: JournalError, as step: Fields) throws {
  guard let told = try step.maybeText("fails") else { throw Untrue("it failed: \(error)") }
  try same("fails", String("\(error)".prefix { $0 != "(" }), told)
  var (field, fault): (String?, String?) = (nil, nil)
  var (fewest, found, known): (Int?, Int?, Int?) = (nil, nil, nil)
  switch error {
  case .Invalid(let of, _): field = of
  case .DeviceKey(let why, _): fault = kebab(why)
  case .Backup(let why, _): fault = kebab(why)
  case .Passphrase(let least, _): fewest = least.map { Int($0) }
  case .OlderCopy(let there, let before, _): (found, known) = (Int(there), Int(before))
  default: break
  }
  if let told = try step.maybeText("field") { try same("field", field, told) }
  if let told = try step.maybeText("fault") { try same("fault", fault, told) }
  if let told = try step.maybeCount("fewest") { try same("fewest", fewest, told) }
  if let told = try step.maybeCount("found") { try same("found", found, told) }
  if let told = try step.maybeCount("known") { try same("known", known, told) }
}

/// The prompts of a story, by the names that it gives them.
final class Prompts {
  private var ids: [String: PromptId] = [:]

  subscript(name: String) -> PromptId {
    get throws { try known(ids, name) }
  }

  /// That a prompt is as told; without any word of it there is none.
  func same(_ found: OpenPrompt?, _ told: Told?) throws {
    let told = told == .null ? nil : told
    guard let found, let told else {
      if let found { throw Untrue("a prompt that is not told: \(found)") }
      if let told { throw Untrue("no prompt, and not \(told)") }
      return
    }
    try Fields.all(told) { told in
      if let name = try told.maybeText("as") {
        try VigieStories.same(name, found.id, ids[name] ?? found.id)
        ids[name] = found.id
      }
      let findings = found.prompt.findings
      // Each once, in the order in which they come.
      let items = findings.flatMap(\.items).reduce(into: [String]()) { all, one in if !all.contains(one) { all.append(one) } }
      try ifTold("level", kebab(found.prompt.level), try told.maybeText("level"))
      try ifTold("at_once", found.prompt.atOnce, try told.get("at_once")?.asFlag())
      try ifTold("items", items, try told.get("items")?.asTexts())
      try ifTold("rules", findings.map(\.rule), try told.get("rules")?.asTexts())
      try ifTold("call", who(found.call), try told.maybeText("call"))
      try ifTold("due", found.due.description, try told.maybeText("due"))
      try ifTold("overdue", found.overdue, try told.get("overdue")?.asFlag())
      try ifTold("outcomes", found.outcomes.map { kebab($0.kind) }, try told.get("outcomes")?.asTexts())
    }
  }

  private func who(_ call: Call) -> String {
    switch call {
    case .contact(let contact): "contact:\(contact.name)"
    case .outOfHours(let contact): "out-of-hours:\(contact.name)"
    case .emergency, .team: kebab(call)
    }
  }

  /// That today is as a step tells.
  func same(_ today: TodayView, as step: Fields) throws {
    let yesterday = Dictionary(
      uniqueKeysWithValues: today.asked.compactMap { one in one.yesterday.map { (one.item, $0) } })
    try ifTold("asked", today.asked.map(\.item), try step.get("asked")?.asTexts())
    try ifTold("yesterday", yesterday, try step.get("yesterday")?.asPairs { try $0.asAnswer() })
    try ifTold("ask_temperature", today.askTemperature, try step.get("ask_temperature")?.asFlag())
    try ifTold("missed", today.missed, try step.get("missed")?.asList { try $0.asDay() })
    if let told = step.get("treatment_day") {
      try VigieStories.same("treatment_day", today.treatmentDay.map { .number(Double($0)) } ?? .null, told)
    }
    try ifTold("days", Int(today.days), try step.maybeCount("days"))
    try ifTold("days_answered", Int(today.daysAnswered), try step.maybeCount("days_answered"))
    try ifTold("entries", today.entries.count, try step.maybeCount("entries"))
    guard let told = try step.get("open")?.asList({ $0 }) else { return }
    try VigieStories.same("how many wait", today.open.count, told.count)
    for (open, told) in zip(today.open, told) { try same(open, told) }
  }
}

/// That a prompt says what is told.
func says(_ headline: String, _ reasons: [String], _ whatToSay: String, as step: Fields) throws {
  try ifTold("headline", headline, try step.maybeText("headline"))
  if let told = try step.get("reasons_have")?.asTexts() {
    try same("how many reasons", reasons.count, told.count)
    for (reason, part) in zip(reasons, told) where !reason.contains(part) { throw Untrue("no '\(part)' in '\(reason)'") }
  }
  for part in try step.list("what_to_say_has", { try $0.asText() }) where !whatToSay.contains(part) {
    throw Untrue("no '\(part)' in '\(whatToSay)'")
  }
}

/// A cell of a series as the table writes it.
func told(_ cell: Cell) -> Told {
  if case .rated(let rating) = cell { .number(Double(rating)) } else { .text(kebab(cell)) }
}

/// A dose of the day as the table writes it.
func told(_ dose: Dose) -> Told {
  .list([.number(Double(dose.minute)), .text(dose.medicine), dose.intake.map { .text(kebab($0.status)) } ?? .null])
}

/// That what was read again is as told.
func same(_ found: Verified, as step: Fields) throws {
  try ifTold("entries", Int(found.entries), try step.maybeCount("entries"))
  try ifTold("prompts", Int(found.prompts), try step.maybeCount("prompts"))
  try ifTold("attachments", Int(found.attachments), try step.maybeCount("attachments"))
  try ifTold("anchored", found.anchored, try step.get("anchored")?.asFlag())
}

/// That a file is as told. Of a PDF, only its beginning is text.
func same(_ file: Data, as step: Fields) throws {
  let text = String(decoding: file, as: UTF8.self)
  if let start = try step.maybeText("starts_with"), !text.hasPrefix(start) { throw Untrue("it starts with \(text.prefix(40))") }
  try ifTold("lines", file.count { $0 == UInt8(ascii: "\n") }, try step.maybeCount("lines"))
  try holds([text], as: step)
}

/// That each part that is told is in one of these texts, and none of those that are not to be there.
func holds(_ said: [String], as step: Fields) throws {
  let within = { (part: String) in said.contains { $0.contains(part) } }
  for part in try step.list("has", { try $0.asText() }) where !within(part) { throw Untrue("'\(part)' is not in it") }
  for part in try step.list("has_not", { try $0.asText() }) where within(part) { throw Untrue("'\(part)' is in it") }
}

/// That a preview is as told.
func same(_ preview: Preview, as step: Fields) throws {
  try ifTold("parts", preview.sections.map(\.part), try step.get("parts")?.asTexts())
  try holds(saidFirst(preview) + preview.sections.flatMap { [$0.title] + said($0.blocks) }, as: step)
}

/// Every text of the head of a preview.
func saidFirst(_ preview: Preview) -> [String] {
  [preview.title, preview.person, preview.period, preview.treatment, preview.complete] + preview.completeDetails
    + [preview.leftOut].compactMap { $0 }
}

/// Every text of the blocks of a section.
func said(_ blocks: [Block]) -> [String] {
  let both = { (lines: [Line]) in lines.flatMap { [$0.label, $0.text] } }
  return blocks.flatMap { block -> [String] in
    switch block {
    case .text(let text), .remark(let text): [text]
    case .groups(let groups): groups.flatMap { [$0.title, $0.none] + both($0.lines) }
    case .ownWords(let quotes): [quotes.title] + both(quotes.quotes)
    case .lines(let lines): both(lines)
    case .table(let columns, let rows): columns.map(\.title) + rows.joined().map(\.text)
    case .body: []
    }
  }
}
