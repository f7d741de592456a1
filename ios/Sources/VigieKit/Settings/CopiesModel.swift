// Copies of the journal: a backup, a relative's copy, a table of everything.
import Foundation
import Vigie

/// What one came for.
public enum CopiesStep: Sendable { case backup, merge, export }

/// One of two ways in which something was noted.
public struct ConflictVersion: Sendable {
  /// When, and what it says.
  public let title: String, lines: [String]
  /// Keeps it; it asks the core.
  let keep: @Sendable (Journal) throws -> Void
}

/// Something that was noted in two ways.
public struct Conflict: Sendable {
  /// What.
  public let title: String
  /// How.
  public let versions: [ConflictVersion]
}

/// What the screen shows.
public struct CopiesState: Sendable {
  /// What one came for.
  public let step: CopiesStep
  /// What is typed, a new one twice.
  public var passphrase = "", again = "", passphrasesDiffer = false
  /// What was noted in two ways.
  public var conflicts: [Conflict] = []
  /// Whether this phone has a place for a copy of each day; then where they lie, once they are made.
  public var canDaily = false, daily: String?
  /// What was done, in a sentence.
  public var done: String?
}

/// Backups and tables go where the person says, by the phone's own chooser.
@MainActor
public final class CopiesModel: JournalModel<CopiesState> {
  init(_ hand: Hand, _ journal: Journal, _ step: CopiesStep) {
    super.init(CopiesState(step: step), hand, journal)
    switch step {
    case .backup: work { [self] in try await seeDaily() }
    case .merge: work { [self] in try await look(nil) }
    case .export: break
    }
  }

  /// Changes what is typed.
  public func change(_ to: (inout CopiesState) -> Void) {
    to(&state)
    state.passphrasesDiffer = false
  }

  /// Everything typed is forgotten, and this is said.
  private func seeDaily(_ done: String? = nil) async throws {
    state = CopiesState(step: state.step, done: done)
    (state.canDaily, state.daily) = try await ask { opened in
      guard let folder = opened.home.copies else { return (false, nil) }
      if opened.home.settings[Kept.copied] == nil { return (true, nil) }
      return (true, opened.texts.say(SettingsPhrase.settingsBackupDailyIn, ["folder": folder.lastPathComponent]))
    }
  }

  private var typedTwice: Bool {
    (problem, state.passphrasesDiffer) = (nil, state.passphrase != state.again)
    return !state.passphrasesDiffer
  }

  /// From now on makes a copy each day, the first at once.
  public func daily() {
    guard typedTwice, let folder = hand.home.copies else { return }
    let passphrase = state.passphrase
    work { [self] in
      let done = try await ask { opened in
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What fails here is told, and nothing is promised.
        _ = try opened.journal.backupDaily(folder: folder.path, keep: Home.keptCopies, passphrase: passphrase)
        try opened.journal.keepBackupPassphrase(passphrase: passphrase)
        opened.home.settings[Kept.copied] = opened.journal.now().day.description
        return opened.texts.say(SettingsPhrase.settingsBackupDailyDone, counts: ["days": Int64(Home.keptCopies)])
      }
      try await seeDaily(done)
    }
  }

  /// No more of them. Those that there are stay.
  public func noMoreDaily() {
    work { [self] in
      try await ask { opened in
        opened.home.settings[Kept.copied] = nil
        try opened.journal.keepBackupPassphrase(passphrase: nil)
      }
      try await seeDaily(texts[SettingsText.settingsBackupDailyEnded])
    }
  }

  /// Writes a backup where the person says.
  public func backUp() {
    guard typedTwice else { return }
    let (journal, passphrase, records) = (journal, state.passphrase, Box<UInt64>())
    work { [self] in
      let name = try await ask { "vigie-\(try $0.journal.today().day).age" }
      let written = try await hand.phone.writeFile(name, kind: "application/octet-stream") {
        records.value = try journal.backup(sink: $0, passphrase: passphrase).records
      }
      guard written, let count = records.value else { return }
      try await seeDaily(
        ask { $0.texts.say(SettingsPhrase.settingsBackupDone, counts: ["records": Int64(count)]) })
    }
  }

  /// Writes everything as a table where the person says.
  public func export() {
    let journal = journal
    work { [self] in
      let (name, choice) = try await ask { opened in
        ("vigie-\(try opened.journal.today().day).csv", try opened.journal.wholeChoice(lang: opened.texts.lang))
      }
      let written = try await hand.phone.writeFile(name, kind: "text/csv") {
        try journal.export(choice: choice, format: .csv, sink: $0)
      }
      if written { state.done = try await ask { $0.texts.say(SettingsPhrase.settingsExportDone, ["name": name]) } }
    }
  }

