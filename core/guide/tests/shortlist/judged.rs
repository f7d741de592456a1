//! What no program may decide is handed to the doctor, with the registry's own lines.

use vigie_guide::trials::{Judge, Kinship, Reason, Trait};

use super::*;

fn with_criteria(inclusion: &[&str]) -> Trial {
    let eligibility = Eligibility { inclusion: texts(inclusion), ..Eligibility::default() };
    Trial { eligibility, ..told() }
}

fn judge(trial: Trial, profile: &TrialProfile) -> Vec<Judge> {
    passed(trial, profile).unwrap().judge
}

#[test]
fn lines_about_general_state_and_earlier_treatments_are_quoted_and_all_lines_counted() {
    let state = "ECOG performance status 0-2";
    let lines = "At least 1 prior line of therapy";
    let trial = with_criteria(&[state, lines, "Signed consent"]);
    assert_eq!(
        judge(trial, &person()),
        [
            Judge::State(state.to_owned()),
            Judge::Lines(lines.to_owned()),
            Judge::Criteria { lines: 3 },
        ]
    );
}

#[test]
fn a_general_state_beyond_a_plain_limit_is_told_first_and_rules_nothing_out() {
    let tired = TrialProfile { performance: Some(2), ..person() };
    let strict = with_criteria(&["ECOG 0-1"]);
    assert_eq!(judge(strict.clone(), &tired)[0], Judge::BeyondState { highest: 1, state: 2 });
    assert!(matches!(judge(strict.clone(), &person())[0], Judge::State(_)));
    // It stands after one that is further from the disease but has no such limit.
    let wide = Trial { id: "NCT00000002".to_owned(), ..about(&["Solid Tumors"]) };
    let ids: Vec<String> =
        shortlist([strict, wide], &tired).into_iter().map(|one| one.trial.id).collect();
    assert_eq!(ids, ["NCT00000002", "NCT00000001"]);
}

#[test]
fn one_kind_of_the_disease_is_for_the_doctor() {
    let found = passed(about(&["Small Cell Lung Cancer"]), &TrialProfile::of(&["poumon"])).unwrap();
    assert!(matches!(found.matched[0], Reason::Disease { kinship: Kinship::Narrower, .. }));
    assert_eq!(found.judge[0], Judge::Kind { written: "Small Cell Lung Cancer".to_owned() });
}

#[test]
fn a_property_that_the_person_did_not_tell_is_for_the_doctor_and_one_they_told_is_not() {
    let trial = about(&["Triple Negative Breast Cancer"]);
    assert_eq!(judge(trial.clone(), &person())[0], Judge::Asks(Trait::TripleNegative));
    let told = TrialProfile { conditions: texts(&["cancer du sein triple négatif"]), ..person() };
    assert!(!judge(trial, &told).contains(&Judge::Asks(Trait::TripleNegative)));
}

#[test]
fn healthy_people_who_are_sought_as_well_are_told() {
    let trial = Trial { healthy_volunteers: Some(true), ..told() };
    assert!(judge(trial, &person()).contains(&Judge::HealthyToo));
}
