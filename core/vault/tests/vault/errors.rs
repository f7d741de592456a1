//! The right error for each thing that can be wrong, the files untouched by each.

use crate::common::*;
use rusqlite::Connection;
use std::fs;
use std::io::ErrorKind;
use vigie_vault::{
    Anchoring, KdfParams, NewKey, Passphrase, PassphraseError, RecoveryCode, SlotKind, Unlock,
    Vault, VaultError,
};

#[test]
fn what_was_recorded_is_read_again_in_order_with_either_key() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, code) = create(dir.path());
    let mut ids = vault.append(&[b"one", b"", b"three"]).unwrap();
    ids.extend(vault.append(&[&[7; 5000]]).unwrap());
    assert_eq!(vault.append(&[]).unwrap(), []);
    let store = vault.store_id();
    assert_eq!(vault.record_count(), 4);
    vault.close().unwrap();

    let code = RecoveryCode::parse(&code.to_string().to_lowercase()).unwrap();
    for unlock in [Unlock::Passphrase(&passphrase()), Unlock::RecoveryCode(&code)] {
        let (vault, records) = Vault::open(dir.path(), unlock, Anchoring::none()).unwrap();
        assert_eq!(vault.store_id(), store);
        assert_eq!(records.iter().map(|r| r.id).collect::<Vec<_>>(), ids);
        assert_eq!(records.iter().map(|r| r.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
        let found: Vec<&[u8]> = records.iter().map(|r| r.payload.as_slice()).collect();
        assert_eq!(found, [b"one".as_slice(), b"", b"three", &[7; 5000]]);
        let report = vault.verify().unwrap();
        assert_eq!((report.records, report.payload_bytes, report.format), (4, 5008, 2));
        let kinds: Vec<SlotKind> = vault.keys().iter().map(|slot| slot.kind).collect();
        assert_eq!(kinds, [SlotKind::Passphrase, SlotKind::RecoveryCode]);
    }
}

#[test]
fn a_journal_opened_again_is_carried_on() {
    let dir = journal(&[b"one"]);
    open(dir.path()).unwrap().0.append(&[b"two"]).unwrap();
    open(dir.path()).unwrap().0.append(&[b"three"]).unwrap();
    assert_eq!(payloads(dir.path()).unwrap(), [b"one".as_slice(), b"two", b"three"]);
}

#[test]
fn a_folder_without_a_journal_is_not_found_and_stays_empty() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(refuses(dir.path(), Unlock::Passphrase(&passphrase())), VaultError::NotFound);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    let missing = dir.path().join("missing");
    assert_eq!(
        Vault::open(&missing, Unlock::Passphrase(&passphrase()), Anchoring::none()).unwrap_err(),
        VaultError::NotFound
    );
    assert!(!missing.exists());
}

#[test]
fn a_wrong_passphrase_or_code_is_a_wrong_key() {
    let dir = journal(&[b"one"]);
    let other = RecoveryCode::make().unwrap();
    assert_eq!(
        refuses(dir.path(), Unlock::Passphrase(&Passphrase::new("Correct horse battery"))),
        VaultError::WrongKey
    );
    assert_eq!(refuses(dir.path(), Unlock::RecoveryCode(&other)), VaultError::WrongKey);
}

#[test]
fn a_wrong_key_leaves_what_a_crash_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    vault.append(&[b"only in the -wal file"]).unwrap();
    let crashed = copy_of(&bytes_of(dir.path()));
    assert!(bytes_of(crashed.path()).len() == 2, "database and -wal");
    assert_eq!(
        refuses(crashed.path(), Unlock::Passphrase(&Passphrase::new("wrong"))),
        VaultError::WrongKey
    );
    assert_eq!(payloads(crashed.path()).unwrap(), [b"only in the -wal file"]);
}

#[test]
fn a_second_vault_on_the_same_journal_is_told_that_it_is_in_use() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    assert_eq!(refuses(dir.path(), Unlock::Passphrase(&passphrase())), VaultError::InUse);
    let again = Vault::create(
        dir.path(),
        NewKey::Passphrase(&passphrase(), KdfParams::weak_for_tests()),
        Anchoring::none(),
    );
    assert_eq!(again.unwrap_err(), VaultError::InUse);
    vault.append(&[b"the first goes on"]).unwrap();
    drop(vault);
    assert_eq!(payloads(dir.path()).unwrap().len(), 1);
}

