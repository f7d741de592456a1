//! Attachments: a photo of a rash, kept with the day it shows.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};
use vigie_model::{Allowed, Day, Invalid, Label};
use vigie_vault::{Blob, BlobId};

use crate::stored::Stored;
use crate::{AttachmentId, Journal, JournalError};

/// What is kept of an attachment beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The day it shows.
    pub day: Day,
    /// Its name, with an ending that says what it is: `rash.jpg`.
    pub name: Label,
    /// Its length in bytes.
    pub bytes: u64,
    /// How many parts the vault keeps it in.
    parts: u32,
    /// Its name in the vault.
    blob: [u8; 16],
}

impl Attachment {
    pub(crate) const fn blob(&self) -> Blob {
        Blob { id: BlobId::new(self.blob), chunks: self.parts, bytes: self.bytes }
    }
}

impl Journal {
    /// Keeps a file with a day, encrypted like everything else. It is read in parts of 64 KiB; all of it is recorded, or
    /// nothing.
    ///
    /// # Errors
    /// [`JournalError::Invalid`] for a day in the future, [`JournalError::AttachmentTooLarge`] above 64 MiB,
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn attach(
        &self,
        day: Day,
        name: Label,
        mut source: impl Read,
    ) -> Result<AttachmentId, JournalError> {
        let at = self.now();
        if day > at.day() {
            return Err(Invalid::new("date", Allowed::NotInTheFuture).into());
        }
        self.with(|opened| {
            let (id, stored) = opened.vault.attach(&mut source, |blob| {
                let (bytes, parts, blob) = (blob.bytes, blob.chunks, *blob.id.as_bytes());
                let attachment = Attachment { day, name, bytes, parts, blob };
                let stored = Stored::Attachment { at, attachment };
                Ok::<_, JournalError>((stored.to_bytes()?, stored))
            })?;
            opened.diary.take(id, stored);
            Ok(AttachmentId(id))
        })
    }

    /// Every attachment, in the order in which they came.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn attachments(&self) -> Result<Vec<(AttachmentId, Attachment)>, JournalError> {
        self.with(|opened| Ok(opened.diary.attachments.clone()))
    }

    /// Writes an attachment out. On an error what was written is not all of it.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::Damaged`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn attachment(&self, id: AttachmentId, mut sink: impl Write) -> Result<(), JournalError> {
        self.with(|opened| {
            let found = opened.diary.attachments.iter().find(|(known, _)| *known == id);
            let (_, attachment) = found.ok_or(JournalError::NoSuch)?;
            Ok(opened.vault.read_blob(&attachment.blob(), &mut sink)?)
        })
    }
}
