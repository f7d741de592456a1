//! Whether a terminal said what a page shows.
//!
//! `…` alone on a line stands for any lines, or none; within a line for any words. `⟨x⟩` is what is typed, which the terminal
//! shows, or does not when it is a passphrase.

/// Stands for what differs from one time to another, or is too long to show.
pub const ANY: char = '…';
/// Begins what a page calls a part of the recovery code.
pub const CODE: &str = "⟨group ";
/// What is typed stands between these.
const TYPED: (char, char) = ('⟨', '⟩');

/// A line of the page in parts: what the terminal says, and what is typed after it.
pub fn parts(line: &str) -> Vec<(&str, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = line;
    while let Some((said, after)) = rest.split_once(TYPED.0) {
        let (typed, more) = after.split_once(TYPED.1).unwrap_or((after, ""));
        parts.push((said, Some(typed)));
        rest = more;
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push((rest, None));
    }
    parts
}

/// The first line of the page, or of what was said, that has no counterpart. Empty lines do not count, and every space is one.
pub fn differs(page: &[String], said: &str) -> Option<String> {
    let spaced = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let kept = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    let page: Vec<String> = page.iter().filter_map(|line| kept(spaced(line))).collect();
    let said: Vec<String> = said.lines().filter_map(|line| kept(spaced(line))).collect();
    match furthest(&page, &said, 0) {
        Ok(()) => None,
        Err(matched) if matched < page.len() => page.get(matched).cloned(),
        Err(_) => Some("nothing more".to_owned()),
    }
}

/// An error is how many lines of the page were found, in the attempt that found most.
fn furthest(page: &[String], said: &[String], matched: usize) -> Result<(), usize> {
    let Some((first, rest)) = page.split_first() else {
        return if said.is_empty() { Ok(()) } else { Err(matched) };
    };
    if first.trim() == ANY.to_string() {
        let from = |skipped| furthest(rest, said.get(skipped..).unwrap_or(&[]), matched + 1);
        return (0..=said.len()).map(from).reduce(best).unwrap_or(Err(matched));
    }
    match said.split_first() {
        Some((line, more)) if is_line(first, line) => furthest(rest, more, matched + 1),
        _ => Err(matched),
    }
}

fn best(one: Result<(), usize>, other: Result<(), usize>) -> Result<(), usize> {
    match (one, other) {
        (Err(one), Err(other)) => Err(one.max(other)),
        _ => Ok(()),
    }
}

/// Whether this line is the page's, with what was typed in it or without.
fn is_line(page: &str, said: &str) -> bool {
    let (mut with, mut without) = (String::new(), String::new());
    for (words, typed) in parts(page) {
        with.push_str(words);
        without.push_str(words);
        with.push_str(typed.unwrap_or_default());
    }
    let fits = |wanted: &str| is_text(wanted.trim_end(), said.trim_end());
    let code = format!("{}{ANY}", without.trim_end()); // a group of it is not known to the page
    fits(&with) || fits(&without) || (page.contains(CODE) && fits(&code))
}

fn is_text(wanted: &str, said: &str) -> bool {
    let mut pieces = wanted.split(ANY);
    let Some(mut rest) = said.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, between)) = pieces.split_last() else { return rest.is_empty() };
    for piece in between {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(page: &str, said: &str) -> bool {
        let page: Vec<String> = page.lines().map(str::to_owned).collect();
        differs(&page, said).is_none()
    }

    #[test]
    fn what_is_left_out_may_be_anything_and_the_rest_may_not() {
        assert!(shows("a\n…\nd", "a\nb\nc\nd") && shows("a\n…\nd", "a\nd"));
        assert!(!shows("a\n…\nd", "a\nb\nc") && !shows("a\nd", "a\nb\nd"));
        assert!(
            shows("code …-… kept", "code 12-34 kept") && !shows("code …-… kept", "code 12 kept")
        );
        assert!(shows("a", "a \n\n") && !shows("a", "ab") && !shows("", "a") && !shows("a", ""));
    }

    #[test]
    fn the_line_that_is_not_there_is_told() {
        let page = ["a", "…", "b", "c"].map(str::to_owned);
        assert_eq!(differs(&page, "a\nx\nb\nd"), Some("c".to_owned()));
        assert_eq!(differs(&page, "a\n\nb\nc\nd"), Some("nothing more".to_owned()));
    }

    #[test]
    fn what_is_typed_is_shown_or_hidden() {
        assert!(shows("Name: ⟨Paul⟩", "Name: Paul") && shows("Word: ⟨secret⟩", "Word:"));
        assert!(!shows("Name: ⟨Paul⟩", "Nom: Paul"));
        assert_eq!(parts("a ⟨b⟩c"), [("a ", Some("b")), ("c", None)]);
        assert_eq!(parts(""), [("", None)]);
    }
}
