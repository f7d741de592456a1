// The steps of a story within an open journal: entries, prompts, what stands around them, what goes out.
import Foundation
import Vigie

@testable import VigieStories

extension World {
  func within(_ name: String, _ step: Fields) throws {
    switch name {
    case "profile": try journal().setProfile(profile: Profile(step))
    case "record": try record(step)
    case "amend":
      let id = try known(entries, try step.text("of"))
      try prompts.same(try journal().amend(id: id, entry: DailyEntry(try step.value("entry"))).prompt, step.get("prompt"))
    case "withdraw": try journal().withdraw(id: known(entries, try step.text("of")))
    case "keep_draft": try journal().keepDraft(entry: maybeEntry(step.value("entry")))
    case "draft":
      let found = try journal().draft()
      try same("entry", found, try maybeEntry(step.value("entry")))
    case "today": try prompts.same(journal().today(), as: step)
    case "resolve":
      let id = try prompts[step.text("prompt")]
      let open = try journal().resolve(
        id: id, kind: step.value("outcome").asMember(), contact: step.maybeText("contact"), advice: step.maybeText("advice"))
      try prompts.same(open, step.get("open"))
    case "silence": try prompts.same(try journal().noticeSilence(), step.get("prompt"))
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
      let doses = try journal().dosesOn(day: step.value("day").asDay()).map { told($0) }
      try same("doses", .list(doses), try step.value("doses"))
    case "reminders":
      let days = UInt8(clamping: try step.value("days").asCount())
      try same("moments", try journal().reminders(days: days).map(\.at.description), try step.value("moments").asTexts())
    case "attach":
      let bytes = anyBytes(try step.value("bytes").asCount())
      _ = try journal().attach(day: step.value("day").asDay(), name: step.text("name"), source: source(step, bytes))
    case "attachments": try attachments(step)
    case "preview": try same(journal().preview(choice: choice(step)), as: step)
    case "export": try export(step)
    case "verify": try same(journal().verify(), as: step)
    default: throw Untrue("no such step: '\(name)'")
    }
  }

  private func maybeEntry(_ told: Told) throws -> DailyEntry? {
    told == .null ? nil : try DailyEntry(told)
  }

  private func record(_ step: Fields) throws {
    let recorded = try journal().record(entry: DailyEntry(try step.value("entry")))
    if let name = try step.maybeText("as") { entries[name] = recorded.id }
    try prompts.same(recorded.prompt, step.get("prompt"))
  }

  private func say(_ step: Fields) throws {
    let id = try prompts[step.text("prompt")]
    let said = try journal().say(id: id, lang: step.value("lang").asMember())
    try says(said.headline, said.reasons, said.whatToSay, as: step)
  }

  private func series(_ step: Fields) throws {
    let days = UInt16(clamping: try step.value("days").asCount())
    let found = try journal().series(item: step.text("item"), days: days).map { told($0.cell) }
    try same("cells", .list(found), try step.value("cells"))
  }

  private func attachments(_ step: Fields) throws {
    let found = try journal().attachments().map { file in
      let sink = DataSink()
      try journal().attachment(id: file.id, sink: sink)
      try same("whole", sink.data, anyBytes(Int(file.bytes)))
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

  private func export(_ step: Fields) throws {
    let (choice, kept) = (try choice(step), DataSink())
    let sink = try sink(step) ?? kept
    switch try step.text("format") {
    case "page": _ = try journal().exportPage(choice: choice, sink: sink)
    default: try journal().export(choice: choice, format: step.value("format").asMember(), sink: sink)
    }
    try same(kept.data, as: step)
  }
}
