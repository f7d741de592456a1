//! The header: which journal this is, and the slots that unlock it.
//!
//! `magic (8) | format (u16 LE) | body (postcard) | HMAC (32) | SHA-256 (32)`. The HMAC is keyed from the root and covers all
//! before it; the SHA-256 is keyless and covers all before it, so that damage can be told from a wrong passphrase before
//! there is a key. Only magic and format are promised to later formats.

use crate::binding::{Place, bind};
use crate::error::VaultError;
use crate::vault::Unlock;
use serde::{Deserialize, Serialize};
use vigie_seal::{
    Epoch, KdfParams, KeyScope, MacKey, Passphrase, RecoveryCode, RootKey, SALT_LEN, Salt,
    SealError, SlotKey, StoreId, checksum, make_random,
};

/// The newest file format this code reads, and the one it writes.
pub const FORMAT: u16 = 1;

const MAGIC: &[u8; 8] = b"VIGIEJNL";
const DIGEST_LEN: usize = 32;

/// More than any journal needs; what is over it is not parsed.
const MAX_HEADER: usize = 64 * 1024;
const MAX_SLOTS: usize = 16;

const CORRUPT: VaultError = VaultError::Corrupt { what: "header" };

/// What a slot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SlotKind {
    /// A passphrase, through Argon2id.
    Passphrase,
    /// The recovery code, through HKDF.
    RecoveryCode,
    /// A kind this code does not know: kept as it is, never used.
    Unknown(u8),
}

impl SlotKind {
    const fn from_byte(byte: u8) -> Self {
        match byte {
            1 => Self::Passphrase,
            2 => Self::RecoveryCode,
            other => Self::Unknown(other),
        }
    }

    const fn to_byte(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::RecoveryCode => 2,
            Self::Unknown(byte) => byte,
        }
    }
}

/// One way in: the root, wrapped by a key only its holder can make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Slot {
    kind: u8,
    id: [u8; 16],
    /// What the kind needs to make its key: `KdfParams | salt` for a passphrase, `salt` for a recovery code.
    params: Vec<u8>,
    wrapped: Vec<u8>,
}

impl Slot {
    fn make(
        kind: SlotKind,
        params: Vec<u8>,
        key: &SlotKey,
        scope: &KeyScope,
        root: &RootKey,
    ) -> Result<Self, VaultError> {
        let id = make_random()?;
        let wrapped = key.wrap(&bind(scope, Place::Slot(kind.to_byte()), &id), root)?;
        Ok(Self { kind: kind.to_byte(), id, params, wrapped })
    }

