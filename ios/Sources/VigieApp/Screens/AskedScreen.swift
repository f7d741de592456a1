// What is asked each day.
import SwiftUI
import VigieKit

/// The list, more of it, pain at a place, an own symptom.
struct AskedScreen: View {
  let model: AskedModel
  let back: () -> Void

  var body: some View {
    let state = model.state
    Page(texts[state.adding ? SettingsText.settingsListAdd : SettingsText.settingsList], model, back: back, top: state.adding) {
      if state.loaded {
        if state.adding { adding } else { list }
      }
    }
  }

  private var texts: Texts { model.texts }

  @ViewBuilder private var adding: some View {
    let state = model.state
    ForEach(state.catalogue, id: \.value) { one in
      Tick(one.name, state.asked.contains(one.value)) { model.ask(one.value, $0) }
    }
    Heading(texts[BodyText.bodyTitle])
    Words.small(texts[BodyText.bodyHow])
    WhereItHurts(zones: state.zones, chosen: state.sites, look: state.look, show: { model.show($0) }, choose: { model.askAt($0) })
  }

  @ViewBuilder private var list: some View {
    let state = model.state
    Words(texts[state.shown.isEmpty ? SettingsText.settingsListEmpty : SettingsText.settingsListHow])
    ForEach(state.shown, id: \.value) { one in Tick(one.name, state.asked.contains(one.value)) { model.ask(one.value, $0) } }
    Secondary(texts[SettingsText.settingsListAdd]) { model.add() }
    Field(texts[SettingsText.settingsListOwn], state.own, hint: texts[SettingsText.settingsListOwnHint]) { model.type($0) }
    Secondary(texts[SettingsText.settingsListOwnAdd], enabled: !state.own.isEmpty && !model.busy) { model.addOwn() }
  }
}
