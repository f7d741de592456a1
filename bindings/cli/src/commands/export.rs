//! `vigie export`: the consultation report in one of its forms, or everything told as a table.

use std::path::Path;

use vigie_journal::{Choice, Format, Journal};

use crate::args::{Export, FileFormat};
use crate::exit::Failure;
use crate::files;
use crate::session::Session;

pub fn run(session: &Session, args: Export) -> Result<(), Failure> {
    let chosen = args.format.or_else(|| by_ending(&args.to)).ok_or(Failure::Format)?;
    if files::inside(&args.to, &session.dir()) {
        return Err(Failure::IntoJournal);
    }
    let journal = session.open()?;
    let lang = session.words.lang();
    let usual = match chosen {
        // A table is for keeping: everything, unless a period is chosen.
        FileFormat::Csv | FileFormat::Spreadsheet => journal.whole_choice(lang)?,
        FileFormat::Pdf | FileFormat::Page | FileFormat::Fhir => journal.usual_choice(lang)?,
    };
    let choice = args.told.of(usual);
    let format = match chosen {
        FileFormat::Pdf => Format::Pdf,
        FileFormat::Fhir => Format::Fhir,
        FileFormat::Csv => Format::Csv,
        FileFormat::Spreadsheet => Format::Spreadsheet,
        FileFormat::Page => return page(session, &journal, choice, &args.to),
    };
    files::write_whole(&args.to, |writer| Ok(journal.export(choice, format, writer)?))?;
    let path = args.to.display().to_string();
    if session.common.json {
        println!("{}", serde_json::json!({ "file": path }));
    } else {
        println!("{}", session.words.with("export-done", &[("path", path.into())]));
    }
    Ok(())
}

/// A page, and the passphrase that was drawn for it: told once, kept nowhere.
fn page(session: &Session, journal: &Journal, choice: Choice, to: &Path) -> Result<(), Failure> {
    let words = session.words;
    let passphrase = files::write_whole(to, |writer| Ok(journal.export_page(choice, writer)?))?;
    let path = to.display().to_string();
    if session.common.json {
        let told = serde_json::json!({ "file": path, "passphrase": passphrase.to_string() });
        println!("{told}");
        return Ok(());
    }
    println!("{}", words.with("export-done", &[("path", path.into())]));
    println!("{}\n\n    {passphrase}\n", words.text("page-passphrase-made"));
    println!("{}", words.text("page-passphrase-how"));
    Ok(())
}

/// A FHIR document ends in `.json`, and by custom in `.fhir.json`.
fn by_ending(path: &Path) -> Option<FileFormat> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(FileFormat::Pdf),
        "html" | "htm" => Some(FileFormat::Page),
        "json" => Some(FileFormat::Fhir),
        "csv" => Some(FileFormat::Csv),
        _ => None,
    }
}
