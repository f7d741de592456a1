//! The passphrase of a protected page: drawn from a list of words, told over the telephone, typed by somebody else.
//!
//! It is read as its letters alone: accents, case and what stands between the words do not matter, since the one who types it
//! has heard it. No word of a list loses its difference from another by this (a test of the lists holds them to it).

use crate::error::SealError;
use crate::kdf::{Salt, derive_pbkdf2};
use crate::key::Key;
use crate::random;
use std::fmt;
use std::num::NonZeroU32;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Words of a list: each is 11 random bits.
pub const LIST_WORDS: usize = 2048;

/// Words drawn: 55 random bits.
pub const PAGE_WORDS: usize = 5;

/// More than any word of a list takes, in bytes of UTF-8.
const LONGEST_WORD: usize = 32;

/// The passphrase of one page. Wiped on drop; `Debug` prints nothing, `Display` prints the words, to be told once.
pub struct PagePassphrase(Zeroizing<String>);

impl PagePassphrase {
    /// Draws a new one from a list of [`LIST_WORDS`] words, one a line. What a longer list has beyond them is not used.
    ///
    /// # Errors
    /// [`SealError::WordList`] for a shorter list: the passphrase would be weaker than it looks. [`SealError::Random`].
    pub fn make(list: &str) -> Result<Self, SealError> {
        let mut drawn = Zeroizing::new([0_u8; 2 * PAGE_WORDS]);
        random::fill(drawn.as_mut_slice())?;
        Self::of(list, &drawn)
    }

    fn of(list: &str, drawn: &[u8; 2 * PAGE_WORDS]) -> Result<Self, SealError> {
        if list.lines().nth(LIST_WORDS - 1).is_none() {
            return Err(SealError::WordList);
        }
        // Room for all of it: a string that grows would leave copies behind.
        let mut words = Zeroizing::new(String::with_capacity(PAGE_WORDS * LONGEST_WORD));
        for pair in drawn.as_chunks::<2>().0 {
            // 2,048 divides 65,536: the low eleven bits are uniform.
            let index = usize::from(u16::from_le_bytes(*pair)) % LIST_WORDS;
            let word = list.lines().nth(index).ok_or(SealError::WordList)?;
            if word.len() >= LONGEST_WORD {
                return Err(SealError::WordList);
            }
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        Ok(Self(words))
    }

    /// Takes what was typed, as it is.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(Zeroizing::new(typed.to_owned()))
    }

    /// The words by their letters `a` to `z`, with one space between two: Unicode's NFKD, marks left out, capitals made small;
    /// whatever else there is stands between words.
    pub(crate) fn letters(&self) -> Zeroizing<String> {
        // What is kept is ASCII, and no character becomes more letters than the eighteen that NFKD makes of one.
        let mut letters = Zeroizing::new(String::with_capacity(self.0.len().saturating_mul(18)));
        let mut apart = false;
        for c in self.0.nfkd() {
            match c.to_ascii_lowercase() {
                letter @ 'a'..='z' => {
                    if apart && !letters.is_empty() {
                        letters.push(' ');
                    }
                    apart = false;
                    letters.push(letter);
                }
                // Combining marks: accents.
                '\u{300}'..='\u{36f}' => {}
                _ => apart = true,
            }
        }
        letters
    }

    /// The key of a page with this salt; slow on purpose.
    pub(crate) fn derive_key(&self, salt: &Salt, iterations: NonZeroU32) -> Key {
        derive_pbkdf2(self.letters().as_bytes(), salt, iterations)
    }
}

impl fmt::Display for PagePassphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PagePassphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PagePassphrase(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// `word0` to `word2047`.
    fn list() -> String {
        (0..LIST_WORDS).map(|n| format!("word{n}\n")).collect()
    }

    fn letters(typed: &str) -> String {
        PagePassphrase::new(typed).letters().to_string()
    }

    #[test]
    fn five_words_are_drawn_by_eleven_bits_each() {
        let drawn = [0, 0, 0xff, 0xff, 0xff, 0x07, 0x00, 0x08, 0x01, 0x00];
        let passphrase = PagePassphrase::of(&list(), &drawn).unwrap();
        assert_eq!(passphrase.to_string(), "word0 word2047 word2047 word0 word1");
    }

    #[test]
    fn two_draws_differ_and_every_word_can_come() {
        let list = list();
        let seen: BTreeSet<String> = (0..4_000)
            .flat_map(|_| {
                let words = PagePassphrase::make(&list).unwrap().to_string();
                words.split(' ').map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        // 20,000 draws miss a given word of 2,048 once in 17,000 times; missing 20 of them does not happen.
        assert!(seen.len() > LIST_WORDS - 20, "{}", seen.len());
    }

    #[test]
    fn a_short_list_and_a_word_without_room_are_refused() {
        let short: String = list().lines().skip(1).map(|word| format!("{word}\n")).collect();
        assert_eq!(PagePassphrase::make(&short).unwrap_err(), SealError::WordList);
        assert_eq!(PagePassphrase::make("").unwrap_err(), SealError::WordList);
        let long = list().replace("word0\n", &format!("{}\n", "w".repeat(LONGEST_WORD)));
        assert_eq!(PagePassphrase::of(&long, &[0; 10]).unwrap_err(), SealError::WordList);
    }

    #[test]
    fn what_was_heard_can_be_typed_in_any_way() {
        for typed in [
            "éléphant forêt zèbre",
            "ELEPHANT FORET ZEBRE",
            "e\u{301}le\u{301}phant-fore\u{302}t-ze\u{300}bre",
            "  Éléphant,\u{a0}Forêt ;\u{202f}Zèbre.\r\n",
            "« éléphant — forêt — zèbre »",
            "1. éléphant 2. forêt 3. zèbre",
        ] {
            assert_eq!(letters(typed), "elephant foret zebre", "{typed}");
        }
        assert_eq!(letters("ﬁn"), "fin");
        assert_eq!(letters("12 — !"), "");
        assert_ne!(letters("un deux"), letters("undeux"));
    }

    #[test]
    fn a_passphrase_prints_nothing_by_debug() {
        assert_eq!(format!("{:?}", PagePassphrase::new("secret words")), "PagePassphrase(..)");
    }

    proptest! {
        #[test]
        fn letters_never_grow_their_buffer_and_are_stable(typed: String) {
            let once = PagePassphrase::new(&typed).letters();
            prop_assert!(once.len() <= typed.len() * 18);
            prop_assert_eq!(&letters(&once), &*once);
            prop_assert!(once.chars().all(|c| c == ' ' || c.is_ascii_lowercase()));
        }
    }
}