#[test]
fn a_database_held_by_another_program_is_in_use_too() {
    let dir = journal(&[b"one"]);
    let other = Connection::open(database(dir.path())).unwrap();
    other
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM records; ROLLBACK;",
        )
        .unwrap();
    let error =
        Vault::open(dir.path(), Unlock::Passphrase(&passphrase()), Anchoring::none()).unwrap_err();
    assert_eq!(error, VaultError::InUse);
    other.close().unwrap();
    assert_eq!(payloads(dir.path()).unwrap().len(), 1);
}

#[test]
fn a_journal_is_never_made_over_another_or_over_what_is_left_of_one() {
    let dir = journal(&[b"one"]);
    let before = bytes_of(dir.path());
    let create = || {
        Vault::create(
            dir.path(),
            NewKey::Passphrase(&passphrase(), KdfParams::weak_for_tests()),
            Anchoring::none(),
        )
        .unwrap_err()
    };
    assert_eq!(create(), VaultError::AlreadyThere);
    assert_eq!(bytes_of(dir.path()), before);
    fs::rename(database(dir.path()), dir.path().join("journal.vigie-wal")).unwrap();
    assert_eq!(create(), VaultError::AlreadyThere);
    assert!(Vault::is_there(dir.path()), "nobody is told that one can be made");
    fs::write(database(dir.path()), b"").unwrap();
    assert_eq!(create(), VaultError::AlreadyThere);
}

#[test]
fn a_weak_passphrase_makes_no_journal() {
    let dir = tempfile::tempdir().unwrap();
    for (typed, error) in
        [("", PassphraseError::Empty), ("1234567", PassphraseError::TooShort { min: 8 })]
    {
        let made = Vault::create(
            dir.path(),
            NewKey::Passphrase(&Passphrase::new(typed), KdfParams::weak_for_tests()),
            Anchoring::none(),
        );
        assert_eq!(made.unwrap_err(), VaultError::Passphrase(error));
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_newer_format_is_said_even_when_nothing_else_is_understood() {
    let dir = journal(&[b"one"]);
    edit(
        dir.path(),
        "UPDATE header SET bytes = CAST(substr(bytes, 1, 8) || x'0302' || x'FFFF' AS BLOB);
         DROP TABLE records; DROP TABLE manifest; CREATE TABLE years (id INTEGER);",
    );
    let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
    assert_eq!(error, VaultError::NewerFormat { found: 0x0203, supported: 2 });
}

#[test]
fn a_file_that_is_no_journal_is_corrupt_and_stays() {
    let wal_of_one = b"what is in a -wal file may be all there is".as_slice();
    let dir = journal(&[b"one"]);
    let good = fs::read(database(dir.path())).unwrap();
    let mut other_application = good.clone();
    other_application[68..72].fill(0);
    let mut not_wal = good.clone();
    not_wal[18..20].fill(1);
    for bytes in [
        b"".as_slice(),
        b"hello",
        &[0; 8192],
        &good[..100],
        &good[..4096],
        &other_application,
        &not_wal,
    ] {
        fs::write(database(dir.path()), bytes).unwrap();
        fs::write(dir.path().join("journal.vigie-wal"), wal_of_one).unwrap();
        let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
        assert!(matches!(error, VaultError::Corrupt { .. }), "{error:?}");
    }
}

#[test]
fn a_rollback_file_put_beside_the_journal_is_not_played_back() {
    let dir = journal(&[b"one"]);
    fs::write(dir.path().join("journal.vigie-journal"), [0xD9; 9000]).unwrap();
    let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
    assert!(matches!(error, VaultError::Corrupt { .. }));
}

#[test]
fn a_payload_over_the_limit_is_refused_with_all_that_came_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let long = vec![1; vigie_vault::MAX_PAYLOAD + 1];
    assert_eq!(vault.append(&[b"short", &long]).unwrap_err(), VaultError::TooLarge);
    assert_eq!(vault.record_count(), 0);
    vault.append(&[&long[1..]]).unwrap();
    vault.close().unwrap();
    assert_eq!(payloads(dir.path()).unwrap()[0].len(), vigie_vault::MAX_PAYLOAD);
}

#[test]
fn a_place_where_no_folder_can_be_made_is_an_io_error_without_its_path() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, b"x").unwrap();
    let error = Vault::create(
        &file.join("sub"),
        NewKey::Passphrase(&passphrase(), KdfParams::weak_for_tests()),
        Anchoring::none(),
    )
    .unwrap_err();
    assert_eq!(error, VaultError::Io { kind: ErrorKind::NotADirectory });
    assert!(!error.to_string().contains("file"));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("new").join("journal");
    let (mut vault, _) = create(&dir);
    vault.append(&[b"one"]).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    for entry in fs::read_dir(&dir).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}
