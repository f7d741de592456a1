//! A backup with anything inside: `core/vault/src/backup.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::backup(bytes));
