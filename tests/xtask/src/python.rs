//! The core in Python: the wheel is built as the guide says, installed beside the tools of its tests, and tested from there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{Counts, junit, must};
use crate::small_disk::SmallDisk;
use crate::tools;

/// The folder of the package.
const PACKAGE: &str = "bindings/python";

/// Builds, installs and tests the wheel: one count for each of pytest's tests.
pub fn python() -> Result<Counts, String> {
    let folder = tools::under_target("python")?;
    let requirements = format!("{PACKAGE}/tests/requirements.txt");
    let python = tools::python_with("python/environment", &["--requirement", &requirements])?;
    // The library that the tests of the whole workspace share.
    installed(&python, &folder.join("wheels"), &["--config-settings", "build=shared"])?;

    let report = folder.join("tests.xml");
    let _ = std::fs::remove_file(&report);
    let disk = SmallDisk::mount("python");
    let mut tests = Command::new(&python);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"]);
    tests.arg(format!("--junit-xml={}", report.display())).arg(format!("{PACKAGE}/tests"));
    // What a table gives is held against what the command gives.
    tests.env("VIGIE_COMMAND", tools::under_target("debug/vigie")?);
    tests.env("PYTHONDONTWRITEBYTECODE", "1").envs(SmallDisk::env(disk.as_ref()));
    let passed = tests.stdin(Stdio::null()).status().is_ok_and(|status| status.success());
    let told = std::fs::read_to_string(&report).unwrap_or_default();
    let mut counts = junit(&told).unwrap_or_default();
    if !passed && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// What calls from Python take: the program that is asked, with the wheel as it is handed out.
pub fn costs() -> Result<Command, String> {
    let folder = tools::under_target("python")?;
    let python = tools::python_with("python/costs", &[])?;
    installed(&python, &folder.join("wheels-released"), &[])?;
    let mut program = Command::new(python);
    program.arg(format!("{PACKAGE}/tests/costs.py"));
    Ok(program)
}

/// Builds the wheel with these settings and installs it, each time anew: its version stays the same while the code changes.
fn installed(python: &Path, folder: &Path, settings: &[&str]) -> Result<(), String> {
    let wheel = wheel(python, folder, settings)?;
    let mut install = pip(python, &["install", "--no-deps", "--force-reinstall"]);
    must("install the wheel", install.arg(wheel))
}

fn wheel(python: &Path, folder: &Path, settings: &[&str]) -> Result<PathBuf, String> {
    let _ = std::fs::remove_dir_all(folder);
    let mut build = pip(python, &["wheel", "--no-deps"]);
    build.args(settings).arg("--wheel-dir").arg(folder).arg(format!("./{PACKAGE}"));
    must("build the wheel", &mut build)?;
    let made = std::fs::read_dir(folder).map_err(|error| error.to_string())?.flatten().next();
    made.map(|file| file.path()).ok_or_else(|| "there is no wheel".to_owned())
}

fn pip(python: &Path, args: &[&str]) -> Command {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]).args(args);
    pip
}
