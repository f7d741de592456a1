// What can be touched: at least 44 points high, with its name, its role and its state said.
import SwiftUI
import VigieKit

/// The one thing most people want here.
struct Primary: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let enabled: Bool
  private let act: @MainActor () -> Void

  init(_ text: String, enabled: Bool = true, act: @escaping @MainActor () -> Void) {
    (self.text, self.enabled, self.act) = (text, enabled, act)
  }

  var body: some View {
    FullButton(text: text, ink: palette.onAccent, ground: palette.accent, act: act).disabled(!enabled).opacity(enabled ? 1 : 0.5)
  }
}

/// A call to act at once.
struct Urgent: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let act: @MainActor () -> Void

  init(_ text: String, act: @escaping @MainActor () -> Void) { (self.text, self.act) = (text, act) }

  var body: some View { FullButton(text: text, ink: palette.onAlarm, ground: palette.alarm, act: act) }
}

private struct FullButton: View {
  let text: String
  let ink: UInt32, ground: UInt32
  let act: @MainActor () -> Void

  var body: some View {
    Button(action: act) {
      Text(text).font(.headline).multilineTextAlignment(.center).foregroundStyle(Color(ink))
        .padding(.horizontal, 16).padding(.vertical, 12).frame(maxWidth: .infinity, minHeight: 56)
        .background(Color(ground), in: RoundedRectangle(cornerRadius: 12)).contentShape(Rectangle())
    }
    .buttonStyle(.plain)
  }
}

/// Something else one may want. `name` is what is said aloud when it is not what is shown.
struct Secondary: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let name: String?
  private let enabled: Bool
  private let act: @MainActor () -> Void

  init(_ text: String, name: String? = nil, enabled: Bool = true, act: @escaping @MainActor () -> Void) {
    (self.text, self.name, self.enabled, self.act) = (text, name, enabled, act)
  }

  var body: some View {
    Button(action: act) {
      Text(text).font(.headline).multilineTextAlignment(.center).foregroundStyle(Color(palette.accent))
        .padding(.horizontal, 16).padding(.vertical, 12).frame(maxWidth: .infinity, minHeight: 52)
        .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(Color(palette.edge))).contentShape(Rectangle())
    }
    .buttonStyle(.plain).disabled(!enabled).opacity(enabled ? 1 : 0.5).accessibilityLabel(name ?? text)
  }
}

/// What is there for whoever looks for it. `name` is what is said aloud when it is not what is shown.
struct Quiet: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let name: String?
  private let act: @MainActor () -> Void

  init(_ text: String, name: String? = nil, act: @escaping @MainActor () -> Void) {
    (self.text, self.name, self.act) = (text, name, act)
  }

  var body: some View {
    Button(action: act) {
      Text(text).font(.headline).multilineTextAlignment(.leading).foregroundStyle(Color(palette.accent))
        .frame(minHeight: 44).contentShape(Rectangle())
    }
    .buttonStyle(.plain).accessibilityLabel(name ?? text)
  }
}

/// Something of a list, which can be opened: its title and what is known of it.
struct Entry: View {
  @Environment(\.palette) private var palette
  private let title: String
  private let details: [String]
  private let open: @MainActor () -> Void

  init(_ title: String, _ details: [String], open: @escaping @MainActor () -> Void) {
    (self.title, self.details, self.open) = (title, details, open)
  }

  var body: some View {
    Button(action: open) {
      VStack(alignment: .leading, spacing: 2) {
        Text(title).font(.headline).foregroundStyle(Color(palette.accent))
        Each(details) { Words.small($0) }
      }
      .multilineTextAlignment(.leading).padding(.horizontal, 16).padding(.vertical, 12)
      .frame(maxWidth: .infinity, minHeight: 52, alignment: .leading)
      .background(Color(palette.card), in: RoundedRectangle(cornerRadius: 12)).contentShape(Rectangle())
    }
    .buttonStyle(.plain)
  }
}

