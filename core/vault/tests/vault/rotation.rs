//! Everything sealed anew, in one transaction: nothing of the old keys is left, and a kill at any moment leaves one or the
//! other.

use crate::common::*;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use vigie_vault::{
    Anchoring, Blob, Epoch, KdfParams, NewKey, Passphrase, RecoveryCode, Unlock, Vault, VaultError,
};

const DIR_VARIABLE: &str = "VIGIE_VAULT_ROTATION_DIR";

fn key(passphrase: &Passphrase) -> NewKey<'_> {
    NewKey::Passphrase(passphrase, KdfParams::weak_for_tests())
}

/// Records and an attachment of three parts.
fn filled(dir: &Path) -> (Vec<Vec<u8>>, Blob, RecoveryCode) {
    let (mut vault, code) = create(dir);
    for n in 0..30_u8 {
        vault.append(&[&vec![n; 40 * usize::from(n)]]).unwrap();
    }
    let (_, blob) = vault
        .attach::<_, VaultError>(&mut [7; 150_000].as_slice(), |blob| {
            Ok((b"a photo".to_vec().into(), blob))
        })
        .unwrap();
    vault.close().unwrap();
    (payloads(dir).unwrap(), blob, code)
}

#[test]
fn after_a_rotation_only_the_new_keys_open_and_nothing_sealed_before_is_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let (before, blob, old_code) = filled(dir.path());
    let old: Vec<Vec<u8>> = {
        let conn = rusqlite::Connection::open(database(dir.path())).unwrap();
        let mut rows = conn
            .prepare("SELECT sealed FROM records UNION ALL SELECT substr(sealed, 1, 60) FROM chunks UNION ALL SELECT sealed FROM manifest")
            .unwrap();
        rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert!(old.iter().all(|sealed| stands_in_files(dir.path(), &sealed[..29])));
    let ids =
        |records: &[vigie_vault::Record]| records.iter().map(|r| (r.seq, r.id)).collect::<Vec<_>>();
    let (mut vault, records) = open(dir.path()).unwrap();
    let was = ids(&records);
    let (new, code) = (Passphrase::new("une phrase neuve"), RecoveryCode::make().unwrap());
    vault.rotate(&[key(&new), NewKey::RecoveryCode(&code)]).unwrap();
    assert_eq!(vault.verify().unwrap().epoch, Epoch(2));
    assert!(old.iter().all(|sealed| !stands_in_files(dir.path(), &sealed[..29])), "while open");
    vault.append(&[b"and it goes on"]).unwrap();
    drop(vault);
    assert!(old.iter().all(|sealed| !stands_in_files(dir.path(), &sealed[..29])));
    for lost in [Unlock::Passphrase(&passphrase()), Unlock::RecoveryCode(&old_code)] {
        assert_eq!(refuses(dir.path(), lost), VaultError::WrongKey);
    }
    for unlock in [Unlock::Passphrase(&new), Unlock::RecoveryCode(&code)] {
        let (vault, records) = Vault::open(dir.path(), unlock, Anchoring::none()).unwrap();
        assert_eq!(payloads_of(&records[..31]), before);
        assert_eq!(ids(&records[..31]), was);
        let mut photo = Vec::new();
        vault.read_blob(&blob, &mut photo).unwrap();
        assert_eq!(photo, [7; 150_000]);
    }
}

#[test]
fn a_record_of_the_epoch_before_put_back_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let old = copy_of(&bytes_of(dir.path()));
    let (mut vault, _) = open(dir.path()).unwrap();
    vault.rotate(&[key(&passphrase())]).unwrap();
    drop(vault);
    for table in ["records", "chunks", "manifest", "header"] {
        let dir = copy_of(&bytes_of(dir.path()));
        let other = database(old.path()).display().to_string();
        edit(
            dir.path(),
            &format!(
                "ATTACH '{other}' AS o; DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM o.{table};"
            ),
        );
        let noticed = match open(dir.path()) {
            Err(error) => Some(error),
            // Attachments are read when they are wanted, and by verify.
            Ok((vault, _)) => vault.verify().err(),
        };
        assert!(noticed.is_some(), "{table}");
    }
}

/// What the killed process runs: rotation after rotation.
#[test]
fn child_that_rotates_until_killed() {
    let Ok(dir) = std::env::var(DIR_VARIABLE) else {
        return;
    };
    let (mut vault, _) = open(Path::new(&dir)).unwrap();
    println!("started");
    loop {
        std::io::stdout().flush().unwrap();
        vault.rotate(&[key(&passphrase())]).unwrap();
        println!("rotated");
    }
}

#[test]
fn a_kill_at_any_moment_of_a_rotation_leaves_a_whole_journal() {
    let dir = tempfile::tempdir().unwrap();
    let (before, blob, _) = filled(dir.path());
    let kills = times(12, 300);
    let mut epochs = 0;
    for _ in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "rotation::child_that_rotates_until_killed", "--nocapture"])
            .env(DIR_VARIABLE, dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("started") {
            line.clear();
            assert_ne!(output.read_line(&mut line).unwrap(), 0, "the child ended");
        }
        let [low, high] = vigie_seal::make_random().unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(u16::from_le_bytes([low, high])) / 3));
        child.kill().unwrap();
        child.wait().unwrap();
        let (vault, records) = open(dir.path()).unwrap();
        assert_eq!(payloads_of(&records), before);
        let mut photo = Vec::new();
        vault.read_blob(&blob, &mut photo).unwrap();
        assert_eq!(photo, [7; 150_000]);
        epochs = vault.verify().unwrap().epoch.0;
    }
    println!("killed {kills} times during {epochs} rotations");
}

#[test]
fn a_rotation_that_fails_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (before, ..) = filled(dir.path());
    let (mut vault, _) = open(dir.path()).unwrap();
    let short = Passphrase::new("short");
    assert!(matches!(vault.rotate(&[key(&short)]), Err(VaultError::Passphrase(_))));
    assert_eq!(vault.rotate(&[]), Err(VaultError::LastKey));
    assert_eq!(vault.verify().unwrap().epoch, Epoch::FIRST);
    vault.append(&[b"more"]).unwrap();
    drop(vault);
    assert_eq!(payloads(dir.path()).unwrap()[..31], before);
}
