//! AES-256-GCM: one envelope for every sealed thing.
//!
//! Envelope: version (1 byte) | nonce (12) | ciphertext of the padded payload | tag (16). The version byte is not
//! encrypted; callers put [`ENVELOPE_VERSION`] into their associated data, so it cannot be changed either.
//!
//! Nonces are random 96-bit values: safe for up to 2^32 messages under one key (NIST SP 800-38D, 8.3). One epoch of a
//! journal would need a thousand entries a day for ten thousand years to get there.

use crate::error::SealError;
use crate::key::{KEY_LEN, RootKey};
use crate::padding;
use crate::random;
use crate::ring_key::RingKey;
use ring::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, Tag};
use std::fmt;
use zeroize::Zeroizing;

/// The first byte of every envelope this code writes, and the only one it opens.
pub const ENVELOPE_VERSION: u8 = 1;

/// Bytes of the authentication tag at the end of every envelope.
pub const TAG_LEN: usize = 16;

const PREFIX_LEN: usize = 1 + NONCE_LEN;

/// The longest payload sealed as one message, in bytes: far above any entry, far below GCM's own limit of 64 GiB.
const MAX_PAYLOAD: usize = 1 << 30;

/// A key that seals and opens envelopes. Overwritten on drop.
pub struct SealingKey(RingKey);

impl SealingKey {
    pub(crate) fn new(key: &Zeroizing<[u8; KEY_LEN]>) -> Self {
        Self(RingKey::new(&AES_256_GCM, key))
    }

    /// Seals `payload` so that it opens only with this key and the same `aad` (which is not stored).
    ///
    /// # Errors
    /// [`SealError::TooLong`] above 1 GiB, [`SealError::Random`] without a nonce.
    pub fn seal(&self, aad: &[u8], payload: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce = random::make_random::<NONCE_LEN>()?;
        self.seal_with_nonce(nonce, aad, payload)
    }

    fn seal_with_nonce(
        &self,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        payload: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        if payload.len() > MAX_PAYLOAD {
            return Err(SealError::TooLong);
        }
        let padded = padding::padded_len(payload.len()).ok_or(SealError::TooLong)?;
        // Room for everything at once: a vector that grows would leave copies of the payload behind.
        let mut sealed = Vec::with_capacity(PREFIX_LEN + padded + TAG_LEN);
        sealed.push(ENVELOPE_VERSION);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(payload);
        padding::pad(&mut sealed, PREFIX_LEN).ok_or(SealError::TooLong)?;
        let body = sealed.get_mut(PREFIX_LEN..).ok_or(SealError::TooLong)?;
        let tag = self.seal_raw(nonce, aad, body)?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// The cipher alone, without envelope and padding: encrypts `body` in place and gives its tag.
    pub(crate) fn seal_raw(
        &self,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        body: &mut [u8],
    ) -> Result<Tag, SealError> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        self.0
            .seal_in_place_separate_tag(nonce, Aad::from(aad), body)
            .map_err(|_| SealError::TooLong)
    }

    /// Opens what [`seal`](Self::seal) made with the same key and `aad`. One allocation, wiped on drop.
    ///
    /// # Errors
    /// [`SealError::Refused`] for anything else, however it differs.
    pub fn open(&self, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (prefix, _) = sealed.split_first_chunk::<PREFIX_LEN>().ok_or(SealError::Refused)?;
        let [version, nonce @ ..] = *prefix;
        if version != ENVELOPE_VERSION {
            return Err(SealError::Refused);
        }
        let mut payload = Zeroizing::new(sealed.to_vec());
        let padded = self.open_raw(nonce, aad, &mut payload, PREFIX_LEN)?;
        let len = padding::payload_len(padded).ok_or(SealError::Refused)?;
        payload.truncate(len);
        Ok(payload)
    }

    /// The cipher alone: what stands in `buffer` from `start`, ciphertext and then tag, is decrypted to the start of the
    /// buffer, over what was before it, so that nothing has to be moved afterwards.
    pub(crate) fn open_raw<'b>(
        &self,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        buffer: &'b mut [u8],
        start: usize,
    ) -> Result<&'b mut [u8], SealError> {
        let nonce = Nonce::assume_unique_for_key(nonce);
        self.0.open_within(nonce, Aad::from(aad), buffer, start..).map_err(|_| SealError::Refused)
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(..)")
    }
}

/// The tag of an envelope: under one key it stands for the whole message, its nonce and its associated data.
/// `None` when the bytes are too short to be an envelope.
#[must_use]
pub fn tag_of(sealed: &[u8]) -> Option<&[u8; TAG_LEN]> {
    (sealed.len() > PREFIX_LEN + TAG_LEN).then(|| sealed.last_chunk()).flatten()
}

/// A key that only wraps root keys: what a passphrase or a recovery code becomes.
pub struct SlotKey(SealingKey);

impl SlotKey {
    pub(crate) fn new(key: &Zeroizing<[u8; KEY_LEN]>) -> Self {
        Self(SealingKey::new(key))
    }

