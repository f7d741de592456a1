// What an iPhone gives to the screens. It was never compiled with Apple's SDK and ran on no device.
#if canImport(UIKit) && canImport(Security)
  import Foundation
  import UIKit
  import UserNotifications
  import Vigie

  /// The phone. Everything of the journal lies where no backup of the system goes, and is readable only while the phone is unlocked.
  public final class ApplePhone: Phone, @unchecked Sendable {
    public let root: URL
    public let settings: any Settings = Defaults()
    public let clock: (any JournalClock)? = nil
    /// Where the person is asked for files.
    @MainActor public let files = Files()
    /// The app sends the person elsewhere; or could not.
    @MainActor public var leavesFor: () -> Void = {}
    @MainActor public var stays: () -> Void = {}
    private let notices = SystemNotices()
    private let reminding: Reminding
    private let keychain = Keychain()
    private let kept = Kept()
    private let shown = ShownInFront()

    /// What is asked of the phone on threads of its own.
    private final class Kept: @unchecked Sendable {
      private let lock = NSLock()
      private var (why, silence, asked) = ("", false, false)

      var reason: String {
        get { lock.withLock { why } }
        set { lock.withLock { why = newValue } }
      }

      var silenced: Bool {
        get { lock.withLock { silence } }
        set { lock.withLock { silence = newValue } }
      }

      /// True the first time.
      func first() -> Bool {
        lock.withLock {
          defer { asked = true }
          return !asked
        }
      }
    }

    /// This one.
    @MainActor
    public init() {
      let support = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
      root = support.appendingPathComponent("Vigie")
      reminding = Reminding(notices)
      UNUserNotificationCenter.current().delegate = shown
      Self.protect(root)
      if let copies { Self.protect(copies) }
      // What was to be shared when the app ended.
      try? FileManager.default.removeItem(at: Files.outgoing)
    }

    /// Makes a folder that no backup of the system takes along, and whose files are readable while the phone is unlocked.
    private static func protect(_ folder: URL) {
      try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
      var (folder, values) = (folder, URLResourceValues())
      values.isExcludedFromBackup = true
      try? folder.setResourceValues(values)
    }

    /// In the app's own documents, which the person sees in Files and which leave with the app.
    public var copies: URL? {
      FileManager.default.urls(for: .documentDirectory, in: .userDomainMask).first?.appendingPathComponent("Vigie")
    }

    public func anchor(_ number: Int) -> any JournalAnchor { PhoneAnchor(keychain, number) }

    public func vault(_ number: Int) -> (any KeyVault)? { phoneHasALock() ? PhoneVault(key(number)) : nil }

    /// A key a journal: one that is erased takes its key with it, and no other.
    private func key(_ number: Int) -> EnclaveKey {
      let kept = kept
      return EnclaveKey(name: number == 1 ? "vigie" : "vigie-\(number)") { kept.reason }
    }

    public var silenced: Bool { kept.silenced }

    public func plan(_ number: Int, _ plan: Plan) {
      let (reminding, notices, kept) = (reminding, notices, kept)
      // Asked when there is something to say, and once: the system takes a no for good.
      let asks = !plan.notices.isEmpty && kept.first()
      Task {
        if asks { kept.silenced = !(await notices.ask()) }
        await reminding.plan(number, plan)
      }
    }

    public func forget(_ number: Int) {
      key(number).remove()
      keychain.forget("mark-\(number)-")
      let reminding = reminding
      Task { await reminding.forget(number) }
    }

    /// The language is known, or is another one: the phone asks for a face or a finger in it.
    @MainActor
    public func speaks(_ texts: Texts) { kept.reason = texts[MainText.phoneProveWhy] }

    /// The person is looking at the app.
    @MainActor
    public func seen() {
      notices.seen()
      let (notices, kept) = (notices, kept)
      Task { kept.silenced = await notices.silenced() }
    }

    public var locale: String { Locale.preferredLanguages.first ?? "en" }

    public var language: String? {
      get { settings["language"] }
      set { settings["language"] = newValue }
    }

    @MainActor
    public func hold(_ job: @escaping @MainActor () async -> Void) {
      var id = UIBackgroundTaskIdentifier.invalid
      let end = { @MainActor in
        if id != .invalid { UIApplication.shared.endBackgroundTask(id) }
        id = .invalid
      }
      id = UIApplication.shared.beginBackgroundTask(withName: "lock") { end() }
      Task {
        await job()
        end()
      }
    }

    @MainActor
    public func dial(_ number: String) {
      var tel = URLComponents()
      (tel.scheme, tel.path) = ("tel", number.filter { $0.isNumber || $0 == "+" })
      guard let url = tel.url else { return }
      leavesFor()
      // The system asks before it calls.
      UIApplication.shared.open(url) { [weak self] opened in if !opened { self?.stays() } }
    }

    @MainActor
    public func writeFile(
      _ name: String, kind: String, _ write: @escaping @Sendable (any ByteSink) throws -> Void
    ) async throws -> Bool { try await files.write(name, write) }

    @MainActor
    public func readFile<T: Sendable>(_ read: @escaping @Sendable (any ByteSource) throws -> T) async throws -> T? {
      try await files.read(read)
    }
  }

  /// Settings where the system keeps them. They are not encrypted.
  private struct Defaults: Settings {
    private static let prefix = "vigie."

    subscript(name: String) -> String? {
      get { UserDefaults.standard.string(forKey: Self.prefix + name) }
      nonmutating set { UserDefaults.standard.set(newValue, forKey: Self.prefix + name) }
    }

    var names: Set<String> {
      let all = UserDefaults.standard.dictionaryRepresentation().keys.filter { $0.hasPrefix(Self.prefix) }
      return Set(all.map { String($0.dropFirst(Self.prefix.count)) })
    }
  }
#endif
