// The charts: one a symptom; a day that is touched says what was answered.
import SwiftUI
import VigieKit

/// How each symptom went.
struct TrendsScreen: View {
  let model: TrendsModel
  let leave: () -> Void

  var body: some View {
    let state = model.state
    Page(
      state.day?.name ?? texts[MainText.placeTrends], model, back: state.day == nil ? leave : { model.leaveDay() },
      top: state.day?.name
    ) {
      if let day = state.day {
        if day.lines.isEmpty { Words(texts[MainText.trendsDayEmpty]) }
        Each(day.lines) { Words($0) }
      } else {
        charts
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var charts: some View {
    let state = model.state
    ForEach(TrendsPeriod.allCases, id: \.self) { period in
      OneOf(texts[period.title], period == state.period) { model.look(period) }
    }
    if state.loaded && state.series.isEmpty { Words(texts[MainText.trendsEmpty]) }
    if !state.series.isEmpty { Words.small(texts[MainText.trendsHow]) }
    ForEach(state.series, id: \.name) { series in
      Heading(series.name)
      SeriesChart(series: series) { model.touch($0) }
      Words.small(series.spoken)
    }
  }
}
