//! A person at a real terminal (a pseudo-terminal): first run and a check-in, in French.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use rexpect::session::{PtySession, spawn_command};
use vigie_e2e::{Desk, PASSPHRASE};

/// A hanging dialogue must end the test, not the night; far more than any answer takes.
const PATIENCE_MS: u64 = 60_000;

fn talk(desk: &Desk, args: &[&str]) -> PtySession {
    talk_at(desk, args, vigie_e2e::NOW)
}

fn talk_at(desk: &Desk, args: &[&str], now: &str) -> PtySession {
    let mut command = desk.command(args);
    command.env("VIGIE_NOW", now);
    command.env_remove("VIGIE_PASSPHRASE_FILE").env("LANG", "fr_FR.UTF-8").env("TERM", "xterm");
    // The terminal is the dialogue's own.
    command.stdin(std::process::Stdio::inherit());
    spawn_command(command, Some(PATIENCE_MS)).unwrap()
}

/// rexpect reads bytes as Latin-1 letters: the needle has to look the same.
fn hears(session: &mut PtySession, words: &str) {
    let latin: String = words.bytes().map(char::from).collect();
    session.exp_string(&latin).unwrap_or_else(|error| panic!("{words}: {error}"));
}

fn answer(session: &mut PtySession, question: &str, answer: &str) {
    hears(session, question);
    session.send_line(answer).unwrap();
}

#[test]
fn a_first_run_and_a_check_in_are_spoken_through_in_a_terminal() {
    let desk = Desk::empty();
    let mut init = talk(&desk, &["init"]);
    answer(&mut init, "Choisissez une phrase secrète", PASSPHRASE);
    answer(&mut init, "Encore une fois", PASSPHRASE);
    answer(&mut init, "Quel traitement", "99");
    answer(&mut init, "Un numéro de 1 à 7", "1");
    answer(&mut init, "Qui appeler en premier", "Mme Martin");
    answer(&mut init, "Son numéro", "01 99 00 12 34");
    answer(&mut init, "Parmi vos proches", "Paul");
    answer(&mut init, "Son numéro", "06 00 00 00 00");
    hears(&mut init, "Voici votre code de secours");
    let (_, code) = init.exp_regex("[0-9A-Z]{5}(-[0-9A-Z]{5}){6}").unwrap();
    let group = code.split('-').nth(2).unwrap().to_owned();
    answer(&mut init, "recopiez le groupe 3", "?????");
    answer(&mut init, "Ce n’est pas ce groupe", &group);
    init.exp_eof().unwrap();

    let mut log = talk(&desk, &["log"]);
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    answer(&mut log, "au lit toute la journée", "2");
    answer(&mut log, "fatigué(e) aujourd’hui", "onze");
    answer(&mut log, "un nombre entier de 0 à 10", "6");
    answer(&mut log, "au pire moment", "x");
    hears(&mut log, "C’est enregistré");
    log.exp_eof().unwrap();

    let rows = desk.rows();
    assert!(rows.contains(&"me,2026-11-23,performance,2".to_owned()), "{rows:?}");
    assert!(rows.contains(&"me,2026-11-23,fatigue,6".to_owned()), "{rows:?}");
    assert!(rows.contains(&"me,2026-11-23,nausea,too-unwell".to_owned()), "{rows:?}");
    assert!(desk.vigie(&["status"]).ok().out.contains("check-in is done"));
}

#[test]
fn a_new_pain_at_night_is_found_by_a_few_letters_and_asks_for_a_call() {
    let desk = Desk::with_passphrase();
    let mut log = talk(&desk, &["log", "--yesterday"]);
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    answer(&mut log, "au lit toute la journée", "");
    for _ in 0..9 {
        answer(&mut log, "10", "");
    }
    answer(&mut log, "une douleur nouvelle", "bas du d");
    answer(&mut log, "Douleur, bas du dos", "1");
    answer(&mut log, "bas du dos), au pire moment", "5");
    answer(&mut log, "C’est comment", "");
    answer(&mut log, "réveillé(e) la nuit", "o");
    answer(&mut log, "une douleur nouvelle", "");
    answer(&mut log, "Numéros, séparés", "");
    answer(&mut log, "Votre température", "");
    answer(&mut log, "Votre poids", "");
    answer(&mut log, "reçu un traitement", "");
    answer(&mut log, "médicament contre la douleur", "");
    answer(&mut log, "Une note", "");
    answer(&mut log, "Une question", "");
    hears(&mut log, "Appelez votre équipe soignante aujourd’hui");
    log.exp_eof().unwrap();
    let rows = desk.rows();
    assert!(rows.contains(&"me,2026-11-22,night:lower-back,yes".to_owned()), "{rows:?}");
    // It is asked again from now on.
    let status = desk.vigie(&["status", "--json"]).ok().json();
    let list = status[0]["list"].as_array().unwrap();
    assert!(list.iter().any(|item| item == "pain:lower-back"), "{list:?}");
}

