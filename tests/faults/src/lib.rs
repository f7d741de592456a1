//! A disk that fails below SQLite, under a vault that knows nothing of it.
//!
//! ```text
//! work.rs     what a vault is made to do, and what has to be there afterwards
//! check.rs    whether it is
//! shim.rs     the file system SQLite is given: asks disk.rs, then the real one
//! calls.rs    the few calls by which a program changes files without SQLite; with shim.rs the only unsafe code
//! disk.rs     one disk a thread: writes down every change, fails where it is told to
//! log.rs      the changes in order, and what a power cut at any of them may leave
//! dice.rs     seeded chance
//! memory.rs   all of this process's memory, searched for what should have been wiped
//! ```
//!
//! What is modelled: a write, truncation, creation, renaming or deletion is on the disk for certain after the sync that
//! covers it; before that it is there, is not, or (a write) is there in part. After a sync that failed, what it should have
//! covered stays uncertain for ever, as Linux leaves it. What lies beside an uncertain write is not harmed: SQLite counts on
//! that (SQLITE_IOCAP_POWERSAFE_OVERWRITE).
//!
//! Linux only: elsewhere there are no tests in here.
#![cfg(target_os = "linux")]

mod calls;
pub mod check;
pub mod dice;
pub mod disk;
pub mod log;
pub mod memory;
mod shim;
pub mod work;
