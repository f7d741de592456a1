//! The built-in threshold keeps its rates on patients it was not chosen on.
//!
//! The bounds are wider than the rates in docs/decisions, which come from 1,500 patients a shape
//! (`cargo xtask bench watch`): here a few hundred are enough to notice a detector that was broken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod common;

use common::outcomes;
use vigie_model::Day;
use vigie_simulator::score::{Outcome, Score};
use vigie_simulator::{PatientSpec, Shape, Stress, Symptoms, cohort};
use vigie_watch::RulePack;

fn score(spec: &PatientSpec) -> Score {
    let pack = RulePack::builtin();
    let all: Vec<Outcome> =
        cohort(spec, 40_000..40_250).flat_map(|patient| outcomes(&patient, pack)).collect();
    Score::of(&all)
}

fn start() -> Day {
    Day::from_ymd(2025, 1, 6).unwrap()
}

fn worsening(shape: Shape) -> Score {
    score(&PatientSpec::worsening(start(), Symptoms::One, shape))
}

#[test]
fn a_stable_symptom_gives_few_false_prompts() {
    let stable = score(&PatientSpec::stable(start(), Symptoms::One));
    let rate = stable.false_per_100_days.unwrap();
    assert!((0.10..0.30).contains(&rate), "{rate} per 100 symptom-days");
}

#[test]
fn good_and_bad_spells_give_more_of_them_but_not_many() {
    let spells = score(&PatientSpec::stress(start(), Symptoms::One, Stress::Autocorrelated));
    let rate = spells.false_per_100_days.unwrap();
    assert!((0.20..0.65).contains(&rate), "{rate} per 100 symptom-days");
}

#[test]
fn a_step_a_ramp_and_a_new_symptom_are_seen() {
    let seen = |shape| worsening(shape).seen_in_21_days.unwrap();
    assert!(seen(Shape::Step { by: 2.0 }) > 0.93);
    assert!(seen(Shape::Step { by: 1.5 }) > 0.82);
    assert!(seen(Shape::Ramp { per_week: 1.0 }) > 0.92);
    assert!(seen(Shape::New { level: 3.0 }) > 0.97);
}

#[test]
fn worse_peak_days_are_seen_although_the_other_days_stay_as_they_were() {
    let seen = worsening(Shape::PeaksOnly { by: 1.5 });
    assert!(seen.seen_in_21_days.unwrap() > 0.65);
}
