//! Opening a journal, and everything that asks nothing without a terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_e2e::{Desk, run};

#[test]
fn without_a_terminal_nothing_is_asked() {
    let desk = Desk::empty();
    let mut init = desk.command(&["init"]);
    init.env_remove("VIGIE_PASSPHRASE_FILE");
    run(&mut init).refused(2, "--passphrase-file");
    assert!(!desk.path("journal").exists());
    let desk = Desk::new();
    desk.vigie(&["log"]).refused(2, "--json");
    desk.log(r#"{"date":"2026-11-23","measures":{"temperature":39}}"#).ok();
    desk.vigie(&["resolve"]).refused(2, "--outcome");
}

#[test]
fn a_passphrase_that_is_too_short_is_refused_before_anything_is_made() {
    let desk = Desk::empty();
    desk.write("passphrase", "short");
    desk.vigie(&["init"]).refused(9, "at least 8 characters");
    assert!(!desk.path("journal").exists());
}

#[test]
fn the_recovery_code_opens_the_journal_and_a_mistake_names_its_group() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap().to_owned();
    let with = |text: &str| {
        let file = desk.write("code", text);
        desk.vigie(&["status", "--passphrase-file", &file])
    };
    with(&code).ok();
    with(&code.to_lowercase().replace('-', " ")).ok();
    let mut letters: Vec<char> = code.chars().collect();
    let third = 12;
    letters[third] = if letters[third] == 'X' { 'Y' } else { 'X' };
    with(&letters.into_iter().collect::<String>()).refused(3, "Group 3");
    let other = Desk::empty().vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    with(other.as_str().unwrap()).refused(3, "does not open this journal");
}

#[test]
fn a_passphrase_that_looks_like_a_recovery_code_opens_its_journal() {
    let desk = Desk::empty();
    desk.write("passphrase", "maison jardin soleil montagne riviere on");
    desk.vigie(&["init"]).ok();
    desk.vigie(&["status"]).ok();
}

#[test]
fn help_is_in_the_language_of_the_terminal() {
    let desk = Desk::empty();
    for (lang, said) in [("fr", "Crée un carnet chiffré"), ("en", "Creates an encrypted journal")]
    {
        assert!(desk.vigie(&["--lang", lang, "--help"]).ok().out.contains(said));
    }
    for command in [
        "demo",
        "init",
        "log",
        "status",
        "import",
        "prompts",
        "resolve",
        "export",
        "verify",
        "replay",
        "completions",
        "man",
    ] {
        let help = desk.vigie(&[command, "--help"]).ok().out;
        assert!(!help.contains("help-") && !help.contains("arg-"), "{help}");
    }
    assert!(desk.vigie(&["completions", "bash"]).ok().out.contains("_vigie"));
    assert!(desk.vigie(&["man"]).ok().out.contains(".TH vigie"));
}
