// A call to act: what was seen, whom to call, what to say, and what became of it.
import Vigie

/// What the screen of a call to act shows.
public struct PromptState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// What was seen, in a sentence; why; what to say.
  public var headline = "", reasons: [String] = [], whatToSay = ""
  /// It cannot wait.
  public var urgent = false
  /// Whom to call, the first first; in words when there is no number for them.
  public var numbers: [NumberToCall] = [], whom = ""
  /// What was done so far, and when it asks again.
  public var done: [String] = [], due: String?
  /// The numbers behind it, a small chart each.
  public var evidence: [Series] = []
  /// Somebody answered, and what they said is being noted.
  public var reached = false, who = "", advice = ""
}

/// A call to act.
@MainActor
public final class PromptModel: JournalModel<PromptState> {
  private let id: PromptId
  private let closed: () -> Void

  /// `closed` is called when it no longer waits.
  init(_ hand: Hand, _ journal: Journal, _ id: PromptId, closed: @escaping () -> Void) {
    (self.id, self.closed) = (id, closed)
    super.init(PromptState(), hand, journal)
    work { [self] in
      let open = try await ask { opened in try opened.journal.openPrompts().first { $0.id == id }.map { try opened.prompt($0) } }
      if let open { state = open } else { closed() }
    }
  }

  /// Shows the number to be called.
  public func call(_ number: NumberToCall) { hand.phone.dial(number.number) }

  /// Somebody answered: what they said can be noted. Or not yet, after all.
  public func reached(_ yes: Bool) { state.reached = yes }

  /// What is typed about who answered.
  public func type(_ to: (inout PromptState) -> Void) { to(&state) }

  /// What became of it. It stays when it goes on waiting, and then says whom to call next.
  public func resolve(_ kind: OutcomeKind) {
    let (now, id) = (state, id)
    work { [self] in
      let open = try await ask { opened in
        let named = ![.later, .preferNot].contains(kind) && !now.who.trimmed.isEmpty
        let advised = kind == .reached && !now.advice.trimmed.isEmpty
        return try opened.journal.resolve(id: id, kind: kind, contact: named ? now.who : nil, advice: advised ? now.advice : nil)
          .map { try opened.prompt($0) }
      }
      if let open, kind != .later { state = open } else { closed() }
    }
  }
}

extension Opened {
  fileprivate func prompt(_ open: OpenPrompt) throws -> PromptState {
    let said = try journal.say(id: open.id, lang: texts.lang)
    var state = PromptState()
    (state.loaded, state.headline, state.reasons, state.whatToSay) = (true, said.headline, said.reasons, said.whatToSay)
    (state.urgent, state.numbers, state.whom) = (
      open.urgent, try journal.numbersToCall(id: open.id, lang: texts.lang), try words.call(call: open.call)
    )
    state.done = try open.outcomes.map { try words.outcome(outcome: $0) }
    if !open.outcomes.isEmpty { state.due = texts.say(MainPhrase.promptDue, ["moment": try words.moment(moment: open.due)]) }
    var items: [Item] = []
    for item in open.prompt.findings.flatMap(\.items) where !items.contains(item) { items.append(item) }
    state.evidence = try items.compactMap { try series($0) }
    // Whose number is shown: whoever does not answer it is noted as called.
    state.who =
      switch open.call {
      case .contact(let contact), .outOfHours(let contact): contact.name
      case .emergency, .team: ""
      }
    return state
  }
}
