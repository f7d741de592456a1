// What the screens of the consultation show.
import Vigie

/// Which days are told.
public enum ConsultationSpan: Sendable, CaseIterable {
  /// Those that are proposed, all there are, those that the person says.
  case usual, whole, other

  /// As it is called.
  public var title: ConsultationText {
    switch self {
    case .usual: .consultationUsual
    case .whole: .consultationWhole
    case .other: .consultationOther
    }
  }
}

/// From the first day to the last, and both in words.
public struct ConsultationDays: Sendable, Equatable {
  let first: CalendarDay, last: CalendarDay
  /// As they are shown.
  public let name: String
}

/// What is shared, and how the file is called. Nothing of the person is in a name, for others see it.
public enum ShareForm: Sendable, CaseIterable {
  /// For paper, a page that opens with a passphrase, for a hospital's system, a row an answer, for a spreadsheet.
  case pdf, protected, fhir, csv, spreadsheet

  /// As it is called, and what it is for.
  public var title: ConsultationText {
    switch self {
    case .pdf: .consultationPdf
    case .protected: .consultationProtected
    case .fhir: .consultationFhir
    case .csv: .consultationCsv
    case .spreadsheet: .consultationSpreadsheet
    }
  }

  /// What it is for.
  public var how: ConsultationText {
    switch self {
    case .pdf: .consultationPdfHow
    case .protected: .consultationProtectedHow
    case .fhir: .consultationFhirHow
    case .csv: .consultationCsvHow
    case .spreadsheet: .consultationSpreadsheetHow
    }
  }

  /// What the file is, how its name ends, and what the core calls it; nil for the page that opens with a passphrase.
  var file: (kind: String, ending: String, format: Format?) {
    switch self {
    case .pdf: ("application/pdf", ".pdf", .pdf)
    case .protected: ("text/html", ".html", nil)
    case .fhir: ("application/fhir+json", ".fhir.json", .fhir)
    case .csv: ("text/csv", ".csv", .csv)
    case .spreadsheet: ("text/csv", "-tableur.csv", .spreadsheet)
    }
  }
}

/// A page after the first.
public struct ReportPage: Sendable, Equatable {
  /// Its heading, and which it is, in words.
  public let title: String, place: String
  /// What is on it.
  public let content: ReportContent
}

/// What is on a page.
public enum ReportContent: Sendable, Equatable {
  /// Words and numbers.
  case told([Block])
  /// The course day by day, with the first and last day in words.
  case drawn(ReportCharts, first: String, last: String)
}

/// What is looked at: the first page, then a page for each section, then the charts.
public struct Report: Sendable, Equatable {
  /// The first page.
  public let head: Preview
  /// The others.
  public let pages: [ReportPage]
}

/// Where one is: choosing what is told, and among the symptoms; the first page with the list of the others; a page; how it is shared;
/// the passphrase of the page that was written.
public enum ConsultationStep: Sendable { case choose, items, contents, page, share, secret }

/// What the screen shows.
public struct ConsultationState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// Where one is.
  public var step = ConsultationStep.choose
  /// The language of what is shared.
  public var lang: Lang
  /// Which days, and those that are known.
  public var span = ConsultationSpan.usual, days: [ConsultationSpan: ConsultationDays] = [:]
  /// The day it is.
  public var today = CalendarDay.unreadable
  /// The days the person says, as they are typed, and why one cannot be taken.
  public var first = "", last = "", firstWrong: String?, lastWrong: String?
  /// Whether the name and the notes are told.
  public var withName = true, withNotes = true
  /// What is left out, and the same in words.
  public var without: Set<Item> = [], leftOut: String?
  /// What was followed on these days.
  public var items: [NamedChoice<Item>] = []
  /// What is looked at, and which page of it.
  public var report: Report?, page = 0
  /// What was just done, and what opens the page that was written.
  public var done: String?, secret: String?
}
