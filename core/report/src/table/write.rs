//! Writing the diary table.

use std::io::Write;

use vigie_model::DailyEntry;

use super::{COLUMNS, TableCell};

/// Writes every entry as rows of the diary table: commas, UTF-8, one line feed a row.
///
/// Text that a spreadsheet would take for a formula is defused; reading the table again gives the
/// same entries.
///
/// # Errors
/// What the writer says.
pub fn write_table<'a>(
    patient: &str,
    entries: impl IntoIterator<Item = &'a DailyEntry>,
    writer: impl Write,
) -> std::io::Result<()> {
    let mut csv = csv::Writer::from_writer(writer);
    csv.write_record(COLUMNS).map_err(std::io::Error::from)?;
    let patient = super::cell::defused(patient);
    for entry in entries {
        let day = entry.day.to_string();
        for cell in TableCell::of(entry) {
            csv.write_record([patient.as_str(), &day, &cell.item(), &cell.value()])
                .map_err(std::io::Error::from)?;
        }
    }
    csv.flush()
}
