//! `cargo xtask release [--to DIR]`: makes what is handed out, as far as this machine can, and says what it cannot make and who can.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::licences;
use crate::reproduce::{anywhere, sha256, sources};
use crate::run::{cargo_with, must};
use crate::{languages, python, sbom, tools};

/// Where it goes when no folder is named, under the target folder.
const TO: &str = "release-files";
/// Where it is built: beside what the tests build, for its flags are others.
const BUILT: &str = "release-build";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What goes beside a program or a library.
const BESIDE: [&str; 4] = ["LICENSE", "README.md", "SECURITY.md", licences::FILE];

/// What another machine has to make: what it is, what is wanting here, what is to be done there.
const ELSEWHERE: [[&str; 3]; 4] = [
    [
        "vigie.apk",
        "Android's SDK, its NDK and Gradle",
        "cargo install --locked cargo-ndk --version 4.1.2; cd android && gradle :app:assembleRelease",
    ],
    [
        "the libraries for an AAR or an app of one's own",
        "Android's NDK",
        "cargo ndk --target arm64-v8a --target armeabi-v7a --target x86_64 --platform 26 --output-dir jniLibs build --profile app \
         --package vigie-bindings",
    ],
    ["VigieCoreFFI.xcframework", "a Mac with Xcode 16", "bindings/swift/build-xcframework.sh"],
    [
        "Vigie.ipa",
        "a Mac with Xcode 16 and Apple's signature",
        "the steps of ios/README.md, after build-xcframework.sh",
    ],
];

/// Something that is made here: its name for a person, and how. It gives the files that it wrote.
type Step = (&'static str, fn(&Place) -> Result<Vec<PathBuf>, String>);

/// In the order in which they need each other.
const STEPS: [Step; 7] = [
    ("the list of licences", list),
    ("the bill of materials", |place| Ok(vec![sbom::write(&place.to)?])),
    ("the sources", source),
    ("the command", command),
    ("the library", library),
    ("the code for Kotlin and Swift", code),
    ("the wheels for Python", wheels),
];

/// Where it is made.
struct Place {
    root: PathBuf,
    built: PathBuf,
    to: PathBuf,
}

/// Makes all that can be made. An error names what could not.
pub fn release(args: &[String]) -> Result<(), String> {
    let to = match args {
        [] => tools::under_target(TO)?,
        [option, folder] if option == "--to" => {
            std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))?
        }
        _ => return Err("there is only --to DIR".to_owned()),
    };
    if fs::read_dir(&to).is_ok_and(|mut files| files.next().is_some()) {
        return Err(format!(
            "{} is not empty: what lies there would be taken for a part of it",
            to.display()
        ));
    }
    fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
    let root = std::env::current_dir().map_err(|error| error.to_string())?;
    let place = Place { root, built: tools::under_target(BUILT)?, to };
    let (mut made, mut failed) = (Vec::new(), Vec::new());
    for (name, make) in STEPS {
        println!("--- {name}");
        match make(&place) {
            Ok(files) => made.extend(files),
            Err(why) => failed.push(format!("{name}: {why}")),
        }
    }
    made.sort();
    sums(&made, &place.to)?;
    println!("\nmade in {}:", place.to.display());
    for file in &made {
        let size = fs::metadata(file).map(|file| file.len()).unwrap_or_default();
        println!("  {:<55} {size:>10} bytes", name_of(file));
    }
    println!("\nnot made here:");
    for [what, wanting, how] in ELSEWHERE {
        println!("  {what}: it needs {wanting}\n      {how}");
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("\ncould not be made:\n  {}", failed.join("\n  ")))
    }
}

