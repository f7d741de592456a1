//! `vigie trials`: a shortlist of clinical trials from files of registries, to take to the doctor. A journal is opened only to
//! keep a profile there, or to take the one that is kept.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use vigie_journal::guide::trials::{
    Match, NearSite, Passage, Shortlist, TrialProfile, explanation, read_registry, status_code,
};
use vigie_journal::{JournalError, Words, one_line, trials_page};

use crate::args::Trials;
use crate::exit::Failure;
use crate::files::{progress, source, text_of, write_whole};
use crate::session::Session;

/// Trials that are shown to a person who does not say how many.
const SHOWN: usize = 10;

/// Places of a trial that are shown to a person.
const PLACES_SHOWN: usize = 5;

pub fn run(session: &Session, args: Trials) -> Result<(), Failure> {
    let words = session.words;
    if args.explain {
        return explain(session);
    }
    if args.to.as_deref().is_some_and(|to| !is_pdf(to)) {
        return Err(Failure::NotPdf);
    }
    let Some(profile) = profile(session, &args)? else { return Ok(()) };
    let mut list = Shortlist::new(&profile);
    tell_not_understood(words, &list);
    let (mut read, mut unread) = (0_u64, 0_u64);
    for path in &args.registry {
        let (records, without_number) = offer(path, &mut list)?;
        read += records;
        unread += without_number;
    }
    let list = list.finish();
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    if unread > 0 {
        eprintln!("{}", words.with("trials-unread", &[("n", count(unread).into())]));
    }
    if let Some(to) = &args.to {
        let (lang, now) = (words.lang(), session.clock.now());
        let page = trials_page(lang, &profile, &list, now)?;
        write_whole(to, |writer| Ok(writer.write_all(&page)?))?;
        // With --json the answer is the list, whatever was written beside it.
        if !session.common.json {
            let path = to.display().to_string();
            println!("{}", words.with("export-done", &[("path", path.into())]));
        }
    }
    let most = args.most.map(std::num::NonZeroUsize::get);
    if session.common.json {
        return write_json(words, list.iter().take(most.unwrap_or(usize::MAX)));
    }
    let kept = ("kept", list.len().into());
    println!("{}", words.with("trials-counted", &[("read", count(read).into()), kept]));
    let shown = most.unwrap_or(SHOWN);
    match list.len() {
        0 => println!("{}", words.text("trials-none")),
        n if n > shown => println!("{}", words.with("trials-shown", &[("shown", shown.into())])),
        _ => {}
    }
    for (number, found) in (1..).zip(list.iter().take(shown)) {
        show(words, number, found);
    }
    println!("\n{}", words.text("trials-reminder"));
    Ok(())
}

/// Whether a name says that what it stands for is a PDF.
fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
}

/// The profile that was named, or the one that is kept; `None` when there is nothing to look through.
fn profile(session: &Session, args: &Trials) -> Result<Option<TrialProfile>, Failure> {
    let said = |id| {
        if !session.common.json {
            println!("{}", session.words.text(id));
        }
    };
    if args.forget {
        session.open()?.keep_trial_profile(None)?;
        said("trials-profile-forgotten");
        return Ok(None);
    }
    let profile = match &args.profile {
        Some(path) => {
            let json = text_of(path)?;
            let profile = TrialProfile::from_json(&json).map_err(JournalError::from)?;
            if args.keep {
                session.open()?.keep_trial_profile(Some(&json))?;
                said("trials-profile-kept");
            }
            profile
        }
        None => session.open()?.trial_profile()?.ok_or(Failure::NoProfile)?,
    };
    Ok((!args.registry.is_empty()).then_some(profile))
}

/// Says which diseases of the profile are not recognised, beside the answer.
fn tell_not_understood(words: &Words, list: &Shortlist<'_>) {
    for text in list.not_understood() {
        let text = ("text", one_line(&text).into());
        eprintln!("{}", words.with("trials-not-understood", &[text]));
    }
}

