//! The `vigie` command as a user runs it: a folder of its own, a passphrase in a file, a clock that
//! stands still.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // these are tests' helpers

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

/// The moment every command believes it is, unless a test says otherwise: a Monday.
pub const NOW: &str = "2026-11-23T10:00+01:00";

/// The passphrase of every journal here.
pub const PASSPHRASE: &str = "quatre mots bien secrets";

/// The program: cargo has built it for the tests, two folders above them.
pub fn program() -> PathBuf {
    // target/debug/deps/this-test -> target/debug/vigie
    let test = std::env::current_exe().unwrap();
    let program = test.parent().and_then(Path::parent).unwrap().join("vigie");
    assert!(program.is_file(), "{program:?}: run the tests with cargo test --package vigie-cli");
    program
}

/// What a run came to.
#[derive(Debug)]
pub struct Run {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// The run, when it went well.
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}", self.err);
        self
    }

    /// The run, when it was refused with this code and one sentence that holds these words.
    pub fn refused(self, code: i32, words: &str) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(self.err.starts_with("vigie: "), "{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        // French sets no-break spaces.
        let said = self.err.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(said.contains(words), "{words}: {said}");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Standard output as lines of JSON.
    pub fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }
}

/// A folder with a passphrase file, and a journal when it was made.
pub struct Desk {
    /// The folder.
    pub dir: tempfile::TempDir,
}

impl Desk {
    /// Without a journal.
    pub fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("passphrase"), PASSPHRASE).unwrap();
        Self { dir }
    }

    /// With a journal, which its recovery code opens: a passphrase takes ten times as long, for it can be guessed.
    pub fn new() -> Self {
        let desk = Self::empty();
        let made = desk.vigie(&["init", "--json"]).ok().json();
        let code = made.first().and_then(|made| made.get("recovery_code")?.as_str()).unwrap();
        desk.write("passphrase", code);
        desk
    }

    /// With a journal, which [`PASSPHRASE`] opens.
    pub fn with_passphrase() -> Self {
        let desk = Self::empty();
        desk.vigie(&["init"]).ok();
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file in the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    /// The command with these arguments, not yet run: English, no terminal, time standing still.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(args)
            .current_dir(self.dir.path())
            .env_clear()
            .env("VIGIE_DIR", self.path("journal"))
            .env("VIGIE_PASSPHRASE_FILE", self.path("passphrase"))
            .env("VIGIE_STATE_DIR", self.path("state"))
            .env("VIGIE_NOW", NOW)
            .env("LANG", "en_GB.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// Runs the command with these arguments.
    pub fn vigie(&self, args: &[&str]) -> Run {
        run(&mut self.command(args))
    }

    /// Runs it with another passphrase, or a recovery code.
    pub fn vigie_with(&self, passphrase: &str, args: &[&str]) -> Run {
        let file = self.write("passphrase-of-this-run", passphrase);
        self.vigie(&[args, &["--passphrase-file", &file]].concat())
    }

    /// Records lines of JSON.
    pub fn log(&self, lines: &str) -> Run {
        let file = self.write("log.jsonl", lines);
        self.vigie(&["log", "--json", &file])
    }

    /// Rows of the journal's own export, without the header.
    pub fn rows(&self) -> Vec<String> {
        self.vigie(&["export", "--to", "rows.csv"]).ok();
        let text = std::fs::read_to_string(self.path("rows.csv")).unwrap();
        text.lines().skip(1).map(str::to_owned).collect()
    }

    /// [`Desk::rows`] without those that say whose a sitting is and what was prompted.
    pub fn answers(&self) -> Vec<String> {
        let told = |row: &String| !row.contains(",prompt,") && !row.contains(",author,");
        self.rows().into_iter().filter(told).collect()
    }

    /// Every file of the journal with its bytes.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        self.files("journal")
    }

    /// Every file below a folder with its bytes.
    pub fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        fn below(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    below(&path, files);
                } else {
                    files.push((path.clone(), std::fs::read(path).unwrap()));
                }
            }
        }
        let mut files = Vec::new();
        below(&self.path(folder), &mut files);
        files.sort();
        files
    }

    /// A `vigie log --json -` that waits for lines and holds the journal open.
    pub fn logging(&self) -> Logging {
        let mut command = self.command(&["log", "--json", "-"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Logging { child, input, output }
    }
}

/// A process that records lines as they come.
#[derive(Debug)]
pub struct Logging {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Logging {
    /// Hands it a line and waits for its answer.
    pub fn answer(&mut self, line: &str) -> Value {
        writeln!(self.input, "{line}").unwrap();
        let mut answer = String::new();
        self.output.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).expect(&answer)
    }

    /// Ends it as a crash would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends its input and waits for it.
    pub fn end(mut self) {
        drop(self.input);
        assert!(self.child.wait().unwrap().success());
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The text of a PDF on one line, in reading order, by Debian's poppler-utils.
pub fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext").arg(path).arg("-").output();
    let output = output.expect("pdftotext is missing: install poppler-utils");
    assert!(output.status.success(), "{path:?} is no PDF");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The real diaries beside the project; says so when they are not there.
pub fn real_diaries() -> Option<PathBuf> {
    beside_the_project("diaries")
}

/// The real trials beside the project; says so when they are not there.
pub fn real_trials() -> Option<PathBuf> {
    beside_the_project("trials")
}

#[allow(clippy::print_stdout)] // a test that did not run tells it
fn beside_the_project(data: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(data);
    if !folder.is_dir() {
        println!("the real {data} are not beside the project: not run");
        return None;
    }
    Some(folder)
}
