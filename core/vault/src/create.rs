//! Making a journal: empty, from a backup, or from what was rescued of a damaged one.

use crate::anchor::Anchoring;
use crate::error::VaultError;
use crate::header::Header;
use crate::ids::CopyId;
use crate::lock::DirLock;
use crate::manifest::{Manifest, Progress};
use crate::record::{Chunk, Record};
use crate::slot::NewKey;
use crate::store::{Batch, Store, beside};
use crate::vault::{Keys, Vault, add_chunk, add_record, open_files};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use vigie_seal::{Epoch, KeyScope, RecoveryCode, RootKey, StoreId};

pub(crate) const JOURNAL_FILE: &str = "journal.vigie";

/// A journal being made: it has this name until it is complete, so a crash leaves no half journal.
const DRAFT_FILE: &str = "journal.vigie.new";

/// What SQLite may leave beside either.
const SIDE_FILES: [&str; 3] = ["-wal", "-journal", "-shm"];

/// What a journal is made with.
pub(crate) struct Content<'a> {
    pub(crate) store: StoreId,
    pub(crate) records: &'a [Record],
    /// The next chunk of the attachments, as long as there is one.
    pub(crate) next_chunk: &'a mut dyn FnMut() -> Result<Option<Chunk>, VaultError>,
}

impl Vault {
    /// Makes a journal in `dir` (made too if it is not there) and opens it. The recovery code is shown once and kept nowhere.
    ///
    /// All or nothing: after an error, or a crash at any moment, there is either a whole journal or none.
    ///
    /// # Errors
    /// [`VaultError::Passphrase`] if it is too short, [`VaultError::PlatformKey`], [`VaultError::AlreadyThere`],
    /// [`VaultError::InUse`], [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`].
    pub fn create(
        dir: &Path,
        key: NewKey<'_>,
        anchoring: Anchoring,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let store = StoreId::make()?;
        let content = Content { store, records: &[], next_chunk: &mut || Ok(None) };
        Self::create_with(dir, key, content, anchoring)
    }

    /// As [`create`](Self::create), with records and attachments that were written before.
    pub(crate) fn create_with(
        dir: &Path,
        key: NewKey<'_>,
        mut content: Content<'_>,
        anchoring: Anchoring,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        key.check()?;
        make_private_dir(dir)?;
        let lock = DirLock::take(dir)?;
        let journal = dir.join(JOURNAL_FILE);
        // What is left of a journal whose main file is gone may still be worth something to someone: not overwritten.
        for path in all_files(&journal) {
            if path.try_exists()? {
                return Err(VaultError::AlreadyThere);
            }
        }
        let scope = KeyScope { store: content.store, epoch: Epoch::FIRST };
        let (root, code) = (RootKey::make()?, RecoveryCode::make()?);
        let header = Header::make(&scope, &root, &[key, NewKey::RecoveryCode(&code)])?;
        let keys = Keys::derive(&root, scope);
        drop(root);
        let draft = dir.join(DRAFT_FILE);
        let made = write_journal(&draft, &journal, &header, &keys, &mut content).and_then(|()| {
            sync_dir(dir)?;
            let (opened, _) = open_files(&journal)?.accept(keys, anchoring, Ok::<_, VaultError>)?;
            Ok(opened)
        });
        match made {
            Ok(opened) => Ok((Self::new(opened, lock), code)),
            Err(error) => {
                // Nobody has been told of this journal. If removing fails too, the first error counts.
                for path in all_files(&journal).into_iter().chain(all_files(&draft)) {
                    let _ = fs::remove_file(path);
                }
                Err(error)
            }
        }
    }
}

/// A journal, whole under its own name or not there at all.
fn write_journal(
    draft: &Path,
    journal: &Path,
    header: &Header,
    keys: &Keys,
    content: &mut Content<'_>,
) -> Result<(), VaultError> {
    for path in all_files(draft) {
        // From a creation that did not end: it never was a journal.
        if path.try_exists()? {
            fs::remove_file(path)?;
        }
    }
    let copy = CopyId::make()?;
    Store::create(draft, header.bytes(), &mut |batch| {
        let mut progress = Progress::start(&keys.chain, copy);
        fill(batch, keys, content, &mut progress)?;
        progress.generation = progress.count();
        Manifest::of(&progress, &keys.scope, header.checksum()).seal(&keys.manifest, &keys.scope)
    })?;
    Ok(fs::rename(draft, journal)?)
}

/// Puts in what a journal begins with.
fn fill(
    batch: &Batch<'_>,
    keys: &Keys,
    content: &mut Content<'_>,
    progress: &mut Progress,
) -> Result<(), VaultError> {
    for record in content.records {
        add_record(batch, keys, progress, record.id, &record.payload)?;
    }
    while let Some(chunk) = (content.next_chunk)()? {
        add_chunk(batch, keys, progress, (chunk.blob, chunk.n), &chunk.bytes)?;
    }
    Ok(())
}

pub(crate) fn all_files(database: &Path) -> Vec<PathBuf> {
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
pub(crate) fn sync_dir(dir: &Path) -> Result<(), VaultError> {
    if cfg!(unix) {
        let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}
