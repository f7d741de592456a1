//! Each definite no, and what only looks like one.

use super::*;

/// Whether the person of [`person`] gets the trial with this change.
fn with(change: impl FnOnce(&mut Trial)) -> bool {
    let mut trial = told();
    change(&mut trial);
    passed(trial, &person()).is_some()
}

#[test]
fn a_trial_of_which_everything_fits_passes() {
    assert!(with(|_| {}));
}

#[test]
fn another_disease_is_a_no() {
    assert!(!gets("cancer du sein", &["Prostate Cancer"]));
    assert!(!gets("cancer du sein", &["Diabetes Mellitus, Type 2"]));
    assert!(!gets("lymphome", &["Solid Tumors"]));
    assert!(!gets("CBNPC", &["Small Cell Lung Cancer"]));
    assert!(!gets(
        "cancer du poumon à petites cellules",
        &["Non-small Cell Lung Cancer", "Lung Neoplasms"]
    ));
    assert!(!gets("mélanome", &["Endometrial Neoplasms", "Neoplasms"]));
}

#[test]
fn a_wider_group_or_one_kind_of_the_disease_is_no_no() {
    assert!(gets("CBNPC", &["Lung Cancer"]));
    assert!(gets("cancer du poumon", &["Small Cell Lung Cancer"]));
    assert!(gets("cancer du sein", &["Advanced Solid Tumors"]));
    assert!(gets("cancer du sein", &["Neoplasms"]));
    assert!(gets("lymphome folliculaire", &["Hematologic Malignancies"]));
    assert!(gets("cancer du côlon", &["Colorectal Cancer", "Rectal Cancer"]));
}

#[test]
fn a_disease_that_the_table_does_not_know_is_looked_for_word_by_word() {
    assert!(gets("maladie de Castleman", &["Maladie de Castleman"]));
    assert!(!gets("maladie de Castleman", &["Maladie de Crohn", "Prostate Cancer"]));
}

#[test]
fn a_cancer_among_many_other_subjects_is_a_false_friend() {
    let subjects = ["Drug Allergy", "Asthma", "Lymphoma", "Healthy Volunteers", "Eczema"];
    assert!(!gets("lymphome", &subjects));
    let in_title = Trial { title: "Allergy to drugs in lymphoma".to_owned(), ..about(&subjects) };
    assert!(passed(in_title, &TrialProfile::of(&["lymphome"])).is_some());
}

#[test]
fn a_keyword_does_not_overrule_what_the_conditions_name() {
    let of = |conditions: &[&str], keywords: &[&str]| {
        let trial = Trial { keywords: texts(keywords), ..about(conditions) };
        passed(trial, &TrialProfile::of(&["cancer du sein"])).is_some()
    };
    assert!(!of(&["NSCLC"], &["Advanced, Metastatic, Solid Tumor", "Breast cancer"]));
    assert!(of(&["Neoplasms"], &["Breast cancer"]));
}

#[test]
fn contrary_words_are_a_no_and_both_together_are_not() {
    let her2 = TrialProfile { keywords: texts(&["HER2+"]), ..person() };
    let of = |conditions: &[&str]| passed(about(conditions), &her2).is_some();
    assert!(!of(&["Triple Negative Breast Cancer"]));
    assert!(!of(&["HER2-negative Breast Cancer"]));
    assert!(of(&["HER2-positive Breast Cancer", "Triple Negative Breast Cancer"]));
    assert!(of(&["Breast Cancer"]));
    // Contrary words about another disease.
    assert!(of(&["Breast Cancer", "HER2-negative Gastric Cancer"]));
    // HER2 without a sign is no contradiction.
    let unsigned = TrialProfile { keywords: texts(&["HER2"]), ..person() };
    assert!(passed(about(&["Triple Negative Breast Cancer"]), &unsigned).is_some());
}

