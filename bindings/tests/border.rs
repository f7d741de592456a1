//! The border as an app meets it, called from Rust: what apps hand in may fail, throw or call back, and is told typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use vigie_bindings::{
    AnchorError, Answer, BackupFault, ByteSink, ByteSource, ClockError, DailyEntry, DeviceKeyFault,
    GuessCost, Journal, JournalAnchor, JournalClock, JournalError, KeyVault, KeyVaultError, NewKey,
    ProgressHearer, StreamError, Unlock,
};

const PASSPHRASE: &str = "quatre mots faciles";

fn new_key() -> NewKey {
    let cost = Some(GuessCost::WeakForTests);
    NewKey::Passphrase { passphrase: PASSPHRASE.to_owned(), cost }
}

fn unlock() -> Unlock {
    Unlock::Passphrase { passphrase: PASSPHRASE.to_owned() }
}

/// Stands still, or throws.
struct Stopped(Option<&'static str>);

impl JournalClock for Stopped {
    fn now(&self) -> Result<vigie_journal::Moment, ClockError> {
        self.0.map(|at| at.parse().unwrap()).ok_or(ClockError::Failed)
    }
}

fn monday() -> Arc<dyn JournalClock> {
    Arc::new(Stopped(Some("2026-11-23T10:00+01:00")))
}

fn create(dir: &tempfile::TempDir) -> Arc<Journal> {
    let path = dir.path().join("journal").to_str().unwrap().to_owned();
    Journal::create(path, new_key(), None, Some(monday())).unwrap()
}

fn entry(rating: u8) -> DailyEntry {
    let rated = Answer::Rated { rating: vigie_journal::Rating::new(rating).unwrap() };
    DailyEntry {
        answers: BTreeMap::from([("fatigue".parse().unwrap(), rated)]),
        ..DailyEntry::from(vigie_journal::DailyEntry::new("2026-11-23".parse().unwrap()))
    }
}

/// Takes so many bytes and is full then.
#[derive(Default)]
struct Disk {
    holds: Option<usize>,
    bytes: Mutex<Vec<u8>>,
}

impl ByteSink for Disk {
    fn write(&self, bytes: Vec<u8>) -> Result<(), StreamError> {
        let mut there = self.bytes.lock().unwrap();
        if self.holds.is_some_and(|most| there.len() + bytes.len() > most) {
            return Err(StreamError::DiskFull);
        }
        there.extend(bytes);
        Ok(())
    }
}

/// Gives a file in pieces that are never those that were asked for, or fails in its midst.
struct File {
    left: Mutex<Vec<u8>>,
    fails: bool,
}

impl ByteSource for File {
    fn read(&self, at_most: u32) -> Result<Vec<u8>, StreamError> {
        let mut left = self.left.lock().unwrap();
        if self.fails && left.len() < 10_000 {
            return Err(StreamError::Failed);
        }
        let some = left.len().min(usize::try_from(at_most).unwrap()).min(7_001);
        Ok(left.drain(..some).collect())
    }
}

fn file(bytes: &[u8]) -> Arc<dyn ByteSource> {
    Arc::new(File { left: Mutex::new(bytes.to_vec()), fails: false })
}

#[test]
fn a_backup_goes_through_an_apps_streams_and_a_full_disk_is_told_at_whichever_byte() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    journal.record(entry(4)).unwrap();
    let whole = Arc::new(Disk::default());
    let report = journal.backup(whole.clone(), PASSPHRASE.to_owned()).unwrap();
    let bytes = whole.bytes.lock().unwrap().clone();
    assert!(report.records > 0);
    for holds in [0, 100, bytes.len() - 1] {
        let disk = Arc::new(Disk { holds: Some(holds), ..Disk::default() });
        let full = journal.backup(disk, PASSPHRASE.to_owned());
        assert!(matches!(full, Err(JournalError::DiskFull { .. })), "{holds}: {full:?}");
    }
    let other = dir.path().join("other").to_str().unwrap().to_owned();
    let restored = Journal::restore(
        file(&bytes),
        PASSPHRASE.to_owned(),
        other,
        new_key(),
        None,
        Some(monday()),
    )
    .unwrap();
    assert_eq!(restored.entries().unwrap(), journal.entries().unwrap());
    assert!(restored.take_recovery_code().is_some() && restored.take_recovery_code().is_none());
    let wrong = vigie_bindings::check_backup(file(&bytes), "une autre phrase".to_owned());
    let fault = BackupFault::WrongPassphrase;
    assert!(matches!(wrong, Err(JournalError::Backup { fault: it, .. }) if it == fault));
}

