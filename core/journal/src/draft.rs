//! An entry or a form that is not finished: kept at every touch, so that a telephone call, a crash or a lock takes nothing away.

use std::collections::BTreeMap;

use postcard::ser_flavors::Size;
use serde::{Deserialize, Serialize};
use vigie_model::{Answer, DailyEntry};
use vigie_vault::Aside;
use zeroize::Zeroizing;

use crate::stored::Stored;
use crate::{Journal, JournalError, Recorded};

/// What stands in a form that is not kept yet, as it was typed. What the names mean is the shell's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UnfinishedForm {
    /// Which form.
    pub form: String,
    /// What stands in its fields.
    pub values: BTreeMap<String, String>,
}

impl UnfinishedForm {
    /// Wiped on drop; its length is counted first, as a record's.
    fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, JournalError> {
        let bug = |_| JournalError::Bug { what: "a form could not be written" };
        let length = postcard::serialize_with_flavor(self, Size::default()).map_err(bug)?;
        postcard::to_extend(self, Vec::with_capacity(length)).map(Zeroizing::new).map_err(bug)
    }
}

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

    /// Records that the person is too unwell to go on: what was `begun` counts, and whatever else is asked today is told as too
    /// unwell to answer. Nothing is left to go on with.
    ///
    /// # Errors
    /// As [`record`](Self::record).
    pub fn record_too_unwell(&self, begun: DailyEntry) -> Result<Recorded, JournalError> {
        let mut entry = begun;
        for asked in self.today()?.asked {
            entry.answers.entry(asked.item).or_insert(Answer::TooUnwell);
        }
        entry.too_unwell = true;
        let recorded = self.record(entry)?;
        self.keep_draft(None)?;
        Ok(recorded)
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

    /// Keeps a form that is not finished, in place of the one that was kept; `None` forgets it. Sealed, on this device only,
    /// as a draft is, and on the disk when this returns.
    ///
    /// # Errors
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`]; what was kept before is then still there.
    pub fn keep_form(&self, form: Option<&UnfinishedForm>) -> Result<(), JournalError> {
        let payload = form.map(UnfinishedForm::to_bytes).transpose()?;
        let payload = payload.as_ref().map(|payload| payload.as_slice());
        self.with(|opened| Ok(opened.vault.keep_aside(Aside::Form, payload)?))
    }

    /// The form that was kept last and not forgotten. One that does not read is none.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::Io`].
    pub fn form(&self) -> Result<Option<UnfinishedForm>, JournalError> {
        self.with(|opened| {
            let payload = opened.vault.aside(Aside::Form)?;
            Ok(payload.and_then(|payload| postcard::from_bytes(&payload).ok()))
        })
    }
}
