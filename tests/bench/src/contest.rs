//! What our worker and the peers' worker share: the ten years, the work, and the lines they are asked and answer in.
//!
//! Cargo unifies features inside a workspace, and two SQLites do not fit into one process: so each side is a program of its
//! own, `PROGRAM worker DIR DAYS`, and this file is compiled into both. It is asked `PEER WORK`, one line each, and answers
//! `ok SECONDS CHECK` (for `size`: bytes) or `error WHY`; equal work gives equal checks.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use vigie_model::{Answer, DailyEntry, Day, Item, Note, Rating};

/// A failure of the work that is measured.
pub type Failure = Box<dyn std::error::Error>;

/// The ten symptoms that are asked every day.
pub const ITEMS: [&str; 10] = [
    "fatigue",
    "pain",
    "nausea",
    "appetite",
    "sleep",
    "cough",
    "worry",
    "dizziness",
    "rash",
    "pain:lower-back",
];

/// The item whose series is read.
pub const SERIES_ITEM: &str = "nausea";

/// One day in so many has a note.
const NOTE_EVERY: i32 = 20;

/// The day after the last one of a filled journal.
pub fn today() -> Result<Day, Failure> {
    Day::from_ymd(2026, 11, 23).ok_or_else(|| "no such day".into())
}

/// An entry of ten symptoms; a few have a note of some eighty bytes.
pub fn entry(day: Day) -> Result<DailyEntry, Failure> {
    let mut entry = DailyEntry::new(day);
    for (n, item) in (0_i64..).zip(ITEMS) {
        // Ratings that a table cannot squeeze and a reader cannot guess.
        let mixed = i64::from(day.epoch_days()) * 7_919 + n * 104_729;
        let rating = u8::try_from((mixed * mixed / 97).rem_euclid(11))?;
        entry.answer(item.parse()?, Answer::Rated(Rating::try_from(rating)?));
    }
    if day.epoch_days() % NOTE_EVERY == 0 {
        let text =
            format!("{day}: tired after the walk, slept at noon, better in the evening, ate soup");
        entry.note = Some(Note::new("note", &text)?);
    }
    Ok(entry)
}

/// So many days up to yesterday.
pub fn entries(days: i32) -> Result<Vec<DailyEntry>, Failure> {
    today()?.plus(-days).through(today()?.plus(-1)).map(entry).collect()
}

/// Something a journal can be kept in, open. What it cannot do it says by the default methods.
pub trait Store: Sized {
    /// What it takes to open it again.
    type Key: Default;

    /// A new and empty one in a folder that is there.
    fn create(dir: &Path) -> Result<(Self, Self::Key), Failure>;

    /// One entry, durable on return.
    fn insert(&mut self, entry: &DailyEntry) -> Result<(), Failure>;

    /// Many entries in one transaction, durable on return.
    fn import(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        entries.iter().try_for_each(|entry| self.insert(entry))
    }

    /// Opens one that was closed and reads every entry.
    fn open(dir: &Path, key: &Self::Key) -> Result<(Self, Vec<DailyEntry>), Failure>;

    /// What reads one series from a store that holds these entries and is open.
    fn reader(_dir: &Path, _entries: &[DailyEntry]) -> Result<Reader, Failure> {
        Err("this peer has no series".into())
    }

    /// Closes it, with all that takes to leave as few bytes as it needs.
    fn close(self) -> Result<(), Failure> {
        Ok(())
    }
}

/// Reads the series of one item and tells the sum of its ratings.
pub type Reader = Box<dyn FnMut(&Item) -> Result<u64, Failure>>;

/// What a piece of work took, and a number by which two peers can be seen to have done the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Done {
    /// Seconds, or bytes of `size`.
    pub amount: f64,
    pub check: u64,
}

/// A peer that can be asked for pieces of work by name.
pub trait Peer {
    /// Does one piece of work.
    fn work(&mut self, work: &str) -> Result<Done, Failure>;
}

/// One kind of store at work in a folder of its own.
pub struct Contestant<S: Store> {
    dir: PathBuf,
    days: i32,
    /// The store that entries are inserted into, and how many were.
    inserting: Option<(S, i32)>,
    /// How to open the store that is only read.
    filled: Option<S::Key>,
    reader: Option<Reader>,
}

