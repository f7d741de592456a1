//! What would have been said, day by day, seeing only the past: a table in, JSON Lines out.

mod person;
mod workers;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{Read, Write};
use std::sync::Arc;

use vigie_report::ExportedReader;
use vigie_report::table::{TableError, TableRow};
use vigie_watch::{Budget, RulePack};

use crate::JournalError;
use crate::import::BadRow;
use person::Person;

/// How to replay.
#[derive(Debug, Clone)]
pub struct ReplayOptions {
    /// Also one line for every reported item and day.
    pub daily: bool,
    /// Whether trend prompts are held to one a week.
    pub budget: Budget,
    /// The rules; the built-in ones by default.
    pub pack: RulePack,
    /// Threads that work, at least 1. The lines are the same on any number.
    pub threads: usize,
    /// Count and list bad rows instead of stopping.
    pub skip_bad: bool,
    /// The rows come sorted by patient (byte order): each person is let go when the next begins,
    /// so that a table of any size needs little memory. Otherwise everything is read first.
    pub sorted: bool,
}

impl Default for ReplayOptions {
    fn default() -> Self {
        Self {
            daily: false,
            budget: Budget::default(),
            pack: RulePack::builtin().clone(),
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            skip_bad: false,
            sorted: false,
        }
    }
}

/// What a replay read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReplayReport {
    /// Rows read.
    pub rows: u64,
    /// People.
    pub patients: u64,
    /// Rows left out, with [`ReplayOptions::skip_bad`].
    pub bad: Vec<BadRow>,
}

/// Replays a diary table and writes one JSON line a prompt, in patient order. `progress` hears
/// the bytes read.
///
/// # Errors
/// [`JournalError::Table`] naming line and cause. Lines of people who came before are written by
/// then when the table is `sorted`; otherwise nothing is. [`JournalError::Io`].
pub fn replay(
    source: impl Read + Send,
    options: &ReplayOptions,
    mut writer: impl Write,
    progress: &mut dyn FnMut(u64),
) -> Result<ReplayReport, JournalError> {
    let mut rows = Rows::new(ExportedReader::new(source)?, options, progress);
    if options.sorted {
        sorted(&mut rows, options, &mut writer)?;
    } else {
        for (_, lines) in together(&mut rows, options)? {
            writer.write_all(&lines)?;
        }
    }
    writer.flush()?;
    Ok(rows.report)
}

/// Each person is let go when their lines are written.
fn sorted<R: Read>(
    rows: &mut Rows<'_, R>,
    options: &ReplayOptions,
    writer: &mut impl Write,
) -> Result<(), JournalError> {
    let mut last: Option<Arc<str>> = None;
    let people = || {
        if let (Some(last), Some(row)) = (&last, rows.peek()?)
            && *last >= row.patient
        {
            return Err(JournalError::NotSorted { line: row.line });
        }
        let person = rows.next_run()?;
        last = person.as_ref().map(|person| Arc::clone(&person.id));
        rows.report.patients += u64::from(person.is_some());
        Ok(person)
    };
    workers::work(options, people, |_, lines| Ok(writer.write_all(&lines)?))
}

/// Everybody's lines by id, whatever the order of rows. Most tables have a person's rows together:
/// while that holds, people are worked off as they are read; the first one who comes again ends
/// that, and whoever gets more rows is worked off again at the end.
fn together<R: Read>(
    rows: &mut Rows<'_, R>,
    options: &ReplayOptions,
) -> Result<BTreeMap<Arc<str>, Vec<u8>>, JournalError> {
    let mut people: BTreeMap<Arc<str>, (Person, Vec<u8>)> = BTreeMap::new();
    let mut met: std::collections::HashSet<Arc<str>> = std::collections::HashSet::new();
    let first_runs = || match rows.peek()? {
        Some(row) if met.insert(Arc::clone(&row.patient)) => rows.next_run(),
        _ => Ok(None),
    };
    workers::work(options, first_runs, |person, lines| {
        people.insert(Arc::clone(&person.id), (person, lines));
        Ok(())
    })?;
    let mut again: BTreeMap<Arc<str>, Person> = BTreeMap::new();
    while let Some(row) = rows.next_row()? {
        let person = match again.entry(Arc::clone(&row.patient)) {
            Entry::Occupied(person) => person.into_mut(),
            Entry::Vacant(place) => place.insert(match people.remove(&row.patient) {
                Some((person, _)) => person,
                None => Person::new(Arc::clone(&row.patient)),
            }),
        };
        person.take(row);
    }
    let mut lines: BTreeMap<_, _> =
        people.into_iter().map(|(id, (_, lines))| (id, lines)).collect();
    let mut again = again.into_values();
    workers::work(
        options,
        || Ok(again.next()),
        |person, told| {
            lines.insert(person.id, told);
            Ok(())
        },
    )?;
    rows.report.patients = u64::try_from(lines.len()).unwrap_or(u64::MAX);
    Ok(lines)
}

/// The rows of a table that are to be used, one after the other, with the next one looked at.
struct Rows<'a, R: Read> {
    table: ExportedReader<R>,
    next: Option<TableRow>,
    report: ReplayReport,
    skip_bad: bool,
    progress: &'a mut dyn FnMut(u64),
}

impl<'a, R: Read> Rows<'a, R> {
    fn new(
        table: ExportedReader<R>,
        options: &ReplayOptions,
        progress: &'a mut dyn FnMut(u64),
    ) -> Self {
        let skip_bad = options.skip_bad;
        Self { table, next: None, report: ReplayReport::default(), skip_bad, progress }
    }

    /// The next row, which stays.
    fn peek(&mut self) -> Result<Option<&TableRow>, JournalError> {
        if self.next.is_none() {
            self.next = self.next_row()?;
        }
        Ok(self.next.as_ref())
    }

    /// The next row; `None` at the end. Bad ones are an error or passed over.
    fn next_row(&mut self) -> Result<Option<TableRow>, JournalError> {
        if let Some(row) = self.next.take() {
            return Ok(Some(row));
        }
        loop {
            match self.table.next_row() {
                None => return Ok(None),
                Some(Ok(row)) => {
                    self.report.rows += 1;
                    if self.report.rows.is_multiple_of(4096) {
                        (self.progress)(self.table.bytes_read());
                    }
                    return Ok(Some(row));
                }
                Some(Err(TableError::Row { line, cause })) if self.skip_bad => {
                    self.report.bad.push(BadRow { line, cause });
                }
                Some(Err(error)) => return Err(error.into()),
            }
        }
    }

    /// The rows that follow each other of one person; `None` at the end.
    fn next_run(&mut self) -> Result<Option<Person>, JournalError> {
        let Some(first) = self.next_row()? else {
            return Ok(None);
        };
        let mut person = Person::new(Arc::clone(&first.patient));
        person.take(first);
        while let Some(row) = self.next_row()? {
            if row.patient != person.id {
                self.next = Some(row);
                break;
            }
            person.take(row);
        }
        Ok(Some(person))
    }
}
