//! The vault: create, open, append, verify, close.

use crate::error::VaultError;
use crate::header::{FORMAT, Header, SlotKind};
use crate::lock::DirLock;
use crate::manifest::{Manifest, Progress};
use crate::record::{Record, RecordId, Row};
use crate::store::{Store, beside};
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use vigie_seal::{
    Epoch, KdfParams, KeyScope, MacKey, Passphrase, RecoveryCode, RootKey, SealingKey, StoreId,
};

const JOURNAL_FILE: &str = "journal.vigie";

/// A journal being made: it has this name until it is complete, so a crash leaves no half journal.
const DRAFT_FILE: &str = "journal.vigie.new";

/// What SQLite may leave beside either.
const SIDE_FILES: [&str; 3] = ["-wal", "-journal", "-shm"];

/// How a journal is to be opened.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Unlock<'a> {
    /// With the passphrase.
    Passphrase(&'a Passphrase),
    /// With the recovery code.
    RecoveryCode(&'a RecoveryCode),
}

impl Unlock<'_> {
    pub(crate) const fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
        }
    }
}

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
    /// The kinds of key slots, in the order they are tried.
    pub slots: Vec<SlotKind>,
}

/// The keys an open vault needs; the root itself is wiped once they are derived.
struct Keys {
    scope: KeyScope,
    record: SealingKey,
    manifest: SealingKey,
    header: MacKey,
    chain: MacKey,
}

impl Keys {
    fn derive(root: &RootKey, scope: KeyScope) -> Self {
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
    store: Store,
    keys: Keys,
    progress: Progress,
    header: [u8; 32],
    _lock: DirLock,
}

impl Vault {
    /// Makes a journal in `dir` (made too if it is not there) and opens it. The recovery code is shown once and kept nowhere.
    ///
    /// All or nothing: after an error, or a crash at any moment, there is either a whole journal or none.
    ///
    /// # Errors
    /// [`VaultError::Passphrase`] if it is too short, [`VaultError::AlreadyThere`], [`VaultError::InUse`],
    /// [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`].
    pub fn create(
        dir: &Path,
        passphrase: &Passphrase,
        params: KdfParams,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        passphrase.check_new()?;
        make_private_dir(dir)?;
        let lock = DirLock::take(dir)?;
        let journal = dir.join(JOURNAL_FILE);
        // What is left of a journal whose main file is gone may still be worth something to someone: not overwritten.
        for path in all_files(&journal) {
            if path.try_exists()? {
                return Err(VaultError::AlreadyThere);
            }
        }
        let scope = KeyScope { store: StoreId::make()?, epoch: Epoch::FIRST };
        let (root, code) = (RootKey::make()?, RecoveryCode::make()?);
        let header = Header::make(&scope, &root, (passphrase, params), &code)?;
        let keys = Keys::derive(&root, scope);
        let draft = dir.join(DRAFT_FILE);
        let made = write_journal(&draft, &journal, &header, &keys).and_then(|()| {
            sync_dir(dir)?;
            Ok(open_files(&journal)?.accept(keys)?.0)
        });
        match made {
            Ok(opened) => Ok((Self::new(opened, lock), code)),
            Err(error) => {
                // Nobody has been told of this journal and nothing is in it. If removing fails too, the first error counts.
                for path in all_files(&journal).into_iter().chain(all_files(&draft)) {
                    let _ = fs::remove_file(path);
                }
                Err(error)
            }
        }
    }

    /// Opens the journal in `dir`, reads everything in it, and checks that it is all there and nothing else is.
    ///
    /// The records come in the order they were written. On any error the files are as they were.
    ///
    /// # Errors
    /// [`VaultError::NotFound`], [`VaultError::InUse`], [`VaultError::NewerFormat`], [`VaultError::WrongKey`],
    /// [`VaultError::Corrupt`], [`VaultError::Tampered`], [`VaultError::DiskFull`] (SQLite needs its `-wal` file),
    /// [`VaultError::Io`].
    pub fn open(dir: &Path, unlock: Unlock<'_>) -> Result<(Self, Vec<Record>), VaultError> {
        let journal = dir.join(JOURNAL_FILE);
        if !journal.try_exists()? {
            return Err(VaultError::NotFound);
        }
        let lock = DirLock::take(dir)?;
        let wal = beside(&journal, "-wal");
        let wal_was_there = wal.try_exists()?;
        let opened = open_files(&journal).and_then(|files| {
            let root = files.header.unlock(&unlock)?;
            let keys = Keys::derive(&root, files.header.scope());
            drop(root);
            files.accept(keys)
        });
        // SQLite makes an empty `-wal` on reading; a failed open leaves the folder as it found it.
        if opened.is_err() && !wal_was_there && fs::metadata(&wal).is_ok_and(|meta| meta.len() == 0)
        {
            let _ = fs::remove_file(&wal);
        }
        let (opened, records) = opened?;
        Ok((Self::new(opened, lock), records))
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
        let Keys { scope, record, manifest, .. } = &self.keys;
        let mut progress = self.progress.clone();
        let mut rows = Vec::with_capacity(payloads.len());
        for payload in payloads {
            let row = Row::seal(record, scope, progress.next_seq(), payload)?;
            progress.add(&row)?;
            rows.push(row);
        }
        let sealed = Manifest::of(&progress, scope, self.header).seal(manifest, scope)?;
        self.store.append(&rows, &sealed)?;
        self.progress = progress;
        Ok(rows.iter().map(|row| row.id).collect())
    }

