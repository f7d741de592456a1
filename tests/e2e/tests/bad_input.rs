//! Wrong input: one sentence that says what to do, a documented exit code, and nothing lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::io::Write;
use std::process::Stdio;

use vigie_e2e::{Desk, pdf_text};

const HEADER: &str = "patient,date,item,value\n";

/// Imports this table into a journal that holds one entry; it must be refused, in both languages,
/// and change nothing.
fn refused(table: impl AsRef<[u8]>, english: &str, french: &str) {
    let desk = Desk::new();
    desk.log(r#"{"date":"2026-11-01","answers":{"fatigue":2}}"#).ok();
    let before = desk.bytes();
    let path = desk.write("table.csv", table);
    desk.vigie(&["import", &path]).refused(9, english);
    desk.vigie(&["import", &path, "--lang", "fr"]).refused(9, french);
    assert!(desk.bytes() == before, "a file changed: {english}");
}

#[test]
fn a_table_that_cannot_be_read_is_refused_and_changes_nothing() {
    refused("", "This file is empty", "Ce fichier est vide");
    refused("name,day\n", "The four columns are: patient, date", "Les quatre colonnes sont");
    refused(format!("{HEADER}p,2026-02-30,pain,1\n"), "Line 2: Date", "Ligne 2 : Date");
    refused(
        format!("{HEADER}p,2026-11-01,pain,1\np,2026-11-02,pain,11\n"),
        "Line 3: Pain: a whole number from 0 to 10",
        "Ligne 3 : Douleur : un nombre entier de 0 à 10",
    );
    refused(
        format!("{HEADER}p,2026-11-24,pain,1\n"),
        "Line 2: Date: a day that is not in the future",
        "Ligne 2 : Date : un jour qui n’est pas dans l’avenir",
    );
    refused(format!("{HEADER}p,2026-11-01,fever,1\n"), "Line 2: Symptom", "Ligne 2 : Symptôme");
    refused(format!("{HEADER}p,2026-11-01,pa"), "3 fields instead of 4", "Ligne 2");
    let garbage = [&b"\x7fELF\x00\x01\x02"[..], &[0xff; 300]].concat();
    refused(garbage, "The four columns", "Les quatre colonnes");
    let wide: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(wide, "The four columns", "Les quatre colonnes");
}

#[test]
fn an_import_that_is_killed_before_its_end_brings_nothing() {
    let desk = Desk::new();
    let mut command = desk.command(&["import", "-"]);
    let mut import = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut input = import.stdin.take().unwrap();
    input.write_all(HEADER.as_bytes()).unwrap();
    for n in 0..20_000 {
        // Far more than a pipe holds: when the last write returns, nearly all has been read.
        writeln!(input, "p,2026-11-{:02},own:symptom {n},3", 1 + n % 20).unwrap();
    }
    import.kill().unwrap();
    import.wait().unwrap();
    assert!(desk.rows().is_empty());
    assert!(desk.vigie(&["verify"]).ok().out.contains("whole"));
}

#[test]
fn an_import_with_one_bad_row_at_its_end_brings_nothing_unless_bad_rows_are_skipped() {
    let mut table = HEADER.to_owned();
    for day in 1..=20 {
        table.push_str(&format!("p,2026-11-{day:02},fatigue,3\n"));
    }
    table.push_str("p,2026-11-21,fatigue,much\n");
    refused(&table, "Line 22: Fatigue", "Ligne 22 : Fatigue");
    let desk = Desk::new();
    let path = desk.write("table.csv", &table);
    let brought = desk.vigie(&["import", &path, "--skip-bad"]).ok();
    assert!(brought.out.contains("line 22: Fatigue"), "{}", brought.out);
    assert_eq!(desk.rows().len(), 20);
}

#[test]
fn a_french_spreadsheet_and_windows_letters_are_read() {
    let desk = Desk::new();
    let table = b"\xef\xbb\xbfpatient;date;item;value\r\np;2026-11-01;temperature;38,2\r\np;2026-11-01;own:g\xeane;4\r\n";
    let path = desk.write("table.csv", table);
    desk.vigie(&["import", &path]).ok();
    assert_eq!(desk.rows(), ["p,2026-11-01,own:gêne,4", "p,2026-11-01,temperature,38.2"]);
}

#[test]
fn two_rows_that_differ_on_one_day_are_both_kept() {
    let desk = Desk::new();
    let path = desk.write("t.csv", format!("{HEADER}p,2026-11-01,pain,3\np,2026-11-01,pain,5\n"));
    desk.vigie(&["import", &path]).ok();
    // Two sittings: the row between them says whose the second one is.
    assert_eq!(desk.rows(), ["p,2026-11-01,pain,3", "p,2026-11-01,author,", "p,2026-11-01,pain,5"]);
}

#[test]
fn an_alarm_sign_that_a_table_denies_sends_nobody_to_call() {
    let desk = Desk::new();
    let table = |value| format!("{HEADER}p,2026-11-23,tick:chest-pain,{value}\n");
    // Refused or read as 'no': either is right.
    let path = desk.write("no.csv", table("no"));
    let _ = desk.vigie(&["import", &path]);
    assert!(!desk.rows().iter().any(|row| row.ends_with("tick:chest-pain,yes")));
    assert!(desk.vigie(&["prompts", "--json"]).ok().out.is_empty());
    let path = desk.write("yes.csv", table("yes"));
    desk.vigie(&["import", &path]).ok();
    assert_eq!(desk.vigie(&["prompts", "--json"]).ok().json()[0]["level"], "now");
}

#[test]
fn a_header_alone_is_no_mistake_and_brings_nothing() {
    let desk = Desk::new();
    let path = desk.write("table.csv", HEADER);
    assert!(desk.vigie(&["import", &path]).ok().out.contains("Nothing new"));
}

#[test]
fn two_hundred_thousand_rows_come_in_and_go_out() {
    let desk = Desk::new();
    let mut table = HEADER.to_owned();
    let items = ["fatigue", "nausea", "pain:knee", "sleep", "cough"];
    // 40,000 days from 1917 on, five answers each.
    let mut days = 0;
    'years: for year in 1910..2026 {
        for month in 1..=12 {
            for day in 1..=29 {
                if days == 40_000 {
                    break 'years;
                }
                if month == 2 && day > 28 {
                    continue;
                }
                days += 1;
                for (n, item) in items.iter().enumerate() {
                    let value = (days + n) % 11;
                    table.push_str(&format!("p,{year}-{month:02}-{day:02},{item},{value}\n"));
                }
            }
        }
    }
    let path = desk.write("table.csv", &table);
    let brought = desk.vigie(&["import", &path, "--json"]).ok().json();
    assert_eq!(brought[0]["rows"], 200_000);
    assert_eq!(desk.rows().len(), 200_000);
}

