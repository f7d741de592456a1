//! A replay is a law and not a guess: it sees only the past, and the same rows give the same bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use proptest::prelude::*;
use vigie_journal::{Alarm, Budget, Day, ReplayOptions, RulePack, cohort_rows, replay};

/// Chance that is the same on every machine (splitmix64, Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, these: &[T]) -> T {
        these[usize::try_from(self.below(these.len() as u64)).unwrap()]
    }
}

const RATED: [&str; 8] = [
    "fatigue",
    "nausea",
    "diarrhoea",
    "breathlessness",
    "vomiting",
    "pain:lower-back",
    "pain:hip-left",
    "own:goût de métal",
];
const SITES: [&str; 3] = ["lower-back", "ribs", "hip-left"];
const QUALITIES: [&str; 3] = ["band", "aching", "electric"];

/// The day to begin with: today's years, or an end of the days there are.
fn first_day(chance: &mut Chance) -> Day {
    let today = Day::from_ymd(2026, 1, 1).unwrap();
    match chance.below(10) {
        0 => Day::FIRST,
        1 => Day::from_ymd(2199, 12, 31).unwrap().plus(-i32::try_from(chance.below(20)).unwrap()),
        _ => today.plus(i32::try_from(chance.below(700)).unwrap()),
    }
}

fn rating(chance: &mut Chance) -> String {
    match chance.below(12) {
        0 => "skipped".to_owned(),
        1 => "too-unwell".to_owned(),
        n if n < 8 => chance.below(5).to_string(),
        _ => chance.below(11).to_string(),
    }
}

/// One thing said on a day, as the columns `item,value`.
fn said(chance: &mut Chance) -> String {
    match chance.below(20) {
        0 => format!("temperature,{}.{}", 33 + chance.below(9), chance.below(10)),
        1 => format!(
            "weight,{}",
            if chance.one_in(4) { 2 + chance.below(499) } else { 60 + chance.below(12) }
        ),
        2 => format!("performance,{}", chance.below(5)),
        3 => format!("tick:{},yes", chance.of(Alarm::ALL)),
        4 => "too-unwell,yes".to_owned(),
        5 => format!("administration,{}", chance.of(&["", "FOLFOX"])),
        6 => format!("treatment_change,{}", chance.of(&["", "dose"])),
        7 => format!("night:{},yes", chance.of(&SITES)),
        8 => format!("quality:{},{}", chance.of(&SITES), chance.of(&QUALITIES)),
        _ => format!("{},{}", chance.of(&RATED), rating(chance)),
    }
}

/// A diary of so many days as rows `date,item,value`, oldest first: gaps, days said twice, dates at
/// the ends of what there is. It stops early at the last day there is.
fn diary(seed: u64, days: u64) -> Vec<(Day, String)> {
    let mut chance = Chance(seed);
    let mut day = first_day(&mut chance);
    let mut rows = Vec::new();
    for _ in 0..days {
        for _ in 0..=chance.below(6) {
            let said = said(&mut chance);
            rows.push((day, said));
        }
        let gap = match chance.below(40) {
            0 => 40_000,
            1 => 400,
            2..=5 => i32::try_from(2 + chance.below(6)).unwrap(),
            _ => 1,
        };
        let next = day.plus(gap);
        if next == day {
            break;
        }
        day = next;
    }
    rows
}

fn table<'a>(people: impl IntoIterator<Item = (String, &'a [(Day, String)])>) -> String {
    let mut table = "patient,date,item,value\n".to_owned();
    for (id, rows) in people {
        for (day, said) in rows {
            table.push_str(&format!("{id},{day},{said}\n"));
        }
    }
    table
}

fn options(budget: Budget, daily: bool) -> ReplayOptions {
    ReplayOptions { daily, budget, threads: 1, ..ReplayOptions::default() }
}

fn lines(table: &str, options: &ReplayOptions) -> String {
    let mut out = Vec::new();
    replay(table.as_bytes(), options, &mut out, &mut |_| {}).unwrap();
    String::from_utf8(out).unwrap()
}

