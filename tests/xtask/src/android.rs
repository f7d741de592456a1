//! The stage of the Android app: its screens over the real library, tapped and drawn on the JVM, and the
//! application on Robolectric's Android.

use crate::kotlin;
use crate::languages;
use crate::run::{Counts, check};
use crate::small_disk::SmallDisk;
use crate::tools;

/// Every module of the app that Maven builds.
const POM: &str = "android/pom.xml";
/// Those with tests, as they are called below the target folder.
const TESTED: [&str; 3] = ["vigie-ui", "vigie-desktop", "vigie-app"];

pub fn tools() -> Result<(), String> {
    kotlin::tools()?;
    tools::library_for_drawing()
}

/// Counts each test of JUnit's as one.
pub fn android() -> Result<Counts, String> {
    let made = kotlin::prepared(&languages::library()?)?;
    let target = made.parent().ok_or("the target folder has no name")?;
    let built = target.join("android");
    // What an earlier run compiled or reported says nothing of this one.
    let _ = std::fs::remove_dir_all(&built);
    let style = check("the style of the app", kotlin::maven(target, POM).arg(kotlin::STYLE));
    let mut maven = kotlin::maven(target, POM);
    // One module that fails says nothing of the others.
    maven.args(["-Dvigie.only.used=true", "--fail-at-end"]);
    let disk = SmallDisk::mount("android");
    maven.envs(SmallDisk::env(disk.as_ref()));
    Ok(kotlin::tested(&mut maven, &TESTED.map(|module| built.join(module)))? + style)
}
