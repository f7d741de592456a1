//! Attachments: a photo of a rash in sealed parts of 64 KiB, streamed in and out, never in the clear on the disk.

use crate::error::VaultError;
use crate::ids::{BlobId, RecordId};
use crate::record::{CHUNK_LEN, Chunk};
use crate::vault::{Vault, add_chunk, add_record};
use std::collections::{BTreeMap, HashMap};
use std::io::{ErrorKind, Read, Write};
use zeroize::Zeroizing;

/// The longest attachment, in bytes (64 MiB): a large photo, not a film.
pub const MAX_BLOB: u64 = 64 << 20;

/// An attachment: what its record has to keep to read it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blob {
    /// Its name.
    pub id: BlobId,
    /// How many parts it has.
    pub chunks: u32,
    /// How many bytes.
    pub bytes: u64,
}

/// Which parts of which attachments were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts(HashMap<BlobId, BTreeMap<u32, usize>>);

impl Parts {
    /// Counts a part. The same one a second time stands in another's place.
    pub(crate) fn add(&mut self, chunk: &Chunk) -> Result<(), VaultError> {
        let parts = self.0.entry(chunk.blob).or_default();
        match parts.insert(chunk.n, chunk.bytes.len()) {
            None => Ok(()),
            Some(_) => Err(VaultError::Tampered { what: "a part of an attachment is there twice" }),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.values().map(|parts| u64::try_from(parts.len()).unwrap_or(u64::MAX)).sum()
    }

    /// Whether every part of an attachment is among them, and together they are as long as it is.
    #[must_use]
    pub fn hold(&self, blob: &Blob) -> bool {
        let parts = self.0.get(&blob.id);
        let lengths = parts.into_iter().flat_map(BTreeMap::values);
        let bytes: u64 = lengths.map(|length| u64::try_from(*length).unwrap_or(u64::MAX)).sum();
        parts.into_iter().flat_map(BTreeMap::keys).copied().eq(0..blob.chunks)
            && bytes == blob.bytes
    }
}

impl Vault {
    /// Records an attachment with the record that tells of it, in one transaction: `source` is read to its end in parts, and
    /// `head` makes the record's payload once the attachment is known; what else it gives is handed on.
    ///
    /// # Errors
    /// [`VaultError::BlobTooLarge`] above [`MAX_BLOB`], [`VaultError::Io`] when `source` cannot be read, that of `head`;
    /// otherwise as [`append`](Self::append). Nothing is recorded then.
    pub fn attach<T, E: From<VaultError>>(
        &mut self,
        source: &mut dyn Read,
        head: impl FnOnce(Blob) -> Result<(Zeroizing<Vec<u8>>, T), E>,
    ) -> Result<(RecordId, T), E> {
        self.write(|batch, keys, progress| {
            let mut blob = Blob { id: BlobId::make()?, chunks: 0, bytes: 0 };
            let mut buffer = Zeroizing::new(vec![0; CHUNK_LEN]);
            loop {
                let filled = read_full(source, &mut buffer)?;
                let part = buffer.get(..filled).unwrap_or_default();
                if part.is_empty() {
                    break;
                }
                add_chunk(batch, keys, progress, (blob.id, blob.chunks), part)?;
                blob.chunks += 1;
                blob.bytes += u64::try_from(filled).unwrap_or(MAX_BLOB);
                if blob.bytes > MAX_BLOB {
                    return Err(VaultError::BlobTooLarge.into());
                }
            }
            let (payload, more) = head(blob)?;
            let id = add_record(batch, keys, progress, RecordId::make()?, &payload)?;
            Ok((id, more))
        })
    }

    /// Writes an attachment out, part by part. On an error what was written so far is right, but not all of it.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`] for a part that is damaged, missing or another's, [`VaultError::Io`] of `sink`.
    pub fn read_blob(&self, blob: &Blob, sink: &mut dyn Write) -> Result<(), VaultError> {
        let corrupt = VaultError::Corrupt { what: "attachment" };
        let seqs = self.store.chunks_of(blob.id)?;
        if u32::try_from(seqs.len()) != Ok(blob.chunks) {
            return Err(corrupt);
        }
        let mut written = 0_u64;
        for (n, seq) in (0..).zip(seqs) {
            let chunk = self.chunk(seq)?;
            if chunk.n != n {
                return Err(corrupt);
            }
            written += u64::try_from(chunk.bytes.len()).map_err(|_| corrupt)?;
            sink.write_all(&chunk.bytes)?;
        }
        if written == blob.bytes { Ok(()) } else { Err(corrupt) }
    }

    /// How many parts all attachments have together.
    #[must_use]
    pub const fn chunk_count(&self) -> u64 {
        self.progress.chunks
    }

    /// The `seq`th part of all there are, from 1, in the order of writing.
    ///
    /// # Errors
    /// [`VaultError::Corrupt`], [`VaultError::Io`].
    pub fn chunk(&self, seq: u64) -> Result<Chunk, VaultError> {
        self.store.chunk(seq)?.open(&self.keys.record, &self.keys.scope)
    }
}

/// Fills the buffer as far as the source goes.
fn read_full(source: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, VaultError> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}
