//! Journals, a clock that is set by hand, and what a journal means.

use std::collections::BTreeSet;
pub use std::num::NonZeroUsize;
pub use std::path::Path;
pub use std::sync::{Arc, Mutex};

pub use vigie_journal::{
    Alarm, Anchoring, Answer, BackupError, Clock, DailyEntry, Day, EntryId, FileAnchor, Journal,
    JournalError, KdfParams, Label, Moment, NewKey, Note, Outcome, OutcomeKind, Passphrase,
    Profile, PromptId, Rating, Rescue, Temperature, Unlock, Weight,
};
pub use vigie_vault::Vault;

/// A clock that is set by hand.
pub struct Hand(pub Mutex<Moment>);

impl Hand {
    pub fn at(day: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Moment::at(day.parse().unwrap(), 600, 60))))
    }

    pub fn pass(&self, minutes: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.plus_minutes(minutes);
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

pub const DAY_MINUTES: i64 = 24 * 60;

pub fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots bien secrets")
}

pub fn clock(hand: &Arc<Hand>) -> Arc<dyn Clock> {
    Arc::clone(hand) as Arc<dyn Clock>
}

pub fn create(dir: &Path, hand: &Arc<Hand>) -> Journal {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Journal::create(dir, key, Anchoring::none(), clock(hand)).unwrap().0
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

pub fn rated(day: Day, rating: u8) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::new(rating).unwrap()));
    entry
}

pub fn feverish(day: Day) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.measures.temperature = Some(Temperature::parse("38.4").unwrap());
    entry
}

/// What a journal means, however its records lie: entries in force, conflicts, prompts with what came of them, the person.
pub fn meaning(journal: &Journal) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut entries: Vec<(EntryId, String)> =
        journal.entries().unwrap().into_iter().map(|(id, e)| (id, format!("{e:?}"))).collect();
    entries.sort();
    let mut conflicts: Vec<(EntryId, BTreeSet<String>)> = journal
        .conflicts()
        .unwrap()
        .into_iter()
        .map(|c| (c.id, c.versions.iter().map(|v| format!("{v:?}")).collect()))
        .collect();
    conflicts.sort();
    let mut prompts: Vec<String> =
        journal.prompts().unwrap().iter().map(|prompt| format!("{prompt:?}")).collect();
    prompts.sort();
    let attachments: BTreeSet<String> =
        journal.attachments().unwrap().iter().map(|a| format!("{a:?}")).collect();
    let care = format!("{:?}", journal.care().unwrap());
    (entries, conflicts, prompts, (attachments, care), format!("{:?}", journal.profile().unwrap()))
}
