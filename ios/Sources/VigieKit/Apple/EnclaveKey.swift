// The key in the Secure Enclave. It was never compiled with Apple's SDK and ran on no device: what stands in for a phone in the tests
// has no enclave.
#if canImport(Security) && canImport(LocalAuthentication)
  import Foundation
  import LocalAuthentication
  import Security
  import Vigie

  /// The key of this name. Its private half never leaves the enclave; it is used after face, finger or the phone's code, and is gone
  /// when the phone has no code any more.
  struct EnclaveKey: PhoneKey {
    let name: String
    /// Why it is asked, in the person's language.
    let why: @Sendable () -> String

    private static let algorithm = SecKeyAlgorithm.eciesEncryptionCofactorVariableIVX963SHA256AESGCM

    private var query: [CFString: Any] {
      [
        kSecClass: kSecClassKey, kSecAttrKeyClass: kSecAttrKeyClassPrivate, kSecAttrKeyType: kSecAttrKeyTypeECSECPrimeRandom,
        kSecAttrApplicationTag: Data("org.vigie.\(name)".utf8),
      ]
    }

    var isThere: Bool {
      // Asked for its attributes alone, nobody has to show who they are.
      var query = query
      query[kSecReturnAttributes] = true
      return SecItemCopyMatching(query as CFDictionary, nil) == errSecSuccess
    }

    func make() throws {
      remove()
      var failure: Unmanaged<CFError>?
      guard
        let access = SecAccessControlCreateWithFlags(
          nil, kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly, [.privateKeyUsage, .userPresence], &failure)
      else { throw fault(failure) }
      let wish: [CFString: Any] = [
        kSecAttrKeyType: kSecAttrKeyTypeECSECPrimeRandom, kSecAttrKeySizeInBits: 256, kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
        kSecPrivateKeyAttrs: [
          kSecAttrIsPermanent: true, kSecAttrApplicationTag: Data("org.vigie.\(name)".utf8), kSecAttrAccessControl: access,
        ] as [CFString: Any],
      ]
      guard SecKeyCreateRandomKey(wish as CFDictionary, &failure) != nil else { throw fault(failure) }
    }

    func encrypt(_ secret: Data) throws -> Data {
      var failure: Unmanaged<CFError>?
      guard let open = SecKeyCopyPublicKey(try key(LAContext())) else { throw KeyVaultError.Failed }
      guard let wrapped = SecKeyCreateEncryptedData(open, Self.algorithm, secret as CFData, &failure) else { throw fault(failure) }
      return wrapped as Data
    }

    func decrypt(_ wrapped: Data) throws -> Data {
      var failure: Unmanaged<CFError>?
      let context = LAContext()
      let why = why()
      if !why.isEmpty { context.localizedReason = why }
      let key = try key(context)
      guard let secret = SecKeyCreateDecryptedData(key, Self.algorithm, wrapped as CFData, &failure) else { throw fault(failure) }
      return secret as Data
    }

    func remove() { SecItemDelete(query as CFDictionary) }

    private func key(_ context: LAContext) throws -> SecKey {
      var query = query
      (query[kSecReturnRef], query[kSecUseAuthenticationContext]) = (true, context)
      var found: CFTypeRef?
      let status = SecItemCopyMatching(query as CFDictionary, &found)
      guard status == errSecSuccess, let found else { throw KeyVaultError(domain: "NSOSStatusErrorDomain", code: Int(status)) }
      // What is asked for by this class is a key.
      return found as! SecKey
    }

    private func fault(_ failure: Unmanaged<CFError>?) -> KeyVaultError {
      guard let error = failure?.takeRetainedValue() else { return .Failed }
      return KeyVaultError(domain: CFErrorGetDomain(error) as String, code: CFErrorGetCode(error))
    }
  }

  /// Whether this phone can keep a key: it has a code.
  func phoneHasALock() -> Bool { LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) }
#endif
