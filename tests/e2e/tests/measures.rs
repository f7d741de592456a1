//! A temperature or a weight that cannot be, or can hardly be, is asked back; nothing else is lost or waits.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use serde_json::{Value, json};
use vigie_e2e::Desk;

const HEADER: &str = "patient,date,item,value\n";

/// A journal whose last weight is 70 kg, three days ago.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.log(r#"{"date":"2026-11-20","measures":{"weight":70}}"#).ok();
    desk
}

fn line(measures: &str, more: &str) -> String {
    format!(
        r#"{{"date":"2026-11-23","answers":{{"fatigue":3}},"measures":{{{measures}}},"note":"un mot"{more}}}"#
    )
}

/// A text without no-break spaces.
fn plain(text: &Value) -> String {
    text.as_str().unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Records one line whose only measure is asked back, in both languages: all the rest of it is there.
/// Gives what the answer says of the measure.
fn asked_back(measures: &str, more: &str, english: &str, french: &str) -> Value {
    let desk = desk();
    let run = desk.log(&line(measures, more));
    let answers = run.json();
    run.refused(9, "Line 1: a measure is to be checked and is not recorded, everything else is.");
    assert_eq!(answers.len(), 1);
    assert!(answers[0]["id"].is_string(), "{answers:?}");
    assert_eq!(
        desk.rows()[1..],
        ["me,2026-11-23,fatigue,3", "me,2026-11-23,note,un mot"],
        "{measures}: all but the measure"
    );
    let [doubtful] = answers[0]["doubtful"].as_array().unwrap().as_slice() else {
        panic!("{answers:?}");
    };
    assert!(plain(&doubtful["text"]).contains(english), "{doubtful}");

    let path = desk.write("one.jsonl", line(measures, more));
    let run = desk.vigie(&["log", "--json", &path, "--lang", "fr"]);
    let told = plain(&run.json()[0]["doubtful"][0]["text"]);
    assert!(told.contains(french), "{told}");
    run.refused(9, "Ligne 1 : une mesure est à vérifier et n’est pas enregistrée, tout le reste");
    doubtful.clone()
}

#[test]
fn an_impossible_measure_is_asked_back_with_what_was_understood_and_what_it_may_be() {
    for (measures, english, french) in [
        (
            r#""temperature":83"#,
            "Temperature: the journal read 83 °C, which is impossible. If two digits changed places, it is 38 °C.",
            "Température : le carnet a lu 83 °C, ce qui est impossible. Si deux chiffres ont été inversés, c’est 38 °C.",
        ),
        (
            r#""temperature":101.3"#,
            "the journal read 101.3 °C, which is impossible. In degrees Fahrenheit that would be 38.5 °C.",
            "le carnet a lu 101,3 °C, ce qui est impossible. En degrés Fahrenheit, cela ferait 38,5 °C.",
        ),
        (
            r#""temperature":382"#,
            "If the decimal point is missing or misplaced, it is 38.2 °C.",
            "S’il manque une virgule, ou si elle est mal placée, c’est 38,2 °C.",
        ),
        (
            r#""weight":715"#,
            "Weight: the journal read 715 kg, which is impossible. If the decimal point is missing or misplaced, it is 71.5 kg.",
            "Poids : le carnet a lu 715 kg, ce qui est impossible. S’il manque une virgule, ou si elle est mal placée, c’est 71,5 kg.",
        ),
        (
            r#""weight":"154 lb""#,
            "Weight: the journal read 154 pounds; it is kept in kg. That is 69.9 kg.",
            "Poids : le carnet a lu 154 livres ; il se note en kg. Cela fait 69,9 kg.",
        ),
    ] {
        // Saying that one is sure does not make it possible.
        for more in ["", r#","sure":true"#] {
            let doubtful = asked_back(measures, more, english, french);
            let why = if measures.contains("lb") { "other-unit" } else { "impossible" };
            assert_eq!(doubtful["why"], why, "{doubtful}");
        }
    }
}

#[test]
fn a_doubtful_measure_is_asked_back_with_its_sentence_unless_the_line_says_that_it_is_sure() {
    for (measures, english, french) in [
        (
            r#""weight":6"#,
            "Weight: the journal read 6 kg; on 20 November 2026 it was 70 kg. A digit may be missing.",
            "Poids : le carnet a lu 6 kg ; le 20 novembre 2026, c’était 70 kg. Il manque peut-être un chiffre.",
        ),
        (r#""weight":154"#, "In pounds that would be 69.9 kg.", "En livres, cela ferait 69,9 kg."),
        (
            r#""weight":62.9"#,
            "Weight: the journal read 62.9 kg; on 20 November 2026 it was 70 kg. If two digits changed places, it is 69.2 kg.",
            "Poids : le carnet a lu 62,9 kg ; le 20 novembre 2026, c’était 70 kg. Si deux chiffres ont été inversés, c’est 69,2 kg.",
        ),
        (
            r#""weight":17.5"#,
            "If two digits changed places, it is 71.5 kg.",
            "Si deux chiffres ont été inversés, c’est 71,5 kg.",
        ),
        (
            r#""temperature":32.8"#,
            "Temperature: the journal read 32.8 °C, which is very low. If two digits changed places, it is 38.2 °C.",
            "Température : le carnet a lu 32,8 °C, ce qui est très bas. Si deux chiffres ont été inversés, c’est 38,2 °C.",
        ),
        (
            r#""temperature":42.1"#,
            "Temperature: the journal read 42.1 °C, which is very high.",
            "Température : le carnet a lu 42,1 °C, ce qui est très haut.",
        ),
    ] {
        asked_back(measures, "", english, french);
        asked_back(measures, r#","sure":false"#, english, french);
        let desk = desk();
        let answers = desk.log(&line(measures, r#","sure":true"#)).ok().json();
        assert!(answers[0]["id"].is_string());
        assert_eq!(answers[0]["doubtful"], json!([]));
        // All of it is there: the measure, the answer, the note.
        let rows = desk.rows();
        let value = measures.replace('"', "").replace(':', ",");
        for said in [&value, "fatigue,3", "note,un mot"] {
            assert!(rows.contains(&format!("me,2026-11-23,{said}")), "{said}: {rows:?}");
        }
    }
}

#[test]
fn usual_measures_are_taken_without_a_question_also_when_they_are_grave() {
    for measures in [
        r#""temperature":35"#,
        r#""temperature":"38,2 °C""#,
        r#""temperature":42"#,
        r#""weight":63"#,
        r#""weight":77"#,
    ] {
        desk().log(&line(measures, "")).ok();
    }
    // Without an earlier weight a heavy or a light person is asked once, and then no more.
    let desk = Desk::new();
    let run = desk.log(r#"{"date":"2026-11-20","measures":{"weight":152}}"#);
    assert_eq!((run.code, &run.json()[0]["doubtful"][0]["why"]), (9, &"very-high".into()));
    desk.log(r#"{"date":"2026-11-20","measures":{"weight":152},"sure":true}"#).ok();
    desk.log(r#"{"date":"2026-11-23","measures":{"weight":150}}"#).ok();
}

#[test]
fn a_doubtful_measure_never_holds_back_a_sign_that_means_now() {
    for (measures, asked) in [
        (r#""weight":154"#, 1),
        (r#""weight":6"#, 1),
        (r#""weight":"154 lb""#, 1),
        (r#""temperature":83"#, 1),
        (r#""temperature":42.1"#, 1),
        (r#""temperature":382,"weight":715"#, 2),
        (r#""temperature":32.8,"weight":715"#, 2),
    ] {
        let desk = desk();
        let mut logging = desk.logging();
        // The answer comes at once, before there is another line, and outlives a crash.
        let said = line(measures, r#","ticks":["chest-pain"]"#);
        let answer = logging.answer(&said);
        logging.kill();
        let prompt = &answer["prompt"];
        assert_eq!(prompt["level"], "now", "{measures}: {answer}");
        assert_eq!(answer["doubtful"].as_array().unwrap().len(), asked, "{answer}");
        let open = desk.vigie(&["prompts", "--json"]).ok().json();
        assert!(open.iter().any(|open| open["id"] == prompt["id"]), "{open:?}");
        let rows = desk.answers();
        assert_eq!(
            rows[1..],
            [
                "me,2026-11-23,fatigue,3",
                "me,2026-11-23,tick:chest-pain,yes",
                "me,2026-11-23,note,un mot"
            ],
            "{measures}"
        );
        // The same prompt as that of the line without the measures.
        let without = self::desk();
        let plain = without.log(&line("", r#","ticks":["chest-pain"]"#)).ok().json();
        let (reasons, plain) = (&prompt["reasons"], &plain[0]["prompt"]["reasons"]);
        assert_eq!(reasons, plain);
    }
}

#[test]
fn what_was_asked_back_is_sent_again_with_its_date_corrected_or_with_sure() {
    let desk = desk();
    let run = desk.log(&line(r#""weight":154,"temperature":32.8"#, ""));
    assert_eq!(
        run.json()[0]["doubtful"],
        json!([
            { "what": "temperature", "value": 32.8, "why": "very-low",
              "guess": { "slip": "swapped", "value": 38.2 },
              "text": "Temperature: the journal read 32.8\u{a0}°C, which is very low. If two digits changed places, it is 38.2\u{a0}°C." },
            { "what": "weight", "value": 154.0, "why": "changed",
              "guess": { "slip": "pounds", "value": 69.9 },
              "text": "Weight: the journal read 154\u{a0}kg; on 20\u{a0}November\u{a0}2026 it was 70\u{a0}kg. In pounds that would be 69.9\u{a0}kg." },
        ])
    );
    let again = [
        r#"{"date":"2026-11-23","measures":{"weight":69.9}}"#,
        r#"{"date":"2026-11-23","measures":{"temperature":32.8},"sure":true}"#,
    ];
    desk.log(&again.join("\n")).ok();
    let rows = desk.answers();
    let mut rows: Vec<_> =
        rows[1..].iter().map(|row| row.trim_start_matches("me,2026-11-23,")).collect();
    rows.sort_unstable();
    assert_eq!(rows, ["fatigue,3", "note,un mot", "temperature,32.8", "weight,69.9"]);
}

#[test]
fn a_line_that_holds_nothing_but_a_doubtful_measure_records_nothing_and_is_answered() {
    let desk = desk();
    let before = desk.bytes();
    for more in ["", r#","by":"Anne""#] {
        let run = desk.log(&format!(r#"{{"date":"2026-11-23","measures":{{"weight":6}}{more}}}"#));
        let answer = &run.json()[0];
        assert!(answer["id"].is_null() && answer["prompt"].is_null(), "{answer}");
        assert_eq!(
            (&answer["doubtful"][0]["why"], &answer["doubtful"][0]["guess"]),
            (&"changed".into(), &json!({ "slip": "digit", "value": null }))
        );
        run.refused(9, "Line 1: a measure is to be checked");
    }
    assert!(desk.bytes() == before, "a file changed");
    // One that holds nothing at all is refused as ever.
    desk.log(r#"{"date":"2026-11-23","measures":{}}"#).refused(9, "Line 1: ");
}

#[test]
fn every_line_is_worked_through_and_those_with_a_doubtful_measure_are_named_at_the_end() {
    let desk = desk();
    let good = r#"{"date":"2026-11-21","answers":{"fatigue":2}}"#;
    let doubtful = line(r#""weight":154"#, "");
    let last = r#"{"date":"2026-11-22","measures":{"weight":69.9}}"#;
    let lines = format!("{good}\n{doubtful}\n\n{last}\n{doubtful}\n");
    let run = desk.log(&lines);
    let asked: Vec<_> =
        run.json().iter().map(|answer| answer["doubtful"].as_array().unwrap().len()).collect();
    assert_eq!(asked, [0, 1, 0, 1], "each is answered");
    run.refused(9, "Lines 2, 5: a measure is to be checked");
    assert!(desk.rows().contains(&"me,2026-11-22,weight,69.9".to_owned()));

    // Any other bad input ends the work as ever, and what was asked back before it is not passed over.
    for bad in [
        r#"{"date":"2026-11-23","answers":{"fatigue":11},"measures":{"weight":154}}"#,
        r#"{"date":"2026-11-23","answers":{"fever":1}}"#,
        r#"{"date":"2026-11-23","measures":{"weight":"heavy"}}"#,
    ] {
        let desk = self::desk();
        let run = desk.log(&format!("{doubtful}\n{bad}\n{last}\n"));
        assert_eq!(run.json().len(), 1);
        run.refused(9, "recorded, except for the measures to be checked.");
        desk.log(&format!("{good}\n{bad}\n")).refused(9, ". The lines before it are recorded.");
    }
}

#[test]
fn doubtful_rows_of_a_table_are_kept_counted_and_listed_and_impossible_ones_refused() {
    let desk = Desk::new();
    let table = format!(
        "{HEADER}p,2026-10-01,weight,70\np,2026-10-03,weight,154\np,2026-10-05,weight,70.2\n\
         p,2026-10-06,temperature,32.8\np,2026-10-07,temperature,38.2\np,2026-10-08,fatigue,3\n"
    );
    let path = desk.write("t.csv", &table);
    let told = desk.vigie(&["import", &path]).ok().out.replace('\u{a0}', " ");
    assert!(told.contains("2 unusual values were kept"), "{told}");
    assert!(
        told.contains(
            "line 3: Weight: the journal read 154 kg; on 1 October 2026 it was 70 kg. In pounds"
        ),
        "{told}"
    );
    assert!(told.contains("line 5: Temperature: the journal read 32.8 °C"), "{told}");
    assert_eq!(desk.rows().len(), 6, "they are history: nothing is left out");
    let again = desk.vigie(&["import", &path, "--json"]).ok().json();
    assert_eq!(
        again[0]["doubtful"].as_array().unwrap().len(),
        0,
        "what is there is not told twice"
    );

    let french = Desk::new();
    let path = french.write("t.csv", &table);
    let told = french.vigie(&["import", &path, "--lang", "fr"]).ok().out;
    let told = told.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains("2 valeurs inhabituelles ont été gardées"), "{told}");
    assert!(told.contains("ligne 3 : Poids : le carnet a lu 154 kg"), "{told}");

    let listed = Desk::new();
    let path = listed.write("t.csv", &table);
    let report = listed.vigie(&["import", &path, "--json"]).ok().json();
    let doubtful = report[0]["doubtful"].as_array().unwrap();
    assert_eq!(doubtful.len(), 2);
    assert_eq!(
        (&doubtful[0]["line"], &doubtful[0]["what"], &doubtful[0]["why"]),
        (&3.into(), &"weight".into(), &"changed".into())
    );
    assert_eq!(doubtful[0]["guess"], json!({ "slip": "pounds", "value": 69.9 }));

    // A weight that is no weight is a bad row like any other, and the sentence knows of pounds.
    let path = listed.write("bad.csv", format!("{HEADER}p,2026-10-09,weight,715\n"));
    listed.vigie(&["import", &path]).refused(9, "Line 2: Weight: a weight from 2 to 500 kg (154");
    let path = listed.write("bad.csv", format!("{HEADER}p,2026-10-09,temperature,101.3\n"));
    listed.vigie(&["import", &path]).refused(9, "(101 in degrees Fahrenheit is 38.3)");
}
