//! The disk under SQLite: writes down every change made on this thread, and fails where it is told to.
//!
//! Each thread has its own, so tests that run side by side do not meet. A thread that started none has an ordinary disk.

use crate::log::{Event, FileId, Files, Log};
use crate::{calls, shim};
use rusqlite::ffi;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What SQLite asks of a disk and may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    /// Bytes at a place.
    Write,
    /// Making a file's content durable.
    Sync,
    /// Cutting a file.
    Truncate,
    /// Removing a file.
    Delete,
}

/// How a refusal looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// There is no room.
    Full,
    /// Something is broken.
    Io,
    /// Half of it was written, then there was no room.
    HalfThenFull,
    /// The process is gone: nothing it still does reaches the disk, and nothing that reached it is harmed.
    Killed,
}

/// A refusal to come.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// Of this; `None` for anything.
    pub op: Option<Op>,
    /// At the `nth` of them, from 1.
    pub nth: u64,
    /// In this way.
    pub harm: Harm,
    /// And ever after, until [`heal`].
    pub lasting: bool,
}

/// What the file system is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Do,
    Refuse(i32),
    /// Do the first so many bytes, and refuse.
    Half(usize, i32),
}

/// An open file, as the file system knows it.
#[derive(Debug)]
pub(crate) struct Handle {
    /// `None` for a file that is not watched.
    file: Option<FileId>,
    /// Of which recording.
    recording: u64,
    /// SQLite's own file system syncs the folder with the first sync of such a file.
    first_sync_is_of_names: bool,
}

#[derive(Debug, Default)]
struct Disk {
    folder: PathBuf,
    recording: u64,
    log: Log,
    names: BTreeMap<String, FileId>,
    files: FileId,
    fault: Option<Fault>,
    seen: u64,
    refused: u64,
    checkpoint_every: Option<u16>,
    /// The call is SQLite's, which was judged already.
    passing_on: bool,
}

thread_local! {
    static DISK: RefCell<Option<Disk>> = const { RefCell::new(None) };
    static RECORDINGS: RefCell<u64> = const { RefCell::new(0) };
}

fn with<T: Default>(what: impl FnOnce(&mut Disk) -> T) -> T {
    DISK.with_borrow_mut(|disk| disk.as_mut().map(what).unwrap_or_default())
}

/// Starts writing down what happens in this folder; what is in it now is taken as durable.
///
/// # Panics
/// When the folder cannot be read.
pub fn start(folder: &Path) {
    shim::install();
    let base = files_in(folder);
    let recording = RECORDINGS.with_borrow_mut(|count| {
        *count += 1;
        *count
    });
    let names: BTreeMap<_, _> = base.keys().cloned().zip(0..).collect();
    let files = names.len();
    let log = Log { base, events: Vec::new() };
    let folder = folder.to_path_buf();
    calls::install();
    let disk = Disk { folder, recording, log, names, files, ..Disk::default() };
    DISK.set(Some(disk));
}

/// Ends it. Files still open are not watched any more.
#[must_use]
pub fn stop() -> Log {
    DISK.take().map(|disk| disk.log).unwrap_or_default()
}

/// How many events there were.
#[must_use]
pub fn position() -> usize {
    with(|disk| disk.log.events.len())
}

/// Refuses as told, counting from now.
pub fn break_at(fault: Fault) {
    with(|disk| (disk.fault, disk.seen, disk.refused) = (Some(fault), 0, 0));
}

/// Everything works again.
pub fn heal() {
    with(|disk| disk.fault = None);
}

/// How often something was refused since [`break_at`].
#[must_use]
pub fn refused() -> u64 {
    with(|disk| disk.refused)
}

/// Folds the -wal file in after so many pages instead of SQLite's thousand, for connections that are opened from now on.
pub fn checkpoint_every(pages: Option<u16>) {
    with(|disk| disk.checkpoint_every = pages);
}

pub(crate) fn checkpoint_pages() -> Option<u16> {
    with(|disk| disk.checkpoint_every)
}

/// The bytes of every file but the lock.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
#[expect(clippy::expect_used, reason = "for tests")]
pub fn files_in(folder: &Path) -> Files {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths
        .map(|path| (name(&path), path))
        .filter(|(name, _)| name != "lock")
        .map(|(name, path)| (name, fs::read(path).expect("bytes")))
        .collect()
}

impl Disk {
    /// Whether this goes well.
    fn judge(&mut self, op: Op, len: usize) -> Verdict {
        let Some(fault) = self.fault.filter(|fault| fault.op.is_none_or(|broken| broken == op))
        else {
            return Verdict::Do;
        };
        self.seen += 1;
        let hit = self.seen == fault.nth || (fault.lasting && self.seen > fault.nth);
        if !hit {
            return Verdict::Do;
        }
        self.refused += 1;
        match (fault.harm, op) {
            (Harm::Full, _) => Verdict::Refuse(ffi::SQLITE_FULL),
            (Harm::HalfThenFull, Op::Write) => Verdict::Half(len / 2, ffi::SQLITE_FULL),
            (Harm::HalfThenFull, _) => Verdict::Refuse(ffi::SQLITE_FULL),
            (Harm::Io | Harm::Killed, Op::Write) => Verdict::Refuse(ffi::SQLITE_IOERR_WRITE),
            (Harm::Io | Harm::Killed, Op::Sync) => Verdict::Refuse(ffi::SQLITE_IOERR_FSYNC),
            (Harm::Io | Harm::Killed, Op::Truncate) => Verdict::Refuse(ffi::SQLITE_IOERR_TRUNCATE),
            (Harm::Io | Harm::Killed, Op::Delete) => Verdict::Refuse(ffi::SQLITE_IOERR_DELETE),
        }
    }

