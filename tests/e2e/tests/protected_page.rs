//! The protected page from the command: written whole, with a passphrase that is told once and kept nowhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;

use vigie_e2e::Desk;

fn kept() -> Desk {
    let desk = Desk::empty();
    desk.vigie(&["init", "--name", "Camille Inventée"]).ok();
    desk.log(r#"{"date":"2026-11-23","answers":{"fatigue":6},"note":"Une phrase à moi."}"#).ok();
    desk
}

/// The five words, which stand on a line of their own.
fn words_told(out: &str) -> String {
    let lines: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    let [words] = lines[..] else { panic!("{out}") };
    words.to_owned()
}

#[test]
fn a_page_is_written_and_its_passphrase_told_once_with_how_to_hand_it_on() {
    let desk = kept();
    for (lang, how) in
        [("fr", "un autre moyen que le fichier"), ("en", "another way than the file")]
    {
        let told = desk.vigie(&["export", "--to", "page.html", "--lang", lang]).ok().out;
        let words = words_told(&told);
        assert_eq!(words.split(' ').count(), 5, "{told}");
        assert!(told.contains("page.html") && told.contains(how), "{told}");
        let page = std::fs::read_to_string(desk.path("page.html")).unwrap();
        assert!(page.contains(&format!("vigie-page 1 {lang} pbkdf2-hmac-sha256 1200000 ")));
        for secret in ["Camille", "phrase à moi", &words] {
            assert!(!page.contains(secret), "{secret}");
        }
    }
}

#[test]
fn a_program_gets_the_passphrase_as_a_field_and_each_page_has_another() {
    let desk = kept();
    let export = || {
        let told = desk.vigie(&["export", "--to", "page.htm", "--json"]).ok().json();
        assert_eq!(told[0]["file"], "page.htm");
        told[0]["passphrase"].as_str().unwrap().to_owned()
    };
    let all: BTreeSet<String> = (0..3).map(|_| export()).collect();
    assert_eq!(all.len(), 3);
}

#[test]
fn a_format_that_is_named_wins_over_the_ending_and_an_unknown_ending_is_asked_about() {
    let desk = kept();
    desk.vigie(&["export", "--to", "page.txt", "--format", "page"]).ok();
    assert!(std::fs::read_to_string(desk.path("page.txt")).unwrap().starts_with("<!DOCTYPE html>"));
    desk.vigie(&["export", "--to", "page.txt"]).refused(9, ".html");
}