#[test]
fn what_the_person_says_not_to_have_is_a_no() {
    let not = |what: &str| TrialProfile {
        not_conditions: texts(&[what]),
        ..TrialProfile::of(&["cancer du poumon"])
    };
    let small = about(&["Small Cell Lung Cancer", "Lung Neoplasms"]);
    assert!(passed(small.clone(), &not("petites cellules du poumon CBPC")).is_none());
    assert!(passed(small, &not("CBNPC")).is_some());
    let both = about(&["Small Cell Lung Cancer", "Non-small Cell Lung Cancer"]);
    assert!(passed(both, &not("CBPC")).is_some());
    let breast = TrialProfile {
        not_conditions: texts(&["cancer du sein triple négatif"]),
        ..TrialProfile::of(&["cancer du sein"])
    };
    assert!(passed(about(&["Triple Negative Breast Neoplasms"]), &breast).is_none());
    assert!(passed(about(&["Breast Neoplasms"]), &breast).is_some());
}

#[test]
fn a_status_that_was_not_asked_for_is_a_no() {
    for (status, passes) in [
        (Status::Recruiting, true),
        (Status::NotYetRecruiting, true),
        (Status::Unknown, true),
        (Status::ByInvitation, false),
        (Status::ActiveNotRecruiting, false),
        (Status::Suspended, false),
        (Status::Over, false),
    ] {
        assert_eq!(with(|trial| trial.status = status), passes, "{status:?}");
        let any = TrialProfile { status: None, ..person() };
        assert!(passed(Trial { status, ..told() }, &any).is_some(), "{status:?}");
    }
}

#[test]
fn another_phase_is_a_no_and_one_of_two_is_enough() {
    assert!(!with(|trial| trial.phases = vec![Phase::One]));
    assert!(with(|trial| trial.phases = vec![Phase::One, Phase::Two]));
}

#[test]
fn another_country_is_a_no_unless_a_country_could_not_be_read() {
    let abroad = |trial: &mut Trial| {
        trial.countries = texts(&["BE"]);
        trial.sites = vec![site("UZ", "Gent", "BE", None)];
    };
    assert!(!with(abroad));
    assert!(with(|trial| {
        abroad(trial);
        trial.country_unread = true;
    }));
}

#[test]
fn an_age_outside_is_a_no_and_the_last_year_counts() {
    assert!(!with(|trial| trial.max_age = Some(53.0)));
    assert!(with(|trial| trial.max_age = Some(54.0)));
    assert!(!with(|trial| trial.min_age = Some(55.0)));
    assert!(with(|trial| trial.min_age = Some(54.0)));
}

#[test]
fn the_other_sex_is_a_no() {
    assert!(!with(|trial| trial.sex = SexAllowed::Male));
    assert!(with(|trial| trial.sex = SexAllowed::Female));
    let man = TrialProfile { sex: Some(Sex::Male), ..person() };
    assert!(passed(Trial { sex: SexAllowed::Female, ..told() }, &man).is_none());
}

#[test]
fn only_healthy_people_is_a_no_unless_the_person_asks_for_such_trials() {
    let trial = Trial {
        title: "A Medicine for Breast Disease in Healthy Volunteers".to_owned(),
        conditions: texts(&["Healthy Volunteers"]),
        healthy_volunteers: Some(true),
        ..told()
    };
    assert!(passed(trial.clone(), &person()).is_none());
    assert!(passed(trial.clone(), &TrialProfile { healthy: true, ..person() }).is_some());
    let named = Trial { conditions: texts(&["Breast Cancer"]), ..trial };
    assert!(passed(named, &person()).is_none());
}

#[test]
fn too_far_is_a_no_only_when_every_place_tells_where_it_is() {
    let far = site("CHU", "Lille", "FR", Some(LILLE));
    assert!(!with(|trial| trial.sites = vec![far.clone()]));
    // The table knows where Lille is.
    assert!(!with(|trial| trial.sites = vec![Site { point: None, ..far.clone() }]));
    let somewhere = site("Clinique", "Villefranche", "FR", None);
    assert!(with(|trial| trial.sites = vec![far.clone(), somewhere.clone()]));
    assert!(with(|trial| trial.sites = vec![]));
    let sites = passed(Trial { sites: vec![far, somewhere], ..told() }, &person()).unwrap().sites;
    assert_eq!(sites.len(), 1, "the far one is not listed");
    assert_eq!(sites[0].km, None);
}
