// The screen of a call to act: whom to call comes first, then what to say, then what became of it.
import SwiftUI
import VigieKit

/// What was seen, whom to call, what to say, and what became of it.
struct PromptScreen: View {
  let model: PromptModel
  let leave: () -> Void

  var body: some View {
    let state = model.state
    Page(
      state.loaded ? state.headline : texts[MainText.promptTitle], model,
      back: state.reached ? { model.reached(false) } : leave, top: [state.reached ? 1 : 0, state.done.count]
    ) {
      if state.loaded {
        if state.reached { reached } else { waiting }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var waiting: some View {
    let state = model.state
    Each(state.reasons) { Words($0) }
    if state.numbers.isEmpty { Words.strong(state.whom) }
    ForEach(Array(state.numbers.enumerated()), id: \.offset) { place, number in
      let text = "\(number.name)\n\(number.number)"
      if place > 0 {
        Secondary(text) { model.call(number) }
      } else if state.urgent {
        Urgent(text) { model.call(number) }
      } else {
        Primary(text) { model.call(number) }
      }
    }
    Card {
      Words.strong(texts[MainText.promptWhatToSay])
      Words(state.whatToSay)
    }
    Heading(texts[MainText.promptAndThen])
    Each(state.done) { Words.small($0) }
    if let due = state.due { Words.small(due) }
    Secondary(texts[MainText.promptReached]) { model.reached(true) }
    Secondary(texts[MainText.promptNoAnswer]) { model.resolve(.noAnswer) }
    Secondary(texts[MainText.promptLater]) { model.resolve(.later) }
    Secondary(texts[MainText.promptAlreadyKnown]) { model.resolve(.alreadyKnown) }
    Quiet(texts[MainText.promptPreferNot]) { model.resolve(.preferNot) }
    Each(state.evidence) { series in
      Heading(series.name)
      SeriesChart(series: series)
    }
  }

  @ViewBuilder private var reached: some View {
    Field(texts[MainText.promptWho], model.state.who) { typed in model.type { $0.who = typed } }
    Field(texts[MainText.promptAdvice], model.state.advice, .text) { typed in model.type { $0.advice = typed } }
    Primary(texts[MainText.promptKeep]) { model.resolve(.reached) }
  }
}
