//! A sealed record and a sealed part of an attachment: `core/vault/src/record.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::record(bytes));
