//! A backup holds everything, reads only whole, and two copies of a journal merge to the union of both.

use crate::common::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use vigie_vault::{
    Anchoring, Backup, BackupError, Blob, KdfParams, NewKey, Passphrase, RecordId, Rescued, Unlock,
    Vault, VaultError,
};

const OTHER: &str = "phrase de la sauvegarde";

fn backup_of(vault: &Vault) -> Vec<u8> {
    let mut file = Vec::new();
    let snapshot = vault.snapshot().unwrap();
    let passphrase = Passphrase::new(OTHER);
    snapshot.write::<VaultError>(&mut file, &passphrase, |seq| vault.chunk(seq)).unwrap();
    file
}

fn read(file: &[u8]) -> Result<Backup<&[u8]>, VaultError> {
    Backup::open(file, &Passphrase::new(OTHER))
}

fn restore(dir: &Path, file: &[u8]) -> Result<Vault, VaultError> {
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    Ok(Vault::restore(dir, key, read(file)?, Anchoring::none())?.0)
}

fn photo(vault: &mut Vault, byte: u8) -> Blob {
    let photo = vec![byte; 70_000];
    let head = |blob| Ok((b"a photo".to_vec().into(), blob));
    vault.attach::<_, VaultError>(&mut photo.as_slice(), head).unwrap().1
}

fn bytes_of_photo(vault: &Vault, blob: &Blob) -> Vec<u8> {
    let mut bytes = Vec::new();
    vault.read_blob(blob, &mut bytes).unwrap();
    bytes
}

fn contents(vault: &Vault) -> BTreeSet<(RecordId, Vec<u8>)> {
    let snapshot = vault.snapshot().unwrap();
    snapshot.records().iter().map(|record| (record.id, record.payload.to_vec())).collect()
}

#[test]
fn a_backup_is_restored_as_a_working_journal_with_keys_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, code) = create(dir.path());
    vault.append(&[b"one", b"", &[7; 5000]]).unwrap();
    let blob = photo(&mut vault, 5);
    let file = backup_of(&vault);
    // The journal is in use all the while, and goes on.
    vault.append(&[b"after the backup"]).unwrap();

    let new = tempfile::tempdir().unwrap();
    let mut restored = restore(new.path(), &file).unwrap();
    assert_eq!(restored.store_id(), vault.store_id());
    assert_ne!(restored.copy_id(), vault.copy_id());
    assert_eq!(restored.record_count(), 4);
    assert!(contents(&restored).is_subset(&contents(&vault)));
    assert_eq!(bytes_of_photo(&restored, &blob), [5; 70_000]);
    restored.append(&[b"and on the new phone"]).unwrap();
    restored.verify().unwrap();
    drop(restored);
    assert_eq!(payloads(new.path()).unwrap().len(), 5);
    let old_code = Unlock::RecoveryCode(&code);
    assert_eq!(refuses(new.path(), old_code), VaultError::WrongKey);
    assert_eq!(restore(new.path(), &file).unwrap_err(), VaultError::AlreadyThere);
}

#[test]
fn nothing_of_a_journal_is_readable_in_its_backup() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    vault.append(&[b"canary-douleur".repeat(9).as_slice()]).unwrap();
    let file = backup_of(&vault);
    assert!(file.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    for needle in [b"canary".as_slice(), b"VIGIE", PASSPHRASE.as_bytes(), OTHER.as_bytes()] {
        assert!(!file.windows(needle.len()).any(|window| window == needle));
    }
}

#[test]
fn a_backup_cut_changed_or_of_something_else_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    vault.append(&[b"one"]).unwrap();
    photo(&mut vault, 5);
    let file = backup_of(&vault);
    let new = tempfile::tempdir().unwrap();
    let refused = |file: &[u8]| {
        let error = restore(&new.path().join("journal"), file).unwrap_err();
        let left = std::fs::read_dir(new.path().join("journal"));
        let left = left
            .map_or(0, |files| files.filter(|f| f.as_ref().unwrap().file_name() != "lock").count());
        assert_eq!(left, 0, "{error:?}");
        error
    };
    // In the first chunk, at the border of two, in the last: what is behind it is found damaged only on reading it.
    for length in [file.len() / 3, file.len() - 1, 200 + 65_552] {
        assert!(matches!(refused(&file[..length]), VaultError::Backup(_)), "{length}");
    }
    for at in [300, file.len() / 2, file.len() - 1] {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(matches!(refused(&changed), VaultError::Backup(_)), "{at}");
    }
    assert_eq!(refused(b"%PDF-1.7"), BackupError::NotABackup.into());
    let wrong = Backup::open(file.as_slice(), &passphrase()).unwrap_err();
    assert_eq!(wrong, BackupError::WrongPassphrase.into());
    restore(&new.path().join("journal"), &file).unwrap();
}

