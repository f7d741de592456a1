//! The recovery code: what a person keeps on paper for the day the phone is gone.
//!
//! Seven groups of five characters of Crockford's base 32 (no I, L, O, U). In each group four characters are random (20
//! bits; 140 in all) and the fifth checks the group, so that reading says *which* group is wrong while someone types.
//!
//! The check is a weighted sum over GF(32) plus the group's position. All weights differ and none is zero, so every single
//! wrong character and every two characters exchanged within a group are noticed, and so are two groups exchanged.

use crate::aead::SlotKey;
use crate::error::{RecoveryCodeError, SealError};
use crate::kdf::{Salt, derive_hkdf};
use crate::random;
use std::fmt::{self, Write as _};
use zeroize::Zeroizing;

/// Groups in a code.
pub const CODE_GROUPS: usize = 7;

const GROUP_DATA: usize = 4;
const GROUP_LEN: usize = GROUP_DATA + 1;

const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// A recovery code. Wiped on drop; `Debug` prints nothing, `Display` prints the code itself, to be shown once.
#[cfg_attr(test, derive(Clone, PartialEq, Eq))]
pub struct RecoveryCode(Groups);

/// On the heap: moved by value they would leave a copy behind each time.
type Groups = Box<Zeroizing<[[u8; GROUP_DATA]; CODE_GROUPS]>>;

impl RecoveryCode {
    /// A new code.
    ///
    /// # Errors
    /// [`SealError::Random`].
    pub fn make() -> Result<Self, SealError> {
        let mut groups = Groups::default();
        random::fill(groups.as_flattened_mut())?;
        // 32 divides 256: the low five bits of a random byte are uniform.
        groups.as_flattened_mut().iter_mut().for_each(|value| *value &= 31);
        Ok(Self(groups))
    }

    /// Reads a code as people type it: any case, with or without spaces, hyphens, dots or new lines, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`RecoveryCodeError`], naming the first group that is wrong.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeError> {
        let mut groups = Groups::default();
        let mut values = typed.chars().filter(|c| !is_separator(*c)).map(value_of).enumerate();
        for (index, data) in groups.iter_mut().enumerate() {
            let mut read = Zeroizing::new([0_u8; GROUP_LEN]);
            for slot in read.iter_mut() {
                let (_, value) =
                    values.next().ok_or(RecoveryCodeError::TooShort { groups: index })?;
                *slot = value.ok_or(RecoveryCodeError::Character { group: index + 1 })?;
            }
            let [a, b, c, d, check] = *read;
            *data = [a, b, c, d];
            if check_value(index, data) != check {
                return Err(RecoveryCodeError::Group { number: index + 1 });
            }
        }
        match values.last() {
            None => Ok(Self(groups)),
            Some((last, _)) => Err(RecoveryCodeError::TooLong { groups: last / GROUP_LEN + 1 }),
        }
    }

    /// The key of a recovery slot. HKDF and no slow hash: 140 random bits cannot be guessed at any speed.
    #[must_use]
    pub fn derive_slot_key(&self, salt: &Salt) -> SlotKey {
        SlotKey::new(&derive_hkdf(salt, self.0.as_flattened(), &[b"vigie recovery code 1"]))
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, data) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_char('-')?;
            }
            for value in data.iter().chain([&check_value(index, data)]) {
                f.write_char(ALPHABET.get(usize::from(*value)).copied().ok_or(fmt::Error)?)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// What people put between groups, and what word processors make of a hyphen.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | ',' | '_' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{00B7}'
        )
}

fn value_of(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    ALPHABET.iter().position(|a| *a == c).and_then(|value| u8::try_from(value).ok())
}

/// `position + w·d₁ + w²·d₂ + w³·d₃ + w⁴·d₄` over GF(32), by Horner's rule; `w` generates the field, so the weights differ
/// from each other and from the check character's own, which is one.
fn check_value(index: usize, data: &[u8; GROUP_DATA]) -> u8 {
    let position = u8::try_from(index + 1).unwrap_or(0);
    position ^ data.iter().rev().fold(0, |sum, value| times_w(sum ^ value))
}

