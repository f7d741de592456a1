//! Journals, a clock that is set by hand, and what a journal means.

use std::collections::BTreeSet;
pub use std::num::NonZeroUsize;
pub use std::path::Path;
pub use std::sync::Arc;

pub use crate::hand::{Hand, backup, clock, create, feverish, passphrase, restore};

pub use vigie_journal::{
    Alarm, Anchoring, BackupError, Clock, DailyEntry, Day, EntryId, FileAnchor, Journal,
    JournalError, KdfParams, Label, Moment, NewKey, Note, Outcome, OutcomeKind, Passphrase,
    Profile, PromptId, Rescue, Unlock, Weight,
};
pub use vigie_vault::Vault;

pub const DAY_MINUTES: i64 = 24 * 60;

pub fn rated(day: Day, rating: u8) -> DailyEntry {
    crate::hand::rated(day, "fatigue", rating)
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
