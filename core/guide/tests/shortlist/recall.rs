//! What a person says in their own words rules out no more than they meant.

use vigie_guide::trials::{Kinship, Reason, Shortlist};

use super::*;

fn not(disease: &str, not: &str) -> TrialProfile {
    TrialProfile { not_conditions: texts(&[not]), ..TrialProfile::of(&[disease]) }
}

fn kinship(disease: &str, conditions: &[&str]) -> Option<Kinship> {
    let found = passed(about(conditions), &TrialProfile::of(&[disease]))?;
    found.matched.iter().find_map(|reason| match reason {
        Reason::Disease { kinship, .. } => Some(*kinship),
        _ => None,
    })
}

#[test]
fn who_has_no_metastases_has_the_cancer_all_the_same() {
    for no in
        ["métastases cérébrales", "métastases", "Metastatic Breast Cancer", "brain metastases"]
    {
        let profile = not("cancer du sein", no);
        for conditions in [["Breast Cancer"], ["Solid Tumors"], ["Neoplasms"]] {
            assert!(passed(about(&conditions), &profile).is_some(), "{no}: {conditions:?}");
        }
    }
    let brain = about(&["Breast Cancer", "Brain Metastases"]);
    assert!(passed(brain, &not("cancer du sein", "Brain Metastases")).is_none());
    let without = Trial { title: "Cancer du sein sans métastases".to_owned(), ..told() };
    assert!(passed(without, &not("cancer du sein", "métastases")).is_some());
    assert!(passed(told(), &not("cancer du sein", "cancer")).is_some());
}

#[test]
fn what_a_person_has_is_not_taken_away_by_a_stage_they_do_not_have() {
    let profile = not("cancer du sein", "cancer du sein avancé");
    assert!(passed(about(&["Breast Cancer"]), &profile).is_some());
}

#[test]
fn a_disease_that_no_table_knows_still_gets_the_trials_of_many_cancers_and_is_told() {
    for unknown in ["tumeur desmoïde", "chordome", "cancer stade 4", "cancer généralisé"] {
        assert_eq!(kinship(unknown, &["Advanced Solid Tumors"]), Some(Kinship::Broad), "{unknown}");
        assert_eq!(kinship(unknown, &["Cancer"]), Some(Kinship::Broad), "{unknown}");
        assert_eq!(kinship(unknown, &["Prostate Cancer"]), None, "{unknown}");
        let profile = TrialProfile::of(&[unknown, "sein"]);
        assert_eq!(Shortlist::new(&profile).not_understood(), [unknown]);
    }
    assert_eq!(kinship("chordome", &["Chordome"]), Some(Kinship::Same));
    assert!(Shortlist::new(&person()).not_understood().is_empty());
}

#[test]
fn a_few_other_subjects_beside_the_disease_put_a_trial_last_and_rule_nothing_out() {
    let beside = Trial {
        id: "NCT00000002".to_owned(),
        ..about(&["Breast Cancer", "Hot Flashes", "Menopause"])
    };
    let broad = Trial { id: "NCT00000003".to_owned(), ..about(&["Solid Tumors"]) };
    let list = shortlist([beside, broad], &TrialProfile::of(&["sein"]));
    let ids: Vec<&str> = list.iter().map(|one| one.trial.id.as_str()).collect();
    assert_eq!(ids, ["NCT00000003", "NCT00000002"]);
}

#[test]
fn a_group_that_the_title_names_is_no_heading() {
    let trial = Trial {
        title: "A Medicine in Lung Cancer".to_owned(),
        ..about(&["Small Cell Lung Carcinoma"])
    };
    assert!(passed(trial, &TrialProfile::of(&["CBNPC"])).is_some());
    for (disease, conditions) in [
        ("lymphome du manteau", ["Lymphoma", "Follicular Lymphoma"]),
        ("LAM", ["Leukemia", "Chronic Lymphocytic Leukemia"]),
        ("liposarcome", ["Sarcoma", "Osteosarcoma"]),
        ("médulloblastome", ["Brain Tumors", "Glioblastoma"]),
    ] {
        assert!(gets(disease, &conditions), "{disease}");
    }
}

#[test]
fn a_mutation_that_is_denied_is_not_asked_for() {
    let wild = TrialProfile::of(&["CBNPC sans mutation de l’EGFR"]);
    let trial = |title: &str| Trial { title: title.to_owned(), ..about(&["NSCLC"]) };
    let without = trial("A Medicine in NSCLC Without Activating EGFR Mutation");
    let mutated = trial("A Medicine in EGFR Mutated NSCLC");
    let either = trial("A Medicine in NSCLC With or Without EGFR Mutation");
    assert!(passed(without.clone(), &wild).is_some());
    assert!(passed(mutated.clone(), &wild).is_none());
    let has = TrialProfile::of(&["CBNPC EGFR muté"]);
    assert!(passed(mutated, &has).is_some() && passed(without, &has).is_none());
    assert!(passed(either.clone(), &has).is_some() && passed(either, &wild).is_some());
    let untreated = trial("A Medicine in Patients With No Prior Treatment, EGFR Mutated NSCLC");
    assert!(passed(untreated, &has).is_some());
}

#[test]
fn overseas_departments_are_in_france_and_france_is_their_country() {
    let there = Trial {
        countries: texts(&["RE"]),
        sites: vec![site("CHU", "Saint-Pierre", "RE", None)],
        ..told()
    };
    let of = |code: &str| TrialProfile {
        country: Some(code.to_owned()),
        place: None,
        within_km: None,
        ..person()
    };
    let found = passed(there, &of("FR")).unwrap();
    assert_eq!(found.sites.len(), 1);
    assert!(found.matched.iter().any(|one| matches!(one, Reason::Country { places: 1 })));
    assert!(passed(told(), &of("RE")).is_some());
}

#[test]
fn a_namesake_abroad_is_not_next_door_and_one_at_home_counts_by_its_nearest() {
    let texas = site("Clinic", "Paris", "US", Some((33.66, -95.55)));
    let trial = Trial { sites: vec![texas], countries: texts(&["US"]), ..told() };
    let from = |city: &str| TrialProfile {
        country: None,
        place: Some(Place::City(city.to_owned())),
        ..person()
    };
    assert!(passed(trial.clone(), &from("Paris")).is_none(), "7,600 km");
    let american = TrialProfile { country: Some("US".to_owned()), ..from("Paris") };
    assert_eq!(passed(trial, &american).unwrap().sites[0].km, Some(0.0));
    let near = |point| Trial { sites: vec![site("CH", "Saint-Denis", "FR", point)], ..told() };
    for point in [Some((48.93, 2.36)), Some((-20.89, 55.45))] {
        let km = passed(near(point), &from("Saint-Denis")).unwrap().sites[0].km.unwrap();
        assert!((0.1..5.0).contains(&km), "{km}");
    }
}

#[test]
fn a_town_that_nobody_knows_is_told_as_such() {
    let from = TrialProfile { place: Some(Place::City("Trifouillis".to_owned())), ..person() };
    assert_eq!(unknown(told(), &from), [Unknown::Town]);
    let nowhere = Trial { sites: vec![], ..told() };
    assert_eq!(unknown(nowhere, &from), [Unknown::Distance]);
}
