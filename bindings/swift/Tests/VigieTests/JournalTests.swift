// The journal as an app uses it: made, opened, written, read, locked, let go of, from one thread and from many.
import Foundation
import Testing

@testable import Vigie
@testable import VigieStories
@testable import VigieTesting

@Suite("Journal") struct JournalTests {
  @Test("Made, written, let go of, opened again by each of its keys")
  func made() throws {
    let folder = try Folder()
    #expect(!isThere(dir: folder()))
    let vault = FakeKeyVault()
    let entry = DailyEntry(
      day: monday.day, answers: ["fatigue": .rated(rating: 4), "nausea": .skipped, "pain": .tooUnwell], state: 1, weight: 71.5,
      painkillers: [Painkiller(name: "Paracétamol", helped: true)], note: "Promenade au parc.")
    var code: String?
    do {
      let journal = try newJournal(in: folder)
      code = journal.takeRecoveryCode()
      #expect(journal.takeRecoveryCode() == nil, "it is told once")
      #expect(try journal.record(entry: entry).prompt == nil)
      _ = try journal.addKey(unlock: .passphrase(passphrase), key: .device(vault))
      #expect(Set(try journal.keys().map(\.kind)) == [.passphrase, .recoveryCode, .device])
    }
    #expect(isThere(dir: folder()))
    let typedBack = try #require(code).lowercased().replacingOccurrences(of: "-", with: " ")
    #expect(isSameRecoveryCode(code: code!, typed: typedBack))
    for unlock in [Unlock.passphrase(passphrase), .recoveryCode(typedBack), .device(vault)] {
      let journal = try Journal.open(dir: folder(), unlock: unlock, clock: FakeClock(monday))
      #expect(try journal.entries().map(\.entry) == [entry])
      #expect(try journal.today().entries.map(\.entry) == [entry])
    }
  }

  @Test("A key that is printed tells nothing of its secret")
  func printed() {
    let keys: [Any] = [
      Unlock.passphrase(passphrase), Unlock.recoveryCode(passphrase), NewKey.passphrase(passphrase), quickKey,
      NewKey.recoveryCode(passphrase), [Unlock.passphrase(passphrase)], (1, NewKey.passphrase(passphrase)),
    ]
    for key in keys {
      var dumped = ""
      dump(key, to: &dumped)
      let printed = "\(key)" + String(reflecting: key) + dumped
      #expect(!printed.contains("herons"))
    }
  }

  @Test("A fever is prompted, said in two languages, followed up and closed")
  func prompted() throws {
    let folder = try Folder()
    let clock = FakeClock(monday)
    let journal = try newJournal(in: folder, clock: clock)
    try journal.setProfile(
      profile: Profile(
        list: proposedList(treatment: .chemotherapy), treatments: [TreatmentLine(kind: .chemotherapy, cycleDays: 21)],
        contacts: [nurse]))
    let fever = DailyEntry(day: monday.day, temperature: try readTemperature(typed: "38,6"))
    let prompt = try #require(try journal.record(entry: fever).prompt)
    #expect(prompt.prompt.level == .today)
    #expect(prompt.call == .contact(contact: nurse))
    let said = try (fr: journal.say(id: prompt.id, lang: .fr), en: journal.say(id: prompt.id, lang: .en))
    #expect(said.fr.headline != said.en.headline)
    #expect(said.fr.reasons.contains { $0.contains("38,6") } && said.en.reasons.contains { $0.contains("38.6") })

    let waiting = try #require(try journal.resolve(id: prompt.id, kind: .noAnswer, contact: nurse.name))
    #expect(waiting.outcomes.map(\.kind) == [.noAnswer])
    #expect(waiting.due > clock.shown)
    clock.shown = waiting.due
    #expect(try journal.openPrompts().map(\.overdue) == [true])
    #expect(try journal.resolve(id: prompt.id, kind: .reached, contact: nurse.name, advice: "Venir ce soir.") == nil)
    #expect(try journal.openPrompts().isEmpty)
    let story = try #require(try journal.prompts().first)
    #expect(story.closed && story.outcomes.last?.advice == "Venir ce soir.")
  }

