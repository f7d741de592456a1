//! After a journal is locked, nothing of what was written and nothing that opens it is in the process's memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may
#![cfg(target_os = "linux")] // the only system where a process can look at all of its own memory as a file

use std::path::Path;
use std::sync::Arc;

use vigie_faults::memory::{clear, found, masked};
use vigie_journal::{
    Anchoring, Answer, DailyEntry, Day, FixedClock, Format, Journal, KdfParams, Label, Lang,
    Moment, NewKey, Note, Passphrase, Profile, Unlock, WIPING_ALLOCATOR, WipingAllocator,
};

#[global_allocator]
static ALLOCATOR: WipingAllocator = WIPING_ALLOCATOR;

// What is looked for lies in this program only under a mask.
const NOTE: [u8; 34] = masked(b"canary: la marche du matin me pese");
const ATTACHED: [u8; 30] = masked(b"canary: a photo, as it were...");
const PASSPHRASE: [u8; 28] = masked(b"canary phrase quatre mots xy");
const CARER: [u8; 22] = masked(b"canary Madame Martinet");
const LEFT_BEHIND: [u8; 26] = masked(b"canary: this one is leaked");

fn entry(day: Day) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.answer("fatigue".parse().unwrap(), Answer::Skipped);
    entry.note = Some(Note::new("note", &clear(&NOTE)).unwrap());
    entry
}

/// A diary's day: everything that handles text and keys.
fn live(dir: &Path) {
    let day: Day = "2026-11-23".parse().unwrap();
    let clock = || Arc::new(FixedClock(Moment::at(day, 600, 60)));
    let passphrase = Passphrase::new(&clear(&PASSPHRASE));
    let key = NewKey::Passphrase(&passphrase, KdfParams::STANDARD);
    let (journal, _) = Journal::create(dir, key, Anchoring::none(), clock()).unwrap();
    let name = Some(Label::new("name", &clear(&CARER)).unwrap());
    journal.set_profile(Profile { name, ..journal.profile().unwrap() }).unwrap();
    let id = journal.record(entry(day)).unwrap().id;
    journal.amend(id, entry(day)).unwrap();
    let photo = clear(&ATTACHED);
    let label = Label::new("name", "rash.jpg").unwrap();
    let attached = journal.attach(day, label, photo.as_bytes()).unwrap();
    journal.lock().unwrap();
    let unlock = Unlock::Passphrase(&passphrase);
    let journal = Journal::open(dir, unlock, Anchoring::none(), clock()).unwrap();
    let mut table = Vec::new();
    let choice = journal.usual_choice(Lang::Fr).unwrap();
    journal.export(choice.clone(), Format::Csv, &mut table).unwrap();
    journal.export(choice, Format::Pdf, &mut table).unwrap();
    assert!(!journal.entries().unwrap().is_empty());
    let mut bytes = Vec::new();
    journal.attachment(attached, &mut bytes).unwrap();
    let mut backup = Vec::new();
    journal.backup(&mut backup, &passphrase).unwrap();
    Journal::check_backup(backup.as_slice(), &passphrase).unwrap();
    journal.replace_key(unlock, key).unwrap();
    journal.rotate_keys(&[key]).unwrap();
    for hidden in [NOTE.as_slice(), &PASSPHRASE, &CARER, &ATTACHED] {
        assert!(found(hidden) > 0, "while it is open it is there, and the search finds it");
    }
    journal.lock().unwrap();
}

#[test]
fn after_lock_no_text_and_no_passphrase_is_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    live(dir.path());
    for (what, hidden) in [
        ("a note", NOTE.as_slice()),
        ("an attachment", &ATTACHED),
        ("the passphrase", &PASSPHRASE),
        ("a name", &CARER),
    ] {
        assert_eq!(found(hidden), 0, "{what}");
    }
    println!("4 secrets searched in all writable memory after lock: none found");
    // The search finds what was left behind.
    std::mem::forget(clear(&LEFT_BEHIND));
    assert!(found(&LEFT_BEHIND) > 0);
}
