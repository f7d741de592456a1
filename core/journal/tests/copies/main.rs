//! More than one copy of a journal: backups, a new phone, a relative's copy, an older copy, a damaged one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod backups;
mod care;
mod clocks;
mod common;
#[path = "../hand/mod.rs"]
mod hand;
mod merges;
mod older;
mod rescued;
