//! One text, sealed so that a browser opens it: PBKDF2-HMAC-SHA256 and AES-256-GCM, which every WebCrypto has.
//!
//! A head of one line in ASCII says how; its very bytes are the associated data, so nothing in it can be changed. The form is
//! described for strangers in `docs/formats/protected-page.md`.

use crate::aead::{SealingKey, TAG_LEN};
use crate::error::SealError;
use crate::kdf::{SALT_LEN, Salt};
use crate::page_passphrase::PagePassphrase;
use crate::random::make_random;
use base64ct::{Base64, Encoding};
use ring::aead::NONCE_LEN;
use std::num::NonZeroU32;

/// Rounds of PBKDF2 for a new page: one guess costs 2,400,000 blocks of SHA-256 and more.
pub const PAGE_ITERATIONS: NonZeroU32 = NonZeroU32::new(1_200_000).unwrap();

/// Texts are padded to a multiple of this many bytes.
pub const PAGE_BUCKET: usize = 16 << 10;

/// The longest text, in bytes: far above ten years of a diary.
const MOST: usize = 256 << 20;

/// A sealed text. Both parts are ASCII without `<`, `&` or quotation marks, so they stand in markup as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedPage {
    /// How it was sealed, in one line without its end: the associated data.
    pub head: String,
    /// Ciphertext and tag in base 64.
    pub body: String,
}

impl SealedPage {
    /// Seals `text`, padded with spaces at its end; `lang` is told in the head. Salt and nonce are drawn anew each time.
    ///
    /// # Errors
    /// [`SealError::Random`]; [`SealError::TooLong`] above 256 MiB.
    pub fn seal(passphrase: &PagePassphrase, lang: &str, text: &[u8]) -> Result<Self, SealError> {
        Self::seal_with(passphrase, lang, text, (make_random()?, make_random()?))
    }

    fn seal_with(
        passphrase: &PagePassphrase,
        lang: &str,
        text: &[u8],
        (salt, nonce): (Salt, [u8; NONCE_LEN]),
    ) -> Result<Self, SealError> {
        if text.len() > MOST {
            return Err(SealError::TooLong);
        }
        let key = SealingKey::new(&passphrase.derive_key(&salt, PAGE_ITERATIONS));
        let head = head(lang, &salt, &nonce);
        let padded = text.len().next_multiple_of(PAGE_BUCKET);
        // Room for everything at once: a vector that grows would leave copies of the text behind.
        let mut body = Vec::with_capacity(padded + TAG_LEN);
        body.extend_from_slice(text);
        body.resize(padded, b' ');
        let tag = key.seal_raw(nonce, head.as_bytes(), &mut body)?;
        body.extend_from_slice(tag.as_ref());
        Ok(Self { head, body: Base64::encode_string(&body) })
    }
}

/// Base 64 (RFC 4648) with padding: of what is no secret, or sealed.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

/// `vigie-page 1 fr pbkdf2-hmac-sha256 1200000 SALT aes-256-gcm NONCE`.
fn head(lang: &str, salt: &[u8; SALT_LEN], nonce: &[u8; NONCE_LEN]) -> String {
    format!(
        "vigie-page 1 {lang} pbkdf2-hmac-sha256 {PAGE_ITERATIONS} {} aes-256-gcm {}",
        Base64::encode_string(salt),
        Base64::encode_string(nonce),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(passphrase: &str, text: &[u8]) -> SealedPage {
        let made = ([7; SALT_LEN], [9; NONCE_LEN]);
        SealedPage::seal_with(&PagePassphrase::new(passphrase), "fr", text, made).unwrap()
    }

    #[test]
    fn a_page_is_sealed_as_another_implementation_does_it() {
        let page = sealed("Éléphant forêt", b"{}");
        assert_eq!(
            page.head,
            "vigie-page 1 fr pbkdf2-hmac-sha256 1200000 BwcHBwcHBwcHBwcHBwcHBw== aes-256-gcm CQkJCQkJCQkJCQkJ"
        );
        // Computed apart with Python: hashlib.pbkdf2_hmac and cryptography's AESGCM.
        assert!(
            page.body.starts_with("uzvz0V6FDatC1/s8kZa5sN/ASPn+f8pVYjsz4Xla2rVXPECM"),
            "{}",
            page.body.get(..64).unwrap()
        );
        assert!(page.body.ends_with("slt7Tz1fO1WCvdB8S6XFqLcVo7pj6jXc8WqayYFz1M0CyS0="));
    }

    #[test]
    fn lengths_in_one_bucket_look_the_same() {
        let length = |bytes: usize| sealed("x", &vec![b'x'; bytes]).body.len();
        assert_eq!(length(1), length(PAGE_BUCKET));
        assert!(length(PAGE_BUCKET) < length(PAGE_BUCKET + 1));
    }

    #[test]
    fn salt_and_nonce_are_new_each_time() {
        let seal = || SealedPage::seal(&PagePassphrase::new("x"), "fr", b"{}").unwrap();
        let (one, other) = (seal(), seal());
        let parts = |page: &SealedPage| {
            let part = |n: usize| page.head.split(' ').nth(n).unwrap().to_owned();
            (part(5), part(7))
        };
        let ((salt, nonce), (other_salt, other_nonce)) = (parts(&one), parts(&other));
        assert!(salt != other_salt && nonce != other_nonce && one.body != other.body);
    }
}
