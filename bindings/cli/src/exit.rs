//! Exit codes, and errors of the command itself.

use std::process::ExitCode;

use vigie_journal::guide::trials::RegistryError;
use vigie_journal::{Invalid, JournalError, PackRefused, RecoveryCodeError, Words, io_cause};

/// Lines that a sentence names one by one.
const LINES_NAMED: usize = 20;

/// Why a command ended without doing what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// The journal refused.
    Journal(JournalError),
    /// Nothing can be asked without a terminal, and this was not given.
    NoTerminal(&'static str),
    /// What looks like a recovery code has a mistake.
    RecoveryCode(RecoveryCodeError),
    /// The two passphrases typed differ.
    Differ,
    /// One line of JSON is not an entry; of so many lines before it a measure was asked back.
    JsonLine { line: usize, cause: String, asked_back: usize },
    /// Lines of JSON are recorded, each without a measure that was asked back.
    AskedBack { lines: Vec<usize> },
    /// A file could not be read or written.
    File { path: String, kind: std::io::ErrorKind },
    /// The ending of the file names no format.
    Format,
    /// A page that is a PDF was to get a name with another ending.
    NotPdf,
    /// Not a possible contact.
    Contact,
    /// `VIGIE_NOW` is no moment.
    Now,
    /// A report would be written into the journal's own folder.
    IntoJournal,
    /// The journal has no such key.
    NoKey,
    /// A file that is there would be written over.
    Occupied { path: String },
    /// A recovery code was given where a new passphrase is wanted.
    CodeAsPassphrase,
    /// The backup opens with another passphrase than the journal, and nobody can be asked for it.
    BackupPassphrase,
    /// Attachments of which parts are missing, by their names.
    Incomplete { names: String, n: usize },
    /// What was to be said could not be written out.
    Output { kind: std::io::ErrorKind },
    /// A new recovery code could not be shown: that of a journal that is made, or one that opens nothing yet.
    CodeUnseen { journal_made: bool },
    /// A file is no key to sign with.
    SigningKey,
    /// No profile is kept in the journal.
    NoProfile,
    /// A file of a registry of trials cannot be read.
    Registry { path: String, error: RegistryError },
    /// A recovery code was shown, and then could not be put into the journal.
    CodeVoid(JournalError),
    /// A record or a field that is not there: the message that says so, and what would be accepted.
    Refused { id: &'static str, what: String },
    /// The same with more to say than what would be accepted: each argument of the message by its name.
    Said { id: &'static str, args: Vec<(&'static str, String)> },
    /// What was given under an option is not accepted there.
    Option { invalid: Invalid, option: &'static str },
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

impl From<PackRefused> for Failure {
    fn from(refused: PackRefused) -> Self {
        Self::Journal(refused.into())
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Self::Journal(invalid.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Journal(error.into())
    }
}

/// A file that could not be read or written.
pub fn file(path: &std::path::Path, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return Failure::Journal(JournalError::DiskFull);
    }
    Failure::File { path: path.display().to_string(), kind: error.kind() }
}

/// The command or the option by which one can go on after this.
fn option(error: &JournalError) -> Option<&'static str> {
    Some(match error {
        JournalError::Damaged { .. } | JournalError::Tampered { .. } => "vigie verify",
        JournalError::NoSuch => "vigie prompts",
        JournalError::OlderCopy { .. } => "--accept-older",
        JournalError::Table(vigie_journal::TableError::Row { .. }) => "--skip-bad",
        JournalError::SeveralPeople { .. } | JournalError::NobodyOfThatName => "--patient",
        _ => return None,
    })
}

impl Failure {
    /// One sentence that says what to do.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Journal(error) => {
                let sentence = error.sentence(words);
                let Some(option) = option(error) else { return sentence };
                let named = [("sentence", sentence.into()), ("option", option.into())];
                words.with("fail-option", &named)
            }
            Self::NoTerminal(what) => words.with("fail-no-terminal", &[("what", (*what).into())]),
            Self::RecoveryCode(RecoveryCodeError::Group { number }) => {
                words.with("fail-recovery-group", &[("group", (*number).into())])
            }
            Self::RecoveryCode(_) => words.text("fail-recovery-shape"),
            Self::Differ => words.text("fail-differ"),
            Self::JsonLine { line, cause, asked_back } => words.with(
                "fail-json-line",
                &[
                    ("line", line.to_string().into()),
                    ("cause", cause.as_str().into()),
                    ("asked", (*asked_back).into()),
                ],
            ),
            Self::AskedBack { lines } => {
                let mut named: Vec<String> =
                    lines.iter().take(LINES_NAMED).map(usize::to_string).collect();
                if lines.len() > LINES_NAMED {
                    named.push("…".to_owned());
                }
                words.with(
                    "fail-asked-back",
                    &[("n", lines.len().into()), ("lines", named.join(", ").into())],
                )
            }
            Self::File { path, kind } => words.with(
                "fail-file",
                &[("path", path.as_str().into()), ("kind", io_cause(words, *kind).into())],
            ),
            Self::Format => words.text("fail-format"),
            Self::NotPdf => words.text("fail-not-pdf"),
            Self::Contact => words.text("fail-contact"),
            Self::Now => words.text("fail-now"),
            Self::NoKey => words.text("fail-no-key"),
            Self::SigningKey => words.text("refused-key-file"),
            Self::IntoJournal => words.text("fail-into-journal"),
            Self::Occupied { path } => {
                words.with("fail-occupied", &[("path", path.as_str().into())])
            }
            Self::CodeAsPassphrase => words.text("fail-code-as-passphrase"),
            Self::BackupPassphrase => words.text("fail-backup-passphrase"),
            Self::Incomplete { names, n } => words
                .with("fail-incomplete", &[("n", (*n).into()), ("names", names.as_str().into())]),
            Self::Output { kind } => {
                words.with("fail-output", &[("kind", io_cause(words, *kind).into())])
            }
            Self::NoProfile => words.text("trials-no-profile"),
            Self::Registry { path, error } => {
                let path = vigie_journal::one_line(path);
                let cause = error.sentence(words);
                words.with("fail-registry", &[("path", path.into()), ("cause", cause.into())])
            }
            Self::CodeVoid(cause) => {
                words.with("fail-code-void", &[("cause", cause.sentence(words).into())])
            }
            Self::Refused { id, what } => words.with(id, &[("what", what.as_str().into())]),
            Self::Said { id, args } => {
                let args: Vec<_> =
                    args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
                words.with(id, &args)
            }
            Self::Option { invalid, option } => words.invalid_option(invalid, option),
            Self::CodeUnseen { journal_made: false } => words.text("fail-code-unseen"),
            Self::CodeUnseen { journal_made: true } => words.text("fail-code-unseen-made"),
        }
    }

    /// The exit code, as `vigie --help` and the README list them.
    pub fn code(&self) -> u8 {
        match self {
            Self::Journal(error) | Self::CodeVoid(error) => match error {
                JournalError::WrongKey | JournalError::PlatformKey(_) => 3,
                JournalError::Backup(vigie_journal::BackupError::WrongPassphrase) => 3,
                JournalError::NotFound | JournalError::AlreadyThere => 4,
                JournalError::InUse => 5,
                JournalError::Damaged { .. } | JournalError::Backup(_) => 6,
                JournalError::OlderCopy { .. } => 10,
                JournalError::Tampered { .. } => 11,
                JournalError::NewerVersion => 7,
                JournalError::DiskFull | JournalError::Io { .. } => 8,
                JournalError::Table(vigie_journal::TableError::Io(_)) => 8,
                JournalError::Locked | JournalError::Bug { .. } => 1,
                _ => 9,
            },
            Self::RecoveryCode(_) | Self::BackupPassphrase => 3,
            Self::Incomplete { .. } => 6,
            Self::Registry { error: RegistryError::Io { .. }, .. } => 8,
            Self::NoProfile | Self::Registry { .. } => 9,
            Self::File { .. } | Self::Output { .. } | Self::CodeUnseen { .. } => 8,
            Self::NoTerminal(_) | Self::Now => 2,
            Self::IntoJournal | Self::Occupied { .. } | Self::NoKey => 9,
            Self::CodeAsPassphrase | Self::SigningKey | Self::Refused { .. } => 9,
            Self::Said { .. } | Self::Option { .. } => 9,
            Self::JsonLine { .. } | Self::AskedBack { .. } => 9,
            Self::Differ | Self::Format | Self::NotPdf | Self::Contact => 9,
        }
    }
}

impl From<&Failure> for ExitCode {
    fn from(failure: &Failure) -> Self {
        Self::from(failure.code())
    }
}
