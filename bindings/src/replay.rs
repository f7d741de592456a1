//! What would have been said, day by day, of a table: for research on rules, not for a person.

use std::sync::Arc;

use crate::JournalError;
use crate::exchange::Row;
use crate::journal::all;
use crate::platform::{ByteSink, ByteSource, ProgressHearer, progress, reader, written};

/// How to replay.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ReplayOptions {
    /// Also one line for every reported item and day.
    #[uniffi(default = false)]
    pub daily: bool,
    /// Whether every trend prompt is told, or at most one a week.
    #[uniffi(default = false)]
    pub every_prompt: bool,
    /// The rules as a file, signed or not; the built-in ones when none is given.
    #[uniffi(default = None)]
    pub rules: Option<String>,
    /// Threads that work; none for as many as there are cores. The lines are the same on any number.
    #[uniffi(default = None)]
    pub threads: Option<u32>,
    /// Count and list bad rows instead of stopping.
    #[uniffi(default = false)]
    pub skip_bad: bool,
    /// The rows come sorted by patient (byte order): then a table of any size needs little memory.
    #[uniffi(default = false)]
    pub sorted: bool,
}

/// What a replay read.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ReplayReport {
    /// Rows read.
    pub rows: u64,
    /// People.
    pub patients: u64,
    /// Rows left out.
    pub bad: Vec<Row>,
    /// The name of the rules that spoke.
    pub pack: String,
    /// Their version.
    pub pack_version: u32,
}

impl TryFrom<ReplayOptions> for vigie_journal::ReplayOptions {
    type Error = JournalError;
    fn try_from(options: ReplayOptions) -> Result<Self, JournalError> {
        let usual = Self::default();
        let threads = options.threads.and_then(|threads| usize::try_from(threads).ok());
        Ok(Self {
            daily: options.daily,
            budget: if options.every_prompt { vigie_journal::Budget::Raw } else { usual.budget },
            pack: match options.rules {
                Some(file) => vigie_journal::rules_of(&file)?.0,
                None => usual.pack,
            },
            threads: threads.unwrap_or(usual.threads).max(1),
            skip_bad: options.skip_bad,
            sorted: options.sorted,
        })
    }
}

/// Replays a diary table (`patient,date,item,value`) or FHIR and writes one JSON line a prompt, in patient order.
///
/// Fails with `Table` naming the line, `NotSorted`, `Rules`, `DiskFull`, `Io`.
#[uniffi::export(default(hearer = None))]
pub fn replay(
    source: Arc<dyn ByteSource>,
    options: ReplayOptions,
    sink: Arc<dyn ByteSink>,
    hearer: Option<Arc<dyn ProgressHearer>>,
) -> Result<ReplayReport, JournalError> {
    let options: vigie_journal::ReplayOptions = options.try_into()?;
    let mut hear = progress(hearer);
    let report =
        written(sink, |to| vigie_journal::replay(reader(source), &options, to, &mut hear))?;
    Ok(ReplayReport {
        rows: report.rows,
        patients: report.patients,
        bad: all(report.bad),
        pack: options.pack.name,
        pack_version: options.pack.version,
    })
}

/// What was read of a file for a cohort.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CohortReport {
    /// Rows read, good ones.
    pub rows: u64,
    /// Rows written.
    pub written: u64,
    /// Rows that were refused, and left out.
    pub bad: Vec<Row>,
    /// Details by which anybody would know a person, such as `Patient.name`. When there are any, nothing of the file is to be used.
    pub identifying: Vec<String>,
}

/// Reads an exported diary table or FHIR (a document, a resource, or NDJSON) and writes the rows that a cohort needs, as a table
/// `patient,date,item,value`: what the watch reads, without anybody's words, and the items `prompt` (what was told, and what came of
/// it) and `consent` (`given`, `withdrawn`). A replay of the others says what a replay of the file says.
///
/// Fails with `Table` when the header is not the one, `DiskFull`, `Io`. A bad row is no error: it is in the report.
#[uniffi::export(default(hearer = None))]
pub fn cohort_rows(
    source: Arc<dyn ByteSource>,
    sink: Arc<dyn ByteSink>,
    hearer: Option<Arc<dyn ProgressHearer>>,
) -> Result<CohortReport, JournalError> {
    let mut hear = progress(hearer);
    let report = written(sink, |to| vigie_journal::cohort_rows(reader(source), to, &mut hear))?;
    Ok(CohortReport {
        rows: report.rows,
        written: report.written,
        bad: all(report.bad),
        identifying: report.identifying.into_iter().map(str::to_owned).collect(),
    })
}
