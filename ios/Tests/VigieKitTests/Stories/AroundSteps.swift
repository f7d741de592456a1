// The steps of a story around the symptoms: care, files, what is shared.
import Foundation
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

extension LivedStory {
  func care(_ step: Fields) async throws {
    let (event, by) = (try CareEvent(step.value("event")), try step.maybeText("by"))
    let before = Set(try journal.care().map(\.id))
    try await person.writes(as: by)
    try await person.tells(event)
    if step.fails { return try isSaidInForm(step) { try minuteOfDay(typed: person.form.state[AppointmentsText.appointmentsTime]) } }
    let made = try journal.care().filter { !before.contains($0.id) }
    if made.count != 1 { throw Untrue("not one was told: \(made), \(person.behind.compactMap(\.sentence))") }
    let author: String? = if case .caregiver(let name) = made[0].author { name } else { nil }
    try same("by", author, by)
    try same("what was told", made[0].event, event)
    if let name = try step.maybeText("as") { care[name] = made[0].id }
  }

  /// The form tells at its place what is told of the failure, which the core gives when it is asked once more.
  private func isSaidInForm<T>(_ step: Fields, _ again: () throws -> T) throws {
    let refused = try failure(again)
    try failed(refused, as: step)
    try same("what is said", person.form.state.wrong?.sentence, refused.sentence(person.texts.lang))
  }

  func amendCare(_ step: Fields) async throws {
    let (id, event) = (try known(care, step.text("of")), try CareEvent(step.value("event")))
    let by = try step.maybeText("by")
    try await person.writes(as: by)
    try await person.corrects(event)
    let kept = try journal.care().first { $0.id == id }
    let author: String? = if case .caregiver(let name)? = kept?.author { name } else { nil }
    try same("by", author, by)
    try same("what was told", kept?.event, event)
  }

  func withdrawCare(_ step: Fields) async throws {
    let id = try known(care, step.text("of"))
    if step.fails { return try refusedByTheJournal(step, .gone) { try journal.withdrawCare(id: id) } }
    guard case .intake(let intake)? = try journal.care().first(where: { $0.id == id })?.event else {
      throw Untrue("only a dose is taken back")
    }
    try await person.takesBack(intake)
    if try journal.care().contains(where: { $0.id == id }) { throw Untrue("it is still there") }
  }

  func questions(_ step: Fields) async throws {
    let (waiting, answered) = (try step.value("waiting").asTexts(), try step.value("answered").asTexts())
    try await person.goes(to: .appointments)
    let state = try person.appointments.state
    try same("waiting", state.waiting.map(\.text), waiting)
    // The last is shown first.
    try same("answered", state.answered.map(\.text), answered.reversed())
  }

  func doses(_ step: Fields) async throws {
    try same("the day that is shown", person.clock.shown.day, step.value("day").asDay())
    try await person.goes(to: .treatment)
    let doses = try person.treatment.state.doses
    try same("doses", .list(doses.map { told($0.dose) }), try step.value("doses"))
    for line in doses {
      let status = line.dose.intake.map { person.texts.words.intake(one: $0.status) }
      if let status, line.noted?.contains(status) != true { throw Untrue("'\(status)' is not said of \(line)") }
    }
  }

  func reminders(_ step: Fields) throws {
    let days = UInt8(clamping: try step.value("days").asCount())
    try same("moments", journal.reminders(days: days).map(\.at.description), step.value("moments").asTexts())
  }

  func attach(_ step: Fields) async throws {
    let (day, name) = (try step.value("day").asDay(), try step.text("name"))
    let (phone, fault) = (person.phone, try streamFault(step))
    phone.picked = anyBytes(try step.value("bytes").asCount())
    phone.source = { source in fault.map { BrokenSource(source, $0) } ?? source }
    try await person.attaches(day, name)
    phone.source = { $0 }
    if !step.fails { return try same("what is said", person.results.state.done, person.texts[FormText.formKept]) }
    try isSaid(step)
    let form = try person.form.state
    let typed = [form[ResultsText.attachmentsName], form[ResultsText.attachmentsDay]]
    try same("what is typed", typed, [name, day.written])
  }

  func attachments(_ step: Fields) async throws {
    let told = try step.value("files").asList { one in try one.asList { $0 } }
    try await person.goes(to: .results)
    let results = try person.results
    let phone = person.phone
    try same("how many files", results.state.kept.count, told.count)
    for file in told {
      let (name, bytes) = (try file[0].asText(), try file[1].asCount())
      guard let paper = results.state.kept.first(where: { $0.name == name }) else { throw Untrue("no file is called '\(name)'") }
      results.see(paper)
      phone.files = [:]
      try await person.taps { results.copyOut(paper) }
      try same("what is said", results.state.done, person.texts[ResultsText.attachmentsCopied])
      if Array(phone.files.values) != [anyBytes(bytes)] { throw Untrue("\(name) is not whole") }
      try await person.goesBack()
    }
  }

  func export(_ step: Fields) async throws {
    let fault = try streamFault(step)
    person.phone.sink = { sink in fault.map(BrokenSink.init) ?? sink }
    let file = try await person.shares(step)
    person.phone.sink = { $0 }
    if step.fails { return try isSaid(step) }
    guard let file else { throw Untrue("no file: \(person.behind.compactMap(\.sentence))") }
    try same(file, as: step)
  }
}
