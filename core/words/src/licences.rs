//! What others made and is a part of Vigie, by licence, with the texts that go with it.
//!
//! The list is `licences.txt`, which `cargo xtask licences` makes of what is linked; a check in the tests says when it is another.

/// What is handed out, which has parts that the others have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Product {
    /// The library that every app has.
    Library,
    /// The Android app: the library, and those that its screens are drawn with.
    Android,
    /// The command: the library, and what reads its command line.
    Command,
}

/// A licence, with its text and what is under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its name in SPDX's list (`MIT`, `Apache-2.0`), or what it is called. Two may have one name: their texts differ.
    pub name: &'static str,
    /// The parts under it, by name. Never none.
    pub parts: Vec<Part>,
    /// The text, of several lines.
    pub text: &'static str,
}

/// Something that others made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name and version: `ring 0.17.14`.
    pub name: &'static str,
    /// Whose it is, a line each. None when its files do not say.
    pub copyright: Vec<&'static str>,
}

const LIST: &str = include_str!("../licences.txt");

impl Licence {
    /// What a product is made of, the licence that covers least first.
    pub fn of(product: Product) -> Vec<Self> {
        let all = LIST.split("\n==== ").skip(1);
        all.filter_map(|one| read(one, product)).filter(|one| !one.parts.is_empty()).collect()
    }
}

fn read(one: &'static str, product: Product) -> Option<Licence> {
    let (head, text) = one.split_once("\n----\n")?;
    let (name, lines) = head.split_once('\n')?;
    let mut parts: Vec<Part> = Vec::new();
    let mut wanted = false;
    for line in lines.lines() {
        match line.strip_prefix("  ") {
            None => {
                let (name, of) = line.split_once(" [").unwrap_or((line, ""));
                wanted = match of {
                    "android]" => product == Product::Android,
                    "command]" => product == Product::Command,
                    _ => true,
                };
                if wanted {
                    parts.push(Part { name, copyright: Vec::new() });
                }
            }
            Some(line) => {
                if let Some(part) = parts.last_mut().filter(|_| wanted) {
                    part.copyright.push(line);
                }
            }
        }
    }
    Some(Licence { name, parts, text: text.trim_end() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(product: Product) -> Vec<&'static str> {
        let parts = Licence::of(product).into_iter().flat_map(|licence| licence.parts);
        parts.map(|part| part.name.split(' ').next().unwrap()).collect()
    }

    #[test]
    fn every_product_tells_of_what_it_is_made_and_of_nothing_else() {
        let [library, android, command] =
            [Product::Library, Product::Android, Product::Command].map(names);
        for all in [&library, &android, &command] {
            for part in ["SQLite", "ring", "Inter", "Rust", "uniffi", "Vigie"] {
                assert!(all.contains(&part), "{part}");
            }
        }
        let only = |part: &str| [&library, &android, &command].map(|all| all.contains(&part));
        assert_eq!(only("clap"), [false, false, true]);
        assert_eq!(only("androidx.activity:activity"), [false, true, false]);
        assert_eq!(only("proptest"), [false; 3]);
    }

    #[test]
    fn every_licence_has_its_text_and_each_text_stands_once() {
        let all = Licence::of(Product::Android);
        for licence in &all {
            assert!(licence.text.lines().count() > 1, "{}", licence.name);
            assert!(!licence.text.contains("\n==== "), "{}", licence.name);
            let same = all.iter().filter(|other| other.text == licence.text).count();
            assert_eq!(same, 1, "{}", licence.name);
        }
        assert!(all.iter().any(|one| one.name == "MIT" && one.text.contains("free of charge")));
        let lines = LIST.lines().filter(|line| line.starts_with("==== ")).count();
        assert!(all.len() <= lines && Licence::of(Product::Command).len() <= lines);
    }

    #[test]
    fn whose_it_is_stands_with_the_part() {
        let all = Licence::of(Product::Library);
        let mut vigie = all.iter().flat_map(|licence| &licence.parts);
        let ours = ["Copyright (c) 2026 The Vigie authors"];
        assert!(vigie.any(|part| part.name.starts_with("Vigie ") && part.copyright == ours));
    }
}
