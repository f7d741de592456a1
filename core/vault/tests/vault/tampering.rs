//! Someone reads or edits the files without the key: nothing is told, and never is other data taken for the journal.

use crate::common::*;
use std::fs;
use std::path::Path;
use vigie_vault::{Unlock, VaultError};

const FOUR: [&[u8]; 4] = [b"one", b"two", b"three", b"four"];

#[track_caller]
fn tampered(dir: &Path) {
    let error = refuses(dir, Unlock::Passphrase(&passphrase()));
    assert!(matches!(error, VaultError::Tampered { .. }), "{error:?}");
}

#[track_caller]
fn noticed(dir: &Path) {
    let error = refuses(dir, Unlock::Passphrase(&passphrase()));
    assert!(matches!(error, VaultError::Tampered { .. } | VaultError::Corrupt { .. }), "{error:?}");
}

#[test]
fn nothing_of_what_was_written_is_in_the_files() {
    const CANARY: &str = "canary-fatigue-douleur";
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, code) = create(dir.path());
    let clear = |dir: &Path, needle: &str| {
        bytes_of(dir)
            .values()
            .any(|bytes| bytes.windows(needle.len()).any(|window| window == needle.as_bytes()))
    };
    for _ in 0..20 {
        vault.append(&[CANARY.repeat(9).as_bytes(), CANARY.as_bytes()]).unwrap();
    }
    assert_eq!(bytes_of(dir.path()).len(), 2, "database and -wal, no -shm and no other file");
    for open in [true, false] {
        for needle in [
            &CANARY[..8],
            PASSPHRASE,
            &code.to_string()[..11],
            &code.to_string().replace('-', "")[..10],
        ] {
            assert!(!clear(dir.path(), needle), "found {needle:?} while open: {open}");
        }
        // The search itself works.
        assert!(clear(dir.path(), "CREATE TABLE records"));
        if open {
            // Folds the -wal file into the database, as closing does.
            drop(std::mem::replace(&mut vault, create(tempfile::tempdir().unwrap().path()).0));
        }
    }
}

#[test]
fn a_deleted_record_is_noticed_wherever_it_was() {
    for seq in 1..=4 {
        let dir = journal(&FOUR);
        edit(dir.path(), &format!("DELETE FROM records WHERE seq = {seq}"));
        tampered(dir.path());
        // Closing the gap does not help.
        edit(dir.path(), &format!("UPDATE records SET seq = seq - 1 WHERE seq > {seq}"));
        tampered(dir.path());
    }
}

#[test]
fn two_records_exchanged_are_noticed() {
    let dir = journal(&FOUR);
    edit(
        dir.path(),
        "UPDATE records SET seq = -1 WHERE seq = 2; UPDATE records SET seq = 2 WHERE seq = 3;
         UPDATE records SET seq = 3 WHERE seq = -1;",
    );
    tampered(dir.path());
}

#[test]
fn two_payloads_exchanged_between_records_are_noticed() {
    let dir = journal(&FOUR);
    edit(
        dir.path(),
        "CREATE TEMP TABLE t AS SELECT * FROM records;
         UPDATE records SET sealed = (SELECT sealed FROM t WHERE t.seq = 5 - records.seq);",
    );
    noticed(dir.path());
}

#[test]
fn a_record_copied_or_moved_to_another_place_is_noticed() {
    for sql in [
        "INSERT INTO records SELECT 5, id, sealed FROM records WHERE seq = 1",
        "INSERT INTO records SELECT 0, id, sealed FROM records WHERE seq = 1",
        "INSERT INTO records SELECT 5, x'01010101010101010101010101010101', sealed FROM records WHERE seq = 1",
        "UPDATE records SET seq = 9 WHERE seq = 4",
        "UPDATE records SET id = (SELECT id FROM records WHERE seq = 1), sealed = (SELECT sealed FROM records WHERE seq = 1) WHERE seq = 2",
    ] {
        let dir = journal(&FOUR);
        edit(dir.path(), sql);
        noticed(dir.path());
    }
}

#[test]
fn a_record_made_up_or_of_the_wrong_shape_is_noticed() {
    for sql in [
        "INSERT INTO records VALUES (5, x'01010101010101010101010101010101', randomblob(285))",
        "UPDATE records SET sealed = x'' WHERE seq = 2",
        "UPDATE records SET id = x'01' WHERE seq = 2",
        "UPDATE records SET seq = -4 WHERE seq = 4",
        "DELETE FROM manifest",
        "DELETE FROM header",
        "UPDATE manifest SET sealed = x'01'",
        "UPDATE manifest SET sealed = (SELECT sealed FROM records WHERE seq = 1)",
    ] {
        let dir = journal(&FOUR);
        edit(dir.path(), sql);
        noticed(dir.path());
    }
}

