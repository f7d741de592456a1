//! Cells of SQLite's table pages, found wherever they lie in a file, however damaged what is around them.
//!
//! For rescuing a journal that SQLite itself no longer reads (<https://www.sqlite.org/fileformat2.html>, 1.5, 1.6, 2.1, 4.1).
//! Nothing of the page's own structure is used: every place is tried as the beginning of a cell with the columns of our
//! tables. What is found is believed only when its seal opens, so a wrong guess costs nothing but time.

use crate::record::MAX_PAYLOAD;
use crate::schema::PAGE_SIZE;
use std::collections::{HashMap, HashSet};

const PAGE: usize = PAGE_SIZE as usize;
const WAL_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The most of a cell's payload that lies on its own page, and how little when it goes on elsewhere (1.6).
const MOST_LOCAL: usize = PAGE - 35;
const LEAST_LOCAL: usize = (PAGE - 12) * 32 / 255 - 23;

/// How many times over, at most, the bytes there are may be followed into other pages. A cell that goes on elsewhere is there
/// once for each version of its page; what is over this is made to cost.
const FOLLOWED: usize = 64;

/// One column of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    Null,
    Int(u64),
    Blob(Vec<u8>),
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) rowid: u64,
    pub(crate) columns: Vec<Column>,
}

/// Every page there is: of the database, and every later version of it in the `-wal` file.
pub(crate) struct Pages<'a> {
    all: Vec<&'a [u8]>,
    bytes: usize,
    /// The pages with a number, the oldest version first.
    by_number: HashMap<u32, Vec<&'a [u8]>>,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(database: &'a [u8], wal: &'a [u8]) -> Self {
        let mut pages = Self { all: Vec::new(), bytes: 0, by_number: HashMap::new() };
        for (number, page) in (1..).zip(database.chunks(PAGE)) {
            pages.add(number, page);
        }
        let frames = wal.get(WAL_HEADER..).unwrap_or_default();
        for frame in frames.chunks(FRAME_HEADER + PAGE) {
            if let Some((header, page)) = frame.split_at_checked(FRAME_HEADER) {
                let number = header.first_chunk().map_or(0, |number| u32::from_be_bytes(*number));
                pages.add(number, page);
            }
        }
        pages
    }

    fn add(&mut self, number: u32, page: &'a [u8]) {
        self.all.push(page);
        self.bytes += page.len();
        self.by_number.entry(number).or_default().push(page);
    }

    /// Where `needle` begins, with the rest of that page.
    pub(crate) fn find<'n>(&'n self, needle: &'n [u8]) -> impl Iterator<Item = &'a [u8]> + 'n {
        self.all.iter().flat_map(move |page| {
            let starts = 0..page.len();
            starts.filter_map(move |at| page.get(at..).filter(|rest| rest.starts_with(needle)))
        })
    }

    /// Hands over everything that looks like a cell of ours, one at a time. One that goes on in other pages is handed over for
    /// each version of these.
    pub(crate) fn for_each_cell(&self, mut each: impl FnMut(Cell)) {
        let mut budget = self.bytes.saturating_mul(FOLLOWED);
        for page in &self.all {
            for at in 0..page.len() {
                let Some(found) = page.get(at..).and_then(Found::at) else { continue };
                for newest in [true, false] {
                    if found.overflow.is_some() {
                        let Some(left) = budget.checked_sub(found.length) else { break };
                        budget = left;
                    }
                    match self.payload(&found, newest) {
                        Some(payload) => {
                            if let Some(columns) = columns(&payload) {
                                each(Cell { rowid: found.rowid, columns });
                            }
                        }
                        None => continue,
                    }
                    if found.overflow.is_none() {
                        break;
                    }
                }
            }
        }
    }

    /// A cell's whole payload, with what lies in the newest or oldest versions of other pages.
    fn payload(&self, found: &Found<'_>, newest: bool) -> Option<Vec<u8>> {
        let mut payload = found.local.to_vec();
        let mut next = found.overflow;
        let mut passed = HashSet::new();
        // A chain has no more links than the payload fills pages, nor than there are pages, and passes none of them twice.
        if found.length.saturating_sub(payload.len()).div_ceil(PAGE - 4) > self.by_number.len() {
            return None;
        }
        for _ in 0..=found.length / (PAGE - 4) {
            let Some(number) = next.filter(|number| *number != 0) else { break };
            if !passed.insert(number) {
                return None;
            }
            let versions = self.by_number.get(&number)?;
            let page = if newest { versions.last() } else { versions.first() }?;
            let (link, rest) = page.split_first_chunk()?;
            let missing = found.length.saturating_sub(payload.len());
            payload.extend(rest.iter().take(missing));
            next = Some(u32::from_be_bytes(*link));
        }
        (payload.len() == found.length).then_some(payload)
    }
}

