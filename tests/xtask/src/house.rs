//! The rules of the house that no lint knows: who may depend on whom, what each file says first.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::pages;
use crate::run::{Counts, cargo_with};

/// Which crates of ours each crate may name. A crate outside `tests/` has to have a line here; those in
/// `tests/` stand beside the rest and may name any.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("vigie-model", &[]),
    ("vigie-seal", &[]),
    ("vigie-words", &["vigie-model"]),
    ("vigie-vault", &["vigie-seal"]),
    ("vigie-watch", &["vigie-model"]),
    ("vigie-report", &["vigie-model", "vigie-words", "vigie-watch", "vigie-seal"]),
    ("vigie-guide", &["vigie-model", "vigie-words"]),
    (
        "vigie-journal",
        &[
            "vigie-model",
            "vigie-words",
            "vigie-watch",
            "vigie-seal",
            "vigie-vault",
            "vigie-report",
            "vigie-guide",
        ],
    ),
    ("vigie-simulator", &["vigie-model"]),
    ("vigie-bindings", &["vigie-journal"]),
    ("vigie-cli", &["vigie-journal", "vigie-simulator"]),
];

/// Libraries that one crate alone may have in its manifest, be it for its tests. (The faults stand below SQLite; the tests of
/// the documents draw PDFs with defects.)
const ALONE: &[(&str, &str)] = &[
    ("ring", "vigie-seal"),
    ("argon2", "vigie-seal"),
    ("scrypt", "vigie-seal"),
    ("rusqlite", "vigie-vault"),
    ("rusqlite", "vigie-faults"),
    ("krilla", "vigie-report"),
    ("krilla", "vigie-documents"),
    ("uniffi", "vigie-bindings"),
];

/// Longest file, in lines.
const MOST_LINES: usize = 500;

/// A line that lets a longer file pass: these words and then the reason.
const LONGER: &str = "// Longer than 500 lines because ";

/// A crate of the workspace.
struct Package {
    name: String,
    /// It lies under `tests/`.
    in_tests: bool,
    dependencies: Vec<Dependency>,
}

/// What a manifest names.
struct Dependency {
    name: String,
    /// For the crate's own tests only.
    dev: bool,
}

/// Every rule is one check.
pub fn check(root: &Path) -> Counts {
    let files = files(root, ".rs");
    let rules = [
        ("dependencies point one way", dependencies()),
        ("every file says in its first line what it is for", first_lines(&files)),
        ("no file is longer than 500 lines without a reason", long_files(&files)),
        ("every test the hazard log names is there", tests_of_hazards(root, &files)),
        (
            "every link of a page, its commands of xtask, and the files to change for what are there",
            pages::broken(root),
        ),
        (
            "the picture of the architecture has no arrow that a manifest may not have",
            pages::arrows(root, MAY_NAME),
        ),
    ];
    rules.iter().fold(Counts::default(), |counts, (name, broken)| {
        println!("{} {name}", if broken.is_empty() { "ok    " } else { "FAILED" });
        broken.iter().for_each(|line| println!("       {line}"));
        counts + Counts::one(broken.is_empty())
    })
}

/// The hazard log, whose controls are shown by tests.
const HAZARDS: &str = "docs/safety.md";

/// What the hazard log names and is no test, and hazards without one.
fn tests_of_hazards(root: &Path, files: &[(PathBuf, String)]) -> Vec<String> {
    let Ok(log) = std::fs::read_to_string(root.join(HAZARDS)) else {
        return vec![format!("{HAZARDS} cannot be read")];
    };
    let code: String = files.iter().map(|(_, text)| text.as_str()).collect();
    dead_links(&log, &code)
}

fn dead_links(log: &str, code: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for hazard in log.split("\n## ").skip(1) {
        let title = hazard.lines().next().unwrap_or_default();
        // A test has a sentence for a name.
        let tests =
            || hazard.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 2);
        if tests().next().is_none() {
            broken.push(format!("{title}: no test"));
        }
        let dead = tests().filter(|name| !code.contains(&format!("fn {name}(")));
        broken.extend(dead.map(|name| format!("{title}: {name}")));
    }
    broken
}

