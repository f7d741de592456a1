//! The app in a window on this computer: `cargo xtask app`, and `--demo` for the journal of an invented person.

use std::path::Path;
use std::process::Command;

use crate::run::{cargo_with, must};
use crate::{kotlin, languages, tools};

const POM: &str = "android/pom.xml";
/// As `vigie demo` leaves them.
const DEMO: [&str; 2] = ["journal", "journal-passphrase.txt"];

/// Builds the app and opens it. Returns when its window is closed.
pub fn open(args: &[String]) -> Result<(), String> {
    let demo = match args {
        [] => false,
        [one] if one == "--demo" => true,
        _ => return Err("there is only --demo".to_owned()),
    };
    tools::java_with_windows()?;
    tools::library_for_drawing()?;
    println!("building the app: some minutes the first time");
    let library = languages::released()?;
    let made = kotlin::prepared(&library)?;
    let target = made.parent().ok_or("the target folder has no name")?;
    let mut java = program(target, library.parent().ok_or("the library lies nowhere")?)?;
    if demo {
        let folder = target.join("app-demo");
        told(&folder)?;
        java.arg(&folder).arg(folder.join(DEMO[1]));
    }
    must("open the window", &mut java)
}

/// Java with everything it needs to show the window.
fn program(target: &Path, library: &Path) -> Result<Command, String> {
    let mut java = java(target, library, "runtime", &["vigie-desktop/classes"])?;
    java.arg("org.vigie.desktop.MainKt");
    Ok(java)
}

/// What the screens cost: the program that is asked, over the library as it is released.
pub fn costs() -> Result<Command, String> {
    tools::library_for_drawing()?;
    let library = languages::released()?;
    let made = kotlin::prepared(&library)?;
    let target = made.parent().ok_or("the target folder has no name")?;
    let folder = library.parent().ok_or("the library lies nowhere")?;
    let own = ["vigie-ui/test-classes", "vigie-ui/classes"];
    let mut java = java(target, folder, "test", &own)?;
    java.arg("org.vigie.ui.AppCostsKt");
    Ok(java)
}

/// Java with what was built of the app in these folders, and what the window uses in this scope.
fn java(target: &Path, library: &Path, scope: &str, own: &[&str]) -> Result<Command, String> {
    let built = target.join("android");
    let classpath = built.join("classpath");
    let mut build = kotlin::maven(target, POM);
    // No more than the window needs: it is the last of them, and what is written last is its class path.
    build.args(["--projects", ":vigie-desktop", "--also-make"]);
    build.args(["--quiet", "-Dvigie.only.used=true", "-DskipTests", "package"]);
    build.args(["dependency:build-classpath", &format!("-Dmdep.includeScope={scope}")]);
    build.arg(format!("-Dmdep.outputFile={}", classpath.display()));
    must("build the app", &mut build)?;
    let jars = std::fs::read_to_string(&classpath).map_err(|error| error.to_string())?;
    let own = own.iter().map(|folder| built.join(folder).display().to_string());
    let all: Vec<String> = own.chain([jars.trim().to_owned()]).collect();
    let mut java = Command::new("java");
    java.arg(format!("-Djna.library.path={}", library.display()));
    java.arg("-cp").arg(all.join(":"));
    Ok(java)
}

/// The demo's journal, made once.
fn told(folder: &Path) -> Result<(), String> {
    if DEMO.iter().all(|name| folder.join(name).exists()) {
        return Ok(());
    }
    let mut demo = cargo_with(&["run", "--quiet", "--release", "--", "demo", "--dir"]);
    must("tell the demo's story", demo.arg(folder).stdout(std::process::Stdio::null()))
}
