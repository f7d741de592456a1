//! The stages of `cargo xtask test`, in the order of the table that it ends with. A new stage is one entry.

use std::path::Path;

use crate::arm;
use crate::defences;
use crate::house;
use crate::kotlin;
use crate::run::{Counts, cargo_test, cargo_test_with, cargo_with, check, must};
use crate::small_disk::SmallDisk;
use crate::tools;

/// One stage. It holds at least one test: a stage that has none yet is not in the table.
pub struct Stage {
    /// As in `cargo xtask test NAME`.
    pub name: &'static str,
    /// What it does, for the help and the table at the end.
    pub about: &'static str,
    /// Runs only when it is named: it takes longer than CI has.
    pub on_request: bool,
    /// Beside which others it runs.
    pub lane: Lane,
    /// Installs what it needs; is done already when that was done ahead of it. An error is why it cannot run.
    pub tools: fn() -> Result<(), String>,
    /// Runs, in the root of the workspace. An error is why it could not.
    pub run: fn() -> Result<Counts, String>,
}

/// Where a stage runs. Most of them wait a good part of their time, for a browser, a terminal or one thread of a virtual machine:
/// in two lanes, one beside the other, a machine of two cores is busy all the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Before all others and with nothing beside it: it builds what they use.
    First,
    /// In one of two lanes, after those above it in the same lane: those that write into one folder share one.
    One,
    /// In the other.
    Other,
    /// In whichever lane has done all of its own first, in the order of the table: the long ones stand before the short ones.
    /// Nothing that it writes is read by a stage of a lane.
    Either,
}

/// Every stage.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "style",
        about: "format, lints, documentation, licences and their list, sources, the rules of the house",
        on_request: false,
        lane: Lane::First,
        tools: nothing,
        run: style,
    },
    Stage {
        name: "core",
        about: "every crate's own tests, with the simulator",
        on_request: false,
        lane: Lane::First,
        tools: core_tools,
        run: core,
    },
    Stage {
        name: "defences",
        about: "each test of an attack fails when the defence is taken out",
        on_request: false,
        lane: Lane::Either,
        tools: nothing,
        run: defences,
    },
    Stage {
        name: "cli",
        about: "the command end to end, as a user runs it",
        on_request: false,
        lane: Lane::Either,
        tools: cli_tools,
        run: cli,
    },
    Stage {
        name: "interface",
        about: "what apps see of the bindings is frozen, named and documented",
        on_request: false,
        lane: Lane::One,
        tools: nothing,
        run: crate::interface::interface,
    },
    Stage {
        name: "kotlin",
        about: "the bindings for Kotlin on the JVM: their tests, the stories, the guide's listing",
        on_request: false,
        lane: Lane::One,
        tools: kotlin::tools,
        run: kotlin::run,
    },
    Stage {
        name: "android",
        about: "the Android app's screens on the JVM over the real library, tapped and drawn",
        on_request: false,
        lane: Lane::One,
        tools: crate::android::tools,
        run: crate::android::android,
    },
    Stage {
        name: "swift",
        about: "the Swift package over the real library, with the stories and the guide's listing",
        on_request: false,
        lane: Lane::One,
        tools: crate::swift::tools,
        run: crate::swift::swift,
    },
    Stage {
        name: "ios",
        about: "the iPhone's app: its models over the real library, its views against our stub",
        on_request: false,
        lane: Lane::One,
        tools: crate::swift::tools,
        run: crate::ios::ios,
    },
    Stage {
        name: "python",
        about: "the core in Python: its wheel, its types, tables, and the stories",
        on_request: false,
        lane: Lane::One,
        tools: nothing,
        run: crate::python::python,
    },
    Stage {
        name: "cohort",
        about: "the watch over a cohort, on Spark: the lines of the command, privacy, bad input",
        on_request: false,
        lane: Lane::Other,
        tools: crate::python::cohort_tools,
        run: crate::python::cohort,
    },
    Stage {
        name: "documents",
        about: "every form of the report, read and judged by programs that are not ours",
        on_request: false,
        lane: Lane::Other,
        tools: documents_tools,
        run: documents,
    },
    Stage {
        name: "walks",
        about: "the pages of docs/walks, typed into a terminal word for word",
        on_request: false,
        lane: Lane::Other,
        tools: walks_tools,
        run: walks,
    },
    Stage {
        name: "attack",
        about: "the vault's tests with every byte, every length, a thousand kills",
        on_request: true,
        lane: Lane::First,
        tools: nothing,
        run: attack,
    },
    Stage {
        name: "fuzz",
        about: "every parser of a stranger's file, a minute each, by libFuzzer",
        on_request: true,
        lane: Lane::First,
        tools: nothing,
        run: fuzz,
    },
    Stage {
        name: "endurance",
        about: "fifty made-up people for a year, by the command and the bindings in turn: kills, copies, keys, clocks",
        on_request: true,
        lane: Lane::First,
        tools: nothing,
        run: crate::python::endurance,
    },
    Stage {
        name: "arm",
        about: "the core's tests as ARM code under qemu-user; type-checked for Android and iOS",
        on_request: true,
        lane: Lane::First,
        tools: nothing,
        run: arm::arm,
    },
];

