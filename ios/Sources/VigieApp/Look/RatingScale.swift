// The scale from 0 to 10: a number, a word, and a place on a line. Nothing is chosen until something is touched.
import SwiftUI
import Vigie
import VigieKit

/// A rating of `name`, which is said aloud with the value; `word` says a value in a word.
struct RatingScale: View {
  @Environment(\.palette) private var palette
  @Environment(\.texts) private var texts
  /// How wide the buttons are: wider with larger letters.
  @ScaledMetric(relativeTo: .title2) private var side = 52.0
  let name: String
  let value: Rating?
  let word: (Rating) -> String
  let choose: (Rating) -> Void

  var body: some View {
    VStack(spacing: 4) {
      HStack {
        step("−", MainText.less) { choose(max(0, (value ?? 1) - 1)) }
        // Said by the line below, once.
        VStack {
          Text(value.map { "\($0)" } ?? "–").font(.largeTitle.weight(.semibold)).foregroundStyle(Color(palette.accent))
          Text(value.map(word) ?? texts[MainText.touchTheLine]).font(.subheadline).multilineTextAlignment(.center)
            .foregroundStyle(Color(palette.ink))
        }
        .frame(maxWidth: .infinity).accessibilityHidden(true)
        step("+", MainText.more) { choose(min(10, (value ?? -1) + 1)) }
      }
      line
      HStack {
        Words.small("0")
        Spacer()
        Text("10").font(.subheadline).foregroundStyle(Color(palette.quiet))
      }
      .accessibilityHidden(true)
    }
  }

  private func step(_ sign: String, _ said: MainText, act: @escaping @MainActor () -> Void) -> some View {
    Button(action: act) {
      Text(sign).font(.title2).foregroundStyle(Color(palette.accent)).frame(width: side, height: side)
        .overlay(Circle().strokeBorder(Color(palette.edge))).contentShape(Circle())
    }
    .buttonStyle(.plain).accessibilityLabel("\(name), \(texts[said])")
  }

  private var line: some View {
    GeometryReader { place in
      Canvas { context, size in draw(&context, size) }
        .contentShape(Rectangle())
        .gesture(SpatialTapGesture().onEnded { touch in choose(rating(at: touch.location.x, of: place.size.width)) })
        // Along the line only: a thumb that begins to scroll the page on it answers nothing.
        .simultaneousGesture(
          DragGesture(minimumDistance: 12).onChanged { touch in
            guard abs(touch.translation.width) > abs(touch.translation.height) else { return }
            choose(rating(at: touch.location.x, of: place.size.width))
          })
    }
    .frame(height: 52)
    .accessibilityElement().accessibilityLabel(name).accessibilityValue(said)
    .accessibilityAdjustableAction { direction in
      switch direction {
      case .increment: choose(min(10, (value ?? -1) + 1))
      case .decrement: choose(max(0, (value ?? 1) - 1))
      @unknown default: break
      }
    }
  }

  private var said: String {
    guard let value else { return texts[MainText.notAnswered] }
    return ["\(value)", word(value)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func draw(_ context: inout GraphicsContext, _ size: CGSize) {
    let radius = 14.0
    let step = (size.width - 2 * radius) / 10
    func bar(_ to: CGFloat, _ color: UInt32) {
      let rect = CGRect(x: radius - 5, y: size.height / 2 - 5, width: to - radius + 10, height: 10)
      context.fill(Path(roundedRect: rect, cornerRadius: 5), with: .color(Color(color)))
    }
    func dot(_ x: CGFloat, _ radius: CGFloat, _ color: UInt32) {
      let rect = CGRect(x: x - radius, y: size.height / 2 - radius, width: 2 * radius, height: 2 * radius)
      context.fill(Path(ellipseIn: rect), with: .color(Color(color)))
    }
    bar(size.width - radius, palette.rule)
    let at = value.map { radius + CGFloat($0) * step }
    if let at { bar(at, palette.accent) }
    for place in 0...10 {
      dot(radius + CGFloat(place) * step, 2, value.map { place <= $0 } ?? false ? palette.onAccent : palette.edge)
    }
    if let at { dot(at, radius, palette.accent) }
  }
}
