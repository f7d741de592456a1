// A person at the doors of a journal: making it again, opening it, its keys, its copies.
import Foundation
import Vigie

@testable import VigieKit
@testable import VigieStories

extension Person {
  /// Types the key, or holds up the finger, and opens.
  func opens(by with: With, _ typed: String = "") async throws {
    let lock = try lock
    if lock.state.with != with { lock.choose(with) }
    if with == .device { try same("this phone can keep a key", lock.state.hasDevice, true) } else { lock.type(typed) }
    try await tries { lock.open() }
  }

  /// Makes a journal of the file that is picked.
  func restores(_ passphrase: String, _ newPassphrase: String) async throws {
    if case .restore = app.screen {} else { app.restore() }
    let restoring = try restoring
    try await tries { restoring.type { ($0.passphrase, $0.newPassphrase) = (passphrase, newPassphrase) } }
    try await tries { restoring.restore() }
  }

  /// Writes the new recovery code down, and gives it.
  func beginsAgain() async throws -> String {
    let restoring = try restoring
    guard let code = restoring.state.code else { throw Unexpected("no code is shown") }
    restoring.written()
    try await isHome()
    return code
  }

  /// Lets this phone open the journal.
  func enrols(_ passphrase: String) async throws {
    try await sets { $0.keys() }
    let keys = try keys
    keys.begin(.device)
    keys.change { ($0.by, $0.current) = (.passphrase, passphrase) }
    try same("this phone can keep a key", keys.state.hasDevice && keys.state.ready, true)
    try await tries { keys.keepDevice() }
  }

  /// Writes a backup where the phone says, and gives it.
  func backsUp(_ passphrase: String) async throws -> Data? {
    try await sets { $0.copies(.backup) }
    let copies = try copies
    copies.change { ($0.passphrase, $0.again) = (passphrase, passphrase) }
    phone.files = [:]
    try await tries { copies.backUp() }
    return phone.files.count == 1 ? phone.files.values.first : nil
  }

  /// Brings in the copy that is picked.
  func merges(_ passphrase: String) async throws {
    try await sets { $0.copies(.merge) }
    let copies = try copies
    copies.change { $0.passphrase = passphrase }
    try await tries { copies.merge() }
  }
}
