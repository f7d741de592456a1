//! The Swift package over the real library. Bookworm has no Swift, so it is built and tested in a root folder of Debian trixie,
//! which has Swift 6, in mounts of its own: nothing stays mounted, however it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::languages;
use crate::run::{Counts, check, must, succeeds};
use crate::tools;

/// The release whose Swift it is (6.0.3), and what is installed of it.
const SUITE: &str = "trixie";
const PACKAGES: &str = "swiftlang,libc6-dev,libstdc++-14-dev,ca-certificates,git,make";

/// The package, and what is written into it: neither is kept in git.
const PACKAGE: &str = "bindings/swift";
const GENERATED: [(&str, &str); 2] = [
    ("VigieCore.swift", "Sources/VigieCore/VigieCore.swift"),
    ("VigieCoreFFI.h", "Sources/VigieCoreFFI/VigieCoreFFI.h"),
];

/// The guide. One of its listings is compiled and called; of the other, which needs Apple's SDK, the syntax is checked.
const GUIDE: &str = "docs/guides/ios.md";
const LISTING: &str = "Tests/GuideTests/Diary.swift";
const SCREEN: &str = "TodayScreen.swift";
const PARSE: &str = "swiftc -parse -target arm64-apple-ios17.0 /target/TodayScreen.swift";

/// Runs a command in mounts and processes of its own, which end with it.
const APART: [&str; 7] =
    ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"];

/// Makes the root folder ($1) by way of another ($2) from a release ($3) and its packages ($4), unless this made it.
const MAKE: &str = r#"
recipe="$3 $4"
[ "$(cat "$1/recipe" 2>/dev/null)" != "$recipe" ] || exit 0
echo "making a folder with Swift, about 3 minutes and 2.7 GB"
rm -rf "$1" "$2"
mmdebstrap --quiet --variant=apt --mode=root --aptopt='APT::Install-Recommends "false"' --include="$4" "$3" "$2"
mkdir -p "$2/vigie" "$2/library" "$2/target" "$2/small-disk"
echo "$recipe" > "$2/recipe"
mv "$2" "$1"
"#;

/// Enters the root folder ($1) with these folders ($2 to $4) and runs a script ($5) there, with what is left as its arguments. Swift finds its own libraries by
/// /proc. What the tests write goes to memory, and one story needs a disk that is really full.
const ENTER: &str = r#"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount --bind "$2" "$1/vigie"
mount --bind "$3" "$1/library"
mount --bind "$4" "$1/target"
mount -t tmpfs tmpfs "$1/tmp"
mount -t tmpfs -o size=4m tmpfs "$1/small-disk"
root="$1" script="$5"
shift 5
exec chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/bin:/bin LD_LIBRARY_PATH=/library VIGIE_SMALL_DISK=/small-disk \
    VIGIE_FULL="${VIGIE_FULL-}" bash -euc "cd /vigie; $script" bash "$@"
"#;

/// Without `--disable-xctest` XCTest would first report that it ran nothing; the last flag is for `@Observable`, whose library in
/// Debian names a symbol that nothing calls. The Rust library is shared here, so it is never an old one that was linked.
pub const TEST: &str = "swift test --disable-xctest --no-parallel -Xlinker -L/library \
    -Xlinker --unresolved-symbols=ignore-in-shared-libs --scratch-path";
/// Where the package is built, in the root folder.
const BUILT: &str = "/target/build";

/// The tests that measure the process run in one of their own.
const ALONE: &str = "GrowthTests";

/// Everything but what is generated.
const LINT: &str = "find Package.swift Sources Tests -name '*.swift' ! -name VigieCore.swift -print0 \
    | xargs -0 swift format lint --strict";

pub fn tools() -> Result<(), String> {
    root_folder().map(drop)
}

pub fn swift() -> Result<Counts, String> {
    let apart = Apart::with(&languages::library()?)?;
    let inside = |script: &str| apart.run(PACKAGE, script);
    let all = format!("{TEST} {BUILT} --skip {ALONE}");
    let alone = format!("VIGIE_ALONE=1 {TEST} {BUILT} --filter {ALONE}");
    Ok(tested(&mut inside(&all)?)
        + tested(&mut inside(&alone)?)
        + check("the syntax of the guide's screen", &mut inside(PARSE)?)
        + check("the style of the Swift", &mut inside(LINT)?))
}

/// What calls from Swift take: the program that is asked, built for a library that is built as an app would have it, and the folder
/// that it sees as `/target`.
pub fn costs(library: &Path) -> Result<(Command, PathBuf), String> {
    let apart = Apart::with(library)?;
    let build = "swift build --configuration release --product Costs --scratch-path /target/costs -Xlinker -L/library \
        -Xlinker --unresolved-symbols=ignore-in-shared-libs >&2";
    must("build the program in Swift", &mut apart.run(PACKAGE, build)?)?;
    let run = r#"exec /target/costs/release/Costs "/target/${1#*/target/swift/}" "$2" "$3""#;
    Ok((apart.run(PACKAGE, run)?, apart.work))
}