#[test]
fn a_photo_whose_source_fails_in_its_midst_is_not_kept_and_the_journal_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    let (day, name) = (entry(1).day, vigie_journal::Label::new("name", "rash.jpg").unwrap());
    let photo: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let broken = Arc::new(File { left: Mutex::new(photo.clone()), fails: true });
    let refused = journal.attach(day, name.clone(), broken);
    assert!(matches!(refused, Err(JournalError::Io { .. })), "{refused:?}");
    assert!(journal.attachments().unwrap().is_empty());
    let id = journal.attach(day, name, file(&photo)).unwrap();
    let back = Arc::new(Disk::default());
    journal.attachment(id, back.clone()).unwrap();
    assert_eq!(*back.bytes.lock().unwrap(), photo);
}

/// Wraps by turning every bit, or fails as it is told.
struct Store(Result<(), KeyVaultError>);

impl KeyVault for Store {
    fn wrap_secret(&self, secret: Vec<u8>) -> Result<Vec<u8>, KeyVaultError> {
        self.0.map(|()| secret.iter().map(|byte| !byte).collect())
    }

    fn unwrap_secret(&self, wrapped: Vec<u8>) -> Result<Vec<u8>, KeyVaultError> {
        self.wrap_secret(wrapped)
    }
}

#[test]
fn each_failure_of_a_key_store_arrives_as_its_own_with_a_sentence_in_both_languages() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    let device = |answer| Unlock::Device { vault: Arc::new(Store(answer)) };
    journal.add_key(unlock(), NewKey::Device { vault: Arc::new(Store(Ok(()))) }).unwrap();
    journal.lock().unwrap();
    let path = dir.path().join("journal").to_str().unwrap().to_owned();
    let open = |unlock| Journal::open(path.clone(), unlock, None, Some(monday()), false);
    for (error, wanted) in [
        (KeyVaultError::NotFound, DeviceKeyFault::NotFound),
        (KeyVaultError::Invalidated, DeviceKeyFault::Invalidated),
        (KeyVaultError::Locked, DeviceKeyFault::Locked),
        (KeyVaultError::Cancelled, DeviceKeyFault::Cancelled),
        (KeyVaultError::Failed, DeviceKeyFault::Failed),
    ] {
        let Err(JournalError::DeviceKey { fault, said }) = open(device(Err(error))) else {
            panic!("{error:?}");
        };
        assert_eq!(fault, wanted);
        assert!(!said.fr.is_empty() && said.fr != said.en);
    }
    assert!(open(device(Ok(()))).unwrap().today().is_ok());
}

#[test]
fn a_clock_that_throws_is_replaced_by_the_systems() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal").to_str().unwrap().to_owned();
    let journal = Journal::create(path, new_key(), None, Some(Arc::new(Stopped(None)))).unwrap();
    let apart = journal.now().minutes_since(vigie_journal::Clock::now(&vigie_journal::SystemClock));
    assert!(apart.abs() <= 1, "{apart}");
}

/// An anchor of the app's own, which may be broken.
#[derive(Default)]
struct Marks {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    broken: Mutex<bool>,
}

impl JournalAnchor for Marks {
    fn load(&self, copy: String) -> Result<Option<Vec<u8>>, AnchorError> {
        if *self.broken.lock().unwrap() {
            return Err(AnchorError::Failed);
        }
        Ok(self.kept.lock().unwrap().get(&copy).cloned())
    }

    fn keep(&self, copy: String, mark: Vec<u8>) -> Result<(), AnchorError> {
        if *self.broken.lock().unwrap() {
            return Err(AnchorError::Failed);
        }
        self.kept.lock().unwrap().insert(copy, mark);
        Ok(())
    }
}

