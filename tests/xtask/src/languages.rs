//! What the stages of Kotlin, Swift and Python share: the library with its bindings, and the code generated from it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo_with, must};
use crate::tools;

/// The library with its bindings as the tests of every language load it: unstripped, because the generator reads the interface
/// from it. Built with the whole workspace's tests, as every stage does: with another choice of packages cargo would build the
/// dependencies again.
pub fn library() -> Result<PathBuf, String> {
    built(&["--workspace", "--lib", "--tests"], "debug")
}

/// The library as fast as an app would have it, with the symbols that the generator reads.
pub fn released() -> Result<PathBuf, String> {
    built(&["--release", "--package", "vigie-bindings"], "release")
}

/// The library as small as an app would ship it.
pub fn shipped() -> Result<PathBuf, String> {
    built(&["--profile", "app", "--package", "vigie-bindings"], "app")
}

/// The library that cargo builds by these arguments.
fn built(args: &[&str], folder: &str) -> Result<PathBuf, String> {
    must("build the library", cargo_with(&["build", "--quiet"]).args(args))?;
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    tools::under_target(&format!("{folder}/{prefix}vigie_bindings{suffix}"))
}

/// The generator, of the version the library is built with.
pub fn generator() -> Result<PathBuf, String> {
    let target = tools::under_target("generate")?;
    let mut build = cargo_with(&["build", "--locked", "--quiet"]);
    build.args(["--manifest-path", "bindings/generate/Cargo.toml", "--target-dir"]).arg(&target);
    must("build the generator", &mut build)?;
    Ok(target.join(format!("debug/vigie-generate{}", std::env::consts::EXE_SUFFIX)))
}

/// Writes the code of one language (`kotlin`, `swift`, `python`) for a library into a folder. To be called in the root of the
/// workspace, where the generator finds `uniffi.toml`.
pub fn generate(library: &Path, language: &str, folder: &Path) -> Result<(), String> {
    let mut generate = Command::new(generator()?);
    generate.arg("generate").arg(library).args(["--language", language, "--no-format"]);
    must(&format!("write the {language} code"), generate.arg("--out-dir").arg(folder))
}
