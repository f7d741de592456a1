//! Who can open the journal, and with what, as somebody at a desk changes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::fs::File;

use vigie_e2e::{Desk, Run, run};

const ONE: &str = r#"{"date":"2026-11-20","answers":{"fatigue":4},"note":"un mot"}"#;

fn with_a_day() -> Desk {
    let desk = Desk::with_passphrase();
    desk.log(ONE).ok();
    desk
}

#[test]
fn a_passphrase_is_changed_and_the_old_one_no_longer_opens() {
    let desk = with_a_day();
    let new = desk.write("new", "une autre phrase");
    desk.vigie(&["keys", "change", "passphrase", "--new-passphrase-file", &new]).ok();
    desk.vigie(&["status"]).refused(3, "does not open");
    desk.vigie_with("une autre phrase", &["status"]).ok();
    desk.vigie(&["keys", "list"]).refused(3, "does not open");
}

#[test]
fn keys_are_listed_added_and_removed_but_never_the_last() {
    let desk = with_a_day();
    let listed = desk.vigie(&["keys", "list"]).ok().out;
    assert_eq!(listed, "1  passphrase\n2  recovery code\n");
    let new = desk.write("new", "celle de ma fille");
    desk.vigie(&["keys", "add", "passphrase", "--new-passphrase-file", &new]).ok();
    desk.vigie_with("celle de ma fille", &["status"]).ok();
    let keys = desk.vigie(&["keys", "list", "--json"]).ok().json();
    let kinds: Vec<&str> = keys.iter().map(|key| key["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["passphrase", "recovery-code", "passphrase"]);
    desk.vigie(&["keys", "remove", "9"]).refused(9, "no such key");
    desk.vigie(&["keys", "remove", keys[2]["id"].as_str().unwrap()]).ok();
    desk.vigie_with("celle de ma fille", &["status"]).refused(3, "does not open");
    desk.vigie(&["keys", "remove", "2"]).ok();
    desk.vigie(&["keys", "remove", "1"]).refused(9, "the last passphrase");
    desk.vigie(&["status"]).ok();
    // Without a terminal nothing is asked.
    desk.vigie(&["keys", "add", "passphrase"]).refused(2, "--new-passphrase-file");
}

#[test]
fn a_new_recovery_code_replaces_the_old_and_a_rotation_replaces_everything() {
    let desk = Desk::empty();
    let code = |run: Run| run.ok().json()[0]["recovery_code"].as_str().unwrap().to_owned();
    let first = code(desk.vigie(&["init", "--json"]));
    let second = code(desk.vigie(&["keys", "change", "recovery-code", "--json"]));
    desk.vigie_with(&first, &["status"]).refused(3, "does not open");
    desk.vigie_with(&second, &["status"]).ok();
    let third = code(desk.vigie(&["keys", "rotate", "--json"]));
    desk.vigie_with(&second, &["status"]).refused(3, "does not open");
    desk.vigie_with(&third, &["status"]).ok();
    desk.vigie(&["verify"]).ok();
    // With the code alone, a passphrase has to be given.
    desk.vigie_with(&third, &["keys", "rotate"]).refused(2, "--new-passphrase-file");
}

#[test]
fn a_changed_passphrase_leaves_a_relatives_and_says_so_when_it_does_not() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap();
    let paul = desk.write("paul", "la phrase de Paul");
    desk.vigie(&["keys", "add", "passphrase", "--new-passphrase-file", &paul]).ok();
    let new = desk.write("new", "une autre phrase");
    let change = ["keys", "change", "passphrase", "--new-passphrase-file", &new];
    let said = desk.vigie(&change).ok().out;
    assert!(said.contains("The old one no longer opens this journal"), "{said}");
    desk.vigie_with("la phrase de Paul", &["status"]).ok();
    // With the code nobody knows which was forgotten.
    let said = desk.vigie_with(code, &change).ok().out;
    assert!(said.contains("The 2 earlier ones no longer open this journal"), "{said}");
    desk.vigie_with("la phrase de Paul", &["status"]).refused(3, "does not open");
    desk.vigie_with("une autre phrase", &["status"]).ok();
    let code_file = desk.write("code", code);
    desk.vigie(&[
        "keys",
        "add",
        "passphrase",
        "--passphrase-file",
        &new,
        "--new-passphrase-file",
        &code_file,
    ])
    .refused(9, "in your own words");
}

/// The command into an output that takes nothing.
fn unheard(desk: &Desk, args: &[&str]) -> Run {
    run(desk.command(args).stdout(File::options().write(true).open("/dev/full").unwrap()))
}

#[test]
fn a_new_code_that_nobody_could_see_changes_nothing() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap();
    for args in [
        &["keys", "change", "recovery-code"][..],
        &["keys", "change", "recovery-code", "--json"],
        &["keys", "add", "recovery-code"],
        &["keys", "rotate"],
    ] {
        unheard(&desk, args).refused(8, "so nothing was changed");
        desk.vigie_with(code, &["status"]).ok();
    }
    assert_eq!(desk.vigie(&["keys", "list"]).ok().out, "1  passphrase\n2  recovery code\n");
    // One that was shown and could not be put in is said to open nothing.
    let paul = desk.write("paul", "la phrase de Paul");
    for _ in 2..16 {
        desk.vigie(&["keys", "add", "passphrase", "--new-passphrase-file", &paul]).ok();
    }
    desk.vigie(&["keys", "add", "recovery-code"]).refused(9, "opens nothing");
    // Where the journal is made before its code can be shown, that is said, and how to get another.
    let other = ["init", "--json", "--dir", "second"];
    unheard(&desk, &other).refused(8, "vigie keys change recovery-code");
    desk.vigie(&["keys", "change", "recovery-code", "--dir", "second"]).ok();
    // What was recorded and could not be answered stays recorded.
    let file = desk.write("log.jsonl", ONE);
    unheard(&desk, &["log", "--json", &file]).refused(8, "stays recorded");
    assert!(desk.rows().iter().any(|row| row.contains("fatigue")));
}

#[test]
fn a_mark_that_cannot_be_kept_is_said_and_none_is_kept_where_somebody_happens_to_stand() {
    let desk = with_a_day();
    let said = desk.vigie(&["status"]).ok().out;
    assert!(!said.contains("VIGIE_STATE_DIR"), "{said}");
    desk.write("a-file", "x");
    let status = |state: Option<&str>, args: &[&str]| {
        let mut command = desk.command(args);
        command.env("XDG_STATE_HOME", "").env("HOME", desk.path("home"));
        command.env("VIGIE_STATE_DIR", state.map_or_else(Default::default, |s| desk.path(s)));
        run(&mut command).ok()
    };
    let said = status(None, &["status"]).out;
    assert!(!said.contains("would not notice"), "it is kept in the home folder: {said}");
    for state in [Some("a-file"), Some("a-file/below")] {
        for command in ["status", "verify"] {
            let said = status(state, &[command]).out;
            assert!(said.contains("would not notice"), "{state:?}: {said}");
            let json = status(state, &[command, "--json"]).json().remove(0);
            assert_eq!(json["anchored"], false);
        }
    }
    let found: Vec<_> = desk.files(".").into_iter().map(|(path, _)| path).collect();
    let anchors = found.iter().filter(|path| path.extension().is_some_and(|e| e == "anchor"));
    assert_eq!(anchors.count(), 2, "in the state folder and in the home folder: {found:?}");
}
