// The copy of each day, that the phone makes by itself.
import Foundation
import Vigie

/// A copy of a day.
struct DailyCopy: Sendable {
  let file: URL
  let day: CalendarDay
}

extension Home {
  /// As many are kept.
  static let keptCopies: UInt32 = 7

  /// The copies there are, the latest first.
  var dailyCopies: [DailyCopy] {
    guard let folder = copies, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    // As the core names them: `vigie-…-2026-11-23.age`, and `-2` before the ending when a second one was made that day.
    let found = names.compactMap { name -> (DailyCopy, String)? in
      guard let match = name.wholeMatch(of: /vigie-.*-(\d{4}-\d{2}-\d{2})(-\d+)?\.age/), let day = CalendarDay(String(match.1))
      else {
        return nil
      }
      return (DailyCopy(file: folder.appendingPathComponent(name), day: day), name)
    }
    return found.sorted { ($1.0.day, $1.1) < ($0.0.day, $0.1) }.map(\.0)
  }
}

extension Opened {
  /// Makes the copy of today, when that was chosen and there is none yet. What does not work is tried again the next time.
  func copyOfTheDay() {
    guard let folder = home.copies, let last = home.settings[Kept.copied] else { return }
    let day = journal.now().day
    if last == day.description && home.dailyCopies.contains(where: { $0.day == day }) { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What fails is told on the first screen when it goes on for days, and at once where it is chosen.
    let made = (try? journal.automaticBackup(folder: folder.path, keep: Home.keptCopies)) != nil
    if made { home.settings[Kept.copied] = day.description }
    home.settings[Kept.copyFails] = made ? nil : home.settings[Kept.copyFails] ?? day.description
  }

  /// The last day that was copied, when later tries have failed for two days. Days on which nobody opened the journal are none of them.
  func copiesAreLate(today: CalendarDay) -> CalendarDay? {
    guard let since = home.settings[Kept.copyFails].flatMap({ CalendarDay($0) }), since.adding(days: 2) <= today else { return nil }
    return home.settings[Kept.copied].flatMap { CalendarDay($0) }
  }
}
