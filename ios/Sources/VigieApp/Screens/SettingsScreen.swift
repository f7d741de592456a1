// The settings: where each leads, and the few that are a page of their own here.
import SwiftUI
import Vigie
import VigieKit

/// Keys, copies, what is asked, whom to call. `leave` leads out of the settings.
struct SettingsScreen: View {
  let model: SettingsModel
  let leave: () -> Void

  var body: some View {
    switch model.sub {
    case .keys(let sub)?: KeysScreen(model: sub, back: back)
    case .copies(let sub)?: CopiesScreen(model: sub, back: back)
    case .asked(let sub)?: AskedScreen(model: sub, back: back)
    case .team(let sub)?: TeamScreen(model: sub, back: back)
    case nil: own
    }
  }

  private var texts: Texts { model.texts }

  private func back() {
    if !model.back() { leave() }
  }

  private var own: some View {
    let state = model.state
    return Page(texts[state.page.title], model, back: back, top: state.page, isLong: state.page == .licences) {
      if let done = state.done { Notice(done) }
      switch state.page {
      case .root: root
      case .name:
        Field(texts[SettingsText.settingsName], state.name, hint: texts[SettingsText.settingsNameHint]) { typed in
          model.type { $0.name = typed }
        }
        Primary(texts[SettingsText.settingsSave], enabled: !model.busy) { model.keepName() }
      case .rules: rules
      case .reminder: reminder
      case .journals: journals
      case .licences: licences
      case .erase:
        Words(texts[SettingsText.settingsEraseHow])
        Primary(texts[SettingsText.settingsEraseNo], act: back)
        Secondary(texts[SettingsText.settingsEraseYes]) { model.askErase(sure: true) }
      case .eraseSure:
        Words(texts[SettingsText.settingsEraseSureHow])
        Primary(texts[SettingsText.settingsEraseNo], act: back)
        Urgent(texts[SettingsText.settingsEraseNow]) { model.eraseNow() }
      }
    }
  }

  @ViewBuilder private var root: some View {
    Secondary(texts[SettingsText.settingsList]) { model.asked() }
    Secondary(texts[SettingsText.settingsTeam]) { model.team() }
    Secondary(texts[SettingsText.settingsReminder]) { model.reminder() }
    Secondary(texts[SettingsText.settingsKeys]) { model.keys() }
    Secondary(texts[SettingsText.settingsBackup]) { model.copies(.backup) }
    Secondary(texts[SettingsText.settingsMerge]) { model.copies(.merge) }
    Secondary(texts[SettingsText.settingsExport]) { model.copies(.export) }
    Secondary(texts[SettingsText.settingsName]) { model.name() }
    Secondary(texts[SettingsText.settingsJournals]) { model.journals() }
    Secondary(texts[SettingsText.settingsRules]) { model.rules() }
    Secondary(texts[SettingsText.settingsLicences]) { model.licences() }
    Secondary(texts[MainText.otherLanguage]) { model.otherLanguage() }
    Secondary(texts[SettingsText.settingsErase]) { model.askErase(sure: false) }
  }

  @ViewBuilder private var rules: some View {
    Each(model.state.rulesFrom) { Words($0) }
    Each(model.state.rules) { line in
      if line.depth == 0 {
        Words.strong(line.text)
      } else {
        Words.small(line.text).padding(.leading, min(36, 12 * CGFloat(line.depth)))
      }
    }
  }

  @ViewBuilder private var licences: some View {
    Words(texts[SettingsText.settingsLicencesHow])
    Each(model.state.licences) { line in
      switch line.kind {
      case .licence: Heading(line.text)
      case .part: Words(line.text)
      case .copyright, .text: Words.small(line.text)
      }
    }
  }

  @ViewBuilder private var reminder: some View {
    let state = model.state
    if state.silenced { Words(texts[SettingsText.settingsReminderSilenced]) }
    Field(
      texts[SettingsText.settingsReminderTime], state.reminderTime, hint: texts[SettingsText.settingsReminderTimeHint]
    ) { typed in model.type { $0.reminderTime = typed } }
    Words.strong(texts[SettingsText.settingsReminderQuiet])
    Chips {
      ForEach(Weekday.allCases, id: \.self) { day in
        let quiet = state.reminderQuiet.contains(day)
        Chip(texts[DayText.of(day)], quiet) {
          model.type { if quiet { $0.reminderQuiet.remove(day) } else { $0.reminderQuiet.insert(day) } }
        }
      }
    }
    Field(
      texts[SettingsText.settingsReminderText], state.reminderText, hint: texts[SettingsText.settingsReminderTextHint]
    ) { typed in model.type { $0.reminderText = typed } }
    Tick(texts[SettingsText.settingsReminderMedicines], state.reminderMedicines) { on in
      model.type { $0.reminderMedicines = on }
    }
    Words(texts[SettingsText.settingsReminderHow])
    Primary(texts[SettingsText.settingsSave], enabled: !model.busy) { model.keepReminder() }
  }

  @ViewBuilder private var journals: some View {
    let state = model.state
    Words(texts[SettingsText.settingsJournalsHow])
    Field(
      texts[SettingsText.settingsJournalsName], state.name, hint: texts[SettingsText.settingsJournalsNameHint]
    ) { typed in model.type { $0.name = typed } }
    Secondary(texts[SettingsText.settingsSave], enabled: !model.busy) { model.keepJournalName() }
    if !state.others.isEmpty {
      Heading(texts[SettingsText.settingsJournalsOthers])
      ForEach(state.others, id: \.number) { other in Secondary(other.name, enabled: !model.busy) { model.show(other.number) } }
    }
    Heading(texts[SettingsText.settingsJournalsMore])
    Field(
      texts[SettingsText.settingsJournalsWhose], state.more, hint: texts[SettingsText.settingsJournalsWhoseHint]
    ) { typed in model.type { $0.more = typed } }
    Primary(texts[SettingsText.settingsJournalsBegin], enabled: !state.more.isEmpty && !model.busy) { model.oneMore() }
  }
}
