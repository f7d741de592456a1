//! Rule packs that a team signs: the file, the codes it travels in, and its life in a journal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod codes;
mod common;
mod copies;
mod files;
#[path = "../hand/mod.rs"]
mod hand;
mod life;
