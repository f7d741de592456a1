// A chart of what the team reads, drawn from its data with the signs that its legend explains.
import SwiftUI
import Vigie
import VigieKit

/// Draws the chart, and says it in a sentence to whoever does not see it.
struct ReportChartView: View {
  @Environment(\.palette) private var palette
  @ScaledMetric(relativeTo: .caption) private var margin = 36.0
  let chart: ReportChart
  let charts: ReportCharts
  let first: String
  let last: String

  var body: some View {
    Charted(spoken: chart.alt, span: nil, first: first, last: last) {
      HStack(alignment: .top, spacing: 6) {
        numbers
        Canvas { context, size in Plot(chart: chart, charts: charts, palette: palette, size: size).draw(&context) }
      }
      .frame(height: 180)
    }
  }

  /// The numbers of the axis beside it, each at its height.
  private var numbers: some View {
    GeometryReader { place in
      ForEach(chart.numbers, id: \.value) { number in
        let height = Plot(chart: chart, charts: charts, palette: palette, size: place.size).y(number.value)
        Text(number.text).font(.caption).foregroundStyle(Color(palette.quiet)).position(x: place.size.width / 2, y: height)
      }
    }
    .frame(width: margin)
  }
}

/// A sign beside its meaning.
struct SignView: View {
  @Environment(\.palette) private var palette
  let sign: Sign

  var body: some View {
    Canvas { context, size in
      mark(sign, at: CGPoint(x: size.width / 2, y: size.height / 2), in: &context, palette, reach: 7)
    }
    .frame(width: 24, height: 24).accessibilityHidden(true)
  }
}

/// A chart with its place: marks above, then the values, then the silences.
private struct Plot {
  let chart: ReportChart
  let charts: ReportCharts
  let palette: Palette
  let size: CGSize

  private let top: CGFloat = 36
  private var foot: CGFloat { size.height - 16 }
  private var step: CGFloat { size.width / CGFloat(max(1, charts.days)) }

  private func x(_ day: Int) -> CGFloat { (CGFloat(day) + 0.5) * step }

  func y(_ value: Double) -> CGFloat {
    let share = min(1, max(0, (value - chart.low) / (chart.high - chart.low)))
    return foot - CGFloat(share) * (foot - top)
  }

  func draw(_ context: inout GraphicsContext) {
    // Days without any entry, as a ground.
    for (day, answered) in charts.answered.enumerated() where !answered {
      let rect = CGRect(x: CGFloat(day) * step, y: top, width: step, height: foot - top)
      context.fill(Path(rect), with: .color(Color(palette.rule)))
    }
    for value in [chart.low, chart.high] { line(y(value), dashed: false, &context) }
    if let threshold = chart.threshold { line(y(threshold), dashed: true, &context) }
    happened(&context)
    values(&context)
    silences(&context)
  }

  private func stroke(
    _ from: CGPoint, _ to: CGPoint, _ color: UInt32, _ width: CGFloat, dash: [CGFloat] = [], _ context: inout GraphicsContext
  ) {
    var path = Path()
    path.move(to: from)
    path.addLine(to: to)
    context.stroke(path, with: .color(Color(color)), style: StrokeStyle(lineWidth: width, lineCap: .round, dash: dash))
  }

  private func line(_ y: CGFloat, dashed: Bool, _ context: inout GraphicsContext) {
    let (from, to) = (CGPoint(x: 0, y: y), CGPoint(x: size.width, y: y))
    stroke(from, to, dashed ? palette.edge : palette.rule, 1, dash: dashed ? [5, 4] : [], &context)
  }

  private func happened(_ context: inout GraphicsContext) {
    for one in charts.marks {
      let x = x(Int(one.day))
      let treatment = one.sign == .treatment
      stroke(CGPoint(x: x, y: treatment ? top - 6 : 14), CGPoint(x: x, y: foot), palette.edge, 1, &context)
      mark(one.sign, at: CGPoint(x: x, y: treatment ? top - 10 : 8), in: &context, palette)
    }
  }

