// A screen with forms on it: it looks again after each of them.
import Observation
import Vigie

/// What is told on the screen is told in a form, one at a time.
@MainActor @Observable
public class FormsModel<State: Sendable>: JournalModel<State> {
  /// What is being told or corrected.
  public internal(set) var form: FormModel?

  override init(_ first: State, _ hand: Hand, _ journal: Journal) {
    super.init(first, hand, journal)
    work { [self] in try await look(nil) }
  }

  /// Reads what the screen shows, and says what was just done.
  func look(_ done: FormText?) async throws {}

  /// What was just done was said.
  func forgetDone() {}

  /// Once something is kept or taken back.
  func told(_ done: FormText) {
    work { [self] in
      try await look(done)
      form = nil
    }
  }

  /// Leaves the form that is open. False when there is none.
  func leaveForm() -> Bool {
    defer { form = nil }
    return form != nil
  }

  /// Opens a form about something around the symptoms: new, or the one of this id. What it asks is put into words by the core.
  func open(
    _ id: CareId?, _ made: @escaping @Sendable (Opened) throws -> FormState, read: @escaping @Sendable (Reader) throws -> CareEvent
  ) {
    work { [self] in
      let state = try await ask(made)
      form = careForm(id, state, done: { [weak self] in self?.told($0) }, read: read)
      forgetDone()
    }
  }
}
