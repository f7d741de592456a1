//! One small line chart: higher is worse, gaps are gaps, and what is moderate or more has another
//! shape, not another colour.

use krilla::geom::{PathBuilder, Rect};
use krilla::tagging::{BBox, Tag};

use super::axis::{Axis, PLOT_LEFT, PLOT_RIGHT};
use super::canvas::{Canvas, LEFT, Pen, RIGHT, neat};
use super::days::{self, Slot, runs};
use super::text::{self, Piece, Style, accent, grey};
use crate::{Chart, ChartData};

/// Width of the name before the plot.
const NAME: f32 = 120.0;

/// The place of a chart on its page, and which values its edges are.
struct Frame {
    top: f32,
    bottom: f32,
    range: (f64, f64),
}

impl Frame {
    #[allow(clippy::cast_possible_truncation)] // A share of one, on paper.
    fn y(&self, value: f64) -> f32 {
        let (low, high) = self.range;
        let share = ((value - low) / (high - low)).clamp(0.0, 1.0) as f32;
        neat(self.bottom - share * (self.bottom - self.top))
    }
}

/// A chart with its place.
struct Plot<'a> {
    chart: &'a Chart,
    axis: Axis,
    frame: Frame,
    slots: Vec<Slot>,
}

/// Draws a chart from the canvas's `y` on, `height` points high. `absent` are the places without any entry.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    axis: Axis,
    chart: &Chart,
    height: f32,
    absent: &[(usize, usize)],
) {
    let top = canvas.y;
    names(canvas, chart);
    let frame = Frame {
        top: neat(top + 7.0),
        bottom: neat(top + height - 6.0),
        range: (chart.low, chart.high),
    };
    let slots = match &chart.data {
        ChartData::Cells(cells) => days::rated(axis.grid, cells),
        ChartData::Values(values) => days::measured(axis.grid, values),
    };
    let plot = Plot { chart, axis, frame, slots };
    // No-break spaces matter on paper only; without them most of it is plain ASCII, which takes
    // a quarter of the room.
    let alt = chart.alt.replace(['\u{a0}', '\u{202f}'], " ");
    let tag = Tag::Figure(Some(canvas.fonts.clean(&alt)));
    let page = canvas.page();
    canvas.element(tag.clone(), |canvas| {
        // What stands on nothing: its box, without the name.
        if let Some(rect) = Rect::from_ltrb(PLOT_LEFT - 20.0, top, RIGHT, top + height) {
            canvas.retag(tag.with_bbox(Some(BBox::new(page, rect))));
        }
        canvas.content(|canvas| {
            background(canvas, axis, &plot.frame, absent);
            plot.scale(canvas);
            plot.line(canvas);
            plot.marks(canvas);
            plot.silences(canvas);
        });
    });
    canvas.y = top + height;
}

/// Name and detail; at most two lines each, the table has them whole.
fn names(canvas: &mut Canvas<'_>, chart: &Chart) {
    let top = canvas.y;
    canvas.y += 3.0;
    let mut name = canvas.set(&[Piece::new(Style::strong(8.5), &*chart.name)], NAME);
    let cut = name.len() > 2;
    name.truncate(2);
    if let Some(piece) = name.last_mut().filter(|_| cut).and_then(|l| l.pieces.last_mut()) {
        let kept = piece.text.trim_end().chars().count().saturating_sub(2);
        piece.text = piece.text.chars().take(kept).chain(['…']).collect();
    }
    canvas.heading_lines(3, &chart.name, LEFT, &name);
    let mut detail = canvas.set(&[Piece::new(Style::quiet(7.5), &*chart.detail)], NAME);
    detail.truncate(2);
    canvas.element(Tag::P, |canvas| canvas.lines(LEFT, &detail));
    canvas.y = top;
}

