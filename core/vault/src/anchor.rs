//! The anchor: how far a journal had come, kept where whoever can put back the journal's files cannot reach.
//!
//! The manifest proves that the records belong together; it cannot prove that they are the latest. A whole older copy is
//! as genuine as it was then. So after each write a few bytes go elsewhere, and the next opening compares.

use crate::error::VaultError;
use crate::ids::CopyId;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use vigie_seal::checksum;

/// Where one journal stood after a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnchorPoint {
    /// Writes so far (records, keys), from 1. Grows by one with each transaction.
    pub generation: u64,
    /// Records at that moment.
    pub records: u64,
    /// The key epoch.
    pub(crate) epoch: u32,
    /// The chain's digest over all records.
    pub(crate) chain: [u8; 32],
    /// The header's checksum.
    pub(crate) header: [u8; 32],
}

impl AnchorPoint {
    /// Length of the stored form, in bytes.
    pub const ENCODED_LEN: usize = 1 + 8 + 8 + 4 + 32 + 32 + 8;

    const VERSION: u8 = 1;

    /// The stored form: version, generation, records, epoch (little-endian), digest, header checksum, then eight bytes of
    /// SHA-256 over all before, against damage.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![Self::VERSION];
        bytes.extend(self.generation.to_le_bytes());
        bytes.extend(self.records.to_le_bytes());
        bytes.extend(self.epoch.to_le_bytes());
        bytes.extend(self.chain);
        bytes.extend(self.header);
        let sum = checksum(&bytes);
        bytes.extend(sum.iter().take(8));
        bytes
    }

    /// Reads the stored form; `None` when it is not one.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_last_chunk::<8>()?;
        if bytes.len() != Self::ENCODED_LEN || !checksum(body).starts_with(sum) {
            return None;
        }
        let (version, rest) = body.split_first()?;
        let (generation, rest) = rest.split_first_chunk()?;
        let (records, rest) = rest.split_first_chunk()?;
        let (epoch, rest) = rest.split_first_chunk()?;
        let (chain, rest) = rest.split_first_chunk()?;
        let header = rest.first_chunk()?;
        (*version == Self::VERSION).then_some(Self {
            generation: u64::from_le_bytes(*generation),
            records: u64::from_le_bytes(*records),
            epoch: u32::from_le_bytes(*epoch),
            chain: *chain,
            header: *header,
        })
    }
}

/// Keeps an [`AnchorPoint`] for each copy of a journal. A shell backs it with the platform's own storage for secrets.
///
/// The point is not secret, but whoever can change it can put back an older journal unnoticed.
pub trait Anchor: Send + Sync {
    /// The point last kept for this copy, if any.
    ///
    /// # Errors
    /// When it cannot be known whether there is one.
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError>;

    /// Keeps this point in place of the last. It need not be durable at once: a point that is behind does no harm.
    ///
    /// # Errors
    /// When it could not be kept.
    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError>;
}

/// An anchor in a folder of files, one a journal: for a desk. It must lie outside the journal's folder, and outside what is
/// copied and put back together with it.
#[derive(Debug, Clone)]
pub struct FileAnchor {
    folder: PathBuf,
}

impl FileAnchor {
    /// In this folder, which is made when it is first needed.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn file(&self, copy: CopyId) -> PathBuf {
        self.folder.join(format!("{copy}.anchor"))
    }
}

impl Anchor for FileAnchor {
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        match fs::read(self.file(copy)) {
            // Bytes that are no point are no more than no point: whoever could write them could have removed the file.
            Ok(bytes) => Ok(AnchorPoint::parse(&bytes)),
            // Nor is there one where no folder can be.
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError> {
        let (file, draft) = (self.file(copy), self.folder.join(format!("{copy}.new")));
        match fs::write(&draft, point.to_bytes()) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(&self.folder)?;
                fs::write(&draft, point.to_bytes())?;
            }
            done => done?,
        }
        Ok(fs::rename(draft, file)?)
    }
}

/// How a journal that is opened is held against its anchor.
#[derive(Clone, Default)]
pub struct Anchoring {
    pub(crate) anchor: Option<Arc<dyn Anchor>>,
    pub(crate) accept_older: bool,
}

impl Anchoring {
    /// Without an anchor: an older copy is not noticed.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Against this anchor; an older copy is refused.
    #[must_use]
    pub fn by(anchor: Arc<dyn Anchor>) -> Self {
        Self { anchor: Some(anchor), accept_older: false }
    }

    /// The person knows that this is an older copy, and wants it: with the next write it becomes a copy of its own, beside
    /// the one it is older than.
    #[must_use]
    pub fn accepting_older(self) -> Self {
        Self { accept_older: true, ..self }
    }

