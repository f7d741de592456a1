//! What makes a pack acceptable: each refusal. The law behind it is in `never_silenced.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeMap;

use vigie_model::{Answer, DailyEntry, Day, Profile, Rating};
use vigie_watch::{Grade, PackError, PromptLevel, Rule, RulePack, Watch, When};

fn pack(change: impl FnOnce(&mut RulePack)) -> RulePack {
    let mut pack = RulePack::builtin().clone();
    "hopital".clone_into(&mut pack.name);
    change(&mut pack);
    pack
}

fn rule<'a>(pack: &'a mut RulePack, id: &str) -> &'a mut Rule {
    pack.rules.iter_mut().find(|rule| rule.id == id).unwrap()
}

fn own_rule(id: &str) -> Rule {
    Rule {
        id: id.to_owned(),
        level: PromptLevel::Today,
        grade: Grade::Amber,
        again_after_days: 1,
        source: "Our ward".to_owned(),
        when: When::TooUnwell,
    }
}

fn texts(langs: &[&str]) -> BTreeMap<String, String> {
    langs.iter().map(|lang| ((*lang).to_owned(), "Une phrase.".to_owned())).collect()
}

fn out_of_range(change: impl FnOnce(&mut RulePack)) -> (String, &'static str) {
    match pack(change).check() {
        Err(PackError::OutOfRange { of, field }) => (of, field),
        other => panic!("{other:?}"),
    }
}

