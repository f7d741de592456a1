//! The parsers of this crate, for the fuzz targets in `tests/fuzz`: there is nothing here in any other build.
//!
//! A fuzzer finds no checksum and no seal by chance, so where one stands before the parser it is made here, and the parser
//! behind it sees the fuzzer's bytes. Each function only has to return: no panic, no endless loop, no more memory than the
//! limits in the code say.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)] // never in the program

use crate::backup::Backup;
use crate::binding::{Place, bind};
use crate::cells::Pages;
use crate::header::Header;
use crate::ids::{BlobId, CopyId, RecordId};
use crate::manifest::{Manifest, Progress};
use crate::package::{
    Contents, read_chunk, read_end, read_head, read_record, write_chunk, write_head, write_record,
};
use crate::record::{CHUNK_LEN, Chunk, ChunkRow, Link, Record, Row};
use crate::segment;
use crate::slot::{NewKey, Unlock};
use crate::vault::Keys;
use crate::{BackupReport, VaultError};
use std::io::Write;
use std::sync::OnceLock;
use vigie_seal::{
    AgeWriter, Epoch, KdfParams, KeyScope, Passphrase, RecoveryCode, RootKey, StoreId, checksum,
};
use zeroize::Zeroizing;

/// Keys of a journal that never was, made once a process: what is found does not depend on them.
struct Made {
    root: RootKey,
    keys: Keys,
    code: RecoveryCode,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let root = RootKey::make().unwrap();
        let scope = KeyScope { store: StoreId::new([7; 16]), epoch: Epoch::FIRST };
        let keys = Keys::derive(&root, scope);
        Made { root, keys, code: RecoveryCode::make().unwrap() }
    })
}

/// The passphrase of the backups in [`backup`].
#[must_use]
pub fn passphrase() -> Passphrase {
    Passphrase::new("une phrase pour essayer")
}

/// A header, as it stands and under a checksum that fits. It is opened with a recovery code, which costs next to nothing:
/// slots of that kind are tried, the others only read.
pub fn header(bytes: &[u8]) {
    let summed = [bytes, &checksum(bytes)].concat();
    let read = [
        Header::parse(bytes),
        Header::parse(&summed),
        Header::parse_unchecked(bytes),
        Header::parse_prefix(bytes),
    ];
    for header in read.into_iter().flatten() {
        assert!(header.slots().len() <= 16 && header.bytes().len() <= summed.len());
        let unlock = Unlock::RecoveryCode(&made().code);
        assert!(header.unlock(&unlock).is_err(), "nobody has wrapped a root for this code");
        assert!(header.unlock_unchecked(&unlock).is_err());
        assert!(header.authenticate(&made().keys.header).is_err());
    }
}

/// A row of a record and one of a part of an attachment: as they stand, and with these bytes sealed in them.
pub fn record(bytes: &[u8]) {
    let Keys { record: key, scope, .. } = &made().keys;
    let id = RecordId::new([1; 16]);
    let row = Row { seq: 1, id, sealed: bytes.into() };
    assert!(row.open(key, scope).is_err(), "nobody has sealed this");
    let _ = row.link();
    let row = Row::seal(key, scope, (1, id), bytes).unwrap();
    assert_eq!(row.open(key, scope).unwrap().payload.as_slice(), bytes);
    assert!(row.link().is_ok());
    let elsewhere = Row { seq: 1, id: RecordId::new([2; 16]), sealed: row.sealed };
    assert!(elsewhere.open(key, scope).is_err());
    let blob = BlobId::new([3; 16]);
    let chunk = ChunkRow { blob, n: 0, sealed: bytes.to_vec() };
    assert!(chunk.open(key, scope).is_err());
    let part = bytes.get(..bytes.len().min(CHUNK_LEN)).unwrap();
    let chunk = ChunkRow::seal(key, scope, (blob, 0), part).unwrap();
    assert_eq!(chunk.open(key, scope).unwrap().bytes.as_slice(), part);
}

/// A manifest of either format: sealed bytes as they stand, and these bytes under a seal that fits.
pub fn manifest(bytes: &[u8]) {
    let Keys { manifest: key, scope, chain, .. } = &made().keys;
    let sealed = key.seal(&bind(scope, Place::Manifest, &[0; 16]), bytes).unwrap();
    for format in [1, crate::FORMAT] {
        assert!(Manifest::open(bytes, format, key, scope).is_err(), "nobody has sealed this");
        let Ok(manifest) = Manifest::open(&sealed, format, key, scope) else { continue };
        let found = Progress::start(chain, manifest.copy());
        let _ = manifest.check(&found, scope, [0; 32]);
        let _ = (manifest.count(), manifest.generation());
    }
}

/// A segment: sealed bytes as they stand, and these bytes under a seal that fits.
pub fn segment(bytes: &[u8]) {
    let Keys { record: key, scope, .. } = &made().keys;
    let nothing = |_, _| unreachable!("nobody has sealed this");
    assert!(segment::open(key, scope, (1, bytes), nothing).is_err());
    let name = 1_u128.to_le_bytes();
    let sealed = key.seal(&bind(scope, Place::Segment, &name), bytes).unwrap();
    let mut found = 0;
    let _ = segment::open(key, scope, (1, &sealed), |_, record| {
        found += record.payload.len();
        Ok(())
    });
    assert!(found <= bytes.len(), "no more comes out than went in");
}

