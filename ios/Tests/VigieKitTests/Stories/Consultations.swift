// A person who looks at what the team will read, and shares it.
import Foundation
import Vigie

@testable import VigieKit
@testable import VigieStories

extension Person {
  /// Chooses what is told, and looks at its first page.
  private func chooses(_ step: Fields) async throws {
    try await goes(to: .consultation)
    let consultation = try consultation
    consultation.speak(try step.value("lang").asMember())
    if let first = try step.get("from")?.asDay(), let last = try step.get("to")?.asDay() {
      consultation.choose { $0.span = .other }
      consultation.type(first: first.written, last: last.written)
    }
    let (name, notes) = (try step.get("with_name")?.asFlag() ?? true, try step.get("with_notes")?.asFlag() ?? true)
    consultation.choose { ($0.withName, $0.withNotes) = (name, notes) }
    let without = try step.list("without") { try $0.asText() }
    if !without.isEmpty {
      try await taps { consultation.openItems() }
      for item in without {
        if !consultation.state.items.contains(where: { $0.value == item }) { throw Unexpected("not to be left out: \(item)") }
        consultation.tell(item, false)
      }
      try await goesBack()
      if consultation.state.leftOut == nil { throw Unexpected("it is not said what is left out") }
    }
    try await taps { consultation.look() }
    try same("the contents are shown", consultation.state.step, .contents)
  }

  /// Looks at it: what is told of it is on the page where a person finds it.
  func previews(_ step: Fields) async throws {
    try await chooses(step)
    let consultation = try consultation
    guard let report = consultation.state.report else { throw Unexpected("nothing to look at") }
    try same(report.head, as: step)
    for part in try step.list("has", { try $0.asText() }) where !saidFirst(report.head).contains(where: { $0.contains(part) }) {
      guard let page = report.pages.firstIndex(where: { texts(on: $0).contains { $0.contains(part) } }) else {
        throw Unexpected("'\(part)' is on no page")
      }
      consultation.turn(page)
      try same("the page is shown", consultation.state.step, .page)
      try await goesBack()
    }
  }

  /// Every text on a page.
  private func texts(on page: ReportPage) -> [String] {
    if case .told(let blocks) = page.content { [page.title] + said(blocks) } else { [page.title] }
  }

  /// Shares it, and gives the file.
  func shares(_ step: Fields) async throws -> Data? {
    try await chooses(step)
    let consultation = try consultation
    let format = try step.text("format")
    let form = ShareForm.allCases.first { ($0.file.format.map { kebab($0) } ?? "page") == format }
    guard let form else { throw Unexpected("no such format: \(format)") }
    consultation.toShare()
    phone.files = [:]
    try await tries { consultation.share(form) }
    let name = "consultation-\(clock.shown.day)\(form.file.ending)"
    guard let file = phone.files[name] else { return nil }
    if form == .protected {
      try same("the passphrase is shown", consultation.state.step, .secret)
      let words = (consultation.state.secret ?? "").split(separator: " ")
      if words.isEmpty { throw Unexpected("no passphrase is shown") }
      try await goesBack()
      try same("the passphrase is shown again", consultation.state.secret, nil)
    } else {
      try same("what is said", consultation.state.done, texts.say(ConsultationPhrase.consultationWritten, ["name": name]))
    }
    return file
  }
}