    /// Reads everything from the files again, checks it as [`open`](Self::open) does and against what this vault knows, and
    /// has SQLite check its own structure.
    ///
    /// # Errors
    /// As [`open`](Self::open): [`VaultError::Corrupt`], [`VaultError::Tampered`], [`VaultError::Io`].
    pub fn verify(&self) -> Result<VaultReport, VaultError> {
        self.store.forget_pages()?;
        self.store.check_schema()?;
        self.store.check_integrity()?;
        let header = Header::parse(&self.store.header()?)?;
        header.authenticate(&self.keys.header)?;
        if header.checksum() != self.header {
            return Err(VaultError::Tampered { what: "header is not the one opened" });
        }
        let mut payload_bytes = 0_u64;
        let progress = read_all(&self.store, &self.keys, self.header, |record| {
            payload_bytes = payload_bytes
                .saturating_add(u64::try_from(record.payload.len()).unwrap_or(u64::MAX));
        })?;
        if !progress.is_same(&self.progress) {
            return Err(VaultError::Tampered { what: "records changed while open" });
        }
        Ok(VaultReport {
            format: FORMAT,
            epoch: self.keys.scope.epoch,
            records: progress.count(),
            payload_bytes,
            slots: header.slots(),
        })
    }

    /// Which journal this is.
    #[must_use]
    pub const fn store_id(&self) -> StoreId {
        self.keys.scope.store
    }

    /// How many records it has.
    #[must_use]
    pub const fn record_count(&self) -> u64 {
        self.progress.count()
    }

    /// Closes the files and lets go of the lock. Everything acknowledged was durable before.
    ///
    /// # Errors
    /// [`VaultError::Io`] if the files could not be closed.
    pub fn close(self) -> Result<(), VaultError> {
        self.store.close()
    }

    fn new(opened: Opened, lock: DirLock) -> Self {
        let Opened { store, keys, progress, header } = opened;
        Self { store, keys, progress, header, _lock: lock }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("records", &self.progress.count()).finish_non_exhaustive()
    }
}

/// A database whose header could be read; nothing is believed yet.
struct Files {
    store: Store,
    header: Header,
}

/// Everything in it was read and fits.
struct Opened {
    store: Store,
    keys: Keys,
    progress: Progress,
    header: [u8; 32],
}

fn open_files(journal: &Path) -> Result<Files, VaultError> {
    let store = Store::open(journal)?;
    // The header first: a newer format may have other tables.
    let header = Header::parse(&store.header()?)?;
    store.check_schema()?;
    Ok(Files { store, header })
}

impl Files {
    /// Reads everything with keys that opened the header.
    fn accept(self, keys: Keys) -> Result<(Opened, Vec<Record>), VaultError> {
        let Self { store, header } = self;
        let header = header.checksum();
        let mut records = Vec::new();
        let progress = read_all(&store, &keys, header, |record| records.push(record))?;
        store.keep()?;
        Ok((Opened { store, keys, progress, header }, records))
    }
}

/// Opens every record, and checks that together they are what the manifest was written for.
fn read_all(
    store: &Store,
    keys: &Keys,
    header: [u8; 32],
    mut each: impl FnMut(Record),
) -> Result<Progress, VaultError> {
    let manifest = Manifest::open(&store.manifest()?, &keys.manifest, &keys.scope)?;
    let mut progress = Progress::start(&keys.chain);
    store.for_each_row(|row| {
        progress.add(row)?;
        each(row.open(&keys.record, &keys.scope)?);
        Ok(())
    })?;
    manifest.check(&progress, &keys.scope, header)?;
    Ok(progress)
}

/// A new, empty journal, whole under its own name or not there at all.
fn write_journal(
    draft: &Path,
    journal: &Path,
    header: &[u8],
    keys: &Keys,
) -> Result<(), VaultError> {
    for path in all_files(draft) {
        // From a creation that did not end: it never was a journal.
        if path.try_exists()? {
            fs::remove_file(path)?;
        }
    }
    let checksum = Header::parse(header)?.checksum();
    let manifest = Manifest::of(&Progress::start(&keys.chain), &keys.scope, checksum);
    Store::create(draft, header, &manifest.seal(&keys.manifest, &keys.scope)?)?;
    Ok(fs::rename(draft, journal)?)
}

fn all_files(database: &Path) -> Vec<PathBuf> {
    SIDE_FILES.iter().map(|ending| beside(database, ending)).chain([database.to_owned()]).collect()
}

/// Makes a folder only its owner reads; one that is there stays as it is.
fn make_private_dir(dir: &Path) -> Result<(), VaultError> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)?;
    dir.parent().map_or(Ok(()), sync_dir)
}

/// Makes names in a folder durable, where the system can.
fn sync_dir(dir: &Path) -> Result<(), VaultError> {
    if cfg!(unix) {
        let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
