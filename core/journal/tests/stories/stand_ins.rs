//! What stands in for a device in a story: its clock, its mark against old copies, its key store, streams, its disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use vigie_journal::{
    Anchor, AnchorPoint, Clock, CopyId, KdfParams, Moment, NewKey, Passphrase, PlatformKey,
    PlatformKeyError, RecoveryCode, Unlock, VaultError,
};
use zeroize::Zeroizing;

use crate::read::{Fields, Told, text};

/// A clock that stands still until a step sets it.
pub struct Still(pub Mutex<Moment>);

impl Clock for Still {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

/// An anchor that lasts as long as the story.
#[derive(Default)]
pub struct Marks(Mutex<BTreeMap<String, AnchorPoint>>);

impl Anchor for Marks {
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        Ok(self.0.lock().unwrap().get(&copy.to_string()).copied())
    }

    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError> {
        self.0.lock().unwrap().insert(copy.to_string(), *point);
        Ok(())
    }
}

/// A key store that answers as it was told to; nothing else means that all is well.
pub struct Store(pub Option<PlatformKeyError>);

impl Store {
    fn turned(&self, bytes: &[u8]) -> Result<Vec<u8>, PlatformKeyError> {
        self.0.map_or_else(|| Ok(bytes.iter().map(|byte| byte ^ 0xa5).collect()), Err)
    }
}

impl PlatformKey for Store {
    fn wrap_secret(&self, secret: &[u8]) -> Result<Vec<u8>, PlatformKeyError> {
        self.turned(secret)
    }

    fn unwrap_secret(&self, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, PlatformKeyError> {
        self.turned(wrapped).map(Zeroizing::new)
    }
}

/// A sink that takes everything, or nothing at all; a source that ends, or fails where it would end.
pub struct Stream {
    pub bytes: Vec<u8>,
    read: usize,
    fails: Option<io::ErrorKind>,
}

impl Stream {
    pub fn of(step: &Fields<'_>, bytes: Vec<u8>) -> Told<Self> {
        let fails = step.maybe("stream", |value| match text(value)? {
            "full" => Ok(io::ErrorKind::StorageFull),
            "broken" => Ok(io::ErrorKind::Other),
            other => Err(format!("no such stream: '{other}'")),
        })?;
        Ok(Self { bytes, read: 0, fails })
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.fails {
            Some(kind) => Err(kind.into()),
            None => self.bytes.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = (&self.bytes[self.read..]).read(buffer)?;
        self.read += read;
        match (read, self.fails) {
            (0, Some(kind)) if !buffer.is_empty() => Err(kind.into()),
            _ => Ok(read),
        }
    }
}

/// A key as a step names it.
pub enum Key {
    Passphrase(Passphrase),
    Code(RecoveryCode),
    Device(Store),
}

impl Key {
    pub fn unlock(&self) -> Unlock<'_> {
        match self {
            Self::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
            Self::Code(code) => Unlock::RecoveryCode(code),
            Self::Device(store) => Unlock::Platform(store),
        }
    }

    pub fn new_key(&self) -> NewKey<'_> {
        match self {
            Self::Passphrase(one) => NewKey::Passphrase(one, KdfParams::weak_for_tests()),
            Self::Code(code) => NewKey::RecoveryCode(code),
            Self::Device(store) => NewKey::Platform(store),
        }
    }

    /// As what opens a backup: the recovery code is used as a passphrase.
    pub fn of_backup(self) -> Told<Passphrase> {
        match self {
            Self::Passphrase(passphrase) => Ok(passphrase),
            Self::Code(code) => Ok(Passphrase::new(&code.to_string())),
            Self::Device(_) => Err("no key of a backup".to_owned()),
        }
    }
}

/// Every file in a folder with its bytes; none when there is no folder.
pub fn files(folder: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    if !folder.exists() {
        return Ok(BTreeMap::new());
    }
    let mut files = BTreeMap::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        files.insert(path.clone(), fs::read(path)?);
    }
    Ok(files)
}

pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for path in files(from)?.into_keys() {
        fs::copy(&path, to.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

/// Writes until there is no room for one byte more.
pub fn fill(file: &Path) -> io::Result<()> {
    let mut file = fs::File::create(file)?;
    let mut zeros = vec![0; 64 << 10];
    while !zeros.is_empty() {
        match file.write(&zeros) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::StorageFull => {
                zeros.truncate(zeros.len() / 2);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