/// The stages named, in the order of the table; when none is named, all that are not on request.
pub fn chosen(names: &[String]) -> Result<Vec<&'static Stage>, String> {
    if let Some(unknown) = names.iter().find(|name| STAGES.iter().all(|s| s.name != **name)) {
        let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!("no stage '{unknown}'; there are: {}", known.join(", ")));
    }
    let wanted = |stage: &&Stage| match names {
        [] => !stage.on_request,
        names => names.iter().any(|name| name == stage.name),
    };
    Ok(STAGES.iter().filter(wanted).collect())
}

fn nothing() -> Result<(), String> {
    Ok(())
}

fn style() -> Result<Counts, String> {
    let mut counts = check("format", &mut cargo_with(&["fmt", "--all", "--check"]));
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    counts = counts + check("lints", &mut cargo_with(&clippy));
    let mut doc = cargo_with(&["doc", "--workspace", "--no-deps", "--quiet"]);
    counts = counts + check("documentation", doc.env("RUSTDOCFLAGS", "-D warnings"));
    // Advisories need a database from the network; bans, licences and sources do not.
    let deny = ["deny", "--log-level", "error", "check", "bans", "licenses", "sources"];
    counts = counts
        + match tools::cargo_deny() {
            Ok(()) => check("dependencies", &mut cargo_with(&deny)),
            // The other checks still count.
            Err(why) => Counts::missing(&why),
        };
    Ok(counts + crate::licences::check() + house::check(Path::new(".")))
}

/// The package whose tests run the command.
const COMMAND: &str = "vigie-cli";
/// The package whose tests play the walks.
const WALKS: &str = "vigie-walks";
/// The package whose tests read the documents back.
const DOCUMENTS: &str = "vigie-documents";

/// `cargo test` over the whole workspace with some of its targets, in this environment. Every stage names the whole
/// workspace: with another choice of packages cargo would build the dependencies again.
fn targets(
    chosen: impl Fn(&house::TestTarget) -> bool,
    more: &[&str],
    env: &[(&str, &str)],
) -> Result<Counts, String> {
    let all = house::test_targets().ok_or("cargo metadata cannot be read")?;
    let mut args = vec!["--workspace"];
    args.extend(more);
    for target in all.iter().filter(|target| chosen(target)) {
        args.extend(["--test", &target.name]);
    }
    Ok(cargo_test_with(&args, env))
}

/// Backups are read and written by the stock tool too.
fn core_tools() -> Result<(), String> {
    tools::debian("age", "age")
}

fn core() -> Result<Counts, String> {
    let own = |target: &house::TestTarget| {
        ![COMMAND, DOCUMENTS, WALKS].contains(&target.package.as_str())
    };
    let disk = SmallDisk::mount("core");
    let units = targets(own, &["--lib", "--bins"], &SmallDisk::env(disk.as_ref()))?;
    Ok(units + cargo_test(&["--workspace", "--doc"]))
}

fn defences() -> Result<Counts, String> {
    let root = std::env::current_dir().map_err(|error| error.to_string())?;
    defences::check(&root)
}

fn cli_tools() -> Result<(), String> {
    tools::debian("pdftotext", "poppler-utils")
}

fn cli() -> Result<Counts, String> {
    targets(|target| target.package == COMMAND, &[], &[])
}

/// The tests that try a sample of what can go wrong, with all of it.
fn attack() -> Result<Counts, String> {
    let targets = ["vault", "power", "errors"].map(|name| ["--test", name]);
    let mut args = vec!["--release", "--workspace"];
    args.extend(targets.iter().flatten());
    args.extend(["--", "--nocapture"]);
    Ok(cargo_test_with(&args, &[("VIGIE_FULL", "1")]))
}

/// Seconds for each fuzz target.
const FUZZ_SECONDS: u32 = 60;

