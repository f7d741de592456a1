// Where one journal lies on this phone. A relative's can lie beside one's own: each has its folder, its key and its reminders.
import Foundation
import Vigie

/// Numbers count from 1.
public struct Home: Sendable, Equatable {
  let phone: any Phone
  /// Which of them.
  public let number: Int

  /// The folder of the journal. It need not exist.
  public var folder: URL { phone.root.appendingPathComponent(number == 1 ? "journal" : "journal-\(number)") }
  /// The mark of how far it had come.
  public var anchor: any JournalAnchor { phone.anchor(number) }
  /// The key of this phone for it.
  public var vault: (any KeyVault)? { phone.vault(number) }
  /// Where its copies of each day lie.
  public var copies: URL? { phone.copies?.appendingPathComponent("\(number)") }
  /// What the person chose for it.
  public var settings: any Settings { Own(all: phone.settings, mine: "\(number).") }

  /// What it is called on this phone. Nil is no name of its own.
  public var name: String? {
    get { settings["name"] }
    nonmutating set { settings["name"] = newValue }
  }

  /// From now on the phone says this of it.
  public func plan(_ plan: Plan) { phone.plan(number, plan) }

  /// Whether there is a journal, whatever state it is in.
  public var isMade: Bool { isThere(dir: folder.path) }

  /// Nothing of it stays on this phone.
  public func erase() {
    for place in [folder, copies].compactMap(\.self) { try? FileManager.default.removeItem(at: place) }
    phone.forget(number)
    forgetSettings()
  }

  /// Nothing was made here, or nothing is left of it: not a copy either.
  var isFree: Bool { !FileManager.default.fileExists(atPath: folder.path) && dailyCopies.isEmpty }

  /// What was chosen for it is forgotten.
  public func forgetSettings() {
    for name in settings.names { settings[name] = nil }
  }

  public static func == (one: Self, other: Self) -> Bool { one.number == other.number }
}

/// Settings under a name of their own.
private struct Own: Settings {
  let all: any Settings
  let mine: String

  subscript(name: String) -> String? {
    get { all[mine + name] }
    nonmutating set { all[mine + name] = newValue }
  }

  var names: Set<String> {
    Set(all.names.filter { $0.hasPrefix(mine) }.map { String($0.dropFirst(mine.count)) })
  }
}

/// The journals on this phone, in the order in which they came. There is always one, which need not be made yet.
@MainActor
public final class Homes {
  private let phone: any Phone

  init(_ phone: any Phone) {
    self.phone = phone
  }

  /// All of them.
  public var all: [Home] {
    let numbers = (phone.settings["journals"] ?? "").split(separator: ",").compactMap { Int($0) }
    return (numbers.isEmpty ? [1] : numbers).map { Home(phone: phone, number: $0) }
  }

  /// The one that is shown, the next time too.
  public var shown: Home {
    get { all.first { "\($0.number)" == phone.settings["journal-shown"] } ?? all[0] }
    set { phone.settings["journal-shown"] = "\(newValue.number)" }
  }

  private func keep(_ homes: [Home]) {
    phone.settings["journals"] = homes.map { "\($0.number)" }.joined(separator: ",")
  }

  /// A place for one more, which is not among them yet.
  public var free: Home {
    let taken = Set(all.map(\.number))
    return Home(phone: phone, number: (1...).first { !taken.contains($0) } ?? 1)
  }

  /// One more.
  public func add(_ home: Home) {
    if !all.contains(home) { keep(all + [home]) }
  }

  /// It is no more; the last place stays.
  public func remove(_ home: Home) {
    if all.count > 1 { keep(all.filter { $0 != home }) }
    if !all.contains(shown) { shown = all[0] }
  }
}
