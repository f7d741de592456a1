//! Tools the stages need: installed when they are missing, so that a fresh machine passes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::run::cargo_with;

/// The one version that is used; another one may know other rules.
const CARGO_DENY: &str = "0.19.0";

/// What is installed and fetched ahead of its stage is waited for by the stage.
static INSTALLING: Mutex<()> = Mutex::new(());
static FETCHING: Mutex<()> = Mutex::new(());
static PIPS: Mutex<()> = Mutex::new(());

/// A variable with options for Java, for a virtual machine that lives a minute: what it would spend on making its program faster does
/// not come back. What the machine's owner says in it stays.
pub fn short_lived(variable: &'static str) -> (&'static str, String) {
    let theirs = std::env::var(variable).unwrap_or_default();
    (variable, format!("{theirs} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC").trim().to_owned())
}

fn one_at_a_time(what: &'static Mutex<()>) -> MutexGuard<'static, ()> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn runs(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// cargo-deny at its pinned version.
pub fn cargo_deny() -> Result<(), String> {
    let there = || {
        let output = cargo_with(&["deny", "--version"]).stdin(Stdio::null()).output();
        output.is_ok_and(|output| is_wanted(&String::from_utf8_lossy(&output.stdout)))
    };
    if there() {
        return Ok(());
    }
    println!("installing cargo-deny {CARGO_DENY}, about 2 minutes");
    let args = ["install", "--locked", "--quiet", "--debug", "cargo-deny", "--version", CARGO_DENY];
    // Nobody steps through it: without what a debugger reads it is there in half the time.
    let mut install = cargo_with(&args);
    let installed = install.env("CARGO_PROFILE_DEV_DEBUG", "0").stdin(Stdio::null()).status();
    // Asked once more: an older one that comes first in PATH would be run in its place.
    if installed.is_ok_and(|status| status.success()) && there() {
        return Ok(());
    }
    Err(format!("cargo-deny {CARGO_DENY} could not be installed"))
}

/// cargo-fuzz, and the nightly compiler it needs.
pub fn cargo_fuzz() -> Result<(), String> {
    let there = || runs(nightly_fuzz().arg("--version"));
    if !there() {
        println!("installing cargo-fuzz, about 2 minutes");
        let args = ["install", "--locked", "--quiet", "--debug", "cargo-fuzz"];
        let _ = cargo_with(&args).stdin(Stdio::null()).status();
    }
    if there() { Ok(()) } else { Err("cargo-fuzz and a nightly compiler are needed".to_owned()) }
}

/// `cargo fuzz` by the nightly compiler: rustup's `cargo`, not the one that runs us, knows it.
pub fn nightly_fuzz() -> Command {
    let mut command = Command::new("cargo");
    command.args(["+nightly", "fuzz"]);
    command
}

/// Whether this is what the wanted cargo-deny says of itself.
fn is_wanted(version: &str) -> bool {
    version.trim().strip_prefix("cargo-deny ") == Some(CARGO_DENY)
}

/// A folder under the target folder, from anywhere. It need not be there yet.
pub fn under_target(name: &str) -> Result<PathBuf, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    std::path::absolute(Path::new(&target).join(name)).map_err(|error| error.to_string())
}

/// A Python with these packages, in an environment of this name of its own under the target folder.
pub fn python_with(name: &str, packages: &[&str]) -> Result<PathBuf, String> {
    let _turn = one_at_a_time(&PIPS);
    let home = under_target(name)?;
    let scripts = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = home.join(scripts).join(format!("python{}", std::env::consts::EXE_SUFFIX));
    // Debian's own python3 comes without the half of venv that brings pip.
    debian_when(
        "python3 -c 'import ensurepip, venv'",
        "python3 with its venv module",
        "python3-venv",
    )?;
    if !runs(Command::new("python3").args(["-m", "venv"]).arg(&home)) {
        return Err("python3 with its venv module is needed".to_owned());
    }
    if packages.is_empty() {
        return Ok(python);
    }
    // Says nothing and takes a second when they are there at these versions.
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    if runs(Command::new(&python).args(install).args(packages)) {
        return Ok(python);
    }
    Err(format!("pip could not install {}", packages.join(", ")))
}

/// A Debian package that brings `command`.
pub fn debian(command: &str, package: &str) -> Result<(), String> {
    debian_when(&format!("command -v {command}"), command, package)
}

/// The library that Compose draws with, which no package of Java brings.
pub fn library_for_drawing() -> Result<(), String> {
    debian_when("/sbin/ldconfig -p | grep libGL.so.1", "libGL.so.1", "libgl1")
}

/// Java that shows windows: the one without a head cannot.
pub fn java_with_windows() -> Result<(), String> {
    let there =
        "test -e \"$(dirname \"$(readlink -f \"$(command -v java)\")\")/../lib/libawt_xawt.so\"";
    debian_when(there, "Java with windows", "default-jre")
}

/// Installs a Debian package unless the shell finds what it is for.
fn debian_when(found: &str, what: &str, package: &str) -> Result<(), String> {
    let there = || runs(Command::new("sh").args(["-c", found]));
    if there() {
        return Ok(());
    }
    let _turn = one_at_a_time(&INSTALLING);
    if there() {
        return Ok(());
    }
    println!("installing {package}, under a minute");
    let apt = |args: &[&str]| {
        Command::new("apt-get")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    // Not each of thousands of files is waited for until the disk has it.
    let unpack = "Dpkg::Options::=--force-unsafe-io";
    let install = || apt(&["install", "-y", "--no-install-recommends", "-o", unpack, package]);
    let update = || apt(&["update"]);
    // What there is is asked once, and again when that did not do.
    static UPDATED: OnceLock<bool> = OnceLock::new();
    if (*UPDATED.get_or_init(update) && install()) || (update() && install()) || there() {
        return Ok(());
    }
    Err(format!("{what} is missing: install the Debian package {package} (as root)"))
}

/// The jars that a `pom.xml` names, and all they need, in `folder/lib`.
pub fn maven(pom: &Path, folder: &Path) -> Result<(), String> {
    debian("javac", "default-jdk-headless")?;
    debian("mvn", "maven")?;
    fetched(&[pom], folder, || {
        let mut maven = Command::new("mvn");
        maven.args(["--batch-mode", "--quiet", "--file"]).arg(pom);
        maven.args(["dependency:copy-dependencies", "-DincludeScope=runtime"]);
        maven.arg(format!("-DoutputDirectory={}", folder.join("lib").display()));
        maven.stdin(Stdio::null()).status().is_ok_and(|status| status.success())
    })
}

/// The packages that a `package.json` and its lock name, in `folder/node_modules`. No script of theirs runs.
pub fn npm(recipe: &Path, folder: &Path) -> Result<(), String> {
    let files = ["package.json", "package-lock.json"].map(|name| recipe.join(name));
    fetched(&[&files[0], &files[1]], folder, || {
        let copied = files.iter().all(|file| {
            file.file_name().is_some_and(|name| std::fs::copy(file, folder.join(name)).is_ok())
        });
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
        let status = npm.current_dir(folder).stdin(Stdio::null()).status();
        copied && status.is_ok_and(|status| status.success())
    })
}

/// What `fetch` brings into `folder`, once for as long as the files that say what to bring are the same: a copy of each lies
/// beside what was brought.
pub fn fetched(
    recipes: &[&Path],
    folder: &Path,
    fetch: impl FnOnce() -> bool,
) -> Result<(), String> {
    let _turn = one_at_a_time(&FETCHING);
    let name = folder.display();
    let mut wanted = Vec::new();
    for recipe in recipes {
        let text = std::fs::read(recipe).map_err(|e| format!("{}: {e}", recipe.display()))?;
        let file = recipe.file_name().ok_or_else(|| format!("{}: no file", recipe.display()))?;
        wanted.push((folder.join(file), text));
    }
    let same = |(copy, text): &(PathBuf, Vec<u8>)| std::fs::read(copy).is_ok_and(|it| it == *text);
    if wanted.iter().all(same) {
        return Ok(());
    }
    println!("fetching {name}");
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{name}: {error}"))?;
    if !fetch() {
        return Err(format!("{name} could not be fetched"));
    }
    // Last: a fetch that was cut off is begun again.
    for (copy, text) in wanted {
        std::fs::write(&copy, text).map_err(|error| format!("{}: {error}", copy.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_fetched_is_fetched_again_only_when_its_recipe_is_another_or_it_failed() {
        let scratch = std::env::temp_dir().join(format!("vigie-fetched-{}", std::process::id()));
        let (recipe, folder) = (scratch.join("recipe"), scratch.join("tool"));
        std::fs::create_dir_all(&scratch).unwrap();
        let times = std::cell::Cell::new(0);
        let fetch = |works: bool| {
            fetched(&[&recipe], &folder, || {
                times.set(times.get() + 1);
                std::fs::write(folder.join("left behind"), "by whom it was fetched").unwrap();
                works
            })
        };
        assert!(fetch(true).is_err(), "there is no recipe");
        std::fs::write(&recipe, "one").unwrap();
        fetch(false).unwrap_err();
        fetch(true).unwrap();
        fetch(true).unwrap();
        assert_eq!(times.get(), 2);
        std::fs::write(&recipe, "two").unwrap();
        fetch(false).unwrap_err();
        std::fs::write(&recipe, "one").unwrap();
        fetch(true).unwrap();
        assert_eq!(times.get(), 4, "what was there before a failure is gone");
        std::fs::remove_dir_all(&scratch).unwrap();
    }

    #[test]
    fn another_version_of_cargo_deny_is_not_the_wanted_one() {
        assert!(is_wanted(&format!("cargo-deny {CARGO_DENY}\n")));
        assert!(!is_wanted(&format!("cargo-deny {CARGO_DENY}1\n")));
        assert!(!is_wanted(""));
    }
}
