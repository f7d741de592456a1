//! The life of a journal, as a shell sees it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, feverish, outcome, rated, reopen};
use vigie_journal::{
    Answer, Channel, Clock, DailyEntry, Day, Format, ImportOptions, Item, JournalError, Lang, Note,
    OutcomeKind, Profile, PromptLevel, Rating, Temperature, Weight, Why,
};

#[test]
fn what_was_recorded_is_there_when_the_journal_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let profile = Profile { list: vec!["fatigue".parse().unwrap()], ..journal.profile().unwrap() };
    journal.set_profile(profile.clone()).unwrap();
    let mut entry = rated(clock.now().day(), "fatigue", 4);
    entry.answer("nausea".parse().unwrap(), Answer::Skipped);
    entry.note = Some(Note::new("note", "un mot 🌿 مرحبا").unwrap());
    let id = journal.record(entry.clone()).unwrap().id;
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    assert_eq!(journal.entries().unwrap(), [(id, entry)]);
    assert_eq!(journal.profile().unwrap(), profile);
    assert_eq!(journal.verify().unwrap().entries, 1);
}

#[test]
fn a_locked_journal_says_so_to_every_call() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    journal.lock().unwrap();
    journal.lock().unwrap();
    let today = clock.now().day();
    assert!(matches!(journal.record(rated(today, "pain", 1)), Err(JournalError::Locked)));
    assert!(matches!(journal.today(), Err(JournalError::Locked)));
    assert!(matches!(journal.verify(), Err(JournalError::Locked)));
    let choice = journal.usual_choice(Lang::Fr);
    assert!(matches!(choice, Err(JournalError::Locked)));
}

#[test]
fn an_entry_is_corrected_and_taken_back_but_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    let id = journal.record(rated(today, "fatigue", 4)).unwrap().id;
    journal.amend(id, rated(today, "fatigue", 6)).unwrap();
    assert_eq!(journal.entries().unwrap()[0].1, rated(today, "fatigue", 6));
    journal.withdraw(id).unwrap();
    assert!(journal.entries().unwrap().is_empty());
    assert!(matches!(journal.withdraw(id), Err(JournalError::NoSuch)));
    assert!(matches!(journal.amend(id, rated(today, "pain", 1)), Err(JournalError::NoSuch)));
    journal.lock().unwrap();
    let history = reopen(dir.path(), &clock).history_of(id).unwrap();
    let said: Vec<_> = history.into_iter().map(|revision| revision.entry).collect();
    let four = Some(rated(today, "fatigue", 4));
    assert_eq!(said, [four, Some(rated(today, "fatigue", 6)), None]);
}

#[test]
fn an_earlier_day_can_be_filled_in_and_is_marked_as_such() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    journal.record(rated(today.plus(-3), "fatigue", 4)).unwrap();
    clock.pass(1);
    assert_eq!(journal.today().unwrap().missed, [today.plus(-1), today.plus(-2)]);
    let later = journal.record(rated(today.plus(-1), "fatigue", 4)).unwrap().id;
    assert!(journal.history_of(later).unwrap()[0].filled_in_later());
    assert_eq!(journal.today().unwrap().missed, [today.plus(-2)]);
    let tomorrow = journal.record(rated(today.plus(1), "fatigue", 4));
    assert!(matches!(tomorrow, Err(JournalError::Invalid(_))));
    let empty = journal.record(DailyEntry::new(today));
    assert!(matches!(empty, Err(JournalError::Invalid(_))));
    assert_eq!(journal.entries().unwrap().len(), 2);
}

#[test]
fn a_fever_prompts_and_stays_open_until_somebody_answered() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let prompt = journal.record(feverish(clock.now().day())).unwrap().prompt.unwrap();
    assert_eq!(prompt.prompt.level, PromptLevel::Today);
    assert_eq!(prompt.prompt.findings[0].channel, Channel::Flag);
    let none = journal.resolve(prompt.id, outcome(&journal, OutcomeKind::NoAnswer)).unwrap();
    assert!(none.is_some(), "nobody answered, so it stays open");
    clock.pass(4 * 60);
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    let open = journal.open_prompts().unwrap();
    assert!(open[0].overdue, "four hours later it asks again");
    let done = journal.resolve(prompt.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    assert_eq!(done, None);
    assert!(journal.open_prompts().unwrap().is_empty());
    let again = journal.resolve(prompt.id, outcome(&journal, OutcomeKind::Reached));
    assert!(matches!(again, Err(JournalError::NoSuch)));
    assert_eq!(journal.prompts().unwrap()[0].1.outcomes.len(), 2);
}

