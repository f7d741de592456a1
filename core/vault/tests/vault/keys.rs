//! Three kinds of keys behind one interface: each opens alone, each can be lost, none is ever made by failing to open.

use crate::common::*;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use vigie_vault::{
    Anchoring, KdfParams, NewKey, Passphrase, PassphraseError, PlatformKey, PlatformKeyError,
    RecoveryCode, SlotKind, Unlock, Vault, VaultError,
};
use zeroize::Zeroizing;

/// A phone's key store: hands out handles, and can be told to fail as real ones do.
#[derive(Default)]
struct FakePhone {
    kept: Mutex<BTreeMap<u32, Vec<u8>>>,
    trouble: Mutex<Option<PlatformKeyError>>,
    made: AtomicU32,
}

impl FakePhone {
    fn is(&self, trouble: impl Into<Option<PlatformKeyError>>) {
        *self.trouble.lock().unwrap() = trouble.into();
    }

    fn made(&self) -> u32 {
        self.made.load(Ordering::SeqCst)
    }

    /// Biometrics were enrolled anew, and the store made another key under the same name.
    fn replace_keys(&self) {
        self.kept.lock().unwrap().values_mut().for_each(|secret| secret.fill(9));
    }

    fn check(&self) -> Result<(), PlatformKeyError> {
        self.trouble.lock().unwrap().map_or(Ok(()), Err)
    }
}

impl PlatformKey for FakePhone {
    fn wrap_secret(&self, secret: &[u8]) -> Result<Vec<u8>, PlatformKeyError> {
        self.check()?;
        let handle = self.made.fetch_add(1, Ordering::SeqCst);
        self.kept.lock().unwrap().insert(handle, secret.to_vec());
        Ok(handle.to_le_bytes().to_vec())
    }

