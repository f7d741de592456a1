// The screen of a form: what is asked for, in order, and then keeping it.
import SwiftUI
import VigieKit

/// A form that is being filled in.
struct FormScreen: View {
  let model: FormModel
  let leave: () -> Void

  var body: some View {
    let form = model.state
    Page(
      texts[form.title], model, back: form.removing ? { model.askToRemove(false) } : leave,
      top: [form.title.id, form.removing ? "removing" : ""]
    ) {
      if let about = form.about { Words(about) }
      if form.removing {
        Removing(texts: texts, yes: { model.remove() }, no: { model.askToRemove(false) })
      } else {
        if form.begunBefore {
          Notice(texts[FormText.formBegunBefore])
          Quiet(texts[FormText.formBeginAnew]) { model.beginAnew() }
        }
        ForEach(form.shown, id: \.name.id) { asked($0) }
        Primary(texts[form.keep]) { model.keep() }
        if form.removable { Quiet(texts[FormText.formRemove]) { model.askToRemove(true) } }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private func asked(_ ask: Ask) -> some View {
    let form = model.state
    let (name, value) = (texts[ask.name], form[ask.name])
    let hint = ask.hint.map { texts[$0] }
    let wrong = form.wrong?.name == ask.name.id ? form.wrong?.sentence : nil
    let change: (String) -> Void = { model.type(ask.name, $0) }
    switch ask.how {
    case .line, .time: Field(name, value, hint: hint, wrong: wrong, change: change)
    case .text: Field(name, value, .text, hint: hint, wrong: wrong, change: change)
    case .number: Field(name, value, .number, hint: hint, wrong: wrong, change: change)
    case .day: DayField(name, value, today: form.today, hint: hint, wrong: wrong, change: change)
    case .one:
      VStack(alignment: .leading, spacing: 6) {
        Words.strong(name)
        ForEach(ask.options, id: \.id) { option in OneOf(option.name, option.id == value) { change(option.id) } }
      }
    }
  }
}

/// Whether something shall be taken back.
struct Removing: View {
  let texts: Texts
  let yes: () -> Void
  let no: () -> Void

  var body: some View {
    Words(texts[FormText.formRemoveSure])
    Secondary(texts[FormText.formRemoveYes]) { yes() }
    Quiet(texts[FormText.formRemoveNo]) { no() }
  }
}
