//! The time axis that all charts of a page share: days, treatment days and treatment changes.

use krilla::geom::{PathBuilder, Rect};
use krilla::tagging::ArtifactType;
use vigie_model::Day;

use super::Report;
use super::canvas::{Canvas, LEFT, Pen, RIGHT, neat};
use super::days::Grid;
use super::text::{Style, grey};
use crate::{Mark, Sign};

/// Left edge of every plot; names and numbers stand before it.
pub(super) const PLOT_LEFT: f32 = LEFT + 142.0;
/// Right edge of every plot; the words of severity stand after it.
pub(super) const PLOT_RIGHT: f32 = RIGHT - 42.0;
/// Height of the strip above and below the charts.
pub(super) const ABOVE: f32 = 30.0;
pub(super) const BELOW: f32 = 15.0;
/// Least space from one label to the next, without and with a year.
const SPACING: f32 = 44.0;
const SPACING_YEAR: f32 = 66.0;

/// Where days are on the page.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// The places.
    pub grid: Grid,
}

#[allow(clippy::cast_precision_loss)] // Days and places are far below 2^24.
impl Axis {
    /// Width of one place.
    pub(super) fn step(self) -> f32 {
        (PLOT_RIGHT - PLOT_LEFT) / self.grid.slots().max(1) as f32
    }

    /// Left edge of a place.
    pub(super) fn edge(self, slot: usize) -> f32 {
        neat(PLOT_LEFT + slot as f32 * self.step())
    }

    /// Middle of a place.
    pub(super) fn middle(self, slot: usize) -> f32 {
        neat(PLOT_LEFT + (slot as f32 + 0.5) * self.step())
    }

    /// Middle of a day.
    pub(super) fn day(self, day: Day) -> f32 {
        self.offset(u32::try_from(day.since(self.grid.from)).unwrap_or(0))
    }

    /// Middle of the day so many days after the first.
    pub(super) fn offset(self, day: u32) -> f32 {
        let width = self.step() / self.grid.step as f32;
        neat(PLOT_LEFT + (day as f32 + 0.5) * width)
    }

    /// The days that are labelled.
    fn labelled(self, with_year: bool) -> Vec<Day> {
        let width = self.step() / self.grid.step as f32;
        let spacing = if with_year { SPACING_YEAR } else { SPACING };
        let last = self.grid.from.plus(i32::try_from(self.grid.days).unwrap_or(i32::MAX) - 1);
        for step in [1, 2, 7, 14, 28] {
            if step as f32 * width >= spacing {
                let step = usize::try_from(step).unwrap_or(1);
                return self.grid.from.through(last).step_by(step).collect();
            }
        }
        for months in [1, 2, 3, 6, 12, 24, 60, 120, 240, 480] {
            if months as f32 * 30.4 * width >= spacing || months == 480 {
                return month_starts(self.grid.from, last, months);
            }
        }
        Vec::new()
    }
}

/// The first days of every `every`th month of a year, in the period.
fn month_starts(from: Day, last: Day, every: u32) -> Vec<Day> {
    let (first_year, _, _) = from.ymd();
    let (last_year, _, _) = last.ymd();
    let years = usize::try_from(every.div_ceil(12)).unwrap_or(1);
    let months = usize::try_from(every.min(12)).unwrap_or(1);
    (first_year..=last_year)
        .step_by(years)
        .flat_map(|year| {
            (1..=12).step_by(months).filter_map(move |month| Day::from_ymd(year, month, 1))
        })
        .filter(|day| from <= *day && *day <= last)
        .collect()
}

/// Draws the strips above and below the charts of a page, and the lines through them. `top` and
/// `bottom` are the edges of the charts.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>, axis: Axis, top: f32, bottom: f32) {
    let told = report.told();
    let marks = &report.preview.charts.marks;
    canvas.artifact(ArtifactType::Layout, |canvas| {
        let style = Style::quiet(7.5);
        for day in axis.labelled(told.with_years()) {
            let x = axis.day(day);
            let label = told.day(day);
            let pen = Pen::solid(grey(110), 0.5);
            canvas.stroke((x, bottom), (x, bottom + 3.0), pen);
            canvas.text_at(x, bottom + 11.0, style, &label);
            canvas.text_at(x, top - 20.5, style, &label);
        }
        let treatments = marks.iter().filter(|mark| mark.sign == Sign::Treatment).count();
        let crowd = Crowd::of(treatments);
        for one in marks {
            mark(canvas, one, axis.offset(one.day), &crowd, (top, bottom));
        }
    });
}

