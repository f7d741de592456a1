// The steps of a story at the doors of a journal: making it, opening it, its keys, its copies, and who it is about.
import Foundation
import Vigie

@testable import VigieKit
@testable import VigieStories

extension Fields {
  /// The step is one that does not succeed.
  var fails: Bool { self.get("fails") != nil }
}

extension LivedStory {
  func create(_ step: Fields) async throws {
    let (phone, passphrase) = (try await takes(step), try step.text("passphrase"))
    if try step.maybeText("fails") == "AlreadyThere" {
      _ = try person.lock
      return try refusedByTheJournal(step, .overAnother) {
        try Journal.create(
          dir: phone.folder.path, key: .passphrase(passphrase: passphrase, cost: .weakForTests), anchor: phone.home.anchor,
          clock: phone.clock)
      }
    }
    try await person.chooses(passphrase)
    if step.fails {
      try isSaid(step)
      return try same("what is typed", person.first.state.passphrase, passphrase)
    }
    if let failure = try person.first.failure { throw Untrue("it failed: \(failure)") }
    code = try await person.beginsLater()
    more = try journal.verify().records
  }

  func open(_ step: Fields) async throws {
    let phone = try await takes(step)
    if person.app.journal != nil { try await person.leaves() }
    if case .restore = person.app.screen { try await person.goesBack() }
    if try step.maybeText("fails") == "NotFound" {
      _ = try step.text("passphrase")
      try same("the first run begins", person.first.state.step, .about)
      return try same("there is a journal", isThere(dir: phone.folder.path), false)
    }
    let before = files(phone.folder)
    try await opens(phone, step)
    if step.fails {
      try isSaid(step)
      return try same("the files of \(phone.folder.path)", files(phone.folder), before)
    }
    if let failure = person.behind.first?.failure { throw Untrue("it failed: \(failure)") }
    try await person.isHome()
  }

  private func opens(_ phone: TestPhone, _ step: Fields) async throws {
    let lock = try person.lock
    if try step.flag("accept_older") {
      // The passphrase was typed before, and is not asked for again.
      try same("what is typed", lock.state.typed, step.text("passphrase"))
      try same("it is asked whether the older copy is meant", lock.state.older, true)
      return try await person.tries { lock.open(acceptOlder: true) }
    }
    if let device = try step.maybeText("device") {
      phone.keys = stores[device]
      return try await person.opens(by: .device)
    }
    let (passphrase, byCode) = (try step.maybeText("passphrase"), try step.flag("recovery_code"))
    guard let typed = passphrase ?? (byCode ? code : nil) else { throw Untrue("no key in it") }
    try await person.opens(by: byCode ? .recoveryCode : .passphrase, typed)
    // One letter may be wrong.
    if step.fails { try same("what is typed", lock.state.typed, typed) }
  }

  func restore(_ step: Fields) async throws {
    let phone = try await takes(step)
    phone.picked = try known(backups, step.text("from"))
    let (key, new) = (try backupKey(step), try step.text("new_passphrase"))
    try await person.restores(key, new)
    if step.fails {
      try isSaid(step)
      let typed = try person.restoring.state
      return try same("what is typed", [typed.passphrase, typed.newPassphrase], [key, new])
    }
    code = try await person.beginsAgain()
  }

  /// The passphrase of a backup, or the recovery code used as one.
  private func backupKey(_ step: Fields) throws -> String {
    if let passphrase = try step.maybeText("passphrase") { return passphrase }
    if try step.flag("recovery_code") { return code }
    throw Untrue("no key of a backup")
  }

  func backup(_ step: Fields) async throws {
    let (key, fault, to) = (try backupKey(step), try streamFault(step), try step.text("to"))
    person.phone.sink = { sink in fault.map(BrokenSink.init) ?? sink }
    let bytes = try await person.backsUp(key)
    person.phone.sink = { $0 }
    let copies = try person.copies
    if step.fails {
      try isSaid(step)
      return try same("what is typed", copies.state.passphrase, key)
    }
    let records = try journal.verify().records
    try ifTold("records", Int(records - more), try step.maybeCount("records"))
    try same("what is said", copies.state.done, says(SettingsPhrase.settingsBackupDone, "records", Int(records)))
    guard let bytes else { throw Untrue("no backup") }
    backups[to] = bytes
  }

  /// A sentence of the screens with its number.
  private func says(_ phrase: any Filled, _ name: String, _ count: Int) -> String {
    person.texts.say(phrase, counts: [name: Int64(count)])
  }

  func merge(_ step: Fields) async throws {
    let (records, entries, key) = (try journal.verify().records, try journal.entries().count, try backupKey(step))
    person.phone.picked = try known(backups, step.text("from"))
    try await person.merges(key)
    let copies = try person.copies
    if step.fails {
      try isSaid(step)
      return try same("what is typed", copies.state.passphrase, key)
    }
    let now = try journal.entries().count
    try ifTold("records", Int(try journal.verify().records - records), try step.maybeCount("records"))
    try ifTold("entries", [entries, now], try step.get("entries")?.asList { try $0.asCount() })
    try same("what is said", copies.state.done, says(SettingsPhrase.settingsMergeDone, "added", now - entries))
    try ifTold("conflicts", copies.state.conflicts.count, try step.maybeCount("conflicts"))
  }

  func addKey(_ step: Fields) async throws {
    let (device, passphrase) = try Fields.all(step.value("new")) { (try $0.maybeText("device"), try $0.maybeText("passphrase")) }
    if let device { person.phone.keys = stores[device] }
    let current = try step.maybeText("passphrase")
    // A second key of a kind is only tried in the app, where it would come in place of the first.
    if try !step.fails && (device == nil || kinds().contains("device")) {
      let unlock: Unlock = try current.map { .passphrase($0) } ?? .device(stores[step.text("device")])
      let key: NewKey =
        if let device { .device(stores[device]) } else { .passphrase(passphrase: passphrase ?? "", cost: .weakForTests) }
      _ = try await throughTheJournal(.secondKey) { try $0.addKey(unlock: unlock, key: key) }
      return
    }
    guard let current else { throw Untrue("no passphrase is told") }
    try await person.enrols(current)
    let keys = try person.keys
    if step.fails {
      try isSaid(step)
      try same("what is typed", keys.state.current, current)
    } else {
      try same("what is said", keys.state.done, .settingsKeyDeviceDone)
    }
  }

  private func kinds() throws -> [String] { try journal.keys().map { kebab($0.kind) } }

  func keys(_ step: Fields) async throws {
    let told = try step.value("kinds").asTexts()
    try same("kinds", kinds(), told)
    try await person.sets { $0.keys() }
    try same("the kinds that are shown", person.keys.state.keys.map { kebab($0.kind) }, told)
  }

  func profile(_ step: Fields) async throws {
    let before = try journal.verify().records
    try await person.describes(Profile(step))
    more += try journal.verify().records - before - 1
  }
}
