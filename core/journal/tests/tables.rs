//! A table holds everything that was told: what is written is read back, once, and prompts nothing anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;
mod made;

use std::sync::Arc;

use hand::{HEADER, Hand, create, exported, feverish, import, outcome, rated, reopen};
use made::{care, label, maybe, note, on, sitting, treatment};
use proptest::prelude::*;
use vigie_journal::{
    Author, By, CareEvent, DailyEntry, Felt, Format, ImportOptions, Journal, LabResult, Label,
    Lang, Note, Outcome, OutcomeKind, Profile, PromptStory, ReplayOptions, Source, TreatmentKind,
    TreatmentLine, Words, replay,
};

fn entries(journal: &Journal) -> Vec<DailyEntry> {
    journal.entries().unwrap().into_iter().map(|(_, entry)| entry).collect()
}

fn care_of(journal: &Journal) -> Vec<By<CareEvent>> {
    journal.care().unwrap().into_iter().map(|(_, one)| one).collect()
}

fn stories(journal: &Journal) -> Vec<PromptStory> {
    journal.prompts().unwrap().into_iter().map(|(_, story)| story).collect()
}

#[derive(Debug, Clone)]
struct Life {
    sittings: Vec<(i32, DailyEntry)>,
    treatments: Vec<TreatmentLine>,
    /// Days from the last, what, and who told it if it was not the person.
    care: Vec<((i32, CareEvent), Option<Label>)>,
    advice: Option<Note>,
    contact: Option<Label>,
    patient: Option<Label>,
}

fn life() -> impl Strategy<Value = Life> {
    (
        prop::collection::vec((0..2_i32, sitting()), 1..12),
        prop::collection::vec(treatment(), 0..6),
        prop::collection::vec((care(), maybe(label())), 0..8),
        maybe(note()),
        maybe(label()),
        maybe(label()),
    )
        .prop_map(|(sittings, treatments, care, advice, contact, patient)| Life {
            sittings,
            treatments,
            care,
            advice,
            contact,
            patient,
        })
}

