//! A key store or an anchor that calls the journal it is called by is told so, and waits for nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, Weak};

use vigie_journal::{
    Alarm, Anchor, AnchorPoint, Anchoring, Clock, CopyId, DailyEntry, FixedClock, Journal,
    JournalError, KdfParams, Moment, NewKey, Passphrase, PlatformKey, PlatformKeyError, Unlock,
    VaultError,
};

const PASSPHRASE: &str = "quatre mots faciles";

/// Tries to use the journal from within its own calls, and keeps what came of it.
#[derive(Default)]
struct CallsBack {
    journal: Mutex<Weak<Journal>>,
    answers: Mutex<Vec<Result<(), JournalError>>>,
}

impl CallsBack {
    fn try_it(&self) {
        let Some(journal) = self.journal.lock().unwrap().upgrade() else { return };
        let answers = [journal.today().map(drop), journal.lock()];
        self.answers.lock().unwrap().extend(answers);
    }

    fn told_each_time(&self) -> bool {
        let answers = self.answers.lock().unwrap();
        let is_told = |answer: &Result<(), JournalError>| {
            matches!(answer, Err(JournalError::Bug { what: "a call from within a call" }))
        };
        !answers.is_empty() && answers.iter().all(is_told)
    }
}

impl Anchor for CallsBack {
    fn load(&self, _: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        Ok(None)
    }

    fn keep(&self, _: CopyId, _: &AnchorPoint) -> Result<(), VaultError> {
        self.try_it();
        Ok(())
    }
}

impl PlatformKey for CallsBack {
    fn wrap_secret(&self, _: &[u8]) -> Result<Vec<u8>, PlatformKeyError> {
        self.try_it();
        Err(PlatformKeyError::Cancelled)
    }

    fn unwrap_secret(&self, _: &[u8]) -> Result<zeroize::Zeroizing<Vec<u8>>, PlatformKeyError> {
        Err(PlatformKeyError::NotFound)
    }
}

fn clock() -> Arc<dyn Clock> {
    Arc::new(FixedClock(Moment::at("2026-11-23".parse().unwrap(), 600, 60)))
}

fn entry() -> DailyEntry {
    let mut entry = DailyEntry::new(clock().now().day());
    entry.ticks.insert(Alarm::FeelingIll);
    entry
}

fn create(dir: &std::path::Path, anchoring: Anchoring) -> Arc<Journal> {
    let passphrase = Passphrase::new(PASSPHRASE);
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Arc::new(Journal::create(dir, key, anchoring, clock()).unwrap().0)
}

#[test]
fn an_anchor_that_calls_back_in_is_told_so_and_the_entry_is_recorded() {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(CallsBack::default()));
    let journal = create(dir.path(), Anchoring::by(anchor.clone()));
    *anchor.journal.lock().unwrap() = Arc::downgrade(&journal);
    journal.record(entry()).unwrap();
    assert!(anchor.told_each_time(), "{:?}", anchor.answers);
    assert_eq!(journal.entries().unwrap().len(), 1, "and not locked from within");
}

#[test]
fn a_key_store_that_calls_back_in_is_told_so_and_its_own_failure_is_told() {
    let (dir, store) = (tempfile::tempdir().unwrap(), CallsBack::default());
    let journal = create(dir.path(), Anchoring::none());
    *store.journal.lock().unwrap() = Arc::downgrade(&journal);
    let passphrase = Passphrase::new(PASSPHRASE);
    let added = journal.add_key(Unlock::Passphrase(&passphrase), NewKey::Platform(&store));
    assert!(matches!(added, Err(JournalError::PlatformKey(PlatformKeyError::Cancelled))));
    assert!(store.told_each_time(), "{:?}", store.answers);
    assert_eq!(journal.keys().unwrap().len(), 2, "the passphrase and the recovery code");
}

/// An anchor that waits in the midst of a call, so that another thread's call meets it.
struct Waits {
    reached: Mutex<std::sync::mpsc::Sender<()>>,
    go_on: Mutex<std::sync::mpsc::Receiver<()>>,
}

impl Anchor for Waits {
    fn load(&self, _: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        Ok(None)
    }

    fn keep(&self, _: CopyId, _: &AnchorPoint) -> Result<(), VaultError> {
        let _ = self.reached.lock().unwrap().send(());
        let _ = self.go_on.lock().unwrap().recv();
        Ok(())
    }
}

#[test]
fn another_threads_call_waits_for_its_turn_and_is_not_taken_for_one_from_within() {
    let dir = tempfile::tempdir().unwrap();
    let (reached, reaches) = channel();
    let (goes_on, go_on) = channel();
    let waits = Waits { reached: Mutex::new(reached), go_on: Mutex::new(go_on) };
    // Creating writes the anchor too.
    let creator = std::thread::spawn({
        let dir = dir.path().to_owned();
        move || create(&dir, Anchoring::by(Arc::new(waits)))
    });
    while !creator.is_finished() {
        let _ = goes_on.send(());
        std::thread::yield_now();
    }
    let journal = creator.join().unwrap();
    while reaches.try_recv().is_ok() {}
    let recording = std::thread::spawn({
        let journal = Arc::clone(&journal);
        move || journal.record(entry()).map(drop)
    });
    let asking = std::thread::spawn({
        let journal = Arc::clone(&journal);
        move || journal.entries().map(|entries| entries.len())
    });
    let feeding = std::thread::spawn(move || {
        while goes_on.send(()).is_ok() {
            std::thread::yield_now();
        }
    });
    recording.join().unwrap().unwrap();
    assert!(asking.join().unwrap().unwrap() <= 1, "before or after, and no error");
    drop(journal);
    feeding.join().unwrap();
}
