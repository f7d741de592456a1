//! Signatures: what somebody put their name to, so that whoever reads it can tell that it is theirs.

use crate::digest::checksum;
use crate::error::{SealError, SigningKeyError};
use crate::key::Key;
use crate::random;
use crate::stack::then_wipe;
use base64ct::{Base64, Encoding};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use std::fmt;
use std::hint::black_box;
use std::str::FromStr;
use zeroize::Zeroizing;

/// Bytes of a public key.
const PUBLIC_LEN: usize = 32;

/// Bytes of a signature.
pub const SIGNATURE_LEN: usize = 64;

/// Bytes of a public key's digest that a person compares.
const FINGERPRINT_LEN: usize = 10;

/// What a file with a signing key begins with.
const KEY_HEAD: &str = "vigie signing key 1";

/// A secret key that signs (Ed25519, RFC 8032). Wiped on drop, never printed.
///
/// The seed alone is kept: `ring` wipes no key pair, so one is made for each signature and overwritten after it.
pub struct SigningKey(Key);

impl SigningKey {
    /// A new key.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn make() -> Result<Self, SealError> {
        let mut seed = Key::default();
        random::fill(seed.as_mut_slice())?;
        Ok(Self(seed))
    }

    /// Who it signs as.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.with_pair(PublicKey::of)
    }

    /// Signs `message` for one use. `context` says which, and ends with a zero byte, so that what is signed for one is never
    /// taken for another.
    #[must_use]
    pub fn sign(&self, context: &Context, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        let mut signature = [0; SIGNATURE_LEN];
        self.with_pair(|pair| {
            let signed = pair.sign(&context.before(message));
            signature.iter_mut().zip(signed.as_ref()).for_each(|(to, from)| *to = *from);
        });
        signature
    }

    /// The key as the text of a file: a line that says what it is, the secret, and who it signs as, against mistakes.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut secret = Zeroizing::new([0_u8; 64]);
        // 32 bytes make 44 characters.
        let secret = Base64::encode(self.0.as_slice(), secret.as_mut_slice()).unwrap_or_default();
        Zeroizing::new([KEY_HEAD, "\n", secret, "\n", &self.public().to_string(), "\n"].concat())
    }

    /// Reads what [`SigningKey::to_text`] wrote.
    ///
    /// # Errors
    /// [`SigningKeyError`]: not such a file, or one in which something was changed.
    pub fn parse(text: &str) -> Result<Self, SigningKeyError> {
        let mut lines = text.lines().map(str::trim);
        if lines.next() != Some(KEY_HEAD) {
            return Err(SigningKeyError::NotAKey);
        }
        let (Some(secret), Some(public)) = (lines.next(), lines.next()) else {
            return Err(SigningKeyError::Damaged);
        };
        let mut seed = Key::default();
        let read = Base64::decode(secret, seed.as_mut_slice()).map(<[u8]>::len);
        if read != Ok(seed.len()) || lines.any(|line| !line.is_empty()) {
            return Err(SigningKeyError::Damaged);
        }
        let key = Self(seed);
        match public.parse::<PublicKey>() {
            Ok(public) if public == key.public() => Ok(key),
            _ => Err(SigningKeyError::Damaged),
        }
    }

    /// Calls `f` with the pair, and overwrites it.
    fn with_pair<T>(&self, f: impl FnOnce(&Ed25519KeyPair) -> T) -> T {
        then_wipe(|| {
            let mut pair = Box::new(expand(self.0.as_slice()));
            let given = f(&pair);
            *pair = expand(&[0; 32]);
            // Or the compiler might leave out a write that nobody reads any more.
            black_box(&mut pair);
            given
        })
    }
}

#[expect(
    clippy::expect_used,
    reason = "ring fails only for another length of seed, which the type rules out"
)]
fn expand(seed: &[u8]) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(seed).expect("a seed has 32 bytes")
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// What a signature is for. Written once, as a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context(&'static str);

impl Context {
    /// Of words that no other use has.
    #[must_use]
    pub const fn new(words: &'static str) -> Self {
        Self(words)
    }

