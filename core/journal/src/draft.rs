//! An entry that is not finished: kept at every touch, so that a telephone call, a crash or a lock takes nothing away.

use vigie_model::DailyEntry;
use vigie_vault::Aside;

use crate::stored::Stored;
use crate::{Journal, JournalError};

impl Journal {
    /// Keeps an entry that is not finished, in place of the one that was kept; `None` forgets it. It need not be one that
    /// [`record`](Self::record) would take. Sealed, on this device only: no report, no backup and no finding knows of it.
    /// On the disk when this returns.
    ///
    /// # Errors
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`]; what was kept before is then still there.
    pub fn keep_draft(&self, entry: Option<DailyEntry>) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            let payload = entry.map(|entry| Stored::Entry { at, entry }.to_bytes()).transpose()?;
            let payload = payload.as_ref().map(|payload| payload.as_slice());
            Ok(opened.vault.keep_aside(Aside::Draft, payload)?)
        })
    }

    /// The entry that was kept last and not forgotten. One that does not read, because its file is damaged or a newer
    /// version wrote it, is none: it never was in the journal.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::Io`].
    pub fn draft(&self) -> Result<Option<DailyEntry>, JournalError> {
        self.with(|opened| {
            let payload = opened.vault.aside(Aside::Draft)?;
            Ok(payload.and_then(|payload| match Stored::from_bytes(&payload) {
                Ok(Stored::Entry { entry, .. }) => Some(entry),
                _ => None,
            }))
        })
    }
}
