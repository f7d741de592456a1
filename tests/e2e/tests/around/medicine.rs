//! Medicines: what is due, what was noted, and nothing that nobody noted.

use super::{all, english, french, json};
use serde_json::Value;
use vigie_e2e::Desk;

/// A medicine at eight and at twenty, and one as needed.
fn desk() -> Desk {
    let desk = Desk::new();
    json(
        &desk,
        &[
            "medicine",
            "add",
            "capécitabine",
            "--kind",
            "anticancer",
            "--at",
            "08:00,20:00 14/7",
            "--since",
            "2026-11-16",
        ],
    );
    json(
        &desk,
        &[
            "medicine",
            "add",
            "Morphine",
            "--kind",
            "painkiller",
            "--at",
            "as-needed",
            "--since",
            "2026-11-01",
        ],
    );
    desk
}

#[test]
fn what_nobody_noted_is_neither_taken_nor_missed() {
    let desk = desk();
    let due = all(&desk, &["medicine", "today"]);
    let told: Vec<(&Value, &Value)> = due.iter().map(|it| (&it["at"], &it["status"])).collect();
    assert_eq!(told[..2], [(&"08:00".into(), &Value::Null), (&"20:00".into(), &Value::Null)]);
    assert_eq!((&due[2]["record"], &due[2]["noted"]), (&"as-needed".into(), &0.into()));
    assert_eq!(
        french(&desk, &["medicine", "today"]),
        "Lundi 23 novembre 2026\n  8 h 00 · capécitabine · pas encore noté\n  20 h 00 · capécitabine · pas encore noté\n  \
         au besoin · Morphine · pas encore noté\n"
    );
    // A day of the pause, and a day before everything.
    assert!(english(&desk, &["medicine", "today", "--date", "2026-11-30"]).contains("as needed"));
    let before = english(&desk, &["medicine", "today", "--date", "2026-10-01"]);
    assert!(before.ends_with("Nothing is due that day.\n"), "{before}");
}

#[test]
fn a_dose_is_noted_once_and_shown_with_its_id() {
    let desk = desk();
    let took = ["medicine", "took", "capecitabine", "--at", "8h"];
    let noted = json(&desk, &took);
    assert_eq!((&noted["name"], &noted["at"]), (&"capécitabine".into(), &"08:00".into()));
    assert_eq!(noted["status"], "taken");
    assert_eq!(json(&desk, &took)["id"], noted["id"], "not twice");
    assert!(french(&desk, &took).starts_with("C’était déjà noté, 23 novembre 2026 : capécitabine"));
    // One is left: it needs no time, and is still to come. The beginning of the name is enough.
    let missed = ["medicine", "missed", "capé", "--reason", "nausées", "--by", "Paul"];
    desk.vigie(&missed).refused(9, "This dose is for 20:00 and its time is still to come.");
    let evening = ["--date", "hier", "--at", "20 h"];
    let missed = json(&desk, &[missed.as_slice(), &evening].concat());
    assert_eq!((&missed["at"], &missed["status"]), (&"20:00".into(), &"missed".into()));
    assert_eq!((&missed["reason"], &missed["by"]), (&"nausées".into(), &"Paul".into()));
    let id = noted["id"].as_str().unwrap();
    let today = english(&desk, &["medicine", "today"]);
    assert!(today.contains(&format!("8:00 · capécitabine · taken  [{}]", &id[..4])), "{today}");
    assert_eq!(all(&desk, &["medicine", "list"]).len(), 2);
    assert_eq!(all(&desk, &["medicine", "list", "--all"]).len(), 4);
    // Said otherwise, it is a correction, and the sentence says how.
    let late = ["medicine", "took", "capécitabine", "--late"];
    let refused = desk.vigie(&[late.as_slice(), &evening].concat());
    let refused = refused.refused(9, "already noted, as something else");
    let how = refused.err.trim_end().rsplit_once("vigie ").unwrap().1.to_owned();
    let corrected = json(&desk, &how.split(' ').collect::<Vec<_>>());
    assert_eq!((&corrected["id"], &corrected["status"]), (&missed["id"], &"late".into()));
    assert_eq!(json(&desk, &["medicine", "remove", id])["removed"], true);
    assert_eq!(all(&desk, &["medicine", "today"])[0]["status"], Value::Null);
}

