//! What one record of the vault says: the serialised form, with its version.
//!
//! A payload is one version byte and one [`Stored`] in postcard. Variants and fields are never
//! reordered or removed; whatever changes gets a new variant or a new version, and the golden
//! journal in `tests/golden/` must still read.

use serde::{Deserialize, Serialize};
use vigie_model::{DailyEntry, Moment, Profile};
use vigie_watch::{Outcome, Prompt};

use crate::{EntryId, JournalError, PromptId, RevisionId};

/// The newest form this program reads.
const VERSION: u8 = 1;

/// One record. Append-only: what changes is said again, later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Stored {
    /// The person; the latest one is in force.
    Profile {
        at: Moment,
        profile: Profile,
    },
    /// An entry as first recorded; its record's id is the entry's id.
    Entry {
        at: Moment,
        entry: DailyEntry,
    },
    /// A later revision of an entry.
    Amended {
        at: Moment,
        of: EntryId,
        replaces: RevisionId,
        entry: DailyEntry,
    },
    /// The person took an entry back. Its revisions stay.
    Withdrawn {
        at: Moment,
        of: EntryId,
    },
    Prompt(Prompt),
    Outcome {
        of: PromptId,
        outcome: Outcome,
    },
}

impl Stored {
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, JournalError> {
        postcard::to_extend(self, vec![VERSION])
            .map_err(|_| JournalError::Bug { what: "a record could not be written" })
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, JournalError> {
        match bytes.split_first() {
            Some((&VERSION, body)) => postcard::from_bytes(body)
                .map_err(|_| JournalError::Damaged { what: "a record does not read" }),
            Some((version, _)) if *version > VERSION => Err(JournalError::NewerVersion),
            _ => Err(JournalError::Damaged { what: "a record without a version" }),
        }
    }
}
