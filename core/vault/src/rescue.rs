//! Rescuing what is still readable of a journal that no longer opens, without touching it.

use crate::anchor::Anchoring;
use crate::blobs::Parts;
use crate::cells::{Cell, Column, Pages};
use crate::create::{Content, JOURNAL_FILE};
use crate::error::VaultError;
use crate::header::{FORMAT, Header, MAGIC, OLDEST_FORMAT};
use crate::ids::{BlobId, RecordId};
use crate::lock::DirLock;
use crate::manifest::Manifest;
use crate::record::{ChunkRow, Record, Row};
use crate::segment;
use crate::slot::{NewKey, PlatformKeyError, Unlock};
use crate::store::beside;
use crate::vault::{Keys, Vault};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use vigie_seal::RecoveryCode;
use zeroize::Zeroizing;

/// Headers that are tried, the soundest first. There are as many as passphrases were changed since the file was last tidied
/// up, one or two; each costs the derivation of its slots' keys.
const MOST_HEADERS: usize = 8;

/// What could be read of a damaged journal, each piece authenticated.
pub struct Rescued {
    /// Of every epoch that opens, the latest first.
    keys: Vec<Keys>,
    records: Vec<Record>,
    /// Each with the place of its keys.
    chunks: BTreeMap<(BlobId, u32), (usize, ChunkRow)>,
    parts: Parts,
    counted: Option<u64>,
}

impl fmt::Debug for Rescued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rescued").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl Rescued {
    /// Reads the files of the journal in `dir` piece by piece, without SQLite and without changing anything. The anchor is
    /// asked how much there should be.
    ///
    /// # Errors
    /// [`VaultError::NotFound`], [`VaultError::InUse`], [`VaultError::NewerFormat`], [`VaultError::WrongKey`],
    /// [`VaultError::PlatformKey`], [`VaultError::Io`]; [`VaultError::Corrupt`] when no key slot is left to open.
    pub fn read(dir: &Path, unlock: Unlock<'_>, anchoring: &Anchoring) -> Result<Self, VaultError> {
        let journal = dir.join(JOURNAL_FILE);
        let _lock = DirLock::take_if_there(dir)?;
        let database = fs::read(&journal).map_err(|error| match error.kind() {
            ErrorKind::NotFound => VaultError::NotFound,
            _ => error.into(),
        })?;
        // Records may lie in it alone: one that is there and cannot be read is not "none".
        let wal = match fs::read(beside(&journal, "-wal")) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            read => read?,
        };
        let pages = Pages::new(&database, &wal);
        let mut rescued = Self {
            keys: keys(&pages, &unlock)?,
            records: Vec::new(),
            chunks: BTreeMap::new(),
            parts: Parts::default(),
            counted: None,
        };
        let mut names = HashSet::new();
        // After a rotation the pages of two epochs may lie side by side. They say the same: what the later one lacks, the
        // earlier one may still have.
        for at in 0..rescued.keys.len() {
            rescued.open(at, &pages, &mut names, anchoring);
        }
        rescued.records.sort_by_key(|record| record.seq);
        Ok(rescued)
    }

    /// Opens whatever opens with the keys at a place and is not there yet.
    fn open(
        &mut self,
        at: usize,
        pages: &Pages<'_>,
        names: &mut HashSet<RecordId>,
        anchoring: &Anchoring,
    ) {
        let Self { keys, chunks, parts, .. } = self;
        let Some(keys) = keys.get(at) else { return };
        let mut records: BTreeMap<(u64, RecordId), Record> = BTreeMap::new();
        let mut counted: Option<Manifest> = None;
        pages.for_each_cell(|Cell { rowid, columns }| match columns.as_slice() {
            [Column::Null, Column::Blob(sealed)] => {
                // What is no segment hands nothing over.
                let segment = (rowid, sealed.as_slice());
                let _ = segment::open(&keys.record, &keys.scope, segment, |link, record| {
                    records.insert((link.seq, link.id), record);
                    Ok(())
                });
                let of = |format| Manifest::open(sealed, format, &keys.manifest, &keys.scope).ok();
                let newer = |manifest: &Manifest| {
                    counted.as_ref().is_none_or(|c| c.generation() <= manifest.generation())
                };
                let found = (OLDEST_FORMAT..=FORMAT).find_map(of).filter(newer);
                counted = found.or(counted.take());
            }
            [Column::Null, Column::Blob(id), Column::Blob(sealed)] => {
                let Ok(id) = <[u8; 16]>::try_from(id.as_slice()) else { return };
                let row = Row { seq: rowid, id: RecordId::new(id), sealed: sealed.into() };
                if let Ok(record) = row.open(&keys.record, &keys.scope) {
                    records.insert((rowid, record.id), record);
                }
            }
            [Column::Null, Column::Blob(id), Column::Int(n), Column::Blob(sealed)] => {
                let (Ok(id), Ok(n)) = (<[u8; 16]>::try_from(id.as_slice()), u32::try_from(*n))
                else {
                    return;
                };
                let row = ChunkRow { blob: BlobId::new(id), n, sealed: sealed.clone() };
                if let Ok(chunk) = row.open(&keys.record, &keys.scope)
                    && parts.add(&chunk).is_ok()
                {
                    chunks.insert((row.blob, row.n), (at, row));
                }
            }
            _ => {}
        });
        // In their order: a row that was copied elsewhere says the same thing twice.
        self.records.extend(records.into_values().filter(|record| names.insert(record.id)));
        if let Some(manifest) = counted {
            // An anchor that cannot be asked now must not stop a rescue.
            let anchored = anchoring.load(manifest.copy()).ok().flatten();
            let known = manifest.count().max(anchored.map_or(0, |point| point.records));
            self.counted = self.counted.max(Some(known));
        }
    }

    /// The records, in the order in which they were written.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records as they are to be written in the new journal: who knows what one should say may say it otherwise.
    pub fn records_mut(&mut self) -> &mut [Record] {
        &mut self.records
    }

    /// Adds a record to what the new journal begins with, after all others.
    ///
    /// # Errors
    /// [`VaultError::Random`].
    pub fn add(&mut self, payload: Zeroizing<Vec<u8>>) -> Result<RecordId, VaultError> {
        let (id, seq) = (RecordId::make()?, self.records.last().map_or(0, |record| record.seq) + 1);
        self.records.push(Record { id, seq, payload });
        Ok(id)
    }

    /// How many records are missing; `None` when the count itself is lost. Whatever tells of more, the manifest, the anchor
    /// or the place of the last record, is believed.
    #[must_use]
    pub fn missing(&self) -> Option<u64> {
        // Two records of one place, of which one was never committed, are one.
        let places: HashSet<u64> = self.records.iter().map(|record| record.seq).collect();
        let found = u64::try_from(places.len()).unwrap_or(u64::MAX);
        let last = self.records.last().map_or(0, |record| record.seq);
        self.counted.map(|counted| counted.max(last).saturating_sub(found))
    }

    /// The parts of attachments that were found.
    #[must_use]
    pub const fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Makes a new journal of it in another folder, with keys of its own. It is the same journal by name, so that a backup
    /// can be merged into it.
    ///
    /// # Errors
    /// As [`Vault::create`].
    pub fn into_journal(
        self,
        dir: &Path,
        key: NewKey<'_>,
        anchoring: Anchoring,
    ) -> Result<(Vault, RecoveryCode), VaultError> {
        let Self { keys, records, chunks, .. } = self;
        let corrupt = VaultError::Corrupt { what: "header" };
        let store = keys.first().ok_or(corrupt)?.scope.store;
        let mut chunks = chunks.into_values();
        let next_chunk = &mut || {
            let Some((at, row)) = chunks.next() else { return Ok(None) };
            let keys = keys.get(at).ok_or(corrupt)?;
            row.open(&keys.record, &keys.scope).map(Some)
        };
        Vault::create_with(dir, key, Content { store, records: &records, next_chunk }, anchoring)
    }
}

