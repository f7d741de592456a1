//! Writes the protected page of a made-up person and prints its passphrase, for looking at it:
//! `cargo run -p vigie-documents --example sample-page -- fr /tmp/page.html [long|one|empty|hostile|decade]`.
#![allow(clippy::print_stdout)] // the passphrase

use std::process::ExitCode;

use vigie_documents::{Journal, one_entry, people};
use vigie_seal::PagePassphrase;
use vigie_words::Lang;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [lang, path, rest @ ..] = args.as_slice() else {
        return ExitCode::from(2);
    };
    let Ok(lang) = lang.parse::<Lang>() else {
        return ExitCode::from(2);
    };
    let journal = match rest.first().map(String::as_str) {
        Some("long") => people::two_years(),
        Some("decade") => people::ten_years(),
        Some("hostile") => people::hostile(),
        Some("one") => one_entry(),
        Some("empty") => Journal::empty("2026-09-14", 70),
        _ => people::ten_weeks(),
    };
    let Ok(passphrase) = PagePassphrase::make(lang.word_list()) else {
        return ExitCode::FAILURE;
    };
    let Ok(bytes) = vigie_report::page(&journal.summary(lang), &passphrase) else {
        return ExitCode::FAILURE;
    };
    println!("{passphrase}");
    match std::fs::write(path, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
