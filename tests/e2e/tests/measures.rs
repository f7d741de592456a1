//! A temperature or a weight that cannot be, or can hardly be, is asked back; nothing else is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

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

#[test]
fn an_impossible_measure_is_refused_with_what_was_understood_and_what_it_may_be() {
    for (measures, english, french) in [
        (
            r#""temperature":83"#,
            "Line 1: Temperature: 83 °C was understood, which nobody can have. If two digits changed places, it is 38 °C. Correct it.",
            "Ligne 1 : Température : 83 °C a été compris, ce que personne ne peut avoir. Si deux chiffres ont été inversés, c’est 38 °C. Corrigez",
        ),
        (
            r#""temperature":101.3"#,
            "101.3 °C was understood, which nobody can have. In degrees Fahrenheit that would be 38.5 °C. Correct it.",
            "101,3 °C a été compris, ce que personne ne peut avoir. En degrés Fahrenheit, cela ferait 38,5 °C.",
        ),
        (
            r#""temperature":382"#,
            "If the decimal point is missing or misplaced, it is 38.2 °C.",
            "S’il manque une virgule, ou si elle est mal placée, c’est 38,2 °C.",
        ),
        (
            r#""weight":715"#,
            "Weight: 715 kg was understood, which nobody can have. If the decimal point is missing or misplaced, it is 71.5 kg.",
            "Poids : 715 kg a été compris, ce que personne ne peut peser. S’il manque une virgule, ou si elle est mal placée, c’est 71,5 kg.",
        ),
        (
            r#""weight":"154 lb""#,
            "Weight: 154 pounds was understood; it is kept in kg. That is 69.9 kg.",
            "Poids : 154 en livres a été compris ; il se note en kg. Cela fait 69,9 kg.",
        ),
    ] {
        let desk = desk();
        let before = desk.bytes();
        // Saying that one is sure does not make it possible.
        for more in ["", r#","sure":true"#] {
            desk.log(&line(measures, more)).refused(9, english);
        }
        let path = desk.write("one.jsonl", line(measures, ""));
        desk.vigie(&["log", "--json", &path, "--lang", "fr"]).refused(9, french);
        assert!(desk.bytes() == before, "a file changed: {measures}");
    }
}

#[test]
fn a_doubtful_measure_is_refused_with_its_sentence_unless_the_line_says_that_it_is_sure() {
    for (measures, english, french) in [
        (
            r#""weight":6"#,
            "Weight: 6 kg was understood; on 20 November 2026 it was 70 kg. A digit may be missing. Correct it, or add sure:true to this line if it is right.",
            "Poids : 6 kg a été compris ; le 20 novembre 2026, c’était 70 kg. Il manque peut-être un chiffre. Corrigez la valeur, ou ajoutez sure:true",
        ),
        (
            r#""weight":154"#,
            "In pounds that would be 69.9 kg. Correct it, or",
            "En livres, cela ferait 69,9 kg.",
        ),
        (
            r#""weight":62.9"#,
            "Weight: 62.9 kg was understood; on 20 November 2026 it was 70 kg. If two digits changed places, it is 69.2 kg. Correct it, or",
            "Poids : 62,9 kg a été compris ; le 20 novembre 2026, c’était 70 kg. Si deux chiffres ont été inversés, c’est 69,2 kg. Corrigez",
        ),
        (
            r#""weight":17.5"#,
            "If two digits changed places, it is 71.5 kg.",
            "Si deux chiffres ont été inversés, c’est 71,5 kg.",
        ),
        (
            r#""temperature":32.8"#,
            "Temperature: 32.8 °C was understood, which is very low. If two digits changed places, it is 38.2 °C.",
            "Température : 32,8 °C a été compris, ce qui est très bas. Si deux chiffres ont été inversés, c’est 38,2 °C.",
        ),
        (
            r#""temperature":42.1"#,
            "Temperature: 42.1 °C was understood, which is very high.",
            "Température : 42,1 °C a été compris, ce qui est très haut.",
        ),
    ] {
        let desk = desk();
        let before = desk.bytes();
        desk.log(&line(measures, "")).refused(9, english);
        desk.log(&line(measures, r#","sure":false"#)).refused(9, english);
        let path = desk.write("one.jsonl", line(measures, ""));
        desk.vigie(&["log", "--json", &path, "--lang", "fr"]).refused(9, french);
        assert!(desk.bytes() == before, "a file changed: {measures}");
        let answers = desk.log(&line(measures, r#","sure":true"#)).ok().json();
        assert!(answers[0]["id"].is_string());
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
    desk.log(r#"{"date":"2026-11-20","measures":{"weight":152}}"#).refused(9, "very high");
    desk.log(r#"{"date":"2026-11-20","measures":{"weight":152},"sure":true}"#).ok();
    desk.log(r#"{"date":"2026-11-23","measures":{"weight":150}}"#).ok();
}

#[test]
fn the_lines_before_a_doubtful_one_are_recorded_and_those_after_it_can_be_sent_again() {
    let desk = desk();
    let good = r#"{"date":"2026-11-21","answers":{"fatigue":2}}"#;
    let last = r#"{"date":"2026-11-22","answers":{"fatigue":4}}"#;
    let doubtful = r#"{"date":"2026-11-23","measures":{"weight":154},"ticks":["chest-pain"]}"#;
    let run = desk.log(&format!("{good}\n{doubtful}\n{last}\n"));
    assert_eq!(run.json().len(), 1, "the line before it is answered");
    run.refused(9, "Line 2: Weight: 154 kg");
    let corrected = doubtful.replace("154", "69.9");
    let answers = desk.log(&format!("{corrected}\n{last}\n")).ok().json();
    assert_eq!(answers[0]["prompt"]["level"], "now");
    assert_eq!(answers.len(), 2);
    assert_eq!(desk.rows().len(), 5);
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
            "line 3: Weight: 154 kg was understood; on 1 October 2026 it was 70 kg. In pounds"
        ),
        "{told}"
    );
    assert!(told.contains("line 5: Temperature: 32.8 °C"), "{told}");
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
    assert!(told.contains("ligne 3 : Poids : 154 kg a été compris"), "{told}");

    let listed = Desk::new();
    let path = listed.write("t.csv", &table);
    let report = listed.vigie(&["import", &path, "--json"]).ok().json();
    let doubtful = report[0]["doubtful"].as_array().unwrap();
    assert_eq!(doubtful.len(), 2);
    assert_eq!(
        (&doubtful[0]["line"], &doubtful[0]["what"], &doubtful[0]["why"]),
        (&3.into(), &"weight".into(), &"changed".into())
    );

    // A weight that is no weight is a bad row like any other, and the sentence knows of pounds.
    let path = listed.write("bad.csv", format!("{HEADER}p,2026-10-09,weight,715\n"));
    listed.vigie(&["import", &path]).refused(9, "Line 2: Weight: a weight from 2 to 500 kg (154");
    let path = listed.write("bad.csv", format!("{HEADER}p,2026-10-09,temperature,101.3\n"));
    listed.vigie(&["import", &path]).refused(9, "(101 in degrees Fahrenheit is 38.3)");
}
