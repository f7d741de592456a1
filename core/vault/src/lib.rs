//! Where a journal lies: sealed records in SQLite, unlocked by key slots. Knows bytes, not symptoms.
//!
//! ```text
//! DIR/journal.vigie       SQLite (WAL): header (slots), manifest, records, segments, chunks. Nothing readable in them
//! DIR/journal.vigie-wal   beside it while open, or after a crash: part of the journal
//! DIR/draft               what is not finished, sealed; no part of the journal
//! DIR/form                what is typed in a form and not kept yet, sealed; no part of the journal
//! DIR/backup-passphrase   what locks the backups of each day, sealed; no part of the journal
//! DIR/lock                held by the process that has the journal open; empty
//!
//! create.rs   vault.rs    made; opened, written, verified
//! slot.rs     header.rs   keys.rs     the ways in, where they are stored, how they are changed
//! record.rs   segment.rs  blobs.rs    what is sealed: records, older ones together, attachments
//! manifest.rs anchor.rs               what should be there, and how far it had come
//! aside.rs                            what is this device's own
//! backup.rs   package.rs              one file that holds everything; restored, merged
//! rescue.rs   cells.rs                what is readable of a damaged journal, without SQLite
//! store.rs    schema.rs   binding.rs  SQLite, its tables, what ties each sealed thing to its place
//! ```
//!
//! Start at [`Vault`]; [`Backup`] and [`Rescued`] are the two other doors. Keys and ciphers are `vigie-seal`'s.
//!
//! Promises: what [`Vault::append`] acknowledged is durable; what cannot be read with certainty is an error and never other
//! data; nothing is deleted or rewritten because it could not be read. What the files alone cannot tell, that a whole older
//! journal was put back, an [`Anchor`] tells.

mod anchor;
mod aside;
mod backup;
mod binding;
mod blobs;
mod cells;
mod create;
mod error;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;
mod header;
mod ids;
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
pub use aside::Aside;
pub use backup::{Backup, BackupReport, Snapshot};
pub use blobs::{Blob, MAX_BLOB, Parts};
pub use error::VaultError;
pub use header::FORMAT;
pub use ids::{BlobId, CopyId, RecordId, SlotId};
pub use package::BackupError;
pub use record::{CHUNK_LEN, Chunk, MAX_PAYLOAD, Record};
pub use rescue::Rescued;
pub use slot::{KeySlot, NewKey, PlatformKey, PlatformKeyError, SlotKind, Unlock};
pub use vault::{Vault, VaultReport};
pub use vigie_seal::{
    Epoch, KdfParams, Passphrase, PassphraseError, RecoveryCode, RecoveryCodeError, StoreId,
    WIPING_ALLOCATOR, WipingAllocator,
};
