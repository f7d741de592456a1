//! The numbers: every symptom by its worst day, then measures, treatment days and painkillers.

use krilla::tagging::{ListNumbering, Tag};
use vigie_model::Day;

use super::Told;
use super::canvas::{Canvas, LEFT, WIDTH};
use super::table::{Column, Row, SIZE, Table};
use super::text::{Piece, Style};
use crate::{Cell, Change, DatedEvent, Direction, Window};

/// Most symptoms in the table.
const MOST_ROWS: usize = 60;
/// Most dates listed of one kind of event, and most painkillers.
const MOST_DATES: usize = 14;
const MOST_PAINKILLERS: usize = 6;
/// Fever, in °C (NICE): counted, not judged.
const FEVER: f64 = 38.0;
/// What stands where there is no number.
const NOTHING: &str = "–";

/// Draws the table of symptoms.
pub(super) fn draw(canvas: &mut Canvas<'_>, told: Told<'_>) {
    canvas.heading(2, &told.say("report-symptoms"), 60.0);
    let mut rows: Vec<Row> = told
        .summary
        .series
        .iter()
        .take(MOST_ROWS)
        .map(|series| {
            let worst = format!("{} ({})", series.worst, told.day(series.worst_day));
            let numbers = [
                series.answers.to_string(),
                told.words.number(series.mean, 1),
                worst,
                series.days_moderate.to_string(),
            ];
            row(told, told.item(&series.item), numbers, &series.change)
        })
        .collect();
    rows.extend(state(told));
    if rows.is_empty() {
        let text = told.say("report-symptoms-none");
        canvas.paragraph(&[Piece::new(Style::plain(9.0), text)]);
    } else {
        let columns = columns(told);
        Table { columns: &columns, rows }.draw(canvas);
        canvas.gap(3.0);
        let mut remarks = vec![told.say("report-symptoms-note")];
        let hidden = told.summary.series.len().saturating_sub(MOST_ROWS);
        if hidden > 0 {
            remarks.push(told.with("report-symptoms-hidden", &[("count", hidden.into())]));
        }
        canvas.paragraph(&[Piece::new(Style::quiet(8.0), remarks.join(" "))]);
    }
}

fn columns(told: Told<'_>) -> [Column; 8] {
    let column = |id: &str, width| Column::number(told.say(id), width);
    [
        Column::text(told.say("report-col-symptom"), 143.28),
        column("report-col-answers", 50.0),
        column("report-col-mean", 56.0),
        column("report-col-worst", 96.0),
        column("report-col-days", 46.0),
        column("report-col-first", 43.0),
        column("report-col-last", 43.0),
        column("report-col-change", 44.0),
    ]
}

fn row(told: Told<'_>, name: String, numbers: [String; 4], change: &Change) -> Row {
    let plain = |text: String| vec![Piece::new(Style::plain(SIZE), text)];
    let mean = |window: Option<Window>| {
        plain(window.map_or_else(|| NOTHING.to_owned(), |window| told.words.number(window.mean, 1)))
    };
    let marked = matches!(change.direction, Direction::New | Direction::Worse);
    let style = if marked { Style::strong(SIZE) } else { Style::plain(SIZE) };
    let difference = change
        .difference()
        .filter(|_| change.direction != Direction::Unknown)
        .map_or_else(|| NOTHING.to_owned(), |value| told.words.change(value));
    let mut row = vec![vec![Piece::new(style, name)]];
    row.extend(numbers.map(plain));
    row.push(mean(change.first));
    row.push(mean(change.last));
    row.push(vec![Piece::new(style, difference)]);
    row
}

/// General state as the last row, on its own scale.
fn state(told: Told<'_>) -> Option<Row> {
    let summary = told.summary;
    let days = summary.choice.from.through(summary.choice.to);
    let rated: Vec<(Day, u8)> = days
        .zip(&summary.state)
        .filter_map(|(day, cell)| Some((day, Cell::rating(*cell)?)))
        .collect();
    let (worst_day, worst) = *rated.iter().max_by_key(|(day, state)| (*state, *day))?;
    let sum: u32 = rated.iter().map(|(_, state)| u32::from(*state)).sum();
    let answers = u32::try_from(rated.len()).unwrap_or(u32::MAX);
    let numbers = [
        answers.to_string(),
        told.words.number(f64::from(sum) / f64::from(answers), 1),
        format!("{worst} ({})", told.day(worst_day)),
        NOTHING.to_owned(),
    ];
    Some(row(told, told.say("report-state"), numbers, &summary.state_change))
}

