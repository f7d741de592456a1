//! The age file format, version 1, with one passphrase: what a backup is wrapped in, so that the stock `age` tool opens it.
//!
//! <https://c2sp.org/age>. Header: a version line, one `scrypt` stanza that holds the file key, a MAC line. Payload: a nonce,
//! then chunks of 64 KiB under ChaCha20-Poly1305, each with its number and whether it is the last in its nonce, so that a
//! file cut short or put together from two is noticed. Only the passphrase recipient is read and written.

use crate::digest::MacKey;
use crate::error::AgeError;
use crate::kdf::derive_hkdf;
use crate::key::Key;
use crate::passphrase::Passphrase;
use crate::random;
use crate::ring_key::RingKey;
use crate::stack::then_wipe;
use base64ct::{Base64Unpadded, Encoding};
use ring::aead::{Aad, CHACHA20_POLY1305, NONCE_LEN, Nonce};
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// The cost of a guess that this code writes: log₂ of scrypt's N (64 MiB, some tenths of a second).
pub const BACKUP_WORK_FACTOR: u8 = 16;

/// The largest cost that is read (1 GiB); above it nothing is done.
pub const MAX_WORK_FACTOR: u8 = 20;

const VERSION_LINE: &str = "age-encryption.org/v1";
const SCRYPT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
const SALT_LEN: usize = 16;

/// Bytes of memory for each of scrypt's N blocks: 128 r, with the format's r of 8 (RFC 7914, 5).
const SCRYPT_BLOCK: usize = 128 * 8;

const FILE_KEY_LEN: usize = 16;
const TAG_LEN: usize = 16;
const PAYLOAD_NONCE_LEN: usize = 16;

/// Plaintext bytes of every chunk but the last.
const CHUNK: usize = 64 << 10;

/// More than any header with one stanza has.
const MAX_LINE: usize = 256;

/// The key of one file.
type FileKey = Zeroizing<[u8; FILE_KEY_LEN]>;

/// Encrypts what is written to it. Without [`finish`](Self::finish) the file is one that was cut short.
pub struct AgeWriter<W: Write> {
    writer: W,
    stream: Stream,
    /// Plaintext that waits for its chunk to be full, or the last.
    pending: Zeroizing<Vec<u8>>,
    /// What went wrong once. A chunk may then be half written, so that the file can no longer become whole.
    failed: Option<AgeError>,
}

impl<W: Write> AgeWriter<W> {
    /// Begins a file: derives the key (slow on purpose) and writes the header. `work_factor` is 1 to [`MAX_WORK_FACTOR`].
    ///
    /// # Errors
    /// [`AgeError::TooCostly`], [`AgeError::Memory`], [`AgeError::Random`], [`AgeError::Io`].
    pub fn new(mut writer: W, passphrase: &Passphrase, work_factor: u8) -> Result<Self, AgeError> {
        let salt = random::make_random::<SALT_LEN>().map_err(|_| AgeError::Random)?;
        let mut file_key = FileKey::default();
        random::fill(file_key.as_mut_slice()).map_err(|_| AgeError::Random)?;
        let nonce = random::make_random::<PAYLOAD_NONCE_LEN>().map_err(|_| AgeError::Random)?;
        let wrap = wrapping_key(passphrase, &salt, work_factor)?;
        // Room for the tag, so that the vector does not grow and leave a copy.
        let mut body = Vec::with_capacity(FILE_KEY_LEN + TAG_LEN);
        body.extend_from_slice(file_key.as_slice());
        wrap.seal_in_place_append_tag(zero_nonce(), Aad::empty(), &mut body)
            .map_err(|_| AgeError::Corrupt)?;
        let salt = Base64Unpadded::encode_string(&salt);
        let body = Base64Unpadded::encode_string(&body);
        let header = format!("{VERSION_LINE}\n-> scrypt {salt} {work_factor}\n{body}\n---");
        let mac = header_key(&file_key).sign(header.as_bytes());
        let mac = Base64Unpadded::encode_string(&mac);
        writer.write_all(format!("{header} {mac}\n").as_bytes())?;
        writer.write_all(&nonce)?;
        let pending = Zeroizing::new(Vec::with_capacity(CHUNK + TAG_LEN));
        Ok(Self { writer, stream: Stream::new(&file_key, &nonce), pending, failed: None })
    }