  @Test("An entry is corrected and taken back, and its history stays")
  func corrected() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let first = try journal.record(entry: DailyEntry(day: monday.day, answers: ["fatigue": .rated(rating: 2)]))
    _ = try journal.amend(id: first.id, entry: DailyEntry(day: monday.day, answers: ["fatigue": .rated(rating: 5)]))
    #expect(try journal.series(item: "fatigue", days: 2).map(\.cell) == [.noEntry, .rated(rating: 5)])
    try journal.withdraw(id: first.id)
    #expect(try journal.entries().isEmpty)
    #expect(
      try journal.historyOf(id: first.id).map { $0.entry?.answers["fatigue"] } == [.rated(rating: 2), .rated(rating: 5), nil])
  }

  @Test("A journal that nobody holds any more is closed, so it opens again at once")
  func freed() throws {
    let folder = try Folder()
    var journal: Journal? = try newJournal(in: folder)
    weak var held = journal
    guard case .InUse = failure({ try Journal.open(dir: folder(), unlock: .passphrase(passphrase)) }) else {
      Issue.record("it opened twice")
      return
    }
    #expect(held != nil)
    journal = nil
    #expect(held == nil)
    _ = try Journal.open(dir: folder(), unlock: .passphrase(passphrase))
  }

  @Test("After locking every call fails with Locked, and locking again does nothing")
  func locked() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let id = try journal.record(entry: DailyEntry(day: monday.day, tooUnwell: true)).id
    try journal.lock()
    try journal.lock()
    let entry = DailyEntry(day: monday.day, tooUnwell: true)
    let calls: [(String, () throws -> Any)] = [
      ("record", { try journal.record(entry: entry) }), ("amend", { try journal.amend(id: id, entry: entry) }),
      ("withdraw", { try journal.withdraw(id: id) }), ("entries", { try journal.entries() }),
      ("doubts", { try journal.doubts(entry: entry) }), ("historyOf", { try journal.historyOf(id: id) }),
      ("today", { try journal.today() }), ("series", { try journal.series(item: "fatigue", days: 3) }),
      ("profile", { try journal.profile() }),
      ("setProfile", { try journal.setProfile(profile: Profile(list: [], treatments: [], contacts: [])) }),
      ("openPrompts", { try journal.openPrompts() }), ("prompts", { try journal.prompts() }),
      ("resolve", { try journal.resolve(id: id, kind: .later) as Any }), ("feels", { try journal.feels(id: id, felt: .rather) }),
      ("noticeSilence", { try journal.noticeSilence() as Any }), ("whoAnswers", { try journal.whoAnswers(at: monday) }),
      ("say", { try journal.say(id: id, lang: .en) }), ("keys", { try journal.keys() }),
      ("addKey", { try journal.addKey(unlock: .passphrase(passphrase), key: quickKey) }),
      ("replaceKey", { try journal.replaceKey(unlock: .passphrase(passphrase), key: quickKey) }),
      ("removeKey", { try journal.removeKey(id: "00") }),
      ("backup", { try journal.backup(sink: DataSink(), passphrase: passphrase) }), ("verify", { try journal.verify() }),
      ("conflicts", { try journal.conflicts() }), ("attachments", { try journal.attachments() }),
      ("attach", { try journal.attach(day: monday.day, name: "a.txt", source: DataSource(Data("a".utf8))) }),
      ("importTable", { try journal.importTable(source: DataSource(Data("patient,date,item,value\n".utf8))) }),
      ("usualChoice", { try journal.usualChoice(lang: .fr) }),
    ]
    for (name, call) in calls {
      guard case .Locked = failure(call) else {
        Issue.record("\(name) did not say that it is locked")
        continue
      }
    }
    #expect(journal.now() == monday, "the time of day is no secret")
  }

  @Test("Locking waits for a call of another thread that has the journal's turn")
  func lockWaits() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let happened = Guarded<[String]>([])
    let (begun, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    // The person is being asked for their face meanwhile.
    let vault = AskingVault {
      begun.signal()
      mayGoOn.wait()
      happened.value.append("answered")
    }
    let threads = DispatchGroup()
    DispatchQueue.global().async(group: threads) {
      let added = Result { try journal.addKey(unlock: .passphrase(passphrase), key: .device(vault)) }
      if case .failure(let error) = added { Issue.record("\(error)") }
    }
    begun.wait()
    DispatchQueue.global().async(group: threads) {
      begun.signal()
      let locked = Result { try journal.lock() }
      if case .failure(let error) = locked { Issue.record("\(error)") }
      happened.value.append("locked")
    }
    begun.wait()
    // So that a lock that does not wait has come to its end.
    Thread.sleep(forTimeInterval: 0.1)
    mayGoOn.signal()
    threads.wait()
    #expect(happened.value == ["answered", "locked"])
    let again = try Journal.open(dir: folder(), unlock: .device(vault.inner), clock: FakeClock(monday))
    #expect(try again.keys().count == 3, "what had begun is done")
  }

  @Test("An entry made during a backup is kept, and locking then ends the backup whole or says so")
  func lockedDuringABackup() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let (begun, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let sink = SlowSink {
      begun.signal()
      mayGoOn.wait()
    }
    let told = Guarded(false)
    let backup = DispatchGroup()
    DispatchQueue.global().async(group: backup) {
      let report = Result { try journal.backup(sink: sink, passphrase: passphrase) }
      told.value = isLocked(report) || (try? report.get().records) != nil
    }
    begun.wait()
    _ = try journal.record(entry: DailyEntry(day: monday.day, note: "pendant la sauvegarde"))
    let lock = DispatchGroup()
    DispatchQueue.global().async(group: lock) { try? journal.lock() }
    mayGoOn.signal()
    backup.wait()
    lock.wait()
    #expect(told.value)
    guard case .Locked = failure({ try journal.today() }) else {
      Issue.record("it is not locked")
      return
    }
    let again = try Journal.open(dir: folder(), unlock: .passphrase(passphrase), clock: FakeClock(monday))
    #expect(try again.entries().map(\.entry.note) == ["pendant la sauvegarde"])
  }

  @Test("Many threads at once: every entry is kept once, and what is read is never torn")
  func manyThreads() throws {
    let folder = try Folder()
    let journal = try newJournal(in: folder)
    let threads = 6
    let each = 8
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for number in 0..<each {
        let day = monday.day.adding(days: -(thread * each + number))
        let recorded = Result {
          try journal.record(
            entry: DailyEntry(day: day, answers: ["fatigue": .rated(rating: number % 11)], note: "\(thread)/\(number)"))
        }
        if case .failure(let error) = recorded { Issue.record("\(error)") }
        if let seen = try? journal.entries() {
          #expect(seen.allSatisfy { $0.entry.answers.count == 1 && $0.entry.note != nil })
        }
      }
    }
    let kept = try journal.entries()
    #expect(kept.count == threads * each)
    #expect(Set(kept.compactMap(\.entry.note)).count == threads * each)
    #expect(try journal.verify().entries == UInt64(threads * each))
  }

  @Test("Calls leave the caller's actor, give back what they gave and throw what they threw")
  @MainActor func off() async throws {
    let folder = try Folder()
    let dir = folder()
    journalQueue.setSpecific(key: onTheQueue, value: true)
    let journal = try await Journal.off { () -> Journal in
      #expect(DispatchQueue.getSpecific(key: onTheQueue) == true, "neither the main actor nor Swift's own pool")
      return try Journal.create(dir: dir, key: quickKey, clock: FakeClock(monday))
    }
    let recorded = try await journal.off { try $0.record(entry: DailyEntry(day: monday.day, tooUnwell: true)) }
    let entries = try await journal.off { try $0.entries() }
    #expect(entries.map(\.id) == [recorded.id])
    try await journal.off { try $0.lock() }
    await #expect(throws: JournalError.self) { try await journal.off { try $0.today() } }
  }
}

/// It marks the queue of the calls. Foundation does not say so of its keys, but they are values.
nonisolated(unsafe) private let onTheQueue = DispatchSpecificKey<Bool>()

private func isLocked<T>(_ result: Result<T, any Error>) -> Bool {
  guard case .failure(let error as JournalError) = result, case .Locked = error else { return false }
  return true
}

/// A sink whose first write takes as long as the test wants.
private final class SlowSink: ByteSink {
  private let wait: @Sendable () -> Void
  private let first = Guarded(true)

  init(_ wait: @escaping @Sendable () -> Void) {
    self.wait = wait
  }

  func write(bytes: Data) throws {
    guard first.value else { return }
    first.value = false
    wait()
  }
}

/// A key store that asks the person first.
private final class AskingVault: KeyVault {
  let inner = FakeKeyVault()
  private let ask: @Sendable () -> Void

  init(_ ask: @escaping @Sendable () -> Void) {
    self.ask = ask
  }

  func wrapSecret(secret: Data) throws -> Data {
    ask()
    return try inner.wrapSecret(secret: secret)
  }

  func unwrapSecret(wrapped: Data) throws -> Data { try inner.unwrapSecret(wrapped: wrapped) }
}