#[test]
fn a_call_to_make_at_once_stands_before_an_older_one_for_the_day() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let tired = journal.record(rated(clock.day(), "fatigue", 8)).unwrap().prompt.unwrap();
    clock.pass_days(1);
    let fever = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
    assert_eq!((tired.prompt.level, fever.prompt.level), (PromptLevel::Today, PromptLevel::Today));
    assert!(!tired.prompt.at_once && fever.prompt.at_once);
    let open: Vec<_> = journal.open_prompts().unwrap().into_iter().map(|open| open.id).collect();
    assert_eq!(open, [fever.id, tired.id]);
}

#[test]
fn a_clock_that_was_ahead_does_not_hide_todays_call() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    clock.pass_days(100);
    journal.record(feverish(clock.day())).unwrap();
    clock.pass_days(-100);
    let told = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
    assert!(told.due <= clock.now() && told.overdue, "{told:?}");
    clock.pass(5 * 60);
    assert!(journal.open_prompts().unwrap()[0].overdue);
}

#[test]
fn three_days_of_fever_are_one_thing_to_call_about() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    for _ in 0..3 {
        assert!(journal.record(feverish(clock.now().day())).unwrap().prompt.is_some());
        clock.pass(24 * 60);
    }
    let open = journal.open_prompts().unwrap();
    assert_eq!(open.len(), 1, "the last one says it all");
    journal.resolve(open[0].id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    assert!(journal.open_prompts().unwrap().is_empty());
    let stories = journal.prompts().unwrap();
    assert_eq!(stories.len(), 3, "nothing is lost");
    assert!(stories[0].1.carried_to.is_some() && stories[2].1.carried_to.is_none());
}

#[test]
fn a_second_entry_of_the_day_repeats_no_reason_and_adds_a_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    assert!(journal.record(feverish(today)).unwrap().prompt.is_some());
    assert!(journal.record(rated(today, "fatigue", 3)).unwrap().prompt.is_none());
    let mut shivering = DailyEntry::new(today);
    shivering.ticks.insert(vigie_journal::Alarm::Shivering);
    let prompt = journal.record(shivering).unwrap().prompt.unwrap().prompt;
    assert_eq!(prompt.level, PromptLevel::Now);
    let rules: Vec<_> = prompt.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["fever-with"]);
}

#[test]
fn an_old_day_filled_in_later_prompts_nothing_but_last_week_does() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    assert!(journal.record(feverish(today.plus(-8))).unwrap().prompt.is_none());
    assert!(journal.record(feverish(today.plus(-7))).unwrap().prompt.is_some());
}

#[test]
fn a_severe_symptom_is_asked_about_again_three_days_after_somebody_dealt_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-02", 600);
    let journal = create(dir.path(), &clock);
    let mut prompted = Vec::new();
    for n in 0..8 {
        let prompt = journal.record(rated(clock.now().day(), "sleep", 8)).unwrap().prompt;
        if prompt.is_some() {
            prompted.push(n);
        }
        if n == 2 {
            let open = journal.open_prompts().unwrap();
            journal.resolve(open[0].id, outcome(&journal, OutcomeKind::Reached)).unwrap();
        }
        clock.pass(24 * 60);
    }
    assert_eq!(prompted, [0, 5], "silent while the first is open, then three days after");
}

#[test]
fn a_severe_symptom_that_was_dealt_with_on_its_own_day_is_asked_about_three_days_later() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-02", 600);
    let journal = create(dir.path(), &clock);
    let mut prompted = Vec::new();
    for n in 0..7 {
        let recorded = journal.record(rated(clock.now().day(), "sleep", 8)).unwrap();
        if let Some(open) = recorded.prompt {
            prompted.push(n);
            journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
        }
        clock.pass(24 * 60);
    }
    assert_eq!(prompted, [0, 3, 6]);
}

#[test]
fn a_fever_that_rises_the_same_day_asks_again() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    let open = journal.record(feverish(today)).unwrap().prompt.unwrap();
    journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    assert!(journal.record(feverish(today)).unwrap().prompt.is_none(), "no higher");
    let mut higher = DailyEntry::new(today);
    higher.measures.temperature = Some(Temperature::parse("40.5").unwrap());
    assert!(journal.record(higher).unwrap().prompt.is_some());
}

