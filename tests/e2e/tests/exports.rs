//! What `vigie export` writes: what was chosen, in the form that was asked for, and never half of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::path::Path;
use std::process::{Command, Stdio};

use vigie_e2e::{Desk, pdf_text, program};

/// Every form that `--format` knows.
const FORMATS: [&str; 5] = ["pdf", "page", "fhir", "csv", "spreadsheet"];

const TABLE: &str = "patient,date,item,value\n\
    p,2026-11-01,appointment:consultation,\n\
    p,2026-10-31,fatigue,2\n\
    p,2026-11-02,fatigue,5\n\
    p,2026-11-02,temperature,\"37,5\"\n\
    p,2026-11-02,note,secret words\n\
    p,2026-11-02,own:private,3\n\
    p,2026-11-03,lab:CEA,12.3 ng/mL | 0-5\n\
    p,2026-12-24,appointment:surveillance,09:30 | Dr Leroy\n\
    p,2026-09-01,treatment:chemotherapy,FOLFOX | 14\n";

fn told() -> Desk {
    let desk = Desk::empty();
    desk.vigie(&["init", "--name", "Claire"]).ok();
    let table = desk.write("table.csv", TABLE);
    desk.vigie(&["import", &table]).ok();
    desk
}

fn exported(desk: &Desk, more: &[&str]) -> String {
    desk.vigie(&[&["export", "--to", "out.csv"], more].concat()).ok();
    std::fs::read_to_string(desk.path("out.csv")).unwrap()
}

#[test]
fn a_table_of_everything_is_read_again_and_changes_nothing() {
    let desk = told();
    let all = exported(&desk, &[]);
    for row in TABLE.lines().filter(|row| !row.contains("37,5")) {
        assert!(all.contains(&format!("{row}\n")), "{row}: {all}");
    }
    let before = desk.bytes();
    assert!(desk.vigie(&["import", "out.csv"]).ok().out.contains("Nothing new"));
    assert!(desk.bytes() == before);
    let copy = Desk::new();
    copy.vigie(&["import", desk.path("out.csv").to_str().unwrap()]).ok();
    assert_eq!(exported(&copy, &[]), all);
}

#[test]
fn a_report_begins_at_the_last_consultation_and_says_the_name_only_when_it_may() {
    let desk = told();
    desk.vigie(&["export", "--to", "report.pdf"]).ok();
    let text = pdf_text(&desk.path("report.pdf"));
    assert!(text.contains("From 1 November 2026 to 23 November 2026"), "{text}");
    assert!(text.contains("Claire"));
    desk.vigie(&["export", "--to", "report.pdf", "--no-name", "--since", "2026-10-20"]).ok();
    let text = pdf_text(&desk.path("report.pdf"));
    assert!(text.contains("From 20 October 2026") && !text.contains("Claire"), "{text}");
}

#[test]
fn what_is_left_out_of_a_table_is_not_in_it() {
    let desk = told();
    for format in ["csv", "spreadsheet"] {
        let all = exported(&desk, &["--format", format]);
        assert!(all.contains("secret") && all.contains("private") && all.contains("2026-12-24"));
        let out = ["--no-notes", "--without", "own:private", "--until", "2026-11-02", "--no-name"];
        let some = exported(&desk, &[&["--format", format][..], &out].concat());
        for word in ["secret", "private", "CEA", "Leroy", "\np,"] {
            assert!(!some.contains(word), "{word}: {some}");
        }
        assert!(some.contains("2026-10-31") && some.contains("FOLFOX"), "{some}");
    }
}

#[test]
fn a_spreadsheet_has_the_words_and_the_signs_of_its_language() {
    let desk = told();
    let french = exported(&desk, &["--format", "spreadsheet", "--lang", "fr"]);
    assert!(french.starts_with("\u{feff}Date;Fatigue;private;Température (°C);"), "{french}");
    assert!(french.contains("\r\n2026-11-02;5;3;37,5;"), "{french}");
    let english = exported(&desk, &["--format", "spreadsheet", "--lang", "en"]);
    assert!(english.contains("\r\n2026-11-02,5,3,37.5,"), "{english}");
}

