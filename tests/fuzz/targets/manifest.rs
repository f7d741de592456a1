//! The sealed manifest, of both formats: `core/vault/src/manifest.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::manifest(bytes));
