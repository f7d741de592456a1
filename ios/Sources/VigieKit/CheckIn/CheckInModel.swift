// Answering: each touch is kept at once, and noted in the journal at the end.
import Foundation
import Vigie

/// A check-in about a day, or the correction of one.
@MainActor
public final class CheckInModel: JournalModel<CheckInState> {
  private let noted: (PromptId?, MainText) -> Void
  private let drafts: Latest<DailyEntry>

  /// `noted` is called when the entry is durable, with the prompt it gave.
  init(_ hand: Hand, _ journal: Journal, _ day: CalendarDay, amends: EntryId?, noted: @escaping (PromptId?, MainText) -> Void) {
    (self.noted, drafts) = (noted, Latest(nil) { try journal.keepDraft(entry: $0) })
    super.init(CheckInState(day: day, amends: amends), hand, journal)
    let from = state
    work { [self] in state = try await ask { try $0.checkIn(from) } }
  }

  private func change(_ to: (inout CheckInState) -> Void) {
    guard state.loaded else { return }
    to(&state)
    keep()
  }

  /// Keeps what stands there now, as a draft: after each touch, and before the journal is locked.
  func keep() {
    guard state.loaded, state.amends == nil else { return }
    drafts.keep(unfinished())
  }

  /// What is still on its way is kept, before the journal is locked.
  var flush: @Sendable () -> Void { { [drafts] in drafts.flush() } }

  /// As it stands. What is typed and no number yet is left out.
  private func unfinished() -> DailyEntry {
    let celsius = state.temperature.trimmed.isEmpty ? nil : try? readTemperature(typed: state.temperature)
    let kilograms = state.weight.trimmed.isEmpty ? nil : try? readWeight(typed: state.weight)
    return state.entry(celsius: celsius, kilograms: kilograms, relative: hand.relative)
  }

  /// Rates an item.
  public func rate(_ item: Item, _ rating: Rating) {
    change {
      $0.answers[item] = .rated(rating: rating)
      $0.same.remove(item)
    }
  }

  /// Leaves an item out today, or takes the leaving out back.
  public func skip(_ item: Item) {
    change {
      $0.answers[item] = $0.answers[item] == .skipped ? nil : .skipped
      $0.same.remove(item)
    }
  }

  /// Takes yesterday's rating of an item, marked as taken over.
  public func sameAsYesterday(_ item: Item) { change { $0.takeOver { $0.item == item } } }

  /// Takes yesterday's rating of everything that has no answer yet, and shows all of it, to change what is different.
  public func allAsYesterday() {
    change { state in
      let answered = state.answers
      state.takeOver { answered[$0.item] == nil }
      (state.onePage, state.page) = (true, 0)
    }
  }

  /// Another view of the body, or the list.
  public func show(_ look: BodyLook) { state.look = look }

  /// It hurts here; or, when that was said before, it does not.
  public func choose(_ site: PainSite) {
    change { state in
      state.newest = state.addable[site]?.name
      if state.chosenSites.contains(site) {
        state.leave(site)
        state.newest = state.sites.last?.name
      } else if state.questions.contains(where: { $0.site == site }) {
        state.pains[site] = PainDetail()
      } else if let added = state.addable[site] {
        state.questions.append(added)
        state.pains[site] = PainDetail()
      }
    }
  }

  /// What a pain is like.
  public func describe(_ site: PainSite, _ detail: PainDetail) { change { $0.pains[site] = detail } }

  /// A painkiller at its place in the list, after the last for a new one; nil takes it off.
  public func take(_ place: Int, _ taken: Taken?) {
    change { state in
      let rest = state.painkillers.dropFirst(place + 1)
      state.painkillers = state.painkillers.prefix(place) + [taken].compactMap(\.self) + rest
    }
  }

  /// How one manages; the same again takes it back.
  public func manage(_ general: PerformanceStatus) { change { $0.general = $0.general == general ? nil : general } }

  /// A sign of alarm.
  public func tick(_ alarm: Alarm, _ on: Bool) {
    change { if on { $0.ticks.insert(alarm) } else { $0.ticks.remove(alarm) } }
  }

  /// What is typed. What was doubtful is looked at anew.
  public func type(_ to: (inout CheckInState) -> Void) {
    change {
      to(&$0)
      $0.slips = [:]
    }
  }

  /// Takes what was meant in place of what was typed.
  public func correct(_ what: Measure) {
    guard let meant = state.slips[what]?.meant else { return }
    change {
      $0.slips[what] = nil
      if what == .temperature { $0.temperature = meant } else { $0.weight = meant }
    }
  }

  /// Everything on one page, or one question after the other: as the person likes, from now on.
  public func onePage(_ on: Bool) {
    hand.home.settings[Kept.onePage] = on ? "yes" : nil
    (state.onePage, state.page) = (on, 0)
  }

  /// On to the next page.
  public func next() { state.page = min(state.page + 1, state.parts.count - 1) }

  /// One page back. False on the first.
  public func back() -> Bool {
    if state.again {
      (state.slips, state.again) = ([:], false)
      return true
    }
    if state.onePage || state.page == 0 { return false }
    state.page -= 1
    return true
  }

  /// Notes it. Numbers that may be a slip are asked about once.
  public func note() {
    let (now, drafts) = (state, drafts)
    work { [self] in
      let outcome = try await ask { try $0.note(now, drafts) }
      switch outcome {
      case .doubted(let slips): (state.slips, state.again) = (slips, true)
      case .noted(let recorded): noted(recorded.prompt?.id, .checkInDone)
      }
    }
  }

