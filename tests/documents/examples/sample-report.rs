//! Writes the report of a made-up person, for looking at it:
//! `cargo run -p vigie-documents --example sample-report -- fr /tmp/report.pdf [long|one|empty|hostile|decade]`.

use std::process::ExitCode;

use vigie_documents::{empty, one_entry, people};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [lang, path, rest @ ..] = args.as_slice() else {
        return ExitCode::from(2);
    };
    let Ok(lang) = lang.parse() else {
        return ExitCode::from(2);
    };
    let journal = match rest.first().map(String::as_str) {
        Some("long") => people::two_years(),
        Some("decade") => people::ten_years(),
        Some("hostile") => people::hostile(),
        Some("one") => one_entry(),
        Some("empty") => empty(),
        _ => people::ten_weeks(),
    };
    let Ok(bytes) = vigie_report::pdf(&journal.summary(lang)) else {
        return ExitCode::FAILURE;
    };
    match std::fs::write(path, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
