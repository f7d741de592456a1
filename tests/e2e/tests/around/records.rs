//! Added, listed, corrected, taken back; who told it; what two copies of a journal say.

use super::{all, english, french, json};
use serde_json::Value;
use vigie_e2e::Desk;

/// A record: its command, how it is added, the fields that come back, a correction, the fields that come back then.
type Story<'a> =
    (&'a str, &'a [&'a str], &'a [(&'a str, &'a str)], &'a [&'a str], (&'a str, &'a str));

const STORIES: &[Story<'_>] = &[
    (
        "result",
        &["CEA", "12,30", "--unit", "ng/mL", "--range", "-5", "--date", "2026-11-20"],
        &[
            ("name", "CEA"),
            ("value", "12.30"),
            ("unit", "ng/mL"),
            ("range", "-5"),
            ("date", "2026-11-20"),
        ],
        &["--value", "<0,5"],
        ("value", "<0.5"),
    ),
    (
        "scan",
        &[
            "ct",
            "--place",
            "CHU",
            "--conclusion",
            "stable",
            "--told",
            "Rien de neuf",
            "--date",
            "hier",
        ],
        &[
            ("kind", "ct"),
            ("place", "CHU"),
            ("conclusion", "stable"),
            ("told", "Rien de neuf"),
            ("date", "2026-11-22"),
        ],
        &["--kind", "IRM", "--lang", "fr"],
        ("kind", "mri"),
    ),
    (
        "appointment",
        &[
            "consultation",
            "--date",
            "2026-12-03",
            "--time",
            "9h30",
            "--with",
            "Dr Petit",
            "--place",
            "CHU",
        ],
        &[
            ("kind", "consultation"),
            ("date", "2026-12-03"),
            ("time", "09:30"),
            ("with", "Dr Petit"),
            ("place", "CHU"),
        ],
        &["--decision", "On continue"],
        ("decision", "On continue"),
    ),
    (
        "question",
        &["Puis-je voyager ?"],
        &[("text", "Puis-je voyager ?"), ("date", "2026-11-23")],
        &["--text", "Puis-je prendre l’avion ?"],
        ("text", "Puis-je prendre l’avion ?"),
    ),
    (
        "support",
        &["hypnosis", "--with", "Mme R", "--helped", "little", "--note", "Calme", "--place", "CHU"],
        &[
            ("kind", "hypnosis"),
            ("with", "Mme R"),
            ("helped", "little"),
            ("note", "Calme"),
            ("place", "CHU"),
        ],
        &["--helped", "much"],
        ("helped", "much"),
    ),
    (
        "consent",
        &["trial", "ESSAI-1", "--date", "2026-11-02", "--place", "classeur bleu"],
        &[
            ("kind", "trial"),
            ("about", "ESSAI-1"),
            ("date", "2026-11-02"),
            ("place", "classeur bleu"),
        ],
        &["--signed", "2026-11-10"],
        ("signed", "2026-11-10"),
    ),
    (
        "medicine",
        &[
            "capécitabine",
            "--kind",
            "anticancer",
            "--at",
            "20h,8h 14/7",
            "--dose",
            "1500 mg",
            "--since",
            "2026-11-16",
        ],
        &[
            ("name", "capécitabine"),
            ("kind", "anticancer"),
            ("at", "08:00,20:00 14/7"),
            ("dose", "1500 mg"),
            ("since", "2026-11-16"),
        ],
        &["--until", "2026-12-20"],
        ("until", "2026-12-20"),
    ),
    (
        "wish",
        &["trusted-person", "--who", "Paul", "--place", "tiroir"],
        &[("kind", "trusted-person"), ("who", "Paul"), ("place", "tiroir")],
        &["--place", "chez le notaire"],
        ("place", "chez le notaire"),
    ),
];

