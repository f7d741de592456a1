//! `cargo xtask sbom`: what is linked, as a bill of materials in CycloneDX's form. The same sources give the same bytes: it tells no
//! time and draws no number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::parts::{Key, Of, Part, parts};
use crate::run::{Counts, check as one_check};
use crate::tools;

/// The version of the form.
const SPEC: &str = "1.5";
/// Who reads it back: the official schema, as its own people hand it out.
const VALIDATOR: &str = "cyclonedx-python-lib[json-validation]==11.12.0";
const VALIDATE: &str = r#"
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
with open(sys.argv[1], encoding="utf-8") as file:
    wrong = JsonStrictValidator(SchemaVersion.V1_5).validate_str(file.read())
if wrong:
    sys.exit(str(wrong))
"#;

/// What the file is called.
pub fn name() -> String {
    format!("vigie-{}.cdx.json", env!("CARGO_PKG_VERSION"))
}

/// Writes the bill into a folder.
pub fn write(folder: &Path) -> Result<PathBuf, String> {
    let (parts, direct) = parts()?;
    let text =
        serde_json::to_string_pretty(&bill(&parts, &direct)).map_err(|error| error.to_string())?;
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let file = folder.join(name());
    std::fs::write(&file, text + "\n").map_err(|error| format!("{}: {error}", file.display()))?;
    println!("{}: {} parts", file.display(), parts.len());
    Ok(file)
}

/// The bill is one by the official schema. It is read by a program that is not ours.
pub fn check() -> Result<Counts, String> {
    let file = write(&tools::under_target("sbom")?)?;
    let python = tools::python_with("tools/sbom", &[VALIDATOR])?;
    let mut validate = Command::new(python);
    validate.args(["-c", VALIDATE]).arg(file);
    Ok(one_check(&format!("the bill of materials is one of CycloneDX {SPEC}"), &mut validate))
}

fn bill(parts: &[Part], direct: &BTreeSet<Key>) -> Value {
    let purls: BTreeMap<(&str, &str), &str> = parts
        .iter()
        .map(|part| ((part.name.as_str(), part.version.as_str()), part.purl.as_str()))
        .collect();
    let purl = |(name, version): &Key| purls.get(&(name.as_str(), version.as_str())).copied();
    let version = env!("CARGO_PKG_VERSION");
    let root = format!("pkg:generic/vigie@{version}");
    let sqlite = parts.iter().find(|part| part.name == "SQLite").map(|part| part.purl.as_str());
    let depends = |part: &Part| {
        let mut on: Vec<&str> = part.uses.iter().filter_map(purl).collect();
        // The crate that binds it has its files.
        on.extend(sqlite.filter(|_| part.name == "libsqlite3-sys"));
        json!({ "ref": part.purl, "dependsOn": on })
    };
    // What is no crate is used by ours, but for SQLite.
    let ours =
        parts.iter().filter(|part| part.checksum.is_none() && Some(part.purl.as_str()) != sqlite);
    let mut first: Vec<&str> = direct.iter().filter_map(purl).collect();
    first.extend(ours.map(|part| part.purl.as_str()));
    let mut dependencies = vec![json!({ "ref": root, "dependsOn": first })];
    dependencies.extend(parts.iter().map(depends));
    json!({
        "$schema": format!("http://cyclonedx.org/schema/bom-{SPEC}.schema.json"),
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": root,
            "name": "vigie",
            "version": version,
            "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
            "purl": root,
        } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
        "dependencies": dependencies,
    })
}

fn component(part: &Part) -> Value {
    let of = match part.of {
        Of::Library => "library",
        Of::Android => "android",
        Of::Command => "command",
    };
    // Of Maven's parts the group has a place of its own.
    let (group, name) = part.name.split_once(':').unwrap_or(("", part.name.as_str()));
    let mut told = json!({
        "type": "library",
        "bom-ref": part.purl,
        "name": name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
        "purl": part.purl,
        "properties": [{ "name": "vigie:of", "value": of }],
    });
    if let Some(told) = told.as_object_mut() {
        if !group.is_empty() {
            told.insert("group".to_owned(), json!(group));
        }
        if let Some(sum) = &part.checksum {
            told.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": sum }]));
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::tests::part;

    #[test]
    fn a_part_is_told_with_its_licence_its_checksum_and_what_it_uses() {
        let mut sys = part("libsqlite3-sys");
        sys.checksum = Some("ab".repeat(32));
        let mut bound = part("rusqlite");
        bound.checksum = Some("cd".repeat(32));
        bound.uses = vec![
            ("libsqlite3-sys".to_owned(), "1".to_owned()),
            ("not-linked".to_owned(), "1".to_owned()),
        ];
        let mut android = part("androidx.core:core");
        android.of = Of::Android;
        let all = [sys, bound, part("SQLite"), android];
        let direct = BTreeSet::from([("rusqlite".to_owned(), "1".to_owned())]);
        let bill = bill(&all, &direct);
        let part = &bill["components"][0];
        assert_eq!(part["purl"], "pkg:cargo/libsqlite3-sys@1");
        assert_eq!(part["hashes"][0]["content"], "ab".repeat(32));
        assert_eq!(part["licenses"][0]["expression"], "MIT");
        assert_eq!(
            (&bill["components"][3]["group"], &bill["components"][3]["name"]),
            (&json!("androidx.core"), &json!("core"))
        );
        let on = |place: usize| bill["dependencies"][place]["dependsOn"].clone();
        assert_eq!(on(0), json!(["pkg:cargo/rusqlite@1", "pkg:cargo/androidx.core:core@1"]));
        assert_eq!(on(1), json!(["pkg:cargo/SQLite@1"]));
        assert_eq!(on(2), json!(["pkg:cargo/libsqlite3-sys@1"]));
    }
}
