//! What is this device's own: sealed beside the journal and no part of it.

use crate::common::*;
use std::fs;
use vigie_vault::{Anchoring, Aside, KdfParams, NewKey, Vault, VaultError};

const DRAFT: &[u8] = b"fatigue 4, and then the telephone rang";

fn kept(vault: &Vault) -> Option<Vec<u8>> {
    vault.aside(Aside::Draft).unwrap().map(|draft| draft.to_vec())
}

#[test]
fn the_last_one_is_there_after_closing_and_forgotten_when_it_is_told_so() {
    let dir = journal(&[b"one"]);
    let (vault, _) = open(dir.path()).unwrap();
    assert_eq!(kept(&vault), None);
    vault.keep_aside(Aside::Draft, Some(b"fatigue 3")).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    drop(vault);
    let (vault, records) = open(dir.path()).unwrap();
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT));
    assert_eq!(payloads_of(&records), [b"one"]);
    vault.keep_aside(Aside::Draft, None).unwrap();
    vault.keep_aside(Aside::Draft, None).unwrap();
    assert_eq!(kept(&vault), None);
    assert!(!dir.path().join("draft").exists());
}

#[test]
fn nobody_reads_it_on_the_disk_and_only_its_owner_may_try() {
    let dir = journal(&[b"one"]);
    let (vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    assert!(!stands_in_files(dir.path(), b"telephone"));
    // Two of nearly the same length are as long.
    let long = fs::metadata(dir.path().join("draft")).unwrap().len();
    vault.keep_aside(Aside::Draft, Some(b"fatigue 5")).unwrap();
    assert_eq!(fs::metadata(dir.path().join("draft")).unwrap().len(), long);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(dir.path().join("draft")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn one_that_is_damaged_cut_short_or_of_another_journal_is_none_and_the_journal_opens() {
    let (dir, other) = (journal(&[b"one"]), journal(&[b"two"]));
    let (vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    let file = dir.path().join("draft");
    let whole = fs::read(&file).unwrap();
    for n in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[n] ^= 1;
        fs::write(&file, &bytes).unwrap();
        assert_eq!(kept(&vault), None, "byte {n}");
        fs::write(&file, &whole[..n]).unwrap();
        assert_eq!(kept(&vault), None, "cut to {n}");
    }
    drop(vault);
    assert_eq!(payloads(dir.path()).unwrap(), [b"one"]);
    // Half written by a process that died.
    fs::write(dir.path().join("draft.new"), b"x").unwrap();
    let (vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT));
    fs::copy(&file, other.path().join("draft")).unwrap();
    assert_eq!(kept(&open(other.path()).unwrap().0), None);
}

#[test]
fn a_rotation_seals_it_anew_and_the_old_file_is_none() {
    let dir = journal(&[b"one"]);
    let (mut vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    let file = dir.path().join("draft");
    let old = fs::read(&file).unwrap();
    let passphrase = passphrase();
    vault.rotate(&[NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests())]).unwrap();
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT));
    assert!(!dir.path().join("backup-passphrase").exists(), "what was not there is not made");
    fs::write(&file, old).unwrap();
    assert_eq!(kept(&vault), None);
}

#[test]
fn one_kind_does_not_stand_in_for_the_other() {
    let dir = journal(&[b"one"]);
    let (vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    vault.keep_aside(Aside::BackupPassphrase, Some(b"four words of a person")).unwrap();
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT));
    fs::copy(dir.path().join("draft"), dir.path().join("backup-passphrase")).unwrap();
    assert!(vault.aside(Aside::BackupPassphrase).unwrap().is_none());
    vault.keep_aside(Aside::BackupPassphrase, None).unwrap();
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT), "forgetting one leaves the other");
}

#[test]
fn one_that_cannot_be_written_leaves_the_one_before() {
    let dir = journal(&[b"one"]);
    let (vault, _) = open(dir.path()).unwrap();
    vault.keep_aside(Aside::Draft, Some(DRAFT)).unwrap();
    // A folder of that name, with something in it, cannot be replaced by a file.
    fs::create_dir_all(dir.path().join("draft.new/in the way")).unwrap();
    let error = vault.keep_aside(Aside::Draft, Some(b"another")).unwrap_err();
    assert!(matches!(error, VaultError::Io { .. }), "{error:?}");
    assert_eq!(kept(&vault).as_deref(), Some(DRAFT));
}

#[test]
fn a_folder_with_a_draft_and_no_journal_takes_a_new_journal_which_has_none() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("draft"), DRAFT).unwrap();
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (vault, _) = Vault::create(dir.path(), key, Anchoring::none()).unwrap();
    assert_eq!(kept(&vault), None);
}