/// Lives it, and leaves the clock at the last day.
fn live(journal: &Journal, clock: &Arc<Hand>, life: &Life) {
    let (treatments, table_id) = (life.treatments.clone(), life.patient.clone());
    let profile = Profile { treatments, table_id, ..journal.profile().unwrap() };
    journal.set_profile(profile).unwrap();
    for (n, (days, sitting)) in life.sittings.iter().enumerate() {
        clock.pass(i64::from(*days) * 24 * 60 + 1);
        let entry = DailyEntry { day: clock.day(), ..sitting.clone() };
        let recorded = journal.record(entry.clone()).unwrap();
        if let Some(open) = recorded.prompt {
            clock.pass(3);
            journal.feels(open.id, Felt::ALL[n % 3]).unwrap();
            let kind = OutcomeKind::ALL[n % 5];
            let (contact, advice) = (life.contact.clone(), life.advice.clone());
            journal.resolve(open.id, Outcome { at: journal.now(), kind, contact, advice }).unwrap();
        }
        if n % 4 == 3 {
            journal.amend(recorded.id, DailyEntry { question: None, ..entry }).unwrap();
        }
    }
    for (n, ((days, event), by)) in life.care.iter().enumerate() {
        let author = by.clone().map_or(Author::Person, Author::Caregiver);
        let told = on(event.clone(), clock.day().plus(*days));
        let id = journal.add_care(By { author, told }).unwrap();
        if n % 4 == 3 {
            journal.withdraw_care(id).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_journal_with_everything_comes_back_from_its_table(life in life()) {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let clock = Hand::at("2026-10-01", 600);
        let first = create(from.path(), &clock);
        live(&first, &clock, &life);
        let table = exported(&first);
        let second = create(to.path(), &clock);
        let report = import(&second, &table).unwrap();
        let lines = csv_rows(&table);
        prop_assert_eq!((report.rows, report.already_there), (lines, 0), "{}", table);
        prop_assert_eq!(exported(&second), table.as_str());
        let mut wanted = entries(&first);
        wanted.iter_mut().for_each(|entry| entry.source = Source::Imported);
        prop_assert_eq!(entries(&second), wanted);
        prop_assert_eq!(stories(&second), stories(&first));
        prop_assert_eq!(care_of(&second), care_of(&first));
        let again = import(&second, &table).unwrap();
        prop_assert_eq!((again.rows, again.already_there), (0, lines), "{}", table);
        prop_assert_eq!(exported(&second), table.as_str());
        // Nor does it change the journal it comes from.
        prop_assert_eq!(import(&first, &table).unwrap().rows, 0);
        prop_assert_eq!(exported(&first), table);
    }
}

/// Rows without the header.
fn csv_rows(table: &str) -> u64 {
    u64::try_from(vigie_journal::TableReader::new(table.as_bytes()).unwrap().count()).unwrap()
}

#[test]
fn sittings_of_one_day_by_different_people_stay_apart_and_older_tables_read_as_before() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let rows = "p,2026-11-20,fatigue,3\np,2026-11-20,author,Paul\np,2026-11-20,fatigue,3\n\
        p,2026-11-20,author,\np,2026-11-20,pain,1\np,2026-11-20,fatigue,9\n";
    let report = import(&journal, &format!("{HEADER}{rows}")).unwrap();
    assert_eq!((report.rows, report.already_there, report.days), (6, 0, 1));
    let by = |entry: &DailyEntry| match &entry.author {
        Author::Person => "the person".to_owned(),
        Author::Caregiver(name) => name.as_str().to_owned(),
    };
    let who: Vec<String> = entries(&journal).iter().map(by).collect();
    assert_eq!(who, ["the person", "Paul", "the person"]);
    assert_eq!(exported(&journal), format!("{HEADER}{}", rows));
    // A table from before: the carer's row stands first, and nothing says where the next sitting begins.
    let old = "p,2026-11-19,author,Paul\np,2026-11-19,fatigue,3\np,2026-11-19,fatigue,5\n";
    import(&journal, &format!("{HEADER}{old}")).unwrap();
    assert_eq!(entries(&journal).iter().filter(|entry| by(entry) == "Paul").count(), 3);
    assert_eq!(import(&journal, &format!("{HEADER}{old}")).unwrap().rows, 0);
    // Whose row it is counts only where the table says so.
    let more = "p,2026-11-19,fatigue,3\np,2026-11-19,author,Anne\np,2026-11-19,fatigue,3\n";
    let report = import(&journal, &format!("{HEADER}{more}")).unwrap();
    assert_eq!((report.rows, report.already_there), (2, 1));
}

#[test]
fn a_prompt_of_a_table_keeps_when_it_was_made_and_what_closed_it_and_nothing_is_asked_anew() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let clock = Hand::at("2026-11-23", 600);
    let first = create(from.path(), &clock);
    let open = first.record(feverish(clock.day())).unwrap().prompt.unwrap();
    let waiting = exported(&first);
    clock.pass(30);
    first.resolve(open.id, outcome(&first, OutcomeKind::Reached)).unwrap();
    let closed = exported(&first);
    clock.pass(60);
    // The entry is of today: without the prompt beside it, it would prompt now.
    let second = create(to.path(), &clock);
    import(&second, &closed).unwrap();
    assert_eq!(stories(&second), stories(&first));
    assert_eq!(stories(&second)[0].prompt.at, open.prompt.at);
    assert!(second.open_prompts().unwrap().is_empty());
    // One that waited waits, and what came of it later is added to it.
    let third = tempfile::tempdir().unwrap();
    let third = create(third.path(), &clock);
    import(&third, &waiting).unwrap();
    assert_eq!(third.open_prompts().unwrap().len(), 1);
    let report = import(&third, &closed).unwrap();
    assert_eq!((report.rows, report.already_there), (1, 1));
    assert!(third.open_prompts().unwrap().is_empty());
    assert_eq!(exported(&third), closed);
    // The same in one table, the older row first; and it is so when the journal is opened again.
    let fourth = tempfile::tempdir().unwrap();
    let both = format!("{waiting}{}", closed.lines().last().unwrap());
    let journal = create(fourth.path(), &clock);
    import(&journal, &both).unwrap();
    journal.lock().unwrap();
    let journal = reopen(fourth.path(), &clock);
    assert_eq!(stories(&journal), stories(&first));
    assert_eq!(exported(&journal), closed);
    // An older table takes nothing back.
    assert_eq!(import(&third, &waiting).unwrap().rows, 0);
}

#[test]
fn a_treatment_that_ended_since_is_completed_and_one_that_says_otherwise_is_another() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let take = |rows: &str| import(&journal, &format!("{HEADER}{rows}")).unwrap().rows;
    assert_eq!(take("p,2026-09-01,treatment:chemotherapy,FOLFOX\n"), 1);
    assert_eq!(take("p,2026-09-01,treatment:chemotherapy,FOLFOX | 14 | 2026-11-01\n"), 1);
    assert_eq!(take("p,2026-09-01,treatment:chemotherapy,FOLFOX\n"), 0);
    assert_eq!(journal.profile().unwrap().treatments.len(), 1);
    assert_eq!(journal.profile().unwrap().treatments[0].cycle_days, Some(14));
    assert_eq!(take("p,2026-08-01,treatment:surgery,\n"), 1);
    assert_eq!(take("p,2026-09-01,treatment:chemotherapy,FOLFOX | 21\n"), 1);
    let kinds: Vec<_> = journal.profile().unwrap().treatments.iter().map(|t| t.kind).collect();
    assert_eq!(
        kinds,
        [TreatmentKind::Surgery, TreatmentKind::Chemotherapy, TreatmentKind::Chemotherapy]
    );
}

