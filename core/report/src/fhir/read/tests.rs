//! What other programs may make of a resource: other references, other orders, other states, nonsense.

use super::*;
use crate::table::{Beside, TableCell};
use vigie_model::CareEvent;

const OWN: &str = super::super::codes::OWN;

fn read(text: &str) -> (Vec<String>, Vec<u64>) {
    let mut reader = FhirReader::new(text.as_bytes());
    let (mut rows, mut bad) = (Vec::new(), Vec::new());
    while let Some(row) = reader.next_row() {
        match row {
            Ok(TableRow { patient, day, cell, .. }) => {
                rows.push(format!("{patient},{day},{},{}", cell.item(), cell.value()));
            }
            Err(TableError::Row { line, .. }) => bad.push(line),
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(reader.bytes_read(), text.len() as u64);
    (rows, bad)
}

fn check_in(subject: &str, when: &str, component: &str) -> String {
    format!(
        r#"{{"resourceType":"Observation","status":"final","code":{{"coding":[{{"system":"{OWN}","code":"check-in"}}]}},
        "subject":{subject},"effectiveDateTime":"{when}","component":[{component}]}}"#
    )
    .replace('\n', "")
}

fn fatigue(value: &str) -> String {
    format!(r#"{{"code":{{"coding":[{{"system":"{OWN}","code":"fatigue"}}]}},{value}}}"#)
}

fn vital(loinc: &str, quantity: &str) -> String {
    format!(
        r#"{{"resourceType":"Observation","status":"final","code":{{"coding":[{{"system":"http://loinc.org","code":"{loinc}"}}]}},"subject":{{"reference":"Patient/7"}},"effectiveDateTime":"2026-11-23","valueQuantity":{quantity}}}"#
    )
}

#[test]
fn whoever_a_resource_names_in_whatever_way_is_the_same_person() {
    for subject in [
        r#"{"reference":"Patient/7"}"#,
        r#"{"reference":"urn:uuid:7"}"#,
        r#"{"reference":"Patient/7/_history/2"}"#,
        r#"{"reference":"https://fhir.example/r4/Patient/7"}"#,
    ] {
        let (rows, bad) = read(&check_in(subject, "2026-11-23", &fatigue(r#""valueInteger":4"#)));
        assert_eq!((rows, bad), (vec!["7,2026-11-23,fatigue,4".to_owned()], vec![]), "{subject}");
    }
    for nobody in ["{}", r#"{"identifier":{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"7"}}"#] {
        let (rows, bad) = read(&check_in(nobody, "2026-11-23", &fatigue(r#""valueInteger":4"#)));
        assert_eq!(
            (rows.len(), bad),
            (0, vec![1]),
            "a number of a hospital is no pseudonym: {nobody}"
        );
    }
}

#[test]
fn a_day_is_the_one_that_was_written_whatever_the_offset() {
    let day = |when: &str| {
        read(&check_in(r#"{"reference":"Patient/7"}"#, when, &fatigue(r#""valueInteger":4"#)))
    };
    for when in ["2026-11-23", "2026-11-23T23:30:00-11:00", "2026-11-23T00:10:00+14:00"] {
        assert_eq!(day(when).0, ["7,2026-11-23,fatigue,4"], "{when}");
    }
    for when in
        ["2026-11", "2026", "", "2026-11-31", "2026-11-23 10:00", "23/11/2026", "é2026-11-2"]
    {
        assert_eq!(day(when), (vec![], vec![1]), "{when}");
    }
}

#[test]
fn a_silence_is_its_kind_and_a_rating_out_of_range_is_a_bad_row_beside_the_others() {
    let absent = |code: &str| {
        let system = super::super::codes::ABSENT;
        fatigue(&format!(
            r#""dataAbsentReason":{{"coding":[{{"system":"{system}","code":"{code}"}}]}}"#
        ))
    };
    let own = r#"{"code":{"text":"goût de métal"},"valueInteger":2}"#;
    let components = [
        absent("asked-declined"),
        absent("not-performed"),
        fatigue(r#""valueInteger":11"#),
        fatigue(r#""valueString":"4""#),
        fatigue(r#""valueInteger":3.5"#),
        absent("masked"),
        own.to_owned(),
    ];
    let (rows, bad) =
        read(&check_in(r#"{"reference":"Patient/7"}"#, "2026-11-23", &components.join(",")));
    let wanted = ["fatigue,skipped", "fatigue,too-unwell", "own:goût de métal,2"];
    assert_eq!(rows, wanted.map(|row| format!("7,2026-11-23,{row}")));
    assert_eq!(bad, [1, 1, 1, 1]);
}

#[test]
fn a_measure_in_another_unit_is_refused_and_not_converted() {
    let celsius =
        r#"{"value":38.20,"unit":"°C","system":"http://unitsofmeasure.org","code":"Cel"}"#;
    assert_eq!(read(&vital("8310-5", celsius)).0, ["7,2026-11-23,temperature,38.2"]);
    let kilograms = r#"{"value":71,"code":"kg"}"#;
    assert_eq!(read(&vital("29463-7", kilograms)).0, ["7,2026-11-23,weight,71"]);
    for other in [
        r#"{"value":100.8,"code":"[degF]"}"#,
        r#"{"value":38.2}"#,
        r#"{"code":"Cel"}"#,
        r#"{"value":3.82e1,"code":"cel"}"#,
        "null",
    ] {
        assert_eq!(read(&vital("8310-5", other)), (vec![], vec![1]), "{other}");
    }
}

#[test]
fn what_was_entered_in_error_or_is_about_something_else_says_nothing() {
    let good =
        check_in(r#"{"reference":"Patient/7"}"#, "2026-11-23", &fatigue(r#""valueInteger":4"#));
    for other in [
        good.replace("\"final\"", "\"entered-in-error\""),
        good.replace("\"final\"", "\"cancelled\""),
        good.replace("check-in", "pain-period"),
        good.replace(OWN, "urn:oid:1.2.3"),
        good.replace("\"Observation\"", "\"DiagnosticReport\""),
    ] {
        assert_eq!(read(&other), (vec![], vec![]), "{other}");
    }
}

#[test]
fn resources_a_line_are_read_on_after_a_line_that_is_none() {
    let good =
        check_in(r#"{"reference":"Patient/7"}"#, "2026-11-23", &fatigue(r#""valueInteger":4"#));
    let cut = &good[..good.len() - 30];
    let text = format!("{good}\n\n{cut}\r\n[1]\n{{}}\n{}\n", good.replace("/7", "/8"));
    let (rows, bad) = read(&text);
    assert_eq!(rows, ["7,2026-11-23,fatigue,4", "8,2026-11-23,fatigue,4"]);
    assert_eq!(bad, [3, 4, 5]);
    // The first line too: the others are not lost by it.
    let (rows, bad) = read(&format!("{cut}\n{good}\n{good}\n"));
    assert_eq!((rows.len(), bad), (2, vec![1]));
}

#[test]
fn a_document_over_several_lines_is_one_and_its_entries_are_counted() {
    let good =
        check_in(r#"{"reference":"Patient/7"}"#, "2026-11-23", &fatigue(r#""valueInteger":4"#));
    let bundle = format!(
        "{{\n \"resourceType\": \"Bundle\",\n \"entry\": [\n  {{\"resource\": {good}}},\n  {{}},\n  {{\"resource\": {{}}}},\n  {{\"resource\": {}}}\n ]\n}}\n",
        good.replace("\"valueInteger\":4", "\"valueInteger\":40")
    );
    assert_eq!(read(&bundle), (vec!["7,2026-11-23,fatigue,4".to_owned()], vec![2, 3, 4]));
    let cut = &bundle[..bundle.len() - 4];
    assert_eq!(read(cut), (vec![], vec![1]), "half a document is none");
    let (rows, bad) = read(&format!("\n \n{bundle}"));
    assert_eq!((rows.len(), bad), (1, vec![2, 3, 4]), "nor is one that blank lines stand before");
}

#[test]
fn an_outcome_finds_its_request_wherever_it_stands_and_moments_keep_their_offset() {
    let request = format!(
        r#"{{"resourceType":"Communication","id":"r1","status":"completed","category":[{{"coding":[{{"system":"{OWN}","code":"prompt-today-at-once"}}]}}],"subject":{{"reference":"Patient/7"}},"sent":"2026-11-24T00:30:00.250+09:00"}}"#
    );
    let outcome = format!(
        r#"{{"resourceType":"Communication","status":"not-done","statusReason":{{"coding":[{{"system":"{OWN}","code":"outcome-no-answer"}}]}},"category":[{{"coding":[{{"system":"{OWN}","code":"outcome"}}]}}],"inResponseTo":[{{"reference":"Communication/r1"}}],"note":[{{"time":"2026-11-23T17:30:00Z"}}]}}"#
    );
    for text in [format!("{request}\n{outcome}\n"), format!("{outcome}\n{request}\n")] {
        let mut reader = FhirReader::new(text.as_bytes());
        let row = reader.next_row().unwrap().unwrap();
        assert!(reader.next_row().is_none());
        let TableCell::Beside(beside) = row.cell else { panic!("{text}") };
        let Beside::Prompt(told) = *beside else { panic!("{text}") };
        assert_eq!(
            (row.day.to_string().as_str(), told.prompt.at.offset_minutes),
            ("2026-11-24", 540)
        );
        assert!(told.prompt.at_once);
        let later = told.outcomes[0].at.utc_millis - told.prompt.at.utc_millis;
        assert_eq!(later, 2 * 3_600_000, "across two zones");
    }
    for (from, to) in [
        ("prompt-today-at-once", "prompt-soon"),
        ("00.250+09:00", "00"),
        ("00.250+09:00", "00+25:00"),
        ("T00:30", "T24:30"),
    ] {
        assert_eq!(read(&request.replace(from, to)), (vec![], vec![1]), "{to}");
    }
}

#[test]
fn a_consent_is_given_until_a_resource_says_otherwise() {
    let consent = |status: &str, more: &str| {
        let text = format!(
            r#"{{"resourceType":"Consent","status":"{status}","patient":{{"reference":"Patient/7"}}{more}}}"#
        );
        let mut reader = FhirReader::new(text.as_bytes());
        reader.next_row().and_then(|row| match row.unwrap().cell {
            TableCell::Beside(beside) => match *beside {
                Beside::Care(CareEvent::Consent(one)) => (one.signed.is_some()
                    || one.withdrawn.is_some())
                .then_some(one.withdrawn.is_some()),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(consent("active", ""), Some(false));
    assert_eq!(consent("inactive", ""), Some(true), "even without a day");
    assert_eq!(consent("inactive", r#","dateTime":"last week""#), Some(true));
    assert_eq!(consent("inactive", r#","dateTime":"2026-10-01T10:00:00Z""#), Some(true));
    assert_eq!(consent("rejected", ""), Some(true));
    assert_eq!(consent("active", r#","provision":{"type":"deny"}"#), Some(true));
    assert_eq!(consent("active", r#","decision":"deny""#), Some(true));
    for not_yet in ["entered-in-error", "draft", "proposed", "unknown"] {
        assert_eq!(consent(not_yet, ""), None);
    }
}

#[test]
fn details_by_which_a_person_would_be_known_are_named() {
    let patient = r#"{"resourceType":"Patient","identifier":[{"value":"urn:uuid:7"}]}"#;
    let named = r#"{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"2840675123456"}],"birthDate":"1984-06-01","telecom":[]}"#;
    for (text, wanted) in
        [(patient, vec![]), (named, vec!["Patient.birthDate", "Patient.identifier"])]
    {
        let mut reader = FhirReader::new(text.as_bytes());
        assert!(reader.next_row().is_none());
        assert_eq!(reader.identifying().collect::<Vec<_>>(), wanted);
    }
}
