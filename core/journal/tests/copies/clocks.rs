//! A phone whose clock was wrong, and was put right.

use crate::common::*;

/// The prompt of a fever, resolved by a clock that has been put right in between.
fn set_back(hand: &Arc<Hand>, journal: &Journal) -> PromptId {
    let today = hand.now().day();
    let prompt = journal.record(feverish(today)).unwrap().prompt.unwrap();
    hand.pass(-60);
    let at = hand.now();
    let outcome = Outcome { at, kind: OutcomeKind::Reached, contact: None, advice: None };
    journal.resolve(prompt.id, outcome).unwrap();
    prompt.id
}

#[test]
fn a_prompt_that_waits_still_waits_after_opening_again() {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    let first = set_back(&hand, &journal);
    hand.pass(20);
    let mut worse = feverish(hand.now().day());
    worse.ticks.insert(Alarm::Shivering);
    let second = journal.record(worse).unwrap().prompt.unwrap();
    assert_ne!(first, second.id);
    let waiting = |journal: &Journal| -> Vec<PromptId> {
        journal.open_prompts().unwrap().iter().map(|open| open.id).collect()
    };
    assert_eq!(waiting(&journal), [second.id]);
    let was = format!("{:?}", meaning(&journal));
    journal.lock().unwrap();
    let unlock = passphrase();
    let journal =
        Journal::open(dir.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand))
            .unwrap();
    assert_eq!(waiting(&journal), [second.id]);
    assert_eq!(format!("{:?}", meaning(&journal)), was);
}

#[test]
fn whatever_the_clock_does_a_journal_means_the_same_when_it_is_opened_again() {
    let steps = [-90, 45, -DAY_MINUTES, 10, 2 * DAY_MINUTES, -30, 15, DAY_MINUTES, -5, 60];
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let unlock = passphrase();
    let mut journal = create(dir.path(), &hand);
    let mut compared = 0;
    for (n, minutes) in steps.iter().cycle().take(30).enumerate() {
        hand.pass(*minutes);
        let day = hand.now().day();
        match n % 3 {
            0 => drop(journal.record(feverish(day)).unwrap()),
            1 => drop(journal.record(rated(day, 9)).unwrap()),
            _ => {
                if let Some(open) = journal.open_prompts().unwrap().first() {
                    let kind =
                        if n % 2 == 0 { OutcomeKind::Reached } else { OutcomeKind::NoAnswer };
                    let at = hand.now();
                    let outcome = Outcome { at, kind, contact: None, advice: None };
                    journal.resolve(open.id, outcome).unwrap();
                }
            }
        }
        let waiting = |journal: &Journal| format!("{:?}", journal.open_prompts().unwrap());
        let was = (format!("{:?}", meaning(&journal)), waiting(&journal));
        journal.lock().unwrap();
        journal =
            Journal::open(dir.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand))
                .unwrap();
        assert_eq!((format!("{:?}", meaning(&journal)), waiting(&journal)), was, "step {n}");
        compared += 1;
    }
    assert!(compared == 30 && journal.prompts().unwrap().len() > 3);
}

#[test]
fn what_was_dealt_with_by_a_clock_that_was_ahead_hides_no_prompt_made_since() {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    hand.pass(DAY_MINUTES);
    let first = journal.record(feverish(hand.now().day())).unwrap().prompt.unwrap();
    let at = hand.now();
    let outcome = Outcome { at, kind: OutcomeKind::Reached, contact: None, advice: None };
    journal.resolve(first.id, outcome).unwrap();
    hand.pass(-DAY_MINUTES);
    let second = journal.record(feverish(hand.now().day())).unwrap().prompt.unwrap();
    let waiting = |journal: &Journal| -> Vec<PromptId> {
        journal.open_prompts().unwrap().iter().map(|open| open.id).collect()
    };
    assert_eq!(waiting(&journal), [second.id]);
    journal.lock().unwrap();
    let unlock = passphrase();
    let journal =
        Journal::open(dir.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand));
    assert_eq!(waiting(&journal.unwrap()), [second.id]);
}
