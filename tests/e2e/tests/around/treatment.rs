//! Treatment lines by their number, and what changed while one went on.

use super::{all, english, french, json};
use serde_json::Value;
use vigie_e2e::Desk;

#[test]
fn a_line_is_added_listed_corrected_stopped_and_taken_back() {
    let desk = Desk::new();
    let added = json(
        &desk,
        &[
            "treatment",
            "add",
            "targeted",
            "--regimen",
            "osimertinib",
            "--since",
            "2026-10-05",
            "--cycle-days",
            "21",
            "--alteration",
            "EGFR exon 19",
            "--phase",
            "2",
            "--sponsor",
            "UNICANCER",
            "--number",
            "NCT00000000",
        ],
    );
    let fields = [
        ("id", "1"),
        ("kind", "targeted"),
        ("regimen", "osimertinib"),
        ("since", "2026-10-05"),
        ("cycle_days", "21"),
        ("alteration", "EGFR exon 19"),
        ("phase", "2"),
        ("sponsor", "UNICANCER"),
        ("number", "NCT00000000"),
    ];
    for (name, value) in fields {
        assert_eq!(added[name], value, "{name}");
        assert_eq!(all(&desk, &["treatment", "list"])[0][name], value, "{name}");
    }
    let corrected =
        json(&desk, &["treatment", "correct", "1", "--cycle-days", "28", "--sponsor", ""]);
    assert_eq!((&corrected["cycle_days"], &corrected["sponsor"]), (&"28".into(), &Value::Null));
    assert_eq!(corrected["regimen"], "osimertinib");
    let stopped = json(&desk, &["treatment", "stop", "--date", "hier", "--reason", "progression"]);
    assert_eq!(
        (&stopped["until"], &stopped["reason"]),
        (&"2026-11-22".into(), &"progression".into())
    );
    // Nothing is under way any more.
    desk.vigie(&["treatment", "stop"]).refused(9, "No treatment is under way today");
    assert_eq!(json(&desk, &["treatment", "remove", "1"])["removed"], true);
    assert!(all(&desk, &["treatment", "list"]).is_empty());
}

#[test]
fn lines_stand_oldest_first_and_the_one_that_is_named_ends() {
    let desk = Desk::new();
    json(
        &desk,
        &["treatment", "add", "targeted", "--regimen", "Osimertinib", "--since", "2026-10-01"],
    );
    json(
        &desk,
        &["treatment", "add", "chemotherapy", "--regimen", "FOLFOX", "--since", "2025-03-01"],
    );
    let regimens = || -> Vec<Value> {
        all(&desk, &["treatment", "list"]).iter().map(|line| line["regimen"].clone()).collect()
    };
    assert_eq!(regimens(), ["FOLFOX", "Osimertinib"]);
    let stopped =
        json(&desk, &["treatment", "stop", "--treatment", "folfox", "--date", "2025-09-01"]);
    assert_eq!((&stopped["id"], &stopped["until"]), (&"1".into(), &"2025-09-01".into()));
    desk.vigie(&["treatment", "stop", "--treatment", "FOLFIRI"])
        .refused(9, "“vigie treatment list” shows");
    desk.vigie(&["treatment", "stop", "--date", "2026-09-30"])
        .refused(9, "Date (--date): a day that is not before the beginning");
    assert_eq!(all(&desk, &["treatment", "list"])[1]["until"], Value::Null, "nothing was lost");
    // What is told twice is there once.
    json(
        &desk,
        &["treatment", "add", "targeted", "--regimen", "Osimertinib", "--since", "2026-10-01"],
    );
    assert_eq!(regimens().len(), 2);
}

#[test]
fn a_treatment_is_explained_to_a_person_and_not_to_a_program() {
    let desk = Desk::new();
    let said = french(&desk, &["treatment", "add", "immunothérapie", "--regimen", "nivolumab"]);
    assert!(said.starts_with("Noté : Immunothérapie (nivolumab) (traitement 1)\n"), "{said}");
    assert!(said.contains("vos propres défenses"), "{said}");
    let said = english(&desk, &["treatment", "add", "hormone"]);
    assert!(
        said.starts_with("Noted: Hormone therapy (treatment 2)\n") && said.lines().count() == 2,
        "{said}"
    );
}

