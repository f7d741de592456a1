//! FHIR read back, as far as the watch goes: a document of this program, a single resource, or resources a line each (NDJSON).
//!
//! What comes out are rows of the diary table. A resource that says nothing about the days of a diary is passed over; one that
//! should and cannot be read is a bad row, and the rest is read on.

mod resource;
mod value;

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};

use serde_json::Value;

use crate::table::{RowCause, TableError, TableRow};
use resource::Reading;

/// Bytes of one document or one line: a hundred years of a diary are less. More would only fill the memory.
const MOST: u64 = 1 << 28;

/// How a resource begins that stands on a line of its own.
const RESOURCE: &[u8] = b"{\"resourceType\"";

/// Reads rows one after the other; holds one document, or one line of NDJSON.
pub struct FhirReader<R: Read> {
    source: BufReader<R>,
    reading: Reading,
    rows: VecDeque<Result<TableRow, TableError>>,
    line: u64,
    bytes: u64,
    /// Something but white space was read.
    begun: bool,
    ended: bool,
}

impl<R: Read> FhirReader<R> {
    /// Nothing is read yet.
    pub fn new(source: R) -> Self {
        Self {
            source: BufReader::with_capacity(1 << 16, source),
            reading: Reading::default(),
            rows: VecDeque::new(),
            line: 0,
            bytes: 0,
            begun: false,
            ended: false,
        }
    }

    /// The next row: `None` at the end. A row that is refused does not end the reading. Its line is the line of the file, or
    /// in a document the place of the entry, from 1.
    pub fn next_row(&mut self) -> Option<Result<TableRow, TableError>> {
        while self.rows.is_empty() && !self.ended {
            if let Err(error) = self.more() {
                self.ended = true;
                return Some(Err(error.into()));
            }
        }
        self.rows.pop_front()
    }

    /// Bytes read so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        self.bytes
    }

    /// Which details of a person by which anybody would know them were met, as `Patient.name`; each once.
    pub fn identifying(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.reading.identifying.iter().copied()
    }

    /// Reads a line, or the whole file when its first line is no resource by itself.
    fn more(&mut self) -> std::io::Result<()> {
        let mut text = Vec::new();
        self.line += 1;
        let read = (&mut self.source).take(MOST).read_until(b'\n', &mut text)?;
        self.bytes += read as u64;
        if read == 0 {
            self.ended = true;
            self.rows.extend(self.reading.prompts());
            return Ok(());
        }
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        let first = !std::mem::replace(&mut self.begun, true);
        match serde_json::from_slice::<Value>(&text) {
            Ok(resource) => self.rows.extend(self.reading.take(&resource, self.line)),
            Err(error) if first && error.is_eof() => self.whole(text)?,
            Err(_) => self.rows.push_back(refused(self.line)),
        }
        Ok(())
    }

    /// A document over several lines, of which this is the first; or lines of which the first is cut off.
    fn whole(&mut self, mut text: Vec<u8>) -> std::io::Result<()> {
        let first = text.len();
        let rest = (&mut self.source).take(MOST).read_to_end(&mut text)?;
        self.bytes += rest as u64;
        if let Ok(resource) = serde_json::from_slice(&text) {
            self.rows.extend(self.reading.take(&resource, self.line));
            return Ok(());
        }
        self.rows.push_back(refused(self.line));
        let others = text.split_off(first);
        let is_resource = |line: &&[u8]| line.trim_ascii_start().starts_with(RESOURCE);
        if !others.split(|byte| *byte == b'\n').any(|line| is_resource(&line)) {
            return Ok(());
        }
        for line in others.split(|byte| *byte == b'\n') {
            self.line += 1;
            if line.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice(line) {
                Ok(resource) => self.rows.extend(self.reading.take(&resource, self.line)),
                Err(_) => self.rows.push_back(refused(self.line)),
            }
        }
        Ok(())
    }
}

/// What cannot be read as FHIR.
fn refused(line: u64) -> Result<TableRow, TableError> {
    Err(TableError::Row { line, cause: RowCause::NotFhir })
}

#[cfg(test)]
mod tests;
