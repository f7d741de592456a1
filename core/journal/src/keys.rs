//! The keys of a journal: who can open it, and with what.

use vigie_vault::{KeySlot, NewKey, RecoveryCode, SlotId, Unlock};

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

    /// Puts a key in the place of every one of its kind: another passphrase, another device.
    ///
    /// # Errors
    /// As [`Journal::add_key`].
    pub fn replace_key(&self, unlock: Unlock<'_>, new: NewKey<'_>) -> Result<SlotId, JournalError> {
        self.with(|opened| Ok(opened.vault.replace_key(unlock, new)?))
    }

    /// A new recovery code in the place of the old one, which opens the journal no more.
    ///
    /// # Errors
    /// As [`Journal::add_key`].
    pub fn new_recovery_code(&self, unlock: Unlock<'_>) -> Result<RecoveryCode, JournalError> {
        let code = RecoveryCode::make().map_err(vigie_vault::VaultError::from)?;
        self.replace_key(unlock, NewKey::RecoveryCode(&code))?;
        Ok(code)
    }

    /// Removes a key: it opens this journal no more, though it still opens older copies and backups.
    ///
    /// # Errors
    /// [`JournalError::LastKey`] for the last passphrase or recovery code, [`JournalError::NoSuch`],
    /// [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn remove_key(&self, id: SlotId) -> Result<(), JournalError> {
        self.with(|opened| Ok(opened.vault.remove_key(id)?))
    }

    /// Everything is sealed anew under new keys, and only `keys` and the recovery code that this gives open the journal
    /// from then on: for the day when somebody else may have had a key.
    ///
    /// # Errors
    /// [`JournalError::Passphrase`], [`JournalError::PlatformKey`], [`JournalError::Damaged`] (nothing
    /// is changed then), [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn rotate_keys(&self, keys: &[NewKey<'_>]) -> Result<RecoveryCode, JournalError> {
        let code = RecoveryCode::make().map_err(vigie_vault::VaultError::from)?;
        let mut keys = keys.to_vec();
        keys.push(NewKey::RecoveryCode(&code));
        self.with(|opened| Ok(opened.vault.rotate(&keys)?))?;
        Ok(code)
    }
}
