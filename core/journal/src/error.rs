//! One error for shells: one variant per thing a shell can do about it.

use vigie_guide::directory::DirectoryError;
use vigie_guide::trials::ProfileError;
use vigie_model::Invalid;
use vigie_report::calendar::{CalendarError, MOST_BYTES};
use vigie_report::table::{RowCause, TableError};
use vigie_report::{PageError, PdfError};
use vigie_vault::{BackupError, MAX_BLOB, PassphraseError, PlatformKeyError, VaultError};
use vigie_words::Words;

use crate::PackRefused;

/// Why a call did not do what it was asked. The journal is as it was before.
///
/// No variant carries what the person wrote, so it can be shown and logged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// Ask again: this passphrase or recovery code does not open the journal.
    #[error("the passphrase or recovery code does not open this journal")]
    WrongKey,
    /// Ask for a better passphrase.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// Offer to create one: there is no journal here.
    #[error("there is no journal here")]
    NotFound,
    /// Open it instead: there is one already.
    #[error("there is a journal here already")]
    AlreadyThere,
    /// Close the other program: another process has it open.
    #[error("the journal is open in another program")]
    InUse,
    /// Unlock it: it was locked.
    #[error("the journal is locked")]
    Locked,
    /// Restore a backup: it is damaged, by itself or by somebody. Nothing was touched.
    #[error("the journal is damaged: {what}")]
    Damaged {
        /// Which part, in the vault's words.
        what: &'static str,
    },
    /// Restore a backup: every part is genuine, but they do not belong together. Somebody took away, put back or exchanged
    /// some. Nothing was touched.
    #[error("the journal was changed from outside: {what}")]
    Tampered {
        /// What does not fit, in the vault's words.
        what: &'static str,
    },
    /// Ask whether it was put back on purpose: this is a whole, but older copy. Open it again with
    /// [`Anchoring::accepting_older`](vigie_vault::Anchoring::accepting_older) if so.
    #[error("this is an older copy of the journal")]
    OlderCopy {
        /// Records in it.
        found: u64,
        /// Records that were known.
        known: u64,
    },
    /// Ask for the passphrase or the recovery code, or wait, as the cause says: this device gave no
    /// key.
    #[error(transparent)]
    PlatformKey(#[from] PlatformKeyError),
    /// Keep it: it is the last passphrase or recovery code.
    #[error("the last passphrase or recovery code cannot be removed")]
    LastKey,
    /// Remove one first: the journal has as many keys as it may have.
    #[error("the journal has as many keys as it may have")]
    TooManyKeys,
    /// Choose another file: the backup is of another journal.
    #[error("the backup is of another journal")]
    OtherJournal,
    /// Choose another file, or ask for its passphrase again: this backup does not read.
    #[error("the backup cannot be read: {0}")]
    Backup(#[from] BackupError),
    /// Choose a smaller file.
    #[error("the attachment is too large")]
    AttachmentTooLarge,
    /// Update the program: a newer one wrote it.
    #[error("a newer version of the program wrote this journal")]
    NewerVersion,
    /// Free space: nothing was recorded, nothing was lost.
    #[error("no space is left on the disk")]
    DiskFull,
    /// Correct the input: which field, and what it accepts.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Correct the table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Choose another calendar, or have it made again, as the cause says.
    #[error(transparent)]
    Calendar(CalendarError),
    /// Choose another file, or have this one mended: it is no directory of support, or an entry of it is refused.
    #[error("no directory of support")]
    Directory(DirectoryError),
    /// Have the field mended: the profile by which trials are looked for is refused.
    #[error(transparent)]
    TrialProfile(ProfileError),
    /// Choose one of these people: the table holds several.
    #[error("the table holds several people")]
    SeveralPeople {
        /// Their ids, in order.
        ids: Vec<String>,
    },
    /// Make another journal: this one holds the table of somebody else.
    #[error("this journal holds another person's table")]
    OtherPerson,
    /// Choose another id: the table does not hold this person.
    #[error("the table does not hold this person")]
    NobodyOfThatName,
    /// Replay without 'sorted': the people of this table are not in order.
    #[error("line {line}: the table is not sorted by patient")]
    NotSorted {
        /// Line in the file, from 1.
        line: u64,
    },
    /// Choose another: no such entry or prompt, or it was withdrawn.
    #[error("no such entry or prompt")]
    NoSuch,
    /// Choose other rules, or go back to the team, as the cause says. Those that were in force stay.
    #[error(transparent)]
    Pack(#[from] PackRefused),
    /// Try again elsewhere: the system refused to read or write.
    #[error("input or output failed: {kind}")]
    Io {
        /// What the system said.
        kind: std::io::ErrorKind,
    },
    /// Report it: this is a fault of ours.
    #[error("a fault of the program: {what}")]
    Bug {
        /// Where.
        what: &'static str,
    },
}

impl JournalError {
    /// One sentence that says what to do, in the person's language.
    pub fn sentence(&self, words: &Words) -> String {
        let id = match self {
            Self::Invalid(invalid) => return words.invalid(invalid),
            Self::Pack(refused) => return refused.sentence(words),
            Self::Passphrase(PassphraseError::TooShort { min }) => {
                return words.with("error-passphrase-short", &[("min", (*min).into())]);
            }
            Self::Table(TableError::Row { line, cause }) => {
                let cause = row_cause(words, cause);
                let line = line.to_string();
                return words
                    .with("error-table-row", &[("line", line.into()), ("cause", cause.into())]);
            }
            Self::NotSorted { line } => {
                return words.with("error-not-sorted", &[("line", line.to_string().into())]);
            }
            Self::SeveralPeople { ids } => {
                return words.with("error-several-people", &[("ids", listed(ids).into())]);
            }
            Self::Io { kind } => {
                return words.with("error-io", &[("kind", io_cause(words, *kind).into())]);
            }
            Self::Table(TableError::Io(error)) => {
                return words.with("error-io", &[("kind", io_cause(words, error.kind()).into())]);
            }
            Self::Directory(error) => return error.sentence(words),
            Self::TrialProfile(error) => return error.sentence(words),
            Self::Calendar(CalendarError::CutShort { line }) => {
                return words.with("calendar-cut-short", &[("line", line.to_string().into())]);
            }
            Self::Calendar(CalendarError::TooLarge) => {
                let most = (MOST_BYTES >> 20).to_string();
                return words.with("calendar-too-large", &[("most", most.into())]);
            }
            Self::Calendar(CalendarError::Io(error)) => {
                return words.with("error-io", &[("kind", io_cause(words, error.kind()).into())]);
            }
            Self::OlderCopy { found, known } => {
                let count = |n: &u64| i64::try_from(*n).unwrap_or(i64::MAX);
                return words.with(
                    "error-older-copy",
                    &[("found", count(found).into()), ("known", count(known).into())],
                );
            }
            Self::AttachmentTooLarge => {
                let most = (MAX_BLOB >> 20).to_string();
                return words.with("error-attachment-too-large", &[("most", most.into())]);
            }
            Self::Bug { what } => return words.with("error-bug", &[("what", (*what).into())]),
            Self::WrongKey => "error-wrong-key",
            Self::Passphrase(_) => "error-passphrase-empty",
            Self::NotFound => "error-not-found",
            Self::AlreadyThere => "error-already-there",
            Self::InUse => "error-in-use",
            Self::Locked => "error-locked",
            Self::Damaged { .. } => "error-damaged",
            Self::Tampered { .. } => "error-tampered",
            Self::PlatformKey(PlatformKeyError::Locked) => "error-device-locked",
            Self::PlatformKey(PlatformKeyError::Cancelled) => "error-device-cancelled",
            Self::PlatformKey(PlatformKeyError::Failed) => "error-device-failed",
            Self::PlatformKey(_) => "error-device-key-gone",
            Self::LastKey => "error-last-key",
            Self::TooManyKeys => "error-too-many-keys",
            Self::OtherJournal => "error-other-journal",
            Self::Backup(BackupError::NotABackup) => "error-not-a-backup",
            Self::Backup(BackupError::WrongPassphrase) => "error-backup-passphrase",
            Self::Backup(BackupError::Newer) => "error-newer-version",
            Self::Backup(BackupError::CutShort) => "error-backup-cut-short",
            Self::Backup(_) => "error-backup-damaged",
            Self::NewerVersion => "error-newer-version",
            Self::DiskFull => "error-disk-full",
            Self::Table(TableError::Empty) => "error-table-empty",
            Self::Table(TableError::Header) => "error-table-header",
            Self::Calendar(CalendarError::Empty) => "calendar-empty",
            Self::Calendar(CalendarError::WebPage) => "calendar-web-page",
            Self::Calendar(CalendarError::NotACalendar) => "calendar-not-one",
            Self::OtherPerson => "error-other-person",
            Self::NobodyOfThatName => "error-nobody",
            Self::NoSuch => "error-no-such",
        };
        words.text(id)
    }
}

/// Why the system refused, as inside a sentence; rare causes in the system's own words.
pub fn io_cause(words: &Words, kind: std::io::ErrorKind) -> String {
    use std::io::ErrorKind;
    match kind {
        ErrorKind::NotFound => words.text("io-not-found"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => words.text("io-not-allowed"),
        ErrorKind::AlreadyExists => words.text("io-already-there"),
        ErrorKind::IsADirectory => words.text("io-is-a-folder"),
        ErrorKind::NotADirectory => words.text("io-not-a-folder"),
        ErrorKind::InvalidData => words.text("io-not-text"),
        other => other.to_string(),
    }
}

/// Why a row was refused, as inside a sentence.
pub fn row_cause(words: &Words, cause: &RowCause) -> String {
    match cause {
        RowCause::Invalid(invalid) => words.invalid(invalid),
        RowCause::Fields { found } => words.with("error-fields", &[("found", (*found).into())]),
        RowCause::NotFhir => words.text("error-not-fhir"),
    }
}

/// The first ids of a list, and an ellipsis for the rest.
fn listed(ids: &[String]) -> String {
    const SHOWN: usize = 20;
    let shown: Vec<&str> = ids.iter().take(SHOWN).map(String::as_str).collect();
    let more = if ids.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

impl From<VaultError> for JournalError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NotFound => Self::NotFound,
            VaultError::AlreadyThere => Self::AlreadyThere,
            VaultError::InUse => Self::InUse,
            VaultError::WrongKey => Self::WrongKey,
            VaultError::Passphrase(error) => Self::Passphrase(error),
            VaultError::Corrupt { what } => Self::Damaged { what },
            VaultError::Tampered { what } => Self::Tampered { what },
            VaultError::NewerFormat { .. } => Self::NewerVersion,
            VaultError::DiskFull => Self::DiskFull,
            VaultError::Io { kind } => Self::Io { kind },
            VaultError::OlderCopy { found, anchored } => Self::OlderCopy { found, known: anchored },
            VaultError::PlatformKey(error) => Self::PlatformKey(error),
            VaultError::LastKey => Self::LastKey,
            VaultError::TooManyKeys => Self::TooManyKeys,
            VaultError::NoSuch => Self::NoSuch,
            VaultError::OtherJournal => Self::OtherJournal,
            VaultError::Backup(error) => Self::Backup(error),
            VaultError::BlobTooLarge => Self::AttachmentTooLarge,
            VaultError::TooLarge => Self::Bug { what: "a record is too large" },
            _ => Self::Bug { what: "vault" },
        }
    }
}

impl From<std::io::Error> for JournalError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io { kind },
        }
    }
}

impl From<ProfileError> for JournalError {
    fn from(error: ProfileError) -> Self {
        Self::TrialProfile(error)
    }
}

impl From<DirectoryError> for JournalError {
    fn from(error: DirectoryError) -> Self {
        Self::Directory(error)
    }
}

impl From<CalendarError> for JournalError {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::Io(error) => error.into(),
            error => Self::Calendar(error),
        }
    }
}

impl From<PageError> for JournalError {
    fn from(_: PageError) -> Self {
        Self::Bug { what: "the page could not be made" }
    }
}

impl From<PdfError> for JournalError {
    fn from(_: PdfError) -> Self {
        Self::Bug { what: "the PDF could not be made" }
    }
}
