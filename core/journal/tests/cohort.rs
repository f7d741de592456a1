//! What a cohort reads of exported diaries: the same watch, from the table and from FHIR, and nobody's words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, exported, import, outcome};
use vigie_journal::{
    CohortReport, Day, Format, Journal, JournalError, Lang, OutcomeKind, ReplayOptions, Words,
    cohort_rows, replay, row_cause,
};
use vigie_simulator::{PatientSpec, Shape, Symptoms, cohort};

fn read(file: &[u8]) -> (CohortReport, String) {
    let mut rows = Vec::new();
    let report = cohort_rows(file, &mut rows, &mut |_| {}).unwrap();
    (report, String::from_utf8(rows).unwrap())
}

fn lines(file: &[u8]) -> String {
    let mut out = Vec::new();
    let options = ReplayOptions { daily: true, ..ReplayOptions::default() };
    replay(file, &options, &mut out, &mut |_| {}).unwrap();
    String::from_utf8(out).unwrap()
}

fn fhir(journal: &Journal, lang: Lang) -> Vec<u8> {
    let mut document = Vec::new();
    journal.export(journal.whole_choice(lang).unwrap(), Format::Fhir, &mut document).unwrap();
    document
}

/// The id of the person in a document.
fn subject(document: &[u8]) -> String {
    let document: serde_json::Value = serde_json::from_slice(document).unwrap();
    let entries = document["entry"].as_array().unwrap();
    let patient = entries.iter().find(|one| one["resource"]["resourceType"] == "Patient").unwrap();
    patient["fullUrl"].as_str().unwrap().trim_start_matches("urn:uuid:").to_owned()
}

/// A resource a line, as a hospital's server hands them out.
fn ndjson(document: &[u8]) -> Vec<u8> {
    let document: serde_json::Value = serde_json::from_slice(document).unwrap();
    let mut lines = Vec::new();
    for entry in document["entry"].as_array().unwrap() {
        serde_json::to_writer(&mut lines, &entry["resource"]).unwrap();
        lines.push(b'\n');
    }
    lines
}

#[test]
fn a_fhir_document_of_a_journal_is_watched_as_its_table_is() {
    let start: Day = "2026-01-05".parse().unwrap();
    let kinds = [
        PatientSpec::stable(start, Symptoms::Eight),
        PatientSpec::worsening(start, Symptoms::Eight, Shape::Step { by: 3.0 }),
    ];
    let mut people: Vec<String> = Vec::new();
    for (n, spec) in kinds.iter().enumerate() {
        for patient in cohort(spec, 0..4) {
            let rows = patient.to_csv_rows(&format!("p{n}")).join("\n");
            people.push(format!("{}{rows}\n", hand::HEADER));
        }
    }
    let mut said = 0;
    for (n, table) in people.iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        let journal = create(dir.path(), &Hand::at("2027-06-01", 600));
        import(&journal, table).unwrap();
        let lang = [Lang::Fr, Lang::En][n % 2];
        let document = fhir(&journal, lang);
        let of_the_table = lines(exported(&journal).as_bytes());
        let id = of_the_table.split('"').nth(3).unwrap().to_owned();
        let renamed = |lines: String| lines.replace(&subject(&document), &id);
        assert_eq!(renamed(lines(&document)), of_the_table);
        assert_eq!(renamed(lines(&ndjson(&document))), of_the_table);
        said += of_the_table.matches("\"reasons\"").count();
    }
    assert!(said > 20, "prompts to compare: {said}");
}

/// Three weeks of an invented person, with a prompt of which nobody and then somebody was reached, and words everywhere.
fn told() -> (tempfile::TempDir, Journal) {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let rows = "Claire,2026-11-20,fatigue,2\nClaire,2026-11-20,own:goût de métal,4\n\
        Claire,2026-11-20,note,Vu le Dr Roux\nClaire,2026-11-20,question,Et mon frère Paul ?\n\
        Claire,2026-11-21,author,Paul Martin\nClaire,2026-11-21,nausea,skipped\n\
        Claire,2026-11-21,painkiller:le sirop de Zoé,yes\nClaire,2026-11-21,administration,FOLFOX\n\
        Claire,2026-11-21,treatment_change,moins fort\nClaire,2026-11-22,appointment:consultation,| Dr Roux\n\
        Claire,2026-09-30,consent:data,étude VIGIL | 2026-10-01\n";
    import(&journal, &format!("{}{rows}", hand::HEADER)).unwrap();
    let prompt = journal.record(hand::feverish(clock.day())).unwrap().prompt.unwrap().id;
    for kind in [OutcomeKind::NoAnswer, OutcomeKind::Reached] {
        clock.pass(90);
        journal.resolve(prompt, outcome(&journal, kind)).unwrap();
    }
    (dir, journal)
}

