//! Every number that a prompt gives as its reason, found again in the diary table by a plain reading.
//!
//! What is read here is the table alone: no function of the core counts, averages or compares. The
//! sentences in French and English then have to tell these numbers, with their decimals, and no other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod line;
mod made_up;
mod plain;
mod sentence;

use std::collections::{BTreeMap, BTreeSet};

use line::{checked, lines, told};
use made_up::made_up;
use plain::read;
use sentence::{numbers, numbers_to_tell};
use serde_json::Value;
use vigie_e2e::real_diaries;
use vigie_journal::{Budget, Finding, Lang, RulePack, Words, say};

/// Checks every line of a replay. Returns how many lines each rule had.
fn check(table: &str, budget: Budget) -> BTreeMap<String, usize> {
    let people = read(table);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines(table, budget) {
        let at = || format!("{} on day {}: {}", line.patient, line.day, line.value);
        // With a budget a line stands for several reasons: those of the first come first.
        let most = line.items.len();
        let fewest = if matches!(budget, Budget::Raw) { most } else { most.min(1) };
        let person = &people[&line.patient];
        let found = (fewest..=most)
            .map(|n| checked(&line, &line.items[..n], &line.value["evidence"], person));
        let expected = found
            .reduce(|found, other| found.or(other))
            .unwrap()
            .unwrap_or_else(|wrong| panic!("{}: {wrong}", at()));
        if matches!(budget, Budget::Raw) {
            let finding: Finding = serde_json::from_value(line.value.clone()).unwrap();
            let tell = numbers_to_tell(&line, &expected);
            for lang in [Lang::Fr, Lang::En] {
                let sentence = say::reason(Words::of(lang), &finding, &RulePack::builtin().texts);
                assert_eq!(numbers(&sentence), tell, "{sentence} ({})", at());
                assert!(!sentence.contains("()") && !sentence.contains(": ."), "{sentence}");
                assert!(!sentence.contains('?'), "{sentence}");
            }
        }
        *seen.entry(line.rule).or_default() += 1;
    }
    seen
}

#[test]
fn every_number_of_every_reason_is_found_again_in_the_table_and_told_in_both_languages() {
    let table = made_up();
    let seen = check(&table, Budget::Raw);
    let rules = RulePack::builtin().rules.iter().map(|rule| rule.id.as_str());
    for rule in
        rules.chain(["severe", "two-ambers", "new-pain", "returned", "trend", "silence-no-entry"])
    {
        assert!(seen.contains_key(rule), "{rule} was not seen: {seen:?}");
    }
    let weekly = check(&table, Budget::Weekly);
    assert!(weekly.values().sum::<usize>() < seen.values().sum());
}

#[test]
fn a_trend_is_seen_against_earlier_cycles_and_against_earlier_days() {
    let table = made_up();
    let bases = |table: &str| {
        let trends = lines(table, Budget::Raw).into_iter().filter(|line| line.rule == "trend");
        trends.map(|line| told(&line.value["evidence"]).cycles).collect::<BTreeSet<_>>()
    };
    let with_cycles = bases(&table);
    assert!(with_cycles.contains(&Some(3)), "{with_cycles:?}");
    // The same people without a word on treatment.
    let rows = table.lines().filter(|row| !row.contains(",administration,"));
    let without: String = rows.flat_map(|row| [row, "\n"]).collect();
    assert_eq!(bases(&without), BTreeSet::from([None]));
    check(&without, Budget::Raw);
}

#[test]
fn a_wrong_number_of_any_rule_is_noticed() {
    let table = made_up();
    let people = read(&table);
    let mut tried: BTreeSet<(String, String)> = BTreeSet::new();
    for line in lines(&table, Budget::Raw) {
        let person = &people[&line.patient];
        for (field, value) in line.value["evidence"].as_object().unwrap() {
            let wrong: Value = match value {
                _ if field == "basis" => Value::Null,
                Value::Number(n) if n.is_u64() => (n.as_u64().unwrap() + 1).into(),
                Value::Number(n) => (n.as_f64().unwrap() + 0.05).into(),
                Value::String(date) if date.as_str() > "2025-03-03" => "2025-03-03".into(),
                _ => continue,
            };
            if *value == wrong || !tried.insert((line.rule.clone(), field.clone())) {
                continue;
            }
            let mut evidence = line.value["evidence"].clone();
            evidence[field] = wrong;
            assert!(
                checked(&line, &line.items, &evidence, person).is_err(),
                "{} {field}",
                line.rule
            );
        }
    }
    assert!(tried.len() > 100, "{}", tried.len());
}

#[test]
fn the_reasons_of_nine_real_people_are_found_again_in_their_diaries() {
    let Some(folder) = real_diaries() else { return };
    let table = std::fs::read_to_string(folder.join("pain-9-people-nrs.csv")).unwrap();
    for budget in [Budget::Raw, Budget::Weekly] {
        let seen = check(&table, budget);
        assert!(seen.contains_key("new-pain") && seen.contains_key("severe"), "{seen:?}");
    }
}
