//! What the manifest alone cannot know: that a whole, genuine journal is not the latest.

use crate::common::*;
use std::fs;
use std::sync::Arc;
use vigie_vault::{Anchor, Anchoring, KdfParams, NewKey, OlderAccepted, Unlock, Vault, VaultError};

fn anchored() -> (tempfile::TempDir, Arc<MemoryAnchor>, Vault) {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(MemoryAnchor::default()));
    let (passphrase, anchoring) =
        (passphrase(), Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>));
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (vault, _) = Vault::create(dir.path(), key, anchoring).unwrap();
    (dir, anchor, vault)
}

fn put_back(dir: &std::path::Path, files: &Files) {
    for name in bytes_of(dir).keys() {
        fs::remove_file(dir.join(name)).unwrap();
    }
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).unwrap();
    }
}

#[test]
fn older_tampered_and_newer_are_three_outcomes() {
    let (dir, anchor, mut vault) = anchored();
    vault.append(&[b"one"]).unwrap();
    drop(vault);
    let one = bytes_of(dir.path());
    let (mut vault, _) = open_anchored(dir.path(), &anchor).unwrap();
    vault.append(&[b"two"]).unwrap();
    drop(vault);
    let two = bytes_of(dir.path());

    // Older: refused, nothing touched.
    put_back(dir.path(), &one);
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert_eq!(error, VaultError::OlderCopy { found: 1, anchored: 2 });
    assert_eq!(bytes_of(dir.path()), one);

    // Tampered: as many writes, other ones.
    let elsewhere = copy_of(&one);
    open(elsewhere.path()).unwrap().0.append(&[b"another two"]).unwrap();
    put_back(dir.path(), &bytes_of(elsewhere.path()));
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert!(matches!(error, VaultError::Tampered { .. }), "{error:?}");

    // Tampered: more writes, but not on top of what was known.
    open(elsewhere.path()).unwrap().0.append(&[b"another three"]).unwrap();
    put_back(dir.path(), &bytes_of(elsewhere.path()));
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert!(matches!(error, VaultError::Tampered { .. }), "{error:?}");

    // Newer: the anchor was not told, by a crash or because a copy was carried on.
    put_back(dir.path(), &two);
    open(dir.path()).unwrap().0.append(&[b"three"]).unwrap();
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().1.len(), 3);
    put_back(dir.path(), &two);
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert_eq!(error, VaultError::OlderCopy { found: 2, anchored: 3 });
}

#[test]
fn an_older_copy_is_opened_only_when_it_is_accepted_and_only_that_once() {
    let (dir, anchor, mut vault) = anchored();
    vault.append(&[b"one"]).unwrap();
    drop(vault);
    let one = bytes_of(dir.path());
    open_anchored(dir.path(), &anchor).unwrap().0.append(&[b"two", b"three"]).unwrap();
    let newer = bytes_of(dir.path());
    put_back(dir.path(), &one);
    let accepting = Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>).accepting_older();
    let accept =
        || Vault::open(dir.path(), Unlock::Passphrase(&passphrase()), accepting.clone()).unwrap();
    // Until it is recorded as accepted nothing has happened, to the anchor neither.
    drop(accept());
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert_eq!(error, VaultError::OlderCopy { found: 1, anchored: 3 });
    let (mut vault, records) = accept();
    assert_eq!(vault.older_accepted(), Some(OlderAccepted { found: 1, anchored: 3 }));
    assert_eq!(records.len(), 1);
    assert!(!vault.is_anchored());
    vault.append(&[b"accepted"]).unwrap();
    assert!(vault.is_anchored());
    drop(vault);
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().0.older_accepted(), None);
    let accepted = bytes_of(dir.path());
    // The other copy, should it turn up, is still the one that the anchor knows; an old page of it is still missed.
    put_back(dir.path(), &newer);
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().1.len(), 3);
    put_back(dir.path(), &one);
    assert!(matches!(open_anchored(dir.path(), &anchor), Err(VaultError::OlderCopy { .. })));
    put_back(dir.path(), &accepted);
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().1.len(), 2);
    // What is tampered with is not accepted as older.
    let elsewhere = copy_of(&one);
    open(elsewhere.path()).unwrap().0.append(&[b"made up"]).unwrap();
    put_back(dir.path(), &bytes_of(elsewhere.path()));
    let error = Vault::open(dir.path(), Unlock::Passphrase(&passphrase()), accepting).unwrap_err();
    assert!(matches!(error, VaultError::Tampered { .. }), "{error:?}");
}