/// The lines without what they say of silences.
fn without_silences(lines: &str) -> Vec<serde_json::Value> {
    let silence = |rule: &serde_json::Value| rule.as_str().unwrap().starts_with("silence-");
    let told = lines.lines().filter_map(|line| {
        let mut line: serde_json::Value = serde_json::from_str(line).unwrap();
        if let Some(reasons) = line["reasons"].as_array_mut() {
            reasons.retain(|rule| !silence(rule));
            if reasons.is_empty() {
                return None;
            }
        }
        Some(line)
    });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_replay_of_any_diary_up_to_a_day_is_the_beginning_of_its_replay(
        seed: u64,
        days in 1u64..60,
        cut in 0.0..1.0_f64,
        raw: bool,
        daily: bool,
    ) {
        let rows = diary(seed, days);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = (rows.len() as f64 * cut) as usize;
        let until: Vec<_> = rows.iter().filter(|(day, _)| *day < rows[at].0).cloned().collect();
        let options = options(if raw { Budget::Raw } else { Budget::Weekly }, daily);
        let replay = |rows: &[(Day, String)]| lines(&table([("p".to_owned(), rows)]), &options);
        let (whole, part) = (replay(&rows), replay(&until));
        prop_assert!(whole.starts_with(&part), "up to {}:\n{whole}", rows[at].0);
    }

    #[test]
    fn the_rows_that_a_cohort_reads_are_watched_as_the_diary_is(seed: u64, days in 1u64..60) {
        let rows = diary(seed, days);
        let table = table([("p".to_owned(), rows.as_slice())]);
        let mut read = Vec::new();
        let report = cohort_rows(table.as_bytes(), &mut read, &mut |_| {}).unwrap();
        prop_assert_eq!((report.written, report.bad), (rows.len() as u64, Vec::new()));
        let options = options(Budget::Raw, true);
        let read = String::from_utf8(read).unwrap();
        prop_assert!(lines(&read, &options) == lines(&table, &options), "{table}\n{read}");
    }

    #[test]
    fn what_is_said_of_silences_takes_the_place_of_nothing_else(
        seed: u64,
        days in 1u64..60,
        raw: bool,
    ) {
        let rows = diary(seed, days);
        let table = table([("p".to_owned(), rows.as_slice())]);
        let with = options(if raw { Budget::Raw } else { Budget::Weekly }, true);
        let mut pack = RulePack::builtin().clone();
        pack.silence.days = u8::MAX.try_into().unwrap();
        let without = ReplayOptions { pack, ..with.clone() };
        let told = lines(&table, &with);
        let other = lines(&table, &without);
        prop_assert!(without_silences(&told) == without_silences(&other), "{table}\n{told}");
    }

    #[test]
    fn the_rows_of_a_day_in_any_order_and_any_number_of_threads_give_the_same_bytes(
        seed: u64,
        people in 1u64..12,
        raw: bool,
    ) {
        let options = options(if raw { Budget::Raw } else { Budget::Weekly }, true);
        let diaries: Vec<_> = (0..people).map(|n| diary(seed ^ n, 12)).collect();
        let ids = || (0..people).map(|n| format!("p{n:02}"));
        let whole = table(ids().zip(diaries.iter().map(Vec::as_slice)));
        let wanted = lines(&whole, &options);
        let mut chance = Chance(seed);
        let shuffled: Vec<Vec<(Day, String)>> = diaries
            .iter()
            .map(|rows| {
                let mut keyed: Vec<_> = rows.iter().map(|row| (row.0, chance.below(1 << 40), row)).collect();
                keyed.sort();
                keyed.into_iter().map(|(_, _, row)| row.clone()).collect()
            })
            .collect();
        let shuffled = table(ids().zip(shuffled.iter().map(Vec::as_slice)));
        for threads in [1, 2, 3, 8] {
            for sorted in [false, true] {
                let options = ReplayOptions { threads, sorted, ..options.clone() };
                prop_assert!(lines(&shuffled, &options) == wanted, "{threads} threads:\n{whole}");
            }
        }
    }
}

#[test]
fn of_two_weights_and_two_kinds_of_one_pain_on_a_day_the_order_of_the_rows_decides_nothing() {
    let replay = |rows: [&str; 4]| {
        let rows = rows.map(|row| format!("p,2026-01-20,{row}\n")).concat();
        let table = format!("patient,date,item,value\np,2026-01-01,weight,70\n{rows}");
        lines(&table, &options(Budget::Weekly, true))
    };
    let band = ["quality:lower-back,band", "quality:lower-back,aching"];
    let forth = replay([band[0], band[1], "weight,60", "weight,70"]);
    assert_eq!(replay([band[1], band[0], "weight,70", "weight,60"]), forth);
    assert!(forth.contains("\"weight\""), "the lighter one counts: {forth}");
}

#[test]
fn twenty_thousand_diaries_of_anything_at_all_are_replayed_to_their_end() {
    // Half of them with the weekly limit, half without.
    for (budget, seeds) in [(Budget::Weekly, 0..10_000), (Budget::Raw, 10_000..20_000)] {
        let diaries: Vec<_> =
            seeds.map(|seed| (format!("p{seed:05}"), diary(seed, 1 + seed % 12))).collect();
        let whole = table(diaries.iter().map(|(id, rows)| (id.clone(), rows.as_slice())));
        let options = ReplayOptions { threads: 2, ..options(budget, true) };
        let mut out = Vec::new();
        let report = replay(whole.as_bytes(), &options, &mut out, &mut |_| {}).unwrap();
        assert_eq!(report.patients, 10_000);
        let out = String::from_utf8(out).unwrap();
        for seen in [
            "\"silence-no-entry\"",
            "\"silence-too-unwell\"",
            "\"level\":\"now\"",
            "1900-01-01",
            "2199-12-31",
        ] {
            assert!(out.contains(seen), "{seen} is among them");
        }
    }
}
