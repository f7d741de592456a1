//! The pages of charts: which there are, how many to a page, and the legend in words.

use krilla::geom::PathBuilder;
use krilla::tagging::{ArtifactType, Tag};
use vigie_words::Arg;

use super::axis::{self, ABOVE, Axis, BELOW};
use super::canvas::{BOTTOM, Canvas, LEFT, Pen, RIGHT, neat};
use super::chart::{self, Chart};
use super::days::{self, Grid};
use super::text::{self, Piece, Style, grey};
use super::{Told, unit};
use crate::{MODERATE, Measured, Series};

/// Lowest and greatest height of a chart.
const LOW: f32 = 49.0;
const HIGH: f32 = 84.0;
/// Most charts: three pages.
const MOST: usize = 36;
/// Fever in °C.
const FEVER: f64 = 38.0;

/// Draws the pages, when there is anything to draw. Says whether there was.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) -> bool {
    let summary = told.summary;
    let axis = Axis { grid: Grid::new(summary.choice.from, summary.days) };
    let (charts, hidden) = all(told, axis.grid);
    if charts.is_empty() {
        return false;
    }
    canvas.new_page();
    intro(canvas, told, axis.grid, hidden);
    let absent = days::absent(axis.grid, &summary.state);
    let mut room = BOTTOM - canvas.y - ABOVE - BELOW;
    let mut rest = charts.as_slice();
    while !rest.is_empty() {
        let (page, height) = share(rest.len(), room);
        let (now, later) = rest.split_at(page.min(rest.len()));
        one_page(canvas, told, axis, (now, height, &absent));
        rest = later;
        if !rest.is_empty() {
            canvas.new_page();
            room = BOTTOM - canvas.y - ABOVE - BELOW;
        }
    }
    true
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
    told: Told<'_>,
    axis: Axis,
    (charts, height, absent): (&[Chart], f32, &[(usize, usize)]),
) {
    let top = canvas.y + ABOVE;
    let below = charts.iter().fold(top, |y, _| y + height);
    axis::draw(canvas, told, axis, top, below);
    canvas.y = top;
    for chart in charts {
        chart.draw(canvas, axis, height, absent);
    }
    canvas.y = below + BELOW;
}

/// Every chart in the order of the table, then general state, weight and temperature; and how many
/// symptoms have none.
fn all(told: Told<'_>, grid: Grid) -> (Vec<Chart>, usize) {
    let summary = told.summary;
    let mut charts: Vec<Chart> =
        summary.series.iter().take(MOST - 3).map(|series| symptom(told, grid, series)).collect();
    let hidden = summary.series.len() - charts.len();
    charts.extend(state(told, grid));
    charts.extend(measure(told, grid, "report-weight", &summary.weight, None));
    charts.extend(measure(told, grid, "report-temperature", &summary.temperature, Some(FEVER)));
    (charts, hidden)
}

