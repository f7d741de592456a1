//! A signed pack as texts for QR codes, and back: `VIGIE-PACK/<digest>/<k>/<n>/<data>`.
//!
//! Everything in a text is in the alphanumeric set of QR codes. `data` is base 32, not the denser base 45: that has the space
//! among its letters, which some scanners take away from the ends. The digest names the pack, so that the codes of two packs
//! are never put together; each code has a checksum of its own, so that a misread one is named.

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use vigie_seal::checksum;
use vigie_watch::PackError;

use super::{CodesRefused, PackRefused, SignedPack};

const HEAD: &str = "VIGIE-PACK";
/// Bytes of the pack in one code: with base 32 and the head some 850 letters, a code of 93 squares that a phone reads from a
/// sheet or a screen.
const CHUNK: usize = 500;
/// Bytes of a code's own checksum.
const CHECK: usize = 4;
/// Bytes of the digest that names a pack.
const DIGEST: usize = 8;
/// Most codes of a pack: more is no sheet that anybody scans.
const MOST_CODES: usize = 99;
/// Most bytes of a pack unpacked.
const MOST_BYTES: usize = 256 << 10;
/// How hard to pack, of 10.
const LEVEL: u8 = 10;
/// Letters of a code that are shown when it is none.
const SHOWN: usize = 24;

impl SignedPack {
    /// The texts of the QR codes that hold this pack, one or several, in order.
    ///
    /// # Errors
    /// [`PackRefused::TooLarge`] for a pack that needs more than 99.
    pub fn codes(&self) -> Result<Vec<String>, PackRefused> {
        let packed = compress_to_vec(self.file().as_bytes(), LEVEL);
        let all = packed.len().div_ceil(CHUNK);
        if all > MOST_CODES {
            return Err(PackRefused::TooLarge);
        }
        // As even as can be: no small last one.
        let size = packed.len().div_ceil(all.max(1)).max(1);
        let digest: String = checksum(self.file().as_bytes())
            .iter()
            .take(DIGEST)
            .map(|b| format!("{b:02X}"))
            .collect();
        let code = |(k, chunk): (usize, &[u8])| {
            let head = format!("{HEAD}/{digest}/{k}/{all}/");
            let data = [chunk, &check(&head, chunk)].concat();
            format!("{head}{}", to_base_32(&data))
        };
        Ok((1..).zip(packed.chunks(size)).map(code).collect())
    }
}

/// Codes that were read, in any order and as often as one likes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackCodes {
    digest: String,
    all: u16,
    parts: BTreeMap<u16, Vec<u8>>,
}

impl PackCodes {
    /// Takes in the text of one code. What was taken in before stays when this one is refused.
    ///
    /// # Errors
    /// [`CodesRefused::NotOne`], [`CodesRefused::Damaged`], [`CodesRefused::Foreign`].
    pub fn take(&mut self, code: &str) -> Result<(), CodesRefused> {
        let code = code.trim().to_ascii_uppercase();
        let start = || CodesRefused::NotOne { start: code.chars().take(SHOWN).collect() };
        let mut fields = code.splitn(5, '/');
        let mut field = || fields.next().ok_or_else(start);
        let (head, digest, k, all, data) = (field()?, field()?, field()?, field()?, field()?);
        let number = |text: &str| text.parse::<u16>().ok().filter(|n| n.to_string() == text);
        let (Some(k), Some(all)) = (number(k), number(all)) else { return Err(start()) };
        let possible = (1..=all).contains(&k) && usize::from(all) <= MOST_CODES;
        if head != HEAD || digest.len() != 2 * DIGEST || !possible {
            return Err(start());
        }
        let damaged = CodesRefused::Damaged { number: k };
        let bytes = from_base_32(data).ok_or(damaged.clone())?;
        let at = bytes.len().checked_sub(CHECK).ok_or(damaged.clone())?;
        let (chunk, sum) = bytes.split_at_checked(at).ok_or(damaged.clone())?;
        if sum != check(&format!("{HEAD}/{digest}/{k}/{all}/"), chunk) {
            return Err(damaged);
        }
        if self.parts.is_empty() {
            digest.clone_into(&mut self.digest);
            self.all = all;
        } else if self.digest != digest || self.all != all {
            return Err(CodesRefused::Foreign { number: k });
        }
        self.parts.insert(k, chunk.to_vec());
        Ok(())
    }

    /// How many codes were read, and how many there are; 0 of 0 before the first.
    pub fn progress(&self) -> (usize, usize) {
        (self.parts.len(), self.all.into())
    }

    /// The pack's file, once every code was read.
    ///
    /// # Errors
    /// [`PackRefused::Codes`] with [`CodesRefused::None`] or [`CodesRefused::Missing`]; [`PackRefused::Pack`] when the codes
    /// belong together and hold no pack.
    pub fn file(&self) -> Result<String, PackRefused> {
        if self.parts.is_empty() {
            return Err(CodesRefused::None.into());
        }
        let missing = (1..=self.all).filter(|k| !self.parts.contains_key(k));
        let numbers: Vec<u16> = missing.collect();
        if !numbers.is_empty() {
            return Err(CodesRefused::Missing { numbers, all: self.all }.into());
        }
        let packed: Vec<u8> = self.parts.values().flatten().copied().collect();
        let unreadable = || PackError::Unreadable("QR".to_owned());
        let file = decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|_| unreadable())?;
        Ok(String::from_utf8(file).map_err(|_| unreadable())?)
    }
}

/// The checksum of one code, over all of it.
fn check(head: &str, chunk: &[u8]) -> [u8; CHECK] {
    let [a, b, c, d, ..] = checksum(&[head.as_bytes(), chunk].concat());
    [a, b, c, d]
}

/// The alphabet of RFC 4648, without padding.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn to_base_32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut count) = (0_u32, 0);
    let mut letter = |five: u32| {
        let index = usize::try_from(five & 31).unwrap_or(0);
        text.extend(ALPHABET.get(index).copied().map(char::from));
    };
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            letter(bits >> count);
        }
        bits &= (1 << count) - 1;
    }
    if count > 0 {
        letter(bits << (5 - count));
    }
    text
}

/// `None` for what [`to_base_32`] never writes.
fn from_base_32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        bits = (bits << 5) | u32::try_from(value).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    // What is left over says nothing.
    (bits == 0 && count < 5).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn base_32_is_that_of_rfc_4648() {
        for (plain, text) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(to_base_32(plain.as_bytes()), text);
        }
        for wrong in ["M", "MZ", "my", "MY======", "1A"] {
            assert_eq!(from_base_32(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes in any::<Vec<u8>>()) {
            prop_assert_eq!(from_base_32(&to_base_32(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_taken_or_refused_and_never_a_panic(text in ".{0,80}", tail in "[0-9A-Z/]{0,60}") {
            let mut codes = PackCodes::default();
            let _ = codes.take(&text);
            let _ = codes.take(&format!("{HEAD}/0123456789ABCDEF/1/{tail}"));
            let _ = codes.file();
        }
    }
}
