//! Text as Markdown that shows nothing but the text: FHIR reads the notes of its resources as Markdown, where a person's words
//! could become a picture from elsewhere, a link or HTML.

use super::xhtml::readable;

/// The text with every sign escaped that Markdown (CommonMark, with GitHub's tables and strikethrough) could read as its own.
/// Lines stay lines.
pub(super) fn escaped(text: &str) -> String {
    let lines: Vec<String> = readable(text).split('\n').map(line).collect();
    // Two spaces at the end of a line end it; without them it runs on.
    lines.join("  \n")
}

fn line(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    // The sign that would make the line a heading, a list, a quotation or a rule.
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut rest = text.get(digits..).unwrap_or_default().chars();
    let begins = match (rest.next(), rest.next()) {
        (Some('.' | ')'), None | Some(' ' | '\t')) if digits > 0 => Some(digits),
        (Some('#' | '-' | '+' | '=' | '>'), _) if digits == 0 => Some(0),
        _ => None,
    };
    for (place, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => out.extend(['\\', c]),
            _ if begins == Some(place) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are_and_nothing_becomes_markup() {
        for plain in ["Pas de lésion, à revoir (3 mois) !", "14 h 30 - 15 h", "3.5 kg", "-", "été"]
        {
            assert_eq!(escaped(plain).trim_start_matches('\\'), plain);
        }
        for (written, shown) in [
            ("</b><img src=x>", "&lt;/b>&lt;img src=x>"),
            ("![a](https://x/a.png)", "!\\[a\\](https://x/a.png)"),
            ("*a* _b_ `c` ~~d~~ a|b \\", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ a\\|b \\\\"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("# a", "\\# a"),
            (
                "    code\n> b\n- c\n12. d\n3) e\n===\r\nf",
                "code  \n\\> b  \n\\- c  \n12\\. d  \n3\\) e  \n\\===  \nf",
            ),
        ] {
            assert_eq!(escaped(written), shown);
        }
    }
}
