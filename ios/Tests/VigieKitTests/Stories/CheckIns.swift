// A person who fills in a check-in until it says what a story says.
import Vigie

@testable import VigieKit
@testable import VigieStories

/// What has to be on the list for such an entry to be answered: a place is found once any pain is asked about.
func askedFor(_ entry: DailyEntry, _ list: [Item]) throws -> [Item] {
  let items = entry.answers.keys.sorted()
  let places = try items.filter { try itemKind(item: $0).site != nil }
  let hurts = !places.isEmpty || !entry.pains.isEmpty || !entry.painkillers.isEmpty
  let asked = try list.contains { try itemKind(item: $0).isPain }
  return items.filter { !places.contains($0) } + (hurts && !asked ? ["pain"] : [])
}

extension Person {
  /// Answers until the check-in that is shown says this, all on one page.
  func fills(_ wanted: DailyEntry) async throws {
    try await settles()
    let checkIn = try checkIn
    if !checkIn.state.onePage { checkIn.onePage(true) }
    for item in wanted.sameAsBefore.subtracting(checkIn.state.same).sorted() {
      if try question(item).yesterday == nil { throw Unexpected("nothing of yesterday for \(item)") }
      checkIn.sameAsYesterday(item)
    }
    for (item, answer) in wanted.answers.sorted(by: { $0.key < $1.key }) {
      let taken = checkIn.state.same.contains(item) && !wanted.sameAsBefore.contains(item)
      if checkIn.state.answers[item] != answer || taken { try answers(item, answer) }
    }
    // Passed over, and not passed over after all: nothing is said of it.
    for item in Set(checkIn.state.answers.keys).subtracting(wanted.answers.keys).sorted() {
      if checkIn.state.answers[item] != .skipped { checkIn.skip(item) }
      checkIn.skip(item)
    }
    for (site, detail) in wanted.pains.sorted(by: { $0.key < $1.key }) {
      if !checkIn.state.chosenSites.contains(site) { try finds(site) }
      if checkIn.state.pains[site] ?? PainDetail() != detail { checkIn.describe(site, detail) }
    }
    if let general = wanted.state ?? checkIn.state.general, wanted.state != checkIn.state.general { checkIn.manage(general) }
    for sign in checkIn.state.signs where wanted.ticks.contains(sign.alarm) != checkIn.state.ticks.contains(sign.alarm) {
      checkIn.tick(sign.alarm, wanted.ticks.contains(sign.alarm))
    }
    for taken in wanted.painkillers.dropFirst(checkIn.state.painkillers.count) {
      checkIn.take(checkIn.state.painkillers.count, Taken(name: taken.name, helped: taken.helped))
    }
    writes(wanted)
  }

  private func writes(_ wanted: DailyEntry) {
    guard let checkIn = try? checkIn else { return }
    var typed = checkIn.state
    typed.temperature = wanted.temperature.map(texts.measured) ?? ""
    typed.weight = wanted.weight.map(texts.measured) ?? ""
    (typed.treated, typed.treatment) = (wanted.administration != nil, wanted.administration?.name ?? "")
    (typed.note, typed.question) = (wanted.note ?? "", wanted.question ?? "")
    if typed != checkIn.state { checkIn.type { $0 = typed } }
  }

  /// Notes it, and says that a number is meant as it is when that is asked.
  func notes() async throws {
    let checkIn = try checkIn
    try await tries { checkIn.note() }
    let asked = checkIn.state.slips
    if case .checkIn = app.screen, !asked.isEmpty, !asked.values.contains(where: \.impossible) {
      try await tries { checkIn.note() }
    }
  }

  private func question(_ item: Item) throws -> AskedItem {
    let question = try checkIn.state.questions.first { $0.item == item }
    guard let question else { throw Unexpected("\(item) is not asked") }
    return question
  }

  private func answers(_ item: Item, _ answer: Answer) throws {
    let checkIn = try checkIn
    if let site = try itemKind(item: item).site, !checkIn.state.questions.contains(where: { $0.item == item }) { try finds(site) }
    _ = try question(item)
    switch answer {
    case .skipped: checkIn.skip(item)
    case .rated(let rating): checkIn.rate(item, rating)
    case .tooUnwell: throw Unexpected("nobody answers so")
    }
  }

  /// Finds the place on the list.
  private func finds(_ site: PainSite) throws {
    let checkIn = try checkIn
    guard checkIn.state.asksPain, let zone = checkIn.state.zones.first(where: { $0.site == site }) else {
      throw Unexpected("no place to be chosen: \(site)")
    }
    checkIn.show(BodyLook(nil, group: zone.group))
    checkIn.choose(site)
  }
}
