//! The core on ARM, which phones are made of: its own tests as ARM code under qemu-user, and everything that apps link
//! type-checked for Android and iOS. In a Debian root of its own, because a compiler for ARM is more than a machine should be
//! asked to install.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{Counts, cargo_with, check, counted, succeeds};
use crate::tools;

/// The packages whose tests run: the core, and what apps load. The command and the tools around it are for computers.
const PACKAGES: [&str; 9] = [
    "vigie-model",
    "vigie-words",
    "vigie-watch",
    "vigie-seal",
    "vigie-vault",
    "vigie-report",
    "vigie-guide",
    "vigie-journal",
    "vigie-bindings",
];

/// Tests that are left out, all whose names hold these words, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("real::", "the registries' own records do not lie beside the project in there"),
    (
        "of_a_hundred_megabytes_no_more_than_a_record_and_a_buffer_is_ever_ahead",
        "a hundred megabytes: not done after five minutes under qemu, on a busy machine",
    ),
];

/// Tests that start themselves once more as a program.
const START_THEMSELVES: &[&str] = &[
    "every_acknowledged_record_is_there_after_being_killed_at_any_moment",
    "a_second_process_is_told_that_the_journal_is_in_use_and_the_first_goes_on",
    "a_kill_at_any_moment_of_a_rotation_leaves_a_whole_journal",
    "memory_that_is_not_there_is_an_error_and_not_the_end_of_the_process",
];

/// A system of phones that the code is checked for, with what stands in for its own headers.
struct Mobile {
    target: &'static str,
    /// What is told of the check, so that nobody takes it for more.
    about: &'static str,
    /// For the crates that compile C.
    environment: &'static [&'static str],
}

const ANDROID: Mobile = Mobile {
    target: "aarch64-linux-android",
    about: "type-checked only, C compiled with the headers of glibc in place of Android's, nothing linked or run",
    environment: &[
        "CC_aarch64_linux_android=clang",
        "AR_aarch64_linux_android=ar",
        "CFLAGS_aarch64_linux_android=-isystem /usr/aarch64-linux-gnu/include",
    ],
};

const IOS: Mobile = Mobile {
    target: "aarch64-apple-ios",
    about: "type-checked only, C compiled with the headers of macOS that Zig brings, nothing linked or run",
    environment: &[
        "CC_aarch64_apple_ios=clang",
        "AR_aarch64_apple_ios=ar",
        "SDKROOT=/build/darwin",
    ],
};

/// One check for each test and for each system of phones.
pub fn arm() -> Result<Counts, String> {
    let place = Place::prepared()?;
    println!("built by {}, not by the compiler of rust-toolchain.toml", place.compiler()?);
    let counts = own_tests(&place) + mobile(&place, &ANDROID);
    Ok(counts
        + match place.darwin() {
            Ok(()) => mobile(&place, &IOS),
            // The other checks still count.
            Err(why) => Counts::missing(&why),
        })
}

fn own_tests(place: &Place) -> Counts {
    let mut args = vec!["cargo", "test", "--no-fail-fast", "--locked", "--lib", "--tests"];
    args.extend(["--target", "aarch64-unknown-linux-gnu"]);
    args.extend(PACKAGES.iter().flat_map(|name| ["--package", name]));
    args.push("--");
    let mut leave_out = |name: &'static str, why: &str| {
        println!("left out: {name}: {why}");
        args.extend(["--skip", name]);
    };
    LEFT_OUT.iter().for_each(|&(name, why)| leave_out(name, why));
    let told = ["test", "-e", "/proc/sys/fs/binfmt_misc/vigie-arm"];
    if !place.inside(&told).status().is_ok_and(|status| status.success()) {
        let why = "this Linux (6.7 is needed) does not let a program for ARM start another";
        START_THEMSELVES.iter().for_each(|&name| leave_out(name, why));
    }
    println!("--- run under qemu-user");
    counted(&mut place.inside(&args))
}

fn mobile(place: &Place, system: &Mobile) -> Counts {
    // The standard library is compiled as well: Debian has none for phones. In a folder of its own, because what is
    // allowed to the compiler here makes cargo build again what the tests were built with.
    let mut args = vec!["env", "RUSTC_BOOTSTRAP=1", "CARGO_TARGET_DIR=/build/mobile"];
    args.extend(system.environment);
    args.extend(["cargo", "check", "--quiet", "--locked", "--package", "vigie-bindings"]);
    args.extend(["-Zbuild-std=std,panic_abort", "--target", system.target]);
    check(
        &format!("vigie-bindings for {}: {}", system.target, system.about),
        &mut place.inside(&args),
    )
}