/// One check a target: it ran its time and found nothing.
fn fuzz() -> Result<Counts, String> {
    tools::cargo_fuzz()?;
    let targets = std::fs::read_dir("tests/fuzz/targets").map_err(|error| error.to_string())?;
    let names =
        targets.filter_map(|file| Some(file.ok()?.path().file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    let seconds = format!("-max_total_time={FUZZ_SECONDS}");
    Ok(names.iter().fold(Counts::default(), |counts, name| {
        let mut run = tools::nightly_fuzz();
        run.args(["run", "--fuzz-dir", "tests/fuzz", name, "--"]);
        run.args([seconds.as_str(), "-rss_limit_mb=2048", "-timeout=20"]);
        counts + check(name, &mut run)
    }))
}

/// Where the tests of the documents look for tools that are no Debian packages (`tests/documents/src/tools.rs`).
const DOCUMENT_TOOLS: &str = "VIGIE_DOCUMENT_TOOLS";

/// What the readers in Python need: cryptography and calendars that are not ours.
const DOCUMENT_PACKAGES: [&str; 2] = ["cryptography==48.0.0", "icalendar==7.3.2"];

fn documents_tools() -> Result<(), String> {
    let folder = tools::under_target("tools")?;
    tools::debian("pdftotext", "poppler-utils")?;
    // Calc without a screen; a spreadsheet is opened and read cell by cell.
    tools::debian("soffice", "libreoffice-calc-nogui")?;
    tools::maven(Path::new("tests/documents/java/verapdf/pom.xml"), &folder.join("verapdf"))?;
    tools::maven(Path::new("tests/documents/java/fhir/pom.xml"), &folder.join("fhir"))?;
    for (command, package) in [
        ("chromium", "chromium"),
        ("firefox-esr", "firefox-esr"),
        ("node", "nodejs"),
        ("npm", "npm"),
    ] {
        tools::debian(command, package)?;
    }
    tools::npm(Path::new("tests/documents/node/fhir"), &folder.join("fhir-node"))?;
    tools::npm(Path::new("tests/documents/node/page"), &folder.join("page"))?;
    let packages = ["--requirement", "tests/documents/python/fhir/requirements.txt"];
    tools::python_with("tools/fhir-python", &packages)?;
    tools::python_with("tools/python", &DOCUMENT_PACKAGES)?;
    Ok(())
}

fn documents() -> Result<Counts, String> {
    let folder = tools::under_target("tools")?;
    let place = folder.to_str().ok_or("the target folder's name is not Unicode")?;
    targets(|target| target.package == DOCUMENTS, &[], &[(DOCUMENT_TOOLS, place)])
}

fn walks_tools() -> Result<(), String> {
    cli_tools()?;
    kotlin::tools()?;
    crate::python::cohort_tools()
}

/// The command, and the programs in Python, are on the path of whoever walks. Without the tests cargo would build the command
/// and what it depends on again: see [`targets`]. The developer of the walks does build the library alone, as a developer would.
fn walks() -> Result<Counts, String> {
    let all = ["build", "--quiet", "--workspace", "--lib", "--bins", "--tests"];
    must("build the command", &mut cargo_with(&all))?;
    let python = crate::python::cohort_installed()?;
    let programs = python.parent().and_then(Path::to_str).ok_or("Python lies nowhere")?;
    let java = ["MAVEN_OPTS", "SPARK_SUBMIT_OPTS"].map(tools::short_lived);
    let mut env = vec![("VIGIE_WALKS_PYTHON", programs)];
    env.extend(java.iter().map(|(name, value)| (*name, value.as_str())));
    targets(|target| target.package == WALKS, &[], &env)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(wanted: &[&str]) -> Result<Vec<&'static str>, String> {
        let wanted: Vec<String> = wanted.iter().map(|&name| name.to_owned()).collect();
        Ok(chosen(&wanted)?.iter().map(|stage| stage.name).collect())
    }

    #[test]
    fn the_stages_named_run_in_the_order_of_the_table_and_all_when_none_is_named() {
        assert_eq!(names(&["cli", "style", "cli"]).unwrap(), ["style", "cli"]);
        assert_eq!(names(&[]).unwrap().len(), STAGES.iter().filter(|s| !s.on_request).count());
        assert_eq!(names(&["attack"]).unwrap(), ["attack"]);
    }

    #[test]
    fn no_test_of_the_documents_has_the_name_of_another_and_runs_without_its_tools() {
        let all = house::test_targets().unwrap();
        let (ours, others): (Vec<_>, Vec<_>) =
            all.iter().partition(|target| target.package == DOCUMENTS);
        assert!(!ours.is_empty() && !others.is_empty());
        let shared = ours.iter().find(|target| others.iter().any(|it| it.name == target.name));
        assert_eq!(shared, None, "cargo test takes a name from every package that has it");
    }

    #[test]
    fn an_unknown_stage_is_an_error_that_names_the_known_ones() {
        let error = names(&["core", "moon"]).unwrap_err();
        assert!(error.starts_with("no stage 'moon'; there are: style, core, "), "{error}");
        assert!(STAGES.iter().all(|stage| error.contains(stage.name)), "{error}");
    }
}
