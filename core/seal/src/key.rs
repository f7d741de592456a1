//! The root key of a journal, and every key computed from it.

use crate::aead::SealingKey;
use crate::digest::MacKey;
use crate::error::SealError;
use crate::kdf::derive_hkdf;
use crate::random;
use std::fmt;
use zeroize::Zeroizing;

/// Bytes in every symmetric key here.
pub(crate) const KEY_LEN: usize = 32;

/// A symmetric key. On the heap: moved by value it would leave a copy behind each time. Wiped on drop.
pub(crate) type Key = Box<Zeroizing<[u8; KEY_LEN]>>;

/// Names one journal, for ever. Random, not secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoreId([u8; 16]);

impl StoreId {
    /// A new journal's name.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn make() -> Result<Self, SealError> {
        random::make_random().map(Self)
    }

    /// The name read from a journal.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// As stored.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for StoreId {
    /// 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Counts key rotations of one journal, from [`Epoch::FIRST`]. Each epoch has its own keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Epoch(pub u32);

impl Epoch {
    /// The epoch a journal is made with.
    pub const FIRST: Self = Self(1);

    /// The epoch after a rotation; `None` after four thousand million of them.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self.0.checked_add(1) {
            Some(next) => Some(Self(next)),
            None => None,
        }
    }
}

/// Which journal and which epoch a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyScope {
    /// The journal.
    pub store: StoreId,
    /// The key rotation.
    pub epoch: Epoch,
}

/// The secret everything else hangs on: 256 random bits, one per journal. Wiped on drop, never printed, and its bytes leave
/// this crate only wrapped by a [`SlotKey`](crate::SlotKey).
pub struct RootKey(Key);

impl RootKey {
    /// A new journal's root.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn make() -> Result<Self, SealError> {
        let mut bytes = Key::default();
        random::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// The key that seals records.
    #[must_use]
    pub fn derive_record_key(&self, scope: &KeyScope) -> SealingKey {
        SealingKey::new(&self.derive(scope, b"record"))
    }

    /// The key that seals the manifest.
    #[must_use]
    pub fn derive_manifest_key(&self, scope: &KeyScope) -> SealingKey {
        SealingKey::new(&self.derive(scope, b"manifest"))
    }

    /// The key that authenticates the header.
    #[must_use]
    pub fn derive_header_key(&self, scope: &KeyScope) -> MacKey {
        MacKey::new(&self.derive(scope, b"header"))
    }

    /// The key of the running digest over all records.
    #[must_use]
    pub fn derive_chain_key(&self, scope: &KeyScope) -> MacKey {
        MacKey::new(&self.derive(scope, b"chain"))
    }

    fn derive(&self, scope: &KeyScope, label: &[u8]) -> Key {
        // The epoch has a fixed length and the label comes last, so no two (epoch, label) pairs give the same string.
        let epoch = scope.epoch.0.to_le_bytes();
        derive_hkdf(scope.store.as_bytes(), self.0.as_slice(), &[b"vigie root 1 ", &epoch, label])
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut root = Key::default();
        if bytes.len() != KEY_LEN {
            return None;
        }
        root.copy_from_slice(bytes);
        Some(Self(root))
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_store_epoch_and_purpose_has_its_own_key() {
        let root = RootKey::from_slice(&[7; 32]).unwrap();
        let mut seen = HashSet::new();
        for store in [[1; 16], [2; 16]] {
            for epoch in [1, 2, 0x6172_0001] {
                let scope = KeyScope { store: StoreId::new(store), epoch: Epoch(epoch) };
                for label in ["record", "manifest", "header", "chain"] {
                    assert!(seen.insert(root.derive(&scope, label.as_bytes()).to_vec()));
                }
            }
        }
    }

    #[test]
    fn the_derivation_is_frozen() {
        // Changing this would lock every journal ever made: see also the golden journal in vigie-vault.
        // Computed apart with Python's hmac module.
        let root = RootKey::from_slice(&[7; 32]).unwrap();
        let scope = KeyScope { store: StoreId::new([9; 16]), epoch: Epoch::FIRST };
        let hex: String =
            root.derive(&scope, b"record").iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "b76023525b2ce1203a9e95bce6d2af4acfe9d6cae043a118f6efc26181f639ec");
    }

    #[test]
    fn printing_a_root_shows_nothing_of_it() {
        assert_eq!(format!("{:?}", RootKey::from_slice(&[0xAB; 32]).unwrap()), "RootKey(..)");
    }

    #[test]
    fn a_root_of_another_length_is_refused() {
        assert!(RootKey::from_slice(&[0; 31]).is_none());
        assert!(RootKey::from_slice(&[0; 33]).is_none());
    }

    /// Searching memory takes the whole process: the root is looked for under a mask that only this test knows.
    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_of_a_root_or_of_what_it_unwraps_from_is_left_in_memory() {
        use crate::{Passphrase, RecoveryCode, SlotSecret, kdf::KdfParams};
        use vigie_faults::memory::{MASK, found};
        let hide = |bytes: &[u8]| bytes.iter().map(|byte| byte ^ MASK).collect::<Vec<u8>>();
        // As a vault does: made and wrapped, unwrapped, keys derived, dropped.
        let hidden = {
            let scope = KeyScope { store: StoreId::make().unwrap(), epoch: Epoch::FIRST };
            let root = RootKey::make().unwrap();
            let hidden_root = hide(root.as_bytes());
            assert!(found(&hidden_root) > 0, "the search finds it while it is there");
            let slot = Passphrase::new("quatre mots bien secrets")
                .derive_slot_key(KdfParams::weak_for_tests(), &[1; 16])
                .unwrap();
            let code = RecoveryCode::make().unwrap().derive_slot_key(&[2; 16]);
            let secret = SlotSecret::make().unwrap();
            let hidden_secret = hide(secret.as_bytes());
            for key in [slot, code, secret.derive_slot_key(&[3; 16])] {
                let wrapped = key.wrap(b"", &root).unwrap();
                let again = key.unwrap_root(b"", &wrapped).unwrap();
                let _ = (again.derive_record_key(&scope), again.derive_chain_key(&scope));
            }
            [hidden_root, hidden_secret]
        };
        for secret in hidden {
            assert_eq!(found(&secret), 0);
        }
    }
}
