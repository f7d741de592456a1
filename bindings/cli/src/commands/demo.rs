//! `vigie demo`: the whole way of an entry as a short story, in a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie_journal::{
    Anchoring, CareContact, CareRole, DailyEntry, FixedClock, Format, ImportOptions, Journal,
    KdfParams, Label, Moment, NewKey, Note, OpenPrompt, Outcome, OutcomeKind, Passphrase, Profile,
    TableOf, TreatmentKind, TreatmentLine, write_table,
};
use vigie_simulator::{DEMO_CYCLE_DAYS, DEMO_TREATMENT, demo_list, demo_patient, demo_today};

use crate::commands::demo_care;
use crate::commands::prompts::still_waits;
use crate::exit::{self, Failure};
use crate::files;
use crate::session::Session;
use crate::shown;

/// The files the report is written to.
const REPORT: [(&str, Format); 3] = [
    ("consultation.pdf", Format::Pdf),
    ("consultation.fhir.json", Format::Fhir),
    ("consultation.csv", Format::Csv),
];
/// The protected page, what opens it, and what opens the journal.
const PAGE: &str = "consultation.html";
const PAGE_PASSPHRASE: &str = "consultation.passphrase.txt";
const PASSPHRASE_FILE: &str = "journal-passphrase.txt";

/// The passphrase of the demonstration: it protects nothing, and is said to.
const PASSPHRASE: &str = "une démonstration sans secret";

pub fn run(session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let dir = folder(session);
    let mut names =
        REPORT.iter().map(|(name, _)| *name).chain([PAGE, PAGE_PASSPHRASE, PASSPHRASE_FILE]);
    let journal_there = dir.join("journal").exists();
    if let Some(there) = names.find_map(|name| Some(dir.join(name)).filter(|path| path.exists()))
        && !journal_there
    {
        return Err(Failure::Occupied { path: there.display().to_string() });
    }
    std::fs::create_dir_all(&dir).map_err(|error| exit::file(&dir, &error))?;
    println!("{}\n", words.text("demo-intro"));

    let passphrase = Passphrase::new(PASSPHRASE);
    let folder = dir.join("journal");
    let key = NewKey::Passphrase(&passphrase, KdfParams::default());
    let clock = Arc::new(FixedClock(morning(session)));
    let (journal, code) = Journal::create(&folder, key, Anchoring::none(), clock)?;
    println!("{}\n\n    {code}\n", words.text("demo-created"));
    history(session, &journal)?;
    let open = today(session, &journal)?;
    if let Some(open) = open {
        calls(session, &journal, open)?;
    }
    report(session, &journal, &dir)
}

/// The story happens today at ten, when the ward answers the telephone, whatever the hour.
fn morning(session: &Session) -> Moment {
    const TEN: u16 = 10 * 60;
    let now = session.clock.now();
    Moment::at(now.day(), TEN, now.offset_minutes)
}