#[test]
fn a_wrong_passphrase_and_a_missing_journal_are_told_apart() {
    let desk = Desk::new();
    let before = desk.bytes();
    let mut wrong = desk.command(&["status"]);
    wrong.env("VIGIE_PASSPHRASE_FILE", desk.write("wrong", "quatre mots bien connus"));
    vigie_e2e::run(&mut wrong).refused(3, "does not open this journal");
    assert_eq!(desk.bytes(), before);
    desk.vigie(&["status", "--dir", "nowhere"]).refused(4, "There is no journal here");
    assert!(!desk.path("nowhere").exists(), "nothing is created by looking");
    desk.vigie(&["status", "--dir", "nowhere", "--lang", "fr"])
        .refused(4, "Il n’y a pas de carnet ici");
    desk.vigie(&["init"]).refused(4, "already");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn a_damaged_journal_and_one_of_a_newer_format_are_told_apart_and_left_as_they_are() {
    let desk = Desk::new();
    desk.log(r#"{"date":"2026-11-01","answers":{"fatigue":2},"note":"x"}"#).ok();
    let file = desk.path("journal/journal.vigie");
    let whole = std::fs::read(&file).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..].iter_mut().for_each(|byte| *byte ^= 0x55);
    std::fs::write(&file, &damaged).unwrap();
    desk.vigie(&["status"]).refused(6, "damaged");
    assert_eq!(std::fs::read(&file).unwrap(), damaged);
    // The header begins with its magic, then the format as two bytes.
    let mut newer = whole.clone();
    let magic = newer.windows(8).position(|w| w.starts_with(b"VIGIE")).expect("the magic");
    let format = magic + 8;
    newer[format] = 9;
    newer[format + 1] = 9;
    std::fs::write(&file, &newer).unwrap();
    desk.vigie(&["status"]).refused(7, "newer version");
    assert_eq!(std::fs::read(&file).unwrap(), newer);
    std::fs::write(&file, &whole).unwrap();
    desk.vigie(&["status"]).ok();
}

#[test]
fn damage_anywhere_is_said_or_harmless_and_never_loses_an_answer_in_silence() {
    let desk = Desk::new();
    let lines: Vec<String> = (1..=28)
        .map(|day| format!(r#"{{"date":"2026-10-{day:02}","answers":{{"fatigue":4}},"note":"n"}}"#))
        .collect();
    desk.log(&lines.join("\n")).ok();
    let rows = desk.rows();
    let file = desk.path("journal/journal.vigie");
    let whole = std::fs::read(&file).unwrap();
    let mut said = 0;
    for part in 0..24 {
        let at = whole.len() * part / 24 + part;
        let mut damaged = whole.clone();
        match part % 3 {
            0 => damaged[at] ^= 0x10,
            1 => damaged[at..].iter_mut().take(200).for_each(|byte| *byte ^= 0x55),
            _ => damaged.truncate(at),
        }
        std::fs::write(&file, &damaged).unwrap();
        let run = desk.vigie(&["export", "--to", "damaged.csv"]);
        if run.code == 0 {
            // A byte that holds nothing.
            let table = std::fs::read_to_string(desk.path("damaged.csv")).unwrap();
            assert!(table.lines().skip(1).eq(rows.iter().map(String::as_str)), "at {at}");
        } else {
            run.refused(6, "damaged");
            said += 1;
        }
        assert!(std::fs::read(&file).unwrap() == damaged, "the file was touched, at {at}");
    }
    assert!(said >= 8, "a file that was cut is always damaged");
}

#[test]
fn a_journal_in_use_says_so_and_both_go_on() {
    let desk = Desk::new();
    let mut first = desk.logging();
    first.answer(r#"{"date":"2026-11-01","answers":{"fatigue":2}}"#);
    desk.vigie(&["status"]).refused(5, "open in another program");
    desk.vigie(&["status", "--lang", "fr"]).refused(5, "carnet");
    first.answer(r#"{"date":"2026-11-02","answers":{"fatigue":2}}"#);
    first.end();
    assert_eq!(desk.rows().len(), 2);
}

#[test]
fn a_note_of_a_hundred_thousand_characters_is_refused_with_its_limit() {
    let desk = Desk::new();
    let before = desk.bytes();
    let line = format!(r#"{{"date":"2026-11-01","note":"{}"}}"#, "é".repeat(100_000));
    desk.log(&line).refused(9, "Line 1: Note: at most 20,000 characters");
    assert_eq!(desk.bytes(), before);
}

#[test]
fn emoji_arabic_and_control_characters_in_a_note_come_back_and_do_not_stop_the_report() {
    let desk = Desk::new();
    let note = r"mal \u0001 au dos 🌿 مرحبا <script>alert(1)</script> =1+1";
    desk.log(&format!(
        r#"{{"date":"2026-11-22","answers":{{"own:=cmd|x":3,"fatigue":2}},"note":"{note}"}}"#
    ))
    .ok();
    desk.vigie(&["export", "--to", "report.pdf"]).ok();
    assert!(pdf_text(&desk.path("report.pdf")).contains("au dos"));
    let rows = desk.rows().join("\n");
    assert!(rows.contains("🌿 مرحبا <script>"), "{rows}");
    let copy = Desk::new();
    copy.vigie(&["import", desk.path("rows.csv").to_str().unwrap()]).ok();
    assert_eq!(copy.rows().join("\n"), rows);
}

#[test]
fn files_that_are_not_there_and_unknown_endings_get_a_sentence() {
    let desk = Desk::new();
    desk.vigie(&["import", "missing.csv"]).refused(8, "missing.csv");
    desk.vigie(&["export", "--to", "report.doc"]).refused(9, ".pdf, .html, .fhir.json or .csv");
    desk.vigie(&["export", "--to", "no/such/folder/report.pdf"]).refused(8, "report.pdf");
    desk.vigie(&["replay", "missing.csv"]).refused(8, "missing.csv");
    desk.write("rules.json", r#"{"format": 2}"#);
    desk.write("t.csv", HEADER);
    desk.vigie(&["replay", "t.csv", "--rules", "rules.json"]).refused(9, "newer version");
}
