//! The laws of rule packs, on random days and random packs: no `Now` is ever lost, and 'stricter' means what it says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use vigie_model::{
    Alarm, Answer, DailyEntry, Day, Height, Item, PainDetail, PainQuality, PerformanceStatus,
    Profile, Rating, SymptomCode, Temperature, TreatmentKind, TreatmentLine, Weight,
};
use vigie_watch::{
    Direction, Grade, PackDifference, PromptLevel, Rule, RuleChange, RulePack, SpinalSign, Watch,
    When,
};

const ITEMS: [SymptomCode; 2] = [SymptomCode::Breathlessness, SymptomCode::Vomiting];
const SITES: [&str; 3] = ["lower-back", "neck", "abdomen"];
/// Few, so that conditions meet days on which they hold.
const ALARMS: [Alarm; 4] = [Alarm::Shivering, Alarm::Fit, Alarm::LegWeakness, Alarm::ChestPain];
const SIGNS: [SpinalSign; 6] = [
    SpinalSign::Any,
    SpinalSign::ThisWeek,
    SpinalSign::New,
    SpinalSign::Growing,
    SpinalSign::AtNight,
    SpinalSign::Band,
];

fn start() -> Day {
    Day::from_ymd(2026, 1, 1).unwrap()
}

prop_compose! {
    fn entry()(
        gap in prop_oneof![4 => 1..4_i32, 1 => 10..40_i32],
        ticks in subsequence(&ALARMS[..], 0..3),
        temperature in prop::option::of(35_u8..40),
        items in prop::collection::vec((select(&ITEMS[..]), 3..=10_u8), 0..3),
        pains in prop::collection::vec((select(&SITES[..]), 1..=9_u8, any::<[bool; 2]>()), 0..3),
        state in prop::option::of(0..=4_u8),
        weight in prop::option::of(60..72_u8),
        [given, unwell] in any::<[bool; 2]>(),
    ) -> (i32, DailyEntry) {
        let rating = |value| Answer::Rated(Rating::new(value).unwrap());
        let mut entry = DailyEntry::new(start());
        entry.ticks.extend(ticks);
        entry.measures.temperature =
            temperature.map(|degrees| Temperature::parse(&format!("{degrees}.0")).unwrap());
        entry.measures.weight = weight.map(|kg| Weight::parse(&kg.to_string()).unwrap());
        for (item, value) in items {
            entry.answer(item.into(), rating(value));
        }
        for (site, value, [wakes_at_night, band]) in pains {
            let site = site.parse().unwrap();
            entry.answer(Item::Pain(site), rating(value));
            let quality = band.then_some(PainQuality::Band);
            entry.pains.insert(site, PainDetail { wakes_at_night, quality });
        }
        entry.state = state.map(|state| PerformanceStatus::new(state).unwrap());
        entry.administration = given.then_some(None);
        entry.too_unwell = unwell;
        (gap, entry)
    }
}

fn entries() -> impl Strategy<Value = Vec<DailyEntry>> {
    prop::collection::vec(entry(), 1..25).prop_map(|entries| {
        let mut day = start();
        let on = |(gap, entry): (i32, DailyEntry)| {
            day = day.plus(gap);
            DailyEntry { day, ..entry }
        };
        entries.into_iter().map(on).collect()
    })
}

fn profiles() -> impl Strategy<Value = Profile> {
    let kinds = select(&[TreatmentKind::Chemotherapy, TreatmentKind::Immunotherapy][..]);
    (prop::option::of((kinds, 0..100_i32)), any::<bool>()).prop_map(|(line, known)| {
        let treatments = line.map(|(kind, ago)| TreatmentLine {
            stopped: Some(start().plus(10 - ago)),
            ..TreatmentLine::new(kind)
        });
        let height = known.then(|| Height::parse("180").unwrap());
        Profile { treatments: treatments.into_iter().collect(), height, ..Profile::default() }
    })
}

