// Where it hurts: a figure that can be touched, and a list that says the same.
import SwiftUI
import Vigie
import VigieKit

/// The figure or the list, as `look` says. `choose` is told the place that was touched, chosen before or not.
struct WhereItHurts: View {
  @Environment(\.texts) private var texts
  let zones: [Zone]
  let chosen: Set<PainSite>
  let look: BodyLook
  let show: (BodyLook) -> Void
  let choose: (PainSite) -> Void

  var body: some View {
    Chips {
      ForEach(BodyView.allCases, id: \.self) { view in Chip(texts[view.title], look.view == view) { show(BodyLook(view)) } }
      Chip(texts[BodyText.bodyList], look.view == nil) { show(BodyLook(nil)) }
    }
    if let view = look.view {
      FigureMap(view: view, spots: spots(view))
    } else {
      ForEach(BodyGroup.allCases, id: \.self) { group in
        DisclosureGroup(
          isExpanded: Binding(get: { look.group == group }, set: { show(BodyLook(nil, group: $0 ? group : nil)) })
        ) {
          ForEach(zones.filter { $0.group == group }, id: \.site) { zone in
            Tick(zone.name, chosen.contains(zone.site)) { _ in choose(zone.site) }
          }
        } label: {
          Words(texts[group.title]).frame(minHeight: 44).contentShape(Rectangle())
        }
      }
    }
  }

  private func spots(_ view: BodyView) -> [FigureSpot] {
    let places = zones.filter { $0.view == view }.map { zone in
      FigureSpot(name: zone.name, at: zone.at, chosen: chosen.contains(zone.site)) { choose(zone.site) }
    }
    if view != .front { return places }
    // The head is shown enlarged: its places lie too close for a finger.
    return [FigureSpot(name: texts[BodyText.bodyEnlargeHead], at: Figure.headAt, chosen: nil) { show(BodyLook(.head)) }] + places
  }
}

/// What can be touched on the figure: a place, or the head, which is then shown enlarged.
private struct FigureSpot {
  let name: String
  let at: CGPoint
  let chosen: Bool?
  let act: () -> Void
}

private struct FigureMap: View {
  @Environment(\.palette) private var palette
  @Environment(\.texts) private var texts
  let view: BodyView
  let spots: [FigureSpot]

  var body: some View {
    let sides = view == .back ? [BodyText.bodyLeft, .bodyRight] : [.bodyRight, .bodyLeft]
    HStack {
      Words.small(texts[sides[0]])
      Spacer()
      Text(texts[sides[1]]).font(.subheadline).foregroundStyle(Color(palette.quiet))
    }
    .accessibilityHidden(true)
    GeometryReader { place in
      let unit = place.size.width / view.size.width
      Canvas { context, _ in draw(&context, unit) }
        .contentShape(Rectangle())
        .gesture(
          SpatialTapGesture().onEnded { touch in
            // The nearest of them, so that none has to be hit.
            let at = spots.map { CGPoint(x: $0.at.x * unit, y: $0.at.y * unit) }
            if let nearest = at.nearest(to: touch.location, reach: 40) { spots[nearest].act() }
          }
        )
        .accessibilityHidden(true)
      Each(spots) { spot in said(spot, unit) }
    }
    .aspectRatio(view.size, contentMode: .fit).frame(maxWidth: 300).frame(maxWidth: .infinity)
  }

  /// Says a place and whether it is chosen; a touch goes to the nearest place.
  private func said(_ spot: FigureSpot, _ unit: CGFloat) -> some View {
    Color.clear.frame(width: 44, height: 44).allowsHitTesting(false)
      .accessibilityElement().accessibilityLabel(spot.name)
      .accessibilityAddTraits(spot.chosen == true ? [.isButton, .isSelected] : .isButton)
      .accessibilityAction { spot.act() }
      .position(x: spot.at.x * unit, y: spot.at.y * unit)
  }

  private func draw(_ context: inout GraphicsContext, _ unit: CGFloat) {
    let (at, half) = view == .head ? (Figure.faceAt, Figure.faceHalf) : (Figure.headAt, Figure.headHalf)
    var body = Path()
    if view == .head {
      // Behind the head, one at each side.
      for side in [-1.0, 1.0] {
        body.addEllipse(in: square(CGPoint(x: (at.x + side * 36) * unit, y: 51 * unit), 7.5 * unit))
      }
    } else {
      smooth(&body, Figure.outline.map { CGPoint(x: $0.x * unit, y: $0.y * unit) })
    }
    let oval = CGRect(
      x: (at.x - half.width) * unit, y: (at.y - half.height) * unit, width: 2 * half.width * unit, height: 2 * half.height * unit)
    for part in [body, Path(ellipseIn: oval)] {
      context.fill(part, with: .color(Color(palette.card)))
      context.stroke(part, with: .color(Color(palette.edge)), lineWidth: 1.5)
    }
    for spot in spots { mark(&context, spot, CGPoint(x: spot.at.x * unit, y: spot.at.y * unit)) }
  }

  private func square(_ at: CGPoint, _ half: CGFloat) -> CGRect {
    CGRect(x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half)
  }

  /// A line that passes near its points, without a corner.
  private func smooth(_ path: inout Path, _ points: [CGPoint]) {
    func between(_ place: Int) -> CGPoint {
      let (one, other) = (points[place % points.count], points[(place + 1) % points.count])
      return CGPoint(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2)
    }
    path.move(to: between(0))
    for place in 1...points.count { path.addQuadCurve(to: between(place), control: points[place % points.count]) }
    path.closeSubpath()
  }

  /// A ring; when it is chosen a full one with a check mark in it; for the head a plus, since there is more to see.
  private func mark(_ context: inout GraphicsContext, _ spot: FigureSpot, _ at: CGPoint) {
    let (accent, ground) = (Color(palette.accent), Color(palette.ground))
    var sign = Path()
    switch spot.chosen {
    case true?:
      context.fill(Path(ellipseIn: square(at, 13)), with: .color(accent))
      sign.move(to: CGPoint(x: at.x - 5, y: at.y))
      sign.addLine(to: CGPoint(x: at.x - 1.5, y: at.y + 4))
      sign.addLine(to: CGPoint(x: at.x + 5.5, y: at.y - 4))
      context.stroke(sign, with: .color(Color(palette.onAccent)), lineWidth: 2.5)
    case false?:
      context.fill(Path(ellipseIn: square(at, 9)), with: .color(ground))
      context.stroke(Path(ellipseIn: square(at, 9)), with: .color(Color(palette.edge)), lineWidth: 1.25)
    case nil:
      context.fill(Path(ellipseIn: square(at, 13)), with: .color(ground))
      context.stroke(Path(ellipseIn: square(at, 13)), with: .color(accent), lineWidth: 1.5)
      sign.move(to: CGPoint(x: at.x - 5.5, y: at.y))
      sign.addLine(to: CGPoint(x: at.x + 5.5, y: at.y))
      sign.move(to: CGPoint(x: at.x, y: at.y - 5.5))
      sign.addLine(to: CGPoint(x: at.x, y: at.y + 5.5))
      context.stroke(sign, with: .color(accent), lineWidth: 2)
    }
  }
}
