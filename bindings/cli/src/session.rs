//! From what was typed to an open journal: folder, language, clock, passphrase.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie_journal::{
    Anchoring, Clock, FileAnchor, FixedClock, Journal, JournalError, OpenPrompt, Passphrase,
    RecoveryCode, RecoveryCodeError, SystemClock, Unlock, Words,
};

use crate::args::Common;
use crate::exit::{self, Failure};

/// Everything a command needs beside its own arguments.
pub struct Session {
    pub common: Common,
    pub words: &'static Words,
    pub clock: Arc<dyn Clock>,
}

/// What opens a journal.
pub enum Key {
    Passphrase(Passphrase),
    RecoveryCode(RecoveryCode),
}

impl Key {
    /// For opening the journal.
    pub const fn unlock(&self) -> Unlock<'_> {
        match self {
            Self::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
            Self::RecoveryCode(code) => Unlock::RecoveryCode(code),
        }
    }

    /// For a backup: it opens with what opens the journal. A recovery code is taken as it is written on paper.
    pub fn into_passphrase(self) -> Passphrase {
        match self {
            Self::Passphrase(passphrase) => passphrase,
            Self::RecoveryCode(code) => Passphrase::new(&code.to_string()),
        }
    }
}

impl Session {
    pub fn new(common: Common, words: &'static Words) -> Result<Self, Failure> {
        Ok(Self { common, words, clock: clock()? })
    }

    /// The journal's folder: `--dir`, `VIGIE_DIR`, or `.vigie` in the home folder.
    pub fn dir(&self) -> PathBuf {
        let given =
            self.common.dir.clone().or_else(|| std::env::var_os("VIGIE_DIR").map(Into::into));
        given.unwrap_or_else(|| {
            std::env::home_dir().map_or_else(|| PathBuf::from(".vigie"), |home| home.join(".vigie"))
        })
    }

    /// Opens the journal with the passphrase or the recovery code.
    pub fn open(&self) -> Result<Journal, Failure> {
        self.open_keeping_key().map(|(journal, _)| journal)
    }

    /// Opens the journal for somebody who comes to look or to answer: a silence after a prompt is
    /// noticed then.
    pub fn open_for_person(&self) -> Result<(Journal, Option<OpenPrompt>), Failure> {
        let journal = self.open()?;
        // Whatever becomes of that, what waits is shown and what is said is recorded.
        let noticed = journal.notice_silence().unwrap_or_else(|error| {
            eprintln!("vigie: {}", error.sentence(self.words));
            None
        });
        Ok((journal, noticed))
    }

    /// Opens the journal, and gives what opened it.
    pub fn open_keeping_key(&self) -> Result<(Journal, Key), Failure> {
        self.with_key(|unlock| self.open_with(unlock))
    }

    /// Opens the journal with a key that is at hand.
    pub fn open_with(&self, unlock: Unlock<'_>) -> Result<Journal, JournalError> {
        let mut anchoring = self.anchoring();
        if self.common.accept_older {
            anchoring = anchoring.accepting_older();
        }
        Journal::open(&self.dir(), unlock, anchoring, Arc::clone(&self.clock))
    }