#[test]
fn a_change_is_kept_beside_the_lines() {
    let desk = Desk::new();
    json(&desk, &["treatment", "add", "chemotherapy", "--regimen", "FOLFOX"]);
    let added = json(
        &desk,
        &[
            "treatment",
            "change",
            "--kind",
            "delayed",
            "--treatment",
            "FOLFOX",
            "--date",
            "2026-11-24",
            "--until",
            "2026-12-01",
            "--reason",
            "toxicity",
            "--note",
            "plaquettes basses",
            "--by",
            "Paul",
        ],
    );
    let id = added["id"].as_str().unwrap();
    for (name, value) in [
        ("kind", "delayed"),
        ("treatment", "FOLFOX"),
        ("date", "2026-11-24"),
        ("until", "2026-12-01"),
        ("reason", "toxicity"),
        ("note", "plaquettes basses"),
        ("by", "Paul"),
    ] {
        assert_eq!(added[name], value, "{name}");
    }
    let listed = all(&desk, &["treatment", "list"]);
    assert_eq!(
        (&listed[0]["record"], &listed[1]["record"]),
        (&"treatment".into(), &"change".into())
    );
    let said = french(&desk, &["treatment", "list"]);
    assert!(
        said.contains("1  Chimiothérapie (FOLFOX)\nCe qui a changé :\n24 novembre 2026"),
        "{said}"
    );
    let corrected = json(&desk, &["treatment", "correct", &id[..4], "--kind", "paused"]);
    assert_eq!((&corrected["kind"], &corrected["reason"]), (&"paused".into(), &"toxicity".into()));
    desk.vigie(&["treatment", "correct", id, "--kind", "stopped"])
        .refused(9, "dose-reduced (Dose reduced)");
    desk.vigie(&["treatment", "correct", id, "--sponsor", "X"])
        .refused(9, "--sponsor does not go with this one");
    assert_eq!(json(&desk, &["treatment", "remove", id])["removed"], true);
    assert_eq!(all(&desk, &["treatment", "list"]).len(), 1);
}

#[test]
fn a_line_ends_once_and_ahead_only_as_planned() {
    let desk = Desk::new();
    let add = |regimen: &str, since: &str| {
        json(
            &desk,
            &[
                "treatment",
                "add",
                "chimiothérapie",
                "--regimen",
                regimen,
                "--since",
                since,
                "--lang",
                "fr",
            ],
        )
    };
    add("FOLFOX", "2025-03-01");
    add("FOLFIRI", "5/10/2026");
    desk.vigie(&["treatment", "stop", "--date", "2026-12-01", "--reason", "toxicity"])
        .refused(9, "with --reason planned");
    desk.vigie(&["treatment", "stop", "--date", "demain", "--reason", "my-choice", "--lang", "fr"])
        .refused(9, "seule une fin prévue peut être notée d’avance");
    assert!(all(&desk, &["treatment", "list"]).iter().all(|line| line["until"] == Value::Null));
    // A planned end may still come earlier.
    json(&desk, &["treatment", "stop", "--date", "2026-12-01", "--reason", "planned"]);
    json(&desk, &["treatment", "stop", "--treatment", "FOLFOX", "--date", "2025-09-01"]);
    desk.vigie(&["treatment", "stop", "--treatment", "1"])
        .refused(9, "already ended, on 1 September 2025. Under way: 2 Chemotherapy (FOLFIRI)");
    assert_eq!(all(&desk, &["treatment", "list"])[0]["until"], "2025-09-01");
    let stopped = json(&desk, &["treatment", "stop", "--reason", "toxicity"]);
    assert_eq!((&stopped["id"], &stopped["until"]), (&"2".into(), &"2026-11-23".into()));
    desk.vigie(&["treatment", "stop", "--date", "hier", "--lang", "fr"]).refused(
        9,
        "déjà terminé, le 23 novembre 2026, et aucun autre n’est en cours. Pour corriger son dernier jour : vigie \
         treatment correct 2 --until",
    );
}
