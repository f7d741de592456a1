//! What is this device's own: a payload in a file of its own beside the journal, sealed, replaced whole each time. It is no
//! part of the journal: no backup has it, no anchor counts it, and one that does not read is none.

use crate::binding::{Place, bind};
use crate::error::VaultError;
use crate::record::MAX_PAYLOAD;
use crate::store::make_private_file;
use crate::vault::Vault;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// What is kept beside the journal. There is one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// What is not finished.
    Draft,
    /// What locks the backups that this device makes by itself.
    BackupPassphrase,
    /// What is typed in a form and not kept yet.
    Form,
}

impl Aside {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Draft, Self::BackupPassphrase, Self::Form];

    fn file(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::BackupPassphrase => "backup-passphrase",
            Self::Form => "form",
        }
    }

    /// Written first, so that the file is whole or the one before.
    fn new_file(self) -> &'static str {
        match self {
            Self::Draft => "draft.new",
            Self::BackupPassphrase => "backup-passphrase.new",
            Self::Form => "form.new",
        }
    }

    fn place(self) -> Place {
        match self {
            Self::Draft => Place::Aside(0),
            Self::BackupPassphrase => Place::Aside(1),
            Self::Form => Place::Aside(2),
        }
    }
}

/// There is one of each.
const ID: [u8; 16] = [0; 16];

impl Vault {
    /// Keeps this in place of what was kept; none forgets it. On the disk when this returns, so that it outlives the process;
    /// after a power cut it may be the one before. Whoever keeps one at every touch keeps it off the thread that draws.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`], [`VaultError::DiskFull`], [`VaultError::Random`], [`VaultError::Io`]; what was kept before is
    /// then still there.
    pub fn keep_aside(&self, what: Aside, payload: Option<&[u8]>) -> Result<(), VaultError> {
        let Some(payload) = payload else { return self.forget_aside(what) };
        if payload.len() > MAX_PAYLOAD {
            return Err(VaultError::TooLarge);
        }
        let keys = &self.keys;
        let sealed = keys.record.seal(&bind(&keys.scope, what.place(), &ID), payload)?;
        let new = self.beside(what.new_file());
        // What a process that died left half written.
        let _ = fs::remove_file(&new);
        let written = make_private_file(&new).and_then(|mut file| {
            file.write_all(&sealed)?;
            file.sync_all()?;
            fs::rename(&new, self.beside(what.file()))
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
    pub fn aside(&self, what: Aside) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let keys = &self.keys;
        match fs::read(self.beside(what.file())) {
            Ok(sealed) => Ok(keys.record.open(&bind(&keys.scope, what.place(), &ID), &sealed).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Leaves none, whole or half written.
    pub(crate) fn forget_aside(&self, what: Aside) -> Result<(), VaultError> {
        for name in [what.file(), what.new_file()] {
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
