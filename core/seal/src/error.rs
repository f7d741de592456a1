//! What can go wrong in this crate. No message carries a key, a passphrase, a code or a plaintext.

use std::io::{self, ErrorKind};
use thiserror::Error;

/// Why something could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SealError {
    /// The bytes do not authenticate: another key, other associated data, or not the bytes that were sealed.
    /// Which of the three cannot be told, by design.
    #[error("the sealed bytes were refused")]
    Refused,
    /// The system's random generator gave nothing; no key or nonce may be made without it.
    #[error("the system's random generator failed")]
    Random,
    /// More bytes than one message may have.
    #[error("too long to seal as one message")]
    TooLong,
    /// The memory Argon2id needs (see [`KdfParams`](crate::KdfParams)) could not be had.
    #[error("not enough memory to derive the key")]
    Memory,
    /// A list of words too short to draw a passphrase from.
    #[error("the list of words is too short")]
    WordList,
}

/// Why a text is no signing key, or no public key. It is not said what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SigningKeyError {
    /// Something else altogether.
    #[error("not a signing key")]
    NotAKey,
    /// A key in which something is missing or was changed.
    #[error("the signing key is damaged")]
    Damaged,
}

/// Why Argon2id parameters are refused, before any work is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KdfParamsError {
    /// Not the length of encoded parameters.
    #[error("key derivation parameters have the wrong length")]
    Length,
    /// Memory outside 8 KiB per lane ..= 256 MiB.
    #[error("key derivation memory out of range")]
    Memory,
    /// Passes outside 1..=10.
    #[error("key derivation passes out of range")]
    Passes,
    /// Lanes outside 1..=4.
    #[error("key derivation lanes out of range")]
    Lanes,
}

/// Why a passphrase is not accepted for a new slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// Nothing but spaces, or nothing at all.
    #[error("the passphrase is empty")]
    Empty,
    /// Fewer characters than [`MIN_PASSPHRASE_CHARS`](crate::MIN_PASSPHRASE_CHARS).
    #[error("the passphrase is shorter than {min} characters")]
    TooShort {
        /// The fewest characters accepted.
        min: usize,
    },
}

/// Why a typed recovery code was not understood. Says where to look, never what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecoveryCodeError {
    /// What was typed is right so far, but the code goes on.
    #[error("the recovery code is too short: {groups} complete groups")]
    TooShort {
        /// Complete, correct groups read, 0..=6.
        groups: usize,
    },
    /// All seven groups are right, but something follows them.
    #[error("the recovery code is too long: {groups} groups or more")]
    TooLong {
        /// Groups begun, 8 or more.
        groups: usize,
    },
    /// A group does not agree with its check character: a wrong, missing, doubled or swapped character in it, or the
    /// group stands in another group's place.
    #[error("group {number} of the recovery code is wrong")]
    Group {
        /// The first group that is wrong, 1..=7.
        number: usize,
    },
    /// A character no recovery code has (the letter U, an accent, a sign).
    #[error("group {group} of the recovery code has a character that no code contains")]
    Character {
        /// The group it stands in, from 1.
        group: usize,
    },
}

/// Why an age file cannot be written or read. Nothing of its content is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AgeError {
    /// Another kind of file, or an age file that no passphrase opens.
    #[error("not an age file with a passphrase")]
    NotAge,
    /// The passphrase does not open it.
    #[error("the passphrase does not open this file")]
    WrongPassphrase,
    /// A work factor outside 1..=[`MAX_WORK_FACTOR`](crate::MAX_WORK_FACTOR).
    #[error("the work factor {work_factor} is out of range")]
    TooCostly {
        /// log₂ of scrypt's N; 255 for anything above.
        work_factor: u8,
    },
    /// It ends before its last chunk does.
    #[error("the file is cut short")]
    Truncated,
    /// Damaged, or changed by someone.
    #[error("the file is damaged")]
    Corrupt,
    /// The system's random generator failed.
    #[error("the system's random generator failed")]
    Random,
    /// The memory scrypt needs (1 KiB shifted left by the work factor) could not be had.
    #[error("not enough memory to derive the key")]
    Memory,
    /// What it is read from or written to failed.
    #[error("input or output failed: {0}")]
    Io(ErrorKind),
}

impl AgeError {
    /// The cause of an error that [`AgeReader`](crate::AgeReader) or [`AgeWriter`](crate::AgeWriter) gave as one of
    /// input or output.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>());
        inner.copied().unwrap_or(Self::Io(error.kind()))
    }

    pub(crate) fn into_io(self) -> io::Error {
        match self {
            Self::Io(kind) => kind.into(),
            error => io::Error::new(ErrorKind::InvalidData, error),
        }
    }
}

impl From<io::Error> for AgeError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::UnexpectedEof => Self::Truncated,
            kind => Self::Io(kind),
        }
    }
}
