// The screen of a backup that is made a journal again.
import SwiftUI
import VigieKit

/// Two passphrases: the backup's, and the new one of this journal.
struct RestoreScreen: View {
  let model: RestoreModel
  let leave: () -> Void

  var body: some View {
    Page(texts[MainText.restoreTitle], model, back: model.state.code == nil ? leave : nil, top: model.state.code) {
      if let code = model.state.code {
        Words(texts[MainText.restoreDone])
        PaperCode(code: code) { model.written() }
      } else {
        asking
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var asking: some View {
    let ready = !model.state.passphrase.isEmpty && !model.state.newPassphrase.isEmpty
    Words(texts[MainText.restoreHow])
    Field(
      texts[MainText.restorePassphrase], model.state.passphrase, .secret, hint: texts[MainText.restorePassphraseHint]
    ) { typed in model.type { $0.passphrase = typed } }
    Field(
      texts[MainText.restoreNewPassphrase], model.state.newPassphrase, .secret, hint: texts[MainText.passphraseHint]
    ) { typed in model.type { $0.newPassphrase = typed } }
    Primary(texts[MainText.restoreChoose], enabled: ready) { model.restore() }
    if !model.state.copies.isEmpty {
      Heading(texts[MainText.restoreCopies])
      ForEach(model.state.copies, id: \.self) { copy in Secondary(copy.day, enabled: ready) { model.restore(copy) } }
    }
  }
}
