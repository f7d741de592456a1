//! The lock file: one process, and one vault in it, has a journal open at a time.

use crate::error::VaultError;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

const LOCK_FILE: &str = "lock";

/// Held as long as a vault is open. The system lets go of it when the process ends, however it ends; the file stays, since
/// removing it would let two processes hold a lock on two files of that name.
#[derive(Debug)]
pub(crate) struct DirLock {
    file: File,
    dir: PathBuf,
}

impl DirLock {
    /// Takes the lock of a folder that exists, without waiting.
    pub(crate) fn take(dir: &Path) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Self::hold(dir, options.open(dir.join(LOCK_FILE))?)
    }

    /// Takes the lock when the folder has one, and makes none: for looking at a journal without touching its folder.
    pub(crate) fn take_if_there(dir: &Path) -> Result<Option<Self>, VaultError> {
        match File::open(dir.join(LOCK_FILE)) {
            Ok(file) => Self::hold(dir, file).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// The folder.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    fn hold(dir: &Path, file: File) -> Result<Self, VaultError> {
        match file.try_lock() {
            Ok(()) => Ok(Self { file, dir: dir.to_owned() }),
            Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for DirLock {
    fn drop(&mut self) {
        // Closing is not enough: a process being started elsewhere in this one holds a copy of the file for a moment, and
        // with it the lock. Nothing can be done about an error; the lock then goes with the last copy.
        let _ = self.file.unlock();
    }
}
