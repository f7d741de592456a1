// The screens of treatment: what is due, what is given, and what stands behind.
import SwiftUI
import Vigie
import VigieKit

/// What is given, and what is taken.
struct TreatmentScreen: View {
  let model: TreatmentModel
  let leave: () -> Void

  var body: some View {
    if let form = model.form {
      FormScreen(model: form) { model.back(leave) }
    } else {
      let state = model.state
      Page(texts[state.leaf.title], model, back: { model.back(leave) }, top: state.leaf) {
        if state.loaded {
          if let done = state.done { Notice(done) }
          switch state.leaf {
          case .now: now
          case .medicines:
            told(state.medicines, TreatmentText.medicinesNone, TreatmentText.medicinesAdd) { model.tellMedicine($0) }
          case .changes: told(state.changes, TreatmentText.changesNone, TreatmentText.changesAdd) { model.tellChange($0) }
          case .papers: papers
          }
        }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var now: some View {
    let state = model.state
    if !state.medicines.isEmpty { doses }
    Heading(texts[TreatmentText.treatmentLines])
    if state.lines.isEmpty { Words(texts[TreatmentText.treatmentNoLines]) }
    Each(state.lines) { line in
      Entry(line.title, line.details) { model.tellLine(line) }
    }
    Secondary(texts[TreatmentText.treatmentAdd]) { model.tellLine() }
    ForEach(TreatmentLeaf.allCases.filter { $0 != .now }, id: \.self) { leaf in
      Quiet(texts[leaf.title]) { model.turnTo(leaf) }
    }
  }

  @ViewBuilder private var doses: some View {
    let state = model.state
    Heading(texts[state.yesterday ? TreatmentText.treatmentDosesYesterday : TreatmentText.treatmentDoses])
    if state.doses.isEmpty { Words(texts[TreatmentText.treatmentNoDoses]) }
    Each(state.doses) { due($0) }
    ForEach(state.taken, id: \.id) { one in Entry(one.title, one.details) { model.correct(one) } }
    if !state.yesterday { ForEach(state.asNeeded, id: \.id) { asNeeded($0) } }
    Quiet(texts[state.yesterday ? TreatmentText.treatmentSeeToday : TreatmentText.treatmentSeeYesterday]) {
      model.seeYesterday(!state.yesterday)
    }
  }

  @ViewBuilder private func due(_ line: DoseLine) -> some View {
    if let noted = line.noted {
      Entry(line.name, [noted]) { model.tellDose(line) }
    } else {
      Card {
        Words.strong(line.name)
        Secondary(texts[TreatmentText.treatmentTaken], name: "\(texts[TreatmentText.treatmentTaken]), \(line.name)") {
          model.took(line)
        }
        Quiet(texts[TreatmentText.treatmentOtherwise], name: "\(texts[TreatmentText.treatmentOtherwise]), \(line.name)") {
          model.tellDose(line)
        }
      }
    }
  }

  private func asNeeded(_ one: Listed<Medicine>) -> some View {
    Card {
      Words.strong(one.told.name)
      if let dose = one.told.dose { Words.small(dose) }
      Secondary(texts[TreatmentText.treatmentAsNeeded], name: "\(texts[TreatmentText.treatmentAsNeeded]), \(one.told.name)") {
        model.tellIntake(one.told)
      }
    }
  }

  @ViewBuilder private var papers: some View {
    Heading(texts[TreatmentText.papersConsents])
    told(model.state.consents, TreatmentText.papersNoConsents, TreatmentText.papersAddConsent) { model.tellConsent($0) }
    Heading(texts[TreatmentText.papersWishes])
    told(model.state.wishes, TreatmentText.papersNoWishes, TreatmentText.papersAddWish) { model.tellWish($0) }
  }

  @ViewBuilder private func told<Told>(
    _ all: [Listed<Told>], _ none: TreatmentText, _ add: TreatmentText, open: @escaping (Listed<Told>?) -> Void
  ) -> some View {
    if all.isEmpty { Words(texts[none]) }
    ForEach(all, id: \.id) { one in Entry(one.title, one.details) { open(one) } }
    Secondary(texts[add]) { open(nil) }
  }
}
