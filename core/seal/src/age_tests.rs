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

#[test]
fn a_reader_asked_again_after_an_error_hands_over_nothing() {
    let mut file = write(&[7; 100]);
    *file.last_mut().unwrap() ^= 1;
    let mut reader = AgeReader::new(file.as_slice(), &passphrase()).unwrap();
    for _ in 0..3 {
        assert!(reader.read(&mut [0; 10]).is_err());
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
