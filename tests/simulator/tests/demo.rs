//! The demo tells the same story whatever the day.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in its helpers"
)]

use vigie_model::{Answer, DailyEntry, Day, Item, SymptomCode};
use vigie_simulator::{DEMO_TREATMENT, Shape, demo_list, demo_pain, demo_patient, demo_today};

/// Ordinary days, New Year, and both sides of 29 February.
const TODAYS: [&str; 8] = [
    "2026-11-23",
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
    "2024-02-29",
    "2024-03-01",
    "2024-04-15",
    "2025-03-01",
];

/// Runs a check for each of the days, with the diary of ten weeks before it.
fn for_each_today(check: impl Fn(Day, &[DailyEntry])) {
    for today in TODAYS {
        let today = today.parse().unwrap();
        check(today, &demo_patient(today).entries);
    }
}

fn rating(entry: &DailyEntry, item: &Item) -> Option<u8> {
    entry.answers.get(item)?.rating()
}

fn fatigue() -> Item {
    SymptomCode::Fatigue.into()
}

#[test]
fn the_story_is_the_same_on_every_day_it_is_told() {
    let told = |today: &str| {
        let today: Day = today.parse().unwrap();
        let mut patient = demo_patient(today);
        let ago = |day: Day| "2026-11-23".parse::<Day>().unwrap().plus(day.since(today));
        patient.entries.iter_mut().for_each(|e| e.day = ago(e.day));
        patient.truth.iter_mut().for_each(|w| w.onset = ago(w.onset));
        patient.administrations.iter_mut().for_each(|d| *d = ago(*d));
        patient
    };
    for today in TODAYS {
        assert_eq!(told(today), demo_patient("2026-11-23".parse().unwrap()));
    }
}

#[test]
fn it_covers_ten_weeks_with_some_days_missing() {
    for_each_today(|today, entries| {
        assert_eq!(entries[0].day, today.plus(-70));
        assert_eq!(entries.last().unwrap().day, today.plus(-1));
        assert!((55..=62).contains(&entries.len()), "{}", entries.len());
        for entry in entries {
            entry.validate(today.plus(-1)).unwrap();
            assert_eq!((&entry.note, &entry.question), (&None, &None));
        }
    });
}

#[test]
fn four_administrations_are_logged_and_one_cycle_is_late() {
    for_each_today(|today, entries| {
        let given: Vec<&DailyEntry> =
            entries.iter().filter(|e| e.administration.is_some()).collect();
        let days: Vec<Day> = given.iter().map(|e| e.day).collect();
        let ago = [70, 49, 25, 4].map(|days| today.plus(-days));
        assert_eq!(days, ago);
        assert_eq!(demo_patient(today).administrations, ago);
        for entry in given {
            let name = entry.administration.clone().flatten().unwrap();
            assert_eq!(name.as_str(), DEMO_TREATMENT);
        }
    });
}

#[test]
fn one_day_is_too_unwell_and_a_few_answers_are_skipped() {
    for_each_today(|_, entries| {
        let unwell: Vec<_> = entries.iter().filter(|e| e.too_unwell).collect();
        assert_eq!(unwell.len(), 1);
        assert!(unwell[0].answers.values().all(|a| *a == Answer::TooUnwell));
        let answers = entries.iter().flat_map(|e| e.answers.values());
        assert_eq!(answers.filter(|a| **a == Answer::Skipped).count(), 5);
        for entry in entries {
            assert!(demo_list().iter().all(|item| entry.answers.contains_key(item)));
        }
    });
}

#[test]
fn temperature_and_weight_are_taken_now_and_then_and_alarm_nobody() {
    for_each_today(|_, entries| {
        let temperatures: Vec<f64> =
            entries.iter().filter_map(|e| Some(e.measures.temperature?.get())).collect();
        assert_eq!(temperatures.len(), 6);
        assert!(temperatures.iter().all(|t| (36.0..38.0).contains(t)));
        let weights: Vec<f64> =
            entries.iter().filter_map(|e| Some(e.measures.weight?.get())).collect();
        assert_eq!(weights.len(), 5);
        assert!(weights[4] / weights[0] > 0.95);
        assert!(entries.iter().all(|e| e.ticks.is_empty()));
    });
}

