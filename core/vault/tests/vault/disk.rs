//! A really full disk: a small tmpfs, where the tests may mount one. The limit inside SQLite (vault_tests.rs) always runs.

use crate::common::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;
use vigie_vault::{Anchoring, KdfParams, NewKey, Vault, VaultError};

/// Unmounted when dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(kib: usize) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"])
            .arg(dir.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !mounted {
            // Past libtest, which shows nothing of a test that passes.
            let skipped = "SKIPPED: a tmpfs cannot be mounted here (needs root)\n";
            let _ = fs::write("/dev/stderr", skipped);
            return None;
        }
        Some(Self(dir))
    }

    fn journal(&self) -> PathBuf {
        self.0.path().join("journal")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn fill(file: &Path) {
    let mut content = vec![0; 4 << 20];
    while fs::write(file, &content).is_err() {
        let room = fs::metadata(file).map_or(0, |meta| meta.len());
        content.truncate(usize::try_from(room).unwrap());
    }
}

#[test]
fn creating_on_a_disk_of_any_small_size_works_or_leaves_nothing() {
    let mut full = 0;
    for kib in (4..=64).step_by(4) {
        let Some(disk) = SmallDisk::mount(kib) else {
            return;
        };
        match Vault::create(
            &disk.journal(),
            NewKey::Passphrase(&passphrase(), KdfParams::weak_for_tests()),
            Anchoring::none(),
        ) {
            Ok((vault, _)) => assert_eq!(vault.verify().unwrap().records, 0),
            Err(error) => {
                full += 1;
                assert_eq!(error, VaultError::DiskFull, "at {kib} KiB");
                assert_eq!(bytes_of(&disk.journal()).len(), 0, "at {kib} KiB");
            }
        }
    }
    assert!(full > 0);
    println!("16 sizes of a small disk, {full} too small for a journal");
}

#[test]
fn a_disk_that_fills_up_loses_nothing_and_recording_goes_on_after_space_is_freed() {
    // A sample, or every size there is in steps of a page.
    let rooms: Vec<usize> = (60..400).step_by(times(68, 4)).collect();
    for room in &rooms {
        let room = *room;
        let Some(disk) = SmallDisk::mount(room + 200) else {
            return;
        };
        let filler = disk.0.path().join("filler");
        fs::write(&filler, vec![0; 150 << 10]).unwrap();
        let (mut vault, _) = create(&disk.journal());
        let mut kept = 0;
        let error = loop {
            match vault.append(&[format!("entry {kept}").as_bytes()]) {
                Ok(_) => kept += 1,
                Err(error) => break error,
            }
        };
        assert_eq!(error, VaultError::DiskFull);
        assert_eq!(vault.verify().unwrap().records, kept);
        // Killed while full, and opened while full.
        let crashed = copy_of(&bytes_of(&disk.journal()));
        assert_eq!(payloads(crashed.path()).unwrap().len() as u64, kept);
        drop(vault);
        fill(&disk.0.path().join("rest"));
        match payloads(&disk.journal()) {
            Ok(found) => assert_eq!(found.len() as u64, kept),
            Err(error) => assert_eq!(error, VaultError::DiskFull),
        }

        fs::remove_file(&filler).unwrap();
        let (mut vault, records) = open(&disk.journal()).unwrap();
        assert_eq!(records.len() as u64, kept);
        vault.append(&[format!("entry {kept}").as_bytes()]).unwrap();
        vault.close().unwrap();
        let found = payloads(&disk.journal()).unwrap();
        assert_eq!(found.len() as u64, kept + 1);
        assert!(
            found.iter().enumerate().all(|(n, payload)| payload == format!("entry {n}").as_bytes())
        );
    }
    println!("{} sizes of a disk that filled up", rooms.len());
}
