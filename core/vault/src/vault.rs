//! The vault: open, append, verify, close. How one is made is in `create.rs`, its keys in `keys.rs`.

use crate::anchor::{Anchoring, OlderAccepted, compare};
use crate::blobs::Parts;
use crate::create::{JOURNAL_FILE, all_files};
use crate::error::VaultError;
use crate::header::{FORMAT, Header};
use crate::ids::{BlobId, CopyId, RecordId};
use crate::lock::DirLock;
use crate::manifest::{Manifest, Progress};
use crate::record::{ChunkRow, Link, Record, Row};
use crate::segment;
use crate::slot::{KeySlot, Unlock};
use crate::store::{Batch, Store, beside};
use std::fmt;
use std::fs;
use std::path::Path;
use vigie_seal::{Epoch, KeyScope, MacKey, RootKey, SealingKey, StoreId};

/// What [`Vault::verify`] found in order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VaultReport {
    /// The file format.
    pub format: u16,
    /// The key epoch.
    pub epoch: Epoch,
    /// Records read and authenticated.
    pub records: u64,
    /// Bytes in their payloads, without padding.
    pub payload_bytes: u64,
    /// Parts of attachments read and authenticated.
    pub parts: Parts,
}

/// The keys an open vault needs; the root itself is wiped once they are derived.
pub(crate) struct Keys {
    pub(crate) scope: KeyScope,
    pub(crate) record: SealingKey,
    pub(crate) manifest: SealingKey,
    pub(crate) header: MacKey,
    pub(crate) chain: MacKey,
}

impl Keys {
    pub(crate) fn derive(root: &RootKey, scope: KeyScope) -> Self {
        Self {
            scope,
            record: root.derive_record_key(&scope),
            manifest: root.derive_manifest_key(&scope),
            header: root.derive_header_key(&scope),
            chain: root.derive_chain_key(&scope),
        }
    }
}

/// An open journal. Append-only: nothing that was recorded is changed or removed.
///
/// `Send`, for one thread at a time. Dropping it closes it; [`close`](Self::close) also says whether that went well.
pub struct Vault {
    // Dropped in this order: the database is closed before the lock is let go.
    pub(crate) store: Store,
    pub(crate) keys: Keys,
    pub(crate) progress: Progress,
    pub(crate) header: Header,
    anchoring: Anchoring,
    anchored: bool,
    older: Option<OlderAccepted>,
    pub(crate) lock: DirLock,
}

impl Vault {
    /// Opens the journal in `dir`, reads everything in it, and checks that it is all there and nothing else is.
    ///
    /// The records come in the order they were written; attachments are not read. A journal of an older format is brought
    /// up to the present one. On any error the files are as they were.
    ///
    /// # Errors
    /// [`VaultError::NotFound`], [`VaultError::InUse`], [`VaultError::NewerFormat`], [`VaultError::WrongKey`],
    /// [`VaultError::PlatformKey`], [`VaultError::Corrupt`], [`VaultError::Tampered`], [`VaultError::OlderCopy`],
    /// [`VaultError::DiskFull`] (SQLite needs its `-wal` file), [`VaultError::Io`].
    pub fn open(
        dir: &Path,
        unlock: Unlock<'_>,
        anchoring: Anchoring,
    ) -> Result<(Self, Vec<Record>), VaultError> {
        Self::open_if(dir, unlock, anchoring, Ok)
    }

