// What is typed.
import SwiftUI
import Vigie
import VigieKit

/// What is typed in a field, and how.
enum Typed {
  /// A line; as much as one likes; a number with or without decimals; a telephone number; a day, in digits; what nobody may read over
  /// a shoulder, and no keyboard may learn; a code from paper.
  case line, text, number, phone, day, secret, code
}

/// A field. Its name stands above it, where it stays while one types. `wrong` is why it cannot be taken as it is.
struct Field: View {
  @Environment(\.palette) private var palette
  @FocusState private var focused: Bool
  private let name: String
  private let value: String
  private let kind: Typed
  private let hint: String?
  private let wrong: String?
  private let change: (String) -> Void

  init(
    _ name: String, _ value: String, _ kind: Typed = .line, hint: String? = nil, wrong: String? = nil,
    change: @escaping (String) -> Void
  ) {
    (self.name, self.value, self.kind, self.hint, self.wrong, self.change) = (name, value, kind, hint, wrong, change)
  }

  var body: some View {
    VStack(alignment: .leading, spacing: 6) {
      Words.strong(name).accessibilityHidden(true)
      if let hint { Words.small(hint) }
      input.font(.body).foregroundStyle(Color(palette.ink)).padding(12).frame(minHeight: 48)
        .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(Color(wrong == nil ? palette.edge : palette.alarm)))
        .focused($focused).accessibilityLabel(name).accessibilityHint(wrong ?? "")
      if let wrong { Text(wrong).font(.subheadline).foregroundStyle(Color(palette.alarm)) }
    }
    // Whoever touches below a long page is led to what is wrong above.
    .onChange(of: wrong) { if wrong != nil { focused = true } }
  }

  private var typed: Binding<String> { Binding(get: { value }, set: { change($0) }) }

  @ViewBuilder private var input: some View {
    switch kind {
    // Names of people and medicines are no words that a keyboard knows better.
    case .line: TextField("", text: typed).autocorrectionDisabled()
    case .text: TextField("", text: typed, axis: .vertical).lineLimit(3...)
    case .number: TextField("", text: typed).keyboardType(.decimalPad)
    case .phone: TextField("", text: typed).keyboardType(.phonePad)
    // Days are typed with a stroke or a point between, which the pad of digits has not.
    case .day: TextField("", text: typed).keyboardType(.numbersAndPunctuation)
    case .code:
      TextField("", text: typed).keyboardType(.asciiCapable).textInputAutocapitalization(.characters).autocorrectionDisabled()
        .privacySensitive()
    case .secret: SecureField("", text: typed).textInputAutocapitalization(.never).autocorrectionDisabled().privacySensitive()
    }
  }
}

/// A day. Which day of the week it is stands below, so that a slip is seen.
struct DayField: View {
  @Environment(\.texts) private var texts
  /// What was typed, and the day that it is.
  @State private var read: (typed: String, day: CalendarDay?)?
  private let name: String
  private let value: String
  private let today: CalendarDay
  private let hint: String?
  private let wrong: String?
  private let change: (String) -> Void

  init(
    _ name: String, _ value: String, today: CalendarDay, hint: String? = nil, wrong: String? = nil,
    change: @escaping (String) -> Void
  ) {
    (self.name, self.value, self.today, self.hint, self.wrong, self.change) = (name, value, today, hint, wrong, change)
  }

  var body: some View {
    VStack(alignment: .leading, spacing: 2) {
      Field(name, value, .day, hint: hint, wrong: wrong, change: change)
      if let read, read.typed == value, let day = read.day { Words.small(texts[day.dayOfWeek]) }
      Chips {
        Quiet("−", name: "\(name), \(texts[DayText.dayEarlier])") { step(-1) }
        Quiet(texts[DayText.dayYesterday], name: "\(name), \(texts[DayText.dayYesterday])") { put(today.adding(days: -1)) }
        Quiet(texts[DayText.dayToday], name: "\(name), \(texts[DayText.dayToday])") { put(today) }
        Quiet("+", name: "\(name), \(texts[DayText.dayLater])") { step(1) }
      }
    }
    .task(id: value) { if read?.typed != value { read = (value, await CalendarDay.typed(value, today: today)) } }
  }

  private func put(_ day: CalendarDay) {
    // Known already, so that the next touch counts from it.
    read = (day.written, day)
    change(day.written)
  }

  private func step(_ days: Int) {
    Task {
      let from = if let read, read.typed == value { read.day } else { await CalendarDay.typed(value, today: today) }
      put((from ?? today).adding(days: days))
    }
  }
}

/// A new passphrase, typed twice because nobody sees it. `differ`: it was not the same both times.
struct NewPassphraseFields: View {
  @Environment(\.texts) private var texts
  @Binding var passphrase: String
  @Binding var again: String
  let differ: Bool
  var name: String?

  var body: some View {
    Field(name ?? texts[MainText.passphrase], passphrase, .secret, hint: texts[MainText.passphraseHint]) { passphrase = $0 }
    Field(
      texts[MainText.passphraseAgain], again, .secret, wrong: differ ? texts[MainText.passphrasesDiffer] : nil
    ) { again = $0 }
  }
}

/// A recovery code, two groups a line. It belongs on paper, not on a clipboard that other apps read: it cannot be selected.
struct PaperCode: View {
  @Environment(\.texts) private var texts
  let code: String
  let written: () -> Void

  var body: some View {
    let groups = code.split(separator: "-").map(String.init)
    Card {
      ForEach(Array(stride(from: 0, to: groups.count, by: 2)), id: \.self) { place in
        Words.large(groups[place..<min(place + 2, groups.count)].joined(separator: "  "))
      }
    }
    .textSelection(.disabled).privacySensitive().keepsAwake()
    Words(texts[MainText.firstCodePaper])
    Primary(texts[MainText.firstCodeWritten]) { written() }
  }
}

/// The code as it stands on the paper. `wrong`: it is not the one that was shown.
struct ReadBackField: View {
  @Environment(\.texts) private var texts
  let typed: String
  let wrong: Bool
  let type: (String) -> Void

  var body: some View {
    Words(texts[MainText.firstReadBackWhy])
    Field(
      texts[MainText.recoveryCode], typed, .code, hint: texts[MainText.recoveryCodeHint],
      wrong: wrong ? texts[MainText.firstReadBackWrong] : nil, change: type)
  }
}
