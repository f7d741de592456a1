//! What can still be read of a damaged journal, and a new journal of it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use vigie_journal::Day;

use crate::JournalError;
use crate::journal::Journal;
use crate::keys::{Held, NewKey, Unlock};
use crate::platform::{JournalAnchor, JournalClock, anchoring, clock};

/// What is readable of a damaged journal, and what is missing.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Readable {
    /// Records that are whole.
    pub records: u64,
    /// Records that are damaged or gone; none when the count itself is lost.
    pub missing: Option<u64>,
    /// Records that are whole but say nothing this version can read. They are kept as they are.
    pub unread: u64,
    /// Entries in force among them.
    pub entries: u64,
    /// The first day of these entries.
    pub first: Option<Day>,
    /// The last day of these entries.
    pub last: Option<Day>,
    /// Attachments among them.
    pub attachments: u64,
    /// Attachments of which parts are damaged or gone.
    pub incomplete: u64,
}

impl From<vigie_journal::Readable> for Readable {
    fn from(found: vigie_journal::Readable) -> Self {
        Self {
            records: found.records,
            missing: found.missing,
            unread: found.unread,
            entries: found.entries,
            first: found.span.map(|(first, _)| first),
            last: found.span.map(|(_, last)| last),
            attachments: found.attachments,
            incomplete: found.incomplete,
        }
    }
}

/// What could be read of a journal that does not open any more. The journal itself is untouched.
#[derive(uniffi::Object)]
pub struct Rescue {
    found: Readable,
    core: Mutex<Option<vigie_journal::Rescue>>,
}

#[uniffi::export]
impl Rescue {
    /// Reads what is readable of the journal in a folder, piece by piece.
    ///
    /// Fails with `NotFound`, `InUse`, `WrongKey`, `DeviceKey`, `NewerVersion`, `Io`; `Damaged` when no key is left to open.
    #[uniffi::constructor(default(anchor = None))]
    pub fn read(
        dir: String,
        unlock: Unlock,
        anchor: Option<Arc<dyn JournalAnchor>>,
    ) -> Result<Arc<Self>, JournalError> {
        let (key, anchoring) = (Held::try_from(unlock)?, anchoring(anchor, false));
        let core = vigie_journal::Rescue::read(Path::new(&dir), key.unlock(), &anchoring)?;
        Ok(Arc::new(Self { found: core.found.into(), core: Mutex::new(Some(core)) }))
    }

    /// What it comes to.
    pub fn found(&self) -> Readable {
        self.found.clone()
    }

    /// Makes a new journal of what could be read, in a folder that holds none yet; once. Its new recovery code
    /// can then be taken, once.
    ///
    /// Fails with `NoSuch` the second time, `AlreadyThere`, `Passphrase`, `DeviceKey`, `DiskFull`, `Io`.
    #[uniffi::method(default(anchor = None, clock = None))]
    pub fn make_journal(
        &self,
        dir: String,
        key: NewKey,
        anchor: Option<Arc<dyn JournalAnchor>>,
        clock: Option<Arc<dyn JournalClock>>,
    ) -> Result<Arc<Journal>, JournalError> {
        let (key, anchoring) = (Held::try_from(key)?, anchoring(anchor, false));
        let core = self.core.lock().unwrap_or_else(PoisonError::into_inner).take();
        let core = core.ok_or(vigie_journal::JournalError::NoSuch)?;
        let (core, code) =
            core.into_journal(Path::new(&dir), key.new_key(), anchoring, self::clock(clock))?;
        Ok(Journal::of((core, Some(code))))
    }
}
