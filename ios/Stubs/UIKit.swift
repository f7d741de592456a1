// A stub of UIKit, and of SwiftUI where it meets it: as much as the app uses, without behaviour (README.md).
@_exported import Foundation

@MainActor open class UIViewController { public init() {} }
@MainActor public final class UIActivityViewController: UIViewController {
  public struct ActivityType: Sendable { public static let copyToPasteboard = Self() }
  public struct Activity {}
  public init(activityItems: [Any], applicationActivities: [Activity]?) {}
  public var excludedActivityTypes: [ActivityType]?
  public var completionWithItemsHandler: ((ActivityType?, Bool, [Any]?, (any Error)?) -> Void)?
}
@MainActor open class UIScene: Hashable {
  nonisolated public static func == (one: UIScene, other: UIScene) -> Bool { one === other }
  nonisolated public func hash(into hasher: inout Hasher) {}
}
@MainActor public final class UIWindowScene: UIScene {}
@MainActor public final class UIWindow {
  public struct Level: Sendable {
    public static let alert = Level(rawValue: 0)
    public let rawValue: CGFloat
    public init(rawValue: CGFloat) { self.rawValue = rawValue }
  }
  public init(windowScene: UIWindowScene) {}
  public var windowLevel = Level.alert
  public var rootViewController: UIViewController?
  public var isHidden = true
}
@MainActor public final class UIApplication {
  public var connectedScenes: Set<UIScene> { fatalError() }
  public static var shared: UIApplication { fatalError() }
  public var isIdleTimerDisabled: Bool {
    get { fatalError() }
    set {}
  }
  public func beginBackgroundTask(
    withName name: String?, expirationHandler: (@MainActor @Sendable () -> Void)? = nil
  ) -> UIBackgroundTaskIdentifier { fatalError() }
  public func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) {}
  public func open(_ url: URL, options: [String: Any] = [:], completionHandler: (@MainActor @Sendable (Bool) -> Void)? = nil) {}
}
public struct UIBackgroundTaskIdentifier: Sendable, Equatable { public static let invalid = UIBackgroundTaskIdentifier() }
public final class UIImage: Sendable {
  public init?(data: Data) { nil }
  public var size: CGSize { fatalError() }
  public var scale: CGFloat { fatalError() }
  public func byPreparingThumbnail(ofSize size: CGSize) async -> UIImage? { nil }
}
