//! SQLite with and without SQLCipher's encryption: as tables, and with the vault's payload in one blob a row.
//!
//! Set up as somebody would who knows SQLite well, and as the vault's own: one connection, WAL, FULL, exclusive locking,
//! statements prepared once, the default page size and cache.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::path::Path;

use rusqlite::{CachedStatement, Connection, OpenFlags, Transaction, TransactionBehavior, params};
use vigie_model::{Answer, DailyEntry, Day, Item, Note, PerformanceStatus, Rating};

use crate::contest::{Failure, ITEMS, Reader, Store};

const FILE: &str = "journal.db";

/// As the vault's, but for what it does against those who read or change the file.
const SETTINGS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

/// Items are numbered, since their names would otherwise stand in every row. Answers are found by entry (the table itself)
/// and by item (the index, which covers the one question asked of it).
const TABLES: &str = "
    CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE entries (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, too_unwell INTEGER NOT NULL,
        state INTEGER, note TEXT) STRICT;
    CREATE INDEX entries_by_day ON entries (day);
    CREATE TABLE answers (entry INTEGER NOT NULL REFERENCES entries, item INTEGER NOT NULL REFERENCES items,
        value INTEGER NOT NULL, PRIMARY KEY (entry, item)) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_item ON answers (item, entry, value);";

/// Whether the pages are encrypted.
pub trait Pages {
    /// What is said first to a new connection.
    const UNLOCK: &'static str;
}

/// SQLCipher's defaults, with a raw key: nothing is derived on opening.
pub struct Encrypted;

impl Pages for Encrypted {
    const UNLOCK: &'static str =
        "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";";
}

/// The same library without a key: plain SQLite.
pub struct Clear;

impl Pages for Clear {
    const UNLOCK: &'static str = "";
}

fn connect<P: Pages>(dir: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(dir.join(FILE), flags)?;
    connection.execute_batch(P::UNLOCK)?;
    connection.execute_batch(SETTINGS)?;
    Ok(connection)
}

fn close(connection: Connection) -> Result<(), Failure> {
    Ok(connection.close().map_err(|(_, error)| error)?)
}

/// Entries and answers in tables.
pub struct Relational<P> {
    connection: Connection,
    pages: PhantomData<P>,
}

impl<P: Pages> Relational<P> {
    fn write(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write_entries(&transaction, entries)?;
        Ok(transaction.commit()?)
    }
}

fn write_entries(transaction: &Transaction<'_>, entries: &[DailyEntry]) -> Result<(), Failure> {
    let mut entry_row = transaction.prepare_cached(
        "INSERT INTO entries (day, too_unwell, state, note) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut answer_row = transaction
        .prepare_cached("INSERT INTO answers (entry, item, value) VALUES (?1, ?2, ?3)")?;
    for entry in entries {
        let id = entry_row.insert(params![
            entry.day.epoch_days(),
            entry.too_unwell,
            entry.state.map(PerformanceStatus::get),
            entry.note.as_ref().map(Note::as_str),
        ])?;
        for (item, answer) in &entry.answers {
            answer_row.execute(params![id, number_of(item)?, value_of(*answer)])?;
        }
    }
    Ok(())
}

/// An expert keeps the few items in memory.
fn number_of(item: &Item) -> Result<i64, Failure> {
    thread_local! {
        static NUMBERS: BTreeMap<Item, i64> =
            (0..).zip(ITEMS).filter_map(|(n, name)| Some((name.parse().ok()?, n))).collect();
    }
    Ok(NUMBERS.with(|numbers| numbers.get(item).copied()).ok_or("no such item")?)
}

const SKIPPED: i64 = -1;
const TOO_UNWELL: i64 = -2;

fn value_of(answer: Answer) -> i64 {
    match answer {
        Answer::Rated(rating) => i64::from(rating.get()),
        Answer::Skipped => SKIPPED,
        Answer::TooUnwell => TOO_UNWELL,
    }
}

fn answer_of(value: i64) -> Result<Answer, Failure> {
    Ok(match value {
        SKIPPED => Answer::Skipped,
        TOO_UNWELL => Answer::TooUnwell,
        rating => Answer::Rated(Rating::try_from(u8::try_from(rating)?)?),
    })
}

fn day_of(days: i32) -> Result<Day, Failure> {
    Day::from_epoch_days(days).ok_or_else(|| "no such day".into())
}

/// Both tables are read once, in step: quicker than a join, or than one question an entry.
fn read_entries(connection: &Connection) -> Result<Vec<DailyEntry>, Failure> {
    let mut items = Vec::new();
    let mut statement = connection.prepare("SELECT id, name FROM items ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        items.push(row.get_ref(1)?.as_str()?.parse::<Item>()?);
    }
    let mut entries: Vec<DailyEntry> = Vec::new();
    let mut said = Vec::with_capacity(ITEMS.len());
    let mut statement =
        connection.prepare("SELECT id, day, too_unwell, state, note FROM entries ORDER BY id")?;
    let mut answers =
        connection.prepare("SELECT entry, item, value FROM answers ORDER BY entry, item")?;
    let mut answers = answers.query([])?;
    let mut next = answers.next()?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let mut entry = DailyEntry::new(day_of(row.get(1)?)?);
        entry.too_unwell = row.get(2)?;
        entry.state = row.get::<_, Option<u8>>(3)?.and_then(PerformanceStatus::new);
        entry.note = row.get_ref(4)?.as_str_or_null()?.map(|t| Note::new("note", t)).transpose()?;
        while let Some(answer) = next {
            if answer.get::<_, i64>(0)? != id {
                break;
            }
            let item = items.get(usize::from(answer.get::<_, u16>(1)?)).ok_or("no such item")?;
            said.push((item.clone(), answer_of(answer.get(2)?)?));
            next = answers.next()?;
        }
        // In one go, as the model reads its own: quicker than one by one.
        entry.answers = said.drain(..).collect();
        entries.push(entry);
    }
    Ok(entries)
}

