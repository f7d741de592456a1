//! Power is lost at any moment: whatever was acknowledged is there, and nothing is ever half there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::fs;
use std::path::Path;

use vigie_faults::power::{Chance, Files, lose};
use vigie_faults::{Disk, Op};
use vigie_vault::{Anchoring, KdfParams, NewKey, Passphrase, Unlock, Vault, VaultError};

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery")
}

fn open(dir: &Path) -> Result<(Vault, Vec<Vec<u8>>), VaultError> {
    let (vault, records) = Vault::open(dir, Unlock::Passphrase(&passphrase()), Anchoring::none())?;
    Ok((vault, records.iter().map(|record| record.payload.to_vec()).collect()))
}

fn files_in(dir: &Path) -> Files {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap());
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    named
        .filter(|(name, _)| name != "lock")
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// The payload of the `n`th record: mostly an entry, now and then a long note, once a very long one.
fn payload(n: usize) -> Vec<u8> {
    let length = match n {
        30 => 200_000,
        n if n % 13 == 12 => 9_000,
        n => 100 + n % 7 * 90,
    };
    (n..n + length).map(|byte| u8::try_from(byte % 251).unwrap()).collect()
}

/// A life of some sessions, with everything that writes: what lay there before, the log, what was written.
fn lived(disk: &Disk) -> (Files, Vec<Op>, Vec<Vec<u8>>) {
    let dir = tempfile::tempdir().unwrap();
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(dir.path(), key, Anchoring::none()).unwrap();
    vault.close().unwrap();
    let start = files_in(dir.path());
    disk.record();
    let mut written = Vec::new();
    for session in 0..7 {
        (vault, _) = open(dir.path()).unwrap();
        for _ in 0..9 {
            written.push(payload(written.len()));
            vault.append(&[written.last().unwrap()]).unwrap();
            disk.acknowledged(written.len());
        }
        match session {
            2 => {
                let head = b"a photo".to_vec();
                written.push(head.clone());
                let mut photo = [7; 150_000].as_slice();
                vault.attach::<_, VaultError>(&mut photo, |_| Ok((head.into(), ()))).unwrap();
                disk.acknowledged(written.len());
            }
            // The same passphrase, so that it opens whichever side of the change the power was lost on.
            3 => drop(vault.replace_key(Unlock::Passphrase(&passphrase), key).unwrap()),
            5 => vault.rotate(&[key]).unwrap(),
            _ => {}
        }
        vault.close().unwrap();
    }
    (start, disk.recorded(), written)
}

/// What is wrong after a power loss, if anything.
fn fault(files: &Files, acknowledged: usize, written: &[Vec<u8>]) -> Option<String> {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    let (vault, found) = match open(dir.path()) {
        Ok(opened) => opened,
        Err(error) => return Some(format!("{error:?}")),
    };
    if found.len() < acknowledged {
        return Some(format!("{} of {acknowledged} acknowledged records", found.len()));
    }
    if !written.starts_with(&found) {
        return Some("other data".to_owned());
    }
    vault.verify().err().map(|error| format!("verify: {error:?}"))
}

fn points() -> u64 {
    if std::env::var_os("VIGIE_FULL").is_some() { 20_000 } else { 300 }
}

#[test]
fn whatever_was_acknowledged_is_there_after_power_was_lost_at_any_moment() {
    let disk = Disk::take();
    let (start, log, written) = lived(&disk);
    let mut in_flight = 0;
    for seed in 0..points() {
        let mut chance = Chance::new(seed);
        let moment = chance.below(log.len() + 1);
        let (files, acknowledged) = lose(&start, &log[..moment], false, &mut chance);
        let found = fault(&files, acknowledged, &written);
        assert_eq!(found, None, "seed {seed}, moment {moment} of {}", log.len());
        in_flight += usize::from(acknowledged < written.len());
    }
    println!(
        "power lost {} times in {} operations: nothing acknowledged was lost ({in_flight} before the last)",
        points(),
        log.len()
    );
}

#[test]
fn a_disk_that_lies_about_what_it_synced_is_caught_by_the_same_check() {
    let disk = Disk::take();
    let (start, log, written) = lived(&disk);
    let caught = (0..60).filter(|seed| {
        let mut chance = Chance::new(*seed);
        let moment = chance.below(log.len() + 1);
        let (files, acknowledged) = lose(&start, &log[..moment], true, &mut chance);
        fault(&files, acknowledged, &written).is_some()
    });
    let caught = caught.count();
    assert!(caught > 10, "{caught}");
    println!("a disk that lies: {caught} of 60 losses noticed");
}
