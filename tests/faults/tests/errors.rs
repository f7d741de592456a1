//! Every write, sync and truncation refused in turn: the right error, nothing lost, and it goes on afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::path::Path;

use vigie_faults::{Call, Disk, Fault, Refusal};
use vigie_vault::{Anchoring, KdfParams, NewKey, Passphrase, Unlock, Vault, VaultError};

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery")
}

fn open(dir: &Path) -> (Vault, Vec<Vec<u8>>) {
    let (vault, records) =
        Vault::open(dir, Unlock::Passphrase(&passphrase()), Anchoring::none()).unwrap();
    (vault, records.iter().map(|record| record.payload.to_vec()).collect())
}

/// What happened to each thing that was tried.
#[derive(Default)]
struct Lived {
    /// Payloads acknowledged, in order, and those whose writing failed: each may be there wholly, or not.
    kept: Vec<(Vec<u8>, bool)>,
    errors: Vec<VaultError>,
}

impl Lived {
    fn tried<T>(&mut self, payload: &[u8], result: Result<T, VaultError>) {
        self.kept.push((payload.to_vec(), result.is_ok()));
        self.errors.extend(result.err());
    }

    /// Whether these records are all that was acknowledged, with some of what failed between.
    fn fits(&self, found: &[Vec<u8>]) -> bool {
        let mut found = found.iter().peekable();
        for (payload, acknowledged) in &self.kept {
            if found.peek() == Some(&payload) {
                found.next();
            } else if *acknowledged {
                return false;
            }
        }
        found.next().is_none()
    }
}

/// Records, a photo, another key and a rotation, on a disk that fails somewhere in it.
fn live(vault: &mut Vault) -> Lived {
    let mut lived = Lived::default();
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    for n in 0..5_u8 {
        let payload = vec![n; 200 + 3000 * usize::from(n % 2)];
        let result = vault.append(&[&payload]);
        lived.tried(&payload, result);
    }
    let head = b"a photo".to_vec();
    let mut photo = [7; 70_000].as_slice();
    let result = vault.attach::<_, VaultError>(&mut photo, |_| Ok((head.clone().into(), ())));
    lived.tried(&head, result);
    lived.errors.extend(vault.replace_key(Unlock::Passphrase(&passphrase), key).err());
    lived.errors.extend(vault.rotate(&[key]).err());
    let result = vault.append(&[b"last"]);
    lived.tried(b"last", result);
    lived
}

/// Fails at each call of a kind in turn until there is none left; gives how many there were.
fn refuse_each(disk: &Disk, call: Call, refusal: Refusal, lasting: bool) -> u32 {
    // A sample, or every call there is (`cargo xtask test attack`).
    let step = if std::env::var_os("VIGIE_FULL").is_some() { 1 } else { 5 };
    for (tried, nth) in (0..).zip((1..).step_by(step)) {
        let dir = tempfile::tempdir().unwrap();
        let passphrase = passphrase();
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let (mut vault, _) = Vault::create(dir.path(), key, Anchoring::none()).unwrap();
        let what = format!("{call:?} {nth} refused as {refusal:?}, lasting: {lasting}");
        disk.fail(Some(Fault { call, nth, refusal, lasting }));
        let mut lived = live(&mut vault);
        let refused = disk.refused();
        for error in &lived.errors {
            let right = match refusal {
                Refusal::Full | Refusal::ShortThenFull => *error == VaultError::DiskFull,
                Refusal::Io => matches!(error, VaultError::Io { .. }),
            };
            assert!(right, "{what}: {error:?}");
        }
        // Once there is room again the vault in hand goes on.
        disk.fail(None);
        let result = vault.append(&[b"afterwards"]);
        assert!(result.is_ok(), "{what}: {result:?}");
        lived.tried(b"afterwards", result);
        vault.verify().unwrap_or_else(|error| panic!("{what}: verify: {error:?}"));
        let _ = vault.close();
        let (vault, found) = open(dir.path());
        assert!(
            lived.fits(&found),
            "{what}: {} records of {:?}",
            found.len(),
            lived.kept.iter().map(|k| k.1).collect::<Vec<_>>()
        );
        vault.verify().unwrap();
        if refused == 0 {
            return tried;
        }
    }
    unreachable!("nth goes on for ever")
}

#[test]
fn every_refused_call_is_the_right_error_and_costs_nothing_acknowledged() {
    let disk = Disk::take();
    let mut tried = 0;
    for call in [Call::Write, Call::Sync, Call::Truncate] {
        let refusals: &[Refusal] = match call {
            Call::Write => &[Refusal::Full, Refusal::ShortThenFull, Refusal::Io],
            Call::Sync | Call::Truncate => &[Refusal::Full, Refusal::Io],
        };
        for refusal in refusals {
            for lasting in [false, true] {
                let calls = refuse_each(&disk, call, *refusal, lasting);
                println!(
                    "{call:?} as {refusal:?}, lasting {lasting}: {calls} calls refused in turn"
                );
                tried += calls;
            }
        }
    }
    println!("{tried} faults tried");
    assert!(tried > 50);
}

#[test]
fn creating_on_a_disk_that_fails_anywhere_makes_a_whole_journal_or_none() {
    let disk = Disk::take();
    let mut tried = 0;
    for (call, refusal) in
        [(Call::Write, Refusal::Full), (Call::Write, Refusal::Io), (Call::Sync, Refusal::Io)]
    {
        for nth in 1.. {
            let dir = tempfile::tempdir().unwrap();
            let passphrase = passphrase();
            let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
            disk.fail(Some(Fault { call, nth, refusal, lasting: true }));
            let made = Vault::create(dir.path(), key, Anchoring::none());
            let refused = disk.refused();
            disk.fail(None);
            if let Err(error) = made {
                let right = match refusal {
                    Refusal::Io => matches!(error, VaultError::Io { .. }),
                    Refusal::Full | Refusal::ShortThenFull => error == VaultError::DiskFull,
                };
                assert!(right, "{call:?} {nth} refused as {refusal:?}: {error:?}");
                let left = std::fs::read_dir(dir.path()).unwrap().map(|f| f.unwrap().file_name());
                assert_eq!(left.filter(|name| name != "lock").count(), 0);
            } else {
                drop(made);
                open(dir.path());
            }
            if refused == 0 {
                break;
            }
            tried += 1;
        }
    }
    println!("{tried} faults tried while creating");
    assert!(tried > 10);
}
