//! The journal's full table: every answer day by day, and in a long period the worst of each stretch of days.

use super::{Block, Column, Part, Section, Table, TextCell, Told};
use crate::Cell;

/// Stands for a day without an entry.
const NO_ENTRY: &str = "○";

/// Places in one column, and columns in one table: weeks, when a place is a day.
pub(crate) const PLACES: usize = 7;
const COLUMNS: usize = 5;

/// Longest period whose days each have a column: four months.
const BY_DAY: u32 = 120;

/// Days in one place: one up to [`BY_DAY`], a week up to a year, then four weeks, so that ten years with thirty
/// symptoms are a few pages and not sixty.
fn step(days: u32) -> usize {
    match days {
        ..=BY_DAY => 1,
        121..=366 => 7,
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
    section.push(Block::Remark(match step {
        1 => told.say("report-days-how"),
        days => told.with("report-days-step", &[("days", days.into())]),
    }));
    let days = summary.state.len();
    for first in (0..days).step_by(step * PLACES * COLUMNS) {
        section.push(Block::Table(table(told, &rows, first, step)));
    }
    Some(section)
}

/// One table: a row an item, a column [`PLACES`] places of `step` days. A cell has a sign for each of its places.
fn table(told: Told<'_>, rows: &[(String, &[Cell])], first: usize, step: usize) -> Table {
    let day =
        |offset: usize| told.summary.choice.from.plus(i32::try_from(offset).unwrap_or(i32::MAX));
    let column = step * PLACES;
    let last = told.summary.state.len().min(first + column * COLUMNS);
    let mut columns = vec![Column::text(told.say("report-col-symptom"))];
    columns.extend((first..last).step_by(column).map(|offset| {
        Column::text(told.with("report-days-from", &[("day", told.day(day(offset)).into())]))
    }));
    let row = |(name, cells): &(String, &[Cell])| {
        let cells = cells.get(first..last).unwrap_or_default();
        let signs = |places: &[Cell]| places.chunks(step).map(worst).collect::<Vec<_>>().join(" ");
        let mut row: Vec<TextCell> = vec![name.clone().into()];
        row.extend(cells.chunks(column).map(|places| TextCell::from(signs(places))));
        row
    };
    Table { columns, rows: rows.iter().map(row).collect() }
}

/// The worst rating; without one, the silence that says most.
fn worst(cells: &[Cell]) -> String {
    if let Some(rating) = cells.iter().filter_map(|cell| cell.rating()).max() {
        return rating.to_string();
    }
    let silences = [(Cell::TooUnwell, "×"), (Cell::Skipped, "–"), (Cell::NotAsked, "·")];
    let found = silences.iter().find(|(silence, _)| cells.contains(silence));
    found.map_or(NO_ENTRY, |(_, sign)| *sign).to_owned()
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
        assert_eq!(worst(&[Cell::NoEntry]), NO_ENTRY);
    }

    #[test]
    fn ten_years_have_few_places() {
        for (days, places) in [(70, 70), (120, 120), (366, 53), (730, 27), (3_652, 131)] {
            let days = u32::try_from(days).unwrap();
            assert_eq!((days as usize).div_ceil(step(days)), places);
        }
    }
}