    /// Writes the last chunk. Only then the file is whole.
    ///
    /// # Errors
    /// [`AgeError::Io`], and again whatever went wrong in writing before.
    pub fn finish(mut self) -> Result<W, AgeError> {
        self.write_chunk(true)?;
        Ok(self.writer)
    }

    fn write_chunk(&mut self, last: bool) -> Result<(), AgeError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let written = self.put_chunk(last);
        self.failed = written.err();
        written
    }

    fn put_chunk(&mut self, last: bool) -> Result<(), AgeError> {
        let nonce = self.stream.next(last)?;
        let sealed = self.stream.key.seal_in_place_separate_tag(
            nonce,
            Aad::empty(),
            self.pending.as_mut_slice(),
        );
        let tag = sealed.map_err(|_| AgeError::Corrupt)?;
        self.writer.write_all(&self.pending)?;
        self.writer.write_all(tag.as_ref())?;
        self.pending.clear();
        Ok(())
    }
}

impl<W: Write> Write for AgeWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk is written only once something follows it: until then it may be the last.
        if self.pending.len() == CHUNK && !bytes.is_empty() {
            self.write_chunk(false).map_err(AgeError::into_io)?;
        }
        let taken = bytes.len().min(CHUNK - self.pending.len());
        self.pending.extend_from_slice(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    /// Flushes whole chunks; the rest waits for [`finish`](AgeWriter::finish).
    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Decrypts a file; says that it ended only once its last chunk was authenticated and nothing follows.
pub struct AgeReader<R: Read> {
    reader: R,
    stream: Stream,
    /// The present chunk, decrypted, and how much of it was handed over.
    chunk: Zeroizing<Vec<u8>>,
    taken: usize,
    ended: bool,
    /// What went wrong once, and is the answer from then on.
    failed: Option<AgeError>,
}

impl<R: Read> AgeReader<R> {
    /// Reads the header and derives the key (slow on purpose). `reader` is read in small pieces: buffer it.
    ///
    /// # Errors
    /// [`AgeError::NotAge`], [`AgeError::WrongPassphrase`], [`AgeError::TooCostly`] before any work is done,
    /// [`AgeError::Memory`], [`AgeError::Truncated`], [`AgeError::Corrupt`], [`AgeError::Io`].
    pub fn new(mut reader: R, passphrase: &Passphrase) -> Result<Self, AgeError> {
        if read_line(&mut reader).map_err(not_age)? != VERSION_LINE {
            return Err(AgeError::NotAge);
        }
        let stanza = read_line(&mut reader)?;
        let (salt, work_factor) = read_stanza(&stanza)?;
        let body_line = read_line(&mut reader)?;
        let body = decode::<{ FILE_KEY_LEN + TAG_LEN }>(&body_line)?;
        let mac_line = read_line(&mut reader)?;
        let mac = decode::<32>(mac_line.strip_prefix("--- ").ok_or(AgeError::Corrupt)?)?;
        let wrap = wrapping_key(passphrase, &salt, work_factor)?;
        let mut body = Zeroizing::new(body);
        let opened = wrap
            .open_in_place(zero_nonce(), Aad::empty(), body.as_mut_slice())
            .map_err(|_| AgeError::WrongPassphrase)?;
        let mut file_key = FileKey::default();
        file_key.copy_from_slice(opened);
        let header = format!("{VERSION_LINE}\n{stanza}\n{body_line}\n---");
        if !header_key(&file_key).verify(header.as_bytes(), &mac) {
            return Err(AgeError::Corrupt);
        }
        let mut nonce = [0; PAYLOAD_NONCE_LEN];
        reader.read_exact(&mut nonce)?;
        let stream = Stream::new(&file_key, &nonce);
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG_LEN));
        Ok(Self { reader, stream, chunk, taken: 0, ended: false, failed: None })
    }

    /// Reads and authenticates the next chunk.
    fn next_chunk(&mut self) -> Result<(), AgeError> {
        self.chunk.clear();
        self.taken = 0;
        let most = u64::try_from(CHUNK + TAG_LEN).unwrap_or(u64::MAX);
        (&mut self.reader).take(most).read_to_end(&mut self.chunk)?;
        let full = self.chunk.len() == CHUNK + TAG_LEN;
        // A chunk that is not full is the last; a full one is the last when it authenticates as the last.
        let first = self.stream.number == 0;
        let sealed = Zeroizing::new(if full { self.chunk.to_vec() } else { Vec::new() });
        let length = if full && self.open_chunk(false).is_ok() {
            CHUNK
        } else {
            if full {
                self.chunk.copy_from_slice(&sealed);
            }
            let length = self.open_chunk(true).map_err(|_| match full {
                true => AgeError::Corrupt,
                // Where a whole chunk ended, or within one: the rest is gone, or what there is was changed.
                false => AgeError::Truncated,
            })?;
            if length == 0 && !first {
                return Err(AgeError::Corrupt);
            }
            self.ended = true;
            length
        };
        self.stream.number += 1;
        self.chunk.truncate(length);
        // `read_to_end` asks again after a signal; what a bare `read` said of one would stand for the end of the file.
        if self.ended && (&mut self.reader).take(1).read_to_end(&mut Vec::new())? != 0 {
            return Err(AgeError::Corrupt);
        }
        Ok(())
    }

    /// Opens the chunk in place and gives its length.
    fn open_chunk(&mut self, last: bool) -> Result<usize, AgeError> {
        let nonce = self.stream.nonce(last)?;
        let opened = self.stream.key.open_in_place(nonce, Aad::empty(), self.chunk.as_mut_slice());
        opened.map(|plain| plain.len()).map_err(|_| AgeError::Corrupt)
    }
}

