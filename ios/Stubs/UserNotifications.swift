// A stub of UserNotifications: as much as the app uses, without behaviour (README.md).
import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let alert = Self(rawValue: 1), sound = Self(rawValue: 2)
}
public enum UNAuthorizationStatus: Sendable { case notDetermined, denied, authorized }
public final class UNNotificationSettings: Sendable { public var authorizationStatus: UNAuthorizationStatus { fatalError() } }
public final class UNNotificationSound: Sendable { public static var `default`: UNNotificationSound { fatalError() } }
open class UNNotificationContent {}
public final class UNMutableNotificationContent: UNNotificationContent {
  public override init() {}
  public var title = ""
  public var sound: UNNotificationSound?
}
open class UNNotificationTrigger {}
public final class UNCalendarNotificationTrigger: UNNotificationTrigger {
  public init(dateMatching: DateComponents, repeats: Bool) {}
}
public final class UNTimeIntervalNotificationTrigger: UNNotificationTrigger {
  public init(timeInterval: TimeInterval, repeats: Bool) {}
}
public final class UNNotificationRequest: Sendable {
  public var identifier: String { fatalError() }
  public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) {}
}
public final class UNNotification: Sendable {}
public struct UNNotificationPresentationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let banner = Self(rawValue: 1), sound = Self(rawValue: 2)
}
public protocol UNUserNotificationCenterDelegate: AnyObject {
  func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification
  ) async -> UNNotificationPresentationOptions
}
public final class UNUserNotificationCenter: Sendable {
  public var delegate: (any UNUserNotificationCenterDelegate)? {
    get { nil }
    set {}
  }
  public static func current() -> UNUserNotificationCenter { fatalError() }
  public func pendingNotificationRequests() async -> [UNNotificationRequest] { fatalError() }
  public func add(_ request: UNNotificationRequest) async throws {}
  public func removePendingNotificationRequests(withIdentifiers: [String]) {}
  public func removeDeliveredNotifications(withIdentifiers: [String]) {}
  public func removeAllDeliveredNotifications() {}
  public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool { fatalError() }
  public func notificationSettings() async -> UNNotificationSettings { fatalError() }
}
