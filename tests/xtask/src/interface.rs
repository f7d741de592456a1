//! The stage `interface`: what an app can see of the bindings is what is frozen in `bindings/interface.txt`, and is documented.

use std::path::Path;
use std::process::Command;

use crate::languages::{generate, generator, library};
use crate::run::Counts;
use crate::tools;

const FROZEN: &str = "bindings/interface.txt";
const CHANGES: &str = "CHANGELOG.md";
/// What stands before the digest of the interface in the list of changes.
const NAMED: &str = "Interface of the bindings: ";

/// The languages, the file that the generator writes for each, and which doc comments have to stand in it. Python's generated code
/// has no room for those of fields: they stand in the types beside it, which the tests of the wheel look for.
const LANGUAGES: [(&str, &str, &[&str]); 3] = [
    ("kotlin", "org/vigie/vigie.kt", &[]),
    ("swift", "VigieCore.swift", &[]),
    ("python", "vigie.py", &["--without-fields"]),
];

/// What uniffi 0.32 loses: the doc comment of a custom type that has another name in Swift.
const LOST: [(&str, &str); 1] =
    [("swift", "A short name (a regimen, a person, a medicine), 1 to 120 characters.")];

/// Runs in the root of the workspace.
pub fn interface() -> Result<Counts, String> {
    let library = library()?;
    let there = said(&["interface"], &library)?;
    let frozen = std::fs::read_to_string(FROZEN).map_err(|error| format!("{FROZEN}: {error}"))?;
    let changes =
        std::fs::read_to_string(CHANGES).map_err(|error| format!("{CHANGES}: {error}"))?;
    let mut counts = told("the interface is the frozen one", changed(&frozen, &there));
    counts = counts + told("the list of changes names the interface", unnamed(&frozen, &changes));
    counts = counts + told("every item of the interface is documented", undocumented(&there));
    let folder = tools::under_target("interface")?;
    for (language, file, which) in LANGUAGES {
        let docs = said(&[&["docs"], which].concat(), &library)?;
        generate(&library, language, &folder)?;
        let code = std::fs::read_to_string(folder.join(file));
        let code = code.map_err(|error| format!("{file}: {error}"))?;
        counts = counts
            + told(
                &format!("every doc comment arrives in {language}"),
                lost(language, &docs, &code),
            );
    }
    Ok(counts)
}

/// What the generator says of the library.
fn said(what: &[&str], library: &Path) -> Result<String, String> {
    let (command, options) = what.split_first().ok_or("nothing is asked")?;
    let output = Command::new(generator()?).arg(command).arg(library).args(options).output();
    let output = output.map_err(|error| format!("the generator: {error}"))?;
    if !output.status.success() {
        return Err(format!("the generator: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("the generator: {error}"))
}

fn told(check: &str, broken: Vec<String>) -> Counts {
    println!("{} {check}", if broken.is_empty() { "ok    " } else { "FAILED" });
    broken.iter().for_each(|line| println!("       {line}"));
    Counts::one(broken.is_empty())
}

/// What apps that were written for the frozen interface would miss, then what is new.
fn changed(frozen: &str, there: &str) -> Vec<String> {
    let has = |text: &str, line: &str| text.lines().any(|one| one == line);
    let gone = frozen.lines().filter(|line| !has(there, line));
    let new = there.lines().filter(|line| !has(frozen, line));
    let gone = gone.map(|line| format!("gone or changed, which breaks apps: {line}"));
    let mut broken: Vec<String> = gone.chain(new.map(|line| format!("new: {line}"))).collect();
    if !broken.is_empty() {
        broken.push(format!(
            "if that is meant: `vigie-generate interface LIBRARY > {FROZEN}`, and say so in {CHANGES}"
        ));
    }
    broken
}

/// The digest of the frozen interface, when the list of changes does not name it: whoever changes the one has to open the other.
fn unnamed(frozen: &str, changes: &str) -> Vec<String> {
    let line = format!("{NAMED}`{:016x}`", digest(frozen));
    if changes.contains(&line) { Vec::new() } else { vec![format!("{CHANGES} lacks \"{line}\"")] }
}

/// FNV-1a, 64 bits: against forgetting, not against anybody.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn undocumented(there: &str) -> Vec<String> {
    there
        .lines()
        .filter(|line| line.starts_with("without a doc comment"))
        .map(str::to_owned)
        .collect()
}

/// The first lines of doc comments that do not stand in the generated code.
fn lost(language: &str, docs: &str, code: &str) -> Vec<String> {
    let known = |doc: &&str| LOST.contains(&(language, *doc));
    docs.lines().filter(|doc| !code.contains(*doc) && !known(doc)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_told_before_what_is_new_and_the_same_is_not_told() {
        let changed = changed("fn a()\nfn b()\n", "fn b()\nfn c()\n");
        assert_eq!(changed[..2], ["gone or changed, which breaks apps: fn a()", "new: fn c()"]);
        assert!(super::changed("fn a()\n", "fn a()\n").is_empty());
    }

    #[test]
    fn an_interface_that_nobody_named_is_told_with_the_line_to_add() {
        let named = format!("- {NAMED}`{:016x}`.", digest("fn a()\n"));
        assert!(unnamed("fn a()\n", &named).is_empty());
        assert_eq!(unnamed("fn b()\n", &named).len(), 1);
        assert_eq!(digest(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(digest("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn a_missing_and_a_lost_doc_comment_are_told() {
        assert_eq!(undocumented("fn a()\nwithout a doc comment: fn a()\n").len(), 1);
        assert_eq!(lost("kotlin", "It is.\nIt was.\n", "/** It is. */"), ["It was."]);
    }
}
