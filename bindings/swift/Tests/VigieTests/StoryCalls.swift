// The steps of a story within an open journal: entries, prompts, what stands around them, what goes out.
import Foundation
import Vigie

extension World {
  func within(_ name: String, _ step: Fields) throws {
    switch name {
    case "profile": try journal().setProfile(profile: Profile(step))
    case "record": try record(step)
    case "amend":
      let id = try known(entries, try step.text("of"))
      try prompt(try journal().amend(id: id, entry: DailyEntry(try step.value("entry"))).prompt, step.get("prompt"))
    case "withdraw": try journal().withdraw(id: known(entries, try step.text("of")))
    case "keep_draft": try journal().keepDraft(entry: maybeEntry(step.value("entry")))
    case "draft":
      let found = try journal().draft()
      try same("entry", found, try maybeEntry(step.value("entry")))
    case "today": try today(step)
    case "resolve":
      let id = try known(prompts, try step.text("prompt"))
      let open = try journal().resolve(
        id: id, kind: step.value("outcome").asMember(), contact: step.maybeText("contact"), advice: step.maybeText("advice"))
      try prompt(open, step.get("open"))
    case "silence": try prompt(try journal().noticeSilence(), step.get("prompt"))
    case "say": try say(step)
    case "series": try series(step)
    case "care":
      let id = try journal().addCare(event: CareEvent(step.value("event")), caregiver: step.maybeText("by"))
      if let name = try step.maybeText("as") { care[name] = id }
    case "amend_care":
      let id = try known(care, try step.text("of"))
      try journal().amendCare(id: id, event: CareEvent(step.value("event")), caregiver: step.maybeText("by"))
    case "withdraw_care": try journal().withdrawCare(id: known(care, try step.text("of")))
    case "questions":
      let all = try journal().questions().map(\.question)
      try same("waiting", all.filter { $0.answer == nil }.map(\.text), try step.value("waiting").asTexts())
      try same("answered", all.filter { $0.answer != nil }.map(\.text), try step.value("answered").asTexts())
    case "doses":
      let doses = try journal().dosesOn(day: step.value("day").asDay()).map { dose in
        Told.list([.number(Double(dose.minute)), .text(dose.medicine), dose.intake.map { .text(kebab($0.status)) } ?? .null])
      }
      try same("doses", .list(doses), try step.value("doses"))
    case "reminders":
      let days = UInt8(clamping: try step.value("days").asCount())
      try same("moments", try journal().reminders(days: days).map(\.at.description), try step.value("moments").asTexts())
    case "attach":
      let bytes = Data((0..<(try step.value("bytes").asCount())).map { UInt8($0 % 251) })
      _ = try journal().attach(day: step.value("day").asDay(), name: step.text("name"), source: source(step, bytes))
    case "attachments": try attachments(step)
    case "preview": try preview(step)
    case "export": try export(step)
    case "verify":
      let found = try journal().verify()
      try ifTold("entries", Int(found.entries), try step.maybeCount("entries"))
      try ifTold("prompts", Int(found.prompts), try step.maybeCount("prompts"))
      try ifTold("attachments", Int(found.attachments), try step.maybeCount("attachments"))
      try ifTold("anchored", found.anchored, try step.get("anchored")?.asFlag())
    default: throw Wrong("no such step: '\(name)'")
    }
  }

  private func maybeEntry(_ told: Told) throws -> DailyEntry? {
    told == .null ? nil : try DailyEntry(told)
  }

