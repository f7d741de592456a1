//! What is measured, and against what.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use vigie_journal::{
    Anchoring, Answer, DailyEntry, Day, FixedClock, ImportOptions, Journal, KdfParams, Moment,
    NewKey, Passphrase, Profile, Rating, ReplayOptions, RulePack, TableOf, Unlock, replay,
    write_table,
};
use vigie_simulator::{PatientSpec, Symptoms, cohort, write_csv};
use vigie_vault::Vault;
use vigie_watch::Watch;

use crate::contest::Failure;
use crate::measure::{Row, Unit, in_turn, pairs};

/// How much of each.
pub struct Size {
    pairs: usize,
    inserts: usize,
    years: i32,
    rows: u64,
}

impl Size {
    /// The full table, or a small one that only shows that everything runs.
    pub fn of(quick: bool) -> Self {
        if quick {
            Self { pairs: 3, inserts: 5, years: 1, rows: 5_000 }
        } else {
            Self { pairs: 15, inserts: 200, years: 10, rows: 500_000 }
        }
    }

    /// Measurements of each row.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// Days of a long journal.
    pub fn days(&self) -> i32 {
        365 * self.years
    }
}

/// Bytes of an entry of ten symptoms as the journal writes it, before padding.
const PAYLOAD: usize = 150;

/// Opens every journal that is made here.
pub const PASSPHRASE: &str = "quatre mots bien secrets";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE)
}

/// The day on which it is measured.
pub fn today() -> Result<Day, Failure> {
    Day::from_ymd(2026, 11, 23).ok_or_else(|| "no such day".into())
}

/// A new journal in a folder.
pub fn journal(dir: &Path) -> Result<Journal, Failure> {
    let clock = Arc::new(FixedClock(Moment::at(today()?, 600, 60)));
    // Deriving the key is meant to be slow, and would hide everything else.
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Ok(Journal::create(dir, key, Anchoring::none(), clock)?.0)
}

