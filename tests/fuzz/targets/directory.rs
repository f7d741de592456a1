//! A directory of support that a team hands out: `core/guide/src/directory/read.rs`.
#![no_main]

use vigie_journal::Day;
use vigie_journal::guide::directory::Directory;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let today = Day::from_ymd(2026, 11, 23).expect("a day");
    let Ok(directory) = Directory::read(bytes, today) else { return };
    for entry in directory.entries() {
        assert!(
            !entry.source.is_empty() && entry.seen <= today,
            "nothing without its source and its day"
        );
        assert!(
            entry.web.is_some() || entry.phone(today).is_some(),
            "nothing without a way to reach it"
        );
    }
});
