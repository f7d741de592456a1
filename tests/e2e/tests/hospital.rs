//! The report for a hospital's record: how it is asked for, and what stays the same from one report to the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;

use serde_json::Value;
use vigie_e2e::Desk;

fn diary() -> Desk {
    let desk = Desk::new();
    for line in [
        r#"{"date":"2026-11-21","answers":{"fatigue":4,"pain:hip-left":6}}"#,
        r#"{"date":"2026-11-22","answers":{"fatigue":5,"nausea":"skipped"},"measures":{"weight":71.5}}"#,
        r#"{"date":"2026-11-23","answers":{"fatigue":3},"note":"<b>Mieux</b> & assez bien"}"#,
    ] {
        desk.log(line).ok();
    }
    desk
}

fn export(desk: &Desk, args: &[&str]) -> Value {
    let all = [&["export", "--to", "report.fhir.json"], args].concat();
    desk.vigie(&all).ok();
    serde_json::from_slice(&std::fs::read(desk.path("report.fhir.json")).unwrap()).unwrap()
}

/// The identifiers of what the person answered.
fn answers(document: &Value) -> BTreeSet<String> {
    let entries = document["entry"].as_array().unwrap().iter();
    let answers = entries.filter(|entry| entry["resource"]["resourceType"] == "Observation");
    answers.map(|entry| entry["fullUrl"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_report_is_written_as_a_fhir_document_by_its_ending_or_by_the_formats_name() {
    let desk = diary();
    let document = export(&desk, &[]);
    assert_eq!(
        (&document["resourceType"], &document["type"]),
        (&"Bundle".into(), &"document".into())
    );
    assert_eq!(document["entry"][0]["resource"]["resourceType"], "Composition");
    assert_eq!(answers(&document).len(), 5, "three days, a pain at one place, a weight");
    let text = document.to_string();
    assert!(text.contains("&lt;b&gt;Mieux&lt;/b&gt; &amp; assez bien"), "a note is never markup");
    for args in [&["--to", "report.json"][..], &["--format", "fhir", "--to", "report.txt"]] {
        desk.vigie(&[&["export"], args].concat()).ok();
    }
    let bytes = |name: &str| std::fs::read(desk.path(name)).unwrap();
    assert_eq!(bytes("report.json"), bytes("report.fhir.json"));
    assert_eq!(bytes("report.txt"), bytes("report.fhir.json"));
    let quiet = export(&desk, &["--no-notes", "--without", "pain:hip-left"]).to_string();
    assert!(!quiet.contains("Mieux") && !quiet.contains("287679003"), "{quiet}");
}

#[test]
fn the_same_answers_have_the_same_identifiers_in_each_report_and_in_no_other_journals() {
    let desk = diary();
    let (before, after) = (export(&desk, &["--until", "2026-11-22"]), export(&desk, &[]));
    assert_eq!(answers(&before).len(), 4);
    assert!(answers(&before).is_subset(&answers(&after)));
    assert_ne!(before["identifier"], after["identifier"], "another document");
    let french = export(&desk, &["--lang", "fr"]);
    assert_eq!(answers(&french), answers(&after));
    // What leaves out a symptom is no whole day: it must not stand in the place of one.
    let partly = answers(&export(&desk, &["--without", "fatigue"]));
    assert_eq!(partly.intersection(&answers(&after)).count(), 2, "the pain and the weight");
    assert!(answers(&export(&diary(), &[])).is_disjoint(&answers(&after)));
}
