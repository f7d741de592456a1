//! What a vault is made to do, and what has to be there afterwards.

use crate::dice::Dice;
use crate::disk::{self, Fault, Harm, Op};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use vigie_vault::{
    Anchor, AnchorPoint, Anchoring, CopyId, KdfParams, NewKey, Passphrase, Record, Unlock, Vault,
    VaultError, VaultReport,
};

/// What is in a journal. Records are known by their numbers: [`payload`] has the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// In order.
    pub records: Vec<u64>,
    /// Parts of attachments.
    pub chunks: u64,
    /// How often the root key was replaced.
    pub rotations: u32,
}

/// What may be found: one of these; `None` is no journal.
pub type Allowed = Vec<Option<State>>;

/// What was tried and what was acknowledged, each after how many events of the disk.
#[derive(Debug, Clone)]
pub struct History {
    at_first: Allowed,
    marks: Vec<(usize, Mark)>,
    anchor: Kept,
}

#[derive(Debug, Clone)]
enum Mark {
    Tried(State),
    Acknowledged(State),
    Opened,
}

/// An anchor that forgets nothing, so that it can be asked how things were. What it is told is durable at once.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Vec<(usize, CopyId, AnchorPoint)>>>);

/// The bytes of a record: mostly small, some of several pages, every 40th of many.
#[must_use]
pub fn payload(n: u64) -> Vec<u8> {
    let mut dice = Dice::new(n);
    let most = dice.one_of([60, 600, 600, 4_000, 9_500]);
    let len = if n % 40 == 17 { 200_000 } else { dice.below(most) };
    let mut bytes = n.to_le_bytes().to_vec();
    bytes.extend(dice.bytes(len));
    bytes
}

/// The numbers of these records, if they are what was written.
///
/// # Errors
/// When one is not.
pub fn numbers(records: &[Record]) -> Result<Vec<u64>, String> {
    let number = |record: &Record| {
        let n = record.payload.first_chunk().map(|n| u64::from_le_bytes(*n)).unwrap_or_default();
        if *record.payload == payload(n) { Ok(n) } else { Err(format!("record {n} is changed")) }
    };
    records.iter().map(number).collect()
}

/// The one all these journals have.
#[must_use]
pub fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery")
}

impl Kept {
    /// As it was after so many events.
    #[must_use]
    pub fn at(&self, point: usize) -> Self {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last: BTreeMap<_, _> =
            all.iter().filter(|(at, ..)| *at <= point).map(|(_, copy, p)| (*copy, *p)).collect();
        Self(Arc::new(Mutex::new(last.into_iter().map(|(copy, p)| (0, copy, p)).collect())))
    }

    /// To open a journal with.
    #[must_use]
    pub fn anchoring(&self) -> Anchoring {
        Anchoring::by(Arc::new(self.clone()))
    }
}

impl Anchor for Kept {
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(all.iter().rev().find(|(_, of, _)| *of == copy).map(|(.., point)| *point))
    }

    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((disk::position(), copy, *point));
        Ok(())
    }
}

impl History {
    /// Begins where one of these is so.
    #[must_use]
    pub const fn new(at_first: Allowed, anchor: Kept) -> Self {
        Self { at_first, marks: Vec::new(), anchor }
    }

    /// What may be found after a power cut at this point.
    #[must_use]
    pub fn allowed(&self, point: usize) -> Allowed {
        let mut allowed = self.at_first.clone();
        for (_, mark) in self.marks.iter().filter(|(at, _)| *at <= point) {
            match mark {
                Mark::Tried(state) => allowed.push(Some(state.clone())),
                Mark::Acknowledged(state) => allowed = vec![Some(state.clone())],
                Mark::Opened => {}
            }
        }
        allowed
    }

    /// After how many events something was tried or acknowledged, or the journal opened.
    #[must_use]
    pub fn moments(&self) -> Vec<usize> {
        self.marks.iter().map(|(at, _)| *at).collect()
    }

    /// Whether this was so at some time, or was tried.
    #[must_use]
    pub fn ever(&self, found: &State) -> bool {
        let was = |mark: &Mark| matches!(mark, Mark::Tried(state) | Mark::Acknowledged(state) if state == found);
        self.at_first.iter().flatten().any(|state| state == found)
            || self.marks.iter().any(|(_, mark)| was(mark))
    }

    /// The anchor, as it was after so many events.
    #[must_use]
    pub fn anchor(&self, point: usize) -> Kept {
        self.anchor.at(point)
    }

    fn mark(&mut self, mark: Mark) {
        self.marks.push((disk::position(), mark));
    }
}

/// A journal at work.
#[derive(Debug)]
pub struct Session {
    dir: PathBuf,
    vault: Option<Vault>,
    /// As the vault in hand has it.
    pub state: State,
    next: u64,
    /// What was done.
    pub history: History,
}

impl Session {
    /// With no journal yet, or a closed one.
    #[must_use]
    pub fn new(dir: &Path, at_first: Allowed, anchor: Kept, next: u64) -> Self {
        let history = History::new(at_first, anchor);
        Self { dir: dir.to_path_buf(), vault: None, state: State::default(), next, history }
    }

    /// Makes the journal.
    ///
    /// # Errors
    /// The vault's.
    pub fn create(&mut self) -> Result<(), VaultError> {
        self.vault = None;
        self.history.mark(Mark::Tried(State::default()));
        let anchoring = self.history.anchor.anchoring();
        let passphrase = passphrase();
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        self.vault = Some(Vault::create(&self.dir, key, anchoring)?.0);
        self.state = State::default();
        self.history.mark(Mark::Acknowledged(State::default()));
        Ok(())
    }

