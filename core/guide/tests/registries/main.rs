//! Files of the registries: recognised by themselves, handed out one trial at a time, and every defect named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hostile;
mod real;
mod streaming;

use vigie_guide::trials::{ReadReport, Registry, RegistryError, Skipped, Trial, read_registry};

/// What is in a file.
fn read(file: impl AsRef<[u8]>) -> (Result<ReadReport, RegistryError>, Vec<Trial>) {
    let mut trials = Vec::new();
    let report = read_registry(file.as_ref(), &mut |_| (), &mut |trial| trials.push(trial));
    (report, trials)
}

fn ids(trials: &[Trial]) -> Vec<&str> {
    trials.iter().map(|trial| trial.id.as_str()).collect()
}

fn refused(file: impl AsRef<[u8]>) -> RegistryError {
    read(file).0.unwrap_err()
}

/// A study of ClinicalTrials.gov with this number.
fn study(id: &str) -> String {
    format!(
        r#"{{"protocolSection":{{"identificationModule":{{"nctId":"{id}","briefTitle":"Étude {id}"}},"contactsLocationsModule":{{"locations":[{{"city":"Lyon","country":"France"}}]}}}},"hasResults":false}}"#
    )
}

/// A study of ECLAIRE with this number.
fn research(id: &str) -> String {
    format!(
        r#"{{"resourceType":"ResearchStudy","id":"{id}","status":"active","title":"Essai {id}"}}"#
    )
}

fn entry(resource: &str) -> String {
    format!(
        r#"{{"fullUrl":"https://registry.example/{{}}","resource":{resource},"search":{{"mode":"match"}}}}"#
    )
}