/// One of several, of which one holds.
struct OneOf: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let detail: String?
  private let chosen: Bool
  private let act: @MainActor () -> Void

  init(_ text: String, _ chosen: Bool, detail: String? = nil, act: @escaping @MainActor () -> Void) {
    (self.text, self.chosen, self.detail, self.act) = (text, chosen, detail, act)
  }

  var body: some View {
    Button(action: act) {
      HStack(spacing: 10) {
        Image(systemName: chosen ? "largecircle.fill.circle" : "circle").foregroundStyle(Color(palette.accent)).accessibilityHidden(
          true)
        VStack(alignment: .leading, spacing: 2) {
          Words(text)
          if let detail { Words.small(detail) }
        }
      }
      .padding(.horizontal, 10).padding(.vertical, 10).frame(maxWidth: .infinity, minHeight: 52, alignment: .leading)
      .background(Color(chosen ? palette.chosen : palette.ground), in: RoundedRectangle(cornerRadius: 12))
      .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(Color(chosen ? palette.accent : palette.edge)))
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain).accessibilityElement(children: .combine).accessibilityAddTraits(
      chosen ? [.isButton, .isSelected] : .isButton)
  }
}

/// One of several, each of which holds or not.
struct Tick: View {
  private let text: String
  private let detail: String?
  private let on: Bool
  private let change: (Bool) -> Void

  init(_ text: String, _ on: Bool, detail: String? = nil, change: @escaping (Bool) -> Void) {
    (self.text, self.on, self.detail, self.change) = (text, on, detail, change)
  }

  var body: some View {
    Toggle(isOn: Binding(get: { on }, set: { change($0) })) {
      VStack(alignment: .leading, spacing: 2) {
        Words(text)
        if let detail { Words.small(detail) }
      }
    }
    .frame(minHeight: 52)
  }
}

/// One short choice, with a mark when it holds. `about` is said before it aloud, where the same choice stands on a screen more than
/// once.
struct Chip: View {
  @Environment(\.palette) private var palette
  private let text: String
  private let about: String?
  private let chosen: Bool
  private let act: @MainActor () -> Void

  init(_ text: String, _ chosen: Bool, about: String? = nil, act: @escaping @MainActor () -> Void) {
    (self.text, self.chosen, self.about, self.act) = (text, chosen, about, act)
  }

  var body: some View {
    Button(action: act) {
      Text(chosen ? "✓ " + text : text).font(.body).foregroundStyle(Color(palette.ink))
        .padding(.horizontal, 14).padding(.vertical, 8).frame(minWidth: 44, minHeight: 44)
        .background(Color(chosen ? palette.chosen : palette.ground), in: RoundedRectangle(cornerRadius: 12))
        .overlay(RoundedRectangle(cornerRadius: 12).strokeBorder(Color(chosen ? palette.accent : palette.edge)))
        .contentShape(Rectangle())
    }
    .buttonStyle(.plain).accessibilityLabel([about, text].compactMap(\.self).joined(separator: ", "))
    .accessibilityAddTraits(chosen ? .isSelected : [])
  }
}

/// What stands side by side, as many as fit on a line.
struct Chips: Layout {
  private let gap: CGFloat = 8

  func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
    let places = places(of: subviews, within: proposal.width ?? .infinity)
    return CGSize(width: places.map(\.maxX).max() ?? 0, height: places.map(\.maxY).max() ?? 0)
  }

  func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
    for (subview, place) in zip(subviews, places(of: subviews, within: bounds.width)) {
      subview.place(
        at: CGPoint(x: bounds.minX + place.minX, y: bounds.minY + place.minY), anchor: .topLeading,
        proposal: ProposedViewSize(place.size))
    }
  }

  private func places(of subviews: Subviews, within width: CGFloat) -> [CGRect] {
    var (x, y, height) = (CGFloat(0), CGFloat(0), CGFloat(0))
    return subviews.map { subview in
      // One that is wider than the screen is as wide as it, and breaks.
      var size = subview.sizeThatFits(.unspecified)
      if size.width > width { size = subview.sizeThatFits(ProposedViewSize(width: width, height: nil)) }
      if x > 0 && x + size.width > width { (x, y, height) = (0, y + height + gap, 0) }
      defer { (x, height) = (x + size.width + gap, max(height, size.height)) }
      return CGRect(origin: CGPoint(x: x, y: y), size: size)
    }
  }
}
