// A stub of SwiftUI: as much of its interface as the app uses, without behaviour (README.md).
@_exported import Foundation
@_exported import Observation

@MainActor @preconcurrency public protocol View {
  associatedtype Body: View
  @ViewBuilder var body: Body { get }
}

extension Never: View { public var body: Never { fatalError() } }

/// A view that has no parts of its own.
public protocol Primitive: View where Body == Never {}
extension Primitive { public var body: Never { fatalError() } }

@resultBuilder public enum ViewBuilder {
  public static func buildBlock() -> EmptyView { fatalError() }
  public static func buildBlock<Content: View>(_ content: Content) -> Content { fatalError() }
  public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<(repeat each Content)> { fatalError() }
  public static func buildExpression<Content: View>(_ content: Content) -> Content { fatalError() }
  public static func buildIf<Content: View>(_ content: Content?) -> Content? { fatalError() }
  public static func buildEither<First: View, Second: View>(first: First) -> Either<First, Second> { fatalError() }
  public static func buildEither<First: View, Second: View>(second: Second) -> Either<First, Second> { fatalError() }
}

extension Optional: View where Wrapped: View { public var body: Never { fatalError() } }
public struct Either<First: View, Second: View>: Primitive {}
public struct TupleView<T>: Primitive {}
public struct EmptyView: Primitive { public nonisolated init() {} }

// Scenes.
@MainActor @preconcurrency public protocol App {
  associatedtype Body: Scene
  var body: Body { get }
  init()
}
extension App { public static func main() {} }
@MainActor @preconcurrency public protocol Scene {
  associatedtype Body: Scene
  var body: Body { get }
}
extension Never: Scene {}
public struct WindowGroup<Content: View>: Scene {
  public init(@ViewBuilder content: () -> Content) {}
  public var body: Never { fatalError() }
}
public enum ScenePhase: Sendable { case background, inactive, active }
extension Scene {
  public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some Scene { self }
}

