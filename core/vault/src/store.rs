//! SQLite: the one connection, its settings, and the few statements there are. Sealed bytes in, sealed bytes out.

use crate::create::sync_dir;
use crate::error::VaultError;
use crate::ids::{BlobId, RecordId};
use crate::record::{ChunkRow, Row};
use crate::schema::{APPLICATION_ID, PAGE_SIZE, TABLES, tables_of};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `locking_mode` comes first: then the `-wal` index lives in memory and no `-shm` file is made. FULL makes each commit wait
/// for the disk; `fullfsync` makes Apple's disks mean it. Nothing is spilt to temporary files, and freed space is zeroed.
const SETTINGS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
    PRAGMA trusted_schema = OFF;";

/// Pages in the `-wal` file after which they are folded into the database. Few: the file is then written again from its
/// start, and a commit over what is there takes half as long as one that makes the file longer (the file system has to write
/// down the new length too). Folding in two or three hundred kilobytes now and then costs less than that.
const WAL_PAGES: u32 = 60;

/// Bytes of a `-wal` file beside which nothing is tidied up: half of what it is let grow.
const WAL_LONG: u64 = WAL_PAGES as u64 * (PAGE_SIZE as u64 + 24) / 2;

/// The database of one open journal.
pub(crate) struct Store {
    conn: Connection,
    /// The `-wal` file a process that died left, as long as it may be lost; see [`settle`](Self::settle).
    left: Option<PathBuf>,
}

