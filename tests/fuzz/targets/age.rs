//! A file in the age format: `core/seal/src/age.rs`. What is read of it is written anew and has to read the same.
#![no_main]

use std::io::{Read, Write};

use vigie_seal::{AgeReader, AgeWriter};
use vigie_vault::fuzzing::passphrase;

/// The dearest passphrase that is worth an execution (log2 of scrypt's N). One of 20 takes a gibibyte and seconds: that it is
/// the most which is taken is a test of `age.rs`.
const DEAREST: u32 = 6;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if work_factor(bytes).is_some_and(|work| work > DEAREST && work <= 20) {
        return;
    }
    let Ok(mut reader) = AgeReader::new(bytes, &passphrase()) else { return };
    let mut plain = Vec::new();
    let read = reader.read_to_end(&mut plain);
    assert!(plain.len() <= bytes.len(), "more was read than there is");
    if read.is_ok() {
        let mut writer = AgeWriter::new(Vec::new(), &passphrase(), 1).expect("a cheap one");
        writer.write_all(&plain).expect("memory takes everything");
        let again = writer.finish().expect("memory takes everything");
        let mut same = Vec::new();
        let mut reader = AgeReader::new(again.as_slice(), &passphrase()).expect("as written");
        reader.read_to_end(&mut same).expect("as written");
        assert!(same == plain);
    }
});

/// The last word of the second line, where a stanza says what a guess costs.
fn work_factor(bytes: &[u8]) -> Option<u32> {
    let line = bytes.split(|byte| *byte == b'\n').nth(1)?;
    std::str::from_utf8(line).ok()?.rsplit(' ').next()?.parse().ok()
}
