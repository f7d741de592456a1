// The listing of docs/guides/ios.md, lived through. `Diary.swift` beside this file is taken out of the guide when the tests run.
import Foundation
import Testing
import Vigie
import VigieTesting

@Suite("The guide") @MainActor struct GuideTests {
  private let vault = FakeKeyVault()
  private let clock = FakeClock(LocalMoment("2026-11-23T10:00:00.000+01:00")!)
  private let nurse = CareContact(role: .nurse, name: "Coordination", phone: "0102030405")
  private let passphrase = "twelve quiet herons"

  private func withDiary(_ body: (Diary, URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let diary = Diary(
      folder: folder.appendingPathComponent("journal"), vault: vault, anchor: FakeAnchor(), clock: clock, lang: .fr)
    try await body(diary, folder)
  }

  @Test("Its listing runs: a first run, a fever, a call, a backup, a lock")
  func lives() async throws {
    try await withDiary { diary, folder in
      #expect(diary.isNew)
      let code = try #require(await diary.create(passphrase: passphrase, treatment: .chemotherapy, nurse: nurse))
      #expect(isSameRecoveryCode(code: code, typed: code.lowercased()))
      await diary.trustThisDevice(passphrase: passphrase)
      #expect(!diary.isNew && diary.today?.entries.isEmpty == true)

      let fever = DailyEntry(day: clock.shown.day, answers: ["fatigue": .rated(rating: 4)], temperature: 38.6)
      let said = try #require(await diary.record(fever))
      #expect(said.reasons.contains { $0.contains("38,6") })
      let prompt = try #require(diary.today?.open.first)
      await diary.called(about: prompt, .noAnswer, contact: nurse.name)
      #expect(diary.today?.open.first?.outcomes.map(\.kind) == [.noAnswer])
      await diary.called(about: prompt, .reached, contact: nurse.name)
      #expect(diary.today?.open.isEmpty == true)

      let file = folder.appendingPathComponent("backup.age")
      await diary.backUp(to: file, passphrase: passphrase)
      #expect(try checkBackup(source: FileSource(file), passphrase: passphrase).records > 0)

      await diary.lock()
      #expect(diary.today == nil && diary.trouble == nil)
      #expect(await diary.record(fever) == nil && diary.trouble == nil)
      await diary.open()
      #expect(diary.today?.entries.map(\.entry) == [fever])
    }
  }

  @Test("The recovery code is given when the device refuses its key")
  func refused() async throws {
    try await withDiary { diary, _ in
      vault.failure = .Cancelled
      #expect(await diary.create(passphrase: passphrase, treatment: .chemotherapy, nurse: nurse) != nil)
      await diary.trustThisDevice(passphrase: passphrase)
      #expect(diary.trouble != nil && diary.today != nil)
    }
  }

  @Test("Its listing tells what went wrong in the person's language")
  func tells() async throws {
    try await withDiary { diary, _ in
      await diary.open()
      let nothing = try #require(diary.trouble)
      _ = await diary.create(passphrase: passphrase, treatment: .chemotherapy, nurse: nurse)
      await diary.trustThisDevice(passphrase: passphrase)
      #expect(diary.trouble == nil)
      await diary.lock()
      await diary.open(.passphrase("another passphrase"))
      let wrong = try #require(diary.trouble)
      vault.forget()
      await diary.open()
      let device = try #require(diary.trouble)
      #expect(Set([nothing, wrong, device]).count == 3 && diary.today == nil)
      await diary.open(.passphrase(passphrase))
      #expect(diary.trouble == nil && diary.today != nil)
    }
  }
}
