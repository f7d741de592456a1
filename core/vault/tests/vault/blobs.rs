//! Attachments: streamed in and out in sealed parts, whole or refused, never in the clear on the disk.

use crate::common::*;
use std::io::{self, Read};
use vigie_vault::{Blob, CHUNK_LEN, MAX_BLOB, Vault, VaultError};

/// Bytes that are nothing but a repeated canary, as many as asked for, never all of them in memory.
struct Photo {
    left: u64,
    at: usize,
}

const CANARY: &[u8] = b"canary-rougeur.";

impl Photo {
    const fn of(length: u64) -> Self {
        Self { left: length, at: 0 }
    }
}

impl Read for Photo {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX)).min(10_007);
        for byte in &mut buffer[..most] {
            *byte = CANARY[self.at % CANARY.len()];
            self.at += 1;
        }
        self.left -= most as u64;
        Ok(most)
    }
}

fn attach(vault: &mut Vault, source: &mut dyn Read) -> Result<Blob, VaultError> {
    let head = |blob| Ok::<_, VaultError>((b"a photo".to_vec().into(), blob));
    vault.attach(source, head).map(|(_, blob)| blob)
}

fn bytes(vault: &Vault, blob: &Blob) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    vault.read_blob(blob, &mut bytes).map(|()| bytes)
}

fn expected(length: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    Photo::of(length).read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_photo_of_five_megabytes_goes_in_and_comes_out_and_is_in_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let blob = attach(&mut vault, &mut Photo::of(5 << 20)).unwrap();
    assert_eq!((blob.bytes, blob.chunks), (5 << 20, 81));
    assert!(!stands_in_files(dir.path(), CANARY), "while open");
    vault.close().unwrap();
    assert!(!stands_in_files(dir.path(), CANARY));
    let names: Vec<_> = bytes_of(dir.path()).into_keys().collect();
    assert_eq!(names, [std::path::Path::new("journal.vigie")], "no other file");
    let (vault, records) = open(dir.path()).unwrap();
    assert_eq!(records.len(), 1);
    assert_eq!(bytes(&vault, &blob).unwrap(), expected(5 << 20));
}

#[test]
fn every_length_around_a_part_comes_out_as_it_went_in() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let part = CHUNK_LEN as u64;
    for length in [0, 1, part - 1, part, part + 1, 2 * part, 2 * part + 1] {
        let blob = attach(&mut vault, &mut Photo::of(length)).unwrap();
        assert_eq!(bytes(&vault, &blob).unwrap(), expected(length), "{length}");
    }
}

#[test]
fn a_source_that_breaks_off_or_is_too_long_leaves_nothing() {
    struct Broken(u32);
    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 > 20 { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(buffer.len()) }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let error = attach(&mut vault, &mut Broken(0)).unwrap_err();
    assert_eq!(error, VaultError::Io { kind: io::ErrorKind::ConnectionReset });
    let error = attach(&mut vault, &mut Photo::of(MAX_BLOB + 1)).unwrap_err();
    assert_eq!(error, VaultError::BlobTooLarge);
    assert_eq!((vault.record_count(), vault.chunk_count()), (0, 0));
    let blob = attach(&mut vault, &mut Photo::of(100)).unwrap();
    vault.verify().unwrap();
    vault.close().unwrap();
    assert_eq!(bytes(&open(dir.path()).unwrap().0, &blob).unwrap(), expected(100));
}

/// Two attachments of three and four parts, changed behind the vault's back.
fn changed_by(sql: &str) -> (tempfile::TempDir, [Blob; 2]) {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = create(dir.path());
    let blobs =
        [180_000, 250_000].map(|length| attach(&mut vault, &mut Photo::of(length)).unwrap());
    assert_eq!(blobs.map(|blob| blob.chunks), [3, 4]);
    vault.close().unwrap();
    edit(dir.path(), sql);
    (dir, blobs)
}

#[test]
fn parts_deleted_or_added_are_noticed_on_opening() {
    for sql in [
        "DELETE FROM chunks WHERE seq = 2",
        "DELETE FROM chunks WHERE seq = 7",
        "DELETE FROM chunks",
        "INSERT INTO chunks SELECT 8, blob, n, sealed FROM chunks WHERE seq = 1",
        "UPDATE chunks SET seq = 9 WHERE seq = 7",
    ] {
        let (dir, _) = changed_by(sql);
        let error = refuses(dir.path(), vigie_vault::Unlock::Passphrase(&passphrase()));
        assert!(matches!(error, VaultError::Tampered { .. }), "{sql}: {error:?}");
    }
}

#[test]
fn parts_exchanged_or_changed_are_noticed_by_whoever_reads_them_and_by_verify() {
    for sql in [
        // Two parts of one attachment, of two, and a whole row for another.
        "CREATE TEMP TABLE t AS SELECT * FROM chunks; UPDATE chunks SET sealed = (SELECT sealed FROM t WHERE t.seq = 3 - chunks.seq) WHERE seq < 3",
        "CREATE TEMP TABLE t AS SELECT * FROM chunks; UPDATE chunks SET sealed = (SELECT sealed FROM t WHERE t.seq = 8 - chunks.seq)",
        "CREATE TEMP TABLE t AS SELECT * FROM chunks; UPDATE chunks SET n = 2 - n WHERE seq < 4",
        "UPDATE chunks SET n = 9 WHERE seq = 2",
        "UPDATE chunks SET blob = x'01010101010101010101010101010101' WHERE seq = 3",
        "UPDATE chunks SET sealed = x'00' WHERE seq = 3",
        "UPDATE chunks SET sealed = (SELECT sealed FROM chunks WHERE seq = 4) WHERE seq = 1",
        // A whole row over another: every row opens, and one is missing.
        "UPDATE chunks SET (blob, n, sealed) = (SELECT blob, n, sealed FROM chunks WHERE seq = 2) WHERE seq = 3",
    ] {
        let (dir, blobs) = changed_by(sql);
        let (vault, _) = open(dir.path()).unwrap();
        assert!(blobs.iter().any(|blob| bytes(&vault, blob).is_err()), "{sql}");
        let damage = vault.verify().unwrap_err();
        let named = matches!(damage, VaultError::Corrupt { .. } | VaultError::Tampered { .. });
        assert!(named, "{sql}: {damage:?}");
        let (snapshot, nowhere) = (vault.snapshot().unwrap(), io::sink());
        let backup = snapshot.write(nowhere, &passphrase(), |seq| vault.chunk(seq));
        assert!(backup.is_err_and(|error| error == damage), "{sql}");
    }
}
