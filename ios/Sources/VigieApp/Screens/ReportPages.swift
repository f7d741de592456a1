// The pages of what the team reads, as they are looked at on a phone: the words of the core, one thing below another.
import SwiftUI
import Vigie
import VigieKit

/// The page that is looked at. Months of days are long: only what is seen of them is made.
struct ReportPageView: View {
  let model: ConsultationModel
  let back: () -> Void

  var body: some View {
    if let pages = model.state.report?.pages, pages.indices.contains(model.state.page) {
      let page = pages[model.state.page]
      let last = model.state.page + 1 == pages.count
      Page(page.title, model, back: back, top: model.state.page, isLong: true) {
        Words.small(page.place)
        switch page.content {
        case .told(let blocks): Each(blocks) { BlockView(block: $0) }
        case .drawn(let charts, let first, let last): drawn(charts, first, last)
        }
      } bottom: {
        Primary(model.texts[last ? ConsultationText.consultationShare : MainText.next]) { model.next() }
      }
    }
  }

  @ViewBuilder private func drawn(_ charts: ReportCharts, _ first: String, _ last: String) -> some View {
    Words(charts.how)
    Each(charts.charts) { chart in
      VStack(alignment: .leading, spacing: 4) {
        Heading(chart.name)
        Words.small(chart.detail)
        ReportChartView(chart: chart, charts: charts, first: first, last: last)
      }
    }
    Card {
      Words.strong(model.texts[ConsultationText.consultationLegend])
      Each(charts.legend) { legend in
        HStack(spacing: 12) {
          SignView(sign: legend.sign)
          Words.small(legend.text)
        }
      }
    }
  }
}

private struct BlockView: View {
  let block: Block

  var body: some View {
    switch block {
    case .text(let text): Words(text)
    case .remark(let text): Words.small(text)
    case .groups(let groups): Each(groups) { group($0) }
    case .ownWords(let quotes):
      Heading(quotes.title)
      Each(quotes.quotes) { quote in
        one {
          Words.small(quote.label)
          Words(quote.text)
        }
      }
    case .lines(let lines): Each(lines) { labelled($0) }
    case .table(let columns, let rows): ForEach(Array(rows.enumerated()), id: \.offset) { row(columns, $0.element) }
    // Its picture says where; its words say the same.
    case .body(let alt, _, _, _): Words(alt)
    }
  }

  /// What is read, and said, in one go.
  private func one<Content: View>(@ViewBuilder content: () -> Content) -> some View {
    Card(content: content).accessibilityElement(children: .combine)
  }

  private func group(_ group: ReportGroup) -> some View {
    one {
      Words.strong(group.sign.isEmpty ? group.title : "\(group.sign) \(group.title)")
      if group.lines.isEmpty { Words.small(group.none) }
      Each(group.lines) { labelled($0) }
    }
  }

  private func labelled(_ line: Line) -> some View {
    VStack(alignment: .leading, spacing: 2) {
      if !line.label.isEmpty { Words.strong(line.label) }
      Words(line.text)
    }
    .accessibilityElement(children: .combine)
  }

  /// A row as a card: a phone is too narrow for columns.
  private func row(_ columns: [Column], _ cells: [TextCell]) -> some View {
    one {
      if let name = cells.first { Words.strong(name.text) }
      Each(Array(zip(columns, cells).dropFirst())) { pair in
        if !pair.1.text.isEmpty { CellView(title: pair.0.title, cell: pair.1) }
      }
    }
  }
}

private struct CellView: View {
  @Environment(\.palette) private var palette
  let title: String
  let cell: TextCell

  var body: some View {
    let told = Text(cell.text).fontWeight(cell.strong ? .semibold : .regular).foregroundStyle(Color(palette.ink))
    if title.isEmpty {
      told.font(.subheadline)
    } else {
      (Text(title + "  ").foregroundStyle(Color(palette.quiet)) + told).font(.subheadline)
    }
  }
}
