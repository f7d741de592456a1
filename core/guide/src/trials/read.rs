//! The door of the registry files: recognises what was downloaded and hands out one trial at a time.
//!
//! A file is a tree of lists that end in records. Pages (`studies`), FHIR bundles (`entry`, `resource`), arrays and one record a
//! line are all walked by the same few lines; whether an object is a record is told by its fields, in whatever order they come.
//! No more than one record is in memory, and of that only the fields that are used.

use std::fmt;
use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::clinical_trials::Study;
use super::eclaire::ResearchStudy;
use super::read_error::RegistryError;
use super::record::{Registry, Trial};

/// What was in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadReport {
    /// Whose records they are; of the first one when a file was put together from both.
    pub registry: Registry,
    /// Trials that were handed out.
    pub records: u64,
    /// What could not be used.
    pub skipped: Skipped,
}

/// What was in a file and is no trial.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Records without a number: nobody could ask for them.
    pub without_number: u64,
    /// Anything else in the lists, such as the organisations and groups of a FHIR bundle.
    pub of_another_kind: u64,
}

/// Reads what was downloaded from ClinicalTrials.gov or ECLAIRE and hands out each trial as soon as it is read.
///
/// Known by themselves: pages and studies of ClinicalTrials.gov's API v2, bundles and `ResearchStudy` of ECLAIRE (FHIR R4), an
/// array of any of these, and one or more of them one after the other (JSON Lines). UTF-8, with or without a byte order mark.
/// `progress` is told the bytes read so far, each time some were.
///
/// # Errors
/// See [`RegistryError`]. The trials handed out before are complete.
pub fn read_registry(
    source: impl Read,
    progress: &mut dyn FnMut(u64),
    each: &mut dyn FnMut(Trial),
) -> Result<ReadReport, RegistryError> {
    let mut source = Counted { source, read: 0, progress };
    let mut start = Vec::new();
    source.by_ref().take(SNIFFED).read_to_end(&mut start).map_err(|error| io(&error))?;
    let content = start.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&start);
    recognise(content)?;
    let content = Cursor::new(content.to_vec());
    let mut reader = BufReader::with_capacity(1 << 16, content.chain(source));

    let mut found =
        Found { each, records: 0, registry: None, skipped: Skipped::default(), lists: false };
    while let Some(first) = next_byte(&mut reader).map_err(|error| io(&error))? {
        if !matches!(first, b'{' | b'[') {
            return Err(RegistryError::Damaged { records: found.records });
        }
        // One after the other: an object or an array ends at its bracket, so nothing of the next one is taken.
        let mut json = serde_json::Deserializer::from_reader(&mut reader);
        let walked = Walk { found: &mut found, depth: 0 }.deserialize(&mut json);
        walked.map_err(|error| cause(&error, found.records))?;
    }
    found.report()
}

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// Bytes looked at to tell what a file is.
const SNIFFED: u64 = 1024;

/// Lists inside lists that are followed. A bundle is three deep (`entry`, its object, `resource`); what is deeper is no registry's.
const DEEPEST: usize = 8;

/// Says what it is when it is surely no JSON.
fn recognise(start: &[u8]) -> Result<(), RegistryError> {
    let text = start.trim_ascii_start();
    match text.first() {
        None => Err(RegistryError::Empty),
        Some(b'{' | b'[') => Ok(()),
        Some(b'<') => {
            let lower = String::from_utf8_lossy(text).to_ascii_lowercase();
            let page =
                ["<html", "<!doctype html", "<head", "<body"].iter().any(|tag| lower.contains(tag));
            Err(if page { RegistryError::WebPage } else { RegistryError::NotJson })
        }
        Some(_) => {
            let packed = [&b"PK\x03\x04"[..], b"\x1F\x8B", b"7z\xBC\xAF", b"BZh"];
            let packed = packed.iter().any(|magic| start.starts_with(magic));
            Err(if packed { RegistryError::Archive } else { RegistryError::NotJson })
        }
    }
}