impl Plot<'_> {
    /// Threshold, numbers and words.
    fn scale(&self, canvas: &mut Canvas<'_>) {
        let line = |canvas: &mut Canvas<'_>, value, pen| {
            let y = self.frame.y(value);
            canvas.stroke((PLOT_LEFT, y), (PLOT_RIGHT, y), pen);
        };
        line(canvas, self.chart.low, Pen::solid(grey(120), 0.6));
        line(canvas, self.chart.high, Pen::solid(grey(215), 0.4));
        if let Some(threshold) = self.chart.threshold {
            let pen = Pen { dash: vec![2.6, 2.0], ..Pen::solid(grey(80), 0.7) };
            line(canvas, threshold, pen);
        }
        let style = Style::quiet(7.5);
        for (value, number) in &self.chart.numbers {
            canvas.text_to(PLOT_LEFT - 4.0, self.frame.y(*value) + 2.6, style, number);
        }
        for (value, word) in &self.chart.words {
            let word = fitting(canvas, style, word, RIGHT - PLOT_RIGHT - 5.0);
            canvas.text(PLOT_RIGHT + 5.0, self.frame.y(*value) + 2.6, style, &word);
        }
    }

    /// The line, and in a summary by weeks a bar from the lowest to the highest.
    fn line(&self, canvas: &mut Canvas<'_>) {
        let mut line = PathBuilder::new();
        let mut bars = PathBuilder::new();
        for run in runs(&self.slots) {
            for (i, (slot, spot)) in run.iter().enumerate() {
                let (x, y) = (self.axis.middle(*slot), self.frame.y(spot.mean));
                if i == 0 {
                    line.move_to(x, y);
                } else {
                    line.line_to(x, y);
                }
                if spot.low < spot.high {
                    bars.move_to(x, self.frame.y(spot.low));
                    bars.line_to(x, self.frame.y(spot.high));
                }
            }
        }
        canvas.path(bars, None, Some(Pen::solid(grey(150), 1.1)));
        canvas.path(line, None, Some(Pen::solid(accent(), 1.0)));
    }

    /// A small square for a value below the threshold, a large diamond from there on.
    fn marks(&self, canvas: &mut Canvas<'_>) {
        let mut below = PathBuilder::new();
        let mut alone = PathBuilder::new();
        let mut above = PathBuilder::new();
        for run in runs(&self.slots) {
            let single = run.len() == 1;
            for (index, spot) in run {
                let (x, y) = (self.axis.middle(index), self.frame.y(spot.mean));
                if self.chart.threshold.is_some_and(|threshold| spot.mean >= threshold) {
                    diamond(&mut above, x, y);
                } else if single {
                    dot(&mut alone, x, y);
                } else {
                    square(&mut below, x, y);
                }
            }
        }
        canvas.path(below, None, Some(square_pen()));
        canvas.path(alone, None, Some(Pen::solid(accent(), 3.2)));
        canvas.path(above, Some(grey(0)), None);
    }

    /// A cross at the top for 'too unwell', a dash at the foot for a question that was left.
    fn silences(&self, canvas: &mut Canvas<'_>) {
        let (mut crosses, mut dashes) = (PathBuilder::new(), PathBuilder::new());
        for (index, slot) in self.slots.iter().enumerate() {
            let x = self.axis.middle(index);
            if slot.too_unwell {
                cross(&mut crosses, x, neat(self.frame.top - 3.0));
            }
            if slot.skipped {
                dash(&mut dashes, x, neat(self.frame.bottom + 2.6));
            }
        }
        canvas.path(crosses, None, Some(Pen::solid(grey(0), 0.9)));
        canvas.path(dashes, None, Some(Pen::solid(grey(0), 0.9)));
    }
}

/// The text, cut visibly where it is wider than its room: a unit may be as long as a name.
fn fitting(canvas: &Canvas<'_>, style: Style, text: &str, room: f32) -> String {
    let text = canvas.fonts.clean(text);
    if text::width(canvas.fonts, style, &text) <= room {
        return text;
    }
    let mut kept = String::new();
    for c in text.chars() {
        if text::width(canvas.fonts, style, &format!("{kept}{c}…")) > room {
            break;
        }
        kept.push(c);
    }
    format!("{kept}…")
}

/// Days without any entry, as a grey ground.
fn background(canvas: &mut Canvas<'_>, axis: Axis, frame: &Frame, absent: &[(usize, usize)]) {
    let mut path = PathBuilder::new();
    for (first, count) in absent {
        let (left, right) = (axis.edge(*first), axis.edge(first + count));
        if let Some(rect) = Rect::from_ltrb(left, frame.top, right, frame.bottom) {
            path.push_rect(rect);
        }
    }
    canvas.path(path, Some(grey(228)), None);
}

/// The mark of a value below the threshold: a stroke as long as [`square_pen`] is wide.
pub(super) fn square(path: &mut PathBuilder, x: f32, y: f32) {
    path.move_to(neat(x - 1.1), y);
    path.line_to(neat(x + 1.1), y);
}

/// Draws [`square`]; as a stroke it takes half the room of a filled square.
pub(super) fn square_pen() -> Pen {
    Pen::solid(accent(), 2.2)
}

/// The mark of a value below the threshold that stands alone, without a line that leads the eye
/// to it.
fn dot(path: &mut PathBuilder, x: f32, y: f32) {
    path.move_to(neat(x - 1.6), y);
    path.line_to(neat(x + 1.6), y);
}

/// The mark of a value from the threshold on.
pub(super) fn diamond(path: &mut PathBuilder, x: f32, y: f32) {
    path.move_to(x, neat(y - 2.5));
    path.line_to(neat(x + 2.5), y);
    path.line_to(x, neat(y + 2.5));
    path.line_to(neat(x - 2.5), y);
    path.close();
}

/// The mark of a day that was too bad to answer.
pub(super) fn cross(path: &mut PathBuilder, x: f32, y: f32) {
    let (left, top, right, bottom) = (neat(x - 2.0), neat(y - 2.0), neat(x + 2.0), neat(y + 2.0));
    path.move_to(left, top);
    path.line_to(right, bottom);
    path.move_to(left, bottom);
    path.line_to(right, top);
}

/// The mark of a question that was left.
pub(super) fn dash(path: &mut PathBuilder, x: f32, y: f32) {
    path.move_to(neat(x - 1.6), y);
    path.line_to(neat(x + 1.6), y);
}
