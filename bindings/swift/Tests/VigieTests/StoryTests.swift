// The stories that the tests of every language run (tests/stories), over the Swift package.
import Foundation
import Testing
import Vigie

@testable import VigieStories

@Suite("Stories") struct StoryTests {
  @Test("A story ends as it is told", arguments: anywhere)
  func story(story: Story) throws {
    let folder = try Folder()
    try run(story, in: folder.url)
  }

  @Test(
    "A story of a full disk ends as it is told", .serialized,
    .enabled(if: smallDisk != nil, "VIGIE_SMALL_DISK names a disk of 4 MiB"), arguments: onSmallDisks)
  func onASmallDisk(story: Story) throws {
    let folder = try Folder("swift", on: #require(smallDisk))
    try run(story, in: folder.url)
  }

  @Test("No story is left out, and what a story holds is not passed over")
  func complete() throws {
    #expect(Set(stories.map(\.needs)).isSubset(of: [nil, "small-disk"]))
    #expect(stories.allSatisfy { !$0.steps.isEmpty })
    for (step, why) in [
      (#"{"do": "dance"}"#, "no such step"), (#"{"do": "create", "passphrase": "eight letters"}"#, "'dir' is missing"),
      (#"{"do": "create", "dir": "a", "passphrase": "eight letters", "colour": 1}"#, "'colour' is not known"),
      (#"{"do": "open", "dir": "a", "passphrase": "eight letters"}"#, "NotFound"),
      (#"{"do": "open", "dir": "a", "passphrase": "eight letters", "fails": "WrongKey"}"#, "NotFound"),
      (#"{"do": "create", "dir": "a", "passphrase": "short", "fails": "Passphrase", "fewest": 3}"#, "fewest"),
      (#"{"do": "create", "dir": "a", "passphrase": "eight letters", "fails": "Io"}"#, "did not fail"),
    ] {
      let folder = try Folder()
      let story = Story(name: "wrong", needs: nil, steps: [try JSONDecoder().decode(Told.self, from: Data(step.utf8))])
      do {
        try run(story, in: folder.url)
        Issue.record("\(step) passed")
      } catch {
        #expect("\(error)".contains(why), "\(step): \(error)")
      }
    }
  }

  private func run(_ story: Story, in folder: URL) throws {
    let world = World(folder)
    for (number, step) in story.steps.enumerated() {
      do {
        try world.run(step)
      } catch {
        throw Untrue("step \(number + 1), \(step): \(error)")
      }
    }
  }
}
