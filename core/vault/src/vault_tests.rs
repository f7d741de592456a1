//! What a vault promises when the disk is full, through a limit inside SQLite: needs the connection, so it lives in here.

use super::*;
use crate::slot::NewKey;
use tempfile::TempDir;
use vigie_seal::{KdfParams, Passphrase, RecoveryCode};

fn new_vault() -> (TempDir, Passphrase, Vault) {
    let dir = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new("correct horse");
    let (vault, _) = Vault::create(
        dir.path(),
        NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests()),
        Anchoring::none(),
    )
    .unwrap();
    (dir, passphrase, vault)
}

#[test]
fn a_full_disk_is_said_loses_nothing_and_recording_goes_on_once_there_is_room() {
    let (dir, passphrase, mut vault) = new_vault();
    vault.store.limit_pages(vault.store.pages() + 3);
    let mut kept = Vec::new();
    let error = loop {
        let payload = format!("entry {}", kept.len());
        match vault.append(&[payload.as_bytes()]) {
            Ok(_) => kept.push(payload),
            Err(error) => break error,
        }
    };
    assert_eq!(error, VaultError::DiskFull);
    assert!(kept.len() > 10);
    assert_eq!(vault.record_count(), kept.len() as u64);
    assert_eq!(vault.verify().unwrap().records, kept.len() as u64);

    let many = [b"one of many".as_slice(); 500];
    assert_eq!(vault.append(&many).unwrap_err(), VaultError::DiskFull);
    assert_eq!(vault.verify().unwrap().records, kept.len() as u64);

    vault.store.limit_pages(1_000_000);
    kept.push("with room again".into());
    vault.append(&[b"with room again"]).unwrap();
    vault.close().unwrap();
    let (_, records) =
        Vault::open(dir.path(), Unlock::Passphrase(&passphrase), Anchoring::none()).unwrap();
    let found: Vec<_> =
        records.iter().map(|r| String::from_utf8(r.payload.to_vec()).unwrap()).collect();
    assert_eq!(found, kept);
}

#[test]
fn verify_sees_what_was_changed_in_the_files_while_the_vault_is_open() {
    let (dir, _, mut vault) = new_vault();
    vault.append(&[b"one", b"two"]).unwrap();
    // The newest pages lie in the -wal file; folding them in and changing the database there is what a thief could do.
    vault.store.fold().unwrap();
    let path = dir.path().join(JOURNAL_FILE);
    let mut bytes = fs::read(&path).unwrap();
    // The end of the fourth page: the records, after SQLite's own, the header and the manifest.
    let at = 4 * 4096 - 20;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert!(matches!(
        vault.verify(),
        Err(VaultError::Corrupt { .. } | VaultError::Tampered { .. })
    ));
}

#[test]
fn verify_sees_an_earlier_state_put_back_while_the_vault_is_open() {
    let (_dir, _, mut vault) = new_vault();
    vault.append(&[b"one"]).unwrap();
    let earlier = vault.store.manifest().unwrap();
    vault.append(&[b"two"]).unwrap();
    vault.store.edit("DELETE FROM records WHERE seq = 2", []);
    vault.store.edit("UPDATE manifest SET sealed = ?1", [earlier]);
    let error = vault.verify().unwrap_err();
    assert_eq!(error, VaultError::Tampered { what: "records changed while open" });
}

#[test]
fn verify_sees_another_header_put_in_while_the_vault_is_open() {
    let (_dir, passphrase, vault) = new_vault();
    let header = Header::parse(&vault.store.header().unwrap()).unwrap();
    let root = header.unlock(&Unlock::Passphrase(&passphrase)).unwrap();
    let (weak, code) = (KdfParams::weak_for_tests(), RecoveryCode::make().unwrap());
    let other = Header::make(
        &header.scope(),
        &root,
        &[NewKey::Passphrase(&passphrase, weak), NewKey::RecoveryCode(&code)],
    )
    .unwrap();
    vault.store.edit("UPDATE header SET bytes = ?1", [other.bytes()]);
    let error = vault.verify().unwrap_err();
    assert_eq!(error, VaultError::Tampered { what: "header is not the one opened" });
}

#[test]
fn verify_has_sqlite_check_what_no_record_lies_in() {
    let (dir, _, mut vault) = new_vault();
    vault.append(&[b"one"]).unwrap();
    vault.store.fold().unwrap();
    let path = dir.path().join(JOURNAL_FILE);
    let mut bytes = fs::read(&path).unwrap();
    // The number of free pages, in the database header.
    bytes[39] = 1;
    fs::write(&path, bytes).unwrap();
    assert_eq!(vault.verify().unwrap_err(), VaultError::Corrupt { what: "database" });
}

#[test]
fn another_header_of_the_same_journal_does_not_fit_its_manifest() {
    // As an old one would, with a slot that was removed since: its own code and checksum are right.
    let (dir, passphrase, vault) = new_vault();
    let header = Header::parse(&vault.store.header().unwrap()).unwrap();
    let scope = header.scope();
    let root = header.unlock(&Unlock::Passphrase(&passphrase)).unwrap();
    vault.close().unwrap();
    let old = Passphrase::new("an older passphrase");
    let code = RecoveryCode::make().unwrap();
    let bytes = Header::make(
        &scope,
        &root,
        &[NewKey::Passphrase(&old, KdfParams::weak_for_tests()), NewKey::RecoveryCode(&code)],
    )
    .unwrap();
    let conn = rusqlite::Connection::open(dir.path().join(JOURNAL_FILE)).unwrap();
    conn.execute("UPDATE header SET bytes = ?1", [bytes.bytes()]).unwrap();
    conn.close().unwrap();
    let error = Vault::open(dir.path(), Unlock::Passphrase(&old), Anchoring::none()).unwrap_err();
    assert_eq!(error, VaultError::Tampered { what: "header is not the one last written" });
}

#[test]
fn a_vault_can_be_handed_to_another_thread() {
    fn assert_send<T: Send>() {}
    assert_send::<Vault>();
    assert_send::<Record>();
}

#[test]
fn nothing_of_a_vault_or_a_record_is_printed() {
    let (_dir, _, mut vault) = new_vault();
    vault.append(&[b"canary"]).unwrap();
    assert_eq!(format!("{vault:?}"), "Vault { records: 1, .. }");
    let record = Record { id: RecordId::new([1; 16]), seq: 1, payload: b"canary".to_vec().into() };
    assert!(!format!("{record:?}").contains("canary") && !format!("{record:?}").contains("99"));
}
