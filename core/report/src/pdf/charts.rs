//! The pages of charts: how many to a page, and the legend.

use krilla::geom::PathBuilder;
use krilla::tagging::{ArtifactType, Tag};

use super::Report;
use super::axis::{self, ABOVE, Axis, BELOW};
use super::canvas::{BOTTOM, Canvas, LEFT, Pen, RIGHT, neat};
use super::chart;
use super::days::{self, Grid};
use super::text::{self, Piece, Style, grey};
use crate::{Chart, ChartData, Part, Sign};

/// Lowest and greatest height of a chart.
const LOW: f32 = 49.0;
const HIGH: f32 = 84.0;
/// Most charts: three pages.
const MOST: usize = 36;

/// Draws the pages of the symptoms and measures, when there is anything to draw. Says whether there was.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>) -> bool {
    let all = of(report, |part| part != Part::Results);
    let chosen = chosen(report, &all);
    if chosen.is_empty() {
        return false;
    }
    canvas.new_page();
    intro(canvas, report, all.len() - chosen.len(), &chosen);
    pages(canvas, report, &chosen, HIGH);
    true
}

/// Draws the markers on the same axis of days, below what stands on the page already.
pub(super) fn results(canvas: &mut Canvas<'_>, report: Report<'_>) {
    let all = of(report, |part| part == Part::Results);
    pages(canvas, report, all.get(..all.len().min(MOST / 2)).unwrap_or(&all), LOW);
}

/// Height of the charts of the markers, or of as many as are kept together.
#[allow(clippy::cast_precision_loss)] // A handful.
pub(super) fn results_height(report: Report<'_>) -> f32 {
    const TOGETHER: usize = 6;
    let count = of(report, |part| part == Part::Results).len().min(TOGETHER);
    ABOVE + BELOW + LOW * count as f32
}

fn of<'a>(report: Report<'a>, wanted: impl Fn(Part) -> bool) -> Vec<&'a Chart> {
    report.preview.charts.charts.iter().filter(|chart| wanted(chart.part)).collect()
}

