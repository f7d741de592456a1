//! Records of ECLAIRE, of its first version and of later ones, as a person would read them.

use serde_json::{Value, json};

use crate::trials::{
    Eligibility, Phase, Registry, SexAllowed, Status, StudyKind, Trial, read_registry,
};

const IG: &str = "https://interop.esante.gouv.fr/ig/fhir/eclaire/StructureDefinition/";
const R5: &str = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.";

/// A record with a number and these fields.
fn trial(more: Value) -> Trial {
    let mut record = json!({ "resourceType": "ResearchStudy", "id": "2030-500001-10-00" });
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let mut all = Vec::new();
    let file = record.to_string();
    let report = read_registry(file.as_bytes(), &mut |_| (), &mut |trial| all.push(trial)).unwrap();
    assert_eq!(report.registry, Registry::Eclaire);
    all.remove(0)
}

fn label(url: &str, parts: [&str; 2], value: &str, kind: &str) -> Value {
    json!({ "url": url, "extension": [
        { "url": parts[0], "valueString": value },
        { "url": parts[1], "valueCodeableConcept": { "coding": [{ "code": kind }] } },
    ] })
}

#[test]
fn the_official_number_comes_first_and_the_others_are_kept() {
    let found = trial(json!({ "identifier": [
        { "use": "secondary", "value": "NCT99999999" },
        { "use": "official", "value": "2030-500001-10-00" },
        { "use": "secondary", "value": "INDISPONIBLE" },
    ] }));
    assert_eq!(found.id, "2030-500001-10-00");
    assert_eq!(found.other_ids, ["NCT99999999"]);
    let unavailable =
        trial(json!({ "identifier": [{ "use": "official", "value": "INDISPONIBLE" }] }));
    assert_eq!(unavailable.id, "2030-500001-10-00");
    assert!(unavailable.other_ids.is_empty());
}

#[test]
fn a_record_without_a_title_is_named_by_its_number() {
    for title in ["", " ", "INDISPONIBLE"] {
        assert_eq!(trial(json!({ "title": title })).title, "2030-500001-10-00");
    }
    assert_eq!(trial(json!({})).title, "2030-500001-10-00");
    assert_eq!(trial(json!({ "title": "A &ndash; B &lt;1%" })).title, "A – B <1%");
}

#[test]
fn one_title_is_shown_and_the_others_can_be_found() {
    let found = trial(json!({
        "title": "A study of X in breast cancer",
        "_title": { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
            { "url": "lang", "valueCode": "fr" }, { "url": "content", "valueString": "Une étude de X dans le cancer du sein" },
        ] }] },
        "keyword": [{ "text": "HER2" }],
        "extension": [
            label(&format!("{IG}eclaire-label"), ["labelValue", "labelType"], "X dans le sein", "human-use"),
            label(&format!("{R5}label"), ["value", "type"], "XSEIN", "acronym"),
            label(&format!("{R5}label"), ["value", "type"], "A study of X in breast cancer", "official"),
        ],
    }));
    assert_eq!(found.title, "A study of X in breast cancer");
    assert_eq!(found.keywords, ["HER2", "X dans le sein", "Une étude de X dans le cancer du sein"]);
    assert_eq!(found.acronym.as_deref(), Some("XSEIN"));
}

