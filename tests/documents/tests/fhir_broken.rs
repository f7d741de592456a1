//! FHIR documents that are wrong are refused, each for its own reason: what a sound verdict on the others is worth.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod broken;

use std::collections::BTreeSet;

use broken::{BROKEN, Broken};
use serde_json::Value;
use vigie_documents::care;
use vigie_documents::fhir::{by_hapi, by_medplum, by_python, problems};
use vigie_report::fhir;
use vigie_words::Lang;

/// A sound document with every kind of resource in it, and no longer than that: it is judged as often as it can be broken.
fn sound() -> Value {
    serde_json::from_slice(&fhir(&care::since_consultation(Lang::En))).unwrap()
}

/// The sound document, and then each broken one.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let sound = sound();
    let mut all = vec![("sound", sound.to_string().into_bytes())];
    for Broken { name, spoil, .. } in BROKEN {
        let mut document = sound.clone();
        spoil(&mut document);
        assert_ne!(document, sound, "{name} is not broken");
        all.push((*name, document.to_string().into_bytes()));
    }
    all
}

#[test]
fn every_broken_document_is_refused_for_its_own_reason_and_the_sound_one_is_not() {
    assert!(BROKEN.len() >= 40, "{}", BROKEN.len());
    let names: BTreeSet<&str> = BROKEN.iter().map(|broken| broken.name).collect();
    assert_eq!(names.len(), BROKEN.len(), "two have one name");
    assert!(BROKEN.iter().all(|broken| !broken.reason.is_empty()));
    let verdicts = by_hapi(&documents());
    assert_eq!(verdicts["sound"], [""; 0]);
    let other: Vec<String> = BROKEN
        .iter()
        .filter(|broken| !verdicts[broken.name].iter().any(|said| said.contains(broken.reason)))
        .map(|broken| format!("{}: {:#?}", broken.name, verdicts[broken.name]))
        .collect();
    assert!(other.is_empty(), "not refused, or for another reason:\n{}", other.join("\n"));
}

#[test]
fn medplum_refuses_what_it_can_see_by_itself() {
    let verdicts = by_medplum(&documents());
    assert_eq!(verdicts["sound"], [""; 0]);
    let refused: BTreeSet<&str> = BROKEN
        .iter()
        .filter(|broken| !verdicts[broken.name].is_empty())
        .map(|broken| broken.name)
        .collect();
    let expected: BTreeSet<&str> =
        BROKEN.iter().filter(|broken| broken.by_both).map(|broken| broken.name).collect();
    assert_eq!(refused, expected);
    assert!(expected.len() >= 20, "{}", expected.len());
}

#[test]
fn what_is_not_json_at_all_is_refused_by_everyone() {
    let text = sound().to_string();
    let documents = [
        ("empty", Vec::new()),
        ("cut", text.as_bytes()[..text.len() / 2].to_vec()),
        ("twice", text.repeat(2).into_bytes()),
        ("xml", b"<Bundle xmlns='http://hl7.org/fhir'/>".to_vec()),
        ("list", format!("[{text}]").into_bytes()),
        ("unquoted", text.replacen("\"resourceType\"", "resourceType", 1).into_bytes()),
    ];
    for verdicts in [by_hapi(&documents), by_medplum(&documents)] {
        for (name, found) in verdicts {
            assert!(!found.is_empty(), "{name} is accepted");
        }
    }
    for (name, line) in by_python("read_back.py", &documents) {
        assert!(!problems(&line).is_empty(), "{name} is accepted");
    }
}
