//! Files that somebody made to do harm, or that are nothing at all: always an answer, never a panic.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use vigie_guide::trials::RegistryError;

use super::{entry, ids, read, refused, research, study};

/// Runs on a thread with as little stack as phones give to theirs.
fn with_a_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(512 << 10).spawn(run).unwrap().join().unwrap();
}

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn json_nested_without_end_is_refused_or_skipped_and_never_followed() {
    with_a_small_stack(|| {
        for depth in [100, 127, 128, 1000, 200_000] {
            let (arrays, objects) =
                (nested("[", "]", depth), nested(r#"{"a":"#, "}", depth).replace(":}", ":1}"));
            assert_eq!(
                refused(&arrays),
                if depth > 8 { RegistryError::OtherJson } else { RegistryError::Empty }
            );
            assert_eq!(refused(&objects), RegistryError::OtherJson);
            for list in [r#"{"studies":["#, r#"{"entry":["#, r#"{"resource":["#] {
                assert_eq!(
                    refused(nested(list, "]}", depth)),
                    RegistryError::OtherJson,
                    "{list} {depth}"
                );
            }
            // In a field that is read, where a record says something else: skipped, and the next one is read.
            let odd = format!(
                r#"{{"protocolSection":{{"identificationModule":{{"briefTitle":{arrays},"nctId":"NCT00000001"}}}}}}"#
            );
            let (report, trials) = read(format!("[{odd},{}]", study("NCT00000002")));
            assert_eq!(ids(&trials), ["NCT00000001", "NCT00000002"], "{depth}: {report:?}");
        }
    });
}

#[test]
fn extensions_inside_extensions_are_skipped_where_no_registry_has_any() {
    with_a_small_stack(|| {
        for depth in [10, 127, 500, 200_000] {
            let deep = nested(r#"{"extension":["#, "]}", depth);
            let record =
                format!(r#"{{"resourceType":"ResearchStudy","id":"2030-1","extension":{deep}}}"#);
            assert_eq!(ids(&read(entry(&record)).1), ["2030-1"], "{depth}");
        }
    });
}

#[test]
fn numbers_beyond_all_bounds_are_no_harm() {
    let places =
        r#"{"locations":[{"city":"A","country":"France","geoPoint":{"lat":1e308,"lon":-0}}]}"#;
    let file = format!(
        r#"{{"protocolSection":{{"identificationModule":{{"nctId":"NCT00000001"}},"eligibilityModule":{{"minimumAge":"{} Years"}},"contactsLocationsModule":{places}}}}}"#,
        "9".repeat(400)
    );
    let trial = read(file).1.remove(0);
    assert_eq!((trial.min_age, trial.sites[0].point), (None, None));
}

/// Any JSON, of the words that the readers look for.
fn any_json() -> impl Strategy<Value = Value> {
    let words = [
        "studies",
        "entry",
        "resource",
        "protocolSection",
        "derivedSection",
        "identificationModule",
        "nctId",
        "briefTitle",
        "statusModule",
        "overallStatus",
        "designModule",
        "phases",
        "PHASE1",
        "eligibilityModule",
        "eligibilityCriteria",
        "minimumAge",
        "18 Years",
        "contactsLocationsModule",
        "locations",
        "country",
        "France",
        "geoPoint",
        "lat",
        "lon",
        "resourceType",
        "ResearchStudy",
        "Bundle",
        "id",
        "identifier",
        "use",
        "official",
        "value",
        "title",
        "_title",
        "extension",
        "url",
        "valueString",
        "translation",
        "content",
        "eclaire-label",
        "labelValue",
        "condition",
        "coding",
        "code",
        "display",
        "text",
        "location",
        "contained",
        "Group",
        "characteristic",
        "valueRange",
        "low",
        "status",
        "active",
        "phase",
        "phase-2",
        "Inclusion Criteria:\n* A\n\nExclusion Criteria:\n",
        "INDISPONIBLE",
    ];
    let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    let leaf = prop_oneof![
        3 => word.clone().prop_map(Value::from),
        1 => "\\PC{0,12}".prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(8, 120, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6)
                .prop_map(|fields| Value::from(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200), object in any::<bool>()) {
        let start: &[u8] = if object { b"{\"studies\":[" } else { b"" };
        let _ = read([start, &bytes].concat());
    }

    #[test]
    fn any_json_is_read_to_its_end_or_is_another_kind(value in any_json()) {
        let (report, trials) = read(value.to_string());
        match report {
            Ok(report) => prop_assert_eq!(report.records, trials.len() as u64),
            Err(error) => prop_assert!(matches!(error, RegistryError::Empty | RegistryError::OtherJson | RegistryError::NotJson), "{:?} {}", error, value),
        }
        for trial in trials {
            prop_assert!(!trial.id.is_empty() && !trial.title.is_empty());
        }
    }

    #[test]
    fn whatever_a_record_says_it_is_one_trial(protocol in any_json(), fields in prop::collection::vec(any_json(), 3)) {
        let study = json!({ "protocolSection": { "identificationModule": { "nctId": "NCT00000001" },
            "eligibilityModule": fields[0], "contactsLocationsModule": { "locations": fields[1] }, "designModule": fields[2] },
            "derivedSection": protocol });
        prop_assert_eq!(read(study.to_string()).1.len(), 1);
        let research = json!({ "resourceType": "ResearchStudy", "id": "2030-1", "contained": protocol,
            "extension": fields[0], "condition": fields[1], "identifier": fields[2], "_title": protocol });
        prop_assert_eq!(read(research.to_string()).1.len(), 1);
    }

    #[test]
    fn a_changed_byte_gives_an_answer(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let bundle = format!(r#"{{"resourceType":"Bundle","entry":[{}]}}"#, entry(&research("2030-1")));
        let mut file = format!("{bundle}{{\"studies\":[{}]}}", study("NCT00000001")).into_bytes();
        let at = at.index(file.len());
        file[at] = byte;
        let _ = read(file);
    }
}
