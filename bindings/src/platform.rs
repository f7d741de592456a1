//! What the app hands in: the device's key store, the mark against old copies, the clock, and streams of bytes.

use std::io::{self, Read, Write};
use std::sync::Arc;

use uniffi::UnexpectedUniFFICallbackError;
use vigie_journal::{
    AnchorPoint, Anchoring, CopyId, Moment, PlatformKey, PlatformKeyError, SystemClock, VaultError,
};
use zeroize::{Zeroize, Zeroizing};

use crate::JournalError;
use crate::error::DeviceKeyFault;

/// An error that an app's code throws: named in a log, and `Failed` for whatever is thrown and not declared.
macro_rules! thrown {
    ($($error:ident)*) => {
        $(
            impl std::fmt::Display for $error {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    write!(f, "{self:?}")
                }
            }

            impl std::error::Error for $error {}

            impl From<UnexpectedUniFFICallbackError> for $error {
                fn from(_: UnexpectedUniFFICallbackError) -> Self {
                    Self::Failed
                }
            }
        )*
    };
}

thrown! { KeyVaultError AnchorError ClockError StreamError }

/// Why a [`KeyVault`] gives no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Error)]
pub enum KeyVaultError {
    /// No key of this app is on the device: a new phone, a restored backup.
    NotFound,
    /// The key can never be used again: biometrics enrolled anew, screen lock removed.
    Invalidated,
    /// The device is locked, or too many attempts were made.
    Locked,
    /// The person said no to the device's question.
    Cancelled,
    /// Something else. So is whatever the app's code throws and does not declare.
    Failed,
}

impl From<KeyVaultError> for PlatformKeyError {
    fn from(error: KeyVaultError) -> Self {
        match error {
            KeyVaultError::NotFound => Self::NotFound,
            KeyVaultError::Invalidated => Self::Invalidated,
            KeyVaultError::Locked => Self::Locked,
            KeyVaultError::Cancelled => Self::Cancelled,
            KeyVaultError::Failed => Self::Failed,
        }
    }
}

impl From<PlatformKeyError> for DeviceKeyFault {
    fn from(error: PlatformKeyError) -> Self {
        match error {
            PlatformKeyError::NotFound => Self::NotFound,
            PlatformKeyError::Invalidated => Self::Invalidated,
            PlatformKeyError::Locked => Self::Locked,
            PlatformKeyError::Cancelled => Self::Cancelled,
            PlatformKeyError::Failed => Self::Failed,
        }
    }
}

/// The device's key store: Android's Keystore, Apple's Keychain and Secure Enclave, a key file on a desk. The key in it never
/// leaves the device. It may ask the person (fingerprint, face, screen lock), so calls that use it can take long.
///
/// Called within a call of a journal: a method of that journal must not be called from here (it would fail with `Bug`).
#[uniffi::export(with_foreign)]
pub trait KeyVault: Send + Sync {
    /// Wraps the 32 bytes of a secret. Called only when the device's key is added to a journal, so this alone may make the key.
    fn wrap_secret(&self, secret: Vec<u8>) -> Result<Vec<u8>, KeyVaultError>;

    /// Gives back the secret of what wrapping it gave. Never makes a key: one that is gone is `NotFound`.
    fn unwrap_secret(&self, wrapped: Vec<u8>) -> Result<Vec<u8>, KeyVaultError>;
}

/// An app's key store as the vault asks for it.
pub(crate) struct Vault(pub(crate) Arc<dyn KeyVault>);

impl PlatformKey for Vault {
    fn wrap_secret(&self, secret: &[u8]) -> Result<Vec<u8>, PlatformKeyError> {
        Ok(self.0.wrap_secret(secret.to_vec())?)
    }

    fn unwrap_secret(&self, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, PlatformKeyError> {
        Ok(self.0.unwrap_secret(wrapped.to_vec()).map(Zeroizing::new)?)
    }
}

/// Why an anchor could not be read or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Error)]
pub enum AnchorError {
    /// It cannot be known whether there is one, or it could not be kept.
    Failed,
}

/// Where a mark is kept of how far a journal had come, so that an older copy put back is noticed: storage of the app's own that
/// is not copied and put back together with the journal's files. The bytes are no secret.
///
/// Called within a call of a journal: a method of that journal must not be called from here.
#[uniffi::export(with_foreign)]
pub trait JournalAnchor: Send + Sync {
    /// The mark last kept under this name, if any.
    fn load(&self, copy: String) -> Result<Option<Vec<u8>>, AnchorError>;

    /// Keeps this mark under this name in place of the last.
    fn keep(&self, copy: String, mark: Vec<u8>) -> Result<(), AnchorError>;
}

/// An app's anchor as the vault asks for it.
struct Mark(Arc<dyn JournalAnchor>);

/// Why the vault went without its anchor.
const UNANCHORED: VaultError = VaultError::Io { kind: io::ErrorKind::Other };

impl vigie_journal::Anchor for Mark {
    fn load(&self, copy: CopyId) -> Result<Option<AnchorPoint>, VaultError> {
        let mark = self.0.load(copy.to_string()).map_err(|_| UNANCHORED)?;
        Ok(mark.as_deref().and_then(AnchorPoint::parse))
    }

