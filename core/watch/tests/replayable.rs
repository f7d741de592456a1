//! The watch sees only the past: the replay of a prefix is a prefix of the replay.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use proptest::prelude::*;
use vigie_model::{DailyEntry, Day, Profile};
use vigie_simulator::{PatientSpec, Shape, Symptoms, cohort};
use vigie_watch::{Budget, DailyScore, Finding, RulePack, Watch};

fn replay(days: &[DailyEntry], budget: Budget) -> Vec<(Day, Vec<Finding>, Vec<DailyScore>)> {
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    days.iter()
        .map(|today| {
            let reading = watch.read(today);
            let said = watch.decide(reading.findings, budget, today.day);
            watch.said(&said, today.day);
            watch.resolved(&said, today.day);
            (today.day, said, reading.scores)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_replay_of_a_prefix_is_a_prefix_of_the_replay(
        seed in 0u64..1_000_000,
        cut in 0usize..200,
        raw: bool,
    ) {
        let start = Day::from_ymd(2025, 3, 1).unwrap();
        let spec = PatientSpec::worsening(start, Symptoms::Eight, Shape::Step { by: 3.0 });
        let patient = cohort(&spec, [seed]).next().unwrap();
        let days: Vec<DailyEntry> = DailyEntry::days(&patient.entries).into_values().collect();
        let cut = cut.min(days.len());
        let budget = if raw { Budget::Raw } else { Budget::Weekly };
        let whole = replay(&days, budget);
        let part = replay(&days[..cut], budget);
        prop_assert_eq!(&whole[..cut], part.as_slice());
        prop_assert!(whole.iter().any(|(_, said, _)| !said.is_empty()), "something is seen");
    }
}
