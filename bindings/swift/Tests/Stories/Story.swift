// The table of stories (tests/stories), and how what is found is compared with it.
import Foundation

/// A story of the table.
struct Story: Decodable, Sendable, CustomStringConvertible {
  let name: String
  let needs: String?
  let steps: [Told]

  var description: String { name }
}

/// The table, or what is wrong with it as its only story: where tests are gathered, nothing may fail.
let stories: [Story] = {
  let root = (1...5).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }
  do {
    let table = try Data(contentsOf: root.appendingPathComponent("tests/stories/stories.json"))
    return try JSONDecoder().decode([Story].self, from: table)
  } catch {
    return [Story(name: "the table cannot be read: \(error)", needs: nil, steps: [])]
  }
}()

let anywhere = stories.filter { $0.needs == nil }
let onSmallDisks = stories.filter { $0.needs == "small-disk" }
/// A disk of 4 MiB, when there is one.
let smallDisk = ProcessInfo.processInfo.environment["VIGIE_SMALL_DISK"]

/// That something is as the story says.
func same<T: Equatable>(_ what: String, _ found: T, _ told: T) throws {
  if found != told { throw Untrue("\(what): \(found), and not \(told)") }
}

/// The same of a field that may be left out.
func ifTold<T: Equatable>(_ what: String, _ found: T, _ told: T?) throws {
  if let told { try same(what, found, told) }
}

/// What a name stands for that an earlier step gave.
func known<T>(_ all: [String: T], _ name: String) throws -> T {
  guard let known = all[name] else { throw Untrue("nothing is called '\(name)'") }
  return known
}
