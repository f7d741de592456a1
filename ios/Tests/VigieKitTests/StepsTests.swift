// Where each step of a screen leads back to, as tables: nobody is left on a page without a way, and none is left out.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

@MainActor @Suite("Steps") struct StepsTests {
  private func open(_ folder: Folder) async throws -> (Hand, Journal) {
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal()
    let journal = try #require(person.app.journal)
    return (Hand(person.phone, Home(phone: person.phone, number: 1), person.texts), journal)
  }

  /// Whether a step back led out of the screen.
  private func leaves(_ back: (() -> Void) -> Void) -> Bool {
    var left = false
    back { left = true }
    return left
  }

  @Test("The first run: back as long as nothing was made, and on with nothing filled in")
  func firstRun() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    let first = try person.first
    let table: [(FirstStep, FirstStep?, FirstStep?)] = [
      (.about, nil, nil), (.lock, .about, nil), (.code, nil, nil), (.readBack, .code, nil), (.treatment, nil, .team),
      (.list, .treatment, .team), (.team, .treatment, .reminder), (.reminder, .team, nil),
    ]
    for (step, back, next) in table {
      first.state.step = step
      #expect(first.canGoBack == (back != nil), "\(step)")
      first.back()
      #expect(first.state.step == back ?? step)
      first.state.step = step
      first.next()
      #expect(first.state.step == next ?? step)
    }
    first.state.list = [NamedChoice(value: "fatigue", name: "Fatigue")]
    first.state.step = .team
    first.back()
    #expect(first.state.step == .list)
  }

  @Test("The keys: back to the list, with nothing left of what was typed; from a code that was shown to the code")
  func keys() async throws {
    let folder = try Folder()
    let (hand, journal) = try await open(folder)
    let model = KeysModel(hand, journal)
    try await model.idle()
    for step in [KeysStep.passphrase, .code, .readBack, .checkCode, .device, .remove] {
      model.change { ($0.step, $0.current, $0.passphrase, $0.readBack) = (step, "one", "two", "three") }
      #expect(model.back())
      #expect(model.state.step == (step == .readBack ? .code : .keys), "\(step)")
      if step != .readBack { #expect([model.state.current, model.state.passphrase, model.state.readBack] == ["", "", ""]) }
    }
    model.change { $0.step = .keys }
    #expect(!model.back())
  }

  @Test("The consultation: back page by page, and out from the first; the passphrase is shown once")
  func consultation() async throws {
    let folder = try Folder()
    let (hand, journal) = try await open(folder)
    let model = ConsultationModel(hand, journal)
    try await model.idle()
    let table: [(ConsultationStep, ConsultationStep)] = [
      (.items, .choose), (.contents, .choose), (.page, .contents), (.share, .contents), (.secret, .share),
    ]
    for (step, back) in table {
      (model.state.step, model.state.secret) = (step, "five words")
      #expect(!leaves(model.back))
      try await model.idle()
      #expect(model.state.step == back, "\(step)")
      #expect((model.state.secret == nil) == (step == .secret))
    }
    model.state.step = .choose
    #expect(leaves(model.back))
  }

  @Test("Treatment, appointments and results: a form first, then what stands behind, then out")
  func leaves() async throws {
    let folder = try Folder()
    let (hand, journal) = try await open(folder)
    let treatment = TreatmentModel(hand, journal)
    try await treatment.idle()
    treatment.turnTo(.papers)
    treatment.tellWish()
    try await treatment.idle()
    #expect(treatment.form != nil)
    #expect(!leaves(treatment.back))
    #expect(treatment.form == nil)
    #expect(treatment.state.leaf == .papers)
    #expect(!leaves(treatment.back))
    #expect(treatment.state.leaf == .now)
    #expect(leaves(treatment.back))
    let appointments = AppointmentsModel(hand, journal)
    try await appointments.idle()
    for leaf in AppointmentsLeaf.allCases {
      appointments.turnTo(leaf)
      #expect(leaves(appointments.back) == (leaf == .next), "\(leaf)")
      #expect(appointments.state.leaf == .next)
    }
    let results = ResultsModel(hand, journal)
    try await results.idle()
    results.see("CEA")
    #expect(!leaves(results.back))
    #expect(results.state.name == nil)
    #expect(leaves(results.back))
  }

  @Test("The timeline, support, trials and settings: the page on top first")
  func pages() async throws {
    let folder = try Folder()
    let (hand, journal) = try await open(folder)
    let timeline = TimelineModel(hand, journal)
    try await timeline.idle()
    timeline.open(TimelineRow(day: "", title: "", text: [], by: nil, noted: NotedEntry(id: "a", day: monday.day)))
    timeline.askToRemove(true)
    #expect(!leaves(timeline.back) && !timeline.state.removing && timeline.state.open != nil)
    #expect(!leaves(timeline.back) && timeline.state.open == nil)
    timeline.openKinds()
    #expect(!leaves(timeline.back))
    try await timeline.idle()
    #expect(!timeline.state.choosing)
    #expect(leaves(timeline.back))
    let support = SupportModel(hand, journal)
    try await support.idle()
    support.openComfort()
    try await support.idle()
    support.open(try #require(support.state.topics.first))
    support.find(nil)
    try await support.idle()
    #expect(support.state.found != nil)
    #expect(!leaves(support.back) && support.state.found == nil && support.state.topic != nil)
    #expect(!leaves(support.back) && support.state.topic == nil && support.state.comfort != nil)
    #expect(!leaves(support.back) && support.state.comfort == nil)
    #expect(leaves(support.back))
    let trials = TrialsModel(hand, journal)
    try await trials.idle()
    (trials.state.found, trials.state.done) = ([], .trialsPageDone)
    #expect(trials.back() && trials.state.found == nil && trials.state.done == nil)
    #expect(!trials.back())
    let settings = SettingsModel(
      hand, journal, Homes(hand.phone), SettingsGo(otherLanguage: {}, erase: {}, show: { _ in }, oneMore: { _ in }))
    settings.askErase(sure: true)
    #expect(settings.back() && settings.state.page == .root)
    settings.copies(.merge)
    #expect(settings.back() && settings.sub == nil)
    #expect(!settings.back())
  }

  @Test("The check-in: a page after the other and back, or all on one, as the person likes from then on")
  func checkIn() async throws {
    let folder = try Folder()
    let (hand, journal) = try await open(folder)
    var profile = try journal.profile()
    profile.list = ["fatigue", "nausea"]
    try journal.setProfile(profile: profile)
    let model = CheckInModel(hand, journal, monday.day, amends: nil) { _, _ in }
    try await model.idle()
    #expect(model.state.parts.count == 6)
    #expect(model.state.pages.count == 6)
    #expect(!model.back())
    for page in 1...6 {
      model.next()
      #expect(model.state.page == min(page, 5))
      #expect(model.state.atEnd == (page >= 5))
    }
    #expect(model.back())
    #expect(model.state.page == 4)
    model.onePage(true)
    #expect(model.state.atEnd && !model.back())
    let again = CheckInModel(hand, journal, monday.day, amends: nil) { _, _ in }
    try await again.idle()
    #expect(again.state.onePage)
    again.type { $0.temperature = "83,5" }
    again.note()
    try await again.idle()
    #expect(again.state.again && again.state.slips[.temperature] != nil)
    #expect(again.back())
    #expect(!again.state.again && again.state.slips.isEmpty && again.state.temperature == "83,5")
  }
}
