//! What other people made and is a part of Vigie: the crates that are linked, SQLite, the letters, the libraries of the Android app.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use toml::Table;

use crate::run::cargo_with;

/// What is handed out, by the package that cargo builds it from.
pub const LIBRARY: &str = "vigie-bindings";
pub const COMMAND: &str = "vigie-cli";

/// Which licences may come in, and for what machines Vigie is built.
const RULES: &str = "deny.toml";
/// The parts that the Android app is built with, with their versions.
const ANDROID: [&str; 2] = ["bindings/kotlin/pom.xml", "android/libraries/pom.xml"];
/// Where the versions that those name by a word are told.
const ANDROID_VERSIONS: &str = "android/pom.xml";
/// Groups that only tests are made with.
const ONLY_TESTED: [&str; 2] = ["androidx.test", "org.junit"];
/// Artefacts that only tests are made with, of groups that the app has too.
const ONLY_TESTED_ARTEFACTS: [&str; 1] = ["kotlinx-serialization-json-jvm"];

/// Of what is linked: where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// The library that every shell has.
    Library,
    /// The Android app alone.
    Android,
    /// The command alone.
    Command,
}

/// The name and the version of a part.
pub type Key = (String, String);

/// One of the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub version: String,
    /// As its author says it, in SPDX's form.
    pub licence: String,
    /// Which of the licences it is used under.
    pub chosen: Vec<String>,
    pub of: Of,
    /// As other programs name it (a package URL).
    pub purl: String,
    /// SHA-256 of what the registry hands out, as Cargo.lock has it.
    pub checksum: Option<String>,
    /// Who wrote it, where the files do not say whose it is.
    pub authors: Vec<String>,
    /// The folder with its files, of a crate.
    pub folder: Option<PathBuf>,
    /// The parts it is linked with, by name and version.
    pub uses: Vec<Key>,
}

/// Every part, by name and version; and which of them our own crates name.
pub fn parts() -> Result<(Vec<Part>, BTreeSet<Key>), String> {
    let rules = table(RULES)?;
    let (library, command) = (linked(LIBRARY, &rules)?, linked(COMMAND, &rules)?);
    let metadata = metadata()?;
    let checksums = checksums(&table("Cargo.lock")?);
    let mut parts = Vec::new();
    for key in library.union(&command) {
        let mut part = crate_part(key, &metadata, &rules)?;
        part.of = if library.contains(key) { Of::Library } else { Of::Command };
        part.checksum = checksums.get(key).cloned();
        part.uses.retain(|used| library.contains(used) || command.contains(used));
        parts.push(part);
    }
    // Our own are in no registry.
    let (mut parts, ours): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| part.checksum.is_some());
    let mut direct: BTreeSet<_> = ours.into_iter().flat_map(|part| part.uses).collect();
    direct.retain(|key| checksums.contains_key(key));
    parts.push(sqlite(&parts)?);
    parts.push(standard_library()?);
    parts.push(plain("Inter", "4.001", "OFL-1.1", "pkg:github/rsms/inter@v4.001"));
    let mut words =
        plain("BIP-39 word lists", "3.0.0", "CC0-1.0", "pkg:generic/bip39-word-lists@3.0.0");
    words.authors = vec!["the authors of BIP-39".to_owned()];
    parts.push(words);
    parts.extend(android()?);
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok((parts, direct))
}

/// Reads a file, or says which one could not be read.
pub fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// A file in TOML.
fn table(file: &str) -> Result<Table, String> {
    read(Path::new(file))?.parse().map_err(|error| format!("{file}: {error}"))
}

/// Name and version of every crate that is linked into a package, on any machine that Vigie is built for. What runs only while it
/// is compiled is not linked.
fn linked(package: &str, rules: &Table) -> Result<BTreeSet<Key>, String> {
    let mut tree = cargo_with(&["tree", "--locked", "--package", package]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    for target in listed(rules, "graph", "targets") {
        tree.args(["--target", &target]);
    }
    let output = tree.stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    let found = tree_lines(&String::from_utf8_lossy(&output.stdout));
    if !output.status.success() || found.is_empty() {
        return Err(format!("cargo does not say what {package} is linked with"));
    }
    Ok(found)
}

/// Reads lines like `ring v0.17.14` and `vigie-seal v0.1.0 (/…/core/seal)`.
fn tree_lines(told: &str) -> BTreeSet<Key> {
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    };
    told.lines().filter_map(line).collect()
}

fn metadata() -> Result<Value, String> {
    let mut metadata = cargo_with(&["metadata", "--locked", "--format-version", "1"]);
    let output = metadata.stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    serde_json::from_slice(&output.stdout).map_err(|_| "cargo metadata cannot be read".to_owned())
}