#[test]
fn a_doubtful_measure_is_asked_back_and_the_rest_of_the_check_in_stays() {
    let desk = Desk::with_passphrase();
    desk.log(r#"{"date":"2026-11-20","measures":{"weight":70}}"#).ok();
    let mut log = talk(&desk, &["log"]);
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    answer(&mut log, "au lit toute la journée", "1");
    answer(&mut log, "fatigué(e) aujourd’hui", "5");
    for _ in 0..8 {
        answer(&mut log, "10", "");
    }
    answer(&mut log, "une douleur nouvelle", "");
    answer(&mut log, "Numéros, séparés", "");
    // Impossible: asked again, with what it may be.
    answer(&mut log, "Votre température", "101,3");
    hears(&mut log, "En degrés Fahrenheit, cela ferait 38,5");
    answer(&mut log, "Votre température", "37,1");
    // Possible and doubtful: a yes keeps it, another value stands in its place.
    answer(&mut log, "Votre poids", "154");
    hears(&mut log, "En livres, cela ferait 69,9");
    answer(&mut log, "est-ce bien cela", "62");
    hears(&mut log, "c’était 70");
    answer(&mut log, "est-ce bien cela", "o");
    answer(&mut log, "reçu un traitement", "");
    answer(&mut log, "médicament contre la douleur", "");
    answer(&mut log, "Une note", "un mot");
    answer(&mut log, "Une question", "");
    hears(&mut log, "C’est enregistré");
    log.exp_eof().unwrap();
    let rows = desk.rows();
    for row in ["performance,1", "fatigue,5", "temperature,37.1", "weight,62", "note,un mot"] {
        assert!(rows.contains(&format!("me,2026-11-23,{row}")), "{row}: {rows:?}");
    }
}

#[test]
fn a_correction_keeps_what_is_not_corrected() {
    let desk = Desk::with_passphrase();
    desk.log(
        r#"{"date":"2026-11-23","state":2,"answers":{"fatigue":6},"measures":{"temperature":37.2},"note":"un mot"}"#,
    )
    .ok();
    let mut log = talk(&desk, &["log", "--correct"]);
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    answer(&mut log, "au lit toute la journée", "");
    answer(&mut log, "fatigué(e) aujourd’hui", "4");
    // The line is gone before the end: what was said before stays.
    hears(&mut log, "au pire moment");
    log.send_control('d').unwrap();
    hears(&mut log, "C’est enregistré");
    log.exp_eof().unwrap();
    let rows = desk.rows();
    for row in ["performance,2", "fatigue,4", "temperature,37.2", "note,un mot"] {
        assert!(rows.contains(&format!("me,2026-11-23,{row}")), "{row}: {rows:?}");
    }
}

#[test]
fn the_end_of_input_keeps_what_was_said_so_far() {
    let desk = Desk::with_passphrase();
    let mut log = talk(&desk, &["log"]);
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    answer(&mut log, "au lit toute la journée", "1");
    answer(&mut log, "fatigué(e) aujourd’hui", "5");
    hears(&mut log, "au pire moment");
    log.send_control('d').unwrap();
    hears(&mut log, "C’est enregistré");
    log.exp_eof().unwrap();
    assert_eq!(desk.rows(), ["me,2026-11-23,performance,1", "me,2026-11-23,fatigue,5"]);
}

#[test]
fn who_comes_back_after_days_of_silence_hears_that_somebody_close_can_answer() {
    let desk = Desk::with_passphrase();
    desk.log(r#"{"date":"2026-11-23","measures":{"temperature":38.4}}"#).ok();
    let mut log = talk_at(&desk, &["log"], "2026-11-27T10:00+01:00");
    answer(&mut log, "Phrase secrète", PASSPHRASE);
    hears(&mut log, "un proche peut le faire pour vous");
    answer(&mut log, "au lit toute la journée", "3");
    answer(&mut log, "fatigué(e) aujourd’hui", "x");
    hears(&mut log, "C’est enregistré");
    log.exp_eof().unwrap();
}

#[test]
fn two_passphrases_that_differ_make_no_journal() {
    let desk = Desk::empty();
    let mut init = talk(&desk, &["init"]);
    answer(&mut init, "Choisissez une phrase secrète", PASSPHRASE);
    answer(&mut init, "Encore une fois", "quatre mots mal secrets");
    hears(&mut init, "Les deux phrases ne sont pas les mêmes");
    init.exp_eof().unwrap();
    assert!(!desk.path("journal").exists());
}

#[test]
fn the_rules_of_a_team_are_put_in_force_only_after_a_clear_yes() {
    let desk = Desk::with_passphrase();
    let builtin = include_str!("../../../core/watch/rules/vigie-general.json");
    let pack = builtin.replace("vigie-general", "hopital-de-jour").replace("38.0", "37.8");
    let pack = desk.write("pack.json", pack);
    desk.vigie(&["rules", "new-key", "--to", "team.key"]).ok();
    desk.vigie(&["rules", "sign", &pack, "--key", "team.key", "--to", "signed.json"]).ok();
    for (typed, said) in
        [("", "Rien n’a changé"), ("n", "Rien n’a changé"), ("oui", "en vigueur, dès")]
    {
        let mut install = talk(&desk, &["rules", "install", "signed.json"]);
        answer(&mut install, "Phrase secrète", PASSPHRASE);
        hears(&mut install, "Règles hopital-de-jour");
        hears(&mut install, "Signées avec la clé");
        hears(&mut install, "Plus attentive");
        hears(&mut install, "température de 37,8\u{a0}°C ou plus");
        answer(&mut install, "Mettre ces règles en vigueur", typed);
        hears(&mut install, said);
        install.exp_eof().unwrap();
    }
    assert!(desk.vigie(&["rules", "show"]).ok().out.contains("hopital-de-jour"));
}
