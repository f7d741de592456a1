//! `vigie completions` and `vigie man`: made from the command line itself.

use std::io::Write;

use crate::args::{self, Completions};
use crate::exit::Failure;
use crate::session::Session;

/// Completions for a shell, to standard output.
pub fn completions(session: &Session, args: &Completions) -> Result<(), Failure> {
    let mut command = args::command(session.words);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "vigie", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(())
}

/// The man page, to standard output.
pub fn man(session: &Session) -> Result<(), Failure> {
    clap_mangen::Man::new(args::command(session.words)).render(&mut std::io::stdout())?;
    Ok(())
}
