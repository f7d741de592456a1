//! What a call costs from another language, against the same call from Rust, in turn.
//!
//! Each language has a program that opens the journal of a folder and then, for each line `NAME TIMES` it reads, does that piece of
//! work so often and answers with the seconds one took:
//!
//! - `call`: the cheapest call there is, `is_anchored`;
//! - `record`: an entry of ten symptoms for the journal's yesterday, durable;
//! - `open`: locking the journal and opening it again;
//! - `series`: one symptom over all its days;
//! - `report`: the usual report as a PDF, into memory.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use vigie_journal::{Clock, FixedClock, Format, Journal, Lang, Moment};

use crate::contest::Failure;
use crate::measure::{Row, Unit, in_turn};
use crate::work::{PASSPHRASE, Size, entries, fill, journal, reopen, today};

/// A piece of work and how often it is done in one measurement.
const WORK: [(&str, u32); 5] =
    [("call", 10_000), ("record", 20), ("open", 5), ("series", 20), ("report", 2)];

/// The days of a series.
const DAYS: u16 = 3_650;

/// A program of another language.
pub struct Program<'a> {
    /// The language.
    pub name: &'a str,
    /// The command and its arguments; the folder, the passphrase and the moment of the clock come after.
    pub command: Vec<&'a str>,
}

/// A row for each piece of work and each language.
pub fn rows(dir: &Path, programs: &[Program<'_>], quick: bool) -> Result<Vec<Row>, Failure> {
    let (size, clock) = (Size::of(quick), Arc::new(FixedClock(Moment::at(today()?, 600, 60))));
    let first = dir.join("rust");
    let made = journal(&first)?;
    fill(&made, &entries(size.days())?)?;
    made.lock()?;
    let mut rows = Vec::new();
    for program in programs {
        // A folder each, made anew from the same file: what is recorded in one is not in the next.
        let (ours, theirs) = (dir.join(program.name), dir.join(format!("{}-peer", program.name)));
        for folder in [&ours, &theirs] {
            std::fs::create_dir(folder)?;
            std::fs::copy(first.join("journal.vigie"), folder.join("journal.vigie"))?;
        }
        let mut rust = Direct {
            folder: ours.clone(),
            journal: reopen(&ours, &clock)?,
            clock: Arc::clone(&clock),
        };
        let mut other = Other::start(program, &theirs, clock.now())?;
        for (work, times) in WORK {
            let times = if quick { 1 } else { times };
            let name = format!("{work} from {} / from Rust", program.name);
            let pairs = size.pairs().min(9);
            rows.push(in_turn(
                (name, None, Unit::Seconds),
                pairs,
                || other.work(work, times),
                || rust.work(work, times),
            )?);
        }
    }
    Ok(rows)
}

/// The same by the core itself.
struct Direct {
    folder: std::path::PathBuf,
    journal: Journal,
    clock: Arc<FixedClock>,
}

impl Direct {
    fn work(&mut self, work: &str, times: u32) -> Result<f64, Failure> {
        let entry = entries(1)?.pop().ok_or("no entry")?;
        let start = Instant::now();
        for _ in 0..times {
            match work {
                "call" => drop(std::hint::black_box(self.journal.is_anchored()?)),
                "record" => drop(self.journal.record(entry.clone())?),
                "open" => {
                    self.journal.lock()?;
                    self.journal = reopen(&self.folder, &self.clock)?;
                }
                "series" => drop(self.journal.series(&"fatigue".parse()?, DAYS)?),
                "report" => {
                    let choice = self.journal.usual_choice(Lang::Fr)?;
                    self.journal.export(choice, Format::Pdf, &mut Vec::new())?;
                }
                other => return Err(format!("no work '{other}'").into()),
            }
        }
        Ok(start.elapsed().as_secs_f64() / f64::from(times))
    }
}

/// A program that is running.
pub struct Other {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Other {
    /// Starts it with a folder to open and the moment that it is.
    pub fn start(program: &Program<'_>, folder: &Path, now: Moment) -> Result<Self, Failure> {
        let (name, args) = program.command.split_first().ok_or("no command")?;
        let mut child = Command::new(name)
            .args(args)
            .arg(folder)
            .args([PASSPHRASE, &now.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name}: {error}"))?;
        let (asks, answers) = (child.stdin.take(), child.stdout.take());
        let (asks, answers) = asks.zip(answers).ok_or("no pipes")?;
        Ok(Self { child, asks, answers: BufReader::new(answers) })
    }

    /// Has it do something so often, and hears the answer.
    pub fn work(&mut self, work: &str, times: u32) -> Result<f64, Failure> {
        writeln!(self.asks, "{work} {times}")?;
        self.asks.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        line.trim().parse().map_err(|_| format!("'{}' is no number", line.trim()).into())
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        // It ends with its input; one that does not is ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
