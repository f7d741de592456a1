// Small secrets in the keychain. It was never compiled with Apple's SDK and ran on no device.
#if canImport(Security)
  import Foundation
  import Security
  import Vigie

  /// The keychain of this app, of what no backup takes to another phone. What was kept there outlives the app itself, so a journal that
  /// is erased takes its own out.
  struct Keychain: Chest {
    private func query(_ name: String) -> [CFString: Any] {
      [kSecClass: kSecClassGenericPassword, kSecAttrService: "org.vigie.marks", kSecAttrAccount: name]
    }

    func read(_ name: String) throws -> Data? {
      var query = query(name)
      (query[kSecReturnData], query[kSecMatchLimit]) = (true, kSecMatchLimitOne)
      var found: CFTypeRef?
      let status = SecItemCopyMatching(query as CFDictionary, &found)
      if status == errSecItemNotFound { return nil }
      guard status == errSecSuccess, let bytes = found as? Data else { throw AnchorError.Failed }
      return bytes
    }

    func write(_ name: String, _ bytes: Data?) throws {
      guard let bytes else {
        let status = SecItemDelete(query(name) as CFDictionary)
        guard status == errSecSuccess || status == errSecItemNotFound else { throw AnchorError.Failed }
        return
      }
      let values: [CFString: Any] = [kSecValueData: bytes, kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly]
      var status = SecItemUpdate(query(name) as CFDictionary, values as CFDictionary)
      if status == errSecItemNotFound {
        status = SecItemAdd(query(name).merging(values) { _, new in new } as CFDictionary, nil)
      }
      guard status == errSecSuccess else { throw AnchorError.Failed }
    }

    /// Everything whose name begins so is taken out.
    func forget(_ prefix: String) {
      let all: [CFString: Any] = [
        kSecClass: kSecClassGenericPassword, kSecAttrService: "org.vigie.marks", kSecReturnAttributes: true,
        kSecMatchLimit: kSecMatchLimitAll,
      ]
      var found: CFTypeRef?
      guard SecItemCopyMatching(all as CFDictionary, &found) == errSecSuccess, let items = found as? [[String: Any]] else {
        return
      }
      for name in items.compactMap({ $0[kSecAttrAccount as String] as? String }) where name.hasPrefix(prefix) {
        try? write(name, nil)
      }
    }
  }
#endif
