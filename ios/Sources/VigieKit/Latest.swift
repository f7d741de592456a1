// What is not finished is kept at each touch: the newest of it, in turn, and nothing after it was finished.
import Dispatch
import Foundation

/// Writes values away from the main actor. Of those that come faster than they are written only the newest is.
final class Latest<Value: Equatable & Sendable>: @unchecked Sendable {
  private let queue = DispatchQueue(label: "org.vigie.latest", qos: .userInitiated)
  private let lock = NSLock()
  private let write: @Sendable (Value) throws -> Void
  private var next: Value?
  /// What was written last, and whether it is finished; read and changed on the queue.
  private var (kept, ended): (Value?, Bool)

  /// `kept` is there already. `write` may fail: what cannot be kept is no reason to stop someone from typing, and finishing tells.
  init(_ kept: Value?, _ write: @escaping @Sendable (Value) throws -> Void) {
    (self.kept, ended, self.write) = (kept, false, write)
  }

  /// Keeps this, soon.
  func keep(_ value: Value) {
    lock.withLock { next = value }
    queue.async { self.writeNext() }
  }

  /// What is still on its way is kept when this returns: before the journal is locked.
  func flush() { queue.sync { writeNext() } }

  /// This is what is there, as somebody else found it.
  func found(_ value: Value) { queue.sync { kept = value } }

  /// Finishes it, told what was kept. When that does not fail, nothing is kept after it.
  func end<T>(_ finish: (Value?) throws -> T) rethrows -> T {
    try queue.sync {
      let finished = try finish(kept)
      ended = true
      return finished
    }
  }

  private func writeNext() {
    let value = lock.withLock {
      defer { next = nil }
      return next
    }
    guard let value, !ended, value != kept else { return }
    if (try? write(value)) != nil { kept = value }
  }
}
