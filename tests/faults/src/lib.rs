//! A disk below SQLite that can be told to fail: everything SQLite does to its files passes through [`Disk`], which logs it,
//! and can refuse or cut short what it is asked to write. [`power`] makes of the log what a power loss would have left.
//!
//! [`memory`] looks for secrets that were not wiped.
//!
//! Only for tests. One disk a process: whoever uses it holds [`Disk::take`]'s guard.

mod disk;
pub mod memory;
pub mod power;
mod shim;

pub use disk::{Call, Disk, Fault, Op, OpKind, Refusal};