/// Multiplication by `w` in GF(32) = GF(2)[w] / (w⁵ + w² + 1).
const fn times_w(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::RootKey;
    use proptest::prelude::*;

    fn code() -> impl Strategy<Value = RecoveryCode> {
        prop::array::uniform7(prop::array::uniform4(0_u8..32))
            .prop_map(|groups| RecoveryCode(Box::new(Zeroizing::new(groups))))
    }

    /// The 35 characters of a code.
    fn characters(code: &RecoveryCode) -> Vec<char> {
        code.to_string().chars().filter(|c| *c != '-').collect()
    }

    fn parse(characters: &[char]) -> Result<RecoveryCode, RecoveryCodeError> {
        RecoveryCode::parse(&characters.iter().collect::<String>())
    }

    proptest! {
        #[test]
        fn a_code_is_read_as_it_was_written(code in code()) {
            let text = code.to_string();
            prop_assert_eq!(text.len(), 7 * 5 + 6);
            prop_assert_eq!(RecoveryCode::parse(&text), Ok(code));
        }

        #[test]
        fn case_separators_and_lookalikes_are_forgiven(code in code()) {
            let messy = code.to_string().to_lowercase().replace('0', "o").replace('-', " \u{2014}\n.");
            prop_assert_eq!(RecoveryCode::parse(&messy.replace('1', "l")), Ok(code.clone()));
            prop_assert_eq!(RecoveryCode::parse(&messy.replace('1', "I").replace([' ', '.'], "")), Ok(code));
        }

        #[test]
        fn any_one_wrong_character_names_its_group(code in code(), at in 0_usize..35, wrong in 0_usize..32) {
            let mut typed = characters(&code);
            prop_assume!(typed[at] != ALPHABET[wrong]);
            typed[at] = ALPHABET[wrong];
            prop_assert_eq!(parse(&typed), Err(RecoveryCodeError::Group { number: at / 5 + 1 }));
        }

        #[test]
        fn two_exchanged_characters_name_their_group(code in code(), group in 0_usize..7, a in 0_usize..5, b in 0_usize..5) {
            let mut typed = characters(&code);
            prop_assume!(typed[group * 5 + a] != typed[group * 5 + b]);
            typed.swap(group * 5 + a, group * 5 + b);
            prop_assert_eq!(parse(&typed), Err(RecoveryCodeError::Group { number: group + 1 }));
        }

        #[test]
        fn two_exchanged_groups_name_the_first(code in code(), a in 0_usize..7, b in 0_usize..7) {
            prop_assume!(a != b);
            let text = code.to_string();
            let mut groups: Vec<&str> = text.split('-').collect();
            groups.swap(a, b);
            prop_assert_eq!(RecoveryCode::parse(&groups.join("-")), Err(RecoveryCodeError::Group { number: a.min(b) + 1 }));
        }

        #[test]
        fn a_code_cut_short_says_how_far_it_was_right(code in code(), length in 0_usize..35) {
            let typed = characters(&code);
            prop_assert_eq!(parse(&typed[..length]), Err(RecoveryCodeError::TooShort { groups: length / 5 }));
        }

        #[test]
        fn anything_after_the_last_group_is_too_long(code in code(), extra in "[0-9A-Zé]{1,12}") {
            let groups = 7 + extra.chars().count().div_ceil(5);
            let typed = format!("{code}-{extra}");
            prop_assert_eq!(RecoveryCode::parse(&typed), Err(RecoveryCodeError::TooLong { groups }));
        }

        #[test]
        fn a_character_no_code_has_is_named_by_its_group(code in code(), at in 0_usize..35, wrong in "[uUé!?*]") {
            let mut typed = characters(&code);
            typed[at] = wrong.chars().next().unwrap();
            prop_assert_eq!(parse(&typed), Err(RecoveryCodeError::Character { group: at / 5 + 1 }));
        }

        #[test]
        fn no_text_makes_reading_fail_otherwise_than_with_an_error(typed: String) {
            prop_assert!(RecoveryCode::parse(&typed).is_err());
        }
    }

    #[test]
    fn the_check_characters_are_frozen() {
        // Codes are on paper: this may never change.
        assert_eq!(
            RecoveryCode(Box::new(Zeroizing::new([[0; 4]; 7]))).to_string(),
            "00001-00002-00003-00004-00005-00006-00007"
        );
        assert_eq!(
            RecoveryCode(Box::new(Zeroizing::new([[1, 2, 3, 4]; 7]))).to_string().split('-').next(),
            Some("1234S")
        );
    }

    #[test]
    fn a_new_code_uses_the_whole_alphabet_and_is_never_the_same() {
        let codes: Vec<RecoveryCode> = (0..64).map(|_| RecoveryCode::make().unwrap()).collect();
        assert_ne!(codes[0], codes[1]);
        // 1,792 draws of 32 values: one is missing with a chance of about 10^-23.
        let seen: std::collections::HashSet<u8> =
            codes.iter().flat_map(|c| c.0.as_flattened().to_vec()).collect();
        assert_eq!(seen.len(), 32);
    }

    #[test]
    fn only_the_same_code_and_salt_open_a_slot() {
        let code = RecoveryCode::make().unwrap();
        let root = RootKey::make().unwrap();
        let wrapped = code.derive_slot_key(&[1; 16]).wrap(b"", &root).unwrap();
        assert!(code.derive_slot_key(&[1; 16]).unwrap_root(b"", &wrapped).is_ok());
        assert!(code.derive_slot_key(&[2; 16]).unwrap_root(b"", &wrapped).is_err());
        assert!(
            RecoveryCode::make()
                .unwrap()
                .derive_slot_key(&[1; 16])
                .unwrap_root(b"", &wrapped)
                .is_err()
        );
    }

    #[test]
    fn a_code_prints_nothing_in_debug() {
        assert_eq!(format!("{:?}", RecoveryCode::make().unwrap()), "RecoveryCode(..)");
    }
}
