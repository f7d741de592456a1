//! The rule table, row by row: `channel-1.md` says in words what a person says and what the watch must say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod table;

use std::collections::BTreeSet;
use std::num::NonZeroU8;

use serde_json::Value;
use table::Row;
use vigie_model::{Answer, DailyEntry, Day, Item, Profile, Rating};
use vigie_watch::{Budget, Channel, Finding, PromptLevel, RulePack, Watch};

/// The built-in rules with the trend detector kept silent and silences not told, so that only the plain rules are seen.
fn plain() -> RulePack {
    let mut pack = RulePack::builtin().clone();
    pack.trend.threshold = f64::INFINITY;
    pack.silence.days = NonZeroU8::MAX;
    pack
}

/// Plays the rows that stand under these headings.
fn hold(sections: &[&str]) {
    let pack = plain();
    let rows: Vec<Row> =
        table::rows().into_iter().filter(|row| sections.contains(&row.section.as_str())).collect();
    for section in sections {
        assert!(rows.iter().any(|row| row.section == *section), "no row of {section}");
    }
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, row.played(&pack)))
        .filter(|(row, said)| row.said != *said)
        .map(|(row, said)| {
            let text = table::TABLE.lines().nth(row.line - 1).unwrap();
            format!("line {} ({}): {text}\n  said: {}", row.line, row.section, said.join("; "))
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_row_of_the_table_holds() {
    let rows = table::rows();
    let sections: BTreeSet<&str> = rows.iter().map(|row| row.section.as_str()).collect();
    hold(&sections.into_iter().collect::<Vec<_>>());
}

/// The names of every rule: those of channel 1, and what stands beside them.
fn every_rule() -> Vec<String> {
    let rules = RulePack::builtin().rules.iter().map(|rule| rule.id.clone());
    rules.chain(["severe", "two-ambers", "new-pain", "returned"].map(str::to_owned)).collect()
}

#[test]
fn every_rule_has_rows_of_its_own_on_which_it_speaks_and_rows_on_which_it_does_not() {
    let rows = table::rows();
    for rule in every_rule() {
        let own: Vec<&Row> = rows.iter().filter(|row| row.section == rule).collect();
        let speaks = own.iter().filter(|row| row.rules().any(|said| said == rule)).count();
        assert!(speaks > 0, "{rule} has no row on which it speaks");
        assert!(own.len() > speaks, "{rule} has no row on which it is silent");
    }
}

#[test]
fn no_row_tells_of_a_rule_that_is_not_there_or_stands_under_no_rule() {
    let rules = every_rule();
    let rows = table::rows();
    for row in &rows {
        for said in row.rules() {
            assert!(rules.iter().any(|rule| rule == said), "line {}: {said}", row.line);
        }
        let known = rules.contains(&row.section) || row.section == "the order of levels";
        assert!(known, "line {}: {}", row.line, row.section);
    }
}

/// Every pack that differs from the built-in one in a single number, sign, place, alternative or
/// grade of its plain rules, with a word on where.
fn changed_packs() -> Vec<(String, RulePack)> {
    fn changes(value: &Value, path: &str, out: &mut Vec<(String, Value)>) {
        match value {
            Value::Number(number) => {
                let steps: [Value; 2] = match number.as_i64() {
                    Some(n) => [(n - 1).into(), (n + 1).into()],
                    None => {
                        let n = number.as_f64().unwrap();
                        [(n - 0.1).into(), (n + 0.1).into()]
                    }
                };
                for step in steps {
                    out.push((format!("{path}: {number} to {step}"), step));
                }
            }
            Value::Array(all) => {
                for (i, one) in all.iter().enumerate() {
                    if all.len() > 1 {
                        let mut fewer = all.clone();
                        fewer.remove(i);
                        out.push((format!("{path}: without {one}"), fewer.into()));
                    }
                    let mut inner = Vec::new();
                    changes(one, path, &mut inner);
                    for (path, one) in inner {
                        let mut changed = all.clone();
                        changed[i] = one;
                        out.push((path, changed.into()));
                    }
                }
            }
            Value::Object(fields) => {
                for (name, one) in fields {
                    if name == "again-after-days" && *one == 1 {
                        // Every day it holds: no day is earlier than that, a later one is.
                        let mut changed = fields.clone();
                        changed.insert(name.clone(), 2.into());
                        out.push((format!("{path} {name}: 1 to 2"), changed.into()));
                        continue;
                    }
                    let mut inner = Vec::new();
                    if name == "grade" && fields["level"] != "now" {
                        let others = ["red", "amber", "none"].map(Value::from);
                        for other in others.into_iter().filter(|other| other != one) {
                            inner.push((format!("{path} grade: {one} to {other}"), other));
                        }
                    } else if name == "level" {
                        let others = ["now", "today", "mention"].map(Value::from);
                        for other in others.into_iter().filter(|other| other != one) {
                            inner.push((format!("{path} level: {one} to {other}"), other));
                        }
                    }
                    changes(one, &format!("{path} {name}"), &mut inner);
                    for (path, one) in inner {
                        let mut changed = fields.clone();
                        changed.insert(name.clone(), one);
                        out.push((path, changed.into()));
                    }
                }
            }
            _ => {}
        }
    }

    let whole = serde_json::to_value(RulePack::builtin()).unwrap();
    let mut all = Vec::new();
    for (i, rule) in whole["rules"].as_array().unwrap().iter().enumerate() {
        let mut found = Vec::new();
        changes(rule, rule["id"].as_str().unwrap(), &mut found);
        all.extend(found.into_iter().map(|(path, rule)| {
            let mut pack = whole.clone();
            pack["rules"][i] = rule;
            (path, pack)
        }));
    }
    for part in ["severe", "new-pain", "returned"] {
        let mut found = Vec::new();
        changes(&whole[part], part, &mut found);
        all.extend(found.into_iter().map(|(path, changed)| {
            let mut pack = whole.clone();
            pack[part] = changed;
            (path, pack)
        }));
    }
    all.into_iter()
        .map(|(path, pack)| {
            let mut pack = RulePack::parse(&pack.to_string()).expect(&path);
            pack.trend.threshold = f64::INFINITY;
            (path, pack)
        })
        .collect()
}

#[test]
fn no_number_sign_place_or_grade_of_the_rules_can_change_without_a_row_that_notices() {
    let rows = table::rows();
    let packs = changed_packs();
    assert!(packs.len() > 150, "{}", packs.len());
    let unnoticed: Vec<&str> = packs
        .iter()
        .filter(|(_, pack)| rows.iter().all(|row| row.played(pack) == row.said))
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(unnoticed.is_empty(), "{} of {}: {unnoticed:#?}", unnoticed.len(), packs.len());
}

#[test]
fn fever_speaks_from_38_degrees_while_on_treatment_or_when_nothing_is_known_of_it() {
    hold(&["fever"]);
}

#[test]
fn fever_with_another_sign_means_now() {
    hold(&["fever-with"]);
}

#[test]
fn spinal_pain_of_this_week_with_a_nerve_sign_means_now() {
    hold(&["cord-signs"]);
}

#[test]
fn breath_bleeding_brain_and_dark_thoughts_mean_now() {
    hold(&["breath", "bleeding", "brain", "dark-thoughts"]);
}

#[test]
fn two_ambers_on_one_day_are_as_a_red() {
    hold(&["two-ambers"]);
}

fn day(n: i32) -> Day {
    Day::from_ymd(2026, 1, 1).unwrap().plus(n)
}

/// One day with these ratings.
fn rated(n: i32, said: &[(&str, u8)]) -> DailyEntry {
    let mut entry = DailyEntry::new(day(n));
    for (item, rating) in said {
        entry.answer(item.parse().unwrap(), Answer::Rated(Rating::new(*rating).unwrap()));
    }
    entry
}

#[test]
fn a_severe_symptom_is_not_said_again_while_its_prompt_is_open() {
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    let first = watch.read(&rated(0, &[("sleep", 8)])).findings;
    watch.said(&first, day(0));
    for n in 1..10 {
        assert!(watch.read(&rated(n, &[("sleep", 8)])).findings.is_empty(), "day {n}");
    }
}

#[test]
fn trend_prompts_come_at_most_once_a_week_unless_a_level_rises_and_flags_always() {
    let profile = Profile::default();
    let pack = plain();
    let mut watch = Watch::new(&pack, &profile);
    let quiet = |n| rated(n, &[("nausea", 0), ("cough", 0), ("sleep", 0)]);
    (0..14).for_each(|n| drop(watch.read(&quiet(n))));
    let mut said = Vec::new();
    for n in 14..30 {
        // Nausea comes back first, cough three days later; a flag in between.
        let cough = if n >= 17 { 3 } else { 0 };
        let diarrhoea = if n == 20 { 5 } else { 0 };
        let today = rated(n, &[("nausea", 3), ("cough", cough), ("diarrhoea", diarrhoea)]);
        let findings = watch.read(&today).findings;
        let findings = watch.decide(findings, Budget::Weekly, day(n));
        watch.said(&findings, day(n));
        watch.resolved(&findings, day(n));
        said.extend(findings.into_iter().map(|finding| (n, finding.rule)));
    }
    let flags: Vec<i32> = said.iter().filter(|(_, rule)| rule == "gut").map(|(n, _)| *n).collect();
    assert_eq!(flags, [20]);
    // A trend may ride along with a flag; alone it waits for its week.
    let alone: Vec<i32> = said
        .iter()
        .filter(|(n, rule)| rule == "returned" && !flags.contains(n))
        .map(|(n, _)| *n)
        .collect();
    assert_eq!(alone[0], 16);
    assert!(alone.windows(2).all(|pair| pair[1] - pair[0] >= 7), "{said:?}");
}

#[test]
fn of_several_trend_prompts_on_a_day_the_most_urgent_counts_for_the_week() {
    let profile = Profile::default();
    let pack = RulePack::builtin();
    let mut watch = Watch::new(pack, &profile);
    // Nausea comes back after two quiet weeks.
    let days = (0..17).map(|n| rated(n, &[("nausea", if n < 14 { 0 } else { 6 })]));
    let findings: Vec<Finding> = days.flat_map(|day| watch.read(&day).findings).collect();
    let trend = |level| Finding {
        level,
        ..findings.iter().find(|finding| finding.channel == Channel::Trend).unwrap().clone()
    };
    let today = day(20);
    let (urgent, other) = (trend(PromptLevel::Today), trend(PromptLevel::Mention));
    // A second sitting of the day said less than the first: the third repeats nothing of it.
    watch.said(std::slice::from_ref(&urgent), today);
    watch.said(&[other], today);
    assert_eq!(watch.decide(vec![urgent.clone()], Budget::Weekly, today), []);
    assert_eq!(watch.decide(vec![urgent.clone()], Budget::Weekly, today.plus(6)), []);
    assert_eq!(watch.decide(vec![urgent.clone()], Budget::Weekly, today.plus(7)), [urgent]);
}

#[test]
fn a_skipped_or_too_unwell_answer_never_fires_a_rating_rule() {
    let pack = plain();
    for answer in [Answer::Skipped, Answer::TooUnwell] {
        let mut silent = DailyEntry::new(day(0));
        for item in ["diarrhoea", "pain:lower-back", "breathlessness", "vomiting", "sleep"] {
            silent.answers.insert(item.parse::<Item>().unwrap(), answer);
        }
        let profile = Profile::default();
        assert!(Watch::new(&pack, &profile).read(&silent).findings.is_empty());
    }
}