#[test]
fn every_record_is_added_listed_corrected_and_taken_back() {
    let desk = Desk::new();
    for (command, given, fields, correction, (field, value)) in STORIES {
        let added = json(&desk, &[&[*command, "add"], *given].concat());
        let id = added["id"].as_str().unwrap().to_owned();
        let listed = all(&desk, &[command, "list"]);
        assert_eq!(listed.len(), 1, "{command}");
        for object in [&added, &listed[0]] {
            assert_eq!(object["id"], id.as_str());
            for (name, value) in *fields {
                assert_eq!(object[*name], *value, "{command} {name}");
            }
            assert_eq!(object["by"], Value::Null);
        }
        // The beginning of the id is enough, and only what is given changes.
        let corrected = json(&desk, &[&[*command, "correct", &id[..6]], *correction].concat());
        assert_eq!(corrected["id"], id.as_str());
        for (name, before) in fields.iter().filter(|(name, _)| name != field) {
            assert_eq!(corrected[*name], *before, "{command} {name}");
        }
        assert_eq!(corrected[*field], *value, "{command}");
        assert_eq!(all(&desk, &[command, "list"])[0][*field], *value, "{command}");
        let removed = json(&desk, &[command, "remove", &id]);
        assert_eq!((&removed["id"], &removed["removed"]), (&Value::from(id), &Value::from(true)));
        assert!(all(&desk, &[command, "list"]).is_empty(), "{command}");
    }
}

#[test]
fn what_is_told_twice_is_kept_once() {
    let desk = Desk::new();
    for (command, given, ..) in STORIES {
        let add = [&[*command, "add"], *given].concat();
        assert_eq!(json(&desk, &add)["id"], json(&desk, &add)["id"]);
        assert_eq!(all(&desk, &[command, "list"]).len(), 1, "{command}");
    }
    let again = [&["wish", "add"], STORIES[7].1].concat();
    assert!(french(&desk, &again).starts_with("C’était déjà noté, 23 novembre 2026 : "));
    assert!(english(&desk, &again).starts_with("It was already noted, 23 November 2026: "));
}

#[test]
fn a_relative_is_named_with_what_they_told() {
    let desk = Desk::new();
    for (command, given, ..) in STORIES {
        let add = [&[*command, "add"], *given, &["--by", "Paul"]].concat();
        assert_eq!(json(&desk, &add)["by"], "Paul", "{command}");
        assert_eq!(all(&desk, &[command, "list"])[0]["by"], "Paul", "{command}");
        assert!(french(&desk, &[command, "list"]).contains("noté par Paul"), "{command}");
        assert!(english(&desk, &[command, "list"]).contains("noted by Paul"), "{command}");
    }
    // Corrected by the person, it is still what Paul told first.
    let id = all(&desk, &["wish", "list"])[0]["id"].as_str().unwrap().to_owned();
    json(&desk, &["wish", "correct", &id, "--place", "armoire"]);
    assert_eq!(all(&desk, &["wish", "list"])[0]["by"], "Paul");
}

#[test]
fn an_empty_text_takes_a_field_away() {
    let desk = Desk::new();
    let id = json(&desk, &["support", "add", "hypnosis", "--with", "Mme R", "--helped", "no"]);
    let id = id["id"].as_str().unwrap();
    let corrected = json(&desk, &["support", "correct", id, "--with", "", "--helped", ""]);
    assert_eq!((&corrected["with"], &corrected["helped"]), (&Value::Null, &Value::Null));
    desk.vigie(&["support", "correct", id, "--kind", ""]).refused(9, "one of psychologist");
}

#[test]
fn a_record_is_told_in_one_line_in_both_languages() {
    let desk = Desk::new();
    let id = json(&desk, &["scan", "add", "mri", "--place", "CHU", "--told", "Rien\nde neuf"]);
    let id = &id["id"].as_str().unwrap()[..4];
    assert_eq!(
        french(&desk, &["scan", "list"]),
        format!("23 novembre 2026 · IRM · pas encore dit · CHU · Rien de neuf  [{id}]\n")
    );
    let line = english(&desk, &["scan", "correct", id, "--conclusion", "unclear"]);
    assert_eq!(
        line,
        format!("Corrected, 23 November 2026: MRI · unclear · CHU · Rien de neuf  [{id}]\n")
    );
    let gone = french(&desk, &["scan", "remove", id]);
    assert!(gone.starts_with("Retiré : IRM") && gone.contains("dans l’historique"), "{gone}");
    assert_eq!(
        french(&desk, &["scan", "list"]),
        "Rien n’est noté ici. Pour le faire : vigie scan add\n"
    );
}

