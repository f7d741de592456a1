// The screens of appointments and questions: what comes and what to ask there; what has been stands behind it.
import SwiftUI
import VigieKit

/// When, with whom, and what to ask.
struct AppointmentsScreen: View {
  let model: AppointmentsModel
  let leave: () -> Void

  var body: some View {
    if let form = model.form {
      FormScreen(model: form) { model.back(leave) }
    } else {
      let state = model.state
      Page(texts[state.leaf.title], model, back: { model.back(leave) }, top: [texts[state.leaf.title]] + state.done) {
        if state.loaded {
          if !state.done.isEmpty { Notice(state.done.joined(separator: "\n")) }
          switch state.leaf {
          case .next: next
          case .past:
            if state.past.isEmpty { Words(texts[AppointmentsText.appointmentsNonePast]) }
            ForEach(state.past, id: \.id) { one in Entry(one.title, one.details) { model.tell(one) } }
          case .answered:
            if state.answered.isEmpty { Words(texts[AppointmentsText.questionsNoneAnswered]) }
            questions(state.answered)
          case .calendar: calendar
          }
        }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var next: some View {
    let state = model.state
    Heading(texts[AppointmentsText.appointmentsNext])
    if state.next.isEmpty { Words(texts[AppointmentsText.appointmentsNoneNext]) }
    ForEach(state.next, id: \.id) { one in Entry(one.title, one.details) { model.tell(one) } }
    Secondary(texts[AppointmentsText.appointmentsAdd]) { model.tell() }
    Heading(texts[AppointmentsText.questionsWaiting])
    if state.waiting.isEmpty { Words(texts[AppointmentsText.questionsNone]) }
    questions(state.waiting)
    Secondary(texts[AppointmentsText.questionsAdd]) { model.tellQuestion() }
    ForEach(AppointmentsLeaf.allCases.filter { $0 != .next }, id: \.self) { leaf in
      Quiet(texts[leaf.title]) { model.turnTo(leaf) }
    }
  }

  private func questions(_ all: [QuestionLine]) -> some View {
    Each(all) { one in Entry(one.text, one.details) { model.tellQuestion(one) } }
  }

  @ViewBuilder private var calendar: some View {
    let state = model.state
    Heading(texts[AppointmentsText.appointmentsImport])
    Words(texts[AppointmentsText.appointmentsImportWhy])
    Words.small(texts[AppointmentsText.appointmentsImportKind])
    ForEach(state.kinds, id: \.value) { kind in OneOf(kind.name, kind.value == state.kind) { model.readAs(kind.value) } }
    Secondary(texts[AppointmentsText.appointmentsImportChoose]) { model.takeIn() }
    Heading(texts[AppointmentsText.appointmentsExport])
    Words(texts[AppointmentsText.appointmentsExportWhy])
    Tick(
      texts[AppointmentsText.appointmentsDiscreet], state.discreet, detail: texts[AppointmentsText.appointmentsDiscreetWhy]
    ) { model.discreet($0) }
    Secondary(texts[AppointmentsText.appointmentsExportWrite]) { model.writeOut() }
  }
}
