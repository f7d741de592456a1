// Whether the person is still there, and what happens when they leave.
import Foundation

/// The journal is locked when the person leaves the app; not at once when the app itself sent them, such as to the telephone.
@MainActor
public final class Presence {
  /// How long it stays open meanwhile. The system may stop the app for as long as it is away: the journal is then locked when the
  /// person comes back, and what it holds stays in the phone's memory until then.
  public static let mostAway: Duration = .seconds(300)

  private let lock: () -> Void
  private let now: () -> ContinuousClock.Instant
  private var sent = false
  private var leftAt: ContinuousClock.Instant?

  /// `lock` locks the journal.
  public init(now: @escaping () -> ContinuousClock.Instant = { .now }, lock: @escaping () -> Void) {
    (self.now, self.lock) = (now, lock)
  }

  /// The app sends the person elsewhere, to come back.
  public func errand() { sent = true }

  /// The app is no longer in front.
  public func left() {
    if sent { leftAt = now() } else { lock() }
    sent = false
  }

  /// The person is back.
  public func came() {
    // The phone may have slept: the clock, not the waiting, says how long it was.
    if let leftAt, now() - leftAt > Self.mostAway { lock() }
    (sent, leftAt) = (false, nil)
  }
}
