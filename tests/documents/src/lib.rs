//! What the tests of the documents share: made-up journals, the summaries every document is made of, the tools that judge.
//!
//! `cargo xtask test documents` installs these tools and runs the tests. Another form of document is one more file in
//! `tests/`, over [`fixtures`]; another tool is one more line in the stage and [`tools::folder`] here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // these are tests' helpers

pub mod around;
pub mod browser;
pub mod care;
pub mod drawn;
pub mod fhir;
mod fixtures;
pub mod forms;
pub mod layout;
pub mod libreoffice;
pub mod made_up;
pub mod people;
pub mod samples;
pub mod structure;
pub mod tags;
pub mod tools;
pub mod verapdf;

pub use fixtures::{empty, fixtures, fixtures_judged_slowly, left_out_of_ten_weeks, one_entry};
pub use made_up::Journal;
