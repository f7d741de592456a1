//! Programs nobody here wrote, which read and judge the documents. `cargo xtask test documents` installs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Names the folder the stage keeps its tools in.
pub const TOOLS: &str = "VIGIE_DOCUMENT_TOOLS";

/// What somebody has to do who ran these tests by hand.
const HOW: &str = "run `cargo xtask test documents`, which installs what these tests need";

/// The folder of one tool that is no Debian package, as the stage installed it (`tests/xtask/src/tools.rs`).
///
/// # Panics
/// When the stage did not start this test, or did not install the tool.
pub fn folder(tool: &str) -> PathBuf {
    let all = std::env::var_os(TOOLS).unwrap_or_else(|| panic!("{TOOLS} is not set: {HOW}"));
    let folder = Path::new(&all).join(tool);
    assert!(folder.is_dir(), "{} is not there: {HOW}", folder.display());
    folder
}

/// Runs a program to its end, whatever it says.
///
/// # Panics
/// When it is not installed.
pub fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| {
        panic!("{} cannot be run ({error}): {HOW}", command.get_program().display())
    })
}

/// What a program wrote to its standard output. Bytes that are not UTF-8 are replaced: `pdfinfo` writes the titles of headings
/// in the file's own encoding.
///
/// # Panics
/// When it is not installed, or says that it failed.
pub fn told(command: &mut Command) -> String {
    let output = run(command);
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The class path of a tool in Java: every jar of its folder.
pub fn java(tool: &str) -> Command {
    let mut command = Command::new("java");
    // A short life, on a machine that others use too: neither a second compiler nor a second thread of cleaning pays.
    command.args(["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"]);
    command.arg(folder(tool).join("lib").join("*"));
    command
}

/// A document as a file, which goes when it is no longer needed.
#[derive(Debug)]
pub struct Written {
    /// Removed with it.
    folder: tempfile::TempDir,
    name: String,
}

impl Written {
    /// `name` with its ending, as a person would be given it.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
        Self { folder, name: name.to_owned() }
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }
}
