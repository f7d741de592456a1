// Something around the symptoms, as a line of a list.
import Vigie

/// One of a list: its title and what is known of it.
public struct Listed<Told: Sendable & Equatable>: Sendable, Equatable {
  /// Its id in the journal.
  public let id: CareId
  /// Of which day it is.
  public let day: CalendarDay
  /// What was told.
  public let told: Told
  /// As it is shown.
  public let title: String, details: [String]
}

extension Opened {
  /// Everything that is told of one kind, oldest first; `of` gives its day and what was told. `dated` is said of its day; nil says
  /// nothing of it.
  func listed<Told>(
    _ care: [CareRecord], dated: ((CalendarDay) throws -> String?)? = nil, of: (CareEvent) -> (CalendarDay, Told)?
  ) throws -> [Listed<Told>] {
    try care.compactMap { record in
      guard let (day, told) = of(record.event) else { return nil }
      let parts = try words.event(event: record.event)
      let rest = parts.dropFirst().joined(separator: " · ")
      let date = try dated.map { try $0(day) } ?? words.day(day: day)
      let details = [date, rest.isEmpty ? nil : rest, try words.notedBy(author: record.author)].compactMap(\.self)
      return Listed(id: record.id, day: day, told: told, title: parts[0], details: details)
    }
  }
}