fn dependencies() -> Vec<String> {
    match metadata().as_ref().map(packages) {
        Some(packages) if !packages.is_empty() => wrong_dependencies(&packages),
        _ => vec!["cargo metadata cannot be read".to_owned()],
    }
}

fn metadata() -> Option<Value> {
    let mut metadata = cargo_with(&["metadata", "--no-deps", "--format-version", "1"]);
    let output = metadata.stderr(Stdio::inherit()).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// A test of a package that is a file of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct TestTarget {
    /// The package it belongs to.
    pub package: String,
    /// Its name, as `cargo test --test NAME` takes it.
    pub name: String,
}

/// Every test of the workspace that is a file of its own; `None` when cargo does not tell.
pub fn test_targets() -> Option<Vec<TestTarget>> {
    let metadata = metadata()?;
    let mut found = Vec::new();
    for package in metadata.get("packages")?.as_array()? {
        for target in package.get("targets")?.as_array()? {
            if target.get("kind")?.as_array()?.iter().any(|kind| kind == "test") {
                found.push(TestTarget {
                    package: package.get("name")?.as_str()?.to_owned(),
                    name: target.get("name")?.as_str()?.to_owned(),
                });
            }
        }
    }
    Some(found)
}

/// The crates of the workspace, read from `cargo metadata`.
fn packages(metadata: &Value) -> Vec<Package> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let tests = Path::new(metadata["workspace_root"].as_str().unwrap_or_default()).join("tests");
    list(&metadata["packages"])
        .iter()
        .map(|package| Package {
            name: text(&package["name"]),
            in_tests: Path::new(&text(&package["manifest_path"])).starts_with(&tests),
            dependencies: list(&package["dependencies"])
                .iter()
                .map(|dependency| Dependency {
                    name: text(&dependency["name"]),
                    dev: dependency["kind"] == "dev",
                })
                .collect(),
        })
        .collect()
}

fn wrong_dependencies(packages: &[Package]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Package { name: package, in_tests, dependencies } in packages {
        let may = MAY_NAME.iter().find(|(name, _)| name == package).map(|(_, may)| *may);
        if may.is_none() && !in_tests {
            wrong.push(format!("{package} has no line in MAY_NAME ({})", file!()));
        }
        for Dependency { name: dependency, dev } in dependencies {
            let ours = dependency.starts_with("vigie-");
            if ours && !dev && may.is_some_and(|may| !may.contains(&dependency.as_str())) {
                wrong.push(format!("{package} may not name {dependency}"));
            }
            let owners: Vec<&str> = ALONE
                .iter()
                .filter(|(library, _)| library == dependency)
                .map(|(_, o)| *o)
                .collect();
            if !owners.is_empty() && !owners.contains(&package.as_str()) {
                wrong.push(format!("{package} names {dependency}; only {} may", owners.join(", ")));
            }
        }
    }
    wrong
}

