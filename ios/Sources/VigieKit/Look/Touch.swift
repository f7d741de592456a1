// Where a finger points to: a rating on a line, a place on the figure.
import Foundation
import Vigie

/// The rating from 0 to 10 nearest to a place on a line of this width.
public func rating(at place: Double, of width: Double) -> Rating {
  guard width > 0 else { return 0 }
  return min(10, max(0, Int(place / width * 11)))
}

/// The day nearest to a place on a chart of this width, the first at its one edge and the last at its other; nil when it has none.
public func day(at place: Double, of width: Double, days: Int) -> Int? {
  guard days > 0, width > 0 else { return nil }
  return min(days - 1, max(0, Int((place / width * Double(days - 1)).rounded())))
}

extension Collection<CGPoint> {
  /// Which of these is nearest to a point, so that none has to be hit; nil when none is within reach.
  public func nearest(to point: CGPoint, reach: Double) -> Int? {
    let distances = map { hypot($0.x - point.x, $0.y - point.y) }
    guard let least = distances.min(), least < reach else { return nil }
    return distances.firstIndex(of: least)
  }
}
