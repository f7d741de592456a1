//! What is said can be read by somebody tired: short sentences in both languages, and no number parted from its unit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

/// Words of the longest sentence.
const MOST: usize = 25;

/// Messages that may be longer, and why.
const EXCUSED: [(&str, &str); 1] =
    [("when-state-newly", "the exact condition of a rule, for whoever checks the rules")];

/// What a person reads at home. The command and the report for clinicians stand elsewhere.
const READ: [&str; 11] = [
    "app.ftl",
    "app-beside.ftl",
    "app-care.ftl",
    "app-desk.ftl",
    "app-settings.ftl",
    "around.ftl",
    "catalogue.ftl",
    "errors.ftl",
    "guide.ftl",
    "packs.ftl",
    "page.ftl",
];

/// The same, with what tells to act.
fn read() -> impl Iterator<Item = &'static str> {
    READ.into_iter().chain(["rules.ftl"])
}

/// A pattern as it is said: what is put in counts as one word, and of several forms the last, which is the longest, is taken.
fn said(pattern: &Pattern<String>) -> String {
    let one = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.last().map(|form| said(&form.value)).unwrap_or_default()
        }
        PatternElement::Placeable { .. } => "x".to_owned(),
    };
    pattern.elements.iter().map(one).collect()
}

fn messages(lang: &str, file: &str) -> Vec<(String, String)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang).join(file);
    let resource = fluent_syntax::parser::parse(std::fs::read_to_string(path).unwrap()).unwrap();
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .flat_map(|message| {
            let id = message.id.name;
            let more = message.attributes.into_iter().map(|attribute| attribute.value);
            message.value.into_iter().chain(more).map(move |value| (id.clone(), said(&value)))
        })
        .collect()
}

/// How many words each sentence has. A dot inside a word (`L.1111-6`, `age.fr`) ends none.
fn sentences(text: &str) -> Vec<usize> {
    let mut lengths = vec![0];
    for word in text.split_whitespace() {
        if word.contains(char::is_alphanumeric) {
            *lengths.last_mut().unwrap() += 1;
        }
        let end = word.trim_end_matches(['”', '»', ')']);
        if end.ends_with(['.', '!', '?', '…']) {
            lengths.push(0);
        }
    }
    lengths.retain(|&length| length > 0);
    lengths
}

#[test]
fn no_sentence_is_long() {
    for lang in ["fr", "en"] {
        let mut longest = Vec::new();
        for (id, text) in read().flat_map(|file| messages(lang, file)) {
            let most = sentences(&text).into_iter().max().unwrap_or_default();
            let excused = EXCUSED.iter().any(|(excused, _)| *excused == id);
            assert!(most <= MOST || excused, "{lang}, {id}: {most} words in one sentence: {text}");
            longest.push(most);
        }
        longest.sort_unstable();
        let nine_in_ten = longest[longest.len() * 9 / 10];
        assert!(
            nine_in_ten <= 16,
            "{lang}: one message in ten has a sentence of {nine_in_ten} words"
        );
    }
}

#[test]
fn sentences_are_counted_as_they_are_heard() {
    assert_eq!(sentences("Appelez le 15\u{202f}! Maintenant\u{202f}: oui."), [3, 2]);
    assert_eq!(sentences("Article L.1111-6, “yes.” No"), [3, 1]);
    let long = ["mot"; MOST + 1].join(" ");
    assert_eq!(sentences(&long), [MOST + 1]);
}

#[test]
fn a_number_is_not_parted_from_its_unit() {
    for lang in ["fr", "en"] {
        for (id, text) in read().flat_map(|file| messages(lang, file)) {
            for unit in ["°C", "kg", "km", "Mo", "MB", "ko", "kB", "%"] {
                let parted = |before: char| before.is_ascii_digit() || before == 'x';
                let unit = format!(" {unit}");
                let found = text
                    .match_indices(&unit)
                    .filter(|(at, _)| text[..*at].ends_with(parted))
                    .count();
                assert_eq!(found, 0, "{lang}, {id}: {unit} may fall on the next line: {text}");
            }
        }
    }
}
