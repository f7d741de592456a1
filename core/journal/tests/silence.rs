//! Honest silence as it is lived: noticed on opening, told once, and nothing else changes by it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use std::path::Path;
use std::sync::Arc;

use hand::{Hand, create, entry_of, feverish, outcome, rated, reopen};
use vigie_journal::{
    Call, CareContact, CareRole, Day, Journal, Label, Lang, OpenPrompt, OutcomeKind, Profile,
    PromptLevel, Words, say,
};

const DAY: i64 = 24 * 60;

/// A fever on Monday the 23rd of November, dealt with or not, and then nothing for some days.
fn silent(dir: &Path, days: i64, dealt_with: bool) -> (Journal, Arc<Hand>) {
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir, &clock);
    let open = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
    if dealt_with {
        journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    }
    clock.pass(days * DAY);
    (journal, clock)
}

fn rules(prompt: &OpenPrompt) -> Vec<&str> {
    prompt.prompt.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

/// Prompts that tell of a silence.
fn told(journal: &Journal) -> usize {
    let prompts = journal.prompts().unwrap();
    let silent = |story: &vigie_journal::PromptStory| {
        story.prompt.findings.iter().any(|finding| finding.is_silence())
    };
    prompts.iter().filter(|(_, story)| silent(story)).count()
}

#[test]
fn three_whole_days_without_an_entry_after_a_prompt_are_noticed_on_opening_and_two_are_not() {
    for dealt_with in [false, true] {
        for (days, noticed) in [(0, false), (1, false), (3, false), (4, true), (5, true)] {
            let dir = tempfile::tempdir().unwrap();
            let (journal, clock) = silent(dir.path(), days, dealt_with);
            journal.lock().unwrap();
            let journal = reopen(dir.path(), &clock);
            let prompt = journal.notice_silence().unwrap();
            assert_eq!(prompt.is_some(), noticed, "{days} days, dealt with: {dealt_with}");
            let Some(open) = prompt else { continue };
            assert_eq!(open.prompt.day, clock.day(), "dated today, though there is no entry");
            assert_eq!(open.prompt.level, PromptLevel::Mention);
            assert_eq!(rules(&open), ["silence-no-entry"]);
            assert_eq!(journal.open_prompts().unwrap().last().unwrap().id, open.id);
            assert!(journal.entries().unwrap().iter().all(|(_, entry)| entry.day != clock.day()));
        }
    }
}

#[test]
fn one_silence_is_told_once_however_long_it_lasts_and_whatever_the_clock_does() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 4, false);
    assert!(journal.notice_silence().unwrap().is_some());
    for days in [0, 1, 1, 5, 30, -3, -30, 31] {
        clock.pass(days * DAY);
        journal.lock().ok();
        let journal = reopen(dir.path(), &clock);
        assert_eq!(journal.notice_silence().unwrap(), None, "{days}");
        assert_eq!(told(&journal), 1);
        journal.lock().unwrap();
    }
    let journal = reopen(dir.path(), &clock);
    let answered = journal.record(rated(clock.day(), "fatigue", 2)).unwrap();
    assert_eq!(answered.prompt, None, "nor by the entry that ends it");
}

#[test]
fn an_entry_that_comes_before_anybody_looked_says_the_same_and_once() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 5, true);
    let open = journal.record(rated(clock.day(), "fatigue", 2)).unwrap().prompt.unwrap();
    assert_eq!(rules(&open), ["silence-no-entry"]);
    assert_eq!(journal.record(rated(clock.day(), "sleep", 2)).unwrap().prompt, None);
    assert_eq!(journal.notice_silence().unwrap(), None);
    // A new silence without a new prompt is a gap.
    clock.pass(9 * DAY);
    assert_eq!(journal.notice_silence().unwrap(), None);
}

#[test]
fn a_new_silence_after_a_new_prompt_is_told_again() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 4, true);
    assert!(journal.notice_silence().unwrap().is_some());
    assert!(journal.record(feverish(clock.day())).unwrap().prompt.is_some());
    clock.pass(4 * DAY);
    assert!(journal.notice_silence().unwrap().is_some());
    assert_eq!(told(&journal), 2);
}

#[test]
fn a_prompt_from_before_that_still_waits_counts_and_one_that_was_dealt_with_does_not() {
    for (dealt_with, noticed) in [(false, true), (true, false)] {
        let dir = tempfile::tempdir().unwrap();
        let (journal, clock) = silent(dir.path(), 1, dealt_with);
        journal.record(rated(clock.day(), "fatigue", 2)).unwrap();
        clock.pass(4 * DAY);
        assert_eq!(journal.notice_silence().unwrap().is_some(), noticed);
    }
}