#[test]
fn nobodys_words_come_into_the_rows_and_the_days_they_were_said_stay() {
    let (_dir, journal) = told();
    let table = exported(&journal);
    let (report, rows) = read(table.as_bytes());
    for words in ["Roux", "Paul", "sirop", "FOLFOX", "moins fort", "VIGIL", "\"findings\""] {
        assert!(
            table.contains(words.trim_matches('"')) && !rows.contains(words),
            "{words}: {rows}"
        );
    }
    let kept = |item: &str| rows.lines().filter(|row| row.contains(item)).count();
    assert_eq!(kept("2026-11-20,note,-"), 1);
    assert_eq!(kept("2026-11-20,question,-"), 1);
    assert_eq!(kept("2026-11-21,painkiller:-,\n") + kept("2026-11-21,painkiller:-,"), 1);
    assert_eq!(kept("2026-11-21,administration,"), 1);
    assert_eq!(kept("own:goût de métal,4"), 1, "by its name a series is known");
    assert_eq!(kept("consent,given"), 1);
    // The two rows that say who tells, and the appointment.
    let all = u64::try_from(rows.lines().count()).unwrap() - 1;
    assert_eq!((report.written, report.bad.len()), (all, 0));
    assert!(report.rows > all);
    let watched: String = rows
        .lines()
        .filter(|row| !row.contains(",prompt,") && !row.contains(",consent,"))
        .map(|row| format!("{row}\n"))
        .collect();
    assert_eq!(lines(watched.as_bytes()), lines(table.as_bytes()));
}

#[test]
fn what_was_told_and_when_somebody_answered_comes_from_both_forms() {
    let (_dir, journal) = told();
    let document = fhir(&journal, Lang::Fr);
    let told = |file: &[u8]| {
        let (_, rows) = read(file);
        let row = rows.lines().find(|row| row.contains(",prompt,")).unwrap().to_owned();
        let value = row.splitn(4, ',').nth(3).unwrap().trim_matches('"').replace("\"\"", "\"");
        serde_json::from_str::<serde_json::Value>(&value).unwrap()
    };
    let wanted = told(exported(&journal).as_bytes());
    assert_eq!(told(&document), wanted);
    assert_eq!(wanted["level"], "today");
    let minutes = |n: usize| {
        let at = |value: &serde_json::Value| value["at"]["utc_millis"].as_i64().unwrap();
        (at(&wanted["outcomes"][n]) - at(&wanted)) / 60_000
    };
    assert_eq!((minutes(0), minutes(1)), (90, 180));
    assert_eq!(wanted["outcomes"][1]["kind"], "reached");
    assert_eq!(wanted["at"]["offset_minutes"], 60);
}

#[test]
fn a_document_that_tells_a_name_says_so_and_one_without_does_not() {
    let (_dir, journal) = told();
    let profile = vigie_journal::Profile {
        name: Some(vigie_journal::Label::new("name", "Claire Martin").unwrap()),
        ..journal.profile().unwrap()
    };
    journal.set_profile(profile).unwrap();
    assert_eq!(read(&fhir(&journal, Lang::En)).0.identifying, ["Patient.name"]);
    let mut choice = journal.whole_choice(Lang::En).unwrap();
    choice.with_name = false;
    let mut nameless = Vec::new();
    journal.export(choice, Format::Fhir, &mut nameless).unwrap();
    assert_eq!(read(&nameless).0.identifying, Vec::<&str>::new());
}

#[test]
fn a_withdrawn_consent_is_told_and_one_to_something_else_is_not() {
    let table = "patient,date,item,value\na,2026-09-20,consent:data,étude | 2026-10-01 | 2026-11-01\n\
        b,2026-09-20,consent:data,étude | 2026-10-01\nc,2026-09-20,consent:trial,NCT0 | 2026-10-01 | 2026-11-01\n\
        d,2026-09-20,consent:data,received and not signed\n";
    let (_, rows) = read(table.as_bytes());
    assert_eq!(
        rows,
        "patient,date,item,value\na,2026-09-20,consent,withdrawn\nb,2026-09-20,consent,given\n"
    );
}

#[test]
fn bad_rows_are_counted_in_both_forms_and_the_rest_is_read() {
    let table = "patient,date,item,value\nx,2026-11-20,fatigue,11\nx,2026-11-20,nausea,3\nx,soon,nausea,3\n";
    let (report, rows) = read(table.as_bytes());
    assert_eq!(report.bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(rows.lines().count(), 2);
    let (_dir, journal) = told();
    let mut cut = ndjson(&fhir(&journal, Lang::En));
    let whole = read(&cut).0;
    assert_eq!((whole.bad.len(), whole.rows > 5), (0, true));
    cut.truncate(cut.len() - 40);
    let (report, _) = read(&cut);
    let said = row_cause(Words::of(Lang::En), &report.bad[0].cause);
    assert_eq!(said, "this is not a FHIR resource, or the file is cut off");
    assert_eq!(report.bad.len(), 1);
}

#[test]
fn a_header_that_is_none_is_an_error_and_so_is_nothing() {
    for (file, wanted) in [("name,date,item,value\n", "header"), ("", "empty")] {
        let refused = cohort_rows(file.as_bytes(), Vec::new(), &mut |_| {}).unwrap_err();
        assert!(matches!(refused, JournalError::Table(_)), "{refused}");
        assert!(refused.to_string().contains(wanted), "{refused}");
    }
}
