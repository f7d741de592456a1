//! A file of any size is read with one record in memory.

use std::cell::Cell;
use std::io::{self, ErrorKind, Read};

use vigie_guide::trials::{RegistryError, read_registry};

use super::{read, study};

/// Bytes that may have been read ahead of a record: the start that is looked at, and one buffer.
const AHEAD: u64 = 1024 + (1 << 16);

/// `head`, then `body` as often as told, then `tail`: made while it is read.
struct Made<'a> {
    parts: Box<dyn Iterator<Item = &'a [u8]> + 'a>,
    rest: &'a [u8],
    made: &'a Cell<u64>,
}

impl Read for Made<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.parts.next() {
                Some(part) => self.rest = part,
                None => return Ok(0),
            }
        }
        let read = self.rest.read(buffer)?;
        self.made.set(self.made.get() + read as u64);
        Ok(read)
    }
}

#[test]
fn of_a_hundred_megabytes_no_more_than_a_record_and_a_buffer_is_ever_ahead() {
    const SIZE: u64 = 100 << 20;
    // Records as large as real ones, most of which is not read.
    let results = format!(r#""resultsSection":{{"text":"{}"}}"#, "é ".repeat(30_000));
    let record = study("NCT00000001").replace(r#""hasResults":false"#, &results);
    let separated = format!("{record},");
    let count = SIZE / separated.len() as u64;
    let (made, read, handed) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let body = (1..count).map(|_| separated.as_bytes());
    let parts =
        std::iter::once(&br#"{"studies":["#[..]).chain(body).chain([record.as_bytes(), b"]}"]);
    let source = Made { parts: Box::new(parts), rest: &[], made: &made };
    let report = read_registry(
        source,
        &mut |bytes| {
            assert!(bytes > read.get(), "progress goes on");
            read.set(bytes);
        },
        &mut |trial| {
            assert_eq!(trial.id, "NCT00000001");
            handed.set(handed.get() + 1);
            let ends = handed.get() * separated.len() as u64;
            assert!(
                made.get() <= ends + AHEAD,
                "{} bytes before record {}",
                made.get(),
                handed.get()
            );
        },
    );
    assert_eq!(report.map(|report| report.records), Ok(count));
    assert_eq!(handed.get(), count);
    assert_eq!(read.get(), made.get(), "all of it was told");
}

/// Hands out one byte at a time, and is interrupted between them.
struct Slow<'a> {
    bytes: &'a [u8],
    interrupted: bool,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(ErrorKind::Interrupted.into());
        }
        let one = buffer.len().min(1);
        self.bytes.read(&mut buffer[..one])
    }
}

#[test]
fn a_slow_source_is_read_to_its_end() {
    let file = format!(r#"{{"studies":[{},{}]}}"#, study("NCT00000001"), study("NCT00000002"));
    let source = Slow { bytes: file.as_bytes(), interrupted: false };
    let mut trials = Vec::new();
    let report = read_registry(source, &mut |_| (), &mut |trial| trials.push(trial));
    assert_eq!((report, trials), read(&file));
}

#[test]
fn a_source_that_fails_says_why_and_keeps_what_was_read() {
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(ErrorKind::PermissionDenied.into())
        }
    }
    let io = Err(RegistryError::Io { kind: ErrorKind::PermissionDenied });
    assert_eq!(read_registry(Fails, &mut |_| (), &mut |_| ()), io);
    // Long enough that the failure comes after the start was looked at.
    let start = format!(r#"{{"studies":[{},{}"#, study("NCT00000001"), " ".repeat(5000));
    let mut trials = 0;
    assert_eq!(read_registry(start.as_bytes().chain(Fails), &mut |_| (), &mut |_| trials += 1), io);
    assert_eq!(trials, 1);
}