/// The next byte that is no white space, left where it is; `None` at the end.
fn next_byte(reader: &mut impl BufRead) -> std::io::Result<Option<u8>> {
    loop {
        let (blank, next) = match reader.fill_buf() {
            Ok([]) => return Ok(None),
            Ok(bytes) => {
                let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                (blank, bytes.get(blank).copied())
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        reader.consume(blank);
        if next.is_some() {
            return Ok(next);
        }
    }
}

fn io(error: &std::io::Error) -> RegistryError {
    RegistryError::Io { kind: error.kind() }
}

fn cause(error: &serde_json::Error, records: u64) -> RegistryError {
    match error.io_error_kind() {
        Some(kind) => RegistryError::Io { kind },
        None if error.is_eof() => RegistryError::CutShort { records },
        None => RegistryError::Damaged { records },
    }
}

/// Tells how much was read.
struct Counted<'a, R> {
    source: R,
    read: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.read = self.read.saturating_add(read as u64);
        if read > 0 {
            (self.progress)(self.read);
        }
        Ok(read)
    }
}

/// What was found so far.
struct Found<'a> {
    each: &'a mut dyn FnMut(Trial),
    records: u64,
    registry: Option<Registry>,
    skipped: Skipped,
    /// A list in which trials could have stood.
    lists: bool,
}

impl Found<'_> {
    fn trial(&mut self, registry: Registry, trial: Option<Trial>) {
        self.registry.get_or_insert(registry);
        match trial {
            Some(trial) => {
                self.records = self.records.saturating_add(1);
                (self.each)(trial);
            }
            None => self.skipped.without_number = self.skipped.without_number.saturating_add(1),
        }
    }

    fn other(&mut self) {
        self.skipped.of_another_kind = self.skipped.of_another_kind.saturating_add(1);
    }

    fn report(self) -> Result<ReadReport, RegistryError> {
        match self.registry {
            Some(registry) => {
                Ok(ReadReport { registry, records: self.records, skipped: self.skipped })
            }
            None if self.lists && self.skipped == Skipped::default() => Err(RegistryError::Empty),
            None => Err(RegistryError::OtherJson),
        }
    }
}

/// Walks one value of JSON: a record, or a list of some kind in which records stand.
struct Walk<'f, 'a> {
    found: &'f mut Found<'a>,
    depth: usize,
}

impl<'a> Walk<'_, 'a> {
    fn inside(&mut self) -> Walk<'_, 'a> {
        Walk { found: &mut *self.found, depth: self.depth + 1 }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.depth > DEEPEST {
            self.found.other();
            return deserializer.deserialize_ignored_any(IgnoredAny).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("records of a registry")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.found.lists = true;
        while items.next_element_seed(self.inside())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<(), A::Error> {
        let (mut study, mut is_study) = (Study::default(), false);
        let mut research = ResearchStudy::default();
        let mut is_list = false;
        while let Some(key) = fields.next_key::<String>()? {
            match key.as_str() {
                "studies" | "entry" | "resource" => {
                    is_list = true;
                    fields.next_value_seed(self.inside())?;
                }
                "protocolSection" => {
                    is_study = true;
                    study.protocol = fields.next_value()?;
                }
                "derivedSection" => study.derived = fields.next_value()?,
                field => {
                    if !research.take(field, &mut fields)? {
                        fields.next_value::<IgnoredAny>()?;
                    }
                }
            }
        }
        match research.resource_type() {
            _ if is_study => self.found.trial(Registry::ClinicalTrialsGov, study.into_trial()),
            Some("ResearchStudy") => self.found.trial(Registry::Eclaire, research.into_trial()),
            // A search that found nothing has no entries.
            Some("Bundle") => self.found.lists = true,
            _ if is_list => {}
            _ => self.found.other(),
        }
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.found.other();
        Ok(())
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.visit_unit()
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.visit_unit()
    }
}
