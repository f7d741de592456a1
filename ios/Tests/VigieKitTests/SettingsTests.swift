// The settings: keys, whom to call, when to remind, several journals, copies, erasing.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories
@testable import VigieTesting

@MainActor @Suite("Settings") struct SettingsTests {
  private func settings(_ person: Person) throws -> SettingsModel {
    person.app.go(.to(.settings))
    return try person.model { if case .settings(let model) = $0 { model } else { nil } }
  }

  @Test("A reminder is planned at its time, not on quiet days, and says nothing but that there is a journal")
  func reminder() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let settings = try settings(person)
    settings.reminder()
    settings.type { ($0.reminderTime, $0.reminderQuiet) = ("20h30", [.monday, .sunday]) }
    settings.keepReminder()
    try await settings.idle()
    #expect(settings.state.done?.contains("20") == true)
    let plan = try #require(person.phone.plans[1])
    #expect(plan.says == "Votre carnet")
    #expect(plan.notices.first?.at.day == CalendarDay("2026-11-24"))
    #expect(plan.notices.allSatisfy { $0.at.minuteOfDay == 1230 })
    #expect(plan.notices.allSatisfy { ![DayText.dayMonday, .daySunday].contains($0.at.day.dayOfWeek) })
    settings.reminder()
    #expect(settings.state.reminderTime == "20:30")
    #expect(settings.state.reminderQuiet == [.monday, .sunday])
    settings.type { $0.reminderTime = "le soir" }
    settings.keepReminder()
    try await settings.idle()
    #expect(settings.problem != nil)
    #expect(settings.state.reminderTime == "le soir")
    settings.type { $0.reminderTime = "" }
    settings.keepReminder()
    try await settings.idle()
    #expect(person.phone.plans[1]?.notices == [])
  }

  @Test("Whoever answers on some days between two times is kept so, and what cannot be is told where it was typed")
  func team() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let settings = try settings(person)
    settings.team()
    guard case .team(let team)? = settings.sub else { throw Unexpected("no team") }
    try await team.idle()
    team.add()
    team.change { ($0.name, $0.phone) = ("Coordination", "01 02 03 04 05") }
    team.choose { $0.days = [.monday, .tuesday] }
    team.keep()
    try await team.idle()
    #expect(team.state.edited?.hours.fromWrong == .settingsTeamTimeWrong)
    #expect(team.state.edited?.phone == "01 02 03 04 05")
    team.choose { ($0.from, $0.to) = ("17h", "9h") }
    team.keep()
    try await team.idle()
    #expect(team.state.edited?.hours.toWrong == .settingsTeamTimeOrder)
    team.choose { ($0.from, $0.to) = ("9h", "17h") }
    try await until("they are said in words") { team.state.edited?.hours.read != nil }
    team.keep()
    try await team.idle()
    #expect(team.state.edited == nil)
    #expect(try person.app.journal?.profile().contacts.first?.hours == "mon-tue 09:00-17:00")
    team.correct(0)
    try await team.idle()
    #expect(team.state.edited?.hours.days == [.monday, .tuesday])
    team.remove()
    #expect(team.state.people.count == 1)
    team.remove()
    try await team.idle()
    #expect(team.state.people == [])
  }

  @Test("Another passphrase opens from now on, and nothing changes before the one that opens was given")
  func keys() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let settings = try settings(person)
    settings.keys()
    guard case .keys(let keys)? = settings.sub else { throw Unexpected("no keys") }
    try await keys.idle()
    keys.begin(.passphrase)
    #expect(!keys.state.ready)
    keys.change { ($0.current, $0.passphrase, $0.again) = ("another one", "eleven loud cranes", "eleven loud crane") }
    keys.keepPassphrase()
    #expect(keys.state.passphrasesDiffer)
    keys.change { $0.again = "eleven loud cranes" }
    keys.keepPassphrase()
    try await keys.idle()
    #expect(keys.problem == keys.failure?.sentence(.fr))
    #expect(keys.state.passphrase == "eleven loud cranes")
    keys.change { $0.current = passphrase }
    keys.keepPassphrase()
    try await keys.idle()
    #expect(keys.state.done == .settingsKeyPassphraseDone)
    try await person.locks()
    let lock = try person.lock
    lock.type("eleven loud cranes")
    lock.open()
    try await person.isHome()
  }

  @Test("A copy is made each day from then on, taken up again when the journal is lost, and its failing told after two days")
  func copies() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let settings = try settings(person)
    settings.copies(.backup)
    guard case .copies(let copies)? = settings.sub else { throw Unexpected("no copies") }
    try await copies.idle()
    #expect(copies.state.canDaily)
    copies.change { ($0.passphrase, $0.again) = ("a passphrase of copies", "a passphrase of copies") }
    copies.daily()
    try await copies.idle()
    #expect(copies.problem == nil)
    #expect(copies.state.daily != nil)
    let home = Home(phone: person.phone, number: 1)
    #expect(home.dailyCopies.map(\.day) == [monday.day])
    for days in 1...3 {
      person.clock.shown = LocalMoment("\(monday.day.adding(days: days))T10:00:00.000+01:00")!
      try await person.locks()
      if days > 1 {
        // Something else lies where they are to go.
        try? FileManager.default.removeItem(at: try #require(home.copies))
        try Data().write(to: try #require(home.copies))
      }
      let lock = try person.lock
      lock.type(passphrase)
      lock.open()
      try await person.isHome()
      if days == 1 {
        try await until("the second copy is made") { home.dailyCopies.count == 2 }
      } else {
        try await until("it failed") { home.settings[Kept.copyFails] != nil }
        try FileManager.default.removeItem(at: try #require(home.copies))
      }
    }
    person.clock.shown = LocalMoment("\(monday.day.adding(days: 4))T10:00:00.000+01:00")!
    try person.today.look()
    try await person.today.idle()
    #expect(try person.today.state.copiesLate?.contains("24") == true)
  }

  @Test("One more journal lies beside the first, each with its name; erased, one leaves nothing and the other is shown")
  func journals() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    var settings = try settings(person)
    settings.journals()
    settings.type { $0.more = "Papa" }
    settings.oneMore()
    try await until("the first run is shown") { if case .first = person.app.screen { true } else { false } }
    #expect(person.app.shelf.map(\.name) == [person.texts[MainText.myJournal], "Papa"])
    try await person.makesAJournal("another quiet heron")
    settings = try self.settings(person)
    settings.askErase(sure: false)
    #expect(settings.state.page == .erase)
    settings.askErase(sure: true)
    #expect(settings.state.page == .eraseSure)
    settings.eraseNow()
    try await until("the other is shown") { if case .locked = person.app.screen { true } else { false } }
    #expect(person.app.shelf == [])
    #expect(!FileManager.default.fileExists(atPath: Home(phone: person.phone, number: 2).folder.path))
    #expect(person.phone.settings.names.allSatisfy { !$0.hasPrefix("2.") })
    #expect(person.phone.plans[2] == nil)
    let lock = try person.lock
    lock.type(passphrase)
    lock.open()
    try await person.isHome()
  }

  @Test("What others wrote is named, with the licences in full")
  func licences() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    let settings = try settings(person)
    settings.licences()
    try await settings.idle()
    #expect(settings.state.page == .licences)
    let lines = settings.state.licences
    for part in ["SQLite ", "ring ", "Inter "] {
      #expect(lines.contains { $0.kind == .part && $0.text.hasPrefix(part) })
    }
    #expect(lines.contains(LicenceLine(kind: .licence, text: "MIT")))
    #expect(lines.contains { $0.kind == .text && $0.text.contains("free of charge") })
    #expect(lines.contains(LicenceLine(kind: .copyright, text: "Copyright (c) 2026 The Vigie authors")))
    #expect(!lines.contains { $0.text.hasPrefix("androidx.") })
    #expect(settings.back())
    #expect(settings.state.page == .root)
  }

  @Test("The other language is spoken at once, and again the next time")
  func language() async throws {
    let folder = try Folder()
    let person = try await Person.begun(in: folder.url)
    try settings(person).otherLanguage()
    try await until("it is in English") { person.texts.lang == .en }
    try await person.isHome()
    try await person.starts()
    #expect(person.texts.lang == .en)
  }
}
