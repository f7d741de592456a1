//! `vigie replay`: what would have been said of a diary table, day by day, as JSON Lines.

use std::io::{BufWriter, Write};

use vigie_journal::{Budget, JournalError, ReplayOptions, replay, row_cause, rules_of};

use crate::args::{PromptBudget, Replay};
use crate::exit::Failure;
use crate::files::{progress, source, text_of};
use crate::session::Session;

pub fn run(session: &Session, args: Replay) -> Result<(), Failure> {
    let mut options = ReplayOptions {
        daily: args.daily,
        budget: match args.prompts {
            PromptBudget::Weekly => Budget::Weekly,
            PromptBudget::Raw => Budget::Raw,
        },
        skip_bad: args.skip_bad,
        sorted: args.sorted,
        ..ReplayOptions::default()
    };
    if let Some(threads) = args.threads {
        options.threads = threads.max(1);
    }
    if let Some(path) = &args.rules {
        // It only asks 'what if': rules that are not signed will do.
        options.pack = rules_of(&text_of(path)?).map_err(JournalError::from)?.0;
    }
    let (table, length) = source(&args.table)?;
    let bar = progress(length);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let report = replay(table, &options, &mut out, &mut |bytes| bar.set_position(bytes));
    bar.finish_and_clear();
    out.flush()?;
    let report = report?;
    // The lines are for programs; what was left out is said beside them.
    if !report.bad.is_empty() {
        let words = session.words;
        eprintln!("{}", words.with("import-bad", &[("n", report.bad.len().into())]));
        for row in &report.bad {
            let (line, cause) = (row.line.to_string(), row_cause(words, &row.cause));
            eprintln!(
                "  {}",
                words.with("import-bad-row", &[("line", line.into()), ("cause", cause.into())])
            );
        }
    }
    Ok(())
}
