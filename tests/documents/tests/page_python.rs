//! A reader that is not ours in another language opens every page and finds the report in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use vigie_documents::browser::Protected;
use vigie_documents::fixtures;
use vigie_documents::people::ten_weeks;
use vigie_documents::tools::{self, Written};
use vigie_words::Lang;

/// What `read_page.py`, which knows only the description of the format, makes of a page.
fn read(page: &[u8], passphrase: &str) -> Output {
    let file = Written::new("page.html", page);
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/read_page.py");
    let mut python = Command::new(tools::folder("python").join("bin").join("python3"));
    python.arg(program).arg(file.path());
    python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = python.spawn().unwrap();
    child.stdin.take().unwrap().write_all(passphrase.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn every_page_is_read_by_another_program_from_the_description_of_the_format_alone() {
    for (name, summary) in fixtures() {
        let page = Protected::new(name, &summary);
        let output = read(&page.bytes, &page.passphrase);
        assert!(output.status.success(), "{name}: {output:?}");
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found, page.preview, "{name}");
        assert_eq!(output.stdout.len() % 16_384, 0, "{name}");
    }
}

#[test]
fn the_other_program_takes_the_words_however_they_are_typed_and_no_others() {
    let summary = ten_weeks().summary(Lang::Fr);
    let page = Protected::new("typed", &summary).sealed_with("éléphant forêt où", &summary);
    for typed in ["ELEPHANT-FORET-OU", "e\u{301}le\u{301}phant,\u{a0}fore\u{302}t ; ou\u{300}\n"] {
        assert!(read(&page.bytes, typed).status.success(), "{typed}");
    }
    for typed in ["elephant foret", "elephantforetou", ""] {
        assert!(!read(&page.bytes, typed).status.success(), "{typed}");
    }
    let changed =
        page.changed("changed", |text| text.replacen("vigie-page 1 fr", "vigie-page 1 en", 1));
    assert!(!read(&changed.bytes, &page.passphrase).status.success());
}
