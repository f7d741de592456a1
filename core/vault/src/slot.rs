//! Key slots: the ways into a journal. Each wraps the same root with a key that only its holder can make.

use crate::binding::{Place, bind};
use crate::error::VaultError;
use crate::ids::SlotId;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use vigie_seal::{
    KdfParams, KeyScope, Passphrase, RecoveryCode, RootKey, SALT_LEN, Salt, SealError, SlotKey,
    SlotSecret, make_random,
};
use zeroize::Zeroizing;

/// The longest thing a platform may make of a slot's secret, in bytes.
const MAX_PLATFORM_WRAPPED: usize = 8 * 1024;

const CORRUPT: VaultError = VaultError::Corrupt { what: "key slot" };

/// What a slot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SlotKind {
    /// A passphrase, through Argon2id.
    Passphrase,
    /// The recovery code, through HKDF.
    RecoveryCode,
    /// A key that never leaves this device (Keystore, Secure Enclave), through [`PlatformKey`].
    Platform,
    /// A kind this code does not know: kept as it is, never used.
    Unknown(u8),
}

impl SlotKind {
    const fn from_byte(byte: u8) -> Self {
        match byte {
            1 => Self::Passphrase,
            2 => Self::RecoveryCode,
            3 => Self::Platform,
            other => Self::Unknown(other),
        }
    }

    const fn to_byte(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::RecoveryCode => 2,
            Self::Platform => 3,
            Self::Unknown(byte) => byte,
        }
    }

    /// Whether a person can carry it to another device. A platform's key dies with the phone, an unknown kind may too.
    pub(crate) const fn is_portable(self) -> bool {
        matches!(self, Self::Passphrase | Self::RecoveryCode)
    }
}

/// A platform's key store, as a shell hands it over: Android's Keystore, Apple's Keychain and Secure Enclave.
pub trait PlatformKey: Send + Sync {
    /// Wraps the 32 bytes of a new slot's secret with a key that never leaves the device. Called only when a slot is made,
    /// so this alone may make that key.
    ///
    /// # Errors
    /// Why the platform would not.
    fn wrap_secret(&self, secret: &[u8]) -> Result<Vec<u8>, PlatformKeyError>;

    /// Unwraps what [`wrap_secret`](Self::wrap_secret) gave. Never makes a key: one that is gone is an error.
    ///
    /// # Errors
    /// Why the platform would not.
    fn unwrap_secret(&self, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, PlatformKeyError>;
}

/// Why a platform's key store gave no key. After any of them the journal is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PlatformKeyError {
    /// No key of ours is on this device (a new phone, a restored backup): ask for the passphrase or the recovery code, then
    /// add a platform slot again.
    #[error("this device has no key for the journal")]
    NotFound,
    /// The key can never be used again (biometrics enrolled anew, screen lock removed): as for `NotFound`.
    #[error("the device's key was invalidated")]
    Invalidated,
    /// The device is locked, or too many attempts were made: try again later.
    #[error("the device is locked")]
    Locked,
    /// The person said no to the device's question: nothing is wrong.
    #[error("the person cancelled")]
    Cancelled,
    /// Something else went wrong in the key store.
    #[error("the device's key store failed")]
    Failed,
}

/// How a journal is to be opened.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Unlock<'a> {
    /// With the passphrase.
    Passphrase(&'a Passphrase),
    /// With the recovery code.
    RecoveryCode(&'a RecoveryCode),
    /// With the key of this device.
    Platform(&'a dyn PlatformKey),
}

impl Unlock<'_> {
    pub(crate) const fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
            Self::Platform(_) => SlotKind::Platform,
        }
    }

    /// What it means that no slot opened.
    const fn refused(&self) -> VaultError {
        match self {
            Self::Platform(_) => VaultError::PlatformKey(PlatformKeyError::NotFound),
            _ => VaultError::WrongKey,
        }
    }
}

impl fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unlock({:?})", self.kind())
    }
}

/// A key to be added to a journal.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum NewKey<'a> {
    /// A passphrase, and what one guess at it is to cost.
    Passphrase(&'a Passphrase, KdfParams),
    /// A recovery code, made with [`RecoveryCode::make`] and shown to the person.
    RecoveryCode(&'a RecoveryCode),
    /// A key of this device.
    Platform(&'a dyn PlatformKey),
}

impl NewKey<'_> {
    pub(crate) const fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(..) => SlotKind::Passphrase,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
            Self::Platform(_) => SlotKind::Platform,
        }
    }

    /// Refuses a passphrase that may not protect a journal.
    pub(crate) fn check(&self) -> Result<(), VaultError> {
        match self {
            Self::Passphrase(passphrase, _) => Ok(passphrase.check_new()?),
            Self::RecoveryCode(_) | Self::Platform(_) => Ok(()),
        }
    }
}

