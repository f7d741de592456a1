// The screen of a locked journal.
import SwiftUI
import VigieKit

/// With this phone's key, the passphrase, or the recovery code.
struct LockScreen: View {
  let model: LockModel
  let app: AppModel

  /// After so many wrong ones the recovery code is offered in so many words.
  private static let enough = 3

  var body: some View {
    Page(texts[MainText.lockTitle], model) {
      Shelf(app: app)
      if model.state.older {
        Primary(texts[MainText.lockAcceptOlder]) { model.open(acceptOlder: true) }
        Secondary(texts[MainText.lockOtherKey]) { model.choose(model.state.with) }
      } else {
        keys
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var keys: some View {
    let with = model.state.with
    switch with {
    case .device: Words(texts[MainText.lockWithDevice])
    case .passphrase: Field(texts[MainText.passphrase], model.state.typed, .secret) { model.type($0) }
    case .recoveryCode:
      Field(texts[MainText.recoveryCode], model.state.typed, .code, hint: texts[MainText.recoveryCodeHint]) { model.type($0) }
    }
    Primary(texts[MainText.lockOpen], enabled: !model.busy) { model.open() }
    if model.state.wrong >= Self.enough && with == .passphrase { Words(texts[MainText.lockTryRecoveryCode]) }
    if model.state.hasPassphrase && with != .passphrase { Quiet(texts[MainText.lockUsePassphrase]) { model.choose(.passphrase) } }
    if with != .recoveryCode { Quiet(texts[MainText.lockUseRecoveryCode]) { model.choose(.recoveryCode) } }
    if model.state.hasDevice && with != .device { Quiet(texts[MainText.lockUseDevice]) { model.choose(.device) } }
    Quiet(texts[MainText.lockRestore]) { app.restore() }
    Words.small(texts[MainText.lockAbout])
  }
}
