//! The program has no network: nothing it is built from opens a connection, and the system is never asked for one.
//!
//! What is shown here and what is not stands in SECURITY.md, 'No network'. Each judge is shown a program, a tree and a source
//! that do open one, and has to say so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod built_from;
#[cfg(target_os = "linux")]
mod imports;
mod written;

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// The packages that are handed to people: the command, and the core of the apps.
const PRODUCTS: [&str; 2] = ["vigie-cli", "vigie-journal"];

/// Every package of the workspace and of all platforms, and who names whom.
fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version", "1"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A package that a product is built from.
struct Package {
    name: String,
    /// As the build resolves them.
    features: Vec<String>,
    folder: PathBuf,
    /// It is of this workspace.
    ours: bool,
}

/// The packages that end up in the products: what they name, and what these name, without what is for tests and for building.
fn linked(metadata: &Value) -> Vec<Package> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let packages = list(&metadata["packages"]);
    let nodes = list(&metadata["resolve"]["nodes"]);
    let mut wanted: Vec<String> = packages
        .iter()
        .filter(|package| PRODUCTS.contains(&package["name"].as_str().unwrap()))
        .map(|package| text(&package["id"]))
        .collect();
    assert_eq!(wanted.len(), PRODUCTS.len());
    let mut at = 0;
    while let Some(id) = wanted.get(at).cloned() {
        let node = nodes.iter().find(|node| node["id"] == *id).unwrap();
        for dependency in list(&node["deps"]) {
            let id = text(&dependency["pkg"]);
            let linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            if linked && !wanted.contains(&id) {
                wanted.push(id);
            }
        }
        at += 1;
    }
    let package = |id: &String| {
        let package = packages.iter().find(|package| package["id"] == **id).unwrap();
        let node = nodes.iter().find(|node| node["id"] == **id).unwrap();
        Package {
            name: text(&package["name"]),
            features: list(&node["features"]).iter().map(text).collect(),
            folder: PathBuf::from(text(&package["manifest_path"])).parent().unwrap().to_path_buf(),
            ours: package["source"].is_null(),
        }
    };
    wanted.iter().map(package).collect()
}