/// The root folder with Swift, and what is seen in it.
pub struct Apart {
    root: PathBuf,
    /// The folder of the Rust library, seen as `/library`.
    library: PathBuf,
    /// That of what is built, seen as `/target`.
    work: PathBuf,
}

impl Apart {
    /// With the package completed for this library.
    pub fn with(library: &Path) -> Result<Self, String> {
        let (root, work) = (root_folder()?, tools::under_target("swift")?);
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        written(library, &work)?;
        let library = library.parent().ok_or("the library lies nowhere")?.to_owned();
        Ok(Self { root, library, work })
    }

    /// A script in this folder of the project.
    pub fn run(&self, package: &str, script: &str) -> Result<Command, String> {
        let project = std::env::current_dir().map_err(|error| error.to_string())?;
        let mut command = Command::new(APART[0]);
        command.args(&APART[1..]).args(["sh", "-euc", ENTER, "sh"]).arg(&self.root).arg(project);
        command.arg(&self.library).arg(&self.work).arg(format!("cd {package}; {script}"));
        Ok(command)
    }
}

/// The root folder with Swift in it: made once, by one process at a time, and only a whole one has the name. The lock belongs to the
/// processes that make it, so it is held for as long as one of them lives, whatever became of us.
fn root_folder() -> Result<PathBuf, String> {
    tools::debian("mmdebstrap", "mmdebstrap")?;
    let root = tools::under_target("tools/swift")?;
    let folder = root.parent().unwrap_or(&root);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut make = Command::new("flock");
    make.arg(root.with_extension("lock")).args(APART).args(["sh", "-euc", MAKE, "sh"]);
    make.arg(&root).arg(root.with_extension("part")).args([SUITE, PACKAGES]);
    if succeeds(&mut make) {
        return Ok(root);
    }
    Err("the folder with Swift could not be made: it needs root, mounts and Debian's mirror"
        .to_owned())
}

/// Writes what the package lacks, when it is another: Swift would build again what is only newer.
fn written(library: &Path, work: &Path) -> Result<(), String> {
    let generated = work.join("generated");
    languages::generate(library, "swift", &generated)?;
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let guide = read(Path::new(GUIDE))?;
    let package = Path::new(PACKAGE);
    let mut files = vec![
        (package.join(LISTING), listing(&guide, "Diary.swift")?),
        (work.join(SCREEN), listing(&guide, SCREEN)?),
    ];
    for (name, place) in GENERATED {
        files.push((package.join(place), read(&generated.join(name))?));
    }
    for (place, text) in files {
        if !fs::read_to_string(&place).is_ok_and(|there| there == text) {
            fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
        }
    }
    Ok(())
}

/// A listing of the guide that is a whole file: the block of Swift that begins with its name.
fn listing(guide: &str, name: &str) -> Result<String, String> {
    let blocks = guide.split("\n```swift\n").skip(1);
    let mut blocks = blocks.filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block));
    let found = blocks.find(|block| block.starts_with(&format!("// {name}:")));
    Ok(format!("{}\n", found.ok_or_else(|| format!("{GUIDE} has no listing {name}"))?))
}

/// Runs tests, shows what they say but for what only begins, and counts them.
pub fn tested(command: &mut Command) -> Counts {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else { return Counts::one(false) };
    let mut told = Told::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new(); // bytes: a test may print what is not text
        while output.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line);
            if !text.starts_with(['◇', '[', '↳']) {
                print!("{text}");
            }
            told.line(text.trim_end());
            line.clear();
        }
    }
    let succeeded = child.wait().is_ok_and(|status| status.success());
    told.counts(succeeded)
}

/// What Swift Testing told: `✔ Test "…" passed after …`. A test that is run with several arguments counts as many tests.
#[derive(Default)]
struct Told {
    /// How often a test was begun with an argument.
    begun: BTreeMap<String, u32>,
    /// The arguments it failed with.
    wrong: BTreeMap<String, BTreeSet<String>>,
    counts: Counts,
    /// Tests that came to an end, and how many there were by Swift's own account.
    ended: u32,
    announced: u32,
}

