//! The vault against its peers: two workers at the same work in turn, A B A B and so on, and the ratios.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::contest::{Done, Failure};
use crate::measure::{Row, Unit, in_turn};

/// Days of the ten-year journal, and of the small one.
const DAYS: (i32, i32) = (3_650, 100);

/// One comparison.
struct Duel {
    /// As in the machine-readable line; those without have no goal.
    ratio: Option<(&'static str, f64)>,
    work: &'static str,
    peer: &'static str,
    /// For the table.
    name: &'static str,
}

const DUELS: [Duel; 12] = [
    Duel {
        ratio: Some(("insert_vs_append", 1.7)),
        work: "insert",
        peer: "append",
        name: "durable insert / append + fdatasync of as many bytes",
    },
    Duel {
        ratio: None,
        work: "insert",
        peer: "sqlcipher",
        name: "durable insert / SQLCipher, relational",
    },
    Duel {
        ratio: None,
        work: "insert",
        peer: "sqlcipher-payload",
        name: "durable insert / SQLCipher, same payload",
    },
    Duel {
        ratio: None,
        work: "insert",
        peer: "sqlite",
        name: "durable insert / plain SQLite, relational",
    },
    Duel { ratio: None, work: "insert", peer: "redb", name: "durable insert / redb, same payload" },
    Duel {
        ratio: Some(("open_vs_sqlcipher", 0.4)),
        work: "open",
        peer: "sqlcipher",
        name: "cold open, unlock, read all / SQLCipher, relational",
    },
    Duel {
        ratio: Some(("open_vs_sqlcipher_same_payload", 0.75)),
        work: "open",
        peer: "sqlcipher-payload",
        name: "cold open, unlock, read all / SQLCipher, same payload",
    },
    Duel {
        ratio: None,
        work: "open",
        peer: "sqlite",
        name: "cold open, unlock, read all / plain SQLite, relational",
    },
    Duel {
        ratio: None,
        work: "open",
        peer: "redb",
        name: "cold open, unlock, read all / redb, same payload",
    },
    Duel {
        ratio: Some(("series_vs_sqlcipher", 0.1)),
        work: "series",
        peer: "sqlcipher",
        name: "one symptom's series / SQLCipher, relational",
    },
    Duel {
        ratio: Some(("import_vs_sqlcipher", 0.4)),
        work: "import",
        peer: "sqlcipher",
        name: "bulk import / SQLCipher, relational",
    },
    Duel {
        ratio: Some(("size_vs_sqlcipher", 1.1)),
        work: "size",
        peer: "sqlcipher",
        name: "size on disk, closed / SQLCipher, relational",
    },
];

/// A worker that is asked line by line.
struct Worker {
    child: Child,
    /// Taken away to end it.
    asked: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Worker {
    fn start(program: &Path, dir: &Path, days: i32) -> Result<Self, Failure> {
        let mut command = Command::new(program);
        command.arg("worker").arg(dir).arg(days.to_string());
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let asked = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().ok_or("a worker without an output")?);
        Ok(Self { child, asked, answers })
    }

    fn ask(&mut self, peer: &str, work: &str) -> Result<Done, Failure> {
        let asked = self.asked.as_mut().ok_or("the worker has ended")?;
        writeln!(asked, "{peer} {work}")?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        Ok(read_answer(&line)?)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It ends with its input; how it ends changes nothing any more.
        drop(self.asked.take());
        let _ = self.child.wait();
    }
}

/// Reads `ok AMOUNT CHECK`.
fn read_answer(line: &str) -> Result<Done, String> {
    let mut words = line.trim().splitn(3, ' ');
    let done = match (words.next(), words.next(), words.next()) {
        (Some("ok"), Some(amount), Some(check)) => amount.parse().ok().zip(check.parse().ok()),
        _ => None,
    };
    let (amount, check) = done.ok_or_else(|| format!("a worker said '{}'", line.trim()))?;
    Ok(Done { amount, check })
}

/// Every row, with the name of its machine-readable line.
pub fn rows(
    dir: &Path,
    peers: &Path,
    quick: bool,
) -> Result<Vec<(Option<&'static str>, Row)>, Failure> {
    let (days, inserts, pairs) = if quick { (DAYS.1, 10, 3) } else { (DAYS.0, 200, 25) };
    let mut ours = Worker::start(&std::env::current_exe()?, dir, days)?;
    let mut theirs = Worker::start(peers, dir, days)?;
    let mut rows = Vec::new();
    for Duel { ratio, work, peer, name } in &DUELS {
        let (pairs, unit) = match *work {
            "insert" => (inserts, Unit::Seconds),
            "size" => (1, Unit::Bytes),
            _ => (pairs, Unit::Seconds),
        };
        let (ratio_name, goal) = ratio.unzip();
        // The one who asks compares what both say they read.
        let (mut check, mut other) = (0, 0);
        let row = in_turn(
            (*name, goal, unit),
            pairs,
            || answer(ours.ask("vault", work)?, &mut check),
            || answer(theirs.ask(peer, work)?, &mut other),
        )?;
        if check != other {
            return Err(format!("{name}: the two did not do the same").into());
        }
        rows.push((ratio_name, row));
    }
    Ok(rows)
}

fn answer(done: Done, check: &mut u64) -> Result<f64, Failure> {
    *check = done.check;
    Ok(done.amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_and_anything_else_is_quoted() {
        assert_eq!(read_answer("ok 0.25 7\n"), Ok(Done { amount: 0.25, check: 7 }));
        for line in ["", "ok", "ok 1", "ok x 1", "error vault open: no such file"] {
            assert!(read_answer(line).unwrap_err().contains(line), "{line}");
        }
    }
}
