//! Makes the golden journal of the present format, once: `… --example golden-journal DIR`.

#[path = "../tests/common/mod.rs"]
mod common;

use std::sync::Arc;

use common::{PASSPHRASE, PHOTO, full_entry, outcome, profile, rating, today};
use vigie_journal::{
    Anchoring, Clock, DailyEntry, FixedClock, Journal, JournalError, KdfParams, Label, Moment,
    NewKey, Passphrase,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args_os().nth(1).ok_or("which folder?")?;
    let dir = std::path::Path::new(&dir);
    live(dir)?.lock()?;
    // The lock file is not part of a journal.
    std::fs::remove_file(dir.join("lock"))?;
    Ok(())
}

/// An entry that was taken back.
fn withdrawn_entry() -> Result<DailyEntry, JournalError> {
    let mut entry = DailyEntry::new(today().plus(-1));
    entry.end_too_unwell(&["fatigue".parse()?]);
    Ok(entry)
}

/// Lives that life in a new journal.
fn live(dir: &std::path::Path) -> Result<Journal, JournalError> {
    let clock: Arc<dyn Clock> = Arc::new(FixedClock(Moment::at(today(), 600, 60)));
    let passphrase = Passphrase::new(PASSPHRASE);
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (journal, _) = Journal::create(dir, key, Anchoring::none(), clock)?;
    journal.set_profile(profile()?)?;
    let withdrawn = journal.record(withdrawn_entry()?)?.id;
    journal.withdraw(withdrawn)?;
    let mut first = DailyEntry::new(today());
    first.answer("fatigue".parse()?, rating(5)?);
    let id = journal.record(first)?.id;
    if let Some(prompt) = journal.amend(id, full_entry()?)?.prompt {
        journal.resolve(prompt.id, outcome()?)?;
    }
    let name = Label::new("name", "rash.jpg")?;
    journal.attach(today(), name, PHOTO)?;
    Ok(journal)
}
