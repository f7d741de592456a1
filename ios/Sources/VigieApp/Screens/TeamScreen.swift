// Whom to call.
import SwiftUI
import Vigie
import VigieKit

/// The people and wards of the care team, and when they answer.
struct TeamScreen: View {
  let model: TeamModel
  let back: () -> Void

  var body: some View {
    Page(texts[title], model, back: back, top: model.state.edited == nil) {
      if let edited = model.state.edited {
        person(edited)
      } else if model.state.loaded {
        list
      }
    }
  }

  private var texts: Texts { model.texts }

  private var title: SettingsText {
    guard let edited = model.state.edited else { return .settingsTeam }
    return edited.place == nil ? .settingsTeamAdd : .settingsTeamCorrect
  }

  @ViewBuilder private var list: some View {
    let (correct, first) = (texts[SettingsText.settingsTeamCorrect], texts[SettingsText.settingsTeamFirst])
    Words(texts[SettingsText.settingsTeamHow])
    ForEach(Array(model.state.people.enumerated()), id: \.offset) { place, one in
      Card {
        Words.strong(one.name)
        Each(one.lines) { Words.small($0) }
        Quiet(correct, name: "\(correct), \(one.name)") { model.correct(place) }
        if place > 0 { Quiet(first, name: "\(first), \(one.name)") { model.first(place) } }
      }
    }
    Primary(texts[SettingsText.settingsTeamAdd]) { model.add() }
  }

  @ViewBuilder private func person(_ edited: EditedContact) -> some View {
    Field(texts[MainText.teamName], edited.name, hint: texts[MainText.teamNameHint]) { typed in model.change { $0.name = typed } }
    Field(texts[MainText.teamPhone], edited.phone, .phone) { typed in model.change { $0.phone = typed } }
    Words.strong(texts[SettingsText.settingsTeamRole])
    Chips {
      ForEach(model.state.roles, id: \.value) { one in
        Chip(one.name, one.value == edited.role) { model.change { $0.role = one.value } }
      }
    }
    opening(edited.hours)
    Field(
      texts[MainText.teamOutOfHours], edited.outOfHours, .phone, hint: texts[MainText.teamOutOfHoursHint]
    ) { typed in model.change { $0.outOfHours = typed } }
    Primary(texts[SettingsText.settingsSave], enabled: !edited.phone.isEmpty && !model.busy) { model.keep() }
    if edited.place != nil {
      Secondary(texts[edited.removing ? SettingsText.settingsTeamRemoveSure : SettingsText.settingsTeamRemove]) { model.remove() }
    }
  }

  /// When they answer: days, and two times once there is a day.
  @ViewBuilder private func opening(_ hours: ContactHours) -> some View {
    Words.strong(texts[SettingsText.settingsTeamHours])
    Words.small(texts[SettingsText.settingsTeamHoursHint])
    if let read = hours.read { Words(read) }
    Chips {
      Chip(texts[SettingsText.settingsTeamAlways], hours.days.isEmpty) { model.choose { $0.days = [] } }
      ForEach(Weekday.allCases, id: \.self) { day in
        let chosen = hours.days.contains(day)
        Chip(texts[DayText.of(day)], chosen) {
          model.choose { if chosen { $0.days.remove(day) } else { $0.days.insert(day) } }
        }
      }
    }
    if let wrong = hours.daysWrong { Notice(texts[wrong]) }
    if !hours.days.isEmpty {
      Field(texts[SettingsText.settingsTeamFrom], hours.from, wrong: hours.fromWrong.map { texts[$0] }) { typed in
        model.choose { $0.from = typed }
      }
      Field(
        texts[SettingsText.settingsTeamTo], hours.to, hint: texts[SettingsText.settingsTeamToHint],
        wrong: hours.toWrong.map { texts[$0] }
      ) { typed in model.choose { $0.to = typed } }
    }
  }
}
