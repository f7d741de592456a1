// Results of the laboratory, scans, and photos or papers: shown as they were told, never interpreted.
import Foundation
import Vigie

/// Everything that was measured under one name.
public struct Measured: Sendable, Equatable {
  /// Under which.
  public let name: String
  /// The last first.
  public let values: [Listed<LabResult>]
  /// The last value, and how many there are.
  public let details: [String]
  /// Their chart, when there are two days or more.
  public let chart: Values?
}

/// A photo or a paper.
public struct KeptPaper: Sendable, Equatable {
  let attachment: Attachment
  /// As it is called.
  public var name: String { attachment.name }
  /// What is known of it.
  public let details: [String]
}

/// What the screen shows.
public struct ResultsState: Sendable, Equatable {
  /// It was looked at.
  public var loaded = false
  /// The day it is.
  public var today = CalendarDay.unreadable
  /// What was measured; the name whose values are shown.
  public var measured: [Measured] = [], name: String?
  /// Scans, and photos or papers: the last first.
  public var scans: [Listed<ImagingStudy>] = [], kept: [KeptPaper] = []
  /// The photo or paper that is shown; its bytes, once it was asked to be looked at, for the phone to open; it is no picture.
  public var paper: KeptPaper?, picture: Data?, noPicture = false
  /// What was just done, said once.
  public var done: String?
}

/// Looks again after each change.
@MainActor
public final class ResultsModel: FormsModel<ResultsState> {
  init(_ hand: Hand, _ journal: Journal) { super.init(ResultsState(), hand, journal) }

  override func look(_ done: FormText?) async throws {
    let now = state
    state = try await ask { try $0.results(now) }
    state.done = done.map { texts[$0] }
  }

  override func forgetDone() { state.done = nil }

  /// Shows the values under a name.
  public func see(_ name: String) { (state.name, state.done) = (name, nil) }

  /// Shows a photo or a paper.
  public func see(_ paper: KeptPaper) {
    (state.paper, state.picture, state.noPicture, state.done) = (paper, nil, false, nil)
  }

  /// One step back, or out by `leave`.
  public func back(_ leave: () -> Void) {
    if leaveForm() { return }
    if state.name == nil && state.paper == nil { return leave() }
    (state.name, state.paper, state.picture, state.noPicture, state.done) = (nil, nil, nil, false, nil)
  }

  /// Writes a copy of the photo or paper where the person chooses.
  public func copyOut(_ paper: KeptPaper) {
    work { [self] in
      // It is read before a place is chosen: what it is gives the file its ending.
      let bytes = try await ask { try $0.bytes(paper) }
      let kind = FileKind(bytes)
      let written = try await hand.phone.writeFile(paper.name + kind.ending, kind: kind.type) { try $0.write(bytes: bytes) }
      if written { state.done = texts[ResultsText.attachmentsCopied] }
    }
  }

  /// Looks at the photo.
  public func look(_ paper: KeptPaper) {
    work { [self] in
      let bytes = try await ask { try $0.bytes(paper) }
      (state.picture, state.noPicture) = FileKind(bytes).isPicture ? (bytes, false) : (nil, true)
    }
  }

  /// The phone could not open it after all.
  public func cannotShow() { (state.picture, state.noPicture) = (nil, true) }
}

/// What a file is, known by its first bytes; the journal keeps no kind.
struct FileKind: Equatable {
  let type: String, ending: String

  var isPicture: Bool { type.hasPrefix("image/") }

  init(_ bytes: Data) {
    let first = [UInt8](bytes.prefix(12))
    let text = String(decoding: first.map { $0 < 128 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    (type, ending) =
      if first.starts(with: [0xFF, 0xD8]) {
        ("image/jpeg", ".jpg")
      } else if first.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        ("image/png", ".png")
      } else if text.hasPrefix("%PDF") {
        ("application/pdf", ".pdf")
      } else if text.dropFirst(4).hasPrefix("ftyphei") {
        ("image/heic", ".heic")
      } else {
        ("application/octet-stream", "")
      }
  }
}

extension Opened {
  fileprivate func bytes(_ paper: KeptPaper) throws -> Data {
    let sink = DataSink()
    try journal.attachment(id: paper.attachment.id, sink: sink)
    return sink.data
  }

  fileprivate func results(_ now: ResultsState) throws -> ResultsState {
    var state = now
    let care = try journal.care()
    let labs = try listed(care) { event in if case .lab(let result) = event { (result.day, result) } else { nil } }
    (state.loaded, state.today) = (true, journal.now().day)
    var names: [String] = []
    for lab in labs.reversed() where !names.contains(lab.told.name) { names.append(lab.told.name) }
    state.measured = try names.map { name in try measured(name, labs.reversed().filter { $0.told.name == name }) }
    state.scans = try listed(care) { event in if case .imaging(let study) = event { (study.day, study) } else { nil } }.reversed()
    let attachments = try journal.attachments().enumerated().sorted {
      ($1.element.day, $0.offset) < ($0.element.day, $1.offset)
    }
    state.kept = try attachments.map { _, attachment in
      let size = words.number(value: (Double(attachment.bytes) / 1000).rounded(.up), decimals: 0)
      let details = [try words.day(day: attachment.day), texts.say(ResultsPhrase.attachmentsSize, ["size": size])]
      return KeptPaper(attachment: attachment, details: details)
    }
    return state
  }

  private func measured(_ name: String, _ values: [Listed<LabResult>]) throws -> Measured {
    let count = texts.say(ResultsPhrase.resultsValues, counts: ["count": Int64(values.count)])
    // The name is the title of the page already: the day stands first.
    let dated = values.map { one in
      Listed(id: one.id, day: one.day, told: one.told, title: one.details[0], details: Array(one.details.dropFirst()))
    }
    return Measured(
      name: name, values: dated, details: values[0].details + [count], chart: try self.values(values.map(\.told)))
  }
}
