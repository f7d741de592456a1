//! `vigie export`: the consultation report, as PDF or for a hospital's record, or every answer as a table.

use std::path::Path;

use vigie_journal::Format;

use crate::args::{Export, FileFormat};
use crate::exit::Failure;
use crate::files;
use crate::session::Session;

pub fn run(session: &Session, args: Export) -> Result<(), Failure> {
    let format = match args.format {
        Some(FileFormat::Pdf) => Format::Pdf,
        Some(FileFormat::Fhir) => Format::Fhir,
        Some(FileFormat::Csv) => Format::Csv,
        None => by_ending(&args.to).ok_or(Failure::Format)?,
    };
    if files::inside(&args.to, &session.dir()) {
        return Err(Failure::IntoJournal);
    }
    let journal = session.open()?;
    let mut choice = journal.usual_choice(session.words.lang())?;
    if format == Format::Csv {
        // The table is for keeping: everything, unless a period is chosen.
        let entries = journal.entries()?;
        let first = entries.first().map(|(_, entry)| entry.day);
        choice.from = first.unwrap_or(choice.from);
        choice.to = journal.now().day();
    }
    choice.to = args.until.unwrap_or(choice.to);
    choice.from = args.since.unwrap_or(choice.from).min(choice.to);
    choice.with_notes = !args.no_notes;
    choice.without = args.without.into_iter().collect();
    files::write_whole(&args.to, |writer| Ok(journal.export(choice, format, writer)?))?;
    if session.common.json {
        println!("{}", serde_json::json!({ "file": args.to.display().to_string() }));
    } else {
        let path = args.to.display().to_string();
        println!("{}", session.words.with("export-done", &[("path", path.into())]));
    }
    Ok(())
}

/// A FHIR document ends in `.json`, and by custom in `.fhir.json`.
fn by_ending(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(Format::Pdf),
        "json" => Some(Format::Fhir),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}
