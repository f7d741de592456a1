//! Old pages, old files and torn ends put back: an error, or the identical journal.

use crate::common::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use vigie_vault::{Anchor, Anchoring, KdfParams, NewKey, Unlock, Vault, VaultError};

const PAGE: usize = 4096;

/// A journal as it stood after each of some writes, each time closed; and how it is now.
fn lived() -> (Vec<Files>, Vec<Vec<u8>>) {
    let dir = journal(&[]);
    let mut states = Vec::new();
    for n in 0..12_u8 {
        let (mut vault, _) = open(dir.path()).unwrap();
        let payload = vec![n; 700];
        vault.append(&[&payload, &[n; 50]]).unwrap();
        if n == 6 {
            let new = passphrase();
            vault
                .replace_key(
                    Unlock::Passphrase(&new),
                    NewKey::Passphrase(&new, KdfParams::weak_for_tests()),
                )
                .unwrap();
        }
        drop(vault);
        states.push(bytes_of(dir.path()));
    }
    (states, payloads(dir.path()).unwrap())
}

#[test]
fn every_old_page_put_back_is_noticed_or_says_nothing_else() {
    let (states, expected) = lived();
    let name = Path::new("journal.vigie");
    let now = states.last().unwrap()[name].clone();
    let (mut tried, mut noticed) = (0, 0);
    for old in &states[..states.len() - 1] {
        for (number, page) in old[name].chunks(PAGE).enumerate() {
            let at = number * PAGE;
            if now[at..at + PAGE] == *page {
                continue;
            }
            let mut bytes = now.clone();
            bytes[at..at + PAGE].copy_from_slice(page);
            let dir = copy_of(&Files::from([(name.to_owned(), bytes)]));
            let before = bytes_of(dir.path());
            match payloads(dir.path()) {
                Ok(found) => assert_eq!(found, expected, "page {number}"),
                Err(VaultError::Corrupt { .. } | VaultError::Tampered { .. }) => {
                    assert_eq!(bytes_of(dir.path()), before);
                    noticed += 1;
                }
                Err(error) => panic!("{error:?}"),
            }
            tried += 1;
        }
    }
    assert!(tried > 30 && noticed * 10 > tried * 7, "{noticed} of {tried}");
    println!("{tried} old pages put back: {noticed} noticed, the others said the same");
}

#[test]
fn every_old_whole_file_put_back_is_an_older_copy_to_the_anchor() {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(MemoryAnchor::default()));
    let (passphrase, anchoring) =
        (passphrase(), Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>));
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Vault::create(dir.path(), key, anchoring).unwrap();
    let mut states = Vec::new();
    for n in 0..20_u8 {
        states.push(bytes_of(dir.path()));
        open_anchored(dir.path(), &anchor).unwrap().0.append(&[&[n; 99]]).unwrap();
    }
    for (n, old) in (0_u64..).zip(&states) {
        let copy = copy_of(old);
        let error = open_anchored(copy.path(), &anchor).unwrap_err();
        assert_eq!(error, VaultError::OlderCopy { found: n, anchored: 20 });
        assert_eq!(&bytes_of(copy.path()), old);
    }
    println!("{} old files put back, all noticed", states.len());
}

/// A journal that a crash left: what was written last is in the `-wal` file only.
fn crashed() -> (Files, Vec<Vec<u8>>, Arc<MemoryAnchor>) {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(MemoryAnchor::default()));
    let (passphrase, anchoring) =
        (passphrase(), Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>));
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(dir.path(), key, anchoring).unwrap();
    let mut expected = Vec::new();
    for n in 0..3_u8 {
        expected.push(vec![n; 60]);
        vault.append(&[&[n; 60]]).unwrap();
    }
    (bytes_of(dir.path()), expected, anchor)
}

/// Every byte of a file flipped, every length cut: with the anchor there is an error or the identical journal. One bit a
/// byte; a sample of the places unless everything is asked for.
fn flip_and_cut(name: &str, sample: usize) {
    let (files, expected, anchor) = crashed();
    let points = anchor.0.lock().unwrap().clone();
    let good = files[Path::new(name)].clone();
    let dir = copy_of(&files);
    let (mut tried, mut noticed) = (0, 0);
    let mut check = |bytes: &[u8], what: String| {
        for (name, bytes) in &files {
            fs::write(dir.path().join(name), bytes).unwrap();
        }
        fs::write(dir.path().join(name), bytes).unwrap();
        let before = bytes_of(dir.path());
        *anchor.0.lock().unwrap() = points.clone();
        match open_anchored(dir.path(), &anchor) {
            Ok((vault, records)) => {
                assert_eq!(payloads_of(&records), expected, "{what}");
                drop(vault);
            }
            Err(error) => {
                assert_eq!(bytes_of(dir.path()), before, "{what}: {error:?} changed the files");
                noticed += 1;
            }
        }
        tried += 1;
    };
    let step = good.len().div_ceil(times(sample, good.len())).max(1) | 1;
    let step = if step == 1 || times(0, 1) == 1 { 1 } else { step };
    for at in (0..good.len()).step_by(step) {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        check(&bytes, format!("byte {at} of {name}"));
    }
    for length in (0..good.len()).step_by(step) {
        check(&good[..length], format!("{name} cut at {length}"));
    }
    assert!(noticed > tried / 20, "{noticed} of {tried}");
    println!(
        "{name} ({} bytes): {tried} flips and cuts, {noticed} noticed, the others left the journal whole",
        good.len()
    );
}

#[test]
fn a_flipped_byte_or_a_cut_of_the_database_is_an_error_or_the_identical_journal() {
    flip_and_cut("journal.vigie", 250);
}

#[test]
fn a_flipped_byte_or_a_cut_of_the_wal_is_an_error_or_the_identical_journal() {
    flip_and_cut("journal.vigie-wal", 250);
}
