//! The header: which journal this is, and the slots that unlock it.
//!
//! `magic (8) | format (u16 LE) | body (postcard) | HMAC (32) | SHA-256 (32)`. The HMAC is keyed from the root and covers all
//! before it; the SHA-256 is keyless and covers all before it, so that damage can be told from a wrong passphrase before
//! there is a key. Only magic and format are promised to later formats.

use crate::error::VaultError;
use crate::ids::SlotId;
use crate::slot::{KeySlot, NewKey, Slot, Unlock, open_first};
use serde::{Deserialize, Serialize};
use vigie_seal::{Epoch, KeyScope, MacKey, RootKey, StoreId, checksum};

/// The newest file format this code reads, and the one it writes. 1: without attachments. 2: with them, and a manifest that
/// counts its own writes.
pub const FORMAT: u16 = 2;

/// The oldest format this code reads.
pub(crate) const OLDEST_FORMAT: u16 = 1;

pub(crate) const MAGIC: &[u8; 8] = b"VIGIEJNL";
const DIGEST_LEN: usize = 32;

/// More than any journal needs; what is over it is not parsed.
pub(crate) const MAX_HEADER: usize = 64 * 1024;
const MAX_SLOTS: usize = 16;

const CORRUPT: VaultError = VaultError::Corrupt { what: "header" };

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Body {
    store: [u8; 16],
    epoch: u32,
    slots: Vec<Slot>,
}

impl Body {
    const fn scope(&self) -> KeyScope {
        KeyScope { store: StoreId::new(self.store), epoch: Epoch(self.epoch) }
    }
}

/// A header that was parsed. [`unlock`](Self::unlock) before believing it.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    format: u16,
    body: Body,
    /// As stored.
    bytes: Vec<u8>,
}

