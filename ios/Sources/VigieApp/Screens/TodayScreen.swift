// The first screen of an open journal: what waits comes first, then today, then the rest.
import SwiftUI
import VigieKit

/// What waits, what was noted, what comes next.
struct TodayScreen: View {
  @Environment(\.palette) private var palette
  let model: TodayModel
  let go: (Go) -> Void

  var body: some View {
    let state = model.state
    Page(state.loaded ? state.dayName : texts[MainText.todayTitle], model, top: state.relatives != nil) {
      if state.loaded {
        if let done = state.done { Notice(done) }
        ForEach(state.waiting, id: \.id) { waits($0) }
        checkIn
        who
        if let day = state.treatmentDay { Words(day) }
        if !state.next.isEmpty {
          Card {
            Words.strong(texts[MainText.todayNext])
            Each(state.next) { Words($0) }
          }
        }
        if !state.missed.isEmpty {
          Heading(texts[MainText.todayMissed])
          ForEach(state.missed, id: \.day) { missed in Quiet(missed.name) { go(.checkIn(missed.day, amends: nil)) } }
        }
        told
        Heading(texts[MainText.todayBeside])
        ForEach(Place.allCases, id: \.self) { place in Quiet(texts[place.title]) { go(.to(place)) } }
        if state.relative == nil { Quiet(texts[MainText.todayRelative]) { model.askWho(true) } }
        Quiet(texts[MainText.lockNow]) { go(.lock) }
      }
    }
  }

  private var texts: Texts { model.texts }

  private func waits(_ prompt: Waiting) -> some View {
    Card {
      Text(prompt.headline).font(.title3.weight(.semibold)).foregroundStyle(Color(prompt.urgent ? palette.alarm : palette.ink))
      Words.small(prompt.overdue ? texts[MainText.todayOverdue] : prompt.due)
      if prompt.urgent {
        Urgent(texts[MainText.todaySeePrompt]) { go(.prompt(prompt.id)) }
      } else {
        Primary(texts[MainText.todaySeePrompt]) { go(.prompt(prompt.id)) }
      }
    }
  }

  @ViewBuilder private var checkIn: some View {
    let state = model.state
    if let noted = state.noted {
      Words(texts[MainText.todayNoted])
      Secondary(texts[MainText.todayChange]) { go(.checkIn(state.day, amends: noted)) }
      Quiet(texts[state.begun ? MainText.todayGoOn : MainText.todayMore]) { go(.checkIn(state.day, amends: nil)) }
    } else {
      if state.nothingAsked { Words.small(texts[MainText.todayNothingAsked]) }
      Primary(texts[state.begun ? MainText.todayGoOn : MainText.todayCheckIn]) { go(.checkIn(state.day, amends: nil)) }
      Secondary(texts[MainText.todayTooUnwell]) { model.tooUnwell { go(.prompt($0)) } }
    }
  }

  /// A relative who notes is told at the top, where it is also chosen.
  @ViewBuilder private var who: some View {
    let state = model.state
    if let known = state.relatives {
      let names = known + [state.relative].compactMap(\.self).filter { !known.contains($0) }
      Card {
        Words(texts[MainText.todayWho])
        Chips {
          Chip(texts[MainText.todayMyself], state.relative == nil) { model.notes(nil) }
          ForEach(names, id: \.self) { name in Chip(name, name == state.relative) { model.notes(name) } }
        }
        Field(texts[MainText.todayRelativeName], state.newRelative) { model.typeRelative($0) }
        Secondary(texts[MainText.todayRelativeTake], enabled: !state.newRelative.isEmpty) { model.notes(state.newRelative) }
        Quiet(texts[MainText.todayRelativeLeave]) { model.askWho(false) }
      }
    } else if let notes = state.relativeNotes {
      Words(notes)
      Quiet(texts[MainText.todayRelativeOther]) { model.askWho(true) }
    }
  }

  @ViewBuilder private var told: some View {
    if let late = model.state.copiesLate {
      Card {
        Words(late)
        Quiet(texts[MainText.todayCopiesSee]) { go(.copies) }
      }
    }
    if model.state.codeUnread {
      Card {
        Words(texts[MainText.todayCodeUnread])
        Quiet(texts[MainText.todayCodeSee]) { go(.keys) }
      }
    }
  }
}