    /// Opens it; what is found has to be one of what may be.
    ///
    /// # Errors
    /// The vault's.
    ///
    /// # Panics
    /// When something else is found.
    #[expect(clippy::expect_used, reason = "for tests")]
    pub fn open(&mut self) -> Result<(), VaultError> {
        self.vault = None;
        let anchoring = self.history.anchor.anchoring();
        let (vault, records) =
            Vault::open(&self.dir, Unlock::Passphrase(&passphrase()), anchoring)?;
        let state = state_of(&vault.verify()?, &records).expect("what was written");
        let allowed = self.history.allowed(disk::position());
        assert!(allowed.contains(&Some(state.clone())), "opened {state:?}, of {allowed:?}");
        (self.vault, self.state) = (Some(vault), state);
        self.history.mark(Mark::Opened);
        Ok(())
    }

    /// Whether the vault in hand reads as it should.
    ///
    /// # Errors
    /// What is wrong.
    pub fn look(&self) -> Result<(), VaultError> {
        let Some(vault) = &self.vault else { return Ok(()) };
        let report = vault.verify()?;
        let as_should = report.records == self.state.records.len() as u64
            && report.epoch.0 == self.state.rotations + 1;
        if as_should { Ok(()) } else { Err(VaultError::Corrupt { what: "another state" }) }
    }

    /// Closes it.
    ///
    /// # Errors
    /// The vault's.
    pub fn close(&mut self) -> Result<(), VaultError> {
        self.vault.take().map_or(Ok(()), Vault::close)
    }

    /// The process ends here and now. The disk works again afterwards.
    pub fn kill(&mut self) {
        disk::break_at(Fault { op: None, nth: 1, harm: Harm::Killed, lasting: true });
        self.vault = None;
        disk::heal();
    }

    /// Does something that brings the journal into a new state.
    fn change(
        &mut self,
        state: State,
        what: impl FnOnce(&mut Vault) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let vault = self.vault.as_mut().ok_or(VaultError::NotFound)?;
        self.history.mark(Mark::Tried(state.clone()));
        what(vault)?;
        self.history.mark(Mark::Acknowledged(state.clone()));
        self.state = state;
        Ok(())
    }

    /// Appends so many records at once.
    ///
    /// # Errors
    /// The vault's.
    pub fn append(&mut self, count: u64) -> Result<(), VaultError> {
        let new: Vec<u64> = (self.next..).take(usize::try_from(count).unwrap_or(1)).collect();
        self.next += count;
        let mut state = self.state.clone();
        state.records.extend(&new);
        let payloads: Vec<Vec<u8>> = new.into_iter().map(payload).collect();
        let payloads: Vec<&[u8]> = payloads.iter().map(Vec::as_slice).collect();
        self.change(state, |vault| vault.append(&payloads).map(drop))
    }

    /// Appends a record with an attachment.
    ///
    /// # Errors
    /// The vault's.
    pub fn attach(&mut self) -> Result<(), VaultError> {
        let n = self.next;
        self.next += 1;
        let bytes = Dice::new(n).bytes(150_000);
        let mut state = self.state.clone();
        state.records.push(n);
        state.chunks += 3;
        self.change(state, |vault| {
            vault.attach(&mut bytes.as_slice(), |_| Ok((payload(n).into(), ()))).map(drop)
        })
    }

    /// Wraps the root anew.
    ///
    /// # Errors
    /// The vault's.
    pub fn change_passphrase(&mut self) -> Result<(), VaultError> {
        let passphrase = passphrase();
        self.change(self.state.clone(), |vault| {
            let unlock = Unlock::Passphrase(&passphrase);
            vault
                .replace_key(unlock, NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests()))
                .map(drop)
        })
    }

    /// Seals everything anew.
    ///
    /// # Errors
    /// The vault's.
    pub fn rotate(&mut self) -> Result<(), VaultError> {
        let passphrase = passphrase();
        let state = State { rotations: self.state.rotations + 1, ..self.state.clone() };
        self.change(state, |vault| {
            vault.rotate(&[NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests())])
        })
    }

    /// Goes on until the process is killed somewhere in the middle, perhaps after a sync that failed, and opens again.
    ///
    /// # Errors
    /// The vault's.
    pub fn be_killed(&mut self, dice: &mut Dice) -> Result<(), VaultError> {
        let (op, nth, harm) = match dice.below(4) {
            0 => (Some(Op::Sync), 1 + dice.below(3), Harm::Io),
            1 => (Some(Op::Sync), 1 + dice.below(3), Harm::Killed),
            _ => (None, 1 + dice.below(40), Harm::Killed),
        };
        disk::break_at(Fault { op, nth: nth as u64, harm, lasting: true });
        while disk::refused() == 0 && self.append(1).is_ok() {}
        self.kill();
        self.open()
    }

    /// Something, mostly an append.
    ///
    /// # Errors
    /// The vault's.
    pub fn step(&mut self, dice: &mut Dice) -> Result<(), VaultError> {
        match dice.below(100) {
            0..8 => self.close().and_then(|()| self.open()),
            8..14 => self.be_killed(dice),
            14..17 => self.attach(),
            17..19 => self.change_passphrase(),
            19..20 => self.rotate(),
            _ => self.append(dice.one_of([1, 1, 1, 2, 5])),
        }
    }
}

/// What is in a journal that was verified.
///
/// # Errors
/// When it is not what was written.
pub fn state_of(report: &VaultReport, records: &[Record]) -> Result<State, String> {
    let rotations = report.epoch.0 - 1;
    Ok(State { records: numbers(records)?, chunks: report.parts.count(), rotations })
}
