// A form that is being filled in.
import Vigie

/// Something that is told, or corrected. What is typed is kept aside at each touch, so that a telephone call, a lock or a crash takes
/// nothing away: whoever comes back to the same form finds it.
@MainActor
public final class FormModel: JournalModel<FormState> {
  private let first: FormState
  private let aside: Latest<[String: String]>
  private let save: (FormState) async throws -> Bool
  private let takeBack: (@Sendable () throws -> Void)?
  private let done: (FormText) -> Void

  /// `which` tells a correction from another one under the same title. `read` makes of the form what is kept, and `save` keeps it;
  /// false when nothing came of it after all, and the form stays. `remove` takes it back. `done` is called once it is kept or taken
  /// back, with what to say.
  init<Value: Sendable>(
    _ hand: Hand, _ journal: Journal, _ form: FormState, which: String, read: @escaping @Sendable (Reader) throws -> Value,
    save: @escaping @MainActor (Value) async throws -> Bool, remove: (@Sendable () throws -> Void)?,
    done: @escaping (FormText) -> Void
  ) {
    (first, takeBack, self.done) = (form, remove, done)
    let (key, first) = ("\(form.title.id) \(which)", form.values)
    aside = Latest(first) { values in
      try journal.keepForm(form: values == first ? nil : UnfinishedForm(form: key, values: values))
    }
    let texts = hand.texts
    self.save = { state in try await save(hand.off { try read(Reader(state, texts)) }) }
    var state = form
    state.removable = remove != nil
    super.init(state, hand, journal)
    let aside = aside
    Task {
      // What was typed into this form before an interruption.
      let kept = try? await hand.off { try journal.form() }
      guard let kept = kept ?? nil, kept.form == key, self.state.values == first else { return }
      let begun = first.merging(kept.values.filter { first[$0.key] != nil }) { _, typed in typed }
      aside.found(begun)
      (self.state.values, self.state.begunBefore) = (begun, true)
    }
  }

  /// What is typed or chosen.
  public func type(_ name: any Plain, _ value: String) {
    state.values[name.id] = value
    if state.wrong?.name == name.id { state.wrong = nil }
    aside.keep(state.values)
  }

  /// As it was before anything was typed.
  public func beginAnew() {
    (state.values, state.begunBefore, state.wrong) = (first.values, false, nil)
    aside.keep(state.values)
  }

  /// Keeps it, or says at its place what cannot be taken.
  public func keep() {
    let form = state
    state.wrong = nil
    work(failed: { self.refused(form, $0) }) { [self] in
      do {
        if try await save(form) {
          try await forget()
          done(.formKept)
        }
      } catch let wrong as Wrong {
        state.wrong = wrong
      }
    }
  }

  /// What the core refused as a whole is told where it was typed; of several days the last is the one that cannot be.
  private func refused(_ form: FormState, _ failure: JournalError) {
    guard case .Invalid(let field, _) = failure,
      let ask = form.shown.last(where: { $0.field == field && !form[$0.name].trimmed.isEmpty })
    else { return tell(failure) }
    state.wrong = Wrong(name: ask.name.id, sentence: failure.sentence(texts.lang))
  }

  /// Asks whether it shall be taken back, or no longer.
  public func askToRemove(_ asking: Bool) { state.removing = asking }

  /// Takes it back.
  public func remove() {
    guard let takeBack else { return }
    work { [self] in
      try await hand.off(takeBack)
      try await forget()
      done(.formRemoved)
    }
  }

  /// There is nothing to come back to. What cannot be forgotten is offered once more, and can be begun anew.
  private func forget() async throws {
    let (aside, journal, first) = (aside, journal, first.values)
    try await hand.off { aside.end { kept in if kept != first { try? journal.keepForm(form: nil) } } }
  }

  /// What is still on its way is kept, before the journal is locked.
  var flush: @Sendable () -> Void { { [aside] in aside.flush() } }
}

extension JournalModel {
  /// The form of something around the symptoms: new, or the one of this id.
  func careForm(
    _ id: CareId?, _ form: FormState, done: @escaping (FormText) -> Void, read: @escaping @Sendable (Reader) throws -> CareEvent
  ) -> FormModel {
    let (journal, hand) = (journal, hand)
    let save: @MainActor (CareEvent) async throws -> Bool = { event in
      let relative = hand.relative
      try await hand.off {
        if let id {
          try journal.amendCare(id: id, event: event, caregiver: relative)
        } else {
          _ = try journal.addCare(event: event, caregiver: relative)
        }
      }
      return true
    }
    var remove: (@Sendable () throws -> Void)?
    if let id { remove = { try journal.withdrawCare(id: id) } }
    return FormModel(hand, journal, form, which: id ?? "", read: read, save: save, remove: remove, done: done)
  }
}