  /// That a prompt is as told; without any word of it there is none.
  private func prompt(_ found: OpenPrompt?, _ told: Told?) throws {
    let told = told == .null ? nil : told
    guard let found, let told else {
      if let found { throw Wrong("a prompt that is not told: \(found)") }
      if let told { throw Wrong("no prompt, and not \(told)") }
      return
    }
    try Fields.all(told) { told in
      if let name = try told.maybeText("as") {
        try same(name, found.id, prompts[name] ?? found.id)
        prompts[name] = found.id
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

  private func record(_ step: Fields) throws {
    let recorded = try journal().record(entry: DailyEntry(try step.value("entry")))
    if let name = try step.maybeText("as") { entries[name] = recorded.id }
    try prompt(recorded.prompt, step.get("prompt"))
  }

  private func today(_ step: Fields) throws {
    let today = try journal().today()
    let yesterday = Dictionary(
      uniqueKeysWithValues: today.asked.compactMap { one in one.yesterday.map { (one.item, $0) } })
    try ifTold("asked", today.asked.map(\.item), try step.get("asked")?.asTexts())
    try ifTold("yesterday", yesterday, try step.get("yesterday")?.asPairs { try $0.asAnswer() })
    try ifTold("ask_temperature", today.askTemperature, try step.get("ask_temperature")?.asFlag())
    try ifTold("missed", today.missed, try step.get("missed")?.asList { try $0.asDay() })
    if let told = step.get("treatment_day") {
      try same("treatment_day", today.treatmentDay.map { .number(Double($0)) } ?? .null, told)
    }
    try ifTold("days", Int(today.days), try step.maybeCount("days"))
    try ifTold("days_answered", Int(today.daysAnswered), try step.maybeCount("days_answered"))
    try ifTold("entries", today.entries.count, try step.maybeCount("entries"))
    guard let told = try step.get("open")?.asList({ $0 }) else { return }
    try same("how many wait", today.open.count, told.count)
    for (open, told) in zip(today.open, told) { try prompt(open, told) }
  }

  private func say(_ step: Fields) throws {
    let id = try known(prompts, try step.text("prompt"))
    let said = try journal().say(id: id, lang: step.value("lang").asMember())
    try ifTold("headline", said.headline, try step.maybeText("headline"))
    if let told = try step.get("reasons_have")?.asTexts() {
      try same("how many reasons", said.reasons.count, told.count)
      for (reason, part) in zip(said.reasons, told) where !reason.contains(part) { throw Wrong("no '\(part)' in '\(reason)'") }
    }
    for part in try step.list("what_to_say_has", { try $0.asText() }) where !said.whatToSay.contains(part) {
      throw Wrong("no '\(part)' in '\(said.whatToSay)'")
    }
  }

  private func series(_ step: Fields) throws {
    let days = UInt16(clamping: try step.value("days").asCount())
    let found = try journal().series(item: step.text("item"), days: days).map { day -> Told in
      if case .rated(let rating) = day.cell { return .number(Double(rating)) }
      return .text(kebab(day.cell))
    }
    try same("cells", .list(found), try step.value("cells"))
  }

  private func attachments(_ step: Fields) throws {
    let found = try journal().attachments().map { file in
      let sink = DataSink()
      try journal().attachment(id: file.id, sink: sink)
      try same("whole", sink.data, Data((0..<Int(file.bytes)).map { UInt8($0 % 251) }))
      return Told.list([.text(file.name), .number(Double(file.bytes))])
    }
    try same("files", .list(found), try step.value("files"))
  }

  private func choice(_ step: Fields) throws -> Choice {
    var choice = try journal().usualChoice(lang: step.value("lang").asMember())
    choice.since = try step.get("from")?.asDay() ?? choice.since
    choice.to = try step.get("to")?.asDay() ?? choice.to
    choice.withName = try step.get("with_name")?.asFlag() ?? choice.withName
    choice.withNotes = try step.get("with_notes")?.asFlag() ?? choice.withNotes
    choice.without.formUnion(try step.list("without") { try $0.asText() })
    return choice
  }

  private func preview(_ step: Fields) throws {
    let preview = try journal().preview(choice: choice(step))
    try ifTold("parts", preview.sections.map { kebab($0.part) }, try step.get("parts")?.asTexts())
    try holds(step, said(preview))
  }

  private func export(_ step: Fields) throws {
    let (choice, kept) = (try choice(step), DataSink())
    let sink = try sink(step) ?? kept
    switch try step.text("format") {
    case "page": _ = try journal().exportPage(choice: choice, sink: sink)
    default: try journal().export(choice: choice, format: step.value("format").asMember(), sink: sink)
    }
    // Of a PDF, only its beginning is text.
    let file = String(decoding: kept.data, as: UTF8.self)
    if let start = try step.maybeText("starts_with"), !file.hasPrefix(start) { throw Wrong("it starts with \(file.prefix(40))") }
    try ifTold("lines", kept.data.count { $0 == UInt8(ascii: "\n") }, try step.maybeCount("lines"))
    try holds(step, [file])
  }

  /// That each of these is a part of what is said, and none of the others is.
  private func holds(_ step: Fields, _ said: [String]) throws {
    let within = { (part: String) in said.contains { $0.contains(part) } }
    for part in try step.list("has", { try $0.asText() }) where !within(part) { throw Wrong("'\(part)' is not in it") }
    for part in try step.list("has_not", { try $0.asText() }) where within(part) { throw Wrong("'\(part)' is in it") }
  }

  /// What a preview says, as far as the stories look.
  private func said(_ preview: Preview) -> [String] {
    let head = [preview.title, preview.person, preview.period, preview.treatment, preview.complete]
    let both = { (lines: [Line]) in lines.flatMap { [$0.label, $0.text] } }
    let body = preview.sections.flatMap { section in
      [section.title]
        + section.blocks.flatMap { block -> [String] in
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
    return head + preview.completeDetails + [preview.leftOut].compactMap { $0 } + body
  }
}