/// One thing that happened: its sign above the charts, and a line through them.
fn mark(canvas: &mut Canvas<'_>, mark: &Mark, x: f32, crowd: &Crowd, (top, bottom): (f32, f32)) {
    let through = |canvas: &mut Canvas<'_>, from, dash: &[f32]| {
        let pen = Pen { dash: dash.to_vec(), ..Pen::solid(grey(95), 0.7) };
        canvas.stroke((x, from), (x, bottom), pen);
    };
    match mark.sign {
        Sign::Treatment => match crowd {
            Crowd::Few => {
                canvas.stroke((x, top - 3.0), (x, bottom), Pen::solid(grey(188), 0.5));
                triangle(canvas, x, top - 3.0, true);
            }
            Crowd::Some => triangle(canvas, x, top - 3.0, true),
            Crowd::Many => {
                canvas.stroke((x, top - 6.0), (x, top - 3.0), Pen::solid(grey(60), 0.7));
            }
        },
        // Above the mark of a treatment given on the same day, and each other.
        Sign::Change => {
            through(canvas, top - 9.0, &[4.0, 1.5, 1.0, 1.5]);
            triangle(canvas, x, top - 9.0, false);
        }
        Sign::Consultation => {
            through(canvas, top - 9.0, &[1.0, 2.0]);
            ring(canvas, x, top - 11.2);
        }
        Sign::Scan => frame(canvas, x, top - 11.2),
        _ => {}
    }
}

/// How densely treatment days stand: the more there are, the less is drawn for each.
#[derive(PartialEq, Eq)]
enum Crowd {
    /// A mark and a line through all charts.
    Few,
    /// A mark.
    Some,
    /// A tick: a medicine taken every day.
    Many,
}

impl Crowd {
    fn of(events: usize) -> Self {
        match events {
            0..=30 => Self::Few,
            31..=60 => Self::Some,
            _ => Self::Many,
        }
    }
}

/// A small triangle that stands on `y`: filled and upwards for a treatment day, open and downwards
/// for a change of treatment.
pub(super) fn triangle(canvas: &mut Canvas<'_>, x: f32, y: f32, treatment: bool) {
    let mut path = PathBuilder::new();
    let (flat, tip) = if treatment { (y, y - 4.4) } else { (y - 5.0, y) };
    path.move_to(x - 2.6, flat);
    path.line_to(x + 2.6, flat);
    path.line_to(x, tip);
    path.close();
    if treatment {
        canvas.path(path, Some(grey(60)), None);
    } else {
        canvas.path(path, Some(grey(255)), Some(Pen::solid(grey(20), 0.9)));
    }
}

/// A small ring around a point: a consultation.
pub(super) fn ring(canvas: &mut Canvas<'_>, x: f32, y: f32) {
    let mut path = PathBuilder::new();
    // An octagon is as round as can be seen at this size.
    for (step, (dx, dy)) in OCTAGON.iter().enumerate() {
        let (x, y) = (neat(x + 2.6 * dx), neat(y + 2.6 * dy));
        if step == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path.close();
    canvas.path(path, Some(grey(255)), Some(Pen::solid(grey(20), 0.9)));
}

const OCTAGON: [(f32, f32); 8] = [
    (1.0, 0.4),
    (0.4, 1.0),
    (-0.4, 1.0),
    (-1.0, 0.4),
    (-1.0, -0.4),
    (-0.4, -1.0),
    (0.4, -1.0),
    (1.0, -0.4),
];

/// A small square around a point: a scan.
pub(super) fn frame(canvas: &mut Canvas<'_>, x: f32, y: f32) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(neat(x - 2.3), neat(y - 2.3), 4.6, 4.6) {
        path.push_rect(rect);
    }
    canvas.path(path, Some(grey(255)), Some(Pen::solid(grey(20), 0.9)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(days: u32, with_year: bool) -> Vec<Day> {
        let from = "2026-09-07".parse().unwrap();
        let axis = Axis { grid: Grid::new(from, days) };
        axis.labelled(with_year)
    }

    #[test]
    fn labels_never_run_into_each_other_and_there_is_always_one() {
        for days in [1, 2, 5, 14, 30, 70, 120, 121, 200, 299] {
            let count = labels(days, false).len();
            assert!((1..=8).contains(&count), "{days}: {count}");
        }
        for days in [300, 730, 3_650, 36_500] {
            let count = labels(days, true).len();
            assert!((1..=6).contains(&count), "{days}: {count}");
        }
    }
}
