//! One command for everything CI does: `cargo xtask test [STAGE…]`, `cargo xtask bench`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // it speaks to a developer

mod house;
mod run;
mod stages;
mod tools;

use std::process::{Command, ExitCode};
use std::time::Instant;

use run::{Counts, Outcome};
use stages::STAGES;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((command, names)) if command == "test" => test(names),
        Some((command, rest)) if command == "bench" => bench(rest),
        _ => {
            println!("cargo xtask test [STAGE…]   every test, or the stages named:");
            for stage in STAGES {
                println!("    {:<10} {}", stage.name, stage.about);
            }
            println!("cargo xtask bench [--quick]  ratios against peers, measured in one run");
            if args.is_empty() { ExitCode::from(2) } else { ExitCode::SUCCESS }
        }
    }
}

fn bench(args: &[String]) -> ExitCode {
    let status = Command::new(run::cargo())
        .args(["run", "--release", "--quiet", "--package", "vigie-bench", "--"])
        .args(args)
        .status();
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn test(names: &[String]) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| STAGES.iter().all(|s| s.name != **name)) {
        let known: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        eprintln!("no stage '{unknown}'; there are: {}", known.join(", "));
        return ExitCode::from(2);
    }
    let mut total = Counts::default();
    let mut lines = Vec::new();
    for stage in STAGES {
        if !names.is_empty() && !names.iter().any(|name| name == stage.name) {
            continue;
        }
        println!("\n=== {}: {}", stage.name, stage.about);
        let start = Instant::now();
        let counts = match (stage.run)() {
            Outcome::Ran(counts) => counts,
            Outcome::Skipped(why) => {
                println!("skipped: {why}");
                Counts { skipped: 1, ..Counts::default() }
            }
        };
        lines.push(format!(
            "{:<10} {:>5} passed {:>3} failed {:>3} skipped  {:>4} s  {}",
            stage.name,
            counts.passed,
            counts.failed,
            counts.skipped,
            start.elapsed().as_secs(),
            stage.about
        ));
        total = total + counts;
    }
    println!("\n{}\n", lines.join("\n"));
    println!("{total}");
    // On CI a stage or test that could not run is a failure: nothing may be green by absence.
    let ci = std::env::var_os("CI").is_some();
    if total.failed > 0 || total.passed == 0 || (ci && total.skipped > 0) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