#[test]
fn an_older_copy_is_noticed_by_an_apps_anchor_and_opened_only_on_purpose() {
    let (dir, marks) = (tempfile::tempdir().unwrap(), Arc::new(Marks::default()));
    let (path, old) = (dir.path().join("journal"), dir.path().join("old"));
    let name = path.to_str().unwrap().to_owned();
    let open = |accept_older| {
        Journal::open(name.clone(), unlock(), Some(marks.clone()), Some(monday()), accept_older)
    };
    let journal =
        Journal::create(name.clone(), new_key(), Some(marks.clone()), Some(monday())).unwrap();
    journal.record(entry(2)).unwrap();
    journal.lock().unwrap();
    copy(&path, &old);
    let journal = open(false).unwrap();
    journal.record(entry(3)).unwrap();
    assert!(journal.is_anchored().unwrap());
    journal.lock().unwrap();
    std::fs::remove_dir_all(&path).unwrap();
    copy(&old, &path);
    let refused = open(false).map(drop);
    assert!(
        matches!(refused, Err(JournalError::OlderCopy { found, known, .. }) if found < known),
        "{refused:?}"
    );
    let accepted = open(true).unwrap();
    assert_eq!(accepted.entries().unwrap().len(), 1);
    // An anchor that breaks costs no entry; the journal says that it is without one.
    *marks.broken.lock().unwrap() = true;
    accepted.record(entry(5)).unwrap();
    assert!(!accepted.is_anchored().unwrap());
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// Hears, and may throw.
struct Hearer(Mutex<Vec<u64>>, Result<(), StreamError>);

impl ProgressHearer for Hearer {
    fn bytes_read(&self, bytes: u64) -> Result<(), StreamError> {
        self.0.lock().unwrap().push(bytes);
        self.1
    }
}

#[test]
fn a_table_tells_its_progress_and_a_hearer_that_throws_stops_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    let mut table = "patient,date,item,value\n".to_owned();
    for day in 0..20_000 {
        let day = vigie_journal::Day::from_epoch_days(day).unwrap();
        for item in ["fatigue", "nausea", "pain"] {
            table.push_str(&format!("p1,{day},{item},4\n"));
        }
    }
    let hearer = Arc::new(Hearer(Mutex::default(), Err(StreamError::Failed)));
    let report =
        journal.import_table(file(table.as_bytes()), None, false, Some(hearer.clone())).unwrap();
    assert_eq!((report.rows, report.days), (60_000, 20_000));
    let heard = hearer.0.lock().unwrap();
    assert!(heard.len() > 1 && heard.is_sorted(), "{heard:?}");
    assert_eq!(heard.last().copied(), u64::try_from(table.len()).ok());
}

#[test]
fn after_the_lock_every_call_is_told_so_and_locking_again_does_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    journal.lock().unwrap();
    journal.lock().unwrap();
    let Err(JournalError::Locked { said }) = journal.today().map(drop) else { panic!() };
    assert_eq!(said.fr, "Le carnet est verrouillé. Ouvrez-le de nouveau.");
    assert!(matches!(journal.record(entry(1)), Err(JournalError::Locked { .. })));
    assert!(matches!(
        journal.timeline(vigie_bindings::Look {
            lang: vigie_journal::Lang::Fr,
            first: None,
            last: None,
            kinds: Vec::new(),
            words: String::new(),
            by: None,
        }),
        Err(JournalError::Locked { .. })
    ));
}

#[test]
fn many_threads_record_at_once_and_one_locks_in_their_midst() {
    let dir = tempfile::tempdir().unwrap();
    let journal = create(&dir);
    let recorded: usize = std::thread::scope(|scope| {
        let callers: Vec<_> = (0..8)
            .map(|n| {
                let journal = &journal;
                scope.spawn(move || {
                    let mut done = 0;
                    loop {
                        match journal.record(entry(n)) {
                            Ok(_) => done += 1,
                            Err(JournalError::Locked { .. }) => return done,
                            Err(other) => panic!("{other:?}"),
                        }
                    }
                })
            })
            .collect();
        std::thread::sleep(std::time::Duration::from_millis(200));
        journal.lock().unwrap();
        callers.into_iter().map(|caller| caller.join().unwrap()).sum()
    });
    let path = dir.path().join("journal").to_str().unwrap().to_owned();
    let again = Journal::open(path, unlock(), None, Some(monday()), false).unwrap();
    assert_eq!(again.entries().unwrap().len(), recorded, "what was told as recorded is there");
    assert!(recorded > 0);
}
