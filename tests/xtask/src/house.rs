//! The rules of the house that no lint knows: who may depend on whom, what each file says first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::run::{Counts, cargo};

/// Which crates of ours each crate may name; everything may name what those may.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("vigie-model", &[]),
    ("vigie-seal", &[]),
    ("vigie-words", &["vigie-model"]),
    ("vigie-vault", &["vigie-seal"]),
    ("vigie-watch", &["vigie-model"]),
    ("vigie-report", &["vigie-model", "vigie-words", "vigie-watch"]),
    ("vigie-guide", &["vigie-model", "vigie-words"]),
    (
        "vigie-journal",
        &[
            "vigie-model",
            "vigie-words",
            "vigie-watch",
            "vigie-vault",
            "vigie-report",
            "vigie-guide",
        ],
    ),
    ("vigie-simulator", &["vigie-model"]),
    ("vigie-cli", &["vigie-journal", "vigie-simulator"]),
];

/// Libraries that one crate alone may name.
const ALONE: &[(&str, &str)] = &[
    ("ring", "vigie-seal"),
    ("argon2", "vigie-seal"),
    ("rusqlite", "vigie-vault"),
    ("krilla", "vigie-report"),
    ("uniffi", "vigie-bindings"),
];

/// Longest file, in lines.
const MOST_LINES: usize = 500;

/// Words that let a longer file pass, when they stand in it with a reason.
const LONGER: &str = "// Longer than 500 lines because ";

/// Every rule is one check.
pub fn check(root: &Path) -> Counts {
    let files = rust_files(root);
    let rules: [(&str, Vec<String>); 3] = [
        ("dependencies point one way", dependencies()),
        ("every file says in its first line what it is for", first_lines(&files)),
        ("no file is longer than 500 lines without a reason", long_files(&files)),
    ];
    rules.iter().fold(Counts::default(), |counts, (name, broken)| {
        println!("{} {name}", if broken.is_empty() { "ok    " } else { "FAILED" });
        broken.iter().for_each(|line| println!("       {line}"));
        counts + Counts::one(broken.is_empty())
    })
}

fn dependencies() -> Vec<String> {
    let output =
        Command::new(cargo()).args(["metadata", "--no-deps", "--format-version", "1"]).output();
    let metadata = output.ok().and_then(|o| serde_json::from_slice::<Value>(&o.stdout).ok());
    match metadata {
        Some(metadata) => wrong_dependencies(&named(&metadata)),
        None => vec!["cargo metadata cannot be read".to_owned()],
    }
}

/// The normal dependencies of each crate of the workspace.
fn named(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let dependencies = list(&package["dependencies"])
                .iter()
                .filter(|dependency| dependency["kind"].is_null())
                .map(|dependency| text(&dependency["name"]))
                .collect();
            (text(&package["name"]), dependencies)
        })
        .collect()
}

fn wrong_dependencies(named: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (package, dependencies) in named {
        let may = MAY_NAME.iter().find(|(name, _)| name == package).map(|(_, may)| *may);
        for dependency in dependencies {
            let ours = dependency.starts_with("vigie-");
            if ours && may.is_some_and(|may| !may.contains(&dependency.as_str())) {
                wrong.push(format!("{package} may not name {dependency}"));
            }
            let owner = ALONE.iter().find(|(library, _)| library == dependency);
            if let Some((library, owner)) = owner.filter(|(_, owner)| owner != package) {
                wrong.push(format!("{package} names {library}; only {owner} may"));
            }
        }
    }
    wrong
}

fn rust_files(root: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && !name.starts_with('.') {
                folders.push(path);
            } else if name.ends_with(".rs")
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}

fn first_lines(files: &[(PathBuf, String)]) -> Vec<String> {
    let silent = files.iter().filter(|(_, text)| !text.starts_with("//! "));
    silent.map(|(path, _)| path.display().to_string()).collect()
}

fn long_files(files: &[(PathBuf, String)]) -> Vec<String> {
    files
        .iter()
        .filter(|(_, text)| text.lines().count() > MOST_LINES && !text.contains(LONGER))
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_that_points_the_wrong_way_is_named() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "vigie-model", "dependencies": [{ "name": "vigie-words", "kind": null }] },
            { "name": "vigie-words", "dependencies": [
                { "name": "vigie-model", "kind": null },
                { "name": "vigie-journal", "kind": "dev" },
            ] },
            { "name": "vigie-journal", "dependencies": [{ "name": "ring", "kind": null }] },
        ] });
        assert_eq!(
            wrong_dependencies(&named(&metadata)),
            [
                "vigie-journal names ring; only vigie-seal may",
                "vigie-model may not name vigie-words",
            ]
        );
    }

    #[test]
    fn long_and_silent_files_are_named_unless_they_say_why() {
        let long = "//! x\n".repeat(501);
        let excused = format!("{long}{LONGER}it is a table.\n");
        let files = [
            (PathBuf::from("a.rs"), long),
            (PathBuf::from("b.rs"), excused),
            (PathBuf::from("c.rs"), "use std::fmt;\n".to_owned()),
        ];
        assert_eq!(long_files(&files), ["a.rs: 501 lines"]);
        assert_eq!(first_lines(&files), ["c.rs"]);
    }
}
