//! The body map on paper: front and back side by side, a numbered mark at each place.

use krilla::geom::{PathBuilder, Rect};
use krilla::tagging::{BBox, Tag};

use super::canvas::{Canvas, LEFT, Pen, neat};
use super::text::{Style, grey};
use crate::body::{BODY_HEIGHT, BODY_WIDTH, HEAD, outline};
use crate::{Body, Spot};

/// Points of paper for one unit of the drawing.
const SCALE: f32 = 0.54;
/// From the left edge of one figure to that of the other.
const STEP: f32 = 84.0;
/// Radius of a mark.
const RADIUS: f32 = 5.6;
/// How far the handles of a Bézier curve stand from the ends of a quarter of a circle of radius 1.
const HANDLE: f32 = 0.5523;

/// Draws it from the canvas's `y` on.
pub(super) fn draw(canvas: &mut Canvas<'_>, body: &Body) {
    let height = BODY_HEIGHT * SCALE;
    let words = Style::quiet(7.5);
    canvas.need(height + words.leading() + 4.0);
    let top = canvas.y;
    let bottom = top + height + words.leading();
    let alt = body.alt.replace(['\u{a0}', '\u{202f}'], " ");
    let tag = Tag::Figure(Some(canvas.fonts.clean(&alt)));
    let page = canvas.page();
    canvas.element(tag.clone(), |canvas| {
        let right = LEFT + STEP + BODY_WIDTH * SCALE;
        if let Some(rect) = Rect::from_ltrb(LEFT, top, right, bottom) {
            canvas.retag(tag.with_bbox(Some(BBox::new(page, rect))));
        }
        canvas.content(|canvas| {
            for (side, word) in [(LEFT, &body.sides[0]), (LEFT + STEP, &body.sides[1])] {
                figure(canvas, side, top);
                canvas.text_at(side + BODY_WIDTH * SCALE / 2.0, bottom - 2.0, words, word);
            }
            // The strongest last, so that none hides it.
            let mut spots = body.spots.clone();
            spots.sort_by_key(|spot| (spot.worst, std::cmp::Reverse(spot.number)));
            for spot in spots {
                mark(canvas, spot, top);
            }
        });
    });
    canvas.y = bottom + 4.0;
}

fn figure(canvas: &mut Canvas<'_>, left: f32, top: f32) {
    let place = |(x, y): (f32, f32)| (neat(left + x * SCALE), neat(top + y * SCALE));
    let pen = || Some(Pen::solid(grey(120), 0.7));
    let mut path = PathBuilder::new();
    for (index, point) in outline().enumerate() {
        let (x, y) = place(point);
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path.close();
    canvas.path(path, Some(grey(246)), pen());
    let (centre, (rx, ry)) = HEAD;
    canvas.path(ellipse(place(centre), rx * SCALE, ry * SCALE), Some(grey(246)), pen());
}

fn ellipse((x, y): (f32, f32), rx: f32, ry: f32) -> PathBuilder {
    let (hx, hy) = (rx * HANDLE, ry * HANDLE);
    let mut path = PathBuilder::new();
    path.move_to(x + rx, y);
    path.cubic_to(x + rx, y + hy, x + hx, y + ry, x, y + ry);
    path.cubic_to(x - hx, y + ry, x - rx, y + hy, x - rx, y);
    path.cubic_to(x - rx, y - hy, x - hx, y - ry, x, y - ry);
    path.cubic_to(x + hx, y - ry, x + rx, y - hy, x + rx, y);
    path.close();
    path
}

/// A disc with the number of its place: a thick ring from 7 on, grey from 4 on, else white.
fn mark(canvas: &mut Canvas<'_>, spot: Spot, top: f32) {
    let left = if spot.back { LEFT + STEP } else { LEFT };
    let (x, y) = (left + spot.x * SCALE, top + spot.y * SCALE);
    let (fill, ring) = match spot.worst {
        Some(7..) => (grey(210), 2.2),
        Some(4..=6) => (grey(210), 0.7),
        _ => (grey(255), 0.7),
    };
    let disc = ellipse((neat(x), neat(y)), RADIUS, RADIUS);
    canvas.path(disc, Some(fill), Some(Pen::solid(grey(0), ring)));
    let style = Style::strong(7.0).ink(grey(0));
    canvas.text_at(x, y + 2.5, style, &spot.number.to_string());
}
