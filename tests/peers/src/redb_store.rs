//! redb with the vault's payload: one blob an entry, in the clear.

use std::path::Path;

use redb::{Database, Durability, ReadableDatabase, ReadableTable, TableDefinition};
use vigie_model::DailyEntry;

use crate::contest::{Failure, Store};

const RECORDS: TableDefinition<u64, &[u8]> = TableDefinition::new("records");
const FILE: &str = "journal.redb";

/// A database, open.
pub struct Redb {
    database: Database,
    last: u64,
}

impl Redb {
    fn write(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        let mut transaction = self.database.begin_write()?;
        // The default, said aloud: durable once committed.
        transaction.set_durability(Durability::Immediate)?;
        {
            let mut table = transaction.open_table(RECORDS)?;
            for entry in entries {
                self.last += 1;
                table.insert(self.last, postcard::to_stdvec(entry)?.as_slice())?;
            }
        }
        Ok(transaction.commit()?)
    }
}

impl Store for Redb {
    type Key = ();

    fn create(dir: &Path) -> Result<(Self, ()), Failure> {
        Ok((Self { database: Database::create(dir.join(FILE))?, last: 0 }, ()))
    }

    fn insert(&mut self, entry: &DailyEntry) -> Result<(), Failure> {
        self.write(std::slice::from_ref(entry))
    }

    fn import(&mut self, entries: &[DailyEntry]) -> Result<(), Failure> {
        self.write(entries)
    }

    fn open(dir: &Path, (): &()) -> Result<(Self, Vec<DailyEntry>), Failure> {
        let database = Database::open(dir.join(FILE))?;
        let table = database.begin_read()?.open_table(RECORDS)?;
        let mut entries = Vec::new();
        let mut last = 0;
        for row in table.iter()? {
            let (key, value) = row?;
            last = key.value();
            entries.push(postcard::from_bytes(value.value())?);
        }
        drop(table);
        Ok((Self { database, last }, entries))
    }

    fn close(mut self) -> Result<(), Failure> {
        self.database.compact()?;
        Ok(())
    }
}
