//! The core in Python: the wheel is built as the guide says, installed beside the tools of its tests, and tested from there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::run::{Counts, cargo_with, check, junit, must};
use crate::small_disk::SmallDisk;
use crate::tools;

/// The folder of the package.
const PACKAGE: &str = "bindings/python";
/// The package that watches a cohort, on Spark.
const COHORT: &str = "bindings/python/vigie_cohort";

/// Builds, installs and tests the wheel: one count for each of pytest's tests.
pub fn python() -> Result<Counts, String> {
    let folder = tools::under_target("python")?;
    let requirements = format!("{PACKAGE}/tests/requirements.txt");
    let python = tools::python_with("python/environment", &["--requirement", &requirements])?;
    installed(&python, PACKAGE, &folder.join("wheels"), SHARED)?;
    let disk = SmallDisk::mount("python");
    let mut tests = Command::new(&python);
    tests.envs(SmallDisk::env(disk.as_ref()));
    let bill = crate::sbom::check()?;
    Ok(tested(tests, PACKAGE, &folder.join("tests.xml"))? + bill)
}

/// Installs what the cohort's tests need: Spark is the largest of it, and runs on Java.
pub fn cohort_tools() -> Result<(), String> {
    tools::debian("java", "default-jre-headless")?;
    tools::debian("pdftotext", "poppler-utils")?;
    cohort_python().map(drop)
}

fn cohort_python() -> Result<PathBuf, String> {
    let requirements = format!("{COHORT}/tests/requirements.txt");
    tools::python_with("python/cohort", &["--requirement", &requirements])
}

/// How the watch over a cohort grows with its rows, beside the released command.
pub fn scale(quick: bool) -> Result<Command, String> {
    cohort_tools()?;
    let folder = tools::under_target("python")?;
    let python = cohort_python()?;
    installed(&python, PACKAGE, &folder.join("wheels-released"), &[])?;
    installed(&python, COHORT, &folder.join("wheels-cohort"), &[])?;
    must(
        "build the command",
        &mut cargo_with(&["build", "--release", "--quiet", "--package", "vigie-cli"]),
    )?;
    let mut program = Command::new(python);
    program.arg(format!("{COHORT}/tests/scale.py")).arg(tools::under_target("release/vigie")?);
    // Eight items each: some 1,100 rows a person.
    let people: &[u32] = if quick { &[90] } else { &[90, 900, 9000] };
    for people in people {
        program.arg(simulated(&format!("scale-{people}.csv"), *people, 8)?);
    }
    Ok(program)
}

/// The Python that has the watch over a cohort. It is built and installed once: two stages use it.
pub fn cohort_installed() -> Result<PathBuf, String> {
    static DONE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let install = || {
        let folder = tools::under_target("python")?;
        let python = cohort_python()?;
        installed(&python, PACKAGE, &folder.join("wheels-of-the-cohort"), SHARED)?;
        installed(&python, COHORT, &folder.join("wheels-cohort"), &[])?;
        Ok(python)
    };
    DONE.get_or_init(install).clone()
}

/// The watch over a cohort: its tests, on a Spark of this machine.
pub fn cohort() -> Result<Counts, String> {
    let folder = tools::under_target("python")?;
    let python = cohort_installed()?;
    let mut tests = Command::new(&python);
    tests.env("VIGIE_SIMULATED", simulated("cohort.csv", 2000, 1)?);
    tests.envs([tools::short_lived("SPARK_SUBMIT_OPTS")]);
    tested(tests, COHORT, &folder.join("tests-cohort.xml"))
}

/// A table of so many made-up people with 1 or 8 items each, in a file of this name.
fn simulated(name: &str, people: u32, items: u8) -> Result<PathBuf, String> {
    let place = tools::under_target(&format!("python/{name}"))?;
    let mut make = cargo_with(&[
        "run",
        "--quiet",
        "--package",
        "vigie-simulator",
        "--example",
        "cohort",
        "--",
    ]);
    make.args([people.to_string(), items.to_string()]);
    let table = std::fs::File::create(&place).map_err(|error| error.to_string())?;
    must("make up people", make.stdout(table))?;
    Ok(place)
}

/// The library that the tests of the whole workspace share.
const SHARED: &[&str] = &["--config-settings", "build=shared"];

