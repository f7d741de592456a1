//! What would have been said, day by day, seeing only the past: a table in, JSON Lines out.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::mpsc;

use serde::Serialize;
use vigie_model::{DailyEntry, Day, Profile};
use vigie_report::table::{TableError, TableReader, TableRow};
use vigie_watch::{Budget, Evidence, Finding, Prompt, RulePack, Subject, Watch};

use crate::JournalError;
use crate::import::BadRow;

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

/// One prompt. In the raw budget every finding is a line of its own.
#[derive(Serialize)]
struct PromptLine<'a> {
    patient: &'a str,
    date: Day,
    channel: &'static str,
    level: &'static str,
    at_once: bool,
    items: Vec<&'a Subject>,
    rule: &'a str,
    score: Option<f64>,
    threshold: Option<f64>,
    evidence: &'a Evidence,
    /// Every reason of the prompt, this one first.
    reasons: Vec<&'a str>,
}

#[derive(Serialize)]
struct DailyLine<'a> {
    patient: &'a str,
    date: Day,
    item: &'a Subject,
    score: Option<f64>,
    threshold: f64,
}

/// One person's days, filled while their rows are read.
#[derive(Default)]
struct Person {
    id: String,
    days: BTreeMap<Day, DailyEntry>,
}

impl Person {
    fn take(&mut self, row: TableRow) {
        let day = self.days.entry(row.day).or_insert_with(|| DailyEntry::new(row.day));
        if let Err(cell) = row.cell.put(day) {
            // Said twice on one day: the worse rating counts, as in a journal.
            let mut other = DailyEntry::new(row.day);
            let _ = cell.put(&mut other);
            // Rows have no order, so none is the later weight: the lighter one is the worse.
            let lighter = day.measures.weight.min(other.measures.weight);
            day.merge_day(&other);
            day.measures.weight = lighter.or(day.measures.weight);
        }
    }

    /// The lines of this person.
    fn lines(&self, options: &ReplayOptions) -> Result<Vec<u8>, serde_json::Error> {
        let profile = Profile::default();
        let mut watch = Watch::new(&options.pack, &profile);
        let mut out = Vec::new();
        for (day, entry) in &self.days {
            let reading = watch.read(entry);
            if options.daily {
                for score in &reading.scores {
                    let line = DailyLine {
                        patient: &self.id,
                        date: *day,
                        item: &score.subject,
                        score: score.score,
                        threshold: score.threshold,
                    };
                    push(&mut out, &line)?;
                }
            }
            let said = watch.decide(reading.findings, options.budget, *day);
            watch.said(&said, *day);
            // Nobody is there to answer: every prompt counts as dealt with on its day.
            watch.resolved(&said, *day);
            let groups: Vec<&[Finding]> = match options.budget {
                Budget::Raw => said.chunks(1).collect(),
                Budget::Weekly => vec![said.as_slice()],
            };
            for group in groups {
                self.prompt(group, options, *day, &mut out)?;
            }
        }
        Ok(out)
    }

    fn prompt(
        &self,
        findings: &[Finding],
        options: &ReplayOptions,
        day: Day,
        out: &mut Vec<u8>,
    ) -> Result<(), serde_json::Error> {
        let at = vigie_model::Moment::at(day, 0, 0);
        let Some(prompt) = Prompt::of(findings.to_vec(), &options.pack, day, at) else {
            return Ok(());
        };
        let Some(first) = findings.first() else {
            return Ok(());
        };
        let mut items: Vec<&Subject> = Vec::new();
        for subject in findings.iter().flat_map(|finding| &finding.items) {
            if !items.contains(&subject) {
                items.push(subject);
            }
        }
        let line = PromptLine {
            patient: &self.id,
            date: day,
            channel: first.channel.code(),
            level: prompt.level.code(),
            at_once: prompt.at_once,
            items,
            rule: &first.rule,
            score: first.score,
            threshold: first.threshold,
            evidence: &first.evidence,
            reasons: findings.iter().map(|finding| finding.rule.as_str()).collect(),
        };
        push(out, &line)
    }
}

fn push(out: &mut Vec<u8>, line: &impl Serialize) -> Result<(), serde_json::Error> {
    serde_json::to_writer(&mut *out, line)?;
    out.push(b'\n');
    Ok(())
}