    fn keep(&self, copy: CopyId, point: &AnchorPoint) -> Result<(), VaultError> {
        self.0.keep(copy.to_string(), point.to_bytes()).map_err(|_| UNANCHORED)
    }
}

/// Against this anchor, when there is one.
pub(crate) fn anchoring(anchor: Option<Arc<dyn JournalAnchor>>, accept_older: bool) -> Anchoring {
    let anchoring =
        anchor.map_or_else(Anchoring::none, |anchor| Anchoring::by(Arc::new(Mark(anchor))));
    if accept_older { anchoring.accepting_older() } else { anchoring }
}

/// Why a clock tells no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Error)]
pub enum ClockError {
    /// It cannot: the system's clock is taken instead.
    Failed,
}

/// Where the time comes from, when it is not the system's clock: so that a day can be lived in a test. It must
/// not call the journal, which would ask it again.
#[uniffi::export(with_foreign)]
pub trait JournalClock: Send + Sync {
    /// The present moment with the local offset.
    fn now(&self) -> Result<Moment, ClockError>;
}

/// An app's clock as the journal asks for it.
struct Watch(Arc<dyn JournalClock>);

impl vigie_journal::Clock for Watch {
    fn now(&self) -> Moment {
        self.0.now().unwrap_or_else(|_| SystemClock.now())
    }
}

/// This clock, or the system's.
pub(crate) fn clock(clock: Option<Arc<dyn JournalClock>>) -> Arc<dyn vigie_journal::Clock> {
    match clock {
        Some(clock) => Arc::new(Watch(clock)),
        None => Arc::new(SystemClock),
    }
}

/// Why a stream gives or takes no bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Error)]
pub enum StreamError {
    /// No space is left.
    DiskFull,
    /// Something else. So is whatever the app's code throws and does not declare.
    Failed,
}

impl From<StreamError> for io::Error {
    fn from(error: StreamError) -> Self {
        Self::from(match error {
            StreamError::DiskFull => io::ErrorKind::StorageFull,
            StreamError::Failed => io::ErrorKind::Other,
        })
    }
}

/// Bytes that are read once, from the first to the last: a file the person picked. Those of an attachment are read within a call of
/// the journal: a method of that journal must not be called from here, nor waited for.
#[uniffi::export(with_foreign)]
pub trait ByteSource: Send + Sync {
    /// The next bytes, at most as many as asked for; none at the end.
    fn read(&self, at_most: u32) -> Result<Vec<u8>, StreamError>;
}

/// Where bytes go: a file the person chose. Those of an attachment are written within a call of the journal: a method of that journal
/// must not be called from here, nor waited for.
#[uniffi::export(with_foreign)]
pub trait ByteSink: Send + Sync {
    /// Takes the next bytes, all of them.
    fn write(&self, bytes: Vec<u8>) -> Result<(), StreamError>;
}

/// Hears how far a long call has come.
#[uniffi::export(with_foreign)]
pub trait ProgressHearer: Send + Sync {
    /// So many bytes were read so far. Whatever it throws is passed over.
    fn bytes_read(&self, bytes: u64) -> Result<(), StreamError>;
}

/// Bytes a crossing: each costs microseconds.
const CHUNK: usize = 1 << 16;

/// A source as the core reads it.
pub(crate) struct Source {
    from: Arc<dyn ByteSource>,
    chunk: Vec<u8>,
    read: usize,
}

/// A source, read by chunks.
pub(crate) fn reader(from: Arc<dyn ByteSource>) -> Source {
    Source { from, chunk: Vec::new(), read: 0 }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read == self.chunk.len() {
            self.chunk.zeroize();
            self.chunk = self.from.read(u32::try_from(CHUNK).unwrap_or(u32::MAX))?;
            self.read = 0;
        }
        let read = self.chunk.get(self.read..).unwrap_or_default().read(buffer)?;
        self.read += read;
        Ok(read)
    }
}

/// A sink as the core writes to it.
pub(crate) struct Sink(Arc<dyn ByteSink>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes.to_vec())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Lets a call of the core write to a sink by chunks, the last one too.
pub(crate) fn written<T>(
    to: Arc<dyn ByteSink>,
    call: impl FnOnce(&mut io::BufWriter<Sink>) -> Result<T, vigie_journal::JournalError>,
) -> Result<T, JournalError> {
    let mut to = io::BufWriter::with_capacity(CHUNK, Sink(to));
    let done = call(&mut to)?;
    to.flush().map_err(vigie_journal::JournalError::from)?;
    Ok(done)
}

/// What hears the progress, as the core calls it.
pub(crate) fn progress(hearer: Option<Arc<dyn ProgressHearer>>) -> impl FnMut(u64) {
    move |bytes| {
        // What is only told to be shown cannot stop the work.
        let _ = hearer.as_ref().map(|hearer| hearer.bytes_read(bytes));
    }
}