impl Store {
    /// Makes a complete database in a file that does not exist yet, durable on return. `fill` puts in what it holds beside
    /// the header, and gives the manifest.
    pub(crate) fn create(
        path: &Path,
        header: &[u8],
        fill: &mut dyn FnMut(&Batch<'_>) -> Result<Vec<u8>, VaultError>,
    ) -> Result<(), VaultError> {
        make_private_file(path)?;
        let mut conn = connect(path)?;
        conn.execute_batch(&format!("PRAGMA page_size = {PAGE_SIZE};"))?;
        conn.execute_batch(SETTINGS)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))?;
        let batch = Batch { tx };
        batch.add_tables(0)?;
        batch.tx.execute("INSERT INTO header (id, bytes) VALUES (1, ?1)", [header])?;
        let manifest = fill(&batch)?;
        batch.tx.execute("INSERT INTO manifest (id, sealed) VALUES (1, ?1)", [manifest])?;
        batch.commit()?;
        // Only now, so that everything is in this one file: a `-wal` could not be renamed together with it.
        // Read to its end: it answers "wal" before it has written that into the database.
        let mut statement = conn.prepare("PRAGMA journal_mode = WAL")?;
        let modes: Vec<String> =
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        drop(statement);
        if modes != ["wal"] {
            return Err(VaultError::Io { kind: ErrorKind::Other });
        }
        conn.close().map_err(|(_, error)| error)?;
        File::open(path)?.sync_all()?;
        Ok(())
    }

    /// Opens the database without changing anything in it, now or on drop, until [`keep`](Self::keep) is called.
    pub(crate) fn open(path: &Path) -> Result<Self, VaultError> {
        check_file_header(path)?;
        // SQLite would play such a file back into the database; a journal in WAL mode never has one.
        if beside(path, "-journal").try_exists()? {
            return Err(VaultError::Corrupt { what: "a rollback file beside the journal" });
        }
        let left = Some(beside(path, "-wal"))
            .filter(|wal| fs::metadata(wal).is_ok_and(|meta| meta.len() > 0));
        let conn = connect(path)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.execute_batch(SETTINGS)?;
        conn.pragma_update(None, "wal_autocheckpoint", WAL_PAGES)?;
        Ok(Self { conn, left })
    }

    /// The journal was understood: from now on the `-wal` file may be folded into the database on close.
    pub(crate) fn keep(&self) -> Result<(), VaultError> {
        self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(())
    }

    /// Whether a process that died left a long `-wal` file. It may be that there was no room to fold it in, and then there is
    /// none for tidying up.
    pub(crate) fn is_behind(&self) -> bool {
        let left = self.left.as_ref().and_then(|wal| fs::metadata(wal).ok());
        left.is_some_and(|left| left.len() > WAL_LONG)
    }

    /// Makes durable what a process that died left in the `-wal` file. It may have died before a sync, or after one that
    /// failed; what it wrote is then read from the system's memory, goes with the power, and takes along what was written
    /// behind it.
    pub(crate) fn settle(&mut self) -> Result<(), VaultError> {
        if let Some(wal) = &self.left {
            write_again(wal)?;
            self.left = None;
        }
        Ok(())
    }

    /// The stored header.
    pub(crate) fn header(&self) -> Result<Vec<u8>, VaultError> {
        Ok(self.conn.query_row("SELECT bytes FROM header WHERE id = 1", [], |row| row.get(0))?)
    }

    /// The sealed manifest.
    pub(crate) fn manifest(&self) -> Result<Vec<u8>, VaultError> {
        Ok(self.conn.query_row("SELECT sealed FROM manifest WHERE id = 1", [], |row| row.get(0))?)
    }

    /// Refuses a database with any table, index, trigger or view but ours: it would act on our statements.
    pub(crate) fn check_schema(&self, format: u16) -> Result<(), VaultError> {
        let mut statement =
            self.conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")?;
        let found = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<Vec<(String, String, String)>, _>>()?;
        let ours = tables_of(format);
        let same = found.len() == ours.len()
            && found.iter().zip(ours).all(|((kind, name, sql), (our_name, our_sql))| {
                kind == "table" && name == our_name && sql == our_sql
            });
        if same { Ok(()) } else { Err(VaultError::Tampered { what: "tables are not ours" }) }
    }

    /// Hands over every row in the order of writing.
    pub(crate) fn for_each_row(
        &self,
        mut each: impl FnMut(&Row<'_>) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let corrupt = VaultError::Corrupt { what: "record" };
        let mut statement =
            self.conn.prepare_cached("SELECT seq, id, sealed FROM records ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let seq = u64::try_from(row.get::<_, i64>(0)?).map_err(|_| corrupt)?;
            let id =
                row.get_ref(1)?.as_blob().ok().and_then(|id| id.try_into().ok()).ok_or(corrupt)?;
            let sealed = row.get_ref(2)?.as_blob().map_err(|_| corrupt)?;
            each(&Row { seq, id: RecordId::new(id), sealed: sealed.into() })?;
        }
        Ok(())
    }

    /// Begins a transaction. Dropped without [`Batch::commit`], nothing of it has happened.
    pub(crate) fn begin(&mut self) -> Result<Batch<'_>, VaultError> {
        self.settle()?;
        Ok(Batch { tx: self.conn.transaction_with_behavior(TransactionBehavior::Immediate)? })
    }

    /// Every segment with the place of its first record, in the order of writing.
    pub(crate) fn segments(&self) -> Result<Vec<(u64, Vec<u8>)>, VaultError> {
        let corrupt = VaultError::Corrupt { what: "segment" };
        let mut statement =
            self.conn.prepare_cached("SELECT seq, sealed FROM segments ORDER BY seq")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (first, sealed) = row?;
            Ok((u64::try_from(first).map_err(|_| corrupt)?, sealed))
        })
        .collect()
    }

    /// How many records have a row of their own.
    pub(crate) fn row_count(&self) -> Result<usize, VaultError> {
        let count: i64 =
            self.conn.query_row("SELECT count(*) FROM records", [], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// Gives free space back when it is more than a quarter of the file.
    pub(crate) fn tidy(&self) -> Result<(), VaultError> {
        let pages = |what: &str| -> Result<i64, VaultError> {
            Ok(self.conn.query_row(&format!("PRAGMA {what}"), [], |row| row.get(0))?)
        };
        if pages("freelist_count")? * 4 > pages("page_count")? {
            self.vacuum()?;
        }
        Ok(())
    }

    /// How many rows `chunks` has, numbered from 1 without a gap.
    pub(crate) fn chunk_count(&self) -> Result<u64, VaultError> {
        let (count, last): (i64, i64) =
            self.conn.query_row("SELECT count(*), ifnull(max(seq), 0) FROM chunks", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if count != last {
            return Err(VaultError::Tampered { what: "parts of attachments missing or added" });
        }
        Ok(count.unsigned_abs())
    }

    /// The `seq`th chunk.
    pub(crate) fn chunk(&self, seq: u64) -> Result<ChunkRow, VaultError> {
        chunk_at(&self.conn, seq)
    }

    /// Where the chunks of an attachment lie, in their order.
    pub(crate) fn chunks_of(&self, blob: BlobId) -> Result<Vec<u64>, VaultError> {
        let mut statement =
            self.conn.prepare_cached("SELECT seq FROM chunks WHERE blob = ?1 ORDER BY n")?;
        let seqs = statement.query_map([blob.as_bytes().as_slice()], |row| row.get::<_, i64>(0))?;
        seqs.map(|seq| Ok(seq?.unsigned_abs())).collect()
    }

    /// Which chunk of which attachment there is.
    pub(crate) fn parts(&self) -> Result<HashSet<(BlobId, u32)>, VaultError> {
        let mut statement = self.conn.prepare("SELECT blob, n FROM chunks")?;
        let parts = statement.query_map([], |row| Ok((BlobId::new(row.get(0)?), row.get(1)?)))?;
        Ok(parts.collect::<Result<_, _>>()?)
    }

    /// Writes every page anew, so that nothing is left of what was replaced.
    pub(crate) fn vacuum(&self) -> Result<(), VaultError> {
        Ok(self.conn.execute_batch("VACUUM;")?)
    }

    /// Folds the `-wal` file into the database and cuts it to nothing, so that no older page is left in it.
    pub(crate) fn fold(&self) -> Result<(), VaultError> {
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Lets go of every page in memory, so that what is read next comes from the files.
    pub(crate) fn forget_pages(&self) -> Result<(), VaultError> {
        Ok(self.conn.execute_batch("PRAGMA shrink_memory;")?)
    }

    /// SQLite's own check of its structure.
    pub(crate) fn check_integrity(&self) -> Result<(), VaultError> {
        let answer: String =
            self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if answer == "ok" { Ok(()) } else { Err(VaultError::Corrupt { what: "database" }) }
    }

    /// Closes the files, folding the `-wal` file in when that is allowed and there is room.
    pub(crate) fn close(self) -> Result<(), VaultError> {
        Ok(self.conn.close().map_err(|(_, error)| error)?)
    }

    /// Makes SQLite report a full disk once the database has this many pages.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, pages: u32) {
        self.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    }

    /// Runs statements on the vault's own connection, as no one else can while it is open.
    #[cfg(test)]
    pub(crate) fn edit(&self, sql: &str, values: impl rusqlite::Params) {
        self.conn.execute(sql, values).unwrap();
    }

    /// Pages the database has.
    #[cfg(test)]
    pub(crate) fn pages(&self) -> u32 {
        self.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap()
    }
}

/// One transaction.
pub(crate) struct Batch<'a> {
    tx: Transaction<'a>,
}

impl Batch<'_> {
    /// Adds a record.
    pub(crate) fn add(&self, row: &Row<'_>) -> Result<(), VaultError> {
        let mut insert =
            self.tx.prepare_cached("INSERT INTO records (seq, id, sealed) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![stored(row.seq)?, row.id.as_bytes().as_slice(), row.sealed])?;
        Ok(())
    }

    /// Replaces the sealed form of a record that is there.
    pub(crate) fn reseal(&self, row: &Row<'_>) -> Result<(), VaultError> {
        let mut update = self.tx.prepare_cached("UPDATE records SET sealed = ?2 WHERE seq = ?1")?;
        one(update.execute(params![stored(row.seq)?, row.sealed])?, "record")
    }

    /// Adds a segment of records that begin at `first`.
    pub(crate) fn add_segment(&self, first: u64, sealed: &[u8]) -> Result<(), VaultError> {
        let mut insert =
            self.tx.prepare_cached("INSERT INTO segments (seq, sealed) VALUES (?1, ?2)")?;
        insert.execute(params![stored(first)?, sealed])?;
        Ok(())
    }

    /// Replaces the sealed form of a segment that is there.
    pub(crate) fn reseal_segment(&self, first: u64, sealed: &[u8]) -> Result<(), VaultError> {
        let mut update =
            self.tx.prepare_cached("UPDATE segments SET sealed = ?2 WHERE seq = ?1")?;
        one(update.execute(params![stored(first)?, sealed])?, "segment")
    }

    /// Removes the row of a record that is in a segment now.
    pub(crate) fn remove(&self, seq: u64) -> Result<(), VaultError> {
        let mut delete = self.tx.prepare_cached("DELETE FROM records WHERE seq = ?1")?;
        one(delete.execute([stored(seq)?])?, "record")
    }

    /// Adds the `seq`th chunk.
    pub(crate) fn add_chunk(&self, seq: u64, row: &ChunkRow) -> Result<(), VaultError> {
        let mut insert = self
            .tx
            .prepare_cached("INSERT INTO chunks (seq, blob, n, sealed) VALUES (?1, ?2, ?3, ?4)")?;
        insert.execute(params![stored(seq)?, row.blob.as_bytes().as_slice(), row.n, row.sealed])?;
        Ok(())
    }

    /// The `seq`th chunk.
    pub(crate) fn chunk(&self, seq: u64) -> Result<ChunkRow, VaultError> {
        chunk_at(&self.tx, seq)
    }

    /// Replaces the sealed form of a chunk that is there.
    pub(crate) fn reseal_chunk(&self, seq: u64, row: &ChunkRow) -> Result<(), VaultError> {
        let mut update = self.tx.prepare_cached("UPDATE chunks SET sealed = ?2 WHERE seq = ?1")?;
        one(update.execute(params![stored(seq)?, row.sealed])?, "attachment")
    }

    /// Replaces the header.
    pub(crate) fn set_header(&self, header: &[u8]) -> Result<(), VaultError> {
        one(self.tx.execute("UPDATE header SET bytes = ?1 WHERE id = 1", [header])?, "header")
    }

    /// Replaces the manifest.
    pub(crate) fn set_manifest(&self, sealed: &[u8]) -> Result<(), VaultError> {
        let mut update = self.tx.prepare_cached("UPDATE manifest SET sealed = ?1 WHERE id = 1")?;
        one(update.execute([sealed])?, "manifest")
    }

    /// Makes the tables that a journal of an older format does not have.
    pub(crate) fn add_tables(&self, format: u16) -> Result<(), VaultError> {
        for (_, statement) in TABLES.iter().skip(tables_of(format).len()) {
            self.tx.execute_batch(statement)?;
        }
        Ok(())
    }

    /// Durable on return; on error nothing of it has happened.
    pub(crate) fn commit(self) -> Result<(), VaultError> {
        Ok(self.tx.commit()?)
    }
}

/// A number as SQLite stores it.
fn stored(seq: u64) -> Result<i64, VaultError> {
    i64::try_from(seq).map_err(|_| VaultError::TooLarge)
}

/// A statement that was to change one row did.
const fn one(changed: usize, what: &'static str) -> Result<(), VaultError> {
    if changed == 1 { Ok(()) } else { Err(VaultError::Corrupt { what }) }
}

fn chunk_at(conn: &Connection, seq: u64) -> Result<ChunkRow, VaultError> {
    let corrupt = VaultError::Corrupt { what: "attachment" };
    let mut statement = conn.prepare_cached("SELECT blob, n, sealed FROM chunks WHERE seq = ?1")?;
    let mut rows = statement.query([stored(seq)?])?;
    let row = rows.next()?.ok_or(corrupt)?;
    let blob = row.get_ref(0)?.as_blob().ok().and_then(|id| id.try_into().ok()).ok_or(corrupt)?;
    let n = u32::try_from(row.get::<_, i64>(1)?).map_err(|_| corrupt)?;
    let sealed = row.get_ref(2)?.as_blob().map_err(|_| corrupt)?.to_vec();
    Ok(ChunkRow { blob: BlobId::new(blob), n, sealed })
}

/// The path of a file SQLite keeps beside the database.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn connect(path: &Path) -> Result<Connection, VaultError> {
    // No URI, no mutex: the path is a path, and one vault is used by one thread at a time.
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Another program on the database is "in use" at once, not after rusqlite's five seconds of waiting.
    conn.busy_timeout(Duration::ZERO)?;
    Ok(conn)
}

