// The values of a laboratory under one name, as a chart shows them and as it is said.
import Vigie

/// A value on a chart.
public struct ValueSpot: Sendable, Equatable {
  /// How far along the days it stands and how high, each from 0 to 1.
  public let along: Double, high: Double
  /// It is under or over what could be measured.
  public let bound: Bool
}

/// What the chart of a marker shows.
public struct Values: Sendable, Equatable {
  /// Oldest first.
  public let spots: [ValueSpot]
  /// The ends of its height, as they are printed.
  public let least: String, most: String
  /// The first and last day, as they are shown.
  public let first: String, last: String
  /// The same in a sentence.
  public let spoken: String
}

private let bounds: [Character] = ["<", ">", "≤", "≥"]

extension Opened {
  /// The chart of what was measured under one name, in any order; nil for fewer than two days. Values in another unit than the last
  /// are left out: they would stand at a height that is not theirs.
  func values(_ results: [LabResult]) throws -> Values? {
    let sorted = results.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    guard let last = sorted.last else { return nil }
    // As the core keeps it: `12.30`, `<0.5`.
    let read = sorted.filter { $0.unit == last.unit }.compactMap { one in
      Double(one.value.drop { bounds.contains($0) }).map { (one: one, value: $0) }
    }
    guard let from = read.first?.one.day, let to = read.last?.one.day, from != to,
      let lowest = read.min(by: { $0.value < $1.value }), let highest = read.max(by: { $0.value < $1.value })
    else { return nil }
    let (days, height) = (Double(to.days(since: from)), highest.value - lowest.value)
    let spots = read.map { one, value in
      // Values that are all the same stand in the middle.
      ValueSpot(
        along: Double(one.day.days(since: from)) / days, high: height > 0 ? (value - lowest.value) / height : 0.5,
        bound: one.value.first.map(bounds.contains) ?? false)
    }
    func said(_ one: LabResult) -> String { [texts.printed(one.value), one.unit].compactMap(\.self).joined(separator: "\u{A0}") }
    let spoken = texts.say(
      MainPhrase.chartValues,
      [
        "name": last.name, "from": try words.day(day: from), "to": try words.day(day: to), "lowest": said(lowest.one),
        "highest": said(highest.one), "last": said(last),
      ], counts: ["values": Int64(read.count)])
    return Values(
      spots: spots, least: said(lowest.one), most: said(highest.one), first: try words.dayShort(day: from),
      last: try words.dayShort(day: to), spoken: spoken)
  }
}
