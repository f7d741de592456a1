//! Journals to try things on, and ways to look at their files.

use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use vigie_vault::{
    Anchor, AnchorPoint, Anchoring, CopyId, KdfParams, NewKey, Passphrase, Record, RecoveryCode,
    Unlock, Vault, VaultError,
};

pub const PASSPHRASE: &str = "correct horse battery";

pub fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE)
}

pub fn create(dir: &Path) -> (Vault, RecoveryCode) {
    Vault::create(
        dir,
        NewKey::Passphrase(&passphrase(), KdfParams::weak_for_tests()),
        Anchoring::none(),
    )
    .unwrap()
}

pub fn open(dir: &Path) -> Result<(Vault, Vec<Record>), VaultError> {
    Vault::open(dir, Unlock::Passphrase(&passphrase()), Anchoring::none())
}

/// A closed journal with these payloads, each written in its own transaction.
pub fn journal(payloads: &[&[u8]]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    for payload in payloads {
        vault.append(&[payload]).unwrap();
    }
    vault.close().unwrap();
    dir
}

/// What is in the journal, or why it cannot be read.
pub fn payloads(dir: &Path) -> Result<Vec<Vec<u8>>, VaultError> {
    open(dir).map(|(_, records)| payloads_of(&records))
}

/// How often to try something: a sample, or everything when `VIGIE_FULL` is set (`cargo xtask test attack`).
pub fn times(sample: usize, full: usize) -> usize {
    if std::env::var_os("VIGIE_FULL").is_some() { full } else { sample }
}

/// What an anchor keeps, for tests that look at it and put it back.
#[derive(Default)]
pub struct MemoryAnchor(pub Mutex<BTreeMap<CopyId, AnchorPoint>>);

impl Anchor for MemoryAnchor {
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        Ok(self.0.lock().unwrap().get(&copy).copied())
    }

    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError> {
        self.0.lock().unwrap().insert(copy, *point);
        Ok(())
    }
}

/// Opens against an anchor.
pub fn open_anchored(
    dir: &Path,
    anchor: &Arc<MemoryAnchor>,
) -> Result<(Vault, Vec<Record>), VaultError> {
    let anchoring = Anchoring::by(Arc::clone(anchor) as Arc<dyn Anchor>);
    Vault::open(dir, Unlock::Passphrase(&passphrase()), anchoring)
}

/// Whether these bytes stand in any of the files.
pub fn stands_in_files(dir: &Path, needle: &[u8]) -> bool {
    bytes_of(dir).values().any(|bytes| bytes.windows(needle.len()).any(|window| window == needle))
}

/// The payloads of records.
pub fn payloads_of(records: &[Record]) -> Vec<Vec<u8>> {
    records.iter().map(|record| record.payload.to_vec()).collect()
}

pub fn database(dir: &Path) -> PathBuf {
    dir.join("journal.vigie")
}

/// The files of a folder by their names.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Every file's bytes, but for the lock file, which any opening may make.
pub fn bytes_of(dir: &Path) -> Files {
    fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().is_some_and(|name| name != "lock"))
        .map(|path| (path.file_name().unwrap().into(), fs::read(&path).unwrap()))
        .collect()
}

/// Puts files somewhere else, as a thief or a backup would.
pub fn copy_of(files: &Files) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

/// Changes the tables behind the vault's back.
pub fn edit(dir: &Path, sql: &str) {
    let conn = Connection::open(database(dir)).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.close().unwrap();
}

/// Opening fails in this way, and leaves every byte as it was.
#[track_caller]
pub fn refuses(dir: &Path, unlock: Unlock<'_>) -> VaultError {
    let before = bytes_of(dir);
    let error = Vault::open(dir, unlock, Anchoring::none()).unwrap_err();
    assert_eq!(bytes_of(dir), before, "files changed by a failed opening ({error:?})");
    error
}