/// The charts that are drawn when there are very many: symptoms are what may be left to the table.
fn chosen<'a>(report: Report<'_>, all: &[&'a Chart]) -> Vec<&'a Chart> {
    let symptoms = report.summary.series.len().min(all.len());
    let (symptoms, others) = all.split_at(symptoms);
    symptoms.iter().take(MOST - others.len()).chain(others).copied().collect()
}

/// The charts from the canvas's `y` on, over as many pages as it takes; each is at most `high` points high.
fn pages(canvas: &mut Canvas<'_>, report: Report<'_>, charts: &[&Chart], high: f32) {
    let axis = Axis { grid: grid(report) };
    let absent = days::absent(axis.grid, &report.preview.charts.answered);
    let mut rest = charts;
    while !rest.is_empty() {
        let room = BOTTOM - canvas.y - ABOVE - BELOW;
        let (page, height) = share(rest.len(), room);
        let (now, later) = rest.split_at(page.min(rest.len()));
        one_page(canvas, report, axis, (now, height.min(high), &absent));
        rest = later;
        if !rest.is_empty() {
            canvas.new_page();
        }
    }
}

fn grid(report: Report<'_>) -> Grid {
    Grid::new(report.summary.choice.from, report.summary.days)
}

/// How many charts go on this page, so that this and the following are equally full, and how high
/// each is.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A few dozen charts.
fn share(charts: usize, room: f32) -> (usize, f32) {
    let most = ((room / LOW) as usize).max(1);
    let page = charts.div_ceil(charts.div_ceil(most));
    (page, neat(room / page as f32 - 0.05).clamp(LOW, HIGH))
}

fn one_page(
    canvas: &mut Canvas<'_>,
    report: Report<'_>,
    axis: Axis,
    (charts, height, absent): (&[&Chart], f32, &[(usize, usize)]),
) {
    let top = canvas.y + ABOVE;
    let below = charts.iter().fold(top, |y, _| y + height);
    axis::draw(canvas, report, axis, top, below);
    canvas.y = top;
    for chart in charts {
        chart::draw(canvas, axis, chart, height, absent);
    }
    canvas.y = below + BELOW;
}

/// Heading, how to read the charts, and the legend.
fn intro(canvas: &mut Canvas<'_>, report: Report<'_>, hidden: usize, all: &[&Chart]) {
    canvas.heading(2, &report.preview.charts.title, 60.0);
    let mut how = vec![report.preview.charts.how.clone()];
    let step = grid(report).step;
    if step > 1 {
        let weeks = step / 7;
        how.push(report.with("report-charts-weeks", &[("weeks", weeks.into())]));
    }
    if hidden > 0 {
        how.push(report.with("report-charts-hidden", &[("count", hidden.into())]));
    }
    canvas.paragraph(&[Piece::new(Style::plain(8.5), how.join(" "))]);
    canvas.gap(3.0);
    legend(canvas, report, all);
}

/// One sign of the legend, drawn with its middle at a point.
type Draw = fn(&mut Canvas<'_>, f32, f32);

/// How a sign is drawn; `None` for what paper leaves empty.
fn drawn(sign: Sign) -> Option<Draw> {
    Some(match sign {
        Sign::Above => |canvas, x, y| {
            let mut path = PathBuilder::new();
            chart::diamond(&mut path, x, y);
            canvas.path(path, Some(grey(0)), None);
        },
        Sign::Below => |canvas, x, y| {
            let mut path = PathBuilder::new();
            chart::square(&mut path, x, y);
            canvas.path(path, None, Some(chart::square_pen()));
        },
        Sign::TooUnwell => |canvas, x, y| {
            let mut path = PathBuilder::new();
            chart::cross(&mut path, x, y);
            canvas.path(path, None, Some(Pen::solid(grey(0), 0.9)));
        },
        Sign::Skipped => |canvas, x, y| {
            let mut path = PathBuilder::new();
            chart::dash(&mut path, x, y);
            canvas.path(path, None, Some(Pen::solid(grey(0), 0.9)));
        },
        Sign::NoEntry => |canvas, x, y| canvas.fill(x - 4.0, y - 3.5, 8.0, 7.0, grey(228)),
        Sign::Treatment => |canvas, x, y| axis::triangle(canvas, x, y + 2.2, true),
        Sign::Change => |canvas, x, y| axis::triangle(canvas, x, y + 2.5, false),
        Sign::Consultation => |canvas, x, y| axis::ring(canvas, x, y),
        Sign::Scan => |canvas, x, y| axis::frame(canvas, x, y),
        Sign::NotAsked => return None,
    })
}

/// The signs that are on the page with their words, from left to right, in as many lines as it takes.
fn legend(canvas: &mut Canvas<'_>, report: Report<'_>, all: &[&Chart]) {
    let charts = &report.preview.charts;
    let happened = |sign| charts.marks.iter().any(|mark| mark.sign == sign);
    let has = |letter: char| {
        all.iter().any(|chart| match &chart.data {
            ChartData::Cells(cells) => cells.iter().any(|cell| cell.letter() == letter),
            ChartData::Values(_) => false,
        })
    };
    let shown = |sign: Sign| match sign {
        Sign::Above | Sign::Below => true,
        Sign::TooUnwell => has('u'),
        Sign::Skipped => has('s'),
        Sign::NotAsked => false,
        Sign::NoEntry => charts.answered.contains(&false),
        Sign::Treatment | Sign::Change | Sign::Consultation | Sign::Scan => happened(sign),
    };
    let style = Style::plain(7.8);
    let mut x = LEFT;
    canvas.element(Tag::P, |canvas| {
        for one in charts.legend.iter().filter(|one| shown(one.sign)) {
            let Some(sign) = drawn(one.sign) else { continue };
            let width = 14.0 + text::width(canvas.fonts, style, &one.text);
            if x + width > RIGHT {
                x = LEFT;
                canvas.y += style.leading() + 1.0;
            }
            let y = canvas.y;
            canvas.artifact(ArtifactType::Layout, |canvas| sign(canvas, x + 4.0, y + 5.2));
            // The space parts the words for those who listen.
            let words = format!("{} ", one.text);
            canvas.content(|canvas| canvas.text(x + 11.0, y + 8.0, style, &words));
            x += width + 10.0;
        }
    });
    canvas.y += style.leading() + 2.0;
}