/// Weight, temperature, treatment days and painkillers: one line each, when there is something.
pub(super) fn measures(canvas: &mut Canvas<'_>, told: Told<'_>) {
    let summary = told.summary;
    let mut lines: Vec<(String, String)> = Vec::new();
    lines.extend(weight(told));
    lines.extend(temperature(told));
    lines.extend(events(told, "report-administrations", &summary.administrations));
    lines.extend(events(told, "report-treatment-changes", &summary.treatment_changes));
    lines.extend(painkillers(told));
    if lines.is_empty() {
        return;
    }
    canvas.heading(2, &told.say("report-measures"), 30.0);
    canvas.element(Tag::L(ListNumbering::None), |canvas| {
        for (label, text) in lines {
            let pieces = [
                Piece::new(Style::strong(9.0), format!("{label} ")),
                Piece::new(Style::plain(9.0), text),
            ];
            let set = canvas.set(&pieces, WIDTH);
            canvas.element(Tag::LI, |canvas| {
                canvas.element(Tag::LBody, |canvas| canvas.lines(LEFT, &set));
            });
            canvas.y += 2.0;
        }
    });
}

fn weight(told: Told<'_>) -> Option<(String, String)> {
    let (first_day, first) = *told.summary.weight.first()?;
    let (last_day, last) = *told.summary.weight.last()?;
    let label = told.say("report-weight");
    let kg = |value| told.words.number(value, 1);
    if first_day == last_day {
        let args = [("value", kg(last).into()), ("day", told.day(last_day).into())];
        return Some((label, told.with("report-weight-once", &args)));
    }
    let text = told.with(
        "report-weight-change",
        &[
            ("first", kg(first).into()),
            ("firstday", told.day(first_day).into()),
            ("last", kg(last).into()),
            ("lastday", told.day(last_day).into()),
            ("change", told.words.change(last - first).into()),
            ("percent", told.words.change((last - first) / first * 100.0).into()),
        ],
    );
    Some((label, text))
}

fn temperature(told: Told<'_>) -> Option<(String, String)> {
    let all = &told.summary.temperature;
    let (day, highest) =
        all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))?;
    let fever = all.iter().filter(|(_, value)| *value >= FEVER).count();
    let text = told.with(
        "report-temperature-highest",
        &[
            ("value", told.words.number(highest, 1).into()),
            ("day", told.day(day).into()),
            ("fever", fever.into()),
            ("count", all.len().into()),
        ],
    );
    Some((told.say("report-temperature"), text))
}

/// The dates of events; when there are very many, how many and the last.
fn events(told: Told<'_>, id: &str, events: &[DatedEvent]) -> Option<(String, String)> {
    let last = events.last()?;
    let one = |event: &DatedEvent| {
        let day = told.day(event.day);
        match &event.name {
            Some(name) => format!("{day} ({})", name.as_str()),
            None => day,
        }
    };
    let same = events.iter().all(|event| event.name == last.name);
    let text = if events.len() > MOST_DATES {
        told.with(
            "report-events-many",
            &[("count", events.len().into()), ("last", one(last).into())],
        )
    } else if same && events.len() > 1 {
        let days: Vec<String> = events.iter().map(|e| told.day(e.day)).collect();
        match &last.name {
            Some(name) => format!("{} ({})", days.join(", "), name.as_str()),
            None => days.join(", "),
        }
    } else {
        events.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    Some((told.say(id), text))
}

fn painkillers(told: Told<'_>) -> Option<(String, String)> {
    let rows = &told.summary.painkillers;
    let mut parts: Vec<String> = rows
        .iter()
        .take(MOST_PAINKILLERS)
        .map(|row| {
            told.with(
                "report-painkiller",
                &[
                    ("name", row.name.as_str().into()),
                    ("days", row.days.into()),
                    ("helped", row.helped.into()),
                    ("nothelped", row.not_helped.into()),
                ],
            )
        })
        .collect();
    if rows.len() > MOST_PAINKILLERS {
        let more = rows.len() - MOST_PAINKILLERS;
        parts.push(told.with("report-change-more", &[("count", more.into())]));
    }
    (!parts.is_empty()).then(|| (told.say("report-painkillers"), parts.join(" · ")))
}
