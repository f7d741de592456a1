//! `vigie directory`: who can help, with the source and the date of every address. It opens a journal only to keep a team's
//! list there, or to search the one that is kept.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;
use vigie_journal::guide::directory::{Directory, Entry, Kind, Search};
use vigie_journal::{Day, JournalError, Words, one_line};

use crate::exit::{self, Failure};
use crate::files;
use crate::session::Session;

/// What is wanted of the directory.
#[derive(Debug, Args)]
pub struct Wanted {
    #[arg(long, value_name = "KIND")]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "own", "forget"])]
    pub keep: Option<PathBuf>,
    #[arg(long, conflicts_with = "file")]
    pub own: bool,
    #[arg(long, conflicts_with_all = ["file", "own"])]
    pub forget: bool,
}

pub fn run(session: &Session, wanted: Wanted) -> Result<(), Failure> {
    let (words, today) = (session.words, session.clock.now().day());
    if wanted.keep.is_some() || wanted.forget {
        let file = wanted.keep.as_deref().map(bytes).transpose()?;
        session.open()?.keep_directory(file.as_deref())?;
        let said = if file.is_some() { "directory-kept" } else { "directory-forgotten" };
        if !session.common.json {
            println!("{}", words.text(said));
        }
        return Ok(());
    }
    let directory = match &wanted.file {
        Some(file) => Directory::read(&bytes(file)?, today).map_err(JournalError::from)?,
        None if wanted.own => {
            let (directory, own) = session.open()?.directory()?;
            if !own {
                eprintln!("{}", words.text("directory-none-kept"));
            }
            directory
        }
        None => Directory::shipped(),
    };
    let search = Search { kind: wanted.kind, place: wanted.place, text: wanted.find };
    let found = directory.find(words, &search);
    if session.common.json {
        found.iter().for_each(|entry| println!("{}", entry_json(words, entry, today)));
        return Ok(());
    }
    if found.is_empty() {
        println!("{}", words.text("directory-none"));
        return Ok(());
    }
    let mut kind = None;
    for entry in found {
        if kind.replace(entry.kind) != Some(entry.kind) {
            println!("{}", entry.kind.title(words));
        }
        println!("{}\n", shown(words, entry, today));
    }
    println!("{}", words.text("directory-note"));
    Ok(())
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let (source, _) = files::source(path)?;
    // One byte more tells that it is too large.
    let most = u64::try_from(Directory::MOST_BYTES).map_or(u64::MAX, |most| most + 1);
    let mut bytes = Vec::new();
    source.take(most).read_to_end(&mut bytes).map_err(|error| exit::file(path, &error))?;
    Ok(bytes)
}

/// An entry as lines; what somebody else wrote cannot steer the terminal.
fn shown(words: &Words, entry: &Entry, today: Day) -> String {
    let name = one_line(entry.name.as_str());
    let mut lines = vec![
        format!("  {name} — {}", one_line(&entry.place.shown(words))),
        format!("    {}", one_line(entry.offers.in_lang(words.lang()))),
    ];
    let mut more = |text: &str| lines.push(format!("    {}", one_line(text)));
    if let Some(phone) = entry.phone(today) {
        more(&phone.shown(words));
    }
    if let Some(hours) = &entry.hours {
        more(&words.with("directory-hours", &[("hours", hours.as_str().into())]));
    }
    if let Some(web) = &entry.web {
        more(web);
    }
    if !entry.languages.is_empty() {
        let languages = languages(entry).join(", ");
        more(&words.with("directory-languages", &[("languages", languages.into())]));
    }
    more(&entry.checked(words, today));
    more(&words.with("directory-source", &[("source", entry.source.as_str().into())]));
    lines.join("\n")
}

fn languages(entry: &Entry) -> Vec<&str> {
    entry.languages.iter().map(|language| language.as_str()).collect()
}

fn entry_json(words: &Words, entry: &Entry, today: Day) -> serde_json::Value {
    let phone = entry.phone(today);
    let part = |name: &Option<vigie_journal::Label>| name.as_ref().map(|n| n.as_str().to_owned());
    json!({
        "kind": entry.kind.code(),
        "name": entry.name.as_str(),
        "offers": entry.offers.in_lang(words.lang()),
        "web": entry.web,
        "phone": phone.map(|phone| phone.number),
        "phone_confirmed": phone.map(|phone| phone.unconfirmed_since.is_none()),
        "by_text": entry.by_text,
        "hours": part(&entry.hours),
        "national": entry.place.is_national(),
        "region": part(&entry.place.region),
        "department": part(&entry.place.department),
        "city": part(&entry.place.city),
        "languages": languages(entry),
        "source": entry.source,
        "seen": entry.seen,
        "old": entry.is_old(today),
    })
}
