//! The pages of charts: how many to a page, and the legend.

use krilla::geom::PathBuilder;
use krilla::tagging::{ArtifactType, Tag};

use super::Report;
use super::axis::{self, ABOVE, Axis, BELOW};
use super::canvas::{BOTTOM, Canvas, LEFT, Pen, RIGHT, neat};
use super::chart;
use super::days::{self, Grid};
use super::text::{self, Piece, Style, grey};
use crate::{Chart, ChartData, Sign};

/// Lowest and greatest height of a chart.
const LOW: f32 = 49.0;
const HIGH: f32 = 84.0;
/// Most charts: three pages.
const MOST: usize = 36;

/// Draws the pages, when there is anything to draw. Says whether there was.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: Report<'_>) -> bool {
    let all = chosen(report);
    if all.is_empty() {
        return false;
    }
    let grid = Grid::new(report.summary.choice.from, report.summary.days);
    let axis = Axis { grid };
    let hidden = report.preview.charts.charts.len() - all.len();
    canvas.new_page();
    intro(canvas, report, grid, hidden, &all);
    let absent = days::absent(grid, &report.preview.charts.answered);
    let mut room = BOTTOM - canvas.y - ABOVE - BELOW;
    let mut rest = all.as_slice();
    while !rest.is_empty() {
        let (page, height) = share(rest.len(), room);
        let (now, later) = rest.split_at(page.min(rest.len()));
        one_page(canvas, report, axis, (now, height, &absent));
        rest = later;
        if !rest.is_empty() {
            canvas.new_page();
            room = BOTTOM - canvas.y - ABOVE - BELOW;
        }
    }
    true
}

/// The charts that are drawn: symptoms are what may be left to the table.
fn chosen(report: Report<'_>) -> Vec<&Chart> {
    let all = &report.preview.charts.charts;
    let symptoms = report.summary.series.len().min(all.len());
    let (symptoms, others) = all.split_at(symptoms);
    let others = others.get(..others.len().min(MOST / 2)).unwrap_or(others);
    symptoms.iter().take(MOST - others.len()).chain(others).collect()
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
fn intro(canvas: &mut Canvas<'_>, report: Report<'_>, grid: Grid, hidden: usize, all: &[&Chart]) {
    canvas.heading(2, &report.preview.charts.title, 60.0);
    let mut how = vec![report.preview.charts.how.clone()];
    if grid.step > 1 {
        let weeks = grid.step / 7;
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