/// Runs the tests of a package with what they may ask for: one count for each of pytest's tests.
fn tested(mut tests: Command, package: &str, report: &Path) -> Result<Counts, String> {
    let _ = std::fs::remove_file(report);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"]);
    tests.arg(format!("--junit-xml={}", report.display())).arg(format!("{package}/tests"));
    // What a table gives is held against what the command gives.
    tests.env("VIGIE_COMMAND", tools::under_target("debug/vigie")?);
    let diaries = Path::new("../shared/data/diaries");
    if let Ok(diaries) = diaries.canonicalize() {
        tests.env("VIGIE_REAL_DIARIES", diaries);
    }
    tests.env("PYTHONDONTWRITEBYTECODE", "1");
    let passed = tests.stdin(Stdio::null()).status().is_ok_and(|status| status.success());
    let told = std::fs::read_to_string(report).unwrap_or_default();
    let mut counts = junit(&told).unwrap_or_default();
    if !passed && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// Years of made-up people who use the released command and the released wheel in turn while everything that can go wrong does: one
/// check, that prints what was survived.
pub fn endurance() -> Result<Counts, String> {
    let folder = tools::under_target("python")?;
    let python = tools::python_with("python/endurance", &[])?;
    installed(&python, PACKAGE, &folder.join("wheels-endurance"), &[])?;
    let build = ["build", "--release", "--quiet", "--package", "vigie-cli"];
    must("build the command", &mut cargo_with(&build))?;
    let disk = SmallDisk::mount("endurance");
    let mut years = Command::new(python);
    years.args(["-m", "endurance", "--people", "50", "--days", "365"]);
    years.env("PYTHONPATH", format!("{PACKAGE}/tests"));
    years.env("VIGIE_COMMAND", tools::under_target("release/vigie")?);
    years.envs(SmallDisk::env(disk.as_ref())).env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(check("fifty people, a year each", &mut years))
}

/// What calls from Python take: the program that is asked, with the wheel as it is handed out.
pub fn costs() -> Result<Command, String> {
    let folder = tools::under_target("python")?;
    let python = tools::python_with("python/costs", &[])?;
    installed(&python, PACKAGE, &folder.join("wheels-released"), &[])?;
    let mut program = Command::new(python);
    program.arg(format!("{PACKAGE}/tests/costs.py"));
    Ok(program)
}

/// Builds the wheel with these settings and installs it, each time anew: its version stays the same while the code changes.
fn installed(python: &Path, package: &str, folder: &Path, settings: &[&str]) -> Result<(), String> {
    let wheel = wheel(python, package, folder, settings)?;
    let mut install = pip(python, &["install", "--no-deps", "--force-reinstall"]);
    must("install the wheel", install.arg(wheel))
}

/// The wheels as they are handed out, in folders below this one. What is to be said to the compilers is said by `told`.
pub fn wheels(
    folder: &Path,
    told: impl Fn(&mut Command) -> Result<(), String>,
) -> Result<Vec<PathBuf>, String> {
    let python = tools::python_with("python/costs", &[])?;
    let made = [PACKAGE, COHORT].map(|package| {
        let name = Path::new(package).file_name().unwrap_or_default();
        wheel_told(&python, package, &folder.join(name), &[], &told)
    });
    made.into_iter().collect()
}

fn wheel(
    python: &Path,
    package: &str,
    folder: &Path,
    settings: &[&str],
) -> Result<PathBuf, String> {
    wheel_told(python, package, folder, settings, |_| Ok(()))
}

fn wheel_told(
    python: &Path,
    package: &str,
    folder: &Path,
    settings: &[&str],
    told: impl Fn(&mut Command) -> Result<(), String>,
) -> Result<PathBuf, String> {
    // Two stages may want one at the same time, and it is built beside its sources.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = std::fs::remove_dir_all(folder);
    let mut build = pip(python, &["wheel", "--no-deps"]);
    build.args(settings).arg("--wheel-dir").arg(folder).arg(format!("./{package}"));
    told(&mut build)?;
    must("build the wheel", &mut build)?;
    let made = std::fs::read_dir(folder).map_err(|error| error.to_string())?.flatten().next();
    made.map(|file| file.path()).ok_or_else(|| "there is no wheel".to_owned())
}

fn pip(python: &Path, args: &[&str]) -> Command {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]).args(args);
    // What builds a wheel lies among the sources, which other stages copy meanwhile.
    pip.env("PYTHONDONTWRITEBYTECODE", "1");
    pip
}
