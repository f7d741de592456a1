//! What can help: `vigie directory` and `vigie explain`, without a journal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::io::Write;
use std::process::Stdio;

use vigie_e2e::Desk;

const HEADER: &str = "kind,name,offers,web,phone,place,source,seen";
const FRESH: &str = "talking-group,Les Amis,Café le lundi,https://amis.example,02 98 00 00 00,city:Brest|department:Finistère,Affiche,2026-10-01";
const OLD: &str =
    "social,Aide Brest,Aide à la maison,,02 98 11 11 11,city:Brest,Vieille affiche,2024-05-02";

fn team(desk: &Desk) -> String {
    desk.write("team.csv", format!("{HEADER}\n{FRESH}\n{OLD}\n"))
}

#[test]
fn the_shipped_directory_shows_sources_and_dates_and_no_number_but_the_national_ones() {
    let desk = Desk::empty();
    for (lang, old, text) in [
        ("fr", "Vu il y a plus d’un an", "114 (par message, pas par appel)"),
        ("en", "Seen more than a year ago", "114 (by text message, not by call)"),
    ] {
        let shown = desk.vigie(&["directory", "--lang", lang]).ok().out;
        assert!(shown.contains("Ligue contre le cancer") && shown.contains(old), "{shown}");
        assert!(shown.contains(text), "{shown}");
        assert!(!shown.contains("directory-"), "{shown}");
    }
    let entries = desk.vigie(&["directory", "--json"]).ok().json();
    assert!(entries.len() >= 20);
    for entry in &entries {
        assert!(!entry["source"].as_str().unwrap().is_empty());
        assert!(entry["seen"].as_str().unwrap() <= "2026-11-23");
        if let Some(phone) = entry["phone"].as_str() {
            assert!(["15", "112", "114", "3114"].contains(&phone), "{phone}");
            assert_eq!(entry["phone_confirmed"], true);
        }
    }
}

#[test]
fn a_search_finds_by_kind_place_and_words_whatever_the_accents() {
    let desk = Desk::empty();
    let names = |args: &[&str]| -> Vec<String> {
        let found = desk.vigie(&[&["directory", "--json"], args].concat()).ok().json();
        found.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
    };
    assert!(names(&["--kind", "palliative"]).contains(&"Fédération JALMALV".to_owned()));
    assert_eq!(names(&["--find", "FEDERATION"]), ["Fédération JALMALV"]);
    assert_eq!(
        names(&["--place", "Nowhere"]).len(),
        names(&[]).len(),
        "national ones are everywhere"
    );
    let team = team(&desk);
    assert_eq!(names(&["--file", &team]), ["Les Amis", "Aide Brest"]);
    assert_eq!(names(&["--file", &team, "--place", "finistere"]), ["Les Amis"]);
    assert_eq!(names(&["--file", &team, "--place", "BREST", "--kind", "social"]), ["Aide Brest"]);
    let none = desk.vigie(&["directory", "--file", &team, "--place", "Lyon"]).ok().out;
    assert!(none.contains("does not mean that there is no help"), "{none}");
    let unknown = desk.vigie(&["directory", "--kind", "friends"]);
    assert_eq!(unknown.code, 2, "{}", unknown.err);
}

#[test]
fn a_number_that_nobody_confirmed_for_a_year_says_so() {
    let desk = Desk::empty();
    let team = team(&desk);
    let shown = desk.vigie(&["directory", "--file", &team]).ok().out.replace('\u{a0}', " ");
    assert!(shown.contains("\n    02 98 00 00 00\n"), "{shown}");
    assert!(shown.contains("02 98 11 11 11 (not confirmed since 2 May 2024)"), "{shown}");
    let json = desk.vigie(&["directory", "--file", &team, "--json"]).ok().json();
    assert_eq!((&json[0]["old"], &json[0]["phone_confirmed"]), (&false.into(), &true.into()));
    assert_eq!((&json[1]["old"], &json[1]["phone_confirmed"]), (&true.into(), &false.into()));
}

#[test]
fn a_bad_directory_is_refused_whole_with_its_line_and_a_sentence() {
    let desk = Desk::empty();
    for (text, said) in [
        (
            format!("{HEADER}\n{FRESH}\n{}\n", OLD.replace(",Vieille affiche,", ",,")),
            "Line 3: the source is missing",
        ),
        (
            format!("{HEADER}\n{}\n", FRESH.replace("2026-10-01", "")),
            "Line 2: the date (seen) is missing",
        ),
        (
            format!("{HEADER}\n{}\n", FRESH.replace("2026-10-01", "2026-11-24")),
            "Line 2: the date (seen) lies in the future",
        ),
        (format!("{HEADER}\n{}\n", FRESH.replace("02 98", "call")), "Line 2: the telephone number"),
        (format!("{HEADER}\n"), "This directory is empty"),
        (String::new(), "This directory is empty"),
        ("<html><body>Les Amis</body></html>".to_owned(), "This is a web page"),
        ("patient,date,item,value\n".to_owned(), "The header is not the right one"),
        ("{\"entries\": [\n".to_owned(), "Line 2: this is neither"),
        ("[{\"kind\": \"other\", \"name\": \"A\"}]".to_owned(), "Address 1: the source is missing"),
    ] {
        let file = desk.write("bad.csv", text);
        let run = desk.vigie(&["directory", "--file", &file]).refused(9, said);
        assert!(run.out.is_empty(), "{}", run.out);
    }
    desk.vigie(&["directory", "--file", "missing.csv"]).refused(8, "missing.csv");
    let french = desk.write("bad.csv", format!("{HEADER}\n{}\n", FRESH.replace("Affiche", "")));
    desk.vigie(&["directory", "--file", &french, "--lang", "fr"])
        .refused(9, "Ligne 2 : la source manque");
}

