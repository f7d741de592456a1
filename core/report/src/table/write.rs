//! Writing the diary table.

use std::collections::BTreeMap;
use std::io::Write;

use vigie_model::{Author, By, CareEvent, DailyEntry, Day, TreatmentLine};

use super::defuse::defused;
use super::{Beside, COLUMNS, PromptRow, TableCell};

/// What a table says.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableOf<'a> {
    /// Treatment lines.
    pub treatments: &'a [TreatmentLine],
    /// Entries, by day.
    pub entries: &'a [DailyEntry],
    /// What stands around the symptoms, by day.
    pub care: &'a [By<CareEvent>],
    /// Prompts and what came of them, oldest first.
    pub prompts: &'a [PromptRow],
}

/// Writes everything as rows of the diary table: commas, UTF-8, one line feed a row. Treatment lines come first, then entries,
/// then what stands around the symptoms, then prompts.
///
/// Text that a spreadsheet would take for a formula is defused; reading the table again gives the same.
///
/// # Errors
/// What the writer says.
pub fn write_table(patient: &str, told: TableOf<'_>, writer: impl Write) -> std::io::Result<()> {
    let mut csv = csv::Writer::from_writer(writer);
    csv.write_record(COLUMNS).map_err(super::io_error)?;
    let patient = defused(patient);
    let mut row = |day: Day, cell: &TableCell| {
        csv.write_record([&*patient, &*day.to_string(), &*cell.item(), &*cell.value()])
            .map_err(super::io_error)
    };
    let mut treatments: Vec<&TreatmentLine> = Vec::new();
    for line in told.treatments {
        if !treatments.contains(&line) {
            treatments.push(line);
        }
    }
    treatments.sort_by_key(|line| line.started);
    for line in treatments {
        let beside = Beside::Treatment(line.clone());
        row(beside.day(), &TableCell::Beside(Box::new(beside)))?;
    }
    // Whose the rows of a day are that come next; the person's, before anything was said of it.
    let mut whose: BTreeMap<Day, &Author> = BTreeMap::new();
    for entry in told.entries {
        let another = whose.insert(entry.day, &entry.author).is_some();
        if another || entry.author != Author::Person {
            row(entry.day, &TableCell::Author(entry.author.clone()))?;
        }
        for cell in TableCell::of(entry) {
            row(entry.day, &cell)?;
        }
    }
    for By { author, told: event } in told.care {
        if *whose.insert(event.day(), author).unwrap_or(&Author::Person) != *author {
            row(event.day(), &TableCell::Author(author.clone()))?;
        }
        row(event.day(), &TableCell::Beside(Box::new(Beside::Care(event.clone()))))?;
    }
    for prompt in told.prompts.iter().cloned().map(Beside::Prompt) {
        row(prompt.day(), &TableCell::Beside(Box::new(prompt)))?;
    }
    csv.flush()
}
