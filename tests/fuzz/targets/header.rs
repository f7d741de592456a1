//! The header of a journal: `core/vault/src/header.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::header(bytes));