    /// Opens something of the journal's folder with the passphrase or the recovery code, and gives that too.
    pub fn with_key<T>(
        &self,
        open: impl FnOnce(Unlock<'_>) -> Result<T, JournalError>,
    ) -> Result<(T, Key), Failure> {
        if !Journal::is_there(&self.dir()) {
            // Nobody types a passphrase for a journal that is not there.
            return Err(JournalError::NotFound.into());
        }
        let (key, mistake) = self.key()?;
        match (open(key.unlock()), mistake) {
            (Ok(opened), _) => Ok((opened, key)),
            // Neither a passphrase that opens nor a whole code: say which group is wrong.
            (Err(JournalError::WrongKey), Some(mistake)) => Err(Failure::RecoveryCode(mistake)),
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Where the journals of this machine stand, outside their folders: `VIGIE_STATE_DIR`, or the place for such things in
    /// the home folder. Without either an older copy is not noticed, and `status` says so.
    pub fn anchoring(&self) -> Anchoring {
        let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path != "");
        // The XDG specification has a path that is not absolute ignored.
        let home = || std::env::home_dir().filter(|home| home.is_absolute());
        let state = || {
            let given = set("XDG_STATE_HOME").filter(|path| path.is_absolute());
            Some(given.or_else(|| Some(home()?.join(".local/state")))?.join("vigie"))
        };
        let folder = set("VIGIE_STATE_DIR").or_else(state);
        folder.map_or_else(Anchoring::none, |f| Anchoring::by(Arc::new(FileAnchor::new(f))))
    }

    /// A passphrase for a new journal; asked twice in a terminal.
    pub fn new_passphrase(&self) -> Result<Passphrase, Failure> {
        match self.text_of_file()? {
            Some(text) => a_passphrase(&text),
            None => self.ask_new_passphrase("--passphrase-file"),
        }
    }

    /// Another passphrase than the one that opens: from a file, or asked twice in a terminal.
    pub fn another_passphrase(&self, file: Option<&Path>) -> Result<Passphrase, Failure> {
        match file {
            Some(file) => a_passphrase(&text_of(file)?),
            None => self.ask_new_passphrase("--new-passphrase-file"),
        }
    }

    /// A backup's passphrase, if it is another than the journal's.
    pub fn backup_passphrase(&self, file: Option<&Path>) -> Result<Option<Passphrase>, Failure> {
        let text = file.map(text_of).transpose()?;
        Ok(text.map(|text| key_of(&text).0.into_passphrase()))
    }

    /// The passphrase of a backup that does not open with the journal's.
    pub fn ask_backup_passphrase(&self) -> Result<Passphrase, Failure> {
        let text = self.hidden("ask-backup-passphrase", "--backup-passphrase-file")?;
        Ok(key_of(&text).0.into_passphrase())
    }

    fn ask_new_passphrase(&self, option: &'static str) -> Result<Passphrase, Failure> {
        let first = self.hidden("ask-new-passphrase", option)?;
        let second = self.hidden("ask-passphrase-again", option)?;
        if first != second {
            return Err(Failure::Differ);
        }
        a_passphrase(&first)
    }

    /// What was given to open with, and the mistake in it when it looks like a recovery code.
    pub fn key(&self) -> Result<(Key, Option<RecoveryCodeError>), Failure> {
        let text = match self.text_of_file()? {
            Some(text) => text,
            None => self.hidden("ask-passphrase", "--passphrase-file")?,
        };
        Ok(key_of(&text))
    }

    fn text_of_file(&self) -> Result<Option<String>, Failure> {
        self.common.passphrase_file.as_deref().map(text_of).transpose()
    }

    /// Asks without showing what is typed; without a terminal says which option to give.
    fn hidden(&self, question: &'static str, option: &'static str) -> Result<String, Failure> {
        if !std::io::stdin().is_terminal() {
            return Err(Failure::NoTerminal(option));
        }
        Ok(rpassword::prompt_password(format!("{} ", self.words.text(question)))?)
    }

    /// Whether somebody can be asked.
    pub fn can_ask(&self) -> bool {
        !self.common.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }
}

/// A passphrase of the person's own. A recovery code is none: typed to open, it would be taken for what it is.
fn a_passphrase(text: &str) -> Result<Passphrase, Failure> {
    match key_of(text) {
        (Key::Passphrase(passphrase), _) => Ok(passphrase),
        (Key::RecoveryCode(_), _) => Err(Failure::CodeAsPassphrase),
    }
}

/// A recovery code when it is a whole one, a passphrase otherwise, with the mistake in it when it looks like a code.
fn key_of(text: &str) -> (Key, Option<RecoveryCodeError>) {
    match RecoveryCode::parse(text) {
        Ok(code) => (Key::RecoveryCode(code), None),
        Err(error) => {
            let mistake = looks_like_a_code(text).then_some(error);
            (Key::Passphrase(Passphrase::new(text)), mistake)
        }
    }
}

/// What a file with a passphrase says.
fn text_of(path: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| exit::file(path, &error))?;
    // Some editors write a byte order mark.
    let text = text.trim_start_matches('\u{feff}');
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

/// Letters and digits in seven groups of five.
fn looks_like_a_code(text: &str) -> bool {
    let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    letters.clone().count() == 35 && letters.clone().all(|c| c.is_ascii_alphanumeric())
}

/// The system's clock, or one that stands still: `VIGIE_NOW=2026-11-23T10:00+01:00`, for tests and
/// for showing a journal as it was on a day.
fn clock() -> Result<Arc<dyn Clock>, Failure> {
    match std::env::var("VIGIE_NOW") {
        Ok(text) => Ok(Arc::new(FixedClock(text.parse().map_err(|_| Failure::Now)?))),
        Err(_) => Ok(Arc::new(SystemClock)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_not_taken_for_a_recovery_code() {
        assert!(!looks_like_a_code("quatre mots faciles à retenir"));
        assert!(looks_like_a_code("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG"));
    }
}