    /// The words, a zero byte, the message.
    fn before(self, message: &[u8]) -> Vec<u8> {
        [self.0.as_bytes(), &[0], message].concat()
    }
}

/// Who signed (Ed25519). Written in base 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PublicKey([u8; PUBLIC_LEN]);

impl PublicKey {
    fn of(pair: &Ed25519KeyPair) -> Self {
        let mut bytes = [0; PUBLIC_LEN];
        bytes.iter_mut().zip(pair.public_key().as_ref()).for_each(|(to, from)| *to = *from);
        Self(bytes)
    }

    /// Whether this key signed `message` for this use. `ring` takes one signature alone for each message and key: those with
    /// an `s` that was not reduced are refused.
    #[must_use]
    pub fn verify(&self, context: &Context, message: &[u8], signature: &[u8]) -> bool {
        self.verify_raw(&context.before(message), signature)
    }

    pub(crate) fn verify_raw(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(message, signature).is_ok()
    }

    #[cfg(test)]
    pub(crate) const fn from_bytes(bytes: [u8; PUBLIC_LEN]) -> Self {
        Self(bytes)
    }

    /// What two people compare on paper or on the telephone: five groups of four digits of the key's SHA-256. Eighty bits:
    /// finding another key with the same ones is out of reach, and nobody reads out sixty-four.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = checksum(&self.0);
        let mut text = String::new();
        for (i, byte) in digest.iter().take(FINGERPRINT_LEN).enumerate() {
            if i > 0 && i % 2 == 0 {
                text.push(' ');
            }
            text.push_str(&format!("{byte:02X}"));
        }
        text
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64::encode_string(&self.0))
    }
}

impl FromStr for PublicKey {
    type Err = SigningKeyError;

    /// A key under which anybody can sign, one of small order, is none.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; PUBLIC_LEN];
        let read = Base64::decode(text, &mut bytes).map(<[u8]>::len);
        if read == Ok(PUBLIC_LEN) && !is_anybodys(&bytes) {
            return Ok(Self(bytes));
        }
        Err(SigningKeyError::NotAKey)
    }
}

/// The points of the curve whose order divides eight, by their y: as public keys they accept signatures that nobody needs a
/// secret for, and `ring` lets them pass. The same list as libsodium's, in both ways to write 0 and 1.
const ANYBODYS: [[u8; PUBLIC_LEN]; 7] = [
    [0; PUBLIC_LEN],
    y_of(0x01, 0x00, 0x00),
    y_of(0xEC, 0xFF, 0x7F),
    y_of(0xED, 0xFF, 0x7F),
    y_of(0xEE, 0xFF, 0x7F),
    *b"\x26\xE8\x95\x8F\xC2\xB2\x27\xB0\x45\xC3\xF4\x89\xF2\xEF\x98\xF0\
       \xD5\xDF\xAC\x05\xD3\xC6\x33\x39\xB1\x38\x02\x88\x6D\x53\xFC\x05",
    *b"\xC7\x17\x6A\x70\x3D\x4D\xD8\x4F\xBA\x3C\x0B\x76\x0D\x10\x67\x0F\
       \x2A\x20\x53\xFA\x2C\x39\xCC\xC6\x4E\xC7\xFD\x77\x92\xAC\x03\x7A",
];

/// A number of 32 bytes, little end first.
const fn y_of(first: u8, between: u8, last: u8) -> [u8; PUBLIC_LEN] {
    let mut y = [between; PUBLIC_LEN];
    y[0] = first;
    y[PUBLIC_LEN - 1] = last;
    y
}

fn is_anybodys(key: &[u8; PUBLIC_LEN]) -> bool {
    // The highest bit is the sign of x.
    let mut y = *key;
    if let Some(last) = y.last_mut() {
        *last &= 0x7F;
    }
    ANYBODYS.contains(&y)
}

/// A signature as text, in base 64.
#[must_use]
pub fn signature_text(signature: &[u8; SIGNATURE_LEN]) -> String {
    Base64::encode_string(signature)
}