    /// As [`open`](Self::open), when `understood` can make sense of the records: it is asked before anything is written, to
    /// the files or to the anchor.
    ///
    /// # Errors
    /// As [`open`](Self::open), and those of `understood`.
    pub fn open_if<T, E: From<VaultError>>(
        dir: &Path,
        unlock: Unlock<'_>,
        anchoring: Anchoring,
        understood: impl FnOnce(Vec<Record>) -> Result<T, E>,
    ) -> Result<(Self, T), E> {
        let journal = dir.join(JOURNAL_FILE);
        if !journal.try_exists().map_err(VaultError::from)? {
            return Err(VaultError::NotFound.into());
        }
        let lock = DirLock::take(dir)?;
        let wal = beside(&journal, "-wal");
        let wal_was_there = wal.try_exists().map_err(VaultError::from)?;
        let opened = open_files(&journal).map_err(E::from).and_then(|files| {
            let root = files.header.unlock(&unlock)?;
            let keys = Keys::derive(&root, files.header.scope());
            drop(root);
            files.accept(keys, anchoring, understood)
        });
        // SQLite makes an empty `-wal` on reading; a failed open leaves the folder as it found it.
        if opened.is_err() && !wal_was_there && fs::metadata(&wal).is_ok_and(|meta| meta.len() == 0)
        {
            let _ = fs::remove_file(&wal);
        }
        let (opened, made_of_it) = opened?;
        Ok((Self::new(opened, lock), made_of_it))
    }

    /// Whether there is a journal in `dir`, whatever state it is in: only where there is none can one be made.
    #[must_use]
    pub fn is_there(dir: &Path) -> bool {
        all_files(&dir.join(JOURNAL_FILE)).iter().any(|file| file.exists())
    }

    /// Records all payloads, in this order, in one transaction: durable on return, and on error none of them is recorded
    /// and the vault goes on as before.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`].
    pub fn append(&mut self, payloads: &[&[u8]]) -> Result<Vec<RecordId>, VaultError> {
        if payloads.is_empty() {
            return Ok(Vec::new());
        }
        self.write(|batch, keys, progress| {
            payloads
                .iter()
                .map(|payload| add_record(batch, keys, progress, RecordId::make()?, payload))
                .collect()
        })
    }

