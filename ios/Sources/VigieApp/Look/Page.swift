// The frame of every screen.
import SwiftUI
import VigieKit

/// A screen: its title, the way back, what can be scrolled, and what is always in reach.
struct Page<Content: View, Bottom: View>: View {
  @Environment(\.palette) private var palette
  @Environment(\.dynamicTypeSize) private var letters
  private let title: String
  private let model: any Working
  private let back: (() -> Void)?
  private let top: AnyHashable?
  private let isLong: Bool
  private let content: Content
  private let bottom: Bottom

  /// `top` scrolls to the top when it changes: another question is another page. Of one that may be very long only what is seen is
  /// made.
  init(
    _ title: String, _ model: any Working, back: (() -> Void)? = nil, top: AnyHashable? = nil, isLong: Bool = false,
    @ViewBuilder content: () -> Content, @ViewBuilder bottom: () -> Bottom
  ) {
    (self.title, self.model, self.back, self.top, self.isLong) = (title, model, back, top, isLong)
    (self.content, self.bottom) = (content(), bottom())
  }

  var body: some View {
    VStack(spacing: 0) {
      ScrollViewReader { scroll in
        ScrollView {
          stack.frame(maxWidth: 560).padding(.horizontal, 12).padding(.bottom, 16).frame(maxWidth: .infinity)
        }
        .scrollDismissesKeyboard(.interactively)
        .onChange(of: top) {
          scroll.scrollTo(Self.head, anchor: .top)
          // Another page: whoever hears the screen is led to its beginning.
          AccessibilityNotification.ScreenChanged().post()
        }
        .onChange(of: model.problem) { if model.problem != nil { scroll.scrollTo(Self.head, anchor: .top) } }
      }
      foot
    }
    .background(Color(palette.ground).ignoresSafeArea())
    // The system's own gesture for going back, for whoever hears the screen.
    .accessibilityElement(children: .contain).accessibilityAction(.escape) { back?() }
    .onAppear { AccessibilityNotification.ScreenChanged().post() }
  }

  private static var head: String { "head" }

  @ViewBuilder private var stack: some View {
    if isLong {
      LazyVStack(alignment: .leading, spacing: 16) { inside }
    } else {
      VStack(alignment: .leading, spacing: 16) { inside }
    }
  }

  @ViewBuilder private var inside: some View {
    VStack(alignment: .leading, spacing: 0) {
      if let back {
        Quiet("‹ " + model.texts[MainText.back], name: model.texts[MainText.back]) { back() }
      }
      Text(title).font(.title.weight(.semibold)).foregroundStyle(Color(palette.ink)).accessibilityAddTraits(.isHeader)
        .padding(.top, back == nil ? 16 : 0).fixedSize(horizontal: false, vertical: true)
    }
    .id(Self.head)
    if let problem = model.problem { Notice(problem) }
    content
    // In the largest letters it would take half of a small screen.
    if letters.isAccessibilitySize { bottom }
  }

  @ViewBuilder private var foot: some View {
    if model.busy {
      ProgressView().tint(Color(palette.accent)).padding(.vertical, 8).accessibilityLabel(model.texts[MainText.working])
    }
    if Bottom.self != EmptyView.self && !letters.isAccessibilitySize {
      Divider()
      VStack(spacing: 16) { bottom }.frame(maxWidth: 560).padding(.horizontal, 12).padding(.vertical, 8)
    }
  }
}

extension Page where Bottom == EmptyView {
  /// One without anything that is always in reach.
  init(
    _ title: String, _ model: any Working, back: (() -> Void)? = nil, top: AnyHashable? = nil, isLong: Bool = false,
    @ViewBuilder content: () -> Content
  ) {
    self.init(title, model, back: back, top: top, isLong: isLong, content: content, bottom: { EmptyView() })
  }
}