// State.
@propertyWrapper public struct State<Value> {
  public init(wrappedValue: Value) {}
  public init(initialValue: Value) {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
  public var projectedValue: Binding<Value> { fatalError() }
}
extension State where Value: ExpressibleByNilLiteral { public init() { fatalError() } }
@propertyWrapper @dynamicMemberLookup public struct Binding<Value> {
  @preconcurrency public init(
    @_inheritActorContext get: @escaping @isolated(any) @Sendable () -> Value,
    @_inheritActorContext set: @escaping @isolated(any) @Sendable (Value) -> Void
  ) {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
  public var projectedValue: Binding<Value> { self }
  public subscript<Part>(dynamicMember path: WritableKeyPath<Value, Part>) -> Binding<Part> { fatalError() }
}
@MainActor @preconcurrency @propertyWrapper public struct FocusState<Value: Hashable> {
  public init() where Value == Bool {}
  public var wrappedValue: Value {
    get { fatalError() }
    nonmutating set {}
  }
  public var projectedValue: Binding { fatalError() }
  public struct Binding {}
}
@propertyWrapper public struct Environment<Value> {
  public init(_ path: KeyPath<EnvironmentValues, Value>) {}
  public var wrappedValue: Value { fatalError() }
}
public protocol EnvironmentKey {
  associatedtype Value
  static var defaultValue: Value { get }
}
public struct EnvironmentValues {
  public subscript<Key: EnvironmentKey>(key: Key.Type) -> Key.Value {
    get { fatalError() }
    set {}
  }
  public var colorScheme: ColorScheme { fatalError() }
  public var locale: Locale {
    get { fatalError() }
    set {}
  }
  public var scenePhase: ScenePhase { fatalError() }
  public var dynamicTypeSize: DynamicTypeSize { fatalError() }
}
public enum DynamicTypeSize: Sendable {
  case large
  public var isAccessibilitySize: Bool { fatalError() }
}
@propertyWrapper public struct ScaledMetric<Value: BinaryFloatingPoint> {
  public init(wrappedValue: Value, relativeTo style: Font.TextStyle) {}
  public var wrappedValue: Value { fatalError() }
}
public enum ColorScheme: Sendable { case light, dark }

// Colours, shapes and letters.
public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle, Hashable, Sendable {
  public enum RGBColorSpace: Sendable { case sRGB }
  public init(_ space: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double, opacity: Double = 1) {}
  public static let clear = Color(red: 0, green: 0, blue: 0)
}
extension Color: Primitive {}
public protocol Shape: View, Sendable {}
public protocol InsettableShape: Shape {}
extension InsettableShape {
  public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> some View { EmptyView() }
}
public struct RoundedRectangle: InsettableShape, Primitive { public nonisolated init(cornerRadius: CGFloat) {} }
public struct Rectangle: InsettableShape, Primitive { public nonisolated init() {} }
public struct Circle: InsettableShape, Primitive { public nonisolated init() {} }
public struct Font: Hashable, Sendable {
  public enum Weight: Sendable { case regular, semibold }
  public enum TextStyle: Sendable { case title2, caption }
  public static let largeTitle = Font(), title = Font(), title2 = Font(), title3 = Font(), headline = Font(), body = Font()
  public static let subheadline = Font(), caption = Font()
  public func weight(_ weight: Weight) -> Font { self }
  public func monospaced() -> Font { self }
}
public enum TextAlignment: Sendable { case leading, center, trailing }
public struct Text: Primitive {
  public init<S: StringProtocol>(_ content: S) {}
  public func font(_ font: Font?) -> Text { self }
  public func fontWeight(_ weight: Font.Weight?) -> Text { self }
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
  public static func + (one: Text, other: Text) -> Text { one }
}
public struct Image: Primitive {
  public init(systemName: String) {}
  public func resizable() -> Image { self }
}

// Layout.
public enum HorizontalAlignment: Sendable { case leading, center, trailing }
public enum VerticalAlignment: Sendable { case top, center, bottom }
public struct Alignment: Sendable {
  public static let leading = Alignment(), center = Alignment(), top = Alignment(), topLeading = Alignment()
}
public struct UnitPoint: Sendable { public static let top = UnitPoint(), topLeading = UnitPoint() }
public enum Edge {
  public struct Set: OptionSet, Sendable {
    public let rawValue: Int8
    public init(rawValue: Int8) { self.rawValue = rawValue }
    public static let top = Set(rawValue: 1), leading = Set(rawValue: 2), bottom = Set(rawValue: 4), trailing = Set(rawValue: 8)
    public static let horizontal: Set = [.leading, .trailing], vertical: Set = [.top, .bottom], all: Set = [.horizontal, .vertical]
  }
}
public enum Axis: Sendable {
  case horizontal, vertical
}
public enum ContentMode: Sendable { case fit, fill }
public struct VStack<Content: View>: Primitive {
  public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {}
}
public struct LazyVStack<Content: View>: Primitive {
  public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {}
}
public struct HStack<Content: View>: Primitive {
  public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {}
}
public struct ZStack<Content: View>: Primitive {
  public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) {}
}
public struct Group<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }
public struct Spacer: Primitive { public init(minLength: CGFloat? = nil) {} }
public struct Divider: Primitive { public init() {} }
public struct ScrollView<Content: View>: Primitive { public init(@ViewBuilder content: () -> Content) {} }
public struct ScrollViewProxy { public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {} }
public struct ScrollViewReader<Content: View>: Primitive {
  public init(@ViewBuilder content: @escaping (ScrollViewProxy) -> Content) {}
}
public struct Anchor<Value> {}
public struct GeometryProxy {
  public var size: CGSize { fatalError() }
  public subscript<T>(anchor: Anchor<T>) -> T { fatalError() }
}
public struct GeometryReader<Content: View>: Primitive {
  public init(@ViewBuilder content: @escaping (GeometryProxy) -> Content) {}
}
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> {}
extension ForEach: Primitive, View where Content: View {
  public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {}
}
public struct ProposedViewSize: Sendable {
  public var width: CGFloat?, height: CGFloat?
  public static let unspecified = ProposedViewSize(width: nil, height: nil)
  public init(_ size: CGSize) {}
  public init(width: CGFloat?, height: CGFloat?) {}
}
public struct LayoutSubview {
  public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { fatalError() }
  public func place(at: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) {}
}
public struct LayoutSubviews: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { 0 }
  public subscript(place: Int) -> LayoutSubview { fatalError() }
}
public protocol Layout {
  associatedtype Cache = Void
  typealias Subviews = LayoutSubviews
  func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache) -> CGSize
  func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache)
}
extension Layout {
  @MainActor public func callAsFunction<Content: View>(@ViewBuilder _ content: () -> Content) -> some View { EmptyView() }
}

