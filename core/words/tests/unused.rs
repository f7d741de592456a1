//! Every message of the locales is said somewhere: its id stands in the sources, or is put together there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use vigie_model::{Allowed, Invalid};
use vigie_words::{Lang, Words};

/// Days of the week are taken from the enum by their place, not by their names.
const BY_PLACE: &str = "app-day-";

/// What the programs are written in, without their tests: words in kebab case with how often they stand there, and the ids that
/// are put together, as their pieces (`named-rule-`, ``).
#[derive(Default)]
struct Sources {
    words: BTreeMap<String, usize>,
    composed: BTreeSet<Vec<String>>,
}

/// Hands out the text of each file of the programs, without their tests.
fn each_source(take: &mut dyn FnMut(&str)) {
    fn below(folder: &Path, take: &mut dyn FnMut(&str)) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let made = ["target", "build", "tests", "Tests", "test", "locales", "lists"];
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() && !name.starts_with('.') && !made.contains(&name) {
                below(&path, take);
            } else if ["rs", "kt", "swift", "html", "js", "json"].contains(&ending) {
                take(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["core", "bindings", "android", "ios"] {
        below(&root.join(folder), take);
    }
}

impl Sources {
    fn take(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            for one in line.split(|c| !word(c)).filter(|one| !one.is_empty()) {
                *self.words.entry(kebab(one)).or_default() += 1;
            }
            for literal in line.split('"').filter(|literal| literal.contains('{')) {
                let literal = literal.split('.').next().unwrap_or_default();
                let pieces: Vec<String> = literal
                    .split('{')
                    .map(|it| it.split('}').next_back().unwrap().to_owned())
                    .collect();
                let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                let all: String = pieces.concat();
                if all.chars().all(id) && all.chars().filter(char::is_ascii_lowercase).count() > 2 {
                    self.composed.insert(pieces);
                }
            }
        }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Whether `id` is these pieces with known words between them.
    fn fills(&self, id: &str, pieces: &[String]) -> bool {
        let Some((first, rest)) = pieces.split_first() else { return false };
        let Some(left) = id.strip_prefix(first.as_str()) else { return false };
        if rest.is_empty() {
            return left.is_empty();
        }
        (1..=left.len())
            .filter(|&end| left.is_char_boundary(end))
            .any(|end| self.has(&left[..end]) && self.fills(&left[end..], rest))
    }

    fn says(&self, id: &str) -> bool {
        if let Some(name) = id.strip_prefix("app-") {
            // A name that both apps declare and use, in Kotlin or in Swift.
            let times = self.words.get(name).copied().unwrap_or_default();
            return times > if id.starts_with(BY_PLACE) { 0 } else { 2 } || self.desk(id, times);
        }
        self.has(id) || self.composed.iter().any(|pieces| self.fills(id, pieces))
    }

    /// The window on a computer is Android's alone.
    fn desk(&self, id: &str, times: usize) -> bool {
        id.starts_with("app-desk-") && times > 1
    }
}

/// `NewKey`, `new_key`, `NEW_KEY` and `newKey` are `new-key`.
fn kebab(name: &str) -> String {
    if !name.chars().any(|c| c.is_ascii_lowercase()) {
        return name.to_ascii_lowercase().replace('_', "-");
    }
    let mut out = String::new();
    for c in name.chars() {
        match c {
            '_' => out.push('-'),
            c if c.is_ascii_uppercase() => {
                if !out.is_empty() {
                    out.push('-');
                }
                out.push(c.to_ascii_lowercase());
            }
            c => out.push(c),
        }
    }
    out
}

fn sources() -> Sources {
    let mut sources = Sources::default();
    each_source(&mut |text| sources.take(text));
    sources
}

#[test]
fn every_message_is_said_somewhere() {
    let (sources, mut nowhere) = (sources(), Vec::new());
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales/fr");
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let ids = text.lines().filter_map(|line| Some(line.split_once(" =")?.0));
        let ids = ids.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()));
        nowhere.extend(ids.filter(|id| !sources.says(id)).map(str::to_owned));
    }
    assert!(nowhere.is_empty(), "said nowhere, so taken out of both languages: {nowhere:?}");
}

#[test]
fn a_message_that_nobody_says_is_found() {
    let sources = sources();
    for id in
        ["nobody-says-this", "app-nobody-says-this", "rule-nobody-says-this", "alarm-unspoken"]
    {
        assert!(!sources.says(id), "{id}");
    }
}

#[test]
fn every_field_refused_by_a_literal_name_is_called_something_in_both_languages() {
    let mut text = String::new();
    each_source(&mut |one| text.push_str(one));
    let fields: BTreeSet<&str> =
        text.split("Invalid::new(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(fields.contains("felt") && fields.len() > 15, "{fields:?}");
    for words in Lang::ALL.iter().map(|lang| Words::of(*lang)) {
        for field in &fields {
            // Panics where a message of that name is another thing, and wants a value.
            let said = words.invalid(&Invalid::new(*field, Allowed::NotEmpty));
            assert!(!said.starts_with(field), "{said}");
        }
    }
}
