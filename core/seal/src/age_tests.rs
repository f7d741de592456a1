//! What the age format promises; interoperation with the stock tool is in `tests/age_interop.rs`.

use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn passphrase() -> Passphrase {
    Passphrase::new("quatre mots faciles à retenir")
}

fn write(plain: &[u8]) -> Vec<u8> {
    let mut writer = AgeWriter::new(Vec::new(), &passphrase(), 1).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap()
}

fn read(file: &[u8]) -> Result<Vec<u8>, AgeError> {
    let mut reader = AgeReader::new(file, &passphrase())?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|error| AgeError::of(&error))?;
    Ok(plain)
}

#[test]
fn what_was_written_reads_again_at_every_length_around_a_chunk() {
    for length in [0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1, 200_000] {
        let plain: Vec<u8> = (0..=250).cycle().take(length).collect();
        assert_eq!(read(&write(&plain)).unwrap(), plain, "{length}");
    }
}

#[test]
fn a_file_cut_anywhere_or_continued_is_refused() {
    let plain = vec![7; CHUNK + 30];
    let file = write(&plain);
    let ends = (0..400).chain((400..file.len()).step_by(997)).chain(file.len() - 60..file.len());
    for length in ends {
        assert!(read(&file[..length]).is_err(), "{length}");
    }
    // At the border of two chunks all that is there is genuine, and yet it is not all.
    assert_eq!(read(&file[..file.len() - 30 - TAG_LEN]), Err(AgeError::Truncated));
    assert_eq!(read(&[file.as_slice(), b"x"].concat()), Err(AgeError::Truncated));
    let whole = write(&plain[..CHUNK]);
    assert_eq!(read(&[whole.as_slice(), b"x"].concat()), Err(AgeError::Corrupt));
}

#[test]
fn a_flipped_bit_anywhere_is_refused() {
    let file = write(b"a small backup");
    for at in 0..file.len() {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            assert!(read(&changed).is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn chunks_exchanged_doubled_or_left_out_are_refused() {
    let plain: Vec<u8> = (0..3 * CHUNK).map(|n| u8::try_from(n / CHUNK).unwrap()).collect();
    let file = write(&plain);
    let sealed = CHUNK + TAG_LEN;
    let (head, body) = file.split_at(file.len() - 3 * sealed);
    let chunk = |n: usize| &body[n * sealed..(n + 1) * sealed];
    assert!(read(&[head, chunk(0), chunk(1), chunk(2)].concat()).is_ok());
    for order in [&[1, 0, 2][..], &[0, 0, 1, 2], &[0, 2], &[2], &[0, 1, 2, 2], &[0, 1, 1]] {
        let parts: Vec<u8> = order.iter().flat_map(|n| chunk(*n).to_vec()).collect();
        assert!(read(&[head, &parts].concat()).is_err(), "{order:?}");
    }
}

#[test]
fn a_wrong_passphrase_another_file_and_another_recipient_are_each_said() {
    let file = write(b"text");
    let error = AgeReader::new(file.as_slice(), &Passphrase::new("another one")).err();
    assert_eq!(error, Some(AgeError::WrongPassphrase));
    for other in [b"".as_slice(), b"%PDF-1.7\n", b"age-encryption.org/v2\n", &[0xFF; 9000]] {
        assert_eq!(read(other), Err(AgeError::NotAge));
    }
    assert_eq!(
        read(b"age-encryption.org/v1\n-> X25519 abc\nbody\n--- mac\n"),
        Err(AgeError::NotAge)
    );
}

#[test]
fn a_costly_or_endless_header_is_refused_at_once() {
    let file = String::from_utf8_lossy(&write(b"")).into_owned();
    for (work, refused) in [
        ("21", AgeError::TooCostly { work_factor: 21 }),
        ("255", AgeError::TooCostly { work_factor: 255 }),
        ("999", AgeError::TooCostly { work_factor: 255 }),
        ("01", AgeError::Corrupt),
        ("+1", AgeError::Corrupt),
        ("", AgeError::Corrupt),
        ("99999999999999999999", AgeError::Corrupt),
    ] {
        let line = file.lines().nth(1).unwrap();
        let changed = file.replace(line, &format!("{} {work}", &line[..line.len() - 2]));
        let started = Instant::now();
        assert_eq!(read(changed.as_bytes()), Err(refused), "{work}");
        assert!(started.elapsed() < Duration::from_millis(10));
    }
    // A line that never ends is given up, however much follows.
    assert!(AgeReader::new(io::repeat(b'a'), &passphrase()).is_err());
    let endless = b"age-encryption.org/v1\n-> scrypt ".chain(io::repeat(b'a'));
    assert!(AgeReader::new(endless, &passphrase()).is_err());
    assert_eq!(
        AgeWriter::new(Vec::new(), &passphrase(), 21).err(),
        Some(AgeError::TooCostly { work_factor: 21 })
    );
}

/// The child is this test again, where only so much memory may be had that the file asks for more.
#[cfg(target_os = "linux")]
#[test]
fn memory_that_is_not_there_is_an_error_and_not_the_end_of_the_process() {
    const CHILD: &str = "VIGIE_SEAL_TEST_LITTLE_MEMORY";
    let file = String::from_utf8_lossy(&write(b"")).into_owned();
    let line = file.lines().nth(1).unwrap();
    let file = file.replace(line, &format!("{} {MAX_WORK_FACTOR}", &line[..line.len() - 2]));
    if std::env::var_os(CHILD).is_some() {
        assert_eq!(read(file.as_bytes()), Err(AgeError::Memory));
        return;
    }
    let this = "age::tests::memory_that_is_not_there_is_an_error_and_not_the_end_of_the_process";
    let child = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 700000; exec \"$0\" --exact \"$1\" --test-threads 1"])
        .arg(std::env::current_exe().unwrap())
        .arg(this)
        .env(CHILD, "")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("1 passed"), "{child:?}");
}

