//! The inside of a backup: every record and every part of every attachment, in the order of writing.
//!
//! `magic (8) | version (u16) | journal (16) | records (u64) | parts (u64)`, then each record as `id (16) | length (u32) |
//! payload`, then each part as `attachment (16) | n (u32) | length (u32) | bytes`, then nothing. All numbers little-endian.
//! It is written only inside an encryption that authenticates (see `backup.rs`), so it has no digest of its own.

use crate::error::VaultError;
use crate::ids::{BlobId, RecordId};
use crate::record::{CHUNK_LEN, Chunk, MAX_PAYLOAD, Record};
use std::io::{ErrorKind, Read, Write};
use thiserror::Error;
use vigie_seal::{AgeError, StoreId};
use zeroize::Zeroizing;

const MAGIC: &[u8; 8] = b"VIGIEBAK";

/// The newest version this code reads, and the one it writes.
const VERSION: u16 = 1;

/// Why a backup cannot be read. The file is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BackupError {
    /// Not a backup of Vigie's at all.
    #[error("this is no backup")]
    NotABackup,
    /// The passphrase does not open it.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// It asks for more work than any backup of ours: refused before any is done.
    #[error("it asks for too much work")]
    TooCostly,
    /// It ends before its end: the copy was cut short.
    #[error("it is cut short")]
    CutShort,
    /// Damaged or changed.
    #[error("it is damaged")]
    Damaged,
    /// Written by a newer version of the program.
    #[error("a newer version wrote it")]
    Newer,
}

impl From<BackupError> for VaultError {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}

impl From<AgeError> for VaultError {
    fn from(error: AgeError) -> Self {
        match error {
            AgeError::NotAge => BackupError::NotABackup.into(),
            AgeError::WrongPassphrase => BackupError::WrongPassphrase.into(),
            AgeError::TooCostly { .. } => BackupError::TooCostly.into(),
            AgeError::Truncated => BackupError::CutShort.into(),
            AgeError::Random => Self::Random,
            AgeError::Memory => Self::Io { kind: ErrorKind::OutOfMemory },
            AgeError::Io(kind) => std::io::Error::from(kind).into(),
            _ => BackupError::Damaged.into(),
        }
    }
}

/// What a package says of itself first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) store: StoreId,
    pub(crate) records: u64,
    pub(crate) chunks: u64,
}

/// Writes the beginning.
pub(crate) fn write_head(writer: &mut impl Write, contents: &Contents) -> Result<(), VaultError> {
    writer.write_all(MAGIC)?;
    writer.write_all(&VERSION.to_le_bytes())?;
    writer.write_all(contents.store.as_bytes())?;
    writer.write_all(&contents.records.to_le_bytes())?;
    Ok(writer.write_all(&contents.chunks.to_le_bytes())?)
}

/// Writes one record.
pub(crate) fn write_record(writer: &mut impl Write, record: &Record) -> Result<(), VaultError> {
    writer.write_all(record.id.as_bytes())?;
    write_bytes(writer, &record.payload)
}

/// Writes one part of an attachment.
pub(crate) fn write_chunk(writer: &mut impl Write, chunk: &Chunk) -> Result<(), VaultError> {
    writer.write_all(chunk.blob.as_bytes())?;
    writer.write_all(&chunk.n.to_le_bytes())?;
    write_bytes(writer, &chunk.bytes)
}

fn write_bytes(writer: &mut impl Write, bytes: &[u8]) -> Result<(), VaultError> {
    let length = u32::try_from(bytes.len()).map_err(|_| VaultError::TooLarge)?;
    writer.write_all(&length.to_le_bytes())?;
    Ok(writer.write_all(bytes)?)
}

/// Reads the beginning.
pub(crate) fn read_head(reader: &mut impl Read) -> Result<Contents, VaultError> {
    if read::<8>(reader)? != *MAGIC {
        return Err(BackupError::NotABackup.into());
    }
    match u16::from_le_bytes(read(reader)?) {
        VERSION => {}
        version if version > VERSION => return Err(BackupError::Newer.into()),
        _ => return Err(BackupError::Damaged.into()),
    }
    Ok(Contents {
        store: StoreId::new(read(reader)?),
        records: u64::from_le_bytes(read(reader)?),
        chunks: u64::from_le_bytes(read(reader)?),
    })
}