impl Told {
    fn line(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix("◇ Passing ") {
            if let Some((_, title)) = rest.rsplit_once(" to \"") {
                *self.begun.entry(title.trim_end_matches('"').to_owned()).or_default() += 1;
            }
            return;
        }
        let Some(rest) = line.strip_prefix(['✔', '✘']).and_then(|rest| rest.strip_prefix(" Test "))
        else {
            return;
        };
        if let Some(rest) = rest.strip_prefix("run with ") {
            let number = rest.split(' ').next().and_then(|number| number.parse().ok());
            self.announced = number.unwrap_or_default();
        } else if let Some((title, rest)) = told(rest, " recorded an issue ") {
            let argument = rest.split(" at ").next().unwrap_or_default();
            self.wrong.entry(title).or_default().insert(argument.to_owned());
        } else if let Some((title, _)) = told(rest, " passed after ") {
            self.ended(&title, false);
        } else if let Some((title, _)) = told(rest, " failed after ") {
            self.ended(&title, true);
        } else if told(rest, " skipped").is_some() {
            self.ended += 1;
            self.counts.ignored += 1;
        }
    }

    fn ended(&mut self, title: &str, failed: bool) {
        let all = self.begun.get(title).copied().unwrap_or(1);
        let wrong =
            self.wrong.get(title).map_or(1, |wrong| u32::try_from(wrong.len()).unwrap_or(1));
        let wrong = if failed { wrong.clamp(1, all) } else { 0 };
        self.ended += 1;
        self.counts.failed += wrong;
        self.counts.passed += all - wrong;
    }

    /// A run that failed without a failed test (it did not compile, it died) counts as one failure; so does one that told of
    /// other tests than were read here.
    fn counts(mut self, succeeded: bool) -> Counts {
        let other = self.ended != self.announced;
        if other {
            println!("FAILED {} tests came to an end, of {}", self.ended, self.announced);
        }
        if other || !succeeded && self.counts.failed == 0 {
            self.counts.failed += 1;
        }
        self.counts
    }
}

/// The title of a test and what follows, of a line that says this of it.
fn told(line: &str, what: &str) -> Option<(String, String)> {
    let (title, rest) = line.split_once(what)?;
    Some((title.trim_matches('"').to_owned(), rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(lines: &[&str], succeeded: bool) -> Counts {
        let mut told = Told::default();
        lines.iter().for_each(|line| told.line(line));
        told.counts(succeeded)
    }

    #[test]
    fn a_test_counts_once_for_each_of_its_arguments() {
        let lines = [
            "◇ Test \"A day reads\" started.",
            "◇ Passing 1 argument text → \"1900-01-01\" to \"A day reads\"",
            "◇ Passing 1 argument text → \"2199-12-31\" to \"A day reads\"",
            "✔ Test \"A day reads\" passed after 0.074 seconds.",
            "✔ Test \"Freed\" passed after 5.255 seconds.",
            "✘ Test \"Grows\" skipped: \"VIGIE_ALONE=1 says …\"",
            "✔ Suite \"Days\" passed after 5.328 seconds.",
            "✔ Test run with 3 tests passed after 5.398 seconds.",
        ];
        assert_eq!(counts(&lines, true), Counts { passed: 3, ignored: 1, ..Counts::default() });
    }

    #[test]
    fn what_failed_counts_once_for_each_argument_it_failed_with() {
        let lines = [
            "◇ Passing 1 argument way → one to \"Typed\"",
            "◇ Passing 1 argument way → two to \"Typed\"",
            "◇ Passing 1 argument way → three to \"Typed\"",
            "✘ Test \"Typed\" recorded an issue with 1 argument way → two at A.swift:217:5: Expectation failed: a",
            "✘ Test \"Typed\" recorded an issue with 1 argument way → two at A.swift:218:5: Expectation failed: b",
            "✘ Test \"Typed\" failed after 20.375 seconds with 2 issues.",
            "✘ Test \"Told\" recorded an issue at A.swift:236:40: Expectation failed: (fewest → 8) == 12",
            "✘ Test \"Told\" failed after 20.376 seconds with 1 issue.",
            "✘ Test run with 2 tests failed after 22.770 seconds with 3 issues.",
        ];
        assert_eq!(counts(&lines, false), Counts { passed: 2, failed: 2, ..Counts::default() });
    }

    #[test]
    fn a_run_that_did_not_end_is_a_failure() {
        assert_eq!(counts(&["error: fatalError"], false), Counts::one(false));
        let cut = ["✔ Test \"Freed\" passed after 5 seconds."];
        assert_eq!(counts(&cut, true), Counts { passed: 1, failed: 1, ..Counts::default() });
        let died = ["✔ Test \"Freed\" passed after 5 seconds.", "✔ Test run with 1 test passed."];
        assert_eq!(counts(&died, false), Counts { passed: 1, failed: 1, ..Counts::default() });
    }

    #[test]
    fn the_listing_is_the_block_with_its_name() {
        let guide = "x\n```swift\nlet a = 1\n```\ny\n```swift\n// Diary.swift: b\nlet c = 2\n```\n";
        assert_eq!(listing(guide, "Diary.swift").unwrap(), "// Diary.swift: b\nlet c = 2\n");
        assert!(listing(guide, "Other.swift").is_err());
    }
}
