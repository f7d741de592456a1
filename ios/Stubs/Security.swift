// A stub of Security and of the Core Foundation around it: as much as the app uses, without behaviour (README.md).
@_exported import Foundation

public typealias CFString = String
public typealias CFData = Data
public typealias CFDictionary = [CFString: Any]
public typealias CFTypeRef = AnyObject
public typealias CFAllocator = AnyObject
public typealias OSStatus = Int32
public final class CFError {}
public func CFErrorGetDomain(_ error: CFError) -> CFString { fatalError() }
public func CFErrorGetCode(_ error: CFError) -> Int { fatalError() }
public final class SecKey {}
public final class SecAccessControl {}
public struct SecAccessControlCreateFlags: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let userPresence = Self(rawValue: 1), privateKeyUsage = Self(rawValue: 2)
}
public struct SecKeyAlgorithm: Sendable {
  public static let eciesEncryptionCofactorVariableIVX963SHA256AESGCM = SecKeyAlgorithm()
}
public func SecAccessControlCreateWithFlags(
  _ allocator: CFAllocator?, _ protection: CFTypeRef, _ flags: SecAccessControlCreateFlags,
  _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecAccessControl? { fatalError() }
public func SecKeyCreateRandomKey(_ parameters: CFDictionary, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?) -> SecKey? {
  fatalError()
}
public func SecKeyCopyPublicKey(_ key: SecKey) -> SecKey? { fatalError() }
public func SecKeyCreateEncryptedData(
  _ key: SecKey, _ algorithm: SecKeyAlgorithm, _ plaintext: CFData, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? { fatalError() }
public func SecKeyCreateDecryptedData(
  _ key: SecKey, _ algorithm: SecKeyAlgorithm, _ ciphertext: CFData, _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> CFData? { fatalError() }
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { fatalError() }
public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { fatalError() }
public func SecItemUpdate(_ query: CFDictionary, _ attributes: CFDictionary) -> OSStatus { fatalError() }
@discardableResult public func SecItemDelete(_ query: CFDictionary) -> OSStatus { fatalError() }
public let errSecSuccess: OSStatus = 0, errSecItemNotFound: OSStatus = -25300

public let kSecClass: CFString = "", kSecClassKey: CFString = "", kSecClassGenericPassword: CFString = ""
public let kSecAttrKeyClass: CFString = "", kSecAttrKeyClassPrivate: CFString = "", kSecAttrKeyType: CFString = ""
public let kSecAttrKeyTypeECSECPrimeRandom: CFString = "", kSecAttrKeySizeInBits: CFString = "", kSecAttrTokenID: CFString = ""
public let kSecAttrTokenIDSecureEnclave: CFString = "", kSecPrivateKeyAttrs: CFString = "", kSecAttrIsPermanent: CFString = ""
public let kSecAttrApplicationTag: CFString = "", kSecAttrAccessControl: CFString = "", kSecAttrService: CFString = ""
public let kSecAttrAccount: CFString = "", kSecAttrAccessible: CFString = "", kSecValueData: CFString = ""
public let kSecReturnAttributes: CFString = "", kSecReturnData: CFString = "", kSecReturnRef: CFString = ""
public let kSecMatchLimit: CFString = "", kSecMatchLimitOne: CFString = "", kSecMatchLimitAll: CFString = ""
public let kSecUseAuthenticationContext: CFString = "", kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: CFString = ""
nonisolated(unsafe) public let kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly: CFTypeRef = NSObject()