/// A signature read from [`signature_text`]; `None` when it is none.
#[must_use]
pub fn read_signature(text: &str) -> Option<[u8; SIGNATURE_LEN]> {
    let mut bytes = [0; SIGNATURE_LEN];
    let read = Base64::decode(text, &mut bytes).ok()?.len();
    (read == SIGNATURE_LEN).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Context = Context::new("rules 1");

    fn key() -> SigningKey {
        SigningKey(Box::new(Zeroizing::new([7; 32])))
    }

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    #[test]
    fn the_signatures_are_those_of_rfc_8032() {
        // Section 7.1, test 3.
        let seed = bytes("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
        let mut secret = Key::default();
        secret.copy_from_slice(&seed);
        let signed = SigningKey(secret).with_pair(|pair| pair.sign(&[0xAF, 0x82]));
        let expected = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
                        18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
        assert_eq!(signed.as_ref(), bytes(expected));
    }

    #[test]
    fn a_signature_fits_only_its_message_use_and_key() {
        let signature = key().sign(&RULES, b"message");
        let public = key().public();
        assert!(public.verify(&RULES, b"message", &signature));
        assert!(!public.verify(&RULES, b"messagf", &signature));
        assert!(!public.verify(&Context::new("other 1"), b"message", &signature));
        assert!(!SigningKey::make().unwrap().public().verify(&RULES, b"message", &signature));
        for at in 0..SIGNATURE_LEN {
            let mut other = signature;
            other[at] ^= 1;
            assert!(!public.verify(&RULES, b"message", &other), "{at}");
        }
        assert!(!public.verify(&RULES, b"message", &signature[..63]));
    }

    #[test]
    fn a_key_is_kept_as_text_and_a_changed_one_is_refused() {
        let text = key().to_text();
        assert_eq!(SigningKey::parse(&text).unwrap().public(), key().public());
        let windows = text.replace('\n', "\r\n");
        assert_eq!(SigningKey::parse(&windows).unwrap().public(), key().public());
        for at in 0..text.len() - 1 {
            let mut other = text.as_bytes().to_vec();
            other[at] = if other[at] == b'A' { b'B' } else { b'A' };
            assert!(SigningKey::parse(&String::from_utf8(other).unwrap()).is_err(), "{at}");
        }
        for wrong in ["", "vigie signing key 1", "vigie signing key 2\na\nb"] {
            assert!(SigningKey::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_never_printed_and_its_fingerprint_is_short() {
        assert_eq!(format!("{:?}", key()), "SigningKey(..)");
        // Computed apart with openssl and Python's hashlib: seed 32 x 0x07.
        assert_eq!(key().public().fingerprint(), "FE81 2C12 F3AB 4CE6 AC5D");
    }

    #[test]
    fn a_key_under_which_anybody_can_sign_is_none() {
        let mut anybodys = [0; PUBLIC_LEN];
        anybodys[0] = 1;
        let mut signature = [0; SIGNATURE_LEN];
        signature[0] = 1;
        // The danger is there: nobody knows a secret of this key, and any message passes.
        let key = PublicKey::from_bytes(anybodys);
        assert!(key.verify(&RULES, b"one", &signature) && key.verify(&RULES, b"two", &signature));
        for mut y in ANYBODYS {
            for sign in [0, 0x80] {
                y[PUBLIC_LEN - 1] |= sign;
                let text = Base64::encode_string(&y);
                assert_eq!(text.parse::<PublicKey>(), Err(SigningKeyError::NotAKey), "{text}");
            }
        }
    }

    #[test]
    fn keys_and_signatures_read_in_one_way_only() {
        let public = key().public();
        assert_eq!(public.to_string().parse::<PublicKey>(), Ok(public));
        let signature = key().sign(&RULES, b"");
        let text = signature_text(&signature);
        assert_eq!(read_signature(&text), Some(signature));
        for wrong in ["", "AAAA", &text[..84], &format!("{text}A"), &text.replace('=', "")] {
            assert_eq!(read_signature(wrong), None, "{wrong}");
            assert!(wrong.parse::<PublicKey>().is_err(), "{wrong}");
        }
    }
}
