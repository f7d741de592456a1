// The figure: the outline of front and back as in the report, an enlarged head, and where on them each place lies.
import Foundation
import Vigie

/// What is looked at.
public enum BodyView: Sendable, CaseIterable {
  /// The person faces the one who looks: their right is at the left. From behind: their left is at the left. The head from the
  /// front, enlarged: its places lie too close for a finger on the whole figure.
  case front, back, head

  /// The size of a drawing, in its own units.
  public var size: CGSize { CGSize(width: 100, height: self == .head ? 112 : 220) }

  /// As it is called.
  public var title: BodyText {
    switch self {
    case .front: .bodyFront
    case .back: .bodyBack
    case .head: .bodyHead
    }
  }
}

/// The parts of the list.
public enum BodyGroup: Sendable, CaseIterable {
  /// From head to foot, then the back.
  case head, trunk, arms, legs, back

  /// As it is called.
  public var title: BodyText {
    switch self {
    case .head: .bodyGroupHead
    case .trunk: .bodyGroupTrunk
    case .arms: .bodyGroupArms
    case .legs: .bodyGroupLegs
    case .back: .bodyGroupBack
    }
  }
}

/// The figure as it is drawn.
public enum Figure {
  private static let middle = 50.0

  /// Where the head lies on the whole figure: its middle, and half its width and height; the same of the enlarged head.
  public static let headAt = CGPoint(x: middle, y: 18), headHalf = CGSize(width: 10.5, height: 14)
  public static let faceAt = CGPoint(x: middle, y: 54), faceHalf = CGSize(width: 34, height: 46)

  /// One side of the trunk and limbs, from the neck down and back up to the crotch, as distances from the middle.
  private static let half: [(x: Double, y: Double)] = [
    (4.5, 30.5), (5, 36), (12, 39), (19, 41.5), (24, 45), (27, 52), (29.5, 66), (32.5, 84), (36, 98), (39.5, 115),
    (
      41.5,
      122
    ), (42.5, 130), (40.5, 136), (37, 134), (35.5, 124), (33, 116), (28, 101), (24.5, 86), (21.5, 72), (19.5, 61),
    (18.5, 72), (17, 88), (16.5, 96), (18.5, 108), (20, 120), (19, 138), (16, 156), (14.5, 168), (15, 180), (12.5, 196),
    (10.5, 206), (12.5, 213), (11, 217), (4, 216), (4, 204), (3, 184), (3.5, 168), (1, 130),
  ]

  /// The outline from the neck down, as one closed line.
  public static let outline: [CGPoint] =
    half.map { CGPoint(x: middle + $0.x, y: $0.y) } + half.reversed().map { CGPoint(x: middle - $0.x, y: $0.y) }

  /// Where a place lies. On the whole figure each is a finger's width from the next.
  static func place(_ region: Region, _ side: Side?) -> CGPoint {
    let (x, y) = distance(region)
    let atTheLeft = region.view == .back ? side == .left : side == .right
    return CGPoint(x: atTheLeft ? middle - x : middle + x, y: y)
  }

  /// The distance from the middle, and the height.
  private static func distance(_ region: Region) -> (Double, Double) {
    switch region {
    case .head: (0, 15)
    case .forehead: (0, 31)
    case .eye: (13, 47)
    case .ear: (37, 51)
    case .face: (21, 64)
    case .mouth: (0, 76)
    case .jaw: (18, 85)
    case .throat: (0, 35)
    case .shoulder: (21, 45.5)
    case .chest: (8, 47)
    case .breast: (9, 59)
    case .ribs: (12, 71)
    case .upperArm: (25, 64)
    case .elbow: (28.5, 83)
    case .forearm: (32, 100)
    case .wrist: (37, 115)
    case .hand: (39.5, 128)
    case .upperAbdomen: (6.5, 83)
    case .abdomen: (7, 95)
    case .pelvis: (0, 108)
    case .hip: (14, 108)
    case .groin: (8, 120)
    case .thigh: (10, 142)
    case .knee: (9, 166)
    case .shin: (9, 186)
    case .ankle: (7.5, 202)
    case .foot: (8, 213)
    case .backOfHead: (0, 16)
    case .neck: (0, 34)
    case .upperBack: (0, 47)
    case .shoulderBlade: (12, 54)
    case .midBack: (0, 70)
    case .flank: (12, 84)
    case .lowerBack: (0, 92)
    case .sacrum: (0, 107)
    case .buttock: (10, 119)
    case .calf: (9, 182)
    case .heel: (7.5, 212)
    }
  }
}

extension Region {
  /// From where a place is seen.
  var view: BodyView {
    switch self {
    case .head, .forehead, .face, .eye, .ear, .jaw, .mouth:
      .head
    case .backOfHead, .neck, .shoulderBlade, .upperBack, .midBack, .lowerBack, .flank, .sacrum, .buttock, .calf, .heel:
      .back
    default: .front
    }
  }

  /// Under which part of the list a place stands.
  var group: BodyGroup {
    switch self {
    case .head, .forehead, .face, .eye, .ear, .jaw, .mouth, .throat, .backOfHead, .neck:
      .head
    case .chest, .breast, .ribs, .upperAbdomen, .abdomen, .groin, .pelvis:
      .trunk
    case .shoulder, .upperArm, .elbow, .forearm, .wrist, .hand:
      .arms
    case .hip, .thigh, .knee, .shin, .ankle, .foot, .calf, .heel:
      .legs
    case .shoulderBlade, .upperBack, .midBack, .lowerBack, .flank, .sacrum, .buttock:
      .back
    }
  }
}
