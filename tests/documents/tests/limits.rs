//! However long the diary is, the report stays one that somebody reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_documents::people::ten_years;
use vigie_documents::{fixtures, structure, tags};
use vigie_report::pdf;
use vigie_words::Lang;

#[test]
fn ten_years_of_twenty_symptoms_and_nine_pains_are_at_most_fourteen_pages() {
    let journal = ten_years();
    for lang in Lang::ALL {
        let bytes = pdf(&journal.summary(*lang)).unwrap();
        let pages = tags::read(&bytes).pages.len();
        assert!(pages <= 14, "{lang}: {pages}");
        assert_eq!(structure::faults(&bytes), [""; 0], "{lang}");
    }
}

#[test]
fn every_fixture_gives_the_same_bytes_each_time() {
    for ((name, one), (_, other)) in fixtures().iter().zip(fixtures()) {
        assert!(pdf(one).unwrap() == pdf(&other).unwrap(), "{name}");
    }
}
