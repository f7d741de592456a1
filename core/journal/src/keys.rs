//! The keys of a journal: who can open it, and with what.

use vigie_vault::{KeySlot, NewKey, SlotId, Unlock};

use crate::{Journal, JournalError};

impl Journal {
    /// The key slots, in the order they are tried.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn keys(&self) -> Result<Vec<KeySlot>, JournalError> {
        self.with(|opened| Ok(opened.vault.keys()))
    }

    /// Adds a key, beside those there are. What opens the journal is asked for once more.
    ///
    /// # Errors
    /// [`JournalError::WrongKey`], [`JournalError::PlatformKey`], [`JournalError::Passphrase`],
    /// [`JournalError::TooManyKeys`], [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn add_key(&self, unlock: Unlock<'_>, new: NewKey<'_>) -> Result<SlotId, JournalError> {
        self.with(|opened| Ok(opened.vault.add_key(unlock, new)?))
    }

    /// Puts a key in the place of the one that opens, when both are of one kind, or of every one of its kind: another
    /// passphrase, another device, a new recovery code. Gives how many it replaced, which open the journal no more.
    ///
    /// A new recovery code ([`RecoveryCode::make`](vigie_vault::RecoveryCode::make)) is shown, and written down, before it
    /// is put here: what goes wrong in between leaves the old one.
    ///
    /// # Errors
    /// As [`Journal::add_key`].
    pub fn replace_key(&self, unlock: Unlock<'_>, new: NewKey<'_>) -> Result<usize, JournalError> {
        self.with(|opened| Ok(opened.vault.replace_key(unlock, new)?))
    }

    /// Removes a key: it opens this journal no more, though it still opens older copies and backups.
    ///
    /// # Errors
    /// [`JournalError::LastKey`] for the last passphrase or recovery code, [`JournalError::NoSuch`],
    /// [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn remove_key(&self, id: SlotId) -> Result<(), JournalError> {
        self.with(|opened| Ok(opened.vault.remove_key(id)?))
    }

    /// Everything is sealed anew under new keys, and only `keys` open the journal from then on: for the day when somebody
    /// else may have had a key. A new recovery code among them is shown before, as in [`Journal::replace_key`].
    ///
    /// # Errors
    /// [`JournalError::Passphrase`], [`JournalError::PlatformKey`], [`JournalError::LastKey`] without a passphrase or
    /// recovery code, [`JournalError::Damaged`] (nothing is changed then), [`JournalError::DiskFull`],
    /// [`JournalError::Locked`].
    pub fn rotate_keys(&self, keys: &[NewKey<'_>]) -> Result<(), JournalError> {
        self.with(|opened| Ok(opened.vault.rotate(keys)?))
    }
}