    fn unwrap_secret(&self, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, PlatformKeyError> {
        self.check()?;
        let handle = u32::from_le_bytes(wrapped.try_into().unwrap());
        let kept = self.kept.lock().unwrap();
        kept.get(&handle).cloned().map(Zeroizing::new).ok_or(PlatformKeyError::NotFound)
    }
}

const WEAK: fn() -> KdfParams = KdfParams::weak_for_tests;

fn kinds(vault: &Vault) -> Vec<SlotKind> {
    vault.keys().iter().map(|slot| slot.kind).collect()
}

/// A journal with one record and all three kinds of keys.
fn with_three_keys() -> (tempfile::TempDir, RecoveryCode, FakePhone) {
    let dir = tempfile::tempdir().unwrap();
    let phone = FakePhone::default();
    let (mut vault, code) = create(dir.path());
    vault.append(&[b"one"]).unwrap();
    vault.add_key(Unlock::Passphrase(&passphrase()), NewKey::Platform(&phone)).unwrap();
    assert_eq!(kinds(&vault), [SlotKind::Passphrase, SlotKind::RecoveryCode, SlotKind::Platform]);
    vault.close().unwrap();
    (dir, code, phone)
}

fn opens(dir: &std::path::Path, unlock: Unlock<'_>) -> bool {
    match Vault::open(dir, unlock, Anchoring::none()) {
        Ok((_, records)) => records.len() == 1,
        Err(VaultError::WrongKey | VaultError::PlatformKey(_)) => false,
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn whichever_keys_are_lost_each_of_those_left_opens_and_none_of_the_lost() {
    let mut subsets = 0;
    for lost in 0..8_u8 {
        let (dir, code, phone) = with_three_keys();
        let (passphrase, other) = (passphrase(), Passphrase::new("forgotten it is"));
        let other_code = RecoveryCode::make().unwrap();
        let is_lost = |n: u8| lost >> n & 1 == 1;
        phone.is(is_lost(2).then_some(PlatformKeyError::NotFound));
        let typed = if is_lost(0) { &other } else { &passphrase };
        let read = if is_lost(1) { &other_code } else { &code };
        assert_eq!(opens(dir.path(), Unlock::Passphrase(typed)), !is_lost(0));
        assert_eq!(opens(dir.path(), Unlock::RecoveryCode(read)), !is_lost(1));
        assert_eq!(opens(dir.path(), Unlock::Platform(&phone)), !is_lost(2));
        subsets += 1;
    }
    println!("{subsets} subsets of lost keys tried");
}

#[test]
fn what_a_phone_says_is_handed_on_and_makes_no_key() {
    let (dir, code, phone) = with_three_keys();
    let made = phone.made();
    for trouble in [
        PlatformKeyError::NotFound,
        PlatformKeyError::Invalidated,
        PlatformKeyError::Locked,
        PlatformKeyError::Cancelled,
        PlatformKeyError::Failed,
    ] {
        phone.is(trouble);
        assert_eq!(refuses(dir.path(), Unlock::Platform(&phone)), VaultError::PlatformKey(trouble));
    }
    phone.is(None);
    assert_eq!(phone.made(), made);
    assert!(opens(dir.path(), Unlock::Platform(&phone)));
    // Another key under the old name is an invalidated one, and the code still opens.
    phone.replace_keys();
    let gone = VaultError::PlatformKey(PlatformKeyError::Invalidated);
    assert_eq!(refuses(dir.path(), Unlock::Platform(&phone)), gone);
    assert_eq!(phone.made(), made);
    let (mut vault, _) =
        Vault::open(dir.path(), Unlock::RecoveryCode(&code), Anchoring::none()).unwrap();
    vault.replace_key(Unlock::RecoveryCode(&code), NewKey::Platform(&phone)).unwrap();
    assert_eq!(kinds(&vault).len(), 3);
    drop(vault);
    assert!(opens(dir.path(), Unlock::Platform(&phone)));
}

#[test]
fn a_new_phone_says_that_it_has_no_key_and_so_does_a_journal_without_such_a_slot() {
    let (dir, ..) = with_three_keys();
    let not_found = VaultError::PlatformKey(PlatformKeyError::NotFound);
    assert_eq!(refuses(dir.path(), Unlock::Platform(&FakePhone::default())), not_found);
    let without = journal(&[b"one"]);
    assert_eq!(refuses(without.path(), Unlock::Platform(&FakePhone::default())), not_found);
}

#[test]
fn a_journal_made_with_a_phones_key_has_a_recovery_code_that_survives_the_phone() {
    let dir = tempfile::tempdir().unwrap();
    let phone = FakePhone::default();
    let (mut vault, code) =
        Vault::create(dir.path(), NewKey::Platform(&phone), Anchoring::none()).unwrap();
    assert_eq!(kinds(&vault), [SlotKind::Platform, SlotKind::RecoveryCode]);
    vault.append(&[b"one"]).unwrap();
    drop(vault);
    drop(phone);
    assert!(opens(dir.path(), Unlock::RecoveryCode(&code)));
}

#[test]
fn the_last_key_that_is_not_a_phones_cannot_be_removed() {
    let (dir, _, phone) = with_three_keys();
    let (mut vault, _) = open(dir.path()).unwrap();
    let id = |vault: &Vault, kind| vault.keys().iter().find(|slot| slot.kind == kind).unwrap().id;
    let (passphrase_slot, code_slot) =
        (id(&vault, SlotKind::Passphrase), id(&vault, SlotKind::RecoveryCode));
    vault.remove_key(passphrase_slot).unwrap();
    assert_eq!(vault.remove_key(passphrase_slot).unwrap_err(), VaultError::NoSuch);
    assert_eq!(vault.remove_key(code_slot).unwrap_err(), VaultError::LastKey);
    assert_eq!(kinds(&vault), [SlotKind::RecoveryCode, SlotKind::Platform]);
    drop(vault);
    assert!(!opens(dir.path(), Unlock::Passphrase(&passphrase())));
    let (mut vault, _) =
        Vault::open(dir.path(), Unlock::Platform(&phone), Anchoring::none()).unwrap();
    assert_eq!(vault.rotate(&[NewKey::Platform(&phone)]).unwrap_err(), VaultError::LastKey);
    vault.append(&[b"it goes on"]).unwrap();
    assert_eq!(vault.verify().unwrap().records, 2);
}

#[test]
fn a_changed_passphrase_rewraps_the_root_and_nothing_else_and_leaves_no_old_slot_on_the_disk() {
    let (dir, code, _phone) = with_three_keys();
    let sealed = |dir: &std::path::Path| -> Vec<u8> {
        let conn = rusqlite::Connection::open(database(dir)).unwrap();
        conn.query_row("SELECT sealed FROM records", [], |row| row.get(0)).unwrap()
    };
    let header: Vec<u8> = {
        let conn = rusqlite::Connection::open(database(dir.path())).unwrap();
        conn.query_row("SELECT bytes FROM header", [], |row| row.get(0)).unwrap()
    };
    // Parameters, salt and the wrapped root of the first slot: after magic, format, store, epoch, count, kind, id.
    let old_slot = &header[10 + 16 + 1 + 1 + 1 + 16 + 1..][..28];
    assert!(stands_in_files(dir.path(), old_slot));
    let record = sealed(dir.path());

    let new = Passphrase::new("une autre phrase");
    let (mut vault, _) = open(dir.path()).unwrap();
    let wrong = Passphrase::new("not the one");
    let mut change = |unlock, new| vault.replace_key(unlock, NewKey::Passphrase(new, WEAK()));
    let refused = change(Unlock::Passphrase(&wrong), &new).unwrap_err();
    assert_eq!(refused, VaultError::WrongKey);
    let short = Passphrase::new("short");
    let refused = change(Unlock::RecoveryCode(&code), &short).unwrap_err();
    assert_eq!(refused, VaultError::Passphrase(PassphraseError::TooShort { min: 8 }));
    assert_eq!(change(Unlock::RecoveryCode(&code), &new), Ok(1));
    assert!(!stands_in_files(dir.path(), old_slot), "while open");
    drop(vault);
    assert!(!stands_in_files(dir.path(), old_slot));
    assert_eq!(sealed(dir.path()), record);
    assert!(!opens(dir.path(), Unlock::Passphrase(&passphrase())));
    assert!(opens(dir.path(), Unlock::Passphrase(&new)));
    assert!(opens(dir.path(), Unlock::RecoveryCode(&code)));
}

#[test]
fn a_journal_has_no_more_than_sixteen_keys() {
    let dir = journal(&[b"one"]);
    let (mut vault, _) = open(dir.path()).unwrap();
    let more = Passphrase::new("one more of them");
    let mut add =
        || vault.add_key(Unlock::Passphrase(&passphrase()), NewKey::Passphrase(&more, WEAK()));
    for _ in 2..16 {
        add().unwrap();
    }
    assert_eq!(add().unwrap_err(), VaultError::TooManyKeys);
    // One that takes another's place is not one more.
    let changed = Passphrase::new("in place of the first");
    let new = NewKey::Passphrase(&changed, WEAK());
    assert_eq!(vault.replace_key(Unlock::Passphrase(&passphrase()), new), Ok(1));
    assert_eq!(vault.keys().len(), 16);
    drop(vault);
    assert!(opens(dir.path(), Unlock::Passphrase(&more)));
}

#[test]
fn a_changed_passphrase_leaves_somebody_elses_and_a_forgotten_one_is_replaced_whichever_it_was() {
    let dir = journal(&[b"one"]);
    let [partner, new, last] =
        ["the partner's own", "my new words", "after forgetting"].map(Passphrase::new);
    let code = RecoveryCode::make().unwrap();
    let (mut vault, _) = open(dir.path()).unwrap();
    let old = passphrase();
    vault.add_key(Unlock::Passphrase(&old), NewKey::Passphrase(&partner, WEAK())).unwrap();
    vault.add_key(Unlock::Passphrase(&old), NewKey::RecoveryCode(&code)).unwrap();
    let replaced = vault.replace_key(Unlock::Passphrase(&old), NewKey::Passphrase(&new, WEAK()));
    assert_eq!(replaced, Ok(1));
    drop(vault);
    assert!(!opens(dir.path(), Unlock::Passphrase(&old)));
    assert!(opens(dir.path(), Unlock::Passphrase(&partner)));
    assert!(opens(dir.path(), Unlock::Passphrase(&new)));
    let (mut vault, _) = open_with(dir.path(), &code);
    let replaced =
        vault.replace_key(Unlock::RecoveryCode(&code), NewKey::Passphrase(&last, WEAK()));
    assert_eq!(replaced, Ok(2));
    drop(vault);
    assert!(!opens(dir.path(), Unlock::Passphrase(&partner)));
    assert!(opens(dir.path(), Unlock::Passphrase(&last)));
}

fn open_with(dir: &std::path::Path, code: &RecoveryCode) -> (Vault, Vec<vigie_vault::Record>) {
    Vault::open(dir, Unlock::RecoveryCode(code), Anchoring::none()).unwrap()
}

#[test]
fn huge_kdf_parameters_or_platform_secrets_in_a_file_are_refused_without_work() {
    // Whoever can write the header's bytes can compute its checksum, but not its authentication.
    let dir = journal(&[b"one"]);
    let conn = rusqlite::Connection::open(database(dir.path())).unwrap();
    let header: Vec<u8> = conn.query_row("SELECT bytes FROM header", [], |row| row.get(0)).unwrap();
    let params = 10 + 16 + 1 + 1 + 1 + 16 + 1;
    let mut forged = header[..header.len() - 32].to_vec();
    forged[params..params + 12].fill(0xFF);
    forged.extend(vigie_seal::checksum(&forged));
    conn.execute("UPDATE header SET bytes = ?1", [forged]).unwrap();
    conn.close().unwrap();
    // Work that was begun would end in another error: no machine has that much memory.
    let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
    assert_eq!(error, VaultError::Corrupt { what: "key slot" });
}
