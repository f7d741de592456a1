// A series of one item over some days, as a chart shows it and as it is said.
import Vigie

/// A day of a chart.
public struct DayPoint: Sendable, Equatable {
  /// Which.
  public let day: CalendarDay
  /// From 0 to 10; nil when there is none.
  public let rating: Rating?
  /// The person was too unwell to give one; a treatment was given.
  public let unwell: Bool, treated: Bool
}

/// What a chart shows.
public struct Series: Sendable, Equatable {
  /// The item.
  public let name: String
  /// A point a day, oldest first.
  public let points: [DayPoint]
  /// The first and last day, as they are shown.
  public let first: String, last: String
  /// The same in a sentence.
  public let spoken: String
}

extension Opened {
  /// The series of an item for so many days up to today; nil for what has no ratings (a measure, a sign).
  func series(_ item: Item, days: UInt16 = 28) throws -> Series? {
    let told: [SeriesDay]
    do {
      told = try journal.series(item: item, days: days)
    } catch JournalError.Invalid {
      return nil
    }
    guard let from = told.first?.day, let to = told.last?.day else { return nil }
    let treated = Set(try journal.entries().filter { $0.entry.administration != nil }.map(\.entry.day))
    let points = told.map { one in
      let rating: Rating? = if case .rated(let rating) = one.cell { rating } else { nil }
      return DayPoint(day: one.day, rating: rating, unwell: one.cell == .tooUnwell, treated: treated.contains(one.day))
    }
    return Series(
      name: try words.item(item: item), points: points, first: try words.dayShort(day: from), last: try words.dayShort(day: to),
      spoken: try spoken(item, points))
  }

  private func spoken(_ item: Item, _ points: [DayPoint]) throws -> String {
    let name = try words.item(item: item)
    let rated = points.filter { $0.rating != nil }
    let ratings = rated.compactMap { $0.rating.map(Int64.init) }
    guard let last = rated.last, let lowest = ratings.min(), let highest = ratings.max(), let now = ratings.last else {
      return texts.say(MainPhrase.chartEmpty, ["name": name])
    }
    return texts.say(
      MainPhrase.chartSpoken, ["name": name, "day": try words.day(day: last.day)],
      counts: ["answers": Int64(rated.count), "days": Int64(points.count), "lowest": lowest, "highest": highest, "last": now])
  }
}