/// Entries of ten symptoms, one a day, up to yesterday.
pub fn entries(days: i32) -> Result<Vec<DailyEntry>, Failure> {
    let items = [
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
    let first = today()?.plus(-days);
    let mut all = Vec::new();
    for day in first.through(today()?.plus(-1)) {
        let mut entry = DailyEntry::new(day);
        for (n, item) in (0..).zip(items) {
            // A quiet diary: no rule fires, so only the work itself is measured.
            let rating = u8::try_from((day.epoch_days() + n).rem_euclid(4)).unwrap_or(0);
            entry.answer(item.parse()?, Answer::Rated(Rating::try_from(rating)?));
        }
        all.push(entry);
    }
    Ok(all)
}

/// Brings entries into a journal.
pub fn fill(journal: &Journal, entries: &[DailyEntry]) -> Result<(), Failure> {
    let mut table = Vec::new();
    write_table("p", TableOf { entries, ..TableOf::default() }, &mut table)?;
    journal.import(table.as_slice(), &ImportOptions::default(), &mut |_| {})?;
    Ok(())
}

/// One durable insert against a bare append and fdatasync of the same bytes.
pub fn insert(dir: &Path, size: &Size) -> Result<Vec<Row>, Failure> {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(&dir.join("insert"), key, Anchoring::none())?;
    let payload = vec![7u8; PAYLOAD];
    let mut plain = OpenOptions::new().create(true).append(true).open(dir.join("plain"))?;
    let mut append = || -> Result<(), Failure> {
        plain.write_all(&payload)?;
        Ok(plain.sync_data()?)
    };
    let vault_row = pairs(
        "durable insert into the vault / append + fdatasync",
        Some(1.7),
        size.inserts,
        || Ok(vault.append(&[&payload]).map(drop)?),
        &mut append,
    )?;
    let ten_weeks = journal(&dir.join("record"))?;
    fill(&ten_weeks, &entries(70)?)?;
    let entry = entries(1)?;
    let record_row = pairs(
        "Journal::record after ten weeks (with the watch) / append + fdatasync",
        None,
        size.inserts,
        || {
            entry.iter().try_for_each(|entry| ten_weeks.record(entry.clone()).map(drop))?;
            Ok(())
        },
        &mut append,
    )?;
    Ok(vec![vault_row, record_row])
}

/// Opening ten years against reading the same file.
pub fn open(dir: &Path, size: &Size) -> Result<Vec<Row>, Failure> {
    let folder = dir.join("open");
    let ten_years = journal(&folder)?;
    fill(&ten_years, &entries(365 * size.years)?)?;
    ten_years.lock()?;
    let file = folder.join("journal.vigie");
    let clock = Arc::new(FixedClock(Moment::at(today()?, 600, 60)));
    let row = pairs(
        format!("opening {} years (key derivation aside) / reading the file", size.years),
        None,
        size.pairs,
        || Ok(reopen(&folder, &clock)?.lock()?),
        || {
            std::hint::black_box(std::fs::read(&file)?);
            Ok(())
        },
    )?;
    Ok(vec![row, one_day(&folder, size, &clock)?, record_late(&folder, size, &clock)?])
}

/// What the watch takes for one day after ten years, against opening them.
fn one_day(folder: &Path, size: &Size, clock: &Arc<FixedClock>) -> Result<Row, Failure> {
    /// Days looked at in one measurement, for one is too short to be timed.
    const DAYS: usize = 20;
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    let days = entries(365 * size.years)?;
    let lived = days.len().saturating_sub(DAYS * (size.pairs + 1));
    let (past, rest) = days.split_at(lived);
    past.iter().for_each(|entry| drop(watch.read(entry)));
    let mut rest = rest.chunks(DAYS);
    in_turn(
        (
            format!("the watch's look at one day after {} years / opening them", size.years),
            Some(0.02),
            Unit::Seconds,
        ),
        size.pairs,
        || {
            let days = rest.next().ok_or("no day is left")?;
            let start = Instant::now();
            days.iter().for_each(|entry| drop(std::hint::black_box(watch.read(entry))));
            Ok(start.elapsed().as_secs_f64() / days.len() as f64)
        },
        || {
            let start = Instant::now();
            let journal = reopen(folder, clock)?;
            let took = start.elapsed().as_secs_f64();
            journal.lock()?;
            Ok(took)
        },
    )
}

/// A whole `record` after ten years: it lives the diary through once more, so that what it says
/// never depends on what was worked out before.
fn record_late(folder: &Path, size: &Size, clock: &Arc<FixedClock>) -> Result<Row, Failure> {
    let journal = reopen(folder, clock)?;
    let entry = entries(1)?.pop().ok_or("no entry")?;
    let row = pairs(
        format!("Journal::record after {} years / opening them", size.years),
        None,
        size.pairs,
        || Ok(journal.record(entry.clone()).map(drop)?),
        || {
            // Another copy, for a journal is open once.
            let copy = folder.with_extension("copy");
            if !copy.exists() {
                std::fs::create_dir(&copy)?;
                std::fs::copy(folder.join("journal.vigie"), copy.join("journal.vigie"))?;
            }
            Ok(reopen(&copy, clock)?.lock()?)
        },
    )?;
    journal.lock()?;
    Ok(row)
}

/// Opens the journal of a folder.
pub fn reopen(folder: &Path, clock: &Arc<FixedClock>) -> Result<Journal, Failure> {
    let passphrase = passphrase();
    let clock = Arc::clone(clock) as Arc<dyn vigie_journal::Clock>;
    Ok(Journal::open(folder, Unlock::Passphrase(&passphrase), Anchoring::none(), clock)?)
}

/// Importing against reading the rows.
pub fn import(dir: &Path, size: &Size) -> Result<Vec<Row>, Failure> {
    let path = dir.join("import.csv");
    let entries = &entries(365 * size.years)?;
    write_table("p", TableOf { entries, ..TableOf::default() }, File::create(&path)?)?;
    let mut n = 0;
    let row = pairs(
        format!(
            "importing {} rows in one transaction / reading with the csv crate",
            3650 * size.years
        ),
        None,
        size.pairs,
        || {
            n += 1;
            let journal = journal(&dir.join(format!("import-{n}")))?;
            journal.import(File::open(&path)?, &ImportOptions::default(), &mut |_| {})?;
            Ok(journal.lock()?)
        },
        || read(&path),
    )?;
    Ok(vec![row])
}

/// Replaying a table of simulated people against just reading it.
pub fn replay_table(dir: &Path, size: &Size) -> Result<Vec<Row>, Failure> {
    let (path, rows) = people(dir, size.rows)?;
    let with = |threads: usize, sorted: bool| {
        let options = ReplayOptions { threads, sorted, ..ReplayOptions::default() };
        let path = path.clone();
        move || {
            replay(File::open(&path)?, &options, std::io::sink(), &mut |_| {})?;
            Ok(())
        }
    };
    let mut table: Vec<Row> = [(1, false), (2, false), (2, true)]
        .into_iter()
        .map(|(threads, sorted)| {
            let how = if sorted { "streamed" } else { "any order" };
            let name = format!("replay of {rows} rows, {threads} thread(s), {how} / csv crate");
            pairs(name, None, size.pairs.min(7), with(threads, sorted), || read(&path))
        })
        .collect::<Result<_, _>>()?;
    match Python::start(&path) {
        Ok(mut python) => {
            let name =
                format!("replay of {rows} rows, 2 thread(s) / Python's csv module reads them");
            table.push(pairs(name, Some(1.0), size.pairs, with(2, false), || python.read())?);
        }
        Err(error) => println!("without a comparison with Python's csv module: {error}"),
    }
    Ok(table)
}

/// A Python that waits with its modules loaded, so that only the reading is measured.
struct Python {
    process: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Reads the whole table each time a line comes in, and answers with the number of rows.
const READ_BY_PYTHON: &str = "\
import csv, sys
for _ in sys.stdin:
    with open(sys.argv[1], newline='', encoding='utf-8') as file:
        print(sum(1 for row in csv.reader(file)), flush=True)
";

impl Python {
    fn start(path: &Path) -> Result<Self, Failure> {
        let mut process = Command::new("python3")
            .args(["-c", READ_BY_PYTHON])
            .arg(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let asked = process.stdin.take().ok_or("no way to ask")?;
        let answers = BufReader::new(process.stdout.take().ok_or("no answers")?);
        Ok(Self { process, asked, answers })
    }

    fn read(&mut self) -> Result<(), Failure> {
        self.asked.write_all(b"read\n")?;
        self.asked.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        let rows: usize = answer.trim().parse()?;
        std::hint::black_box(rows);
        Ok(())
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        // It may be gone already; nothing more can be done then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A table of at least so many rows of simulated people, sorted by patient.
fn people(dir: &Path, rows: u64) -> Result<(PathBuf, usize), Failure> {
    let path = dir.join("people.csv");
    let start = Day::from_ymd(2025, 1, 6).ok_or("no such day")?;
    let spec = PatientSpec::stable(start, Symptoms::Eight);
    let mut patients = Vec::new();
    let mut count = 0;
    for patient in cohort(&spec, 0..) {
        let id = format!("p{:06}", patients.len());
        count += patient.to_csv_rows(&id).len();
        patients.push((id, patient));
        if u64::try_from(count)? >= rows {
            break;
        }
    }
    let mut file = std::io::BufWriter::new(File::create(&path)?);
    write_csv(patients.iter().map(|(id, patient)| (id.as_str(), patient)), &mut file)?;
    file.flush()?;
    Ok((path, count))
}

/// The least that anybody can do with a table.
fn read(path: &Path) -> Result<(), Failure> {
    let mut reader = csv::Reader::from_path(path)?;
    let mut record = csv::ByteRecord::new();
    let mut bytes = 0;
    while reader.read_byte_record(&mut record)? {
        bytes += record.as_slice().len();
    }
    std::hint::black_box(bytes);
    Ok(())
}