  /// Too unwell to go on: what was answered counts, the rest is told as such. One tap.
  public func tooUnwell() {
    let (begun, journal, drafts) = (unfinished(), journal, drafts)
    work { [self] in
      let recorded = try await hand.off { try drafts.end { _ in try journal.recordTooUnwell(begun: begun) } }
      noted(recorded.prompt?.id, .todayTooUnwellDone)
    }
  }
}

private enum Noting: Sendable {
  case doubted([Measure: Slip])
  case noted(Recorded)
}

/// What was typed for a measure: its value, or why it is none.
private func read(
  _ what: Measure, _ typed: String, _ texts: Texts, _ number: (String) throws -> Double
) throws -> (value: Double?, slip: Slip?) {
  if typed.trimmed.isEmpty { return (nil, nil) }
  do {
    return (try number(typed), nil)
  } catch let failure as JournalError {
    if var doubted = doubtOfTyped(what: what, typed: typed).map({ slip($0, texts) }) {
      doubted.impossible = true
      return (nil, doubted)
    }
    return (nil, Slip(sentence: failure.sentence(texts.lang), meant: nil, offer: nil, impossible: true))
  }
}

private func slip(_ doubt: Doubt, _ texts: Texts) -> Slip {
  let meant = (doubt.guess?.value).map(texts.measured)
  return Slip(
    sentence: doubt.said(texts.lang), meant: meant, offer: meant.map { texts.say(MainPhrase.checkInMeant, ["value": $0]) },
    impossible: false)
}

extension Opened {
  fileprivate func note(_ now: CheckInState, _ drafts: Latest<DailyEntry>) throws -> Noting {
    let celsius = try read(.temperature, now.temperature, texts, readTemperature)
    let kilograms = try read(.weight, now.weight, texts, readWeight)
    let entry = now.entry(celsius: celsius.value, kilograms: kilograms.value, relative: relative)
    var slips: [Measure: Slip] = [:]
    // What was looked at already is meant as it is.
    if now.slips.isEmpty { for doubt in try journal.doubts(entry: entry) { slips[doubt.what] = slip(doubt, texts) } }
    if let slip = celsius.slip { slips[.temperature] = slip }
    if let slip = kilograms.slip { slips[.weight] = slip }
    if !slips.isEmpty { return .doubted(slips) }
    return .noted(
      try drafts.end { _ in
        if let amends = now.amends { return try journal.amend(id: amends, entry: entry) }
        let recorded = try journal.record(entry: entry)
        try journal.keepDraft(entry: nil)
        return recorded
      })
  }
}

extension CheckInState {
  fileprivate mutating func takeOver(_ which: (AskedItem) -> Bool) {
    for question in questions.filter(which) {
      guard let yesterday = question.yesterday else { continue }
      answers[question.item] = .rated(rating: yesterday.rating)
      same.insert(question.item)
    }
  }

  fileprivate mutating func leave(_ site: PainSite) {
    for question in questions where question.site == site {
      answers[question.item] = nil
      same.remove(question.item)
    }
    questions.removeAll { $0.site == site && !$0.asked }
    pains[site] = nil
  }
}

/// What is asked on a day, with what was begun or is corrected.
extension Opened {
  fileprivate func checkIn(_ from: CheckInState) throws -> CheckInState {
    var state = from
    let today = try journal.today()
    state.base = try from.amends.flatMap { id in try journal.entries().first { $0.id == id }?.entry }
    let draft = try journal.draft().flatMap { state.base == nil && $0.day == from.day ? $0 : nil }
    let start = state.base ?? draft
    let asked = today.asked.map(\.item)
    let more = (start?.answers.keys.sorted() ?? []) + (try start?.pains.keys.sorted().map { try painAt(site: $0) } ?? [])
    var items: [Item] = []
    for item in asked + more where !items.contains(item) { items.append(item) }
    let yesterday = Dictionary(uniqueKeysWithValues: today.asked.map { ($0.item, $0.yesterday) })
    func question(_ item: Item, asked: Bool, yesterday: Yesterday?) throws -> AskedItem {
      let kind = try itemKind(item: item)
      return AskedItem(
        item: item, name: try words.item(item: item), question: try words.question(item: item), ends: words.scale(one: kind.scale),
        yesterday: yesterday, hasWords: kind.scale == .severity, site: kind.site, asked: asked)
    }
    state.questions = try items.map { item in
      var taken: Yesterday?
      if case .rated(let rating)?? = yesterday[item], from.day == today.day, state.base == nil {
        let count = ["rating": Int64(rating)]
        taken = Yesterday(
          rating: rating, offer: texts.say(MainPhrase.checkInAsYesterday, counts: count),
          taken: texts.say(MainPhrase.checkInTakenOver, counts: count))
      }
      return try question(item, asked: asked.contains(item), yesterday: taken)
    }
    state.asksPain = try items.contains { try itemKind(item: $0).isPain } || !(start?.painkillers.isEmpty ?? true)
    if state.asksPain {
      state.zones = try Zone.all(words)
      for zone in state.zones { state.addable[zone.site] = try question(painAt(site: zone.site), asked: false, yesterday: nil) }
    }
    state.severities = try (0...10).map { try words.severity(rating: $0) }
    state.generals = try (0...4).map { try words.performance(state: $0) }
    state.signs = alarms().map { AlarmSign(alarm: $0, name: words.alarm(one: $0)) }
    (state.loaded, state.dayName, state.onePage) = (true, try words.weekdayDay(day: from.day), home.settings[Kept.onePage] != nil)
    state.askTemperature = today.askTemperature
    state.qualities = PainQuality.allCases.map { PainQualityNamed(quality: $0, name: words.quality(one: $0)) }
    if let start { state.fill(from: start, texts) }
    let count = state.parts.count
    state.pages = (1...count).map { texts.say(MainPhrase.checkInPage, counts: ["page": Int64($0), "pages": Int64(count)]) }
    return state
  }
}
