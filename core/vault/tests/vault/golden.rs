//! Journals and backups of each format version, frozen when it was new: every later version reads them.

use crate::common::{bytes_of, copy_of, payloads_of};
use std::path::{Path, PathBuf};
use vigie_vault::{
    Anchoring, Backup, Blob, BlobId, KdfParams, NewKey, Passphrase, Record, RecoveryCode, Unlock,
    Vault,
};

/// Made by `examples/make-golden.rs`, and typed here as people type: a decomposed accent, a no-break space, small letters.
const PASSPHRASE: &str = "e\u{301}té à la\u{a0}mer, 1987 ";
const CODES: [(&str, &str); 2] = [
    ("v1", "a390v 1zt4q e25mx 7124m rxtyk nv32q 94tv7"),
    ("v2", "ya0bm rkx7x wm65b c962d 8ajya 0ty9e 17a3p"),
];

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// What every golden journal holds, then what its attachment's record says, where there is one.
fn check(vault: &Vault, records: &[Record]) {
    let long: Vec<u8> = (0..=250).cycle().take(20_000).collect();
    let expected: [&[u8]; 6] =
        ["première entrée".as_bytes(), b"", &[0x80, 0, 0], &[0xA5; 255], &[0x5A; 256], &long];
    assert_eq!(payloads_of(&records[..6]), expected);
    let Some(head) = records.get(6) else {
        return;
    };
    let (id, rest) = head.payload.split_first_chunk().unwrap();
    let (chunks, bytes) = rest.split_first_chunk().unwrap();
    let bytes = u64::from_le_bytes(bytes.try_into().unwrap());
    let blob = Blob { id: BlobId::new(*id), chunks: u32::from_le_bytes(*chunks), bytes };
    assert!(
        payloads_of(&records[7..])
            .into_iter()
            .eq((0..140_u8).take(records.len() - 7).map(|n| vec![n]))
    );
    let mut photo = Vec::new();
    vault.read_blob(&blob, &mut photo).unwrap();
    assert!(photo.iter().copied().eq((0..=250).cycle().take(66_000)));
}

#[test]
fn the_journal_of_every_format_opens_with_passphrase_and_code_and_says_what_was_written() {
    for (version, code) in CODES {
        let golden = bytes_of(&golden(version));
        assert_eq!(golden.keys().collect::<Vec<_>>(), [Path::new("journal.vigie")]);
        let (passphrase, code) = (Passphrase::new(PASSPHRASE), RecoveryCode::parse(code).unwrap());
        for unlock in [Unlock::Passphrase(&passphrase), Unlock::RecoveryCode(&code)] {
            let dir = copy_of(&golden);
            let (mut vault, records) = Vault::open(dir.path(), unlock, Anchoring::none()).unwrap();
            check(&vault, &records);
            let found = vault.verify().unwrap();
            assert_eq!((found.records, found.format), (records.len() as u64, 2), "{version}");
            vault.append(&[b"and it goes on"]).unwrap();
            vault
                .attach::<_, vigie_vault::VaultError>(&mut [1].as_slice(), |_| {
                    Ok((vec![2].into(), ()))
                })
                .unwrap();
            vault.close().unwrap();
            let again = Vault::open(dir.path(), unlock, Anchoring::none()).unwrap().1;
            assert_eq!(again.len(), records.len() + 2);
        }
    }
}

#[test]
fn the_backup_of_every_version_is_restored() {
    let file = std::fs::File::open(golden("backup-v1.age")).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let backup = Backup::open(file, &passphrase).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (vault, _) = Vault::restore(dir.path(), key, backup, Anchoring::none()).unwrap();
    check(&vault, vault.snapshot().unwrap().records());
    assert_eq!(vault.record_count(), 7);
}
