// Files that go out and come in: the person is asked where to and which.
import Foundation
import Observation
import Vigie

/// What the screens are to ask the person about a file, one thing at a time.
@MainActor @Observable
public final class Files {
  /// A file that the person is to send or put somewhere, with the system's own sheet.
  public private(set) var toShare: URL?
  /// The person is to choose a file.
  public private(set) var choosing = false
  private var shared: CheckedContinuation<Bool, Never>?
  private var chosen: CheckedContinuation<URL?, Never>?
  /// How often a file was asked for.
  private var asked = 0

  /// Nobody is asked yet.
  public init() {}

  /// Where a file lies while the person is asked where to. Nothing stays there.
  nonisolated public static let outgoing = FileManager.default.temporaryDirectory.appendingPathComponent("outgoing")

  /// Writes a file of this name and asks what to do with it. False when the person wanted nothing of it after all.
  func write(_ name: String, _ write: @escaping @Sendable (any ByteSink) throws -> Void) async throws -> Bool {
    let file = Self.outgoing.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: Self.outgoing) }
    try await Journal.off {
      try? FileManager.default.removeItem(at: Self.outgoing)
      try FileManager.default.createDirectory(at: Self.outgoing, withIntermediateDirectories: true, attributes: Self.protection)
      try FileSink.replacing(file, write)
    }
    return await withCheckedContinuation { continuation in
      sharedNow(false)
      (shared, toShare) = (continuation, file)
    }
  }

  /// The person sent it or put it somewhere; or did not.
  public func sharedNow(_ done: Bool) {
    let waiting = shared
    (shared, toShare) = (nil, nil)
    waiting?.resume(returning: done)
  }

  /// Asks for a file and reads it. Nil when the person chose none.
  func read<T: Sendable>(_ read: @escaping @Sendable (any ByteSource) throws -> T) async throws -> T? {
    let url = await withCheckedContinuation { continuation in
      chosenNow(nil)
      (chosen, choosing, asked) = (continuation, true, asked + 1)
    }
    guard let url else { return nil }
    return try await Journal.off {
      // It lies outside the app's own folders.
      #if canImport(Darwin)
        let opened = url.startAccessingSecurityScopedResource()
        defer { if opened { url.stopAccessingSecurityScopedResource() } }
      #endif
      return try read(try FileSource(url))
    }
  }

  /// The person chose this one; or none.
  public func chosenNow(_ url: URL?) {
    let waiting = chosen
    (chosen, choosing) = (nil, false)
    waiting?.resume(returning: url)
  }

  /// The picker is gone. What was chosen is told about then, and perhaps a little later; nothing is waited for longer.
  public func pickerWent() {
    let which = asked
    Task {
      try? await Task.sleep(for: .seconds(1))
      if which == asked && choosing { chosenNow(nil) }
    }
  }

  /// The journal is being locked: nothing of it goes out or comes in any more.
  public func close() {
    sharedNow(false)
    chosenNow(nil)
  }

  nonisolated private static var protection: [FileAttributeKey: Any] {
    #if canImport(Darwin)
      [.protectionKey: FileProtectionType.complete]
    #else
      [:]
    #endif
  }
}
