//! What a call throws: one case for each thing an app can do about it, with the sentence for the person.

use vigie_journal::{BackupError, JournalError as Core, Lang, PassphraseError, TableError, Words};

/// What to tell the person, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Said {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// Why a backup cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum BackupFault {
    /// Not a backup of Vigie's at all.
    NotABackup,
    /// The passphrase does not open it: ask again.
    WrongPassphrase,
    /// It asks for more work than any backup of Vigie's; nothing of it was done.
    TooCostly,
    /// It ends before its end: the copy was cut short.
    CutShort,
    /// Damaged or changed.
    Damaged,
    /// Written by a newer version: update the app.
    Newer,
}

impl From<BackupError> for BackupFault {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::NotABackup => Self::NotABackup,
            BackupError::WrongPassphrase => Self::WrongPassphrase,
            BackupError::TooCostly => Self::TooCostly,
            BackupError::CutShort => Self::CutShort,
            BackupError::Damaged => Self::Damaged,
            BackupError::Newer => Self::Newer,
        }
    }
}

/// Why the device's key store gave no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum DeviceKeyFault {
    /// No key of ours is on this device (a new phone, a restored backup): ask for the passphrase or the recovery code, then
    /// add the device's key again.
    NotFound,
    /// The key can never be used again (biometrics enrolled anew, screen lock removed): as for `NotFound`.
    Invalidated,
    /// The device is locked, or too many attempts were made: try again later.
    Locked,
    /// The person said no to the device's question: nothing is wrong.
    Cancelled,
    /// Something else went wrong in the key store.
    Failed,
}

/// Why a call did not do what it was asked. The journal is as it was before. Nothing in it is what the person wrote, so it can
/// be logged, but for the ids of a table in `SeveralPeople` and the name of a field in `TrialProfile`; `said` is the sentence to show.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Error)]
pub enum JournalError {
    /// Ask again: this passphrase or recovery code does not open the journal.
    WrongKey {
        /// What to tell the person.
        said: Said,
    },
    /// Ask for a better passphrase.
    Passphrase {
        /// The fewest characters that are accepted; none when there was nothing but spaces.
        fewest: Option<u32>,
        /// What to tell the person.
        said: Said,
    },
    /// Offer to create one: there is no journal here.
    NotFound {
        /// What to tell the person.
        said: Said,
    },
    /// Open it instead: there is one already.
    AlreadyThere {
        /// What to tell the person.
        said: Said,
    },
    /// Close the other program: another process has it open.
    InUse {
        /// What to tell the person.
        said: Said,
    },
    /// Unlock it: it was locked.
    Locked {
        /// What to tell the person.
        said: Said,
    },
    /// Restore a backup: it is damaged, by itself or by somebody. Nothing was touched.
    Damaged {
        /// What to tell the person.
        said: Said,
    },
    /// Restore a backup: every part is genuine, but they do not belong together. Nothing was touched.
    Tampered {
        /// What to tell the person.
        said: Said,
    },
    /// Ask whether it was put back on purpose: this is a whole, but older copy. Open it again, accepting that, if so.
    OlderCopy {
        /// Records in it.
        found: u64,
        /// Records that were known.
        known: u64,
        /// What to tell the person.
        said: Said,
    },
    /// Ask for the passphrase or the recovery code, or wait, as the fault says: this device gave no key.
    DeviceKey {
        /// Why.
        fault: DeviceKeyFault,
        /// What to tell the person.
        said: Said,
    },
    /// Keep it: it is the last passphrase or recovery code.
    LastKey {
        /// What to tell the person.
        said: Said,
    },
    /// Remove one first: the journal has as many keys as it may have.
    TooManyKeys {
        /// What to tell the person.
        said: Said,
    },
    /// Choose another file: the backup is of another journal.
    OtherJournal {
        /// What to tell the person.
        said: Said,
    },
    /// Choose another file, or ask for its passphrase again: this backup does not read.
    Backup {
        /// Why.
        fault: BackupFault,
        /// What to tell the person.
        said: Said,
    },
    /// Choose a smaller file.
    AttachmentTooLarge {
        /// What to tell the person.
        said: Said,
    },
    /// Update the app: a newer one wrote it.
    NewerVersion {
        /// What to tell the person.
        said: Said,
    },
    /// Free space: nothing was recorded, nothing was lost.
    DiskFull {
        /// What to tell the person.
        said: Said,
    },
    /// Correct the input.
    Invalid {
        /// The code of the field: `fatigue`, `temperature`, `date`, `own`, …
        field: String,
        /// What to tell the person: what the field accepts.
        said: Said,
    },
    /// Correct the table, or choose another.
    Table {
        /// The line in the file, from 1, when it is one row.
        line: Option<u64>,
        /// What to tell the person.
        said: Said,
    },
    /// Choose another calendar, or have it made again.
    Calendar {
        /// What to tell the person.
        said: Said,
    },
    /// Choose another file, or have this one mended: it is no directory of support, or an entry of it is refused.
    Directory {
        /// What to tell the person.
        said: Said,
    },
    /// Have the field mended: the profile by which trials are looked for is refused.
    TrialProfile {
        /// What to tell the person.
        said: Said,
    },
    /// Choose another file: it is no registry of trials that can be read.
    Registry {
        /// What to tell the person.
        said: Said,
    },
    /// Choose one of these people: the table holds several.
    SeveralPeople {
        /// Their ids, in order.
        ids: Vec<String>,
        /// What to tell the person.
        said: Said,
    },
    /// Make another journal: this one holds the table of somebody else.
    OtherPerson {
        /// What to tell the person.
        said: Said,
    },
    /// Choose another id: the table does not hold this person.
    NobodyOfThatName {
        /// What to tell the person.
        said: Said,
    },
    /// Replay without 'sorted': the people of this table are not in order.
    NotSorted {
        /// The line in the file, from 1.
        line: u64,
        /// What to tell the person.
        said: Said,
    },
    /// Choose another: no such entry or prompt, or it was withdrawn.
    NoSuch {
        /// What to tell the person.
        said: Said,
    },
    /// Choose other rules, or go back to the team. Those that were in force stay.
    Rules {
        /// What to tell the person.
        said: Said,
    },
    /// Try again elsewhere: the system refused to read or write.
    Io {
        /// What to tell the person.
        said: Said,
    },
    /// Report it: this is a fault of Vigie's, or of the app that called it.
    Bug {
        /// Where.
        what: String,
        /// What to tell the person.
        said: Said,
    },
}

