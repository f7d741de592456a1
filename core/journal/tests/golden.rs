//! Journals of every format ever released are read by this version.
//!
//! `tests/golden/v…` were made by `cargo run -p vigie-journal --example golden-journal` each when
//! its format was new, and are never made again: when this test fails, the reading code is wrong, not the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod common;

use std::path::Path;
use std::sync::Arc;

use vigie_journal::{
    Anchoring, Channel, FixedClock, Journal, Moment, Passphrase, PromptLevel, Unlock,
};

fn frozen(version: &str) -> (tempfile::TempDir, Journal) {
    let dir = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(version);
    std::fs::copy(source.join("journal.vigie"), dir.path().join("journal.vigie")).unwrap();
    let clock = Arc::new(FixedClock(Moment::at(common::today(), 700, 60)));
    let passphrase = Passphrase::new(common::PASSPHRASE);
    let journal =
        Journal::open(dir.path(), Unlock::Passphrase(&passphrase), Anchoring::none(), clock)
            .unwrap();
    (dir, journal)
}

#[test]
fn the_journal_of_format_1_reads_as_it_was_lived() {
    reads_as_it_was_lived("v1");
}

#[test]
fn the_journal_of_format_2_reads_as_it_was_lived() {
    let journal = reads_as_it_was_lived("v2");
    let attachments = journal.attachments().unwrap();
    let mut bytes = Vec::new();
    journal.attachment(attachments[0].0, &mut bytes).unwrap();
    assert_eq!(bytes, common::PHOTO);
}

fn reads_as_it_was_lived(version: &str) -> Journal {
    let (_dir, journal) = frozen(version);
    assert_eq!(journal.profile().unwrap(), common::profile().unwrap());
    let entries = journal.entries().unwrap();
    assert_eq!(entries.len(), 1, "one entry is in force, one was taken back");
    assert_eq!(entries[0].1, common::full_entry().unwrap());
    let history = journal.history_of(entries[0].0).unwrap();
    assert_eq!(history.len(), 2);
    let prompts = journal.prompts().unwrap();
    let story = &prompts[0].1;
    assert_eq!(story.outcomes, [common::outcome().unwrap()]);
    assert_eq!(story.prompt.level, PromptLevel::Now);
    let rules: Vec<_> = story.prompt.findings.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(rules, ["fever-with", "fever", "cord-band"]);
    assert!(story.prompt.findings.iter().all(|f| f.channel == Channel::Flag));
    assert_eq!(story.prompt.findings[1].evidence.now, Some(38.45));
    assert!(journal.open_prompts().unwrap().is_empty());
    assert_eq!(journal.verify().unwrap().format, 2, "brought up on opening");
    journal
}
