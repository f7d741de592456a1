// What others see of the app while it is not in front: nothing, over everything of it.
import SwiftUI
import UIKit
import VigieKit

/// An empty page.
struct Shield: View {
  @Environment(\.palette) private var palette

  var body: some View { Color(palette.ground).ignoresSafeArea().accessibilityHidden(true) }
}

/// A window of its own with the empty page: the sheets of the system lie over the screens, and this lies over them. It is there while the
/// app is behind, where the system takes its picture for the app switcher.
@MainActor
final class ShieldWindow {
  private var window: UIWindow?

  func cover() {
    guard window == nil, let scene = UIApplication.shared.connectedScenes.compactMap({ $0 as? UIWindowScene }).first else { return }
    let over = UIWindow(windowScene: scene)
    over.windowLevel = UIWindow.Level(rawValue: UIWindow.Level.alert.rawValue + 1)
    over.rootViewController = UIHostingController(rootView: Shield())
    over.isHidden = false
    window = over
  }

  func uncover() {
    window?.isHidden = true
    window = nil
  }
}
