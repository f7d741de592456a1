// The arithmetic of the Gregorian calendar. Foundation's calendars answer by time zone and locale; here neither has a part.

enum Civil {
  /// Division that rounds down, before 1970 too.
  static func floor(_ number: Int, _ by: Int) -> Int {
    number >= 0 ? number / by : -((by - 1 - number) / by)
  }

  /// Days since 1970-01-01. A year begins in March here, so that the odd day of a leap year is its last.
  static func days(of date: (year: Int, month: Int, day: Int)) -> Int {
    let year = date.month > 2 ? date.year : date.year - 1
    let era = floor(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date so many days after 1970-01-01.
  static func date(ofDays days: Int) -> (year: Int, month: Int, day: Int) {
    let day = days + 719_468
    let era = floor(day, 146_097)
    let dayOfEra = day - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  /// Digits, and nothing but digits.
  static func number(_ digits: some Sequence<UInt8>) -> Int? {
    digits.reduce(Int?.some(0)) { sum, digit in
      guard let sum, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      return sum * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }

  /// With zeros in front.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
