// The system's notifications. It was never compiled with Apple's SDK and ran on no device.
#if canImport(UserNotifications)
  import Foundation
  import UserNotifications

  /// What comes due while the app is in front is shown over it all the same.
  final class ShownInFront: NSObject, UNUserNotificationCenterDelegate {
    func userNotificationCenter(
      _ center: UNUserNotificationCenter, willPresent notification: UNNotification
    ) async -> UNNotificationPresentationOptions { [.banner, .sound] }
  }

  /// What the system shows later.
  struct SystemNotices: NoticeBoard {
    private var center: UNUserNotificationCenter { .current() }

    func waiting() async -> [String] { await center.pendingNotificationRequests().map(\.identifier) }

    func add(_ planned: Planned) async {
      let content = UNMutableNotificationContent()
      // Words the person chose for their locked screen, or "your journal": nothing of what was noted.
      content.title = planned.says
      content.sound = .default
      let trigger: UNNotificationTrigger =
        switch planned.when {
        case .wall(let parts): UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
        case .after(let seconds): UNTimeIntervalNotificationTrigger(timeInterval: max(1, seconds), repeats: false)
        }
      // What cannot be planned is planned anew the next time the journal is opened.
      try? await center.add(UNNotificationRequest(identifier: planned.id, content: content, trigger: trigger))
    }

    func remove(_ ids: [String]) {
      center.removePendingNotificationRequests(withIdentifiers: ids)
      center.removeDeliveredNotifications(withIdentifiers: ids)
    }

    /// What was said is done with: the person sees the app.
    func seen() { center.removeAllDeliveredNotifications() }

    /// Asks whether it may speak, unless that was answered before. Whether it may.
    func ask() async -> Bool { (try? await center.requestAuthorization(options: [.alert, .sound])) ?? false }

    /// The person or the system keeps it from speaking.
    func silenced() async -> Bool { await center.notificationSettings().authorizationStatus == .denied }
  }
#endif