#[test]
fn a_record_of_the_same_journal_from_another_copy_of_it_is_noticed() {
    let dir = journal(&FOUR);
    let copy = copy_of(&bytes_of(dir.path()));
    open(dir.path()).unwrap().0.append(&[b"what was really written"]).unwrap();
    open(copy.path()).unwrap().0.append(&[b"what was written in a copy"]).unwrap();
    edit(
        dir.path(),
        &format!(
            "ATTACH '{}' AS copy; DELETE FROM main.records WHERE seq = 5;
             INSERT INTO main.records SELECT * FROM copy.records WHERE seq = 5;",
            database(copy.path()).display()
        ),
    );
    tampered(dir.path());
}

#[test]
fn an_old_manifest_or_a_header_of_another_journal_put_in_is_noticed() {
    let dir = journal(&FOUR);
    let older = copy_of(&bytes_of(dir.path()));
    open(dir.path()).unwrap().0.append(&[b"five"]).unwrap();
    let now = bytes_of(dir.path());
    let take = |dir: &Path, other: &Path, table: &str| {
        let other = database(other).display().to_string();
        edit(
            dir,
            &format!(
                "ATTACH '{other}' AS o; DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM o.{table};"
            ),
        );
    };
    take(dir.path(), older.path(), "manifest");
    tampered(dir.path());
    let dir = copy_of(&now);
    take(dir.path(), journal(&FOUR).path(), "header");
    noticed(dir.path());
}

#[test]
fn a_trigger_a_view_or_another_table_is_refused_before_it_can_act() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM records WHERE seq = 1; END",
        "CREATE TABLE other (x)",
        "CREATE INDEX i ON records (id)",
        "ALTER TABLE records RENAME TO r; CREATE VIEW records AS SELECT * FROM r",
    ] {
        let dir = journal(&FOUR);
        edit(dir.path(), sql);
        tampered(dir.path());
    }
}

/// With one byte changed, or the end cut off, there is an error or the whole journal; `prefix`: or how it was earlier.
#[track_caller]
fn survives(dir: &Path, expected: &[Vec<u8>], prefix: bool, what: &str) -> bool {
    let before = bytes_of(dir);
    match payloads(dir) {
        Ok(found) if prefix => assert!(expected.starts_with(&found), "{what}: other data"),
        Ok(found) => assert_eq!(found, expected, "{what}: other data"),
        Err(VaultError::InUse) => panic!("{what}: in use"),
        Err(error) => {
            assert_eq!(bytes_of(dir), before, "{what}: bytes changed after {error:?}");
            return false;
        }
    }
    true
}

fn tear(files_of: &Path, name: &str, prefix: bool, expected: &[Vec<u8>]) {
    let files = bytes_of(files_of);
    let good = files[Path::new(name)].clone();
    // A prime stride meets every kind of place: headers of pages, cells, free space, sealed bytes.
    let stride = (good.len() / 300).max(1) | 1;
    let mut refused = 0;
    for at in (0..good.len().min(150)).chain((0..good.len()).step_by(stride)) {
        let dir = copy_of(&files);
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(dir.path().join(name), bytes).unwrap();
        refused +=
            usize::from(!survives(dir.path(), expected, prefix, &format!("byte {at} of {name}")));
    }
    assert!(prefix || refused > 50, "only {refused} changes were noticed");
    for length in (0..good.len()).step_by(good.len() / 60) {
        let dir = copy_of(&files);
        fs::write(dir.path().join(name), &good[..length]).unwrap();
        survives(dir.path(), expected, prefix, &format!("{name} cut at {length}"));
    }
}

#[test]
fn a_changed_byte_or_a_cut_end_gives_an_error_or_the_same_journal() {
    let dir = journal(&[&FOUR[..], &[&[9; 9000]]].concat());
    let expected = payloads(dir.path()).unwrap();
    tear(dir.path(), "journal.vigie", false, &expected);
}

#[test]
fn a_changed_byte_or_a_cut_end_of_the_wal_gives_an_error_or_the_journal_as_it_once_was() {
    // That it may be an earlier state is SQLite's way with a torn write; noticing it takes something kept elsewhere.
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    for payload in FOUR {
        vault.append(&[payload]).unwrap();
    }
    tear(dir.path(), "journal.vigie-wal", true, &FOUR.map(<[u8]>::to_vec));
    tear(dir.path(), "journal.vigie", true, &FOUR.map(<[u8]>::to_vec));
}
