//! The stage of Kotlin: the module of bindings/kotlin is compiled against code made from the library, and its tests run on the JVM.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::languages;
use crate::run::{Counts, check, junit, must};
use crate::small_disk::SmallDisk;
use crate::tools;

/// The module.
const POM: &str = "bindings/kotlin/pom.xml";
/// The guide with a listing that is compiled and run with the tests.
const GUIDE: &str = "docs/guides/android.md";
/// How such a listing begins in the guide.
const EXECUTED: &str = "```kotlin executed\n";

/// The goal that checks the style, by the plugin at the version that pom.xml names.
pub const STYLE: &str = "com.github.gantsign.maven:ktlint-maven-plugin:check";

pub fn tools() -> Result<(), String> {
    tools::debian("javac", "default-jdk-headless")?;
    tools::debian("mvn", "maven")
}

/// Makes the code, and counts each test of JUnit's as one.
pub fn run() -> Result<Counts, String> {
    let made = prepared(&languages::library()?)?;
    let target = made.parent().ok_or("the target folder has no name")?;
    let style = check("the style of Kotlin", maven(target, POM).arg(STYLE));
    let mut maven = maven(target, POM);
    let disk = SmallDisk::mount("kotlin");
    maven.envs(SmallDisk::env(disk.as_ref()));
    Ok(tested(&mut maven, &[made.join("build")])? + style)
}

/// Runs the tests of Maven's modules and counts those in the reports below their folders of what is built.
pub fn tested(maven: &mut Command, built: &[PathBuf]) -> Result<Counts, String> {
    let status = maven.arg("test").stdin(Stdio::null()).status();
    let passed = status.is_ok_and(|status| status.success());
    let mut counts = Counts::default();
    for folder in built {
        counts = counts + counted(&folder.join("surefire-reports"))?;
    }
    // It did not compile, or died, without a test that failed.
    let died = Counts { failed: u32::from(!passed && counts.failed == 0), ..Counts::default() };
    Ok((counts + died).or_failed_if_empty())
}

/// The folder of what is made, with the code that is generated for this library and the listing of the guide.
pub fn prepared(library: &Path) -> Result<PathBuf, String> {
    tools()?;
    let made = tools::under_target("kotlin")?;
    // What an earlier run compiled or reported says nothing of this one: a class whose file is gone would still be found.
    let _ = std::fs::remove_dir_all(made.join("build"));
    let generated = made.join("generated");
    let _ = std::fs::remove_dir_all(&generated);
    languages::generate(library, "kotlin", &generated)?;
    let guide = std::fs::read_to_string(GUIDE).map_err(|error| format!("{GUIDE}: {error}"))?;
    let listing = listing(&guide).ok_or_else(|| format!("{GUIDE} has no listing to run"))?;
    write(&made.join("guide/Listing.kt"), listing)?;
    Ok(made)
}

/// What calls from Kotlin take: the program that is asked, for a library that is built as an app would have it.
pub fn costs(library: &Path) -> Result<Command, String> {
    let made = prepared(library)?;
    let target = made.parent().ok_or("the target folder has no name")?;
    let classpath = made.join("classpath");
    let mut compile = maven(target, POM);
    compile.args([
        "test-compile",
        "--quiet",
        "dependency:build-classpath",
        "-Dmdep.includeScope=test",
    ]);
    compile.arg(format!("-Dmdep.outputFile={}", classpath.display())).stdout(Stdio::null());
    must("build the program in Kotlin", &mut compile)?;
    let jars = std::fs::read_to_string(&classpath).map_err(|error| error.to_string())?;
    let build = made.join("build");
    let classes = ["classes", "test-classes"].map(|name| build.join(name).display().to_string());
    let folder = library.parent().ok_or("the library lies nowhere")?;
    let mut java = Command::new("java");
    java.args(["-Xms192m", "-Xmx192m", "-XX:+UseSerialGC"]);
    java.arg(format!("-Djna.library.path={}", folder.display()));
    java.arg("-cp").arg([classes.join(":"), jars.trim().to_owned()].join(":"));
    java.arg("org.vigie.tests.CostsKt");
    Ok(java)
}

/// Maven for a module, with all that is built below the target folder. The goals are left to say.
pub fn maven(target: &Path, pom: &str) -> Command {
    let mut maven = Command::new("mvn");
    maven.args(["--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"]);
    maven.envs([tools::short_lived("MAVEN_OPTS")]);
    // No compiler is left running.
    maven.args(["-Dkotlin.compiler.daemon=false", "--file", pom]);
    maven.arg(format!("-Dvigie.target={}", target.display()));
    maven
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let written = file
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(file, text));
    written.map_err(|error| format!("{}: {error}", file.display()))
}

/// The text of the listing that is run.
fn listing(guide: &str) -> Option<&str> {
    let (_, rest) = guide.split_once(EXECUTED)?;
    rest.split_once("```").map(|(listing, _)| listing)
}

/// The tests in the reports of Surefire, one file a class.
fn counted(reports: &Path) -> Result<Counts, String> {
    let mut counts = Counts::default();
    let Ok(files) = std::fs::read_dir(reports) else { return Ok(counts) };
    for file in files.filter_map(Result::ok).map(|file| file.path()) {
        if file.extension().is_some_and(|extension| extension == "xml") {
            let report = std::fs::read_to_string(&file).unwrap_or_default();
            let unreadable = || format!("{} is no report", file.display());
            counts = counts + junit(&report).ok_or_else(unreadable)?;
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listing_of_the_guide_is_the_one_that_is_marked() {
        let guide = "text\n```kotlin\nno\n```\n```kotlin executed\nfun yes() {}\n```\nmore\n";
        assert_eq!(listing(guide), Some("fun yes() {}\n"));
        assert_eq!(listing("```kotlin\nno\n```\n"), None);
    }
}
