// A moment with the offset the person lived by, as the core means it; in the module of the generated code, which names it.
import Foundation

/// A moment, to a millisecond, and the offset from UTC the person lived by then. A `Date` alone does not say which day it was
/// for them.
public struct LocalMoment: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  /// Milliseconds since 1970 began in UTC.
  let milliseconds: Int64
  /// To add to UTC for the person's wall clock.
  let offsetMinutes: Int

  /// What stands for a moment that could not be read. The core refuses it, so it can be shown but never recorded.
  public static let unreadable = LocalMoment(milliseconds: -62_135_596_800_000, offsetMinutes: 0)

  /// This moment with an offset from UTC in seconds, of which whole minutes count.
  public init(_ date: Date, utcOffset seconds: Int) {
    let exact = (date.timeIntervalSince1970 * 1000).rounded()
    // A `Date` can be farther away than milliseconds count; what the core takes lies within two centuries.
    self.init(milliseconds: Int64(min(max(exact, -1e15), 1e15)), offsetMinutes: seconds / 60)
  }

  /// This moment where the person is: now and here, unless said otherwise.
  public init(_ date: Date = Date(), in zone: TimeZone = .current) {
    self.init(date, utcOffset: zone.secondsFromGMT(for: date))
  }

  /// The moment of a time of day, in minutes since midnight, on a day in a time zone. Of an hour that the change to summer time
  /// leaves out it is the hour after.
  public init(_ day: CalendarDay, minuteOfDay: UInt16, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    var parts = DateComponents(minuteOfDay: minuteOfDay)
    (parts.year, parts.month, parts.day) = (day.year, day.month, day.day)
    self.init(calendar.date(from: parts) ?? .distantPast, in: zone)
  }

  /// Reads what the core writes, `2026-11-23T10:00:00.000+01:00`; nil for anything else.
  public init?(_ description: String) {
    let text = Array(description.utf8)
    guard text.count == 29, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "+") || text[23] == UInt8(ascii: "-"),
      text[26] == UInt8(ascii: ":"), let day = CalendarDay(String(decoding: text[..<10], as: UTF8.self)),
      let hour = Civil.number(text[11..<13]), hour < 24, let minute = Civil.number(text[14..<16]), minute < 60,
      let second = Civil.number(text[17..<19]), second < 60, let milli = Civil.number(text[20..<23]),
      let offsetHour = Civil.number(text[24..<26]), let offsetMinute = Civil.number(text[27...]), offsetMinute < 60
    else { return nil }
    let offset = (offsetHour * 60 + offsetMinute) * (text[23] == UInt8(ascii: "-") ? -1 : 1)
    let days = Civil.days(of: (day.year, day.month, day.day))
    let minutes = (days * 24 + hour) * 60 + minute - offset
    self.init(milliseconds: Int64(minutes * 60_000 + second * 1000 + milli), offsetMinutes: offset)
  }

  /// What the core sent. It sends nothing else than moments, so the other case is there only because generated code may not fail
  /// here, and an app must not fall over.
  init(lifting text: String) {
    self = LocalMoment(text) ?? .unreadable
  }

  init(milliseconds: Int64, offsetMinutes: Int) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }

  private var localMinutes: Int { Civil.floor(Int(milliseconds), 60_000) + offsetMinutes }

  /// The moment without the offset.
  public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// Seconds to add to UTC for the person's wall clock.
  public var utcOffset: Int { offsetMinutes * 60 }

  /// The day it was for the person.
  public var day: CalendarDay { CalendarDay(unchecked: Civil.date(ofDays: Civil.floor(localMinutes, 1440))) }

  /// The time of day it was for the person: minutes since midnight, 0 to 1439.
  public var minuteOfDay: UInt16 { UInt16(localMinutes - Civil.floor(localMinutes, 1440) * 1440) }

  /// As the core reads it: `2026-11-23T10:00:00.000+01:00`.
  public var description: String {
    let (minute, offset) = (Int(minuteOfDay), abs(offsetMinutes))
    let millis = Int(milliseconds) - Civil.floor(Int(milliseconds), 60_000) * 60_000
    let time = "\(Civil.padded(minute / 60, 2)):\(Civil.padded(minute % 60, 2)):\(Civil.padded(millis / 1000, 2))"
    let zone = "\(offsetMinutes < 0 ? "-" : "+")\(Civil.padded(offset / 60, 2)):\(Civil.padded(offset % 60, 2))"
    return "\(day)T\(time).\(Civil.padded(millis % 1000, 3))\(zone)"
  }

  /// Which comes first, wherever each was; of one moment, that of the lesser offset.
  public static func < (one: LocalMoment, other: LocalMoment) -> Bool {
    (one.milliseconds, one.offsetMinutes) < (other.milliseconds, other.offsetMinutes)
  }

  /// Reads `2026-11-23T10:00:00.000+01:00`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let moment = LocalMoment(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no moment")
    }
    self = moment
  }

  /// Writes `2026-11-23T10:00:00.000+01:00`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension DateComponents {
  /// A time of day as the core tells it, in minutes since midnight: for a date picker or a daily notification.
  public init(minuteOfDay: UInt16) {
    self.init(hour: Int(minuteOfDay) / 60, minute: Int(minuteOfDay) % 60)
  }

  /// The time of day as the core takes it, in minutes since midnight; nil when there is none in it.
  public var minuteOfDay: UInt16? {
    guard let hour, (0..<24).contains(hour), (0..<60).contains(minute ?? 0) else { return nil }
    return UInt16(hour * 60 + (minute ?? 0))
  }
}
