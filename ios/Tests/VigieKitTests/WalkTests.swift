// The ways most people go: the first minutes, a quiet day, a fever, the lock.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories

@MainActor @Suite("Walks") struct WalkTests {
  @Test("Somebody begins, answers, and is asked to call for a fever until somebody answers")
  func fever() async throws {
    let folder = try Folder()
    let person = Person(folder.url)
    try await person.starts()
    try await person.makesAJournal(team: "01 02 03 04 05")
    #expect(try person.today.state.nothingAsked)
    person.app.go(.checkIn(try person.today.state.day, amends: nil))
    let checkIn = try person.checkIn
    try await checkIn.idle()
    checkIn.type { $0.temperature = "38,6" }
    checkIn.note()
    try await until("it is noted") { if case .prompt = person.app.screen { true } else { false } }
    let prompt = try person.prompt
    try await prompt.idle()
    #expect(prompt.state.urgent)
    prompt.call(try #require(prompt.state.numbers.first))
    #expect(person.phone.dialled == ["01 02 03 04 05"])
    prompt.resolve(.noAnswer)
    try await prompt.idle()
    #expect(prompt.state.done.count == 1)
    prompt.reached(true)
    prompt.type { $0.who = "Anne" }
    prompt.resolve(.reached)
    try await person.isHome()
    #expect(try person.today.state.waiting.isEmpty)
    #expect(try person.today.state.done == person.texts[MainText.promptDone])
  }
}
