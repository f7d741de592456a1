//! What is inside a backup: `core/vault/src/package.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::package(bytes));
