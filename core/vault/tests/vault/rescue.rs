//! A journal that no longer opens: everything that is still whole is brought into a new one, and the old is not touched.

use crate::common::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use vigie_vault::{
    Anchor, Anchoring, KdfParams, NewKey, Passphrase, Rescued, Unlock, Vault, VaultError,
};

fn read(dir: &Path) -> Result<Rescued, VaultError> {
    let before = bytes_of(dir);
    let rescued = Rescued::read(dir, Unlock::Passphrase(&passphrase()), &Anchoring::none());
    assert_eq!(bytes_of(dir), before, "touched");
    rescued
}

/// Forty records, some long enough to go on in other pages, and an attachment.
fn damaged_by(damage: impl FnOnce(&mut Vec<u8>)) -> (tempfile::TempDir, Vec<Vec<u8>>) {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    for n in 0..40_u8 {
        let length = if n % 10 == 9 { 9000 } else { 100 };
        vault.append(&[&vec![n; length]]).unwrap();
    }
    let head = |_| Ok::<_, VaultError>((b"a photo".to_vec().into(), ()));
    vault.attach(&mut [3; 100_000].as_slice(), head).unwrap();
    vault.close().unwrap();
    let expected = payloads(dir.path()).unwrap();
    let mut bytes = fs::read(database(dir.path())).unwrap();
    damage(&mut bytes);
    fs::write(database(dir.path()), bytes).unwrap();
    (dir, expected)
}

/// Changes a byte in the middle of a sealed record: the first of the first page that is full of them.
fn damage_a_record(bytes: &mut [u8]) {
    let full = |page: &&mut [u8]| page[0] == 0x0D && u16::from_be_bytes([page[3], page[4]]) > 5;
    let page = bytes.chunks_mut(4096).skip(1).find(full).unwrap();
    page[4096 - 100] ^= 1;
}

#[test]
fn of_a_whole_journal_nothing_is_missing() {
    let (dir, expected) = damaged_by(|_| ());
    let rescued = read(dir.path()).unwrap();
    assert_eq!(payloads_of(rescued.records()), expected);
    assert_eq!((rescued.missing(), rescued.parts().count()), (Some(0), 2));
}

#[test]
fn a_damaged_record_costs_that_record_and_no_other() {
    let (dir, expected) = damaged_by(|bytes| {
        damage_a_record(bytes);
    });
    assert!(payloads(dir.path()).is_err());
    let rescued = read(dir.path()).unwrap();
    assert_eq!(rescued.missing(), Some(1));
    assert_eq!(rescued.records().len(), expected.len() - 1);
    assert!(payloads_of(rescued.records()).iter().all(|payload| expected.contains(payload)));
}

#[test]
fn what_sqlite_needs_to_find_anything_may_all_be_gone() {
    let (dir, expected) = damaged_by(|bytes| {
        bytes[..4096].fill(0xAA);
        // The head of every page of cells: its kind, its count, where its cells lie.
        for page in bytes.chunks_mut(4096).skip(1).filter(|page| page[0] == 0x0D || page[0] == 0x05)
        {
            page[..8].fill(0xFF);
        }
    });
    assert!(payloads(dir.path()).is_err());
    let rescued = read(dir.path()).unwrap();
    assert_eq!(payloads_of(rescued.records()), expected);
    assert_eq!(rescued.missing(), Some(0));
}

#[test]
fn a_journal_cut_short_gives_what_its_beginning_holds() {
    let (dir, expected) = damaged_by(|bytes| bytes.truncate(bytes.len() / 4));
    let rescued = read(dir.path()).unwrap();
    assert!(!rescued.records().is_empty());
    assert!(payloads_of(rescued.records()).iter().all(|payload| expected.contains(payload)));
    let found = u64::try_from(rescued.records().len()).unwrap();
    assert_eq!(rescued.missing(), Some(41 - found));
}

#[test]
fn a_header_damaged_around_a_slot_still_opens_with_it() {
    let (dir, expected) = damaged_by(|bytes| {
        let magic = bytes.windows(8).position(|bytes| bytes == b"VIGIEJNL").unwrap();
        // The wrapped root of the recovery code's slot, near the end of the header, and its checksum.
        bytes[magic + 700] ^= 1;
    });
    assert_eq!(
        refuses(dir.path(), Unlock::Passphrase(&passphrase())),
        VaultError::Corrupt { what: "header" }
    );
    assert_eq!(payloads_of(read(dir.path()).unwrap().records()), expected);
}

#[test]
fn what_a_crash_left_in_the_wal_is_found_too() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    for n in 0..5_u8 {
        vault.append(&[&[n; 80]]).unwrap();
    }
    let crashed = copy_of(&bytes_of(dir.path()));
    fs::write(database(crashed.path()), b"").unwrap();
    let rescued = read(crashed.path());
    // The header was folded into the database when the journal was made: without it nothing opens.
    assert_eq!(rescued.unwrap_err(), VaultError::Corrupt { what: "header" });
    let whole = copy_of(&bytes_of(dir.path()));
    let mut wal = fs::read(whole.path().join("journal.vigie-wal")).unwrap();
    wal[..32].fill(0);
    fs::write(whole.path().join("journal.vigie-wal"), wal).unwrap();
    assert_eq!(read(whole.path()).unwrap().records().len(), 5);
}

