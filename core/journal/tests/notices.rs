//! When a shell is to speak: the times, and that they stop when there is nothing to say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may

mod hand;

use std::sync::Arc;

use hand::{Hand, create, feverish, outcome, rated};
use vigie_journal::{
    Author, By, CareEvent, Clock, Journal, Label, Medicine, MedicineKind, Moment, NoticeKind,
    NoticeWish, OutcomeKind,
};

fn evenings() -> NoticeWish {
    NoticeWish { minute: Some(1230), ..NoticeWish::default() }
}

/// The moments for this reason.
fn at(journal: &Journal, wish: &NoticeWish, kind: NoticeKind) -> Vec<Moment> {
    let notices = journal.notices(wish).unwrap();
    notices.into_iter().filter(|notice| notice.kind == kind).map(|notice| notice.at).collect()
}

fn new(day: &str) -> (tempfile::TempDir, Arc<Hand>, Journal) {
    let (dir, hand) = (tempfile::tempdir().unwrap(), Hand::at(day, 1200));
    let journal = create(dir.path(), &hand);
    (dir, hand, journal)
}

#[test]
fn each_evening_for_thirty_days_but_for_quiet_days_and_a_day_that_has_its_answers() {
    let (_dir, hand, journal) = new("2026-11-23");
    assert!(journal.notices(&NoticeWish::default()).unwrap().is_empty(), "nobody asked");
    let all = at(&journal, &evenings(), NoticeKind::CheckIn);
    assert_eq!(all.len(), 31, "today and thirty days");
    assert_eq!(all[0].to_string(), "2026-11-23T20:30:00.000+01:00");
    let quiet = NoticeWish { quiet: [0, 6].into(), ..evenings() };
    let some = at(&journal, &quiet, NoticeKind::CheckIn);
    assert!(some.iter().all(|at| ![0, 6].contains(&at.day().weekday())), "{some:?}");
    assert_eq!(some[0].day(), hand.day().plus(1), "it is a Monday");
    journal.record(rated(hand.day(), "fatigue", 2)).unwrap();
    assert_eq!(at(&journal, &evenings(), NoticeKind::CheckIn)[0].day(), hand.day().plus(1));
    hand.pass_days(1);
    hand.pass(60);
    let later = at(&journal, &evenings(), NoticeKind::CheckIn);
    assert_eq!(later[0].day(), hand.day().plus(1), "today's time is past");
}

#[test]
fn a_call_is_said_again_as_often_as_its_level_asks_until_something_was_done() {
    let (_dir, hand, journal) = new("2026-11-23");
    let prompt = journal.record(feverish(hand.day())).unwrap().prompt.unwrap();
    let due = journal.open_prompts().unwrap()[0].due;
    let calls = |journal: &Journal| at(journal, &NoticeWish::default(), NoticeKind::Call);
    let each: Vec<Moment> = (0..12).map(|nth| due.plus_minutes(240 * nth)).collect();
    assert_eq!(calls(&journal), each);
    // Two of them passed, and nothing was done: it is not the end of it.
    hand.pass(due.minutes_since(hand.now()) + 250);
    let again: Vec<Moment> = (2..14).map(|nth| due.plus_minutes(240 * nth)).collect();
    assert_eq!(calls(&journal), again);
    journal.resolve(prompt.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    assert!(calls(&journal).is_empty());
}

#[test]
fn a_call_carried_over_from_the_day_before_is_not_said_at_every_minute() {
    let (_dir, hand, journal) = new("2026-11-23");
    let first = journal.record(feverish(hand.day())).unwrap().prompt.unwrap();
    journal.resolve(first.id, outcome(&journal, OutcomeKind::NoAnswer)).unwrap();
    hand.pass_days(1);
    journal.record(feverish(hand.day())).unwrap();
    let calls = at(&journal, &NoticeWish::default(), NoticeKind::Call);
    let gaps: Vec<i64> = calls.windows(2).map(|two| two[1].minutes_since(two[0])).collect();
    assert!(!gaps.is_empty() && gaps.iter().all(|gap| *gap >= 240), "{gaps:?}");
    assert!(calls[0].minutes_since(hand.now()) > 0);
}

#[test]
fn medicines_when_that_was_wished_in_the_order_of_time() {
    let (_dir, hand, journal) = new("2026-11-23");
    let medicine = Medicine {
        day: hand.day(),
        name: Label::new("name", "paracétamol").unwrap(),
        kind: MedicineKind::Painkiller,
        dose: None,
        schedule: "08:00,21:30".parse().unwrap(),
        until: None,
    };
    let by = By { author: Author::Person, told: CareEvent::Medicine(medicine) };
    journal.add_care(by).unwrap();
    assert!(at(&journal, &evenings(), NoticeKind::Medicine).is_empty());
    let wish = NoticeWish { medicines: true, ..evenings() };
    let notices = journal.notices(&wish).unwrap();
    assert_eq!(notices[0].kind, NoticeKind::CheckIn);
    assert_eq!(notices[1].at.to_string(), "2026-11-23T21:30:00.000+01:00");
    assert!(notices.windows(2).all(|two| two[0].at.utc_millis <= two[1].at.utc_millis));
}
