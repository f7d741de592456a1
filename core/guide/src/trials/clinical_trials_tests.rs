//! Records of ClinicalTrials.gov with every hole that was seen in them.

use super::*;

fn trial(protocol: &str) -> Option<Trial> {
    let protocol = serde_json::from_str(protocol).unwrap();
    Study { protocol, ..Study::default() }.into_trial()
}

fn with(module: &str) -> Trial {
    trial(&format!(r#"{{"identificationModule":{{"nctId":"NCT00000001"}},{module}}}"#)).unwrap()
}

#[test]
fn a_record_with_a_number_alone_is_a_trial_of_which_nothing_else_is_known() {
    let trial = trial(r#"{"identificationModule":{"nctId":"NCT00000001"}}"#).unwrap();
    assert_eq!(trial.title, "NCT00000001");
    assert_eq!(trial.status, Status::Unknown);
    assert_eq!(trial.kind, StudyKind::Unknown);
    assert_eq!(trial.sex, SexAllowed::Unknown);
    assert_eq!((trial.min_age, trial.max_age), (None, None));
    assert!(trial.phases.is_empty() && trial.countries.is_empty() && !trial.country_unread);
}

#[test]
fn a_record_without_a_number_is_none() {
    assert_eq!(trial(r#"{"identificationModule":{"briefTitle":"A"}}"#), None);
    assert_eq!(trial(r#"{"identificationModule":{"nctId":" "}}"#), None);
}

#[test]
fn ages_are_read_in_every_unit_and_nothing_is_guessed() {
    for (text, expected) in [
        ("18 Years", Some(18.0)),
        ("1 Year", Some(1.0)),
        ("6 Months", Some(0.5)),
        ("52 Weeks", Some(52.0 * 7.0 / 365.2425)),
        ("30 Days", Some(30.0 / 365.2425)),
        ("N/A", None),
        ("18", None),
        ("18 Moons", None),
        ("-1 Years", None),
        ("NaN Years", None),
    ] {
        assert_eq!(years(text), expected, "{text}");
    }
}

#[test]
fn unknown_codes_stay_unknown() {
    let trial = with(
        r#""designModule":{"studyType":"DREAM","phases":["PHASE9","NA","PHASE3","PHASE2","PHASE2"]},
           "statusModule":{"overallStatus":"MAYBE"},"eligibilityModule":{"sex":"?","healthyVolunteers":"yes"}"#,
    );
    assert_eq!(trial.phases, [Phase::Two, Phase::Three]);
    assert_eq!(trial.status, Status::Unknown);
    assert_eq!(trial.kind, StudyKind::Unknown);
    assert_eq!(trial.sex, SexAllowed::Unknown);
    assert_eq!(trial.healthy_volunteers, None);
}

#[test]
fn early_phase_one_is_phase_one() {
    assert_eq!(with(r#""designModule":{"phases":["EARLY_PHASE1"]}"#).phases, [Phase::One]);
}

#[test]
fn an_unknown_country_rules_nothing_out() {
    let trial = with(
        r#""contactsLocationsModule":{"locations":[{"city":"Lyon","country":"France","status":"RECRUITING"},
           {"city":"Nice","country":"France"},{"city":"Atlantis","country":"Atlantis"}]}"#,
    );
    assert_eq!(trial.countries, ["FR"]);
    assert!(trial.country_unread);
    assert_eq!(trial.sites.len(), 3);
    assert_eq!(trial.sites[0].status, Some(Status::Recruiting));
    assert_eq!(trial.sites[1].status, None);
    assert_eq!(trial.sites[2].country, None);
}

#[test]
fn a_place_of_which_only_the_country_is_told_is_no_site() {
    let trial = with(
        r#""contactsLocationsModule":{"locations":[{"country":"France"},{"country":"Spain"}]}"#,
    );
    assert_eq!(trial.countries, ["FR", "ES"]);
    assert!(trial.sites.is_empty() && !trial.country_unread);
}

#[test]
fn a_point_that_is_not_on_the_earth_is_none() {
    let trial = with(
        r#""contactsLocationsModule":{"locations":[{"city":"A","country":"France","geoPoint":{"lat":48.85,"lon":2.35}},
           {"city":"B","country":"France","geoPoint":{"lat":4885,"lon":2}},{"city":"C","country":"France","geoPoint":{"lat":1}}]}"#,
    );
    let points: Vec<_> = trial.sites.iter().map(|site| site.point).collect();
    assert_eq!(points, [Some((48.85, 2.35)), None, None]);
}

#[test]
fn a_filler_is_no_hospital_and_a_number_of_the_sponsor_no_part_of_a_name() {
    for filler in [
        "Research Site",
        "GSK Investigational Site",
        "Mereo Investigator Site",
        "Novartis Investigative Site",
        "Investigative Site 12",
        "Zai Lab Site 2005",
        "Site 0012",
        "Site",
        "Local Institution",
        "Local Institution - 0062",
        "( Site 1110)",
    ] {
        assert_eq!(facility(filler), None, "{filler}");
    }
    for (written, name) in [
        ("Roswell Park Cancer Institute ( Site 1107)", "Roswell Park Cancer Institute"),
        ("Institut Curie - Site de Paris", "Institut Curie - Site de Paris"),
        ("CHU - Site 2", "CHU - Site 2"),
        ("Hôpital Nord (Site Laennec)", "Hôpital Nord (Site Laennec)"),
        ("Gustave Roussy", "Gustave Roussy"),
    ] {
        assert_eq!(facility(written).as_deref(), Some(name));
    }
}

#[test]
fn mesh_terms_stand_among_the_conditions_once() {
    let derived =
        r#"{"conditionBrowseModule":{"meshes":[{"term":"Lung Neoplasms"},{"term":"NSCLC"}]}}"#;
    let protocol = r#"{"identificationModule":{"nctId":"NCT00000001"},"conditionsModule":{"conditions":["nsclc"]}}"#;
    let study = Study {
        protocol: serde_json::from_str(protocol).unwrap(),
        derived: serde_json::from_str(derived).unwrap(),
    };
    assert_eq!(study.into_trial().unwrap().conditions, ["nsclc", "Lung Neoplasms"]);
}

#[test]
fn the_day_of_the_last_update_may_lack() {
    let posted = r#""statusModule":{"statusVerifiedDate":"2024-02","lastUpdatePostDateStruct":{"date":"2024-03-17"}}"#;
    assert_eq!(with(posted).updated.as_deref(), Some("2024-03-17"));
    let month = r#""statusModule":{"statusVerifiedDate":"2024-02"}"#;
    assert_eq!(with(month).updated.as_deref(), Some("2024-02"));
    assert_eq!(with(r#""statusModule":{"statusVerifiedDate":"soon"}"#).updated, None);
}
