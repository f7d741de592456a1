//! What a check-in makes of the lines that are typed.

use super::*;
use crate::dialog::Script;
use vigie_journal::{KnownBody, Rating};

fn rated(rating: u8) -> Answer {
    Answer::Rated(Rating::new(rating).unwrap())
}

fn check_in(answers: &[&str]) -> (DailyEntry, Vec<String>) {
    let asked: Vec<Asked> = [("fatigue", Some(rated(4))), ("nausea", None), ("sleep", None)]
        .into_iter()
        .map(|(item, yesterday)| Asked { item: item.parse().unwrap(), yesterday })
        .collect();
    let last = ("2026-11-20".parse().unwrap(), Weight::parse("70").unwrap());
    let known = KnownBody { weight: Some(last), height: None };
    let mut script = Script::new(answers);
    let mut check_in = CheckIn {
        words: Words::of(Lang::Fr),
        dialog: &mut script,
        entry: DailyEntry::new("2026-11-23".parse().unwrap()),
        stop: false,
        fever_again: false,
        state_before: PerformanceStatus::new(2),
        doubts: &|entry| entry.doubts(&known),
    };
    check_in.ask(&asked);
    let entry = check_in.entry;
    (entry, script.heard)
}

fn answer(entry: &DailyEntry, item: &str) -> Option<Answer> {
    entry.answers.get(&item.parse().unwrap()).copied()
}

#[test]
fn a_whole_check_in_is_recorded_as_it_was_said() {
    let (entry, _) = check_in(&[
        "1", "6", "", "=", // state, fatigue, nausea passed, sleep has no yesterday
        "3", // so it is asked again
        "dos", "2", "5", "1", "o", "",     // a new pain in the back, at night
        "1 20", // two signs
        "38,2", "71", // measures
        "o", "", // treatment today, no painkiller
        "une note", "", // words, no question
    ]);
    assert_eq!(entry.state.unwrap().get(), 1);
    assert_eq!(answer(&entry, "fatigue"), Some(rated(6)));
    assert_eq!(answer(&entry, "nausea"), Some(Answer::Skipped));
    assert_eq!(answer(&entry, "sleep"), Some(rated(3)));
    let (site, detail) = entry.pains.iter().next().unwrap();
    assert!(site.region().is_spinal() && detail.wakes_at_night);
    assert_eq!(entry.ticks.len(), 2);
    assert_eq!(entry.administration, Some(None));
    assert_eq!(entry.note.unwrap().as_str(), "une note");
    assert_eq!(entry.measures.temperature.unwrap().get(), 38.2);
    assert_eq!(entry.measures.weight.unwrap().get(), 71.0);
}

#[test]
fn too_unwell_ends_it_and_keeps_what_was_said() {
    let (entry, heard) = check_in(&["3", "8", "x"]);
    assert!(entry.too_unwell);
    assert_eq!(answer(&entry, "fatigue"), Some(rated(8)));
    assert_eq!(answer(&entry, "nausea"), Some(Answer::TooUnwell));
    assert_eq!(answer(&entry, "sleep"), Some(Answer::TooUnwell));
    assert!(heard.last().unwrap().contains("10"), "nothing is asked after it");
}

#[test]
fn same_as_yesterday_is_marked_as_such() {
    let (entry, _) = check_in(&["=", "=", "0"]);
    assert_eq!(entry.state.unwrap().get(), 2);
    assert_eq!(answer(&entry, "fatigue"), Some(rated(4)));
    assert!(entry.same_as_before.contains(&"fatigue".parse().unwrap()));
    assert_eq!(answer(&entry, "nausea"), Some(rated(0)));
    assert_eq!(answer(&entry, "sleep"), None, "what was not asked is not there");
}

#[test]
fn what_cannot_be_read_is_asked_again_with_a_sentence() {
    let (entry, heard) = check_in(&["9", "2", "onze", "11", "7"]);
    assert_eq!(entry.state.unwrap().get(), 2);
    assert_eq!(answer(&entry, "fatigue"), Some(rated(7)));
    assert!(heard.iter().any(|line| line.contains("un nombre entier de 0 à 10")));
}

#[test]
fn a_word_that_is_no_symptom_becomes_the_persons_own() {
    let (entry, _) = check_in(&["", "", "", "", "goût de métal", "4"]);
    assert_eq!(answer(&entry, "own:goût de métal"), Some(rated(4)));
}

/// A check-in in which only the measures are answered, with these lines.
fn measures(said: &[&str]) -> (DailyEntry, String) {
    let before = ["1", "", "", "", "", ""];
    let (entry, heard) = check_in(&[&before[..], said].concat());
    (entry, heard.join("\n").replace(['\u{a0}', '\u{202f}'], " "))
}

#[test]
fn an_impossible_measure_is_asked_again_with_what_it_may_be() {
    let (entry, heard) = measures(&["101,3", "38,5", "715", "71,5", "", "", "", ""]);
    assert!(heard.contains("En degrés Fahrenheit, cela ferait 38,5 °C."), "{heard}");
    assert!(heard.contains("c’est 71,5 kg."), "{heard}");
    assert_eq!(entry.measures.temperature, Temperature::parse("38.5").ok());
    assert_eq!(entry.measures.weight, Weight::parse("71.5").ok());
    assert_eq!(entry.state.unwrap().get(), 1, "nothing else is lost");
}

#[test]
fn a_doubtful_measure_is_kept_after_a_yes_corrected_or_left_out() {
    let of = |said: &[&str]| {
        let (entry, heard) = measures(said);
        assert!(heard.contains("154 kg, est-ce bien cela ? (o = oui"), "{heard}");
        assert!(heard.contains("En livres, cela ferait 69,9 kg."), "{heard}");
        entry.measures.weight.map(|weight| weight.to_string())
    };
    assert_eq!(of(&["37", "154", "o", ""]).as_deref(), Some("154"));
    assert_eq!(of(&["37", "154", "69,9", ""]).as_deref(), Some("69.9"));
    assert_eq!(of(&["37", "154", "n", "70", ""]).as_deref(), Some("70"));
    assert_eq!(of(&["37", "154", "153", "o", ""]).as_deref(), Some("153"));
    assert_eq!(of(&["37", "154", "", ""]), None);
    // The line is gone before the yes: what was said stays.
    assert_eq!(of(&["37", "154"]).as_deref(), Some("154"));
}

#[test]
fn usual_measures_are_not_asked_back() {
    let (entry, heard) = measures(&["38,4", "71", "", "", "", ""]);
    assert!(!heard.contains("est-ce bien cela"), "{heard}");
    assert_eq!(entry.measures.temperature, Temperature::parse("38.4").ok());
    assert_eq!(entry.measures.weight, Weight::parse("71").ok());
}
