//! What one record of the vault says: the serialised form, with its version.
//!
//! A payload is one version byte and one [`Stored`] in postcard. Variants and fields are never
//! reordered or removed; whatever changes gets a new variant or a new version, and the golden
//! journal in `tests/golden/` must still read.

use postcard::ser_flavors::Size;
use serde::{Deserialize, Serialize};
use vigie_model::{CareEvent, DailyEntry, Moment, Profile};
use vigie_vault::{Record, RecordId};
use vigie_watch::{Felt, Outcome, PackError, Prompt};

use zeroize::Zeroizing;

use crate::attachments::Attachment;
use crate::{CareId, EntryId, JournalError, PackRefused, PromptId, RevisionId, SignedPack};

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
    /// A later revision of an entry, or, without one, that it was taken back. It stands in the place of every revision it
    /// names: two that name the same one were written in two copies of the journal. Written instead of `Amended` and
    /// `Withdrawn`, which are still read.
    Revised {
        at: Moment,
        of: EntryId,
        replaces: Vec<RevisionId>,
        entry: Option<DailyEntry>,
    },
    /// The person, in the place of the descriptions it names. Written instead of `Profile`, which is still read.
    Person {
        at: Moment,
        replaces: Vec<RevisionId>,
        profile: Profile,
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
    /// A result, a scan or an appointment: the first time without `of`, for its record's id is its id; later in the place of
    /// the revisions it names, or, without an event, taken back.
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
            | Self::Care { at, .. } => Some(*at),
            Self::Prompt(prompt) | Self::Brought { prompt, .. } => Some(prompt.at),
            Self::Outcome { outcome, .. } => Some(outcome.at),
            Self::Unread { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{
        Appointment, AppointmentKind, CareContact, CareRole, Conclusion, Day, ImagingKind,
        ImagingStudy, LabResult, Label, Note,
    };
    use vigie_watch::{OutcomeKind, PromptLevel};

    #[test]
    fn the_record_of_a_change_of_rules_is_written_as_it_was_the_first_time() {
        let at = Moment { utc_millis: 1, offset_minutes: 60 };
        let id = RevisionId(RecordId::new([7; 16]));
        let reset = Stored::Rules { at, replaces: vec![id], file: None };
        let mut frozen = vec![VERSION, 13, 2, 120, 1];
        frozen.extend([7; 16]);
        frozen.push(0);
        assert_eq!(*reset.to_bytes().unwrap(), frozen);
        assert_eq!(Stored::from_bytes(&frozen).unwrap(), reset);
        let file = include_str!("../tests/golden/pack-v1.json").to_owned();
        let installed = Stored::Rules { at, replaces: Vec::new(), file: Some(file) };
        let bytes = installed.to_bytes().unwrap();
        assert_eq!(bytes[..6], [VERSION, 13, 2, 120, 0, 1]);
        assert_eq!(Stored::from_bytes(&bytes).unwrap(), installed);
    }

    #[test]
    fn rules_of_a_newer_version_or_that_do_not_read_are_told_apart() {
        let at = Moment { utc_millis: 1, offset_minutes: 60 };
        let read = |file: &str| {
            let rules = Stored::Rules { at, replaces: Vec::new(), file: Some(file.to_owned()) };
            Stored::from_bytes(&rules.to_bytes().unwrap())
        };
        assert!(matches!(read(r#"{"vigie-rules":2}"#), Err(JournalError::NewerVersion)));
        assert!(matches!(read("{}"), Err(JournalError::Damaged { .. })));
    }

    /// What came after the golden journals were made, byte for byte.
    #[test]
    fn records_that_no_golden_journal_holds_are_written_the_same_for_ever() {
        let at = Moment { utc_millis: 1, offset_minutes: 60 };
        let of = PromptId(RecordId::new([7; 16]));
        let felt = Stored::Urgency { at, of, felt: Felt::NotUrgent };
        let mut bytes = vec![VERSION, 12, 2, 120];
        bytes.extend([7; 16]);
        bytes.push(0);
        assert_eq!(felt.to_bytes().unwrap().as_slice(), bytes);
        assert_eq!(Stored::from_bytes(&bytes).unwrap(), felt);
        let relative = CareContact {
            role: CareRole::Relative,
            name: Label::new("name", "P").unwrap(),
            phone: Label::new("phone", "15").unwrap(),
            hours: None,
            out_of_hours: None,
        };
        let profile = Profile { contacts: vec![relative], ..Profile::default() };
        let person = Stored::Person { at, replaces: Vec::new(), profile };
        let bytes = [VERSION, 7, 2, 120, 0, 0, 0, 0, 0, 1, 8, 1, b'P', 2, b'1', b'5', 0, 0, 0];
        assert_eq!(person.to_bytes().unwrap().as_slice(), bytes);
        assert_eq!(Stored::from_bytes(&bytes).unwrap(), person);
    }

    #[test]
    fn the_records_of_care_and_of_what_a_table_brought_are_written_the_same_for_ever() {
        let at = Moment { utc_millis: 1, offset_minutes: 60 };
        let result = LabResult {
            day: Day::from_epoch_days(2).unwrap(),
            name: Label::new("lab", "A").unwrap(),
            value: "<1.5".parse().unwrap(),
            unit: Some(Label::new("unit", "g").unwrap()),
            range: "-5".parse().ok(),
        };
        let first = |event| Stored::Care { at, of: None, replaces: Vec::new(), event: Some(event) };
        let told = first(CareEvent::Lab(result));
        let lab = [
            VERSION, 14, 2, 120, 0, 0, 1, 0, 4, 1, b'A', 1, 0, 15, 1, 1, 1, b'g', 1, 0, 1, 0, 5, 0,
        ];
        let scan = first(CareEvent::Imaging(ImagingStudy {
            day: Day::from_epoch_days(2).unwrap(),
            kind: ImagingKind::Mri,
            place: None,
            conclusion: Conclusion::Stable,
            told: Some(Note::new("note", "N").unwrap()),
        }));
        let imaging = [VERSION, 14, 2, 120, 0, 0, 1, 1, 4, 1, 0, 1, 1, 1, b'N'];
        let visit = first(CareEvent::Appointment(Appointment {
            day: Day::from_epoch_days(2).unwrap(),
            minute: Some(90),
            kind: AppointmentKind::Rcp,
            with: None,
            place: None,
            decision: None,
        }));
        let appointment = [VERSION, 14, 2, 120, 0, 0, 1, 2, 4, 1, 90, 2, 0, 0, 0];
        let of = Some(CareId(RecordId::new([7; 16])));
        let replaces = vec![RevisionId(RecordId::new([8; 16]))];
        let withdrawn = Stored::Care { at, of, replaces, event: None };
        let mut taken_back = vec![VERSION, 14, 2, 120, 1];
        taken_back.extend([7; 16]);
        taken_back.push(1);
        taken_back.extend([8; 16]);
        taken_back.push(0);
        let prompt = Prompt {
            day: Day::from_epoch_days(2).unwrap(),
            at,
            level: PromptLevel::Today,
            at_once: true,
            findings: Vec::new(),
            pack: "p".to_owned(),
            pack_version: 3,
        };
        let kind = OutcomeKind::Reached;
        let outcomes = vec![Outcome { at, kind, contact: None, advice: None }];
        let brought = Stored::Brought { prompt, outcomes, felt: Some((at, Felt::Urgent)) };
        let table = [VERSION, 15, 4, 2, 120, 1, 1, 0, 1, b'p', 3, 1, 2, 120, 0, 0, 0, 1, 2, 120, 2];
        for (stored, frozen) in [
            (told, lab.as_slice()),
            (scan, &imaging),
            (visit, &appointment),
            (withdrawn, &taken_back),
            (brought, &table),
        ] {
            assert_eq!(stored.to_bytes().unwrap().as_slice(), frozen);
            assert_eq!(Stored::from_bytes(frozen).unwrap(), stored);
        }
    }
}
