//! How a journal is opened, and the keys it has.

use std::sync::Arc;

use vigie_journal::{KdfParams, Passphrase, RecoveryCode};
use zeroize::Zeroize;

use crate::JournalError;
use crate::platform::{KeyVault, Vault};

/// How a journal is to be opened. Printed, it tells no secret.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Display)]
pub enum Unlock {
    /// With the passphrase.
    Passphrase {
        /// As it was typed.
        passphrase: String,
    },
    /// With the recovery code.
    RecoveryCode {
        /// As it was typed: capitals, spaces and hyphens do not matter.
        code: String,
    },
    /// With the key of this device.
    Device {
        /// Its key store.
        vault: Arc<dyn KeyVault>,
    },
}

/// What one guess at a passphrase is to cost whoever guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum GuessCost {
    /// Argon2id with 64 MiB and 3 passes: an estimated third of a second on a middling phone.
    Standard,
    /// Next to nothing. It protects nothing: for tests that open many journals, never for a person's.
    WeakForTests,
}

impl From<GuessCost> for KdfParams {
    fn from(cost: GuessCost) -> Self {
        match cost {
            GuessCost::Standard => Self::STANDARD,
            GuessCost::WeakForTests => Self::weak_for_tests(),
        }
    }
}

/// A key to be added to a journal. Printed, it tells no secret.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Display)]
pub enum NewKey {
    /// A passphrase.
    Passphrase {
        /// As it was typed, at least eight characters.
        passphrase: String,
        /// What one guess at it is to cost; none for the standard.
        #[uniffi(default = None)]
        cost: Option<GuessCost>,
    },
    /// A recovery code, made and shown to the person before.
    RecoveryCode {
        /// The code.
        code: String,
    },
    /// A key of this device.
    Device {
        /// Its key store.
        vault: Arc<dyn KeyVault>,
    },
}

/// What is printed ends in a log.
impl std::fmt::Display for Unlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase { .. } => "Unlock.Passphrase",
            Self::RecoveryCode { .. } => "Unlock.RecoveryCode",
            Self::Device { .. } => "Unlock.Device",
        })
    }
}

impl std::fmt::Display for NewKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase { .. } => "NewKey.Passphrase",
            Self::RecoveryCode { .. } => "NewKey.RecoveryCode",
            Self::Device { .. } => "NewKey.Device",
        })
    }
}

/// A key as the core takes it, which borrows its parts.
pub(crate) enum Held {
    Passphrase(Passphrase, KdfParams),
    RecoveryCode(RecoveryCode),
    Device(Vault),
}

impl Held {
    pub(crate) fn unlock(&self) -> vigie_journal::Unlock<'_> {
        match self {
            Self::Passphrase(passphrase, _) => vigie_journal::Unlock::Passphrase(passphrase),
            Self::RecoveryCode(code) => vigie_journal::Unlock::RecoveryCode(code),
            Self::Device(vault) => vigie_journal::Unlock::Platform(vault),
        }
    }

    pub(crate) fn new_key(&self) -> vigie_journal::NewKey<'_> {
        match self {
            Self::Passphrase(passphrase, cost) => {
                vigie_journal::NewKey::Passphrase(passphrase, *cost)
            }
            Self::RecoveryCode(code) => vigie_journal::NewKey::RecoveryCode(code),
            Self::Device(vault) => vigie_journal::NewKey::Platform(vault),
        }
    }
}

/// A passphrase; the text it came in is wiped.
pub(crate) fn passphrase(mut typed: String) -> Passphrase {
    let passphrase = Passphrase::new(&typed);
    typed.zeroize();
    passphrase
}

/// A recovery code; what is none opens nothing.
fn recovery_code(mut typed: String) -> Result<RecoveryCode, JournalError> {
    let code = RecoveryCode::parse(&typed);
    typed.zeroize();
    code.map_err(|_| vigie_journal::JournalError::WrongKey.into())
}

impl TryFrom<Unlock> for Held {
    type Error = JournalError;
    fn try_from(unlock: Unlock) -> Result<Self, JournalError> {
        Ok(match unlock {
            Unlock::Passphrase { passphrase: typed } => {
                Self::Passphrase(passphrase(typed), KdfParams::STANDARD)
            }
            Unlock::RecoveryCode { code } => Self::RecoveryCode(recovery_code(code)?),
            Unlock::Device { vault } => Self::Device(Vault(vault)),
        })
    }
}

impl TryFrom<NewKey> for Held {
    type Error = JournalError;
    fn try_from(key: NewKey) -> Result<Self, JournalError> {
        Ok(match key {
            NewKey::Passphrase { passphrase: typed, cost } => {
                Self::Passphrase(passphrase(typed), cost.unwrap_or(GuessCost::Standard).into())
            }
            NewKey::RecoveryCode { code } => Self::RecoveryCode(recovery_code(code)?),
            NewKey::Device { vault } => Self::Device(Vault(vault)),
        })
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum KeyKind {
    /// A passphrase.
    Passphrase,
    /// A recovery code.
    RecoveryCode,
    /// A key that never leaves this device.
    Device,
    /// A kind this version does not know: kept as it is, never used.
    Unknown,
}

impl From<vigie_journal::SlotKind> for KeyKind {
    fn from(kind: vigie_journal::SlotKind) -> Self {
        use vigie_journal::SlotKind;
        match kind {
            SlotKind::Passphrase => Self::Passphrase,
            SlotKind::RecoveryCode => Self::RecoveryCode,
            SlotKind::Platform => Self::Device,
            _ => Self::Unknown,
        }
    }
}

/// One key of a journal, as it can be shown.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Key {
    /// Its name, in hexadecimal digits.
    pub id: String,
    /// What it asks for.
    pub kind: KeyKind,
}

impl From<vigie_journal::KeySlot> for Key {
    fn from(slot: vigie_journal::KeySlot) -> Self {
        Self { id: slot.id.to_string(), kind: slot.kind.into() }
    }
}

/// A new recovery code, to be shown to the person and then added as a key.
#[uniffi::export]
pub fn make_recovery_code() -> Result<String, JournalError> {
    RecoveryCode::make()
        .map(|code| code.to_string())
        .map_err(|_| vigie_journal::JournalError::Bug { what: "no random numbers" }.into())
}

/// Whether what was typed back is this recovery code: capitals, spaces and hyphens do not matter. An app shows the code once
/// and has it read back before it counts.
#[uniffi::export]
pub fn is_same_recovery_code(code: String, typed: String) -> bool {
    let read = |text: String| RecoveryCode::parse(&text).map(|code| code.to_string());
    matches!((read(code), read(typed)), (Ok(one), Ok(other)) if one == other)
}
