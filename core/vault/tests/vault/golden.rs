//! Journals of each format version, frozen when it was new: every later version reads them.

use crate::common::{bytes_of, copy_of};
use std::path::Path;
use vigie_vault::{Anchoring, Passphrase, RecoveryCode, Unlock, Vault};

/// Made by `examples/make-golden.rs`, and typed here as people type: a decomposed accent, a no-break space, small letters.
const PASSPHRASE: &str = "e\u{301}té à la\u{a0}mer, 1987 ";
const CODE: &str = "a390v 1zt4q e25mx 7124m rxtyk nv32q 94tv7";

#[test]
fn the_journal_of_format_1_opens_with_passphrase_and_code_and_says_what_was_written() {
    let golden = bytes_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1"));
    assert_eq!(golden.keys().collect::<Vec<_>>(), [Path::new("journal.vigie")]);
    let long: Vec<u8> = (0..=250).cycle().take(20_000).collect();
    let expected: [&[u8]; 6] =
        ["première entrée".as_bytes(), b"", &[0x80, 0, 0], &[0xA5; 255], &[0x5A; 256], &long];

    let (passphrase, code) = (Passphrase::new(PASSPHRASE), RecoveryCode::parse(CODE).unwrap());
    for unlock in [Unlock::Passphrase(&passphrase), Unlock::RecoveryCode(&code)] {
        let dir = copy_of(&golden);
        let (mut vault, records) = Vault::open(dir.path(), unlock, Anchoring::none()).unwrap();
        let found: Vec<&[u8]> = records.iter().map(|record| record.payload.as_slice()).collect();
        assert_eq!(found, expected);
        assert_eq!(vault.verify().unwrap().records, 6);
        vault.append(&[b"and it goes on"]).unwrap();
        vault.close().unwrap();
        assert_eq!(Vault::open(dir.path(), unlock, Anchoring::none()).unwrap().1.len(), 7);
    }
}
