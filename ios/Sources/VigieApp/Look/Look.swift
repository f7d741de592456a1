// What every view finds around it: the colours, and what is said.
import SwiftUI
import UIKit
import VigieKit

extension View {
  /// While this is shown the phone does not fall asleep, which would lock the journal: something is being copied onto paper.
  func keepsAwake() -> some View {
    onAppear { UIApplication.shared.isIdleTimerDisabled = true }.onDisappear { UIApplication.shared.isIdleTimerDisabled = false }
  }
}

/// A row for each of these: two that say the same are two.
struct Each<Value, Row: View>: View {
  private let all: [Value]
  private let row: (Value) -> Row

  init(_ all: [Value], @ViewBuilder row: @escaping (Value) -> Row) { (self.all, self.row) = (all, row) }

  var body: some View { ForEach(Array(all.enumerated()), id: \.offset) { row($0.element) } }
}

private struct TextsKey: EnvironmentKey {
  static let defaultValue = Texts(.fr)
}

extension EnvironmentValues {
  /// The colours now.
  var palette: Palette { colorScheme == .dark ? .dark : .light }

  /// What is said.
  var texts: Texts {
    get { self[TextsKey.self] }
    set { self[TextsKey.self] = newValue }
  }
}

extension Color {
  /// A colour as `0xRRGGBB`.
  init(_ value: UInt32) {
    func part(_ shift: UInt32) -> Double { Double((value >> shift) & 0xFF) / 255 }
    self.init(.sRGB, red: part(16), green: part(8), blue: part(0), opacity: 1)
  }
}

/// What is read.
struct Words: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let font: Font
  private let quiet: Bool

  /// As much as one likes.
  init(_ text: String) { (self.text, font, quiet) = (text, .body, false) }

  private init(_ text: String, _ font: Font, quiet: Bool) { (self.text, self.font, self.quiet) = (text, font, quiet) }

  /// What is read second.
  static func small(_ text: String) -> Words { Words(text, .subheadline, quiet: true) }

  /// The title of a card.
  static func strong(_ text: String) -> Words { Words(text, .headline, quiet: false) }

  /// What is copied onto paper.
  static func large(_ text: String) -> Words { Words(text, .title2.monospaced(), quiet: false) }

  var body: some View {
    Text(text).font(font).foregroundStyle(Color(quiet ? palette.quiet : palette.ink))
      .frame(maxWidth: .infinity, alignment: .leading).fixedSize(horizontal: false, vertical: true)
  }
}

/// A title within a screen.
struct Heading: View {
  @Environment(\.palette) private var palette
  private let text: String

  init(_ text: String) { self.text = text }

  var body: some View {
    Text(text).font(.title3.weight(.semibold)).foregroundStyle(Color(palette.ink)).accessibilityAddTraits(.isHeader)
      .frame(maxWidth: .infinity, alignment: .leading).fixedSize(horizontal: false, vertical: true)
  }
}

/// What belongs together.
struct Card<Content: View>: View {
  @Environment(\.palette) private var palette
  private let content: Content

  init(@ViewBuilder content: () -> Content) { self.content = content() }

  var body: some View { Panel(color: palette.card) { content } }
}

/// Something to be noticed: said aloud when it appears.
struct Notice: View {
  @Environment(\.palette) private var palette
  private let text: String

  init(_ text: String) { self.text = text }

  var body: some View {
    Panel(color: palette.notice) { Words(text) }.onAppear { say() }.onChange(of: text) { say() }
  }

  /// After what the touch itself makes the system say, which would be said over it.
  private func say() {
    let text = text
    Task {
      try? await Task.sleep(for: .milliseconds(300))
      AccessibilityNotification.Announcement(text).post()
    }
  }
}

private struct Panel<Content: View>: View {
  let color: UInt32
  @ViewBuilder let content: Content

  var body: some View {
    VStack(alignment: .leading, spacing: 10) { content }
      .padding(.horizontal, 12).padding(.vertical, 16).frame(maxWidth: .infinity, minHeight: 48, alignment: .leading)
      .background(Color(color), in: RoundedRectangle(cornerRadius: 12))
  }
}
