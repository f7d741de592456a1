// What the phone is to say, and when. It is kept where the phone finds it while the journal is locked, so it holds times and no word
// of what was noted.
import Foundation
import Vigie

/// Everything the phone needs to know: what it says, and when.
public struct Plan: Sendable, Equatable {
  /// The words on the locked screen.
  public let says: String
  /// The times, the next first.
  public let notices: [Notice]

  /// What it says, and when.
  public init(says: String, notices: [Notice]) {
    (self.says, self.notices) = (says, notices)
  }
}

extension Notice {
  /// When that is where the person is now. What follows a call is so many hours after it; the rest goes by the clock on the wall.
  public func date(in zone: TimeZone) -> Date {
    kind == .call ? at.date : LocalMoment(at.day, minuteOfDay: at.minuteOfDay, in: zone).date
  }
}

/// Names of what is kept in the settings of a journal.
enum Kept {
  /// When to remind, in minutes since midnight, on which days not, and what is shown then; whether of medicines too.
  static let reminderMinute = "reminder-minute"
  static let reminderQuiet = "reminder-quiet"
  static let reminderText = "reminder-text"
  static let reminderMedicines = "reminder-medicines"
  /// From when a recovery code is shown until it was read back, so that somebody who was interrupted is told.
  static let codeUnread = "recovery-code-unread"
  /// The journal has this phone's key, so that it is tried first.
  static let opensByDevice = "opens-by-device"
  /// No passphrase was ever chosen: the phone's key and the code on paper open it.
  static let noPassphrase = "no-passphrase"
  /// The person wants everything on one page.
  static let onePage = "check-in-on-one-page"
  /// While a copy is to be made each day: the day of the last, or of the choice. While it fails: the day of the first try that did.
  static let copied = "copied"
  static let copyFails = "copy-fails"
}

extension Settings {
  /// The days on which nobody is reminded of the day's questions.
  var quietDays: Set<Weekday> {
    get {
      Set((self[Kept.reminderQuiet] ?? "").split(separator: ",").compactMap { name in Weekday.allCases.first { "\($0)" == name } })
    }
    nonmutating set {
      let names = Weekday.allCases.filter(newValue.contains).map { "\($0)" }
      self[Kept.reminderQuiet] = names.isEmpty ? nil : names.joined(separator: ",")
    }
  }
}

extension Opened {
  /// From now on the phone says what this journal wants it to say.
  func plan() throws {
    let settings = home.settings
    let wish = NoticeWish(
      minute: settings[Kept.reminderMinute].flatMap { UInt16($0) }, quiet: settings.quietDays,
      medicines: settings[Kept.reminderMedicines] != nil)
    let says = settings[Kept.reminderText] ?? texts[MainText.yourJournal]
    home.plan(Plan(says: says, notices: try journal.notices(wish: wish)))
  }
}
