//! What can go wrong with a vault, one variant per thing a caller can do about it. No user data in any of them.

use rusqlite::ErrorCode;
use std::io;
use thiserror::Error;
use vigie_seal::{PassphraseError, SealError};

use crate::package::BackupError;
use crate::slot::PlatformKeyError;

/// Why a vault could not do what it was asked. The files are as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VaultError {
    /// There is no journal in this folder.
    #[error("there is no journal here")]
    NotFound,
    /// There is one already, or what is left of one; it is not overwritten.
    #[error("there is a journal here already")]
    AlreadyThere,
    /// Another process, or another part of this one, has the journal open.
    #[error("the journal is in use")]
    InUse,
    /// No key slot opens with this passphrase or recovery code.
    #[error("the passphrase or recovery code does not open this journal")]
    WrongKey,
    /// The platform's key store gave no key.
    #[error(transparent)]
    PlatformKey(#[from] PlatformKeyError),
    /// It would leave no key that a person can carry to another device.
    #[error("the last passphrase or recovery code cannot be removed")]
    LastKey,
    /// More keys than a journal may have.
    #[error("the journal has as many keys as it may have")]
    TooManyKeys,
    /// There is no such key, or no such attachment.
    #[error("there is nothing of that name")]
    NoSuch,
    /// A whole, genuine journal, but not the latest: the anchor knows of more.
    #[error("this is an older copy: {found} records, {anchored} were known")]
    OlderCopy {
        /// Records in it.
        found: u64,
        /// Records that the anchor knew of.
        anchored: u64,
    },
    /// The backup is of another journal, which is not merged into this one.
    #[error("the backup is of another journal")]
    OtherJournal,
    /// A backup that is no backup, or is damaged, cut short or changed.
    #[error("the backup cannot be read: {0}")]
    Backup(BackupError),
    /// The passphrase may not protect a new journal.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// Something is not what was written: damaged, or changed by someone without the key; the two cannot be told apart.
    #[error("the journal is damaged: {what}")]
    Corrupt {
        /// The part that is.
        what: &'static str,
    },
    /// Every part is whole, but they do not belong together: taken away, put back or exchanged by someone.
    #[error("the journal was tampered with: {what}")]
    Tampered {
        /// What does not fit.
        what: &'static str,
    },
    /// Written by a newer version of the program.
    #[error("the journal has format {found}, this program knows up to {supported}")]
    NewerFormat {
        /// The format of the journal.
        found: u16,
        /// The newest format this code reads.
        supported: u16,
    },
    /// No space is left. Nothing was recorded, and what was there still is.
    #[error("the disk is full")]
    DiskFull,
    /// A payload longer than [`MAX_PAYLOAD`](crate::MAX_PAYLOAD).
    #[error("too long for one record")]
    TooLarge,
    /// An attachment longer than [`MAX_BLOB`](crate::MAX_BLOB).
    #[error("too long for an attachment")]
    BlobTooLarge,
    /// The system's random generator failed, so nothing could be sealed.
    #[error("the system's random generator failed")]
    Random,
    /// The system refused, for another reason.
    #[error("input or output failed: {kind}")]
    Io {
        /// What the system said, without any path.
        kind: io::ErrorKind,
    },
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io { kind },
        }
    }
}

impl From<SealError> for VaultError {
    /// For sealing and deriving. What opening refuses depends on what was opened; callers say so themselves.
    fn from(error: SealError) -> Self {
        match error {
            SealError::Random => Self::Random,
            SealError::TooLong => Self::TooLarge,
            SealError::Memory => Self::Io { kind: io::ErrorKind::OutOfMemory },
            _ => Self::Corrupt { what: "a sealed part" },
        }
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(error, _) = error else {
            // Rows that are missing, or of another type than was written.
            return Self::Corrupt { what: "tables" };
        };
        match error.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::FileLockingProtocolFailed => Self::InUse,
            ErrorCode::OutOfMemory => Self::Io { kind: io::ErrorKind::OutOfMemory },
            ErrorCode::PermissionDenied | ErrorCode::ReadOnly | ErrorCode::CannotOpen => {
                Self::Io { kind: io::ErrorKind::PermissionDenied }
            }
            ErrorCode::SystemIoFailure
                if error.extended_code != rusqlite::ffi::SQLITE_IOERR_SHORT_READ =>
            {
                Self::Io { kind: io::ErrorKind::Other }
            }
            // SQLITE_CORRUPT, SQLITE_NOTADB, a file that ends early, a table that is not there.
            _ => Self::Corrupt { what: "database" },
        }
    }
}