    /// One transaction: what `change` adds, and the manifest that counts it.
    pub(crate) fn write<T, E: From<VaultError>>(
        &mut self,
        change: impl FnOnce(&Batch<'_>, &Keys, &mut Progress) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut progress = self.progress.clone();
        progress.generation += 1;
        let batch = self.store.begin()?;
        let done = change(&batch, &self.keys, &mut progress)?;
        let Keys { scope, manifest, .. } = &self.keys;
        batch.set_manifest(
            &Manifest::of(&progress, scope, self.header.checksum()).seal(manifest, scope)?,
        )?;
        batch.commit()?;
        self.progress = progress;
        self.tell_anchor();
        Ok(done)
    }

    /// Tells the anchor how far the journal has come. What was recorded is durable already: an anchor that could not be
    /// told stays behind, which loses nothing, and the next write or opening tells it.
    pub(crate) fn tell_anchor(&mut self) {
        if let Some(anchor) = &self.anchoring.anchor {
            let point = self.progress.anchor_point(&self.keys.scope, self.header.checksum());
            self.anchored = anchor.keep(self.progress.copy, &point).is_ok();
        }
    }

    /// Whether the anchor knows of everything recorded. Without one, or while it cannot be told, an older copy put back is
    /// not noticed.
    #[must_use]
    pub const fn is_anchored(&self) -> bool {
        self.anchored
    }

    /// Reads everything from the files again, attachments too, checks it as [`open`](Self::open) does and against what this
    /// vault knows, and has SQLite check its own structure.
    ///
    /// # Errors
    /// As [`open`](Self::open): [`VaultError::Corrupt`], [`VaultError::Tampered`], [`VaultError::Io`].
    pub fn verify(&self) -> Result<VaultReport, VaultError> {
        self.store.forget_pages()?;
        self.store.check_schema(FORMAT)?;
        self.store.check_integrity()?;
        let header = Header::parse(&self.store.header()?)?;
        header.authenticate(&self.keys.header)?;
        if header.checksum() != self.header.checksum() {
            return Err(VaultError::Tampered { what: "header is not the one opened" });
        }
        let mut payload_bytes = 0_u64;
        let (progress, _) = read_all(&self.store, &self.keys, &header, None, |record| {
            payload_bytes = payload_bytes
                .saturating_add(u64::try_from(record.payload.len()).unwrap_or(u64::MAX));
        })?;
        if !progress.is_same(&self.progress) {
            return Err(VaultError::Tampered { what: "records changed while open" });
        }
        let mut parts = Parts::default();
        for seq in 1..=progress.chunks {
            parts.add(&self.chunk(seq)?)?;
        }
        Ok(VaultReport {
            format: FORMAT,
            epoch: self.keys.scope.epoch,
            records: progress.count(),
            payload_bytes,
            parts,
        })
    }

    /// Which journal this is.
    #[must_use]
    pub const fn store_id(&self) -> StoreId {
        self.keys.scope.store
    }

    /// Which copy of it this is.
    #[must_use]
    pub const fn copy_id(&self) -> CopyId {
        self.progress.copy
    }

    /// How many records it has.
    #[must_use]
    pub const fn record_count(&self) -> u64 {
        self.progress.count()
    }

    /// The key slots, in the order they are tried.
    #[must_use]
    pub fn keys(&self) -> Vec<KeySlot> {
        self.header.slots()
    }

    /// Set when this is an older copy that was opened knowingly.
    #[must_use]
    pub const fn older_accepted(&self) -> Option<OlderAccepted> {
        self.older
    }

    /// Closes the files and lets go of the lock. Everything acknowledged was durable before.
    ///
    /// # Errors
    /// [`VaultError::Io`] if the files could not be closed.
    pub fn close(self) -> Result<(), VaultError> {
        self.store.close()
    }

    pub(crate) fn new(opened: Opened, lock: DirLock) -> Self {
        let Opened { mut store, keys, progress, header, anchoring, older } = opened;
        // When that fails the journal can still be read. But the anchor is not told of what may yet be lost, or the journal
        // would be an older copy of itself; the next write tries again and tells it.
        let settled = store.settle().is_ok();
        let mut vault =
            Self { store, keys, progress, header, anchoring, anchored: false, older, lock };
        // An accepted older copy is told by the write that records it as accepted: until then nothing has happened.
        if settled && vault.older.is_none() {
            vault.tell_anchor();
        }
        vault
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("records", &self.progress.count()).finish_non_exhaustive()
    }
}

/// Seals one record at the end of the journal.
pub(crate) fn add_record(
    batch: &Batch<'_>,
    keys: &Keys,
    progress: &mut Progress,
    id: RecordId,
    payload: &[u8],
) -> Result<RecordId, VaultError> {
    let row = Row::seal(&keys.record, &keys.scope, (progress.next_seq(), id), payload)?;
    batch.add(&row)?;
    progress.add(row.link()?);
    Ok(id)
}

/// Seals one part of an attachment after all there are.
pub(crate) fn add_chunk(
    batch: &Batch<'_>,
    keys: &Keys,
    progress: &mut Progress,
    (blob, n): (BlobId, u32),
    bytes: &[u8],
) -> Result<(), VaultError> {
    let row = ChunkRow::seal(&keys.record, &keys.scope, (blob, n), bytes)?;
    progress.chunks += 1;
    batch.add_chunk(progress.chunks, &row)
}

/// A database whose header could be read; nothing is believed yet.
pub(crate) struct Files {
    store: Store,
    header: Header,
}

/// Everything in it was read and fits.
pub(crate) struct Opened {
    store: Store,
    keys: Keys,
    progress: Progress,
    header: Header,
    anchoring: Anchoring,
    older: Option<OlderAccepted>,
}

pub(crate) fn open_files(journal: &Path) -> Result<Files, VaultError> {
    let store = Store::open(journal)?;
    // The header first: a newer format may have other tables.
    let header = Header::parse(&store.header()?)?;
    store.check_schema(header.format())?;
    Ok(Files { store, header })
}

impl Files {
    /// Reads everything with keys that opened the header, holds it against the anchor, and asks whether it is understood;
    /// only then is anything written.
    pub(crate) fn accept<T, E: From<VaultError>>(
        self,
        keys: Keys,
        anchoring: Anchoring,
        understood: impl FnOnce(Vec<Record>) -> Result<T, E>,
    ) -> Result<(Opened, T), E> {
        let Self { mut store, mut header } = self;
        let manifest = read_manifest(&store, &keys, &header)?;
        let anchored = anchoring.load(manifest.copy())?;
        let mut records = Vec::new();
        let watched = anchored.map(|point| point.records);
        let (mut progress, chain_at) =
            read_all(&store, &keys, &header, watched, |record| records.push(record))?;
        let found = progress.anchor_point(&keys.scope, header.checksum());
        let older = match anchored.map(|anchored| compare(&anchored, &found, chain_at)) {
            Some(Err(VaultError::OlderCopy { found, anchored })) if anchoring.accept_older => {
                Some(OlderAccepted { found, anchored })
            }
            Some(Err(error)) => return Err(error.into()),
            Some(Ok(())) | None => None,
        };
        let made_of_it = understood(records)?;
        if header.format() != FORMAT {
            // An older copy stays as old as it is until it is recorded as accepted.
            progress.generation += u64::from(older.is_none());
            header = upgrade(&mut store, &header, &keys, &progress)?;
        }
        store.keep()?;
        // Tidying up: where there is no room for it the journal is as whole as it was, and the next opening tries again.
        let _ = segment::fold(&mut store, &keys);
        if older.is_some() {
            // From its next write on this is another copy than the one it is older than: that one may still turn up, and
            // its anchor and its backups stay its own.
            progress.copy = CopyId::make()?;
        }
        let anchoring = Anchoring { accept_older: false, ..anchoring };
        Ok((Opened { store, keys, progress, header, anchoring, older }, made_of_it))
    }
}

fn read_manifest(store: &Store, keys: &Keys, header: &Header) -> Result<Manifest, VaultError> {
    Manifest::open(&store.manifest()?, header.format(), &keys.manifest, &keys.scope)
}

/// Opens every record, and checks that together they are what the manifest was written for. Also gives the chain's digest
/// at `watched` records, when it came that far.
fn read_all(
    store: &Store,
    keys: &Keys,
    header: &Header,
    watched: Option<u64>,
    mut each: impl FnMut(Record),
) -> Result<(Progress, Option<[u8; 32]>), VaultError> {
    let manifest = read_manifest(store, keys, header)?;
    let mut progress = Progress::start(&keys.chain, manifest.copy());
    progress.generation = manifest.generation();
    progress.chunks = if header.format() == 1 { 0 } else { store.chunk_count()? };
    let at = |progress: &Progress| (watched == Some(progress.count())).then(|| progress.digest());
    let mut chain_at = at(&progress);
    for_each_record(store, keys, header.format(), |link, record| {
        progress.add(link);
        chain_at = chain_at.or_else(|| at(&progress));
        each(record);
        Ok(())
    })?;
    manifest.check(&progress, &keys.scope, header.checksum())?;
    Ok((progress, chain_at))
}

/// Opens every record in the order of writing, those in segments and those with a row of their own.
pub(crate) fn for_each_record(
    store: &Store,
    keys: &Keys,
    format: u16,
    mut each: impl FnMut(Link, Record) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let segments = if format > 1 { store.segments()? } else { Vec::new() };
    let mut segments = segments.iter().peekable();
    let mut segments_before = |seq: u64, each: &mut dyn FnMut(Link, Record) -> _| {
        while let Some((first, sealed)) = segments.next_if(|(first, _)| *first < seq) {
            segment::open(&keys.record, &keys.scope, (*first, sealed), &mut *each)?;
        }
        Ok::<_, VaultError>(())
    };
    store.for_each_row(|row| {
        segments_before(row.seq, &mut each)?;
        each(row.link()?, row.open(&keys.record, &keys.scope)?)
    })?;
    segments_before(u64::MAX, &mut each)
}

/// Brings a journal of an older format up to the present one, in one transaction.
fn upgrade(
    store: &mut Store,
    header: &Header,
    keys: &Keys,
    progress: &Progress,
) -> Result<Header, VaultError> {
    let upgraded = header.upgraded(&keys.header)?;
    let manifest = Manifest::of(progress, &keys.scope, upgraded.checksum());
    let batch = store.begin()?;
    batch.add_tables(header.format())?;
    batch.set_header(upgraded.bytes())?;
    batch.set_manifest(&manifest.seal(&keys.manifest, &keys.scope)?)?;
    batch.commit()?;
    Ok(upgraded)
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
