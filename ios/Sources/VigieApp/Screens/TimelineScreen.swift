// The timeline: everything that happened; one thing read whole; the kinds that are shown.
import SwiftUI
import VigieKit

/// `correct` leads to an entry that is to be corrected.
struct TimelineScreen: View {
  @Environment(\.palette) private var palette
  let model: TimelineModel
  let correct: (NotedEntry) -> Void
  let leave: () -> Void

  var body: some View {
    if let row = model.state.open {
      whole(row)
    } else if model.state.choosing {
      kinds
    } else {
      list
    }
  }

  private var texts: Texts { model.texts }
  private func back() { model.back(leave) }

  private var list: some View {
    Page(texts[TimelineText.timelineTitle], model, back: back, top: model.state.done, isLong: true) {
      if model.state.loaded {
        if let done = model.state.done { Notice(done) }
        search
        if model.state.lines.isEmpty {
          Words(texts[model.state.found == nil ? TimelineText.timelineEmpty : TimelineText.timelineNothing])
        }
        Each(model.state.lines) { line in
          switch line {
          case .day(let name): Heading(name)
          case .thing(let row): thing(row)
          }
        }
      }
    }
  }

  private var search: some View {
    VStack(alignment: .leading, spacing: 8) {
      Field(texts[TimelineText.timelineWords], model.state.words) { model.type($0) }
      Secondary(texts[TimelineText.timelineFind]) { model.find() }
      Quiet(texts[TimelineText.timelineKinds]) { model.openKinds() }
      if let only = model.state.only { Words.small(only) }
      if let found = model.state.found {
        Words(found)
        Quiet(texts[TimelineText.timelineEverything]) { model.everything() }
      }
    }
  }

  /// What it is, and a glimpse of the rest.
  private func thing(_ row: TimelineRow) -> some View {
    Button {
      model.open(row)
    } label: {
      VStack(alignment: .leading, spacing: 2) {
        Words.strong(row.title)
        if !row.glimpse.isEmpty {
          Text(row.glimpse).font(.subheadline).foregroundStyle(Color(palette.quiet)).lineLimit(2)
        }
      }
      .multilineTextAlignment(.leading).padding(.horizontal, 16).padding(.vertical, 12)
      .frame(maxWidth: .infinity, minHeight: 52, alignment: .leading)
      .background(Color(palette.card), in: RoundedRectangle(cornerRadius: 12)).contentShape(Rectangle())
    }
    .buttonStyle(.plain)
  }

  private func whole(_ row: TimelineRow) -> some View {
    Page(row.title, model, back: back, top: model.state.removing) {
      Words.small(row.day)
      if model.state.removing {
        Removing(texts: texts, yes: { model.remove() }, no: { model.askToRemove(false) })
      } else {
        Each(row.text) { Words($0) }
        if let by = row.by { Words.small(by) }
        if let noted = row.noted {
          Secondary(texts[MainText.todayChange]) { correct(noted) }
          Quiet(texts[FormText.formRemove]) { model.askToRemove(true) }
        }
      }
    }
  }

  private var kinds: some View {
    Page(texts[TimelineText.timelineKinds], model, back: back) {
      Words.small(texts[TimelineText.timelineKindsHow])
      ForEach(model.state.kinds, id: \.kind) { one in
        Tick(one.name, model.state.chosen.contains(one.kind)) { model.choose(one.kind, $0) }
      }
    } bottom: {
      Primary(texts[TimelineText.timelineKindsDone]) { model.find() }
    }
  }
}
