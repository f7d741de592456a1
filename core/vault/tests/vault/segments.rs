//! Many records are moved together on opening: nothing that is said, counted or anchored changes by it.

use crate::common::*;
use std::sync::Arc;
use vigie_vault::{
    Anchor, Anchoring, Backup, KdfParams, NewKey, Rescued, Unlock, Vault, VaultError,
};

/// A record of mostly an entry's length; every fiftieth is too long to be moved.
fn payload(n: usize) -> Vec<u8> {
    let length = if n % 50 == 49 { 70_000 } else { 100 + n % 7 * 30 };
    vec![u8::try_from(n % 251).unwrap(); length]
}

fn filled(count: usize) -> (tempfile::TempDir, Arc<MemoryAnchor>, Vec<Vec<u8>>) {
    let (dir, anchor) = (tempfile::tempdir().unwrap(), Arc::new(MemoryAnchor::default()));
    let (passphrase, anchoring) =
        (passphrase(), Anchoring::by(Arc::clone(&anchor) as Arc<dyn Anchor>));
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(dir.path(), key, anchoring).unwrap();
    let payloads: Vec<_> = (0..count).map(payload).collect();
    for group in payloads.chunks(17) {
        vault.append(&group.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
    }
    vault.close().unwrap();
    (dir, anchor, payloads)
}

fn rows(dir: &std::path::Path) -> (u64, u64) {
    let conn = rusqlite::Connection::open(database(dir)).unwrap();
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        conn.query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap().unsigned_abs()
    };
    (count("records"), count("segments"))
}

#[test]
fn opening_moves_older_records_together_and_everything_reads_as_before() {
    let (dir, anchor, expected) = filled(500);
    assert_eq!(rows(dir.path()), (500, 0));
    for opening in 0..3 {
        let (mut vault, records) = open_anchored(dir.path(), &anchor).unwrap();
        let found = payloads_of(&records);
        assert_eq!(found[..500], expected, "opening {opening}");
        assert!(records.iter().zip(1..).all(|(record, seq)| record.seq == seq));
        assert_eq!(vault.verify().unwrap().records, records.len() as u64);
        vault.append(&[b"and it goes on"]).unwrap();
        vault.close().unwrap();
        let (single, segments) = rows(dir.path());
        // The last 64, the long ones, and what came since.
        assert!(single < 80 && segments >= 8, "{single} rows, {segments} segments");
    }
}

#[test]
fn a_file_that_was_folded_is_smaller() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let payloads: Vec<_> = (0..2000).map(|_| vec![1; 120]).collect();
    vault.append(&payloads.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap();
    vault.close().unwrap();
    let size = || std::fs::metadata(database(dir.path())).unwrap().len();
    let before = size();
    open(dir.path()).unwrap().0.close().unwrap();
    assert!(size() * 10 < before * 7, "{} of {before} bytes", size());
}

#[test]
fn rotation_backup_and_rescue_take_segments_along() {
    let (dir, anchor, expected) = filled(300);
    let (mut vault, _) = open_anchored(dir.path(), &anchor).unwrap();
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    vault.rotate(&[key]).unwrap();
    vault.verify().unwrap();
    let mut file = Vec::new();
    vault
        .snapshot()
        .unwrap()
        .write::<VaultError>(&mut file, &passphrase, |seq| vault.chunk(seq))
        .unwrap();
    assert!(vault.merge(Backup::open(file.as_slice(), &passphrase).unwrap()).unwrap().is_empty());
    vault.close().unwrap();
    assert_eq!(payloads_of(&open_anchored(dir.path(), &anchor).unwrap().1), expected);
    let restored = tempfile::tempdir().unwrap();
    let backup = Backup::open(file.as_slice(), &passphrase).unwrap();
    Vault::restore(restored.path(), key, backup, Anchoring::none()).unwrap();
    assert_eq!(payloads(restored.path()).unwrap(), expected);

    let rescue =
        || Rescued::read(dir.path(), Unlock::Passphrase(&passphrase), &Anchoring::none()).unwrap();
    assert_eq!(payloads_of(rescue().records()), expected);
    assert_eq!(rescue().missing(), Some(0));
    edit(dir.path(), "UPDATE segments SET sealed = zeroblob(300) WHERE seq = 1");
    let rescued = rescue();
    assert!(rescued.missing().is_some_and(|missing| (2..=64).contains(&missing)), "{rescued:?}");
    assert!(payloads_of(rescued.records()).iter().all(|payload| expected.contains(payload)));
}

#[test]
fn a_segment_deleted_exchanged_doubled_or_changed_is_noticed() {
    for sql in [
        "DELETE FROM segments WHERE seq = 1",
        "DELETE FROM segments",
        "CREATE TEMP TABLE t AS SELECT * FROM segments ORDER BY seq LIMIT 2; UPDATE segments SET sealed = (SELECT sealed FROM t WHERE t.seq <> segments.seq) WHERE seq IN (SELECT seq FROM t)",
        "UPDATE segments SET seq = 2 WHERE seq = 1",
        "INSERT INTO segments SELECT 100000, sealed FROM segments WHERE seq = 1",
        "UPDATE segments SET sealed = x'00' WHERE seq = 1",
        "INSERT INTO records SELECT seq, x'01010101010101010101010101010101', sealed FROM segments WHERE seq = 1",
    ] {
        let (dir, anchor, _) = filled(200);
        open_anchored(dir.path(), &anchor).unwrap().0.close().unwrap();
        assert!(rows(dir.path()).1 > 1);
        edit(dir.path(), sql);
        let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
        assert!(
            matches!(error, VaultError::Tampered { .. } | VaultError::Corrupt { .. }),
            "{sql}: {error:?}"
        );
    }
}

#[test]
fn rows_from_before_they_were_moved_put_back_beside_their_segment_are_noticed() {
    let (dir, anchor, _) = filled(200);
    let before = copy_of(&bytes_of(dir.path()));
    open_anchored(dir.path(), &anchor).unwrap().0.close().unwrap();
    for table in ["records", "segments"] {
        let dir = copy_of(&bytes_of(dir.path()));
        let other = database(before.path()).display().to_string();
        edit(
            dir.path(),
            &format!(
                "ATTACH '{other}' AS o; DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM o.{table};"
            ),
        );
        let error = refuses(dir.path(), Unlock::Passphrase(&passphrase()));
        assert!(matches!(error, VaultError::Tampered { .. }), "{table}: {error:?}");
    }
    // The whole of it as it was before is the same journal, and no older one.
    assert_eq!(open_anchored(before.path(), &anchor).unwrap().1.len(), 200);
}
