//! Writes the report of a made-up person, for looking at it:
//! `cargo run -p vigie-report --example sample-report -- fr /tmp/report.pdf [long|one|empty|hostile]`.

// The made-up data is written down right here and may not be wrong.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "../tests/made_up/mod.rs"]
mod made_up;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [lang, path, rest @ ..] = args.as_slice() else {
        return ExitCode::from(2);
    };
    let Ok(lang) = lang.parse() else {
        return ExitCode::from(2);
    };
    let journal = match rest.first().map(String::as_str) {
        Some("long") => made_up::two_years(),
        Some("hostile") => made_up::hostile(),
        Some("one") => {
            let mut journal = made_up::Journal::empty("2026-11-23", 1);
            made_up::entry_of(&mut journal, 0).answer(made_up::item("fatigue"), made_up::rated(6));
            journal
        }
        Some("empty") => made_up::Journal::empty("2026-09-14", 70),
        _ => made_up::ten_weeks(),
    };
    let Ok(bytes) = vigie_report::pdf(&journal.summary(lang)) else {
        return ExitCode::FAILURE;
    };
    match std::fs::write(path, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
