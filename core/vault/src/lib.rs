//! Where a journal lies: sealed records in SQLite, unlocked by key slots. Knows bytes, not symptoms.
//!
//! ```text
//! DIR/journal.vigie       SQLite (WAL): header (slots), records (sealed), manifest (sealed). Nothing readable in them
//! DIR/journal.vigie-wal   beside it while open, or after a crash: part of the journal
//! DIR/lock                held by the process that has the journal open; empty
//! ```
//!
//! Start at [`Vault`]. Read on in `vault.rs` (what it does), `header.rs` and `manifest.rs` (what is written), `store.rs` and
//! `schema.rs` (SQLite). Keys and ciphers are `vigie-seal`'s.
//!
//! Promises: what [`Vault::append`] acknowledged is durable; what cannot be read with certainty is an error and never other
//! data; nothing is deleted or rewritten because it could not be read. What it cannot see alone: the whole journal put back
//! as it was at an earlier time, or the newest records cut from the `-wal` file a crash left. For both, something kept
//! outside the folder is needed.

mod binding;
mod error;
mod header;
mod lock;
mod manifest;
mod record;
mod schema;
mod store;
mod vault;

pub use error::VaultError;
pub use header::{FORMAT, SlotKind};
pub use record::{MAX_PAYLOAD, Record, RecordId};
pub use vault::{Unlock, Vault, VaultReport};
pub use vigie_seal::{
    Epoch, KdfParams, Passphrase, PassphraseError, RecoveryCode, RecoveryCodeError, StoreId,
};