/// Every file of the tree with this ending, and its text. Links are not followed: they could lead round in a circle.
pub fn files(root: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if folder && name != "target" && !name.starts_with('.') {
                folders.push(entry.path());
            } else if name.ends_with(ending)
                && let Ok(bytes) = std::fs::read(entry.path())
            {
                files.push((entry.path(), String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    files.sort();
    files
}

fn first_lines(files: &[(PathBuf, String)]) -> Vec<String> {
    if files.is_empty() {
        return vec!["no Rust file was found".to_owned()];
    }
    let silent = files.iter().filter(|(_, text)| !text.starts_with("//! "));
    silent.map(|(path, _)| path.display().to_string()).collect()
}

fn long_files(files: &[(PathBuf, String)]) -> Vec<String> {
    files
        .iter()
        .filter(|(_, text)| text.lines().count() > MOST_LINES && !says_why(text))
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect()
}

fn says_why(text: &str) -> bool {
    let reasons = text.lines().filter_map(|line| line.trim_start().strip_prefix(LONGER));
    reasons.map(str::trim).any(|reason| !reason.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A crate in this folder of the workspace, with what it names and for what.
    fn package(folder: &str, name: &str, named: &[(&str, Option<&str>)]) -> Value {
        let dependencies: Vec<Value> = named
            .iter()
            .map(|(name, kind)| serde_json::json!({ "name": name, "kind": kind }))
            .collect();
        let manifest = format!("/here/{folder}/Cargo.toml");
        serde_json::json!({ "name": name, "manifest_path": manifest, "dependencies": dependencies })
    }

    fn wrong(all: &[Value]) -> Vec<String> {
        let metadata = serde_json::json!({ "workspace_root": "/here", "packages": all });
        wrong_dependencies(&packages(&metadata))
    }

    #[test]
    fn dependencies_point_down() {
        assert_eq!(
            wrong(&[
                package("core/model", "vigie-model", &[("vigie-words", None)]),
                package(
                    "core/vault",
                    "vigie-vault",
                    &[("vigie-seal", None), ("vigie-model", None)]
                ),
                package(
                    "core/seal",
                    "vigie-seal",
                    &[("ring", None), ("vigie-watch", Some("build"))]
                ),
                package("core/journal", "vigie-journal", &[("vigie-seal", None)]),
                package(
                    "bindings/cli",
                    "vigie-cli",
                    &[("vigie-journal", None), ("vigie-vault", None)]
                ),
            ]),
            [
                "vigie-model may not name vigie-words",
                "vigie-vault may not name vigie-model",
                "vigie-seal may not name vigie-watch",
                "vigie-cli may not name vigie-vault",
            ]
        );
    }

    #[test]
    fn a_crates_own_tests_and_the_crates_in_tests_may_name_any_of_ours() {
        let words = package("core/words", "vigie-words", &[("vigie-journal", Some("dev"))]);
        let bench = package("tests/bench", "vigie-bench", &[("vigie-vault", None)]);
        assert_eq!(wrong(&[words, bench]), [""; 0]);
    }

    #[test]
    fn some_libraries_belong_to_one_crate_even_in_tests() {
        let vault = package("core/vault", "vigie-vault", &[("ring", Some("dev"))]);
        let bench = package("tests/bench", "vigie-bench", &[("rusqlite", None)]);
        assert_eq!(
            wrong(&[vault, bench]),
            [
                "vigie-vault names ring; only vigie-seal may",
                "vigie-bench names rusqlite; only vigie-vault, vigie-faults may",
            ]
        );
    }

    #[test]
    fn a_new_crate_has_to_say_whom_it_may_name() {
        let [only] = wrong(&[package("core/new", "vigie-new", &[])]).try_into().unwrap();
        assert!(only.starts_with("vigie-new has no line in MAY_NAME"), "{only}");
    }

    #[test]
    fn a_hazard_without_a_test_and_a_test_that_is_gone_are_named() {
        let code = "fn a_test_that_is_there() {}";
        let log = "# Log\n## 1. One\n`a_test_that_is_there`\n## 2. Two\n`Now`\n## 3. Three\n`one_that_is_gone`";
        assert_eq!(dead_links(log, code), ["2. Two: no test", "3. Three: one_that_is_gone"]);
    }

    #[test]
    fn long_and_silent_files_are_named_unless_they_say_why() {
        let long = "//! x\n".repeat(501);
        let excused = format!("{long}{LONGER}it is a table.\n");
        let no_reason = format!("{long}{LONGER}\n");
        let files = [
            (PathBuf::from("a.rs"), long),
            (PathBuf::from("a2.rs"), no_reason),
            (PathBuf::from("b.rs"), excused),
            (PathBuf::from("c.rs"), "use std::fmt;\n".to_owned()),
        ];
        assert_eq!(long_files(&files), ["a.rs: 501 lines", "a2.rs: 502 lines"]);
        assert_eq!(first_lines(&files), ["c.rs"]);
        assert_eq!(first_lines(&[]), ["no Rust file was found"]);
    }
}