#[test]
fn a_merge_brings_the_parts_of_an_attachment_that_are_missing() {
    let (dir, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut vault, _) = create(dir.path());
    let blob = photo(&mut vault, 5);
    let file = backup_of(&vault);
    vault.close().unwrap();
    edit(dir.path(), "UPDATE chunks SET sealed = zeroblob(length(sealed)) WHERE n = 0");
    let unlock = passphrase();
    let rescued =
        Rescued::read(dir.path(), Unlock::Passphrase(&unlock), &Anchoring::none()).unwrap();
    assert!(!rescued.parts().hold(&blob));
    let key = NewKey::Passphrase(&unlock, KdfParams::weak_for_tests());
    let (mut vault, _) = rescued.into_journal(new.path(), key, Anchoring::none()).unwrap();
    assert!(!vault.verify().unwrap().parts.hold(&blob));
    assert_eq!(vault.merge(read(&file).unwrap()).unwrap().len(), 0);
    assert!(vault.verify().unwrap().parts.hold(&blob));
    assert_eq!(bytes_of_photo(&vault, &blob), [5; 70_000]);
}

#[test]
fn a_merge_of_another_journal_or_of_a_damaged_backup_changes_nothing() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut vault, _) = create(one.path());
    vault.append(&[b"mine"]).unwrap();
    let (mut stranger, _) = create(other.path());
    stranger.append(&[b"not mine"]).unwrap();
    let error = vault.merge(read(&backup_of(&stranger)).unwrap()).unwrap_err();
    assert_eq!(error, VaultError::OtherJournal);

    let third = tempfile::tempdir().unwrap();
    let mut copy = restore(third.path(), &backup_of(&vault)).unwrap();
    copy.append(&[b"theirs"]).unwrap();
    photo(&mut copy, 6);
    let mut damaged = backup_of(&copy);
    *damaged.last_mut().unwrap() ^= 1;
    assert!(matches!(vault.merge(read(&damaged).unwrap()), Err(VaultError::Backup(_))));
    assert_eq!(vault.verify().unwrap().records, 1);
    assert_eq!(vault.chunk_count(), 0);
}

proptest! {
    // Each case derives a dozen keys, slow on purpose.
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn merging_is_a_set_union(own in prop::collection::vec((0_usize..3, any::<bool>()), 1..12)) {
        let dirs: Vec<_> = (0..6).map(|_| tempfile::tempdir().unwrap()).collect();
        let (mut first, _) = create(dirs[0].path());
        first.append(&[b"before the copies were made"]).unwrap();
        photo(&mut first, 1);
        let start = backup_of(&first);
        drop(first);
        let mut copies: Vec<Vault> =
            dirs[1..4].iter().map(|dir| restore(dir.path(), &start).unwrap()).collect();
        for (n, (copy, with_photo)) in own.iter().enumerate() {
            copies[*copy].append(&[format!("{copy} {n}").as_bytes()]).unwrap();
            if *with_photo {
                photo(&mut copies[*copy], u8::try_from(n).unwrap());
            }
        }
        let files: Vec<Vec<u8>> = copies.iter().map(backup_of).collect();
        let union: BTreeSet<_> = copies.iter().flat_map(contents).collect();
        let chunks: u64 = copies.iter().map(|copy| copy.chunk_count() - 2).sum::<u64>() + 2;
        let merged = |dir: &Path, order: [usize; 3]| {
            let mut vault = restore(dir, &files[order[0]]).unwrap();
            let mut added = 0;
            for n in [order[1], order[2], order[1], order[0]] {
                added += vault.merge(read(&files[n]).unwrap()).unwrap().len();
            }
            assert_eq!(added, union.len() - read(&files[order[0]]).unwrap().records().len());
            vault.verify().unwrap();
            (contents(&vault), vault.chunk_count())
        };
        let one = merged(dirs[4].path(), [0, 1, 2]);
        let other = merged(dirs[5].path(), [2, 1, 0]);
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one, (union, chunks));
    }
}
