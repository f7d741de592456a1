//! The shortlist rules a trial out only by a definite no, tells what is not known, and claims nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod judged;
mod order;
mod recall;
mod ruled_out;
mod said;
mod unknown;

use vigie_guide::trials::{
    Eligibility, Match, Phase, Place, Registry, Sex, SexAllowed, Site, Status, StudyKind, Trial,
    TrialProfile, Unknown, shortlist,
};

/// A trial of breast cancer in Lyon of which everything is told.
fn told() -> Trial {
    Trial {
        registry: Registry::ClinicalTrialsGov,
        id: "NCT00000001".to_owned(),
        other_ids: vec![],
        title: "A Study of a Medicine in Breast Cancer".to_owned(),
        acronym: None,
        phases: vec![Phase::Two],
        status: Status::Recruiting,
        kind: StudyKind::Interventional,
        conditions: texts(&["Breast Cancer"]),
        keywords: vec![],
        interventions: vec![],
        min_age: Some(18.0),
        max_age: Some(75.0),
        sex: SexAllowed::All,
        healthy_volunteers: Some(false),
        eligibility: Eligibility {
            inclusion: texts(&["Signed consent"]),
            exclusion: texts(&["Pregnancy"]),
            undivided: vec![],
        },
        sites: vec![site("Hôpital Nord", "Lyon", "FR", Some(LYON))],
        countries: texts(&["FR"]),
        country_unread: false,
        sponsor: None,
        updated: Some("2026-03".to_owned()),
    }
}

const LYON: (f64, f64) = (45.7485, 4.8467);
const LILLE: (f64, f64) = (50.633, 3.0586);

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

fn site(facility: &str, city: &str, country: &str, point: Option<(f64, f64)>) -> Site {
    Site {
        facility: Some(facility.to_owned()),
        city: Some(city.to_owned()),
        country: Some(country.to_owned()),
        status: None,
        point,
    }
}

/// Somebody with breast cancer near Lyon who told everything.
fn person() -> TrialProfile {
    TrialProfile {
        phases: vec![Phase::Two, Phase::Three],
        country: Some("FR".to_owned()),
        place: Some(Place::City("Lyon".to_owned())),
        within_km: Some(100.0),
        age: Some(54),
        sex: Some(Sex::Female),
        performance: Some(1),
        previous_lines: Some(2),
        ..TrialProfile::of(&["cancer du sein"])
    }
}

/// The match of one trial, if it passes.
fn passed(trial: Trial, profile: &TrialProfile) -> Option<Match> {
    shortlist([trial], profile).pop()
}

/// A trial of these conditions with a title that names none.
fn about(conditions: &[&str]) -> Trial {
    Trial { conditions: texts(conditions), title: "A study of a medicine".to_owned(), ..told() }
}

/// Whether somebody with this disease gets a trial of these conditions.
fn gets(disease: &str, conditions: &[&str]) -> bool {
    passed(about(conditions), &TrialProfile::of(&[disease])).is_some()
}

/// What is not known of a trial that passes.
fn unknown(trial: Trial, profile: &TrialProfile) -> Vec<Unknown> {
    passed(trial, profile).expect("the trial passes").unknown
}
