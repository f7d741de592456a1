//! Key derivation: HKDF-SHA256 from secrets that are random, Argon2id from those a person chose, PBKDF2 where a browser has to
//! do the same.

use crate::error::{KdfParamsError, SealError};
use crate::key::{KEY_LEN, Key};
use crate::stack::then_wipe;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use ring::{hkdf, pbkdf2};
use std::num::NonZeroU32;
use zeroize::Zeroize;

/// Bytes of a slot's salt.
pub const SALT_LEN: usize = 16;

/// A slot's salt: random, stored in the clear, never used twice.
pub type Salt = [u8; SALT_LEN];

/// What one guess at a passphrase costs. Stored beside the slot, so that it can grow with the years.
///
/// Every value of this type is within the caps, however it came to be: a file cannot ask a phone for 100 GB or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfParams {
    /// Most memory a file may ask for, in KiB (256 MiB).
    pub const MAX_MEMORY_KIB: u32 = 256 * 1024;
    /// Most passes over that memory.
    pub const MAX_PASSES: u32 = 10;
    /// Most lanes.
    pub const MAX_LANES: u32 = 4;
    /// Length of the stored form, in bytes.
    pub const ENCODED_LEN: usize = 12;

    /// Argon2id with 64 MiB, 3 passes, 1 lane: RFC 9106's second recommended choice with one lane instead of four, since
    /// one guess runs on one core here; an estimated third of a second on a middling phone.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

    /// The cheapest parameters there are. They protect nothing: for tests that open many journals, never for a person's.
    #[must_use]
    pub const fn weak_for_tests() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }

    /// Parameters with `memory_kib` KiB (8 per lane ..= 256 MiB), `passes` (1..=10) and `lanes` (1..=4).
    ///
    /// There is no higher floor: whoever lowers the parameters of a slot gets another key, which opens nothing.
    ///
    /// # Errors
    /// The [`KdfParamsError`] of the first value out of range.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, KdfParamsError> {
        if !(1..=Self::MAX_LANES).contains(&lanes) {
            return Err(KdfParamsError::Lanes);
        }
        if !(1..=Self::MAX_PASSES).contains(&passes) {
            return Err(KdfParamsError::Passes);
        }
        if !(8 * lanes..=Self::MAX_MEMORY_KIB).contains(&memory_kib) {
            return Err(KdfParamsError::Memory);
        }
        Ok(Self { memory_kib, passes, lanes })
    }

    /// Reads the stored form, refusing what is over the caps before any work is done with it.
    ///
    /// # Errors
    /// [`KdfParamsError`], of the length or the first value out of range.
    pub fn parse(bytes: &[u8]) -> Result<Self, KdfParamsError> {
        let ([memory, passes, lanes], []) = bytes.as_chunks::<4>() else {
            return Err(KdfParamsError::Length);
        };
        Self::new(
            u32::from_le_bytes(*memory),
            u32::from_le_bytes(*passes),
            u32::from_le_bytes(*lanes),
        )
    }

    /// The stored form: memory in KiB, passes, lanes, each a little-endian `u32`.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::ENCODED_LEN] {
        let mut bytes = [0; Self::ENCODED_LEN];
        let values = [self.memory_kib, self.passes, self.lanes];
        for (chunk, value) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(values) {
            *chunk = value.to_le_bytes();
        }
        bytes
    }
}

impl Default for KdfParams {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// Argon2id, version 1.3. The memory is wiped afterwards: its last block is one hash away from the key.
pub(crate) fn derive_argon2id(
    secret: &[u8],
    salt: &Salt,
    params: KdfParams,
) -> Result<Key, SealError> {
    // The caps rule out every error but memory: KdfParams is a subset of what argon2 takes.
    let params = Params::new(params.memory_kib, params.passes, params.lanes, Some(KEY_LEN))
        .map_err(|_| SealError::Memory)?;
    let mut blocks: Vec<Block> = Vec::new();
    blocks.try_reserve_exact(params.block_count()).map_err(|_| SealError::Memory)?;
    blocks.resize_with(params.block_count(), Block::new);
    let mut key = Key::default();
    // BLAKE2 takes the passphrase in by blocks, and leaves the last of them on the stack.
    let done = then_wipe(|| {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            secret,
            salt,
            key.as_mut_slice(),
            &mut blocks,
        )
    });
    blocks.iter_mut().for_each(Zeroize::zeroize);
    done.map_err(|_| SealError::TooLong)?;
    Ok(key)
}

