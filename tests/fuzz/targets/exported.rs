//! A diary that a hospital collected, as a table or as FHIR: `core/report/src/exported.rs`, `core/report/src/fhir/read`.
#![no_main]

use vigie_report::ExportedReader;
use vigie_report::table::{TableCell, TableError};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(mut reader) = ExportedReader::new(bytes) else { return };
    while let Some(row) = reader.next_row() {
        match row {
            Ok(row) => {
                assert!(row.line > 0);
                // What was read is a row of the table, whatever it was read from.
                if !matches!(row.cell, TableCell::Beside(_)) {
                    let again = TableCell::parse(row.day, &row.cell.item(), &row.cell.value());
                    assert_eq!(again.as_ref(), Ok(&row.cell));
                }
            }
            Err(TableError::Row { line, .. }) => assert!(line > 0),
            Err(error) => panic!("{error}"),
        }
    }
    let bom = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    assert_eq!(reader.bytes_read(), (bytes.len() - bom) as u64, "all of it was read");
});
