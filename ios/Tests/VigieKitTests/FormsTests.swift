// Forms: what is asked, what is refused and where that is told, what is kept, and what an interruption leaves.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

@MainActor @Suite("Forms") struct FormsTests {
  private func treatment(_ person: Person) async throws -> TreatmentModel {
    person.app.go(.to(.treatment))
    let model = try person.model { if case .treatment(let model) = $0 { model } else { nil } }
    try await model.idle()
    return model
  }

  private func form(_ model: FormsModel<some Sendable>) async throws -> FormModel {
    try await model.idle()
    return try #require(model.form)
  }

  @Test("A trial's phase is asked of a trial only; a cycle of no days is refused where it was typed, and nothing is lost")
  func line() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let treatment = try await treatment(person)
    treatment.tellLine()
    let form = try await form(treatment)
    func asked() -> [String] { form.state.shown.map(\.name.id) }
    #expect(!asked().contains(TreatmentText.treatmentPhase.id))
    form.type(TreatmentText.treatmentKind, "\(TreatmentKind.trial)")
    #expect(asked().contains(TreatmentText.treatmentPhase.id))
    form.type(TreatmentText.treatmentRegimen, "FOLFOX")
    form.type(TreatmentText.treatmentStarted, "2 novembre")
    form.keep()
    try await form.idle()
    #expect(form.state.wrong?.name == TreatmentText.treatmentStarted.id)
    form.type(TreatmentText.treatmentStarted, "2/11")
    #expect(form.state.wrong == nil)
    form.type(TreatmentText.treatmentCycle, "quatorze")
    form.keep()
    try await form.idle()
    #expect(form.state.wrong?.name == TreatmentText.treatmentCycle.id)
    #expect(form.state[TreatmentText.treatmentRegimen] == "FOLFOX")
    form.type(TreatmentText.treatmentCycle, "14")
    form.keep()
    try await form.idle()
    try await until("the list is shown") { treatment.form == nil }
    #expect(treatment.state.done == person.texts[FormText.formKept])
    let kept = try #require(try person.app.journal?.profile().treatments.last)
    #expect((kept.kind, kept.regimen, kept.cycleDays) == (.trial, "FOLFOX", 14))
    #expect(kept.started == CalendarDay("2026-11-02"))
    treatment.tellLine(treatment.state.lines.first { $0.line == kept })
    let again = try await self.form(treatment)
    #expect(again.state.removable)
    again.type(TreatmentText.treatmentStopped, "23/11/2026")
    #expect(again.state.shown.map(\.name.id).contains(TreatmentText.treatmentEndedFor.id))
    again.askToRemove(true)
    again.remove()
    try await again.idle()
    try await until("the list is shown") { treatment.form == nil }
    #expect(try person.app.journal?.profile().treatments.contains(kept) == false)
  }

  @Test("A form that was interrupted is found again, and can be begun anew; one that was kept is not")
  func interrupted() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let treatment = try await treatment(person)
    treatment.tellConsent()
    let begun = try await form(treatment)
    begun.type(TreatmentText.papersAbout, "Essai ABC")
    try await until("it is kept aside") { (try? person.app.journal?.form()) ?? nil != nil }
    try await person.locks()
    let lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
    let later = try await self.treatment(person)
    later.tellWish()
    #expect(try await !form(later).state.begunBefore)
    later.back {}
    later.tellConsent()
    let found = try await form(later)
    try await until("it is found") { found.state.begunBefore }
    #expect(found.state[TreatmentText.papersAbout] == "Essai ABC")
    found.beginAnew()
    #expect(found.state[TreatmentText.papersAbout] == "")
    found.type(TreatmentText.papersAbout, "Chirurgie")
    found.keep()
    try await found.idle()
    #expect(try person.app.journal?.form() == nil)
    #expect(try person.app.journal?.care().count == 1)
  }

  @Test("Times are read in whatever way they are written, pauses with them, and a dose is told by one touch")
  func medicine() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let treatment = try await treatment(person)
    treatment.tellMedicine()
    let form = try await form(treatment)
    form.type(TreatmentText.medicinesName, "Capécitabine")
    form.type(TreatmentText.medicinesTimes, "8h, 20:00")
    form.type(TreatmentText.medicinesWhen, "withPauses")
    form.type(TreatmentText.medicinesDaysOn, "14")
    form.type(TreatmentText.medicinesDaysOff, "beaucoup")
    form.keep()
    try await form.idle()
    #expect(form.state.wrong?.name == TreatmentText.medicinesDaysOff.id)
    form.type(TreatmentText.medicinesDaysOff, "7")
    form.keep()
    try await form.idle()
    try await until("the list is shown") { treatment.form == nil }
    #expect(treatment.state.medicines.first?.told.schedule == "08:00,20:00 14/7")
    #expect(treatment.state.doses.count == 2)
    treatment.took(treatment.state.doses[0])
    try await treatment.idle()
    #expect(treatment.state.doses.map { $0.noted != nil } == [true, false])
    treatment.tellMedicine(treatment.state.medicines[0])
    let again = try await self.form(treatment)
    #expect(again.state[TreatmentText.medicinesTimes] == "08:00, 20:00")
    #expect(again.state[TreatmentText.medicinesDaysOff] == "7")
  }

  @Test("Values under one name are a chart, said in a sentence; what is no value is refused where it was typed")
  func results() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    person.app.go(.to(.results))
    let results = try person.model { if case .results(let model) = $0 { model } else { nil } }
    try await results.idle()
    for (value, day) in [("12,5", "1/11"), ("<0,5", "20/11")] {
      results.tell(results.state.measured.first?.values.first)
      let form = try await form(results)
      form.type(ResultsText.resultsName, "CA 15-3")
      form.type(ResultsText.resultsUnit, "kU/L")
      form.type(ResultsText.resultsValue, "peu")
      form.keep()
      try await form.idle()
      #expect(form.state.wrong?.name == ResultsText.resultsValue.id)
      form.type(ResultsText.resultsValue, value)
      form.type(ResultsText.resultsDay, day)
      form.keep()
      try await form.idle()
      try await until("the list is shown") { results.form == nil }
    }
    let measured = try #require(results.state.measured.first)
    #expect(measured.values.map(\.told.value) == ["<0.5", "12.5"])
    let chart = try #require(measured.chart)
    #expect(chart.spots.map(\.high) == [1, 0])
    #expect(chart.spots.map(\.along) == [0, 1])
    #expect(chart.spots.map(\.bound) == [false, true])
    #expect(chart.most == "12,5\u{A0}kU/L")
    #expect(chart.spoken.contains("CA 15-3"))
  }

  @Test("A photo is named, chosen, looked at and copied out under its kind; a paper is no picture")
  func papers() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    person.app.go(.to(.results))
    let results = try person.model { if case .results(let model) = $0 { model } else { nil } }
    try await results.idle()
    let jpeg = Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data(repeating: 7, count: 2000)
    for (name, bytes) in [("Plaie", jpeg), ("Ordonnance", Data("%PDF-1.7".utf8))] {
      results.tellPaper()
      let form = try await form(results)
      form.type(ResultsText.attachmentsName, name)
      person.phone.picked = nil
      form.keep()
      try await form.idle()
      #expect(results.form != nil, "nothing was chosen: the form stays")
      person.phone.picked = bytes
      form.keep()
      try await form.idle()
      try await until("the list is shown") { results.form == nil }
    }
    for paper in results.state.kept {
      results.see(paper)
      results.look(paper)
      try await results.idle()
      #expect((results.state.picture != nil) == (paper.name == "Plaie"))
      #expect(results.state.noPicture == (paper.name != "Plaie"))
      results.copyOut(paper)
      try await results.idle()
      results.back {}
    }
    #expect(person.phone.files == ["Plaie.jpg": jpeg, "Ordonnance.pdf": Data("%PDF-1.7".utf8)])
  }
}
