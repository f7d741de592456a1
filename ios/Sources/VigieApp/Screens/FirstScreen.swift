// The screens of the first minutes: one step a screen.
import SwiftUI
import VigieKit

/// `restore` leads to a backup, for someone who had a journal before.
struct FirstScreen: View {
  let model: FirstModel
  let app: AppModel

  var body: some View {
    Page(
      texts[title], model, back: model.canGoBack ? { model.back() } : nil, top: model.state.step
    ) {
      switch model.state.step {
      case .about: about
      case .lock: lock
      case .code:
        Words(texts[MainText.firstCodeWhy])
        PaperCode(code: model.state.code) { model.written() }
      case .readBack:
        ReadBackField(typed: model.state.readBack, wrong: model.state.codeWrong) { typed in model.change { $0.readBack = typed } }
        Primary(texts[MainText.check]) { model.check() }
      case .treatment: treatment
      case .list: list
      case .team: team
      case .reminder: reminder
      }
    }
  }

  private var texts: Texts { model.texts }

  private var title: MainText {
    switch model.state.step {
    case .about: .firstTitle
    case .lock: .firstLockTitle
    case .code: .firstCodeTitle
    case .readBack: .firstReadBackTitle
    case .treatment: .firstTreatmentTitle
    case .list: .firstListTitle
    case .team: .firstTeamTitle
    case .reminder: .firstReminderTitle
    }
  }

  @ViewBuilder private var about: some View {
    Shelf(app: app)
    Words(texts[MainText.firstWhat])
    Words(texts[MainText.firstNot])
    Words(texts[MainText.firstOffline])
    Primary(texts[MainText.firstBegin]) { model.begin() }
    Quiet(texts[MainText.otherLanguage]) { app.otherLanguage() }
    Quiet(texts[MainText.lockRestore]) { app.restore() }
  }

  @ViewBuilder private var lock: some View {
    let ready = !model.state.passphrase.isEmpty && !model.busy
    Words(texts[MainText.firstLockWhy])
    if model.state.hasDevice {
      Primary(texts[MainText.firstLockDevice]) { model.lockWithDevice() }
      Heading(texts[MainText.firstLockOr])
    }
    NewPassphraseFields(
      passphrase: Binding(get: { model.state.passphrase }, set: { typed in model.change { $0.passphrase = typed } }),
      again: Binding(get: { model.state.again }, set: { typed in model.change { $0.again = typed } }),
      differ: model.state.passphrasesDiffer)
    if model.state.hasDevice {
      Secondary(texts[MainText.firstLockPassphrase], enabled: ready) { model.lockWithPassphrase() }
    } else {
      Primary(texts[MainText.firstLockPassphrase], enabled: ready) { model.lockWithPassphrase() }
    }
  }

  @ViewBuilder private var treatment: some View {
    Words(texts[MainText.firstTreatmentWhy])
    ForEach(model.state.treatments, id: \.value) { one in
      OneOf(one.name, one.value == model.state.treatment) { model.treat(one.value) }
    }
    Quiet(texts[MainText.later]) { model.next() }
  }

  @ViewBuilder private var list: some View {
    Words(texts[MainText.firstListWhy])
    ForEach(model.state.list, id: \.value) { one in
      Tick(one.name, model.state.kept.contains(one.value)) { model.keep(one.value, $0) }
    }
    Primary(texts[MainText.next]) { model.next() }
  }

  @ViewBuilder private var team: some View {
    Words(texts[MainText.firstTeamWhy])
    Field(texts[MainText.teamName], model.state.teamName, hint: texts[MainText.teamNameHint]) { typed in
      model.change { $0.teamName = typed }
    }
    Field(texts[MainText.teamPhone], model.state.teamPhone, .phone) { typed in model.change { $0.teamPhone = typed } }
    Field(texts[MainText.teamOutOfHours], model.state.outOfHours, .phone, hint: texts[MainText.teamOutOfHoursHint]) { typed in
      model.change { $0.outOfHours = typed }
    }
    Primary(texts[MainText.next]) { model.next() }
    Words.small(texts[MainText.firstTeamLater])
  }

  @ViewBuilder private var reminder: some View {
    Words(texts[MainText.firstReminderWhy])
    Field(
      texts[SettingsText.settingsReminderTime], model.state.reminder, hint: texts[SettingsText.settingsReminderTimeHint]
    ) { typed in model.change { $0.reminder = typed } }
    Primary(texts[MainText.firstDone]) { model.next() }
    Words.small(texts[MainText.firstReminderLater])
  }
}

/// Which of the journals on this phone it is, where there are several.
struct Shelf: View {
  let app: AppModel

  var body: some View {
    if !app.shelf.isEmpty {
      Chips {
        ForEach(app.shelf, id: \.number) { one in
          Chip(one.name, one.shown) { if !one.shown { app.show(one.number) } }
        }
      }
    }
  }
}
