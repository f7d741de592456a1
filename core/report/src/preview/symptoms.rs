//! The numbers: every symptom by its worst day, and general state.

use vigie_model::Day;

use super::told::NOTHING;
use super::{Block, Column, Part, Section, Table, TextCell, Told};
use crate::{Cell, Change, Direction, Window};

pub(super) fn section(told: Told<'_>) -> Section {
    let mut section = Section::new(Part::Symptoms, told.say("report-symptoms"));
    let mut rows: Vec<Vec<TextCell>> = told
        .summary
        .series
        .iter()
        .map(|series| {
            let numbers = [
                series.answers.to_string(),
                told.words.number(series.mean, 1),
                format!("{} ({})", series.worst, told.day(series.worst_day)),
                series.days_moderate.to_string(),
            ];
            row(told, told.item(&series.item), numbers, &series.change)
        })
        .collect();
    rows.extend(state(told));
    if rows.is_empty() {
        section.push(Block::Text(told.nothing("report-symptoms-none")));
        return section;
    }
    section.push(Block::Table(Table { columns: columns(told), rows }));
    section.push(Block::Remark(told.say("report-symptoms-note")));
    section
}

fn columns(told: Told<'_>) -> Vec<Column> {
    let numbers = [
        "report-col-answers",
        "report-col-mean",
        "report-col-worst",
        "report-col-days",
        "report-col-before",
        "report-col-now",
        "report-col-change",
    ];
    let mut columns = vec![Column::text(told.say("report-col-symptom"))];
    columns.extend(numbers.iter().map(|id| Column::number(told.say(id))));
    columns
}

fn row(told: Told<'_>, name: String, numbers: [String; 4], change: &Change) -> Vec<TextCell> {
    let strong = matches!(change.direction, Direction::New | Direction::Worse);
    let mean =
        |window: Option<Window>| told.mean(window).unwrap_or_else(|| NOTHING.to_owned()).into();
    let difference = change
        .difference()
        .filter(|_| change.direction != Direction::Unknown)
        .map_or_else(|| NOTHING.to_owned(), |value| told.words.change(value));
    let mut row = vec![TextCell { text: name, strong }];
    row.extend(numbers.map(TextCell::from));
    row.push(mean(change.before));
    row.push(mean(change.now));
    row.push(TextCell { text: difference, strong });
    row
}

/// General state as the last row, on its own scale.
fn state(told: Told<'_>) -> Option<Vec<TextCell>> {
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
