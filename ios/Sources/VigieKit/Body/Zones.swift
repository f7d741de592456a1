// Every place of the body that can be chosen, with its name.
import Foundation
import Vigie

/// A place that can be touched on the map and ticked in the list.
public struct Zone: Sendable, Equatable {
  /// Which.
  public let site: PainSite
  /// As it is called.
  public let name: String
  /// From where it is seen, under which part of the list it stands, and where on the figure it lies.
  public let view: BodyView, group: BodyGroup, at: CGPoint
}

/// What of the body is shown: a view of the map, or the list with one part of it open.
public struct BodyLook: Sendable, Equatable {
  /// The view; nil is the list.
  public var view: BodyView?
  /// The part of the list that is open.
  public var group: BodyGroup?

  /// A view, or the list.
  public init(_ view: BodyView? = .front, group: BodyGroup? = nil) {
    (self.view, self.group) = (view, group)
  }
}

extension Zone {
  /// All of them, in the order of the core: front from head to foot, then back. It asks the core.
  static func all(_ words: Words) throws -> [Zone] {
    try regions().flatMap { one in
      try (one.hasSides ? [Side.right, .left] : [nil]).map { side in
        let site = try painSite(region: one.region, side: side)
        let name = try words.site(site: site)
        return Zone(
          site: site, name: name.prefix(1).uppercased() + name.dropFirst(), view: one.region.view, group: one.region.group,
          at: Figure.place(one.region, side))
      }
    }
  }
}
