//! Reading a diary table as people really have it: commas or semicolons, UTF-8 or Windows-1252.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;

use vigie_model::{Day, Invalid};

use super::{COLUMNS, TableCell, io_error};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Line in the file, from 1, on which the row begins.
    pub line: u64,
    /// The column `patient`; the rows of one person that follow each other share it.
    pub patient: Arc<str>,
    /// The day.
    pub day: Day,
    /// What it says.
    pub cell: TableCell,
}

/// Why one row was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowCause {
    /// A field says something that is not allowed.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It has another number of fields than the header.
    #[error("{found} fields instead of 4")]
    Fields {
        /// Fields found.
        found: usize,
    },
    /// It is no resource of FHIR, or a part of one that ends too early.
    #[error("no FHIR resource")]
    NotFhir,
}

/// Why a table was refused.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// There is not even a header.
    #[error("empty table")]
    Empty,
    /// The first line does not name the four columns, once each and nothing else.
    #[error("header without the columns {}", COLUMNS.join(","))]
    Header,
    /// One row was refused.
    #[error("line {line}: {cause}")]
    Row {
        /// Line in the file, from 1.
        line: u64,
        /// What is wrong with it.
        cause: RowCause,
    },
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// The file with a line feed at its end, so that every line is counted the same way.
type Source<R> = std::io::Chain<BufReader<R>, &'static [u8]>;

/// Reads rows one after the other; holds one row at a time.
pub struct TableReader<R: Read> {
    csv: csv::Reader<Source<R>>,
    record: csv::ByteRecord,
    /// Where each of [`COLUMNS`] stands in the file.
    places: [usize; 4],
    /// The same few thousand days come again and again: read each once.
    days: HashMap<Vec<u8>, Day>,
    /// The column `patient` of the row before, as it stands and as it reads.
    patient: (Vec<u8>, Arc<str>),
    /// The end was read, and with it the line feed that is ours.
    ended: bool,
}

/// Byte order mark some spreadsheets write before UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

impl<R: Read> TableReader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`TableError::Empty`], [`TableError::Header`] or [`TableError::Io`].
    pub fn new(source: R) -> Result<Self, TableError> {
        let mut source = BufReader::with_capacity(1 << 16, source);
        let start = source.fill_buf()?;
        if start.is_empty() {
            return Err(TableError::Empty);
        }
        let bom = if start.starts_with(BOM) { BOM.len() } else { 0 };
        let header = start.split(|byte| *byte == b'\n').next().unwrap_or(start);
        // French spreadsheets separate by semicolons, for the comma is their decimal sign.
        let delimiter = [b';', b'\t', b',']
            .into_iter()
            .find(|delimiter| header.contains(delimiter))
            .unwrap_or(b',');
        source.consume(bom);
        let mut csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            // Only the line feed ends a row, so that lines can be counted; fields are trimmed.
            .terminator(csv::Terminator::Any(b'\n'))
            .flexible(true)
            .has_headers(false)
            .from_reader(source.chain(&b"\n"[..]));
        let mut record = csv::ByteRecord::new();
        if !csv.read_byte_record(&mut record).map_err(io_error)? {
            return Err(TableError::Empty);
        }
        let places = places(&record).ok_or(TableError::Header)?;
        let (days, patient) = (HashMap::new(), (Vec::new(), "".into()));
        Ok(Self { csv, record, places, days, patient, ended: false })
    }

    /// The next row: `None` at the end. A row that is refused does not end the reading; blank
    /// lines are passed over.
    pub fn next_row(&mut self) -> Option<Result<TableRow, TableError>> {
        loop {
            match self.csv.read_byte_record(&mut self.record) {
                Ok(false) => {
                    self.ended = true;
                    return None;
                }
                Err(error) => return Some(Err(TableError::Io(io_error(error)))),
                Ok(true) if self.record.len() == 1 && self.record.get(0) == Some(b"\r") => {}
                Ok(true) => {
                    let line = self.line();
                    let row = self.row(line);
                    return Some(row.map_err(|cause| TableError::Row { line, cause }));
                }
            }
        }
    }

    /// The line on which the record just read begins: the reader stands after its end, and its
    /// own count of the beginning does not pass over blank lines.
    fn line(&self) -> u64 {
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count();
        let inside = u64::try_from(inside).unwrap_or(0);
        self.csv.position().line().saturating_sub(1 + inside).max(1)
    }

    /// Bytes read so far, for a progress bar: all of them at the end, but for a byte order mark.
    pub fn bytes_read(&self) -> u64 {
        self.csv.position().byte().saturating_sub(u64::from(self.ended))
    }

    fn row(&mut self, line: u64) -> Result<TableRow, RowCause> {
        let found = self.record.len();
        let field = |place: usize| self.record.get(place).ok_or(RowCause::Fields { found });
        if found != COLUMNS.len() {
            return Err(RowCause::Fields { found });
        }
        let [patient, date, item, value] = self.places;
        let (patient, date) = (field(patient)?, field(date)?);
        let (item, value) = (decoded(field(item)?), decoded(field(value)?));
        let day = match self.days.get(date) {
            Some(day) => *day,
            None => {
                let day: Day = decoded(date).trim().parse()?;
                self.days.insert(date.to_owned(), day);
                day
            }
        };
        let cell = TableCell::parse(day, &item, &value)?;
        if self.patient.0 != patient {
            let text = decoded(patient);
            self.patient = (patient.to_owned(), super::defuse::shown(text.trim()).into());
        }
        Ok(TableRow { line, patient: Arc::clone(&self.patient.1), day, cell })
    }
}

