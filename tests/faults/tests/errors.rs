//! The disk refuses one thing after the other: each time the right error, nothing lost, and it goes on.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a test may

use std::time::Instant;
use vigie_faults::check::{Story, put};
use vigie_faults::dice::Dice;
use vigie_faults::disk::{self, Fault, Harm, Op};
use vigie_faults::log::Files;
use vigie_faults::work::{Kept, Session, State};
use vigie_vault::VaultError;

/// Every way of refusing that makes sense for each thing.
fn faults(nth: u64) -> Vec<Fault> {
    let kinds = [
        (Some(Op::Write), Harm::Full),
        (Some(Op::Write), Harm::Io),
        (Some(Op::Write), Harm::HalfThenFull),
        (Some(Op::Sync), Harm::Full),
        (Some(Op::Sync), Harm::Io),
        (Some(Op::Truncate), Harm::Full),
        (Some(Op::Truncate), Harm::Io),
        (Some(Op::Delete), Harm::Io),
        (None, Harm::Io),
    ];
    let fault = |(op, harm), lasting| Fault { op, nth, harm, lasting };
    kinds.into_iter().flat_map(|kind| [fault(kind, false), fault(kind, true)]).collect()
}

/// What is done after a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// The vault in hand is used further.
    GoOn,
    /// It is closed, with the disk still broken if it is, and opened.
    Reopen,
    /// The process dies, and the journal is opened.
    Die,
}

/// In the ordinary run, each so many-th thing is refused, begun at another one for each kind; with `VIGIE_FULL` (`cargo xtask test attack`), each.
const STEP: u64 = 59;

type Step = fn(&mut Session) -> Result<(), VaultError>;

/// From here on, each may be refused.
const STEPS: [(&str, Step); 12] = [
    ("open", Session::open),
    ("append one", |session| session.append(1)),
    ("append several", |session| session.append(4)),
    ("append one more", |session| session.append(1)),
    ("attach", Session::attach),
    ("close", Session::close),
    ("open again", Session::open),
    ("append after opening", |session| session.append(2)),
    ("change the passphrase", Session::change_passphrase),
    ("append after that", |session| session.append(1)),
    ("rotate", Session::rotate),
    ("append after that too", |session| session.append(1)),
];

/// A journal with a few records: closed, or as a process that died left it.
fn journal(closed: bool) -> (Files, State, Kept) {
    let dir = tempfile::tempdir().unwrap();
    let mut session = Session::new(dir.path(), vec![None], Kept::default(), 1);
    disk::start(dir.path());
    session.create().unwrap();
    session.append(3).unwrap();
    session.append(1).unwrap();
    if closed {
        session.close().unwrap();
    } else {
        session.kill();
    }
    let (files, anchor) = (disk::files_in(dir.path()), session.history.anchor(disk::position()));
    let _ = disk::stop();
    (files, session.state, anchor)
}

fn is_right(error: VaultError, fault: Fault) -> bool {
    match fault.harm {
        Harm::Full | Harm::HalfThenFull => error == VaultError::DiskFull,
        Harm::Io | Harm::Killed => matches!(error, VaultError::Io { .. }),
    }
}

/// After a refusal the vault knows what it has; then, with a working disk, the same thing is done.
fn recover(session: &mut Session, (name, step): (&str, Step), fault: Fault, then: Then) {
    let context = format!("{name}, {fault:?}, {then:?}");
    session.look().unwrap_or_else(|error| panic!("{context}: then reads as {error:?}"));
    if fault.lasting
        && let Err(error) = step(session)
    {
        assert!(is_right(error, fault), "{context}: a second time {error:?}");
        session.look().unwrap_or_else(|error| panic!("{context}: then reads as {error:?}"));
    }
    match then {
        Then::GoOn => disk::heal(),
        Then::Reopen => {
            if let Err(error) = session.close() {
                assert!(is_right(error, fault), "{context}: closing {error:?}");
            }
            disk::heal();
        }
        Then::Die => session.kill(),
    }
    if then != Then::GoOn && !name.starts_with("open") {
        session.open().unwrap_or_else(|error| panic!("{context}: reopening {error:?}"));
    }
    step(session).unwrap_or_else(|error| panic!("{context}: afterwards {error:?}"));
}

/// Does everything once with this fault to come. Whether it came.
fn run((files, state, anchor): &(Files, State, Kept), fault: Fault, then: Then) -> bool {
    let dir = tempfile::tempdir().unwrap();
    put(files, dir.path());
    let mut session = Session::new(dir.path(), vec![Some(state.clone())], anchor.at(0), 100);
    disk::start(dir.path());
    disk::checkpoint_every(Some(6));
    disk::break_at(fault);
    for (name, step) in STEPS {
        match step(&mut session) {
            Ok(()) => {}
            Err(error) => {
                assert!(is_right(error, fault), "{name}, {fault:?}: {error:?}");
                recover(&mut session, (name, step), fault, then);
            }
        }
    }
    let refused = disk::refused() > 0;
    disk::heal();
    session.append(1).unwrap();
    session.look().unwrap();
    session.close().unwrap();
    session.open().unwrap();
    session.kill();
    let story = Story { log: disk::stop(), history: session.history };
    cut_off(&story, fault, then);
    refused
}

/// What a refused sync left uncertain does no harm later.
fn cut_off(story: &Story, fault: Fault, then: Then) {
    let mut dice = Dice::new(fault.nth);
    let end = story.log.events.len();
    for point in [end, dice.below(end + 1)] {
        story.cut(point, 0, &mut dice).unwrap_or_else(|wrong| {
            panic!("{fault:?}, {then:?}, then a power cut after event {point} of {end}: {wrong:?}")
        });
    }
}

fn run_all(closed: bool) {
    let begun = Instant::now();
    let journal = journal(closed);
    let step = if std::env::var_os("VIGIE_FULL").is_some() { 1 } else { STEP };
    let mut points = 0;
    for kind in 0..faults(0).len() {
        for then in [Then::GoOn, Then::Reopen, Then::Die] {
            let every = (1 + points as u64 % step..).step_by(step as usize);
            let came = every.take_while(|nth| run(&journal, faults(*nth).swap_remove(kind), then));
            points += came.count();
        }
    }
    println!("closed {closed}: {points} fault points, {:.1?}", begun.elapsed());
}

#[test]
fn every_refusal_is_the_right_error_and_nothing_is_lost() {
    run_all(true);
}

#[test]
fn every_refusal_after_a_crash_is_the_right_error_and_nothing_is_lost() {
    run_all(false);
}

#[test]
fn a_journal_that_could_not_be_made_leaves_nothing_and_can_be_made_afterwards() {
    let mut points = 0;
    for kind in 0..faults(0).len() {
        for nth in 1.. {
            let fault = faults(nth).swap_remove(kind);
            let dir = tempfile::tempdir().unwrap();
            let mut session = Session::new(dir.path(), vec![None], Kept::default(), 1);
            disk::start(dir.path());
            disk::break_at(fault);
            let made = session.create();
            let refused = disk::refused() > 0;
            disk::heal();
            if let Err(error) = made {
                assert!(is_right(error, fault), "{fault:?}: {error:?}");
                assert_eq!(disk::files_in(dir.path()).len(), 0, "{fault:?}");
                session.create().unwrap();
            }
            session.append(2).unwrap();
            session.look().unwrap();
            session.close().unwrap();
            session.open().unwrap();
            let _ = disk::stop();
            if !refused {
                break;
            }
            points += 1;
        }
    }
    println!("creation: {points} fault points");
}
