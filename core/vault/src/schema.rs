//! The tables, exactly as SQLite keeps them.

/// The version of these tables, kept in the manifest: that of the file format. An older journal is brought up on opening.
pub(crate) const SCHEMA: u16 = crate::header::FORMAT;

/// `PRAGMA application_id` of a journal: "Vigi".
pub(crate) const APPLICATION_ID: u32 = 0x5669_6769;

/// Bytes of a page, fixed so that it can be checked before SQLite is asked.
pub(crate) const PAGE_SIZE: u16 = 4096;

/// Each table's name and statement, in the order they are made.
///
/// Every format keeps `header`, with its version in the first bytes, so that an older program can say "newer format" rather
/// than "damaged". Record ids carry no UNIQUE: they are 128 random bits under the chain's digest, and the index would be one
/// more page to write and sync for each entry.
pub(crate) static TABLES: [(&str, &str); 5] = [
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
    (
        "chunks",
        "CREATE TABLE chunks (seq INTEGER PRIMARY KEY, blob BLOB NOT NULL, n INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT",
    ),
    ("segments", "CREATE TABLE segments (seq INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT"),
];

/// The tables of a format.
pub(crate) const fn tables_of(format: u16) -> &'static [(&'static str, &'static str)] {
    match format {
        // No journal at all.
        0 => &[],
        // Format 1 had neither attachments nor segments.
        1 => TABLES.split_at(3).0,
        _ => &TABLES,
    }
}
