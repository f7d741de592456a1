//! Real diaries of nine people go in and come out with no row lost, and all of them replay.
//!
//! They lie beside the project, not in it: without them these tests say so and end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::{BTreeMap, BTreeSet};

use vigie_e2e::{Desk, real_diaries};

fn table() -> Option<(String, BTreeMap<String, Vec<String>>)> {
    let path = real_diaries()?.join("pain-9-people-nrs.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut people: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in text.lines().skip(1) {
        let patient = row.split(',').next().unwrap();
        people.entry(patient.to_owned()).or_default().push(row.to_owned());
    }
    Some((path.to_str().unwrap().to_owned(), people))
}

#[test]
fn each_of_nine_real_people_comes_out_as_they_went_in() {
    let Some((path, people)) = table() else { return };
    assert_eq!(people.len(), 9);
    for (patient, rows) in people {
        let desk = Desk::new();
        let brought = desk.vigie(&["import", &path, "--patient", &patient, "--json"]).ok().json();
        assert_eq!(brought[0]["rows"].as_u64().unwrap(), rows.len() as u64, "{patient}");
        let mut out = desk.rows();
        let mut wanted = rows;
        out.sort();
        wanted.sort();
        assert_eq!(out, wanted, "{patient}");
        let again = desk.vigie(&["import", &path, "--patient", &patient, "--json"]).ok().json();
        assert_eq!(
            again[0]["rows"].as_u64().unwrap(),
            0,
            "{patient}: importing twice adds nothing"
        );
        assert!(desk.vigie(&["verify"]).ok().out.contains("whole"));
        desk.vigie(&["export", "--to", "report.pdf"]).ok();
    }
}

#[test]
fn a_table_of_nine_people_asks_which_one() {
    let Some((path, _)) = table() else { return };
    let desk = Desk::new();
    desk.vigie(&["import", &path]).refused(9, "p1, p2, p3, p4, p5, p6, p7, p8, p9");
    desk.vigie(&["import", &path, "--patient", "p10"]).refused(9, "not in the table");
    assert!(desk.rows().is_empty());
}

#[test]
fn the_table_in_tenths_is_refused_by_line_and_can_be_brought_in_without_its_bad_rows() {
    let Some(folder) = real_diaries() else { return };
    let path = folder.join("pain-9-people.csv");
    let desk = Desk::new();
    let path = path.to_str().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let whole = |row: &&str| row.rsplit(',').next().unwrap().parse::<u8>().is_ok_and(|n| n <= 10);
    let bad: Vec<u64> =
        (1..).zip(text.lines()).skip(1).filter(|(_, r)| !whole(r)).map(|(n, _)| n).collect();
    assert!(!bad.is_empty(), "this table has tenths");
    let words = format!("Line {}: ", bad[0]);
    desk.vigie(&["import", path, "--patient", "p1"]).refused(9, &words);
    assert!(desk.rows().is_empty());
    let brought = desk.vigie(&["import", path, "--patient", "p1", "--skip-bad", "--json"]).ok();
    let listed = brought.json()[0]["bad"].clone();
    let said: Vec<u64> =
        listed.as_array().unwrap().iter().map(|row| row["line"].as_u64().unwrap()).collect();
    assert_eq!(said, bad, "every bad row is listed, and no other");
    let mut wanted: Vec<&str> =
        text.lines().filter(|row| row.starts_with("p1,")).filter(whole).collect();
    wanted.sort_unstable();
    let mut rows = desk.rows();
    rows.sort();
    assert_eq!(rows, wanted);
}

#[test]
fn a_table_that_is_not_sorted_is_not_replayed_as_if_it_were() {
    let Some((_, people)) = table() else { return };
    let desk = Desk::empty();
    let rows: Vec<&str> = people.values().rev().map(|rows| rows[0].as_str()).collect();
    let path = desk.write("t.csv", format!("patient,date,item,value\n{}\n", rows.join("\n")));
    desk.vigie(&["replay", &path, "--sorted"]).refused(9, "Line 3");
    desk.vigie(&["replay", &path]).ok();
}

#[test]
fn the_replay_of_nine_people_is_the_same_on_any_number_of_threads_and_sorted_or_not() {
    let Some((path, people)) = table() else { return };
    let desk = Desk::empty();
    let replay = |more: &[&str]| {
        let args = [&["replay", &path, "--daily"], more].concat();
        desk.vigie(&args).ok()
    };
    let lines = replay(&["--threads", "1"]);
    assert_eq!(replay(&["--threads", "2"]).out, lines.out);
    assert_eq!(replay(&["--sorted"]).out, lines.out);
    let lines = lines.json();
    let seen: Vec<&str> = lines.iter().map(|line| line["patient"].as_str().unwrap()).collect();
    assert!(seen.is_sorted());
    let daily: BTreeSet<&str> = lines
        .iter()
        .filter(|l| l.get("rule").is_none())
        .map(|l| l["patient"].as_str().unwrap())
        .collect();
    assert_eq!(daily.len(), people.len(), "everybody has scores");
    let prompt = lines.iter().find(|line| line.get("rule").is_some()).unwrap();
    for key in
        ["patient", "date", "channel", "level", "items", "rule", "score", "threshold", "evidence"]
    {
        assert!(prompt.get(key).is_some(), "{key}");
    }
}

#[test]
fn the_replay_of_a_persons_first_days_is_the_beginning_of_their_replay() {
    let Some((_, people)) = table() else { return };
    let desk = Desk::empty();
    for (patient, rows) in &people {
        let replay = |rows: &[String], budget: &str| {
            let table = format!("patient,date,item,value\n{}\n", rows.join("\n"));
            let path = desk.write("part.csv", table);
            desk.vigie(&["replay", &path, "--daily", "--prompts", budget]).ok().out
        };
        let date = |row: &String| row.split(',').nth(1).unwrap().to_owned();
        let mut rows = rows.clone();
        rows.sort_by_key(date);
        for budget in ["raw", "weekly"] {
            let whole = replay(&rows, budget);
            assert!(!whole.is_empty(), "{patient}");
            for eighths in [1, 3, 6] {
                let day = date(&rows[rows.len() * eighths / 8]);
                let until: Vec<String> =
                    rows.iter().filter(|row| date(row) < day).cloned().collect();
                assert!(whole.starts_with(&replay(&until, budget)), "{patient} until {day}");
            }
        }
    }
}

#[test]
fn real_people_are_watched_the_same_from_fhir_as_from_the_table() {
    let Some((path, people)) = table() else { return };
    let mut compared = 0;
    // The eight of less than three years: eight years more of the same take a minute.
    for patient in people.iter().filter(|(_, rows)| rows.len() < 1000).map(|(patient, _)| patient) {
        let desk = Desk::new();
        desk.vigie(&["import", &path, "--patient", patient]).ok();
        let replay = |file: &str| {
            desk.vigie(&["export", "--to", file, "--since", "2000-01-01"]).ok();
            let lines = desk.vigie(&["replay", file, "--daily"]).ok().json();
            lines.into_iter().map(|mut line| {
                line.as_object_mut().unwrap().remove("patient");
                line
            })
        };
        let (table, fhir): (Vec<_>, Vec<_>) =
            (replay("whole.csv").collect(), replay("whole.fhir.json").collect());
        assert!(table == fhir, "{patient}");
        compared += table.len();
    }
    assert!(compared > 1000);
}
