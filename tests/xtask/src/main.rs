//! One command for everything CI does: `cargo xtask test [STAGE…]`, `cargo xtask bench [vault|watch|documents|trials|bindings|app|cohort]`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // it speaks to a developer

mod android;
mod arm;
mod bench;
mod built_before;
mod defences;
mod house;
mod interface;
mod ios;
mod kotlin;
mod languages;
mod licences;
mod pages;
mod parts;
mod python;
mod release;
mod reproduce;
mod run;
mod sbom;
mod small_disk;
mod stages;
mod swift;
mod texts;
mod tools;
mod window;

use std::path::Path;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use run::{Counts, cargo_with};
use stages::{Lane, STAGES, Stage};

/// Exit code of a command line that cannot be understood.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((command, names)) if command == "test" => test(names),
        Some((command, rest)) if command == "bench" => bench(rest),
        Some((command, rest)) if command == "app" => app(rest),
        Some((command, [])) if command == "licences" => made(licences::write),
        Some((command, [])) if command == "sbom" => made(bill),
        Some((command, rest)) if command == "reproduce" => made(|| reproduce::reproduce(rest)),
        Some((command, rest)) if command == "release" => made(|| release::release(rest)),
        Some((command, _)) if ["help", "--help", "-h"].contains(&command.as_str()) => {
            println!("{}", help());
            ExitCode::SUCCESS
        }
        _ => misused(&help()),
    }
}

fn help() -> String {
    let mut lines =
        vec!["cargo xtask test [STAGE…]     every test, or the stages named:".to_owned()];
    lines.extend(STAGES.iter().map(|stage| {
        let only = if stage.on_request { " (only when named)" } else { "" };
        format!("    {:<10} {}{only}", stage.name, stage.about)
    }));
    lines
        .push("cargo xtask bench [--quick]   ratios against peers, measured in one run".to_owned());
    lines.push(
        "cargo xtask bench vault       only the vault's: SQLCipher, SQLite, redb, a file"
            .to_owned(),
    );
    lines.push(
        "cargo xtask bench watch       the trend detector against other rules, at equal false rates"
            .to_owned(),
    );
    lines.push(
        "cargo xtask bench documents   every form of the report: time, size, memory".to_owned(),
    );
    lines.push(
        "cargo xtask bench trials      the shortlist of trials: what it finds of what was labelled, and its time".to_owned(),
    );
    lines.push(
        "cargo xtask bench bindings    calls from Kotlin, Swift and Python against calls from Rust"
            .to_owned(),
    );
    lines.push(
        "cargo xtask bench app         the app's screens: starting, opening, scrolling ten years"
            .to_owned(),
    );
    lines.push(
        "cargo xtask bench cohort      the watch over a cohort on Spark, from 100,000 to 10,000,000 rows"
            .to_owned(),
    );
    lines.push(
        "cargo xtask app [--demo]      the app in a window on this computer, with an invented person's journal"
            .to_owned(),
    );
    lines.push(
        "cargo xtask licences          writes the list of licences that the apps and the command show"
            .to_owned(),
    );
    lines.push(
        "cargo xtask sbom              writes what is linked as a bill of materials, and has it checked"
            .to_owned(),
    );
    lines.push(
        "cargo xtask reproduce [--profile NAME]   the library and the command from two places, to the byte"
            .to_owned(),
    );
    lines.push(
        "cargo xtask release [--to DIR]   what is handed out, as far as this machine can make it"
            .to_owned(),
    );
    lines.push("cargo xtask help              this".to_owned());
    lines.join("\n")
}

fn misused(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(MISUSED)
}

fn app(args: &[String]) -> ExitCode {
    if !go_to_root() {
        return misused("this is not inside the project");
    }
    match window::open(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => misused(&why),
    }
}

/// Writes the bill of materials, and has it read.
fn bill() -> Result<(), String> {
    let counts = sbom::check()?;
    if counts.failed == 0 { Ok(()) } else { Err("it is none".to_owned()) }
}

