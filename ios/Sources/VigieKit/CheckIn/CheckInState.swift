// The check-in as it stands: what is asked, what was answered, where one is.
import Vigie

/// A question about an item.
public struct AskedItem: Sendable, Equatable {
  /// What, with its name and its question.
  public let item: Item, name: String, question: String
  /// What the ends of the scale mean.
  public let ends: String
  /// Yesterday's rating, when it can be taken over.
  public let yesterday: Yesterday?
  /// Whether the values have words: not those that count something.
  public let hasWords: Bool
  /// Where, when it is a pain at one place.
  public let site: PainSite?
  /// Asked every day, not only added today.
  public let asked: Bool
}

/// A rating of yesterday, with the words that offer it and those that say that it was taken.
public struct Yesterday: Sendable, Equatable {
  /// The rating.
  public let rating: Rating
  /// The words.
  public let offer: String, taken: String
}

/// What a pain can be like, with its name.
public struct PainQualityNamed: Sendable, Equatable {
  /// Which.
  public let quality: PainQuality
  /// As it is shown.
  public let name: String
}

/// A sign of alarm, with its name.
public struct AlarmSign: Sendable, Equatable {
  /// Which.
  public let alarm: Alarm
  /// As it is shown.
  public let name: String
}

/// A painkiller as it is typed.
public struct Taken: Sendable, Equatable {
  /// What was taken.
  public var name: String
  /// Whether it helped, when that was said.
  public var helped: Bool?

  /// As it stands; nothing yet when it is new.
  public init(name: String = "", helped: Bool? = nil) { (self.name, self.helped) = (name, helped) }
}

/// The parts of a check-in, a page each for whoever wants one question at a time.
public enum CheckInPart: Sendable, Equatable {
  /// The rating of one item.
  case rating(AskedItem)
  /// Where it hurts, and what was taken; how one manages; temperature and weight; signs that cannot wait; the rest.
  case pains, general, measures, alarms, rest
}

/// A number that may be a slip, or is no such measure.
public struct Slip: Sendable, Equatable {
  /// What is said of it.
  public let sentence: String
  /// What it may have been meant to be, as it would be typed, and the words that offer it.
  public let meant: String?, offer: String?
  /// It cannot be noted.
  public var impossible: Bool
}

/// What the screen of a check-in shows.
public struct CheckInState: Sendable, Equatable {
  /// It was prepared.
  public var loaded = false
  /// The day, and as it is shown.
  public let day: CalendarDay
  public var dayName = ""
  /// The entry that is corrected.
  public let amends: EntryId?
  /// What is asked.
  public var questions: [AskedItem] = []
  /// A word for each rating, a sentence for each general state, the signs of alarm.
  public var severities: [String] = [], generals: [String] = [], signs: [AlarmSign] = []
  /// The temperature is worth measuring today.
  public var askTemperature = false
  /// All on one page instead of one question after the other; where one is; for each page, which of how many it is.
  public var onePage = false, page = 0, pages: [String] = []
  /// What was answered, and what of it as yesterday.
  public var answers: [Item: Answer] = [:], same: Set<Item> = []
  /// Where it hurts belongs to this check-in; what is asked about a place once it is chosen; what was said of those chosen.
  public var asksPain = false, addable: [PainSite: AskedItem] = [:], pains: [PainSite: PainDetail] = [:]
  /// Every place of the body, what of it is shown, and what a pain can be like.
  public var zones: [Zone] = [], look = BodyLook(), qualities: [PainQualityNamed] = []
  /// The place that was chosen last.
  public var newest: String?
  /// What was taken.
  public var painkillers: [Taken] = []
  /// How one manages.
  public var general: PerformanceStatus?
  /// What is typed.
  public var temperature = "", weight = "", treatment = "", note = "", question = ""
  /// The signs that were ticked; treatment was given.
  public var ticks: Set<Alarm> = [], treated = false
  /// Numbers to be looked at again before the entry is noted, and that they are.
  public var slips: [Measure: Slip] = [:], again = false
  /// What is kept of a corrected entry and not shown here.
  var base: DailyEntry?

  init(day: CalendarDay, amends: EntryId?) {
    (self.day, self.amends) = (day, amends)
  }

  /// The pages in order.
  public var parts: [CheckInPart] {
    questions.filter { $0.site == nil }.map(CheckInPart.rating) + (asksPain ? [.pains] : [])
      + [.general, .measures, .alarms, .rest]
  }

  /// The pains that there are: chosen or rated, in the order in which they came.
  public var sites: [AskedItem] {
    questions.filter { question in
      guard let site = question.site else { return false }
      if case .rated = answers[question.item] { return true }
      return pains[site] != nil
    }
  }

  /// Where they are.
  public var chosenSites: Set<PainSite> { Set(sites.compactMap(\.site)) }

  /// The last page is shown.
  public var atEnd: Bool { onePage || page == parts.count - 1 }

  /// Whether yesterday's answers can be taken over.
  public var hasYesterday: Bool { questions.contains { $0.yesterday != nil } }

  /// As the journal takes it, with these numbers, noted by the person or by this relative.
  func entry(celsius: Temperature?, kilograms: Weight?, relative: String?) -> DailyEntry {
    var entry = base ?? DailyEntry(day: day)
    (entry.answers, entry.sameAsBefore, entry.state) = (answers, same, general)
    (entry.temperature, entry.weight, entry.ticks) = (celsius, kilograms, ticks)
    let answered = Set(questions.filter { answers[$0.item] != nil }.compactMap(\.site))
    // Nothing but a place is told by its rating, and stands here for as long as it has none.
    entry.pains = pains.filter { site, detail in detail != PainDetail() || !answered.contains(site) }
    entry.painkillers = painkillers.filter { !$0.name.trimmed.isEmpty }.map { Painkiller(name: $0.name.trimmed, helped: $0.helped) }
    entry.administration = treated ? Named(name: treatment.trimmed.isEmpty ? nil : treatment) : nil
    entry.note = note.trimmed.isEmpty ? nil : note
    entry.question = question.trimmed.isEmpty ? nil : question
    // Whoever corrects what another one noted says it themselves.
    entry.caregiver = relative
    return entry
  }

  mutating func fill(from entry: DailyEntry, _ texts: Texts) {
    (answers, same, general) = (entry.answers, entry.sameAsBefore, entry.state)
    temperature = entry.temperature.map(texts.measured) ?? ""
    weight = entry.weight.map(texts.measured) ?? ""
    (ticks, pains) = (entry.ticks, entry.pains)
    painkillers = entry.painkillers.map { Taken(name: $0.name, helped: $0.helped) }
    (treated, treatment) = (entry.administration != nil, entry.administration?.name ?? "")
    (note, question) = (entry.note ?? "", entry.question ?? "")
    newest = sites.last?.name
  }
}
