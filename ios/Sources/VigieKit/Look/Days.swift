// A day: typed in whatever way dates are written, and what is said around it.
import Vigie

/// A day: typed in whatever way dates are written, and what is said around it.
import Vigie
public enum DayText: String, CaseIterable, Plain {
  case dayYesterday
  case dayToday
  case dayEarlier
  case dayLater
  case dayNotRead
  case dayMonday
  case dayTuesday
  case dayWednesday
  case dayThursday
  case dayFriday
  case daySaturday
  case daySunday
}

extension CalendarDay {
  /// As it stands in a field: `23/11/2026`.
  public var written: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(day))/\(padded(month))/\(year)"
  }

  /// Its name in a week.
  public var dayOfWeek: DayText {
    // 2 January 2023 was a Monday.
    let monday = CalendarDay(year: 2023, month: 1, day: 2) ?? self
    let days = days(since: monday)
    return DayText.of(Weekday.allCases[((days % 7) + 7) % 7])
  }

  /// The day that was typed, in whatever way; nil when it is none. It asks the core.
  static func read(_ typed: String, today: CalendarDay) -> CalendarDay? { try? dayAsTyped(typed: typed, today: today) }

  /// The same, read aside.
  public static func typed(_ typed: String, today: CalendarDay) async -> CalendarDay? {
    (try? await Journal.off { read(typed, today: today) }) ?? nil
  }
}

extension DayText {
  /// The name of a day of the week.
  public static func of(_ day: Weekday) -> DayText {
    switch day {
    case .monday: .dayMonday
    case .tuesday: .dayTuesday
    case .wednesday: .dayWednesday
    case .thursday: .dayThursday
    case .friday: .dayFriday
    case .saturday: .daySaturday
    case .sunday: .daySunday
    }
  }
}

/// A time of day as it stands in a field.
func typedTime(_ minute: UInt16) -> String {
  let (hour, rest) = (minute / 60, minute % 60)
  return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
}
