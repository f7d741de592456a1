//! What simulated patients promise: the same for a seed, in range, and true to their spec.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in its helpers"
)]

use std::collections::BTreeSet;

use vigie_model::{Answer, Day, Item, SymptomCode};
use vigie_simulator::{
    Gaps, ItemSpec, Noise, Oddity, Patient, PatientSpec, Peaks, PlannedWorsening, Shape,
    SimulatedPatient, Spread, Stress, Symptoms, Tails, cohort, odd_patient,
};

fn start() -> Day {
    "2026-01-05".parse().unwrap()
}

fn fatigue() -> Item {
    SymptomCode::Fatigue.into()
}

/// Every spec the presets can make.
fn every_preset() -> Vec<PatientSpec> {
    let mut specs = Vec::new();
    for symptoms in [Symptoms::One, Symptoms::Eight] {
        specs.push(PatientSpec::stable(start(), symptoms));
        for shape in Shape::USUAL {
            specs.push(PatientSpec::worsening(start(), symptoms, shape));
        }
        for kind in Stress::ALL {
            specs.push(PatientSpec::stress(start(), symptoms, kind));
        }
    }
    specs
}

/// One symptom without noise or gaps: level 2, early bump 3, late bump 1; treated on day 0.
fn plain() -> PatientSpec {
    let mut spec = PatientSpec::stable(start(), Symptoms::One);
    spec.items = vec![ItemSpec {
        item: fatigue(),
        level: Spread::exactly(2.0),
        early: Spread::exactly(3.0),
        late: Spread::exactly(1.0),
        worsening: None,
    }];
    spec.noise = Noise { sd: (0.0, 0.0), rho: (0.0, 0.0), tails: Tails::Normal };
    spec.gaps = Gaps::NONE;
    spec.cycles.first_within = 1;
    spec.cycles.late = 0.0;
    spec.days = 84;
    spec
}

fn worsening_plainly(shape: Shape) -> PatientSpec {
    let mut spec = plain();
    spec.items[0].worsening = Some(PlannedWorsening { after_days: 42, shape });
    spec
}

fn ratings(spec: &PatientSpec) -> Vec<u8> {
    let patient = Patient::simulate(spec, 1);
    patient.ratings(&spec.items[0].item).map(|r| r.1).collect()
}

fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.into_iter().collect();
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn one_seed_is_one_patient_and_another_seed_another() {
    for spec in every_preset() {
        assert_eq!(Patient::simulate(&spec, 4), Patient::simulate(&spec, 4));
        assert_ne!(Patient::simulate(&spec, 4), Patient::simulate(&spec, 5));
    }
}

/// Holds the luck itself: it fails when a new version of rand, or another platform, would make
/// other patients of the same seeds, which would make every measured number another one.
#[test]
fn the_patient_of_a_seed_never_changes() {
    let spec = PatientSpec::stress(start(), Symptoms::One, Stress::HeavyTails);
    let patient = Patient::simulate(&spec, 2026);
    let head: Vec<String> = patient.to_csv_rows("p").into_iter().take(6).collect();
    assert_eq!(
        head,
        [
            "p,2026-01-05,administration,",
            "p,2026-01-05,fatigue,2",
            "p,2026-01-06,fatigue,4",
            "p,2026-01-07,fatigue,4",
            "p,2026-01-08,fatigue,3",
            "p,2026-01-09,fatigue,5",
        ]
    );
    let sum: i64 = patient
        .ratings(&fatigue())
        .map(|(day, rating)| i64::from(day.since(start()) + 1) * i64::from(rating))
        .sum();
    assert_eq!(sum, 14_679);
}

#[test]
fn every_entry_is_valid_and_the_days_rise() {
    for spec in every_preset() {
        for patient in cohort(&spec, 0..20) {
            assert!(patient.entries.is_sorted_by(|a, b| a.day < b.day));
            assert!(patient.administrations.is_sorted_by(|a, b| a < b));
            let last = spec.start.plus(249);
            for entry in &patient.entries {
                entry.validate(last).unwrap();
                assert!(entry.day >= spec.start);
                for answer in entry.answers.values() {
                    assert!(answer.rating().is_none_or(|r| r <= 10));
                }
            }
        }
    }
}