#[test]
fn a_value_is_shown_among_the_persons_own_without_a_word_on_it() {
    let desk = Desk::new();
    let add = |date: &str, value: &str| {
        english(
            &desk,
            &["result", "add", "CEA", value, "--unit", "ng/mL", "--range", "-5", "--date", date],
        )
    };
    assert_eq!(add("2026-09-01", "4,1").lines().count(), 1, "the first stands alone");
    add("2026-11-20", "12.30");
    english(&desk, &["result", "add", "CA 15-3", "20"]);
    let said = add("2026-10-01", "7");
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("Noted, 1 October 2026: CEA · 7 ng/mL · range ≤ 5  ["), "{said}");
    assert_eq!(lines[1], "Your results of CEA:");
    let values: Vec<&str> = lines[2..].iter().map(|it| it.split(" · ").nth(2).unwrap()).collect();
    assert_eq!(values, ["4.1 ng/mL", "7 ng/mL", "12.30 ng/mL"]);
    assert_eq!(all(&desk, &["result", "list", "--name", "cea"]).len(), 3);
    let other = french(&desk, &["result", "list", "--name", "PSA"]);
    assert_eq!(other, "Aucun résultat n’a ce nom. Ceux qui sont notés : CEA, CA 15-3.\n");
}

#[test]
fn a_consent_is_signed_and_withdrawn_without_a_reason() {
    let desk = Desk::new();
    let id = json(&desk, &["consent", "add", "trial", "ESSAI-1", "--date", "2026-11-02"]);
    let id = id["id"].as_str().unwrap();
    assert_eq!(
        json(&desk, &["consent", "sign", id, "--date", "2026-11-10"])["signed"],
        "2026-11-10"
    );
    desk.vigie(&["consent", "withdraw", id, "--date", "2026-11-09"])
        .refused(9, "Date (--date): a day that is not before the beginning");
    desk.vigie(&["consent", "correct", id, "--withdrawn", "2026-11-09"])
        .refused(9, "Date (--withdrawn): a day that is not before the beginning");
    let said = french(&desk, &["consent", "withdraw", id]);
    assert!(said.contains("signé le 10 novembre 2026 · retiré le 23 novembre 2026"), "{said}");
}

#[test]
fn a_day_of_a_consent_is_never_overwritten_by_a_second_signature() {
    let desk = Desk::new();
    let id = json(&desk, &["consent", "add", "essai", "X", "--date", "2026-11-02", "--lang", "fr"]);
    let id = id["id"].as_str().unwrap();
    for (task, field, french) in [
        ("sign", "signed", "C’est déjà signé, le 10 novembre 2026. Pour changer la date : vigie"),
        ("withdraw", "withdrawn", "C’est déjà retiré, le 10 novembre 2026. Pour changer la date"),
    ] {
        json(&desk, &["consent", task, id, "--date", "2026-11-10"]);
        let again = ["consent", task, id, "--date", "2026-11-12"];
        desk.vigie(&[again.as_slice(), &["--lang", "fr"]].concat()).refused(9, french);
        let refused = desk.vigie(&again);
        let refused =
            refused.refused(9, "on 10 November 2026. To change the date: vigie consent correct");
        assert_eq!(all(&desk, &["consent", "list"])[0][field], "2026-11-10");
        let how = refused.err.trim_end().rsplit_once("vigie ").unwrap().1.to_owned();
        let corrected = json(&desk, &how.split(' ').collect::<Vec<_>>());
        assert_eq!(corrected[field], "2026-11-12");
        // The next is not before this one.
        json(&desk, &["consent", "correct", id, &format!("--{field}"), "2026-11-10"]);
    }
}

