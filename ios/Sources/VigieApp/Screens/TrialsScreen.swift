// The screens of trials: what to know, what was found, one of them.
import SwiftUI
import Vigie
import VigieKit

/// Trials that can be talked over.
struct TrialsScreen: View {
  let model: TrialsModel
  let leave: () -> Void

  /// The nearest of them: some trials have a thousand.
  private static let mostSites = 20

  var body: some View {
    let state = model.state
    Page(title, model, back: { if !model.back() { leave() } }, top: [title, state.done?.id ?? ""]) {
      if let seen = state.seen {
        one(seen)
      } else if let found = state.found {
        self.found(found)
      } else {
        beginning
      }
    }
  }

  private var texts: Texts { model.texts }

  private var title: String {
    model.state.seen?.trial.title ?? texts[model.state.found == nil ? TrialsText.trialsTitle : TrialsText.trialsList]
  }

  @ViewBuilder private var beginning: some View {
    if let done = model.state.done { Notice(texts[done]) }
    Words(texts[TrialsText.trialsAbout])
    Words.small(texts[TrialsText.trialsProfileHow])
    Secondary(texts[TrialsText.trialsProfile], enabled: !model.busy) { model.chooseProfile() }
    Words.small(texts[TrialsText.trialsSearchHow])
    Primary(texts[TrialsText.trialsSearch], enabled: !model.busy) { model.search() }
    Quiet(texts[TrialsText.trialsProfileForget]) { model.forgetProfile() }
    Heading(texts[TrialsText.trialsKnow])
    Each(model.state.passages) { passage in
      Words.strong(passage.title)
      Each(passage.lines) { Words($0) }
    }
  }

  @ViewBuilder private func found(_ found: [TrialMatch]) -> some View {
    let state = model.state
    if let done = state.done { Notice(texts[done]) }
    Words(state.foundSaid)
    if !state.notUnderstood.isEmpty {
      Words(texts[TrialsText.trialsNotUnderstood])
      Each(state.notUnderstood) { Words.strong($0) }
    }
    if found.isEmpty {
      Words(texts[TrialsText.trialsListEmpty])
    } else {
      Words.small(texts[TrialsText.trialsListHow])
      Primary(texts[TrialsText.trialsPage], enabled: !model.busy) { model.makePage() }
      ForEach(found.prefix(state.shown), id: \.number) { trial in
        Card {
          Words.small(trial.heading)
          Words.strong(trial.title)
          if let site = trial.sites.first { Words.small(site.text) }
          Quiet(texts[TrialsText.trialsSee], name: "\(texts[TrialsText.trialsSee]), \(trial.number)") { model.see(trial) }
        }
      }
      if found.count > state.shown { Secondary(texts[TrialsText.trialsMore]) { model.more() } }
    }
  }

  @ViewBuilder private func one(_ seen: SeenTrial) -> some View {
    let trial = seen.trial
    Words(trial.heading)
    if let updated = seen.updated { Words.small(updated) }
    lines(.trialsMatched, trial.matched)
    lines(.trialsUnknown, trial.unknown)
    lines(.trialsJudge, trial.judge)
    lines(.trialsSites, trial.sites.prefix(Self.mostSites).map(\.text))
    lines(.trialsInclusion, trial.inclusion)
    lines(.trialsExclusion, trial.exclusion)
  }

  @ViewBuilder private func lines(_ title: TrialsText, _ lines: [String]) -> some View {
    if !lines.isEmpty {
      Heading(texts[title])
      Each(lines) { Words("– " + $0) }
    }
  }
}
