//! Text that no spreadsheet runs, and the way back.
//!
//! An apostrophe stands before what would start a formula. A spreadsheet that takes another sign for the separator than the
//! table has begins a cell after a `;`, a tab or the end of a line inside a text: what follows these is defused too. An
//! apostrophe in such a place gets another one, so that every text comes back as it was written.

use std::borrow::Cow;

/// With which a spreadsheet takes a cell for a formula; and the apostrophe itself.
const STARTS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];
/// After which a spreadsheet may begin a cell.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];
/// The same for a table whose separator may be a semicolon.
const ENDS_EVERYWHERE: [char; 5] = [';', '\t', '\r', '\n', ','];

/// Whether a cell may begin after `char`, when one could begin before it: spaces are passed over.
fn begins_after(ends: &[char], char: char, before: bool) -> bool {
    ends.contains(&char) || (before && char == ' ')
}

/// The text with nothing in it that a spreadsheet runs, for a table whose separator is the comma.
pub(super) fn defused(text: &str) -> Cow<'_, str> {
    defused_after(&ENDS, text)
}

/// The same, whatever the separator. Nobody reads it back.
pub(super) fn defused_everywhere(text: &str) -> Cow<'_, str> {
    defused_after(&ENDS_EVERYWHERE, text)
}

fn defused_after<'a>(ends: &[char], text: &'a str) -> Cow<'a, str> {
    if !text.starts_with(STARTS) && !text.contains(ends) && !text.starts_with(' ') {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for char in text.chars() {
        if begins && STARTS.contains(&char) {
            safe.push('\'');
        }
        safe.push(char);
        begins = begins_after(ends, char, begins);
    }
    safe.into()
}

/// The text as it was written, without the apostrophes of [`defused`].
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    // Nearly every cell of a large table ends here.
    if !text.as_bytes().contains(&b'\'') {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut begins = true;
    let mut chars = text.chars().peekable();
    while let Some(mut char) = chars.next() {
        if begins
            && char == '\''
            && let Some(defused) = chars.next_if(|next| STARTS.contains(next))
        {
            char = defused;
        }
        plain.push(char);
        begins = begins_after(&ENDS, char, begins);
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_could_begin_a_formula_anywhere_is_defused() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("a;=1+1", "a;'=1+1"),
            ("a; =1+1", "a; '=1+1"),
            ("a\n- b\r\n@c", "a\n'- b\r\n'@c"),
            ("a\t+1", "a\t'+1"),
            ("'quoted'", "''quoted'"),
            ("it's 1+1=2; fine", "it's 1+1=2; fine"),
        ] {
            assert_eq!(defused(text), safe);
            assert_eq!(shown(safe), text);
        }
        // What others wrote is left alone.
        for text in ["l'eau", "'quoted'", "a;'b"] {
            assert_eq!(shown(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was_written(text in "[a=+@'; \t\r\n|-]{0,12}|\\PC{0,20}") {
            let safe = defused(&text).into_owned();
            prop_assert_eq!(shown(&safe), text.as_str());
            for cell in safe.split(ENDS) {
                prop_assert!(!cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@']), "{}", safe);
            }
        }
    }
}
