//! `cargo xtask reproduce`: the library and the command, built from two copies of the sources in two places, are the same to the byte.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo_with, must};
use crate::tools;

/// Where the two copies lie, under the target folder. Names of two lengths: a path that stays in what is built would move the rest.
const PLACES: [&str; 2] = ["reproduce/one", "reproduce/another-with-a-longer-name"];

/// What every path is called in what is built, whatever it was.
const SOURCES: &str = "/vigie";
const TARGET: &str = "/vigie-target";
const CARGO: &str = "/cargo";

/// The time that is written where one has to be: the first that an archive in zip's form can say, 1 January 1980.
const EPOCH: &str = "315532800";

/// `[--profile NAME]`: `release`, or `app`, as a library for a phone is built, which takes longer.
pub fn reproduce(args: &[String]) -> Result<(), String> {
    let profile = match args {
        [] => "release",
        [option, profile] if option == "--profile" => profile,
        _ => return Err("there is only --profile NAME".to_owned()),
    };
    let places = PLACES.map(tools::under_target);
    let places: Vec<PathBuf> = places.into_iter().collect::<Result<_, _>>()?;
    // Both before anything is built: somebody may go on writing.
    for place in &places {
        copied(place)?;
    }
    let mut built = Vec::new();
    for place in &places {
        println!("building in {}", place.display());
        let target = place.join("target");
        build(place, &target, profile)?;
        built.push(hashes(&target.join(profile))?);
    }
    let [one, other] = built.as_slice() else { return Err("nothing was built".to_owned()) };
    for ((name, one), (_, other)) in one.iter().zip(other) {
        println!("{one}  {name}");
        if one != other {
            println!("{other}  {name}, in the other place");
        }
    }
    if one == other { Ok(()) } else { Err("the two are not the same".to_owned()) }
}

/// Builds both as they are handed out: no path of this machine is in them.
fn build(sources: &Path, target: &Path, profile: &str) -> Result<(), String> {
    let mut build = cargo_with(&["build", "--locked", "--quiet", "--profile", profile]);
    build.args(["--package", "vigie-bindings", "--package", "vigie-cli"]);
    anywhere(&mut build, sources, target)?;
    must("build the library and the command", build.current_dir(sources))
}

/// Tells the compilers of Rust and C, whoever calls them, to write no path of this machine into what they build.
pub fn anywhere(build: &mut Command, sources: &Path, target: &Path) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    let cargo = cargo.or_else(home).ok_or("it is not known where cargo keeps its files")?;
    // The last that fits is taken, so what lies in another comes after it.
    let mut names = [(sources, SOURCES), (target, TARGET), (cargo.as_path(), CARGO)];
    names.sort_by_key(|(path, _)| path.as_os_str().len());
    let each = |option: &str| -> Vec<String> {
        names.iter().map(|(path, name)| format!("{option}={}={name}", path.display())).collect()
    };
    let c = each("-ffile-prefix-map").join(" ");
    build.env("CARGO_ENCODED_RUSTFLAGS", each("--remap-path-prefix").join("\u{1f}"));
    build.env("CFLAGS", c).env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
    build.env("SOURCE_DATE_EPOCH", EPOCH);
    Ok(())
}

/// A copy of the sources, with what is not committed yet. What was built there before is gone: all of it is built.
fn copied(place: &Path) -> Result<(), String> {
    let _ = std::fs::remove_dir_all(place);
    for file in sources()? {
        let to = place.join(&file);
        let made = to.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| std::fs::copy(&file, &to).map(drop))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// Every file that git has or would take.
pub fn sources() -> Result<Vec<PathBuf>, String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = git.output().map_err(|error| format!("git: {error}"))?;
    if !output.status.success() {
        return Err("git does not say which files are the project's".to_owned());
    }
    Ok(listed(&String::from_utf8_lossy(&output.stdout)).filter(|file| file.is_file()).collect())
}

fn listed(told: &str) -> impl Iterator<Item = PathBuf> + '_ {
    told.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from)
}

/// SHA-256 of what was built, by name.
fn hashes(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let files = [
        format!("{prefix}vigie_bindings{suffix}"),
        format!("vigie{}", std::env::consts::EXE_SUFFIX),
    ];
    files.into_iter().map(|name| Ok((name.clone(), sha256(&folder.join(name))?))).collect()
}

/// SHA-256 of a file, by the system's own program.
pub fn sha256(file: &Path) -> Result<String, String> {
    let programs: [&[&str]; 2] = [&["sha256sum"], &["shasum", "-a", "256"]];
    for program in programs {
        let Some((name, args)) = program.split_first() else { continue };
        if let Ok(output) = Command::new(name).args(args).arg(file).output()
            && output.status.success()
            && let Some(sum) = sum(&String::from_utf8_lossy(&output.stdout))
        {
            return Ok(sum);
        }
    }
    Err(format!("{} cannot be read by sha256sum", file.display()))
}

/// Reads `\ab12…  name`, whose first mark says that the name is written otherwise.
fn sum(told: &str) -> Option<String> {
    let sum = told.split_whitespace().next()?.trim_start_matches('\\');
    let is = sum.len() == 64 && sum.chars().all(|digit| digit.is_ascii_hexdigit());
    is.then(|| sum.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_and_what_is_none_is_not() {
        let hex = "ab".repeat(32);
        assert_eq!(sum(&format!("{hex}  a file\n")), Some(hex.clone()));
        assert_eq!(sum(&format!("\\{hex}  a\\nfile\n")), Some(hex));
        assert_eq!(sum("sha256sum: no such file"), None);
        assert_eq!(sum(""), None);
    }

    #[test]
    fn every_file_of_the_list_is_one_whatever_is_in_its_name() {
        let names: Vec<_> = listed("a b\0c\nd\0").collect();
        assert_eq!(names, [PathBuf::from("a b"), PathBuf::from("c\nd")]);
    }

    #[test]
    fn what_lies_in_another_folder_is_named_after_it() {
        let mut build = Command::new("true");
        anywhere(&mut build, Path::new("/here"), Path::new("/here/target")).unwrap();
        let flags = |name: &str| {
            let found = build.get_envs().find(|(key, _)| *key == name);
            found.and_then(|(_, value)| value).unwrap().to_string_lossy().into_owned()
        };
        let rust = flags("CARGO_ENCODED_RUSTFLAGS");
        let place = |text: &str, what: &str| text.find(what).unwrap();
        let (outer, inner) = ("=/here=/vigie", "=/here/target=/vigie-target");
        assert!(place(&rust, outer) < place(&rust, inner), "{rust}");
        let c = flags("CFLAGS");
        assert!(place(&c, outer) < place(&c, inner), "{c}");
    }
}
