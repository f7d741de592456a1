// A stub of LocalAuthentication: as much as the app uses, without behaviour (README.md).
import Foundation

public enum LAPolicy: Sendable { case deviceOwnerAuthentication }
public final class LAContext {
  public init() {}
  public var localizedReason = ""
  public func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool { fatalError() }
}
