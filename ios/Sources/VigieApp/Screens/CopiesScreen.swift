// Copies of the journal.
import SwiftUI
import VigieKit

/// A backup, a relative's copy, a table of everything.
struct CopiesScreen: View {
  let model: CopiesModel
  let back: () -> Void

  var body: some View {
    Page(texts[title], model, back: back, top: model.state.done) {
      if let done = model.state.done { Notice(done) }
      switch model.state.step {
      case .backup: backup
      case .merge: merge
      case .export:
        Words(texts[SettingsText.settingsExportHow])
        Primary(texts[SettingsText.settingsExportNow], enabled: !model.busy) { model.export() }
      }
    }
  }

  private var texts: Texts { model.texts }

  private var title: SettingsText {
    switch model.state.step {
    case .backup: .settingsBackup
    case .merge: .settingsMerge
    case .export: .settingsExport
    }
  }

  @ViewBuilder private var backup: some View {
    let state = model.state
    let ready = !state.passphrase.isEmpty && !model.busy
    Words(texts[SettingsText.settingsBackupHow])
    NewPassphraseFields(
      passphrase: Binding(get: { model.state.passphrase }, set: { typed in model.change { $0.passphrase = typed } }),
      again: Binding(get: { model.state.again }, set: { typed in model.change { $0.again = typed } }),
      differ: state.passphrasesDiffer, name: texts[SettingsText.settingsBackupPassphrase])
    Primary(texts[SettingsText.settingsBackupNow], enabled: ready) { model.backUp() }
    if state.canDaily {
      Heading(texts[SettingsText.settingsBackupDaily])
      if let daily = state.daily { Words(daily) }
      Words(texts[SettingsText.settingsBackupDailyHow])
      Secondary(texts[SettingsText.settingsBackupDailyOn], enabled: ready) { model.daily() }
      if state.daily != nil { Secondary(texts[SettingsText.settingsBackupDailyOff], enabled: !model.busy) { model.noMoreDaily() } }
    }
  }

  @ViewBuilder private var merge: some View {
    let state = model.state
    if !state.conflicts.isEmpty {
      Heading(texts[SettingsText.settingsConflicts])
      Words(texts[SettingsText.settingsConflictsHow])
    }
    Each(state.conflicts) { conflict in
      Words.strong(conflict.title)
      Each(conflict.versions) { version in
        Card {
          Words.small(version.title)
          Each(version.lines) { Words($0) }
          Secondary(texts[SettingsText.settingsConflictKeep], enabled: !model.busy) { model.keep(version) }
        }
      }
    }
    Words(texts[SettingsText.settingsMergeHow])
    Field(texts[MainText.restorePassphrase], state.passphrase, .secret) { typed in model.change { $0.passphrase = typed } }
    Primary(texts[SettingsText.settingsMergeChoose], enabled: !state.passphrase.isEmpty && !model.busy) { model.merge() }
  }
}