/// The beginning of what may be a cell.
struct Found<'a> {
    rowid: u64,
    length: usize,
    local: &'a [u8],
    overflow: Option<u32>,
}

impl<'a> Found<'a> {
    fn at(bytes: &'a [u8]) -> Option<Self> {
        let (length, rest) = varint(bytes)?;
        let (rowid, rest) = varint(rest)?;
        // The record's header has 3 to 9 bytes, and the first column is the row id's alias, stored as NULL.
        let (header, [0, ..]) = rest.split_first()? else { return None };
        if !(3..=9).contains(header) {
            return None;
        }
        let length = usize::try_from(length).ok().filter(|length| *length <= 2 * MAX_PAYLOAD)?;
        // Its columns have to be as long as it says: without this look, almost any bytes of a hostile file could send us
        // after 32 MiB of other pages, at every place anew.
        if length_of(rest)? != length {
            return None;
        }
        if length <= MOST_LOCAL {
            return Some(Self { rowid, length, local: rest.get(..length)?, overflow: None });
        }
        let fitting = LEAST_LOCAL + (length - LEAST_LOCAL) % (PAGE - 4);
        let (local, link) =
            rest.split_at_checked(if fitting <= MOST_LOCAL { fitting } else { LEAST_LOCAL })?;
        Some(Self {
            rowid,
            length,
            local,
            overflow: Some(u32::from_be_bytes(*link.first_chunk()?)),
        })
    }
}

/// How long a record is that begins here, by its own header.
fn length_of(record: &[u8]) -> Option<usize> {
    let (header_length, _) = varint(record)?;
    let header_length = usize::try_from(header_length).ok()?;
    let (_, mut types) = varint(record.get(..header_length)?)?;
    let mut length = header_length;
    while !types.is_empty() {
        let (kind, rest) = varint(types)?;
        types = rest;
        length = length.checked_add(width(kind)?)?;
    }
    Some(length)
}

/// How many bytes a column of this type has; `None` for the types that our tables do not have.
fn width(kind: u64) -> Option<usize> {
    match kind {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(kind).ok(),
        5 => Some(6),
        6 => Some(8),
        kind if kind >= 12 && kind.is_multiple_of(2) => usize::try_from((kind - 12) / 2).ok(),
        _ => None,
    }
}

/// The columns of a record; `None` when one of them is of a type that our tables do not have.
fn columns(payload: &[u8]) -> Option<Vec<Column>> {
    let (header_length, _) = varint(payload)?;
    let (header, mut body) = payload.split_at_checked(usize::try_from(header_length).ok()?)?;
    let (_, mut types) = varint(header)?;
    let mut columns = Vec::new();
    while !types.is_empty() {
        let (kind, rest) = varint(types)?;
        types = rest;
        let (value, rest) = body.split_at_checked(width(kind)?)?;
        body = rest;
        columns.push(match kind {
            0 => Column::Null,
            1..=9 => Column::Int(
                value.iter().fold(kind.saturating_sub(8), |sum, byte| sum << 8 | u64::from(*byte)),
            ),
            _ => Column::Blob(value.to_vec()),
        });
    }
    body.is_empty().then_some(columns)
}

