//! What the header promises: the right slot, the right error, and no work for absurd parameters.

use super::*;
use crate::slot::SlotKind;
use proptest::prelude::*;
use std::time::{Duration, Instant};
use vigie_seal::{KdfParams, Passphrase, RecoveryCode};

struct Made {
    scope: KeyScope,
    root: RootKey,
    passphrase: Passphrase,
    code: RecoveryCode,
    bytes: Vec<u8>,
}

fn made() -> Made {
    let scope = KeyScope { store: StoreId::make().unwrap(), epoch: Epoch::FIRST };
    let (root, code) = (RootKey::make().unwrap(), RecoveryCode::make().unwrap());
    let passphrase = Passphrase::new("correct horse");
    let keys =
        [NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests()), NewKey::RecoveryCode(&code)];
    let bytes = Header::make(&scope, &root, &keys).unwrap().bytes;
    Made { scope, root, passphrase, code, bytes }
}

/// The header with its body changed by someone who has the root.
fn changed(made: &Made, change: impl FnOnce(&mut Body)) -> Header {
    let mut body = Header::parse(&made.bytes).unwrap().body;
    change(&mut body);
    let key = made.root.derive_header_key(&made.scope);
    Header::parse(&encode(FORMAT, &body, &key).unwrap()).unwrap()
}

/// The kinds of its slots.
fn kinds(header: &Header) -> Vec<SlotKind> {
    header.slots().iter().map(|slot| slot.kind).collect()
}

/// Same root: it derives the same header key.
fn same(a: &RootKey, b: &RootKey, scope: &KeyScope) -> bool {
    a.derive_header_key(scope).sign(b"") == b.derive_header_key(scope).sign(b"")
}

#[test]
fn the_passphrase_and_the_code_open_the_same_root() {
    let made = made();
    let header = Header::parse(&made.bytes).unwrap();
    assert_eq!(kinds(&header), [SlotKind::Passphrase, SlotKind::RecoveryCode]);
    for unlock in [Unlock::Passphrase(&made.passphrase), Unlock::RecoveryCode(&made.code)] {
        assert!(same(&header.unlock(&unlock).unwrap(), &made.root, &made.scope));
    }
}

#[test]
fn a_slot_of_a_kind_not_known_yet_is_kept_and_skipped() {
    let made = made();
    let future =
        Slot { kind: 77, id: SlotId::new([7; 16]), params: vec![1; 99], wrapped: vec![2; 300] };
    let header = changed(&made, |body| body.slots.insert(0, future.clone()));
    assert_eq!(
        kinds(&header),
        [SlotKind::Unknown(77), SlotKind::Passphrase, SlotKind::RecoveryCode]
    );
    assert_eq!(header.body.slots[0], future);
    assert!(header.unlock(&Unlock::Passphrase(&made.passphrase)).is_ok());
}

#[test]
fn huge_kdf_parameters_are_refused_at_once_and_the_other_slot_still_opens() {
    let made = made();
    let header = changed(&made, |body| body.slots[0].params[..12].fill(0xFF));
    let started = Instant::now();
    let error = header.unlock(&Unlock::Passphrase(&made.passphrase)).unwrap_err();
    assert!(started.elapsed() < Duration::from_millis(10));
    assert_eq!(error, VaultError::Corrupt { what: "key slot" });
    assert!(header.unlock(&Unlock::RecoveryCode(&made.code)).is_ok());
}

#[test]
fn a_newer_format_is_said_before_anything_else_is_judged() {
    let mut bytes = made().bytes;
    bytes[8] = 3;
    assert_eq!(
        Header::parse(&bytes).unwrap_err(),
        VaultError::NewerFormat { found: 3, supported: 2 }
    );
    assert_eq!(
        Header::parse(&bytes[..10]).unwrap_err(),
        VaultError::NewerFormat { found: 3, supported: 2 }
    );
    bytes[8] = 0;
    assert_eq!(Header::parse(&bytes).unwrap_err(), CORRUPT);
}

#[test]
fn a_slot_taken_from_another_journal_or_moved_to_another_kind_does_not_open() {
    let (made, mut other) = (made(), made());
    other.passphrase = Passphrase::new("correct horse");
    let foreign = Header::parse(&other.bytes).unwrap().body.slots[0].clone();
    let header = changed(&made, |body| body.slots[0] = foreign);
    assert_eq!(
        header.unlock(&Unlock::Passphrase(&made.passphrase)).unwrap_err(),
        VaultError::WrongKey
    );
    let header = changed(&made, |body| body.slots[1].id = SlotId::new([0; 16]));
    assert_eq!(header.unlock(&Unlock::RecoveryCode(&made.code)).unwrap_err(), VaultError::WrongKey);
}

#[test]
fn a_header_changed_without_the_root_is_noticed_even_with_its_checksum_made_right() {
    let made = made();
    let mut body = Header::parse(&made.bytes).unwrap().body;
    body.slots.pop();
    let key = RootKey::make().unwrap().derive_header_key(&made.scope);
    let forged = encode(FORMAT, &body, &key).unwrap();
    let header = Header::parse(&forged).unwrap();
    let error = header.unlock(&Unlock::Passphrase(&made.passphrase)).unwrap_err();
    assert_eq!(error, VaultError::Tampered { what: "header" });
}

#[test]
fn a_journal_without_such_a_slot_says_wrong_key() {
    let made = made();
    let header = changed(&made, |body| drop(body.slots.remove(1)));
    assert_eq!(header.unlock(&Unlock::RecoveryCode(&made.code)).unwrap_err(), VaultError::WrongKey);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_byte_or_another_length_is_never_a_header(at: prop::sample::Index, by in 1_u8..) {
        let made = made();
        let at = at.index(made.bytes.len());
        let mut bytes = made.bytes.clone();
        bytes[at] ^= by;
        prop_assert!(Header::parse(&bytes).is_err());
        prop_assert!(Header::parse(&made.bytes[..at]).is_err());
    }

    #[test]
    fn arbitrary_bodies_are_parsed_or_refused_and_nothing_else(body: Vec<u8>) {
        // With a right checksum, so that the parser behind it is reached.
        let mut bytes = [MAGIC.as_slice(), &FORMAT.to_le_bytes(), &body, &[0; 32]].concat();
        bytes.extend(checksum(&bytes));
        if let Ok(header) = Header::parse(&bytes) {
            prop_assert!(header.body.slots.len() <= MAX_SLOTS);
        }
    }
}
