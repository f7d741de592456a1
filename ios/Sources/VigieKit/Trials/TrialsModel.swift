// Trials: what to know first, what a registry's file holds for a profile, and a page to bring. It advises nothing.
import Foundation
import Vigie

/// A trial that is looked at.
public struct SeenTrial: Sendable, Equatable {
  /// What is known of it.
  public let trial: TrialMatch
  /// Of which day its record is.
  public let updated: String?
}

/// What the screen shows.
public struct TrialsState: Sendable, Equatable {
  /// What to know before a trial is talked over.
  public var passages: [Passage] = []
  /// What was found, once a file was read, and the sentence that says how much.
  public var found: [TrialMatch]?, foundSaid = ""
  /// The person's words for their disease that are in no table.
  public var notUnderstood: [String] = []
  /// How many of them are shown.
  public var shown = Self.first
  /// The one that is looked at.
  public var seen: SeenTrial?
  /// What was just done.
  public var done: TrialsText?

  /// How many are shown at first, and how many more each time.
  static let first = 10
}

/// The profile is kept in the journal. The files of registries stay where they are.
@MainActor
public final class TrialsModel: JournalModel<TrialsState> {
  /// No more is read of a file that is said to be a profile.
  nonisolated private static let longestProfile = 1 << 20

  private var shortlist: TrialShortlist?

  init(_ hand: Hand, _ journal: Journal) {
    super.init(TrialsState(), hand, journal)
    work { [self] in state.passages = try await ask { trialExplanations(lang: $0.texts.lang) } }
  }

  /// One step back. False at the beginning.
  public func back() -> Bool {
    problem = nil
    if state.seen != nil {
      state.seen = nil
    } else if state.found != nil {
      (state.found, state.done) = (nil, nil)
    } else {
      return false
    }
    return true
  }

  /// Asks for the file of a profile and keeps what it says.
  public func chooseProfile() {
    state.done = nil
    work { [self] in
      guard let json = try await hand.phone.readFile({ try Self.text($0) }) else { return }
      try await ask { try $0.journal.keepTrialProfile(json: json) }
      state.done = .trialsProfileKept
    }
  }

  nonisolated private static func text(_ source: any ByteSource) throws -> String {
    var read = Data()
    while read.count < longestProfile {
      let part = try source.read(atMost: UInt32(longestProfile))
      if part.isEmpty { break }
      read += part
    }
    return String(decoding: read, as: UTF8.self)
  }

  /// Forgets the profile.
  public func forgetProfile() {
    work { [self] in
      try await ask { try $0.journal.keepTrialProfile(json: nil) }
      state.done = .trialsProfileForgotten
    }
  }

  /// Asks for a registry's file and looks in it by the profile.
  public func search() {
    state.done = nil
    let journal = journal
    work(failed: noProfile) { [self] in
      let read: TrialShortlist? = try await hand.phone.readFile { try TrialShortlist.readFor(journal: journal, registries: [$0]) }
      guard let list = read else { return }
      shortlist = list
      let (found, said, notUnderstood) = try await ask { opened in
        let found = list.matches(lang: opened.texts.lang)
        let counts = ["found": Int64(found.count), "records": Int64(list.recordsRead())]
        return (found, opened.texts.say(TrialsPhrase.trialsFound, counts: counts), list.notUnderstood())
      }
      (state.found, state.foundSaid, state.notUnderstood) = (found, said, notUnderstood)
      (state.shown, state.done) = (TrialsState.first, nil)
    }
  }

  private func noProfile(_ failure: JournalError) {
    if case .NoSuch = failure { state.done = .trialsProfileNone } else { tell(failure) }
  }

  /// More of them.
  public func more() { state.shown += TrialsState.first }

  /// All that is known of one.
  public func see(_ trial: TrialMatch) {
    work { [self] in
      let updated = try await ask { opened in
        try trial.updated.map { updated in
          // Some records tell a month only, which stays as the registry writes it.
          let day = try CalendarDay(updated).map { try opened.words.day(day: $0) } ?? updated
          return opened.texts.say(TrialsPhrase.trialsUpdated, ["day": day])
        }
      }
      state.seen = SeenTrial(trial: trial, updated: updated)
    }
  }

  /// Writes the page to bring where the person says.
  public func makePage() {
    state.done = nil
    guard let list = shortlist else { return }
    work { [self] in
      let (page, name) = try await ask { opened in
        (try list.page(lang: opened.texts.lang, madeAt: opened.journal.now()), "vigie-trials-\(try opened.journal.today().day).pdf")
      }
      if try await hand.phone.writeFile(name, kind: "application/pdf", { try $0.write(bytes: page) }) {
        state.done = .trialsPageDone
      }
    }
  }
}
