//! The directory of support: who can help, where that was seen, and when.
//!
//! Nothing is believed without its source: an entry that does not say where and when it was seen is refused, and with it its
//! whole file. What was seen more than a year ago is shown as old. The list that Vigie brings holds names and official web
//! addresses only; numbers change too often to be shipped (docs/decisions/0019).

mod entry;
mod error;
mod read;
mod search;
#[cfg(test)]
mod tests;

pub use entry::{
    EMERGENCY_NUMBERS, Entry, FRESH_DAYS, Kind, NATIONAL_NUMBERS, Offer, Phone, Place,
};
pub use error::{At, Cause, DirectoryError};
pub use search::Search;

use vigie_model::Day;
use vigie_words::{Lang, Words};

/// Entries, in the order of their file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory {
    entries: Vec<Entry>,
}

impl Directory {
    /// Most bytes of a file: thousands of entries.
    pub const MOST_BYTES: usize = 4 << 20;

    /// The list that comes with Vigie: French national bodies, names and web addresses, and four national numbers.
    pub fn shipped() -> Self {
        // A telephone that lost its date may believe that it was seen in the future. A test reads it whole.
        read::json(include_str!("shipped.json"), None).unwrap_or_default()
    }

    /// Reads a file of a team: JSON, or CSV with a header row. `today` is where the person lives.
    ///
    /// # Errors
    /// The first mistake, with its line or the number of its entry. Nothing is taken of a file with a mistake.
    pub fn read(bytes: &[u8], today: Day) -> Result<Self, DirectoryError> {
        read::any(bytes, today)
    }

    /// The numbers that always answer, in the order in which they are shown, with what each is for: as the shipped list says it.
    pub fn national_numbers(lang: Lang) -> Vec<(&'static str, String)> {
        let shipped = Self::shipped();
        let said = |number: &&'static str| {
            let is =
                |entry: &&Entry| entry.phone(Day::FIRST).is_some_and(|it| it.number == *number);
            let entry = shipped.entries.iter().find(is)?;
            Some((*number, entry.offers.in_lang(lang).to_owned()))
        };
        NATIONAL_NUMBERS.iter().filter_map(said).collect()
    }

    /// Every entry.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that answer a search, by kind, those of a kind in the order of the file.
    pub fn find<'a>(&'a self, words: &Words, search: &Search) -> Vec<&'a Entry> {
        let mut found: Vec<&Entry> =
            self.entries.iter().filter(|entry| search.finds(words, entry)).collect();
        found.sort_by_key(|entry| entry.kind);
        found
    }
}
