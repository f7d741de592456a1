//! How a journal is protected: keys that wipe themselves, authenticated encryption, key derivation.
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
//! ```
//!
//! What it cannot do: `ring` keeps expanded AES and HMAC keys inside its own types and does not wipe them on drop, and the
//! operating system may have copied any page. Everything this crate owns itself is wiped.

mod aead;
mod age;
mod digest;
mod error;
mod kdf;
mod key;
mod padding;
mod passphrase;
mod random;
mod recovery;
mod slot_secret;
mod wiping;

pub use aead::{ENVELOPE_VERSION, SealingKey, SlotKey, TAG_LEN, tag_of};
pub use age::{AgeReader, AgeWriter, BACKUP_WORK_FACTOR, MAX_WORK_FACTOR};
pub use digest::{Chain, MacKey, checksum};
pub use error::{AgeError, KdfParamsError, PassphraseError, RecoveryCodeError, SealError};
pub use kdf::{KdfParams, SALT_LEN, Salt};
pub use key::{Epoch, KeyScope, RootKey, StoreId};
pub use padding::BUCKET;
pub use passphrase::{MIN_PASSPHRASE_CHARS, Passphrase};
pub use random::make_random;
pub use recovery::{CODE_GROUPS, RecoveryCode};
pub use slot_secret::SlotSecret;
pub use wiping::{WIPING_ALLOCATOR, WipingAllocator};