impl std::fmt::Display for JournalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for JournalError {}

/// A sentence of something in both languages.
pub(crate) fn said(sentence: impl Fn(&Words) -> String) -> Said {
    Said { fr: sentence(Words::of(Lang::Fr)), en: sentence(Words::of(Lang::En)) }
}

impl From<Core> for JournalError {
    fn from(error: Core) -> Self {
        let said = said(|words| error.sentence(words));
        match error {
            Core::WrongKey => Self::WrongKey { said },
            Core::Passphrase(PassphraseError::TooShort { min }) => {
                Self::Passphrase { fewest: u32::try_from(min).ok(), said }
            }
            Core::Passphrase(PassphraseError::Empty) => Self::Passphrase { fewest: None, said },
            Core::NotFound => Self::NotFound { said },
            Core::AlreadyThere => Self::AlreadyThere { said },
            Core::InUse => Self::InUse { said },
            Core::Locked => Self::Locked { said },
            Core::Damaged { .. } => Self::Damaged { said },
            Core::Tampered { .. } => Self::Tampered { said },
            Core::OlderCopy { found, known } => Self::OlderCopy { found, known, said },
            Core::PlatformKey(error) => Self::DeviceKey { fault: error.into(), said },
            Core::LastKey => Self::LastKey { said },
            Core::TooManyKeys => Self::TooManyKeys { said },
            Core::OtherJournal => Self::OtherJournal { said },
            Core::Backup(error) => Self::Backup { fault: error.into(), said },
            Core::AttachmentTooLarge => Self::AttachmentTooLarge { said },
            Core::NewerVersion => Self::NewerVersion { said },
            Core::DiskFull => Self::DiskFull { said },
            Core::Invalid(invalid) => Self::Invalid { field: invalid.field, said },
            Core::Table(TableError::Row { line, .. }) => Self::Table { line: Some(line), said },
            Core::Table(TableError::Io(_)) => Self::Io { said },
            Core::Table(_) => Self::Table { line: None, said },
            Core::Calendar(_) => Self::Calendar { said },
            Core::Directory(_) => Self::Directory { said },
            Core::TrialProfile(_) => Self::TrialProfile { said },
            Core::SeveralPeople { ids } => Self::SeveralPeople { ids, said },
            Core::OtherPerson => Self::OtherPerson { said },
            Core::NobodyOfThatName => Self::NobodyOfThatName { said },
            Core::NotSorted { line } => Self::NotSorted { line, said },
            Core::NoSuch => Self::NoSuch { said },
            Core::Pack(_) => Self::Rules { said },
            Core::Io { .. } => Self::Io { said },
            Core::Bug { what } => Self::Bug { what: what.to_owned(), said },
            // The core may learn of new ones.
            _ => Self::Bug { what: "a failure without a name".to_owned(), said },
        }
    }
}

macro_rules! through_the_core {
    ($($error:ty)*) => {
        $(
            impl From<$error> for JournalError {
                fn from(error: $error) -> Self {
                    Core::from(error).into()
                }
            }
        )*
    };
}

through_the_core! {
    vigie_journal::Invalid
    vigie_journal::PackRefused
    vigie_journal::guide::trials::ProfileError
    vigie_journal::guide::directory::DirectoryError
}

impl From<vigie_journal::guide::trials::RegistryError> for JournalError {
    fn from(error: vigie_journal::guide::trials::RegistryError) -> Self {
        Self::Registry { said: said(|words| error.sentence(words)) }
    }
}

/// What reaches us without a case of its own, such as a value that uniffi could not read.
impl From<uniffi::UnexpectedUniFFICallbackError> for JournalError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Core::Bug { what: "a callback threw something that it does not declare" }.into()
    }
}
