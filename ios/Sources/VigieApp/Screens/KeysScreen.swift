// The keys of the journal.
import SwiftUI
import Vigie
import VigieKit

/// Another passphrase, another recovery code, this phone, one less.
struct KeysScreen: View {
  let model: KeysModel
  let back: () -> Void

  var body: some View {
    let state = model.state
    Page(texts[title], model, back: back, top: [texts[title], state.done?.id ?? ""]) {
      switch state.step {
      case .keys: keys
      case .passphrase: passphrase
      case .code:
        Words(texts[SettingsText.settingsKeyCodeWhy])
        PaperCode(code: state.code) { model.written() }
      case .readBack:
        ReadBackField(typed: state.readBack, wrong: state.codeWrong) { typed in model.change { $0.readBack = typed } }
        now
        Primary(texts[SettingsText.settingsSave], enabled: state.ready && !state.readBack.isEmpty && !model.busy) {
          model.keepCode()
        }
      case .checkCode:
        ReadBackField(typed: state.readBack, wrong: false) { typed in model.change { $0.readBack = typed } }
        Primary(texts[MainText.check], enabled: !state.readBack.isEmpty && !model.busy) { model.checkCode() }
      case .device:
        Words(texts[SettingsText.settingsKeyDeviceHow])
        now
        Primary(texts[title], enabled: state.ready && !model.busy) { model.keepDevice() }
      case .remove:
        if let removed = state.removed { Words.strong(texts[name(removed.kind)]) }
        Words(texts[SettingsText.settingsKeyRemoveWarning])
        Primary(texts[SettingsText.settingsCancel]) { back() }
        Secondary(texts[SettingsText.settingsKeyRemove], enabled: !model.busy) { model.removeNow() }
      }
    }
  }

  private var texts: Texts { model.texts }

  private var title: any Plain {
    switch model.state.step {
    case .keys: SettingsText.settingsKeys
    case .passphrase: SettingsText.settingsKeyPassphraseNew
    case .code: MainText.firstCodeTitle
    case .readBack, .checkCode: MainText.firstReadBackTitle
    case .device: SettingsText.settingsKeyDeviceNew
    case .remove: SettingsText.settingsKeyRemoveTitle
    }
  }

  private func name(_ kind: KeyKind) -> SettingsText {
    switch kind {
    case .device: .settingsKeyDevice
    case .passphrase: .settingsKeyPassphrase
    case .recoveryCode: .settingsKeyCode
    case .unknown: .settingsKeyUnknown
    }
  }

  @ViewBuilder private var keys: some View {
    let state = model.state
    let kinds = state.keys.map(\.kind)
    if let done = state.done { Notice(texts[done]) }
    Words(texts[SettingsText.settingsKeysHow])
    ForEach(state.keys, id: \.id) { key in
      Card {
        Words.strong(texts[name(key.kind)])
        Quiet(texts[SettingsText.settingsKeyRemove], name: "\(texts[SettingsText.settingsKeyRemove]), \(texts[name(key.kind)])") {
          model.remove(key)
        }
      }
    }
    Secondary(texts[SettingsText.settingsKeyPassphraseNew]) { model.begin(.passphrase) }
    if kinds.contains(.recoveryCode) { Secondary(texts[SettingsText.settingsKeyCodeCheck]) { model.begin(.checkCode) } }
    Secondary(texts[SettingsText.settingsKeyCodeNew], enabled: !model.busy) { model.makeCode() }
    if state.hasDevice {
      Secondary(texts[kinds.contains(.device) ? SettingsText.settingsKeyDeviceAgain : SettingsText.settingsKeyDeviceNew]) {
        model.begin(.device)
      }
    }
  }

  @ViewBuilder private var passphrase: some View {
    let state = model.state
    now
    NewPassphraseFields(
      passphrase: Binding(get: { model.state.passphrase }, set: { typed in model.change { $0.passphrase = typed } }),
      again: Binding(get: { model.state.again }, set: { typed in model.change { $0.again = typed } }),
      differ: state.passphrasesDiffer)
    Primary(texts[SettingsText.settingsSave], enabled: state.ready && !state.passphrase.isEmpty && !model.busy) {
      model.keepPassphrase()
    }
  }

  /// What opens the journal is asked for once more.
  private var now: some View {
    let state = model.state
    return Card {
      Words.strong(texts[SettingsText.settingsKeyNow])
      Words.small(texts[SettingsText.settingsKeyNowWhy])
      if state.ways.count > 1 {
        Chips {
          ForEach(state.ways, id: \.self) { kind in
            Chip(texts[name(kind)], kind == state.by) { model.change { ($0.by, $0.current) = (kind, "") } }
          }
        }
      }
      switch state.by {
      case .passphrase:
        Field(texts[SettingsText.settingsKeyNowPassphrase], state.current, .secret) { typed in model.change { $0.current = typed } }
      case .recoveryCode:
        Field(texts[SettingsText.settingsKeyNowCode], state.current, .code) { typed in model.change { $0.current = typed } }
      case .device, .unknown: EmptyView()
      }
    }
  }
}
