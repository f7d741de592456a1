// The application: one window, which shows nothing to the app switcher and locks the journal when the person leaves.
import SwiftUI
import UIKit
import VigieKit

@main
struct VigieApplication: App {
  @Environment(\.scenePhase) private var phase
  @State private var phone: ApplePhone
  @State private var app: AppModel
  @State private var presence: Presence

  init() {
    let phone = ApplePhone()
    let app = AppModel(phone)
    let presence = Presence {
      phone.files.close()
      app.lock()
    }
    phone.leavesFor = { presence.errand() }
    phone.stays = { presence.came() }
    _phone = State(initialValue: phone)
    _app = State(initialValue: app)
    _presence = State(initialValue: presence)
  }

  var body: some Scene {
    WindowGroup {
      RootScreen(app: app)
        // The system takes its picture of the app while it is not active.
        .overlay { if phase != .active { Shield() } }
        .modifier(FilePickers(files: phone.files))
        .onAppear { app.start() }
        .onChange(of: app.texts?.lang, initial: true) { if let texts = app.texts { phone.speaks(texts) } }
    }
    .onChange(of: phase) { _, now in
      switch now {
      case .active:
        presence.came()
        phone.seen()
        app.start()
        app.looksAgain()
      case .background: presence.left()
      case .inactive: break
      @unknown default: presence.left()
      }
    }
  }
}

/// What others see of the app while it is not in front: nothing.
private struct Shield: View {
  @Environment(\.palette) private var palette

  var body: some View { Color(palette.ground).ignoresSafeArea().accessibilityHidden(true) }
}
