// The check-in: one question after the other, or everything on one page.
import SwiftUI
import Vigie
import VigieKit

/// `leave` keeps what was answered.
struct CheckInScreen: View {
  let model: CheckInModel
  let leave: () -> Void

  var body: some View {
    let state = model.state
    Page(
      state.dayName, model, back: { if !model.back() { leave() } },
      top: [state.page, state.onePage ? 1 : 0, state.again ? 1 : 0]
    ) {
      if state.loaded {
        if state.again {
          measures
        } else {
          if state.onePage || state.page == 0 { beginning }
          Each((state.onePage ? state.parts : [state.parts[state.page]])) { shown($0) }
          if !state.onePage { Words.small(state.pages[state.page]) }
        }
      }
    } bottom: {
      bottom
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var bottom: some View {
    let state = model.state
    let doubted = !state.slips.isEmpty && !state.slips.values.contains { $0.impossible }
    if doubted {
      Primary(texts[MainText.checkInNoteAsIs]) { model.note() }
    } else if state.again || state.atEnd {
      Primary(texts[MainText.checkInNote]) { model.note() }
    } else {
      Primary(texts[MainText.next]) { model.next() }
    }
    if state.amends == nil { Quiet(texts[MainText.todayTooUnwell]) { model.tooUnwell() } }
  }

  @ViewBuilder private var beginning: some View {
    let onePage = model.state.onePage
    if model.state.hasYesterday { Secondary(texts[MainText.checkInAllAsYesterday]) { model.allAsYesterday() } }
    Quiet(texts[onePage ? MainText.checkInPageByPage : MainText.checkInOnePage]) { model.onePage(!onePage) }
  }

  @ViewBuilder private func shown(_ part: CheckInPart) -> some View {
    switch part {
    case .rating(let question): RatedItem(asked: question, model: model)
    case .pains: PainsPart(model: model)
    case .general: general
    case .measures: measures
    case .alarms: alarms
    case .rest: rest
    }
  }

  @ViewBuilder private var general: some View {
    Heading(texts[MainText.checkInGeneral])
    ForEach(Array(model.state.generals.enumerated()), id: \.offset) { general, name in
      OneOf(name, general == model.state.general) { model.manage(general) }
    }
  }

  @ViewBuilder private var measures: some View {
    let state = model.state
    Heading(texts[MainText.checkInMeasures])
    if state.askTemperature { Notice(texts[MainText.checkInAskTemperature]) }
    Field(
      texts[MainText.checkInTemperature], state.temperature, .number, wrong: state.slips[.temperature]?.sentence
    ) { typed in model.type { $0.temperature = typed } }
    meant(.temperature)
    Field(texts[MainText.checkInWeight], state.weight, .number, wrong: state.slips[.weight]?.sentence) { typed in
      model.type { $0.weight = typed }
    }
    meant(.weight)
  }

  @ViewBuilder private func meant(_ what: Measure) -> some View {
    if let offer = model.state.slips[what]?.offer { Secondary(offer) { model.correct(what) } }
  }

  @ViewBuilder private var alarms: some View {
    Heading(texts[MainText.checkInAlarms])
    Words(texts[MainText.checkInAlarmsHow])
    ForEach(model.state.signs, id: \.alarm) { sign in
      Tick(sign.name, model.state.ticks.contains(sign.alarm)) { model.tick(sign.alarm, $0) }
    }
  }

  @ViewBuilder private var rest: some View {
    let state = model.state
    Heading(texts[MainText.checkInRest])
    Tick(texts[MainText.checkInTreated], state.treated) { on in model.type { $0.treated = on } }
    if state.treated {
      Field(texts[MainText.checkInTreatment], state.treatment) { typed in model.type { $0.treatment = typed } }
    }
    Field(texts[MainText.checkInWords], state.note, .text) { typed in model.type { $0.note = typed } }
    Field(texts[MainText.checkInQuestion], state.question, .text) { typed in model.type { $0.question = typed } }
  }
}

/// The rating of an item, as yesterday or passed over.
struct RatedItem: View {
  let asked: AskedItem
  let model: CheckInModel

  var body: some View {
    let answer = model.state.answers[asked.item]
    Heading(asked.question)
    Words.small(asked.ends)
    RatingScale(
      name: asked.name, value: rating(answer), word: { asked.hasWords ? model.state.severities[$0] : "" },
      choose: { model.rate(asked.item, $0) })
    if let yesterday = asked.yesterday {
      if model.state.same.contains(asked.item) {
        Words.small(yesterday.taken)
      } else {
        Quiet(yesterday.offer) { model.sameAsYesterday(asked.item) }
      }
    }
    if asked.asked {
      Quiet(model.texts[answer == .skipped ? MainText.checkInSkipped : MainText.checkInSkip]) { model.skip(asked.item) }
    }
  }

  private func rating(_ answer: Answer?) -> Rating? {
    if case .rated(let rating) = answer { rating } else { nil }
  }
}

/// Where it hurts, how much, what it is like, and what was taken.
private struct PainsPart: View {
  let model: CheckInModel

  var body: some View {
    let state = model.state
    Heading(texts[BodyText.bodyTitle])
    Words.small(texts[BodyText.bodyHow])
    // One line, the newest: what is under the finger does not move when another is chosen.
    Words(state.newest.map { "✓ " + $0 } ?? texts[BodyText.bodyNone]).accessibilityAddTraits(.updatesFrequently)
    WhereItHurts(
      zones: state.zones, chosen: state.chosenSites, look: state.look, show: { model.show($0) }, choose: { model.choose($0) })
    ForEach(state.questions.filter { $0.site != nil }, id: \.item) { asked in pain(asked) }
    Heading(texts[BodyText.bodyPainkillers])
    ForEach(Array(state.painkillers.enumerated()), id: \.offset) { place, taken in painkiller(place, taken) }
    Secondary(texts[BodyText.bodyAddPainkiller]) { model.take(state.painkillers.count, Taken()) }
  }

  private var texts: Texts { model.texts }

  private func pain(_ asked: AskedItem) -> some View {
    Card {
      RatedItem(asked: asked, model: model)
      // Those that are asked every day can be passed over; what else was asked nothing is told of.
      if let site = asked.site, model.state.chosenSites.contains(site) { details(asked, site) }
    }
  }

  @ViewBuilder private func details(_ asked: AskedItem, _ site: PainSite) -> some View {
    let detail = model.state.pains[site] ?? PainDetail(quality: nil, wakesAtNight: false)
    Words.strong(texts[BodyText.bodyQuality])
    Chips {
      ForEach(model.state.qualities, id: \.quality) { one in
        let holds = one.quality == detail.quality
        Chip(one.name, holds, about: asked.name) {
          model.describe(site, PainDetail(quality: holds ? nil : one.quality, wakesAtNight: detail.wakesAtNight))
        }
      }
    }
    Tick(texts[BodyText.bodyWakes], detail.wakesAtNight) {
      model.describe(site, PainDetail(quality: detail.quality, wakesAtNight: $0))
    }
    Quiet(texts[BodyText.bodyRemove], name: "\(texts[BodyText.bodyRemove]), \(asked.name)") { model.choose(site) }
  }

  @ViewBuilder private func painkiller(_ place: Int, _ taken: Taken) -> some View {
    let name = texts[BodyText.bodyPainkiller] + (place == 0 ? "" : " \(place + 1)")
    let about = taken.name.isEmpty ? name : taken.name
    Field(name, taken.name) { typed in model.take(place, Taken(name: typed, helped: taken.helped)) }
    Chips {
      ForEach([true, false], id: \.self) { helped in
        let holds = taken.helped == helped
        Chip(texts[helped ? BodyText.bodyHelped : BodyText.bodyNotHelped], holds, about: about) {
          model.take(place, Taken(name: taken.name, helped: holds ? nil : helped))
        }
      }
    }
    Quiet(texts[BodyText.bodyRemovePainkiller], name: "\(texts[BodyText.bodyRemovePainkiller]), \(about)") {
      model.take(place, nil)
    }
  }
}
