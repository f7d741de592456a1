//! Whether what a power cut left is a journal in which nothing acknowledged is missing.

use crate::dice::Dice;
use crate::disk;
use crate::log::{Files, Log};
use crate::work::{Allowed, Kept, Session, State, passphrase, state_of};
use std::fs;
use std::path::Path;
use vigie_vault::{Unlock, Vault, VaultError};

/// What is wrong.
#[derive(Debug)]
pub enum Wrong {
    /// A sound journal, or none, that is not one of those that may be.
    Lost(Option<State>),
    /// It does not open, or is not sound.
    Refused(VaultError),
    /// It has what was never written, or does not go on.
    Strange(String),
}

/// Records from here on are written by the checks.
const AFTERWARDS: u64 = 1_000_000;

/// Puts the files into an empty folder.
///
/// # Panics
/// When that cannot be done.
#[expect(clippy::expect_used, reason = "for tests")]
pub fn put(files: &Files, dir: &Path) {
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).expect("a file");
    }
}

/// Opens what was left, compares, and goes on.
///
/// # Errors
/// What is wrong.
pub fn check(dir: &Path, allowed: &Allowed, anchor: &Kept) -> Result<Option<State>, Wrong> {
    let open = || Vault::open(dir, Unlock::Passphrase(&passphrase()), anchor.anchoring());
    let (vault, records) = match open() {
        Err(VaultError::NotFound) if allowed.contains(&None) => return begin(dir).map(|()| None),
        Err(VaultError::NotFound) => return Err(Wrong::Lost(None)),
        Err(error) => return Err(Wrong::Refused(error)),
        Ok(opened) => opened,
    };
    let report = vault.verify().map_err(Wrong::Refused)?;
    let state = state_of(&report, &records).map_err(Wrong::Strange)?;
    if !allowed.contains(&Some(state.clone())) {
        return Err(Wrong::Lost(Some(state)));
    }
    Ok(Some(state))
}

/// No journal: then one can be made.
fn begin(dir: &Path) -> Result<(), Wrong> {
    let mut session = Session::new(dir, vec![None], Kept::default(), AFTERWARDS);
    session.create().and_then(|()| session.append(1)).map_err(strange("to create"))
}

fn strange(what: &'static str) -> impl Fn(VaultError) -> Wrong {
    move |error| Wrong::Strange(format!("{what}: {error}"))
}

/// Goes on with a journal after a power cut, writing down what happens, to cut it off again.
///
/// # Errors
/// What is wrong.
pub fn go_on(dir: &Path, state: State, anchor: &Kept) -> Result<(Log, Session), Wrong> {
    let mut session = Session::new(dir, vec![Some(state)], anchor.clone(), AFTERWARDS);
    disk::start(dir);
    disk::checkpoint_every(Some(12));
    let done = (|| {
        session.open()?;
        for _ in 0..4 {
            session.append(1)?;
        }
        session.look()?;
        session.close()?;
        session.open()?;
        session.append(1)?;
        session.close()
    })();
    let log = disk::stop();
    done.map_err(strange("to go on"))?;
    Ok((log, session))
}

/// What happened in a folder, to be cut off anywhere.
#[derive(Debug)]
pub struct Story {
    /// On the disk.
    pub log: Log,
    /// In the journal.
    pub history: crate::work::History,
}

impl Story {
    /// A power cut at this point, then everything is there. Every so often, the work goes on and is cut off again. Gives the
    /// number of power cuts.
    ///
    /// # Errors
    /// What is wrong.
    ///
    /// # Panics
    /// When there is no temporary folder.
    #[expect(clippy::expect_used, reason = "for tests")]
    pub fn cut(&self, point: usize, again: usize, dice: &mut Dice) -> Result<usize, Wrong> {
        let files = self.log.after_power_cut(point, crate::log::Honesty::Honest, dice);
        let dir = tempfile::tempdir().expect("a folder");
        put(&files, dir.path());
        let anchor = self.history.anchor(point);
        let found = check(dir.path(), &self.history.allowed(point), &anchor)?;
        let Some(state) = found.filter(|_| again > 0) else { return Ok(1) };
        let dir = tempfile::tempdir().expect("a folder");
        put(&files, dir.path());
        let (log, session) = go_on(dir.path(), state, &anchor.at(0))?;
        let next = Self { log, history: session.history };
        let mut cuts = 1;
        for _ in 0..again {
            cuts += next.cut(dice.below(next.log.events.len() + 1), 0, dice)?;
        }
        Ok(cuts)
    }
}
