//! Rescuing what is still readable of a journal that no longer opens, without touching it.

use crate::anchor::Anchoring;
use crate::cells::{Cell, Column, Pages};
use crate::create::{Content, JOURNAL_FILE};
use crate::error::VaultError;
use crate::header::{Header, MAGIC};
use crate::ids::{BlobId, RecordId};
use crate::lock::DirLock;
use crate::manifest::Manifest;
use crate::record::{ChunkRow, Record, Row};
use crate::segment;
use crate::slot::{NewKey, Unlock};
use crate::store::beside;
use crate::vault::{Keys, Vault};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use vigie_seal::RecoveryCode;

/// What could be read of a damaged journal, each piece authenticated.
pub struct Rescued {
    keys: Keys,
    records: Vec<Record>,
    chunks: Vec<ChunkRow>,
    counted: Option<(u64, u64)>,
}

impl fmt::Debug for Rescued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rescued").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl Rescued {
    /// Reads the files of the journal in `dir` piece by piece, without SQLite and without changing anything.
    ///
    /// # Errors
    /// [`VaultError::NotFound`], [`VaultError::InUse`], [`VaultError::NewerFormat`], [`VaultError::WrongKey`],
    /// [`VaultError::PlatformKey`], [`VaultError::Io`]; [`VaultError::Corrupt`] when no key slot is left to open.
    pub fn read(dir: &Path, unlock: Unlock<'_>) -> Result<Self, VaultError> {
        let journal = dir.join(JOURNAL_FILE);
        let _lock = DirLock::take_if_there(dir)?;
        let database = fs::read(&journal).map_err(|error| match error.kind() {
            ErrorKind::NotFound => VaultError::NotFound,
            _ => error.into(),
        })?;
        let wal = fs::read(beside(&journal, "-wal")).unwrap_or_default();
        let pages = Pages::new(&database, &wal);
        let mut cells = Vec::new();
        pages.for_each_cell(|cell| cells.push(cell));
        let mut best: Option<Self> = None;
        let mut failure = VaultError::Corrupt { what: "header" };
        for header in headers(&pages, &cells) {
            match header.and_then(|header| Ok((header.unlock_unchecked(&unlock)?, header))) {
                Ok((root, header)) => {
                    let keys = Keys::derive(&root, header.scope());
                    drop(root);
                    let found = Self::open(keys, header.format(), &cells);
                    // After a rotation the pages of two epochs may lie side by side: the fuller one is the journal.
                    if best.as_ref().is_none_or(|best| best.records.len() <= found.records.len()) {
                        best = Some(found);
                    }
                }
                Err(error) => failure = error,
            }
        }
        best.ok_or(failure)
    }

    /// Opens whatever opens.
    fn open(keys: Keys, format: u16, cells: &[Cell]) -> Self {
        let mut records: BTreeMap<(u64, RecordId), Record> = BTreeMap::new();
        let mut chunks: HashMap<(BlobId, u32), ChunkRow> = HashMap::new();
        let mut counted: Option<Manifest> = None;
        for Cell { rowid, columns } in cells {
            match columns.as_slice() {
                [Column::Null, Column::Blob(sealed)] => {
                    let segment = (*rowid, sealed.as_slice());
                    // What is no segment hands nothing over.
                    let _ = segment::open(&keys.record, &keys.scope, segment, |link, record| {
                        records.insert((link.seq, link.id), record);
                        Ok(())
                    });
                    let manifest = Manifest::open(sealed, format, &keys.manifest, &keys.scope);
                    let newer = |manifest: &Manifest| {
                        counted.as_ref().is_none_or(|c| c.generation() <= manifest.generation())
                    };
                    counted = manifest.ok().filter(newer).or(counted);
                }
                [Column::Null, Column::Blob(id), Column::Blob(sealed)] => {
                    let Ok(id) = <[u8; 16]>::try_from(id.as_slice()) else { continue };
                    let row = Row { seq: *rowid, id: RecordId::new(id), sealed: sealed.into() };
                    if let Ok(record) = row.open(&keys.record, &keys.scope) {
                        records.insert((*rowid, record.id), record);
                    }
                }
                [Column::Null, Column::Blob(id), Column::Int(n), Column::Blob(sealed)] => {
                    let (Ok(id), Ok(n)) = (<[u8; 16]>::try_from(id.as_slice()), u32::try_from(*n))
                    else {
                        continue;
                    };
                    let row = ChunkRow { blob: BlobId::new(id), n, sealed: sealed.clone() };
                    if row.open(&keys.record, &keys.scope).is_ok() {
                        chunks.insert((row.blob, row.n), row);
                    }
                }
                _ => {}
            }
        }
        let mut seen = std::collections::HashSet::new();
        let mut records: Vec<Record> = records.into_values().collect();
        // A copied row says the same thing twice.
        records.retain(|record| seen.insert(record.id));
        let mut chunks: Vec<ChunkRow> = chunks.into_values().collect();
        chunks.sort_by_key(|row| (row.blob, row.n));
        let counted = counted.map(|manifest| (manifest.count(), manifest.chunks()));
        Self { keys, records, chunks, counted }
    }

    /// The records, in the order in which they were written.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// How many records are missing; `None` when the count itself is lost.
    #[must_use]
    pub fn missing(&self) -> Option<u64> {
        let found = u64::try_from(self.records.len()).unwrap_or(u64::MAX);
        self.counted.map(|(records, _)| records.saturating_sub(found))
    }

    /// How many parts of attachments were found.
    #[must_use]
    pub fn chunks(&self) -> u64 {
        u64::try_from(self.chunks.len()).unwrap_or(u64::MAX)
    }

    /// How many parts of attachments are missing; `None` when the count itself is lost.
    #[must_use]
    pub fn chunks_missing(&self) -> Option<u64> {
        self.counted.map(|(_, chunks)| chunks.saturating_sub(self.chunks()))
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
        let mut chunks = chunks.into_iter();
        let next_chunk =
            &mut || chunks.next().map(|row| row.open(&keys.record, &keys.scope)).transpose();
        let content = Content { store: keys.scope.store, records: &records, next_chunk };
        Vault::create_with(dir, key, content, anchoring)
    }
}

/// Everything that may be a header: in a cell, or wherever its first bytes stand.
fn headers<'a>(
    pages: &'a Pages<'_>,
    cells: &'a [Cell],
) -> impl Iterator<Item = Result<Header, VaultError>> + 'a {
    let in_cells = cells.iter().filter_map(|cell| match cell.columns.as_slice() {
        [Column::Null, Column::Blob(bytes)] if bytes.starts_with(MAGIC) => {
            Some(Header::parse_unchecked(bytes))
        }
        _ => None,
    });
    in_cells.chain(pages.find(MAGIC).map(Header::parse_prefix))
}