/// The keys of every epoch of the journal that opens, the latest first.
fn keys(pages: &Pages<'_>, unlock: &Unlock<'_>) -> Result<Vec<Keys>, VaultError> {
    let mut failure = VaultError::Corrupt { what: "header" };
    let mut opened: Vec<Keys> = Vec::new();
    for header in headers(pages) {
        let scope = header.as_ref().map(Header::scope);
        if opened.iter().any(|keys| Ok(&keys.scope) == scope.as_ref()) {
            continue;
        }
        match header.and_then(|header| Ok((header.unlock_unchecked(unlock)?, header.scope()))) {
            Ok((root, scope)) => opened.push(Keys::derive(&root, scope)),
            // That no header is left says less than that none of them opens.
            Err(VaultError::Corrupt { .. }) => {}
            // The person is not asked again for each.
            Err(
                error @ VaultError::PlatformKey(
                    PlatformKeyError::Cancelled | PlatformKeyError::Locked,
                ),
            ) => return Err(error),
            Err(error) => failure = error,
        }
    }
    // Pages of another journal that opens with the same key do not belong here.
    let store = opened.first().ok_or(failure)?.scope.store;
    opened.retain(|keys| keys.scope.store == store);
    opened.sort_by_key(|keys| Reverse(keys.scope.epoch));
    Ok(opened)
}

/// What may be a header, in a cell or wherever its first bytes stand: once each, the sound ones first, of these the later.
fn headers(pages: &Pages<'_>) -> Vec<Result<Header, VaultError>> {
    let mut found = Vec::new();
    pages.for_each_cell(|cell| {
        if let [Column::Null, Column::Blob(bytes)] = cell.columns.as_slice()
            && bytes.starts_with(MAGIC)
        {
            found.push(Header::parse_unchecked(bytes));
        }
    });
    found.extend(pages.find(MAGIC).map(Header::parse_prefix));
    found.reverse();
    let mut seen = HashSet::new();
    found.retain(|header| match header {
        Ok(header) => seen.insert(header.bytes().to_vec()),
        Err(error) => matches!(error, VaultError::NewerFormat { .. }),
    });
    found.sort_by_key(|header| match header {
        Ok(header) => u8::from(Header::parse(header.bytes()).is_err()),
        Err(_) => 2,
    });
    found.truncate(MOST_HEADERS);
    found
}