/// SQLite's variable-length integer (1.6): seven bits a byte, the most significant first, all eight of the ninth.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0_u64;
    for (n, byte) in bytes.iter().take(9).enumerate() {
        if n == 8 {
            value = value << 8 | u64::from(*byte);
        } else {
            value = value << 7 | u64::from(byte & 0x7F);
        }
        if n == 8 || byte & 0x80 == 0 {
            return Some((value, bytes.get(n + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rusqlite::{Connection, params};

    #[test]
    fn every_cell_of_a_real_database_is_found_even_when_its_pages_begin_with_nonsense() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "PRAGMA page_size = 4096; CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB, n INTEGER, b BLOB) STRICT;",
        )
        .unwrap();
        let mut expected = Vec::new();
        for (id, length) in (1_i64..).zip([0, 1, 285, 3900, 4030, 4061, 4100, 9000, 70_000]) {
            let (a, b) = (vec![7; 16], vec![u8::try_from(id).unwrap(); length]);
            // Every width that SQLite gives an integer, 0 and 1 too.
            let n = [0_i64, 1, 2, 300, 70_000, 1 << 30, 1 << 40, 1 << 50, 3]
                [usize::try_from(id - 1).unwrap()];
            conn.execute("INSERT INTO t VALUES (?1, ?2, ?3, ?4)", params![id, a, n, b]).unwrap();
            let columns = vec![
                Column::Null,
                Column::Blob(a),
                Column::Int(u64::try_from(n).unwrap()),
                Column::Blob(b),
            ];
            expected.push(Cell { rowid: id.unsigned_abs(), columns });
        }
        conn.close().unwrap();
        let mut bytes = std::fs::read(path).unwrap();
        bytes[..100].fill(0xFF);
        let mut overflowing = HashSet::new();
        for (number, page) in bytes.chunks_mut(PAGE).enumerate().skip(1) {
            // Only pages of cells: the head of an overflow page is the link to the next.
            if page[0] == 0x0D {
                page[..8].fill(0xFF);
            } else {
                overflowing.insert(number);
            }
        }
        assert!(!overflowing.is_empty());
        let mut found = Vec::new();
        Pages::new(&bytes, &[]).for_each_cell(|cell| found.push(cell));
        for cell in expected {
            assert!(found.contains(&cell), "row {}", cell.rowid);
        }
    }

    /// A page full of what looks like cells of a column of about `pages` pages that go on at page 2, and pages of which
    /// each goes on at the one `next` gives. Also gives the length of a cell.
    fn linked(pages: u32, next: impl Fn(u32) -> u32) -> (Vec<u8>, usize) {
        let seven = |n: u32, of: u32| u8::try_from(of >> (7 * n) & 0x7F).unwrap();
        let number =
            |of| [seven(3, of) | 0x80, seven(2, of) | 0x80, seven(1, of) | 0x80, seven(0, of)];
        // Where the link is looked for lies behind what looks like a cell, in one of its sixteen bytes.
        let local = |length: u32| {
            LEAST_LOCAL + (usize::try_from(length).unwrap() - LEAST_LOCAL) % (PAGE - 4)
        };
        let fits = |length: &u32| {
            length.is_multiple_of(2)
                && local(*length) <= MOST_LOCAL
                && (11..=12).contains(&((5 + local(*length)) % 16))
        };
        let length = ((pages - 4) * 4092..).find(fits).unwrap();
        let mut cell =
            [number(length).as_slice(), &[1, 6, 0], &number((length - 6) * 2 + 12)].concat();
        cell.resize(16, 0);
        let mut database = cell.repeat(PAGE / 16);
        database.chunks_mut(16).for_each(|cell| cell[(5 + local(length)) % 16 + 3] = 2);
        assert!(Found::at(&database[16..]).is_some(), "it looks like a cell");
        for page in 2..=pages {
            let mut bytes = next(page).to_be_bytes().to_vec();
            bytes.resize(PAGE, 0xFF);
            database.extend(bytes);
        }
        (database, usize::try_from(length).unwrap())
    }

    fn found_in(database: &[u8]) -> usize {
        let mut found = 0;
        Pages::new(database, &[]).for_each_cell(|_| found += 1);
        found
    }

    #[test]
    fn a_cell_that_goes_on_in_a_circle_is_not_followed() {
        assert_eq!(found_in(&linked(64, |_| 2).0), 0);
        assert_eq!(found_in(&linked(64, |page| if page == 20 { 3 } else { page + 1 }).0), 0);
    }

    #[test]
    fn cells_that_all_go_on_in_the_same_pages_are_followed_only_so_often() {
        let (database, length) = linked(64, |page| page + 1);
        let found = found_in(&database);
        assert!(found > 0, "they are whole");
        assert!(found * length <= FOLLOWED * database.len(), "{found} of {length} bytes");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_do_anything_but_look(database: Vec<u8>, wal: Vec<u8>, page in prop::collection::vec(any::<u8>(), 4096)) {
            let database = [page.as_slice(), &database].concat();
            Pages::new(&database, &wal).for_each_cell(drop);
        }
    }
}
