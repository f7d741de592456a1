//! Everything that happened is found again, whoever told it and however it is typed; a year fits on a page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use std::sync::Arc;

use hand::{Hand, create, feverish, rated};
use vigie_journal::{
    Author, By, CareEvent, CareKind, DailyEntry, Day, Event, EventKind, Happening, ImagingKind,
    ImagingStudy, Journal, Label, Lang, Look, Note, Profile, PromptLevel, SupportKind,
    SupportSession, TreatmentKind, TreatmentLine,
};

fn paul() -> Author {
    Author::Caregiver(Label::new("name", "Paul").unwrap())
}

/// A treatment that begins, a check-in by each of two people, a scan, a session told by a relative, and a fever.
fn lived(dir: &std::path::Path) -> (Journal, Arc<Hand>, Day) {
    let clock = Hand::at("2026-11-20", 600);
    let journal = create(dir, &clock);
    let first = clock.day();
    let mut line = TreatmentLine::new(TreatmentKind::Chemotherapy);
    line.started = Some(first);
    let profile = Profile { treatments: vec![line], ..journal.profile().unwrap() };
    journal.set_profile(profile).unwrap();
    let mut entry = rated(first, "fatigue", 6);
    entry.answers.extend(rated(first, "pain:eye", 2).answers);
    entry.note = Some(Note::new("note", "Nuit agitée, œdème à la cheville").unwrap());
    journal.record(entry).unwrap();
    clock.pass(24 * 60);
    let mut entry = DailyEntry::new(clock.day());
    entry.author = paul();
    entry.administration = Some(Label::new("name", "FOLFOX").ok());
    journal.record(entry).unwrap();
    let (day, place) = (first, Label::new("place", "Hôpital Saint-Éloi").ok());
    let (kind, conclusion, told) = (ImagingKind::Ct, "stable".parse().unwrap(), None);
    let scan = CareEvent::Imaging(ImagingStudy { day, kind, place, conclusion, told });
    journal.add_care(scan).unwrap();
    let (kind, with, place) = (SupportKind::Sophrology, None, None);
    let (day, helped, note) = (clock.day(), "little".parse().ok(), None);
    let session = CareEvent::Support(SupportSession { day, kind, with, place, helped, note });
    journal.add_care(By { author: paul(), told: session }).unwrap();
    clock.pass(24 * 60);
    journal.record(feverish(clock.day())).unwrap();
    let photo = Label::new("name", "éruption.jpg").unwrap();
    journal.attach(first, photo, &b"photo"[..]).unwrap();
    (journal, clock, first)
}

fn found(journal: &Journal, look: Look) -> Vec<Happening> {
    journal.timeline(&look).unwrap()
}

fn kinds(happenings: &[Happening]) -> Vec<&'static str> {
    happenings.iter().map(|one| one.event.kind().code()).collect()
}

#[test]
fn everything_is_there_latest_first_with_who_told_it() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, _, first) = lived(dir.path());
    let all = found(&journal, Look::everything(Lang::Fr));
    let expected = [
        "entry",
        "prompt",
        "entry",
        "treatment",
        "support",
        "treatment",
        "entry",
        "attachment",
        "scan",
    ];
    assert_eq!(kinds(&all), expected);
    assert!(all.is_sorted_by_key(|one| std::cmp::Reverse(one.day)));
    assert_eq!(all[4].author, Some(paul()));
    assert_eq!(all[4].text, ["Sophrologie", "a un peu aidé"]);
    assert!(matches!(&all[5].event, Event::Began(line) if line.started == Some(first)));
    assert_eq!(all[5].author, None);
    let told =
        found(&journal, Look { by: Label::new("name", "PAUL").ok(), ..Look::everything(Lang::Fr) });
    assert_eq!(kinds(&told), ["entry", "treatment", "support"]);
}

#[test]
fn words_are_found_whatever_their_accents_and_capitals() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, ..) = lived(dir.path());
    let find = |words: &str| {
        let words = words.to_owned();
        kinds(&found(&journal, Look { words, ..Look::everything(Lang::Fr) })).join(" ")
    };
    assert_eq!(find("OEDEME"), "entry");
    assert_eq!(find("saint-eloi"), "scan");
    assert_eq!(find("hopital SCANNER"), "scan", "every word, in any order, its kind as well");
    assert_eq!(find("sophrologie paul"), "support");
    assert_eq!(find("folfox"), "treatment");
    assert_eq!(find("fievre"), "prompt", "the reasons of a prompt");
    assert_eq!(find("ERUPTION"), "attachment");
    assert_eq!(find("scanner folfox"), "");
    assert_eq!(find("  ").split(' ').count(), 9);
}

#[test]
fn days_and_kinds_narrow_it() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, _, first) = lived(dir.path());
    let look = Look { from: Some(first), to: Some(first), ..Look::everything(Lang::En) };
    assert_eq!(kinds(&found(&journal, look)), ["treatment", "entry", "attachment", "scan"]);
    let kinds_wanted = [EventKind::Care(CareKind::Imaging), EventKind::Prompt].into();
    let look = Look { kinds: kinds_wanted, ..Look::everything(Lang::En) };
    assert_eq!(kinds(&found(&journal, look)), ["prompt", "scan"]);
    for kind in EventKind::all() {
        assert!(!kind.name(vigie_journal::Words::of(Lang::En)).is_empty());
    }
}

#[test]
fn a_year_says_of_each_day_what_there_was_and_nothing_of_days_without_anything() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, _, first) = lived(dir.path());
    let year = journal.year(2026).unwrap();
    assert_eq!(year.len(), 3);
    let (one, two, three) = (&year[&first], &year[&first.plus(1)], &year[&first.plus(2)]);
    assert_eq!((one.worst, one.treated, one.answered), (Some(6), false, true));
    assert_eq!(one.care, [CareKind::Imaging].into());
    assert_eq!((two.worst, two.treated, two.prompt), (None, true, None));
    assert_eq!(three.prompt, Some(PromptLevel::Today));
    assert!(journal.year(2025).unwrap().is_empty());
}
