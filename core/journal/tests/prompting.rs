//! How prompts speak: one at a time, again when they are due, and a fever asked about until it is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, feverish, measured, outcome, rated, reopen};
use vigie_journal::{
    Alarm, Answer, CareContact, CareRole, DailyEntry, Felt, JournalError, Label, Lang, OutcomeKind,
    PromptLevel, Rating,
};

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

#[test]
fn what_a_day_filled_in_or_a_treatment_told_later_makes_of_a_later_day_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    // A weakness of the legs today; yesterday's back pain comes afterwards.
    let mut weak = DailyEntry::new(clock.day());
    weak.ticks.insert(Alarm::LegWeakness);
    assert_eq!(journal.record(weak).unwrap().prompt.unwrap().prompt.level, PromptLevel::Today);
    let pain = rated(clock.day().plus(-1), "pain:lower-back", 5);
    let now = journal.record(pain).unwrap().prompt.unwrap();
    assert_eq!(now.prompt.level, PromptLevel::Now, "the weakness is a sign of the cord now");
    assert_eq!(now.prompt.day, clock.day());
    assert!(now.prompt.findings.iter().any(|finding| finding.rule == "cord-signs"));
    // A day without the pain before it makes the pain a new one, which is said of its day.
    let calm = journal.record(rated(clock.day().plus(-3), "fatigue", 1)).unwrap();
    assert_eq!(calm.prompt.unwrap().prompt.day, clock.day().plus(-1));
    // Nothing is said once more when another old day comes.
    let waiting = journal.open_prompts().unwrap().len();
    journal.record(rated(clock.day().plus(-2), "fatigue", 1)).unwrap();
    assert_eq!(journal.open_prompts().unwrap().len(), waiting);
}

#[test]
fn a_fever_that_only_a_treatment_filled_in_makes_dangerous_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let given = |days: i32| {
        let mut entry = DailyEntry::new(clock.day().plus(-days));
        entry.administration = Some(None);
        entry
    };
    journal.record(given(400)).unwrap();
    let mut fever = feverish(clock.day());
    fever.ticks.insert(Alarm::Shivering);
    assert!(journal.record(fever).unwrap().prompt.is_none(), "no treatment for a year");
    let open = journal.record(given(3)).unwrap().prompt.unwrap();
    assert_eq!((open.prompt.level, open.prompt.day), (PromptLevel::Now, clock.day()));
}

#[test]
fn a_strong_symptom_is_not_said_again_for_the_days_before_it_that_are_filled_in() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    assert!(journal.record(rated(clock.day(), "fatigue", 8)).unwrap().prompt.is_some());
    for days in 1..4 {
        let earlier = rated(clock.day().plus(-days), "fatigue", 8);
        assert!(journal.record(earlier).unwrap().prompt.is_none(), "{days} days before");
    }
}

#[test]
fn a_strong_symptom_that_was_taken_back_does_not_silence_the_day_before_it() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    // Told of the wrong day, taken back, and told of the right one.
    let mistaken = journal.record(rated(clock.day(), "fatigue", 8)).unwrap();
    assert!(mistaken.prompt.is_some());
    journal.withdraw(mistaken.id).unwrap();
    assert!(journal.record(rated(clock.day().plus(-1), "fatigue", 8)).unwrap().prompt.is_some());
}

#[test]
fn a_trend_said_of_entries_that_were_all_taken_back_holds_nothing_back() {
    for taken_back in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at("2026-11-02", 600);
        let journal = create(dir.path(), &clock);
        // Nausea comes back after two quiet weeks, and then the cough does.
        let mut said = Vec::new();
        for n in 0..20 {
            clock.pass(DAY);
            let item = if n < 17 { "nausea" } else { "cough" };
            let mut entry = rated(clock.day(), item, if n < 14 { 0 } else { 3 });
            if n < 14 {
                entry.answer("cough".parse().unwrap(), Answer::Rated(Rating::new(0).unwrap()));
            }
            let done = journal.record(entry).unwrap();
            if done.prompt.is_some() {
                said.push(n);
            }
            if taken_back && said == [n] {
                journal.withdraw(done.id).unwrap();
            }
        }
        assert_eq!(said.len(), if taken_back { 2 } else { 1 }, "on days {said:?}");
    }
}

#[test]
fn the_numbers_to_call_come_in_the_order_in_which_they_are_to_be_tried() {
    let dir = tempfile::tempdir().unwrap();
    // A Monday, at ten in the morning.
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let numbers = |lang| {
        let open = journal.open_prompts().unwrap();
        let open = open.into_iter().max_by_key(|open| open.is_urgent()).unwrap();
        let numbers = journal.numbers_to_call(open.id, lang).unwrap();
        let numbers = numbers.into_iter().map(|one| format!("{}: {}", one.number, one.name));
        (open.is_urgent(), numbers.collect::<Vec<_>>())
    };
    journal.record(rated(clock.day(), "sleep", 8)).unwrap().prompt.unwrap();
    assert_eq!(numbers(Lang::Fr), (false, Vec::new()), "nobody of the team was named");
    let label = |text| Label::new("contact", text).unwrap();
    let contact = CareContact {
        role: CareRole::Nurse,
        name: label("Coordination"),
        phone: label("01 99 00 12 34"),
        hours: Some("mon-fri 09:00-17:00".parse().unwrap()),
        out_of_hours: Some(label("01 99 00 12 35")),
    };
    let mut profile = journal.profile().unwrap();
    profile.contacts.push(contact);
    journal.set_profile(profile).unwrap();
    assert_eq!(numbers(Lang::Fr), (false, vec!["01 99 00 12 34: Coordination".to_owned()]));
    clock.pass(12 * 60);
    let night = "01 99 00 12 35: Coordination, at night and at weekends";
    assert_eq!(numbers(Lang::En), (false, vec![night.to_owned()]));
    // What means now comes before whoever answers.
    let mut entry = DailyEntry::new(clock.day());
    entry.ticks.insert(Alarm::ChestPain);
    let now = journal.record(entry).unwrap().prompt.unwrap();
    let (urgent, all) = numbers(Lang::En);
    assert!(urgent);
    let numbers = all.iter().map(|one| one.split(':').next().unwrap()).collect::<Vec<_>>();
    assert_eq!(numbers, ["15", "112"]);
    journal.resolve(now.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    let gone = journal.numbers_to_call(now.id, Lang::En);
    assert!(matches!(gone, Err(JournalError::NoSuch)), "{gone:?}");
}

#[test]
fn too_unwell_to_go_on_keeps_what_was_begun_and_leaves_nothing_to_go_on_with() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let mut profile = journal.profile().unwrap();
    profile.list = ["fatigue", "nausea", "sleep"].map(|item| item.parse().unwrap()).to_vec();
    journal.set_profile(profile).unwrap();
    let mut begun = rated(clock.day(), "fatigue", 6);
    begun.answer("sleep".parse().unwrap(), Answer::Skipped);
    journal.keep_draft(Some(begun.clone())).unwrap();
    let recorded = journal.record_too_unwell(begun.clone()).unwrap();
    begun.answer("nausea".parse().unwrap(), Answer::TooUnwell);
    begun.too_unwell = true;
    let there = journal.entries().unwrap();
    assert_eq!(there.len(), 1);
    assert_eq!((there[0].0, &there[0].1), (recorded.id, &begun));
    assert_eq!(journal.draft().unwrap(), None);
}
