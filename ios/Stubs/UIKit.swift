// A stub of UIKit, and of SwiftUI where it meets it: as much as the app uses, without behaviour (README.md).
@_exported import Foundation

@MainActor open class UIViewController {}
@MainActor public final class UIActivityViewController: UIViewController {
  public struct ActivityType: Sendable { public static let copyToPasteboard = Self() }
  public struct Activity {}
  public init(activityItems: [Any], applicationActivities: [Activity]?) {}
  public var excludedActivityTypes: [ActivityType]?
  public var completionWithItemsHandler: ((ActivityType?, Bool, [Any]?, (any Error)?) -> Void)?
}
@MainActor public final class UIApplication {
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