/// Where all of it is done.
struct Place {
    /// The Debian root.
    root: PathBuf,
    /// What goes in and comes out: `/build` in the root.
    work: PathBuf,
}

impl Place {
    fn prepared() -> Result<Self, String> {
        if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
            return Err("the root for ARM is made on Linux on x86-64 only".to_owned());
        }
        tools::debian("mmdebstrap", "mmdebstrap")?;
        let folder = tools::under_target("tools/arm")?;
        let place = Self { root: folder.join("root"), work: tools::under_target("arm")? };
        let recipe = Path::new("tests/arm/root.sh");
        tools::fetched(&[recipe], &folder, || {
            println!("a Debian root with a compiler for ARM: 2.6 GB, some minutes");
            succeeds(Command::new("sh").arg(recipe).arg(&place.root))
        })?;
        // The compiler's own crates, for a standard library, are of the root.
        let crates = place.work.join("crates");
        tools::fetched(&[Path::new("Cargo.lock"), recipe], &crates, || place.vendor(&crates))?;
        // Each time: it is of this program, not of what was fetched.
        let config = "[source.crates-io]\nreplace-with = \"vendored\"\n\
                      [source.vendored]\ndirectory = \"/build/crates/vendor\"\n";
        let written = std::fs::write(crates.join("config.toml"), config);
        written.map_err(|error| format!("what cargo is told in there: {error}"))?;
        Ok(place)
    }

    /// Every crate, because there is no network in there.
    fn vendor(&self, home: &Path) -> bool {
        let crates = home.join("vendor");
        let vendor = ["vendor", "--locked", "--versioned-dirs", "--quiet"];
        let copy =
            "cp --recursive --no-clobber /usr/src/rustc-*/library/vendor/. /build/crates/vendor/";
        succeeds(cargo_with(&vendor).arg(&crates).stdout(Stdio::null()))
            && succeeds(&mut self.inside(&["sh", "-c", copy]))
    }

    /// The headers of Apple's that are free to be had.
    fn darwin(&self) -> Result<(), String> {
        let recipe = Path::new("tests/arm/requirements.txt");
        let headers = self.work.join("darwin");
        tools::fetched(&[recipe], &headers, || {
            let packages = ["--requirement", "tests/arm/requirements.txt"];
            let copy = "import pathlib, shutil, sys, ziglang\n\
                        home = pathlib.Path(ziglang.__file__).parent\n\
                        shutil.copytree(home / 'lib/libc/include/any-macos-any', sys.argv[1])";
            tools::python_with("tools/ziglang", &packages).is_ok_and(|python| {
                succeeds(Command::new(python).args(["-c", copy]).arg(headers.join("usr/include")))
            })
        })
    }

    /// A command in the root.
    fn inside(&self, args: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.arg("tests/arm/inside.sh").arg(&self.root).arg(&self.work).args(args);
        command
    }

    /// The compiler in the root, as it names itself. It is not the one that the workspace is pinned to, which rustup would
    /// have to fetch: a newer one has to do, and an older one cannot.
    fn compiler(&self) -> Result<String, String> {
        let output = self.inside(&["rustc", "--version"]).output();
        let said = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        let wanted = env!("CARGO_PKG_RUST_VERSION");
        match said {
            Ok(said) if numbers(&said) >= numbers(wanted) => Ok(said),
            Ok(said) => Err(format!("'{said}' is what Debian has: {wanted} is needed")),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The first numbers of a version, wherever it begins in a text; none sorts before any.
fn numbers(text: &str) -> Option<(u32, u32)> {
    let version = text.split_whitespace().find(|word| word.contains('.'))?;
    let mut parts = version.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_compiler_is_known_from_what_it_says_of_itself() {
        let said = "rustc 1.96.1 (31fca3adb 2026-06-26) (built from a source tarball)";
        assert_eq!(numbers(said), Some((1, 96)));
        assert!(numbers(said) > numbers("1.95") && numbers("1.100.0") > numbers(said));
        assert!(numbers("sh: rustc: not found") < numbers("1.95"));
    }
}