#[test]
fn every_shape_of_clinical_trials_gov_is_recognised() {
    let (a, b) = (study("NCT00000001"), study("NCT00000002"));
    let page = format!(r#"{{"studies":[{a},{b}],"totalCount":2,"nextPageToken":"x"}}"#);
    for file in [
        page.clone(),
        format!(r#"{{"nextPageToken":"x","totalCount":2,"studies":[{a},{b}]}}"#),
        format!("[{a},{b}]"),
        format!("{a}\n{b}\n"),
        format!("{a}\r\n\r\n{b}"),
        format!("{a}{b}"),
        format!("\u{feff}{page}"),
        format!(" \n{page}\n "),
        format!(r#"{{"studies":[{a}]}}{{"studies":[{b}]}}"#),
        format!(r#"[{{"studies":[{a}]}},{{"studies":[{b}]}}]"#),
    ] {
        let (report, trials) = read(&file);
        assert_eq!(ids(&trials), ["NCT00000001", "NCT00000002"], "{file}");
        let skipped = Skipped::default();
        let expected = ReadReport { registry: Registry::ClinicalTrialsGov, records: 2, skipped };
        assert_eq!(report, Ok(expected), "{file}");
        assert_eq!(trials[0].title, "Étude NCT00000001");
        assert_eq!(trials[0].countries, ["FR"]);
    }
    assert_eq!(ids(&read(&a).1), ["NCT00000001"], "one study alone");
}

#[test]
fn every_shape_of_eclaire_is_recognised() {
    let (a, b) = (research("2030-500001-10-00"), research("2030-500002-10-00"));
    let entries = format!("[{},{}]", entry(&a), entry(&b));
    for file in [
        format!(r#"{{"resourceType":"Bundle","type":"searchset","total":2,"entry":{entries}}}"#),
        format!(r#"{{"entry":{entries},"type":["searchset"],"resourceType":"Bundle"}}"#),
        format!("{a}\n{b}\n"),
        format!("[{a},{b}]"),
        format!("\u{feff}{a}\n{b}"),
    ] {
        let (report, trials) = read(&file);
        assert_eq!(ids(&trials), ["2030-500001-10-00", "2030-500002-10-00"], "{file}");
        assert_eq!(report.map(|report| report.registry), Ok(Registry::Eclaire), "{file}");
    }
    assert_eq!(ids(&read(&a).1), ["2030-500001-10-00"], "one study alone");
}

#[test]
fn the_fields_of_a_record_may_stand_in_any_order() {
    let first = r#"{"title":"T","id":"2030-1","status":"active","resourceType":"ResearchStudy"}"#;
    assert_eq!(read(first).1[0].title, "T");
    let derived = r#"{"derivedSection":{"conditionBrowseModule":{"meshes":[{"term":"Melanoma"}]}},"resultsSection":{"x":[1]},"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}}"#;
    assert_eq!(read(derived).1[0].conditions, ["Melanoma"]);
}

#[test]
fn what_cannot_be_used_is_counted() {
    let without = r#"{"protocolSection":{"identificationModule":{"briefTitle":"no number"}}}"#;
    let page = format!(
        r#"{{"studies":[{},{without},{{"other":1}},7,null,"x",{without}]}}"#,
        study("NCT00000001")
    );
    let (report, trials) = read(page);
    assert_eq!(trials.len(), 1);
    let skipped = Skipped { without_number: 2, of_another_kind: 4 };
    assert_eq!(report.map(|report| (report.records, report.skipped)), Ok((1, skipped)));

    let organisation = entry(r#"{"resourceType":"Organization","id":"a","name":"CHU"}"#);
    let bundle = format!(
        r#"{{"resourceType":"Bundle","entry":[{organisation},{},{{"fullUrl":"no resource"}}]}}"#,
        entry(&research("2030-1"))
    );
    let skipped = Skipped { without_number: 0, of_another_kind: 2 };
    assert_eq!(read(bundle).0.map(|report| (report.records, report.skipped)), Ok((1, skipped)));
}

#[test]
fn a_file_without_trials_says_so() {
    for file in [
        "",
        " \n\t",
        "\u{feff}",
        "[]",
        r#"{"studies":[],"totalCount":0}"#,
        r#"{"resourceType":"Bundle","type":"searchset","total":0}"#,
        r#"{"resourceType":"Bundle","entry":[]}"#,
    ] {
        assert_eq!(refused(file), RegistryError::Empty, "{file:?}");
    }
}

#[test]
fn a_saved_web_page_is_named_as_one() {
    for file in [
        "<!DOCTYPE html>\n<html lang=\"fr\">",
        "\n<HTML><HEAD>",
        "\u{feff}<!doctype html>",
        "<!-- saved from url --><html>",
    ] {
        assert_eq!(refused(file), RegistryError::WebPage, "{file:?}");
    }
}

#[test]
fn what_is_not_json_is_named_and_an_archive_apart() {
    for file in [
        "<?xml version=\"1.0\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>",
        "NCT Number,Study Title\nNCT00000001,A",
        "%PDF-1.7",
        "null",
        "\"text\"",
        "12",
        "\u{0}\u{1}",
    ] {
        assert_eq!(refused(file), RegistryError::NotJson, "{file:?}");
    }
    for file in [&b"PK\x03\x04\x14\x00"[..], b"\x1F\x8B\x08\x00", b"7z\xBC\xAF\x27\x1C"] {
        assert_eq!(refused(file), RegistryError::Archive, "{file:?}");
    }
    assert_eq!(refused(b"\xFF\xFE{\x00"), RegistryError::NotJson, "UTF-16");
}

#[test]
fn json_of_another_kind_is_named() {
    let patient = entry(r#"{"resourceType":"Patient","id":"1"}"#);
    for file in [
        "{}".to_owned(),
        r#"{"a":1}"#.to_owned(),
        "[1,2]".to_owned(),
        r#"{"studies":7}"#.to_owned(),
        r#"{"resourceType":"Patient","id":"1"}"#.to_owned(),
        format!(r#"{{"resourceType":"Bundle","entry":[{patient},{patient}]}}"#),
        format!(r#"{{"resourceType":"Bundle","entry":[{}]}}"#, entry("[]").replace("[]", "3")),
    ] {
        assert_eq!(refused(&file), RegistryError::OtherJson, "{file}");
    }
}

#[test]
fn a_file_cut_anywhere_says_how_many_trials_were_before() {
    let studies: Vec<String> = (1..=4).map(|n| study(&format!("NCT0000000{n}"))).collect();
    let page = format!("\u{feff}{{\"studies\":[{}],\"totalCount\":4}}", studies.join(",\n"));
    for length in 0..page.len() {
        let (report, trials) = read(&page.as_bytes()[..length]);
        let expected = match length {
            // The mark of the encoding, whole or in part.
            0 | 3 => RegistryError::Empty,
            1 | 2 => RegistryError::NotJson,
            _ => RegistryError::CutShort { records: trials.len() as u64 },
        };
        assert_eq!(report, Err(expected), "{length} of {}", page.len());
    }
    assert_eq!(read(&page).0.map(|report| report.records), Ok(4));
    let lines = studies.join("\n");
    let last = lines.rfind('\n').unwrap();
    assert_eq!(refused(&lines[..last + 9]), RegistryError::CutShort { records: 3 });
    assert_eq!(
        read(&lines[..last]).1.len(),
        3,
        "between two lines nothing is missing that could be known"
    );
}

#[test]
fn a_file_damaged_in_the_middle_says_so() {
    let (a, b) = (study("NCT00000001"), study("NCT00000002"));
    for file in [
        format!(r#"{{"studies":[{a},}},{b}]}}"#),
        format!(r#"{{"studies":[{a} {b}]}}"#),
        format!("{a}\nNCT00000002"),
        format!("{a},\n{b}"),
        format!("{a}\n]"),
        format!(r#"[{a},{{"protocolSection":{{"identificationModule":{{"nctId":"\ud800"}}}}}}]"#),
    ] {
        assert_eq!(refused(&file), RegistryError::Damaged { records: 1 }, "{file}");
    }
    let invalid = b"{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"N\xFF\"}}}";
    assert_eq!(refused(invalid), RegistryError::Damaged { records: 0 }, "not UTF-8");
}
