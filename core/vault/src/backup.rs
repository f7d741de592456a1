//! Backups: one file in the age format that a passphrase opens, here or with the stock `age` tool.
//!
//! A journal is append-only, so a snapshot is a number of records and a number of parts of attachments: whatever is written
//! later does not change them. A backup is made while the journal is in use, with the vault asked for one part at a time.

use crate::anchor::Anchoring;
use crate::blobs::Parts;
use crate::create::Content;
use crate::error::VaultError;
use crate::header::FORMAT;
use crate::ids::RecordId;
use crate::package::{self, BackupError, Contents};
use crate::record::{Chunk, Record};
use crate::slot::NewKey;
use crate::vault::{Vault, add_chunk, add_record, for_each_record};
use std::collections::HashSet;
use std::fmt;
use std::io::{BufReader, Read, Write};
use std::path::Path;
use vigie_seal::{AgeReader, AgeWriter, BACKUP_WORK_FACTOR, Passphrase, RecoveryCode, StoreId};

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupReport {
    /// The journal it is of.
    pub store: StoreId,
    /// Records in it.
    pub records: u64,
    /// Parts of attachments in it.
    pub chunks: u64,
}

/// A journal as it stood at one moment.
pub struct Snapshot {
    store: StoreId,
    records: Vec<Record>,
    chunks: u64,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl Snapshot {
    /// Its records, in the order in which they were written.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Writes the backup; `chunk` is asked for each part of the attachments in turn ([`Vault::chunk`]), so that the vault
    /// is free in between.
    ///
    /// # Errors
    /// [`VaultError::Passphrase`] for one that may not protect anything, [`VaultError::Random`], [`VaultError::DiskFull`],
    /// [`VaultError::Io`], [`VaultError::Tampered`] when a part comes twice, and those of `chunk`.
    pub fn write<E: From<VaultError>>(
        self,
        writer: impl Write,
        passphrase: &Passphrase,
        mut chunk: impl FnMut(u64) -> Result<Chunk, E>,
    ) -> Result<BackupReport, E> {
        passphrase.check_new().map_err(VaultError::from)?;
        let records = u64::try_from(self.records.len()).map_err(|_| VaultError::TooLarge)?;
        let contents = Contents { store: self.store, records, chunks: self.chunks };
        let mut writer =
            AgeWriter::new(writer, passphrase, BACKUP_WORK_FACTOR).map_err(VaultError::from)?;
        package::write_head(&mut writer, &contents)?;
        for record in &self.records {
            package::write_record(&mut writer, record)?;
        }
        let mut parts = Parts::default();
        for seq in 1..=self.chunks {
            let chunk = chunk(seq)?;
            parts.add(&chunk)?;
            package::write_chunk(&mut writer, &chunk)?;
        }
        let done = writer.finish().map_err(VaultError::from)?.flush();
        done.map_err(VaultError::from)?;
        Ok(BackupReport { store: self.store, records, chunks: self.chunks })
    }
}

/// A backup that was opened: its records read, the parts of its attachments still to come.
pub struct Backup<R: Read> {
    reader: AgeReader<BufReader<R>>,
    store: StoreId,
    records: Vec<Record>,
    chunks: u64,
    chunks_read: u64,
    parts: Parts,
}

impl<R: Read> fmt::Debug for Backup<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backup").field("records", &self.records.len()).finish_non_exhaustive()
    }
}

impl<R: Read> Backup<R> {
    /// Opens a backup and reads its records.
    ///
    /// # Errors
    /// [`VaultError::Backup`], [`VaultError::Io`].
    pub fn open(reader: R, passphrase: &Passphrase) -> Result<Self, VaultError> {
        let mut reader = AgeReader::new(BufReader::new(reader), passphrase)?;
        let Contents { store, records: count, chunks } = package::read_head(&mut reader)?;
        let (mut records, mut names) = (Vec::new(), HashSet::new());
        for seq in 1..=count {
            let record = package::read_record(&mut reader, seq)?;
            if !names.insert(record.id) {
                return Err(BackupError::Damaged.into());
            }
            records.push(record);
        }
        Ok(Self { reader, store, records, chunks, chunks_read: 0, parts: Parts::default() })
    }