    /// What is known of a copy, if there is an anchor and it has seen it.
    pub(crate) fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        self.anchor.as_ref().map_or(Ok(None), |anchor| anchor.load(copy))
    }
}

impl fmt::Debug for Anchoring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Anchoring")
            .field("anchor", &self.anchor.is_some())
            .field("accept_older", &self.accept_older)
            .finish()
    }
}

/// That an older copy was opened knowingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OlderAccepted {
    /// Records found.
    pub found: u64,
    /// Records that the anchor knew of.
    pub anchored: u64,
}

/// Compares what was found with what the anchor knows. `chain_at` is the digest that the chain had at the anchored number of
/// records, when it has come that far.
pub(crate) fn compare(
    anchored: &AnchorPoint,
    found: &AnchorPoint,
    chain_at: Option<[u8; 32]>,
) -> Result<(), VaultError> {
    let tampered = |what| Err(VaultError::Tampered { what });
    if found.generation < anchored.generation || found.epoch < anchored.epoch {
        return Err(VaultError::OlderCopy { found: found.records, anchored: anchored.records });
    }
    if found.generation == anchored.generation && found != anchored {
        return tampered("another journal in this one's place");
    }
    // A rotation seals everything anew; from then on the old digest says nothing.
    if found.epoch == anchored.epoch && chain_at != Some(anchored.chain) {
        return tampered("another history in place of this one's");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point(generation: u64) -> AnchorPoint {
        AnchorPoint { generation, records: generation, epoch: 1, chain: [3; 32], header: [4; 32] }
    }

    #[test]
    fn older_same_and_newer_are_told_apart() {
        let was = point(5);
        assert_eq!(compare(&was, &was, Some([3; 32])), Ok(()));
        assert_eq!(compare(&was, &point(6), Some([3; 32])), Ok(()));
        let older = VaultError::OlderCopy { found: 4, anchored: 5 };
        assert_eq!(compare(&was, &point(4), None), Err(older));
        let rotated_back = AnchorPoint { epoch: 1, generation: 9, ..was };
        let error = compare(&AnchorPoint { epoch: 2, ..was }, &rotated_back, Some([3; 32]));
        assert!(matches!(error, Err(VaultError::OlderCopy { .. })));
    }

    #[test]
    fn another_digest_header_or_history_is_tampered() {
        let was = point(5);
        let changed = [
            AnchorPoint { chain: [9; 32], ..was },
            AnchorPoint { header: [9; 32], ..was },
            AnchorPoint { records: 4, ..was },
        ];
        for found in changed {
            let error = compare(&was, &found, Some(found.chain)).unwrap_err();
            assert!(matches!(error, VaultError::Tampered { .. }));
        }
        for chain_at in [None, Some([8; 32])] {
            let error = compare(&was, &point(6), chain_at).unwrap_err();
            assert!(matches!(error, VaultError::Tampered { .. }));
        }
        assert_eq!(compare(&was, &AnchorPoint { epoch: 2, ..point(6) }, None), Ok(()));
    }

    #[test]
    fn a_file_anchor_keeps_one_point_a_journal_and_takes_nonsense_for_none() {
        let dir = tempfile::tempdir().unwrap();
        let anchor = FileAnchor::new(dir.path().join("a/b"));
        let (one, other) = (CopyId::new([1; 16]), CopyId::new([2; 16]));
        assert_eq!(anchor.load(one), Ok(None));
        anchor.keep(one, &point(1)).unwrap();
        anchor.keep(one, &point(2)).unwrap();
        assert_eq!(anchor.load(one), Ok(Some(point(2))));
        assert_eq!(anchor.load(other), Ok(None));
        fs::write(anchor.file(one), b"nonsense").unwrap();
        assert_eq!(anchor.load(one), Ok(None));
        fs::remove_file(anchor.file(one)).unwrap();
        fs::create_dir(anchor.file(one)).unwrap();
        assert!(matches!(anchor.load(one), Err(VaultError::Io { .. })));
    }

    proptest! {
        #[test]
        fn a_point_reads_again_and_no_other_bytes_do(generation: u64, records: u64, epoch: u32, chain: [u8; 32], header: [u8; 32], at: prop::sample::Index) {
            let point = AnchorPoint { generation, records, epoch, chain, header };
            let mut bytes = point.to_bytes();
            prop_assert_eq!(bytes.len(), AnchorPoint::ENCODED_LEN);
            prop_assert_eq!(AnchorPoint::parse(&bytes), Some(point));
            let at = at.index(bytes.len());
            prop_assert_eq!(AnchorPoint::parse(&bytes[..at]), None);
            bytes[at] ^= 1;
            prop_assert_eq!(AnchorPoint::parse(&bytes), None);
        }
    }
}
