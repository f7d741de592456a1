//! The vault as a worker: the same work as its peers', asked in the same lines (`contest.rs`).

use std::path::Path;
use std::sync::Arc;

use vigie_journal::{FixedClock, ImportOptions, Journal, Moment, TableOf, write_table};
use vigie_model::DailyEntry;
use vigie_vault::{Anchoring, KdfParams, NewKey, Passphrase, RecoveryCode, Unlock, Vault};

use crate::contest::{self, Contestant, Failure, Peers, Reader, Store};

/// Answers lines on standard input until it ends: `vigie-bench worker DIR DAYS`.
pub fn worker(dir: &str, days: &str) -> Result<(), Failure> {
    let mut peers = peers(Path::new(dir), days.parse()?)?;
    contest::serve(&mut peers, std::io::stdin().lock(), std::io::stdout().lock())
}

fn peers(dir: &Path, days: i32) -> Result<Peers, Failure> {
    let mut peers = Peers::new();
    peers.insert("vault", Box::new(Contestant::<Sealed>::new(&dir.join("vault"), days)?));
    Ok(peers)
}

/// The vault with one payload an entry.
struct Sealed(Vault);

fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots bien secrets")
}

impl Store for Sealed {
    /// Text, since a code has no default; opening with a code derives no slow hash, as a raw key would not.
    type Key = String;

    fn create(dir: &Path) -> Result<(Self, String), Failure> {
        let passphrase = passphrase();
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let (vault, code) = Vault::create(dir, key, Anchoring::none())?;
        Ok((Self(vault), code.to_string()))
    }

    fn insert(&mut self, entry: &DailyEntry) -> Result<(), Failure> {
        self.0.append(&[&postcard::to_stdvec(entry)?])?;
        Ok(())
    }

    fn import(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        let payloads = entries.iter().map(postcard::to_stdvec).collect::<Result<Vec<_>, _>>()?;
        self.0.append(&payloads.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
        Ok(())
    }

    fn open(dir: &Path, code: &String) -> Result<(Self, Vec<DailyEntry>), Failure> {
        let code = RecoveryCode::parse(code)?;
        let (vault, records) = Vault::open(dir, Unlock::RecoveryCode(&code), Anchoring::none())?;
        let entries = records
            .iter()
            .map(|record| postcard::from_bytes(&record.payload))
            .collect::<Result<_, _>>()?;
        Ok((Self(vault), entries))
    }

    /// Through the journal, which is what a shell asks.
    fn reader(dir: &Path, entries: &[DailyEntry]) -> Result<Reader, Failure> {
        let days = u16::try_from(entries.len())?;
        // The last day of the series is today, and the last entry is yesterday's.
        let clock = Arc::new(FixedClock(Moment::at(contest::today()?.plus(-1), 600, 60)));
        let passphrase = passphrase();
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let (journal, _) = Journal::create(dir, key, Anchoring::none(), clock)?;
        let mut table = Vec::new();
        write_table("p", TableOf { entries, ..TableOf::default() }, &mut table)?;
        journal.import(table.as_slice(), &ImportOptions::default(), &mut |_| {})?;
        Ok(Box::new(move |item| {
            let series = std::hint::black_box(journal.series(item, days)?);
            Ok(series.iter().filter_map(|(_, cell)| cell.rating()).map(u64::from).sum())
        }))
    }

    fn close(self) -> Result<(), Failure> {
        Ok(self.0.close()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_is_done_and_every_other_line_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        let mut peers = peers(dir.path(), 30).unwrap();
        let asked = "vault insert\nvault import\nvault open\nvault series\nvault size\nvault sing\nelephant open\nx\n";
        let mut answers = Vec::new();
        contest::serve(&mut peers, asked.as_bytes(), &mut answers).unwrap();
        let answers = String::from_utf8(answers).unwrap();
        let first: Vec<&str> = answers.lines().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(first, ["ok", "ok", "ok", "ok", "ok", "error", "error", "error"]);
    }
}
