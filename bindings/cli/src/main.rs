//! The `vigie` command: the shell for a desk, and for maintainers.
//!
//! It shows what the journal says and hands back what the person did; it holds no rule and no
//! clinical text of its own.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command speaks

#[macro_use]
mod out;
mod args;
mod commands;
mod dialog;
mod exit;
mod files;
mod session;
mod shown;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use vigie_journal::{WIPING_ALLOCATOR, WipingAllocator, Words};

use args::{Cli, Task};
use exit::Failure;
use session::Session;

/// Nothing the diary said stays in memory that was given back.
#[global_allocator]
static ALLOCATOR: WipingAllocator = WIPING_ALLOCATOR;

fn main() -> ExitCode {
    let mut typed: Vec<OsString> = std::env::args_os().collect();
    let readable: Vec<String> =
        typed.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let words = Words::of(args::lang(&readable));
    let command = args::command(words);
    if let Some(place) = args::help_at(&command, &readable) {
        typed.remove(place);
        typed.push("--help".into());
    }
    let understood = command.try_get_matches_from(typed);
    let cli = match understood.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return args::misused(&error, words),
    };
    match run(cli, words) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads us has had enough (`vigie replay … | head`).
        Err(Failure::Journal(vigie_journal::JournalError::Io {
            kind: std::io::ErrorKind::BrokenPipe,
        })) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("vigie: {}", failure.sentence(words));
            ExitCode::from(&failure)
        }
    }
}

fn run(cli: Cli, words: &'static Words) -> Result<(), Failure> {
    let session = Session::new(cli.common, words)?;
    match cli.command {
        Task::Demo => commands::demo::run(&session),
        Task::Init(args) => commands::init::run(&session, args),
        Task::Log(args) => commands::log::run(&session, args),
        Task::Status => commands::status::run(&session),
        Task::Import(args) => commands::import::run(&session, args),
        Task::Prompts(args) => commands::prompts::list(&session, &args),
        Task::Resolve(args) => commands::prompts::resolve(&session, args),
        Task::Timeline(args) => commands::timeline::run(&session, args),
        Task::Preview(args) => commands::preview::run(&session, args),
        Task::Export(args) => commands::export::run(&session, args),
        Task::Verify(args) => commands::verify::run(&session, args),
        Task::Backup(args) => commands::backup::backup(&session, args),
        Task::Restore(args) => commands::backup::restore(&session, &args),
        Task::Merge(args) => commands::backup::merge(&session, &args),
        Task::Keys(args) => commands::keys::run(&session, args),
        Task::Attach(args) => commands::attach::attach(&session, args),
        Task::Attachments(args) => commands::attach::list(&session, args),
        Task::Rules(args) => commands::rules::run(&session, args.task),
        Task::Replay(args) => commands::replay::run(&session, args),
        Task::Directory(args) => commands::directory::run(&session, args),
        Task::Explain(args) => commands::explain::run(&session, &args),
        Task::Trials(args) => commands::trials::run(&session, args),
        Task::Completions(args) => commands::manual::completions(&session, &args),
        Task::Man => commands::manual::man(&session),
        Task::Licences => commands::licences::run(&session),
        Task::List(args) => commands::around::list(&session, &args),
        Task::Around(typed) => commands::around::run(&session, &typed),
    }
}
