//! Verdicts on FHIR documents by programs nobody here wrote, many files at once: a virtual machine takes longer to start than
//! a document to be judged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::tools;

/// Programs, code lists and scripts of these tests.
fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// HAPI's validator, with the closed lists of codes and the rules of the house: what is wrong with each document, by name.
/// That HAPI writes what it read is one of the rules.
///
/// # Panics
/// When HAPI is not installed, or does not say of every document once what it is.
pub fn by_hapi(documents: &[(&str, Vec<u8>)]) -> BTreeMap<String, Vec<String>> {
    let classes = compiled();
    let jars = tools::folder("fhir").join("lib").join("*");
    let path = std::env::join_paths([classes.path(), &jars]).unwrap();
    let mut java = Command::new("java");
    java.args(["-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"]).arg(path);
    java.arg("Judge").arg(here("java/fhir/codes.json"));
    let said = lines(&mut java, documents);
    said.into_iter()
        .map(|(name, line)| {
            let mut found = problems(&line);
            if found.is_empty() && line["same"] != true {
                found.push("HAPI writes another document than it read".to_owned());
            }
            (name, found)
        })
        .collect()
}

/// The program that asks HAPI, compiled: it takes a second.
fn compiled() -> tempfile::TempDir {
    let classes = tempfile::tempdir().unwrap();
    let mut javac = Command::new("javac");
    javac.arg("-d").arg(classes.path());
    javac.arg("-cp").arg(tools::folder("fhir").join("lib").join("*"));
    javac.args(["Judge", "Rules"].map(|name| here(&format!("java/fhir/src/{name}.java"))));
    tools::told(&mut javac);
    classes
}

/// Medplum's validator: what is wrong with each document, by name.
///
/// # Panics
/// When it is not installed, or does not say of every document once what it is.
pub fn by_medplum(documents: &[(&str, Vec<u8>)]) -> BTreeMap<String, Vec<String>> {
    let mut node = Command::new("node");
    node.arg(here("node/fhir/judge.mjs")).arg(tools::folder("fhir-node"));
    lines(&mut node, documents).into_iter().map(|(name, line)| (name, problems(&line))).collect()
}

/// What one of the scripts in `python/fhir` says of each document, in their order.
///
/// # Panics
/// When its Python is not installed, or it does not say something of every document.
pub fn by_python(script: &str, documents: &[(&str, Vec<u8>)]) -> Vec<(String, Value)> {
    let mut python = Command::new(tools::folder("fhir-python").join("bin").join("python"));
    lines(python.arg(here(&format!("python/fhir/{script}"))), documents)
}

/// What is wrong.
pub fn problems(line: &Value) -> Vec<String> {
    let found = line["problems"].as_array().unwrap().iter();
    found.map(|problem| problem.as_str().unwrap().to_owned()).collect()
}

/// One line of JSON on each document, after the arguments that are there already.
fn lines(command: &mut Command, documents: &[(&str, Vec<u8>)]) -> Vec<(String, Value)> {
    let folder = tempfile::tempdir().unwrap();
    for (number, (name, bytes)) in documents.iter().enumerate() {
        // A folder each: the same name may be there twice.
        let place = folder.path().join(number.to_string());
        std::fs::create_dir(&place).unwrap();
        std::fs::write(place.join(format!("{name}.json")), bytes).unwrap();
        command.arg(place.join(format!("{name}.json")));
    }
    let said = tools::told(command);
    let said: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(said.len(), documents.len(), "{said:?}");
    let named = |(line, (name, _)): (Value, &(&str, Vec<u8>))| {
        assert_eq!(line["file"], format!("{name}.json"));
        ((*name).to_owned(), line)
    };
    said.into_iter().zip(documents).map(named).collect()
}
