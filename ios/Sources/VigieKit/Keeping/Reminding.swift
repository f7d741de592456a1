// When the phone speaks: what the system is asked to show later, which is times and words that say nothing.
import Foundation
import Vigie

/// Something to be shown later.
struct Planned: Sendable, Equatable {
  /// When: at a time on the clock on the wall, wherever the person is then; or so many seconds from now.
  enum When: Sendable, Equatable {
    case wall(DateComponents)
    case after(Double)
  }

  /// Which journal speaks, and which of its notices it is.
  let id: String
  /// What is shown.
  let says: String
  /// When.
  let when: When
}

/// What keeps them: the system, or a stand-in of the tests.
protocol NoticeBoard: Sendable {
  /// Those that wait.
  func waiting() async -> [String]
  /// Shows this later.
  func add(_ planned: Planned) async
  /// Not these, whether they wait or are shown.
  func remove(_ ids: [String])
}

/// One journal after the other tells what is to be said.
actor Reminding {
  /// The system keeps no more of an app.
  static let most = 64

  private let board: any NoticeBoard

  init(_ board: any NoticeBoard) { self.board = board }

  /// From now on this of the journal of this number, and nothing that was planned before. What is more than the system keeps is
  /// planned the next time: the last are left out.
  func plan(_ number: Int, _ plan: Plan, now: Date = Date(), zone: TimeZone = .current) async {
    let waiting = await board.waiting()
    board.remove(waiting.filter { $0.hasPrefix(Self.prefix(number)) })
    let others = waiting.count { !$0.hasPrefix(Self.prefix(number)) }
    for planned in Self.planned(number, plan, now: now, zone: zone).prefix(max(0, Self.most - others)) { await board.add(planned) }
  }

  /// Nothing is planned for this journal.
  func forget(_ number: Int) async {
    board.remove(await board.waiting().filter { $0.hasPrefix(Self.prefix(number)) })
  }

  private static func prefix(_ number: Int) -> String { "journal-\(number)-" }

  /// What the system is asked, the next first. What is past was said.
  static func planned(_ number: Int, _ plan: Plan, now: Date, zone: TimeZone) -> [Planned] {
    let later = plan.notices.filter { $0.date(in: zone) > now }.sorted { $0.date(in: zone) < $1.date(in: zone) }
    return later.enumerated().map { place, notice in
      let when: Planned.When
      if notice.kind == .call {
        when = .after(notice.at.date.timeIntervalSince(now))
      } else {
        let day = notice.at.day
        var parts = DateComponents(minuteOfDay: notice.at.minuteOfDay)
        (parts.year, parts.month, parts.day) = (day.year, day.month, day.day)
        when = .wall(parts)
      }
      return Planned(id: "\(prefix(number))\(place)", says: plan.says, when: when)
    }
  }
}
