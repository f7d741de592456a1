//! The two languages say the same things, and French is set the way French is set.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

type Messages = BTreeMap<String, BTreeSet<String>>;

fn arguments(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, found);
        }
    }
}

fn expression_arguments(expression: &Expression<String>, found: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            for variant in variants {
                arguments(&variant.value, found);
            }
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => expression_arguments(expression, found),
        _ => {}
    }
}

fn locale(lang: &str, file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang).join(file);
    std::fs::read_to_string(path).unwrap()
}

fn messages(lang: &str, file: &str) -> Messages {
    let resource = fluent_syntax::parser::parse(locale(lang, file))
        .unwrap_or_else(|(_, errors)| panic!("{lang}/{file}: {errors:?}"));
    let mut all = Messages::new();
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            other => panic!("{lang}/{file}: {other:?}"),
        };
        let patterns = message.value.iter().map(|value| (message.id.name.clone(), value)).chain(
            message.attributes.iter().map(|attribute| {
                (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value)
            }),
        );
        for (id, pattern) in patterns {
            let mut found = BTreeSet::new();
            arguments(pattern, &mut found);
            assert!(all.insert(id.clone(), found).is_none(), "{lang}/{file}: {id} stands twice");
        }
    }
    all
}

const FILES: [&str; 16] = [
    "catalogue.ftl",
    "around.ftl",
    "rules.ftl",
    "packs.ftl",
    "report.ftl",
    "page.ftl",
    "fhir.ftl",
    "guide.ftl",
    "errors.ftl",
    "command.ftl",
    "command-around.ftl",
    "app.ftl",
    "app-beside.ftl",
    "app-care.ftl",
    "app-settings.ftl",
    "app-desk.ftl",
];

#[test]
fn every_message_exists_in_both_languages_and_takes_the_same_arguments() {
    let mut seen = BTreeSet::new();
    for file in FILES {
        let (fr, en) = (messages("fr", file), messages("en", file));
        assert_eq!(fr, en, "{file}");
        assert!(!fr.is_empty(), "{file} is empty");
        for id in fr.into_keys() {
            assert!(seen.insert(id.clone()), "{id} stands in two files");
        }
    }
}

#[test]
fn no_locale_file_is_left_out() {
    for lang in ["fr", "en"] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang);
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let mut expected = FILES.to_vec();
        expected.sort_unstable();
        assert_eq!(files, expected);
    }
}

#[test]
fn french_has_curly_apostrophes_and_narrow_spaces_before_high_punctuation() {
    for file in FILES {
        for (number, line) in locale("fr", file).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let at = format!("fr/{file}:{}: {line}", number + 1);
            assert!(!line.contains('\''), "straight apostrophe: {at}");
            assert!(!line.contains("..."), "three dots instead of an ellipsis: {at}");
            assert!(!line.contains('"'), "straight quotes: {at}");
            let chars: Vec<char> = line.chars().collect();
            for (i, c) in chars.iter().enumerate() {
                let before = i.checked_sub(1).map(|j| chars[j]);
                let after = chars.get(i + 1).copied();
                let ends = after.is_none_or(|a| !a.is_alphanumeric() && a != '/');
                match c {
                    '!' | '?' | '%' | '»' => {
                        assert_eq!(before, Some('\u{202f}'), "before {c}: {at}");
                    }
                    // 'a:b' and 'a;b' inside codes and times are not punctuation.
                    ':' | ';' if ends => {
                        assert_eq!(before, Some('\u{202f}'), "before {c}: {at}");
                    }
                    '«' => assert_eq!(after, Some('\u{202f}'), "after «: {at}"),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn english_has_curly_quotes_and_no_space_before_punctuation() {
    for file in FILES {
        for (number, line) in locale("en", file).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let at = format!("en/{file}:{}: {line}", number + 1);
            assert!(!line.contains('\'') && !line.contains('"'), "straight quotes: {at}");
            assert!(!line.contains(" ?") && !line.contains(" !") && !line.contains(" ;"), "{at}");
        }
    }
}
