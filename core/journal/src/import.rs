//! A diary table becomes entries: every row of one person, all or none.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::Arc;

use vigie_model::{Allowed, DailyEntry, Day, Height, Invalid, Source, Weight};
use vigie_report::table::{RowCause, TableCell, TableError, TableReader, TableRow};

use crate::JournalError;
use crate::doubts::{self, DoubtfulRow};

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// Whose rows; may be left out when the table holds one person.
    pub patient: Option<String>,
    /// Count and list bad rows instead of refusing the table.
    pub skip_bad: bool,
}

/// One row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line in the file, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub cause: RowCause,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportReport {
    /// The person whose rows were taken.
    pub patient: Option<String>,
    /// Rows of that person that were recorded.
    pub rows: u64,
    /// Rows that the journal held already.
    pub already_there: u64,
    /// Days that got an entry.
    pub days: u32,
    /// The first and the last of these days.
    pub span: Option<(Day, Day)>,
    /// Rows of other people, passed over.
    pub others: u64,
    /// Rows left out, with [`ImportOptions::skip_bad`].
    pub bad: Vec<BadRow>,
    /// Rows that were recorded, for they are history, and are worth checking.
    pub doubtful: Vec<DoubtfulRow>,
}

/// What the journal holds already.
pub(crate) struct There {
    /// What each day says.
    pub cells: BTreeMap<Day, Vec<TableCell>>,
    /// The weight of each day that has one.
    pub weights: BTreeMap<Day, Weight>,
    /// Height.
    pub height: Option<Height>,
}

/// Bytes between two reports of progress.
const PROGRESS_STEP: u64 = 1 << 18;

/// Reads the table; nothing is recorded yet. `progress` hears the bytes read.
pub(crate) fn read(
    source: impl Read,
    options: &ImportOptions,
    today: Day,
    there: There,
    progress: &mut dyn FnMut(u64),
) -> Result<(Vec<DailyEntry>, ImportReport), JournalError> {
    let mut table = TableReader::new(source)?;
    let mut report = ImportReport { patient: options.patient.clone(), ..Default::default() };
    let mut ids: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut days: BTreeMap<Day, Vec<DailyEntry>> = BTreeMap::new();
    let mut measured: Vec<(u64, DailyEntry)> = Vec::new();
    let mut heard = 0;
    while let Some(row) = table.next_row() {
        if table.bytes_read() >= heard + PROGRESS_STEP {
            heard = table.bytes_read();
            progress(heard);
        }
        let row = match row.and_then(|row| not_in_the_future(row, today)) {
            Ok(row) => row,
            Err(TableError::Row { line, cause }) if options.skip_bad => {
                report.bad.push(BadRow { line, cause });
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if !ids.contains(&row.patient) {
            ids.insert(Arc::clone(&row.patient));
        }
        if options.patient.as_ref().is_some_and(|id| **id != *row.patient) {
            report.others += 1;
            continue;
        }
        if there.cells.get(&row.day).is_some_and(|cells| cells.contains(&row.cell)) {
            report.already_there += 1;
            continue;
        }
        let measure = measure_of(&row);
        if put(days.entry(row.day).or_default(), row) {
            report.rows += 1;
            measured.extend(measure);
        } else {
            report.already_there += 1;
        }
    }
    report.patient = whose(options, ids)?;
    report.doubtful = doubts::of_table(measured, there.weights, there.height);
    report.days = u32::try_from(days.len()).unwrap_or(u32::MAX);
    report.span = days.keys().next().copied().zip(days.keys().next_back().copied());
    Ok((days.into_values().flatten().collect(), report))
}

/// The row's line and measure, when it holds one.
fn measure_of(row: &TableRow) -> Option<(u64, DailyEntry)> {
    let mut entry = DailyEntry::new(row.day);
    match row.cell {
        TableCell::Temperature(temperature) => entry.measures.temperature = Some(temperature),
        TableCell::Weight(weight) => entry.measures.weight = Some(weight),
        _ => return None,
    }
    Some((row.line, entry))
}

fn not_in_the_future(row: TableRow, today: Day) -> Result<TableRow, TableError> {
    if row.day > today {
        let cause = Invalid::new("date", Allowed::NotInTheFuture).into();
        return Err(TableError::Row { line: row.line, cause });
    }
    Ok(row)
}

/// Whose rows these are.
fn whose(options: &ImportOptions, ids: BTreeSet<Arc<str>>) -> Result<Option<String>, JournalError> {
    let mut ids = ids.into_iter().map(|id| id.to_string());
    match &options.patient {
        Some(id) if !ids.any(|there| there == *id) => Err(JournalError::NobodyOfThatName),
        Some(id) => Ok(Some(id.clone())),
        None if ids.len() > 1 => Err(JournalError::SeveralPeople { ids: ids.collect() }),
        None => Ok(ids.next()),
    }
}

/// Puts a row into the first sitting of its day that has room for it, so that no row is lost;
/// `false` when one says the same already.
fn put(sittings: &mut Vec<DailyEntry>, row: TableRow) -> bool {
    let mut cell = row.cell;
    for sitting in sittings.iter_mut() {
        match cell.put(sitting) {
            Ok(new) => return new,
            Err(back) => cell = back,
        }
    }
    let mut sitting = DailyEntry::new(row.day);
    sitting.source = Source::Imported;
    // An empty sitting has room for anything.
    let _ = cell.put(&mut sitting);
    sittings.push(sitting);
    true
}
