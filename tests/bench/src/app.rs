//! What the app's screens cost: up to the first frame against an empty one, and a long journal against a short one, in turn.
//!
//! The program is in Kotlin (`AppCosts.kt`, where each piece of work is described) and draws without a window.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use vigie_journal::{Clock, FixedClock, Moment};

use crate::border::{Other, Program};
use crate::contest::Failure;
use crate::measure::{Row, Unit, in_turn};
use crate::work::{PASSPHRASE, Size, entries, fill, journal, today};

/// How many screens are gone down in one measurement: three months have more.
const STEPS: u32 = 20;

/// What is asked of two journals, how it is called, how often it is done in one measurement, and in what it is told.
const WORK: [(&str, &str, u32, Unit); 6] = [
    ("open", "opening up to today", 1, Unit::Seconds),
    ("timeline", "the timeline up to its first frame", 1, Unit::Seconds),
    ("scroll", "going down the timeline by a screen", STEPS, Unit::Seconds),
    ("frame", "a frame of that", STEPS, Unit::Seconds),
    ("frames", "frames for a screen", STEPS, Unit::Number),
    ("rows", "texts that are made at a time", STEPS, Unit::Number),
];

/// A row for each beginning, and for each piece of work: `java` is the program without its arguments.
pub fn rows(dir: &Path, java: &[&str], quick: bool) -> Result<Vec<Row>, Failure> {
    let size = Size::of(quick);
    let pairs = size.pairs().min(9);
    let (week, months, years) =
        (lived(dir, "week", 7)?, lived(dir, "months", 91)?, lived(dir, "years", size.days())?);
    let now = FixedClock(Moment::at(today()?, 600, 60)).now();
    let mut rows = Vec::new();
    for (what, name) in [("lock", "the first frame of the lock"), ("today", "and of today")] {
        rows.push(in_turn(
            (format!("{name}, from starting / of a blank screen"), None, Unit::Seconds),
            pairs,
            || begun(java, what, &week, now),
            || begun(java, "blank", &week, now),
        )?);
    }
    let asked = |folder: &Path| {
        let command = java.iter().copied().chain(["ask"]).collect();
        Other::start(&Program { name: "Kotlin", command }, folder, now)
    };
    let (mut short, mut middle, mut long) = (asked(&week)?, asked(&months)?, asked(&years)?);
    for (work, name, times, unit) in WORK {
        let (peer, against) =
            if work == "open" { (&mut short, "one week") } else { (&mut middle, "three months") };
        rows.push(in_turn(
            (format!("{name}, {} years / {against}", size.days() / 365), None, unit),
            pairs,
            || long.work(work, times),
            || peer.work(work, times),
        )?);
    }
    Ok(rows)
}

/// The folder of an app with a journal of so many days.
fn lived(dir: &Path, name: &str, days: i32) -> Result<PathBuf, Failure> {
    let folder = dir.join(name);
    let made = journal(&folder.join("journal"))?;
    fill(&made, &entries(days)?)?;
    made.lock()?;
    Ok(folder)
}

/// Seconds from starting the program until it has drawn.
fn begun(java: &[&str], what: &str, folder: &Path, now: Moment) -> Result<f64, Failure> {
    let (name, args) = java.split_first().ok_or("no command")?;
    let start = Instant::now();
    let mut child = Command::new(name)
        .args(args)
        .arg(what)
        .arg(folder)
        .args([PASSPHRASE, &now.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    let out = child.stdout.take().ok_or("no pipe")?;
    BufReader::new(out).read_line(&mut line)?;
    let took = start.elapsed().as_secs_f64();
    child.wait()?;
    if line.trim() == "drawn" {
        Ok(took)
    } else {
        Err(format!("'{}' was drawn", line.trim()).into())
    }
}
