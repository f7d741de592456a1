//! How a journal is protected: keys that wipe themselves, authenticated encryption, key derivation; and who signed.
//!
//! The only crate that knows `ring`, `argon2` and `scrypt`. It knows nothing of files, tables or symptoms: bytes in, bytes out, no
//! I/O except the system's random generator. `make_*` draws a new secret, `derive_*` computes one from another.
//!
//! From the person to a record:
//!
//! ```text
//! Passphrase --Argon2id--> SlotKey --+
//!                                    +--unwrap--> RootKey --HKDF(store, epoch, label)--> SealingKey  records, manifest
//! RecoveryCode --HKDF----> SlotKey --+                                             +---> MacKey      header, chain
//! SlotSecret   --HKDF----> SlotKey --+  (the platform's key store keeps it wrapped)
//!
//! PagePassphrase --PBKDF2--> SealingKey  one page, opened by a browser
//! ```
//!
//! Everything this crate owns is wiped. Keys lie on the heap, since a value that is moved leaves a copy of itself on the
//! stack; `ring` wipes none of its own types, so a key of its is overwritten with another before it is let go of, and the
//! stack it was made on is overwritten too (`stack.rs`). What this cannot do: registers, what `ring` leaves on the stack in
//! sealing one message (blocks of key stream, states of a MAC), and pages the operating system copied.

mod aead;
mod age;
mod digest;
mod error;
mod kdf;
mod key;
mod padding;
mod page;
mod page_passphrase;
mod passphrase;
mod random;
mod recovery;
mod ring_key;
mod sign;
mod slot_secret;
mod stack;
mod wiping;
#[cfg(test)]
mod wycheproof_tests;

pub use aead::{ENVELOPE_VERSION, SealingKey, SlotKey, TAG_LEN, tag_of};
pub use age::{AgeReader, AgeWriter, BACKUP_WORK_FACTOR, MAX_WORK_FACTOR};
pub use digest::{Chain, MacKey, checksum};
pub use error::{
    AgeError, KdfParamsError, PassphraseError, RecoveryCodeError, SealError, SigningKeyError,
};
pub use kdf::{KdfParams, SALT_LEN, Salt};
pub use key::{Epoch, KeyScope, RootKey, StoreId};
pub use padding::BUCKET;
pub use page::{PAGE_BUCKET, PAGE_ITERATIONS, SealedPage, base64};
pub use page_passphrase::{LIST_WORDS, PAGE_WORDS, PagePassphrase};
pub use passphrase::{MIN_PASSPHRASE_CHARS, Passphrase};
pub use random::make_random;
pub use recovery::{CODE_GROUPS, RecoveryCode};
pub use sign::{Context, PublicKey, SIGNATURE_LEN, SigningKey, read_signature, signature_text};
pub use slot_secret::SlotSecret;
pub use wiping::{WIPING_ALLOCATOR, WipingAllocator};