impl<R: Read> Iterator for TableReader<R> {
    type Item = Result<TableRow, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_row()
    }
}

/// UTF-8, or Windows-1252 (which holds Latin-1) where it is not: decided field by field, so that
/// no second pass is needed.
pub(crate) fn decoded(field: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(field) {
        Ok(text) => text.into(),
        Err(_) => field.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(),
    }
}

/// The character of a byte in Windows-1252, as browsers read it (WHATWG Encoding): Latin-1 with letters and signs in the
/// place of most of its second set of control characters. A library for it would bring the tables of forty encodings.
fn windows_1252(byte: u8) -> char {
    const SECOND: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let second = byte.checked_sub(0x80).and_then(|index| SECOND.get(usize::from(index)));
    second.copied().unwrap_or(char::from(byte))
}

fn places(header: &csv::ByteRecord) -> Option<[usize; 4]> {
    let names: Vec<String> =
        header.iter().map(|name| decoded(name).trim().to_ascii_lowercase()).collect();
    let mut places = [0; 4];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = names.iter().position(|name| name == column)?;
    }
    (names.len() == COLUMNS.len()).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::Allowed;

    fn rows(table: &[u8]) -> Result<Vec<TableRow>, TableError> {
        TableReader::new(table)?.collect()
    }

    #[test]
    fn commas_semicolons_decimal_commas_and_windows_letters_are_read() {
        let plain = rows(b"patient,date,item,value\np1,2026-11-23,temperature,38.2\n").unwrap();
        let french =
            rows(b"\xef\xbb\xbfDate;Patient;Item;Value\r\n2026-11-23;p1;temperature;38,2\r\n")
                .unwrap();
        assert_eq!(plain, french);
        let latin = rows(b"patient,date,item,value\np1,2026-11-23,own:g\xeane,3\n").unwrap();
        assert_eq!(latin[0].cell.item(), "own:gêne");
    }

    #[test]
    fn the_letters_of_windows_are_read() {
        let typed: Vec<u8> = (0..=255).collect();
        let read: String = typed.iter().map(|byte| windows_1252(*byte)).collect();
        assert!(read.contains("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ") && read.contains("’“”•–—˜™š›œ"));
        assert!(read.starts_with("\0\u{1}") && read.ends_with("ýþÿ") && read.contains("~\u{7f}"));
        assert_eq!(read.chars().count(), 256);
    }

    #[test]
    fn an_empty_file_and_other_columns_are_told_apart() {
        assert!(matches!(rows(b""), Err(TableError::Empty)));
        assert!(matches!(rows(b"name,day\n"), Err(TableError::Header)));
        assert!(matches!(rows(b"patient,date,item,value,more\n"), Err(TableError::Header)));
        assert_eq!(rows(b"patient,date,item,value\n").unwrap(), []);
    }

    #[test]
    fn a_bad_row_names_its_line_and_does_not_end_the_reading() {
        let table = b"patient,date,item,value\np1,2026-11-23,fatigue,11\n\np1,2026-02-30,pain,1\n\
            p1,2026-11-24,pain\np1,2026-11-24,pain,1\n";
        let reader = TableReader::new(&table[..]).unwrap();
        let (good, bad): (Vec<_>, Vec<_>) = reader.partition(Result::is_ok);
        assert_eq!(good.len(), 1);
        let bad: Vec<String> = bad.into_iter().map(|row| row.unwrap_err().to_string()).collect();
        assert_eq!(
            bad,
            [
                format!("line 2: fatigue: {}", Allowed::Rating),
                format!("line 4: date: {}", Allowed::Date),
                "line 5: 3 fields instead of 4".to_owned(),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_rows_or_an_error_and_never_a_panic(bytes: Vec<u8>) {
            let _ = rows(&bytes);
            let mut table = b"patient,date,item,value\n".to_vec();
            table.extend(&bytes);
            let _ = rows(&table);
        }
    }
}
