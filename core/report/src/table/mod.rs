//! The diary table: `patient,date,item,value`, read from anywhere and written so that it reads back.
//!
//! One row says one thing of one day. Items are catalogue codes (`fatigue`, `pain:hip-left`,
//! `own:<name>`), `temperature`, `weight`, `performance`, `administration`, `treatment_change`, and
//! what only this journal writes: `tick:<code>`, `too-unwell`, `same:<item>`, `night:<site>`,
//! `quality:<site>`, `painkiller:<name>`, `note`, `question`, `author`; and, beside the entries, `treatment:<kind>`,
//! `lab:<name>`, `imaging:<kind>`, `appointment:<kind>`, `question:<state>`, `support:<kind>`, `consent:<kind>`,
//! `medicine:<kind>`, `intake:<status>`, `wish:<kind>`, `change:<kind>`, `prompt`. What each value says is in `docs/formats/README.md`.

mod around;
mod beside;
mod cell;
mod defuse;
mod prompt;
mod read;
mod spreadsheet;
mod write;

pub use beside::Beside;
pub use cell::TableCell;
pub use prompt::PromptRow;
pub(crate) use read::decoded;
pub use read::{RowCause, TableError, TableReader, TableRow};
pub use spreadsheet::write_spreadsheet;
pub use write::{TableOf, write_table};

/// The columns, in the order in which they are written.
pub const COLUMNS: [&str; 4] = ["patient", "date", "item", "value"];

/// What the file said: `csv` hides it, and with it that the disk is full.
fn io_error(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        // Bytes in flexible rows have no other error.
        _ => std::io::ErrorKind::InvalidData.into(),
    }
}
