//! Entries as lines of JSON: durable before they are answered, prompted by what they say, and never
//! in the clear.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_e2e::Desk;

#[test]
fn every_entry_that_was_answered_is_there_after_a_kill() {
    for killed_after in [1, 2, 5, 17] {
        let desk = Desk::new();
        let mut log = desk.logging();
        for n in 1..=killed_after {
            let line = format!(r#"{{"date":"2026-10-{n:02}","answers":{{"fatigue":2}}}}"#);
            assert!(log.answer(&line)["id"].is_string());
        }
        // One that asks for a call is there with its prompt.
        let answer = log.answer(r#"{"date":"2026-11-23","ticks":["chest-pain"]}"#);
        log.kill();
        let waiting = desk.vigie(&["prompts", "--json"]).ok().json();
        assert_eq!(waiting[0]["id"], answer["prompt"]["id"]);
        let answered = desk.rows().iter().filter(|row| row.contains("fatigue")).count();
        assert_eq!(answered, killed_after);
        assert!(desk.vigie(&["verify"]).ok().out.contains("whole"));
    }
}

#[test]
fn the_documented_line_is_answered_with_its_prompt() {
    let desk = Desk::new();
    let answers = desk
        .log(concat!(
            r#"{"date":"2026-11-20","state":1,"answers":{"fatigue":4,"pain:hip-left":6,"nausea":"skipped"}}"#,
            "\n\n",
            r#"{"date":"2026-11-22","measures":{"temperature":38.2},"administration":"FOLFOX"}"#,
            "\n",
            r#"{"date":"2026-11-23","measures":{"temperature":38.2},"ticks":["shivering"]}"#,
            "\n",
        ))
        .ok()
        .json();
    assert_eq!(answers.len(), 3);
    assert!(answers[0]["prompt"].is_null());
    assert_eq!(answers[1]["prompt"]["level"], "today");
    assert_eq!(answers[1]["prompt"]["at_once"], true);
    assert_eq!(answers[2]["prompt"]["level"], "now");
    assert_eq!(answers[2]["prompt"]["reasons"][0]["rule"], "fever-with");
    assert!(answers[2]["prompt"]["call"].as_str().unwrap().contains("112"));
}

#[test]
fn zero_skipped_too_unwell_not_asked_and_no_entry_come_back_apart() {
    let desk = Desk::new();
    desk.log(concat!(
        r#"{"date":"2026-11-20","answers":{"fatigue":0,"nausea":"skipped"}}"#,
        "\n",
        r#"{"date":"2026-11-22","too_unwell":true}"#,
    ))
    .ok();
    let rows = desk.rows();
    assert!(rows.contains(&"me,2026-11-20,fatigue,0".to_owned()));
    assert!(rows.contains(&"me,2026-11-20,nausea,skipped".to_owned()));
    assert!(!rows.iter().any(|row| row.starts_with("me,2026-11-20,sleep")), "not asked");
    assert!(!rows.iter().any(|row| row.contains("2026-11-21")), "no entry");
    assert!(rows.contains(&"me,2026-11-22,sleep,too-unwell".to_owned()));
}

#[test]
fn a_bad_line_names_itself_and_keeps_the_lines_before_it() {
    let good = r#"{"date":"2026-11-20","answers":{"fatigue":2}}"#;
    for (bad, words) in [
        (r#"{"date":"2026-11-21","answers":{"fatigue":11}}"#, "Line 2: Fatigue: a whole number"),
        (r#"{"date":"2026-11-21","answer":{}}"#, "Line 2: a field is unknown"),
        (r#"{"date":"2026-11-24","state":1}"#, "Line 2: Date: a day that is not in the future"),
        (r#"{"date":"2026-11-31"}"#, "Line 2: Date: a date that exists"),
        (r#"{"date":"2026-11-21"}"#, "Line 2: Entry: at least one answer"),
        (r#"{"date":"#, "Line 2: this is not a line of JSON"),
    ] {
        let desk = Desk::new();
        desk.log(&format!("{good}\n{bad}\n{good}\n")).refused(9, words);
        assert_eq!(desk.rows().len(), 1, "{bad}");
    }
}

#[test]
fn nothing_that_was_written_stands_in_any_file_of_the_journal() {
    let desk = Desk::new();
    let mut log = desk.logging();
    let line = r#"{"date":"2026-11-20","answers":{"own:CANARY-symptom":3,"fatigue":9},"note":"CANARY-note",
        "question":"CANARY-question","administration":"CANARY-drug","by":"CANARY-name",
        "painkillers":[{"name":"CANARY-pill"}]}"#
        .replace('\n', "");
    let answer = log.answer(&line).to_string();
    assert!(answer.contains("severe"), "{answer}");
    let clear = |desk: &Desk| {
        let files = desk.bytes();
        assert!(files.iter().any(|(_, bytes)| bytes.len() > 4000));
        for (path, bytes) in files {
            for word in ["CANARY", "fatigue", "severe", "2026-11-20"] {
                let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!found, "{word} stands in {path:?}");
            }
        }
    };
    // While it is open, with its -wal beside it, and after.
    clear(&desk);
    log.end();
    clear(&desk);
}
