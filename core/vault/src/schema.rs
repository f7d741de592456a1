//! The tables, exactly as SQLite keeps them.

/// The version of these tables, kept in the manifest. Grows with each change; an older one is then brought up by a migration.
pub(crate) const SCHEMA: u16 = 1;

/// `PRAGMA application_id` of a journal: "Vigi".
pub(crate) const APPLICATION_ID: u32 = 0x5669_6769;

/// Bytes of a page, fixed so that it can be checked before SQLite is asked.
pub(crate) const PAGE_SIZE: u16 = 4096;

/// Each table's name and statement, in the order they are made.
///
/// Every format keeps `header`, with its version in the first bytes, so that an older program can say "newer format" rather
/// than "damaged". Record ids carry no UNIQUE: they are 128 random bits under the chain's digest, and the index would be one
/// more page to write and sync for each entry.
pub(crate) const TABLES: [(&str, &str); 3] = [
    (
        "header",
        "CREATE TABLE header (id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB NOT NULL) STRICT",
    ),
    (
        "manifest",
        "CREATE TABLE manifest (id INTEGER PRIMARY KEY CHECK (id = 1), sealed BLOB NOT NULL) STRICT",
    ),
    (
        "records",
        "CREATE TABLE records (seq INTEGER PRIMARY KEY, id BLOB NOT NULL, sealed BLOB NOT NULL) STRICT",
    ),
];