impl<R: Read> Read for AgeReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.chunk.len() {
            if let Some(error) = self.failed {
                return Err(error.into_io());
            }
            if self.ended || buffer.is_empty() {
                return Ok(0);
            }
            if let Err(error) = self.next_chunk() {
                // Nothing of a chunk that was refused is ever handed over, however often it is asked for.
                self.chunk.clear();
                self.taken = 0;
                self.failed = Some(error);
                return Err(error.into_io());
            }
        }
        let rest = self.chunk.get(self.taken..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(rest) {
            *to = *from;
        }
        self.taken += length;
        Ok(length)
    }
}

/// The key of a file's payload, and the number of the next chunk.
struct Stream {
    key: RingKey,
    number: u64,
}

impl Stream {
    fn new(file_key: &FileKey, nonce: &[u8; PAYLOAD_NONCE_LEN]) -> Self {
        Self { key: chacha_key(&derive_hkdf(nonce, file_key.as_slice(), &[b"payload"])), number: 0 }
    }

    /// The nonce of the present chunk: its number in 11 bytes, then whether it is the last.
    fn nonce(&self, last: bool) -> Result<Nonce, AgeError> {
        if self.number == u64::MAX {
            return Err(AgeError::Corrupt);
        }
        let mut nonce = [0; NONCE_LEN];
        let number = self.number.to_be_bytes();
        nonce.iter_mut().skip(3).zip(number).for_each(|(to, from)| *to = from);
        if let Some(flag) = nonce.last_mut() {
            *flag = u8::from(last);
        }
        Ok(Nonce::assume_unique_for_key(nonce))
    }

    /// The nonce of the next chunk, which no other chunk has.
    fn next(&mut self, last: bool) -> Result<Nonce, AgeError> {
        let nonce = self.nonce(last)?;
        self.number += 1;
        Ok(nonce)
    }
}