fn symptom(told: Told<'_>, grid: Grid, series: &Series) -> Chart {
    let worst: [(&str, Arg<'_>); 2] =
        [("worst", u32::from(series.worst).into()), ("day", told.day(series.worst_day).into())];
    let name = told.item(&series.item);
    let mut args = vec![
        ("name", name.as_str().into()),
        ("answers", series.answers.into()),
        ("days", told.summary.days.into()),
        ("mean", told.words.number(series.mean, 1).into()),
        ("moderate", series.days_moderate.into()),
    ];
    args.extend(worst.iter().cloned());
    // Words of severity only where severity is what is rated.
    let words = match unit(&series.item) {
        Some(_) => Vec::new(),
        None => [8_u8, 5, 2]
            .iter()
            .map(|rating| (f64::from(*rating) + 0.3, told.words.severity(*rating)))
            .collect(),
    };
    Chart {
        detail: told.with("report-chart-detail", &worst),
        alt: told.with("report-chart-alt", &args),
        slots: days::rated(grid, &series.cells),
        range: (0.0, 10.0),
        threshold: Some(f64::from(MODERATE)),
        numbers: numbers(&[10.0, 4.0, 0.0]),
        words,
        name,
    }
}

fn numbers(values: &[f64]) -> Vec<(f64, String)> {
    values.iter().map(|value| (*value, format!("{value:.0}"))).collect()
}

fn state(told: Told<'_>, grid: Grid) -> Option<Chart> {
    let slots = days::rated(grid, &told.summary.state);
    let rated = || told.summary.state.iter().filter_map(|cell| cell.rating());
    let worst = rated().max()?;
    let name = told.say("report-state");
    let alt = told.with(
        "report-chart-alt-state",
        &[
            ("name", name.as_str().into()),
            ("answers", rated().count().into()),
            ("days", told.summary.days.into()),
            ("worst", u32::from(worst).into()),
        ],
    );
    Some(Chart {
        name,
        detail: told.say("report-chart-state"),
        alt,
        slots,
        range: (0.0, 4.0),
        threshold: None,
        numbers: numbers(&[4.0, 2.0, 0.0]),
        words: vec![(4.0, told.say("report-state-high")), (0.0, told.say("report-state-low"))],
    })
}

/// A measure on its own scale, a little wider than its values.
fn measure(
    told: Told<'_>,
    grid: Grid,
    id: &str,
    values: &Measured,
    threshold: Option<f64>,
) -> Option<Chart> {
    let all = || values.iter().map(|(_, value)| *value);
    let low = all().reduce(f64::min)?;
    let high = all().reduce(f64::max)?;
    let floor = threshold.map_or(low, |threshold| low.min(threshold)).floor();
    let mut ceiling = threshold.map_or(high, |threshold| high.max(threshold)).ceil();
    if ceiling - floor < 2.0 {
        ceiling = floor + 2.0;
    }
    let name = told.say(id);
    let number = |value| told.words.number(value, 1);
    let args: [(&str, Arg<'_>); 4] = [
        ("name", name.as_str().into()),
        ("count", values.len().into()),
        ("low", number(low).into()),
        ("high", number(high).into()),
    ];
    let mut marks = vec![floor, ceiling];
    marks.extend(threshold.filter(|t| *t > floor && *t < ceiling));
    Some(Chart {
        detail: told.with("report-chart-measure", args.get(2..).unwrap_or_default()),
        alt: told.with("report-chart-alt-measure", &args),
        slots: days::measured(grid, values),
        range: (floor, ceiling),
        threshold,
        numbers: numbers(&marks),
        words: vec![(f64::midpoint(floor, ceiling), told.say(&format!("{id}-unit")))],
        name,
    })
}

/// Heading, how to read the charts, and the legend.
fn intro(canvas: &mut Canvas<'_>, told: Told<'_>, grid: Grid, hidden: usize) {
    canvas.heading(2, &told.say("report-charts"), 60.0);
    let mut how = vec![told.say("report-charts-how")];
    if grid.step > 1 {
        let weeks = grid.step / 7;
        how.push(told.with("report-charts-weeks", &[("weeks", weeks.into())]));
    }
    if hidden > 0 {
        how.push(told.with("report-charts-hidden", &[("count", hidden.into())]));
    }
    canvas.paragraph(&[Piece::new(Style::plain(8.5), how.join(" "))]);
    canvas.gap(3.0);
    legend(canvas, told);
}

/// One sign of the legend, drawn with its middle at a point.
type Sign = fn(&mut Canvas<'_>, f32, f32);

const LEGEND: [(&str, Sign); 7] = [
    ("report-legend-above", |canvas, x, y| {
        let mut path = PathBuilder::new();
        chart::diamond(&mut path, x, y);
        canvas.path(path, Some(grey(0)), None);
    }),
    ("report-legend-below", |canvas, x, y| {
        let mut path = PathBuilder::new();
        chart::square(&mut path, x, y);
        canvas.path(path, None, Some(chart::square_pen()));
    }),
    ("report-legend-unwell", |canvas, x, y| {
        let mut path = PathBuilder::new();
        chart::cross(&mut path, x, y);
        canvas.path(path, None, Some(Pen::solid(grey(0), 0.9)));
    }),
    ("report-legend-skipped", |canvas, x, y| {
        let mut path = PathBuilder::new();
        chart::dash(&mut path, x, y);
        canvas.path(path, None, Some(Pen::solid(grey(0), 0.9)));
    }),
    ("report-legend-absent", |canvas, x, y| {
        canvas.fill(x - 4.0, y - 3.5, 8.0, 7.0, grey(228));
    }),
    ("report-legend-treatment", |canvas, x, y| {
        axis::triangle(canvas, x, y + 2.2, true);
    }),
    ("report-legend-change", |canvas, x, y| {
        axis::triangle(canvas, x, y + 2.5, false);
    }),
];

/// The signs with their words, from left to right, in as many lines as it takes.
fn legend(canvas: &mut Canvas<'_>, told: Told<'_>) {
    let style = Style::plain(7.8);
    let mut x = LEFT;
    canvas.element(Tag::P, |canvas| {
        for (id, sign) in LEGEND {
            let words = told.say(id);
            let width = 14.0 + text::width(canvas.fonts, style, &words);
            if x + width > RIGHT {
                x = LEFT;
                canvas.y += style.leading() + 1.0;
            }
            let y = canvas.y;
            canvas.artifact(ArtifactType::Layout, |canvas| sign(canvas, x + 4.0, y + 5.2));
            // The space parts the words for those who listen.
            let words = format!("{words} ");
            canvas.content(|canvas| canvas.text(x + 11.0, y + 8.0, style, &words));
            x += width + 10.0;
        }
    });
    canvas.y += style.leading() + 2.0;
}