fn leaf() -> impl Strategy<Value = When> {
    let days = select(&[3, 7, 14, 30, 60][..]);
    let item = select(&ITEMS[..]);
    let sign = select(&SIGNS[..]);
    prop_oneof![
        3 => subsequence(&ALARMS[..], 1..4).prop_map(When::Ticked),
        1 => (36..40_u8).prop_map(|limit| When::TemperatureAtLeast(limit.into())),
        1 => (35..38_u8).prop_map(|limit| When::TemperatureBelow(limit.into())),
        1 => (days.clone(), days.clone()).prop_map(|(within_days, immunotherapy_within_days)| {
            When::Treated { within_days, immunotherapy_within_days }
        }),
        1 => days.clone().prop_map(|within_days| When::Immunotherapy { within_days }),
        1 => (item.clone(), 3..=9_u8).prop_map(|(item, at_least)| When::Rated { item, at_least }),
        2 => (item, 3..=9_u8, 1..6_usize).prop_map(|(item, at_least, reports)| {
            When::NewlyRated { item, at_least, reports }
        }),
        1 => (1..=9_u8).prop_map(|at_least| {
            When::PainIn { regions: vec!["abdomen".into(), "neck".into()], at_least }
        }),
        3 => (sign, 1..=7_u8).prop_map(|(sign, at_least)| When::SpinalPain { sign, at_least }),
        1 => Just(When::TooUnwell),
        1 => (1..=4_u8).prop_map(When::StateAtLeast),
        2 => (1..=3_u8, days.clone()).prop_map(|(steps, within_days)| {
            When::StateDropped { steps, within_days }
        }),
        2 => (1..=4_u8, days.clone()).prop_map(|(at_least, within_days)| {
            When::StateNewly { at_least, within_days }
        }),
        1 => (1..=9_u8, days, prop::option::of(18..22_u8)).prop_map(|(percent, within_days, bmi)| {
            When::WeightLost { percent: percent.into(), within_days, bmi_below: bmi.map(Into::into) }
        }),
    ]
}

fn condition() -> impl Strategy<Value = When> {
    leaf().prop_recursive(2, 8, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![parts().prop_map(When::All), parts().prop_map(When::Any)]
    })
}

/// How one condition is made into another.
#[derive(Debug, Clone)]
enum Change {
    /// Numbers and lists, each its own way.
    Numbers(Vec<i8>),
    And(When),
    Or(When),
    Instead(When),
    /// One of its parts alone.
    Part(Index),
    /// A part taken out.
    Without(Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => prop::collection::vec(-1..=1_i8, 16).prop_map(Change::Numbers),
        1 => leaf().prop_map(Change::And),
        1 => leaf().prop_map(Change::Or),
        2 => leaf().prop_map(Change::Instead),
        1 => any::<Index>().prop_map(Change::Part),
        1 => any::<Index>().prop_map(Change::Without),
    ]
}

impl Change {
    fn of(&self, when: &When) -> When {
        let mut when = when.clone();
        match (self, &mut when) {
            (Self::Numbers(by), when) => {
                let mut by = by.iter().copied().cycle();
                shift(when, &mut || by.next().unwrap());
            }
            (Self::And(other), when) => return When::All(vec![when.clone(), other.clone()]),
            (Self::Or(other), when) => return When::Any(vec![other.clone(), when.clone()]),
            (Self::Instead(other), _) => return other.clone(),
            (Self::Part(at), When::All(parts) | When::Any(parts)) => {
                return parts[at.index(parts.len())].clone();
            }
            (Self::Without(at), When::All(parts) | When::Any(parts)) if parts.len() > 1 => {
                parts.remove(at.index(parts.len()));
            }
            _ => {}
        }
        when
    }
}

/// Moves every number of a condition, and makes its lists longer or shorter.
fn shift(when: &mut When, by: &mut impl FnMut() -> i8) {
    fn rating(value: &mut u8, by: i8) {
        *value = value.saturating_add_signed(by).clamp(1, 10);
    }
    fn days(value: &mut i32, by: i8) {
        *value = (*value + i32::from(by) * 7).max(1);
    }
    match when {
        When::All(parts) | When::Any(parts) => parts.iter_mut().for_each(|part| shift(part, by)),
        When::Ticked(alarms) => match by() {
            -1 if alarms.len() > 1 => drop(alarms.pop()),
            0 => {}
            _ => alarms.extend(ALARMS.first()),
        },
        When::TemperatureAtLeast(limit) | When::TemperatureBelow(limit) => {
            *limit += f64::from(by())
        }
        When::Treated { within_days, immunotherapy_within_days } => {
            days(within_days, by());
            days(immunotherapy_within_days, by());
        }
        When::Immunotherapy { within_days } => days(within_days, by()),
        When::Rated { at_least, .. } => rating(at_least, by()),
        When::PainIn { at_least, regions } => {
            rating(at_least, by());
            if by() < 0 && regions.len() > 1 {
                regions.pop();
            }
        }
        When::NewlyRated { at_least, reports, .. } => {
            rating(at_least, by());
            *reports = reports.saturating_add_signed(by().into()).max(1);
        }
        When::SpinalPain { at_least, sign } => {
            rating(at_least, by());
            match by() {
                1 => *sign = SpinalSign::Any,
                -1 => *sign = SpinalSign::ThisWeek,
                _ => {}
            }
        }
        When::TooUnwell => {}
        When::StateAtLeast(least) => *least = least.saturating_add_signed(by()).clamp(1, 4),
        When::StateDropped { steps: value, within_days }
        | When::StateNewly { at_least: value, within_days } => {
            *value = value.saturating_add_signed(by()).clamp(1, 4);
            days(within_days, by());
        }
        When::WeightLost { percent, within_days, bmi_below } => {
            *percent = (*percent + f64::from(by())).max(1.0);
            days(within_days, by());
            match (by(), bmi_below) {
                (1, bmi) => *bmi = None,
                (by, Some(bmi)) => *bmi += f64::from(by),
                _ => {}
            }
        }
    }
}

