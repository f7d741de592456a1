// The stories of tests/stories, gone through by a person who uses the app.
import Foundation
import Testing
import Vigie

@testable import VigieKit
@testable import VigieStories

@MainActor @Suite("Stories in the app") struct StoriesTests {
  @Test("A story is gone through in the app", arguments: anywhere)
  func story(story: Story) async throws {
    let folder = try Folder()
    try await goes(through: story, in: folder)
  }

  @Test(
    "A story of a full disk is gone through in the app", .serialized,
    .enabled(if: smallDisk != nil, "VIGIE_SMALL_DISK names a disk of 4 MiB"), arguments: onSmallDisks)
  func onASmallDisk(story: Story) async throws {
    let folder = try Folder("ios", on: #require(smallDisk))
    try await goes(through: story, in: folder)
  }

  @Test("What is not done in the app is told of stories that there are")
  func thereAre() {
    #expect(Set(untapped.keys).isSubset(of: Set(stories.map(\.name))))
  }

  @Test("What a story holds is not passed over, and what should fail does")
  func wrong() async throws {
    for (step, why) in [
      (#"{"do": "dance"}"#, "no such step"), (#"{"do": "create", "passphrase": "eight letters"}"#, "'dir' is missing"),
      (#"{"do": "create", "dir": "phone", "passphrase": "eight letters", "colour": 1}"#, "'colour' is not known"),
      (#"{"do": "open", "dir": "phone", "passphrase": "eight letters"}"#, "not LockModel"),
      (#"{"do": "open", "dir": "phone", "passphrase": "eight letters", "fails": "WrongKey"}"#, "not LockModel"),
      (#"{"do": "create", "dir": "phone", "passphrase": "short"}"#, "it failed"),
      (#"{"do": "create", "dir": "phone", "passphrase": "short", "fails": "Passphrase", "fewest": 3}"#, "fewest"),
      (#"{"do": "create", "dir": "phone", "passphrase": "eight letters", "fails": "Io"}"#, "did not fail"),
    ] {
      let folder = try Folder()
      let story = Story(name: "wrong", needs: nil, steps: [try JSONDecoder().decode(Told.self, from: Data(step.utf8))])
      do {
        try await goes(through: story, in: folder)
        Issue.record("\(step) passed")
      } catch {
        #expect("\(error)".contains(why), "\(step): \(error)")
      }
    }
  }

  private func goes(through told: Story, in folder: Folder) async throws {
    let story = LivedStory(folder.url)
    try await story.person.starts()
    for (number, step) in told.steps.enumerated() {
      do {
        try await story.step(step)
      } catch {
        throw Untrue("step \(number + 1), \(step): \(error)")
      }
    }
    #expect(story.untapped == untapped[told.name] ?? [:])
    // The folder goes when nobody holds it any more.
    withExtendedLifetime(folder) {}
  }
}
