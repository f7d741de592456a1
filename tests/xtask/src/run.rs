//! Running commands: their output is shown as it comes, and the tests in it are counted.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::Add;
use std::process::{Command, Stdio};

/// Tests counted. A check that is not a test of Rust's (format, lints …) counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    /// Tests whose authors marked them `#[ignore]`, and those that a stage leaves out.
    pub ignored: u32,
    /// Stages and checks that could not run for want of a tool.
    pub missing: u32,
}

impl Counts {
    /// One check that passed or failed.
    pub fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed), ..Self::default() }
    }

    /// One stage or check that could not run; says why.
    pub fn missing(why: &str) -> Self {
        println!("skipped: {why}");
        Self { missing: 1, ..Self::default() }
    }

    /// Tests that did not run, for whatever reason.
    pub fn skipped(self) -> u32 {
        self.ignored + self.missing
    }

    /// A stage that ran nothing at all is not green: it tests something, or it does not exist.
    pub fn or_failed_if_empty(self) -> Self {
        if self == Self::default() {
            println!("FAILED no test was found");
            return Self::one(false);
        }
        self
    }

    /// Whether all is well. On CI what could not run is a failure too; a test that is ignored is its
    /// author's written word, and never is.
    pub fn are_well(self, ci: bool) -> bool {
        self.failed == 0 && self.passed > 0 && !(ci && self.missing > 0)
    }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
            missing: self.missing + other.missing,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped() {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
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

/// Whether a command succeeds; what it says is shown.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a command without which a stage cannot go on; `what` it does completes "could not …".
pub fn must(what: &str, command: &mut Command) -> Result<(), String> {
    if succeeds(command) { Ok(()) } else { Err(format!("could not {what}")) }
}

/// The tests in a report of JUnit's form, as Surefire and pytest write it: `<testsuite … tests="30" errors="0" failures="1"
/// skipped="2" …>`. One that did not run is missing, not passed: it lacked what the stage was to bring.
pub fn junit(report: &str) -> Option<Counts> {
    let head = report.split_once("<testsuite ")?.1.split('>').next()?;
    let number = |name: &str| -> Option<u32> {
        let value = head.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
        value.parse().ok()
    };
    let (failed, missing) = (number("errors")? + number("failures")?, number("skipped")?);
    let passed = number("tests")?.checked_sub(failed + missing)?;
    Some(Counts { passed, failed, missing, ..Counts::default() })
}

/// Runs a command that is one check.
pub fn check(name: &str, command: &mut Command) -> Counts {
    println!("--- {name}");
    let passed = succeeds(command);
    println!("{} {name}", if passed { "ok    " } else { "FAILED" });
    Counts::one(passed)
}

/// Runs `cargo test` to its end and counts. A command that failed without a failed test (it did not
/// compile, it died) counts as one failure.
pub fn cargo_test(args: &[&str]) -> Counts {
    cargo_test_with(args, &[])
}

/// As [`cargo_test`], in this environment.
pub fn cargo_test_with(args: &[&str], env: &[(&str, &str)]) -> Counts {
    let mut command = cargo_with(&["test", "--no-fail-fast"]);
    counted(command.args(args).envs(env.iter().copied()))
}

/// As [`cargo_test`], whatever it is that runs the tests.
pub fn counted(command: &mut Command) -> Counts {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else { return Counts::one(false) };
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new(); // bytes: a test may print what is not text
        while output.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            counts = counts + result_line(&text).unwrap_or_default();
            line.clear();
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
    let rest = line.trim_end().strip_prefix("test result: ")?;
    let number = |what: &str| -> Option<u32> {
        let part = rest.split([';', '.']).find(|part| part.trim().ends_with(what))?;
        part.split_whitespace().next()?.parse().ok()
    };
    Some(Counts {
        passed: number("passed")?,
        failed: number("failed")?,
        ignored: number("ignored")? + number("filtered out").unwrap_or_default(),
        missing: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted_and_other_lines_are_not() {
        let ok = "test result: ok. 13 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out";
        let counts = Counts { passed: 13, ignored: 1 + 2, ..Counts::default() };
        assert_eq!(result_line(ok), Some(counts));
        let failed =
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; finished in 0.5s\n";
        let counts = Counts { passed: 2, failed: 3, ..Counts::default() };
        assert_eq!(result_line(failed), Some(counts));
        assert_eq!(result_line("running 13 tests"), None);
        assert_eq!(result_line("test result: unreadable"), None);
        assert_eq!(
            result_line("  a test printed: test result: ok. 1 passed; 0 failed; 0 ignored"),
            None
        );
    }

    #[test]
    fn the_last_line_names_skipped_tests_only_when_there_are_some() {
        let counts = Counts { passed: 3, failed: 1, ..Counts::default() };
        assert_eq!(counts.to_string(), "3 passed, 1 failed");
        let counts = Counts { ignored: 1, missing: 1, ..counts };
        assert_eq!(counts.to_string(), "3 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn only_on_ci_is_what_could_not_run_a_failure() {
        let passed = Counts::one(true);
        let ignored = Counts { ignored: 1, ..passed };
        let missing = Counts { missing: 1, ..passed };
        assert!(passed.are_well(true) && ignored.are_well(true) && missing.are_well(false));
        assert!(!missing.are_well(true));
        assert!(!(passed + Counts::one(false)).are_well(false));
        assert!(!Counts::default().are_well(false));
    }

    #[test]
    fn a_stage_without_a_test_fails() {
        assert_eq!(Counts::default().or_failed_if_empty(), Counts::one(false));
        assert_eq!(Counts::one(true).or_failed_if_empty(), Counts::one(true));
    }

    #[test]
    fn a_test_that_did_not_run_is_not_passed() {
        let head = |numbers| format!("<?xml?>\n<testsuite xmlns:xsi=\"x\" name=\"a\" {numbers}>\n");
        let report = head("time=\"2.1\" tests=\"12\" errors=\"1\" skipped=\"3\" failures=\"2\"");
        let counts = Counts { passed: 6, failed: 3, missing: 3, ..Counts::default() };
        assert_eq!(junit(&report), Some(counts));
        assert_eq!(junit(&head("tests=\"1\" errors=\"1\" skipped=\"1\" failures=\"0\"")), None);
        assert_eq!(junit(&head("tests=\"1\" errors=\"0\" failures=\"0\"")), None);
        assert_eq!(junit(""), None);
    }
}