fn crate_part(key: &Key, metadata: &Value, rules: &Table) -> Result<Part, String> {
    let (name, version) = key;
    let unknown = || format!("cargo metadata does not know {name} {version}");
    let all = metadata.get("packages").and_then(Value::as_array).ok_or_else(unknown)?;
    let is =
        |package: &&Value| text(package, "name") == name && text(package, "version") == version;
    let package = all.iter().find(is).ok_or_else(unknown)?;
    let mut part =
        plain(name, version, text(package, "license"), &format!("pkg:cargo/{name}@{version}"));
    let may = [listed(rules, "licenses", "allow"), excepted(rules, name)].concat();
    part.chosen = chosen(&part.licence, &may).map_err(|why| format!("{name} {version}: {why}"))?;
    let authors = package.get("authors").and_then(Value::as_array);
    let authors = authors.into_iter().flatten().filter_map(Value::as_str);
    // Where to write to them is not for a list of licences.
    part.authors =
        authors.map(|one| one.split(" <").next().unwrap_or(one).trim().to_owned()).collect();
    part.folder = Path::new(text(package, "manifest_path")).parent().map(Path::to_owned);
    part.uses = used(text(package, "id"), metadata);
    Ok(part)
}

/// What a crate uses when it runs, by name and version.
fn used(id: &str, metadata: &Value) -> Vec<Key> {
    let array =
        |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    let nodes = array(metadata.get("resolve").and_then(|resolve| resolve.get("nodes")));
    let node = nodes.iter().find(|node| text(node, "id") == id);
    let deps = array(node.and_then(|node| node.get("deps")));
    let packages = array(metadata.get("packages"));
    let normal = |dep: &&Value| {
        array(dep.get("dep_kinds")).iter().any(|kind| kind.get("kind") == Some(&Value::Null))
    };
    let named = |dep: &Value| {
        let package = packages.iter().find(|package| text(package, "id") == text(dep, "pkg"))?;
        Some((text(package, "name").to_owned(), text(package, "version").to_owned()))
    };
    let mut used: Vec<_> = deps.iter().filter(normal).filter_map(named).collect();
    used.sort();
    used
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A part of the library that has only one licence.
fn plain(name: &str, version: &str, licence: &str, purl: &str) -> Part {
    Part {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licence.replace('/', " OR "),
        chosen: vec![licence.to_owned()],
        of: Of::Library,
        purl: purl.to_owned(),
        checksum: None,
        authors: Vec::new(),
        folder: None,
        uses: Vec::new(),
    }
}

/// SQLite is in the crate that binds it, which does not say so in its licence.
fn sqlite(parts: &[Part]) -> Result<Part, String> {
    let folder = parts.iter().find(|part| part.name == "libsqlite3-sys");
    let folder = folder.and_then(|part| part.folder.as_ref()).ok_or("SQLite is not linked")?;
    let header = read(&folder.join("sqlite3/sqlite3.h"))?;
    let version =
        header.split_once("#define SQLITE_VERSION ").and_then(|(_, rest)| rest.split('"').nth(1));
    let version = version.ok_or("SQLite does not say its version")?;
    Ok(plain("SQLite", version, "blessing", &format!("pkg:generic/sqlite@{version}")))
}

/// The compiler's own library, with what it is made of.
fn standard_library() -> Result<Part, String> {
    let file = table("rust-toolchain.toml")?;
    let version = file.get("toolchain").and_then(|it| it.get("channel")?.as_str());
    let version = version.ok_or("rust-toolchain.toml names no version")?;
    let purl = format!("pkg:generic/rust-std@{version}");
    let mut part = plain("Rust standard library", version, "MIT OR Apache-2.0", &purl);
    part.chosen = vec!["MIT".to_owned()];
    part.authors = vec!["The Rust Project Contributors".to_owned()];
    Ok(part)
}

/// The licence and the holder of what the Android app is made with, by how its group begins.
const ANDROID_LICENCES: [(&str, &str, &str); 6] = [
    ("androidx.", "Apache-2.0", "The Android Open Source Project"),
    (
        "org.jetbrains.kotlin",
        "Apache-2.0",
        "JetBrains s.r.o. and Kotlin Programming Language contributors",
    ),
    ("org.jetbrains.kotlinx", "Apache-2.0", "JetBrains s.r.o. and contributors"),
    ("com.google.guava", "Apache-2.0", "The Guava Authors"),
    ("org.jspecify", "Apache-2.0", "The JSpecify Authors"),
    ("net.java.dev.jna", "LGPL-2.1-or-later OR Apache-2.0", "Timothy Wall and contributors"),
];

fn android() -> Result<Vec<Part>, String> {
    let versions = read(Path::new(ANDROID_VERSIONS))?;
    let mut parts: Vec<Part> = Vec::new();
    for pom in ANDROID {
        for (group, artefact, version) in artefacts(&read(Path::new(pom))?, &versions) {
            let tested = ONLY_TESTED.iter().any(|start| group.starts_with(start));
            // The same processor takes the same library in the two poms.
            let known = parts.iter().any(|part| part.name == format!("{group}:{artefact}"));
            if tested || known || ONLY_TESTED_ARTEFACTS.contains(&artefact.as_str()) {
                continue;
            }
            let line = ANDROID_LICENCES.iter().rfind(|(start, ..)| group.starts_with(start));
            let (_, licence, holder) = line.ok_or_else(|| {
                format!("{pom}: {group}:{artefact} needs a line in ANDROID_LICENCES (tests/xtask/src/parts.rs)")
            })?;
            let name = format!("{group}:{artefact}");
            let mut part =
                plain(&name, &version, licence, &format!("pkg:maven/{group}/{artefact}@{version}"));
            part.chosen = vec!["Apache-2.0".to_owned()];
            part.of = Of::Android;
            part.authors = vec![(*holder).to_owned()];
            parts.push(part);
        }
    }
    Ok(parts)
}

/// Group, name and version of what a `pom.xml` names: dependencies and artefacts, but no plugin.
fn artefacts(pom: &str, versions: &str) -> Vec<(String, String, String)> {
    let within = |text: &str, tag: &str| {
        let (_, rest) = text.split_once(&format!("<{tag}>"))?;
        rest.split_once(&format!("</{tag}>")).map(|(inner, _)| inner.trim().to_owned())
    };
    let mut found = Vec::new();
    for kind in ["dependency", "artifactItem"] {
        for block in pom.split(&format!("<{kind}>")).skip(1) {
            let block = block.split(&format!("</{kind}>")).next().unwrap_or_default();
            let named = ["groupId", "artifactId", "version"].map(|tag| within(block, tag));
            let [Some(group), Some(artefact), Some(version)] = named else { continue };
            let word = version.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
            let told = |word| within(pom, word).or_else(|| within(versions, word));
            let version = word.map_or(Some(version.clone()), told).unwrap_or(version);
            let test = within(block, "scope").is_some_and(|scope| scope == "test");
            if !test {
                found.push((group, artefact, version));
            }
        }
    }
    found
}

/// The strings of a list in a section of deny.toml.
fn listed(rules: &Table, section: &str, name: &str) -> Vec<String> {
    rules.get(section).and_then(|section| section.get(name)).map(strings).unwrap_or_default()
}

/// What else deny.toml lets one crate be under.
fn excepted(rules: &Table, name: &str) -> Vec<String> {
    let all = rules.get("licenses").and_then(|licenses| licenses.get("exceptions")?.as_array());
    let of_it = |one: &&toml::Value| one.get("crate").and_then(toml::Value::as_str) == Some(name);
    let found = all.and_then(|all| all.iter().find(of_it)?.get("allow"));
    found.map(strings).unwrap_or_default()
}

fn strings(list: &toml::Value) -> Vec<String> {
    let all = list.as_array().into_iter().flatten();
    all.filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

/// SHA-256 by name and version, from Cargo.lock. Our own crates have none.
fn checksums(lock: &Table) -> BTreeMap<Key, String> {
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let package = |package: &toml::Value| {
        let value = |key: &str| package.get(key)?.as_str().map(str::to_owned);
        Some(((value("name")?, value("version")?), value("checksum")?))
    };
    packages.into_iter().flatten().filter_map(package).collect()
}

/// Which licences of an expression a part is used under: all of an `AND`, the first that may be of an `OR`, MIT before Apache-2.0
/// before any other.
pub fn chosen(expression: &str, may: &[String]) -> Result<Vec<String>, String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let found = either(&mut rest, may);
    match (found, rest) {
        (Some(found), []) => Ok(found),
        _ => Err(format!("'{expression}' offers no licence that {RULES} allows")),
    }
}

fn either(words: &mut &[&str], may: &[String]) -> Option<Vec<String>> {
    let mut best = both(words, may);
    while let [first, rest @ ..] = *words
        && *first == "OR"
    {
        *words = rest;
        let other = both(words, may);
        best = [best, other].into_iter().flatten().min_by_key(|ids| rank(ids));
    }
    best
}

fn both(words: &mut &[&str], may: &[String]) -> Option<Vec<String>> {
    let mut all = one(words, may);
    while let [first, rest @ ..] = *words
        && *first == "AND"
    {
        *words = rest;
        let other = one(words, may);
        all = all.zip(other).map(|(all, other)| [all, other].concat());
    }
    all
}

fn one(words: &mut &[&str], may: &[String]) -> Option<Vec<String>> {
    let (first, rest) = words.split_first()?;
    *words = rest;
    if *first == "(" {
        let inner = either(words, may);
        *words = words.strip_prefix(&[")"])?;
        return inner;
    }
    let mut id = (*first).to_owned();
    if let ["WITH", exception, rest @ ..] = *words {
        id = format!("{id} WITH {exception}");
        *words = rest;
    }
    may.contains(&id).then_some(vec![id])
}

fn rank(ids: &[String]) -> usize {
    let of = |id: &String| ["MIT", "Apache-2.0"].iter().position(|one| one == id).unwrap_or(2);
    ids.iter().map(of).max().unwrap_or_default()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A part with nothing special about it.
    pub fn part(name: &str) -> Part {
        plain(name, "1", "MIT", &format!("pkg:cargo/{name}@1"))
    }

    fn picked(expression: &str) -> Vec<String> {
        let may = ["MIT", "Apache-2.0", "Unicode-3.0", "ISC"].map(str::to_owned);
        chosen(expression, &may).unwrap_or_default()
    }

    #[test]
    fn of_a_choice_the_shorter_licence_that_may_be_is_taken_and_of_a_sum_every_one() {
        assert_eq!(picked("Apache-2.0 OR MIT"), ["MIT"]);
        assert_eq!(picked("Unlicense/MIT"), ["MIT"]);
        assert_eq!(picked("Apache-2.0 OR BSL-1.0"), ["Apache-2.0"]);
        assert_eq!(picked("Apache-2.0 AND ISC"), ["Apache-2.0", "ISC"]);
        assert_eq!(picked("(MIT OR Apache-2.0) AND Unicode-3.0"), ["MIT", "Unicode-3.0"]);
        let three = "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT";
        assert_eq!(picked(three), ["MIT"]);
    }

    #[test]
    fn what_may_not_come_in_is_refused() {
        for expression in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "MIT AND", "(MIT", "MIT MIT"]
        {
            assert_eq!(picked(expression), [""; 0], "{expression}");
        }
    }

    #[test]
    fn the_rules_are_read_as_they_stand() {
        let rules = "[graph]\ntargets = [\n    \"a-b\",\n]\n[licenses]\nallow = [\n    \"MIT\",  # \"ours\"\n]\n\
            exceptions = [\n    { crate = \"uniffi\", allow = [\"MPL-2.0\", \"X\"] },\n]\n";
        let rules: Table = rules.parse().unwrap();
        assert_eq!(listed(&rules, "graph", "targets"), ["a-b"]);
        assert_eq!(listed(&rules, "licenses", "allow"), ["MIT"]);
        assert_eq!(listed(&rules, "graph", "allow"), [""; 0]);
        assert_eq!(excepted(&rules, "uniffi"), ["MPL-2.0", "X"]);
        assert_eq!(excepted(&rules, "uniff"), [""; 0]);
    }

    #[test]
    fn lines_of_the_tree_and_the_lock_are_read() {
        let tree = "ring v0.17.14\n\nvigie-seal v0.1.0 (/here/core/seal)\nring v0.17.14\n";
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let expected = [pair("ring", "0.17.14"), pair("vigie-seal", "0.1.0")];
        assert_eq!(tree_lines(tree), expected.into());
        let lock = "version = 4\n\n[[package]]\nname = \"ours\"\nversion = \"1\"\n\n\
            [[package]]\nname = \"ring\"\nversion = \"2\"\nchecksum = \"ab\"\n";
        assert_eq!(
            checksums(&lock.parse().unwrap()),
            [(pair("ring", "2"), "ab".to_owned())].into()
        );
    }

    #[test]
    fn artefacts_are_read_with_their_versions_and_plugins_and_tests_are_not() {
        let pom = "<dependency><groupId>a</groupId><artifactId>b</artifactId><version>${x.y}</version></dependency>
            <dependency><groupId>t</groupId><artifactId>t</artifactId><version>1</version><scope>test</scope></dependency>
            <plugin><groupId>p</groupId><artifactId>p</artifactId><version>1</version></plugin>
            <artifactItem><groupId>c</groupId><artifactId>d</artifactId><version>2</version></artifactItem>";
        let is = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        let expected = [is("a", "b", "9"), is("c", "d", "2")];
        assert_eq!(artefacts(pom, "<x.y>9</x.y>"), expected);
    }
}