  /// Takes in what a backup of another copy has more.
  public func merge() {
    let (journal, passphrase) = (journal, state.passphrase)
    work { [self] in
      let read = try await hand.phone.readFile { try journal.merge(source: $0, passphrase: passphrase) }
      guard let report = read else { return }
      state.passphrase = ""
      let added = max(0, Int64(report.entriesAfter) - Int64(report.entriesBefore))
      try await look(ask { $0.texts.say(SettingsPhrase.settingsMergeDone, counts: ["added": added]) })
    }
  }

  private func look(_ done: String?) async throws {
    state.conflicts = try await ask { try $0.conflicts() }
    state.done = done
  }

  /// Keeps this one of two ways.
  public func keep(_ version: ConflictVersion) {
    work { [self] in
      try await ask { try version.keep($0.journal) }
      try await look(texts[SettingsText.settingsConflictKept])
    }
  }
}

extension Opened {
  fileprivate func conflicts() throws -> [Conflict] {
    try journal.conflicts().map { try told($0) } + journal.careConflicts().map { try told($0) }
  }

  private var withdrawn: String { texts[SettingsText.settingsConflictWithdrawn] }

  private func told(_ conflict: EntryConflict) throws -> Conflict {
    let day = conflict.versions.compactMap(\.entry).first?.day
    let versions = try conflict.versions.map { version in
      let lines = try version.entry.map { try [$0.caregiver].compactMap(\.self) + said($0) } ?? [withdrawn]
      return ConflictVersion(title: try words.moment(moment: version.at), lines: lines) { journal in
        if let entry = version.entry {
          _ = try journal.amend(id: conflict.id, entry: entry)
        } else {
          try journal.withdraw(id: conflict.id)
        }
      }
    }
    return Conflict(title: try day.map { try words.weekdayDay(day: $0) } ?? "", versions: versions)
  }

  private func told(_ conflict: CareConflict) throws -> Conflict {
    let versions = try conflict.versions.map { version in
      let by = try words.notedBy(author: version.author)
      let lines = try version.event.map { try words.event(event: $0) } ?? [withdrawn]
      let caregiver: String? = if case .caregiver(let name) = version.author { name } else { nil }
      return ConflictVersion(title: try words.moment(moment: version.at), lines: [by].compactMap(\.self) + lines) { journal in
        if let event = version.event {
          try journal.amendCare(id: conflict.id, event: event, caregiver: caregiver)
        } else {
          try journal.withdrawCare(id: conflict.id)
        }
      }
    }
    let event = conflict.versions.compactMap(\.event).first
    return Conflict(title: try event.flatMap { try words.event(event: $0).first } ?? "", versions: versions)
  }

  private func line(_ name: String, _ value: String) -> String {
    texts.say(SettingsPhrase.settingsLine, ["name": name, "value": value])
  }

  /// What an entry says, a line each.
  private func said(_ entry: DailyEntry) throws -> [String] {
    let answers = try entry.answers.sorted { $0.key < $1.key }.map {
      line(try words.item(item: $0.key), try words.answer(answer: $0.value))
    }
    let measures = [
      try entry.state.map { try words.performance(state: $0) }, entry.temperature.map { texts.measured($0) + " °C" },
      entry.weight.map { texts.measured($0) + " kg" },
    ]
    let ticks = alarms().filter(entry.ticks.contains).map { words.alarm(one: $0) }
    let rest = [
      entry.administration?.name, entry.treatmentChange?.name, entry.note.map { words.quoted(text: $0) },
      entry.question.map { words.quoted(text: $0) },
    ]
    return answers + measures.compactMap(\.self) + ticks + (try pains(entry)) + rest.compactMap(\.self)
  }

  /// What was said of the pains beside their ratings, and what was taken.
  private func pains(_ entry: DailyEntry) throws -> [String] {
    func line(_ name: String, _ said: [String?]) -> String {
      let said = said.compactMap(\.self)
      return said.isEmpty ? name : self.line(name, words.list(parts: said))
    }
    let pains = try entry.pains.sorted { $0.key < $1.key }.map { site, detail in
      let wakes = detail.wakesAtNight ? texts[BodyText.bodyWakes] : nil
      return line(try words.site(site: site), [detail.quality.map { words.quality(one: $0) }, wakes])
    }
    let painkillers = entry.painkillers.map { taken in
      line(taken.name, [taken.helped.map { texts[$0 ? BodyText.bodyHelped : BodyText.bodyNotHelped] }])
    }
    return pains + painkillers
  }
}