    /// Wraps the root; `aad` names the slot and the journal it belongs to.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn wrap(&self, aad: &[u8], root: &RootKey) -> Result<Vec<u8>, SealError> {
        self.0.seal(aad, root.as_bytes())
    }

    /// Takes the root out again.
    ///
    /// # Errors
    /// [`SealError::Refused`]: another key, another slot, or damaged bytes.
    pub fn unwrap_root(&self, aad: &[u8], wrapped: &[u8]) -> Result<RootKey, SealError> {
        RootKey::from_slice(&self.0.open(aad, wrapped)?).ok_or(SealError::Refused)
    }
}

impl fmt::Debug for SlotKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlotKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ring::aead::{LessSafeKey, UnboundKey};

    fn key(byte: u8) -> SealingKey {
        SealingKey::new(&Zeroizing::new([byte; KEY_LEN]))
    }

    proptest! {
        #[test]
        fn what_was_sealed_opens_again(payload: Vec<u8>, aad: Vec<u8>) {
            let sealed = key(1).seal(&aad, &payload).unwrap();
            let opened = key(1).open(&aad, &sealed).unwrap();
            prop_assert_eq!(opened.as_slice(), payload.as_slice());
        }

        #[test]
        fn any_flipped_bit_is_refused(payload: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
            let mut sealed = key(1).seal(b"aad", &payload).unwrap();
            let at = at.index(sealed.len());
            sealed[at] ^= 1 << bit;
            prop_assert_eq!(key(1).open(b"aad", &sealed).unwrap_err(), SealError::Refused);
        }

        #[test]
        fn any_other_length_is_refused(payload: Vec<u8>, at: prop::sample::Index, extra in 1_usize..300) {
            let mut sealed = key(1).seal(b"aad", &payload).unwrap();
            let cut = at.index(sealed.len());
            prop_assert_eq!(key(1).open(b"aad", &sealed[..cut]).unwrap_err(), SealError::Refused);
            sealed.resize(sealed.len() + extra, 0);
            prop_assert_eq!(key(1).open(b"aad", &sealed).unwrap_err(), SealError::Refused);
        }

        #[test]
        fn other_associated_data_or_another_key_is_refused(aad: Vec<u8>, other: Vec<u8>) {
            prop_assume!(aad != other);
            let sealed = key(1).seal(&aad, b"payload").unwrap();
            prop_assert_eq!(key(1).open(&other, &sealed).unwrap_err(), SealError::Refused);
            prop_assert_eq!(key(2).open(&aad, &sealed).unwrap_err(), SealError::Refused);
        }

        #[test]
        fn arbitrary_bytes_never_open(bytes: Vec<u8>) {
            prop_assert_eq!(key(1).open(b"", &bytes).unwrap_err(), SealError::Refused);
        }
    }

    #[test]
    fn the_envelope_is_frozen() {
        // Key, nonce and AAD all fixed; computed apart with Python's `cryptography`, AES-GCM over b"vigie" + 0x80 + zeros.
        let sealed = key(7).seal_with_nonce([3; NONCE_LEN], b"aad", b"vigie").unwrap();
        assert_eq!(sealed.len(), 1 + 12 + 256 + 16);
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        assert_eq!(hex(&sealed[..13]), "01030303030303030303030303");
        assert_eq!(hex(&sealed[13..29]), "5397c46a3fa85e427a40435ceb57ff0c");
        assert_eq!(hex(tag_of(&sealed).unwrap()), "4770a455b02a32088852f74ce667655c");
    }

    #[test]
    fn the_cipher_is_aes_256_gcm_as_nist_has_it() {
        // McGrew and Viega, The Galois/Counter Mode of Operation, test case 13: zero key, zero nonce, no data.
        let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[0; 32]).unwrap());
        let nonce = Nonce::assume_unique_for_key([0; 12]);
        let tag = key.seal_in_place_separate_tag(nonce, Aad::empty(), &mut []).unwrap();
        let expected = [
            0x53, 0x0f, 0x8a, 0xfb, 0xc7, 0x45, 0x36, 0xb9, 0xa9, 0x63, 0xb4, 0xf1, 0xc4, 0xcb,
            0x73, 0x8b,
        ];
        assert_eq!(tag.as_ref(), expected);
    }

    #[test]
    fn the_same_payload_never_looks_the_same_twice() {
        assert_ne!(key(1).seal(b"", b"x").unwrap(), key(1).seal(b"", b"x").unwrap());
    }

    #[test]
    fn a_wrapped_root_comes_back_only_for_its_own_slot() {
        let slot = SlotKey::new(&Zeroizing::new([5; KEY_LEN]));
        let root = RootKey::make().unwrap();
        let wrapped = slot.wrap(b"slot 1", &root).unwrap();
        assert_eq!(slot.unwrap_root(b"slot 1", &wrapped).unwrap().as_bytes(), root.as_bytes());
        assert_eq!(slot.unwrap_root(b"slot 2", &wrapped).unwrap_err(), SealError::Refused);
    }

    #[test]
    fn keys_print_nothing() {
        assert_eq!(format!("{:?}", key(1)), "SealingKey(..)");
        assert_eq!(format!("{:?}", SlotKey::new(&Zeroizing::new([5; KEY_LEN]))), "SlotKey(..)");
    }
}