/// The days on which a rule of a pack speaks at a level, when every day's findings are said and dealt with.
fn spoken(
    pack: &RulePack,
    level: PromptLevel,
    profile: &Profile,
    entries: &[DailyEntry],
) -> Vec<Day> {
    let mut watch = Watch::new(pack, profile);
    let mut days = Vec::new();
    for entry in entries {
        let findings = watch.read(entry).findings;
        if findings.iter().any(|finding| finding.level == level && !is_the_watchs(&finding.rule)) {
            days.push(entry.day);
        }
        watch.said(&findings, entry.day);
        watch.resolved(&findings, entry.day);
    }
    days
}

fn is_the_watchs(rule: &str) -> bool {
    let own = ["severe", "trend", "new-pain", "returned", "two-ambers"];
    own.contains(&rule) || rule.starts_with("silence-")
}

/// A pack of one rule.
fn alone(when: When) -> RulePack {
    let rule = Rule {
        id: "fit".to_owned(),
        level: PromptLevel::Now,
        grade: Grade::Red,
        again_after_days: 1,
        source: "Here".to_owned(),
        when,
    };
    RulePack { rules: vec![rule], ..RulePack::builtin().clone() }
}

/// The first days on which the one speaks and the other does not.
fn beyond(one: &[Day], other: &[Day]) -> Vec<Day> {
    one.iter().copied().filter(|day| !other.contains(day)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_called_stricter_speaks_on_every_day_on_which_it_spoke(
        before in condition(),
        changes in prop::collection::vec(change(), 1..3),
        profile in profiles(),
        entries in entries(),
    ) {
        let after = changes.iter().fold(before.clone(), |when, change| change.of(&when));
        let (before, after) = (alone(before), alone(after));
        let difference = PackDifference::between(&before, &after);
        let days = |pack| spoken(pack, PromptLevel::Now, &profile, &entries);
        let (was, is) = (days(&before), days(&after));
        match difference.rules.first() {
            Some(RuleChange::Changed { direction: Direction::Stricter, .. }) => {
                prop_assert_eq!(beyond(&was, &is), Vec::<Day>::new());
            }
            Some(RuleChange::Changed { direction: Direction::Looser, .. }) => {
                prop_assert_eq!(beyond(&is, &was), Vec::<Day>::new());
            }
            _ => {}
        }
    }

    #[test]
    fn whenever_the_built_in_rules_say_now_an_accepted_pack_says_now_too(
        which in prop::collection::vec((any::<Index>(), change()), 0..3),
        gone in prop::option::weighted(0.2, any::<Index>()),
        profile in profiles(),
        entries in entries(),
    ) {
        let mut pack = RulePack::builtin().clone();
        pack.rules.retain(|rule| rule.level == PromptLevel::Now);
        for (at, change) in &which {
            let n = pack.rules.len();
            let rule = &mut pack.rules[at.index(n)];
            rule.when = change.of(&rule.when);
        }
        if let Some(gone) = gone {
            pack.rules.remove(gone.index(pack.rules.len()));
        }
        if pack.check().is_ok() {
            let now = |pack| spoken(pack, PromptLevel::Now, &profile, &entries);
            let lost = beyond(&now(RulePack::builtin()), &now(&pack));
            prop_assert_eq!(lost, Vec::<Day>::new());
        }
    }
}
