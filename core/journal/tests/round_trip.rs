//! Export then import is the identity, and a replay is the same on any number of threads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::sync::Arc;

use proptest::prelude::*;
use vigie_journal::{
    Anchoring, Budget, Clock, DailyEntry, Day, FixedClock, Format, ImportOptions, Journal,
    KdfParams, Lang, Moment, NewKey, Note, Passphrase, ReplayOptions, Source, replay,
};
use vigie_simulator::{PatientSpec, Shape, Symptoms, cohort, write_csv};

fn journal(dir: &std::path::Path) -> Journal {
    let now = Moment::at(Day::from_ymd(2026, 11, 23).unwrap(), 600, 60);
    let clock: Arc<dyn Clock> = Arc::new(FixedClock(now));
    let passphrase = Passphrase::new("quatre mots bien secrets");
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::create(dir, key, Anchoring::none(), clock).unwrap().0
}

fn exported(journal: &Journal) -> Vec<u8> {
    let choice = journal.whole_choice(Lang::En).unwrap();
    let mut csv = Vec::new();
    journal.export(choice, Format::Csv, &mut csv).unwrap();
    csv
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn export_then_import_gives_the_same_entries(
        seed in 0u64..100_000,
        note in "\\PC{1,60}",
    ) {
        prop_assume!(!note.trim().is_empty());
        let start = Day::from_ymd(2025, 1, 1).unwrap();
        let spec = PatientSpec::worsening(start, Symptoms::Eight, Shape::Step { by: 2.0 });
        let mut entries = cohort(&spec, [seed]).next().unwrap().entries;
        entries[3].note = Some(Note::new("note", &note).unwrap());
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = journal(from.path());
        for entry in &entries[..20] {
            first.record(entry.clone()).unwrap();
        }
        let table = exported(&first);
        let second = journal(to.path());
        second.import(table.as_slice(), &ImportOptions::default(), &mut |_| {}).unwrap();
        let read: Vec<DailyEntry> = second.entries().unwrap().into_iter().map(|(_, e)| e).collect();
        let mut wanted = entries[..20].to_vec();
        wanted.iter_mut().for_each(|entry| entry.source = Source::Imported);
        prop_assert_eq!(read, wanted);
        prop_assert_eq!(exported(&second), table);
    }
}

fn table(people: u64) -> Vec<u8> {
    let start = Day::from_ymd(2025, 1, 1).unwrap();
    let spec = PatientSpec::worsening(start, Symptoms::Eight, Shape::Ramp { per_week: 1.5 });
    let patients: Vec<_> = cohort(&spec, 0..people).collect();
    let ids: Vec<String> = (0..people).map(|n| format!("p{n:03}")).collect();
    let mut csv = Vec::new();
    write_csv(ids.iter().map(String::as_str).zip(&patients), &mut csv).unwrap();
    csv
}

fn lines(table: &[u8], options: &ReplayOptions) -> Vec<u8> {
    let mut out = Vec::new();
    replay(table, options, &mut out, &mut |_| {}).unwrap();
    out
}

#[test]
fn a_replay_gives_the_same_lines_on_any_number_of_threads_sorted_or_not_and_in_any_row_order() {
    let table = table(30);
    let base = ReplayOptions { daily: true, budget: Budget::Raw, ..ReplayOptions::default() };
    let wanted = lines(&table, &ReplayOptions { threads: 1, ..base.clone() });
    assert!(wanted.len() > 10_000);
    for threads in [2, 3, 7] {
        for sorted in [false, true] {
            let options = ReplayOptions { threads, sorted, ..base.clone() };
            assert_eq!(lines(&table, &options), wanted, "{threads} threads, sorted {sorted}");
        }
    }
    let text = String::from_utf8(table).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    let reversed = format!("{header}\n{}\n", rows.join("\n"));
    assert_eq!(lines(reversed.as_bytes(), &base), wanted, "rows in reverse");
}

#[test]
fn a_table_that_is_not_sorted_is_refused_when_it_was_said_to_be() {
    let table = "patient,date,item,value\nb,2026-01-01,pain,1\na,2026-01-01,pain,1\n";
    let options = ReplayOptions { sorted: true, ..ReplayOptions::default() };
    let error = replay(table.as_bytes(), &options, std::io::sink(), &mut |_| {}).unwrap_err();
    assert!(matches!(error, vigie_journal::JournalError::NotSorted { line: 3 }), "{error}");
}
