// Bytes in and out: Foundation's data and files as what the journal reads from and writes to.
import Foundation

/// Bytes in memory to be read: a photo that was just taken. Each reader needs one of its own.
public final class DataSource: ByteSource, @unchecked Sendable {
  private let lock = NSLock()
  private var left: Data

  /// These bytes.
  public init(_ data: Data) {
    left = data
  }

  /// The next bytes, at most as many as asked for; none at the end.
  public func read(atMost: UInt32) throws -> Data {
    lock.withLock {
      defer { left = left.dropFirst(Int(atMost)) }
      return Data(left.prefix(Int(atMost)))
    }
  }
}

/// Bytes that are collected in memory: an attachment to be shown.
public final class DataSink: ByteSink, @unchecked Sendable {
  private let lock = NSLock()
  private var written = Data()

  /// Nothing yet.
  public init() {}

  /// What was written so far.
  public var data: Data { lock.withLock { written } }

  /// Takes the next bytes, all of them.
  public func write(bytes: Data) throws {
    lock.withLock { written.append(bytes) }
  }
}

/// A file to be read: one the person picked. It is closed with this object.
public final class FileSource: ByteSource, @unchecked Sendable {
  private let lock = NSLock()
  private let file: FileHandle

  /// An open file, from where it stands.
  public init(_ file: FileHandle) {
    self.file = file
  }

  /// The file at this place. One from outside the app's own folders is to be opened between
  /// `startAccessingSecurityScopedResource` and its end.
  public convenience init(_ url: URL) throws {
    self.init(try FileHandle(forReadingFrom: url))
  }

  /// The next bytes, at most as many as asked for; none at the end.
  public func read(atMost: UInt32) throws -> Data {
    do {
      return try lock.withLock { try file.read(upToCount: Int(atMost)) ?? Data() }
    } catch {
      throw StreamError(error)
    }
  }
}

/// A file to be written. It is closed with this object.
public final class FileSink: ByteSink, @unchecked Sendable {
  private let lock = NSLock()
  private let file: FileHandle

  /// An open file, from where it stands.
  public init(_ file: FileHandle) {
    self.file = file
  }

  /// Takes the next bytes, all of them.
  public func write(bytes: Data) throws {
    do {
      try lock.withLock { try file.write(contentsOf: bytes) }
    } catch {
      throw StreamError(error)
    }
  }

  /// Writes a whole file, or none. It is written beside its name and takes it when `body` has returned and the bytes are on the
  /// disk; when it throws, what was there before is still there.
  ///
  ///     let report = try FileSink.replacing(url) { try journal.backup(sink: $0, passphrase: typed) }
  public static func replacing<T>(_ url: URL, _ body: (FileSink) throws -> T) throws -> T {
    let part = url.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString).part")
    guard FileManager.default.createFile(atPath: part.path, contents: nil) else { throw StreamError.Failed }
    do {
      let file = try FileHandle(forWritingTo: part)
      let given = try body(FileSink(file))
      try file.synchronize()
      try file.close()
      // Foundation's own ways of replacing a file leave a moment without one.
      guard rename(part.path, url.path) == 0 else { throw StreamError.Failed }
      return given
    } catch {
      try? FileManager.default.removeItem(at: part)
      throw error
    }
  }
}

extension StreamError {
  /// What the system said of a file, as the journal takes it.
  public init(_ error: any Error) {
    var next: NSError? = error as NSError
    while let told = next {
      let posix = told.domain == NSPOSIXErrorDomain && [ENOSPC, EDQUOT].contains(Int32(truncatingIfNeeded: told.code))
      let cocoa = told.domain == NSCocoaErrorDomain && told.code == CocoaError.fileWriteOutOfSpace.rawValue
      if posix || cocoa {
        self = .DiskFull
        return
      }
      next = (told.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
    }
    self = .Failed
  }
}