/// scrypt over the passphrase. The memory it works in is freed and not wiped here. It holds neither the passphrase nor the
/// key, but its first block is one cheap hash of the passphrase: guesses could be tried against it at no cost. So a program
/// needs the [`WIPING_ALLOCATOR`](crate::WIPING_ALLOCATOR).
fn wrapping_key(
    passphrase: &Passphrase,
    salt: &[u8; SALT_LEN],
    work_factor: u8,
) -> Result<RingKey, AgeError> {
    if !(1..=MAX_WORK_FACTOR).contains(&work_factor) {
        return Err(AgeError::TooCostly { work_factor });
    }
    if !has_room(work_factor) {
        return Err(AgeError::Memory);
    }
    let params = scrypt::Params::new(work_factor, 8, 1).map_err(|_| AgeError::Corrupt)?;
    let salt = [SCRYPT_LABEL, salt].concat();
    let mut key = Key::default();
    then_wipe(|| scrypt::scrypt(passphrase.as_bytes(), &salt, &params, key.as_mut_slice()))
        .map_err(|_| AgeError::Corrupt)?;
    Ok(chacha_key(&key))
}

/// Whether scrypt's memory can be had. It takes it without asking, and the process would end where there is none.
fn has_room(work_factor: u8) -> bool {
    let mut room = Vec::<u8>::new();
    let had = room.try_reserve_exact(SCRYPT_BLOCK << work_factor).is_ok();
    // Or the compiler might leave out memory that nobody uses.
    std::hint::black_box(&mut room);
    had
}

pub(crate) fn chacha_key(key: &Zeroizing<[u8; 32]>) -> RingKey {
    RingKey::new(&CHACHA20_POLY1305, key)
}

fn header_key(file_key: &FileKey) -> MacKey {
    MacKey::new(&derive_hkdf(&[], file_key.as_slice(), &[b"header"]))
}

/// A stanza's key wraps one file key and nothing else, so the format fixes its nonce.
fn zero_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

/// Reads `-> scrypt SALT WORK`.
fn read_stanza(line: &str) -> Result<([u8; SALT_LEN], u8), AgeError> {
    let rest = line.strip_prefix("-> ").ok_or(AgeError::Corrupt)?;
    // For a key of somebody's instead of a passphrase: an age file, but none of ours.
    let rest = rest.strip_prefix("scrypt ").ok_or(AgeError::NotAge)?;
    let (salt, work) = rest.split_once(' ').ok_or(AgeError::Corrupt)?;
    let decimal = !work.is_empty()
        && work.len() <= 3
        && work.bytes().all(|byte| byte.is_ascii_digit())
        && !work.starts_with('0');
    if !decimal {
        return Err(AgeError::Corrupt);
    }
    let work_factor = work.parse().unwrap_or(u8::MAX);
    if work_factor > MAX_WORK_FACTOR {
        return Err(AgeError::TooCostly { work_factor });
    }
    Ok((decode(salt)?, work_factor))
}

/// Base 64 of exactly so many bytes, in its one canonical form.
fn decode<const N: usize>(text: &str) -> Result<[u8; N], AgeError> {
    let mut bytes = [0; N];
    match Base64Unpadded::decode(text, &mut bytes) {
        Ok(decoded) if decoded.len() == N => Ok(bytes),
        _ => Err(AgeError::Corrupt),
    }
}

/// One line of a header, without its end; never more than [`MAX_LINE`] bytes are read.
fn read_line(reader: &mut impl Read) -> Result<String, AgeError> {
    let mut line = Vec::new();
    loop {
        let mut byte = [0];
        reader.read_exact(&mut byte)?;
        match byte {
            [b'\n'] => return String::from_utf8(line).map_err(|_| AgeError::Corrupt),
            [byte] if line.len() < MAX_LINE => line.push(byte),
            _ => return Err(AgeError::Corrupt),
        }
    }
}

/// What is wrong with a first line is that the file is another.
fn not_age(error: AgeError) -> AgeError {
    match error {
        AgeError::Truncated | AgeError::Corrupt => AgeError::NotAge,
        error => error,
    }
}

#[cfg(test)]
#[path = "age_tests.rs"]
mod tests;
