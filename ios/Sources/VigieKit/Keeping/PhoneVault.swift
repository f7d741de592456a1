// The key of the phone: it encrypts the journal's secret, never leaves the phone's secure hardware, and is used only after the person
// showed who they are.
import Foundation
import Vigie

/// A key in the phone's secure hardware. What it throws is a `KeyVaultError`.
protocol PhoneKey: Sendable {
  /// There is one.
  var isThere: Bool { get }
  /// Makes one, in place of the one that is there.
  func make() throws
  /// Encrypts; nobody is asked who they are.
  func encrypt(_ secret: Data) throws -> Data
  /// Decrypts, once the person showed who they are.
  func decrypt(_ wrapped: Data) throws -> Data
  /// Removes it.
  func remove()
}

/// The key of this phone as the journal uses it. Its calls wait for the person, so they are never made on the main actor.
final class PhoneVault: KeyVault {
  private let key: any PhoneKey
  private let lock = NSLock()

  init(_ key: any PhoneKey) { self.key = key }

  func wrapSecret(secret: Data) throws -> Data {
    try lock.withLock {
      try declared {
        if !key.isThere { try key.make() }
        let wrapped: Data
        do {
          wrapped = try key.encrypt(secret)
        } catch KeyVaultError.Invalidated, KeyVaultError.NotFound {
          // The phone's lock was changed. The journal is being given a key anew, by somebody who opened it another way.
          try key.make()
          wrapped = try key.encrypt(secret)
        }
        // Whoever makes the key does not use it yet; that it opens is known before the journal relies on it.
        guard try key.decrypt(wrapped) == secret else { throw KeyVaultError.Failed }
        return wrapped
      }
    }
  }

  func unwrapSecret(wrapped: Data) throws -> Data {
    try lock.withLock {
      try declared {
        // What fails here never makes a key: the next one could not open what this one closed.
        guard key.isThere else { throw KeyVaultError.NotFound }
        return try key.decrypt(wrapped)
      }
    }
  }

  /// Throws only what crosses to the core.
  private func declared<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let known as KeyVaultError {
      throw known
    } catch {
      throw KeyVaultError.Failed
    }
  }
}

extension KeyVaultError {
  /// What the system's security said, by the domain and code of its error.
  init(domain: String, code: Int) {
    self =
      switch (domain, code) {
      // The person, the system or the app itself ended the question: -2, -4, -9; errSecUserCanceled.
      case ("com.apple.LocalAuthentication", -2), ("com.apple.LocalAuthentication", -4), ("com.apple.LocalAuthentication", -9),
        ("NSOSStatusErrorDomain", -128), ("CryptoTokenKit", -4):
        .Cancelled
      // Too many tries, or the phone is locked: biometryLockout, notInteractive; errSecInteractionNotAllowed, errSecAuthFailed.
      case ("com.apple.LocalAuthentication", -8), ("com.apple.LocalAuthentication", -1004), ("NSOSStatusErrorDomain", -25308),
        ("NSOSStatusErrorDomain", -25293), ("com.apple.LocalAuthentication", -1), ("CryptoTokenKit", -5), ("CryptoTokenKit", -9):
        .Locked
      // The phone has no code any more; the key does not fit what it is to open: passcodeNotSet; errSecParam, errSecDecode.
      case ("com.apple.LocalAuthentication", -5), ("NSOSStatusErrorDomain", -50), ("NSOSStatusErrorDomain", -26275),
        ("CryptoTokenKit", -3):
        .Invalidated
      // errSecItemNotFound.
      case ("NSOSStatusErrorDomain", -25300), ("CryptoTokenKit", -6): .NotFound
      default: .Failed
      }
  }
}
