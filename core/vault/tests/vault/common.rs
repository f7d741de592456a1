//! Journals to try things on, and ways to look at their files.

use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vigie_vault::{
    Anchoring, KdfParams, NewKey, Passphrase, Record, RecoveryCode, Unlock, Vault, VaultError,
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
    open(dir).map(|(_, records)| records.iter().map(|record| record.payload.to_vec()).collect())
}

pub fn database(dir: &Path) -> PathBuf {
    dir.join("journal.vigie")
}

/// Every file's bytes, but for the lock file, which any opening may make.
pub fn bytes_of(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().is_some_and(|name| name != "lock"))
        .map(|path| (path.file_name().unwrap().into(), fs::read(&path).unwrap()))
        .collect()
}

/// Puts files somewhere else, as a thief or a backup would.
pub fn copy_of(files: &BTreeMap<PathBuf, Vec<u8>>) -> TempDir {
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
