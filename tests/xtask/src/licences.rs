//! `cargo xtask licences`: what others made and is a part of Vigie, by licence, as the apps and the command show it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::parts::{Of, Part, parts, read};
use crate::run::Counts;
use crate::texts::{Found, files, found, key};

/// The file that is made. `core/words/src/licences.rs` reads it.
pub const FILE: &str = "core/words/licences.txt";

/// Our own licences, which are those of most crates too.
const OURS: &str = "LICENSE";
const MPL: &str = "tests/xtask/licences/MPL-2.0.txt";
const OFL: &str = "core/report/fonts/OFL.txt";

/// What SQLite's files say in the place of a licence.
const BLESSING: &str = "The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:

   May you do good and not evil.
   May you find forgiveness for yourself and forgive others.
   May you share freely, never taking more than you give.";

/// What is said of CC0, which asks for nothing.
const CC0: &str =
    "To the extent possible under law, the authors have waived all copyright and related rights.
https://creativecommons.org/publicdomain/zero/1.0/legalcode";

/// Where a crate's notice begins to speak of what only its tests have: the letters they draw.
const OF_TESTS: [(&str, &str); 1] = [("subsetter", "\n# Fonts\n")];

const HEAD: &str =
    "Made by `cargo xtask licences` of the files of the crates: not to be changed by hand.\n";
/// What stands before the name of a licence, and between the parts under it and its text.
const LICENCE: &str = "\n==== ";
const TEXT: &str = "\n----\n";

/// Licences by name and text, with the parts under each: name, version, where it is, whose it is.
type Grouped = BTreeMap<(String, String), Group>;

struct Group {
    text: String,
    /// Each with where it is and the lines that follow its name.
    parts: BTreeMap<String, (Of, Vec<String>)>,
}

/// Writes the file.
pub fn write() -> Result<(), String> {
    let text = made()?;
    std::fs::write(FILE, &text).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE}: {} bytes", text.len());
    Ok(())
}

/// The file is what would be made now.
pub fn check() -> Counts {
    let wrong = match (made(), read(Path::new(FILE))) {
        (Ok(made), Ok(there)) if made == there => None,
        (Ok(_), _) => {
            Some(format!("{FILE} is not what would be made now: run `cargo xtask licences`"))
        }
        (Err(why), _) => Some(why),
    };
    println!(
        "{} the list of licences is that of what is linked",
        if wrong.is_none() { "ok    " } else { "FAILED" }
    );
    if let Some(wrong) = &wrong {
        println!("       {wrong}");
    }
    Counts::one(wrong.is_none())
}

/// The file as it would be made now.
fn made() -> Result<String, String> {
    let standard = Standard::read()?;
    let mut grouped = Grouped::new();
    standard.put(&mut grouped);
    for part in parts()?.0 {
        let files = part.folder.as_deref().map(files).unwrap_or_default();
        let mut copied: Vec<String> = Vec::new();
        for id in &part.chosen {
            let Found { text, copyright } = standard.of(id, &part, &files)?;
            // What stands in one of two texts is not said twice.
            let copyright: Vec<String> =
                copyright.into_iter().filter(|line| !copied.contains(line)).collect();
            copied.extend(copyright.clone());
            put(&mut grouped, id, &text, &part, copyright);
        }
        for (_, text) in files.iter().filter(|(name, _)| name.starts_with("NOTICE")) {
            let of = linked(&part.name, text);
            put(&mut grouped, &format!("Notice of {}", part.name), of, &part, Vec::new());
        }
    }
    let text = written(&grouped);
    // What would be read as another heading than it is.
    let headings = text.matches(LICENCE).count();
    if headings != grouped.len() || text.matches(TEXT).count() != grouped.len() {
        return Err("a licence has a line that looks like a heading of the list".to_owned());
    }
    Ok(text)
}

/// Of a notice: what it says of what is linked.
fn linked<'a>(name: &str, notice: &'a str) -> &'a str {
    let tested = OF_TESTS.iter().find(|(of, _)| *of == name);
    tested.and_then(|(_, from)| notice.split_once(from)).map_or(notice, |(before, _)| before)
}

fn put(grouped: &mut Grouped, id: &str, text: &str, part: &Part, copyright: Vec<String>) {
    let group = grouped
        .entry((id.to_owned(), key(text)))
        .or_insert_with(|| Group { text: text.trim().to_owned(), parts: BTreeMap::new() });
    group.parts.insert(format!("{} {}", part.name, part.version), (part.of, copyright));
}

/// The texts that a crate need not bring.
struct Standard {
    mit: Found,
    apache: Found,
    mpl: String,
    ofl: String,
}

