//! Running commands: their output is shown as it comes, and the tests in it are counted.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::Add;
use std::process::{Command, Stdio};

/// Tests counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Counts {
    /// One check that passed or failed.
    pub fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed), skipped: 0 }
    }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

/// What a stage came to.
pub enum Outcome {
    Ran(Counts),
    /// It could not run, and why.
    Skipped(String),
}

/// The cargo that runs us.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// `cargo` with these arguments.
pub fn cargo_with(args: &[&str]) -> Command {
    let mut command = Command::new(cargo());
    command.args(args);
    command
}

/// Runs a command that is one check.
pub fn check(name: &str, command: &mut Command) -> Counts {
    println!("--- {name}");
    let passed = command.stdin(Stdio::null()).status().is_ok_and(|status| status.success());
    println!("{} {name}", if passed { "ok    " } else { "FAILED" });
    Counts::one(passed)
}

/// Runs `cargo test` and counts. A command that failed without a failed test (it did not compile,
/// it died) counts as one failure.
pub fn cargo_test(args: &[&str]) -> Counts {
    let mut command = cargo_with(&["test"]);
    let child = command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else { return Counts::one(false) };
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            counts = counts + result_line(&line).unwrap_or_default();
        }
    }
    let succeeded = child.wait().is_ok_and(|status| status.success());
    if !succeeded && counts.failed == 0 {
        counts.failed = 1;
    }
    counts
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn result_line(line: &str) -> Option<Counts> {
    let rest = line.trim().strip_prefix("test result: ")?;
    let number = |what: &str| -> Option<u32> {
        let part = rest.split([';', '.']).find(|part| part.trim().ends_with(what))?;
        part.split_whitespace().next()?.parse().ok()
    };
    Some(Counts {
        passed: number("passed")?,
        failed: number("failed")?,
        skipped: number("ignored")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted_and_other_lines_are_not() {
        let ok = "test result: ok. 13 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out";
        assert_eq!(result_line(ok), Some(Counts { passed: 13, failed: 0, skipped: 1 }));
        let failed = "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(result_line(failed), Some(Counts { passed: 2, failed: 3, skipped: 0 }));
        assert_eq!(result_line("running 13 tests"), None);
        assert_eq!(result_line("test result: unreadable"), None);
    }

    #[test]
    fn the_last_line_names_skipped_tests_only_when_there_are_some() {
        let counts = Counts { passed: 3, failed: 1, skipped: 0 };
        assert_eq!(counts.to_string(), "3 passed, 1 failed");
        assert_eq!(Counts { skipped: 2, ..counts }.to_string(), "3 passed, 1 failed, 2 skipped");
    }
}
