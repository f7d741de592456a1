// The screens of the consultation: choosing, and sharing. Its pages are in ReportPages.swift.
import SwiftUI
import Vigie
import VigieKit

/// What the team reads.
struct ConsultationScreen: View {
  let model: ConsultationModel
  let leave: () -> Void

  var body: some View {
    switch model.state.step {
    case .choose: choosing
    case .items: items
    case .contents: contents
    case .page: ReportPageView(model: model) { model.back(leave) }
    case .share: sharing
    case .secret: secret
    }
  }

  private var texts: Texts { model.texts }
  private func back() { model.back(leave) }

  private var choosing: some View {
    let state = model.state
    // Why a day cannot be taken stands at the day: the page does not move away from it.
    return Page(texts[ConsultationText.consultationTitle], model, back: back) {
      if state.loaded {
        Words(texts[ConsultationText.consultationHow])
        Heading(texts[ConsultationText.consultationPeriod])
        ForEach(ConsultationSpan.allCases, id: \.self) { span in
          OneOf(texts[span.title], span == state.span, detail: state.days[span]?.name) { model.choose { $0.span = span } }
        }
        if state.span == .other { otherDays }
        told
        Heading(texts[ConsultationText.consultationLanguage])
        OneOf(texts[ConsultationText.consultationFrench], state.lang == .fr) { model.speak(.fr) }
        OneOf(texts[ConsultationText.consultationEnglish], state.lang == .en) { model.speak(.en) }
      }
    } bottom: {
      Primary(texts[ConsultationText.consultationLook], enabled: state.loaded) { model.look() }
    }
  }

  @ViewBuilder private var otherDays: some View {
    let state = model.state
    DayField(texts[ConsultationText.consultationFirst], state.first, today: state.today, wrong: state.firstWrong) { typed in
      model.type(first: typed)
    }
    DayField(texts[ConsultationText.consultationLast], state.last, today: state.today, wrong: state.lastWrong) { typed in
      model.type(last: typed)
    }
  }

  @ViewBuilder private var told: some View {
    let state = model.state
    Heading(texts[ConsultationText.consultationTold])
    Tick(texts[ConsultationText.consultationName], state.withName) { on in model.choose { $0.withName = on } }
    Tick(
      texts[ConsultationText.consultationNotes], state.withNotes, detail: texts[ConsultationText.consultationNotesHow]
    ) { on in model.choose { $0.withNotes = on } }
    if let leftOut = state.leftOut { Words.small(leftOut) }
    Secondary(texts[ConsultationText.consultationItems]) { model.openItems() }
  }

  private var items: some View {
    let state = model.state
    return Page(texts[ConsultationText.consultationItems], model, back: back) {
      Words.small(
        texts[state.items.isEmpty ? ConsultationText.consultationItemsNone : ConsultationText.consultationItemsHow])
      ForEach(state.items, id: \.value) { one in
        Tick(one.name, !state.without.contains(one.value)) { model.tell(one.value, $0) }
      }
    } bottom: {
      Primary(texts[ConsultationText.consultationItemsDone], act: back)
    }
  }

  /// The first page of what is told, and the way to the others.
  @ViewBuilder private var contents: some View {
    if let report = model.state.report {
      let head = report.head
      Page(head.title, model, back: back) {
        Card {
          Words.strong(head.person)
          Each([head.period, head.treatment, head.complete].filter { !$0.isEmpty }) { Words($0) }
          Each(head.completeDetails) { Words.small($0) }
        }
        if let leftOut = head.leftOut { Words(leftOut) }
        Words.small(head.made)
        Words.small(head.about)
        Heading(texts[ConsultationText.consultationPages])
        ForEach(Array(report.pages.enumerated()), id: \.offset) { index, page in Quiet(page.title) { model.turn(index) } }
      } bottom: {
        Primary(texts[MainText.next]) { model.turn(0) }
        Quiet(texts[ConsultationText.consultationShare]) { model.toShare() }
      }
    }
  }

  private var sharing: some View {
    Page(texts[ConsultationText.consultationShare], model, back: back, top: model.state.done) {
      if let done = model.state.done { Notice(done) }
      Words(texts[ConsultationText.consultationShareHow])
      ForEach(ShareForm.allCases, id: \.self) { form in
        Card {
          Secondary(texts[form.title]) { model.share(form) }
          Words.small(texts[form.how])
        }
      }
    }
  }

  /// Shown once, and not to be copied to where other apps read it.
  private var secret: some View {
    Page(texts[ConsultationText.consultationSecret], model, back: back) {
      if let done = model.state.done { Words(done) }
      Card {
        Each((model.state.secret ?? "").split(separator: " ")) { word in
          Words.large(String(word))
        }
      }
      .textSelection(.disabled).privacySensitive().keepsAwake()
      Words(texts[ConsultationText.consultationSecretHow])
      Words.small(texts[ConsultationText.consultationSecretLetters])
      Primary(texts[ConsultationText.consultationSecretDone], act: back)
    }
  }
}
