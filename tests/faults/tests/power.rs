//! The power goes at any moment, and the disk keeps what it likes of what was not synced.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::indexing_slicing)] // a test may

use std::time::Instant;
use tempfile::TempDir;
use vigie_faults::check::{Story, Wrong, check, put};
use vigie_faults::dice::Dice;
use vigie_faults::disk::{self, Fault, Harm, Op};
use vigie_faults::log::Honesty;
use vigie_faults::work::{Kept, Session};

/// Power cuts tried in the ordinary run, and with `VIGIE_FULL` (`cargo xtask test attack`).
const CUTS: usize = 400;
const CUTS_IN_FULL: usize = 20_000;

/// Of each story.
const CUTS_A_STORY: usize = 50;

fn cuts() -> usize {
    if std::env::var_os("VIGIE_FULL").is_some() { CUTS_IN_FULL } else { CUTS }
}

/// A journal made and filled, with what happened on the disk.
fn story(seed: u64, steps: usize) -> Story {
    let mut dice = Dice::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let mut session = Session::new(dir.path(), vec![None], Kept::default(), 1);
    disk::start(dir.path());
    disk::checkpoint_every(dice.one_of([Some(4), Some(20), Some(60), None]));
    session.create().unwrap();
    for _ in 0..steps {
        session.step(&mut dice).unwrap();
    }
    session.look().unwrap();
    session.close().unwrap();
    Story { log: disk::stop(), history: session.history }
}

/// Anywhere, or just before or after something was acknowledged.
fn somewhere(story: &Story, dice: &mut Dice) -> usize {
    let end = story.log.events.len() + 1;
    match story.history.moments() {
        moments if dice.percent(50) => {
            moments[dice.below(moments.len())].saturating_sub(dice.below(3))
        }
        _ => dice.below(end),
    }
}

fn cut(story: &Story, what: &str, (point, again): (usize, usize), dice: &mut Dice) -> usize {
    story.cut(point, again, dice).unwrap_or_else(|wrong| {
        let allowed = story.history.allowed(point);
        panic!("{what}, cut after event {point}: {wrong:?}, of {allowed:?}")
    })
}

#[test]
fn every_acknowledged_record_is_there_after_the_power_went_at_any_moment() {
    let begun = Instant::now();
    let (mut done, mut stories) = (0, 0);
    while done < cuts() {
        let story = story(stories, 60);
        let mut dice = Dice::new(stories ^ 0xC07);
        let until = done + CUTS_A_STORY;
        while done < until {
            let point = somewhere(&story, &mut dice);
            let again = if dice.percent(10) { 2 } else { 0 };
            done += cut(&story, &format!("story {stories}"), (point, again), &mut dice);
        }
        stories += 1;
    }
    println!(
        "{done} power cuts in {stories} stories (seeds 0 to {}), {:.1?}",
        stories - 1,
        begun.elapsed()
    );
}

#[test]
fn after_a_power_cut_while_a_journal_is_made_there_is_a_whole_one_or_none() {
    let (mut done, mut none) = (0, 0);
    for seed in 0..cuts() as u64 / 200 {
        let story = story(seed, 0);
        let mut dice = Dice::new(seed);
        for point in 0..=story.log.events.len() {
            for _ in 0..3 {
                done += cut(&story, &format!("creation {seed}"), (point, 0), &mut dice);
            }
            none += usize::from(story.history.allowed(point).contains(&None));
        }
    }
    assert!(none > 0 && none < done);
    println!("{done} power cuts while a journal was made");
}

#[test]
fn a_disk_that_lies_about_syncs_is_found_out() {
    let (mut tried, mut lost, mut refused) = (0, 0, 0);
    for seed in 0..4 {
        let story = story(seed, 30);
        let mut dice = Dice::new(seed);
        for _ in 0..25 {
            let point = dice.below(story.log.events.len() + 1);
            let dir = tempfile::tempdir().unwrap();
            put(&story.log.after_power_cut(point, Honesty::Lying, &mut dice), dir.path());
            tried += 1;
            match check(dir.path(), &story.history.allowed(point), &Kept::default()) {
                Ok(_) => {}
                Err(Wrong::Lost(found)) => {
                    lost += 1;
                    // Less, but nothing else: an earlier state of the same journal.
                    assert!(found.is_none_or(|found| story.history.ever(&found)));
                }
                Err(Wrong::Refused(_)) => refused += 1,
                Err(Wrong::Strange(what)) => panic!("story {seed}, event {point}: {what}"),
            }
        }
    }
    println!("{tried} power cuts on a lying disk: {lost} lost something, {refused} were refused");
    assert!(lost > 0 && refused > 0);
}

/// A journal with three records whose process was killed as it was about to sync the fourth, or after that sync failed.
fn cut_short(harm: Harm) -> (TempDir, Session) {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Session::new(dir.path(), vec![None], Kept::default(), 1);
    disk::start(dir.path());
    session.create().unwrap();
    session.append(3).unwrap();
    disk::break_at(Fault { op: Some(Op::Sync), nth: 1, harm, lasting: true });
    session.append(1).unwrap_err();
    session.kill();
    session.open().unwrap();
    assert_eq!(session.state.records, [1, 2, 3, 4], "the fourth is still in the system's memory");
    (dir, session)
}

#[test]
fn what_opening_showed_after_a_kill_is_no_older_copy_after_a_power_cut() {
    let (_dir, session) = cut_short(Harm::Killed);
    let at = disk::position();
    let story = Story { log: disk::stop(), history: session.history };
    for seed in 0..40 {
        cut(&story, &format!("seed {seed}"), (at, 0), &mut Dice::new(seed));
    }
}

#[test]
fn what_is_recorded_after_a_sync_that_failed_is_there_whatever_the_failed_one_left() {
    let (_dir, mut session) = cut_short(Harm::Io);
    session.append(1).unwrap();
    let at = disk::position();
    let story = Story { log: disk::stop(), history: session.history };
    for seed in 0..40 {
        cut(&story, &format!("seed {seed}"), (at, 0), &mut Dice::new(seed));
    }
}