#[test]
fn phases_are_read_from_every_code_list_and_unknown_ones_are_none() {
    use Phase::{Four, One, Three, Two};
    for (code, expected) in [
        ("phase-3", vec![Three]),
        ("phase-1-phase-2", vec![One, Two]),
        ("early-phase-1", vec![One]),
        ("phase-3-phase-4", vec![Three, Four]),
        ("phase-I-first-admin", vec![One]),
        ("phase-I-II-other", vec![One, Two]),
        ("phase-II-III", vec![Two, Three]),
        ("phase-IV", vec![Four]),
        ("n-a", vec![]),
        ("jarde-early", vec![]),
        ("phase-9", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(
            trial(json!({ "phase": { "coding": [{ "code": code }] } })).phases,
            expected,
            "{code}"
        );
    }
    let display = json!({ "phase": { "coding": [{ "display": "Human Pharmacology (Phase I) -  Other" }], "text": "Research Study Phase" } });
    assert_eq!(trial(display).phases, [One]);
}

#[test]
fn the_status_is_that_of_the_record_s_day() {
    let extension = |name: &str, value: Value| {
        let mut extension = value;
        extension["url"] = json!(format!("{IG}{name}"));
        extension
    };
    let recruiting = |code: &str| {
        extension(
            "eclaire-recruitment-status",
            json!({ "valueCodeableConcept": { "coding": [{ "code": code }] } }),
        )
    };
    let period =
        |period: Value| extension("eclaire-recruitment-period", json!({ "valuePeriod": period }));
    for (status, more, expected) in [
        ("active", vec![], Status::Recruiting),
        ("active", vec![recruiting("completed-recruiting")], Status::ActiveNotRecruiting),
        ("active", vec![recruiting("upcoming")], Status::NotYetRecruiting),
        ("active", vec![recruiting("?")], Status::Recruiting),
        ("completed", vec![recruiting("recruiting")], Status::Over),
        ("active", vec![period(json!({ "start": "2030-01-01T00:00:00Z" }))], Status::Recruiting),
        ("active", vec![period(json!({ "start": "2030-09-01" }))], Status::NotYetRecruiting),
        (
            "active",
            vec![period(json!({ "start": "2029-01-01", "end": "2030-01-01" }))],
            Status::ActiveNotRecruiting,
        ),
        ("active", vec![period(json!({ "start": "INDISPONIBLE" }))], Status::Recruiting),
        ("approved", vec![], Status::NotYetRecruiting),
        ("temporarily-closed-to-accrual", vec![], Status::Suspended),
        ("closed-to-accrual", vec![], Status::ActiveNotRecruiting),
        ("withdrawn", vec![], Status::Over),
        ("?", vec![], Status::Unknown),
    ] {
        let record = json!({ "status": status, "extension": more, "meta": { "lastUpdated": "2030-05-05T10:00:00Z" } });
        assert_eq!(trial(record.clone()).status, expected, "{record}");
    }
    assert_eq!(trial(json!({})).status, Status::Unknown);
}

#[test]
fn conditions_are_words_and_never_codes_or_labels() {
    let found = trial(json!({
        "condition": [
            { "text": "diseaseCondition", "coding": [{ "display": "Cancer du sein" }] },
            { "text": "medDRACondition", "coding": [{ "code": "10070575" }, "$mdr#"] },
            { "text": "MedDRA Condition", "coding": [{ "code": "10065430", "display": "MedDRA" }] },
            { "text": "Cancer du sein HER2 positif" },
            { "text": "MedDRA condition  code 10070575", "coding": [{ "code": "10070575", "display": "10070575" }] },
            { "text": "Disease Condition", "coding": [{ "display": "INDISPONIBLE" }] },
            "?",
        ],
        "extension": [
            { "url": format!("{IG}eclaire-therapeutic-area"),
              "valueString": "Diseases [C] - Neoplasms [C04], Diseases [C] - Digestive System Diseases [C06]" },
            { "url": format!("{IG}eclaire-therapeutic-area"), "valueString": "Oncologie/cancérologie" },
        ],
    }));
    assert_eq!(
        found.conditions,
        [
            "Cancer du sein",
            "Cancer du sein HER2 positif",
            "Neoplasms",
            "Digestive System Diseases",
            "Oncologie/cancérologie"
        ]
    );
}

#[test]
fn countries_are_read_and_an_unknown_one_rules_nothing_out() {
    let place = |code: &str, display: &str| json!({ "coding": [{ "code": code, "display": display }], "text": "Countries of recruitment" });
    let known = trial(
        json!({ "location": [place("FR", "France"), place("BE", "Belgium"), place("FR", "France")] }),
    );
    assert_eq!(
        (known.countries, known.country_unread),
        (vec!["FR".to_owned(), "BE".to_owned()], false)
    );
    assert!(known.sites.is_empty());
    let by_name = trial(json!({ "location": [place("250", "France"), place("XX", "Atlantis")] }));
    assert_eq!((by_name.countries, by_name.country_unread), (vec!["FR".to_owned()], true));
}

#[test]
fn what_stands_inside_the_record_is_read() {
    let concept = |text: &str, coding: Value| json!({ "valueCodeableConcept": { "text": text, "coding": [coding] } });
    let found = trial(json!({
        "sponsor": { "reference": "Organization/s", "display": "Reference to primary sponsor" },
        "contained": [
            { "resourceType": "Organization", "id": "s", "name": "CHU de Nulle Part" },
            { "resourceType": "Location", "name": "Hôpital du Nord", "address": { "city": "Lille", "country": "FR" } },
            { "resourceType": "Group", "characteristic": [
                { "valueCodeableConcept": { "text": "Genders", "coding": [{ "code": "female" }, { "code": "male" }] } },
                { "valueRange": { "low": { "value": 18, "unit": "years" }, "high": { "value": 64, "unit": "years" } } },
                { "valueRange": { "low": { "value": 65, "unit": "years" } } },
                concept("Study Inclusion Criteria", json!({ "display": "- Adulte\n- Consentement" })),
                concept("Study Exclusion Criteria", json!({ "display": "Grossesse" })),
                concept("Study Exclusion Criteria", json!({ "display": "INDISPONIBLE" })),
                concept("Research Study Group Category", json!({ "display": "Healthy volunteers" })),
            ] },
        ],
    }));
    assert_eq!(found.sponsor.as_deref(), Some("CHU de Nulle Part"));
    assert_eq!(found.sites[0].facility.as_deref(), Some("Hôpital du Nord"));
    assert_eq!(found.countries, ["FR"]);
    assert_eq!(found.sex, SexAllowed::All);
    assert_eq!((found.min_age, found.max_age), (Some(18.0), None), "65 and more has no end");
    assert_eq!(found.healthy_volunteers, Some(true));
    let split = Eligibility {
        inclusion: vec!["Adulte".to_owned(), "Consentement".to_owned()],
        exclusion: vec!["Grossesse".to_owned()],
        undivided: vec![],
    };
    assert_eq!(found.eligibility, split);
}

#[test]
fn the_sponsor_is_the_lead_party_or_the_name_of_the_reference() {
    let party = |role: &str, name: &str| {
        json!({ "url": format!("{R5}associatedParty"), "extension": [
            { "url": "name", "valueString": name },
            { "url": "role", "valueCodeableConcept": { "coding": [{ "code": role }] } },
        ] })
    };
    let parties = json!({ "extension": [party("collaborator", "B"), party("lead-sponsor", "A")] });
    assert_eq!(trial(parties).sponsor.as_deref(), Some("A"));
    assert_eq!(
        trial(json!({ "sponsor": { "display": "Unicancer" } })).sponsor.as_deref(),
        Some("Unicancer")
    );
    assert_eq!(
        trial(json!({ "sponsor": { "display": "Reference to primary sponsor" } })).sponsor,
        None
    );
}

#[test]
fn the_kind_of_study_follows_the_law_it_stands_under() {
    for (category, kind) in [
        ("un essai clinique à faible intervention", StudyKind::Interventional),
        ("REG536", StudyKind::Interventional),
        ("Catégorie 2 (JARDE)", StudyKind::Interventional),
        ("Catégorie 3 questionnaire (JARDE)", StudyKind::Observational),
        ("JARDE", StudyKind::Unknown),
    ] {
        let record = json!({ "category": [{ "coding": [{ "display": category }] }] });
        assert_eq!(trial(record).kind, kind, "{category}");
    }
}

#[test]
fn interventions_of_the_arms_are_named() {
    let arm = json!({ "arm": [{ "name": "A", "extension": [{ "url": format!("{IG}eclaire-arm-intervention"), "extension": [
        { "url": "name", "valueString": "Giredestrant" }, { "url": "description", "valueString": "30 mg" },
    ] }] }] });
    assert_eq!(trial(arm).interventions, ["Giredestrant"]);
}