#[test]
fn another_key_and_another_folder_are_told_as_they_are() {
    let (dir, _) = damaged_by(|bytes| damage_a_record(bytes));
    let wrong = Passphrase::new("not the one");
    let error =
        Rescued::read(dir.path(), Unlock::Passphrase(&wrong), &Anchoring::none()).unwrap_err();
    assert_eq!(error, VaultError::WrongKey);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(read(empty.path()).unwrap_err(), VaultError::NotFound);
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
    let open = open(journal(&[b"one"]).path()).unwrap();
    drop(open);
    let busy = tempfile::tempdir().unwrap();
    let (_held, _) = create(busy.path());
    assert_eq!(read(busy.path()).unwrap_err(), VaultError::InUse);
}

#[test]
fn what_was_rescued_becomes_a_working_journal_that_the_old_keys_do_not_open() {
    let (dir, expected) = damaged_by(|bytes| damage_a_record(bytes));
    let before = bytes_of(dir.path());
    let new = tempfile::tempdir().unwrap();
    let other = Passphrase::new("une phrase neuve");
    let key = NewKey::Passphrase(&other, KdfParams::weak_for_tests());
    let rescued = read(dir.path()).unwrap();
    let (mut vault, _) = rescued.into_journal(new.path(), key, Anchoring::none()).unwrap();
    vault.append(&[b"and it goes on"]).unwrap();
    vault.verify().unwrap();
    drop(vault);
    assert_eq!(bytes_of(dir.path()), before);
    assert_eq!(refuses(new.path(), Unlock::Passphrase(&passphrase())), VaultError::WrongKey);
    let (_, records) =
        Vault::open(new.path(), Unlock::Passphrase(&other), Anchoring::none()).unwrap();
    assert_eq!(records.len(), expected.len());
}

#[test]
fn a_record_made_up_by_somebody_without_the_key_is_never_brought_in() {
    let dir = journal(&[b"one", b"two"]);
    edit(
        dir.path(),
        "INSERT INTO records VALUES (3, x'01010101010101010101010101010101', randomblob(285)); INSERT INTO records SELECT 9, id, sealed FROM records WHERE seq = 1;",
    );
    let rescued = read(dir.path()).unwrap();
    assert_eq!(payloads_of(rescued.records()), [b"one".to_vec(), b"two".to_vec()]);
}

#[test]
fn what_the_anchor_knows_to_be_missing_of_an_older_copy_is_said() {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(MemoryAnchor::default()));
    let by = || Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>);
    let key = passphrase();
    let new = NewKey::Passphrase(&key, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(dir.path(), new, by()).unwrap();
    vault.append(&[b"one"]).unwrap();
    vault.close().unwrap();
    let mut older = fs::read(database(dir.path())).unwrap();
    open_anchored(dir.path(), &anchor).unwrap().0.append(&[b"two", b"three"]).unwrap();
    older[0] ^= 1;
    fs::write(database(dir.path()), older).unwrap();
    let rescued = Rescued::read(dir.path(), Unlock::Passphrase(&key), &by()).unwrap();
    assert_eq!((rescued.records().len(), rescued.missing()), (1, Some(2)));
}

#[test]
fn what_the_pages_of_a_rotated_journal_lack_those_from_before_it_still_have() {
    let before = journal(&[b"one", b"two", b"three"]);
    let old = fs::read(database(before.path())).unwrap();
    let (mut vault, _) = open(before.path()).unwrap();
    let key = passphrase();
    vault.rotate(&[NewKey::Passphrase(&key, KdfParams::weak_for_tests())]).unwrap();
    vault.append(&[b"four"]).unwrap();
    vault.close().unwrap();
    let lost = "UPDATE records SET sealed = zeroblob(300) WHERE seq IN (1, 4); DELETE FROM records WHERE seq = 2";
    edit(before.path(), lost);
    // Old pages behind the new ones, as a file system that died in between leaves them.
    let both = [fs::read(database(before.path())).unwrap(), old].concat();
    fs::write(database(before.path()), both).unwrap();
    let rescued = read(before.path()).unwrap();
    let expected: [&[u8]; 3] = [b"one", b"two", b"three"];
    assert_eq!(payloads_of(rescued.records()), expected);
    assert_eq!(rescued.missing(), Some(1));
    let new = tempfile::tempdir().unwrap();
    let weak = NewKey::Passphrase(&key, KdfParams::weak_for_tests());
    rescued.into_journal(new.path(), weak, Anchoring::none()).unwrap().0.verify().unwrap();
}

#[test]
fn headers_made_up_by_somebody_do_not_hide_the_real_one() {
    let (dir, expected) = damaged_by(|bytes| {
        let magic = bytes.windows(8).position(|bytes| bytes == b"VIGIEJNL").unwrap();
        let header = bytes[magic..magic + 900].to_vec();
        for n in 0..60_u8 {
            // Other journals' headers, as far as anybody can see, with a checksum that is wrong.
            let mut page = vec![0; 4096];
            page[100..1000].copy_from_slice(&header);
            page[100 + 10..100 + 26].fill(n);
            bytes.extend(page);
        }
        bytes[0] = 0;
    });
    assert_eq!(payloads_of(read(dir.path()).unwrap().records()), expected);
}

#[test]
fn a_wal_that_is_there_and_cannot_be_read_is_not_taken_for_none() {
    let dir = journal(&[b"one"]);
    // A folder of that name is refused to everybody who reads it as a file.
    fs::create_dir(dir.path().join("journal.vigie-wal")).unwrap();
    let read = Rescued::read(dir.path(), Unlock::Passphrase(&passphrase()), &Anchoring::none());
    assert!(matches!(read, Err(VaultError::Io { .. })), "{read:?}");
}
