//! From what was typed to an open journal: folder, language, clock, passphrase.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie_journal::{
    Clock, Day, FixedClock, Journal, JournalError, Moment, Passphrase, RecoveryCode,
    RecoveryCodeError, SystemClock, Unlock, Words,
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
enum Key {
    Passphrase(Passphrase),
    RecoveryCode(RecoveryCode),
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
        let dir = self.dir();
        if !dir.is_dir() {
            // Nobody types a passphrase for a journal that is not there.
            return Err(JournalError::NotFound.into());
        }
        let (key, mistake) = self.key()?;
        let unlock = match &key {
            Key::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
            Key::RecoveryCode(code) => Unlock::RecoveryCode(code),
        };
        Journal::open(&dir, unlock, Arc::clone(&self.clock)).map_err(|error| match mistake {
            // Neither a passphrase that opens nor a whole code: say which group is wrong.
            Some(mistake) if matches!(error, JournalError::WrongKey) => {
                Failure::RecoveryCode(mistake)
            }
            _ => error.into(),
        })
    }

    /// A passphrase for a new journal; asked twice in a terminal.
    pub fn new_passphrase(&self) -> Result<Passphrase, Failure> {
        if let Some(text) = self.text_of_file()? {
            return Ok(Passphrase::new(&text));
        }
        let first = self.hidden("ask-new-passphrase")?;
        let second = self.hidden("ask-passphrase-again")?;
        if first != second {
            return Err(Failure::Differ);
        }
        Ok(Passphrase::new(&first))
    }

    /// What was given to open with: a recovery code when it is a whole one, a passphrase otherwise,
    /// with the mistake in it when it looks like a code.
    fn key(&self) -> Result<(Key, Option<RecoveryCodeError>), Failure> {
        let text = match self.text_of_file()? {
            Some(text) => text,
            None => self.hidden("ask-passphrase")?,
        };
        match RecoveryCode::parse(&text) {
            Ok(code) => Ok((Key::RecoveryCode(code), None)),
            Err(error) => {
                let mistake = looks_like_a_code(&text).then_some(error);
                Ok((Key::Passphrase(Passphrase::new(&text)), mistake))
            }
        }
    }

    fn text_of_file(&self) -> Result<Option<String>, Failure> {
        let Some(path) = &self.common.passphrase_file else {
            return Ok(None);
        };
        let text = std::fs::read_to_string(path).map_err(|error| exit::file(path, &error))?;
        // Some editors write a byte order mark.
        let text = text.trim_start_matches('\u{feff}');
        Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
    }

    fn hidden(&self, question: &'static str) -> Result<String, Failure> {
        if !std::io::stdin().is_terminal() {
            return Err(Failure::NoTerminal("--passphrase-file"));
        }
        Ok(rpassword::prompt_password(format!("{} ", self.words.text(question)))?)
    }

    /// Whether somebody can be asked.
    pub fn can_ask(&self) -> bool {
        !self.common.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }
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
        Ok(text) => Ok(Arc::new(FixedClock(moment(&text).ok_or(Failure::Now)?))),
        Err(_) => Ok(Arc::new(SystemClock)),
    }
}

/// Reads `2026-11-23T10:00` with an optional offset `+01:00`.
fn moment(text: &str) -> Option<Moment> {
    let minutes = |time: &str| -> Option<i16> {
        let (hours, minutes) = time.split_once(':')?;
        Some(hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?)
    };
    let (day, time) = text.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let minute = u16::try_from(minutes(time.get(..5)?)?).ok()?;
    let offset = match time.get(5..)? {
        "" | "Z" => 0,
        offset => {
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            sign * minutes(offset.get(1..)?)?
        }
    };
    Some(Moment::at(day, minute, offset))
}

/// A file to read, or standard input for `-`.
pub fn source(path: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(std::io::stdin()), None));
    }
    let file = std::fs::File::open(path).map_err(|error| exit::file(path, &error))?;
    let length = file.metadata().ok().map(|data| data.len());
    Ok((Box::new(file), length))
}

/// A progress bar over the bytes of a file: only on a terminal, and only when it takes long.
pub fn progress(length: Option<u64>) -> indicatif::ProgressBar {
    /// A file that is read before anybody could look at a bar.
    const SHORT: u64 = 4 << 20;
    match length {
        Some(length) if length > SHORT && std::io::stderr().is_terminal() => {
            indicatif::ProgressBar::new(length)
        }
        _ => indicatif::ProgressBar::hidden(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_moment_is_read_with_and_without_an_offset() {
        let day: Day = "2026-11-23".parse().unwrap();
        assert_eq!(moment("2026-11-23T10:05"), Some(Moment::at(day, 605, 0)));
        assert_eq!(moment("2026-11-23T10:05+01:00"), Some(Moment::at(day, 605, 60)));
        assert_eq!(moment("2026-11-23T10:05-05:30"), Some(Moment::at(day, 605, -330)));
        assert_eq!(moment("yesterday"), None);
    }

    #[test]
    fn a_passphrase_is_not_taken_for_a_recovery_code() {
        assert!(!looks_like_a_code("quatre mots faciles à retenir"));
        assert!(looks_like_a_code("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG"));
    }
}
