// A stub of Charts: as much of its interface as the app uses, without behaviour (README.md).
import Foundation
import SwiftUI

@MainActor @preconcurrency public protocol ChartContent {}
@resultBuilder public enum ChartContentBuilder {
  public static func buildBlock<each Content: ChartContent>(_ content: repeat each Content) -> Marks { fatalError() }
  public static func buildExpression<Content: ChartContent>(_ content: Content) -> Content { fatalError() }
  public static func buildIf(_ content: Marks?) -> Marks { fatalError() }
  public static func buildEither(first: Marks) -> Marks { fatalError() }
  public static func buildEither(second: Marks) -> Marks { fatalError() }
}
public struct Marks: ChartContent {}
extension ForEach: ChartContent where Content: ChartContent {
  public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ChartContentBuilder content: @escaping (Data.Element) -> Content) {
    fatalError()
  }
}
extension Marks: View { public var body: Never { fatalError() } }
public protocol Plottable {}
extension Int: Plottable {}
extension Double: Plottable {}
public struct PlottableValue<Value: Plottable> {
  public static func value(_ label: some StringProtocol, _ value: Value) -> PlottableValue { fatalError() }
}
public struct LineMark: ChartContent {
  public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {}
  public init<X: Plottable, Y: Plottable, S: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<S>) {}
}
public struct PointMark: ChartContent { public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {} }
public struct BasicChartSymbolShape: Sendable {
  public static let circle = Self(), cross = Self(), triangle = Self(), diamond = Self()
}
extension ChartContent {
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some ChartContent { self }
  public func symbol(_ shape: BasicChartSymbolShape) -> some ChartContent { self }
  public func symbolSize(_ area: CGFloat) -> some ChartContent { self }
}
public struct Chart<Content: ChartContent>: Primitive { public init(@ChartContentBuilder content: () -> Content) {} }
public enum Visibility: Sendable { case hidden, visible }
public struct AxisMarks: Sendable { public init<V: Plottable>(values: [V]) {} }
public struct ChartProxy { public var plotFrame: Anchor<CGRect>? { fatalError() } }
extension View {
  public func chartOverlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: @escaping (ChartProxy) -> V) -> some View {
    self
  }
  public func chartXScale<V: Plottable & Comparable>(domain: ClosedRange<V>) -> some View { self }
  public func chartYScale<V: Plottable & Comparable>(domain: ClosedRange<V>) -> some View { self }
  public func chartXAxis(_ visibility: Visibility) -> some View { self }
  public func chartYAxis(_ visibility: Visibility) -> some View { self }
  public func chartYAxis(content: () -> AxisMarks) -> some View { self }
}
