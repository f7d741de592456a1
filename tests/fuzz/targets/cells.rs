//! Pages of a database that SQLite no longer reads: `core/vault/src/cells.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| vigie_vault::fuzzing::cells(bytes));
