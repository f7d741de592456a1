//! Prints what the trend detector would do on simulated patients, at several thresholds: false
//! prompts, worsenings seen, delays, by shape and under stress.
//!
//! `cargo run --release -p vigie-watch --example calibrate [FIRST_SEED [SEEDS]]`: choose the
//! threshold on one range of seeds, read its rates on another.
#![allow(clippy::print_stdout, clippy::print_stderr)] // it is a table

#[path = "../tests/common/mod.rs"]
mod common;

use common::outcomes;
use vigie_model::Day;
use vigie_simulator::score::{Outcome, Score, median_delay, share_seen_within};
use vigie_simulator::{PatientSpec, Shape, Stress, Symptoms, cohort};
use vigie_watch::RulePack;

fn scored(spec: &PatientSpec, seeds: std::ops::Range<u64>, pack: &RulePack) -> Vec<Vec<Outcome>> {
    cohort(spec, seeds).map(|patient| outcomes(&patient, pack)).collect()
}

fn row(name: &str, outcomes: &[Outcome]) {
    let score = Score::of(outcomes);
    let percent = |share: Option<f64>| share.map_or(f64::NAN, |s| 100.0 * s);
    println!(
        "{name:<28} false/100 {:>5.2}   14 d {:>5.1} %   21 d {:>5.1} %   median {:>4.1} d",
        score.false_per_100_days.unwrap_or(f64::NAN),
        percent(score.seen_in_14_days),
        percent(score.seen_in_21_days),
        score.median_delay.unwrap_or(f64::INFINITY),
    );
}

fn main() {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let first = numbers.first().copied().unwrap_or(10_000);
    let seeds = first..first + numbers.get(1).copied().unwrap_or(600);
    let Some(start) = Day::from_ymd(2025, 1, 6) else {
        return;
    };
    for threshold in [2.92, 2.95] {
        let mut pack = RulePack::builtin().clone();
        pack.trend.threshold = threshold;
        println!("\nthreshold {threshold}, seeds {seeds:?}");
        let stable = scored(&PatientSpec::stable(start, Symptoms::One), seeds.clone(), &pack);
        row("one symptom, stable", &stable.concat());
        let mut all = Vec::new();
        for shape in Shape::USUAL {
            let spec = PatientSpec::worsening(start, Symptoms::One, shape);
            let outcomes = scored(&spec, seeds.clone(), &pack).concat();
            row(&format!("  {shape:?}"), &outcomes);
            all.extend(outcomes);
        }
        println!(
            "  all shapes: 14 d {:.1} %, 21 d {:.1} %, median {:.1} d",
            100.0 * share_seen_within(&all, 14).unwrap_or(f64::NAN),
            100.0 * share_seen_within(&all, 21).unwrap_or(f64::NAN),
            median_delay(&all).unwrap_or(f64::INFINITY)
        );
        for stress in Stress::ALL {
            let spec = PatientSpec::stress(start, Symptoms::One, stress);
            row(&format!("  {stress:?}"), &scored(&spec, seeds.clone(), &pack).concat());
        }
        let patients = |spec: &PatientSpec| -> Vec<Outcome> {
            let outcomes = scored(spec, seeds.clone(), &pack);
            outcomes.iter().map(|outcomes| Outcome::of_patient(outcomes)).collect()
        };
        row("eight symptoms, stable", &patients(&PatientSpec::stable(start, Symptoms::Eight)));
        let mut all = Vec::new();
        for shape in Shape::USUAL {
            let outcomes = patients(&PatientSpec::worsening(start, Symptoms::Eight, shape));
            row(&format!("  {shape:?}"), &outcomes);
            all.extend(outcomes);
        }
        row("  eight, all shapes", &all);
        for stress in Stress::ALL {
            let spec = PatientSpec::stress(start, Symptoms::Eight, stress);
            row(&format!("  {stress:?}"), &patients(&spec));
        }
    }
}
