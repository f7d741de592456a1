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
  private var last: Task<Void, Never>?

  init(_ board: any NoticeBoard) { self.board = board }

  /// One job after the other, in the order in which they came: an actor takes up another one at each wait.
  private func inTurn(_ job: @escaping @Sendable () async -> Void) async {
    let before = last
    let now = Task {
      await before?.value
      await job()
    }
    last = now
    await now.value
  }

  /// From now on this of the journal of this number, and nothing that was planned before. What is more than the system keeps is
  /// planned the next time: the last are left out.
  func plan(_ number: Int, _ plan: Plan, now: Date = Date(), zone: TimeZone = .current) async {
    let board = board
    await inTurn {
      let waiting = await board.waiting()
      let ours = waiting.filter { $0.hasPrefix(Self.prefix(number)) }
      let planned = Self.planned(number, plan, now: now, zone: zone).prefix(max(0, Self.most - waiting.count + ours.count))
      // One takes the place of another of its name: should the app be stopped here, something is planned still.
      for one in planned { await board.add(one) }
      let kept = Set(planned.map(\.id))
      board.remove(ours.filter { !kept.contains($0) })
    }
  }

  /// Nothing is planned for this journal.
  func forget(_ number: Int) async {
    let board = board
    await inTurn { board.remove(await board.waiting().filter { $0.hasPrefix(Self.prefix(number)) }) }
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
        // The phone may count years otherwise. Without a zone it stays a time on the wall.
        parts.calendar = Calendar(identifier: .gregorian)
        when = .wall(parts)
      }
      return Planned(id: "\(prefix(number))\(place)", says: plan.says, when: when)
    }
  }
}