#[test]
fn an_older_copy_of_the_first_format_is_upgraded_and_still_older_until_it_is_recorded_as_accepted()
{
    let golden =
        bytes_of(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1"));
    let (dir, anchor) = (copy_of(&golden), Arc::new(MemoryAnchor::default()));
    let passphrase = vigie_vault::Passphrase::new("e\u{301}té à la mer, 1987");
    let by = || Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>);
    let open = |anchoring| Vault::open(dir.path(), Unlock::Passphrase(&passphrase), anchoring);
    open(by()).unwrap().0.append(&[b"one more"]).unwrap();
    put_back(dir.path(), &golden);
    for _ in 0..2 {
        assert!(matches!(open(by()), Err(VaultError::OlderCopy { .. })));
        drop(open(by().accepting_older()).unwrap());
    }
    let (mut vault, _) = open(by().accepting_older()).unwrap();
    vault.append(&[b"accepted"]).unwrap();
    drop(vault);
    open(by()).unwrap().0.verify().unwrap();
}

#[test]
fn what_is_not_understood_is_left_as_it_was_and_the_anchor_too() {
    let golden =
        bytes_of(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1"));
    let dir = copy_of(&golden);
    let anchor = Arc::new(MemoryAnchor::default());
    let passphrase = vigie_vault::Passphrase::new("e\u{301}té à la mer, 1987");
    let by = Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>);
    let not_understood = |_| Err::<(), _>(VaultError::NewerFormat { found: 9, supported: 2 });
    Vault::open_if(dir.path(), Unlock::Passphrase(&passphrase), by, not_understood).unwrap_err();
    assert_eq!(bytes_of(dir.path()), golden);
    assert!(anchor.0.lock().unwrap().is_empty());
}

#[test]
fn a_removed_passphrase_does_not_come_back_with_an_old_header() {
    let (dir, anchor, mut vault) = anchored();
    vault.append(&[b"one"]).unwrap();
    let with_old_key = {
        drop(vault);
        bytes_of(dir.path())
    };
    let (mut vault, _) = open_anchored(dir.path(), &anchor).unwrap();
    let new = vigie_vault::Passphrase::new("une autre phrase");
    let old = passphrase();
    let key = NewKey::Passphrase(&new, KdfParams::weak_for_tests());
    vault.replace_key(Unlock::Passphrase(&old), key).unwrap();
    drop(vault);
    put_back(dir.path(), &with_old_key);
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert_eq!(error, VaultError::OlderCopy { found: 1, anchored: 1 });
}

#[test]
fn a_rotation_moves_the_anchor_and_what_was_before_is_older() {
    let (dir, anchor, mut vault) = anchored();
    vault.append(&[b"one"]).unwrap();
    drop(vault);
    let before = bytes_of(dir.path());
    let (mut vault, _) = open_anchored(dir.path(), &anchor).unwrap();
    let (behind, passphrase) = (*anchor.0.lock().unwrap().values().next().unwrap(), passphrase());
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    vault.rotate(&[key]).unwrap();
    vault.append(&[b"two"]).unwrap();
    let copy = vault.copy_id();
    drop(vault);
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().1.len(), 2);
    // An anchor that a crash left before the rotation is moved on.
    anchor.keep(copy, &behind).unwrap();
    assert_eq!(open_anchored(dir.path(), &anchor).unwrap().1.len(), 2);
    put_back(dir.path(), &before);
    let error = open_anchored(dir.path(), &anchor).unwrap_err();
    assert_eq!(error, VaultError::OlderCopy { found: 1, anchored: 2 });
}

#[test]
fn the_newest_records_cut_from_the_wal_of_a_crash_are_missed() {
    let (dir, anchor, mut vault) = anchored();
    let mut acknowledged = Vec::new();
    for n in 0..6_u8 {
        vault.append(&[&[n; 300]]).unwrap();
        acknowledged.push(vec![n; 300]);
    }
    let crashed = bytes_of(dir.path());
    let point = *anchor.0.lock().unwrap().values().next().unwrap();
    let wal = crashed[std::path::Path::new("journal.vigie-wal")].clone();
    let (mut tried, mut noticed) = (0, 0);
    let step = wal.len().div_ceil(times(150, wal.len())).max(1);
    for length in (0..wal.len()).step_by(step) {
        let copy = copy_of(&crashed);
        fs::write(copy.path().join("journal.vigie-wal"), &wal[..length]).unwrap();
        let anchor = Arc::new(MemoryAnchor::default());
        anchor.keep(vault.copy_id(), &point).unwrap();
        match open_anchored(copy.path(), &anchor) {
            Ok((_, records)) => assert_eq!(payloads_of(&records), acknowledged, "cut at {length}"),
            Err(_) => noticed += 1,
        }
        tried += 1;
    }
    assert!(noticed > tried / 2);
    println!("-wal cut at {tried} lengths: {noticed} noticed, the others left it whole");
}