#[test]
fn fatigue_ends_clearly_worse_than_on_the_same_days_of_earlier_cycles() {
    for_each_today(|today, entries| {
        let given = demo_patient(today).administrations;
        let cycle_day = |day: Day| {
            let latest = given.iter().rev().find(|g| **g <= day).unwrap();
            day.since(*latest)
        };
        let mut rises = Vec::new();
        for late in entries.iter().filter(|e| today.since(e.day) <= 12) {
            let same_days = entries
                .iter()
                .filter(|e| today.since(e.day) > 12 && cycle_day(e.day) == cycle_day(late.day));
            let before: Vec<f64> =
                same_days.filter_map(|e| rating(e, &fatigue())).map(f64::from).collect();
            if let (Some(now), false) = (rating(late, &fatigue()), before.is_empty()) {
                rises.push(f64::from(now) - before.iter().sum::<f64>() / before.len() as f64);
            }
        }
        assert!(rises.len() >= 9, "{}", rises.len());
        let rise = rises.iter().sum::<f64>() / rises.len() as f64;
        assert!(rise > 1.4, "{rise}");
        let worst = entries.iter().filter_map(|e| rating(e, &fatigue())).max();
        assert_eq!(worst, Some(6), "today's 7 is the first");
    });
}

#[test]
fn nothing_but_fatigue_rates_seven_or_more_either() {
    for_each_today(|_, entries| {
        let ratings = entries.iter().flat_map(|e| e.answers.values());
        assert!(ratings.filter_map(|a| a.rating()).all(|rating| rating < 7));
    });
}

#[test]
fn a_back_pain_appears_in_the_last_six_days_and_lets_them_sleep() {
    let pain = demo_pain().unwrap();
    assert_eq!(pain.to_string(), "pain:lower-back");
    for_each_today(|today, entries| {
        for entry in entries {
            let new = today.since(entry.day) <= 6;
            assert_eq!(rating(entry, &pain).is_some_and(|r| (2..=5).contains(&r)), new);
            assert_eq!(entry.answers.contains_key(&pain), new);
            assert_eq!(entry.pains.contains_key(&pain.site().unwrap()), new);
            assert!(entry.pains.values().all(|detail| !detail.wakes_at_night));
        }
    });
}

#[test]
fn the_general_state_goes_from_one_to_two() {
    for_each_today(|today, entries| {
        for entry in entries {
            let state = if today.since(entry.day) <= 10 { 2 } else { 1 };
            let said = entry.state.map(|s| s.get());
            assert_eq!(said, (!entry.too_unwell).then_some(state));
        }
    });
}

#[test]
fn the_truth_names_the_fatigue_and_the_pain() {
    for_each_today(|today, _| {
        let truth = demo_patient(today).truth;
        let facts: Vec<(String, i32)> =
            truth.iter().map(|w| (w.item.to_string(), today.since(w.onset))).collect();
        let expected = [("fatigue".to_owned(), 12), ("pain:lower-back".to_owned(), 6)];
        assert_eq!(facts, expected);
        assert!(matches!(truth[1].shape, Shape::New { .. }));
    });
}

#[test]
fn today_there_is_a_reason_to_call() {
    for_each_today(|today, _| {
        let entry = demo_today(today);
        entry.validate(today).unwrap();
        assert_eq!(rating(&entry, &fatigue()), Some(7));
        let pain = demo_pain().unwrap();
        assert_eq!(rating(&entry, &pain), Some(5));
        assert!(entry.pains[&pain.site().unwrap()].wakes_at_night);
        assert_eq!(entry.state.map(|s| s.get()), Some(2));
        assert!(demo_list().iter().all(|item| entry.answers.contains_key(item)));
        assert_eq!((&entry.note, &entry.question), (&None, &None));
    });
}