impl Header {
    /// A new header with these keys. At least one has to be one that a person can carry to another device.
    pub(crate) fn make(
        scope: &KeyScope,
        root: &RootKey,
        keys: &[NewKey<'_>],
    ) -> Result<Self, VaultError> {
        let slots = keys
            .iter()
            .map(|key| Slot::make(key, scope, root))
            .collect::<Result<Vec<_>, VaultError>>()?;
        let body = Body { store: *scope.store.as_bytes(), epoch: scope.epoch.0, slots };
        Self::sign(body, &root.derive_header_key(scope))
    }

    /// Reads a header. A newer format is said before anything else is judged, since nothing else is promised of it.
    pub(crate) fn parse(stored: &[u8]) -> Result<Self, VaultError> {
        let header = Self::parse_unchecked(stored)?;
        let (bytes, sum) = stored.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        if checksum(bytes) == *sum { Ok(header) } else { Err(CORRUPT) }
    }

    /// Reads a header whose checksum may be wrong: for rescuing what a damaged one still opens.
    pub(crate) fn parse_unchecked(stored: &[u8]) -> Result<Self, VaultError> {
        let header = Self::parse_prefix(stored)?;
        if header.bytes.len() == stored.len() { Ok(header) } else { Err(CORRUPT) }
    }

    /// As [`parse_unchecked`](Self::parse_unchecked), whatever follows it.
    pub(crate) fn parse_prefix(stored: &[u8]) -> Result<Self, VaultError> {
        let rest = stored.strip_prefix(MAGIC.as_slice()).ok_or(CORRUPT)?;
        let (format, rest) = rest.split_first_chunk().ok_or(CORRUPT)?;
        let format = u16::from_le_bytes(*format);
        if format > FORMAT {
            return Err(VaultError::NewerFormat { found: format, supported: FORMAT });
        }
        let rest = rest.get(..rest.len().min(MAX_HEADER)).unwrap_or_default();
        let (body, after) = postcard::take_from_bytes::<Body>(rest).map_err(|_| CORRUPT)?;
        let length = MAGIC.len() + 2 + (rest.len() - after.len()) + 2 * DIGEST_LEN;
        let bytes = stored.get(..length).ok_or(CORRUPT)?;
        if format < OLDEST_FORMAT || body.slots.len() > MAX_SLOTS {
            return Err(CORRUPT);
        }
        Ok(Self { format, body, bytes: bytes.to_vec() })
    }

    /// The root, from the first slot that opens, once the whole header is known to be the holder's.
    pub(crate) fn unlock(&self, unlock: &Unlock<'_>) -> Result<RootKey, VaultError> {
        self.unlock_slot(unlock).map(|(_, root)| root)
    }

    /// As [`unlock`](Self::unlock), and which slot it was.
    pub(crate) fn unlock_slot(&self, unlock: &Unlock<'_>) -> Result<(SlotId, RootKey), VaultError> {
        open_first(&self.body.slots, unlock, &self.scope(), |id, root| {
            self.authenticate(&root.derive_header_key(&self.scope()))?;
            Ok((id, root))
        })
    }

    /// The root, from the first slot that opens, however the rest of the header may be damaged.
    pub(crate) fn unlock_unchecked(&self, unlock: &Unlock<'_>) -> Result<RootKey, VaultError> {
        open_first(&self.body.slots, unlock, &self.scope(), |_, root| Ok(root))
    }

    /// Whether all of it was written by someone with the root.
    pub(crate) fn authenticate(&self, key: &MacKey) -> Result<(), VaultError> {
        let (bytes, _) = self.bytes.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        let (signed, code) = bytes.split_last_chunk::<DIGEST_LEN>().ok_or(CORRUPT)?;
        if key.verify(signed, code) {
            Ok(())
        } else {
            // The checksum was right: someone computed it anew.
            Err(VaultError::Tampered { what: "header" })
        }
    }

    /// This header without the slots that `gone` names, and with a new one.
    pub(crate) fn without_and_with(
        &self,
        gone: impl Fn(&KeySlot) -> bool,
        new: &NewKey<'_>,
        root: &RootKey,
    ) -> Result<(Self, SlotId), VaultError> {
        let slot = Slot::make(new, &self.scope(), root)?;
        let id = slot.id;
        let mut body = self.body.clone();
        body.slots.retain(|slot| !gone(&slot.shown()));
        body.slots.push(slot);
        Ok((Self::sign(body, &root.derive_header_key(&self.scope()))?, id))
    }

    /// This header without the slots that `gone` names.
    pub(crate) fn without(
        &self,
        gone: impl Fn(&KeySlot) -> bool,
        key: &MacKey,
    ) -> Result<Self, VaultError> {
        let mut body = self.body.clone();
        body.slots.retain(|slot| !gone(&slot.shown()));
        Self::sign(body, key)
    }

    /// The same header in the present format.
    pub(crate) fn upgraded(&self, key: &MacKey) -> Result<Self, VaultError> {
        Self::sign(self.body.clone(), key)
    }

    /// A header of the present format over this body. One that only a device could open is not made.
    fn sign(body: Body, key: &MacKey) -> Result<Self, VaultError> {
        if !body.slots.iter().any(|slot| slot.kind().is_portable()) {
            return Err(VaultError::LastKey);
        }
        if body.slots.len() > MAX_SLOTS {
            return Err(VaultError::TooManyKeys);
        }
        let bytes = encode(FORMAT, &body, key)?;
        Ok(Self { format: FORMAT, body, bytes })
    }

    /// The format it was written in.
    pub(crate) const fn format(&self) -> u16 {
        self.format
    }

    pub(crate) const fn scope(&self) -> KeyScope {
        self.body.scope()
    }

    /// As stored.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The checksum at its end, which names this very header.
    pub(crate) fn checksum(&self) -> [u8; DIGEST_LEN] {
        self.bytes.last_chunk().copied().unwrap_or_default()
    }

    /// The slots, in the order they are tried.
    pub(crate) fn slots(&self) -> Vec<KeySlot> {
        self.body.slots.iter().map(Slot::shown).collect()
    }
}

/// The stored form of a body.
fn encode(format: u16, body: &Body, key: &MacKey) -> Result<Vec<u8>, VaultError> {
    let mut bytes = [MAGIC.as_slice(), &format.to_le_bytes()].concat();
    bytes.extend(postcard::to_stdvec(body).map_err(|_| VaultError::TooLarge)?);
    bytes.extend(key.sign(&bytes));
    bytes.extend(checksum(&bytes));
    Ok(bytes)
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
