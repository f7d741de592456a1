//! SQLite: the one connection, its settings, and the few statements there are. Sealed bytes in, sealed bytes out.

use crate::error::VaultError;
use crate::record::{RecordId, Row};
use crate::schema::{APPLICATION_ID, PAGE_SIZE, TABLES};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `locking_mode` comes first: then the `-wal` index lives in memory and no `-shm` file is made. FULL makes each commit wait
/// for the disk; `fullfsync` makes Apple's disks mean it. Nothing is spilt to temporary files, and freed space is zeroed.
const SETTINGS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;
    PRAGMA trusted_schema = OFF;";

/// The database of one open journal.
pub(crate) struct Store {
    conn: Connection,
}

impl Store {
    /// Makes a complete database in a file that does not exist yet, durable on return.
    pub(crate) fn create(path: &Path, header: &[u8], manifest: &[u8]) -> Result<(), VaultError> {
        make_private_file(path)?;
        let mut conn = connect(path)?;
        conn.execute_batch(&format!("PRAGMA page_size = {PAGE_SIZE};"))?;
        conn.execute_batch(SETTINGS)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))?;
        for (_, statement) in TABLES {
            tx.execute_batch(statement)?;
        }
        tx.execute("INSERT INTO header (id, bytes) VALUES (1, ?1)", [header])?;
        tx.execute("INSERT INTO manifest (id, sealed) VALUES (1, ?1)", [manifest])?;
        tx.commit()?;
        // Only now, so that everything is in this one file: a `-wal` could not be renamed together with it.
        conn.execute_batch("PRAGMA journal_mode = WAL;")?;
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
        let conn = connect(path)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.execute_batch(SETTINGS)?;
        Ok(Self { conn })
    }

    /// The journal was understood: from now on the `-wal` file may be folded into the database on close.
    pub(crate) fn keep(&self) -> Result<(), VaultError> {
        self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
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
    pub(crate) fn check_schema(&self) -> Result<(), VaultError> {
        let mut statement =
            self.conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")?;
        let found = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<Vec<(String, String, String)>, _>>()?;
        let ours = TABLES.map(|(name, sql)| ("table".to_owned(), name.to_owned(), sql.to_owned()));
        if found == ours {
            Ok(())
        } else {
            Err(VaultError::Tampered { what: "tables are not ours" })
        }
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

    /// Adds rows and replaces the manifest in one transaction, durable on return. On error nothing of it has happened.
    pub(crate) fn append(&mut self, rows: &[Row<'_>], manifest: &[u8]) -> Result<(), VaultError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut insert =
                tx.prepare_cached("INSERT INTO records (seq, id, sealed) VALUES (?1, ?2, ?3)")?;
            for row in rows {
                let seq = i64::try_from(row.seq).map_err(|_| VaultError::TooLarge)?;
                insert.execute(params![seq, row.id.as_bytes().as_slice(), row.sealed.as_ref()])?;
            }
            let mut update = tx.prepare_cached("UPDATE manifest SET sealed = ?1 WHERE id = 1")?;
            if update.execute([manifest])? != 1 {
                return Err(VaultError::Corrupt { what: "manifest" });
            }
        }
        Ok(tx.commit()?)
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

    /// Folds the `-wal` file into the database.
    #[cfg(test)]
    pub(crate) fn checkpoint(&self) {
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    }

    /// Pages the database has.
    #[cfg(test)]
    pub(crate) fn pages(&self) -> u32 {
        self.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap()
    }
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

/// An empty file only its owner reads; SQLite gives the `-wal` file the same permissions.
fn make_private_file(path: &Path) -> Result<(), VaultError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
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
