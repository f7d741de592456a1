//! A record: what it is to callers, and how it is sealed into a row.

use crate::binding::{Place, bind, bind_chunk, join};
use crate::error::VaultError;
use crate::ids::{BlobId, RecordId};
use std::borrow::Cow;
use std::fmt;
use vigie_seal::{KeyScope, SealingKey, TAG_LEN, tag_of};
use zeroize::Zeroizing;

/// The longest payload of one record, in bytes (16 MiB). Larger things are cut into several records by who writes them.
pub const MAX_PAYLOAD: usize = 16 << 20;

/// The most bytes of an attachment in one part: with one byte of padding it fills 64 KiB.
pub const CHUNK_LEN: usize = (64 << 10) - 1;

/// Length of a record's link in the chain: seq, id, tag.
const LINK_LEN: usize = 8 + 16 + TAG_LEN;

/// One record, opened.
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// Its place in the order of writing, from 1.
    pub seq: u64,
    /// What was written. Wiped on drop.
    pub payload: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("id", &self.id)
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

/// One part of an attachment, opened.
pub struct Chunk {
    /// The attachment.
    pub blob: BlobId,
    /// Its place in the attachment, from 0.
    pub n: u32,
    /// At most [`CHUNK_LEN`] bytes. Wiped on drop.
    pub bytes: Zeroizing<Vec<u8>>,
}

impl fmt::Debug for Chunk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunk")
            .field("blob", &self.blob)
            .field("n", &self.n)
            .finish_non_exhaustive()
    }
}

/// One row of `chunks`, as stored.
pub(crate) struct ChunkRow {
    pub(crate) blob: BlobId,
    pub(crate) n: u32,
    pub(crate) sealed: Vec<u8>,
}

impl ChunkRow {
    pub(crate) fn seal(
        key: &SealingKey,
        scope: &KeyScope,
        (blob, n): (BlobId, u32),
        bytes: &[u8],
    ) -> Result<Self, VaultError> {
        Ok(Self { blob, n, sealed: key.seal(&bind_chunk(scope, blob.as_bytes(), n), bytes)? })
    }

    pub(crate) fn open(&self, key: &SealingKey, scope: &KeyScope) -> Result<Chunk, VaultError> {
        let bytes = key
            .open(&bind_chunk(scope, self.blob.as_bytes(), self.n), &self.sealed)
            .map_err(|_| VaultError::Corrupt { what: "attachment" })?;
        Ok(Chunk { blob: self.blob, n: self.n, bytes })
    }
}

/// A record's link in the chain. The tag, of the row it was first sealed as, stands for payload, id, journal and epoch; seq
/// for its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) seq: u64,
    pub(crate) id: RecordId,
    pub(crate) tag: [u8; TAG_LEN],
}

impl Link {
    /// As the chain takes it.
    pub(crate) fn to_bytes(self) -> [u8; LINK_LEN] {
        join([&self.seq.to_le_bytes(), self.id.as_bytes(), &self.tag])
    }
}

/// One row of `records`, as stored.
pub(crate) struct Row<'a> {
    pub(crate) seq: u64,
    pub(crate) id: RecordId,
    pub(crate) sealed: Cow<'a, [u8]>,
}

impl Row<'_> {
    /// Seals a record into the row at `seq`.
    pub(crate) fn seal(
        key: &SealingKey,
        scope: &KeyScope,
        (seq, id): (u64, RecordId),
        payload: &[u8],
    ) -> Result<Self, VaultError> {
        if payload.len() > MAX_PAYLOAD {
            return Err(VaultError::TooLarge);
        }
        let sealed = key.seal(&bind(scope, Place::Record, id.as_bytes()), payload)?;
        Ok(Self { seq, id, sealed: sealed.into() })
    }

    /// Opens a row that was read.
    pub(crate) fn open(&self, key: &SealingKey, scope: &KeyScope) -> Result<Record, VaultError> {
        let payload = key
            .open(&bind(scope, Place::Record, self.id.as_bytes()), &self.sealed)
            .map_err(|_| VaultError::Corrupt { what: "record" })?;
        Ok(Record { id: self.id, seq: self.seq, payload })
    }

    /// What the chain hashes of it.
    pub(crate) fn link(&self) -> Result<Link, VaultError> {
        let tag = tag_of(&self.sealed).ok_or(VaultError::Corrupt { what: "record" })?;
        Ok(Link { seq: self.seq, id: self.id, tag: *tag })
    }
}
