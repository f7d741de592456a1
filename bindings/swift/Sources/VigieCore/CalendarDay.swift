// A day of the calendar without a time of day, as the core means it; in the module of the generated code, which names it.
import Foundation

/// A calendar day where the person lives, from 1900 to 2199: what an entry is about. It has no time zone; a `Date` becomes one
/// only together with the zone the person is in.
public struct CalendarDay: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  /// 1900 to 2199.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// What stands for a day that could not be read. The core refuses it, so it can be shown but never recorded.
  public static let unreadable = CalendarDay(unchecked: (0, 0, 0))

  /// The day with this year, month and day of the month; nil when the calendar has none, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    let date = (year, month, day)
    // Counted and counted back, an impossible date becomes another.
    guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day),
      Civil.date(ofDays: Civil.days(of: date)) == date
    else { return nil }
    self.init(unchecked: date)
  }

  /// The day it is at this moment in this time zone.
  public init(_ date: Date, in zone: TimeZone) {
    self = LocalMoment(date, in: zone).day
  }

  /// Reads `2026-11-23`; nil for anything else.
  public init?(_ description: String) {
    let parts = description.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Civil.number($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// What the core sent. It sends nothing else than days, so the other case is there only because generated code may not fail
  /// here, and an app must not fall over.
  init(lifting text: String) {
    self = CalendarDay(text) ?? .unreadable
  }

  init(unchecked date: (year: Int, month: Int, day: Int)) {
    (year, month, day) = date
  }

  /// As the core reads it: `2026-11-23`.
  public var description: String {
    "\(Civil.padded(year, 4))-\(Civil.padded(month, 2))-\(Civil.padded(day, 2))"
  }

  /// The first moment of the day in this time zone: for a calendar view, a date picker or a chart's axis.
  public func date(in zone: TimeZone) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let noon = calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12))
    return noon.map(calendar.startOfDay(for:)) ?? .distantPast
  }

  /// The day so many days later, earlier when negative. Outside 1900 to 2199 the core refuses it.
  public func adding(days: Int) -> CalendarDay {
    self == .unreadable ? self : CalendarDay(unchecked: Civil.date(ofDays: Civil.days(of: (year, month, day)) + days))
  }

  /// Whole days from an earlier day to this one; negative when this one comes first.
  public func days(since earlier: CalendarDay) -> Int {
    Civil.days(of: (year, month, day)) - Civil.days(of: (earlier.year, earlier.month, earlier.day))
  }

  /// Which comes first.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// Reads `2026-11-23`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = CalendarDay(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day")
    }
    self = day
  }

  /// Writes `2026-11-23`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