impl Standard {
    fn read() -> Result<Self, String> {
        let ours = [(OURS.to_owned(), read(Path::new(OURS))?)];
        let known = |id| found(id, &ours).ok_or_else(|| format!("{OURS} has no {id}"));
        let mut apache = known("Apache-2.0")?;
        apache.copyright.clear();
        let mpl = read(Path::new(MPL))?;
        Ok(Self { mit: known("MIT")?, apache, mpl, ofl: read(Path::new(OFL))? })
    }

    /// What Vigie itself is under, which others read too.
    fn put(&self, grouped: &mut Grouped) {
        let version = env!("CARGO_PKG_VERSION");
        for (id, found) in [("MIT", &self.mit), ("Apache-2.0", &self.apache)] {
            let group = Group {
                text: found.text.clone(),
                parts: BTreeMap::from([(
                    format!("Vigie {version}"),
                    (Of::Library, found.copyright.clone()),
                )]),
            };
            grouped.insert((id.to_owned(), key(&found.text)), group);
        }
    }

    /// The text of a licence for a part: that of its files, or the standard one with those who wrote it.
    fn of(&self, id: &str, part: &Part, files: &[(String, String)]) -> Result<Found, String> {
        if let Some(found) = found(id, files) {
            return Ok(found);
        }
        let text = match id {
            "MIT" => &self.mit.text,
            "Apache-2.0" => &self.apache.text,
            "MPL-2.0" => &self.mpl,
            "OFL-1.1" => &self.ofl,
            "blessing" => BLESSING,
            "CC0-1.0" => CC0,
            _ => return Err(format!("{} {}: no text of {id} was found", part.name, part.version)),
        };
        let by = part.authors.join(", ");
        let copyright = if by.is_empty() { Vec::new() } else { vec![format!("by {by}")] };
        Ok(Found { text: text.to_owned(), copyright })
    }
}

/// A licence with more than one text is named once for each. What covers least comes first: it is what is particular.
fn written(grouped: &Grouped) -> String {
    let mut groups: Vec<_> = grouped.iter().collect();
    groups.sort_by_key(|((id, _), group)| (group.parts.len(), id.clone()));
    let mut text = HEAD.to_owned();
    for ((id, _), group) in groups {
        text.push_str(&format!("{LICENCE}{}\n", named(id)));
        for (part, (of, copyright)) in &group.parts {
            let of = match of {
                Of::Library => "",
                Of::Android => " [android]",
                Of::Command => " [command]",
            };
            text.push_str(&format!("{part}{of}\n"));
            copyright.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        text = format!("{}{TEXT}{}\n", text.trim_end(), group.text.trim());
    }
    text
}

/// What a licence is called.
fn named(id: &str) -> &str {
    match id {
        "blessing" => "Public domain",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_once_with_all_that_is_under_it_and_what_covers_least_comes_first() {
        let mut grouped = Grouped::new();
        let part = |name: &str, of| {
            let mut part = crate::parts::tests::part(name);
            part.of = of;
            part
        };
        put(
            &mut grouped,
            "Zlib",
            "As is.",
            &part("z", Of::Library),
            vec!["Copyright Z".to_owned()],
        );
        put(&mut grouped, "MIT", "May be used.", &part("b", Of::Command), Vec::new());
        put(&mut grouped, "MIT", "may be\nused", &part("a", Of::Android), Vec::new());
        let expected = "\n==== Zlib\nz 1\n  Copyright Z\n----\nAs is.\n\n==== MIT\na 1 [android]\nb 1 [command]\n----\nMay be used.\n";
        assert_eq!(written(&grouped), format!("{HEAD}{expected}"));
    }

    #[test]
    fn what_has_no_text_of_its_own_gets_the_standard_one_and_an_unknown_licence_is_an_error() {
        let ours = format!("{}/../../{OURS}", env!("CARGO_MANIFEST_DIR"));
        let ours = [(OURS.to_owned(), read(Path::new(&ours)).unwrap())];
        let known = |id| found(id, &ours).unwrap();
        let (mit, apache) = (known("MIT"), known("Apache-2.0"));
        assert_eq!(mit.copyright, ["Copyright (c) 2026 The Vigie authors"]);
        let standard = Standard { mit, apache, mpl: "M".to_owned(), ofl: "O".to_owned() };
        let mut part = crate::parts::tests::part("a");
        part.authors = vec!["A. Author".to_owned()];
        assert_eq!(standard.of("MPL-2.0", &part, &[]).unwrap().copyright, ["by A. Author"]);
        assert!(standard.of("GPL-3.0-only", &part, &[]).is_err());
    }
}