// Controls.
public struct Button<Label: View>: Primitive {
  public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {}
}
public struct Toggle<Label: View>: Primitive { public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) {} }
public struct TextField<Label: View>: Primitive {
  public init<S: StringProtocol>(_ title: S, text: Binding<String>) where Label == Text {}
  public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) where Label == Text {}
}
public struct SecureField<Label: View>: Primitive {
  public init<S: StringProtocol>(_ title: S, text: Binding<String>) where Label == Text {}
}
public struct DisclosureGroup<Label: View, Content: View>: Primitive {
  public init(isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label) {}
}
public struct ProgressView: Primitive { public init() {} }
public protocol PrimitiveButtonStyle {}
public struct PlainButtonStyle: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == PlainButtonStyle { public static var plain: PlainButtonStyle { fatalError() } }
public protocol ProgressViewStyle {}
public struct LinearProgressViewStyle: ProgressViewStyle {}
extension ProgressViewStyle where Self == LinearProgressViewStyle {
  public static var linear: LinearProgressViewStyle { fatalError() }
}
public enum KeyboardType: Sendable { case decimalPad, phonePad, numbersAndPunctuation, asciiCapable }
public struct TextInputAutocapitalization: Sendable {
  public static var never: TextInputAutocapitalization { fatalError() }
  public static var characters: TextInputAutocapitalization { fatalError() }
}
public protocol TextSelectability {}
public struct DisabledTextSelectability: TextSelectability {}
extension TextSelectability where Self == DisabledTextSelectability {
  public static var disabled: DisabledTextSelectability { fatalError() }
}
public struct ScrollDismissesKeyboardMode: Sendable { public static let interactively = ScrollDismissesKeyboardMode() }

// Touches.
public protocol Gesture<Value> { associatedtype Value }
public struct DragGesture: Gesture {
  public struct Value: Sendable {
    public var location: CGPoint { fatalError() }
    public var translation: CGSize { fatalError() }
  }
  public init(minimumDistance: CGFloat = 10) {}
}
public struct SpatialTapGesture: Gesture {
  public struct Value: Sendable { public var location: CGPoint { fatalError() } }
  public init(count: Int = 1) {}
}
public struct Heard<Of: Gesture>: Gesture { public typealias Value = Of.Value }
extension Gesture {
  public func onChanged(_ action: @escaping (Value) -> Void) -> Heard<Self> { fatalError() }
  public func onEnded(_ action: @escaping (Value) -> Void) -> Heard<Self> { fatalError() }
}

// Drawing.
public struct StrokeStyle: Sendable {
  public init(lineWidth: CGFloat = 1, lineCap: Cap = .butt, dash: [CGFloat] = []) {}
  public enum Cap: Sendable { case butt, round }
}
public struct Path: Sendable {
  public init() {}
  public init(_ rect: CGRect) {}
  public init(ellipseIn rect: CGRect) {}
  public init(roundedRect rect: CGRect, cornerRadius: CGFloat) {}
  public mutating func move(to: CGPoint) {}
  public mutating func addLine(to: CGPoint) {}
  public mutating func addQuadCurve(to: CGPoint, control: CGPoint) {}
  public mutating func addEllipse(in rect: CGRect) {}
  public mutating func closeSubpath() {}
}
public struct GraphicsContext {
  public struct Shading: Sendable { public static func color(_ color: Color) -> Shading { fatalError() } }
  public func fill(_ path: Path, with shading: Shading) {}
  public func stroke(_ path: Path, with shading: Shading, style: StrokeStyle) {}
  public func stroke(_ path: Path, with shading: Shading, lineWidth: CGFloat = 1) {}
}
public struct Canvas: Primitive { public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) {} }

