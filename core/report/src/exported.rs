//! A diary as it left a journal, in either of the two forms that hold its days: the table, or FHIR.

use std::io::{BufRead, BufReader, Read};

use crate::fhir::FhirReader;
use crate::table::{TableError, TableReader, TableRow};

/// Reads rows one after the other, whichever form they are in.
pub enum ExportedReader<R: Read> {
    /// The diary table.
    Table(Box<TableReader<BufReader<R>>>),
    /// A FHIR document, a resource, or NDJSON.
    Fhir(Box<FhirReader<BufReader<R>>>),
}

/// Byte order mark some programs write before UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

impl<R: Read> ExportedReader<R> {
    /// Looks at the beginning: FHIR in JSON begins with a brace, which no header of a table does.
    ///
    /// # Errors
    /// [`TableError::Empty`], [`TableError::Header`] of a table, or [`TableError::Io`].
    pub fn new(source: R) -> Result<Self, TableError> {
        let mut source = BufReader::with_capacity(1 << 16, source);
        let start = source.fill_buf()?;
        let bom = if start.starts_with(BOM) { BOM.len() } else { 0 };
        let first = start.iter().skip(bom).find(|byte| !byte.is_ascii_whitespace());
        if first != Some(&b'{') {
            return Ok(Self::Table(Box::new(TableReader::new(source)?)));
        }
        source.consume(bom);
        Ok(Self::Fhir(Box::new(FhirReader::new(source))))
    }

    /// The next row: `None` at the end. A row that is refused does not end the reading.
    pub fn next_row(&mut self) -> Option<Result<TableRow, TableError>> {
        match self {
            Self::Table(table) => table.next_row(),
            Self::Fhir(fhir) => fhir.next_row(),
        }
    }

    /// Bytes read so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        match self {
            Self::Table(table) => table.bytes_read(),
            Self::Fhir(fhir) => fhir.bytes_read(),
        }
    }

    /// Details by which anybody would know the person, which only FHIR can hold: `Patient.name` and its like.
    pub fn identifying(&self) -> Vec<&'static str> {
        match self {
            Self::Table(_) => Vec::new(),
            Self::Fhir(fhir) => fhir.identifying().collect(),
        }
    }
}
