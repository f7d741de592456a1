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

mod anchor;
mod backup;
mod binding;
mod blobs;
mod cells;
mod create;
mod error;
mod header;
mod keys;
mod lock;
mod manifest;
mod package;
mod record;
mod rescue;
mod schema;
mod segment;
mod slot;
mod store;
mod vault;

pub use anchor::{Anchor, AnchorPoint, Anchoring, FileAnchor, OlderAccepted};
pub use backup::{Backup, BackupReport, Snapshot};
pub use blobs::{Blob, MAX_BLOB};
pub use error::VaultError;
pub use header::FORMAT;
pub use package::BackupError;
pub use record::{BlobId, CHUNK_LEN, Chunk, CopyId, MAX_PAYLOAD, Record, RecordId};
pub use rescue::Rescued;
pub use slot::{KeySlot, NewKey, PlatformKey, PlatformKeyError, SlotId, SlotKind, Unlock};
pub use vault::{Vault, VaultReport};
pub use vigie_seal::{
    Epoch, KdfParams, Passphrase, PassphraseError, RecoveryCode, RecoveryCodeError, StoreId,
    WIPING_ALLOCATOR, WipingAllocator,
};
