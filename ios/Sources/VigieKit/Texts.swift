// What the screens say. The words are in core/words/locales, in both languages, for both apps.
import Foundation
import Vigie

/// A text of the screens, named after its message in core/words/locales.
public protocol Message: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// `todayCheckIn` is the message `app-today-check-in`.
  var id: String { get }
}

/// One that holds no value: it is read once.
public protocol Plain: Message {}

/// One that holds values.
public protocol Filled: Message {}

extension Message {
  /// `todayCheckIn` is the message `app-today-check-in`.
  public var id: String {
    "app-" + rawValue.reduce(into: "") { id, letter in id += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
  }
}

/// What the screens say in one language, read once: what is drawn asks nothing of the core.
public struct Texts: Sendable {
  /// Which.
  public let lang: Lang
  /// Names, dates and numbers in it. Each call asks the core.
  public let words: Words
  private let read: [String: String]

  /// In this language. It asks the core for each of them.
  public init(_ lang: Lang) {
    let words = Words(lang: lang)
    (self.lang, self.words) = (lang, words)
    read = Dictionary(uniqueKeysWithValues: allTexts.map { ($0.id, words.text(id: $0.id)) })
  }

  /// The text.
  public subscript(text: any Plain) -> String { read[text.id] ?? "" }

  /// The text with its values: a number is a count, with its plural. It asks the core.
  public func say(_ phrase: any Filled, _ texts: [String: String] = [:], counts: [String: Int64] = [:]) -> String {
    words.filled(id: phrase.id, texts: texts, counts: counts)
  }

  /// A temperature or a weight as it would be typed: with all of its decimals, which are two at most.
  func measured(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return words.number(value: value, decimals: hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2)
  }

  /// A number of a laboratory's as it is printed in this language: the core keeps and reads both.
  func printed(_ number: String) -> String { lang == .fr ? number.replacingOccurrences(of: ".", with: ",") : number }
}