impl<P: Pages + 'static> Store for Relational<P> {
    type Key = ();

    fn create(dir: &Path) -> Result<(Self, ()), Failure> {
        let connection = connect::<P>(dir)?;
        connection.execute_batch(TABLES)?;
        for (n, name) in (0_i64..).zip(ITEMS) {
            connection.execute("INSERT INTO items (id, name) VALUES (?1, ?2)", params![n, name])?;
        }
        Ok((Self { connection, pages: PhantomData }, ()))
    }

    fn insert(&mut self, entry: &DailyEntry) -> Result<(), Failure> {
        self.write(std::slice::from_ref(entry))
    }

    fn import(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        self.write(entries)
    }

    fn open(dir: &Path, (): &()) -> Result<(Self, Vec<DailyEntry>), Failure> {
        let connection = connect::<P>(dir)?;
        let entries = read_entries(&connection)?;
        Ok((Self { connection, pages: PhantomData }, entries))
    }

    fn reader(dir: &Path, entries: &[DailyEntry]) -> Result<Reader, Failure> {
        let (mut store, ()) = Self::create(dir)?;
        store.import(entries)?;
        Ok(Box::new(move |item| {
            let statement = store.connection.prepare_cached(
                "SELECT entries.day, answers.value FROM answers JOIN entries ON entries.id = answers.entry
                 WHERE answers.item = ?1 ORDER BY answers.entry",
            )?;
            read_series(statement, number_of(item)?)
        }))
    }

    fn close(self) -> Result<(), Failure> {
        close(self.connection)
    }
}

fn read_series(mut statement: CachedStatement<'_>, item: i64) -> Result<u64, Failure> {
    let mut series = Vec::new();
    let mut rows = statement.query([item])?;
    while let Some(row) = rows.next()? {
        series.push((day_of(row.get(0)?)?, answer_of(row.get(1)?)?));
    }
    let series = std::hint::black_box(series);
    Ok(series.iter().filter_map(|(_, answer)| answer.rating()).map(u64::from).sum())
}

/// The vault's payload, one blob a row.
pub struct Payload<P> {
    connection: Connection,
    pages: PhantomData<P>,
}

impl<P: Pages> Payload<P> {
    fn write(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut row =
                transaction.prepare_cached("INSERT INTO records (payload) VALUES (?1)")?;
            for entry in entries {
                row.execute([postcard::to_stdvec(entry)?])?;
            }
        }
        Ok(transaction.commit()?)
    }
}

impl<P: Pages> Store for Payload<P> {
    type Key = ();

    fn create(dir: &Path) -> Result<(Self, ()), Failure> {
        let connection = connect::<P>(dir)?;
        connection.execute_batch(
            "CREATE TABLE records (id INTEGER PRIMARY KEY, payload BLOB NOT NULL) STRICT;",
        )?;
        Ok((Self { connection, pages: PhantomData }, ()))
    }

    fn insert(&mut self, entry: &DailyEntry) -> Result<(), Failure> {
        self.write(std::slice::from_ref(entry))
    }

    fn import(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        self.write(entries)
    }

    fn open(dir: &Path, (): &()) -> Result<(Self, Vec<DailyEntry>), Failure> {
        let connection = connect::<P>(dir)?;
        let mut entries = Vec::new();
        let mut statement = connection.prepare("SELECT payload FROM records ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            entries.push(postcard::from_bytes(row.get_ref(0)?.as_blob()?)?);
        }
        drop(rows);
        drop(statement);
        Ok((Self { connection, pages: PhantomData }, entries))
    }

    fn close(self) -> Result<(), Failure> {
        close(self.connection)
    }
}