/// HKDF-SHA256 (RFC 5869), 32 bytes. Only for secrets with full entropy: it makes guessing no slower.
#[expect(
    clippy::expect_used,
    reason = "ring fails only for outputs above 8,160 bytes or of another length"
)]
pub(crate) fn derive_hkdf(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Key {
    let mut key = Key::default();
    // HMAC has the secret in a block on the stack, and `ring` the key made of it in a value.
    then_wipe(|| {
        hkdf::Salt::new(hkdf::HKDF_SHA256, salt)
            .extract(secret)
            .expand(info, hkdf::HKDF_SHA256)
            .and_then(|okm| okm.fill(key.as_mut_slice()))
    })
    .expect("32 bytes are one block of SHA-256");
    key
}

/// PBKDF2-HMAC-SHA256 (RFC 8018), 32 bytes. Guessing on many graphics cards is cheaper than with Argon2id, which browsers do
/// not have: only for secrets that were drawn, with enough words.
pub(crate) fn derive_pbkdf2(secret: &[u8], salt: &[u8], iterations: NonZeroU32) -> Key {
    let mut key = Key::default();
    // HMAC has the secret in a block on the stack.
    then_wipe(|| {
        pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, iterations, salt, secret, key.as_mut_slice());
    });
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::time::{Duration, Instant};

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    #[test]
    fn hkdf_gives_the_answers_of_rfc_5869() {
        // Test cases 1 and 3 (A.1, A.3); their first 32 bytes, the rest being a later block.
        let salt: Vec<u8> = (0..=0x0c).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let one = derive_hkdf(&salt, &[0x0b; 22], &[&info]);
        assert_eq!(
            hex(one.as_slice()),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        );
        let three = derive_hkdf(&[], &[0x0b; 22], &[]);
        assert_eq!(
            hex(three.as_slice()),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
        );
    }

    #[test]
    fn pbkdf2_gives_the_answers_of_rfc_7914() {
        // Section 11; their first 32 bytes, the rest being a later block.
        let key = |secret: &[u8], salt: &[u8], iterations| {
            hex(derive_pbkdf2(secret, salt, NonZeroU32::new(iterations).unwrap()).as_slice())
        };
        assert_eq!(
            key(b"passwd", b"salt", 1),
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        );
        assert_eq!(
            key(b"Password", b"NaCl", 80_000),
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
        );
    }

    #[test]
    fn argon2id_gives_the_answer_of_another_implementation() {
        // Computed with the reference C code (Python's argon2-cffi): b"password", salt 16 x 0x02, 64 KiB, t=2, p=1.
        let params = KdfParams::new(64, 2, 1).unwrap();
        let key = derive_argon2id(b"password", &[2; SALT_LEN], params).unwrap();
        assert_eq!(
            hex(key.as_slice()),
            "06734cfd98c2244b7e42080adeae2f0556d9b839879f04ff099e41e492a44141"
        );
    }

    #[test]
    fn huge_parameters_are_refused_before_any_work() {
        let started = Instant::now();
        for (memory, passes, lanes, error) in [
            (u32::MAX, 3, 1, KdfParamsError::Memory),
            (KdfParams::MAX_MEMORY_KIB + 1, 3, 1, KdfParamsError::Memory),
            (7, 3, 1, KdfParamsError::Memory),
            (31, 3, 4, KdfParamsError::Memory),
            (64 * 1024, 11, 1, KdfParamsError::Passes),
            (64 * 1024, u32::MAX, 1, KdfParamsError::Passes),
            (64 * 1024, 0, 1, KdfParamsError::Passes),
            (64 * 1024, 3, 5, KdfParamsError::Lanes),
            (64 * 1024, 3, u32::MAX, KdfParamsError::Lanes),
            (64 * 1024, 3, 0, KdfParamsError::Lanes),
        ] {
            let bytes = [memory, passes, lanes].map(u32::to_le_bytes).concat();
            assert_eq!(KdfParams::parse(&bytes), Err(error));
        }
        assert!(started.elapsed() < Duration::from_millis(10));
    }

    #[test]
    fn the_default_is_what_the_design_says() {
        assert_eq!(KdfParams::default(), KdfParams::new(65_536, 3, 1).unwrap());
    }

    proptest! {
        #[test]
        fn parameters_come_back_as_stored(memory in 32_u32..=262_144, passes in 1_u32..=10, lanes in 1_u32..=4) {
            let params = KdfParams::new(memory, passes, lanes).unwrap();
            prop_assert_eq!(KdfParams::parse(&params.to_bytes()), Ok(params));
        }

        #[test]
        fn no_bytes_parse_to_parameters_over_the_caps(bytes: Vec<u8>) {
            if let Ok(params) = KdfParams::parse(&bytes) {
                prop_assert!(params.memory_kib <= 262_144 && params.passes <= 10 && params.lanes <= 4);
            }
        }
    }
}
