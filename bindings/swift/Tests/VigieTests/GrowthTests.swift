// A journal that is opened and closed all day long holds on to nothing. Measured in a process of its own: tests that run beside
// it would be measured too.
import Foundation
import Testing
import Vigie
import VigieTesting

@testable import VigieStories

private let environment = ProcessInfo.processInfo.environment

/// Bytes of memory that the process holds.
private func resident() throws -> Int {
  let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return try #require(Int(fields[1])) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// Opens, writes and closes a journal over and over. It is put back to its beginning now and then, so that it does not grow itself.
private func live(_ cycles: Int, in folder: Folder, keeping: (Journal) throws -> Void = { _ in }) throws {
  for cycle in 0..<cycles {
    if cycle % 20 == 0 {
      try? FileManager.default.removeItem(at: folder.file("journal"))
      try FileManager.default.copyItem(at: folder.file("beginning"), to: folder.file("journal"))
    }
    let journal = try Journal.open(
      dir: folder(), unlock: .passphrase(passphrase), anchor: FakeAnchor(), clock: FakeClock(monday))
    _ = try journal.record(entry: DailyEntry(day: monday.day, answers: ["fatigue": .rated(rating: cycle % 11)], note: "encore"))
    _ = try journal.today()
    if cycle % 2 == 0 { try journal.lock() }
    try keeping(journal)
  }
}

private func beginning() throws -> Folder {
  let folder = try Folder()
  try newJournal(in: folder).lock()
  try FileManager.default.moveItem(at: folder.file("journal"), to: folder.file("beginning"))
  return folder
}

/// What so many cycles may hold on to: a page or two of the heap's own, nothing a cycle.
private let mostGrowth = 2 << 20

@Suite(
  "Growth", .serialized, .enabled(if: environment["VIGIE_ALONE"] == "1", "VIGIE_ALONE=1 says that no other test runs beside it"))
struct GrowthTests {
  @Test("Opening, writing and closing again and again holds on to nothing")
  func noGrowth() throws {
    let cycles = environment["VIGIE_FULL"] == "1" ? 10_000 : 500
    let folder = try beginning()
    try live(100, in: folder)
    let before = try resident()
    try live(cycles, in: folder)
    let growth = try resident() - before
    print("growth over \(cycles) cycles: \(growth / 1024) KiB of \(before / 1024) KiB")
    #expect(growth < mostGrowth)
  }

  @Test("The measure sees what is held on to")
  func seen() throws {
    let folder = try beginning()
    try live(20, in: folder)
    let before = try resident()
    var held: [Any] = []
    // What a cycle would leave behind if its entries were never freed.
    try live(100, in: folder) { journal in held.append([UInt8](repeating: 1, count: 40_000)) }
    let growth = try resident() - before
    print("growth over 100 cycles that leak 40 kB each: \(growth / 1024) KiB")
    withExtendedLifetime(held) {}
    #expect(growth > mostGrowth)
  }
}
