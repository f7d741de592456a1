//! What can still be read of a damaged journal, and a new journal of it.

use std::path::Path;
use std::sync::Arc;

use vigie_model::{Clock, Day, Moment};
use vigie_vault::{Anchoring, NewKey, OlderAccepted, RecoveryCode, Rescued, Unlock};

use crate::diary::Diary;
use crate::stored::Stored;
use crate::{Journal, JournalError};

/// What could be read of a journal that does not open any more. The journal itself is untouched.
#[derive(Debug)]
pub struct Rescue {
    rescued: Rescued,
    diary: Diary,
    /// What it comes to.
    pub found: Readable,
}

/// What is readable of a damaged journal, and what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readable {
    /// Records that are whole.
    pub records: u64,
    /// Records that are damaged or gone; `None` when the count itself is lost.
    pub missing: Option<u64>,
    /// Records that are whole but say nothing this program can read. They are kept as they are.
    pub unread: u64,
    /// Entries in force among them.
    pub entries: u64,
    /// The first and the last day of these entries.
    pub span: Option<(Day, Day)>,
    /// Attachments among them.
    pub attachments: u64,
    /// Attachments of which parts are damaged or gone.
    pub incomplete: u64,
}

impl Rescue {
    /// Reads what is readable of the journal in `dir`, piece by piece, each authenticated. `anchoring` may know how much
    /// there was.
    ///
    /// # Errors
    /// [`JournalError::NotFound`], [`JournalError::InUse`], [`JournalError::WrongKey`],
    /// [`JournalError::PlatformKey`], [`JournalError::NewerVersion`], [`JournalError::Io`];
    /// [`JournalError::Damaged`] when no key slot is left to open.
    pub fn read(
        dir: &Path,
        unlock: Unlock<'_>,
        anchoring: &Anchoring,
    ) -> Result<Self, JournalError> {
        let mut rescued = Rescued::read(dir, unlock, anchoring)?;
        let mut readable = Vec::new();
        for record in rescued.records_mut() {
            let stored = match Stored::from_bytes(&record.payload) {
                // A newer program may know what it says.
                Err(JournalError::Damaged { .. }) => {
                    let kept = Stored::Unread { payload: record.payload.to_vec() };
                    record.payload = kept.to_bytes()?;
                    kept
                }
                stored => stored?,
            };
            readable.push((record.id, stored));
        }
        let diary = Diary::of(readable);
        let in_force = diary.in_force();
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let found = Readable {
            records: count(rescued.records().len()),
            missing: rescued.missing(),
            unread: diary.unread,
            entries: count(in_force.len()),
            span: in_force.first().zip(in_force.last()).map(|(a, b)| (a.1.day, b.1.day)),
            attachments: count(diary.attachments.len()),
            incomplete: count(diary.incomplete(rescued.parts()).len()),
        };
        Ok(Self { rescued, diary, found })
    }

    /// Makes a new journal of it in another folder, with a key of its own and a new recovery code.
    /// The new journal remembers what it came from; a backup of the old one can be merged into it.
    ///
    /// # Errors
    /// As [`Journal::create`].
    pub fn into_journal(
        mut self,
        dir: &Path,
        key: NewKey<'_>,
        anchoring: Anchoring,
        clock: Arc<dyn Clock>,
    ) -> Result<(Journal, RecoveryCode), JournalError> {
        let note = Stored::Rescued { at: clock.now(), missing: self.found.missing };
        self.diary.take(self.rescued.add(note.to_bytes()?)?, note);
        let (vault, code) = self.rescued.into_journal(dir, key, anchoring)?;
        Ok((Journal::new(vault, self.diary, clock), code))
    }
}

impl Journal {
    /// When the journal was rescued from a damaged one, and how many records were missing then, if that could be told.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn rescues(&self) -> Result<Vec<(Moment, Option<u64>)>, JournalError> {
        self.with(|opened| Ok(opened.diary.rescued.clone()))
    }

    /// When older copies of the journal were opened knowingly.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn older_copies_accepted(&self) -> Result<Vec<(Moment, OlderAccepted)>, JournalError> {
        self.with(|opened| Ok(opened.diary.older.clone()))
    }
}
