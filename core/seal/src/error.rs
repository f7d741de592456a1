//! What can go wrong in this crate. No message carries a key, a passphrase, a code or a plaintext.

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
