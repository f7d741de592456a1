//! A damaged journal: what is readable becomes a new one.

use crate::common::*;

#[test]
fn what_is_readable_of_a_damaged_journal_is_rescued_and_a_backup_brings_the_rest() {
    let (dir, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    for _ in 0..40 {
        let mut entry = rated(hand.now().day(), 2);
        entry.note = Some(Note::new("note", &"un mot ".repeat(30)).unwrap());
        journal.record(entry).unwrap();
        hand.pass(DAY_MINUTES);
    }
    let file = backup(&journal);
    let all = journal.entries().unwrap();
    journal.lock().unwrap();
    let path = dir.path().join("journal.vigie");
    let mut bytes = std::fs::read(&path).unwrap();
    // A page full of records.
    let full = |page: &&mut [u8]| page[0] == 0x0D && u16::from_be_bytes([page[3], page[4]]) > 5;
    bytes.chunks_mut(4096).skip(1).find(full).unwrap().fill(0x55);
    std::fs::write(&path, &bytes).unwrap();
    let unlock = passphrase();
    let opened =
        || Journal::open(dir.path(), Unlock::Passphrase(&unlock), Anchoring::none(), clock(&hand));
    assert!(matches!(opened().unwrap_err(), JournalError::Damaged { .. }));

    let rescue = Rescue::read(dir.path(), Unlock::Passphrase(&unlock), &Anchoring::none()).unwrap();
    let found = rescue.found;
    let missing = found.missing.unwrap();
    assert!(missing > 0 && found.records + missing == 40, "{found:?}");
    let key = NewKey::Passphrase(&unlock, KdfParams::weak_for_tests());
    let (rescued, _) =
        rescue.into_journal(new.path(), key, Anchoring::none(), clock(&hand)).unwrap();
    assert_eq!(rescued.rescues().unwrap()[0].1, Some(missing));
    let kept = rescued.entries().unwrap();
    assert!(kept.iter().all(|entry| all.contains(entry)));
    rescued.merge(file.as_slice(), &unlock).unwrap();
    assert_eq!(rescued.entries().unwrap(), all);
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "the damaged one is untouched");
}

/// A journal with one entry, and one record that the vault vouches for.
fn with_record(payload: &[u8]) -> (tempfile::TempDir, Arc<Hand>) {
    let dir = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-20", 600);
    let journal = create(dir.path(), &hand);
    journal.record(rated(hand.now().day(), 4)).unwrap();
    journal.lock().unwrap();
    let key = passphrase();
    let (mut vault, _) =
        Vault::open(dir.path(), Unlock::Passphrase(&key), Anchoring::none()).unwrap();
    vault.append(&[payload]).unwrap();
    vault.close().unwrap();
    (dir, hand)
}

#[test]
fn a_genuine_record_that_does_not_read_is_kept_and_stops_no_rescue() {
    let (dir, hand) = with_record(&[1, 200]);
    let new = tempfile::tempdir().unwrap();
    let key = passphrase();
    let unlock = Unlock::Passphrase(&key);
    let open = |dir: &Path| Journal::open(dir, unlock, Anchoring::none(), clock(&hand));
    assert!(matches!(open(dir.path()), Err(JournalError::Damaged { .. })));
    let rescue = Rescue::read(dir.path(), unlock, &Anchoring::none()).unwrap();
    assert_eq!((rescue.found.records, rescue.found.entries, rescue.found.unread), (2, 1, 1));
    let weak = NewKey::Passphrase(&key, KdfParams::weak_for_tests());
    let (journal, _) =
        rescue.into_journal(new.path(), weak, Anchoring::none(), clock(&hand)).unwrap();
    assert_eq!(journal.verify().unwrap().unread, 1);
    journal.lock().unwrap();
    let journal = open(new.path()).unwrap();
    assert_eq!(journal.entries().unwrap().len(), 1);
    journal.lock().unwrap();
    let (_, records) = Vault::open(new.path(), unlock, Anchoring::none()).unwrap();
    assert!(records.iter().any(|record| record.payload.ends_with(&[1, 200])), "as it was");
}

#[test]
fn what_a_newer_version_wrote_is_refused_before_anything_is_written() {
    let (dir, hand) = with_record(&[2, 0]);
    let anchors = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.vigie");
    let bytes = std::fs::read(&path).unwrap();
    let key = passphrase();
    let anchoring = Anchoring::by(Arc::new(FileAnchor::new(anchors.path().to_owned())));
    let refused =
        Journal::open(dir.path(), Unlock::Passphrase(&key), anchoring.clone(), clock(&hand));
    assert!(matches!(refused, Err(JournalError::NewerVersion)));
    let rescue = Rescue::read(dir.path(), Unlock::Passphrase(&key), &anchoring);
    assert!(matches!(rescue, Err(JournalError::NewerVersion)));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(anchors.path()).unwrap().count(), 0);
}
