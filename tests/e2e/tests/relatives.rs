//! Two telephones, one journal: a relative has a copy, both write, each takes in the other's file, and who wrote what stays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::process::Command;

use serde_json::Value;
use vigie_e2e::{Desk, Run, run};

/// The relative's telephone: the same folder, another journal, another passphrase, another memory of its age.
struct Phone<'a> {
    desk: &'a Desk,
}

impl Phone<'_> {
    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.desk.command(args);
        command
            .env("VIGIE_DIR", self.desk.path("copy"))
            .env("VIGIE_STATE_DIR", self.desk.path("state-of-the-copy"))
            .env("VIGIE_PASSPHRASE_FILE", self.desk.path("passphrase-of-paul"));
        command
    }

    fn vigie(&self, args: &[&str]) -> Run {
        run(&mut self.command(args))
    }
}

/// Sorted: here everything is told at one moment.
fn told(run: &Run) -> Vec<(String, Value)> {
    let told = |one: Value| (one["text"][0].as_str().unwrap().to_owned(), one["by"].clone());
    let mut all: Vec<_> = run.json().into_iter().map(told).collect();
    all.sort_by_key(|(text, by)| (text.clone(), by.to_string()));
    all
}

#[test]
fn two_telephones_become_one_journal_and_who_wrote_what_stays_visible() {
    let desk = Desk::new();
    let shared = desk.write("for-paul", "un autre mot de passe, dit de vive voix");
    desk.write("passphrase-of-paul", "les mots de Paul sont à lui");
    desk.log(r#"{"date":"2026-11-22","answers":{"fatigue":4},"note":"une phrase à moi"}"#).ok();
    desk.vigie(&["question", "add", "Pourquoi ai-je froid ?"]).ok();
    desk.vigie(&["backup", "--to", "share.age", "--backup-passphrase-file", &shared]).ok();
    let paul = Phone { desk: &desk };
    let restored = paul.command(&["restore", "share.age", "--dir", "copy"]);
    restore(restored, &shared, &desk);

    // Both write, without a word to each other.
    let file = desk.write(
        "paul.jsonl",
        r#"{"date":"2026-11-23","by":"Paul","answers":{"fatigue":7},"note":"elle dort"}"#,
    );
    paul.vigie(&["log", "--json", &file]).ok();
    paul.vigie(&["support", "add", "psychologist", "--by", "Paul", "--helped", "little"]).ok();
    desk.vigie(&["scan", "add", "ct", "--conclusion", "stable"]).ok();

    // Each takes in the other's file.
    paul.vigie(&["backup", "--to", "from-paul.age", "--backup-passphrase-file", &shared]).ok();
    desk.vigie(&["backup", "--to", "from-me.age", "--backup-passphrase-file", &shared]).ok();
    desk.vigie(&["merge", "from-paul.age", "--backup-passphrase-file", &shared]).ok();
    paul.vigie(&["merge", "from-me.age", "--backup-passphrase-file", &shared]).ok();

    let mine = desk.vigie(&["timeline", "--json"]).ok();
    assert_eq!(told(&mine), told(&paul.vigie(&["timeline", "--json"]).ok()), "the two are one");
    let all = told(&mine);
    let by = |text: &str| all.iter().find(|(told, _)| told == text).unwrap().1.clone();
    assert_eq!((by("Psychologist"), by("CT scan")), (Value::from("Paul"), Value::Null));
    let of_paul = desk.vigie(&["timeline", "--told-by", "Paul", "--json"]).ok();
    assert_eq!(told(&of_paul).len(), 2, "the entry and the session");
    let shown = desk.vigie(&["timeline", "--lang", "fr"]).ok().out;
    assert_eq!(shown.matches("noté par Paul").count(), 2, "{shown}");

    // In the table, and in the report the team reads.
    let rows = desk.rows();
    assert!(rows.contains(&"me,2026-11-23,author,Paul".to_owned()), "{rows:?}");
    let preview = desk.vigie(&["preview", "--lang", "fr"]).ok().out;
    let preview = preview.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(preview.contains("un jour renseigné par Paul"), "{preview}");
    assert!(preview.contains("(Paul)") && preview.contains("elle dort"), "{preview}");
}

/// A restored copy has a passphrase of its own.
fn restore(mut command: Command, shared: &str, desk: &Desk) {
    let new = desk.path("passphrase-of-paul");
    command.args(["--passphrase-file", shared, "--new-passphrase-file", new.to_str().unwrap()]);
    run(&mut command).ok();
}

#[test]
fn what_both_telephones_changed_of_treatments_contacts_and_appointments_is_not_lost() {
    let desk = Desk::new();
    let shared = desk.write("for-paul", "un autre mot de passe, dit de vive voix");
    desk.write("passphrase-of-paul", "les mots de Paul sont à lui");
    desk.vigie(&["treatment", "add", "chemotherapy", "--since", "2026-09-01"]).ok();
    let visit = ["appointment", "add", "consultation", "--date", "2026-12-03", "--json"];
    let id = desk.vigie(&visit).ok().json()[0]["id"].as_str().unwrap().to_owned();
    desk.vigie(&["backup", "--to", "share.age", "--backup-passphrase-file", &shared]).ok();
    let paul = Phone { desk: &desk };
    restore(paul.command(&["restore", "share.age", "--dir", "copy"]), &shared, &desk);

    paul.vigie(&["treatment", "stop", "--reason", "progression"]).ok();
    paul.vigie(&["contact", "add", "relative;Léa;06 00 00 00 00"]).ok();
    paul.vigie(&["appointment", "correct", &id, "--time", "11h"]).ok();
    desk.vigie(&["treatment", "add", "hormone", "--regimen", "tamoxifène"]).ok();
    desk.vigie(&["list", "--set", "fatigue,nausea"]).ok();
    desk.vigie(&["appointment", "correct", &id, "--time", "10h"]).ok();

    paul.vigie(&["backup", "--to", "from-paul.age", "--backup-passphrase-file", &shared]).ok();
    let merge = ["merge", "from-paul.age", "--backup-passphrase-file", &shared, "--json"];
    let merged = desk.vigie(&merge).ok().json();
    assert_eq!(merged[0]["conflicts"], serde_json::json!([id]));
    let said = desk.vigie(&["treatment", "list"]).ok().out;
    assert!(said.contains("tamoxifène") && said.contains("progressed"), "{said}");
    assert!(desk.vigie(&["contact", "list"]).ok().out.contains("Léa"));
    assert_eq!(desk.vigie(&["list", "--json"]).ok().json().len(), 2);
    let status = desk.vigie(&["status"]).ok().out.replace('\u{a0}', " ");
    assert!(status.contains("10:00") && status.contains("11:00"), "{status}");
    desk.vigie(&["appointment", "correct", &id, "--time", "10h30"]).ok();
    assert!(!desk.vigie(&["status"]).ok().out.contains("two copies"));
}
