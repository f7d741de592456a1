//! The rows of exported diaries as a cohort needs them: what the watch reads, without anybody's words.
//!
//! A note tells the watch only that there was an entry, a regimen's name only that it was given, a painkiller's nothing: their
//! words stay behind. What remains can be a person's own is the name of a symptom of their own, by which its series is known.

use std::io::{Read, Write};

use serde::Serialize;
use vigie_model::{CareEvent, Consent, ConsentKind, Moment};
use vigie_report::ExportedReader;
use vigie_report::table::{Beside, COLUMNS, PromptRow, TableCell, TableError, TableRow};
use vigie_watch::PromptLevel;

use crate::JournalError;
use crate::import::BadRow;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CohortReport {
    /// Rows read, good ones.
    pub rows: u64,
    /// Rows written; fewer than were read, for what nobody counts stays behind.
    pub written: u64,
    /// Rows that were refused, and left out.
    pub bad: Vec<BadRow>,
    /// Details by which anybody would know a person, such as `Patient.name`. When there are any, nothing of the file is to be
    /// used.
    pub identifying: Vec<&'static str>,
}

/// A prompt without its reasons, names and words.
#[derive(Serialize)]
struct Told {
    at: Moment,
    level: PromptLevel,
    at_once: bool,
    outcomes: Vec<CameOfIt>,
}

#[derive(Serialize)]
struct CameOfIt {
    at: Moment,
    kind: &'static str,
}

/// What stands in the place of words.
const WORDS: &str = "-";

/// Reads an exported diary table, or FHIR, and writes rows `patient,date,item,value` in the order in which they stand: the items
/// of the diary table that the watch reads, and
///
/// - `prompt`: what the journal told, `{"at","level","at_once","outcomes":[{"at","kind"}]}`, each `at` as
///   `{"utc_millis","offset_minutes"}`,
/// - `consent`: `given` or `withdrawn`, of consents to the use of data.
///
/// A replay of these rows says what a replay of the file says, once `prompt` and `consent` are left out. `progress` hears the
/// bytes read.
///
/// # Errors
/// [`JournalError::Table`] when the header is not the one, [`JournalError::Io`]. A bad row is no error: it is in the report.
pub fn cohort_rows(
    source: impl Read,
    writer: impl Write,
    progress: &mut dyn FnMut(u64),
) -> Result<CohortReport, JournalError> {
    let mut reader = ExportedReader::new(source)?;
    let mut csv = Csv { to: writer };
    csv.row(COLUMNS)?;
    let mut report = CohortReport::default();
    while let Some(row) = reader.next_row() {
        match row {
            Ok(row) => {
                report.rows += 1;
                if report.rows.is_multiple_of(4096) {
                    progress(reader.bytes_read());
                }
                report.written += u64::from(csv.told(row)?);
            }
            Err(TableError::Row { line, cause }) => report.bad.push(BadRow { line, cause }),
            Err(error) => return Err(error.into()),
        }
    }
    csv.to.flush()?;
    report.identifying = reader.identifying();
    Ok(report)
}

/// Rows of a table that is read by programs alone: nothing is defused, what a spreadsheet would run stays as it is.
struct Csv<W: Write> {
    to: W,
}

impl<W: Write> Csv<W> {
    /// Writes a row when a cohort needs it; whether it did.
    fn told(&mut self, row: TableRow) -> Result<bool, JournalError> {
        let day = row.day.to_string();
        let (item, value) = match row.cell {
            TableCell::Author(_) => return Ok(false),
            TableCell::Beside(beside) => match *beside {
                Beside::Prompt(prompt) => ("prompt".to_owned(), told(&prompt)),
                Beside::Care(CareEvent::Consent(one)) if one.kind == ConsentKind::Data => {
                    match consent(&one) {
                        Some(said) => ("consent".to_owned(), said.to_owned()),
                        None => return Ok(false),
                    }
                }
                Beside::Care(_) | Beside::Treatment(_) => return Ok(false),
            },
            cell => wordless(&cell),
        };
        self.row([&row.patient, &day, &item, &value])?;
        Ok(true)
    }

    fn row(&mut self, fields: [&str; 4]) -> std::io::Result<()> {
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                self.to.write_all(b",")?;
            }
            if field.contains([',', '"', '\n', '\r']) {
                write!(self.to, "\"{}\"", field.replace('"', "\"\""))?;
            } else {
                self.to.write_all(field.as_bytes())?;
            }
        }
        self.to.write_all(b"\n")
    }
}

/// What was received and not signed yet is no consent.
fn consent(one: &Consent) -> Option<&'static str> {
    match (one.withdrawn, one.signed) {
        (Some(_), _) => Some("withdrawn"),
        (None, Some(_)) => Some("given"),
        (None, None) => None,
    }
}

fn told(row: &PromptRow) -> String {
    let outcomes = row.outcomes.iter();
    let told = Told {
        at: row.prompt.at,
        level: row.prompt.level,
        at_once: row.prompt.at_once,
        outcomes: outcomes.map(|one| CameOfIt { at: one.at, kind: one.kind.code() }).collect(),
    };
    // Numbers and codes: there is nothing JSON could not say.
    serde_json::to_string(&told).unwrap_or_default()
}

/// The columns `item` and `value`, without what somebody wrote where the watch asks only whether it is there.
fn wordless(cell: &TableCell) -> (String, String) {
    match cell {
        TableCell::Note(_) => ("note".to_owned(), WORDS.to_owned()),
        TableCell::Question(_) => ("question".to_owned(), WORDS.to_owned()),
        TableCell::Painkiller(_) => (format!("painkiller:{WORDS}"), String::new()),
        TableCell::Administration(_) | TableCell::TreatmentChange(_) => {
            (cell.item().into_owned(), String::new())
        }
        _ => (cell.item().into_owned(), cell.value()),
    }
}