/// Reads one file of a registry; gives how many records it had, and how many could not be used.
fn offer(path: &Path, list: &mut Shortlist<'_>) -> Result<(u64, u64), Failure> {
    let (file, length) = source(path)?;
    let bar = progress(length);
    let report = read_registry(file, &mut |bytes| bar.set_position(bytes), &mut |trial| {
        list.offer(trial);
    });
    bar.finish_and_clear();
    let report =
        report.map_err(|error| Failure::Registry { path: path.display().to_string(), error })?;
    Ok((report.records, report.skipped.without_number))
}

/// Phases, questions to ask, steps of consent, where to look.
fn explain(session: &Session) -> Result<(), Failure> {
    let passages = explanation(session.words);
    if session.common.json {
        #[derive(Serialize)]
        struct Told<'a> {
            title: &'a str,
            lines: &'a [String],
        }
        let told = |passage: &'_ Passage| {
            serde_json::to_string(&Told { title: &passage.title, lines: &passage.lines })
        };
        return lines(passages.iter().map(told));
    }
    for (at, Passage { title, lines }) in passages.iter().enumerate() {
        println!("{}{title}", if at > 0 { "\n" } else { "" });
        for line in lines {
            println!("  {line}");
        }
    }
    Ok(())
}

/// A match as other programs read it, in this order.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    /// `1` to `4`, `1/2`.
    phase: Option<String>,
    status: &'static str,
    matched: Vec<String>,
    unknown: Vec<String>,
    judge: Vec<String>,
    sites: Vec<Place<'a>>,
    /// The date of the record, `2026-03-17` or `2026-03`.
    updated: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    facility: Option<&'a str>,
    city: Option<&'a str>,
    country: Option<&'a str>,
    /// To a tenth.
    km: Option<f64>,
    /// The place says that it takes nobody now.
    closed: bool,
}

impl<'a> Place<'a> {
    fn of(near: &'a NearSite) -> Self {
        Self {
            facility: near.site.facility.as_deref(),
            city: near.site.city.as_deref(),
            country: near.site.country.as_deref(),
            km: near.km.map(|km| (10.0 * km).round() / 10.0),
            closed: near.is_closed(),
        }
    }
}

fn write_json<'a>(words: &Words, list: impl Iterator<Item = &'a Match>) -> Result<(), Failure> {
    lines(list.map(|found| {
        serde_json::to_string(&Line {
            id: &found.trial.id,
            title: &found.trial.title,
            phase: found.phase(),
            status: status_code(found.trial.status),
            matched: found.matched.iter().map(|one| one.sentence(words)).collect(),
            unknown: found.unknown.iter().map(|one| one.sentence(words)).collect(),
            judge: found.judge.iter().map(|one| one.sentence(words)).collect(),
            sites: found.sites.iter().map(Place::of).collect(),
            updated: found.trial.updated.as_deref(),
        })
    }))
}

/// Writes lines of JSON, in one go.
fn lines(all: impl Iterator<Item = serde_json::Result<String>>) -> Result<(), Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in all {
        writeln!(out, "{}", line.map_err(std::io::Error::from)?)?;
    }
    Ok(out.flush()?)
}

/// A match as a person reads it.
fn show(words: &Words, number: usize, found: &Match) {
    println!("\n{number}. {}", one_line(&found.trial.title));
    println!("   {}", found.heading(words));
    let mut places: Vec<String> =
        found.sites.iter().take(PLACES_SHOWN).map(|site| site.sentence(words)).collect();
    if found.sites.len() > PLACES_SHOWN {
        places.push("…".to_owned());
    }
    list(words, "trials-known", found.matched.iter().map(|one| one.sentence(words)));
    list(words, "trials-not-known", found.unknown.iter().map(|one| one.sentence(words)));
    list(words, "trials-to-judge", found.judge.iter().map(|one| one.sentence(words)));
    list(words, "trials-places", places.into_iter());
    if let Some(date) = &found.trial.updated {
        let date = found.record_day().map_or_else(|| one_line(date), |day| words.day(day));
        println!("   {}", words.with("trials-dated", &[("date", date.into())]));
    }
}

/// A heading and what stands under it, when there is something.
fn list(words: &Words, heading: &str, sentences: impl Iterator<Item = String>) {
    for (at, sentence) in sentences.enumerate() {
        if at == 0 {
            println!("   {}", words.text(heading));
        }
        println!("     - {sentence}");
    }
}
