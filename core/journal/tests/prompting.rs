//! How prompts speak: one at a time, again when they are due, and a fever asked about until it is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, feverish, measured, outcome, rated, reopen};
use vigie_journal::{Alarm, Answer, Felt, JournalError, Lang, OutcomeKind, PromptLevel, Rating};

const DAY: i64 = 24 * 60;

#[test]
fn all_the_reasons_of_a_day_are_one_prompt_at_the_highest_level() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let mut entry = feverish(clock.day());
    entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::MAX));
    entry.answer("diarrhoea".parse().unwrap(), Answer::Rated(Rating::new(5).unwrap()));
    entry.ticks.extend([Alarm::Shivering, Alarm::MouthStopsEating]);
    let open = journal.record(entry).unwrap().prompt.unwrap();
    assert_eq!(open.prompt.level, PromptLevel::Now);
    let rules: Vec<_> = open.prompt.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules[0], "fever-with", "the most urgent first");
    for rule in ["fever", "gut", "mouth", "severe", "two-ambers"] {
        assert!(rules.contains(&rule), "{rule} in {rules:?}");
    }
    assert_eq!(journal.open_prompts().unwrap().len(), 1);
    assert_eq!(journal.prompts().unwrap().len(), 1);
}

#[test]
fn a_fever_is_asked_about_and_said_every_day_until_it_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let asked = || journal.today().unwrap().ask_temperature;
    journal.record(measured(clock.day(), "37.9")).unwrap();
    assert!(!asked());
    for degrees in ["38.0", "38.6", "38.1"] {
        clock.pass(DAY);
        let open = journal.record(measured(clock.day(), degrees)).unwrap().prompt.unwrap();
        assert!(asked(), "{degrees}");
        // That somebody was reached does not end the fever.
        journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
        assert!(asked());
    }
    clock.pass(DAY);
    journal.record(rated(clock.day(), "fatigue", 2)).unwrap();
    assert!(asked(), "a day on which it was not measured ends no fever");
    clock.pass(DAY);
    assert!(asked(), "nor does a day without an entry");
    let gone = journal.record(measured(clock.day(), "37.4")).unwrap().prompt;
    assert!(gone.is_none() && !asked());
}

#[test]
fn each_level_asks_again_when_it_is_due_and_as_long_as_nobody_answered() {
    let severe = |day| rated(day, "sleep", 8);
    let mut returned = Vec::new();
    for n in 0..17 {
        let rating = if n < 14 { 0 } else { 3 };
        returned.push(rating);
    }
    for (level, minutes) in
        [(PromptLevel::Now, 15), (PromptLevel::Today, 4 * 60), (PromptLevel::Mention, 7 * DAY)]
    {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at("2026-11-02", 600);
        let journal = create(dir.path(), &clock);
        match level {
            PromptLevel::Now => {
                let mut entry = severe(clock.day());
                entry.ticks.insert(Alarm::ChestPain);
                journal.record(entry).unwrap();
            }
            PromptLevel::Today => drop(journal.record(severe(clock.day())).unwrap()),
            PromptLevel::Mention => {
                for rating in &returned {
                    clock.pass(DAY);
                    journal.record(rated(clock.day(), "nausea", *rating)).unwrap();
                }
            }
        }
        let open = || journal.open_prompts().unwrap().remove(0);
        assert_eq!(open().prompt.level, level);
        for kind in [OutcomeKind::NoAnswer, OutcomeKind::Later, OutcomeKind::NoAnswer] {
            clock.pass(minutes - 1);
            assert!(!open().overdue, "{level:?}");
            clock.pass(1);
            assert!(open().overdue, "{level:?}");
            journal.resolve(open().id, outcome(&journal, kind)).unwrap();
            assert!(!open().overdue, "{level:?}: asked, and asked again later");
        }
        journal.resolve(open().id, outcome(&journal, OutcomeKind::PreferNot)).unwrap();
        assert!(journal.open_prompts().unwrap().is_empty());
    }
}

#[test]
fn how_urgent_it_feels_is_kept_and_told_and_lowers_and_delays_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let mut entry = feverish(clock.day());
    entry.ticks.insert(Alarm::Shivering);
    let mut before = journal.record(entry).unwrap().prompt.unwrap();
    assert_eq!(before.felt, None);
    for felt in [Felt::Urgent, Felt::Rather, Felt::NotUrgent] {
        clock.pass(1);
        journal.feels(before.id, felt).unwrap();
        before.felt = Some(felt);
        assert_eq!(journal.open_prompts().unwrap(), [before.clone()], "{felt:?}");
    }
    clock.pass(12);
    assert!(journal.open_prompts().unwrap()[0].overdue, "fifteen minutes after it was made");
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    assert_eq!(journal.open_prompts().unwrap()[0].felt, Some(Felt::NotUrgent), "the last word");
    let summary = journal.summary(journal.usual_choice(Lang::Fr).unwrap()).unwrap();
    assert_eq!(summary.prompts[0].felt.unwrap().1, Felt::NotUrgent);
    let nothing = "0".repeat(32).parse().unwrap();
    assert!(matches!(journal.feels(nothing, Felt::Urgent), Err(JournalError::NoSuch)));
}