/// Reads the record at `seq`.
pub(crate) fn read_record(reader: &mut impl Read, seq: u64) -> Result<Record, VaultError> {
    let id = RecordId::new(read(reader)?);
    Ok(Record { id, seq, payload: read_bytes(reader, MAX_PAYLOAD)? })
}

/// Reads one part of an attachment.
pub(crate) fn read_chunk(reader: &mut impl Read) -> Result<Chunk, VaultError> {
    let blob = BlobId::new(read(reader)?);
    let n = u32::from_le_bytes(read(reader)?);
    Ok(Chunk { blob, n, bytes: read_bytes(reader, CHUNK_LEN)? })
}

/// Reads to the end, where nothing may be left.
pub(crate) fn read_end(reader: &mut impl Read) -> Result<(), VaultError> {
    match reader.read(&mut [0]) {
        Ok(0) => Ok(()),
        Ok(_) => Err(BackupError::Damaged.into()),
        Err(error) => Err(of_reading(&error)),
    }
}

/// A length, and as many bytes; none are asked for above `most`.
fn read_bytes(reader: &mut impl Read, most: usize) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let length = usize::try_from(u32::from_le_bytes(read(reader)?)).unwrap_or(usize::MAX);
    if length > most {
        return Err(BackupError::Damaged.into());
    }
    let mut bytes = Zeroizing::new(vec![0; length]);
    reader.read_exact(&mut bytes).map_err(|error| of_reading(&error))?;
    Ok(bytes)
}

fn read<const N: usize>(reader: &mut impl Read) -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes).map_err(|error| of_reading(&error))?;
    Ok(bytes)
}

/// What went wrong in reading a package, whose end is not where it says it is.
fn of_reading(error: &std::io::Error) -> VaultError {
    match error.kind() {
        ErrorKind::UnexpectedEof if error.get_ref().is_none() => BackupError::Damaged.into(),
        _ => AgeError::of(error).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: Contents = Contents { store: StoreId::new([7; 16]), records: 1, chunks: 1 };

    fn package() -> Vec<u8> {
        let mut bytes = Vec::new();
        write_head(&mut bytes, &HEAD).unwrap();
        let payload = Zeroizing::new(b"payload".to_vec());
        let record = Record { id: RecordId::new([1; 16]), seq: 1, payload: payload.clone() };
        write_record(&mut bytes, &record).unwrap();
        let chunk = Chunk { blob: BlobId::new([2; 16]), n: 3, bytes: payload };
        write_chunk(&mut bytes, &chunk).unwrap();
        bytes
    }

    fn read_all(mut bytes: &[u8]) -> Result<(Vec<Record>, Vec<Chunk>), VaultError> {
        let reader = &mut bytes;
        let head = read_head(reader)?;
        let records =
            (1..=head.records).map(|seq| read_record(reader, seq)).collect::<Result<_, _>>()?;
        let chunks = (0..head.chunks).map(|_| read_chunk(reader)).collect::<Result<_, _>>()?;
        read_end(reader)?;
        Ok((records, chunks))
    }

    #[test]
    fn a_package_reads_as_it_was_written() {
        let bytes = package();
        assert_eq!(read_head(&mut bytes.as_slice()).unwrap(), HEAD);
        let (records, chunks) = read_all(&bytes).unwrap();
        assert_eq!((records[0].id, records[0].seq), (RecordId::new([1; 16]), 1));
        assert_eq!(records[0].payload.as_slice(), b"payload");
        assert_eq!((chunks[0].blob, chunks[0].n), (BlobId::new([2; 16]), 3));
    }

    #[test]
    fn a_cut_a_continued_a_newer_and_another_file_are_each_said() {
        let bytes = package();
        let error = |bytes: &[u8]| read_all(bytes).unwrap_err();
        for length in 0..bytes.len() {
            assert_eq!(error(&bytes[..length]), BackupError::Damaged.into(), "{length}");
        }
        assert_eq!(error(&[bytes.as_slice(), b"x"].concat()), BackupError::Damaged.into());
        let mut newer = bytes.clone();
        newer[8] = 2;
        assert_eq!(error(&newer), BackupError::Newer.into());
        assert_eq!(error(b"%PDF-1.7 and more"), BackupError::NotABackup.into());
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_package_or_refused(tail: Vec<u8>) {
            let mut bytes = Vec::new();
            write_head(&mut bytes, &Contents { records: u64::MAX, ..HEAD }).unwrap();
            bytes.extend(tail);
            prop_assert!(read_all(&bytes).is_err());
        }
    }
}
