//! What one record of the vault says: the serialised form, with its version.
//!
//! A payload is one version byte and one [`Stored`] in postcard. Variants and fields are never
//! reordered or removed; whatever changes gets a new variant or a new version, and the golden
//! journal in `tests/golden/` must still read.

use postcard::ser_flavors::Size;
use serde::{Deserialize, Serialize};
use vigie_model::{Author, CareEvent, DailyEntry, Moment, Profile};
use vigie_vault::{Record, RecordId};
use vigie_watch::{Felt, Outcome, PackError, Prompt};

use zeroize::Zeroizing;

use crate::attachments::Attachment;
use crate::kept::Paper;
use crate::legacy::OldProfile;
use crate::{CareId, EntryId, JournalError, PackRefused, PromptId, RevisionId, SignedPack};

/// The newest form this program reads.
const VERSION: u8 = 1;

/// One record. Append-only: what changes is said again, later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Stored {
    /// The person; the latest one is in force.
    Profile {
        at: Moment,
        profile: OldProfile,
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
    /// A later revision of an entry, or, without one, that it was taken back. It stands in the place of every revision it
    /// names: two that name the same one were written in two copies of the journal. Written instead of `Amended` and
    /// `Withdrawn`, which are still read.
    Revised {
        at: Moment,
        of: EntryId,
        replaces: Vec<RevisionId>,
        entry: Option<DailyEntry>,
    },
    /// The person, in the place of the descriptions it names, before treatment lines said more. Still read.
    Person {
        at: Moment,
        replaces: Vec<RevisionId>,
        profile: OldProfile,
    },
    /// An attachment, whose parts the vault keeps.
    Attachment {
        at: Moment,
        attachment: Attachment,
    },
    /// An older copy of the journal was opened knowingly: records found, and records that were known.
    OlderAccepted {
        at: Moment,
        found: u64,
        known: u64,
    },
    /// The journal was rescued from a damaged one; how many records were missing, if that could be told.
    Rescued {
        at: Moment,
        missing: Option<u64>,
    },
    /// What a record of a damaged journal held, genuine but not to be read: kept by the rescue as it was.
    Unread {
        payload: Vec<u8>,
    },
    /// How urgent a prompt feels to the person; the latest is in force.
    Urgency {
        at: Moment,
        of: PromptId,
        felt: Felt,
    },
    /// Rules that were put in force, as the signed file that a team hands out; without one, the built-in rules again. In the
    /// place of the changes of rules it names: more than one was made in two copies of the journal.
    Rules {
        at: Moment,
        replaces: Vec<RevisionId>,
        file: Option<String>,
    },
    /// What `Told` says, before it said who told it. Still read.
    Care {
        at: Moment,
        of: Option<CareId>,
        replaces: Vec<RevisionId>,
        event: Option<CareEvent>,
    },
    /// A prompt that a table brought, with what had come of it. It was made where the table comes from.
    Brought {
        prompt: Prompt,
        outcomes: Vec<Outcome>,
        felt: Option<(Moment, Felt)>,
    },
    /// Something around the symptoms: the first time without `of`, for its record's id is its id; later in the place of the
    /// revisions it names, or, without an event, taken back. Who told it the first time stays its author.
    Told {
        at: Moment,
        by: Author,
        of: Option<CareId>,
        replaces: Vec<RevisionId>,
        event: Option<CareEvent>,
    },
    /// The person, in the place of the descriptions it names.
    Described {
        at: Moment,
        replaces: Vec<RevisionId>,
        profile: Profile,
    },
    /// A file that belongs to the person, in the place of the versions it names; without a text, taken away.
    Kept {
        at: Moment,
        replaces: Vec<RevisionId>,
        paper: Paper,
        text: Option<String>,
    },
}

impl Stored {
    /// Wiped on drop. Its length is counted first: a vector that grew would leave copies behind.
    pub(crate) fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, JournalError> {
        let bug = |_| JournalError::Bug { what: "a record could not be written" };
        let length = postcard::serialize_with_flavor(self, Size::default()).map_err(bug)?;
        let mut bytes = Vec::with_capacity(1 + length);
        bytes.push(VERSION);
        postcard::to_extend(self, bytes).map(Zeroizing::new).map_err(bug)
    }

    /// Reads every record, or says why one of them does not read.
    pub(crate) fn all(records: &[Record]) -> Result<Vec<(RecordId, Self)>, JournalError> {
        let read = |record: &Record| Ok((record.id, Self::from_bytes(&record.payload)?));
        records.iter().map(read).collect()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, JournalError> {
        match bytes.split_first() {
            Some((&VERSION, body)) => postcard::from_bytes(body)
                .map_err(|_| JournalError::Damaged { what: "a record does not read" })
                .and_then(Self::understood),
            Some((version, _)) if *version > VERSION => Err(JournalError::NewerVersion),
            _ => Err(JournalError::Damaged { what: "a record without a version" }),
        }
    }

    /// The record, unless it holds rules that do not read.
    fn understood(self) -> Result<Self, JournalError> {
        if let Self::Rules { file: Some(file), .. } = &self {
            match SignedPack::read(file) {
                Ok(_) => {}
                Err(PackRefused::Pack(PackError::Newer { .. })) => {
                    return Err(JournalError::NewerVersion);
                }
                Err(_) => return Err(JournalError::Damaged { what: "rules do not read" }),
            }
        }
        Ok(self)
    }

    /// When it was recorded, if it says so.
    pub(crate) fn at(&self) -> Option<Moment> {
        match self {
            Self::Profile { at, .. }
            | Self::Entry { at, .. }
            | Self::Amended { at, .. }
            | Self::Withdrawn { at, .. }
            | Self::Revised { at, .. }
            | Self::Person { at, .. }
            | Self::Attachment { at, .. }
            | Self::OlderAccepted { at, .. }
            | Self::Rescued { at, .. }
            | Self::Urgency { at, .. }
            | Self::Rules { at, .. }
            | Self::Care { at, .. }
            | Self::Told { at, .. }
            | Self::Described { at, .. }
            | Self::Kept { at, .. } => Some(*at),
            Self::Prompt(prompt) | Self::Brought { prompt, .. } => Some(prompt.at),
            Self::Outcome { outcome, .. } => Some(outcome.at),
            Self::Unread { .. } => None,
        }
    }
}

#[cfg(test)]
#[path = "stored_tests.rs"]
mod tests;
