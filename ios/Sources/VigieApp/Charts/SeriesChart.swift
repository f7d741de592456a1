// One symptom over time, and the values of a laboratory, as charts that the system also speaks.
import Charts
import SwiftUI
import Vigie
import VigieKit

/// A point a day, gaps as gaps, treatment days marked. It is said in a sentence to whoever does not see it; `touch` is told the day
/// that was touched.
struct SeriesChart: View {
  @Environment(\.palette) private var palette
  let series: Series
  var touch: ((CalendarDay) -> Void)?

  var body: some View {
    Charted(spoken: series.spoken, span: nil, first: series.first, last: series.last) {
      Chart {
        ForEach(Array(series.points.enumerated()), id: \.offset) { place, point in
          marks(place, point)
        }
      }
      .chartYScale(domain: 0...10)
      .chartXScale(domain: 0...max(1, series.points.count - 1))
      .chartXAxis(.hidden)
      .chartYAxis { AxisMarks(values: [0, 5, 10]) }
      .frame(height: 140)
      .chartOverlay { chart in
        GeometryReader { place in
          if let touch, let frame = chart.plotFrame { touched(place[frame], touch) }
        }
      }
    }
  }

  @ChartContentBuilder private func marks(_ place: Int, _ point: DayPoint) -> some ChartContent {
    // A line joins neighbours only: over a day without an answer nothing is known.
    if let rating = point.rating {
      LineMark(x: .value("", place), y: .value("", rating), series: .value("", run(of: place)))
        .foregroundStyle(Color(palette.accent))
      PointMark(x: .value("", place), y: .value("", rating)).foregroundStyle(Color(palette.accent)).symbolSize(40)
    }
    if point.unwell {
      PointMark(x: .value("", place), y: .value("", 0)).symbol(.cross).foregroundStyle(Color(palette.alarm)).symbolSize(50)
    }
    if point.treated {
      PointMark(x: .value("", place), y: .value("", 0)).symbol(.triangle).foregroundStyle(Color(palette.edge)).symbolSize(60)
    }
  }

  /// Which of the runs without a gap a day belongs to: each is a line of its own.
  private func run(of place: Int) -> Int {
    series.points.prefix(place).reduce(0) { runs, point in point.rating == nil ? runs + 1 : runs }
  }

  /// The days stand from edge to edge of the plot, without the numbers beside it.
  private func touched(_ plot: CGRect, _ touch: @escaping (CalendarDay) -> Void) -> some View {
    Color.clear.contentShape(Rectangle()).gesture(
      SpatialTapGesture().onEnded { at in
        let place = day(at: at.location.x - plot.minX, of: plot.width, days: series.points.count)
        if let place { touch(series.points[place].day) }
      })
  }
}

/// The values under one name; a diamond for one of which it is not known how far beyond it lies.
struct ValuesChart: View {
  @Environment(\.palette) private var palette
  let values: Values

  var body: some View {
    Charted(spoken: values.spoken, span: "\(values.least) – \(values.most)", first: values.first, last: values.last) {
      Chart {
        ForEach(Array(values.spots.enumerated()), id: \.offset) { _, spot in
          LineMark(x: .value("", spot.along), y: .value("", spot.high)).foregroundStyle(Color(palette.accent))
          PointMark(x: .value("", spot.along), y: .value("", spot.high)).symbol(spot.bound ? .diamond : .circle)
            .foregroundStyle(Color(palette.accent)).symbolSize(40)
        }
      }
      .chartYScale(domain: 0...1)
      .chartXScale(domain: 0...1)
      .chartXAxis(.hidden)
      .chartYAxis(.hidden)
      .frame(height: 140)
    }
  }
}

/// What stands around a chart: how far it goes, if that is said, and its first and last day. It is spoken as one.
struct Charted<Drawing: View>: View {
  @Environment(\.palette) private var palette
  let spoken: String
  let span: String?
  let first: String
  let last: String
  @ViewBuilder let drawing: Drawing

  var body: some View {
    VStack(alignment: .leading, spacing: 4) {
      if let span { Words.small(span) }
      drawing
      HStack {
        Words.small(first)
        Spacer()
        Text(last).font(.subheadline).foregroundStyle(Color(palette.quiet))
      }
    }
    .accessibilityElement(children: .ignore).accessibilityLabel(spoken).accessibilityAddTraits(.isImage)
  }
}