#[test]
fn varied_patients_have_a_past_before_the_onset_and_time_after_it() {
    let spec = PatientSpec::worsening(start(), Symptoms::Eight, Shape::USUAL[0]);
    let varied: Vec<PatientSpec> = (0..200).map(|s| spec.clone().varied(s)).collect();
    for spec in &varied {
        assert!((70..=250).contains(&spec.days));
        for planned in spec.items.iter().filter_map(|i| i.worsening) {
            assert!((42..=spec.days - 28).contains(&planned.after_days));
        }
    }
    let lengths: BTreeSet<u16> = varied.iter().map(|s| s.cycles.length).collect();
    assert_eq!(lengths, [14, 21].into());
}

#[test]
fn symptoms_rise_on_days_1_to_4_and_4_to_9_after_each_administration() {
    let cycle = [2, 5, 5, 5, 6, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
    assert_eq!(ratings(&plain()), cycle.repeat(4));
}

#[test]
fn a_delayed_cycle_shifts_the_bumps() {
    let mut spec = plain();
    spec.cycles.late = 1.0;
    spec.cycles.late_by = (5, 5);
    spec.days = 52;
    let patient = Patient::simulate(&spec, 1);
    assert_eq!(patient.administrations, [start(), start().plus(26)]);
    let ratings = ratings(&spec);
    assert_eq!(ratings[21..26], [2; 5]);
    assert_eq!(ratings[..26], ratings[26..]);
}

#[test]
fn late_and_double_peaks_lie_where_they_say() {
    let mut spec = plain();
    spec.days = 21;
    spec.peaks = Peaks::Late { by: 5 };
    let late = [2, 2, 2, 2, 2, 2, 5, 5, 5, 6, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2];
    assert_eq!(ratings(&spec), late);
    spec.peaks = Peaks::Double { after: 9 };
    let double = [2, 5, 5, 5, 6, 3, 3, 3, 3, 3, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2, 2];
    assert_eq!(ratings(&spec), double);
}

#[test]
fn cycles_are_late_as_often_and_as_long_as_the_spec_says() {
    let spec = PatientSpec::stable(start(), Symptoms::One);
    let mut gaps = Vec::new();
    for seed in 0..500 {
        let given = Patient::simulate(&spec, seed).administrations;
        assert!(given[0].since(start()) < 7);
        gaps.extend(given.windows(2).map(|pair| pair[1].since(pair[0])));
    }
    assert!(gaps.iter().all(|gap| *gap == 21 || (24..=28).contains(gap)));
    let late = gaps.iter().filter(|gap| **gap > 21).count() as f64 / gaps.len() as f64;
    // A late administration more easily falls after the last day and is then not counted.
    assert!((late - 1.0 / 7.0).abs() < 0.03, "{late}");
}

#[test]
fn the_share_of_missing_days_is_near_the_spec() {
    let mut spec = PatientSpec::stable(start(), Symptoms::One);
    for (in_runs, single) in [(0.0, 0.2), (0.15, 0.0), (0.05, 0.1)] {
        spec.gaps.in_runs = in_runs;
        spec.gaps.single = single;
        let missing = mean((0..500).map(|seed| {
            let patient = Patient::simulate(&spec, seed);
            let said = patient.entries.iter().filter(|e| !e.answers.is_empty());
            1.0 - said.count() as f64 / f64::from(spec.days)
        }));
        let expected = spec.gaps.missing_days();
        assert!((missing - expected).abs() < 0.01, "{missing} {expected}");
    }
}

#[test]
fn skipped_and_too_unwell_answers_are_as_many_as_the_spec_says() {
    let mut spec = PatientSpec::stable(start(), Symptoms::Eight);
    spec.gaps = Gaps { skipped: 0.1, too_unwell: 0.05, ..Gaps::NONE };
    let patients: Vec<_> = (0..100).map(|s| Patient::simulate(&spec, s)).collect();
    let answers: Vec<Answer> = patients
        .iter()
        .flat_map(|p| &p.entries)
        .flat_map(|e| e.answers.values().copied())
        .collect();
    let share =
        |answer| answers.iter().filter(|a| **a == answer).count() as f64 / answers.len() as f64;
    assert!((share(Answer::Skipped) - 0.095).abs() < 0.01);
    assert!((share(Answer::TooUnwell) - 0.05).abs() < 0.01);
    for entry in patients.iter().flat_map(|p| &p.entries) {
        let silent = entry.answers.values().all(|a| *a == Answer::TooUnwell);
        assert_eq!(entry.too_unwell, silent);
    }
}

#[test]
fn administrations_not_logged_still_happen() {
    let logged_of = |kind| {
        let spec = PatientSpec::stress(start(), Symptoms::One, kind);
        let patients: Vec<_> = (0..300).map(|s| Patient::simulate(&spec, s)).collect();
        let given: usize = patients.iter().map(|p| p.administrations.len()).sum();
        let logged =
            patients.iter().flat_map(|p| &p.entries).filter(|e| e.administration.is_some()).count();
        assert!(given >= 300 * 5);
        logged as f64 / given as f64
    };
    assert_eq!(logged_of(Stress::LatePeak), 1.0);
    assert_eq!(logged_of(Stress::AllUnlogged), 0.0);
    assert!((logged_of(Stress::ThirtyPercentUnlogged) - 0.7).abs() < 0.03);
}

/// Mean rating of the 21 days from `from` on.
fn cycle_mean(patient: &SimulatedPatient, from: Day) -> f64 {
    let item = fatigue();
    let cycle = patient.ratings(&item).filter(|(day, _)| (0..21).contains(&day.since(from)));
    mean(cycle.map(|(_, rating)| f64::from(rating)))
}

#[test]
fn stable_patients_do_not_drift() {
    let mut spec = PatientSpec::stable(start(), Symptoms::One);
    spec.gaps = Gaps::NONE;
    spec.cycles.late = 0.0;
    let drift = mean((0..1000).map(|seed| {
        let patient = Patient::simulate(&spec, seed);
        let whole = patient.administrations.iter().rev().find(|d| d.since(start()) + 21 <= 120);
        cycle_mean(&patient, *whole.unwrap()) - cycle_mean(&patient, patient.administrations[0])
    }));
    assert!(drift.abs() < 0.05, "{drift}");
}

#[test]
fn persons_differ_as_the_population_does() {
    let mut spec = plain();
    spec.items = vec![ItemSpec {
        level: Spread { mean: 5.0, sd: 1.5 },
        early: Spread::exactly(0.0),
        late: Spread::exactly(0.0),
        ..spec.items[0].clone()
    }];
    let level = |seed| cycle_mean(&Patient::simulate(&spec, seed), start());
    let levels: Vec<f64> = (0..2000).map(level).collect();
    let centre = mean(levels.iter().copied());
    let sd = mean(levels.iter().map(|l| (l - centre).powi(2))).sqrt();
    assert!((centre - 5.0).abs() < 0.15 && (sd - 1.5).abs() < 0.1, "{centre} {sd}");
}

#[test]
fn noise_has_the_spread_and_the_memory_it_is_given() {
    for (rho, tails) in [(0.0, Tails::Normal), (0.8, Tails::Normal), (0.8, Tails::Heavy)] {
        let mut spec = plain();
        spec.items[0] = ItemSpec {
            level: Spread::exactly(5.0),
            early: Spread::exactly(0.0),
            late: Spread::exactly(0.0),
            ..spec.items[0].clone()
        };
        spec.noise = Noise { sd: (1.5, 1.5), rho: (rho, rho), tails };
        spec.days = 250;
        let series: Vec<Vec<f64>> = (0..200)
            .map(|seed| {
                let patient = Patient::simulate(&spec, seed);
                patient.ratings(&fatigue()).map(|r| f64::from(r.1) - 5.0).collect()
            })
            .collect();
        let variance = mean(series.iter().flatten().map(|x| x * x));
        let lag = mean(series.iter().flat_map(|s| s.windows(2).map(|w| w[0] * w[1])));
        // Rounding adds 1/12 to the variance; cutting at 0 and 10 takes from the tails.
        assert!((variance - 2.25).abs() < 0.25, "{variance}");
        assert!((lag / variance - rho).abs() < 0.06, "{}", lag / variance);
    }
}

#[test]
fn nothing_changes_before_the_onset_of_a_worsening() {
    for symptoms in [Symptoms::One, Symptoms::Eight] {
        let stable = Patient::simulate(&PatientSpec::stable(start(), symptoms), 8);
        for shape in Shape::USUAL {
            if matches!(shape, Shape::New { .. }) {
                continue;
            }
            let spec = PatientSpec::worsening(start(), symptoms, shape);
            let worse = Patient::simulate(&spec, 8);
            let onset = start().plus(70);
            assert!(worse.truth.iter().all(|w| w.onset == onset));
            for (was, is) in stable.entries.iter().zip(&worse.entries) {
                assert!(was == is || is.day >= onset, "{}", is.day);
            }
            let changed = worse.truth.iter().filter(|w| {
                let ratings = |p: &SimulatedPatient| p.ratings(&w.item).collect::<Vec<_>>();
                ratings(&stable) != ratings(&worse)
            });
            assert_eq!(changed.count(), worse.truth.len());
        }
    }
}

#[test]
fn a_ramp_gains_its_points_per_week_and_stops_at_ten() {
    let flat = ratings(&plain());
    let ramp = ratings(&worsening_plainly(Shape::Ramp { per_week: 7.0 / 5.0 }));
    assert_eq!(flat[..42], ramp[..42]);
    // A fifth of a point each day, the onset day included.
    for (day, gained) in [(42, 0), (56, 3), (57, 3), (61, 4)] {
        assert_eq!(ramp[day] - flat[day], gained, "{day}");
    }
    assert_eq!(ramp[83], 10);
}

#[test]
fn a_step_is_there_at_once_and_stays() {
    let flat = ratings(&plain());
    let step = ratings(&worsening_plainly(Shape::Step { by: 2.0 }));
    for day in 0..84 {
        assert_eq!(step[day] - flat[day], if day < 42 { 0 } else { 2 }, "{day}");
    }
}

#[test]
fn peaks_only_leaves_the_days_between_as_they_were() {
    let flat = ratings(&plain());
    let peaks = ratings(&worsening_plainly(Shape::PeaksOnly { by: 2.0 }));
    for day in 0..84 {
        let peak = day >= 42 && (1..=9).contains(&(day % 21));
        assert_eq!(peaks[day] - flat[day], if peak { 2 } else { 0 }, "{day}");
    }
}

#[test]
fn a_new_symptom_is_rated_zero_until_it_appears() {
    let new = ratings(&worsening_plainly(Shape::New { level: 4.0 }));
    assert_eq!(new, [[0; 42], [4; 42]].concat());
}

#[test]
fn a_new_pain_is_not_asked_until_it_appears() {
    let mut spec = worsening_plainly(Shape::New { level: 4.0 });
    spec.items[0].item = "pain:hip-left".parse().unwrap();
    let patient = Patient::simulate(&spec, 1);
    let days: Vec<_> = patient.ratings(&spec.items[0].item).collect();
    let expected: Vec<_> = (42..84).map(|d| (start().plus(d), 4)).collect();
    assert_eq!(days, expected);
}

#[test]
fn an_unlogged_change_makes_every_bump_larger() {
    let mut spec = plain().under(Stress::UnloggedChange);
    spec.unlogged_change.as_mut().unwrap().after_days = 42;
    let changed = ratings(&spec);
    let flat = ratings(&plain());
    assert_eq!(changed[..42], flat[..42]);
    assert_eq!(changed[42..52], [2, 6, 6, 6, 8, 4, 4, 4, 4, 4]);
    assert!(Patient::simulate(&spec, 1).truth.is_empty());
}

#[test]
fn a_patient_of_the_other_kind_comes_from_the_seed_and_a_worsening_changes_nothing_before_it() {
    // Bad days are skipped by all symptoms: what one of them does would be seen in the others.
    let mut oddities = Oddity::ALL.to_vec();
    oddities.retain(|oddity| *oddity != Oddity::BadDaysSkipped);
    let patient = |worse| odd_patient(start(), Symptoms::Eight, &oddities, worse, 7);
    assert_eq!(patient(true), patient(true));
    let (stable, worse) = (patient(false), patient(true));
    assert!(stable.truth.is_empty());
    let onset = worse.truth[0].onset;
    assert!(worse.truth.iter().all(|worsening| worsening.onset == onset));
    let stays = |patient: &SimulatedPatient| -> Vec<(Day, u8)> {
        patient.ratings(&SymptomCode::Worry.into()).filter(|(day, _)| *day < onset).collect()
    };
    assert_eq!(stays(&stable), stays(&worse));
}

#[test]
fn favourite_numbers_are_most_of_what_such_a_patient_answers() {
    let share = |oddities: &[Oddity]| {
        let patient = odd_patient(start(), Symptoms::One, oddities, false, 3);
        let item = SymptomCode::Fatigue.into();
        let ratings: Vec<u8> = patient.ratings(&item).map(|(_, rating)| rating).collect();
        let favourite = ratings.iter().filter(|rating| [0, 3, 5, 8].contains(*rating)).count();
        favourite as f64 / ratings.len() as f64
    };
    assert!(share(&[Oddity::Favourites]) > 0.75);
    assert!(share(&[]) < 0.6);
}
