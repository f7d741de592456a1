//! The core for Kotlin, Swift and Python: uniffi over `vigie-journal`, with no decisions of its own.
//!
//! What crosses as it is in the core is declared `remote`; what would read badly in another language (pairs, variants without
//! names, maps inside options) has a form of its own beside it, and a `From` each way. Every call is one call of the core.
//! Failures are one [`JournalError`], a case for each thing an app can do, with the sentence for the person in both languages.

uniffi::setup_scaffolding!("vigie");

mod around;
mod care;
mod care_kinds;
mod catalogue;
mod entry;
mod error;
mod exchange;
mod guide;
mod journal;
mod keys;
mod licences;
mod ordered;
mod person;
mod plain;
mod platform;
mod preview;
mod prompt;
mod replay;
mod report;
mod rescue;
mod rules;
mod trials;
mod words;

// For the tests of this crate, which call as an app does; nothing else names it.
pub use around::Look;
pub use entry::{Answer, DailyEntry};
pub use error::{BackupFault, DeviceKeyFault, JournalError};
pub use exchange::check_backup;
pub use journal::Journal;
pub use keys::{GuessCost, NewKey, Unlock};
pub use platform::{
    AnchorError, ByteSink, ByteSource, ClockError, JournalAnchor, JournalClock, KeyVault,
    KeyVaultError, ProgressHearer, StreamError,
};

/// Freed memory is wiped: what crossed the border is not left behind on this side of it.
#[global_allocator]
static ALLOCATOR: vigie_journal::WipingAllocator = vigie_journal::WIPING_ALLOCATOR;