/// `--dir`, or the first free `vigie-demo` here.
fn folder(session: &Session) -> PathBuf {
    session.common.dir.clone().unwrap_or_else(|| {
        let named = |n: u32| match n {
            1 => PathBuf::from("vigie-demo"),
            n => PathBuf::from(format!("vigie-demo-{n}")),
        };
        (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
    })
}

fn profile(session: &Session) -> Result<Profile, Failure> {
    let words = session.words;
    let nurse = CareContact {
        role: CareRole::Nurse,
        name: Label::new("name", &words.text("demo-nurse"))?,
        phone: CareContact::phone_number("01 99 00 12 34")?,
        hours: Some("mon-sun 08:30-18:00".parse()?),
        out_of_hours: Some(CareContact::phone_number("01 99 00 12 00")?),
    };
    let ward = CareContact {
        role: CareRole::Oncologist,
        name: Label::new("name", &words.text("demo-oncologist"))?,
        phone: CareContact::phone_number("01 99 00 56 78")?,
        ..nurse.clone()
    };
    Ok(Profile {
        name: Some(Label::new("name", &words.text("demo-name"))?),
        list: demo_list(),
        treatments: vec![TreatmentLine {
            regimen: Some(Label::new("treatment", DEMO_TREATMENT)?),
            cycle_days: u8::try_from(DEMO_CYCLE_DAYS).ok(),
            ..TreatmentLine::new(TreatmentKind::Chemotherapy)
        }],
        contacts: vec![nurse, ward],
        ..Profile::default()
    })
}

/// Ten weeks that came before, as a table that is imported like any other.
fn history(session: &Session, journal: &Journal) -> Result<(), Failure> {
    let words = session.words;
    journal.set_profile(profile(session)?)?;
    let today = journal.now().day();
    let mut entries = demo_patient(today).entries;
    // A made-up person has words of their own too.
    let notes = [(24, "demo-note-1"), (9, "demo-note-2"), (3, "demo-note-3")];
    for (ago, id) in notes {
        if let Some(entry) = entries.iter_mut().rev().find(|entry| entry.day <= today.plus(-ago)) {
            entry.note = Some(Note::new("note", &words.text(id))?);
        }
    }
    let days = entries.len();
    let mut table = Vec::new();
    write_table("demo", TableOf { entries: &entries, ..TableOf::default() }, &mut table)?;
    journal.import(table.as_slice(), &ImportOptions::default(), &mut |_| {})?;
    demo_care::care(session, journal)?;
    println!("{}\n", words.with("demo-history", &[("days", days.into())]));
    Ok(())
}

/// Today's check-in, and what the journal says of it.
fn today(session: &Session, journal: &Journal) -> Result<Option<OpenPrompt>, Failure> {
    let words = session.words;
    let mut entry = demo_today(journal.now().day());
    entry.question = Some(Note::new("question", &words.text("demo-question"))?);
    println!("{}", words.with("demo-today", &[("day", words.weekday_day(entry.day).into())]));
    for line in told(session, &entry) {
        println!("  {line}");
    }
    let recorded = journal.record(entry)?;
    match &recorded.prompt {
        Some(open) => {
            println!("\n{}\n", words.text("demo-seen"));
            println!("{}\n", shown::prompt(words, open));
        }
        None => println!("\n{}\n", words.text("no-prompt")),
    }
    Ok(recorded.prompt)
}

fn told(session: &Session, entry: &DailyEntry) -> Vec<String> {
    let words = session.words;
    let mut lines = Vec::new();
    let pair = |name: String, value: String| {
        words.with("demo-answer", &[("name", name.into()), ("value", value.into())])
    };
    if let Some(state) = entry.state {
        lines.push(pair(words.text("performance"), words.performance(state)));
    }
    for (item, answer) in &entry.answers {
        lines.push(pair(words.item(item), words.answer(*answer)));
    }
    for (site, detail) in &entry.pains {
        if detail.wakes_at_night {
            lines.push(words.with("demo-night", &[("site", words.site(*site).into())]));
        }
    }
    lines
}

/// Nobody answers the first call; the nurse is reached by the second.
fn calls(session: &Session, journal: &Journal, open: OpenPrompt) -> Result<(), Failure> {
    let words = session.words;
    let nurse = Label::new("name", &words.text("demo-nurse"))?;
    let first = Outcome {
        at: later(journal, 5),
        kind: OutcomeKind::NoAnswer,
        contact: Some(nurse.clone()),
        advice: None,
    };
    println!("{}", words.with("demo-no-answer", &[("who", nurse.as_str().into())]));
    if let Some(open) = journal.resolve(open.id, first)? {
        println!("  {}\n", still_waits(session, &open));
    }
    let second = Outcome {
        at: later(journal, 40),
        kind: OutcomeKind::Reached,
        contact: Some(nurse.clone()),
        advice: Some(Note::new("note", &words.text("demo-advice"))?),
    };
    println!("{}", words.with("demo-reached", &[("who", nurse.as_str().into())]));
    if let Some(advice) = &second.advice {
        println!("  {}", words.quoted(advice.as_str()));
    }
    if journal.resolve(open.id, second)?.is_none() {
        println!("  {}\n", words.text("resolve-done"));
    }
    Ok(())
}

/// The story goes on without anybody having to wait for it.
fn later(journal: &Journal, minutes: i64) -> Moment {
    journal.now().plus_minutes(minutes)
}

fn report(session: &Session, journal: &Journal, dir: &Path) -> Result<(), Failure> {
    let words = session.words;
    let choice = journal.usual_choice(words.lang())?;
    let summary = journal.summary(choice.clone())?;
    println!(
        "{}",
        words.with(
            "demo-report",
            &[("answered", summary.days_answered.into()), ("days", summary.days.into())]
        )
    );
    for (name, format) in REPORT {
        let path = dir.join(name);
        files::write_whole(&path, |file| Ok(journal.export(choice.clone(), format, file)?))?;
        println!("    {}", path.display());
    }
    let page = dir.join(PAGE);
    let passphrase = files::write_whole(&page, |file| Ok(journal.export_page(choice, file)?))?;
    println!("    {}\n      {}", page.display(), words.text("demo-page"));
    println!("      {passphrase}");
    let text = |name: &str, text: &str| {
        let path = dir.join(name);
        let written = std::fs::write(&path, format!("{text}\n"));
        written.map(|()| path.clone()).map_err(|error| exit::file(&path, &error))
    };
    text(PAGE_PASSPHRASE, &passphrase.to_string())?;
    let key = text(PASSPHRASE_FILE, PASSPHRASE)?;
    let verified = journal.verify()?;
    let records = i64::try_from(verified.records).unwrap_or(i64::MAX);
    println!("{}", words.with("demo-verified", &[("records", records.into())]));
    journal.lock()?;
    println!(
        "\n{}\n  vigie status --dir {} --passphrase-file {}",
        words.text("demo-next"),
        dir.join("journal").display(),
        key.display()
    );
    Ok(())
}
