//! A journal whose clock is set by hand, and entries for it.
#![allow(dead_code)] // each test uses what it needs

use std::path::Path;
use std::sync::{Arc, Mutex};

use vigie_journal::{
    Anchoring, Answer, Clock, DailyEntry, Day, Format, ImportOptions, ImportReport, Journal,
    JournalError, KdfParams, Lang, Moment, NewKey, Outcome, OutcomeKind, Passphrase, Rating,
    Temperature, Unlock,
};

/// A clock that is set by hand.
pub struct Hand(pub Mutex<Moment>);

impl Hand {
    /// The clock at this local time in Paris in winter.
    pub fn at(day: &str, minute: u16) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Moment::at(day.parse().unwrap(), minute, 60))))
    }

    /// Time passes, or the clock is set back.
    pub fn pass(&self, minutes: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.plus_minutes(minutes);
    }

    /// Whole days pass.
    pub fn pass_days(&self, days: i64) {
        self.pass(days * 24 * 60);
    }

    /// The wall clock is moved to another offset; the moment is the same.
    pub fn travel(&self, offset_minutes: i16) {
        self.0.lock().unwrap().offset_minutes = offset_minutes;
    }

    /// The day it is.
    pub fn day(&self) -> Day {
        self.now().day()
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

pub fn clock(hand: &Arc<Hand>) -> Arc<dyn Clock> {
    Arc::clone(hand) as Arc<dyn Clock>
}

pub fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots bien secrets")
}

pub fn create(dir: &Path, hand: &Arc<Hand>) -> Journal {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::create(dir, key, Anchoring::none(), clock(hand)).unwrap().0
}

pub fn reopen(dir: &Path, hand: &Arc<Hand>) -> Journal {
    Journal::open(dir, Unlock::Passphrase(&passphrase()), Anchoring::none(), clock(hand)).unwrap()
}

pub fn backup(journal: &Journal) -> Vec<u8> {
    let mut file = Vec::new();
    journal.backup(&mut file, &passphrase()).unwrap();
    file
}

pub fn restore(dir: &Path, file: &[u8], hand: &Arc<Hand>) -> Journal {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::restore(file, &passphrase, dir, key, Anchoring::none(), clock(hand)).unwrap().0
}

pub fn rated(day: Day, item: &str, rating: u8) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.answer(item.parse().unwrap(), Answer::Rated(Rating::new(rating).unwrap()));
    entry
}

pub fn feverish(day: Day) -> DailyEntry {
    measured(day, "38.4")
}

pub fn measured(day: Day, degrees: &str) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.measures.temperature = Some(Temperature::parse(degrees).unwrap());
    entry
}

pub fn outcome(journal: &Journal, kind: OutcomeKind) -> Outcome {
    Outcome { at: journal.now(), kind, contact: None, advice: None }
}

/// The entry of a day, if there is one.
pub fn entry_of(journal: &Journal, day: Day) -> Option<DailyEntry> {
    let entries = journal.entries().unwrap();
    entries.into_iter().map(|(_, entry)| entry).find(|entry| entry.day == day)
}

/// The first line of a table.
pub const HEADER: &str = "patient,date,item,value\n";

/// Everything as a table.
pub fn exported(journal: &Journal) -> String {
    let choice = journal.whole_choice(Lang::En).unwrap();
    let mut csv = Vec::new();
    journal.export(choice, Format::Csv, &mut csv).unwrap();
    String::from_utf8(csv).unwrap()
}

/// Reads a table in.
pub fn import(journal: &Journal, table: &str) -> Result<ImportReport, JournalError> {
    journal.import(table.as_bytes(), &ImportOptions::default(), &mut |_| {})
}
