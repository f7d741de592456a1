//! The manifest: what the journal should contain, sealed and rewritten in the same transaction as each write.

use crate::anchor::AnchorPoint;
use crate::binding::{Place, bind};
use crate::error::VaultError;
use crate::ids::CopyId;
use crate::record::Link;
use crate::schema::SCHEMA;
use serde::{Deserialize, Serialize};
use vigie_seal::{Chain, KeyScope, MacKey, SealingKey};

/// There is one manifest, so it needs no name of its own.
const NO_ID: [u8; 16] = [0; 16];

/// How far a journal has come: kept in memory while it is open, and grown by each record.
#[derive(Debug, Clone)]
pub(crate) struct Progress {
    chain: Chain,
    last_seq: u64,
    count: u64,
    /// Chunks of attachments, numbered from 1 without a gap.
    pub(crate) chunks: u64,
    /// Transactions so far.
    pub(crate) generation: u64,
    /// Which copy of the journal this is.
    pub(crate) copy: CopyId,
}

impl Progress {
    pub(crate) fn start(key: &MacKey, copy: CopyId) -> Self {
        Self { chain: key.start_chain(), last_seq: 0, count: 0, chunks: 0, generation: 0, copy }
    }

    pub(crate) fn add(&mut self, link: Link) {
        self.chain.add(&link.to_bytes());
        self.last_seq = link.seq;
        self.count += 1;
    }

    pub(crate) const fn count(&self) -> u64 {
        self.count
    }

    pub(crate) const fn next_seq(&self) -> u64 {
        self.last_seq + 1
    }

    /// The chain's digest over the records so far.
    pub(crate) fn digest(&self) -> [u8; 32] {
        self.chain.digest()
    }

    /// Whether two came to the same records in the same order, and as many chunks.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.count == other.count
            && self.last_seq == other.last_seq
            && self.chunks == other.chunks
            && self.chain.matches(&other.chain.digest())
    }

    /// What an anchor keeps of it.
    pub(crate) fn anchor_point(&self, scope: &KeyScope, header: [u8; 32]) -> AnchorPoint {
        AnchorPoint {
            generation: self.generation,
            records: self.count,
            epoch: scope.epoch.0,
            chain: self.chain.digest(),
            header,
        }
    }
}

/// The sealed form of [`Progress`], and what else must not be exchanged under it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// What format 1 has.
    first: ManifestV1,
    /// How many chunks of attachments there are.
    chunks: u64,
    /// How many times a manifest was written.
    generation: u64,
    /// Which copy of the journal this is.
    copy: CopyId,
}

/// The manifest of format 1, and the beginning of every later one.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ManifestV1 {
    /// The last record's seq, 0 for none.
    seq: u64,
    /// How many records there are.
    count: u64,
    /// The version of the tables ([`SCHEMA`]).
    schema: u16,
    /// The key epoch all records are sealed in.
    epoch: u32,
    /// The checksum of the header: an old header (with slots since removed) does not fit a newer manifest.
    header: [u8; 32],
    /// The chain's digest over all records.
    digest: [u8; 32],
}

impl Manifest {
    pub(crate) fn of(progress: &Progress, scope: &KeyScope, header: [u8; 32]) -> Self {
        Self {
            first: ManifestV1 {
                seq: progress.last_seq,
                count: progress.count,
                schema: SCHEMA,
                epoch: scope.epoch.0,
                header,
                digest: progress.chain.digest(),
            },
            chunks: progress.chunks,
            generation: progress.generation,
            copy: progress.copy,
        }
    }

    pub(crate) fn seal(&self, key: &SealingKey, scope: &KeyScope) -> Result<Vec<u8>, VaultError> {
        let plain = postcard::to_stdvec(self).map_err(|_| VaultError::TooLarge)?;
        Ok(key.seal(&bind(scope, Place::Manifest, &NO_ID), &plain)?)
    }

    /// Opens the manifest of a journal whose header says `format`.
    pub(crate) fn open(
        sealed: &[u8],
        format: u16,
        key: &SealingKey,
        scope: &KeyScope,
    ) -> Result<Self, VaultError> {
        let corrupt = VaultError::Corrupt { what: "manifest" };
        let plain = key.open(&bind(scope, Place::Manifest, &NO_ID), sealed).map_err(|_| corrupt)?;
        let read = if format == 1 {
            postcard::take_from_bytes::<ManifestV1>(&plain)
                .map(|(first, rest)| (Self::from_v1(first, scope), rest))
        } else {
            postcard::take_from_bytes(&plain)
        };
        match read {
            Ok((manifest, [])) if manifest.first.schema == format => Ok(manifest),
            Ok((_, [])) => Err(VaultError::Tampered { what: "manifest is of another time" }),
            _ => Err(corrupt),
        }
    }

    /// Each write of format 1 added records, so their number stands in for the writes; there were no restored copies.
    const fn from_v1(first: ManifestV1, scope: &KeyScope) -> Self {
        let copy = CopyId::new(*scope.store.as_bytes());
        Self { generation: first.seq, first, chunks: 0, copy }
    }

    /// How many records it counts.
    pub(crate) const fn count(&self) -> u64 {
        self.first.count
    }

    /// Which copy of the journal it is of.
    pub(crate) const fn copy(&self) -> CopyId {
        self.copy
    }

    /// How many writes led to it.
    pub(crate) const fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether the records that were read are the ones this manifest was written for.
    pub(crate) fn check(
        &self,
        found: &Progress,
        scope: &KeyScope,
        header: [u8; 32],
    ) -> Result<(), VaultError> {
        let tampered = |what| Err(VaultError::Tampered { what });
        if self.first.header != header {
            return tampered("header is not the one last written");
        }
        if self.first.epoch != scope.epoch.0 {
            return tampered("manifest is of another time");
        }
        if self.first.count != found.count || self.first.seq != found.last_seq {
            return tampered("records missing or added");
        }
        if self.chunks != found.chunks {
            return tampered("parts of attachments missing or added");
        }
        if !found.chain.matches(&self.first.digest) {
            return tampered("records exchanged");
        }
        Ok(())
    }
}