/// Makes something in the root of the workspace.
fn made(make: impl FnOnce() -> Result<(), String>) -> ExitCode {
    if !go_to_root() {
        return misused("this is not inside the project");
    }
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn bench(args: &[String]) -> ExitCode {
    if !go_to_root() {
        return misused("this is not inside the project");
    }
    bench::bench(args).unwrap_or_else(|why| misused(&format!("{why}\n{}", help())))
}

fn test(names: &[String]) -> ExitCode {
    let chosen = match stages::chosen(names) {
        Ok(chosen) => chosen,
        Err(why) => return misused(&why),
    };
    if !go_to_root() {
        return misused("this is not inside the project");
    }
    // Most of the time that it takes is the network's: it goes on beside what is compiled.
    let tools: Vec<_> = chosen.iter().map(|stage| stage.tools).collect();
    std::thread::spawn(move || {
        for install in tools {
            // The stage says why it cannot run.
            let _ = install();
        }
    });
    let of = |lane| -> Vec<&'static Stage> {
        chosen.iter().copied().filter(|stage| stage.lane == lane).collect()
    };
    let mut results = run_in_turn(of(Lane::First));
    let either = Mutex::new(of(Lane::Either).into_iter());
    let lane = |own| {
        let more =
            std::iter::from_fn(|| either.lock().unwrap_or_else(PoisonError::into_inner).next());
        run_in_turn(of(own).into_iter().chain(more))
    };
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| lane(Lane::Other));
        results.extend(lane(Lane::One));
        // A panic leaves no counts: it is told here, and is a failure.
        let died = || vec![(STAGES.len(), Counts::one(false), "a lane died".to_owned())];
        results.extend(beside.join().unwrap_or_else(|_| died()));
    });
    // In the order of the table, whichever ended first.
    results.sort_by_key(|(place, ..)| *place);
    let total = results.iter().fold(Counts::default(), |total, (_, counts, _)| total + *counts);
    let table: Vec<&str> = results.iter().map(|(_, _, line)| line.as_str()).collect();
    println!("\n{}\n", table.join("\n"));
    println!("{total}");
    let ci = std::env::var("CI").is_ok_and(|value| value == "true");
    if total.are_well(ci) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What came of a stage: its place in the table, its counts, and its line.
type Done = (usize, Counts, String);

fn run_in_turn(stages: impl IntoIterator<Item = &'static Stage>) -> Vec<Done> {
    let run = |stage: &'static Stage| {
        let place = STAGES.iter().position(|one| one.name == stage.name);
        let (counts, line) = run_stage(stage);
        (place.unwrap_or(STAGES.len()), counts, line)
    };
    stages.into_iter().map(run).collect()
}

/// Runs a stage; also gives its line in the table.
fn run_stage(stage: &Stage) -> (Counts, String) {
    println!("\n=== {}: {}", stage.name, stage.about);
    let start = Instant::now();
    let ran = (stage.tools)().and_then(|()| (stage.run)());
    // Said here, where it happened, and in the table, which is what one sees of a long run.
    let why = ran.as_ref().err().map(|why| format!("\n{:<10} {}", "", why.trim_end()));
    let counts = ran.unwrap_or_else(|why| Counts::missing(&why)).or_failed_if_empty();
    let line = format!(
        "{:<10} {:>5} passed {:>3} failed {:>3} skipped  {:>4} s  {}{}",
        stage.name,
        counts.passed,
        counts.failed,
        counts.skipped(),
        start.elapsed().as_secs(),
        stage.about,
        why.unwrap_or_default()
    );
    (counts, line)
}

/// The stages count on being in the root of the workspace; a developer may be in any of its folders.
fn go_to_root() -> bool {
    let args = ["locate-project", "--workspace", "--message-format", "plain"];
    let manifest = cargo_with(&args).output().map(|output| output.stdout).unwrap_or_default();
    let manifest = String::from_utf8_lossy(&manifest);
    let root = Path::new(manifest.trim()).parent();
    root.is_some_and(|root| std::env::set_current_dir(root).is_ok())
}