fn silences(change: impl FnOnce(&mut RulePack)) -> String {
    match pack(change).check() {
        Err(PackError::Silences { rule }) => rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_built_in_rules_under_another_name_are_acceptable() {
    assert_eq!(pack(|_| ()).check(), Ok(()));
    assert_eq!(RulePack::builtin().check(), Ok(()));
}

#[test]
fn two_rules_of_one_name_and_the_watchs_own_names_are_refused() {
    for id in ["fever", "trend", "severe", "two-ambers", "silence-no-entry", "breath-ticked"] {
        let taken = pack(|pack| pack.rules.push(own_rule(id))).check();
        assert_eq!(taken, Err(PackError::NameTaken { rule: id.to_owned() }));
    }
}

#[test]
fn a_rule_of_its_own_needs_a_sentence_in_every_language_the_pack_claims() {
    let with = |langs: &[&str], claimed: &[&str]| {
        pack(|pack| {
            pack.rules.push(own_rule("of-ours"));
            pack.texts.insert("of-ours".to_owned(), texts(langs));
            pack.languages = claimed.iter().map(|lang| (*lang).to_owned()).collect();
        })
        .check()
    };
    let missing = |lang: &str| {
        Err(PackError::MissingText { rule: "of-ours".to_owned(), lang: lang.to_owned() })
    };
    assert_eq!(with(&["fr", "en"], &["fr", "en"]), Ok(()));
    assert_eq!(with(&["fr"], &["fr"]), Ok(()));
    assert_eq!(with(&["fr"], &["fr", "en"]), missing("en"));
    assert_eq!(with(&["en"], &["fr", "en"]), missing("fr"));
    assert_eq!(with(&[], &["fr"]), missing("fr"));
}

#[test]
fn a_number_a_name_or_a_text_that_no_rule_can_have_is_refused_and_named() {
    type Change = fn(&mut RulePack);
    let cases: &[(Change, &str, &str)] = &[
        (|p| p.severe.at_least = 11, "hopital", "severe-at-least"),
        (|p| p.severe.at_least = 0, "hopital", "severe-at-least"),
        (|p| p.trend.threshold = f64::INFINITY, "hopital", "trend-threshold"),
        (|p| p.trend.threshold = f64::NAN, "hopital", "trend-threshold"),
        (|p| p.trend.threshold_per_series = -0.1, "hopital", "trend-threshold-per-series"),
        (|p| p.trend.named_from = f64::NAN, "hopital", "trend-named-from"),
        (|p| p.trend.adds_from = -1.0, "hopital", "trend-adds-from"),
        (|p| p.trend.adds_from = p.trend.threshold, "hopital", "trend-adds-from"),
        (|p| p.silence.days = 15.try_into().unwrap(), "hopital", "silence-days"),
        (|p| p.silence.source.clear(), "hopital", "source"),
        (|p| p.new_pain.within_days = 0, "hopital", "new-pain-within-days"),
        (|p| p.returned.reports = 0, "hopital", "returned-reports"),
        (|p| p.version = 0, "hopital", "version"),
        (|p| p.languages.clear(), "hopital", "languages"),
        (|p| p.languages = vec!["fr".into(), "fr".into()], "hopital", "languages"),
        (|p| p.languages = vec!["de".into()], "hopital", "languages"),
        (|p| p.author = "two\nlines".into(), "hopital", "author"),
        (|p| p.author = "turned \u{202E}dnuora".into(), "hopital", "author"),
        (|p| p.name = "Not A Code".into(), "Not A Code", "name"),
        (|p| p.rules.clear(), "hopital", "rules"),
        (|p| rule(p, "gut").again_after_days = 32, "gut", "again-after-days"),
        (|p| rule(p, "gut").again_after_days = 0, "gut", "again-after-days"),
        (|p| rule(p, "gut").source = " ".into(), "gut", "source"),
        (|p| rule(p, "gut").when = When::TemperatureAtLeast(100.4), "gut", "temperature-at-least"),
        (|p| rule(p, "gut").when = When::TemperatureBelow(f64::NAN), "gut", "temperature-below"),
        (|p| rule(p, "gut").when = When::Any(vec![]), "gut", "when"),
        (|p| rule(p, "gut").when = When::Ticked(vec![]), "gut", "ticked"),
        (|p| rule(p, "gut").when = When::StateAtLeast(5), "gut", "state-at-least"),
        (
            |p| {
                rule(p, "gut").when = When::PainIn { regions: vec!["moon".into()], at_least: 1 };
            },
            "gut",
            "pain-in",
        ),
        (
            |p| {
                rule(p, "gut").when =
                    When::WeightLost { percent: 5.0, within_days: i32::MAX, bmi_below: None };
            },
            "gut",
            "weight-lost",
        ),
        (
            |p| {
                for _ in 0..9 {
                    let rule = rule(p, "gut");
                    rule.when = When::All(vec![rule.when.clone()]);
                }
            },
            "gut",
            "when",
        ),
        (|p| rule(p, "gut").when = When::Any(vec![When::TooUnwell; 201]), "gut", "when"),
        (|p| drop(p.texts.insert("nobody".into(), texts(&["fr"]))), "nobody", "texts"),
        (|p| drop(p.texts.insert("gut".into(), texts(&["de"]))), "gut", "texts"),
    ];
    for (change, of, field) in cases {
        assert_eq!(out_of_range(change), ((*of).to_owned(), *field));
    }
}

#[test]
fn a_now_that_is_lost_weakened_or_made_rarer_is_refused_and_named() {
    assert_eq!(silences(|p| p.rules.retain(|rule| rule.id != "bleeding")), "bleeding");
    assert_eq!(silences(|p| rule(p, "dark-thoughts").level = PromptLevel::Today), "dark-thoughts");
    assert_eq!(silences(|p| rule(p, "breath").again_after_days = 2), "breath");
    let fewer_signs = |p: &mut RulePack| {
        let When::Ticked(alarms) = &mut rule(p, "brain").when else { panic!() };
        alarms.pop();
    };
    assert_eq!(silences(fewer_signs), "brain");
    let one_more_condition = |p: &mut RulePack| {
        let rule = rule(p, "cord-signs");
        rule.when = When::All(vec![rule.when.clone(), When::TooUnwell]);
    };
    assert_eq!(silences(one_more_condition), "cord-signs");
    let higher = |p: &mut RulePack| {
        let When::All(parts) = &mut rule(p, "fever-with").when else { panic!() };
        parts[0] = When::TemperatureAtLeast(38.5);
    };
    assert_eq!(silences(higher), "fever-with");
    let more_breathless = |p: &mut RulePack| {
        let When::All(parts) = &mut rule(p, "fever-with").when else { panic!() };
        let When::Any(signs) = &mut parts[2] else { panic!() };
        let When::Rated { at_least, .. } = &mut signs[1] else { panic!() };
        *at_least += 1;
    };
    assert_eq!(silences(more_breathless), "fever-with");
}

#[test]
fn a_stricter_pack_and_a_rule_moved_without_losing_a_now_are_acceptable() {
    let stricter = pack(|p| {
        let When::All(parts) = &mut rule(p, "fever-with").when else { panic!() };
        parts[0] = When::TemperatureAtLeast(37.8);
        parts.pop();
        "high-fever".clone_into(&mut rule(p, "fever-with").id);
        p.texts.insert("high-fever".to_owned(), texts(&["fr", "en"]));
        // What is not `now` may be moved, and be looser.
        rule(p, "fever").when = When::TemperatureAtLeast(38.3);
        p.rules.retain(|rule| rule.id != "weight");
        p.severe.at_least = 8;
    });
    assert_eq!(stricter.check(), Ok(()));
}

#[test]
fn a_pack_that_nobody_checked_still_makes_no_watch_fail() {
    let odd = pack(|p| {
        p.returned.reports = 0;
        p.returned.absent_reports = 0;
        p.new_pain.reports = 0;
        p.trend.adds_from = f64::NAN;
    });
    let profile = Profile::default();
    let mut watch = Watch::new(&odd, &profile);
    for day in 0..40 {
        let mut entry = DailyEntry::new(Day::from_ymd(2026, 1, 1).unwrap().plus(day));
        let rating = Rating::new(u8::from(day > 20) * 5).unwrap();
        for item in ["fatigue", "pain:neck"] {
            entry.answer(item.parse().unwrap(), Answer::Rated(rating));
        }
        watch.read(&entry);
    }
}

#[test]
fn texts_are_kept_when_a_pack_is_written_and_read() {
    let own = pack(|p| {
        p.rules.push(own_rule("of-ours"));
        p.texts.insert("of-ours".to_owned(), texts(&["fr", "en"]));
    });
    assert_eq!(RulePack::parse(&serde_json::to_string(&own).unwrap()), Ok(own.clone()));
    assert_eq!(own.texts_of(["of-ours", "fever"]).len(), 1);
}