#[test]
fn a_weight_is_asked_back_beside_the_weight_in_force_and_recorded_when_the_shell_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    let weighed = |day: Day, kilos: &str| {
        let mut entry = DailyEntry::new(day);
        entry.measures.weight = Some(Weight::parse(kilos).unwrap());
        entry
    };
    let why = |entry: &DailyEntry| {
        journal.doubts(entry).unwrap().iter().map(|doubt| doubt.why).collect::<Vec<_>>()
    };
    let id = journal.record(weighed(today.plus(-3), "90")).unwrap().id;
    assert_eq!(why(&weighed(today, "70")), [Why::Changed]);
    // The first was a mistake: what stands in its place is what counts.
    journal.amend(id, weighed(today.plus(-3), "71")).unwrap();
    assert_eq!(why(&weighed(today, "70")), []);
    let mut both = weighed(today, "50");
    both.measures.temperature = Some(Temperature::parse("33").unwrap());
    assert_eq!(why(&both), [Why::VeryLow, Why::Changed]);
    assert!(why(&feverish(today)).is_empty());
    journal.record(both).unwrap();
    // A weight of the day itself is no measure of a correction of that day.
    assert_eq!(why(&weighed(today, "70")), []);
    journal.lock().unwrap();
    assert!(matches!(journal.doubts(&feverish(today)), Err(JournalError::Locked)));
}

#[test]
fn an_import_is_all_or_nothing_and_importing_twice_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let options = ImportOptions::default();
    let import = |table: &str, options: &ImportOptions| {
        journal.import(table.as_bytes(), options, &mut |_| {})
    };
    let good = "patient,date,item,value\np,2026-11-01,fatigue,3\np,2026-11-02,fatigue,4\n";
    let bad = format!("{good}p,2026-11-03,fatigue,11\n");
    assert!(matches!(import(&bad, &options), Err(JournalError::Table(_))));
    assert!(journal.entries().unwrap().is_empty());
    assert_eq!(import(good, &options).unwrap().rows, 2);
    let again = import(good, &options).unwrap();
    assert_eq!((again.rows, again.already_there), (0, 2));
    let skipping = ImportOptions { skip_bad: true, ..options.clone() };
    let skipped = import(&bad, &skipping).unwrap();
    assert_eq!((skipped.rows, skipped.bad.len(), skipped.bad[0].line), (0, 1, 4));
    let twice = "patient,date,item,value\np,2026-11-05,pain,1\np,2026-11-05,pain,1\n";
    let twice = import(twice, &options).unwrap();
    assert_eq!((twice.rows, twice.already_there), (1, 1), "the same row twice is one row");
    let two = "patient,date,item,value\na,2026-11-01,pain,1\nb,2026-11-01,pain,2\n";
    let error = import(two, &options).unwrap_err();
    assert!(matches!(error, JournalError::SeveralPeople { ids } if ids == ["a", "b"]));
    let wrong = ImportOptions { patient: Some("c".to_owned()), ..options };
    assert!(matches!(import(two, &wrong), Err(JournalError::NobodyOfThatName)));
    let other = ImportOptions { patient: Some("a".to_owned()), ..ImportOptions::default() };
    assert!(matches!(import(two, &other), Err(JournalError::OtherPerson)));
    assert_eq!(journal.entries().unwrap().len(), 3);
}

#[test]
fn what_is_left_out_of_a_report_is_in_no_format_and_the_summary_says_that_something_is() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let mut entry = rated(clock.now().day(), "own:very private", 4);
    entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::MAX));
    journal.record(entry).unwrap();
    let item: Item = "own:very private".parse().unwrap();
    let mut choice = journal.usual_choice(Lang::En).unwrap();
    choice.without.insert(item);
    let summary = journal.summary(choice.clone()).unwrap();
    assert!(summary.something_left_out);
    assert_eq!(summary.series.len(), 1);
    let mut csv = Vec::new();
    journal.export(choice, Format::Csv, &mut csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains("fatigue") && !csv.contains("private"), "{csv}");
}

#[test]
fn many_threads_may_use_one_journal() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let journal = &journal;
            scope.spawn(move || {
                for n in 0..10 {
                    let day = today.plus(-8 - thread * 10 - n);
                    journal.record(rated(day, "fatigue", 2)).unwrap();
                    journal.today().unwrap();
                }
            });
        }
    });
    assert_eq!(journal.entries().unwrap().len(), 80);
    assert_eq!(journal.verify().unwrap().records, 80);
}
