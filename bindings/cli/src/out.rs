//! Standard output that may be closed or full: a sentence and an exit code, never a panic.

use std::fmt::Arguments;
use std::io::{ErrorKind, Result, Write};

use crate::args;
use crate::exit::Failure;

/// Like the standard one, but a reader who has gone or a full disk ends the program in order.
macro_rules! println {
    () => { $crate::out::line(format_args!("")) };
    ($($arg:tt)*) => { $crate::out::line(format_args!($($arg)*)) };
}

/// Writes one line. What was recorded before stays recorded.
pub fn line(text: Arguments<'_>) {
    let Err(error) = shown(text) else { return };
    if error.kind() == ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    let failure = Failure::Output { kind: error.kind() };
    let typed: Vec<String> =
        std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let words = vigie_journal::Words::of(args::lang(&typed));
    let _ = writeln!(std::io::stderr(), "vigie: {}", failure.sentence(words));
    std::process::exit(failure.code().into());
}

/// Writes one line that somebody has to have seen before anything else is done.
///
/// # Errors
/// When it could not be written.
pub fn shown(text: Arguments<'_>) -> Result<()> {
    let mut out = std::io::stdout();
    out.write_fmt(text)?;
    out.write_all(b"\n")?;
    out.flush()
}
