//! The process dies at any moment: what was acknowledged is there, and there is never half a journal.

use crate::common::*;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use vigie_vault::{Anchoring, Unlock, VaultError};

const DIR_VARIABLE: &str = "VIGIE_VAULT_TEST_DIR";

/// What [`start_child`] runs in another process, until it is killed; without its folder it has
/// nothing to do.
#[test]
fn child_that_appends_until_killed() {
    let Ok(dir) = std::env::var(DIR_VARIABLE) else {
        return;
    };
    let (mut vault, _) = open(Path::new(&dir)).unwrap();
    loop {
        let payload = format!("entry {}", vault.record_count());
        vault.append(&[payload.as_bytes()]).unwrap();
        println!("acknowledged {}", vault.record_count());
        std::io::stdout().flush().unwrap();
    }
}

/// A process that records entries, once it has the journal open.
fn start_child(dir: &Path) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_that_appends_until_killed", "--nocapture"])
        .env(DIR_VARIABLE, dir)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    while acknowledged(&line).is_none() {
        line.clear();
        assert_ne!(output.read_line(&mut line).unwrap(), 0, "the child ended");
    }
    (child, output)
}

fn acknowledged(line: &str) -> Option<usize> {
    // libtest writes "test NAME ... " before the first line.
    line.split_once("acknowledged ")?.1.trim().parse().ok()
}

#[test]
fn every_acknowledged_record_is_there_after_being_killed_at_any_moment() {
    let dir = journal(&[]);
    let mut before = 0;
    let kills = times(30, 1000);
    for _ in 0..kills {
        let (mut child, output) = start_child(dir.path());
        let [low, high] = vigie_seal::make_random().unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(u16::from_le_bytes([low, high])) / 2));
        child.kill().unwrap();
        child.wait().unwrap();
        let last =
            output.lines().map_while(Result::ok).filter_map(|line| acknowledged(&line)).last();

        let found = payloads(dir.path()).unwrap();
        assert!(found.len() >= last.unwrap_or(before + 1), "lost {:?} after {last:?}", found.len());
        assert!(found.len() > before);
        for (number, payload) in found.iter().enumerate() {
            assert_eq!(payload, format!("entry {number}").as_bytes());
        }
        before = found.len();
    }
    open(dir.path()).unwrap().0.verify().unwrap();
    println!("killed {kills} times, {before} records acknowledged or in flight, all there");
}

#[test]
fn a_second_process_is_told_that_the_journal_is_in_use_and_the_first_goes_on() {
    let dir = journal(&[]);
    let (mut child, mut output) = start_child(dir.path());
    for _ in 0..5 {
        let error = vigie_vault::Vault::open(
            dir.path(),
            Unlock::Passphrase(&passphrase()),
            Anchoring::none(),
        )
        .unwrap_err();
        assert_eq!(error, VaultError::InUse);
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(acknowledged(&line).is_some());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(payloads(dir.path()).unwrap().len() > 5);
}

#[test]
fn what_a_creation_cut_short_left_is_no_journal_and_does_not_stand_in_the_way() {
    let dir = tempfile::tempdir().unwrap();
    for ending in ["", "-wal", "-journal"] {
        fs::write(dir.path().join(format!("journal.vigie.new{ending}")), [0xAB; 5000]).unwrap();
    }
    assert_eq!(refuses(dir.path(), Unlock::Passphrase(&passphrase())), VaultError::NotFound);
    let (vault, _) = create(dir.path());
    vault.close().unwrap();
    assert_eq!(bytes_of(dir.path()).keys().collect::<Vec<_>>(), [Path::new("journal.vigie")]);
}
