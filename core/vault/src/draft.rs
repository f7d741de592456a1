//! What is not finished: one payload in a file of its own beside the journal, sealed, replaced whole each time. It is no part
//! of the journal: no backup has it, no anchor counts it, and one that does not read is none.

use crate::binding::{Place, bind};
use crate::error::VaultError;
use crate::record::MAX_PAYLOAD;
use crate::store::make_private_file;
use crate::vault::Vault;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use zeroize::Zeroizing;

const DRAFT_FILE: &str = "draft";
/// Written first, so that a draft is whole or the one before.
const NEW_FILE: &str = "draft.new";
/// There is one.
const ID: [u8; 16] = [0; 16];

impl Vault {
    /// Keeps what is not finished in place of what was kept; none forgets it. On the disk when this returns, so that it
    /// outlives the process; after a power cut it may be the one before. Whoever keeps one at every touch keeps it off the
    /// thread that draws.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`]; what was kept before is
    /// then still there.
    pub fn keep_draft(&self, payload: Option<&[u8]>) -> Result<(), VaultError> {
        let Some(payload) = payload else { return self.forget_draft() };
        if payload.len() > MAX_PAYLOAD {
            return Err(VaultError::TooLarge);
        }
        let keys = &self.keys;
        let sealed = keys.record.seal(&bind(&keys.scope, Place::Draft, &ID), payload)?;
        let new = self.beside(NEW_FILE);
        // What a process that died left half written.
        let _ = fs::remove_file(&new);
        let written = make_private_file(&new).and_then(|mut file| {
            file.write_all(&sealed)?;
            file.sync_all()?;
            fs::rename(&new, self.beside(DRAFT_FILE))
        });
        written.map_err(|error| {
            // Room is made again; the error that counts is the first.
            let _ = fs::remove_file(&new);
            error.into()
        })
    }

    /// What was kept last. None when there is none, or when it does not read: damaged, or of another journal or epoch.
    ///
    /// # Errors
    /// [`VaultError::Io`].
    pub fn draft(&self) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let keys = &self.keys;
        match fs::read(self.beside(DRAFT_FILE)) {
            Ok(sealed) => Ok(keys.record.open(&bind(&keys.scope, Place::Draft, &ID), &sealed).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Leaves no draft, finished or half written.
    pub(crate) fn forget_draft(&self) -> Result<(), VaultError> {
        for name in [DRAFT_FILE, NEW_FILE] {
            match fs::remove_file(self.beside(name)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }

    fn beside(&self, name: &str) -> PathBuf {
        self.lock.dir().join(name)
    }
}