    /// Its records, in the order in which they were written.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What it says it holds.
    #[must_use]
    pub fn report(&self) -> BackupReport {
        let records = u64::try_from(self.records.len()).unwrap_or(u64::MAX);
        BackupReport { store: self.store, records, chunks: self.chunks }
    }

    /// The next part of the attachments. `None` only once everything was read and authenticated to the file's end.
    fn next_chunk(&mut self) -> Result<Option<Chunk>, VaultError> {
        if self.chunks_read == self.chunks {
            return package::read_end(&mut self.reader).map(|()| None);
        }
        self.chunks_read += 1;
        let chunk = package::read_chunk(&mut self.reader)?;
        self.parts.add(&chunk).map_err(|_| BackupError::Damaged)?;
        Ok(Some(chunk))
    }

    /// Reads all that is left and says that the backup is whole.
    ///
    /// # Errors
    /// [`VaultError::Backup`], [`VaultError::Io`].
    pub fn check(mut self) -> Result<BackupReport, VaultError> {
        while self.next_chunk()?.is_some() {}
        Ok(self.report())
    }
}

impl Vault {
    /// The journal as it stands, to be written as a backup.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`], [`VaultError::Io`].
    pub fn snapshot(&self) -> Result<Snapshot, VaultError> {
        let mut records = Vec::new();
        for_each_record(&self.store, &self.keys, FORMAT, |_, record| {
            records.push(record);
            Ok(())
        })?;
        Ok(Snapshot { store: self.store_id(), records, chunks: self.progress.chunks })
    }

    /// Makes a journal in `dir` from a backup, with keys of its own: all of it, or none. It is the same journal by name, so
    /// it and other copies can be merged.
    ///
    /// # Errors
    /// As [`create`](Self::create), and [`VaultError::Backup`].
    pub fn restore<R: Read>(
        dir: &Path,
        key: NewKey<'_>,
        mut backup: Backup<R>,
        anchoring: Anchoring,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let records = std::mem::take(&mut backup.records);
        let store = backup.store;
        let next_chunk = &mut || backup.next_chunk();
        Self::create_with(dir, key, Content { store, records: &records, next_chunk }, anchoring)
    }

    /// Takes in every record and attachment of another copy of this journal that this one does not have, in one
    /// transaction: the union of both. Gives the records that were new, in their order.
    ///
    /// # Errors
    /// [`VaultError::OtherJournal`], [`VaultError::Backup`], [`VaultError::DiskFull`], [`VaultError::Io`].
    pub fn merge<R: Read>(&mut self, mut other: Backup<R>) -> Result<Vec<Record>, VaultError> {
        if other.store != self.store_id() {
            return Err(VaultError::OtherJournal);
        }
        let mut names: HashSet<RecordId> = HashSet::new();
        for_each_record(&self.store, &self.keys, FORMAT, |link, _| {
            names.insert(link.id);
            Ok(())
        })?;
        let there = self.store.parts()?;
        let mut new = std::mem::take(&mut other.records);
        new.retain(|record| names.insert(record.id));
        // Read to its end before anything is written when there is nothing to write.
        if new.is_empty() && other.chunks == 0 {
            other.check()?;
            return Ok(new);
        }
        self.write(|batch, keys, progress| {
            for record in &mut new {
                record.seq = progress.next_seq();
                add_record(batch, keys, progress, record.id, &record.payload)?;
            }
            while let Some(chunk) = other.next_chunk()? {
                if !there.contains(&(chunk.blob, chunk.n)) {
                    add_chunk(batch, keys, progress, (chunk.blob, chunk.n), &chunk.bytes)?;
                }
            }
            Ok::<_, VaultError>(())
        })?;
        Ok(new)
    }
}