impl fmt::Debug for NewKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewKey({:?})", self.kind())
    }
}

/// One key slot, as it can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeySlot {
    /// Its name.
    pub id: SlotId,
    /// What it asks for.
    pub kind: SlotKind,
}

/// One way in, as stored: the root, wrapped by a key only its holder can make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) kind: u8,
    pub(crate) id: SlotId,
    /// What the kind needs to make its key, and then the salt: `KdfParams` for a passphrase, nothing for a recovery code,
    /// the wrapped secret for a platform.
    pub(crate) params: Vec<u8>,
    pub(crate) wrapped: Vec<u8>,
}

impl Slot {
    /// A new slot over the root.
    pub(crate) fn make(
        new: &NewKey<'_>,
        scope: &KeyScope,
        root: &RootKey,
    ) -> Result<Self, VaultError> {
        new.check()?;
        let salt: Salt = make_random()?;
        let (mut params, key) = match new {
            NewKey::Passphrase(passphrase, cost) => {
                (cost.to_bytes().to_vec(), passphrase.derive_slot_key(*cost, &salt)?)
            }
            NewKey::RecoveryCode(code) => (Vec::new(), code.derive_slot_key(&salt)),
            NewKey::Platform(platform) => {
                let secret = SlotSecret::make()?;
                let wrapped = platform.wrap_secret(secret.as_bytes())?;
                if wrapped.len() > MAX_PLATFORM_WRAPPED {
                    return Err(PlatformKeyError::Failed.into());
                }
                (wrapped, secret.derive_slot_key(&salt))
            }
        };
        params.extend(salt);
        let (kind, id) = (new.kind().to_byte(), SlotId::make()?);
        let wrapped = key.wrap(&bind(scope, Place::Slot(kind), id.as_bytes()), root)?;
        Ok(Self { kind, id, params, wrapped })
    }

    pub(crate) const fn kind(&self) -> SlotKind {
        SlotKind::from_byte(self.kind)
    }

    pub(crate) const fn shown(&self) -> KeySlot {
        KeySlot { id: self.id, kind: self.kind() }
    }

    /// The key this slot would open with. Parameters are parsed, and refused, before any work.
    fn derive_key(&self, unlock: &Unlock<'_>) -> Result<SlotKey, VaultError> {
        let (params, salt) = self.params.split_last_chunk::<SALT_LEN>().ok_or(CORRUPT)?;
        match unlock {
            Unlock::Passphrase(passphrase) => {
                let params = KdfParams::parse(params).map_err(|_| CORRUPT)?;
                Ok(passphrase.derive_slot_key(params, salt)?)
            }
            Unlock::RecoveryCode(code) if params.is_empty() => Ok(code.derive_slot_key(salt)),
            Unlock::RecoveryCode(_) => Err(CORRUPT),
            Unlock::Platform(platform) => {
                let secret = platform.unwrap_secret(params)?;
                let secret =
                    SlotSecret::from_slice(&secret).ok_or(PlatformKeyError::Invalidated)?;
                Ok(secret.derive_slot_key(salt))
            }
        }
    }

    /// The root, if this slot opens.
    fn open(&self, unlock: &Unlock<'_>, scope: &KeyScope) -> Result<RootKey, VaultError> {
        let key = self.derive_key(unlock)?;
        match key
            .unwrap_root(&bind(scope, Place::Slot(self.kind), self.id.as_bytes()), &self.wrapped)
        {
            Ok(root) => Ok(root),
            // A device that gave another key than the one it wrapped with has lost ours.
            Err(SealError::Refused) if unlock.kind() == SlotKind::Platform => {
                Err(PlatformKeyError::Invalidated.into())
            }
            Err(SealError::Refused) => Err(VaultError::WrongKey),
            Err(error) => Err(error.into()),
        }
    }
}

/// The root, from the first slot of that kind that opens. What `accept` refuses ends the search.
pub(crate) fn open_first<T>(
    slots: &[Slot],
    unlock: &Unlock<'_>,
    scope: &KeyScope,
    accept: impl Fn(SlotId, RootKey) -> Result<T, VaultError>,
) -> Result<T, VaultError> {
    let mut failure = unlock.refused();
    for slot in slots.iter().filter(|slot| slot.kind() == unlock.kind()) {
        match slot.open(unlock, scope) {
            Ok(root) => return accept(slot.id, root),
            Err(VaultError::WrongKey) => {}
            // Another slot of the kind may still open; if none does, this says more than that none did.
            Err(
                error @ (VaultError::Corrupt { .. }
                | VaultError::PlatformKey(
                    PlatformKeyError::NotFound | PlatformKeyError::Invalidated,
                )),
            ) => failure = error,
            Err(error) => return Err(error),
        }
    }
    Err(failure)
}
