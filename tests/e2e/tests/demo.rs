//! The demonstration: a whole story, and everything it leaves behind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_e2e::{Desk, pdf_text};

#[test]
fn the_demo_tells_its_story_in_both_languages_and_leaves_the_report() {
    for (lang, said) in [
        (
            "fr",
            [
                "Une histoire inventée",
                "Fatigue",
                "bas du dos",
                "Personne ne répond",
                "Mme Martin, qui répond",
            ],
        ),
        (
            "en",
            [
                "A made-up story",
                "Fatigue",
                "lower back",
                "Nobody answers",
                "Mrs Martin again, who answers",
            ],
        ),
    ] {
        let desk = Desk::empty();
        let story = desk.vigie(&["demo", "--dir", "demo", "--lang", lang]).ok().out;
        for words in said {
            assert!(story.contains(words), "{lang}: {words}\n{story}");
        }
        let pdf = pdf_text(&desk.path("demo/consultation.pdf"));
        // What the nurse said stands in the report as it stood in the story.
        let quotes = if lang == "fr" { ['«', '»'] } else { ['“', '”'] };
        let after = story.split(said[4]).nth(1).unwrap();
        let advice = after.split(quotes).nth(1).unwrap().trim();
        assert!(advice.len() > 10, "{lang}: {after}");
        for words in [said[1], said[2], advice] {
            assert!(pdf.contains(words), "{lang}: {words}\n{pdf}");
        }
        assert!(std::fs::read(desk.path("demo/consultation.pdf")).unwrap().starts_with(b"%PDF"));
        assert!(desk.path("demo/journal/journal.vigie").is_file());
        let page = std::fs::read_to_string(desk.path("demo/consultation.html")).unwrap();
        assert!(
            page.to_ascii_lowercase().starts_with("<!doctype html>") && !page.contains(said[2])
        );
        let opens = std::fs::read_to_string(desk.path("demo/consultation.passphrase.txt")).unwrap();
        assert!(story.contains(opens.trim()), "{opens}");
        let fhir = std::fs::read(desk.path("demo/consultation.fhir.json")).unwrap();
        let fhir: serde_json::Value = serde_json::from_slice(&fhir).unwrap();
        assert_eq!((&fhir["type"], &fhir["language"]), (&"document".into(), &lang.into()));
        let csv = desk.path("demo/consultation.csv");
        let table = std::fs::read_to_string(&csv).unwrap();
        assert!(table.starts_with("patient,date,item,value\n"));
        let other = Desk::new();
        let brought = other.vigie(&["import", csv.to_str().unwrap(), "--json"]).ok().json();
        assert_eq!(brought[0]["rows"].as_u64().unwrap(), table.lines().count() as u64 - 1);
        let mut status = desk.command(&["status", "--json", "--dir", "demo/journal"]);
        status.env("VIGIE_PASSPHRASE_FILE", desk.path("demo/journal-passphrase.txt"));
        let status = vigie_e2e::run(&mut status).ok().json();
        assert_eq!(status[0]["open_prompts"].as_array().unwrap().len(), 0);
        assert_eq!(status[0]["entries_today"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_second_demo_in_the_same_folder_is_refused_and_changes_no_file() {
    let desk = Desk::empty();
    desk.vigie(&["demo", "--dir", "demo"]).ok();
    let before = desk.files("demo");
    assert!(before.len() >= 7, "journal, report in four forms, two passphrases");
    desk.vigie(&["demo", "--dir", "demo"]).refused(4, "There is already a journal here");
    desk.vigie(&["demo", "--dir", "demo", "--lang", "fr"]).refused(4, "Il y a déjà un carnet ici");
    assert!(desk.files("demo") == before, "a file changed");
}

#[test]
fn what_leaves_is_shown_first_and_what_is_left_out_is_not_in_it() {
    let desk = Desk::empty();
    desk.vigie(&["demo", "--dir", "demo", "--lang", "fr"]).ok();
    let preview = |args: &[&str]| {
        let mut command = desk.command(&["preview", "--dir", "demo/journal", "--lang", "fr"]);
        command.args(args).env("VIGIE_PASSPHRASE_FILE", desk.path("demo/journal-passphrase.txt"));
        vigie_e2e::run(&mut command).ok()
    };
    let all = preview(&[]).out;
    for words in ["Camille", "DEPUIS LA DERNIÈRE CONSULTATION", "bas du dos", "cure", "CA 15-3"] {
        assert!(all.contains(words), "{words}\n{all}");
    }
    let less = preview(&["--no-name", "--no-notes", "--without", "pain:lower-back"]).out;
    assert!(less.contains("Nom non indiqué") && less.contains("ne pas tout montrer"), "{less}");
    for words in ["Camille", "bas du dos", "Deux jours à plat"] {
        assert!(!less.contains(words), "{words}\n{less}");
    }
    let json = preview(&["--json"]).json();
    let parts: Vec<&str> = json[0]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["part"].as_str().unwrap())
        .collect();
    assert_eq!(&parts[..4], ["changes", "prompts", "voice", "symptoms"]);
}
