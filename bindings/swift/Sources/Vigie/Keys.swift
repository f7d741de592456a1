// Keys by their short names, `.passphrase(typed)` in the place of `.passphrase(passphrase: typed)`; and none that tells its secret
// when it is printed.

extension Unlock {
  /// With the passphrase as it was typed.
  public static func passphrase(_ typed: String) -> Unlock { .passphrase(passphrase: typed) }

  /// With the recovery code as it was typed: capitals, spaces and hyphens do not matter.
  public static func recoveryCode(_ typed: String) -> Unlock { .recoveryCode(code: typed) }

  /// With the key of this device.
  public static func device(_ vault: any KeyVault) -> Unlock { .device(vault: vault) }
}

extension NewKey {
  /// A passphrase as it was typed, at least eight characters.
  public static func passphrase(_ typed: String) -> NewKey { .passphrase(passphrase: typed, cost: nil) }

  /// A recovery code, made by `makeRecoveryCode` and shown to the person before.
  public static func recoveryCode(_ code: String) -> NewKey { .recoveryCode(code: code) }

  /// A key of this device.
  public static func device(_ vault: any KeyVault) -> NewKey { .device(vault: vault) }
}

extension Unlock: CustomReflectable {
  /// Nothing, for `dump` and the debugger's view.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension NewKey: CustomReflectable {
  /// Nothing, for `dump` and the debugger's view.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
