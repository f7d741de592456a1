//! `vigie export`: the consultation report, or every answer as a table.

use std::path::Path;

use vigie_journal::{Choice, Format, Journal};

use crate::args::{Export, FileFormat};
use crate::exit::{self, Failure};
use crate::session::Session;

pub fn run(session: &Session, args: Export) -> Result<(), Failure> {
    let format = match args.format {
        Some(FileFormat::Pdf) => Format::Pdf,
        Some(FileFormat::Csv) => Format::Csv,
        None => by_ending(&args.to).ok_or(Failure::Format)?,
    };
    if inside(&args.to, &session.dir()) {
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
    to_file(&journal, choice, format, &args.to)?;
    if session.common.json {
        println!("{}", serde_json::json!({ "file": args.to.display().to_string() }));
    } else {
        let path = args.to.display().to_string();
        println!("{}", session.words.with("export-done", &[("path", path.into())]));
    }
    Ok(())
}

/// Whether a file would lie in the journal's own folder, where it could take the journal's place.
fn inside(path: &Path, journal: &Path) -> bool {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), journal.canonicalize()) {
        (Ok(folder), Ok(journal)) => folder.starts_with(journal),
        _ => false,
    }
}

fn by_ending(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(Format::Pdf),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}

/// Writes beside the file and renames, so that nobody ever finds half a report.
pub fn to_file(
    journal: &Journal,
    choice: Choice,
    format: Format,
    path: &Path,
) -> Result<(), Failure> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let refused = |error: std::io::Error| exit::file(path, &error);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(refused)?;
    journal.export(choice, format, std::io::BufWriter::new(&mut file))?;
    file.as_file().sync_all().map_err(refused)?;
    file.persist(path).map_err(|error| refused(error.error))?;
    Ok(())
}
