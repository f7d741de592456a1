// Days and moments: what the core means by them, and what Foundation makes of them.
import Foundation
import Testing
import Vigie

@testable import VigieCore
@testable import VigieStories

private let paris = TimeZone(identifier: "Europe/Paris")!
private let auckland = TimeZone(identifier: "Pacific/Auckland")!

@Suite("Days and moments") struct DayTests {
  @Test("A day reads what it writes", arguments: ["1900-01-01", "1969-12-31", "2024-02-29", "2026-11-23", "2199-12-31"])
  func dayReadsWhatItWrites(text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(
    "What is no day is none",
    arguments: [
      "2026-02-30", "2025-02-29", "1899-12-31", "2200-01-01", "23/11/2026", "2026-1-3", "2026-11-23 ", "2026-11-2٣", "", "----",
      "2026-00-10", "-026-11-23",
    ])
  func noDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test("The days from 1900 to 2199 count there and back, and as Foundation counts")
  func everyDay() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    let first = CalendarDay("1900-01-01")!
    let last = CalendarDay("2199-12-31")!
    #expect(last.days(since: first) == 109_572)
    for days in 0...109_572 {
      let day = first.adding(days: days)
      guard CalendarDay(day.description) == day, day.days(since: first) == days else {
        Issue.record("\(day) is not \(days) days after \(first)")
        return
      }
    }
    // Foundation takes its time: every eleventh day, so every day of a month in every month within eleven years.
    for days in stride(from: 0, through: 109_572, by: 11) {
      let day = first.adding(days: days)
      let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(days - 25_567) * 86_400))
      guard day.year == parts.year, day.month == parts.month, day.day == parts.day else {
        Issue.record("\(day) is not \(parts)")
        return
      }
    }
  }

  @Test("The day of a moment depends on where the person is")
  func dayOfADate() {
    let lateInParis = Date(timeIntervalSince1970: 1_795_474_800)  // 2026-11-23T23:00Z
    #expect(CalendarDay(lateInParis, in: paris).description == "2026-11-24")
    #expect(CalendarDay(lateInParis, in: TimeZone(secondsFromGMT: 0)!).description == "2026-11-23")
    #expect(CalendarDay(lateInParis, in: auckland).description == "2026-11-24")
    let day = CalendarDay("2026-11-23")!
    for zone in [paris, auckland, TimeZone(identifier: "America/St_Johns")!] {
      #expect(CalendarDay(day.date(in: zone), in: zone) == day)
      #expect(CalendarDay(day.date(in: zone).addingTimeInterval(-1), in: zone) == day.adding(days: -1))
    }
  }

  @Test("A day whose midnight was left out begins when it begins")
  func noMidnight() {
    // In Beirut the clocks of 28 March 2021 went from midnight to one.
    let beirut = TimeZone(identifier: "Asia/Beirut")!
    let day = CalendarDay("2021-03-28")!
    #expect(CalendarDay(day.date(in: beirut), in: beirut) == day)
  }

  @Test(
    "A moment reads what it writes",
    arguments: [
      "2026-11-23T10:00:00.000+01:00", "2026-07-01T00:00:00.001+02:00", "1969-12-31T23:59:59.999+00:00",
      "2026-11-23T20:29:30.500-03:30", "1900-01-01T00:00:00.000+14:00",
    ])
  func momentReadsWhatItWrites(text: String) {
    #expect(LocalMoment(text)?.description == text)
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "2026-11-23", "2026-11-23T10:00:00+01:00", "2026-11-23T24:00:00.000+01:00", "2026-11-23T10:60:00.000+01:00",
      "2026-11-23T10:00:00.000 01:00", "2026-11-23T10:00:00.000+01:60", "2026-02-30T10:00:00.000+01:00",
      "2026-11-23T10:00:00.000+01:000", "2026-11-23T1é:00:00.000+01:0",
    ])
  func noMoment(text: String) {
    #expect(LocalMoment(text) == nil)
  }

  @Test("What cannot be read is never taken for a day, and the core refuses it")
  func unreadable() throws {
    #expect(CalendarDay(lifting: "tomorrow") == .unreadable)
    #expect(LocalMoment(lifting: "soon") == .unreadable)
    #expect(CalendarDay.unreadable.adding(days: 3) == .unreadable)
    _ = (CalendarDay.unreadable.date(in: paris), LocalMoment.unreadable.day, LocalMoment.unreadable.date)
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    guard case .Invalid("date", _) = failure({ try journal.record(entry: DailyEntry(day: .unreadable, tooUnwell: true)) }) else {
      Issue.record("it was taken for a day")
      return
    }
    guard case .Invalid("date", _) = failure({ try journal.whoAnswers(at: .unreadable) }) else {
      Issue.record("it was taken for a moment")
      return
    }
  }

  @Test("A moment keeps the instant to a millisecond and the offset to a minute")
  func instants() {
    let date = Date(timeIntervalSince1970: 1_795_424_400.123)
    let moment = LocalMoment(date, utcOffset: 3600)
    #expect(moment.description == "2026-11-23T10:00:00.123+01:00")
    #expect(abs(moment.date.timeIntervalSince(date)) < 0.001)
    #expect((moment.utcOffset, moment.minuteOfDay, moment.day.description) == (3600, 600, "2026-11-23"))
    #expect(LocalMoment(date, in: paris) == moment)
    #expect(LocalMoment(date, in: auckland).description == "2026-11-23T22:00:00.123+13:00")
    let beforeTheEpoch = LocalMoment(Date(timeIntervalSince1970: -0.001), utcOffset: -3600)
    #expect(beforeTheEpoch.description == "1969-12-31T22:59:59.999-01:00")
    for extreme in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .greatestFiniteMagnitude)] {
      _ = LocalMoment(extreme, utcOffset: 0).description  // far outside what is accepted, and no trap
    }
  }

  @Test("Days and moments are in order")
  func order() {
    #expect(CalendarDay("2026-02-28")! < CalendarDay("2026-03-01")!)
    // The same hour of the clock, one hour apart.
    let summer = LocalMoment("2026-10-25T02:30:00.000+02:00")!
    let winter = LocalMoment("2026-10-25T02:30:00.000+01:00")!
    #expect(summer < winter)
    #expect(winter.date.timeIntervalSince(summer.date) == 3600)
  }

  @Test("A time of day on a day, through the change of the clocks")
  func timesOfDay() throws {
    let morning = LocalMoment(CalendarDay("2026-11-23")!, minuteOfDay: 8 * 60 + 5, in: paris)
    #expect(morning.description == "2026-11-23T08:05:00.000+01:00")
    // 29 March 2026: from two o'clock to three.
    #expect(LocalMoment(CalendarDay("2026-03-29")!, minuteOfDay: 150, in: paris).description == "2026-03-29T03:30:00.000+02:00")
    #expect(DateComponents(minuteOfDay: 485).minuteOfDay == 485)
    #expect((DateComponents(minuteOfDay: 485).hour, DateComponents(minuteOfDay: 485).minute) == (8, 5))
    #expect(DateComponents(hour: 9).minuteOfDay == 540)
    #expect(DateComponents(hour: 24).minuteOfDay == nil)
    #expect(DateComponents(day: 3).minuteOfDay == nil)
    #expect(try minuteOfDay(typed: "8h05") == 485)
  }

  @Test("Days and moments are kept as the text the core reads")
  func coded() throws {
    let kept = try JSONEncoder().encode([CalendarDay("2026-11-23")!])
    #expect(String(decoding: kept, as: UTF8.self) == #"["2026-11-23"]"#)
    #expect(try JSONDecoder().decode([CalendarDay].self, from: kept) == [CalendarDay("2026-11-23")!])
    #expect(try JSONDecoder().decode(LocalMoment.self, from: try JSONEncoder().encode(monday)) == monday)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CalendarDay.self, from: Data(#""2026-02-30""#.utf8)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(LocalMoment.self, from: Data(#""2026-11-23""#.utf8)) }
  }
}