/// Runs the command where no file may grow beyond 35 kB: the disk is full in the middle of what is written.
fn on_a_full_disk(desk: &Desk, args: &[&str]) -> (Option<i32>, String) {
    let mut shell = Command::new("sh");
    // The signal is ignored, so that the write itself fails.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 70; exec \"$0\" \"$@\""]).arg(program()).args(args);
    let set = desk.command(&[]);
    shell.env_clear().envs(set.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = shell.current_dir(desk.dir.path()).stdin(Stdio::null()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_write_that_fails_half_way_leaves_the_file_of_before_and_no_half_of_the_new_one() {
    let desk = told();
    let mut long = "patient,date,item,value\n".to_owned();
    for n in 0..300 {
        long.push_str(&format!(
            "p,2026-{:02}-{:02},note,{}\n",
            1 + n % 9,
            1 + n % 28,
            "mot ".repeat(60)
        ));
    }
    let long = desk.write("long.csv", long);
    desk.vigie(&["import", &long]).ok();
    std::fs::create_dir(desk.path("out")).unwrap();
    for format in FORMATS {
        let path = desk.path("out").join(format);
        let to = path.to_str().unwrap();
        let export = ["export", "--since", "2026-01-01", "--format", format, "--to", to];
        std::fs::write(&path, "what was there before").unwrap();
        let before = names(&desk.path("out"));
        let (code, said) = on_a_full_disk(&desk, &export);
        assert!(code.is_some_and(|code| code > 1), "{format}: {code:?} {said}");
        assert!(said.starts_with("vigie: ") && !said.contains("panicked"), "{said}");
        // The cause comes through every form's writer.
        assert!(!said.contains("other error"), "{format}: {said}");
        assert_eq!(std::fs::read(&path).unwrap(), b"what was there before", "{format}");
        assert_eq!(names(&desk.path("out")), before, "{format}");
        desk.vigie(&export).ok();
        assert!(std::fs::metadata(&path).unwrap().len() > 36_000, "{format}: it fills the disk");
    }
}

#[test]
fn what_is_left_out_takes_along_what_others_said_of_it_and_is_never_told_as_absent() {
    let desk = Desk::new();
    let line = r#"{"date":"2026-11-23","answers":{"fatigue":9},"note":"à plat"}"#;
    let file = desk.write("log.jsonl", line);
    desk.vigie(&["log", "--json", &file]).ok();
    let advice = "Venez pour votre grande fatigue.";
    desk.vigie(&["resolve", "--outcome", "reached", "--advice", advice]).ok();
    let all = desk.vigie(&["preview", "--lang", "fr"]).ok().out;
    assert!(all.contains(advice) && !all.contains("Rien n’est montré ici"), "{all}");
    let less = ["--without", "fatigue", "--no-notes"];
    let shown = desk.vigie(&[&["preview", "--lang", "fr"][..], &less].concat()).ok().out;
    assert!(shown.contains("ne pas tout montrer"), "{shown}");
    assert_eq!(shown.matches("Rien n’est montré ici").count(), 3, "{shown}");
    for untrue in ["Aucune pendant cette période", "Ni question ni note", "Aucun symptôme"] {
        assert!(!shown.contains(untrue), "{untrue}\n{shown}");
    }
    for format in ["fhir", "csv"] {
        let to = desk.path(format);
        let export = ["export", "--format", format, "--to", to.to_str().unwrap()];
        desk.vigie(&export).ok();
        assert!(std::fs::read_to_string(&to).unwrap().contains("grande fatigue"), "{format}");
        desk.vigie(&[&export[..], &less].concat()).ok();
        assert!(!std::fs::read_to_string(&to).unwrap().contains("grande fatigue"), "{format}");
    }
}

#[test]
fn a_pain_that_only_woke_somebody_is_told_without_a_number_that_nobody_gave() {
    let desk = Desk::new();
    let line = r#"{"date":"2026-11-23","pains":{"lower-back":{"quality":"aching","night":true}}}"#;
    let file = desk.write("log.jsonl", line);
    desk.vigie(&["log", "--json", &file]).ok();
    let told = desk.vigie(&["preview", "--lang", "en"]).ok().out;
    let row = told.lines().find(|line| line.starts_with("1.\u{a0}Lower back ")).unwrap();
    assert_eq!(
        row.split_whitespace().skip(3).collect::<Vec<_>>(),
        ["0", "–", "–", "1", "aching", "(1)"]
    );
    assert!(told.contains("Lower back.") && !told.contains("worst 0"), "{told}");
    let less = desk.vigie(&["preview", "--lang", "en", "--without", "pain:lower-back"]).ok().out;
    assert!(!less.contains("Lower back") && less.contains("chose not to show"), "{less}");
}