#[test]
fn a_name_that_would_vanish_is_refused() {
    let desk = Desk::new();
    let of_paul = json(&desk, &["consent", "add", "trial", "X", "--by", "Paul"]);
    let of_paul = of_paul["id"].as_str().unwrap();
    let own = json(&desk, &["question", "add", "Puis-je voyager ?"]);
    let own = own["id"].as_str().unwrap();
    for (args, who) in [
        (vec!["consent", "sign", of_paul, "--by", "Anne"], "this stays noted by Paul"),
        (vec!["consent", "correct", of_paul, "--about", "Y", "--by", "Anne"], "noted by Paul"),
        (vec!["question", "answer", "1", "Oui", "--by", "Paul"], "this stays as you said it first"),
        (vec!["question", "correct", own, "--text", "Q", "--by", "Paul"], "as you said it first"),
    ] {
        desk.vigie(&args).refused(9, who);
    }
    assert_eq!(all(&desk, &["consent", "list"])[0]["about"], "X");
    // The same person as before takes nothing away, and the answer names them.
    let said = english(&desk, &["consent", "sign", of_paul, "--by", "Paul"]);
    assert!(said.contains("signed on 23 November 2026 · noted by Paul"), "{said}");
}

#[test]
fn what_two_copies_tell_is_all_there_after_a_merge() {
    let desk = Desk::with_passphrase();
    let shared = json(&desk, &["scan", "add", "ct", "--date", "2026-11-01"]);
    let shared = shared["id"].as_str().unwrap().to_owned();
    desk.vigie(&["backup", "--to", "start.age"]).ok();
    let passphrase = desk.path("passphrase").to_str().unwrap().to_owned();
    desk.vigie(&["restore", "start.age", "--dir", "other", "--new-passphrase-file", &passphrase])
        .ok();
    let other = |args: &[&str]| json(&desk, &[args, &["--dir", "other"]].concat());
    json(&desk, &["support", "add", "hypnosis"]);
    other(&["support", "add", "sophrology", "--by", "Paul"]);
    json(&desk, &["scan", "correct", &shared, "--conclusion", "stable"]);
    other(&["scan", "correct", &shared, "--conclusion", "better"]);
    desk.vigie(&["backup", "--to", "theirs.age", "--dir", "other"]).ok();
    desk.vigie(&["merge", "theirs.age"]).ok();
    let told = |command: &str, field: &str| -> Vec<(String, Value)> {
        let all = all(&desk, &[command, "list"]);
        all.iter().map(|it| (it[field].as_str().unwrap().to_owned(), it["by"].clone())).collect()
    };
    let support = told("support", "kind");
    assert_eq!(support, [("hypnosis".into(), Value::Null), ("sophrology".into(), "Paul".into())]);
    // One that both changed is there both ways, until it is corrected once more.
    let mut both: Vec<String> = told("scan", "conclusion").into_iter().map(|it| it.0).collect();
    both.sort();
    assert_eq!(both, ["better", "stable"]);
    json(&desk, &["scan", "correct", &shared, "--conclusion", "unclear"]);
    assert_eq!(told("scan", "conclusion"), [("unclear".to_owned(), Value::Null)]);
}

#[test]
fn a_series_is_shown_in_one_unit_where_that_is_the_same_number() {
    let desk = Desk::new();
    for (value, unit, date) in [
        ("12.30", "g/dL", "2026-10-01"),
        ("118", "g/L", "2026-11-01"),
        ("7,2", "mmol/L", "2026-11-10"),
        ("11", "", "2026-11-12"),
    ] {
        let range = if unit == "g/dL" { "12-16" } else { "" };
        json(
            &desk,
            &["result", "add", "Hb", value, "--unit", unit, "--range", range, "--date", date],
        );
    }
    let listed = all(&desk, &["result", "list", "--name", "hb", "--in", "g/L"]);
    let converted: Vec<&Value> = listed.iter().map(|one| &one["converted"]["value"]).collect();
    assert_eq!(converted, [&"123.0".into(), &"118".into(), &Value::Null, &Value::Null]);
    assert_eq!(
        (&listed[0]["converted"]["range"], &listed[0]["value"]),
        (&"120-160".into(), &"12.30".into())
    );
    assert!(listed[2]["why"].as_str().unwrap().contains("molar mass"), "{}", listed[2]);
    let said = french(&desk, &["result", "list", "--in", "g/L"]);
    assert!(said.contains("Hb · 123,0 g/L · norme 120–160  ["), "{said}");
    assert!(said.contains("Hb · 7,2 mmol/L  [") && said.contains("la masse molaire"), "{said}");
    assert!(said.ends_with("Le résultat reste tel que le laboratoire l’a écrit.\n"), "{said}");
}
