// Every screen by what stands behind it.
import SwiftUI
import VigieKit

/// The screen of the app.
struct RootScreen: View {
  @Environment(\.palette) private var palette
  let app: AppModel

  var body: some View {
    ZStack {
      Color(palette.ground).ignoresSafeArea()
      if let texts = app.texts { shown.environment(\.texts, texts).environment(\.locale, Locale(identifier: "\(texts.lang)")) }
    }
  }

  @ViewBuilder private var shown: some View {
    let back = { app.back() }
    switch app.screen {
    case .starting: EmptyView()
    case .first(let model): FirstScreen(model: model, app: app)
    case .locked(let model): LockScreen(model: model, app: app)
    case .restore(let model): RestoreScreen(model: model, leave: back)
    case .today(let model): TodayScreen(model: model) { app.go($0) }
    case .checkIn(let model): CheckInScreen(model: model, leave: back)
    case .prompt(let model): PromptScreen(model: model, leave: back)
    case .trends(let model): TrendsScreen(model: model, leave: back)
    case .timeline(let model):
      TimelineScreen(model: model, correct: { app.go(.checkIn($0.day, amends: $0.id)) }, leave: back)
    case .treatment(let model): TreatmentScreen(model: model, leave: back)
    case .results(let model): ResultsScreen(model: model, leave: back)
    case .appointments(let model): AppointmentsScreen(model: model, leave: back)
    case .support(let model): SupportScreen(model: model, leave: back)
    case .trials(let model): TrialsScreen(model: model, leave: back)
    case .consultation(let model): ConsultationScreen(model: model, leave: back)
    case .settings(let model): SettingsScreen(model: model, leave: back)
    }
  }
}
