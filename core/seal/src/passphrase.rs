//! The passphrase a person chose, and the key it becomes.
//!
//! The same passphrase can reach us as different bytes: an é from a file or another keyboard is one code point or two, and
//! French keyboards put no-break spaces where others put plain ones. So it is prepared as RFC 8265 (OpaqueString, 4.2.2)
//! says: every Unicode space becomes U+0020, then NFC. Not NFKC, which RFC 8265 gave up because it makes different
//! passphrases equal. Beyond the RFC, spaces at both ends are dropped: phone keyboards add one after each word.

use crate::aead::SlotKey;
use crate::error::{PassphraseError, SealError};
use crate::kdf::{KdfParams, Salt, derive_argon2id};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The fewest characters of a new passphrase: NIST SP 800-63B's minimum.
pub const MIN_PASSPHRASE_CHARS: usize = 8;

/// A passphrase, prepared so that it is the same bytes from every keyboard. Wiped on drop, never printed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed. Any text is taken, since a journal may have been made under other rules; what makes a new
    /// slot asks [`check_new`](Self::check_new).
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed = typed.trim();
        // NFC at most triples UTF-8's length (Unicode, UAX 15); room for all of it leaves no copies behind.
        let mut prepared = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(3)));
        prepared.extend(typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).nfc());
        Self(prepared)
    }

    /// Whether it may protect a new slot.
    ///
    /// # Errors
    /// [`PassphraseError`]: empty, or under [`MIN_PASSPHRASE_CHARS`] characters.
    pub fn check_new(&self) -> Result<(), PassphraseError> {
        match self.0.chars().count() {
            0 => Err(PassphraseError::Empty),
            1..MIN_PASSPHRASE_CHARS => Err(PassphraseError::TooShort { min: MIN_PASSPHRASE_CHARS }),
            _ => Ok(()),
        }
    }

    /// As prepared, for whoever seals it: it is neither shown nor logged.
    #[must_use]
    pub fn prepared(&self) -> &str {
        &self.0
    }

    /// As prepared.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The key of a passphrase slot; slow on purpose (see [`KdfParams`]).
    ///
    /// # Errors
    /// [`SealError::Memory`], or [`SealError::TooLong`] for a passphrase of 4 GiB.
    pub fn derive_slot_key(&self, params: KdfParams, salt: &Salt) -> Result<SlotKey, SealError> {
        let key = derive_argon2id(self.as_bytes(), salt, params)?;
        Ok(SlotKey::new(&key))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::RootKey;
    use proptest::prelude::*;

    #[test]
    fn the_same_passphrase_from_two_keyboards_is_the_same() {
        let composed = Passphrase::new("été à la mer");
        let decomposed = Passphrase::new("e\u{301}te\u{301} a\u{300} la\u{a0}mer \n");
        assert_eq!(composed.0, decomposed.0);
    }

    #[test]
    fn different_passphrases_stay_different() {
        let pairs = [
            ("Passphrase", "passphrase"),
            ("a b c d e", "abcde"),
            ("ﬁnance12", "finance12"),
            ("été", "ete"),
        ];
        for (one, other) in pairs {
            assert_ne!(Passphrase::new(one).0, Passphrase::new(other).0);
        }
    }

    #[test]
    fn a_new_passphrase_needs_eight_characters_not_bytes() {
        let check = |typed| Passphrase::new(typed).check_new();
        assert_eq!(check(""), Err(PassphraseError::Empty));
        assert_eq!(check(" \u{a0}\n"), Err(PassphraseError::Empty));
        assert_eq!(check("1234567 "), Err(PassphraseError::TooShort { min: 8 }));
        assert_eq!(check("éééé"), Err(PassphraseError::TooShort { min: 8 }));
        assert_eq!(check("éééééééé"), Ok(()));
    }

    #[test]
    fn only_the_same_passphrase_salt_and_cost_open_a_slot() {
        let weak = KdfParams::weak_for_tests();
        let key = |typed, params, salt| {
            Passphrase::new(typed).derive_slot_key(params, &[salt; 16]).unwrap()
        };
        let root = RootKey::make().unwrap();
        let wrapped = key("une passphrase", weak, 1).wrap(b"", &root).unwrap();
        assert!(key("une passphrase", weak, 1).unwrap_root(b"", &wrapped).is_ok());
        assert!(key("une passphrasE", weak, 1).unwrap_root(b"", &wrapped).is_err());
        assert!(key("une passphrase", weak, 2).unwrap_root(b"", &wrapped).is_err());
        assert!(
            key("une passphrase", KdfParams::new(16, 1, 1).unwrap(), 1)
                .unwrap_root(b"", &wrapped)
                .is_err()
        );
    }

    #[test]
    fn a_passphrase_prints_nothing() {
        assert_eq!(format!("{:?}", Passphrase::new("secret words")), "Passphrase(..)");
    }

    proptest! {
        #[test]
        fn preparing_never_grows_its_buffer_and_is_stable(typed: String) {
            let prepared = Passphrase::new(&typed);
            prop_assert!(prepared.0.len() <= typed.len() * 3);
            prop_assert_eq!(&Passphrase::new(&prepared.0).0, &prepared.0);
        }
    }
}