impl<S: Store> Contestant<S> {
    /// Makes its folder.
    pub fn new(dir: &Path, days: i32) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir)?;
        let dir = dir.to_owned();
        Ok(Self { dir, days, inserting: None, filled: None, reader: None })
    }

    fn folder(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.dir.join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The folder of a store with all entries, closed, and its key.
    fn filled(&mut self) -> Result<(PathBuf, &S::Key), Failure> {
        let folder = self.folder("filled")?;
        if self.filled.is_none() {
            let (mut store, key) = S::create(&folder)?;
            store.import(&entries(self.days)?)?;
            store.close()?;
            self.filled = Some(key);
        }
        Ok((folder, self.filled.as_ref().ok_or("the store was just filled")?))
    }

    fn insert(&mut self) -> Result<Done, Failure> {
        if self.inserting.is_none() {
            let folder = self.folder("insert")?;
            let (mut store, key) = S::create(&folder)?;
            store.import(&entries(self.days)?)?;
            store.close()?;
            // Opened anew: what the import left in memory and beside the file is not there on an ordinary day.
            self.inserting = Some((S::open(&folder, &key)?.0, 0));
        }
        let (store, inserted) = self.inserting.as_mut().ok_or("the store was just made")?;
        let entry = entry(today()?.plus(*inserted))?;
        *inserted += 1;
        let start = Instant::now();
        store.insert(&entry)?;
        Ok(Done { amount: start.elapsed().as_secs_f64(), check: 1 })
    }

    fn import(&mut self) -> Result<Done, Failure> {
        let folder = self.folder("import")?;
        let entries = entries(self.days)?;
        let (mut store, _) = S::create(&folder)?;
        let start = Instant::now();
        store.import(&entries)?;
        let amount = start.elapsed().as_secs_f64();
        store.close()?;
        std::fs::remove_dir_all(&folder)?;
        Ok(Done { amount, check: u64::try_from(entries.len())? })
    }

    fn open(&mut self) -> Result<Done, Failure> {
        let (folder, key) = self.filled()?;
        let start = Instant::now();
        let (store, entries) = S::open(&folder, key)?;
        let amount = start.elapsed().as_secs_f64();
        store.close()?;
        Ok(Done { amount, check: check(&entries)? })
    }

    fn series(&mut self) -> Result<Done, Failure> {
        if self.reader.is_none() {
            self.reader = Some(S::reader(&self.folder("series")?, &entries(self.days)?)?);
        }
        let reader = self.reader.as_mut().ok_or("the reader was just made")?;
        let item = SERIES_ITEM.parse()?;
        let start = Instant::now();
        let check = reader(&item)?;
        Ok(Done { amount: start.elapsed().as_secs_f64(), check })
    }

    fn size(&mut self) -> Result<Done, Failure> {
        let (folder, _) = self.filled()?;
        let mut bytes = 0;
        for file in std::fs::read_dir(folder)? {
            bytes += file?.metadata()?.len();
        }
        // Far below the numbers a double cannot hold.
        Ok(Done { amount: bytes as f64, check: u64::try_from(self.days)? })
    }
}

impl<S: Store> Peer for Contestant<S> {
    fn work(&mut self, work: &str) -> Result<Done, Failure> {
        match work {
            "insert" => self.insert(),
            "import" => self.import(),
            "open" => self.open(),
            "series" => self.series(),
            "size" => self.size(),
            _ => Err(format!("no work is called '{work}'").into()),
        }
    }
}

/// Every rating and every letter counts, in its place.
fn check(entries: &[DailyEntry]) -> Result<u64, Failure> {
    let mut sum = 0_u64;
    for entry in entries {
        let ratings = entry.answers.values().filter_map(|answer| answer.rating());
        let digits = ratings.fold(0, |sum: u64, rating| sum * 11 + u64::from(rating));
        let note = entry.note.as_ref().map_or(0, |note| note.as_str().len());
        let day = u64::from(entry.day.epoch_days().unsigned_abs());
        sum = sum.wrapping_mul(31).wrapping_add(digits + day + u64::try_from(note)?);
    }
    Ok(sum)
}

/// Every peer of a worker, by name.
pub type Peers = BTreeMap<&'static str, Box<dyn Peer>>;

/// Answers the lines it is asked, to the end.
pub fn serve(
    peers: &mut Peers,
    asked: impl BufRead,
    mut answers: impl Write,
) -> Result<(), Failure> {
    for line in asked.lines() {
        let line = line?;
        match answer(peers, &line) {
            Ok(Done { amount, check }) => writeln!(answers, "ok {amount} {check}")?,
            Err(error) => writeln!(answers, "error {line}: {error}")?,
        }
        answers.flush()?;
    }
    Ok(())
}

fn answer(peers: &mut Peers, line: &str) -> Result<Done, Failure> {
    let (peer, work) = line.split_once(' ').ok_or("a line is PEER WORK")?;
    peers.get_mut(peer).ok_or_else(|| format!("no peer is called '{peer}'"))?.work(work)
}
