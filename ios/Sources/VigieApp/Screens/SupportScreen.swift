// The screens of support: who can help, numbers that anybody can call, and what things are.
import SwiftUI
import Vigie
import VigieKit

/// Who can help.
struct SupportScreen: View {
  let model: SupportModel
  let leave: () -> Void

  var body: some View {
    if let found = model.state.found {
      helpers(found)
    } else if let topic = model.state.topic {
      Page(topic.title, model, back: back, isLong: true) {
        ForEach(topic.list, id: \.code) { one in
          Card {
            Words.strong(one.title)
            Words(one.text)
          }
        }
      }
    } else if let comfort = model.state.comfort {
      self.comfort(comfort)
    } else {
      root
    }
  }

  private var texts: Texts { model.texts }
  private func back() { model.back(leave) }

  private var root: some View {
    Page(texts[SupportText.supportTitle], model, back: back) {
      if model.state.loaded {
        Heading(texts[SupportText.supportFind])
        Field(texts[SupportText.supportPlace], model.state.place, hint: texts[SupportText.supportPlaceHint]) { typed in
          model.type { $0.place = typed }
        }
        Field(texts[SupportText.supportWords], model.state.words) { typed in model.type { $0.words = typed } }
        Primary(texts[SupportText.supportSearch]) { model.find(nil) }
        Heading(texts[SupportText.supportUrgent])
        Each(model.state.numbers) { number in
          Secondary("\(number.number)\n\(number.text)") { model.call(number.number) }
        }
        Heading(texts[SupportText.supportKinds])
        ForEach(model.state.categories, id: \.code) { one in Quiet(one.title) { model.find(one) } }
        Heading(texts[SupportText.supportUnderstand])
        if !model.state.yours.isEmpty {
          Card {
            Words.strong(texts[SupportText.supportYours])
            Each(model.state.yours) { passage($0) }
          }
        }
        ForEach(model.state.topics, id: \.title) { one in Quiet(one.title) { model.open(one) } }
        Quiet(texts[SharedText.comfortTitle]) { model.openComfort() }
      }
    }
  }

  @ViewBuilder private func passage(_ passage: Passage) -> some View {
    Words.strong(passage.title)
    Each(passage.lines) { Words($0) }
  }

  private func helpers(_ found: FoundHelp) -> some View {
    Page(found.title, model, back: back, isLong: true) {
      if found.helpers.isEmpty { Words(texts[SharedText.directoryNone]) } else { Words.small(found.count) }
      if found.own { Words.small(texts[SupportText.supportOwn]) }
      Each(found.helpers) { helper($0) }
      Words.small(texts[SharedText.directoryNote])
    }
  }

  private func helper(_ helper: Helper) -> some View {
    Card {
      Words.strong(helper.name)
      Words.small(helper.category)
      Words(helper.offers)
      Each(helper.facts) { Words.small($0) }
      if let phone = helper.phone, let call = helper.call { Secondary(call, name: helper.spokenCall) { model.call(phone) } }
      Words.small("\(helper.source)\n\(helper.checked)")
      if helper.old { Words.small(texts[SupportText.supportOld]) }
    }
  }

  /// A page to read at one's own pace; nothing on it has to be done.
  private func comfort(_ page: ComfortPage) -> some View {
    Page(texts[SharedText.comfortTitle], model, back: back, top: page.done) {
      if let done = page.done { Notice(done) }
      Words(page.introduction)
      Heading(texts[SharedText.comfortForward])
      Each(page.forward) { one in Card { passage(one) } }
      Heading(texts[SharedText.comfortQuestions])
      Each(page.questions) { Words($0) }
      Heading(texts[SharedText.comfortList])
      Each(page.items) { Words($0) }
      if page.followed {
        Secondary(texts[SupportText.supportUndo]) { model.undo() }
      } else {
        Secondary(texts[SupportText.supportFollow]) { model.follow() }
      }
    }
  }
}