/// People a worker takes at a time.
const BATCH: usize = 64;

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
    let mut report = ReplayReport::default();
    let mut table = TableReader::new(source)?;
    if options.sorted {
        let mut people = Sorted { table: &mut table, next: None, last: None };
        loop {
            let mut batch = Vec::with_capacity(BATCH * options.threads.max(1));
            while batch.len() < batch.capacity() {
                match people.next_person(options, &mut report)? {
                    Some(person) => batch.push(person),
                    None => break,
                }
            }
            progress(people.table.bytes_read());
            if batch.is_empty() {
                return Ok(report);
            }
            work(&batch, options, &mut writer)?;
        }
    }
    let people = read_all(&mut table, options, &mut report, progress)?;
    work(&people, options, &mut writer)?;
    writer.flush()?;
    Ok(report)
}

/// Reads one row; `None` at the end, `Some(None)` for a bad row that is passed over.
fn next_row<R: Read>(
    table: &mut TableReader<R>,
    options: &ReplayOptions,
    report: &mut ReplayReport,
) -> Result<Option<Option<TableRow>>, JournalError> {
    match table.next_row() {
        None => Ok(None),
        Some(Ok(row)) => {
            report.rows += 1;
            Ok(Some(Some(row)))
        }
        Some(Err(TableError::Row { line, cause })) if options.skip_bad => {
            report.bad.push(BadRow { line, cause });
            Ok(Some(None))
        }
        Some(Err(error)) => Err(error.into()),
    }
}

fn read_all<R: Read>(
    table: &mut TableReader<R>,
    options: &ReplayOptions,
    report: &mut ReplayReport,
    progress: &mut dyn FnMut(u64),
) -> Result<Vec<Person>, JournalError> {
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    while let Some(row) = next_row(table, options, report)? {
        if report.rows.is_multiple_of(4096) {
            progress(table.bytes_read());
        }
        let Some(row) = row else { continue };
        match people.get_mut(&row.patient) {
            Some(person) => person.take(row),
            None => {
                let id = row.patient.clone();
                let person = people.entry(id.clone()).or_default();
                person.id = id;
                person.take(row);
            }
        }
    }
    report.patients = u64::try_from(people.len()).unwrap_or(u64::MAX);
    Ok(people.into_values().collect())
}

/// People of a sorted table, one after the other.
struct Sorted<'a, R: Read> {
    table: &'a mut TableReader<R>,
    next: Option<TableRow>,
    last: Option<String>,
}

impl<R: Read> Sorted<'_, R> {
    fn next_person(
        &mut self,
        options: &ReplayOptions,
        report: &mut ReplayReport,
    ) -> Result<Option<Person>, JournalError> {
        let mut person: Option<Person> = None;
        loop {
            let row = match self.next.take() {
                Some(row) => row,
                None => match next_row(self.table, options, report)? {
                    Some(Some(row)) => row,
                    Some(None) => continue,
                    None => break,
                },
            };
            match &mut person {
                None => {
                    if self.last.as_ref().is_some_and(|last| *last >= row.patient) {
                        return Err(JournalError::NotSorted { line: row.line });
                    }
                    self.last = Some(row.patient.clone());
                    report.patients += 1;
                    let mut new = Person { id: row.patient.clone(), ..Person::default() };
                    new.take(row);
                    person = Some(new);
                }
                Some(current) if current.id == row.patient => current.take(row),
                Some(_) => {
                    self.next = Some(row);
                    break;
                }
            }
        }
        Ok(person)
    }
}

/// Works people off on some threads and writes their lines in order.
fn work(
    people: &[Person],
    options: &ReplayOptions,
    writer: &mut impl Write,
) -> Result<(), JournalError> {
    let threads = options.threads.clamp(1, people.len().max(1));
    let bug = |_| JournalError::Bug { what: "a replay line could not be written" };
    if threads == 1 {
        for person in people {
            writer.write_all(&person.lines(options).map_err(bug)?)?;
        }
        return Ok(());
    }
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        // Bounded, so that finished lines do not pile up behind one slow person.
        let (send, receive) = mpsc::sync_channel(threads * 4);
        for _ in 0..threads {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let Some(person) = people.get(index) else {
                        return;
                    };
                    if send.send((index, person.lines(options))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        for (index, lines) in receive {
            waiting.insert(index, lines.map_err(bug)?);
            while let Some(lines) = waiting.remove(&wanted) {
                writer.write_all(&lines)?;
                wanted += 1;
            }
        }
        Ok(())
    })
}