#[test]
fn a_reader_asked_again_after_an_error_hands_over_nothing() {
    let mut file = write(&[7; 100]);
    *file.last_mut().unwrap() ^= 1;
    let mut reader = AgeReader::new(file.as_slice(), &passphrase()).unwrap();
    for _ in 0..3 {
        assert!(reader.read(&mut [0; 10]).is_err());
    }
}

#[test]
fn a_file_with_something_after_its_end_is_never_said_to_have_ended() {
    let file = [write(&[7; CHUNK]).as_slice(), b"x"].concat();
    let mut reader = AgeReader::new(file.as_slice(), &passphrase()).unwrap();
    for _ in 0..3 {
        let error = reader.read(&mut [0; 10]).unwrap_err();
        assert_eq!(AgeError::of(&error), AgeError::Corrupt);
    }
}

/// A file whose end is announced only after a signal came in between.
struct Interrupting<'f> {
    rest: &'f [u8],
    interrupted: bool,
}

impl Read for Interrupting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() && !self.interrupted {
            self.interrupted = true;
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.rest.read(buffer)
    }
}

#[test]
fn a_signal_at_the_end_of_a_file_loses_nothing() {
    // A whole last chunk: the end is asked for once more, and that is where the signal comes.
    let plain = vec![7; CHUNK];
    let file = write(&plain);
    let source = Interrupting { rest: &file, interrupted: false };
    let mut reader = AgeReader::new(source, &passphrase()).unwrap();
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read.len(), plain.len());
    assert_eq!(read, plain);
}

/// A disk that is full once, and then has room again.
struct FullOnce {
    written: Vec<u8>,
    room: usize,
    refused: bool,
}

impl Write for FullOnce {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.refused && self.written.len() + bytes.len() > self.room {
            self.refused = true;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.written.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_failed_once_never_finishes() {
    let disk = FullOnce { written: Vec::new(), room: CHUNK / 2, refused: false };
    let mut writer = AgeWriter::new(disk, &passphrase(), 1).unwrap();
    let full = Err(AgeError::Io(io::ErrorKind::StorageFull));
    let plain = vec![7; 2 * CHUNK];
    assert_eq!(writer.write_all(&plain).map_err(|error| AgeError::of(&error)), full);
    assert_eq!(writer.write_all(&plain).map_err(|error| AgeError::of(&error)), full);
    assert_eq!(writer.finish().map(|_| ()), full);
}

#[test]
fn a_small_file_cut_anywhere_is_refused() {
    let file = write(b"a small backup");
    for length in 0..file.len() {
        assert!(read(&file[..length]).is_err(), "{length}");
    }
}

#[test]
fn a_writer_that_is_let_go_of_leaves_a_file_cut_short() {
    for length in [0, 5, CHUNK, CHUNK + 1] {
        let mut file = Vec::new();
        let mut writer = AgeWriter::new(&mut file, &passphrase(), 1).unwrap();
        writer.write_all(&vec![7; length]).unwrap();
        drop(writer);
        assert_eq!(read(&file), Err(AgeError::Truncated), "{length}");
    }
}

#[test]
fn a_second_stanza_is_refused() {
    let file = write(b"a small backup");
    // The header is text; what follows its MAC line is not.
    let body = file.windows(4).position(|bytes| bytes == b"\n---").unwrap();
    let stanza = &file["age-encryption.org/v1\n".len()..=body];
    let (head, rest) = file.split_at(body + 1);
    assert_eq!(read(&[head, stanza, rest].concat()), Err(AgeError::Corrupt));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_written_in_pieces_reads_again_in_others(
        chunks in 0_usize..3, around in 0_usize..40, pieces in 1_usize..70_000, reads in 1_usize..70_000,
    ) {
        let length = (chunks * CHUNK + around).saturating_sub(20);
        let plain: Vec<u8> = (0..=250).cycle().take(length).collect();
        let mut writer = AgeWriter::new(Vec::new(), &passphrase(), 1).unwrap();
        for piece in plain.chunks(pieces) {
            writer.write_all(piece).unwrap();
        }
        let file = writer.finish().unwrap();
        let mut reader = AgeReader::new(file.as_slice(), &passphrase()).unwrap();
        let (mut read, mut buffer) = (Vec::new(), vec![0; reads]);
        loop {
            match reader.read(&mut buffer).unwrap() {
                0 => break,
                got => read.extend_from_slice(&buffer[..got]),
            }
        }
        prop_assert!(read == plain);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read_and_nothing_else(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).is_err());
        let after_version = [b"age-encryption.org/v1\n-> scrypt ".as_slice(), &bytes].concat();
        prop_assert!(read(&after_version).is_err());
    }
}
