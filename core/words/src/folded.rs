//! Text as it is searched: small letters, no accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters without accents; ligatures are two letters, hyphens of every width and typographic apostrophes
/// are plain ones.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for char in text.nfkd().filter(|char| !is_combining_mark(*char)).flat_map(char::to_lowercase) {
        match char {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            other => folded.push(other),
        }
    }
    folded
}

/// Whether two names or sentences are the same to a person: accents, capitals and space around do not matter.
pub fn is_same(one: &str, other: &str) -> bool {
    folded(one.trim()) == folded(other.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_matter() {
        for (typed, wanted) in [
            ("ÉPAULE", "epaule"),
            ("Œil", "oeil"),
            ("œdème", "oedeme"),
            ("L’été", "l'ete"),
            ("e\u{301}", "e"),
            ("CA 15-3", "ca 15-3"),
            ("ſ İ", "s i"),
            ("non\u{2011}à – Weiß", "non-a - weiss"),
        ] {
            assert_eq!(folded(typed), wanted);
        }
    }
}