    /// The key this slot would open with. Parameters are parsed, and refused, before any work.
    fn derive_key(&self, unlock: &Unlock<'_>) -> Result<SlotKey, VaultError> {
        let corrupt = VaultError::Corrupt { what: "key slot" };
        let (params, salt) = self.params.split_last_chunk::<SALT_LEN>().ok_or(corrupt)?;
        match unlock {
            Unlock::Passphrase(passphrase) => {
                let params = KdfParams::parse(params).map_err(|_| corrupt)?;
                Ok(passphrase.derive_slot_key(params, salt)?)
            }
            Unlock::RecoveryCode(code) if params.is_empty() => Ok(code.derive_slot_key(salt)),
            Unlock::RecoveryCode(_) => Err(corrupt),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Body {
    store: [u8; 16],
    epoch: u32,
    slots: Vec<Slot>,
}

/// A header that was parsed. [`unlock`](Self::unlock) before believing it.
#[derive(Debug)]
pub(crate) struct Header {
    body: Body,
    /// As stored, without the checksum.
    bytes: Vec<u8>,
    checksum: [u8; DIGEST_LEN],
}

impl Header {
    /// The bytes of a new journal's header, with a passphrase slot and a recovery slot.
    pub(crate) fn make(
        scope: &KeyScope,
        root: &RootKey,
        (passphrase, params): (&Passphrase, KdfParams),
        code: &RecoveryCode,
    ) -> Result<Vec<u8>, VaultError> {
        let salt: Salt = make_random()?;
        let key = passphrase.derive_slot_key(params, &salt)?;
        let encoded = [params.to_bytes().as_slice(), &salt].concat();
        let first = Slot::make(SlotKind::Passphrase, encoded, &key, scope, root)?;
        let salt: Salt = make_random()?;
        let second = Slot::make(
            SlotKind::RecoveryCode,
            salt.to_vec(),
            &code.derive_slot_key(&salt),
            scope,
            root,
        )?;
        encode(
            &Body {
                store: *scope.store.as_bytes(),
                epoch: scope.epoch.0,
                slots: vec![first, second],
            },
            root,
        )
    }

    /// Reads a header. A newer format is said before anything else is judged, since nothing else is promised of it.
    pub(crate) fn parse(stored: &[u8]) -> Result<Self, VaultError> {
        let rest = stored.strip_prefix(MAGIC.as_slice()).ok_or(CORRUPT)?;
        let (format, _) = rest.split_first_chunk().ok_or(CORRUPT)?;
        let format = u16::from_le_bytes(*format);
        if format > FORMAT {
            return Err(VaultError::NewerFormat { found: format, supported: FORMAT });
        }
        let (bytes, sum) = stored.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        if format != FORMAT || stored.len() > MAX_HEADER || checksum(bytes) != *sum {
            return Err(CORRUPT);
        }
        let (signed, _) = bytes.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        let body = signed.get(MAGIC.len() + 2..).ok_or(CORRUPT)?;
        match postcard::take_from_bytes::<Body>(body) {
            Ok((body, [])) if body.slots.len() <= MAX_SLOTS => {
                Ok(Self { body, bytes: bytes.to_vec(), checksum: *sum })
            }
            _ => Err(CORRUPT),
        }
    }

    /// The root, from the first slot that opens, once the whole header is known to be the holder's.
    pub(crate) fn unlock(&self, unlock: &Unlock<'_>) -> Result<RootKey, VaultError> {
        let mut failure = VaultError::WrongKey;
        for slot in self.body.slots.iter().filter(|slot| slot.kind == unlock.kind().to_byte()) {
            let key = match slot.derive_key(unlock) {
                Ok(key) => key,
                Err(error @ VaultError::Corrupt { .. }) => {
                    failure = error;
                    continue;
                }
                Err(error) => return Err(error),
            };
            match key
                .unwrap_root(&bind(&self.scope(), Place::Slot(slot.kind), &slot.id), &slot.wrapped)
            {
                Ok(root) => {
                    return self
                        .authenticate(&root.derive_header_key(&self.scope()))
                        .map(|()| root);
                }
                Err(SealError::Refused) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(failure)
    }

    /// Whether all of it was written by someone with the root.
    pub(crate) fn authenticate(&self, key: &MacKey) -> Result<(), VaultError> {
        let (signed, code) = self.bytes.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        if key.verify(signed, code) {
            Ok(())
        } else {
            // The checksum was right: someone computed it anew.
            Err(VaultError::Tampered { what: "header" })
        }
    }

    pub(crate) const fn scope(&self) -> KeyScope {
        KeyScope { store: StoreId::new(self.body.store), epoch: Epoch(self.body.epoch) }
    }

    /// The checksum, which names this very header.
    pub(crate) const fn checksum(&self) -> [u8; DIGEST_LEN] {
        self.checksum
    }

    /// The kinds of slots, in the order they are tried.
    pub(crate) fn slots(&self) -> Vec<SlotKind> {
        self.body.slots.iter().map(|slot| SlotKind::from_byte(slot.kind)).collect()
    }
}

/// The stored form of a body.
fn encode(body: &Body, root: &RootKey) -> Result<Vec<u8>, VaultError> {
    let scope = KeyScope { store: StoreId::new(body.store), epoch: Epoch(body.epoch) };
    let mut bytes = [MAGIC.as_slice(), &FORMAT.to_le_bytes()].concat();
    bytes.extend(postcard::to_stdvec(body).map_err(|_| VaultError::TooLarge)?);
    bytes.extend(root.derive_header_key(&scope).sign(&bytes));
    bytes.extend(checksum(&bytes));
    Ok(bytes)
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