// What is heard.
public struct AccessibilityTraits: SetAlgebra, Sendable {
  public static let isHeader = Self(), isButton = Self(), isSelected = Self(), isImage = Self(), updatesFrequently = Self()
  public init() {}
  public func contains(_ member: Self) -> Bool { fatalError() }
  public func union(_ other: Self) -> Self { self }
  public func intersection(_ other: Self) -> Self { self }
  public func symmetricDifference(_ other: Self) -> Self { self }
  public mutating func insert(_ new: Self) -> (inserted: Bool, memberAfterInsert: Self) { fatalError() }
  public mutating func remove(_ member: Self) -> Self? { nil }
  public mutating func update(with new: Self) -> Self? { nil }
  public mutating func formUnion(_ other: Self) {}
  public mutating func formIntersection(_ other: Self) {}
  public mutating func formSymmetricDifference(_ other: Self) {}
}
public struct AccessibilityChildBehavior: Sendable {
  public static let ignore = Self(), combine = Self(), contain = Self()
}
public struct AccessibilityActionKind: Sendable { public static let `default` = Self(), escape = Self() }
public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }
public enum AccessibilityNotification {
  public struct ScreenChanged {
    public init() {}
    public func post() {}
  }
  public struct Announcement {
    public init(_ text: String) {}
    public func post() {}
  }
}

public protocol ViewModifier {
  typealias Content = Modified
  associatedtype Body: View
  @MainActor @ViewBuilder func body(content: Content) -> Body
}
public struct Modified: Primitive {}

extension View {
  public func font(_ font: Font?) -> some View { self }
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { self }
  public func tint<S: ShapeStyle>(_ style: S?) -> some View { self }
  public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
  public func lineLimit(_ lines: Int?) -> some View { self }
  public func lineLimit(_ lines: PartialRangeFrom<Int>) -> some View { self }
  public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View { self }
  public func frame(
    minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
    idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
  ) -> some View { self }
  public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { self }
  public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { self }
  public func padding(_ length: CGFloat) -> some View { self }
  public func aspectRatio(_ ratio: CGSize, contentMode: ContentMode) -> some View { self }
  public func scaledToFit() -> some View { self }
  public func position(x: CGFloat = 0, y: CGFloat = 0) -> some View { self }
  public func ignoresSafeArea() -> some View { self }
  public func background<S: ShapeStyle, T: InsettableShape>(_ style: S, in shape: T) -> some View { self }
  public func background<Content: View>(_ background: Content, alignment: Alignment = .center) -> some View { self }
  public func overlay<Content: View>(_ overlay: Content, alignment: Alignment = .center) -> some View { self }
  public func overlay<Content: View>(alignment: Alignment = .center, @ViewBuilder content: () -> Content) -> some View { self }
  public func opacity(_ opacity: Double) -> some View { self }
  public func contentShape<S: Shape>(_ shape: S) -> some View { self }
  public func id<ID: Hashable>(_ id: ID) -> some View { self }
  public func environment<V>(_ path: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View { self }
  public func modifier<M: ViewModifier>(_ modifier: M) -> some View { self }
  public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { self }
  public func progressViewStyle<S: ProgressViewStyle>(_ style: S) -> some View { self }
  public func disabled(_ disabled: Bool) -> some View { self }
  public func allowsHitTesting(_ enabled: Bool) -> some View { self }
  public func keyboardType(_ type: KeyboardType) -> some View { self }
  public func textInputAutocapitalization(_ how: TextInputAutocapitalization?) -> some View { self }
  public func autocorrectionDisabled(_ disable: Bool = true) -> some View { self }
  public func privacySensitive(_ sensitive: Bool = true) -> some View { self }
  public func textSelection<S: TextSelectability>(_ selectability: S) -> some View { self }
  public func focused(_ condition: FocusState<Bool>.Binding) -> some View { self }
  public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { self }
  public func gesture<G: Gesture>(_ gesture: G) -> some View { self }
  public func simultaneousGesture<G: Gesture>(_ gesture: G) -> some View { self }
  public func onAppear(perform action: (() -> Void)? = nil) -> some View { self }
  public func onDisappear(perform action: (() -> Void)? = nil) -> some View { self }
  public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View { self }
  public func task<T: Equatable>(
    id value: T, priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
  ) -> some View { self }
  public func sheet<Content: View>(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content
  ) -> some View { self }
  public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View { self }
  public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { self }
  public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { self }
  public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { self }
  public func accessibilityHidden(_ hidden: Bool) -> some View { self }
  public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
  public func accessibilityAction(_ kind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void) -> some View { self }
  public func accessibilityAdjustableAction(_ handler: @escaping (AccessibilityAdjustmentDirection) -> Void) -> some View { self }
}
