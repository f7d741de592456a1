//! How much memory the making of a document takes: the only test of this program, so that nothing else takes any.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may
#![allow(clippy::print_stdout)] // the figures are asked for

use peak_alloc::PeakAlloc;
use vigie_documents::forms::{FORMS, LENGTHS, made, plain};
use vigie_documents::{empty, one_entry, people};
use vigie_words::Lang;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What a phone can spare without noticing, in bytes.
const MOST: usize = 64 << 20;

/// Bytes of a document, and the most that was held while it was made.
fn weighed(make: impl Fn() -> usize) -> (usize, usize) {
    // Words and fonts are read once, and stay.
    make();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let length = make();
    (length, MEMORY.peak_usage() - before)
}

#[test]
fn ten_years_are_told_in_every_form_within_the_memory_a_phone_can_spare() {
    let more = [("empty", empty()), ("one entry", one_entry()), ("hostile", people::hostile())];
    println!(
        "{:<10} {:<5} {:>10} {:>12} {:>8}",
        "journal", "form", "bytes", "peak memory", "ratio"
    );
    for (name, journal) in more.into_iter().chain(LENGTHS.map(|(name, made)| (name, made()))) {
        let summary = journal.summary(Lang::Fr);
        let (length, least) = weighed(|| plain(&summary).len());
        println!("{name:<10} {:<5} {length:>10} {least:>12} {:>8.2}", "plain", 1.0);
        for (form, make) in FORMS {
            let (length, peak) = weighed(|| made(*make, &journal, Lang::Fr));
            let ratio = peak as f64 / least as f64;
            println!("{name:<10} {form:<5} {length:>10} {peak:>12} {ratio:>8.2}");
            assert!(peak < MOST, "{name}, {form}: {peak} bytes");
        }
    }
}