#[test]
fn what_a_file_says_cannot_steer_the_terminal() {
    let desk = Desk::empty();
    let row = FRESH.replace("Les Amis", "\u{1b}[2JAmis\u{202e}").replace("Affiche", "\"a\nb\"");
    let file = desk.write("team.csv", format!("{HEADER}\n{row}\n"));
    let shown = desk.vigie(&["directory", "--file", &file]).ok().out;
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
    assert!(shown.contains("Source: a\u{fffd}b"), "{shown:?}");
}

#[test]
fn a_directory_comes_by_standard_input_too() {
    let desk = Desk::empty();
    let mut command = desk.command(&["directory", "--file", "-", "--json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    write!(child.stdin.take().unwrap(), "{HEADER}\n{FRESH}\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"Les Amis\""));
}

#[test]
fn every_topic_that_is_listed_is_explained_in_both_languages() {
    let desk = Desk::empty();
    for lang in ["fr", "en"] {
        let list = desk.vigie(&["explain", "--lang", lang]).ok().out;
        assert!(!list.contains("explain-"), "{list}");
        let topics: Vec<&str> = list
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert!(topics.len() > 30, "{topics:?}");
        for topic in topics {
            let text = desk.vigie(&["explain", topic, "--lang", lang]).ok().out;
            assert!(text.lines().count() >= 3 && text.contains('.'), "{topic}: {text}");
        }
    }
    let all = desk.vigie(&["explain", "--json"]).ok().json();
    assert!(all.iter().any(|topic| topic["topic"] == "rcp" && topic["group"] == "decision"));
    assert_eq!(desk.vigie(&["explain", "weather"]).code, 2);
}

#[test]
fn the_chapter_for_when_treatments_stop_brings_comfort_forward() {
    let desk = Desk::empty();
    let chapter = desk.vigie(&["explain", "treatments-stop", "--lang", "fr"]).ok().out;
    for part in
        ["Douleur", "Essoufflement", "soins palliatifs", "112", "Personne de confiance", "?"]
    {
        assert!(chapter.contains(part), "{part}: {chapter}");
    }
    assert!(!chapter.contains("comfort-"), "{chapter}");
    let json = desk.vigie(&["explain", "treatments-stop", "--json"]).ok().json();
    assert_eq!(json[0]["list"][0], "pain");
    assert_eq!(json[0]["forward"].as_array().unwrap().len(), 5);
    assert_eq!(json[0]["explained"][0], "trusted-person");
}

#[test]
fn a_teams_directory_is_kept_in_the_journal_and_searched_there() {
    let desk = Desk::new();
    let file = team(&desk);
    let said = desk.vigie(&["directory", "--keep", &file]).ok().out;
    assert!(said.contains("kept in the journal"), "{said}");
    std::fs::remove_file(file).unwrap();
    let own = desk.vigie(&["directory", "--own", "--json"]).ok().json();
    assert_eq!(own.len(), 2);
    assert_eq!(own[0]["name"], "Les Amis");
    let web = desk.write("page.csv", "<!doctype html><html>");
    desk.vigie(&["directory", "--keep", &web]).refused(9, "web page");
    assert_eq!(desk.vigie(&["directory", "--own", "--json"]).ok().json(), own);
    desk.vigie(&["directory", "--forget"]).ok();
    let none = desk.vigie(&["directory", "--own", "--json"]).ok();
    assert!(none.err.contains("keeps no list of a team’s"), "{}", none.err);
    assert!(none.json().len() > 10);
}

#[test]
fn whoever_asks_is_told_what_others_wrote_and_under_which_licence() {
    let desk = Desk::empty();
    for (lang, said) in [("fr", "ce que d’autres ont écrit"), ("en", "what others wrote")] {
        let told = desk.vigie(&["licences", "--lang", lang]).ok().out;
        for part in
            [said, "\nSQLite ", "\nring ", "\nclap ", "\nInter ", "END OF TERMS AND CONDITIONS"]
        {
            assert!(told.contains(part), "{part}");
        }
        assert!(!told.contains("androidx"), "it is not the app");
    }
    let licences = desk.vigie(&["licences", "--json"]).ok().json();
    let mit: Vec<_> = licences.iter().filter(|one| one["licence"] == "MIT").collect();
    assert!(mit.iter().all(|one| one["text"].as_str().unwrap().contains("free of charge")));
    let parts = |one: &serde_json::Value| one["parts"].as_array().unwrap().len();
    assert!(mit.into_iter().map(parts).sum::<usize>() > 50);
}
