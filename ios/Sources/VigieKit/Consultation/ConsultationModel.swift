// What the team reads at the consultation: chosen, looked at page by page, and shared.
import Vigie

/// Nothing is written before the person asks for a file.
@MainActor
public final class ConsultationModel: JournalModel<ConsultationState> {
  init(_ hand: Hand, _ journal: Journal) {
    super.init(ConsultationState(lang: hand.texts.lang), hand, journal)
    let from = state
    work { [self] in state = try await ask { try $0.consultation(from) } }
  }

  /// What is chosen.
  public func choose(_ to: (inout ConsultationState) -> Void) { to(&state) }

  /// A day is typed.
  public func type(first: String? = nil, last: String? = nil) {
    (state.first, state.last) = (first ?? state.first, last ?? state.last)
    (state.firstWrong, state.lastWrong) = (nil, nil)
  }

  /// The choice as the core takes it; nil when it is said what is wrong.
  private func chosen() async throws -> Choice? {
    let now = state
    let known = now.days[now.span]
    let (first, last) = try await hand.off {
      (
        known?.first ?? CalendarDay.read(now.first, today: now.today),
        known?.last ?? CalendarDay.read(now.last, today: now.today)
      )
    }
    let unread = texts[DayText.dayNotRead]
    state.firstWrong = first == nil ? unread : nil
    state.lastWrong = last == nil ? unread : nil
    guard let first, let last else { return nil }
    if first > last {
      state.lastWrong = texts[ConsultationText.consultationBackwards]
      return nil
    }
    return Choice(
      lang: now.lang, since: first, to: last, withName: now.withName, withNotes: now.withNotes, without: now.without)
  }

  /// The symptoms of these days, to choose among them.
  public func openItems() {
    work { [self] in
      guard let choice = try await chosen() else { return }
      state.items = try await ask { try $0.followed(choice.since, choice.to) }
      state.step = .items
    }
  }

  /// Tells this symptom, or leaves it out.
  public func tell(_ item: Item, _ told: Bool) {
    if told { state.without.remove(item) } else { state.without.insert(item) }
  }

  private func keepItems() {
    let without = state.without
    work { [self] in
      state.leftOut = try await ask { opened in
        let names = try without.sorted().map { try opened.words.item(item: $0) }
        if names.isEmpty { return nil }
        return opened.texts.say(
          ConsultationPhrase.consultationLeftOut, ["names": opened.words.list(parts: names)], counts: ["count": Int64(names.count)])
      }
      state.step = .choose
    }
  }

  /// Puts in words what is chosen.
  public func look() {
    work { [self] in
      guard let choice = try await chosen() else { return }
      state.report = try await ask { try $0.report(choice) }
      (state.step, state.page) = (.contents, 0)
    }
  }

  /// Turns to this page.
  public func turn(_ page: Int) { (state.step, state.page) = (.page, page) }

  /// The page after the one that is looked at; after the last, sharing.
  public func next() {
    guard let report = state.report else { return }
    if state.page + 1 < report.pages.count { turn(state.page + 1) } else { toShare() }
  }

  /// How it may be shared.
  public func toShare() { (state.step, state.done) = (.share, nil) }

  /// Writes the file where the person says.
  public func share(_ form: ShareForm) {
    let (journal, file) = (journal, form.file)
    work { [self] in
      guard let choice = try await chosen() else { return }
      state.done = nil
      let (name, secret) = ("consultation-\(state.today)\(file.ending)", Box<String>())
      let written = try await hand.phone.writeFile(name, kind: file.kind) { sink in
        if let format = file.format {
          try journal.export(choice: choice, format: format, sink: sink)
        } else {
          secret.value = try journal.exportPage(choice: choice, sink: sink)
        }
      }
      let done = try await ask { opened in
        written
          ? opened.texts.say(ConsultationPhrase.consultationWritten, ["name": name])
          : opened.texts[ConsultationText.consultationNotWritten]
      }
      let shown = written ? secret.value : nil
      (state.done, state.secret, state.step) = (done, shown, shown == nil ? .share : .secret)
    }
  }

  /// One step back, or out by `leave`. The passphrase is shown once.
  public func back(_ leave: () -> Void) {
    problem = nil
    switch state.step {
    case .choose: leave()
    case .items: keepItems()
    case .contents: state.step = .choose
    case .page: state.step = .contents
    case .share: (state.step, state.done) = (.contents, nil)
    case .secret: (state.step, state.secret) = (.share, nil)
    }
  }

  /// The language of what is shared.
  public func speak(_ lang: Lang) { state.lang = lang }
}

extension Opened {
  fileprivate func consultation(_ from: ConsultationState) throws -> ConsultationState {
    var state = from
    let (usual, whole) = (try journal.usualChoice(lang: texts.lang), try journal.wholeChoice(lang: texts.lang))
    (state.loaded, state.today) = (true, try journal.today().day)
    state.days = [.usual: try days(usual), .whole: try days(whole)]
    (state.first, state.last) = (usual.since.written, usual.to.written)
    return state
  }

  private func days(_ choice: Choice) throws -> ConsultationDays {
    let names = ["from": try words.day(day: choice.since), "to": try words.day(day: choice.to)]
    return ConsultationDays(first: choice.since, last: choice.to, name: texts.say(ConsultationPhrase.consultationDays, names))
  }

  /// What is asked first, in its order, then what was said beside it.
  fileprivate func followed(_ first: CalendarDay, _ last: CalendarDay) throws -> [NamedChoice<Item>] {
    let entries = try journal.entries().map(\.entry).filter { (first...last).contains($0.day) }
    let said = Set(try entries.flatMap { entry in try entry.answers.keys + entry.pains.keys.map { try painAt(site: $0) } })
    let asked = try journal.profile().list.filter(said.contains)
    return try (asked + said.subtracting(asked).sorted()).map { NamedChoice(value: $0, name: try words.item(item: $0)) }
  }

  fileprivate func report(_ choice: Choice) throws -> Report {
    let head = try journal.preview(choice: choice)
    let drawn = !head.charts.charts.isEmpty
    let count = Int64(1 + head.sections.count + (drawn ? 1 : 0))
    func place(_ index: Int) -> String {
      texts.say(ConsultationPhrase.consultationPage, counts: ["page": Int64(index + 2), "pages": count])
    }
    var pages = head.sections.enumerated().map { index, section in
      ReportPage(title: section.title, place: place(index), content: .told(section.blocks))
    }
    if drawn, let from = CalendarDay(head.charts.first) {
      let to = from.adding(days: Int(head.charts.days) - 1)
      let content = ReportContent.drawn(head.charts, first: try words.dayShort(day: from), last: try words.dayShort(day: to))
      pages.append(ReportPage(title: head.charts.title, place: place(pages.count), content: content))
    }
    return Report(head: head, pages: pages)
  }
}
