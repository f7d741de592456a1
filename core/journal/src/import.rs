//! A diary table becomes entries and what stands beside them: every row of one person, all or none.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::Arc;

use vigie_model::{Allowed, Author, DailyEntry, Day, Invalid, Source};
use vigie_report::table::{Beside, RowCause, TableCell, TableError, TableReader, TableRow};

use crate::JournalError;
use crate::brought::Brought;
use crate::doubts::{self, DoubtfulRow};

pub(crate) use crate::brought::There;

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
    /// Days that something was recorded of.
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

/// Bytes between two reports of progress.
const PROGRESS_STEP: u64 = 1 << 18;

/// Reads the table; nothing is recorded yet. `progress` hears the bytes read.
pub(crate) fn read(
    source: impl Read,
    options: &ImportOptions,
    today: Day,
    there: There,
    progress: &mut dyn FnMut(u64),
) -> Result<(Brought, ImportReport), JournalError> {
    let mut table = TableReader::new(source)?;
    let mut report = ImportReport { patient: options.patient.clone(), ..Default::default() };
    let mut ids: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut days: BTreeMap<Day, Sittings> = BTreeMap::new();
    let mut brought = Brought::new(&there);
    let mut told: BTreeSet<Day> = BTreeSet::new();
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
        let (day, measure) = (row.day, measure_of(&row));
        let new = match row.cell {
            TableCell::Beside(beside) => {
                let mut sittings = days.get_mut(&day);
                let author = sittings.as_ref().and_then(|it| it.author.clone()).unwrap_or_default();
                let new = brought.take(*beside, &author, &there);
                if let Some(sittings) = sittings.as_mut().filter(|sittings| new && sittings.begun) {
                    // The row before said whose this is.
                    sittings.begun = false;
                    report.rows += 1;
                }
                // Nobody knows when it began.
                told.extend(new.then_some(if day == Day::FIRST { today } else { day }));
                new
            }
            TableCell::Author(author) => {
                let before = days.entry(day).or_default().begin(author);
                report.already_there += u64::from(before);
                continue;
            }
            cell => {
                let sittings = days.entry(day).or_default();
                if there.says(day, sittings.author.as_ref(), &cell) {
                    false
                } else {
                    report.rows += u64::from(sittings.begun);
                    sittings.put(day, cell)
                }
            }
        };
        if new {
            report.rows += 1;
            measured.extend(measure);
        } else {
            report.already_there += 1;
        }
    }
    progress(table.bytes_read());
    report.patient = whose(options, ids)?;
    report.doubtful = doubts::of_table(measured, there.weights, there.height);
    for (day, sittings) in days {
        report.already_there += u64::from(sittings.begun);
        told.extend((!sittings.entries.is_empty()).then_some(day));
        brought.entries.extend(sittings.entries);
    }
    report.days = u32::try_from(told.len()).unwrap_or(u32::MAX);
    report.span = told.first().copied().zip(told.last().copied());
    Ok((brought, report))
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
    let future = || Err(Invalid::new("date", Allowed::NotInTheFuture));
    let allowed = match &row.cell {
        TableCell::Beside(beside) => match &**beside {
            // A treatment may be planned.
            Beside::Treatment(line) => line.validate(),
            Beside::Care(event) => event.validate(today),
            Beside::Prompt(prompt) if prompt.moments().any(|moment| moment.day() > today) => {
                future()
            }
            Beside::Prompt(_) if row.day > today => future(),
            Beside::Prompt(_) => Ok(()),
        },
        // Whose the next rows are: an appointment to come may be among them.
        TableCell::Author(_) => Ok(()),
        _ if row.day > today => future(),
        _ => Ok(()),
    };
    allowed.map_err(|invalid| TableError::Row { line: row.line, cause: invalid.into() })?;
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

/// The sittings of one day, as far as its rows were read.
#[derive(Default)]
struct Sittings {
    entries: Vec<DailyEntry>,
    /// Where the sittings of the author begin whose rows come now.
    first: usize,
    /// Who answered them, once a row said so.
    author: Option<Author>,
    /// Whether such a row was read, and none that was recorded followed it yet.
    begun: bool,
}

impl Sittings {
    /// What follows are another sitting's rows; whether nothing came of the row that began the last one.
    fn begin(&mut self, author: Author) -> bool {
        self.first = self.entries.len();
        self.author = Some(author);
        std::mem::replace(&mut self.begun, true)
    }

    /// Puts a row into the first sitting that has room for it, so that no row is lost; `false` when one says the same already.
    fn put(&mut self, day: Day, mut cell: TableCell) -> bool {
        self.begun = false;
        for sitting in self.entries.iter_mut().skip(self.first) {
            match cell.put(sitting) {
                Ok(new) => return new,
                Err(back) => cell = back,
            }
        }
        let mut sitting = DailyEntry::new(day);
        sitting.source = Source::Imported;
        sitting.author = self.author.clone().unwrap_or_default();
        // An empty sitting has room for anything.
        let _ = cell.put(&mut sitting);
        self.entries.push(sitting);
        true
    }
}
