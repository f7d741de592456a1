// How each symptom went: a chart each, and the answers of a day.
import Vigie

/// How far back one looks.
public enum TrendsPeriod: UInt16, Sendable, CaseIterable {
  /// In days.
  case month = 28
  case quarter = 91
  case year = 365

  /// As it is called.
  public var title: MainText {
    switch self {
    case .month: .trendsMonth
    case .quarter: .trendsQuarter
    case .year: .trendsYear
    }
  }
}

/// What was said on a day.
public struct DayTold: Sendable, Equatable {
  /// The day, as it is shown.
  public let name: String
  /// What was said.
  public let lines: [String]
}

/// What the screen shows.
public struct TrendsState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// How far back.
  public var period = TrendsPeriod.month
  /// A chart a symptom.
  public var series: [Series] = []
  /// The day that was touched.
  public var day: DayTold?
}

/// Charts of everything that is asked or was rated.
@MainActor
public final class TrendsModel: JournalModel<TrendsState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(TrendsState(), hand, journal)
    look(.month)
  }

  /// Looks further back, or nearer.
  public func look(_ period: TrendsPeriod) {
    work { [self] in
      let series = try await ask { opened in
        let rated = try opened.journal.entries().flatMap { $0.entry.answers.keys.sorted() }
        var items: [Item] = []
        for item in try opened.journal.today().asked.map(\.item) + rated where !items.contains(item) { items.append(item) }
        return try items.compactMap { try opened.series($0, days: period.rawValue) }
      }
      state = TrendsState(loaded: true, period: period, series: series.filter { $0.points.contains { $0.rating != nil } })
    }
  }

  /// What was said on this day.
  public func touch(_ day: CalendarDay) {
    work { [self] in
      state.day = try await ask { opened in
        let look = Look(lang: opened.texts.lang, first: day, last: day, kinds: [.entry], words: "", by: nil)
        return DayTold(name: try opened.words.weekdayDay(day: day), lines: try opened.journal.timeline(look: look).flatMap(\.text))
      }
    }
  }

  /// Enough of the day.
  public func leaveDay() { state.day = nil }
}
