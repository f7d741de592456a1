//! What is measured, and against what.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vigie_journal::{
    Anchoring, Answer, DailyEntry, Day, FixedClock, ImportOptions, Journal, KdfParams, Moment,
    NewKey, Passphrase, Rating, ReplayOptions, Unlock, replay, write_table,
};
use vigie_simulator::{PatientSpec, Symptoms, cohort, write_csv};
use vigie_vault::Vault;

use crate::contest::Failure;
use crate::measure::{Row, pairs};

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
}

/// Bytes of an entry of ten symptoms as the journal writes it, before padding.
const PAYLOAD: usize = 150;

fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots bien secrets")
}

fn today() -> Result<Day, Failure> {
    Day::from_ymd(2026, 11, 23).ok_or_else(|| "no such day".into())
}

fn journal(dir: &Path) -> Result<Journal, Failure> {
    let clock = Arc::new(FixedClock(Moment::at(today()?, 600, 60)));
    // Deriving the key is meant to be slow, and would hide everything else.
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Ok(Journal::create(dir, key, Anchoring::none(), clock)?.0)
}

/// Entries of ten symptoms, one a day, up to yesterday.
fn entries(days: i32) -> Result<Vec<DailyEntry>, Failure> {
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

fn fill(journal: &Journal, entries: &[DailyEntry]) -> Result<(), Failure> {
    let mut table = Vec::new();
    write_table("p", entries, &mut table)?;
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
        || {
            let passphrase = passphrase();
            let unlock = Unlock::Passphrase(&passphrase);
            let clock = Arc::clone(&clock) as Arc<dyn vigie_journal::Clock>;
            Ok(Journal::open(&folder, unlock, Anchoring::none(), clock)?.lock()?)
        },
        || {
            std::hint::black_box(std::fs::read(&file)?);
            Ok(())
        },
    )?;
    Ok(vec![row])
}

/// Importing against reading the rows.
pub fn import(dir: &Path, size: &Size) -> Result<Vec<Row>, Failure> {
    let path = dir.join("import.csv");
    write_table("p", &entries(365 * size.years)?, File::create(&path)?)?;
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
    [(1, false), (2, false), (2, true)]
        .into_iter()
        .map(|(threads, sorted)| {
            let how = if sorted { "streamed" } else { "read first" };
            let name = format!("replay of {rows} rows, {threads} thread(s), {how} / csv crate");
            pairs(name, None, size.pairs.min(7), with(threads, sorted), || read(&path))
        })
        .collect()
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
