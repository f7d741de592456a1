//! `vigie export`: the consultation report in one of its forms, or everything told as a table.

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
        Some(FileFormat::Spreadsheet) => Format::Spreadsheet,
        None => by_ending(&args.to).ok_or(Failure::Format)?,
    };
    if files::inside(&args.to, &session.dir()) {
        return Err(Failure::IntoJournal);
    }
    let journal = session.open()?;
    let lang = session.words.lang();
    let choice = match format {
        // A table is for keeping: everything, unless a period is chosen.
        Format::Csv | Format::Spreadsheet => journal.whole_choice(lang)?,
        Format::Pdf | Format::Fhir => journal.usual_choice(lang)?,
    };
    let choice = args.told.of(choice);
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
