//! `vigie export`: the consultation report, on paper or as a protected page, or every answer as a table.

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
    let format = match chosen {
        FileFormat::Pdf => Format::Pdf,
        FileFormat::Csv => Format::Csv,
        FileFormat::Page => return page(session, &journal, args),
    };
    let mut choice = journal.usual_choice(session.words.lang())?;
    if format == Format::Csv {
        // The table is for keeping: everything, unless a period is chosen.
        let entries = journal.entries()?;
        let first = entries.first().map(|(_, entry)| entry.day);
        choice.from = first.unwrap_or(choice.from);
        choice.to = journal.now().day();
    }
    narrow(&mut choice, &args);
    files::write_whole(&args.to, |writer| Ok(journal.export(choice, format, writer)?))?;
    if session.common.json {
        println!("{}", serde_json::json!({ "file": args.to.display().to_string() }));
    } else {
        let path = args.to.display().to_string();
        println!("{}", session.words.with("export-done", &[("path", path.into())]));
    }
    Ok(())
}

/// What the person chose of the usual.
fn narrow(choice: &mut Choice, args: &Export) {
    choice.to = args.until.unwrap_or(choice.to);
    choice.from = args.since.unwrap_or(choice.from).min(choice.to);
    choice.with_notes = !args.no_notes;
    choice.without = args.without.iter().cloned().collect();
}

/// A page, and the passphrase that was drawn for it: told once, kept nowhere.
fn page(session: &Session, journal: &Journal, args: Export) -> Result<(), Failure> {
    let words = session.words;
    let mut choice = journal.usual_choice(words.lang())?;
    narrow(&mut choice, &args);
    let passphrase =
        files::write_whole(&args.to, |writer| Ok(journal.export_page(choice, writer)?))?;
    let path = args.to.display().to_string();
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

fn by_ending(path: &Path) -> Option<FileFormat> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => Some(FileFormat::Pdf),
        "html" | "htm" => Some(FileFormat::Page),
        "csv" => Some(FileFormat::Csv),
        _ => None,
    }
}
