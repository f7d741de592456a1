// The screens of results, scans, and photos or papers.
import SwiftUI
import VigieKit

/// The last value under each name, then scans, then photos and papers.
struct ResultsScreen: View {
  let model: ResultsModel
  let leave: () -> Void

  var body: some View {
    if let form = model.form {
      FormScreen(model: form) { model.back(leave) }
    } else {
      let title = model.state.paper?.name ?? model.state.name ?? texts[ResultsText.resultsTitle]
      Page(title, model, back: { model.back(leave) }, top: title) {
        if model.state.loaded {
          if let done = model.state.done { Notice(done) }
          if let paper = model.state.paper {
            self.paper(paper)
          } else if let name = model.state.name {
            values(model.state.measured.first { $0.name == name })
          } else {
            all
          }
        }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var all: some View {
    let state = model.state
    Heading(texts[ResultsText.resultsLabs])
    if state.measured.isEmpty { Words(texts[ResultsText.resultsNoLabs]) }
    ForEach(state.measured, id: \.name) { one in Entry(one.name, one.details) { model.see(one.name) } }
    Secondary(texts[ResultsText.resultsAdd]) { model.tell() }
    Heading(texts[ResultsText.scansTitle])
    if state.scans.isEmpty { Words(texts[ResultsText.scansNone]) }
    ForEach(state.scans, id: \.id) { one in Entry(one.title, one.details) { model.tellScan(one) } }
    Secondary(texts[ResultsText.scansAdd]) { model.tellScan() }
    Heading(texts[ResultsText.attachmentsTitle])
    if state.kept.isEmpty { Words(texts[ResultsText.attachmentsNone]) }
    Each(state.kept) { one in Entry(one.name, one.details) { model.see(one) } }
    Secondary(texts[ResultsText.attachmentsAdd]) { model.tellPaper() }
  }

  @ViewBuilder private func values(_ measured: Measured?) -> some View {
    if let chart = measured?.chart { ValuesChart(values: chart) }
    ForEach(measured?.values ?? [], id: \.id) { one in Entry(one.title, one.details) { model.correct(one) } }
    Secondary(texts[ResultsText.resultsAddValue]) { model.tell(measured?.values.first) }
  }

  @ViewBuilder private func paper(_ one: KeptPaper) -> some View {
    Each(one.details) { Words.small($0) }
    if let bytes = model.state.picture {
      Photo(bytes: bytes, name: one.name) { model.cannotShow() }
    } else if model.state.noPicture {
      Notice(texts[ResultsText.attachmentsNoPicture])
    } else {
      Secondary(texts[ResultsText.attachmentsLook], enabled: !model.busy) { model.look(one) }
    }
    Words(texts[ResultsText.attachmentsCopyWhy])
    Secondary(texts[ResultsText.attachmentsCopy]) { model.copyOut(one) }
  }
}
