//! The stock `age` tool opens what we write, and we open what it writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use rexpect::session::{PtySession, spawn_command};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use vigie_seal::{AgeReader, AgeWriter, BACKUP_WORK_FACTOR, Passphrase};

const PASSPHRASE: &str = "quatre mots faciles à retenir";

const MISSING: &str = "age is missing: install the Debian package age";

/// `age` in a terminal, since it takes a passphrase from nowhere else.
fn age(dir: &Path, args: &[&str]) -> PtySession {
    // Asked for apart: a terminal would start all the same, and only say that it ended.
    Command::new("age").arg("--version").output().expect(MISSING);
    let mut command = Command::new("age");
    command.args(args).current_dir(dir);
    spawn_command(command, Some(20_000)).expect(MISSING)
}

fn plain(length: usize) -> Vec<u8> {
    (0..=250).cycle().take(length).collect()
}

#[test]
fn the_stock_tool_opens_what_we_write() {
    let dir = tempfile::tempdir().unwrap();
    // For an empty text it makes no file at all.
    for length in [1, 65_536, 200_000] {
        let file = fs::File::create(dir.path().join("ours.age")).unwrap();
        let passphrase = Passphrase::new(PASSPHRASE);
        let mut writer = AgeWriter::new(file, &passphrase, BACKUP_WORK_FACTOR).unwrap();
        writer.write_all(&plain(length)).unwrap();
        writer.finish().unwrap();
        let mut age = age(dir.path(), &["--decrypt", "-o", "opened", "ours.age"]);
        age.exp_string("passphrase").unwrap();
        age.send_line(PASSPHRASE).unwrap();
        let rest = age.exp_eof().unwrap();
        let opened = fs::read(dir.path().join("opened")).unwrap_or_else(|_| panic!("{rest}"));
        assert_eq!(opened, plain(length));
        fs::remove_file(dir.path().join("opened")).unwrap();
    }
}

#[test]
fn we_open_what_the_stock_tool_writes() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("plain"), plain(150_000)).unwrap();
    let mut age = age(dir.path(), &["--passphrase", "-o", "theirs.age", "plain"]);
    for _ in 0..2 {
        age.exp_string("passphrase").unwrap();
        age.send_line(PASSPHRASE).unwrap();
    }
    let rest = age.exp_eof().unwrap();
    let file = fs::File::open(dir.path().join("theirs.age")).unwrap_or_else(|_| panic!("{rest}"));
    let file = std::io::BufReader::new(file);
    let mut opened = Vec::new();
    AgeReader::new(file, &Passphrase::new(PASSPHRASE)).unwrap().read_to_end(&mut opened).unwrap();
    assert_eq!(opened, plain(150_000));
}