/// What is inside a backup, as [`Backup`] reads it.
pub fn package(bytes: &[u8]) {
    let _ = read_package(bytes);
}

fn read_package(mut bytes: &[u8]) -> Result<(), VaultError> {
    let reader = &mut bytes;
    let contents = read_head(reader)?;
    for seq in 1..=contents.records {
        read_record(reader, seq)?;
    }
    for _ in 0..contents.chunks {
        read_chunk(reader)?;
    }
    read_end(reader)
}

/// A backup with these bytes inside, in an encryption that fits.
pub fn backup(bytes: &[u8]) {
    let read = Backup::open(sealed_backup(bytes).as_slice(), &passphrase()).and_then(Backup::check);
    // A backup says more: nothing in it is there twice.
    assert!(read.is_err() || read_package(bytes).is_ok());
    if let Ok(BackupReport { records, chunks, .. }) = read {
        let least = usize::try_from(records + chunks).unwrap() * 20;
        assert!(least <= bytes.len(), "more was read than there is");
    }
}

fn sealed_backup(bytes: &[u8]) -> Vec<u8> {
    let mut writer = AgeWriter::new(Vec::new(), &passphrase(), 1).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// The pages of a database that SQLite no longer reads, and of the `-wal` file beside it, whose length the first two bytes
/// say.
pub fn cells(bytes: &[u8]) {
    let Some((length, rest)) = bytes.split_first_chunk() else { return };
    let length = rest.len().saturating_sub(usize::from(u16::from_le_bytes(*length)));
    let (database, wal) = rest.split_at(length);
    let pages = Pages::new(database, wal);
    let _ = pages.find(b"VIGIEJNL").count();
    pages.for_each_cell(drop);
}

/// What each target begins with: bytes that its parser takes, made by the code that writes them.
#[must_use]
pub fn seeds() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let Made { root, keys, code } = made();
    let (scope, passphrase) = (&keys.scope, passphrase());
    let weak = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let header = |keys: &[NewKey<'_>]| Header::make(scope, root, keys).unwrap().bytes().to_vec();
    let both = header(&[weak, NewKey::RecoveryCode(code)]);
    // Without its checksum: the target puts one on.
    let unsummed = both.get(..both.len() - 32).unwrap().to_vec();
    let mut progress = Progress::start(&keys.chain, CopyId::new([9; 16]));
    let empty = Manifest::of(&progress, scope, [5; 32]);
    let row = |seq| {
        let payload = vec![0x20; 300 * usize::try_from(seq).unwrap()];
        Row::seal(&keys.record, scope, (seq, RecordId::new([1; 16])), &payload).unwrap()
    };
    progress.add(row(1).link().unwrap());
    let one = Manifest::of(&progress, scope, [5; 32]);
    let manifest = postcard::to_stdvec(&one).unwrap();
    // A manifest begins with that of format 1; two numbers of a byte each and a name follow.
    let first = manifest.get(..manifest.len() - 18).unwrap().to_vec();
    vec![
        ("header", "two-slots", both),
        ("header", "unsummed", unsummed),
        ("header", "recovery-code", header(&[NewKey::RecoveryCode(code)])),
        ("record", "payload", vec![0x20; 300]),
        ("record", "sealed", row(1).sealed.into_owned()),
        ("segment", "two-records", segment_of(keys)),
        ("manifest", "empty", postcard::to_stdvec(&empty).unwrap()),
        ("manifest", "one-record", manifest),
        ("manifest", "format-1", first),
        ("package", "empty", package_of(0, 0)),
        ("package", "two-records-one-part", package_of(2, 1)),
        ("backup", "empty", package_of(0, 0)),
        ("backup", "one-record-two-parts", package_of(1, 2)),
        ("age", "empty", sealed_backup(b"")),
        ("age", "short", sealed_backup(b"a few words")),
        ("age", "two-chunks", sealed_backup(&vec![0; 65 << 10])),
        ("recovery_code", "made", code.to_string().into_bytes()),
        ("recovery_code", "zeros", b"00001-00002-00003-00004-00005-00006-00007".to_vec()),
        ("recovery_code", "as-typed", b"oooo1 ooo02.ooo03/00004 00005 ooo06 00007\n".to_vec()),
    ]
}

fn segment_of(keys: &Keys) -> Vec<u8> {
    let record = |seq| {
        let id = RecordId::new([1; 16]);
        let payload = Zeroizing::new(b"a few words".to_vec());
        (Link { seq, id, tag: [2; 16] }, Record { id, seq, payload })
    };
    let (first, sealed) =
        segment::seal(&keys.record, &keys.scope, &[record(1), record(2)]).unwrap();
    let aad = bind(&keys.scope, Place::Segment, &u128::from(first).to_le_bytes());
    keys.record.open(&aad, &sealed).unwrap().to_vec()
}

fn package_of(records: u64, chunks: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let payload = Zeroizing::new(b"a few words".to_vec());
    write_head(&mut bytes, &Contents { store: StoreId::new([7; 16]), records, chunks }).unwrap();
    for seq in 1..=records {
        let record = Record { id: RecordId::new([1; 16]), seq, payload: payload.clone() };
        write_record(&mut bytes, &record).unwrap();
    }
    for n in (0..).take(usize::try_from(chunks).unwrap()) {
        let chunk = Chunk { blob: BlobId::new([2; 16]), n, bytes: payload.clone() };
        write_chunk(&mut bytes, &chunk).unwrap();
    }
    bytes
}
