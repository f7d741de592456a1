//! The secret of a slot whose key lies in a platform's key store: wrapped there, never stored in the clear.

use crate::aead::SlotKey;
use crate::error::SealError;
use crate::kdf::{Salt, derive_hkdf};
use crate::key::{KEY_LEN, Key};
use crate::random;
use std::fmt;

/// 256 random bits that stand between a platform's key store and the root: the key store wraps this, this wraps the root.
///
/// So the root itself is never handed to a platform, and all slots are one kind of thing to the header. Wiped on drop.
pub struct SlotSecret(Key);

impl SlotSecret {
    /// A new slot's secret.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn make() -> Result<Self, SealError> {
        let mut bytes = Key::default();
        random::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// What a platform unwrapped; `None` when it is not 32 bytes long.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut secret = Key::default();
        if bytes.len() != KEY_LEN {
            return None;
        }
        secret.copy_from_slice(bytes);
        Some(Self(secret))
    }

    /// For the platform to wrap. Nothing else may be done with them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The key of the slot.
    #[must_use]
    pub fn derive_slot_key(&self, salt: &Salt) -> SlotKey {
        SlotKey::new(&derive_hkdf(salt, self.0.as_slice(), &[b"vigie platform slot 1"]))
    }
}

impl fmt::Debug for SlotSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlotSecret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::RootKey;

    #[test]
    fn only_the_same_secret_and_salt_open_a_slot() {
        let secret = SlotSecret::make().unwrap();
        let root = RootKey::make().unwrap();
        let wrapped = secret.derive_slot_key(&[1; 16]).wrap(b"", &root).unwrap();
        let again = SlotSecret::from_slice(secret.as_bytes()).unwrap();
        assert!(again.derive_slot_key(&[1; 16]).unwrap_root(b"", &wrapped).is_ok());
        assert!(again.derive_slot_key(&[2; 16]).unwrap_root(b"", &wrapped).is_err());
        let other = SlotSecret::make().unwrap();
        assert!(other.derive_slot_key(&[1; 16]).unwrap_root(b"", &wrapped).is_err());
        assert!(SlotSecret::from_slice(&[1; 31]).is_none());
        assert_eq!(format!("{again:?}"), "SlotSecret(..)");
    }
}