    fn is_killed(&self) -> bool {
        self.fault.is_some_and(|fault| fault.harm == Harm::Killed)
    }

    fn note(&mut self, event: Event) {
        event.rename_in(&mut self.names);
        self.log.events.push(event);
    }

    fn name(&self, path: &Path) -> Option<String> {
        let name = path.strip_prefix(&self.folder).ok()?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Programs make files without asking SQLite; that shows when SQLite opens one.
    fn catch_up(&mut self, name: &str) {
        if !self.names.contains_key(name) {
            let id = self.files;
            self.files += 1;
            self.note(Event::Create(name.to_owned(), id));
        }
    }

    /// The file of a handle, unless it was opened for another recording.
    fn file(&self, handle: &Handle) -> Option<FileId> {
        handle.file.filter(|_| handle.recording == self.recording)
    }
}

/// A file was opened, and made if need be. `is_log` for the files SQLite writes beside a database.
pub(crate) fn opened(path: Option<&Path>, is_log: bool) -> Handle {
    let handle = with(|disk| {
        let name = disk.name(path?)?;
        disk.catch_up(&name);
        Some(Handle {
            file: disk.names.get(&name).copied(),
            recording: disk.recording,
            first_sync_is_of_names: is_log,
        })
    });
    handle.unwrap_or(Handle { file: None, recording: 0, first_sync_is_of_names: false })
}

/// For each change: whether it is to be done; what will have been done is written down.
fn change(
    handle: &Handle,
    op: Op,
    len: usize,
    note: impl FnOnce(&mut Disk, FileId, Verdict),
) -> Verdict {
    let judged = with(|disk| {
        let file = disk.file(handle)?;
        let verdict = disk.judge(op, len);
        note(disk, file, verdict);
        Some(verdict)
    });
    judged.unwrap_or(Verdict::Do)
}

pub(crate) fn write(handle: &Handle, at: usize, bytes: &[u8]) -> Verdict {
    change(handle, Op::Write, bytes.len(), |disk, file, verdict| match verdict {
        Verdict::Do => disk.note(Event::Write(file, at, bytes.to_vec())),
        Verdict::Half(len, _) => disk.note(Event::Write(file, at, bytes.split_at(len).0.to_vec())),
        Verdict::Refuse(_) => {}
    })
}

pub(crate) fn truncate(handle: &Handle, len: usize) -> Verdict {
    change(handle, Op::Truncate, 0, |disk, file, verdict| {
        if verdict == Verdict::Do {
            disk.note(Event::Truncate(file, len));
        }
    })
}

pub(crate) fn sync(handle: &mut Handle) -> Verdict {
    let names_too = handle.first_sync_is_of_names;
    let verdict = change(handle, Op::Sync, 0, |disk, file, verdict| match verdict {
        Verdict::Do => {
            disk.note(Event::Sync(file));
            if names_too {
                disk.note(Event::SyncNames);
            }
        }
        _ if disk.is_killed() => {}
        _ => disk.note(Event::SyncFailed(file)),
    });
    handle.first_sync_is_of_names &= verdict != Verdict::Do;
    verdict
}

/// A file is to be removed, and with `sync` durably.
pub(crate) fn delete(path: &Path, sync: bool) -> Verdict {
    let judged = with(|disk| {
        let name = disk.name(path).filter(|name| disk.names.contains_key(name))?;
        let verdict = disk.judge(Op::Delete, 0);
        if verdict == Verdict::Do {
            disk.note(Event::Delete(name));
            if sync {
                disk.note(Event::SyncNames);
            }
        }
        Some(verdict)
    });
    judged.unwrap_or(Verdict::Do)
}

/// Hands a call on: what it does to the disk was written down already.
pub(crate) fn pass_on<T>(call: impl FnOnce() -> T) -> T {
    let before = with(|disk| std::mem::replace(&mut disk.passing_on, true));
    let done = call();
    with(|disk| disk.passing_on = before);
    done
}

/// What a program does to a watched folder without SQLite; whether it did. Never refused.
fn by_program(what: impl FnOnce(&mut Disk) -> Option<()>) -> bool {
    // Called from anywhere, even while the thread or this very place is being cleared away.
    let seen = DISK.try_with(|disk| {
        let mut disk = disk.try_borrow_mut().ok()?;
        disk.as_mut().filter(|disk| !disk.passing_on).and_then(what)
    });
    seen.ok().flatten().is_some()
}

/// Whether anything is watched on this thread.
pub(crate) fn is_watching() -> bool {
    by_program(|_| Some(()))
}

pub(crate) fn program_writes(path: &Path, at: usize, bytes: &[u8]) {
    by_program(|disk| {
        let file = *disk.names.get(&disk.name(path)?)?;
        disk.note(Event::Write(file, at, bytes.to_vec()));
        Some(())
    });
}

/// A file, or the folder itself. Whether that was written down, and need not be done.
pub(crate) fn program_syncs(path: &Path) -> bool {
    by_program(|disk| {
        let event = if path == disk.folder {
            Event::SyncNames
        } else {
            Event::Sync(*disk.names.get(&disk.name(path)?)?)
        };
        disk.note(event);
        Some(())
    })
}

pub(crate) fn program_renames(from: &Path, to: &Path) {
    by_program(|disk| {
        let (from, to) = (disk.name(from)?, disk.name(to)?);
        disk.names.contains_key(&from).then(|| disk.note(Event::Rename(from, to)))
    });
}

pub(crate) fn program_removes(path: &Path) {
    by_program(|disk| {
        let name = disk.name(path)?;
        disk.names.contains_key(&name).then(|| disk.note(Event::Delete(name)))
    });
}
