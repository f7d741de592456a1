// The mark of how far a journal had come, kept outside its folder: an older copy of the folder does not bring an older mark with it.
import Foundation
import Vigie

/// A place for small secrets that no backup of the phone takes along.
protocol Chest: Sendable {
  /// What lies under this name.
  func read(_ name: String) throws -> Data?
  /// Puts it there in place of what was; nil takes it out.
  func write(_ name: String, _ bytes: Data?) throws
}

/// The marks of one journal in a chest.
final class PhoneAnchor: JournalAnchor {
  private let chest: any Chest
  private let number: Int

  init(_ chest: any Chest, _ number: Int) { (self.chest, self.number) = (chest, number) }

  private func name(_ copy: String) -> String { "mark-\(number)-\(copy)" }

  func load(copy: String) throws -> Data? { try chest.read(name(copy)) }

  func keep(copy: String, mark: Data) throws { try chest.write(name(copy), mark) }
}
