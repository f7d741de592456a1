// What calls from Swift take: the program that `cargo xtask bench bindings` asks, a line `WORK TIMES` for each measurement.
import Foundation
import Vigie

final class Stopped: JournalClock {
  let at: LocalMoment

  init(_ at: LocalMoment) {
    self.at = at
  }

  func now() throws -> LocalMoment { at }
}

struct Costs {
  let dir: String
  let passphrase: String
  let clock: Stopped
  let day: CalendarDay
  var journal: Journal

  let items = [
    "fatigue", "pain", "nausea", "appetite", "sleep", "cough", "worry", "dizziness", "rash", "pain:lower-back",
  ]

  init(dir: String, passphrase: String, now: LocalMoment, day: CalendarDay) throws {
    self.dir = dir
    self.passphrase = passphrase
    self.day = day
    clock = Stopped(now)
    journal = try Journal.open(dir: dir, unlock: .passphrase(passphrase), clock: clock)
  }

  func entry() -> DailyEntry {
    var answers: [Item: Answer] = [:]
    for (n, item) in items.enumerated() {
      answers[item] = .rated(rating: (day.day + n) % 4)
    }
    return DailyEntry(day: day, answers: answers)
  }

  mutating func once(_ work: String) throws {
    switch work {
    case "call": _ = try journal.isAnchored()
    case "record": _ = try journal.record(entry: entry())
    case "open":
      try journal.lock()
      journal = try Journal.open(dir: dir, unlock: .passphrase(passphrase), clock: clock)
    case "series": _ = try journal.series(item: "fatigue", days: 3650)
    case "report": try journal.export(choice: journal.usualChoice(lang: .fr), format: .pdf, sink: DataSink())
    default: fatalError("no work '\(work)'")
    }
  }

  mutating func seconds(_ work: String, _ times: Int) throws -> Double {
    let start = ContinuousClock.now
    for _ in 0..<times { try once(work) }
    let took = (ContinuousClock.now - start) / times
    return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let now = LocalMoment(arguments[3]), let day = CalendarDay(String(arguments[3].prefix(10)))
else { fatalError("Costs DIR PASSPHRASE NOW") }
var costs = try Costs(dir: arguments[1], passphrase: arguments[2], now: now, day: day.adding(days: -1))
while let line = readLine() {
  let words = line.split(separator: " ")
  let took = try costs.seconds(String(words[0]), Int(words[1])!)
  // `print` would keep the line for itself until it has many, and the one who asks waits for it.
  FileHandle.standardOutput.write(Data("\(took)\n".utf8))
}
