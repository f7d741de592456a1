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
  @State private var shield = ShieldWindow()

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
        // In the list of apps it is still drawn, and hidden by this. Once it is left, a window hides its sheets too.
        .overlay { if phase != .active { Shield() } }
        .modifier(FilePickers(files: phone.files))
        .onAppear { app.start() }
        .onChange(of: app.texts?.lang, initial: true) { if let texts = app.texts { phone.speaks(texts) } }
    }
    .onChange(of: phase) { _, now in
      switch now {
      case .active:
        presence.came()
        shield.uncover()
        phone.seen()
        app.start()
        app.looksAgain()
      case .background:
        shield.cover()
        presence.left()
      case .inactive: break
      @unknown default: presence.left()
      }
    }
  }
}