#[test]
fn a_bad_row_beside_the_entries_names_its_line_and_cause_in_words_and_may_be_left_out() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let good = "p,2026-11-01,lab:CEA,12\n";
    for (bad, english, french) in [
        (
            "2026-11-01,lab:CEA,high",
            "Result: a number such as",
            "Résultat : un nombre, par exemple 12,3",
        ),
        ("2026-11-01,lab:CEA,1 | x", "Result: a range such as", "Résultat : un intervalle"),
        (
            "2026-11-01,lab:CEA,1 | 0-5 | 7",
            "Result: at most 2 parts, separated by |",
            "Résultat : 2 parties au plus",
        ),
        ("2026-11-24,lab:CEA,1", "Date: a day that is not in the future", "Date : un jour qui"),
        ("2026-11-24,imaging:ct,", "Date: a day that is not", "Date : un jour qui"),
        (
            "2026-11-01,imaging:ct,good",
            "Conclusion: one of better",
            "Conclusion : un mot parmi better (mieux)",
        ),
        ("2026-11-01,appointment:rcp,25:00", "Time: a time such as 09:30", "Heure : une heure"),
        (
            "2026-11-01,treatment:trial,x | 5",
            "Cycle length: 7 to 60 days",
            "Durée du cycle : de 7 à 60 jours",
        ),
        (
            "2026-11-01,prompt,yes",
            "Alert: the text that Vigie wrote there",
            "Alerte : le texte que Vigie",
        ),
    ] {
        let table = format!("{HEADER}{good}p,{bad}\n");
        let error = import(&journal, &table).unwrap_err();
        for (lang, line, cause) in [(Lang::En, "Line 3", english), (Lang::Fr, "Ligne 3", french)] {
            let said = error.sentence(Words::of(lang)).replace(['\u{a0}', '\u{202f}'], " ");
            assert!(said.contains(line) && said.contains(cause), "{said}");
        }
        assert!(journal.care().unwrap().is_empty());
        let scratch = tempfile::tempdir().unwrap();
        let skipping = ImportOptions { skip_bad: true, ..ImportOptions::default() };
        let other = create(scratch.path(), &clock);
        let report = other.import(table.as_bytes(), &skipping, &mut |_| {}).unwrap();
        assert_eq!((report.rows, report.bad[0].line, report.days), (1, 3, 1), "{bad}");
    }
}

#[test]
fn a_replay_passes_over_what_stands_beside_the_answers() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-10-01", 600);
    let journal = create(dir.path(), &clock);
    for n in 0..30 {
        let mut entry = rated(clock.day(), "fatigue", if n < 15 { 2 } else { 8 });
        entry.author = Author::Caregiver(Label::new("name", "Paul").unwrap());
        journal.record(entry).unwrap();
        clock.pass(24 * 60);
    }
    // A silence after a prompt: a scan in it is no answer.
    journal.record(feverish(clock.day())).unwrap();
    clock.pass(10 * 24 * 60);
    journal.record(rated(clock.day(), "fatigue", 8)).unwrap();
    let table = exported(&journal);
    let beside = "me,2026-10-05,lab:CEA,900\nme,2026-10-20,appointment:rcp,\n\
        me,2026-08-01,treatment:trial,x\nme,2026-12-31,appointment:test,\n\
        me,2026-11-05,imaging:ct,\nme,2026-11-06,author,Paul\n";
    let plain: String = table
        .lines()
        .filter(|row| !row.contains(",prompt,"))
        .map(|row| format!("{row}\n"))
        .collect();
    assert_ne!(plain, table);
    let lines = |table: &str| {
        let mut out = Vec::new();
        let options = ReplayOptions { daily: true, ..ReplayOptions::default() };
        replay(table.as_bytes(), &options, &mut out, &mut |_| {}).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert!(
        lines(&plain).contains("trend") && lines(&plain).contains("silence"),
        "{}",
        lines(&plain)
    );
    assert_eq!(lines(&format!("{table}{beside}")), lines(&plain));
}

#[test]
fn a_table_leaves_out_what_the_person_leaves_out() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.day();
    let mut entry = rated(today, "own:private", 9);
    entry.note = Note::new("note", "secret words").ok();
    entry.same_as_before.insert("own:private".parse().unwrap());
    assert!(journal.record(entry).unwrap().prompt.is_some());
    journal.record(rated(today.plus(-100), "fatigue", 1)).unwrap();
    let lab = |day| {
        let (name, value) = (Label::new("lab", "CEA").unwrap(), "1".parse().unwrap());
        CareEvent::Lab(LabResult { day, name, value, unit: None, range: None })
    };
    journal.add_care(lab(today)).unwrap();
    journal.add_care(lab(today.plus(-100))).unwrap();
    let mut choice = journal.whole_choice(Lang::En).unwrap();
    assert_eq!((choice.from, choice.to), (today.plus(-100), today));
    choice.from = today.plus(-9);
    choice.with_notes = false;
    choice.without.insert("own:private".parse().unwrap());
    let mut csv = Vec::new();
    journal.export(choice, Format::Csv, &mut csv).unwrap();
    assert_eq!(String::from_utf8(csv).unwrap(), format!("{HEADER}me,{today},lab:CEA,1\n"));
}