/// `x86_64-linux`: what a program or a library is for.
fn machine() -> String {
    format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// As it stands in the sources, if that is what would be made now.
fn list(place: &Place) -> Result<Vec<PathBuf>, String> {
    if licences::check().failed > 0 {
        return Err("it is another".to_owned());
    }
    let to = place.to.join("licences.txt");
    copy(Path::new(licences::FILE), &to)?;
    Ok(vec![to])
}

/// All that is needed to build the rest, on whatever machine. What is changed and not committed is in it.
fn source(place: &Place) -> Result<Vec<PathBuf>, String> {
    let name = format!("vigie-{VERSION}");
    let folder = emptied(place, &name)?;
    for file in sources()? {
        copy(&file, &folder.join(&file))?;
    }
    Ok(vec![packed(place, &name, &format!("{name}-sources"))?])
}

fn cargo(place: &Place, args: &[&str]) -> Result<Command, String> {
    let mut cargo = cargo_with(&["build", "--locked", "--quiet"]);
    cargo.args(args);
    anywhere(&mut cargo, &place.root, &place.built)?;
    Ok(cargo)
}

/// The command with its manual, its completions and the licences.
fn command(place: &Place) -> Result<Vec<PathBuf>, String> {
    // With the library, whose interface is read from it: together they are the same crates with the same features.
    let args = ["--release", "--package", "vigie-cli", "--package", "vigie-bindings"];
    must("build the command", &mut cargo(place, &args)?)?;
    let name = format!("vigie-{VERSION}-{}", machine());
    let folder = emptied(place, &name)?;
    let program = folder.join(format!("vigie{}", std::env::consts::EXE_SUFFIX));
    copy(&place.built.join("release").join(name_of(&program)), &program)?;
    if cfg!(target_os = "linux") {
        must("strip the command", Command::new("strip").arg(&program))?;
    }
    for (args, file) in [
        (&["man"][..], "vigie.1"),
        (&["completions", "bash"], "vigie.bash"),
        (&["completions", "zsh"], "_vigie"),
        (&["completions", "fish"], "vigie.fish"),
    ] {
        let output = Command::new(&program).args(args).args(["--lang", "fr"]).output();
        let output = output.map_err(|error| format!("the command does not run: {error}"))?;
        fs::write(folder.join(file), output.stdout).map_err(|error| format!("{file}: {error}"))?;
    }
    beside(&folder)?;
    Ok(vec![packed(place, &name, &name)?])
}

/// The library as an app has it, for this machine.
fn library(place: &Place) -> Result<Vec<PathBuf>, String> {
    must(
        "build the library",
        &mut cargo(place, &["--profile", "app", "--package", "vigie-bindings"])?,
    )?;
    let name = format!("vigie-library-{VERSION}-{}", machine());
    let folder = emptied(place, &name)?;
    let file = library_file();
    copy(&place.built.join("app").join(&file), &folder.join(&file))?;
    beside(&folder)?;
    Ok(vec![packed(place, &name, &name)?])
}

fn library_file() -> String {
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    format!("{prefix}vigie_bindings{suffix}")
}

/// What is generated for the library of this version, with what is written by hand around it.
fn code(place: &Place) -> Result<Vec<PathBuf>, String> {
    let library = place.built.join("release").join(library_file());
    let kotlin = format!("vigie-kotlin-{VERSION}");
    let folder = emptied(place, &kotlin)?;
    languages::generate(&library, "kotlin", &folder.join("src"))?;
    copy_all("bindings/kotlin/src/main/kotlin", &folder.join("src"))?;
    copy(Path::new("docs/guides/android.md"), &folder.join("android.md"))?;
    copy(Path::new("LICENSE"), &folder.join("LICENSE"))?;
    let swift = format!("vigie-swift-{VERSION}");
    let package = emptied(place, &swift)?;
    copy_all("bindings/swift", &package)?;
    let generated = place.built.join("swift-generated");
    languages::generate(&library, "swift", &generated)?;
    for (file, to) in
        [("VigieCore.swift", "Sources/VigieCore"), ("VigieCoreFFI.h", "Sources/VigieCoreFFI")]
    {
        copy(&generated.join(file), &package.join(to).join(file))?;
    }
    copy(Path::new("docs/guides/ios.md"), &package.join("ios.md"))?;
    copy(Path::new("LICENSE"), &package.join("LICENSE"))?;
    Ok(vec![packed(place, &kotlin, &kotlin)?, packed(place, &swift, &swift)?])
}

fn wheels(place: &Place) -> Result<Vec<PathBuf>, String> {
    let made = python::wheels(&place.built.join("wheels"), |build| {
        anywhere(build, &place.root, &place.built)
    })?;
    let to = |wheel: &PathBuf| {
        let to = place.to.join(name_of(wheel));
        copy(wheel, &to).map(|()| to)
    };
    made.iter().map(to).collect()
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
fn sums(files: &[PathBuf], to: &Path) -> Result<(), String> {
    let line = |file: &PathBuf| Ok(format!("{}  {}\n", sha256(file)?, name_of(file)));
    let lines: Result<String, String> = files.iter().map(line).collect();
    fs::write(to.join("SHA256SUMS"), lines?).map_err(|error| format!("SHA256SUMS: {error}"))
}

fn beside(folder: &Path) -> Result<(), String> {
    BESIDE.iter().try_for_each(|file| {
        let file = Path::new(file);
        copy(file, &folder.join(name_of(file)))
    })
}

/// A folder of this name, where an archive is put together.
fn emptied(place: &Place, name: &str) -> Result<PathBuf, String> {
    let folder = place.built.join("packed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Of a folder an archive that says nothing of who made it, nor when: the same files give the same bytes.
fn packed(place: &Place, folder: &str, name: &str) -> Result<PathBuf, String> {
    let file = place.to.join(format!("{name}.tar.gz"));
    let mut tar = Command::new("tar");
    tar.args([
        "--sort=name",
        "--mtime=@0",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=u+rw,go+r,go-w",
    ]);
    tar.args(["--use-compress-program", "gzip -9n", "--create", "--file"]).arg(&file);
    tar.arg("--directory").arg(place.built.join("packed")).arg(folder);
    must(&format!("pack {name}"), &mut tar)?;
    Ok(file)
}

/// The project's own files below a folder, and nothing that was built there.
fn copy_all(from: &str, to: &Path) -> Result<(), String> {
    let files = sources()?;
    let below = files.iter().filter_map(|file| Some((file, file.strip_prefix(from).ok()?)));
    below.into_iter().try_for_each(|(file, name)| copy(file, &to.join(name)))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let made = to.parent().map_or(Ok(()), fs::create_dir_all);
    let copied = made.and_then(|()| fs::copy(from, to));
    copied.map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("vigie-release-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_same_files_make_the_same_archive_whenever_they_were_written() {
        let folder = scratch("archive");
        let sums = ["a", "b"].map(|run| {
            let place =
                Place { root: folder.clone(), built: folder.join(run), to: folder.join(run) };
            let inner = emptied(&place, "x").unwrap();
            fs::write(inner.join("file"), "what it says").unwrap();
            let old = std::time::SystemTime::UNIX_EPOCH
                + std::time::Duration::from_secs(if run == "a" { 1 } else { 99 });
            fs::File::options()
                .write(true)
                .open(inner.join("file"))
                .unwrap()
                .set_modified(old)
                .unwrap();
            sha256(&packed(&place, "x", "x").unwrap()).unwrap()
        });
        assert_eq!(sums[0], sums[1]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_empty_is_not_written_into() {
        let folder = scratch("full");
        fs::write(folder.join("mine"), "mine").unwrap();
        let args = ["--to".to_owned(), folder.display().to_string()];
        assert!(release(&args).unwrap_err().contains("not empty"));
        assert!(release(&["--fast".to_owned()]).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_sums_are_a_line_a_file_by_its_name_alone() {
        let folder = scratch("sums");
        fs::write(folder.join("empty"), "").unwrap();
        sums(&[folder.join("empty")], &folder).unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(
            fs::read_to_string(folder.join("SHA256SUMS")).unwrap(),
            format!("{empty}  empty\n")
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
