//! A prompt is followed up until somebody answered.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_e2e::{Desk, run};

fn feverish() -> (Desk, String) {
    let desk = Desk::empty();
    let nurse = "nurse;Mme Martin;01 99 00 12 34;mon-fri 09:00-17:00;01 99 00 12 00";
    let doctor = "oncologist;Dr Petit;01 99 00 56 78";
    desk.vigie(&["init", "--contact", nurse, "--contact", doctor]).ok();
    let answer = desk.log(r#"{"date":"2026-11-23","measures":{"temperature":38.4}}"#).ok().json();
    let id = answer[0]["prompt"]["id"].as_str().unwrap().to_owned();
    (desk, id)
}

#[test]
fn a_prompt_waits_through_no_answer_and_is_closed_when_the_nurse_was_reached() {
    let (desk, id) = feverish();
    let open = desk.vigie(&["prompts", "--json"]).ok().json();
    assert_eq!(open[0]["id"], id.as_str());
    assert!(open[0]["call"].as_str().unwrap().contains("01 99 00 12 34"));
    let told = desk.vigie(&["prompts"]).ok().out;
    assert!(told.contains("38.4") && told.contains("Mme Martin"), "{told}");
    let still = desk.vigie(&["resolve", "--outcome", "no-answer", "--who", "Mme Martin"]).ok();
    assert!(still.out.contains("stays open"), "{}", still.out);
    let again = desk.vigie(&["resolve", &id, "--outcome", "no-answer", "--json"]).ok().json();
    let call = again[0]["open"]["call"].as_str().unwrap();
    assert!(call.contains("Dr Petit"), "no answer twice leads to the next contact: {call}");
    let advice = "Come at two o’clock.";
    let done =
        desk.vigie(&["resolve", "--outcome", "reached", "--who", "Dr Petit", "--advice", advice]);
    assert!(done.ok().out.contains("closed"));
    assert!(desk.vigie(&["prompts"]).ok().out.contains("No alert is waiting"));
    desk.vigie(&["resolve", &id, "--outcome", "reached"]).refused(9, "already settled");
    let all = desk.vigie(&["prompts", "--all"]).ok().out;
    assert!(all.contains("no answer") && all.contains(advice), "{all}");
    desk.vigie(&["export", "--to", "report.pdf"]).ok();
    let report = vigie_e2e::pdf_text(&desk.path("report.pdf"));
    assert!(report.contains("two o’clock"), "{report}");
}

#[test]
fn a_prompt_that_waited_too_long_is_overdue_and_the_night_has_its_own_number() {
    let (desk, _) = feverish();
    let at = |now: &str| {
        let mut status = desk.command(&["status", "--json"]);
        status.env("VIGIE_NOW", now);
        run(&mut status).ok().json()[0]["open_prompts"][0].clone()
    };
    assert_eq!(at("2026-11-23T13:59+01:00")["overdue"], false);
    assert_eq!(at("2026-11-23T14:00+01:00")["overdue"], true);
    let night = at("2026-11-23T22:00+01:00");
    assert!(night["call"].as_str().unwrap().contains("01 99 00 12 00"), "{night}");
}

#[test]
fn that_it_does_not_feel_urgent_is_told_and_changes_nothing() {
    let (desk, id) = feverish();
    let told = desk.vigie(&["resolve", &id, "--felt", "not-urgent", "--json"]).ok().json();
    assert_eq!(told[0]["open"]["felt"], "not-urgent");
    assert_eq!(told[0]["open"]["level"], "today");
    let all = desk.vigie(&["prompts", "--all"]).ok().out;
    assert!(all.contains("not urgent") && all.contains("still open"), "{all}");
    desk.vigie(&["export", "--to", "report.pdf"]).ok();
    let report = vigie_e2e::pdf_text(&desk.path("report.pdf"));
    assert!(report.contains("not urgent"), "{report}");
    assert_eq!(desk.vigie(&["resolve", &id, "--felt", "meh"]).code, 2);
}

#[test]
fn where_no_prompt_waits_nobody_is_told_that_all_is_well() {
    let desk = Desk::new();
    for (lang, words) in
        [("fr", "ne veut pas dire que tout va bien"), ("en", "not mean that all is well")]
    {
        for command in ["status", "prompts"] {
            let said = desk.vigie(&[command, "--lang", lang]).ok().out;
            assert!(said.contains(words), "{command}: {said}");
        }
    }
}

#[test]
fn a_silence_after_a_prompt_is_shown_once_with_the_relative_to_call() {
    let desk = Desk::empty();
    let nurse = "nurse;Mme Martin;01 99 00 12 34";
    desk.vigie(&["init", "--contact", nurse, "--contact", "relative;Paul;06 00 00 00 00"]).ok();
    desk.log(r#"{"date":"2026-11-23","measures":{"temperature":38.4}}"#).ok();
    let later = |args: &[&str]| {
        let mut command = desk.command(args);
        command.env("VIGIE_NOW", "2026-11-27T10:00+01:00");
        run(&mut command).ok()
    };
    let open = later(&["status", "--json"]).json()[0]["open_prompts"].clone();
    assert_eq!(open.as_array().unwrap().len(), 2, "{open}");
    assert_eq!(open[1]["reasons"][0]["rule"], "silence-no-entry");
    assert!(open[0]["call"].as_str().unwrap().contains("Mme Martin"), "{open}");
    assert!(open[1]["call"].as_str().unwrap().contains("Paul (relative)"), "{open}");
    let french = later(&["prompts", "--lang", "fr"]).out.replace('\u{a0}', " ");
    assert!(french.contains("3 jours, du 24 novembre 2026 au 26 novembre 2026"), "{french}");
    assert!(french.contains("Paul (proche)") && french.contains("un proche"), "{french}");
    assert_eq!(later(&["prompts", "--all", "--json"]).json().len(), 2, "told once");
    later(&["export", "--to", "report.pdf"]);
    let report = vigie_e2e::pdf_text(&desk.path("report.pdf"));
    assert!(report.contains("stayed empty"), "{report}");
}