  private var points: [(day: Int, value: Double)] {
    switch chart.data {
    case .cells(let cells):
      cells.enumerated().compactMap { day, cell in if case .rated(let rating) = cell { (day, Double(rating)) } else { nil } }
    case .values(let values): values.map { (Int($0.day), $0.value) }
    }
  }

  private func values(_ context: inout GraphicsContext) {
    let points = points
    // A line joins neighbours only: over a day without an answer nothing is known.
    for (one, next) in zip(points, points.dropFirst()) where next.day - one.day <= 1 {
      stroke(CGPoint(x: x(one.day), y: y(one.value)), CGPoint(x: x(next.day), y: y(next.value)), palette.accent, 2, &context)
    }
    for point in points {
      let above = chart.threshold.map { point.value >= $0 } ?? false
      mark(above ? .above : .below, at: CGPoint(x: x(point.day), y: y(point.value)), in: &context, palette)
    }
  }

  private func silences(_ context: inout GraphicsContext) {
    guard case .cells(let cells) = chart.data else { return }
    for (day, cell) in cells.enumerated() {
      switch cell {
      case .tooUnwell: mark(.tooUnwell, at: CGPoint(x: x(day), y: top + 6), in: &context, palette)
      case .skipped: mark(.skipped, at: CGPoint(x: x(day), y: foot + 8), in: &context, palette)
      case .notAsked: mark(.notAsked, at: CGPoint(x: x(day), y: foot + 8), in: &context, palette)
      case .noEntry, .rated: break
      }
    }
  }
}

/// A sign with its middle at a point, `reach` to each side. Each has a shape of its own.
private func mark(_ sign: Sign, at: CGPoint, in context: inout GraphicsContext, _ palette: Palette, reach: CGFloat = 4) {
  let (ink, edge) = (GraphicsContext.Shading.color(Color(palette.ink)), GraphicsContext.Shading.color(Color(palette.edge)))
  func outline(_ points: [(Double, Double)], closed: Bool = true) -> Path {
    var path = Path()
    for (place, point) in points.enumerated() {
      let to = CGPoint(x: at.x + point.0 * reach, y: at.y + point.1 * reach)
      if place == 0 { path.move(to: to) } else { path.addLine(to: to) }
    }
    if closed { path.closeSubpath() }
    return path
  }
  func square(_ half: CGFloat) -> CGRect { CGRect(x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half) }
  switch sign {
  case .above: context.fill(outline([(0, -1), (1, 0), (0, 1), (-1, 0)]), with: ink)
  case .below: context.fill(Path(ellipseIn: square(reach * 0.6)), with: .color(Color(palette.accent)))
  case .tooUnwell:
    context.stroke(outline([(-0.8, -0.8), (0.8, 0.8)], closed: false), with: ink, lineWidth: 1.5)
    context.stroke(outline([(-0.8, 0.8), (0.8, -0.8)], closed: false), with: ink, lineWidth: 1.5)
  case .skipped: context.stroke(outline([(-0.6, 0), (0.6, 0)], closed: false), with: ink, lineWidth: 1.5)
  case .notAsked: context.fill(Path(ellipseIn: square(reach * 0.3)), with: edge)
  case .noEntry: context.fill(Path(square(reach)), with: .color(Color(palette.rule)))
  case .treatment: context.fill(outline([(0, -1), (1, 1), (-1, 1)]), with: ink)
  case .change: context.stroke(outline([(0, 1), (1, -1), (-1, -1)]), with: ink, lineWidth: 1.5)
  case .consultation: context.stroke(Path(ellipseIn: square(reach)), with: ink, lineWidth: 1.5)
  case .scan: context.stroke(Path(square(reach)), with: ink, lineWidth: 1.5)
  }
}
