//! Text made fit for paper: nothing invisible, nothing the font cannot write, nothing endless.
//!
//! The PDF's validator refuses a whole file for one missing glyph or control character, so every
//! text passes here before it is drawn.

/// Stands for a character that the font cannot write.
pub(super) const UNKNOWN: char = '\u{25a1}';

/// A space at which no line breaks.
const NO_BREAK: char = '\u{a0}';

/// Whether a character takes no place of its own: joiners, direction marks, variation selectors.
fn invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text on one line: white space and control characters become single spaces, invisible
/// characters go, and what `writable` refuses becomes [`UNKNOWN`]. No-break spaces stay, and a space that a person
/// set before `?` or after `«` becomes one: no line begins with the one or ends with the other.
pub(super) fn clean(text: &str, writable: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            _ if invisible(c) => continue,
            ' ' | '\u{2028}' | '\u{2029}' => ' ',
            _ if c.is_control() => ' ',
            _ if writable(c) => c,
            _ if c.is_whitespace() => ' ',
            _ => UNKNOWN,
        };
        match c {
            ' ' if out.ends_with([' ', NO_BREAK]) => {}
            ' ' if out.ends_with('«') => out.push(NO_BREAK),
            ';' | ':' | '!' | '?' | '%' | '»' if out.ends_with(' ') => {
                out.pop();
                out.extend([NO_BREAK, c]);
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether [`clean`] would write [`UNKNOWN`] for a character of this text.
pub(super) fn loses(text: &str, writable: impl Fn(char) -> bool) -> bool {
    text.chars().any(|c| !invisible(c) && !c.is_control() && !c.is_whitespace() && !writable(c))
}

/// At most `most` characters, cut between two words where possible, with a visible mark of the
/// cut. The second value says whether it was cut.
pub(super) fn shortened(text: &str, most: usize) -> (String, bool) {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else {
        return (text.to_owned(), false);
    };
    let head = text.get(..end).unwrap_or(text);
    // A word that fills more than half of what is left is cut inside.
    let kept = match head.rfind(char::is_whitespace) {
        Some(space) if space > head.len() / 2 => head.get(..space).unwrap_or(head),
        _ => head,
    };
    (format!("{} […]", kept.trim_end()), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latin(c: char) -> bool {
        (' '..='\u{17f}').contains(&c) || "…’\u{202f}\u{a0}".contains(c)
    }

    #[test]
    fn control_and_invisible_characters_go_and_line_breaks_become_spaces() {
        let text = "a\0b\tc\r\nd\u{200b}e\u{ad}f\u{202e}g\u{feff}\u{7f}";
        assert_eq!(clean(text, latin), "a b c defg ");
    }

    #[test]
    fn a_sign_stays_with_its_word_however_it_was_typed() {
        let kept = "Ça va\u{a0}? «\u{a0}Oui\u{a0}»\u{a0}: 5\u{a0}%";
        assert_eq!(clean("Ça va  ? « Oui » : 5 %", latin), kept);
        assert_eq!(clean("fini\u{202f}!", latin), "fini\u{202f}!");
    }

    #[test]
    fn what_the_font_cannot_write_is_substituted_visibly() {
        assert_eq!(clean("ok 🙂", latin), "ok □");
        assert_eq!(clean("سلام", latin), "□□□□");
        assert_eq!(clean("👩\u{200d}👧\u{fe0f}", latin), "□□");
        assert!(loses("ok 🙂", latin));
        assert!(!loses("très\tbien\u{200b}", latin));
    }

    #[test]
    fn french_spaces_and_markup_stay_text() {
        let text = "<script>«\u{202f}aïe\u{202f}!\u{202f}»</script>";
        assert_eq!(clean(text, latin), text);
    }

    #[test]
    fn a_long_text_is_cut_between_words_and_says_so() {
        assert_eq!(shortened("un deux trois", 40), ("un deux trois".into(), false));
        assert_eq!(shortened("un deux trois", 9), ("un deux […]".into(), true));
        let endless = "x".repeat(20_000);
        let (cut, was_cut) = shortened(&endless, 50);
        assert!(was_cut && cut.chars().count() == 54);
    }
}
