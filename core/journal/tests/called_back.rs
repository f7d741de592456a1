//! A key store or an anchor that calls the journal it is called by is told so, and waits for nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

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

/// An anchor that, once it is told to, waits in the midst of a call until it may go on.
struct Waits {
    waits: AtomicBool,
    reached: Mutex<Sender<()>>,
    may: Mutex<Receiver<()>>,
}

impl Anchor for Waits {
    fn load(&self, _: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        Ok(None)
    }

    fn keep(&self, _: CopyId, _: &AnchorPoint) -> Result<(), VaultError> {
        if self.waits.swap(false, Ordering::SeqCst) {
            self.reached.lock().unwrap().send(()).unwrap();
            self.may.lock().unwrap().recv().unwrap();
        }
        Ok(())
    }
}

#[test]
fn another_threads_call_waits_for_its_turn_and_is_not_taken_for_one_from_within() {
    let dir = tempfile::tempdir().unwrap();
    let ((reached, reaches), (lets, may)) = (channel(), channel());
    let (reached, may) = (Mutex::new(reached), Mutex::new(may));
    let anchor = Arc::new(Waits { waits: AtomicBool::new(false), reached, may });
    let journal = create(dir.path(), Anchoring::by(anchor.clone()));
    anchor.waits.store(true, Ordering::SeqCst);
    std::thread::scope(|scope| {
        let recording = scope.spawn(|| journal.record(entry()).map(drop));
        reaches.recv().unwrap();
        let (begun, begins) = channel();
        let asking = scope.spawn({
            let journal = &journal;
            move || {
                begun.send(()).unwrap();
                journal.entries().map(|entries| entries.len())
            }
        });
        begins.recv().unwrap();
        std::thread::sleep(Duration::from_millis(50));
        assert!(!asking.is_finished(), "the record has its turn");
        lets.send(()).unwrap();
        recording.join().unwrap().unwrap();
        assert_eq!(asking.join().unwrap().unwrap(), 1, "after the record, and no error");
    });
}
