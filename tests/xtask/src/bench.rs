//! `cargo xtask bench`: builds what is measured, some of it outside the workspace, and runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::run::cargo_with;
use crate::{kotlin, languages, python, swift, tools, window};

/// What the library may weigh, with its bindings.
const GOAL: &str = "1.5 MB";

/// What the report may add to it.
const REPORT_GOAL: &str = "2.1 MB";

/// What the trend detector's peers are written with.
const PYTHON_PACKAGES: [&str; 3] = ["river==0.26.1", "ruptures==1.1.10", "numpy==2.4.6"];

/// What can be measured by itself.
pub const PARTS: [&str; 7] = ["vault", "watch", "documents", "trials", "bindings", "app", "cohort"];

/// Measures everything, or the vault alone, or the documents, or the shortlist of trials, or calls from other languages, or the app's screens, or the watch over a
/// cohort, or compares the trend detector with others. An error is what was wrong with the command line.
pub fn bench(args: &[String]) -> Result<ExitCode, String> {
    let (mut only, mut quick) = (None, false);
    for arg in args {
        match arg.as_str() {
            part if PARTS.contains(&part) => only = Some(part),
            "--quick" => quick = true,
            other => return Err(format!("'{other}' cannot be measured")),
        }
    }
    let trials = || run(&["trials"], quick);
    let done = match only {
        Some("watch") => watch(quick),
        Some("documents") => documents(quick),
        Some("trials") => trials(),
        Some("bindings") => bindings(quick) && size(),
        Some("app") => app(quick),
        Some("cohort") => cohort(quick),
        Some(_) => vault(quick) && size(),
        None => {
            run(&[], quick)
                && trials()
                && documents(quick)
                && bindings(quick)
                && app(quick)
                && cohort(quick)
                && vault(quick)
                && size()
        }
    };
    Ok(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs our benchmark; `false` when it failed, having said why.
fn run(mode: &[&str], quick: bool) -> bool {
    let bench = ["run", "--release", "--quiet", "--package", "vigie-bench", "--"];
    let mut command = cargo_with(&bench);
    command.args(mode);
    if quick {
        command.arg("--quick");
    }
    command.status().is_ok_and(|status| status.success())
}

/// The watch over a cohort, on Spark, against the command, by the number of rows.
fn cohort(quick: bool) -> bool {
    match python::scale(quick) {
        Ok(mut program) => program.status().is_ok_and(|status| status.success()),
        Err(why) => {
            println!("the cohort could not be measured: {why}");
            false
        }
    }
}

/// Every form of the report: time and size, then memory, which is counted in a program of its own.
fn documents(quick: bool) -> bool {
    let memory = ["test", "--release", "--quiet", "--package", "vigie-documents"];
    let mut memory = cargo_with(&memory);
    memory.args(["--test", "weighing", "--", "--nocapture"]);
    run(&["documents"], quick) && memory.status().is_ok_and(|status| status.success())
}

/// Calls from Kotlin, Swift and Python against calls from Rust, by a library as an app would have it. A language that is not to be had
/// is said to be missing.
fn bindings(quick: bool) -> bool {
    let library = languages::released();
    let programs = |library: &Path| {
        let swift = swift::costs(library).map(|(program, _)| program);
        [("Kotlin", kotlin::costs(library)), ("Swift", swift), ("Python", python::costs())]
    };
    let measured = library.and_then(|library| {
        let mut mode = vec!["border".to_owned()];
        mode.push(format!("--in={}", tools::under_target("swift")?.display()));
        for (name, program) in programs(&library) {
            match program {
                Ok(program) => mode.push(format!("{name}={}", by_tabs(&program))),
                Err(why) => println!("no calls from {name}: {why}"),
            }
        }
        Ok(run(&mode.iter().map(String::as_str).collect::<Vec<_>>(), quick))
    });
    measured.inspect_err(|why| println!("no calls from other languages: {why}")).unwrap_or(false)
}

/// The app's screens: up to the first frame against an empty one, and a journal of ten years against a short one.
fn app(quick: bool) -> bool {
    let java = window::costs().map(|java| by_tabs(&java));
    let measured = java.map(|java| run(&["app", &java], quick));
    measured.inspect_err(|why| println!("no screens: {why}")).unwrap_or(false)
}

/// The words of a command, apart by tabs.
fn by_tabs(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join("\t")
}

/// The trend detector against published rules and other people's detectors.
fn watch(quick: bool) -> bool {
    match tools::python_with("bench-python", &PYTHON_PACKAGES) {
        Ok(python) => {
            python.to_str().is_some_and(|python| run(&["watch", "--python", python], quick))
        }
        Err(why) => run(&["watch", "--without-python", &why], quick),
    }
}

/// The vault against its peers.
fn vault(quick: bool) -> bool {
    println!("building the vault's peers (SQLCipher with OpenSSL: minutes the first time)");
    let Some(folder) = build("peers", &[]) else { return false };
    let program = folder.join(format!("vigie-peers{}", std::env::consts::EXE_SUFFIX));
    program.to_str().is_some_and(|program| run(&["vault", program], quick))
}

/// The size of the library an app would link, part by part, and with the bindings.
fn size() -> bool {
    let weighed = |features: &[&str]| {
        let folder = build("size", features)?;
        let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let library = folder.join(format!("{prefix}vigie_size{suffix}"));
        let weight = std::fs::metadata(&library).map(|meta| meta.len());
        weight.inspect_err(|error| println!("{}: {error}", library.display())).ok()
    };
    let words = weighed(&["--features", "words"]);
    let documents = weighed(&["--features", "documents"]);
    let (Some(core), Some(words), Some(documents)) = (weighed(&[]), words, documents) else {
        return false;
    };
    println!("size vigie-vault+model+watch cdylib: {core} bytes, without bindings");
    println!(
        "size with the words in both languages: {words} bytes, {} more",
        words.saturating_sub(core)
    );
    println!(
        "size with the report in every form: {documents} bytes, {} more (goal {REPORT_GOAL})",
        documents.saturating_sub(words)
    );
    let all = languages::shipped().and_then(|library| {
        std::fs::metadata(&library).map(|meta| meta.len()).map_err(|error| error.to_string())
    });
    match all {
        Ok(all) => println!(
            "size with everything an app can call, and the bindings: {all} bytes (goal {GOAL} without the report)"
        ),
        Err(why) => {
            println!("the library with its bindings could not be weighed: {why}");
            return false;
        }
    }
    true
}

/// Builds a crate of `tests/` that is not in the workspace; gives the folder of what it made.
fn build(name: &str, features: &[&str]) -> Option<PathBuf> {
    let target = tools::under_target(name).ok()?;
    let manifest = format!("tests/{name}/Cargo.toml");
    let mut command = cargo_with(&["build", "--release", "--locked", "--quiet"]);
    command.args(["--manifest-path", &manifest]).arg("--target-dir").arg(&target).args(features);
    let built = command.status().is_ok_and(|status| status.success());
    built.then(|| target.join("release"))
}