#[test]
fn one_of_several_doses_is_asked_for_and_never_guessed() {
    let desk = desk();
    desk.vigie(&["medicine", "took", "capécitabine"])
        .refused(9, "Which dose? Give its time with --at: 08:00, 20:00.");
    desk.vigie(&["medicine", "took", "capécitabine", "--at", "9:15"])
        .refused(9, "--at: 08:00, 20:00.");
    desk.vigie(&["medicine", "took", "capécitabine", "--at", "9"])
        .refused(9, "a time such as 09:30");
    assert_eq!(all(&desk, &["medicine", "list", "--all"]).len(), 2, "nothing was noted");
}

#[test]
fn as_needed_is_noted_now_and_its_relief_an_hour_later() {
    let desk = desk();
    let noted = json(&desk, &["medicine", "took", "morphine"]);
    assert_eq!((&noted["at"], &noted["name"]), (&"10:00".into(), &"Morphine".into()));
    let again = json(&desk, &["medicine", "took", "morphine", "--at", "10:00", "--relief", "good"]);
    assert_eq!((&again["id"], &again["relief"]), (&noted["id"], &"good".into()));
    json(&desk, &["medicine", "took", "morphine", "--at", "2h30", "--relief", "none"]);
    let today = all(&desk, &["medicine", "today"]);
    assert_eq!(today[2]["noted"], 2);
    assert_eq!(today.iter().filter(|it| it["record"] == "intake").count(), 2);
    desk.vigie(&["medicine", "missed", "Morphine"]).refused(9, "there is no dose to miss");
    desk.vigie(&["medicine", "took", "Morphine", "--relief", "a bit"])
        .refused(9, "some (some relief after an hour)");
}

#[test]
fn a_name_that_is_not_among_the_medicines_is_refused_with_those_that_are() {
    let desk = Desk::new();
    desk.vigie(&["medicine", "took", "X"]).refused(9, "No medicine is noted yet.");
    let desk = self::desk();
    desk.vigie(&["medicine", "took", "Doliprane"])
        .refused(9, "This name is not among your medicines: Morphine, capécitabine.");
    desk.vigie(&["medicine", "took", "Doliprane", "--lang", "fr"])
        .refused(9, "Ce nom n’est pas parmi vos médicaments : Morphine, capécitabine.");
    for took in [["medicine", "took", ""].as_slice(), &["medicine", "took"]] {
        desk.vigie(took).refused(9, "Which medicine? Give its name: Morphine, capécitabine.");
    }
}

#[test]
fn a_dose_is_noted_neither_ahead_of_its_time_nor_before_the_medicine() {
    let desk = desk();
    for task in ["took", "missed"] {
        desk.vigie(&["medicine", task, "capé", "--at", "20h", "--lang", "fr"])
            .refused(9, "Cette prise est pour 20 h 00 et son heure est encore à venir.");
        desk.vigie(&["medicine", task, "capé", "--date", "demain", "--at", "8h"])
            .refused(9, "Date (--date): a day that is not in the future");
        desk.vigie(&["medicine", task, "capé", "--date", "15/11/2026"])
            .refused(9, "capécitabine only begins on 16 November 2026. If it began earlier: vigie");
    }
    desk.vigie(&["medicine", "took", "morphine", "--at", "11h"]).refused(9, "still to come");
    assert_eq!(all(&desk, &["medicine", "list", "--all"]).len(), 2, "nothing was noted");
    // What the sentence says to type is what mends it.
    let refused = desk.vigie(&["medicine", "took", "morphine", "--date", "2026-10-31"]);
    let how = refused.err.trim_end().rsplit_once("vigie ").unwrap().1.to_owned();
    json(&desk, &how.split(' ').collect::<Vec<_>>());
    json(&desk, &["medicine", "took", "morphine", "--date", "2026-10-31", "--at", "23h"]);
    json(&desk, &["medicine", "took", "capé", "--date", "16/11/2026", "--at", "20 heures"]);
    // Nor is it put there afterwards.
    let noted = json(&desk, &["medicine", "took", "capé", "--at", "8h"]);
    desk.vigie(&["medicine", "correct", noted["id"].as_str().unwrap(), "--at", "20h"])
        .refused(9, "still to come");
}
