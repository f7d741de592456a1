//! An older copy put back, knowingly or not.

use crate::common::*;

#[test]
fn an_older_copy_opened_knowingly_is_recorded_in_the_journal() {
    let (dir, anchors) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let anchoring = || Anchoring::by(Arc::new(FileAnchor::new(anchors.path().to_owned())));
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (journal, _) = Journal::create(dir.path(), key, anchoring(), clock(&hand)).unwrap();
    journal.record(rated(hand.now().day(), 4)).unwrap();
    journal.lock().unwrap();
    let file = dir.path().join("journal.vigie");
    let older = std::fs::read(&file).unwrap();
    let open = |anchoring| {
        Journal::open(dir.path(), Unlock::Passphrase(&passphrase), anchoring, clock(&hand))
    };
    open(anchoring()).unwrap().record(rated(hand.now().day(), 5)).unwrap();
    std::fs::write(&file, older).unwrap();
    let error = open(anchoring()).unwrap_err();
    assert!(matches!(error, JournalError::OlderCopy { found: 1, known: 2 }), "{error:?}");
    let journal = open(anchoring().accepting_older()).unwrap();
    assert_eq!(journal.verify().unwrap().records, 2, "the entry, and that this is an older copy");
    let accepted = journal.older_copies_accepted().unwrap();
    assert_eq!((accepted[0].1.found, accepted[0].1.anchored), (1, 2));
    drop(journal);
    assert_eq!(open(anchoring()).unwrap().older_copies_accepted().unwrap().len(), 1);
}

/// A journal with an anchor, and its files after one entry and after six.
struct Anchored {
    dir: tempfile::TempDir,
    anchors: tempfile::TempDir,
    hand: Arc<Hand>,
    older: Vec<u8>,
    newest: Vec<u8>,
}

impl Anchored {
    fn new() -> Self {
        let (dir, anchors) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let hand = Hand::at("2026-11-20", 600);
        let passphrase = passphrase();
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let anchoring = Anchoring::by(Arc::new(FileAnchor::new(anchors.path().to_owned())));
        let (journal, _) = Journal::create(dir.path(), key, anchoring, clock(&hand)).unwrap();
        journal.record(rated(hand.now().day(), 4)).unwrap();
        journal.lock().unwrap();
        let mut made = Self { dir, anchors, hand, older: Vec::new(), newest: Vec::new() };
        made.older = std::fs::read(made.file()).unwrap();
        let journal = made.open(false).unwrap();
        for _ in 0..5 {
            journal.record(rated(made.hand.now().day(), 5)).unwrap();
        }
        journal.lock().unwrap();
        made.newest = std::fs::read(made.file()).unwrap();
        made
    }

    fn file(&self) -> std::path::PathBuf {
        self.dir.path().join("journal.vigie")
    }

    fn put(&self, bytes: &[u8]) {
        std::fs::write(self.file(), bytes).unwrap();
    }

    fn anchoring(&self) -> Anchoring {
        Anchoring::by(Arc::new(FileAnchor::new(self.anchors.path().to_owned())))
    }

    fn open(&self, accepting: bool) -> Result<Journal, JournalError> {
        let mut anchoring = self.anchoring();
        if accepting {
            anchoring = anchoring.accepting_older();
        }
        let passphrase = passphrase();
        Journal::open(
            self.dir.path(),
            Unlock::Passphrase(&passphrase),
            anchoring,
            clock(&self.hand),
        )
    }
}

#[test]
fn after_an_older_copy_was_accepted_the_newest_one_still_opens() {
    let journal = Anchored::new();
    journal.put(&journal.older);
    assert!(matches!(journal.open(false), Err(JournalError::OlderCopy { .. })));
    journal.open(true).unwrap().lock().unwrap();
    let accepted = std::fs::read(journal.file()).unwrap();
    // The person finds the real one.
    journal.put(&journal.newest);
    assert_eq!(journal.open(false).unwrap().entries().unwrap().len(), 6);
    // And what was accepted can be merged with it, as it knows both.
    journal.put(&accepted);
    assert_eq!(journal.open(false).unwrap().older_copies_accepted().unwrap().len(), 1);
}

#[test]
fn the_backups_of_the_history_that_an_older_copy_lacks_are_not_removed_as_older_ones() {
    let journal = Anchored::new();
    let folder = tempfile::tempdir().unwrap();
    let keep = NonZeroUsize::new(2).unwrap();
    let daily = |open: Journal| {
        let done = open.backup_daily(folder.path(), keep, &passphrase()).unwrap();
        open.lock().unwrap();
        done.file
    };
    let full = daily(journal.open(false).unwrap());
    journal.put(&journal.older);
    for n in 0..4 {
        journal.hand.pass(DAY_MINUTES);
        daily(journal.open(n == 0).unwrap());
    }
    assert!(full.exists(), "the only copy of five entries");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_rescue_of_an_older_copy_says_what_the_anchor_knows_to_be_missing() {
    let journal = Anchored::new();
    let mut damaged = journal.older.clone();
    damaged[0] ^= 1;
    journal.put(&damaged);
    let unlock = passphrase();
    let rescue =
        Rescue::read(journal.dir.path(), Unlock::Passphrase(&unlock), &journal.anchoring())
            .unwrap();
    assert_eq!((rescue.found.records, rescue.found.missing), (1, Some(5)));
}

#[test]
fn tampered_is_another_error_than_damaged_and_than_older() {
    let journal = Anchored::new();
    // As many writes on top of the older copy as the anchor knows, but other ones.
    journal.put(&journal.older);
    let passphrase = passphrase();
    let unlock = Unlock::Passphrase(&passphrase);
    let hand = clock(&journal.hand);
    let elsewhere = Journal::open(journal.dir.path(), unlock, Anchoring::none(), hand).unwrap();
    assert!(!elsewhere.is_anchored().unwrap());
    for _ in 0..5 {
        elsewhere.record(rated(journal.hand.now().day(), 0)).unwrap();
    }
    elsewhere.lock().unwrap();
    assert!(matches!(journal.open(false), Err(JournalError::Tampered { .. })));
    journal.put(&journal.newest);
    let journal = journal.open(false).unwrap();
    assert!(journal.is_anchored().unwrap() && journal.verify().unwrap().anchored);
}