/// A new file only its owner reads; SQLite gives the `-wal` file the same permissions.
pub(crate) fn make_private_file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a file's bytes in their place once more, durably. A sync alone is not enough: after one that failed, the system
/// takes what it could not write for written.
fn write_again(path: &Path) -> Result<(), VaultError> {
    let bytes = fs::read(path)?;
    let mut file = File::options().write(true).open(path)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Looks at the first hundred bytes before SQLite does: it would delete the `-wal` file of a database cut to nothing, and
/// ignore that of one whose header no longer says WAL.
fn check_file_header(path: &Path) -> Result<(), VaultError> {
    let corrupt = VaultError::Corrupt { what: "database header" };
    let mut bytes = [0; 100];
    File::open(path)?.read_exact(&mut bytes).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => corrupt,
        _ => error.into(),
    })?;
    // https://www.sqlite.org/fileformat2.html, 1.3: magic, page size, write and read version (2 is WAL), application id.
    let expected: [(usize, &[u8]); 4] = [
        (0, b"SQLite format 3\0"),
        (16, &PAGE_SIZE.to_be_bytes()),
        (18, &[2, 2]),
        (68, &APPLICATION_ID.to_be_bytes()),
    ];
    let ours = expected
        .iter()
        .all(|(at, value)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(value)));
    if ours { Ok(()) } else { Err(corrupt) }
}
