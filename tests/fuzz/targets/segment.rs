//! Records moved together: `core/vault/src/segment.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::segment(bytes));
