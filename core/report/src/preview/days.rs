//! The journal's full table: every answer day by day, and in a long period the worst of each stretch of days.

use super::{Block, Column, Part, Section, Table, TextCell, Told};
use crate::Cell;

/// Days in one table when each day has its column, and stretches when it has not.
const DAYS: usize = 28;
const STRETCHES: usize = 18;

/// Longest period whose days each have a column: four months.
pub(crate) const BY_DAY: u32 = 120;

/// Days in one column: one up to [`BY_DAY`], a week up to a year, then four weeks, so that ten years with thirty
/// symptoms are a few pages and not sixty.
fn step(days: u32) -> usize {
    match days {
        0..=BY_DAY => 1,
        ..=366 => 7,
        _ => 28,
    }
}

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let summary = told.summary;
    let mut rows: Vec<(String, &[Cell])> = summary
        .series
        .iter()
        .map(|series| (told.item(&series.item), series.cells.as_slice()))
        .collect();
    if summary.state.iter().any(|cell| cell.rating().is_some()) {
        rows.push((told.say("report-state"), &summary.state));
    }
    if rows.is_empty() {
        return None;
    }
    let step = step(summary.days);
    let mut section = Section::new(Part::Days, told.say("report-days"));
    let mut how = told.say("report-days-how");
    if step > 1 {
        how = format!("{} {how}", told.with("report-days-step", &[("days", step.into())]));
    }
    section.push(Block::Remark(how));
    let each = if step == 1 { DAYS } else { STRETCHES };
    let count = summary.state.len().div_ceil(step);
    for first in (0..count).step_by(each) {
        let columns = first..count.min(first + each);
        section.push(Block::Table(table(told, &rows, columns, step)));
    }
    Some(section)
}

/// One table: a row an item, a column a day or a stretch of `step` days.
fn table(
    told: Told<'_>,
    rows: &[(String, &[Cell])],
    columns: std::ops::Range<usize>,
    step: usize,
) -> Table {
    let day = |column: usize| {
        told.summary.choice.from.plus(i32::try_from(column * step).unwrap_or(i32::MAX))
    };
    let end = day(columns.end).plus(-1).min(told.summary.choice.to);
    let years =
        |day: vigie_model::Day| format!("{}\u{a0}{}", told.words.day_short(day), day.ymd().0);
    let title = format!("{} – {}", years(day(columns.start)), years(end));
    let mut heads = vec![Column::text(title)];
    heads.extend(columns.clone().map(|column| {
        let (_, month, number) = day(column).ymd();
        let title = if step == 1 { number.to_string() } else { format!("{number}/{month}") };
        Column::number(title)
    }));
    let row = |(name, cells): &(String, &[Cell])| {
        let stretches = cells.chunks(step).skip(columns.start).take(columns.len());
        let mut row: Vec<TextCell> = vec![name.clone().into()];
        row.extend(stretches.map(|cells| TextCell::from(worst(cells))));
        row
    };
    Table { columns: heads, rows: rows.iter().map(row).collect() }
}

/// The worst rating; without one, the silence that says most.
fn worst(cells: &[Cell]) -> String {
    if let Some(rating) = cells.iter().filter_map(|cell| cell.rating()).max() {
        return rating.to_string();
    }
    let silences = [(Cell::TooUnwell, "×"), (Cell::Skipped, "–"), (Cell::NotAsked, "·")];
    let found = silences.iter().find(|(silence, _)| cells.contains(silence));
    found.map(|(_, sign)| (*sign).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_silence_has_a_sign_of_its_own_and_zero_is_none_of_them() {
        assert_eq!(worst(&[Cell::Rated(0)]), "0");
        assert_eq!(worst(&[Cell::Rated(2), Cell::TooUnwell, Cell::Rated(10)]), "10");
        assert_eq!(worst(&[Cell::Skipped, Cell::TooUnwell]), "×");
        assert_eq!(worst(&[Cell::NoEntry, Cell::NotAsked, Cell::Skipped]), "–");
        assert_eq!(worst(&[Cell::NoEntry, Cell::NotAsked]), "·");
        assert_eq!(worst(&[Cell::NoEntry]), "");
    }

    #[test]
    fn ten_years_have_few_columns() {
        for (days, columns) in [(70, 70), (120, 120), (366, 53), (730, 27), (3_652, 131)] {
            let days = u32::try_from(days).unwrap();
            assert_eq!((days as usize).div_ceil(step(days)), columns);
        }
    }
}