#[test]
fn without_any_prompt_a_silence_is_a_gap() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    assert_eq!(journal.notice_silence().unwrap(), None, "nothing in it yet");
    journal.record(rated(clock.day(), "fatigue", 2)).unwrap();
    clock.pass(30 * DAY);
    assert_eq!(journal.notice_silence().unwrap(), None);
    assert!(journal.prompts().unwrap().is_empty());
}

#[test]
fn a_day_filled_in_later_ends_the_silence() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 5, false);
    journal.record(rated(clock.day().plus(-2), "fatigue", 2)).unwrap();
    assert_eq!(journal.notice_silence().unwrap(), None, "one day since");
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 9, false);
    assert!(journal.notice_silence().unwrap().is_some());
    let filled_in = journal.record(rated(clock.day().plus(-4), "fatigue", 2)).unwrap();
    assert_eq!(filled_in.prompt, None, "it was told");
    assert_eq!(journal.notice_silence().unwrap(), None, "what is left of it was told with it");
}

#[test]
fn three_days_too_unwell_are_told_with_the_third_and_not_again() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let mut told = Vec::new();
    for n in 0..6 {
        let mut entry = rated(clock.day(), "fatigue", 2);
        entry.end_too_unwell(&["nausea".parse().unwrap()]);
        if let Some(open) = journal.record(entry).unwrap().prompt {
            assert_eq!(rules(&open), ["silence-too-unwell"]);
            told.push(n);
        }
        clock.pass(DAY);
    }
    assert_eq!(told, [2]);
    clock.pass(3 * DAY);
    assert!(journal.notice_silence().unwrap().is_some(), "too unwell, and then nothing at all");
}

fn contact(role: CareRole, name: &str) -> CareContact {
    CareContact {
        role,
        name: Label::new("name", name).unwrap(),
        phone: Label::new("phone", "01 23 45 67 89").unwrap(),
        hours: None,
        out_of_hours: None,
    }
}

#[test]
fn the_relative_is_called_first_with_words_that_ask_nothing_of_the_ill() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 4, false);
    let team = contact(CareRole::Nurse, "Mme Martin");
    let close = contact(CareRole::Relative, "Paul");
    let contacts = vec![team.clone(), close.clone()];
    journal.set_profile(Profile { contacts, ..Profile::default() }).unwrap();
    let open = journal.notice_silence().unwrap().unwrap();
    assert_eq!(open.call, Call::Contact(close));
    let fever = &journal.open_prompts().unwrap()[0];
    assert_eq!(fever.call, Call::Contact(team), "the fever is still the team's, and comes first");
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    assert_eq!(journal.profile().unwrap().contacts[1].role, CareRole::Relative);
    for (lang, role, help) in [(Lang::Fr, "proche", "m’aider"), (Lang::En, "relative", "help me")]
    {
        let words = Words::of(lang);
        assert!(say::call(words, &open.call).contains(&format!("Paul ({role})")));
        assert!(say::what_to_say(words, &open.prompt).contains(help));
        assert!(say::headline(words, &open.prompt).contains(if lang == Lang::Fr {
            "proche"
        } else {
            "close"
        }));
        let reason = say::reason(words, &open.prompt.findings[0], &open.texts);
        assert!(reason.contains('3') && reason.contains("24") && reason.contains("26"), "{reason}");
    }
}

#[test]
fn a_silence_is_in_the_report_with_what_came_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, _) = silent(dir.path(), 4, false);
    let open = journal.notice_silence().unwrap().unwrap();
    journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    let summary = journal.summary(journal.usual_choice(Lang::Fr).unwrap()).unwrap();
    let told = summary.prompts.iter().find(|story| story.prompt == open.prompt).unwrap();
    assert!(told.is_closed());
}

#[test]
fn a_withdrawn_entry_and_a_merged_day_are_seen_as_they_stand() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, clock) = silent(dir.path(), 4, false);
    let later: Day = clock.day().plus(-1);
    let id = journal.record(rated(later, "fatigue", 2)).unwrap().id;
    assert_eq!(journal.notice_silence().unwrap(), None);
    journal.withdraw(id).unwrap();
    assert!(journal.notice_silence().unwrap().is_some(), "then nobody wrote");
    assert_eq!(entry_of(&journal, later), None);
}
