// What is asked each day: the list, more of it, pain at a place, an own symptom.
import Vigie

/// What the screen shows.
public struct AskedState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// What was asked when one came, and what was added since: what is taken off can be put back.
  public var shown: [NamedChoice<Item>] = []
  /// What is asked, and what can be.
  public var asked: [Item] = [], catalogue: [NamedChoice<Item>] = []
  /// Where a pain can be asked about by itself, what is asked then, and what of the body is shown.
  public var zones: [Zone] = [], pains: [PainSite: Item] = [:], look = BodyLook()
  /// An own symptom, as it is typed.
  public var own = ""
  /// The whole list is shown.
  public var adding = false

  /// The places whose pain is asked about.
  public var sites: Set<PainSite> { Set(pains.filter { asked.contains($0.value) }.keys) }
}

/// Each change is kept at once.
@MainActor
public final class AskedModel: JournalModel<AskedState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(AskedState(), hand, journal)
    work { [self] in
      state = try await ask { opened in
        func named(_ item: Item) throws -> NamedChoice<Item> { NamedChoice(value: item, name: try opened.words.item(item: item)) }
        var state = AskedState(loaded: true)
        state.asked = try opened.journal.profile().list
        (state.shown, state.catalogue) = (try state.asked.map(named), try catalogue().map(named))
        state.zones = try Zone.all(opened.words)
        for zone in state.zones { state.pains[zone.site] = try painAt(site: zone.site) }
        return state
      }
    }
  }

  func back() -> Bool {
    defer { state.adding = false }
    return state.adding
  }

  /// On to the whole list.
  public func add() { state.adding = true }

  /// A letter more or less of the own symptom.
  public func type(_ text: String) { state.own = text }

  /// Asks this or not.
  public func ask(_ item: Item, _ on: Bool) {
    work { [self] in try await keep(item, on) }
  }

  /// Another view of the body, or the list.
  public func show(_ look: BodyLook) { state.look = look }

  /// Asks about a pain at this place, or no longer.
  public func askAt(_ site: PainSite) {
    if let item = state.pains[site] { ask(item, !state.asked.contains(item)) }
  }

  /// Asks the own symptom.
  public func addOwn() {
    let typed = state.own
    work { [self] in
      try await keep(hand.off { try ownSymptom(name: typed) }, true)
      state.own = ""
    }
  }

  private func keep(_ item: Item, _ on: Bool) async throws {
    let (wanted, name) = try await ask { opened in
      var profile = try opened.journal.profile()
      // In the order in which it was.
      if !on { profile.list.removeAll { $0 == item } } else if !profile.list.contains(item) { profile.list.append(item) }
      try opened.journal.setProfile(profile: profile)
      return (profile.list, try opened.words.item(item: item))
    }
    state.asked = wanted
    if !state.shown.contains(where: { $0.value == item }) { state.shown.append(NamedChoice(value: item, name: name)) }
  }
}
