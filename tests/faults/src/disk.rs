//! What the disk remembers and how it fails. All safe code; `shim.rs` calls it for each call of SQLite's.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::shim;

/// A call that changes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// A write.
    Write,
    /// A sync.
    Sync,
    /// A truncation.
    Truncate,
}

/// How a call is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// `SQLITE_FULL`, nothing done.
    Full,
    /// Half of a write is done, then `SQLITE_FULL`.
    ShortThenFull,
    /// The input and output error of that call, nothing done.
    Io,
}

/// Which calls are refused, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Which kind of call.
    pub call: Call,
    /// The how manieth of these from now, from 1.
    pub nth: u32,
    /// How.
    pub refusal: Refusal,
    /// Whether every later one is refused too.
    pub lasting: bool,
}

/// One change of a file, in the order in which SQLite asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// The file's name, without its folder.
    pub file: String,
    /// What was done to it.
    pub kind: OpKind,
}

/// What was done to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpKind {
    /// Bytes were written at an offset.
    Write(u64, Vec<u8>),
    /// It was cut, or extended, to a length.
    Truncate(u64),
    /// Everything before was to be on the disk.
    Sync,
    /// It was removed.
    Delete,
    /// A mark of the test's own: so many things were acknowledged by now.
    Acknowledged(usize),
}

#[derive(Default)]
pub(crate) struct State {
    log: Option<Vec<Op>>,
    fault: Option<Fault>,
    /// Calls of the fault's kind so far.
    calls: u32,
    /// Calls that were refused.
    refused: u32,
}

impl State {
    /// Whether this call is refused.
    pub(crate) fn refusal(&mut self, call: Call) -> Option<Refusal> {
        let fault = self.fault.filter(|fault| fault.call == call)?;
        self.calls += 1;
        let hit = self.calls == fault.nth || fault.lasting && self.calls > fault.nth;
        self.refused += u32::from(hit);
        hit.then_some(fault.refusal)
    }

    pub(crate) fn note(&mut self, file: &str, kind: impl FnOnce() -> OpKind) {
        if let Some(log) = &mut self.log {
            log.push(Op { file: file.to_owned(), kind: kind() });
        }
    }
}

static STATE: Mutex<State> = Mutex::new(State { log: None, fault: None, calls: 0, refused: 0 });

/// Held by whoever uses the disk.
static IN_USE: Mutex<()> = Mutex::new(());

pub(crate) fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The disk, for one test at a time.
pub struct Disk {
    _in_use: MutexGuard<'static, ()>,
}

impl Disk {
    /// Puts the disk below every database that is opened from now on.
    pub fn take() -> Self {
        let in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        shim::register();
        *state() = State::default();
        Self { _in_use: in_use }
    }

    /// Begins to log.
    pub fn record(&self) {
        state().log = Some(Vec::new());
    }

    /// Ends the log and gives it.
    pub fn recorded(&self) -> Vec<Op> {
        state().log.take().unwrap_or_default()
    }

    /// Marks in the log that so many things were acknowledged.
    pub fn acknowledged(&self, count: usize) {
        state().note("", || OpKind::Acknowledged(count));
    }

    /// Fails from now on as told; `None`: works again.
    pub fn fail(&self, fault: Option<Fault>) {
        let mut state = state();
        state.fault = fault;
        state.calls = 0;
        state.refused = 0;
    }

    /// How many calls were refused since [`fail`](Self::fail).
    pub fn refused(&self) -> u32 {
        state().refused
    }
}
